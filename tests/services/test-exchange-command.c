/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which commands may leave the program, and what they look like. */
#include <string.h>

#include "waxseal-exchange-cmdlet.h"
#include "waxseal-exchange-command.h"

#define ID "0f0e0d0c-0b0a-4908-8706-050403020100"

static const char *const two[] = { "anna@contoso.example", "o'brien@contoso.example", NULL };

static WaxsealExchangeCommand *
new_app (void)
{
  WaxsealExchangeCommand *command = waxseal_exchange_command_new ("New-App");
  g_autoptr (GBytes) manifest = g_bytes_new_static ("<x>\xff", 4);

  waxseal_exchange_command_set_flag (command, "OrganizationApp", TRUE);
  waxseal_exchange_command_set_bytes (command, "FileData", manifest);
  waxseal_exchange_command_set_text (command, "ProvidedTo", "SpecificUsers");
  waxseal_exchange_command_set_texts (command, "UserList", two);
  waxseal_exchange_command_set_text (command, "DefaultStateForUser", "AlwaysEnabled");
  waxseal_exchange_command_set_flag (command, "Enabled", TRUE);
  return command;
}

static WaxsealExchangeCommand *
set_app (void)
{
  WaxsealExchangeCommand *command = waxseal_exchange_command_new ("Set-App");

  waxseal_exchange_command_set_text (command, "Identity", ID);
  waxseal_exchange_command_set_flag (command, "OrganizationApp", TRUE);
  return command;
}

static void
assert_allowed (WaxsealExchangeCommand *command)
{
  g_autoptr (GError) error = NULL;

  waxseal_exchange_command_check (command, &error);
  g_assert_no_error (error);
}

static void
assert_refused (WaxsealExchangeCommand *command, const char *offence)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (waxseal_exchange_command_check (command, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_true (g_str_has_suffix (error->message, offence));
}

static void
test_allowed (void)
{
  g_autoptr (WaxsealExchangeCommand) made = new_app ();
  g_autoptr (WaxsealExchangeCommand) set = set_app ();
  g_autoptr (WaxsealExchangeCommand) get = waxseal_exchange_command_new ("Get-App");
  g_autoptr (WaxsealExchangeCommand) organization =
    waxseal_exchange_command_new ("Get-OrganizationConfig");
  g_autoptr (WaxsealExchangeCommand) removed = waxseal_exchange_command_new ("Remove-App");

  waxseal_exchange_command_set_flag (get, "OrganizationApp", TRUE);
  waxseal_exchange_command_set_text (removed, "Identity", ID);
  waxseal_exchange_command_set_flag (removed, "OrganizationApp", TRUE);
  waxseal_exchange_command_set_flag (removed, "Confirm", FALSE);
  waxseal_exchange_command_set_flag (set, "Enabled", FALSE);
  assert_allowed (made);
  assert_allowed (set);
  assert_allowed (get);
  assert_allowed (organization);
  assert_allowed (removed);
  g_assert_true (waxseal_exchange_command_is_read (get));
  g_assert_true (waxseal_exchange_command_is_read (organization));
  g_assert_false (waxseal_exchange_command_is_read (made));
  g_assert_false (waxseal_exchange_command_is_read (set));
  g_assert_false (waxseal_exchange_command_is_read (removed));
}

/* A cmdlet that is not in the table, or is spelled otherwise. */
static void
test_other_cmdlets (void)
{
  static const char *const names[] = {
    "Get-Mailbox", "Remove-Mailbox", "get-app", "Get-App ", "Set-OrganizationConfig", "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (WaxsealExchangeCommand) command = waxseal_exchange_command_new (names[i]);

      assert_refused (command, names[i]);
      g_assert_false (waxseal_exchange_command_is_read (command));
    }
}

/* Without what makes it about the organisation, or about a certain add-in. */
static void
test_missing (void)
{
  static const struct
  {
    const char *cmdlet;
    const char *missing;
  } cases[] = {
    { "Get-App", "OrganizationApp" },
    { "New-App", "OrganizationApp" },
    { "Set-App", "Identity" },
    { "Remove-App", "Identity" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WaxsealExchangeCommand) command = waxseal_exchange_command_new (cases[i].cmdlet);

      assert_refused (command, cases[i].missing);
    }
}

static void
test_values (void)
{
  static const struct
  {
    const char *name;
    const char *text;
  } texts[] = {
    { "ProvidedTo", "Nobody" }, { "ProvidedTo", "everyone" },
    { "ProvidedTo", "" },       { "DefaultStateForUser", "True" },
    { "UserList", "a@b.c" },    { "Enabled", "true" },
    { "Mailbox", "boss@b.c" },  { "Url", "https://evil.example/m.xml" },
    { "FileData", "PD94bWw=" }, { "DomainController", "dc" },
    { "Confirm", "false" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (WaxsealExchangeCommand) command = set_app ();

      waxseal_exchange_command_set_text (command, texts[i].name, texts[i].text);
      assert_refused (command, texts[i].name);
    }
}

static void
test_flags (void)
{
  g_autoptr (WaxsealExchangeCommand) own = waxseal_exchange_command_new ("Get-App");
  g_autoptr (WaxsealExchangeCommand) asking = waxseal_exchange_command_new ("Remove-App");
  g_autoptr (WaxsealExchangeCommand) twice = set_app ();
  g_autoptr (WaxsealExchangeCommand) name = waxseal_exchange_command_new ("Set-App");

  waxseal_exchange_command_set_flag (own, "OrganizationApp", FALSE);
  assert_refused (own, "OrganizationApp");
  waxseal_exchange_command_set_flag (asking, "Confirm", TRUE);
  assert_refused (asking, "Confirm");
  waxseal_exchange_command_set_text (twice, "Identity", ID);
  assert_refused (twice, "Identity");
  waxseal_exchange_command_set_text (name, "Identity", "*");
  assert_refused (name, "Identity");
}

static void
test_users (void)
{
  static const char *const none[] = { NULL };
  static const char *const names[] = { "anna@contoso.example", "Everybody", NULL };
  static const char *const strange[] = { "a@b@c", NULL };
  g_autofree const char **many = g_new0 (const char *, WAXSEAL_EXCHANGE_MAX_USERS + 2);
  const char *const *lists[] = { none, names, strange, (const char *const *) many };

  for (guint i = 0; i <= WAXSEAL_EXCHANGE_MAX_USERS; i++)
    many[i] = "anna@contoso.example";
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (WaxsealExchangeCommand) command = set_app ();

      waxseal_exchange_command_set_texts (command, "UserList", lists[i]);
      assert_refused (command, "UserList");
    }
  many[WAXSEAL_EXCHANGE_MAX_USERS] = NULL;
  {
    g_autoptr (WaxsealExchangeCommand) command = set_app ();

    waxseal_exchange_command_set_texts (command, "UserList", (const char *const *) many);
    assert_allowed (command);
  }
}

static void
test_build (void)
{
  g_autoptr (WaxsealExchangeCommand) command = new_app ();
  g_autoptr (JsonNode) base64 =
    waxseal_exchange_command_build (command, WAXSEAL_EXCHANGE_BYTES_BASE64);
  g_autoptr (JsonNode) numbers =
    waxseal_exchange_command_build (command, WAXSEAL_EXCHANGE_BYTES_NUMBERS);
  g_autofree char *base64_text = json_to_string (base64, FALSE);
  g_autofree char *numbers_text = json_to_string (numbers, FALSE);
  g_auto (GStrv) parts = g_strsplit (base64_text, "\"PHg+/w==\"", -1);
  g_autofree char *replaced = g_strjoinv ("[60,120,62,255]", parts);

  g_assert_cmpstr (base64_text,
                   ==,
                   "{\"CmdletInput\":{\"CmdletName\":\"New-App\",\"Parameters\":{"
                   "\"OrganizationApp\":true,"
                   "\"FileData\":{\"@odata.type\":\"#Exchange.ByteArrayType\","
                   "\"Data\":\"PHg+/w==\"},"
                   "\"ProvidedTo\":\"SpecificUsers\","
                   "\"UserList\":[\"anna@contoso.example\",\"o'brien@contoso.example\"],"
                   "\"DefaultStateForUser\":\"AlwaysEnabled\",\"Enabled\":true}}}");
  g_assert_cmpstr (numbers_text, ==, replaced);
}

static void
test_text (void)
{
  g_autoptr (WaxsealExchangeCommand) made = new_app ();
  g_autoptr (WaxsealExchangeCommand) removed = waxseal_exchange_command_new ("Remove-App");
  g_autofree char *made_text = waxseal_exchange_command_dup_text (made);
  g_autofree char *removed_text = NULL;

  waxseal_exchange_command_set_text (removed, "Identity", ID);
  waxseal_exchange_command_set_flag (removed, "OrganizationApp", TRUE);
  waxseal_exchange_command_set_flag (removed, "Confirm", FALSE);
  removed_text = waxseal_exchange_command_dup_text (removed);
  g_assert_cmpstr (made_text,
                   ==,
                   "New-App\n  -OrganizationApp\n  -FileData (the manifest, 4 bytes)\n"
                   "  -ProvidedTo 'SpecificUsers'\n"
                   "  -UserList 'anna@contoso.example', 'o''brien@contoso.example'\n"
                   "  -DefaultStateForUser 'AlwaysEnabled'\n  -Enabled $true");
  g_assert_cmpstr (removed_text,
                   ==,
                   "Remove-App\n  -Identity '" ID "'\n  -OrganizationApp\n  -Confirm:$false");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange-command/allowed", test_allowed);
  g_test_add_func ("/exchange-command/other-cmdlets", test_other_cmdlets);
  g_test_add_func ("/exchange-command/missing", test_missing);
  g_test_add_func ("/exchange-command/values", test_values);
  g_test_add_func ("/exchange-command/flags", test_flags);
  g_test_add_func ("/exchange-command/users", test_users);
  g_test_add_func ("/exchange-command/build", test_build);
  g_test_add_func ("/exchange-command/text", test_text);
  return g_test_run ();
}
