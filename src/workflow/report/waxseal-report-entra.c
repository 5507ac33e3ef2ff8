/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "waxseal-app-proof.h"
#include "waxseal-date.h"
#include "waxseal-journal.h"
#include "waxseal-permission.h"
#include "waxseal-report-private.h"
#include "waxseal-report-words.h"

static const WaxsealDocumentColumn permission_columns[] = {
  { N_ ("Permission"), 25 },
  { N_ ("What it allows"), 43 },
  { N_ ("Granted"), 32 },
};

/* The last change by Waxseal that is known to have ended well, of that kind and on that object. */
static WaxsealJournalEntry *
find_done (WaxsealReport *self, const char *action, const char *object_id)
{
  GListModel *journal = G_LIST_MODEL (waxseal_record_get_list (self->organization, "journal"));

  for (guint i = g_list_model_get_n_items (journal); i > 0 && *object_id != '\0'; i--)
    {
      g_autoptr (WaxsealJournalEntry) entry = g_list_model_get_item (journal, i - 1);

      if (g_str_equal (waxseal_record_get_text (entry, "action"), action) &&
          g_str_equal (waxseal_record_get_text (entry, "outcome"), WAXSEAL_OUTCOME_DONE) &&
          g_ascii_strcasecmp (waxseal_record_get_text (entry, "object-id"), object_id) == 0)
        return g_steal_pointer (&entry);
    }
  return NULL;
}

/* What the change on @object_id made, as read back then; else as it was declared on @declared_on.
 */
static void
add_made (WaxsealReport *self,
          const char *label,
          const char *value,
          const char *action,
          const char *object_id,
          const char *declared_on)
{
  g_autoptr (WaxsealJournalEntry) entry = find_done (self, action, object_id);

  if (entry == NULL || waxseal_record_get_flag (entry, "handed-over"))
    waxseal_report_add_fact (self, label, value, WAXSEAL_MARK_DECLARED, declared_on, NULL);
  else
    waxseal_report_add_fact (self,
                             label,
                             value,
                             WAXSEAL_MARK_VERIFIED,
                             waxseal_record_get_text (entry, "settled-on"),
                             NULL);
}

/* That the change on @object_id was made; else as it was declared on @declared_on. */
static void
add_step (WaxsealReport *self,
          const char *label,
          const char *action,
          const char *object_id,
          const char *declared_on)
{
  g_autoptr (WaxsealJournalEntry) entry = find_done (self, action, object_id);
  gboolean is_own = entry != NULL && !waxseal_record_get_flag (entry, "handed-over");
  const char *settled_on = entry != NULL ? waxseal_record_get_text (entry, "settled-on") : "";

  waxseal_report_add_event (self,
                            label,
                            *settled_on != '\0' ? settled_on : declared_on,
                            is_own ? WAXSEAL_MARK_VERIFIED : WAXSEAL_MARK_DECLARED,
                            entry != NULL ? waxseal_record_get_text (entry, "by") : NULL);
}

/* The proof is about the tenant, the application and its secret. */
static void
add_proved (WaxsealReport *self, const char *label, const char *value, const char *declared_on)
{
  if (waxseal_app_proof_get_state (self->organization) == WAXSEAL_STATE_VERIFIED)
    waxseal_report_add_fact (self,
                             label,
                             value,
                             WAXSEAL_MARK_VERIFIED,
                             waxseal_app_proof_get_date (self->organization),
                             NULL);
  else
    waxseal_report_add_fact (self, label, value, WAXSEAL_MARK_DECLARED, declared_on, NULL);
}

static void
add_app (WaxsealReport *self, WaxsealEntraApp *app, WaxsealRecord *steps)
{
  const char *registered_on = waxseal_record_get_text (steps, "registered-on");
  const char *copied_on = waxseal_record_get_text (steps, "ids-copied-on");
  const char *object_id = waxseal_record_get_text (app, "object-id");
  const char *principal_id = waxseal_record_get_text (app, "service-principal-id");
  const char *account_type =
    waxseal_report_words_for_account_type (waxseal_record_get_enum (app, "account-type"));

  waxseal_report_begin_facts (self);
  waxseal_report_add_typed (self, _ ("Name"), waxseal_record_get_text (app, "display-name"));
  waxseal_report_add_typed (self, _ ("Supported account types"), account_type);
  if (*waxseal_record_get_text (app, "redirect-uri") != '\0')
    waxseal_report_add_typed (self,
                              _ ("Redirect URI (optional)"),
                              waxseal_record_get_text (app, "redirect-uri"));
  add_step (self, _ ("Registered"), WAXSEAL_JOURNAL_CREATE_APP, object_id, registered_on);
  add_proved (self,
              _ ("Directory (tenant) ID"),
              waxseal_record_get_text (app, "tenant-id"),
              copied_on);
  add_proved (self,
              _ ("Application (client) ID"),
              waxseal_record_get_text (app, "client-id"),
              copied_on);
  add_made (self, _ ("Object ID"), object_id, WAXSEAL_JOURNAL_CREATE_APP, object_id, NULL);
  add_made (self,
            _ ("Object ID of the service principal"),
            principal_id,
            WAXSEAL_JOURNAL_CREATE_SP,
            principal_id,
            NULL);
}

/* The Secret ID is a GUID. Whatever else stands there may be the Value, and is not shown. */
static const char *
get_shown_key_id (WaxsealEntraApp *app)
{
  const char *key_id = waxseal_record_get_text (app, "secret-key-id");

  if (*key_id == '\0' || g_uuid_string_is_valid (key_id))
    return key_id;
  return _ ("What was entered is not a Secret ID, and is left out");
}

/* CRES has the secret only by the administrator's word, and the one that it was told last. */
static void
add_secret_in_cres (WaxsealReport *self, WaxsealEntraApp *app)
{
  WaxsealCresAccount *account = waxseal_organization_get_cres_account (self->organization);
  const char *saved_on = waxseal_record_get_text (account, "azure-details-saved-on");
  const char *saved = waxseal_record_get_text (account, "azure-details-secret");
  gboolean is_same = g_str_equal (saved, waxseal_record_get_text (app, "secret-key-id"));

  if (*saved_on == '\0')
    waxseal_report_add_fact (self, _ ("Kept in CRES"), "", WAXSEAL_MARK_NONE, NULL, NULL);
  else if (*saved != '\0' && !is_same)
    waxseal_report_add_fact (self,
                             _ ("Kept in CRES"),
                             _ ("An earlier secret; the present one has to be saved there"),
                             WAXSEAL_MARK_STALE,
                             saved_on,
                             NULL);
  else
    waxseal_report_add_fact (self,
                             _ ("Kept in CRES"),
                             _ ("Yes, in Azure AD Details"),
                             WAXSEAL_MARK_DECLARED,
                             saved_on,
                             NULL);
}

static void
add_secret (WaxsealReport *self, WaxsealEntraApp *app, WaxsealRecord *steps)
{
  const char *key_id = waxseal_record_get_text (app, "secret-key-id");
  const char *added_on = waxseal_record_get_text (steps, "secret-added-on");
  g_autofree char *expires = waxseal_date_format (waxseal_record_get_text (app, "secret-expires"));

  waxseal_document_add_heading (self->document, 2, _ ("Client secret"));
  waxseal_report_begin_facts (self);
  waxseal_report_add_typed (self,
                            _ ("Description"),
                            waxseal_record_get_text (app, "secret-description"));
  add_made (
    self, _ ("Secret ID"), get_shown_key_id (app), WAXSEAL_JOURNAL_ADD_SECRET, key_id, added_on);
  add_made (self, _ ("Expires"), expires, WAXSEAL_JOURNAL_ADD_SECRET, key_id, added_on);
  add_secret_in_cres (self, app);
  waxseal_document_add_paragraph (
    self->document,
    _ ("Its value is in the keyring of whoever made it with Waxseal, or stored it there, and in no "
       "file. Whoever takes over and does not have it makes a new secret."));
}

static void
add_permission (WaxsealReport *self, gpointer permission)
{
  const char *name = waxseal_record_get_text (permission, "name");
  const char *granted_on = waxseal_record_get_text (permission, "granted-on");
  const char *verified_on = waxseal_record_get_text (permission, "verified-on");

  waxseal_document_add_row (self->document);
  waxseal_document_add_cell (self->document, name, WAXSEAL_MARK_NONE);
  waxseal_document_add_cell (self->document, waxseal_permission_describe (name), WAXSEAL_MARK_NONE);
  if (*verified_on != '\0')
    waxseal_report_add_known (self, WAXSEAL_MARK_VERIFIED, verified_on, NULL);
  else if (*granted_on != '\0')
    waxseal_report_add_known (self, WAXSEAL_MARK_DECLARED, granted_on, NULL);
  else
    waxseal_report_add_known (self, WAXSEAL_MARK_UNKNOWN, NULL, NULL);
}

static void
add_permissions (WaxsealReport *self, WaxsealEntraApp *app, WaxsealRecord *steps)
{
  GListModel *permissions = G_LIST_MODEL (waxseal_record_get_list (app, "permissions"));

  waxseal_document_add_heading (self->document, 2, _ ("Permissions of the application"));
  waxseal_document_add_paragraph (
    self->document,
    _ ("Microsoft Graph, Application permissions: they reach all mailboxes of the tenant."));
  waxseal_report_begin_facts (self);
  add_step (self,
            _ ("Added to the application"),
            WAXSEAL_JOURNAL_DECLARE,
            waxseal_record_get_text (app, "object-id"),
            waxseal_record_get_text (steps, "permissions-added-on"));
  waxseal_document_add_table (self->document,
                              permission_columns,
                              G_N_ELEMENTS (permission_columns));
  waxseal_report_add_items (self, permissions, add_permission);
}

/** waxseal_report_add_entra: Adds the app registration, its secret and its permissions. */
void
waxseal_report_add_entra (WaxsealReport *self)
{
  WaxsealEntraApp *app = waxseal_organization_get_entra_app (self->organization);
  WaxsealRecord *steps = waxseal_record_get_child (app, "portal-steps");

  waxseal_document_add_heading (self->document, 1, _ ("Entra App"));
  add_app (self, app, steps);
  add_secret (self, app, steps);
  add_permissions (self, app, steps);
}
