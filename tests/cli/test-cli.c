/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands: how they end, and what they print. */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli-fixture.h"
#include "test-manifest-base.h"
#include "waxseal-organization-file.h"
#include "waxseal-organization-folder.h"

static void
write_manifests (CliFixture *fixture)
{
  g_autofree char *warned = edit_manifest ("1.2.3.4", "1.2");
  g_autofree char *broken = edit_manifest ("<Version>1.2.3.4</Version>", "");

  cli_fixture_write (fixture, "good.xml", base_manifest);
  cli_fixture_write (fixture, "warned.xml", warned);
  cli_fixture_write (fixture, "broken.xml", broken);
  cli_fixture_write (fixture, "no.xml", "<a><b></a>");
}

static void
test_exit (CliFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *line;
    int exit;
  } cases[] = {
    { "check good.xml", 0 },
    { "check good.xml warned.xml", 0 },
    { "check broken.xml good.xml", 1 },
    { "check no.xml", 2 },
    { "check broken.xml no.xml good.xml", 2 },
    { "check absent.xml", 2 },
    { "check .", 2 },
    { "check", 2 },
    { "check --format=yaml good.xml", 2 },
    { "check --forma good.xml", 2 },
    { "check -- good.xml", 0 },
    { "check --format=json broken.xml", 1 },
    { "check --help", 0 },
    { "export --help", 0 },
    { "export", 2 },
    { "export --organization", 2 },
    { "export --organization Nobody", 2 },
    { "export --organization Nobody more", 2 },
    { "--help", 0 },
    { "--version", 0 },
  };

  write_manifests (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cli_fixture_run (fixture, cases[i].line, "");
      g_assert_cmpint (fixture->exit, ==, cases[i].exit);
    }
}

static void
test_text (CliFixture *fixture, gconstpointer data)
{
  write_manifests (fixture);

  cli_fixture_run (fixture, "check good.xml", "");
  g_assert_cmpstr (fixture->output, ==, "");
  g_assert_cmpstr (fixture->errors, ==, "");

  cli_fixture_run (fixture, "check broken.xml warned.xml", "");
  g_assert_cmpstr (fixture->output,
                   ==,
                   "broken.xml:2:1: error: “Version” is missing in “OfficeApp”. "
                   "[element-missing] Add the element.\n"
                   "warned.xml:4:1: warning: The version “1.2” does not have four parts. "
                   "[version-four-parts] Write four numbers, such as 1.0.0.0; some readers refuse "
                   "fewer.\n");
  g_assert_cmpstr (fixture->errors, ==, "");
}

static void
test_standard_input (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *broken = edit_manifest ("ReadWriteItem", "All");

  cli_fixture_run (fixture, "check -", base_manifest);
  g_assert_cmpint (fixture->exit, ==, 0);
  cli_fixture_run (fixture, "check -", broken);
  g_assert_cmpint (fixture->exit, ==, 1);
  g_assert_true (g_str_has_prefix (fixture->output, "-:19:1: error: “Permissions” is “All”"));
  cli_fixture_run (fixture, "check -", "");
  g_assert_cmpint (fixture->exit, ==, 2);
}

static JsonArray *
parse (CliFixture *fixture, JsonParser *parser)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, fixture->output, -1, &error);
  g_assert_no_error (error);
  return json_node_get_array (json_parser_get_root (parser));
}

static void
test_json (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *files;
  JsonObject *file;
  JsonObject *finding;

  write_manifests (fixture);
  cli_fixture_run (fixture, "check --format=json good.xml broken.xml no.xml", "");
  files = parse (fixture, parser);
  g_assert_cmpuint (json_array_get_length (files), ==, 3);

  file = json_array_get_object_element (files, 0);
  g_assert_cmpstr (json_object_get_string_member (file, "file"), ==, "good.xml");
  g_assert_true (json_object_get_boolean_member (file, "readable"));
  g_assert_cmpint (json_object_get_int_member (file, "errors"), ==, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (file, "findings")), ==, 0);

  file = json_array_get_object_element (files, 1);
  g_assert_cmpint (json_object_get_int_member (file, "errors"), ==, 1);
  finding = json_array_get_object_element (json_object_get_array_member (file, "findings"), 0);
  g_assert_cmpint (json_object_get_int_member (finding, "line"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (finding, "column"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (finding, "severity"), ==, "error");
  g_assert_cmpstr (json_object_get_string_member (finding, "rule"), ==, "element-missing");
  g_assert_true (json_object_has_member (finding, "field"));
  g_assert_cmpstr (json_object_get_string_member (finding, "remedy"), ==, "Add the element.");

  file = json_array_get_object_element (files, 2);
  g_assert_false (json_object_get_boolean_member (file, "readable"));

  cli_fixture_run (fixture, "check --format=json", "");
  g_assert_cmpstr (fixture->output, ==, "");
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

/* Neither a name nor a value can break a line, or command the terminal. */
static void
test_hostile (CliFixture *fixture, gconstpointer data)
{
  static const char name[] = "a\x1b[31m\nb\r\u202e\302\233\xff\"\\.xml";
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *text = edit_manifest ("1.2.3.4", "1&#10;\u202e\302\23331m\\");
  g_autofree char *line = g_strconcat ("check ", name, NULL);
  g_autofree char *json_line = g_strconcat ("check --format=json ", name, NULL);
  g_auto (GStrv) lines = NULL;

  cli_fixture_write (fixture, name, text);
  cli_fixture_run (fixture, line, "");
  g_assert_cmpint (fixture->exit, ==, 1);
  assert_harmless (fixture->output);
  lines = g_strsplit (fixture->output, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3); /* the value, its parts, and nothing */
  for (guint i = 0; i < 2; i++)
    g_assert_true (
      g_str_has_prefix (lines[i],
                        "a\\u001b[31m\\u000ab\\u000d\\u202e\\u009b\\xff\"\\\\.xml:4:1: "));

  cli_fixture_run (fixture, json_line, "");
  assert_harmless (fixture->output);
  g_assert_cmpstr (json_object_get_string_member (
                     json_array_get_object_element (parse (fixture, parser), 0), "file"),
                   ==,
                   "a\x1b[31m\nb\r\u202e\302\233\\xff\"\\.xml");
}

static WaxsealOrganization *
add_organization (CliFixture *fixture, const char *name)
{
  WaxsealOrganization *organization = waxseal_organization_new (name, WAXSEAL_CLOUD_GLOBAL);
  g_autofree char *folder = g_build_filename (fixture->folder, "waxseal", "organizations", NULL);
  g_autofree char *path =
    waxseal_organization_folder_get_path (folder, waxseal_organization_get_id (organization));
  g_autoptr (GBytes) bytes = waxseal_organization_file_serialize (organization);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  waxseal_organization_file_write (path, bytes, &error);
  g_assert_no_error (error);
  return organization;
}

static void
test_export (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (WaxsealOrganization) organization = add_organization (fixture, "Contoso");
  g_autofree char *by_id =
    g_strconcat ("export --organization ", waxseal_organization_get_id (organization), NULL);
  g_autofree char *manifest = NULL;
  g_autofree char *written = NULL;

  cli_fixture_run (fixture, "export --organization Contoso", "");
  g_assert_cmpint (fixture->exit, ==, 0);
  g_assert_nonnull (strstr (fixture->output, "xsi:type=\"MailApp\""));
  g_assert_nonnull (strstr (fixture->errors, "[assumed]"));
  manifest = g_strdup (fixture->output);

  cli_fixture_run (fixture, "check -", manifest);
  g_assert_cmpint (fixture->exit, ==, 0);

  cli_fixture_run (fixture, by_id, "");
  g_assert_cmpstr (fixture->output, ==, manifest);

  cli_fixture_write (fixture, "out.xml", "what was there");
  cli_fixture_run (fixture, "export --organization contoso --output out.xml", "");
  g_assert_cmpint (fixture->exit, ==, 0);
  g_assert_cmpstr (fixture->output, ==, "");
  written = cli_fixture_read (fixture, "out.xml");
  g_assert_cmpstr (written, ==, manifest);
}

static void
test_export_errors (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (WaxsealOrganization) first = add_organization (fixture, "Contoso");
  g_autoptr (WaxsealOrganization) second = add_organization (fixture, "Fabrikam");
  g_autoptr (WaxsealOrganization) third = add_organization (fixture, "Fabrikam");

  cli_fixture_run (fixture, "export --organization Contos", "");
  g_assert_cmpint (fixture->exit, ==, 2);
  g_assert_nonnull (strstr (fixture->errors, "“Contoso”"));
  g_assert_null (strstr (fixture->errors, "Fabrikam"));

  cli_fixture_run (fixture, "export --organization Fabrikam", "");
  g_assert_cmpint (fixture->exit, ==, 2);
  g_assert_nonnull (strstr (fixture->errors, waxseal_organization_get_id (second)));

  cli_fixture_run (fixture, "export --organization Contoso --output absent/out.xml", "");
  g_assert_cmpint (fixture->exit, ==, 2);
  g_assert_cmpstr (fixture->output, ==, "");
}

/* A manifest with errors is written all the same, and its errors are said. */
static void
test_export_with_errors (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (WaxsealOrganization) organization = add_organization (fixture, "Contoso");
  g_autofree char *folder = g_build_filename (fixture->folder, "waxseal", "organizations", NULL);
  g_autofree char *path =
    waxseal_organization_folder_get_path (folder, waxseal_organization_get_id (organization));
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  waxseal_record_set_text (waxseal_organization_get_addin (organization), "version", "one");
  bytes = waxseal_organization_file_serialize (organization);
  waxseal_organization_file_write (path, bytes, &error);
  g_assert_no_error (error);

  cli_fixture_run (fixture, "export --organization Contoso", "");
  g_assert_cmpint (fixture->exit, ==, 1);
  g_assert_nonnull (strstr (fixture->output, "<Version>one</Version>"));
  g_assert_nonnull (strstr (fixture->errors, "-:8:3: error: “Version” is “one”"));
}

static void
write_newer (CliFixture *fixture)
{
  g_autoptr (WaxsealOrganization) organization = add_organization (fixture, "Contoso");
  g_autofree char *name = g_strconcat ("waxseal/organizations/",
                                       waxseal_organization_get_id (organization),
                                       ".json",
                                       NULL);
  g_autofree char *text = cli_fixture_read (fixture, name);
  char *format = strstr (text, "\"format\"");

  g_assert_nonnull (format);
  *strchr (format, '1') = '9';
  cli_fixture_write (fixture, name, text);
}

static void
test_export_newer (CliFixture *fixture, gconstpointer data)
{
  write_newer (fixture);
  cli_fixture_run (fixture, "export --organization Contoso --output out.xml", "");
  g_assert_cmpint (fixture->exit, ==, 2);
  g_assert_nonnull (strstr (fixture->errors, "newer"));
}

/* Whatever is no command goes to the window, which is another program beside this one. */
static void
test_window (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "waxseal", NULL);
  g_autofree char *window = g_build_filename (fixture->folder, "waxseal-window", NULL);
  g_autofree char *program = NULL;
  g_autofree char *output = NULL;
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (g_getenv ("WAXSEAL_COMMAND"), &program, &size, NULL));
  g_assert_true (g_file_set_contents (copy, program, size, NULL));
  g_assert_cmpint (g_chmod (copy, 0700), ==, 0);
  cli_fixture_write (fixture, "waxseal-window", "#!/bin/sh\necho \"window $*\"\n");
  g_assert_cmpint (g_chmod (window, 0700), ==, 0);

  launcher = cli_fixture_create_launcher (fixture);
  process =
    g_subprocess_launcher_spawn (launcher, NULL, copy, "--gapplication-service", "file.xml", NULL);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, NULL));
  g_assert_cmpstr (output, ==, "window --gapplication-service file.xml\n");
}

/* A check loads no library that it can do without: those are most of its time. */
static void
test_libraries (CliFixture *fixture, gconstpointer data)
{
  static const char *const heavy[] = { "libgio", "libjson", "libsecret", "libsoup", "libgtk" };
  g_autoptr (GSubprocessLauncher) launcher = cli_fixture_create_launcher (fixture);
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *libraries = NULL;
  g_autoptr (GError) error = NULL;

  g_subprocess_launcher_setenv (launcher, "LD_TRACE_LOADED_OBJECTS", "1", TRUE);
  process =
    g_subprocess_launcher_spawn (launcher, &error, g_getenv ("WAXSEAL_COMMAND"), "check", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &libraries, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (libraries, "libxml2"));
  for (guint i = 0; i < G_N_ELEMENTS (heavy); i++)
    g_assert_null (strstr (libraries, heavy[i]));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (CliFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/cli/exit", test_exit },
    { "/cli/text", test_text },
    { "/cli/standard-input", test_standard_input },
    { "/cli/json", test_json },
    { "/cli/hostile", test_hostile },
    { "/cli/export", test_export },
    { "/cli/export-errors", test_export_errors },
    { "/cli/export-with-errors", test_export_with_errors },
    { "/cli/export-newer", test_export_newer },
    { "/cli/window", test_window },
    { "/cli/libraries", test_libraries },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (
      tests[i].path, CliFixture, NULL, cli_fixture_set_up, tests[i].test, cli_fixture_tear_down);
  return g_test_run ();
}
