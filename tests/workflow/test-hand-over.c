/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hand-over file: whole, without what is personal, honest about what was verified elsewhere,
 * and safe to open whoever made it. */
#include <string.h>

#include "document-reader.h"
#include "record-fixture.h"
#include "report-fixture.h"
#include "waxseal-error.h"
#include "waxseal-hand-over-facts.h"
#include "waxseal-hand-over-file.h"
#include "waxseal-journal.h"
#include "waxseal-record-json.h"
#include "waxseal-report.h"
#include "waxseal-rollout-enums.h"

/* Of the shape that Entra's secrets have; it was never one. */
#define SECRET "abc8Q~thisIsNoSecret0123456789_abcdefghi"

static GBytes *
write_file (WaxsealOrganization *organization)
{
  g_autoptr (WaxsealHandOver) hand_over = waxseal_hand_over_new (organization, "佐藤 花子");

  return waxseal_record_serialize (hand_over);
}

static WaxsealHandOver *
read_file (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  WaxsealHandOver *hand_over = waxseal_hand_over_parse (bytes, &error);

  g_assert_no_error (error);
  return hand_over;
}

static WaxsealOrganization *
hand_over (WaxsealOrganization *organization)
{
  g_autoptr (GBytes) bytes = write_file (organization);
  g_autoptr (WaxsealHandOver) file = read_file (bytes);

  return waxseal_hand_over_open (file, "Fabrikam");
}

static WaxsealDocument *
create_report (WaxsealOrganization *organization)
{
  g_autoptr (WaxsealManifestDraft) draft = waxseal_manifest_draft_new (organization);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 25, 12, 40, 0);

  return waxseal_report_new (organization, draft, now);
}

static void
assert_same_text (WaxsealOrganization *a, WaxsealOrganization *b, const char *child)
{
  g_autofree char *text_a = record_fixture_to_text (waxseal_record_get_child (a, child));
  g_autofree char *text_b = record_fixture_to_text (waxseal_record_get_child (b, child));

  g_assert_cmpstr (text_a, ==, text_b);
}

static void
assert_same_length (gpointer a, gpointer b, const char *list)
{
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (waxseal_record_get_list (a, list))),
                    ==,
                    g_list_model_get_n_items (G_LIST_MODEL (waxseal_record_get_list (b, list))));
}

static void
test_whole (void)
{
  static const char *const same[] = {
    "entra-app", "cres-account", "addin", "manifest", "exported"
  };
  static const char *const lists[] = { "prerequisites", "domains", "phases", "checks", "journal" };
  g_autoptr (WaxsealOrganization) organization = report_fixture_create ();
  g_autoptr (WaxsealOrganization) opened = NULL;
  g_autoptr (WaxsealRecord) before = NULL;
  g_autoptr (WaxsealRecord) after = NULL;

  /* The one thing in them that opening changes. */
  g_list_store_remove_all (
    waxseal_record_get_list (waxseal_organization_get_entra_app (organization), "permissions"));
  opened = hand_over (organization);
  g_assert_true (g_uuid_string_is_valid (waxseal_organization_get_id (opened)));
  g_assert_cmpstr (waxseal_organization_get_id (opened),
                   !=,
                   waxseal_organization_get_id (organization));
  g_assert_cmpstr (waxseal_organization_get_name (opened), ==, "Fabrikam");
  g_assert_false (waxseal_organization_get_read_only (opened));
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    assert_same_text (organization, opened, same[i]);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    assert_same_length (organization, opened, lists[i]);
  before = g_list_model_get_item (waxseal_organization_get_phases (organization), 0);
  after = g_list_model_get_item (waxseal_organization_get_phases (opened), 0);
  assert_same_length (before, after, "events");
  assert_same_length (before, after, "recipients");
  assert_same_length (before, after, "criteria");
  assert_same_length (before, after, "tests");
  g_assert_cmpstr (waxseal_record_get_text (after, "judged-by"),
                   ==,
                   waxseal_record_get_text (before, "judged-by"));
}

static void
test_origin (void)
{
  g_autoptr (WaxsealOrganization) organization = report_fixture_create ();
  g_autoptr (WaxsealOrganization) opened = hand_over (organization);
  g_autoptr (WaxsealOrganization) again = hand_over (opened);
  WaxsealRecord *origin = waxseal_record_get_child (again, "origin");

  g_assert_cmpstr (waxseal_record_get_text (origin, "handed-over-by"), ==, "佐藤 花子");
  g_assert_cmpstr (waxseal_record_get_text (origin, "handed-over-on"), !=, "");
  g_assert_cmpstr (waxseal_record_get_text (origin, "opened-on"), !=, "");
}

static void
verify_cb (WaxsealRecord *record, GParamSpec *pspec, gpointer user_data)
{
  if (g_str_equal (pspec->name, "state"))
    g_object_set (record, "state", WAXSEAL_STATE_VERIFIED, NULL);
  else if (g_str_equal (pspec->name, "outcome"))
    g_object_set (record, "outcome", WAXSEAL_OUTCOME_DONE, NULL);
  else if (g_str_has_suffix (pspec->name, "-on") || g_str_equal (pspec->name, "time"))
    g_object_set (record, pspec->name, "2026-11-20T00:00:00Z", NULL);
}

/* Whatever was verified there, and whatever a file says of it, this Waxseal read nothing back. */
static void
test_nothing_verified (void)
{
  g_autoptr (WaxsealOrganization) finished = report_fixture_create ();
  g_autoptr (WaxsealOrganization) filled = waxseal_organization_new ("x", WAXSEAL_CLOUD_GLOBAL);
  WaxsealOrganization *const organizations[] = { finished, filled };

  record_fixture_fill (WAXSEAL_RECORD (filled));
  record_fixture_visit (WAXSEAL_RECORD (filled), verify_cb, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (organizations); i++)
    {
      g_autoptr (WaxsealDocument) before = create_report (organizations[i]);
      g_autoptr (WaxsealOrganization) opened = hand_over (organizations[i]);
      g_autoptr (WaxsealDocument) after = create_report (opened);

      g_assert_true (document_reader_claims_verification (before));
      g_assert_false (document_reader_claims_verification (after));
    }
}

static gboolean
contains (GBytes *bytes, const char *text)
{
  return g_strstr_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text) != NULL;
}

/* What is of this person, computer or network stays here; both ends see to it. */
static void
test_personal (void)
{
  g_autoptr (WaxsealOrganization) organization = report_fixture_create ();
  g_autoptr (WaxsealOrganization) opened = NULL;
  g_autoptr (WaxsealHandOver) hostile = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *id = g_strdup (waxseal_organization_get_id (organization));
  WaxsealRecord *sign_in = waxseal_record_get_child (organization, "sign-in");
  WaxsealRecord *rollout = waxseal_record_get_child (organization, "rollout");

  g_object_set (sign_in,
                "user-name",
                "personal-user",
                "login-host",
                "personal.login",
                "graph-host",
                "personal.graph",
                "exchange-host",
                "personal.exchange",
                "client-id",
                "1b730954-1685-4b74-9bfd-dac224a7b894",
                "stay-signed-in",
                TRUE,
                NULL);
  g_object_set (
    rollout, "exchange-accepted-by", "personal-acceptance", "road", WAXSEAL_ROAD_EXCHANGE, NULL);
  bytes = write_file (organization);
  g_assert_true (contains (bytes, REPORT_FIXTURE_KEY_ID));
  g_assert_true (contains (bytes, "1b730954-1685-4b74-9bfd-dac224a7b894"));
  g_assert_false (contains (bytes, "personal"));
  g_assert_false (contains (bytes, id));

  /* A file that some other program made. */
  hostile = waxseal_hand_over_new (organization, "x");
  g_object_set (waxseal_record_get_child (waxseal_hand_over_get_organization (hostile), "sign-in"),
                "login-host",
                "login.evil.example",
                NULL);
  opened = waxseal_hand_over_open (hostile, "x");
  sign_in = waxseal_record_get_child (opened, "sign-in");
  rollout = waxseal_record_get_child (opened, "rollout");
  g_assert_cmpstr (waxseal_record_get_text (sign_in, "login-host"), ==, "");
  g_assert_false (waxseal_record_get_flag (sign_in, "stay-signed-in"));
  g_assert_cmpstr (waxseal_record_get_text (rollout, "exchange-accepted-on"), ==, "");
  g_assert_cmpint (waxseal_record_get_enum (rollout, "road"), ==, WAXSEAL_ROAD_ADMIN_CENTER);
}

static void
paste_cb (WaxsealRecord *record, GParamSpec *pspec, gpointer user_data)
{
  if (G_IS_PARAM_SPEC_STRING (pspec))
    g_object_set (record, pspec->name, user_data, NULL);
}

static void
test_secrets (void)
{
  g_autoptr (WaxsealOrganization) organization =
    waxseal_organization_new ("x", WAXSEAL_CLOUD_GLOBAL);
  g_autoptr (GBytes) decoy = NULL;
  g_autoptr (GBytes) bytes = NULL;

  record_fixture_fill (WAXSEAL_RECORD (organization));
  record_fixture_visit (WAXSEAL_RECORD (organization), paste_cb, "it is “" SECRET "”");
  decoy = waxseal_record_serialize (organization);
  g_assert_true (contains (decoy, "8Q~"));
  bytes = write_file (organization);
  g_assert_true (contains (bytes, "it looks like a secret"));
  g_assert_false (contains (bytes, "8Q~"));

  waxseal_record_set_text (waxseal_organization_get_entra_app (organization),
                           "secret-key-id",
                           "hunter2");
  waxseal_record_set_text (waxseal_organization_get_cres_account (organization),
                           "azure-details-secret",
                           "hunter2");
  g_bytes_unref (bytes);
  bytes = write_file (organization);
  g_assert_false (contains (bytes, "hunter2"));
}

/* Practice stays practice, and nothing becomes it. */
static void
test_practice (void)
{
  g_autoptr (WaxsealOrganization) practice = waxseal_organization_new_for_practice ("x");
  g_autoptr (WaxsealOrganization) real = waxseal_organization_new ("x", WAXSEAL_CLOUD_CHINA);
  g_autoptr (WaxsealOrganization) opened_practice = hand_over (practice);
  g_autoptr (WaxsealOrganization) opened_real = hand_over (real);

  g_assert_true (waxseal_organization_get_practice (opened_practice));
  g_assert_false (waxseal_organization_get_practice (opened_real));
  g_assert_cmpint (waxseal_record_get_enum (opened_real, "cloud"), ==, WAXSEAL_CLOUD_CHINA);
}

/* A change whose end is not known there is not taken up here: two would make it. */
static void
test_pending (void)
{
  g_autoptr (WaxsealOrganization) organization = report_fixture_create ();
  g_autoptr (WaxsealOrganization) opened = hand_over (organization);
  g_autoptr (WaxsealOrganizationStore) store = waxseal_organization_store_new ("/nowhere");
  g_autoptr (WaxsealJournal) there = waxseal_journal_new (organization, store);
  g_autoptr (WaxsealJournal) here = waxseal_journal_new (opened, store);
  g_autoptr (WaxsealJournalEntry) pending =
    waxseal_journal_find_pending (there, WAXSEAL_JOURNAL_GRANT, NULL);

  g_assert_nonnull (pending);
  g_assert_null (waxseal_journal_find_pending (here, WAXSEAL_JOURNAL_GRANT, NULL));
}

static void
assert_refused (const char *text, gssize length, WaxsealError code, const char *part)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealHandOver) file = waxseal_hand_over_parse (bytes, &error);

  g_assert_null (file);
  g_assert_error (error, WAXSEAL_ERROR, (int) code);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” says: %s", text, error->message);
}

static void
test_strangers (void)
{
  static const char *const not_one[] = {
    "",
    "{}",
    "[]",
    "null",
    "\"x\"",
    "{\"kind\": 1}",
    "{\"kind\": \"other\", \"format\": 1}",
    "{\"manifestVersion\": \"1.17\"}",
  };
  static const char *const damaged[] = {
    "<OfficeApp/>",
    "PK\x03\x04",
    "{",
    "{\"kind\": \"waxseal-hand-over\", \"format\": 1}",
    "{\"kind\": \"waxseal-hand-over\", \"format\": 1, \"organization\": []}",
    "{\"kind\": \"waxseal-hand-over\", \"format\": \"1\", \"organization\": {}}",
    "{\"kind\": \"waxseal-hand-over\", \"organization\": {\"phases\": [1]}}",
    "{\"kind\": \"waxseal-hand-over\", \"organization\": {\"cloud\": \"mars\"}}",
  };
  g_autoptr (WaxsealOrganization) organization = report_fixture_create ();
  g_autoptr (GBytes) set_up = waxseal_record_serialize (organization);
  g_autofree char *deep = g_strnfill (1000000, '[');

  for (guint i = 0; i < G_N_ELEMENTS (not_one); i++)
    assert_refused (not_one[i], -1, WAXSEAL_ERROR_FILE_DAMAGED, "not a hand-over file");
  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    assert_refused (damaged[i], -1, WAXSEAL_ERROR_FILE_DAMAGED, "damaged");
  assert_refused (deep, -1, WAXSEAL_ERROR_FILE_DAMAGED, "damaged");
  assert_refused (g_bytes_get_data (set_up, NULL),
                  g_bytes_get_size (set_up),
                  WAXSEAL_ERROR_FILE_DAMAGED,
                  "keeps for itself");
}

static void
test_details (void)
{
  const char text[] = "{\"kind\": \"waxseal-hand-over\", \"organization\": {\"phases\": [{}, 1]}}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_null (waxseal_hand_over_parse (bytes, &error));
  g_assert_nonnull (strstr (waxseal_error_get_details (error), "organization.phases"));
}

static void
test_newer (void)
{
  const char *newer = "{\"kind\": \"waxseal-hand-over\", \"format\": 2, \"made-with\": \"9.1\", "
                      "\"organization\": {\"format\": 1, \"name\": {\"new\": \"way\"}}}";
  const char *newer_inside = "{\"kind\": \"waxseal-hand-over\", \"format\": 1, "
                             "\"organization\": {\"format\": 2}}";

  assert_refused (newer, -1, WAXSEAL_ERROR_FILE_NEWER, "newer version of Waxseal (9.1)");
  assert_refused (newer_inside, -1, WAXSEAL_ERROR_FILE_NEWER, "Update Waxseal");
}

/* Whatever became of the bytes on the way, it ends in an error or in a set-up that can be shown. */
static void
try_bytes (const char *data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealHandOver) file = waxseal_hand_over_parse (bytes, &error);
  g_autoptr (GPtrArray) facts = NULL;
  g_autoptr (WaxsealOrganization) opened = NULL;

  g_assert_true ((file != NULL) == (error == NULL));
  if (file == NULL)
    return;
  facts = waxseal_hand_over_list_facts (file);
  opened = waxseal_hand_over_open (file, "x");
  g_assert_true (g_uuid_string_is_valid (waxseal_organization_get_id (opened)));
}

static void
test_damage (void)
{
  g_autoptr (WaxsealOrganization) organization = report_fixture_create ();
  g_autoptr (GBytes) bytes = write_file (organization);
  gsize length = g_bytes_get_size (bytes);
  const char *data = g_bytes_get_data (bytes, NULL);
  g_autofree char *copy = g_memdup2 (data, length);

  for (gsize i = 0; i + 2 < length; i += length / 100)
    assert_refused (data, i, WAXSEAL_ERROR_FILE_DAMAGED, "hand-over file");
  for (guint i = 0; i < 300; i++)
    {
      gsize place = g_test_rand_int_range (0, length);

      copy[place] = g_test_rand_int_range (1, 256);
      try_bytes (copy, length);
      copy[place] = data[place];
    }
}

static const char *
find_fact (GPtrArray *facts, const char *label, const char **warning)
{
  for (guint i = 0; i < facts->len; i++)
    {
      WaxsealHandOverFact *fact = g_ptr_array_index (facts, i);

      *warning = fact->warning;
      if (g_str_equal (fact->label, label))
        return fact->value;
    }
  g_error ("There is no “%s”", label);
  return NULL;
}

static void
test_facts (void)
{
  static const struct
  {
    const char *address;
    gboolean warns;
  } portals[] = {
    { "https://res.cisco.com/admin", FALSE },      { "https://eu.res.cisco.com/admin", FALSE },
    { "https://res.cisco.com.evil.jp", TRUE },     { "http://res.cisco.com/admin", TRUE },
    { "https://evilcisco.com/admin", TRUE },       { "javascript:alert(1)//.cisco.com", TRUE },
    { "https://x@evil.example/.cisco.com", TRUE },
  };
  g_autoptr (WaxsealOrganization) organization = report_fixture_create ();
  const char *warning;

  for (guint i = 0; i < G_N_ELEMENTS (portals); i++)
    {
      g_autoptr (WaxsealHandOver) file = NULL;
      g_autoptr (GPtrArray) facts = NULL;

      waxseal_record_set_text (waxseal_organization_get_cres_account (organization),
                               "portal-url",
                               portals[i].address);
      file = waxseal_hand_over_new (organization, REPORT_FIXTURE_PERSON);
      facts = waxseal_hand_over_list_facts (file);
      g_assert_cmpstr (find_fact (facts, "CRES portal", &warning), ==, portals[i].address);
      g_assert_true ((warning != NULL) == portals[i].warns);
      warning = ((WaxsealHandOverFact *) g_ptr_array_index (facts, 0))->warning;
      g_assert_true ((warning != NULL) == portals[i].warns);
      g_assert_cmpstr (find_fact (facts, "Mail domains", &warning),
                       ==,
                       "contoso.com, contoso.co.jp, 日本語.example");
      g_assert_cmpstr (find_fact (facts, "Deployment", &warning), ==, "3 of 3 phases deployed");
      g_assert_true (
        g_str_has_prefix (find_fact (facts, "Handed over by", &warning), REPORT_FIXTURE_PERSON));
    }
}

static void
loaded_cb (GObject *file, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static WaxsealHandOver *
load (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  waxseal_hand_over_file_load_async (file, NULL, loaded_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return waxseal_hand_over_file_load_finish (file, result, error);
}

static void
assert_not_loaded (const char *path, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealHandOver) file = load (path, &error);

  g_assert_null (file);
  g_assert_error (error, domain, code);
}

static void
test_files (void)
{
  g_autoptr (WaxsealOrganization) organization = report_fixture_create ();
  g_autoptr (GBytes) bytes = write_file (organization);
  g_autofree char *folder = g_dir_make_tmp ("waxseal-hand-over-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "x.waxseal", NULL);
  g_autoptr (WaxsealHandOver) file = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  file = load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (waxseal_record_get_text (file, "made-by"), ==, "佐藤 花子");
  assert_not_loaded (folder, WAXSEAL_ERROR, WAXSEAL_ERROR_FILE_DAMAGED);
  assert_not_loaded ("/dev/zero", WAXSEAL_ERROR, WAXSEAL_ERROR_FILE_DAMAGED);
  g_assert_cmpint (remove (path), ==, 0);
  assert_not_loaded (path, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpint (remove (folder), ==, 0);
}

static void
test_names (void)
{
  g_autoptr (WaxsealOrganization) organization =
    waxseal_organization_new ("../Contoso | 株式会社", WAXSEAL_CLOUD_GLOBAL);
  g_autofree char *name = waxseal_hand_over_dup_file_name (organization);
  g_autofree char *fallback = NULL;

  g_assert_cmpstr (name, ==, "contoso-株式会社.waxseal");
  waxseal_record_set_text (organization, "name", "//");
  fallback = waxseal_hand_over_dup_file_name (organization);
  g_assert_cmpstr (fallback, ==, "organization.waxseal");
  g_assert_true (waxseal_hand_over_has_suffix ("Contoso.Waxseal"));
  g_assert_false (waxseal_hand_over_has_suffix (".waxseal"));
  g_assert_false (waxseal_hand_over_has_suffix ("waxseal.xml"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hand-over/whole", test_whole);
  g_test_add_func ("/hand-over/origin", test_origin);
  g_test_add_func ("/hand-over/nothing-verified", test_nothing_verified);
  g_test_add_func ("/hand-over/personal", test_personal);
  g_test_add_func ("/hand-over/secrets", test_secrets);
  g_test_add_func ("/hand-over/practice", test_practice);
  g_test_add_func ("/hand-over/pending", test_pending);
  g_test_add_func ("/hand-over/strangers", test_strangers);
  g_test_add_func ("/hand-over/details", test_details);
  g_test_add_func ("/hand-over/newer", test_newer);
  g_test_add_func ("/hand-over/damage", test_damage);
  g_test_add_func ("/hand-over/facts", test_facts);
  g_test_add_func ("/hand-over/files", test_files);
  g_test_add_func ("/hand-over/names", test_names);
  return g_test_run ();
}
