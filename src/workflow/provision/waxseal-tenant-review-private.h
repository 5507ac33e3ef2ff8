/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-tenant-review.h"

G_BEGIN_DECLS

struct _WaxsealTenantReview
{
  GObject parent_instance;

  char *tenant_id;
  char *tenant_name;
  char **domains;
  char **mail_domains;
  gboolean can_register;
  gboolean can_consent;
  WaxsealSecretPolicy *policy;
  GError *keyring_error;
  GListStore *apps;
  WaxsealRegisteredApp *own_app; /* one of the apps */
  char *graph_service_principal_id;
};

G_END_DECLS
