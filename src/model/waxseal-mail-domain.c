/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-mail-domain.h"

#include "waxseal-enums.h"
#include "waxseal-enum-types.h"

/**
 * WaxsealMailDomain:
 *
 * One mail domain: its entry in CRES's Profiles and its Addin Config (guide.md, B3 and B4). Empty
 * dates mean: not yet. The range of "password-days" is the portal's to decide (cisco.md, 2.2).
 */
struct _WaxsealMailDomain
{
  WaxsealRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealMailDomain, waxseal_mail_domain, WAXSEAL_TYPE_RECORD)

static void
waxseal_mail_domain_class_init (WaxsealMailDomainClass *klass)
{
  waxseal_record_class_install (klass,
                                waxseal_record_text_pspec ("name"),
                                waxseal_record_text_pspec ("in-profiles-on"),
                                waxseal_record_enum_pspec ("encryption-type",
                                                           WAXSEAL_TYPE_ENCRYPTION_TYPE,
                                                           WAXSEAL_ENCRYPTION_TYPE_ENCRYPT),
                                waxseal_record_number_pspec ("password-days", 0),
                                waxseal_record_enum_pspec ("flag-type",
                                                           WAXSEAL_TYPE_FLAG_TYPE,
                                                           WAXSEAL_FLAG_TYPE_SUBJECT),
                                waxseal_record_text_pspec ("flag-value"),
                                waxseal_record_text_pspec ("settings-saved-on"),
                                NULL);
}

static void
waxseal_mail_domain_init (WaxsealMailDomain *self)
{
}
