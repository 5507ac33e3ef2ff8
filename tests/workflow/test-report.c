/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of the set-up: whole, honest, exact, and without a secret. */
#include <string.h>

#include "document-reader.h"
#include "record-fixture.h"
#include "report-fixture.h"
#include "waxseal-addin-config.h"
#include "waxseal-app-proof-record.h"
#include "waxseal-document-html.h"
#include "waxseal-document-markdown.h"
#include "waxseal-journal.h"
#include "waxseal-report-words.h"
#include "waxseal-report.h"
#include "waxseal-rollout-event.h"
#include "waxseal-rollout-phase.h"

/* Of the shape that Entra's secrets have; it was never one. */
#define SECRET "abc8Q~thisIsNoSecret0123456789_abcdefghi"

static WaxsealDocument *
create_report (WaxsealOrganization *organization)
{
  g_autoptr (WaxsealManifestDraft) draft = waxseal_manifest_draft_new (organization);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 25, 12, 40, 0);

  return waxseal_report_new (organization, draft, now);
}

typedef gboolean (*CellVisitor) (GPtrArray *cells, gpointer user_data);

/* Returns: (nullable): the first row that @visit returns %TRUE for. */
static GPtrArray *
find_row (WaxsealDocument *document, CellVisitor visit, gpointer user_data)
{
  for (guint i = 0; i < document->blocks->len; i++)
    {
      WaxsealDocumentBlock *block = g_ptr_array_index (document->blocks, i);

      for (guint j = 0; block->kind == WAXSEAL_DOCUMENT_TABLE && j < block->rows->len; j++)
        if (visit (g_ptr_array_index (block->rows, j), user_data))
          return g_ptr_array_index (block->rows, j);
    }
  return NULL;
}

static gboolean
is_called (GPtrArray *cells, gpointer label)
{
  return g_str_equal (((WaxsealDocumentCell *) g_ptr_array_index (cells, 0))->text, label);
}

/* Of the last cell of the first row called @label. */
static WaxsealMark
get_mark (WaxsealDocument *document, const char *label)
{
  GPtrArray *cells = find_row (document, is_called, (gpointer) label);

  if (cells == NULL)
    g_error ("The report has no “%s”", label);
  return ((WaxsealDocumentCell *) g_ptr_array_index (cells, cells->len - 1))->mark;
}

static void
assert_mark (WaxsealOrganization *organization, const char *label, WaxsealMark mark)
{
  g_autoptr (WaxsealDocument) document = create_report (organization);

  g_assert_cmpint (get_mark (document, label), ==, mark);
}

static void
assert_nothing_verified (WaxsealOrganization *organization)
{
  g_autoptr (WaxsealDocument) document = create_report (organization);

  g_assert_false (document_reader_claims_verification (document));
}

/* What was only just begun claims nothing. */
static void
test_new (void)
{
  g_autoptr (WaxsealOrganization) organization =
    waxseal_organization_new ("Contoso", WAXSEAL_CLOUD_GLOBAL);

  assert_nothing_verified (organization);
  assert_mark (organization, "Organization", WAXSEAL_MARK_DECLARED);
  assert_mark (organization, "Application (client) ID", WAXSEAL_MARK_UNKNOWN);
  assert_mark (organization, "Registered", WAXSEAL_MARK_UNKNOWN);
  assert_mark (organization, "Secret ID", WAXSEAL_MARK_UNKNOWN);
  assert_mark (organization, "Mail.Read", WAXSEAL_MARK_UNKNOWN);
  assert_mark (organization, "Azure AD Details saved", WAXSEAL_MARK_UNKNOWN);
  assert_mark (organization, "Where it is from", WAXSEAL_MARK_ASSUMED);
  assert_mark (organization, "Version", WAXSEAL_MARK_DECLARED);
  assert_mark (organization, "Id", WAXSEAL_MARK_ASSUMED);
  assert_mark (organization, "Audience", WAXSEAL_MARK_PLANNED);
  assert_mark (organization, "Assigned", WAXSEAL_MARK_UNKNOWN);
  assert_mark (organization, "Every user of the phase sees the button", WAXSEAL_MARK_NONE);
}

/* What the administrator typed and ticked, all by hand. */
static void
test_by_hand (void)
{
  g_autoptr (WaxsealOrganization) organization =
    waxseal_organization_new ("Contoso", WAXSEAL_CLOUD_GLOBAL);
  WaxsealEntraApp *app = waxseal_organization_get_entra_app (organization);
  g_autoptr (WaxsealRecord) permission =
    g_list_model_get_item (G_LIST_MODEL (waxseal_record_get_list (app, "permissions")), 0);
  g_autoptr (WaxsealRolloutPhase) phase =
    g_list_model_get_item (waxseal_organization_get_phases (organization), 0);

  g_object_set (app,
                "client-id",
                "6731de76-14a6-49ae-97bc-6eba6914391e",
                "secret-key-id",
                REPORT_FIXTURE_KEY_ID,
                NULL);
  waxseal_record_set_text (permission, "granted-on", "2026-11-02T09:01:00Z");
  waxseal_addin_config_declare (organization, TRUE);
  waxseal_record_set_text (phase, "deployed-on", "2026-11-10T09:01:00Z");
  assert_nothing_verified (organization);
  assert_mark (organization, "Application (client) ID", WAXSEAL_MARK_DECLARED);
  assert_mark (organization, "Mail.Read", WAXSEAL_MARK_DECLARED);
  assert_mark (organization, "Kept in CRES", WAXSEAL_MARK_DECLARED);
  assert_mark (organization, "Assigned", WAXSEAL_MARK_DECLARED);

  waxseal_record_set_text (app, "secret-key-id", "0f1e2d3c-0000-4000-8000-000000000000");
  assert_mark (organization, "Kept in CRES", WAXSEAL_MARK_STALE);
  assert_mark (organization, "Azure AD Details saved", WAXSEAL_MARK_STALE);
}

/* What was read back, as long as it is about what there is now. */
static void
test_read_back (void)
{
  g_autoptr (WaxsealOrganization) organization = report_fixture_create ();
  WaxsealEntraApp *app = waxseal_organization_get_entra_app (organization);
  g_autoptr (GError) error = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "It did not work");
  const char *check = "The application signs in with its secret, and has its permissions";

  assert_mark (organization, "Application (client) ID", WAXSEAL_MARK_VERIFIED);
  assert_mark (organization, "Registered", WAXSEAL_MARK_VERIFIED);
  assert_mark (organization, "Secret ID", WAXSEAL_MARK_VERIFIED);
  assert_mark (organization, "Mail.Read", WAXSEAL_MARK_DECLARED);
  assert_mark (organization, "Mail.ReadWrite", WAXSEAL_MARK_VERIFIED);
  assert_mark (organization, "User.Read.All", WAXSEAL_MARK_UNKNOWN);
  assert_mark (organization, check, WAXSEAL_MARK_VERIFIED);
  assert_mark (organization, "Manifest uploaded", WAXSEAL_MARK_DECLARED);
  assert_mark (organization, "Assigned", WAXSEAL_MARK_VERIFIED);
  assert_mark (organization, "Assigned to", WAXSEAL_MARK_VERIFIED);
  assert_mark (organization, "Verdict", WAXSEAL_MARK_DECLARED);
  assert_mark (organization, REPORT_FIXTURE_PERSON, WAXSEAL_MARK_VERIFIED);
  assert_mark (organization, "typed@x.jp", WAXSEAL_MARK_DECLARED);

  waxseal_record_set_text (app, "secret-key-id", "0f1e2d3c-0000-4000-8000-000000000000");
  assert_mark (organization, "Application (client) ID", WAXSEAL_MARK_DECLARED);
  assert_mark (organization, "Secret ID", WAXSEAL_MARK_DECLARED);
  assert_mark (organization, check, WAXSEAL_MARK_STALE);
  waxseal_app_proof_record_result (organization, NULL, error);
  assert_mark (organization, check, WAXSEAL_MARK_ATTENTION);
  assert_mark (organization, "Application (client) ID", WAXSEAL_MARK_DECLARED);
}

static void
mark_handed_over (GListModel *journal)
{
  for (guint i = 0; i < g_list_model_get_n_items (journal); i++)
    {
      g_autoptr (WaxsealJournalEntry) entry = g_list_model_get_item (journal, i);

      g_object_set (entry, "handed-over", TRUE, NULL);
    }
}

static gboolean
is_done_elsewhere (GPtrArray *cells, gpointer user_data)
{
  const WaxsealDocumentCell *cell = g_ptr_array_index (cells, MIN (2, cells->len - 1));

  return g_str_equal (cell->text, "Done, and read back") && cell->mark == WAXSEAL_MARK_DECLARED;
}

/* What another administrator's Waxseal read back, this one did not. */
static void
test_handed_over (void)
{
  g_autoptr (WaxsealOrganization) organization = report_fixture_create ();
  g_autoptr (WaxsealDocument) document = NULL;
  g_autofree char *markdown = NULL;

  mark_handed_over (G_LIST_MODEL (waxseal_record_get_list (organization, "journal")));
  g_object_set (waxseal_record_get_child (organization, "origin"),
                "handed-over-by",
                "佐藤 花子",
                "handed-over-on",
                "2026-11-20T00:00:00Z",
                "opened-on",
                "2026-11-21T00:00:00Z",
                NULL);
  assert_mark (organization, "Registered", WAXSEAL_MARK_DECLARED);
  assert_mark (organization, "Secret ID", WAXSEAL_MARK_DECLARED);
  document = create_report (organization);
  g_assert_nonnull (find_row (document, is_done_elsewhere, NULL));
  markdown = waxseal_document_to_markdown (document);
  g_assert_nonnull (strstr (markdown, "佐藤 花子 handed this set-up over on 20 Nov 2026"));
}

/* In both forms, to the letter. */
static void
test_exact (void)
{
  g_autoptr (WaxsealOrganization) organization = report_fixture_create ();
  g_autoptr (WaxsealDocument) document = create_report (organization);
  g_autofree char *html = waxseal_document_to_html (document);
  g_autofree char *markdown = waxseal_document_to_markdown (document);

  g_assert_cmpstr (document->title, ==, REPORT_FIXTURE_NAME);
  g_assert_nonnull (find_row (document, is_called, REPORT_FIXTURE_PERSON));
  document_reader_assert_html (document, html);
  document_reader_assert_markdown (document, markdown);
}

/* Nobody takes practice for the real thing. */
static void
test_practice (void)
{
  g_autoptr (WaxsealOrganization) organization = waxseal_organization_new_for_practice ("Contoso");
  g_autoptr (WaxsealDocument) document = create_report (organization);
  const WaxsealDocumentBlock *block = g_ptr_array_index (document->blocks, 0);

  g_assert_cmpint (block->kind, ==, WAXSEAL_DOCUMENT_NOTICE);
  g_assert_nonnull (strstr (block->text, "practice tenant"));
}

static gboolean
is_text (GParamSpec *pspec)
{
  return G_IS_PARAM_SPEC_STRING (pspec) && !g_str_equal (pspec->name, "id");
}

static char *
create_marker (WaxsealRecord *record, GParamSpec *pspec)
{
  return g_strdup_printf ("%s.%s", G_OBJECT_TYPE_NAME (record), pspec->name);
}

/* Each text says where it stands, in place of a date too; each choice is the last one. */
static void
mark_cb (WaxsealRecord *record, GParamSpec *pspec, gpointer markers)
{
  g_autofree char *marker = create_marker (record, pspec);
  const char *const texts[] = { marker, NULL };

  if (is_text (pspec))
    g_object_set (record, pspec->name, marker, NULL);
  else if (pspec->value_type == G_TYPE_STRV)
    g_object_set (record, pspec->name, texts, NULL);
  else if (G_IS_PARAM_SPEC_ENUM (pspec))
    g_object_set (record, pspec->name, G_PARAM_SPEC_ENUM (pspec)->enum_class->maximum, NULL);
  if (is_text (pspec) || pspec->value_type == G_TYPE_STRV)
    g_hash_table_add (markers, g_steal_pointer (&marker));
}

/* What is in the set-up and not in the report, each for a reason. */
static const char *const left_out[] = {
  "WaxsealAddinIdentity.",  /* it is in the manifest, which is shown */
  "WaxsealLocaleNames.",    /* the same */
  "WaxsealManifestSource.", /* a manifest of markers would be none; see test_source() */
  "WaxsealCheck.inputs",    /* a digest, for Waxseal alone */
  "WaxsealCresAccount.azure-details-secret", /* compared with the Secret ID */
  "WaxsealEntraApp.secret-key-id",           /* shown if it is one; see test_wrong_field() */
  "WaxsealJournalEntry.marker",              /* a tag, for Waxseal alone */
  "WaxsealJournalEntry.expires",             /* the secret's own expiry counts */
  "WaxsealJournalEntry.settled-on",          /* a moment after “time” */
  "WaxsealPermission.granted-on",            /* “verified-on” says more */
  "WaxsealPortalSteps.signed-in-on",         /* a step on the way, nothing that lasts */
  "WaxsealPortalSteps.form-opened-on",       /* the same */
  "WaxsealRecipient.object-id",              /* a person is known by the address */
  "WaxsealRecipient.member-addresses",       /* counted */
  "WaxsealRecipient.members-on",             /* “matched-on” is shown */
  "WaxsealRolloutPhase.told-on",             /* a notification on this computer */
};

static gboolean
is_left_out (const char *marker)
{
  for (guint i = 0; i < G_N_ELEMENTS (left_out); i++)
    if (g_str_has_prefix (marker, left_out[i]))
      return TRUE;
  return FALSE;
}

/* Whoever adds something to the set-up adds it to the report, or to the list above. */
static void
test_whole (void)
{
  g_autoptr (WaxsealOrganization) organization =
    waxseal_organization_new ("x", WAXSEAL_CLOUD_GLOBAL);
  g_autoptr (GHashTable) markers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (WaxsealDocument) document = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  g_autofree char *all = NULL;
  GHashTableIter iter;
  gpointer marker;

  record_fixture_fill (WAXSEAL_RECORD (organization));
  record_fixture_visit (WAXSEAL_RECORD (organization), mark_cb, markers);
  g_object_set (waxseal_record_get_child (organization, "manifest"), "lines", NULL, NULL);
  document = create_report (organization);
  texts = document_reader_list_texts (document);
  g_ptr_array_add (texts, NULL);
  all = g_strjoinv ("\n", (char **) texts->pdata);
  g_hash_table_iter_init (&iter, markers);
  while (g_hash_table_iter_next (&iter, &marker, NULL))
    if (!is_left_out (marker) && strstr (all, marker) == NULL)
      g_error ("%s is not in the report", (char *) marker);
}

static void
test_source (void)
{
  g_autoptr (WaxsealOrganization) organization =
    waxseal_organization_new ("Contoso", WAXSEAL_CLOUD_GLOBAL);
  g_autoptr (WaxsealManifestDraft) draft = waxseal_manifest_draft_new (organization);
  g_autoptr (WaxsealManifestDocument) document =
    g_object_ref (waxseal_manifest_draft_get_document (draft));
  WaxsealManifestSource *source = waxseal_organization_get_manifest (organization);
  g_autoptr (WaxsealDocument) report = NULL;
  g_autofree char *markdown = NULL;

  waxseal_manifest_draft_adopt (draft, document, "from | CRES.xml", TRUE);
  assert_nothing_verified (organization);
  assert_mark (organization, "Where it is from", WAXSEAL_MARK_DECLARED);
  assert_mark (organization, "Id", WAXSEAL_MARK_DECLARED);
  report = create_report (organization);
  markdown = waxseal_document_to_markdown (report);
  g_assert_nonnull (strstr (markdown, "from \\| CRES.xml"));
  g_assert_nonnull (strstr (markdown, waxseal_record_get_text (source, "sha256")));
}

/* Somebody pasted the secret everywhere, grown together with other words too. */
static void
paste_cb (WaxsealRecord *record, GParamSpec *pspec, gpointer user_data)
{
  const char *const texts[] = { SECRET, "x" SECRET, NULL };

  if (is_text (pspec))
    g_object_set (record, pspec->name, user_data, NULL);
  else if (pspec->value_type == G_TYPE_STRV)
    g_object_set (record, pspec->name, texts, NULL);
}

static gboolean
has_secret (const char *text)
{
  return strstr (text, "8Q~") != NULL || strstr (text, "thisIsNoSecret") != NULL;
}

static void
test_secrets (void)
{
  static const char *const pasted[] = { SECRET, "the secret is “" SECRET "”, | <b>keep it</b>" };

  g_assert_true (has_secret (pasted[1])); /* that the search finds one */
  for (guint i = 0; i < G_N_ELEMENTS (pasted); i++)
    {
      g_autoptr (WaxsealOrganization) organization =
        waxseal_organization_new ("x", WAXSEAL_CLOUD_GLOBAL);
      g_autoptr (WaxsealDocument) document = NULL;
      g_autofree char *html = NULL;
      g_autofree char *markdown = NULL;

      record_fixture_fill (WAXSEAL_RECORD (organization));
      record_fixture_visit (WAXSEAL_RECORD (organization), paste_cb, (gpointer) pasted[i]);
      document = create_report (organization);
      html = waxseal_document_to_html (document);
      markdown = waxseal_document_to_markdown (document);
      g_assert_nonnull (strstr (html, "it looks like a secret"));
      g_assert_false (has_secret (html));
      g_assert_false (has_secret (markdown));
      document_reader_assert_html (document, html);
      document_reader_assert_markdown (document, markdown);
    }
}

/* The Value in place of the Secret ID, of any shape: nothing but a GUID is shown there. */
static void
test_wrong_field (void)
{
  g_autoptr (WaxsealOrganization) organization =
    waxseal_organization_new ("x", WAXSEAL_CLOUD_GLOBAL);
  g_autoptr (WaxsealDocument) document = NULL;
  g_autofree char *markdown = NULL;

  waxseal_record_set_text (waxseal_organization_get_entra_app (organization),
                           "secret-key-id",
                           "hunter2");
  document = create_report (organization);
  markdown = waxseal_document_to_markdown (document);
  g_assert_null (strstr (markdown, "hunter2"));
  g_assert_nonnull (strstr (markdown, "not a Secret ID"));
}

/* Whether this program calls functions of @library that begin so: it has their names then. */
static gboolean
calls (GBytes *program, const char *library, const char *object)
{
  g_autofree char *prefix = g_strdup_printf ("%s_%s_", library, object);
  gsize size, length = strlen (prefix);
  const char *data = g_bytes_get_data (program, &size);

  for (gsize i = 0; i + length <= size; i++)
    if (data[i] == *prefix && memcmp (data + i, prefix, length) == 0)
      return TRUE;
  return FALSE;
}

/* The report cannot tell what it cannot reach: nothing that asks the keyring is linked with it. */
static void
test_no_keyring (void)
{
  static const char *const objects[] = { "service", "password", "item", "collection", "backend" };
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) program = NULL;
  gsize size;

  g_assert_true (g_file_get_contents ("/proc/self/exe", &contents, &size, NULL));
  program = g_bytes_new_take (g_steal_pointer (&contents), size);
  g_assert_true (calls (program, "json", "object")); /* that the search finds one */
  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    g_assert_false (calls (program, "secret", objects[i]));
}

/* Each change that a journal can have, and each outcome, is called something in the report. */
static void
test_words (void)
{
  g_autoptr (GRegex) regex =
    g_regex_new ("#define WAXSEAL_(JOURNAL|OUTCOME)_[A-Z_]+ +\"([a-z-]+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *header = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (JOURNAL_HEADER, &header, NULL, NULL));
  for (g_regex_match (regex, header, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *kind = g_match_info_fetch (match, 1);
      g_autofree char *text = g_match_info_fetch (match, 2);
      gboolean is_action = g_str_equal (kind, "JOURNAL");

      g_assert_cmpstr (is_action ? waxseal_report_words_for_action (text)
                                 : waxseal_report_words_for_outcome (text),
                       !=,
                       text);
      n++;
    }
  g_assert_cmpuint (n, >, 12);
}

static void
test_many (void)
{
  g_autoptr (WaxsealOrganization) organization =
    waxseal_organization_new ("x", WAXSEAL_CLOUD_GLOBAL);
  GListStore *journal = waxseal_record_get_list (organization, "journal");
  g_autoptr (WaxsealDocument) document = NULL;
  const WaxsealDocumentBlock *block;

  for (guint i = 0; i < WAXSEAL_REPORT_MAX_ROWS + 7; i++)
    {
      g_autoptr (WaxsealJournalEntry) entry =
        g_object_new (WAXSEAL_TYPE_JOURNAL_ENTRY, "action", WAXSEAL_JOURNAL_GRANT, NULL);

      g_list_store_append (journal, entry);
    }
  document = create_report (organization);
  block = g_ptr_array_index (document->blocks, document->blocks->len - 1);
  g_assert_cmpstr (block->text, ==, "7 more are not listed here.");
  block = g_ptr_array_index (document->blocks, document->blocks->len - 2);
  g_assert_cmpuint (block->rows->len, ==, WAXSEAL_REPORT_MAX_ROWS);
}

static void
test_file_name (void)
{
  g_autoptr (WaxsealOrganization) organization = report_fixture_create ();
  g_autofree char *name = waxseal_report_dup_file_name (organization, "html");
  g_autofree char *plain = NULL;

  g_assert_cmpstr (name, ==, "waxseal-report-contoso-株式会社-r-d-b-x-b.html");
  waxseal_record_set_text (organization, "name", "../|");
  plain = waxseal_report_dup_file_name (organization, "md");
  g_assert_cmpstr (plain, ==, "waxseal-report.md");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/new", test_new);
  g_test_add_func ("/report/by-hand", test_by_hand);
  g_test_add_func ("/report/read-back", test_read_back);
  g_test_add_func ("/report/handed-over", test_handed_over);
  g_test_add_func ("/report/exact", test_exact);
  g_test_add_func ("/report/practice", test_practice);
  g_test_add_func ("/report/whole", test_whole);
  g_test_add_func ("/report/source", test_source);
  g_test_add_func ("/report/secrets", test_secrets);
  g_test_add_func ("/report/wrong-field", test_wrong_field);
  g_test_add_func ("/report/no-keyring", test_no_keyring);
  g_test_add_func ("/report/words", test_words);
  g_test_add_func ("/report/many", test_many);
  g_test_add_func ("/report/file-name", test_file_name);
  return g_test_run ();
}
