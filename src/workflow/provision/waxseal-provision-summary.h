/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** WaxsealProvisionCounts: what a plan will do; @expires: (nullable): of the new secret. */
typedef struct
{
  gboolean application;
  gboolean service_principal;
  const char *expires;
  guint n_declare;
  guint n_grant;
  gboolean hands_over; /* the permissions are left to somebody else */
} WaxsealProvisionCounts;

char *waxseal_provision_summary_build (const WaxsealProvisionCounts *counts);

G_END_DECLS
