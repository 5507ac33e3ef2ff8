/* SPDX-License-Identifier: GPL-3.0-or-later */
/* “waxseal check” beyond checking: explanations, SARIF, targets, fixes, and many files. */
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli-fixture.h"
#include "test-manifest-base.h"
#include "waxseal-manifest-explanation.h"

static void
test_explain (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) list = waxseal_manifest_explanation_list ();
  g_auto (GStrv) lines = NULL;

  cli_fixture_run (fixture, "check --explain", "");
  g_assert_cmpint (fixture->exit, ==, 0);
  lines = g_strsplit (fixture->output, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, list->len + 1);
  for (guint i = 0; i < list->len; i++)
    {
      const WaxsealManifestExplanation *one = &g_array_index (list, WaxsealManifestExplanation, i);

      g_assert_true (g_str_has_prefix (lines[i], one->id));
      g_assert_true (strstr (lines[i], " error ") != NULL ||
                     strstr (lines[i], " warning ") != NULL || strstr (lines[i], " hint ") != NULL);
    }

  cli_fixture_run (fixture, "check --explain=resid-resolves", "");
  g_assert_cmpint (fixture->exit, ==, 0);
  g_assert_true (g_str_has_prefix (fixture->output, "resid-resolves (error)\n\n"));
  g_assert_nonnull (strstr (fixture->output, "then shows “Failed”"));
  g_assert_nonnull (strstr (fixture->output, "What to do: Add the resource"));
  g_assert_nonnull (strstr (fixture->output, "resources.md"));
  g_assert_nonnull (strstr (fixture->output, "cannot be fixed automatically"));

  cli_fixture_run (fixture, "check --explain version-four-parts", "");
  g_assert_cmpint (fixture->exit, ==, 0);
  g_assert_nonnull (strstr (fixture->output, "check --fix"));
}

static void
test_explain_unknown (CliFixture *fixture, gconstpointer data)
{
  cli_fixture_run (fixture, "check --explain=resid-resolve", "");
  g_assert_cmpint (fixture->exit, ==, 2);
  g_assert_cmpstr (fixture->output, ==, "");
  g_assert_nonnull (strstr (fixture->errors, "Did you mean “resid-resolves”"));

  cli_fixture_run (fixture,
                   "check --explain=eror\x1b[31m-that-is-longer-than-any-id-could-ever-be",
                   "");
  g_assert_cmpint (fixture->exit, ==, 2);
  g_assert_null (strchr (fixture->errors, '\x1b'));
}

static void
test_misuse (CliFixture *fixture, gconstpointer data)
{
  static const char *const lines[] = {
    "check --target=moon good.xml",
    "check --remove-unused good.xml",
    "check --fix",
    "check --fix -",
    "check --fix --format=json good.xml",
  };

  cli_fixture_write (fixture, "good.xml", base_manifest);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      cli_fixture_run (fixture, lines[i], "");
      g_assert_cmpint (fixture->exit, ==, 2);
      g_assert_cmpstr (fixture->output, ==, "");
      g_assert_cmpstr (fixture->errors, !=, "");
    }
}

static void
test_target (CliFixture *fixture, gconstpointer data)
{
  cli_fixture_write (fixture, "good.xml", base_manifest);
  cli_fixture_run (fixture, "check --target=online good.xml", "");
  g_assert_cmpint (fixture->exit, ==, 0);
  cli_fixture_run (fixture, "check --target=on-premises good.xml", "");
  g_assert_cmpint (fixture->exit, ==, 1);
  g_assert_nonnull (strstr (fixture->output, "[on-premises-overrides]"));
}

static void
test_folder (CliFixture *fixture, gconstpointer data)
{
  cli_fixture_run (fixture, "check .", "");
  g_assert_cmpint (fixture->exit, ==, 2);
  g_assert_cmpstr (fixture->output,
                   ==,
                   ".:0:0: error: This is a folder, not a file. [folder] Name the files in it, for "
                   "instance “folder/*.xml”.\n");
  cli_fixture_run (fixture, "check absent.xml", "");
  g_assert_nonnull (strstr (fixture->output, "[unreadable]"));
}

static const char *
get_text (JsonObject *object, const char *member)
{
  return json_object_get_string_member (json_object_get_object_member (object, member), "text");
}

/* The rules of the driver, by their ids. */
static GHashTable *
read_rules (JsonObject *run)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);
  JsonObject *driver =
    json_object_get_object_member (json_object_get_object_member (run, "tool"), "driver");
  JsonArray *rules = json_object_get_array_member (driver, "rules");

  g_assert_cmpstr (json_object_get_string_member (driver, "name"), ==, "Waxseal");
  for (guint i = 0; i < json_array_get_length (rules); i++)
    {
      JsonObject *rule = json_array_get_object_element (rules, i);

      g_assert_cmpuint (strlen (get_text (rule, "shortDescription")), >, 0);
      g_assert_cmpuint (strlen (get_text (rule, "help")), >, 0);
      g_assert_true (g_hash_table_add (ids, (gpointer) json_object_get_string_member (rule, "id")));
    }
  return ids;
}

static void
assert_result (JsonObject *result, GHashTable *rules)
{
  static const char *const levels[] = { "error", "warning", "note", NULL };
  JsonArray *locations = json_object_get_array_member (result, "locations");
  JsonObject *place = json_object_get_object_member (json_array_get_object_element (locations, 0),
                                                     "physicalLocation");
  const char *uri =
    json_object_get_string_member (json_object_get_object_member (place, "artifactLocation"),
                                   "uri");

  g_assert_true (g_hash_table_contains (rules, json_object_get_string_member (result, "ruleId")));
  g_assert_true (g_strv_contains (levels, json_object_get_string_member (result, "level")));
  g_assert_cmpuint (strlen (get_text (result, "message")), >, 0);
  g_assert_cmpuint (json_array_get_length (locations), ==, 1);
  g_assert_true (g_uri_is_valid (uri, G_URI_FLAGS_PARSE_RELAXED, NULL) ||
                 strspn (uri, "abcdefghijklmnopqrstuvwxyzABCDEF0123456789.%/-") == strlen (uri));
  if (json_object_has_member (place, "region"))
    {
      JsonObject *region = json_object_get_object_member (place, "region");

      g_assert_cmpint (json_object_get_int_member (region, "startLine"), >, 0);
      g_assert_cmpint (json_object_get_int_member (region, "startColumn"), >, 0);
    }
}

static JsonObject *
read_run (CliFixture *fixture, JsonParser *parser)
{
  g_autoptr (GError) error = NULL;
  JsonObject *root;

  json_parser_load_from_data (parser, fixture->output, -1, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (root, "version"), ==, "2.1.0");
  g_assert_true (json_object_has_member (root, "$schema"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "runs")), ==, 1);
  return json_array_get_object_element (json_object_get_array_member (root, "runs"), 0);
}

static void
test_sarif (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *broken = edit_manifest ("ReadWriteItem", "\"All\\");
  g_autofree char *warned = edit_manifest ("1.2.3.4", "1.2");
  g_autoptr (GHashTable) rules = NULL;
  JsonObject *run;
  JsonArray *results;

  cli_fixture_write (fixture, "good.xml", base_manifest);
  cli_fixture_write (fixture, "a%:é.xml", broken);
  cli_fixture_write (fixture, "warned.xml", warned);
  cli_fixture_run (fixture, "check --format=sarif good.xml a%:é.xml warned.xml absent.xml", "");
  g_assert_cmpint (fixture->exit, ==, 2);
  run = read_run (fixture, parser);
  rules = read_rules (run);
  results = json_object_get_array_member (run, "results");
  g_assert_cmpuint (json_array_get_length (results), ==, 3);
  for (guint i = 0; i < 3; i++)
    assert_result (json_array_get_object_element (results, i), rules);
  g_assert_nonnull (strstr (fixture->output, "\"uri\": \"a%25%3A%C3%A9.xml\""));
  g_assert_nonnull (strstr (fixture->output, "\"startLine\": 19, \"startColumn\": 1"));

  cli_fixture_run (fixture, "check --format=sarif -", base_manifest);
  g_assert_cmpint (fixture->exit, ==, 0);
  run = read_run (fixture, parser);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (run, "results")), ==, 0);
}

static mode_t
get_mode (CliFixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return status.st_mode & 07777;
}

static void
test_fix (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.xml", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "link.xml", NULL);
  g_autofree char *broken = edit_manifest ("1.2.3.4", "1.2");
  g_autofree char *expected = edit_manifest ("1.2.3.4", "1.2.0.0");
  g_autofree char *fixed = NULL;
  g_autofree char *target = NULL;

  cli_fixture_write (fixture, "a.xml", broken);
  g_assert_cmpint (g_chmod (path, 0640), ==, 0);
  g_assert_cmpint (symlink ("a.xml", link), ==, 0);

  cli_fixture_run (fixture, "check --fix link.xml", "");
  g_assert_cmpint (fixture->exit, ==, 0);
  g_assert_cmpstr (fixture->output,
                   ==,
                   "link.xml:4:1: fixed: The version “1.2” does not have four parts. "
                   "[version-four-parts]\n");
  fixed = cli_fixture_read (fixture, "a.xml");
  g_assert_cmpstr (fixed, ==, expected);
  g_assert_cmpuint (get_mode (fixture, "a.xml"), ==, 0640);
  target = g_file_read_link (link, NULL);
  g_assert_cmpstr (target, ==, "a.xml");

  cli_fixture_run (fixture, "check --fix a.xml", "");
  g_assert_cmpint (fixture->exit, ==, 0);
  g_assert_cmpstr (fixture->output, ==, "");
}

/* Neither what is not XML, nor what has no one answer, nor what may not be written. */
static void
test_fix_not (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *unused =
    edit_manifest ("<bt:Urls>",
                   "<bt:Urls><bt:Url id=\"X\" DefaultValue=\"https://addin.contoso.com/x\"/>");
  g_autofree char *torn = edit_manifest ("</OfficeApp>", "<Version>1</Version>");
  g_autofree char *after = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *clean = NULL;

  cli_fixture_write (fixture, "torn.xml", torn);
  cli_fixture_run (fixture, "check --fix torn.xml", "");
  g_assert_cmpint (fixture->exit, ==, 2);
  after = cli_fixture_read (fixture, "torn.xml");
  g_assert_cmpstr (after, ==, torn);

  cli_fixture_write (fixture, "unused.xml", unused);
  cli_fixture_run (fixture, "check --fix unused.xml", "");
  g_assert_nonnull (strstr (fixture->output, "[resource-unused]"));
  kept = cli_fixture_read (fixture, "unused.xml");
  g_assert_cmpstr (kept, ==, unused);
  cli_fixture_run (fixture, "check --fix --remove-unused unused.xml", "");
  g_assert_nonnull (strstr (fixture->output, "fixed: "));
  clean = cli_fixture_read (fixture, "unused.xml");
  g_assert_cmpstr (clean, ==, base_manifest);
}

static void
test_fix_read_only (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.xml", NULL);
  g_autofree char *broken = edit_manifest ("1.2.3.4", "1.2");
  g_autofree char *after = NULL;

  if (getuid () == 0)
    {
      g_test_skip ("The superuser may write everything");
      return;
    }
  cli_fixture_write (fixture, "a.xml", broken);
  g_assert_cmpint (g_chmod (path, 0440), ==, 0);
  cli_fixture_run (fixture, "check --fix a.xml", "");
  g_assert_cmpint (fixture->exit, ==, 2);
  g_assert_nonnull (strstr (fixture->errors, "a.xml"));
  after = cli_fixture_read (fixture, "a.xml");
  g_assert_cmpstr (after, ==, broken);
}

/* Files by the thousands; that memory does not grow with them, the address sanitizer says. */
static void
test_many (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *broken = edit_manifest ("1.2.3.4", "1.2");
  GString *line = g_string_new ("check --format=sarif");
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *run;

  cli_fixture_write (fixture, "a.xml", broken);
  for (guint i = 0; i < 2000; i++)
    g_string_append (line, " a.xml");
  cli_fixture_run (fixture, line->str, "");
  g_string_free (line, TRUE);
  g_assert_cmpint (fixture->exit, ==, 0);
  run = read_run (fixture, parser);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (run, "results")),
                    ==,
                    2000);
}

/* Patterns that no shell has expanded. */
static void
test_patterns (CliFixture *fixture, gconstpointer data)
{
  cli_fixture_write (fixture, "b.xml", "");
  cli_fixture_write (fixture, "a.xml", "");
  cli_fixture_write (fixture, "[c].xml", "");
  cli_fixture_write (fixture, "a.txt", "");
  cli_fixture_run (fixture, "check ?.xml", "");
  g_assert_true (g_str_has_prefix (fixture->output, "a.xml:1:1: error: "));
  g_assert_nonnull (strstr (fixture->output, "\nb.xml:1:1: error: "));
  g_assert_null (strstr (fixture->output, "c]"));
  g_assert_null (strstr (fixture->output, "txt"));

  /* A file of that name comes first, and what fits nothing is said. */
  cli_fixture_run (fixture, "check [c].xml *.json", "");
  g_assert_true (g_str_has_prefix (fixture->output, "[c].xml:1:1: error: "));
  g_assert_nonnull (strstr (fixture->output, "\n*.json:0:0: error: "));
  g_assert_cmpint (fixture->exit, ==, 2);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (CliFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/cli/check/explain", test_explain },
    { "/cli/check/explain-unknown", test_explain_unknown },
    { "/cli/check/misuse", test_misuse },
    { "/cli/check/target", test_target },
    { "/cli/check/folder", test_folder },
    { "/cli/check/sarif", test_sarif },
    { "/cli/check/fix", test_fix },
    { "/cli/check/fix-not", test_fix_not },
    { "/cli/check/fix-read-only", test_fix_read_only },
    { "/cli/check/many", test_many },
    { "/cli/check/patterns", test_patterns },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (
      tests[i].path, CliFixture, NULL, cli_fixture_set_up, tests[i].test, cli_fixture_tear_down);
  return g_test_run ();
}
