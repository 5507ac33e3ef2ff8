/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-entra-app.h"

#include "waxseal-enums.h"
#include "waxseal-enum-types.h"
#include "waxseal-permission.h"
#include "waxseal-portal-steps.h"

/**
 * WaxsealEntraApp:
 *
 * The app registration in Microsoft Entra (guide.md, A). The client secret's value is in the
 * keyring; only its "Secret ID" (key ID) and expiry are here. "object-id" and
 * "service-principal-id" are Graph's own names of the application and of its service principal, set
 * where Waxseal made or adopted them.
 */
struct _WaxsealEntraApp
{
  WaxsealRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealEntraApp, waxseal_entra_app, WAXSEAL_TYPE_RECORD)

static void
waxseal_entra_app_class_init (WaxsealEntraAppClass *klass)
{
  waxseal_record_class_install (klass,
                                waxseal_record_text_pspec ("display-name"),
                                waxseal_record_enum_pspec ("account-type",
                                                           WAXSEAL_TYPE_ACCOUNT_TYPE,
                                                           WAXSEAL_ACCOUNT_TYPE_SINGLE_TENANT),
                                waxseal_record_text_pspec ("redirect-uri"),
                                waxseal_record_text_pspec ("tenant-id"),
                                waxseal_record_text_pspec ("client-id"),
                                waxseal_record_text_pspec ("object-id"),
                                waxseal_record_text_pspec ("service-principal-id"),
                                waxseal_record_text_pspec ("secret-description"),
                                waxseal_record_text_pspec ("secret-key-id"),
                                waxseal_record_text_pspec ("secret-expires"),
                                waxseal_record_list_pspec ("permissions", WAXSEAL_TYPE_PERMISSION),
                                waxseal_record_child_pspec ("portal-steps",
                                                            WAXSEAL_TYPE_PORTAL_STEPS),
                                NULL);
}

static void
waxseal_entra_app_init (WaxsealEntraApp *self)
{
}
