/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is in Cisco's portal is there by the administrator's word: it has no interface to ask. */
#include <glib/gi18n.h>

#include "waxseal-addin-config.h"
#include "waxseal-mail-domain.h"
#include "waxseal-report-private.h"
#include "waxseal-report-words.h"

static const WaxsealDocumentColumn domain_columns[] = {
  { N_ ("Domain"), 24 },
  { N_ ("Settings"), 34 },
  { N_ ("In Profiles"), 21 },
  { N_ ("Settings saved"), 21 },
};

static void
add_azure_details (WaxsealReport *self, WaxsealCresAccount *account)
{
  const char *saved_on = waxseal_record_get_text (account, "azure-details-saved-on");
  gboolean is_stale = waxseal_addin_config_is_stale (self->organization);

  /* A label of the CRES portal, which is in English */
  waxseal_report_add_event (self,
                            _ ("Azure AD Details saved"),
                            saved_on,
                            is_stale ? WAXSEAL_MARK_STALE : WAXSEAL_MARK_DECLARED,
                            NULL);
}

static char *
describe_settings (WaxsealMailDomain *domain)
{
  WaxsealEncryptionType type = waxseal_record_get_enum (domain, "encryption-type");
  int n = waxseal_record_get_number (domain, "password-days");
  const char *words = waxseal_report_words_for_encryption_type (type);
  g_autofree char *days = g_strdup_printf (
    ngettext ("Password remembered for %d day", "Password remembered for %d days", n), n);

  if (type == WAXSEAL_ENCRYPTION_TYPE_ENCRYPT)
    return g_strdup_printf ("%s\n%s", words, days);
  return g_strdup_printf ("%s\n%s: %s\n%s",
                          words,
                          waxseal_report_words_for_flag_type (
                            waxseal_record_get_enum (domain, "flag-type")),
                          waxseal_record_get_text (domain, "flag-value"),
                          days);
}

static void
add_declaration (WaxsealReport *self, const char *when)
{
  waxseal_report_add_known (self,
                            *when != '\0' ? WAXSEAL_MARK_DECLARED : WAXSEAL_MARK_UNKNOWN,
                            when,
                            NULL);
}

static void
add_domain (WaxsealReport *self, gpointer domain)
{
  g_autofree char *settings = describe_settings (domain);

  waxseal_document_add_row (self->document);
  waxseal_document_add_cell (self->document,
                             waxseal_record_get_text (domain, "name"),
                             WAXSEAL_MARK_NONE);
  waxseal_document_add_cell (self->document, settings, WAXSEAL_MARK_NONE);
  add_declaration (self, waxseal_record_get_text (domain, "in-profiles-on"));
  add_declaration (self, waxseal_record_get_text (domain, "settings-saved-on"));
}

/** waxseal_report_add_cres: Adds the CRES account, and the mail domains with their settings. */
void
waxseal_report_add_cres (WaxsealReport *self)
{
  WaxsealCresAccount *account = waxseal_organization_get_cres_account (self->organization);

  waxseal_document_add_heading (self->document, 1, _ ("CRES Account"));
  waxseal_report_begin_facts (self);
  waxseal_report_add_typed (self,
                            _ ("Account number"),
                            waxseal_record_get_text (account, "account-number"));
  waxseal_report_add_typed (self,
                            _ ("Portal address"),
                            waxseal_record_get_text (account, "portal-url"));
  waxseal_report_add_typed (self,
                            _ ("Account administrators"),
                            waxseal_record_get_text (account, "administrators"));
  add_azure_details (self, account);
  if (*waxseal_record_get_text (account, "notes") != '\0')
    waxseal_report_add_typed (self, _ ("Notes"), waxseal_record_get_text (account, "notes"));

  waxseal_document_add_heading (self->document, 2, _ ("Mail domains"));
  waxseal_document_add_table (self->document, domain_columns, G_N_ELEMENTS (domain_columns));
  waxseal_report_add_items (self,
                            waxseal_organization_get_domains (self->organization),
                            add_domain);
  waxseal_document_drop_empty_table (self->document, _ ("No mail domain is entered yet."));
}
