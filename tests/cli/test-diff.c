/* SPDX-License-Identifier: GPL-3.0-or-later */
/* “waxseal diff” as a process. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "cli-fixture.h"
#include "test-manifest-base.h"

static void
test_exit (CliFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *line;
    int exit;
  } cases[] = {
    { "diff good.xml good.xml", 0 },
    { "diff good.xml other.xml", 1 },
    { "diff --format=json good.xml good.xml", 0 },
    { "diff --format=yaml good.xml other.xml", 2 },
    { "diff good.xml", 2 },
    { "diff good.xml good.xml good.xml", 2 },
    { "diff good.xml no.xml", 2 },
    { "diff absent.xml good.xml", 2 },
    { "diff - -", 2 },
    { "diff --help", 0 },
  };
  g_autofree char *other = edit_manifest ("1.2.3.4", "1.2.3.5");

  cli_fixture_write (fixture, "good.xml", base_manifest);
  cli_fixture_write (fixture, "other.xml", other);
  cli_fixture_write (fixture, "no.xml", "<a><b></a>");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cli_fixture_run (fixture, cases[i].line, "");
      g_assert_cmpint (fixture->exit, ==, cases[i].exit);
    }
}

static void
test_diff (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *raised = edit_manifest ("ReadWriteItem", "ReadWriteMailbox");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *root;
  JsonObject *difference;

  cli_fixture_write (fixture, "good.xml", base_manifest);
  cli_fixture_run (fixture, "diff good.xml -", raised);
  g_assert_cmpint (fixture->exit, ==, 1);
  g_assert_cmpstr (fixture->output,
                   ==,
                   "good.xml:4 -:4: unchanged: Version: “1.2.3.4” [version-not-higher] Microsoft "
                   "365 refuses an update whose version is not higher.\n"
                   "good.xml:19 -:19: changed: Permissions: “ReadWriteItem” → “ReadWriteMailbox” "
                   "[consent] An administrator has to consent again; until then users cannot use "
                   "the add-in.\n");
  g_assert_cmpstr (fixture->errors, ==, "");

  cli_fixture_run (fixture, "diff --format=json good.xml -", raised);
  json_parser_load_from_data (parser, fixture->output, -1, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (root, "new"), ==, "-");
  difference =
    json_array_get_object_element (json_object_get_array_member (root, "differences"), 1);
  g_assert_cmpstr (json_object_get_string_member (difference, "kind"), ==, "changed");
  g_assert_cmpstr (json_object_get_string_member (difference, "section"), ==, "permissions");
  g_assert_cmpstr (json_object_get_string_member (difference, "old"), ==, "ReadWriteItem");
  g_assert_cmpstr (json_object_get_string_member (difference, "consequence"), ==, "consent");
  g_assert_cmpint (json_object_get_int_member (difference, "new-line"), ==, 19);

  cli_fixture_run (fixture, "diff good.xml -", "<a><b></a>");
  g_assert_cmpint (fixture->exit, ==, 2);
  g_assert_cmpstr (fixture->output, ==, "");
  g_assert_true (g_str_has_prefix (fixture->errors, "waxseal diff: -: "));
}

static void
assert_harmless (const char *output)
{
  g_assert_true (g_utf8_validate (output, -1, NULL));
  for (const char *c = output; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      g_assert_true (character == '\n' || g_unichar_isprint (character));
      g_assert_cmpuint (character, !=, 0x202e);
    }
}

/* A difference is one line, whatever is in it. */
static void
test_diff_hostile (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *text = edit_manifest ("\"Seal\"", "\"a&#10;\u202e\302\23331m\\&quot;\"");
  g_autofree char *renamed = edit_manifest ("1.2.3.4", "1.2.3.5");

  cli_fixture_write (fixture, "a.xml", text);
  cli_fixture_run (fixture, "diff a.xml -", renamed);
  g_assert_cmpint (fixture->exit, ==, 1);
  assert_harmless (fixture->output);
  cli_fixture_run (fixture, "diff --format=json a.xml -", renamed);
  assert_harmless (fixture->output);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (CliFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/cli/diff/exit", test_exit },
    { "/cli/diff/output", test_diff },
    { "/cli/diff/hostile", test_diff_hostile },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (
      tests[i].path, CliFixture, NULL, cli_fixture_set_up, tests[i].test, cli_fixture_tear_down);
  return g_test_run ();
}
