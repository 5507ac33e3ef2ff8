/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Entra's choices for "Expires", in days; any other day is "Custom" (microsoft.md, 2.3). */
#define WAXSEAL_N_SECRET_LIFETIMES      5
#define WAXSEAL_SECRET_LIFETIME_DEFAULT 180
#define WAXSEAL_SECRET_LIFETIME_MAX     730

/* What the tenant's policy says of client secrets (microsoft.md, 2.4); immutable, counted. Unknown
 * where it may not be read: then nothing is filtered, and Microsoft may still refuse. */
typedef struct _WaxsealSecretPolicy WaxsealSecretPolicy;

#define WAXSEAL_TYPE_SECRET_POLICY (waxseal_secret_policy_get_type ())
GType waxseal_secret_policy_get_type (void);

WaxsealSecretPolicy *waxseal_secret_policy_new (JsonObject *default_app_management_policy);
WaxsealSecretPolicy *waxseal_secret_policy_ref (WaxsealSecretPolicy *self);
void waxseal_secret_policy_unref (WaxsealSecretPolicy *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealSecretPolicy, waxseal_secret_policy_unref)

/* @created: (nullable): when the application was made (ISO 8601); NULL for one that is yet to be */
gboolean waxseal_secret_policy_is_known (WaxsealSecretPolicy *self);
gboolean waxseal_secret_policy_is_blocking (WaxsealSecretPolicy *self, const char *created);
guint waxseal_secret_policy_get_max_days (WaxsealSecretPolicy *self, const char *created);
gboolean waxseal_secret_policy_check (WaxsealSecretPolicy *self,
                                      const char *created,
                                      const char *expires,
                                      GError **error);

guint waxseal_secret_lifetime_get_days (guint index);
guint waxseal_secret_lifetime_get_default (WaxsealSecretPolicy *self, const char *created);
char *waxseal_secret_lifetime_build_expires (guint days);
char *waxseal_secret_lifetime_describe (guint days);

G_END_DECLS
