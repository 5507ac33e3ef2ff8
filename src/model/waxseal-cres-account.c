/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-cres-account.h"

/**
 * WaxsealCresAccount:
 *
 * The organisation's account in the CRES administration portal (guide.md, B1 and B2).
 * "azure-details-secret" is the key ID of the client secret that was saved there.
 */
struct _WaxsealCresAccount
{
  WaxsealRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealCresAccount, waxseal_cres_account, WAXSEAL_TYPE_RECORD)

static void
waxseal_cres_account_class_init (WaxsealCresAccountClass *klass)
{
  waxseal_record_class_install (klass,
                                waxseal_record_text_pspec ("portal-url"),
                                waxseal_record_text_pspec ("account-number"),
                                waxseal_record_text_pspec ("administrators"),
                                waxseal_record_text_pspec ("azure-details-saved-on"),
                                waxseal_record_text_pspec ("azure-details-secret"),
                                waxseal_record_text_pspec ("notes"),
                                NULL);
}

static void
waxseal_cres_account_init (WaxsealCresAccount *self)
{
}
