/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-client-check.h"

#include <glib/gi18n.h>

#include "waxseal-date.h"
#include "waxseal-enums.h"
#include "waxseal-mail-domain.h"

#define N_TYPES (WAXSEAL_ENCRYPTION_TYPE_FLAG + 1)

/* guide.md, D2. @place: the label of what @place tells where to find is its “%s”. */
static const struct
{
  const char *label;
  const char *place;
  const char *property; /* of the add-in: what the client calls the button */
} clients[] = {
  [WAXSEAL_OUTLOOK_CLIENT_WEB] = { N_ ("Outlook on the web"),
                                   N_ ("Open “%s”, under the “…” near Send and Discard."),
                                   "display-name" },
  [WAXSEAL_OUTLOOK_CLIENT_WINDOWS] = { N_ ("Outlook for Windows"),
                                       N_ ("Open “%s”, on the ribbon or toolbar."),
                                       "button-label" },
  [WAXSEAL_OUTLOOK_CLIENT_MAC] = { N_ ("Outlook for Mac"),
                                   N_ ("Open “%s”, on the ribbon or toolbar."),
                                   "button-label" },
  [WAXSEAL_OUTLOOK_CLIENT_NEW_MAC] = { N_ ("New Outlook for Mac (16.42 and later)"),
                                       N_ ("Open “%s”, on the toolbar."),
                                       "display-name" },
};

/* guide.md, D1 and D3 */
static const struct
{
  const char *write;
  const char *sign_in;
} types[] = {
  [WAXSEAL_ENCRYPTION_TYPE_ENCRYPT] = { N_ ("Write a message to the end, with at least one valid "
                                            "recipient: it is encrypted and sent at once."),
                                        N_ ("Sign in.") },
  [WAXSEAL_ENCRYPTION_TYPE_FLAG] = { N_ ("Write a message with at least one valid recipient."),
                                     N_ ("Sign in, then press Send.") },
};

/* As the add-in has them, in English. */
static const struct
{
  const char *label;
  const char *property;
} lines[WAXSEAL_N_SUMMARY_LINES] = {
  [WAXSEAL_SUMMARY_LINE_INITIATED] = { "Encryption Initiated", "saw-initiated" },
  [WAXSEAL_SUMMARY_LINE_AUTHENTICATED] = { "Successfully Authenticated", "saw-authenticated" },
  [WAXSEAL_SUMMARY_LINE_ENCRYPTED] = { "Message Encrypted", "saw-encrypted" },
  [WAXSEAL_SUMMARY_LINE_SENT] = { "Message Sent", "saw-sent" },
};

/* Without a domain: the type that a new one has. */
static gboolean
is_in_use (WaxsealOrganization *organization, WaxsealEncryptionType type)
{
  GListModel *domains = waxseal_organization_get_domains (organization);
  guint n = g_list_model_get_n_items (domains);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WaxsealMailDomain) domain = g_list_model_get_item (domains, i);

      if (waxseal_record_get_enum (domain, "encryption-type") == (int) type)
        return TRUE;
    }
  return n == 0 && type == WAXSEAL_ENCRYPTION_TYPE_ENCRYPT;
}

static gboolean
is_untouched (WaxsealClientTest *test)
{
  gboolean seen = FALSE;

  for (WaxsealSummaryLine i = 0; i < WAXSEAL_N_SUMMARY_LINES; i++)
    seen |= waxseal_record_get_flag (test, lines[i].property);
  return !seen && waxseal_record_get_enum (test, "result") == WAXSEAL_TEST_RESULT_OPEN &&
         *waxseal_record_get_text (test, "notes") == '\0';
}

static gboolean
has_test (GListModel *tests, WaxsealEncryptionType type, WaxsealOutlookClient client)
{
  for (guint i = 0; i < g_list_model_get_n_items (tests); i++)
    {
      g_autoptr (WaxsealClientTest) test = g_list_model_get_item (tests, i);

      if (waxseal_record_get_enum (test, "encryption-type") == (int) type &&
          waxseal_record_get_enum (test, "client") == (int) client)
        return TRUE;
    }
  return FALSE;
}

static void
drop_unused (WaxsealOrganization *organization, GListStore *tests)
{
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (tests)); i-- > 0;)
    {
      g_autoptr (WaxsealClientTest) test = g_list_model_get_item (G_LIST_MODEL (tests), i);

      if (is_untouched (test) &&
          !is_in_use (organization, waxseal_record_get_enum (test, "encryption-type")))
        g_list_store_remove (tests, i);
    }
}

/**
 * waxseal_client_check_ensure:
 *
 * Makes the "tests" of @phase have one for each client and each encryption type that the
 * organisation's domains use. One that somebody has begun stays, whatever is used now.
 */
void
waxseal_client_check_ensure (WaxsealOrganization *organization, WaxsealRolloutPhase *phase)
{
  GListStore *tests = waxseal_record_get_list (phase, "tests");

  drop_unused (organization, tests);
  for (guint type = 0; type < N_TYPES; type++)
    for (guint client = 0; client < G_N_ELEMENTS (clients); client++)
      {
        g_autoptr (WaxsealClientTest) test = NULL;

        if (!is_in_use (organization, type) || has_test (G_LIST_MODEL (tests), type, client))
          continue;
        test =
          g_object_new (WAXSEAL_TYPE_CLIENT_TEST, "client", client, "encryption-type", type, NULL);
        g_list_store_append (tests, test);
      }
}

/** waxseal_client_check_get_client_label: Returns: (transfer none): translated. */
const char *
waxseal_client_check_get_client_label (WaxsealOutlookClient client)
{
  return _ (clients[client].label);
}

/**
 * waxseal_client_check_list_steps:
 *
 * Returns: (transfer full): what to do for @test, translated; then the lines of the summary are to
 *   be compared
 */
char **
waxseal_client_check_list_steps (WaxsealOrganization *organization, WaxsealClientTest *test)
{
  WaxsealAddinIdentity *addin = waxseal_organization_get_addin (organization);
  WaxsealOutlookClient client = waxseal_record_get_enum (test, "client");
  WaxsealEncryptionType type = waxseal_record_get_enum (test, "encryption-type");
  g_autoptr (GString) place = g_string_new (_ (clients[client].place));
  g_autoptr (GStrvBuilder) steps = g_strv_builder_new ();

  g_string_replace (place, "%s", waxseal_record_get_text (addin, clients[client].property), 1);
  g_strv_builder_add (steps, _ (types[type].write));
  g_strv_builder_add (steps, place->str);
  g_strv_builder_add (steps, _ (types[type].sign_in));
  return g_strv_builder_end (steps);
}

/** waxseal_summary_line_get_label: Returns: (transfer none): as the add-in has it. */
const char *
waxseal_summary_line_get_label (WaxsealSummaryLine line)
{
  return lines[line].label;
}

/** waxseal_summary_line_get_property: Returns: (transfer none): of #WaxsealClientTest. */
const char *
waxseal_summary_line_get_property (WaxsealSummaryLine line)
{
  return lines[line].property;
}

/** waxseal_client_check_has_all: Returns: whether all lines of the summary were seen. */
gboolean
waxseal_client_check_has_all (WaxsealClientTest *test)
{
  for (WaxsealSummaryLine i = 0; i < WAXSEAL_N_SUMMARY_LINES; i++)
    if (!waxseal_record_get_flag (test, lines[i].property))
      return FALSE;
  return TRUE;
}

/**
 * waxseal_client_check_see:
 *
 * Notes that @line was seen, or was not. A test that was passed is open again without one.
 */
void
waxseal_client_check_see (WaxsealClientTest *test, WaxsealSummaryLine line, gboolean seen)
{
  g_object_set (test, lines[line].property, seen, NULL);
  if (!seen && waxseal_record_get_enum (test, "result") == WAXSEAL_TEST_RESULT_PASSED)
    waxseal_client_check_conclude (test, WAXSEAL_TEST_RESULT_OPEN, NULL);
}

/**
 * waxseal_client_check_conclude:
 * @tester: (nullable): who tried it
 *
 * Writes down how @test ended, and when; opens it again with %WAXSEAL_TEST_RESULT_OPEN.
 *
 * Returns: %FALSE, and does nothing, where it is to be passed and not all lines were seen
 */
gboolean
waxseal_client_check_conclude (WaxsealClientTest *test,
                               WaxsealTestResult result,
                               const char *tester)
{
  g_autofree char *now = waxseal_date_now ();
  gboolean is_open = result == WAXSEAL_TEST_RESULT_OPEN;

  if (result == WAXSEAL_TEST_RESULT_PASSED && !waxseal_client_check_has_all (test))
    return FALSE;
  g_object_set (test,
                "result",
                result,
                "tested-on",
                is_open ? "" : now,
                "tester",
                is_open ? NULL : tester,
                NULL);
  return TRUE;
}
