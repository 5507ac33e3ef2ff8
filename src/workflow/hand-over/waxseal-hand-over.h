/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-organization.h"

G_BEGIN_DECLS

/* The format that this version writes; a file with a higher number is not opened. */
#define WAXSEAL_HAND_OVER_FORMAT 1

/* What the name of such a file ends in. */
#define WAXSEAL_HAND_OVER_SUFFIX ".waxseal"

#define WAXSEAL_TYPE_HAND_OVER (waxseal_hand_over_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealHandOver, waxseal_hand_over, WAXSEAL, HAND_OVER, WaxsealRecord)

WaxsealHandOver *waxseal_hand_over_new (WaxsealOrganization *organization, const char *by);
WaxsealHandOver *waxseal_hand_over_parse (GBytes *bytes, GError **error);

WaxsealOrganization *waxseal_hand_over_get_organization (WaxsealHandOver *self);
WaxsealOrganization *waxseal_hand_over_open (WaxsealHandOver *self, const char *name);

char *waxseal_hand_over_dup_file_name (WaxsealOrganization *organization);
gboolean waxseal_hand_over_has_suffix (const char *file_name);

G_END_DECLS
