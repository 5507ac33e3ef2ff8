/* SPDX-License-Identifier: GPL-3.0-or-later */
/* That a value is a value in the script and nothing else, and that each script does only what its
 * action is. Called with a folder, it leaves the scripts there for a parser that others wrote. */
#include "waxseal-rollout-script.h"

#include <string.h>

#include "powershell-tokens.h"
#include "rollout-fixture.h"
#include "waxseal-powershell-quote.h"
#include "waxseal-rollout-enums.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define MANIFEST        "<OfficeApp/>"

static const char *const hostile[] = {
  "o'brien@contoso.com",
  "\"zoe\"@contoso.com",
  "佐藤 花子",
  "$(rm)@contoso.com",
  "${env:path}",
  "a,b;c@contoso.com",
  "‘a’‚b‛@contoso.com",
  "''’’",
  "’; remove-item c:\\ #",
  "'; remove-item c:\\ #",
  "' + (rm) + '",
  "`n`$x",
  "@'",
  "'@",
  "<# a #>",
  "{0} {1:x}",
  "%s%n",
  "-whatif",
  "\\",
  "$null",
  NULL,
};

static char *
build (const WaxsealRolloutOrder *order)
{
  g_autoptr (GBytes) manifest = g_bytes_new_static (MANIFEST, strlen (MANIFEST));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) script =
    waxseal_rollout_script_build (order, manifest, "waxseal-contoso-1.0.0.0.xml", &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (script, NULL), g_bytes_get_size (script));
}

static char *
build_action (RolloutFixture *f, guint phase, WaxsealRolloutAction action)
{
  WaxsealRolloutOrder order = rollout_fixture_order (f, phase, action);

  return build (&order);
}

/* Every hostile value in every place that a value has. */
static void
fill_hostile (RolloutFixture *f)
{
  WaxsealAddinIdentity *addin = waxseal_organization_get_addin (f->organization);

  for (gsize i = 0; hostile[i] != NULL; i++)
    rollout_fixture_add (f, 0, WAXSEAL_RECIPIENT_KIND_PERSON, hostile[i]);
  waxseal_record_set_text (addin, "display-name", "O'Brien’s “$(rm)”; ‘x’");
}

static void
test_quote (void)
{
  for (gsize i = 0; hostile[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *quoted = waxseal_powershell_quote (hostile[i], &error);
      g_autoptr (PowershellTokens) tokens = NULL;

      g_assert_no_error (error);
      tokens = powershell_tokens_read (quoted);
      g_assert_cmpuint (tokens->literals->len, ==, 1);
      g_assert_cmpstr (tokens->literals->pdata[0], ==, hostile[i]);
      g_assert_cmpstr (tokens->code->str, ==, "''");
    }
}

static void
test_refused (void)
{
  static const char *const refused[] = {
    "a\nb",       "a\rb",     "a\tb",     "\x01",     "\x1B[31m", "\x7F",
    "a\xC2\x85z", "a\u2028b", "a\u2029b", "a\u202Eb", "a\u2066b", "a\xFF",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (waxseal_powershell_quote (refused[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

/* A value that cannot be in a script makes none, wherever it is. */
static void
test_refused_script (RolloutFixture *f, gconstpointer data)
{
  WaxsealRolloutOrder order = rollout_fixture_order (f, 0, WAXSEAL_ROLLOUT_ACTION_DEPLOY);
  g_autoptr (GBytes) manifest = g_bytes_new_static (MANIFEST, strlen (MANIFEST));
  g_autoptr (GError) error = NULL;

  rollout_fixture_add (f, 0, WAXSEAL_RECIPIENT_KIND_PERSON, "ann@contoso.com\nexit");
  g_assert_null (waxseal_rollout_script_build (&order, manifest, "a.xml", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_nonnull (strstr (error->message, "U+000A after “ann@contoso.com”"));
  g_list_store_remove_all (waxseal_record_get_list (f->phases[0], "recipients"));
  g_clear_error (&error);
  g_assert_null (waxseal_rollout_script_build (&order, manifest, "a\n.xml", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

static void
test_impossible (RolloutFixture *f, gconstpointer data)
{
  WaxsealRolloutOrder order = rollout_fixture_order (f, 0, WAXSEAL_ROLLOUT_ACTION_DEPLOY);
  g_autoptr (GBytes) manifest = g_bytes_new_static (MANIFEST, strlen (MANIFEST));
  g_autoptr (GError) error = NULL;

  g_object_set (f->phases[0], "audience", WAXSEAL_AUDIENCE_JUST_ME, NULL);
  g_assert_null (waxseal_rollout_script_build (&order, manifest, "a.xml", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&error);
  order.action = WAXSEAL_ROLLOUT_ACTION_CHANGE_METHOD;
  g_assert_null (waxseal_rollout_script_build (&order, manifest, "a.xml", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
}

static void
test_hostile (RolloutFixture *f, gconstpointer data)
{
  g_autofree char *script = NULL;
  g_autoptr (PowershellTokens) tokens = NULL;

  fill_hostile (f);
  script = build_action (f, 0, WAXSEAL_ROLLOUT_ACTION_DEPLOY);
  tokens = powershell_tokens_read (script);
  for (gsize i = 0; hostile[i] != NULL; i++)
    g_assert_cmpuint (powershell_tokens_count (tokens, hostile[i]), ==, 1);
  g_assert_cmpuint (powershell_tokens_count (tokens, "O'Brien’s “$(rm)”; ‘x’"), ==, 1);
  /* What is left is the same whoever the people are. */
  g_assert_null (strpbrk (tokens->code->str, "\"`&"));
  g_assert_null (strstr (tokens->code->str, "$("));
  g_assert_null (strstr (tokens->code->str, "remove-item"));
}

static void
test_bytes (RolloutFixture *f, gconstpointer data)
{
  g_autofree char *script = NULL, *hash = NULL;
  g_autoptr (PowershellTokens) tokens = NULL;

  fill_hostile (f);
  script = build_action (f, 0, WAXSEAL_ROLLOUT_ACTION_DEPLOY);
  g_assert_true (g_str_has_prefix (script, BYTE_ORDER_MARK));
  g_assert_null (strstr (script + 1, BYTE_ORDER_MARK));
  g_assert_true (g_utf8_validate (script, -1, NULL));
  for (const char *p = script; *p != '\0'; p++)
    g_assert_true (*p != '\n' || p[-1] == '\r');
  g_assert_null (strstr (script, "\r\r"));
  tokens = powershell_tokens_read (script);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, MANIFEST, -1);
  g_assert_cmpuint (powershell_tokens_count (tokens, hash), ==, 1);
  g_assert_cmpuint (powershell_tokens_count (tokens, "waxseal-contoso-1.0.0.0.xml"), ==, 1);
}

/* What PowerShell has itself and the scripts use, and their own functions. */
static const char *const ordinary[] = {
  "Set-StrictMode", "Get-Field",   "Find-AddIn", "Where-Object", "Get-Module",   "Import-Module",
  "Write-Host",     "Out-Null",    "Join-Path",  "Test-Path",    "Resolve-Path", "Get-FileHash",
  "ConvertTo-Json", "Format-List", "Out-Host",   NULL,
};

/* A command is two words with a hyphen. Returns: (transfer full): those of Microsoft's module. */
static char *
list_commands (const char *code)
{
  g_autoptr (GRegex) regex = g_regex_new ("(?<![\\w$.-])[A-Z][a-z]+-[A-Z]\\w+", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GString) list = g_string_new (" ");

  g_regex_match (regex, code, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 0);
      g_autofree char *word = g_strdup_printf (" %s ", name);

      if (!g_strv_contains (ordinary, name) && strstr (list->str, word) == NULL)
        g_string_append (list, word + 1);
    }
  return g_strdup (list->str + 1);
}

#define READS "Get-OrganizationAddIn Connect-OrganizationAddInService "

static void
assert_commands (RolloutFixture *f, WaxsealRolloutAction action, const char *expected)
{
  g_autofree char *script = build_action (f, 0, action);
  g_autoptr (PowershellTokens) tokens = powershell_tokens_read (script);
  g_autofree char *commands = list_commands (tokens->code->str);

  g_assert_cmpstr (commands, ==, expected);
}

/* Each can do what its action is, and no more. */
static void
test_commands (RolloutFixture *f, gconstpointer data)
{
  rollout_fixture_add (f, 0, WAXSEAL_RECIPIENT_KIND_PERSON, "ann@contoso.com");
  assert_commands (f,
                   WAXSEAL_ROLLOUT_ACTION_DEPLOY,
                   READS "New-OrganizationAddIn Set-OrganizationAddIn "
                         "Set-OrganizationAddInAssignments ");
  rollout_fixture_declare (f, 0, WAXSEAL_ROLLOUT_ACTION_DEPLOY);
  assert_commands (f, WAXSEAL_ROLLOUT_ACTION_WIDEN, READS "Set-OrganizationAddInAssignments ");
  assert_commands (f, WAXSEAL_ROLLOUT_ACTION_NARROW, READS "Set-OrganizationAddInAssignments ");
  assert_commands (f,
                   WAXSEAL_ROLLOUT_ACTION_UPDATE,
                   READS "New-OrganizationAddIn Set-OrganizationAddIn ");
  assert_commands (f, WAXSEAL_ROLLOUT_ACTION_PAUSE, READS "Set-OrganizationAddIn ");
  assert_commands (f, WAXSEAL_ROLLOUT_ACTION_RESUME, READS "Set-OrganizationAddIn ");
  assert_commands (f, WAXSEAL_ROLLOUT_ACTION_ROLL_BACK, READS "Remove-OrganizationAddIn ");
}

/* Whether @code has what @pattern finds, with each of its first groups in @known. */
static void
assert_known (const char *code, const char *pattern, GHashTable *known)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n = 0;

  g_regex_match (regex, code, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL), n++)
    {
      g_autofree char *name = g_match_info_fetch (match, 1);

      if (!g_hash_table_contains (known, name))
        g_error ("%s is not known", name);
    }
  g_assert_cmpuint (n, >, 0);
}

static GHashTable *
find_all (const char *code, const char *pattern)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_regex_match (regex, code, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    g_hash_table_add (found, g_match_info_fetch (match, 1));
  return found;
}

/* Strict mode ends a script that uses what it did not set, or a word that is not there. */
static void
assert_complete (RolloutFixture *f, WaxsealRolloutAction action)
{
  static const char *const given[] = {
    "_",    "null",         "true",  "false", "PSCmdlet", "PSScriptRoot", "WhatIfPreference",
    "host", "ManifestPath", "AddIn", "Name",  "member",
  };
  g_autofree char *script = build_action (f, 0, action);
  g_autoptr (PowershellTokens) tokens = powershell_tokens_read (script);
  const char *code = tokens->code->str;
  g_autoptr (GHashTable) set = find_all (code, "^\\s*\\$(\\w+) = ");
  g_autoptr (GHashTable) words = find_all (code, "^  (\\w+) = ''");
  g_autoptr (GHashTable) used = find_all (code, "\\$Text\\.(\\w+)");

  for (gsize i = 0; i < G_N_ELEMENTS (given); i++)
    g_hash_table_add (set, g_strdup (given[i]));
  assert_known (code, "\\$(\\w+)", set);
  assert_known (code, "\\$Text\\.(\\w+)", words);
  g_assert_cmpuint (g_hash_table_size (words), ==, g_hash_table_size (used));
}

static void
test_complete (RolloutFixture *f, gconstpointer data)
{
  rollout_fixture_add (f, 0, WAXSEAL_RECIPIENT_KIND_PERSON, "ann@contoso.com");
  assert_complete (f, WAXSEAL_ROLLOUT_ACTION_DEPLOY);
  rollout_fixture_declare (f, 0, WAXSEAL_ROLLOUT_ACTION_DEPLOY);
  for (WaxsealRolloutAction action = 0; action < WAXSEAL_N_ROLLOUT_ACTIONS; action++)
    if (action != WAXSEAL_ROLLOUT_ACTION_CHANGE_METHOD)
      assert_complete (f, action);
}

static void
assert_has (RolloutFixture *f, guint phase, WaxsealRolloutAction action, const char *text)
{
  g_autofree char *script = build_action (f, phase, action);

  if (strstr (script, text) == NULL)
    g_error ("“%s” is not in\n%s", text, script);
}

/* The values that decide what it does. */
static void
test_values (RolloutFixture *f, gconstpointer data)
{
  rollout_fixture_add (f, 0, WAXSEAL_RECIPIENT_KIND_PERSON, "ann@contoso.com");
  rollout_fixture_add (f, 1, WAXSEAL_RECIPIENT_KIND_GROUP, "sales@contoso.com");
  assert_has (f, 0, WAXSEAL_ROLLOUT_ACTION_DEPLOY, "$MayUpload = $true\r\n");
  assert_has (f, 0, WAXSEAL_ROLLOUT_ACTION_DEPLOY, "$Everyone = $false\r\n");
  rollout_fixture_declare (f, 0, WAXSEAL_ROLLOUT_ACTION_DEPLOY);
  assert_has (f, 1, WAXSEAL_ROLLOUT_ACTION_DEPLOY, "$MayUpload = $false\r\n");
  assert_has (f,
              1,
              WAXSEAL_ROLLOUT_ACTION_DEPLOY,
              "$Members = @(\r\n  'ann@contoso.com',\r\n  'sales@contoso.com'\r\n)\r\n"
              "$Removed = @()\r\n");
  rollout_fixture_declare (f, 1, WAXSEAL_ROLLOUT_ACTION_DEPLOY);
  assert_has (f, 1, WAXSEAL_ROLLOUT_ACTION_ROLL_BACK, "$Removed = @(\r\n  'sales@contoso.com'\r\n");
  assert_has (f,
              2,
              WAXSEAL_ROLLOUT_ACTION_DEPLOY,
              "$Everyone = $true\r\n$EndEveryone = $false\r\n");
  rollout_fixture_declare (f, 2, WAXSEAL_ROLLOUT_ACTION_DEPLOY);
  assert_has (f,
              2,
              WAXSEAL_ROLLOUT_ACTION_ROLL_BACK,
              "$Everyone = $false\r\n$EndEveryone = $true\r\n$Members = @(\r\n  'ann@contoso.com'");
  assert_has (f, 0, WAXSEAL_ROLLOUT_ACTION_PAUSE, "$Enabled = $false\r\n");
  assert_has (f, 0, WAXSEAL_ROLLOUT_ACTION_RESUME, "$Enabled = $true\r\n");
}

static void
test_names (RolloutFixture *f, gconstpointer data)
{
  WaxsealRolloutOrder order = rollout_fixture_order (f, 1, WAXSEAL_ROLLOUT_ACTION_ROLL_BACK);
  g_autofree char *name = waxseal_rollout_script_dup_name (&order);
  g_autofree char *other = NULL;

  g_assert_cmpstr (name, ==, "waxseal-pilot-roll-back.ps1");
  waxseal_record_set_text (f->phases[1], "name", "佐藤 & ../'x");
  other = waxseal_rollout_script_dup_name (&order);
  g_assert_cmpstr (other, ==, "waxseal-x-roll-back.ps1");
}

static void
write_script (RolloutFixture *f, const char *folder, guint phase, WaxsealRolloutAction action)
{
  WaxsealRolloutOrder order = rollout_fixture_order (f, phase, action);
  g_autofree char *name = waxseal_rollout_script_dup_name (&order);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *script = build (&order);

  g_assert_true (g_file_set_contents (path, script, -1, NULL));
}

/* One of each kind into @folder, and beside them the values that are to be found in them. */
static int
write_all (const char *folder)
{
  RolloutFixture f;
  g_autofree char *values = g_strjoinv ("\n", (char **) hostile);
  g_autofree char *path = g_build_filename (folder, "values.txt", NULL);

  rollout_fixture_set_up (&f, NULL);
  fill_hostile (&f);
  write_script (&f, folder, 0, WAXSEAL_ROLLOUT_ACTION_DEPLOY);
  rollout_fixture_declare (&f, 0, WAXSEAL_ROLLOUT_ACTION_DEPLOY);
  write_script (&f, folder, 2, WAXSEAL_ROLLOUT_ACTION_DEPLOY);
  for (WaxsealRolloutAction action = WAXSEAL_ROLLOUT_ACTION_WIDEN;
       action < WAXSEAL_N_ROLLOUT_ACTIONS;
       action++)
    if (action != WAXSEAL_ROLLOUT_ACTION_CHANGE_METHOD)
      write_script (&f, folder, 0, action);
  rollout_fixture_tear_down (&f, NULL);
  return g_file_set_contents (path, values, -1, NULL) ? 0 : 1;
}

static void
add (const char *path, void (*test) (RolloutFixture *f, gconstpointer data))
{
  g_test_add (path, RolloutFixture, NULL, rollout_fixture_set_up, test, rollout_fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (argc > 1)
    return write_all (argv[1]);
  g_test_add_func ("/rollout-script/quote", test_quote);
  g_test_add_func ("/rollout-script/refused", test_refused);
  add ("/rollout-script/refused-script", test_refused_script);
  add ("/rollout-script/impossible", test_impossible);
  add ("/rollout-script/hostile", test_hostile);
  add ("/rollout-script/bytes", test_bytes);
  add ("/rollout-script/commands", test_commands);
  add ("/rollout-script/complete", test_complete);
  add ("/rollout-script/values", test_values);
  add ("/rollout-script/names", test_names);
  return g_test_run ();
}
