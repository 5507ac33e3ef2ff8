/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The messages to the users: both languages, whatever the locale; what each client and type needs;
 * edited texts stay, and still say when. */
#include "waxseal-user-message.h"

#include <string.h>

#include "rollout-fixture.h"
#include "waxseal-mail-domain.h"
#include "waxseal-rollout-enums.h"

#define EN WAXSEAL_MESSAGE_LANGUAGE_ENGLISH
#define JA WAXSEAL_MESSAGE_LANGUAGE_JAPANESE

static void
add_domain (RolloutFixture *f, const char *name, WaxsealEncryptionType type)
{
  g_autoptr (WaxsealMailDomain) domain =
    g_object_new (WAXSEAL_TYPE_MAIL_DOMAIN, "name", name, "encryption-type", type, NULL);

  g_list_store_append (G_LIST_STORE (waxseal_organization_get_domains (f->organization)), domain);
}

/* Each of @words is there (or, after a “!”, is not), in the order of the table. */
static void
assert_words (RolloutFixture *f, WaxsealMessageLanguage language, const char *const *words)
{
  g_autofree char *text = waxseal_user_message_build (f->organization, f->phases[0], language);

  g_assert_null (strpbrk (text, "{}"));
  for (gsize i = 0; words[i] != NULL; i++)
    {
      gboolean wanted = words[i][0] != '!';

      if ((strstr (text, words[i] + !wanted) != NULL) != wanted)
        g_error ("“%s” in: %s", words[i], text);
    }
}

static void
test_clients (RolloutFixture *f, gconstpointer data)
{
  static const char *const english[] = {
    "Subject: ",
    "Outlook on the web: under the “…” near Send and Discard, Cisco Secure Email Encryption "
    "Service",
    "Outlook for Windows and Outlook for Mac: Encrypt, on the ribbon or toolbar",
    "New Outlook for Mac (16.42 and later): Cisco Secure Email Encryption Service, on the toolbar",
    "Encryption Initiated, Successfully Authenticated, Message Encrypted, Message Sent",
    "ask your help desk",
    "in the next days",
    NULL,
  };
  static const char *const japanese[] = {
    "件名: ",
    "Outlook on the web: [送信] と [破棄] の近くの“…”の中の“Cisco Secure Email Encryption Service”",
    "Windows 版 Outlook と Mac 版 Outlook: リボンまたはツール バーの“暗号化”",
    "新しい Mac 版 Outlook (16.42 以降): ツール バーの“Cisco Secure Email Encryption Service”",
    "Encryption Initiated",
    "ヘルプ デスク",
    "数日中に使えるようになります",
    NULL,
  };

  assert_words (f, EN, english);
  assert_words (f, JA, japanese);
}

static void
test_types (RolloutFixture *f, gconstpointer data)
{
  static const char *const encrypt[] = { "encrypted and sent at once", "!press Send", NULL };
  static const char *const flag[] = { "!at once", "press Send", NULL };
  static const char *const both[] = { "If you write from @contoso.com: finish",
                                      "If you write from @contoso.co.jp, @contoso.jp: open",
                                      NULL };
  static const char *const both_japanese[] = { "@contoso.com から送る場合: 先に",
                                               "@contoso.co.jp, @contoso.jp から送る場合: アドイン",
                                               NULL };

  assert_words (f, EN, encrypt);
  add_domain (f, "contoso.co.jp", WAXSEAL_ENCRYPTION_TYPE_FLAG);
  assert_words (f, EN, flag);
  add_domain (f, "contoso.com", WAXSEAL_ENCRYPTION_TYPE_ENCRYPT);
  add_domain (f, "contoso.jp", WAXSEAL_ENCRYPTION_TYPE_FLAG);
  assert_words (f, EN, both);
  assert_words (f, JA, both_japanese);
}

static void
test_methods (RolloutFixture *f, gconstpointer data)
{
  static const char *const fixed[] = { "!Admin-managed", "!remove it", NULL };
  static const char *const available[] = { "Get Add-ins, then Admin-managed", "!remove it", NULL };
  static const char *const optional[] = { "!Admin-managed", "You can remove it", NULL };

  assert_words (f, EN, fixed);
  g_object_set (f->phases[0], "method", WAXSEAL_DEPLOYMENT_METHOD_AVAILABLE, NULL);
  assert_words (f, EN, available);
  g_object_set (f->phases[0], "method", WAXSEAL_DEPLOYMENT_METHOD_OPTIONAL, NULL);
  assert_words (f, EN, optional);
}

static void
test_when (RolloutFixture *f, gconstpointer data)
{
  static const char *const planned[] = { "It will be there on 1 February 2027 or the day after.",
                                         NULL };
  static const char *const planned_japanese[] = { "2027年2月1日に展開され、翌日までに", NULL };
  static const char *const deployed[] = { "It will be there by 09:30 on 1 January 2027.", NULL };
  static const char *const deployed_japanese[] = { "2027年1月1日 09:30 までに", NULL };
  static const char *const nonsense[] = { "in the next days", NULL };

  waxseal_record_set_text (f->phases[0], "planned-on", "soon");
  assert_words (f, EN, nonsense);
  waxseal_record_set_text (f->phases[0], "planned-on", "2027-02-01");
  assert_words (f, EN, planned);
  assert_words (f, JA, planned_japanese);
  waxseal_record_set_text (f->phases[0], "deployed-on", "2026-12-31T21:30:00Z");
  assert_words (f, EN, deployed);
  assert_words (f, JA, deployed_japanese);
}

static void
test_edited (RolloutFixture *f, gconstpointer data)
{
  g_autofree char *proposed = waxseal_user_message_dup_template (f->organization, f->phases[0], EN);
  g_autofree char *built = NULL, *japanese = NULL, *again = NULL;

  g_assert_nonnull (strstr (proposed, WAXSEAL_USER_MESSAGE_WHEN));
  waxseal_user_message_set_template (f->organization, f->phases[0], EN, proposed);
  g_assert_false (waxseal_user_message_is_edited (f->organization, EN));

  waxseal_record_set_text (f->phases[1], "planned-on", "2027-02-01");
  waxseal_user_message_set_template (f->organization, f->phases[0], EN, "Look for it {when}.");
  g_assert_true (waxseal_user_message_is_edited (f->organization, EN));
  g_assert_false (waxseal_user_message_is_edited (f->organization, JA));
  built = waxseal_user_message_build (f->organization, f->phases[1], EN);
  g_assert_cmpstr (built, ==, "Look for it on 1 February 2027 or the day after.");
  japanese = waxseal_user_message_build (f->organization, f->phases[1], JA);
  g_assert_true (g_str_has_prefix (japanese, "件名: "));

  waxseal_user_message_set_template (f->organization, f->phases[0], EN, "");
  again = waxseal_user_message_dup_template (f->organization, f->phases[0], EN);
  g_assert_cmpstr (again, ==, proposed);
}

/* The manifest's own words, in the language of the message where it has them. */
static void
test_labels (RolloutFixture *f, gconstpointer data)
{
  static const char *const english[] = { "Mac: Verschlüsseln, on", NULL };
  static const char *const japanese[] = { "ツール バーの“暗号化”", NULL };
  WaxsealAddinIdentity *addin = waxseal_organization_get_addin (f->organization);

  g_object_set (addin, "default-locale", "de-DE", "button-label", "Verschlüsseln", NULL);
  assert_words (f, EN, english);
  assert_words (f, JA, japanese);
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
  add ("/user-message/clients", test_clients);
  add ("/user-message/types", test_types);
  add ("/user-message/methods", test_methods);
  add ("/user-message/when", test_when);
  add ("/user-message/edited", test_edited);
  add ("/user-message/labels", test_labels);
  return g_test_run ();
}
