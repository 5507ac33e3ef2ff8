/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-record.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_ADDIN_IDENTITY (waxseal_addin_identity_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealAddinIdentity,
                      waxseal_addin_identity,
                      WAXSEAL,
                      ADDIN_IDENTITY,
                      WaxsealRecord)

gboolean waxseal_addin_identity_is_cisco_field (const char *property);

G_END_DECLS
