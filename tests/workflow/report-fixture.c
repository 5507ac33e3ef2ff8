/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-fixture.h"

#include "waxseal-app-proof-record.h"
#include "waxseal-client-test.h"
#include "waxseal-criterion.h"
#include "waxseal-journal.h"
#include "waxseal-mail-domain.h"
#include "waxseal-permission.h"
#include "waxseal-recipient.h"
#include "waxseal-rollout-enums.h"
#include "waxseal-rollout-event.h"
#include "waxseal-rollout-phase.h"

#define OBJECT_ID    "11111111-2222-4333-8444-555555555555"
#define PRINCIPAL_ID "99999999-2222-4333-8444-555555555555"

#define SATO  "佐藤 花子"
#define ADMIN "admin@contoso.com"

static gpointer
add (gpointer record, const char *list, gpointer item)
{
  g_list_store_append (waxseal_record_get_list (record, list), item);
  g_object_unref (item);
  return item;
}

static void
add_entry (WaxsealOrganization *organization,
           const char *time,
           const char *action,
           const char *subject,
           const char *object_id,
           const char *outcome)
{
  gboolean is_settled = *outcome != '\0';

  add (organization,
       "journal",
       g_object_new (WAXSEAL_TYPE_JOURNAL_ENTRY,
                     "time",
                     time,
                     "settled-on",
                     is_settled ? time : "",
                     "action",
                     action,
                     "subject",
                     subject,
                     "object-id",
                     object_id,
                     "outcome",
                     outcome,
                     "request-id",
                     is_settled ? "7d1f6c0e-aaaa-4bbb-8ccc-0123456789ab" : "",
                     "by",
                     ADMIN,
                     NULL));
}

static void
fill_journal (WaxsealOrganization *organization)
{
  static const char *const permissions[] = {
    "Mail.Read", "Mail.ReadWrite", "Mail.Send", "User.Read.All"
  };
  const char *done = WAXSEAL_OUTCOME_DONE;

  add_entry (organization,
             "2026-11-02T09:00:00Z",
             WAXSEAL_JOURNAL_CREATE_APP,
             "Cisco Secure Email Encryption Add-in",
             OBJECT_ID,
             done);
  add_entry (organization, "2026-11-02T09:00:05Z", WAXSEAL_JOURNAL_DECLARE, "", OBJECT_ID, done);
  add_entry (
    organization, "2026-11-02T09:00:09Z", WAXSEAL_JOURNAL_CREATE_SP, "", PRINCIPAL_ID, done);
  add_entry (organization,
             "2026-11-02T09:00:12Z",
             WAXSEAL_JOURNAL_ADD_SECRET,
             "CRES Client Secret",
             REPORT_FIXTURE_KEY_ID,
             done);
  for (guint i = 0; i < G_N_ELEMENTS (permissions); i++)
    add_entry (organization,
               "2026-11-02T09:01:00Z",
               WAXSEAL_JOURNAL_GRANT,
               permissions[i],
               "Ab1",
               i == 0 ? WAXSEAL_OUTCOME_REFUSED : done);
  add_entry (organization, "2026-11-02T09:02:00Z", WAXSEAL_JOURNAL_GRANT, "Mail.Read", "", "");
}

static void
fill_entra (WaxsealOrganization *organization)
{
  WaxsealEntraApp *app = waxseal_organization_get_entra_app (organization);
  GListModel *permissions = G_LIST_MODEL (waxseal_record_get_list (app, "permissions"));

  g_object_set (app,
                "tenant-id",
                "aaaabbbb-0000-4ccc-8111-dddd2222eeee",
                "client-id",
                "6731de76-14a6-49ae-97bc-6eba6914391e",
                "object-id",
                OBJECT_ID,
                "service-principal-id",
                PRINCIPAL_ID,
                "secret-key-id",
                REPORT_FIXTURE_KEY_ID,
                "secret-expires",
                "2027-05-18",
                NULL);
  for (guint i = 0; i + 1 < g_list_model_get_n_items (permissions); i++)
    {
      g_autoptr (WaxsealPermission) permission = g_list_model_get_item (permissions, i);

      g_object_set (permission,
                    "granted-on",
                    "2026-11-02T09:01:00Z",
                    "verified-on",
                    i == 0 ? "" : "2026-11-03T09:01:00Z",
                    NULL);
    }
  waxseal_app_proof_record_result (organization, NULL, NULL);
}

static void
fill_cres (WaxsealOrganization *organization)
{
  static const char *const domains[] = { "contoso.com", "contoso.co.jp", "日本語.example" };

  g_object_set (waxseal_organization_get_cres_account (organization),
                "account-number",
                "1000123",
                "administrators",
                "it@contoso.com, " SATO,
                "azure-details-saved-on",
                "2026-11-04T08:00:00Z",
                "azure-details-secret",
                REPORT_FIXTURE_KEY_ID,
                "notes",
                REPORT_FIXTURE_NOTE,
                NULL);
  for (guint i = 0; i < G_N_ELEMENTS (domains); i++)
    add (organization,
         "domains",
         g_object_new (WAXSEAL_TYPE_MAIL_DOMAIN,
                       "name",
                       domains[i],
                       "encryption-type",
                       i == 1 ? WAXSEAL_ENCRYPTION_TYPE_FLAG : WAXSEAL_ENCRYPTION_TYPE_ENCRYPT,
                       "flag-value",
                       i == 1 ? "[SECURE] <|>" : "",
                       "password-days",
                       7 * i,
                       "in-profiles-on",
                       i == 2 ? "" : "2026-11-04T08:05:00Z",
                       "settings-saved-on",
                       i == 2 ? "" : "2026-11-04T08:10:00Z",
                       NULL));
}

static void
judge (WaxsealRolloutPhase *phase)
{
  GListModel *criteria = G_LIST_MODEL (waxseal_record_get_list (phase, "criteria"));

  for (guint i = 0; i < g_list_model_get_n_items (criteria); i++)
    {
      g_autoptr (WaxsealCriterion) criterion = g_list_model_get_item (criteria, i);

      g_object_set (criterion,
                    "result",
                    i == 3 ? WAXSEAL_TEST_RESULT_FAILED : WAXSEAL_TEST_RESULT_PASSED,
                    "judged-on",
                    "2026-11-12T10:00:00Z",
                    "judged-by",
                    i == 1 ? REPORT_FIXTURE_PERSON : SATO,
                    "notes",
                    i == 3 ? REPORT_FIXTURE_NOTE : "",
                    NULL);
    }
  add (phase,
       "criteria",
       g_object_new (WAXSEAL_TYPE_CRITERION, "text", "役員が承認した | <script>x</script>", NULL));
}

static void
try (WaxsealRolloutPhase *phase)
{
  for (guint i = 0; i <= WAXSEAL_OUTLOOK_CLIENT_NEW_MAC; i++)
    add (phase,
         "tests",
         g_object_new (WAXSEAL_TYPE_CLIENT_TEST,
                       "client",
                       i,
                       "encryption-type",
                       i == 2 ? WAXSEAL_ENCRYPTION_TYPE_FLAG : WAXSEAL_ENCRYPTION_TYPE_ENCRYPT,
                       "saw-initiated",
                       TRUE,
                       "saw-authenticated",
                       TRUE,
                       "saw-encrypted",
                       i != 1,
                       "saw-sent",
                       i != 1,
                       "result",
                       i == 1 ? WAXSEAL_TEST_RESULT_FAILED : WAXSEAL_TEST_RESULT_PASSED,
                       "tester",
                       i == 0 ? REPORT_FIXTURE_PERSON : SATO,
                       "tested-on",
                       "2026-11-11T15:00:00Z",
                       "notes",
                       i == 1 ? "古いビルドのため | 再試行" : "",
                       NULL));
}

static void
add_event (WaxsealRolloutPhase *phase,
           const char *time,
           WaxsealRolloutEventKind kind,
           gboolean verified)
{
  add (phase,
       "events",
       g_object_new (WAXSEAL_TYPE_ROLLOUT_EVENT,
                     "time",
                     time,
                     "kind",
                     kind,
                     "state",
                     verified ? WAXSEAL_STATE_VERIFIED : WAXSEAL_STATE_DECLARED,
                     "road",
                     verified ? WAXSEAL_ROAD_EXCHANGE : WAXSEAL_ROAD_ADMIN_CENTER,
                     "by",
                     verified ? ADMIN : SATO,
                     "version",
                     "1.0.0.1",
                     "n-people",
                     kind == WAXSEAL_ROLLOUT_EVENT_KIND_ASSIGNED ? 42 : 0,
                     "request-id",
                     verified ? "0a0b0c0d-1111-4222-8333-444455556666" : "",
                     "details",
                     kind == WAXSEAL_ROLLOUT_EVENT_KIND_JUDGED ? REPORT_FIXTURE_NOTE : "",
                     NULL));
}

/* Twenty of them, each kind at least once. */
static void
fill_events (WaxsealRolloutPhase *phase)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *time = g_strdup_printf ("2026-11-10T%02u:30:00Z", i);

      add_event (phase, time, i % (WAXSEAL_ROLLOUT_EVENT_KIND_JUDGED + 1), i % 2 == 1);
    }
}

static void
name_people (WaxsealRolloutPhase *phase)
{
  add (phase,
       "recipients",
       g_object_new (WAXSEAL_TYPE_RECIPIENT,
                     "name",
                     REPORT_FIXTURE_PERSON,
                     "address",
                     "sean.o'brien@contoso.com",
                     "object-id",
                     OBJECT_ID,
                     "matched-on",
                     "2026-11-09T07:00:00Z",
                     NULL));
  add (phase, "recipients", g_object_new (WAXSEAL_TYPE_RECIPIENT, "address", "typed@x.jp", NULL));
  add (phase,
       "recipients",
       g_object_new (WAXSEAL_TYPE_RECIPIENT,
                     "kind",
                     WAXSEAL_RECIPIENT_KIND_GROUP,
                     "name",
                     "営業部; “全員”, <i>",
                     "address",
                     "sales@contoso.co.jp",
                     "matched-on",
                     "2026-11-09T07:00:00Z",
                     "n-members",
                     38,
                     "n-nested",
                     2,
                     "members-on",
                     "2026-11-09T07:00:00Z",
                     NULL));
}

static void
fill_phase (WaxsealRolloutPhase *phase, guint position)
{
  static const char *const assigned[] = { "a@contoso.com", "b@contoso.com", NULL };

  g_object_set (phase,
                "planned-on",
                "2026-11-10",
                "uploaded-on",
                "2026-11-10T00:30:00Z",
                "deployed-on",
                "2026-11-10T01:30:00Z",
                "deployed-version",
                "1.0.0.1",
                "deployed-audience",
                waxseal_record_get_enum (phase, "audience"),
                "assigned",
                assigned,
                "assignment-verified-on",
                position == 0 ? "2026-11-10T01:30:00Z" : "",
                "first-seen-on",
                "2026-11-10T09:30:00Z",
                "judged-on",
                "2026-11-12T10:00:00Z",
                "judged-by",
                position == 1 ? REPORT_FIXTURE_PERSON : SATO,
                "notes",
                position == 0 ? REPORT_FIXTURE_NOTE : "",
                NULL);
  judge (phase);
  try (phase);
  if (position == 0)
    fill_events (phase);
  if (position < 2)
    name_people (phase);
}

/* Returns: (transfer full): an organisation with all phases done. */
WaxsealOrganization *
report_fixture_create (void)
{
  WaxsealOrganization *self = waxseal_organization_new (REPORT_FIXTURE_NAME, WAXSEAL_CLOUD_GLOBAL);
  GListModel *phases = waxseal_organization_get_phases (self);
  GListModel *needs = G_LIST_MODEL (waxseal_record_get_list (self, "prerequisites"));
  g_autoptr (WaxsealRecord) need = g_list_model_get_item (needs, 0);

  g_object_set (need, "declared-on", "2026-11-01T00:00:00Z", "person", REPORT_FIXTURE_PERSON, NULL);
  g_object_set (waxseal_record_get_child (self, "sign-in"), "user-name", ADMIN, NULL);
  g_object_set (waxseal_record_get_child (self, "rollout"),
                "exchange-accepted-on",
                "2026-11-09T00:00:00Z",
                "exchange-accepted-by",
                SATO,
                NULL);
  g_object_set (waxseal_record_get_child (self, "exported"),
                "version",
                "1.0.0.1",
                "sha256",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "exported-on",
                "2026-11-09T12:00:00Z",
                NULL);
  fill_entra (self);
  fill_cres (self);
  fill_journal (self);
  for (guint i = 0; i < g_list_model_get_n_items (phases); i++)
    {
      g_autoptr (WaxsealRolloutPhase) phase = g_list_model_get_item (phases, i);

      fill_phase (phase, i);
    }
  return self;
}
