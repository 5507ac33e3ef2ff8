/* SPDX-License-Identifier: GPL-3.0-or-later */
/* guide.md, D: where the button is, and what to do with it; cisco.md, 1 and 2.3. The texts are a
 * table and not translations, because a message goes out in both languages. */
#include "waxseal-user-message.h"

#include "waxseal-locale-names.h"
#include "waxseal-mail-domain.h"
#include "waxseal-phase-stage.h"
#include "waxseal-rollout-enums.h"

#define EN WAXSEAL_MESSAGE_LANGUAGE_ENGLISH
#define JA WAXSEAL_MESSAGE_LANGUAGE_JAPANESE

/* @domains: of each encryption type, “@contoso.com, @contoso.co.jp”; empty where it is not used */
typedef struct
{
  WaxsealOrganization *organization;
  WaxsealRolloutPhase *phase;
  WaxsealMessageLanguage language;
  char *domains[2];
} Message;

static gboolean
has_type (const Message *m, WaxsealEncryptionType type)
{
  return *m->domains[type] != '\0';
}

static gboolean
has_both (const Message *m)
{
  return has_type (m, WAXSEAL_ENCRYPTION_TYPE_ENCRYPT) &&
         has_type (m, WAXSEAL_ENCRYPTION_TYPE_FLAG);
}

static gboolean
has_flag_only (const Message *m)
{
  return has_type (m, WAXSEAL_ENCRYPTION_TYPE_FLAG) && !has_both (m);
}

/* Also where there is no domain yet: it is what a new one has. */
static gboolean
has_encrypt_only (const Message *m)
{
  return !has_type (m, WAXSEAL_ENCRYPTION_TYPE_FLAG);
}

static gboolean
is_available (const Message *m)
{
  return waxseal_record_get_enum (m->phase, "method") == WAXSEAL_DEPLOYMENT_METHOD_AVAILABLE;
}

static gboolean
is_optional (const Message *m)
{
  return waxseal_record_get_enum (m->phase, "method") == WAXSEAL_DEPLOYMENT_METHOD_OPTIONAL;
}

static const struct
{
  const char *texts[WAXSEAL_N_MESSAGE_LANGUAGES];
  gboolean (*applies) (const Message *m); /* NULL: always */
} parts[] = {
  { { [EN] = "Subject: Encrypting mail in Outlook\n\n"
             "Hello,\n\n"
             "Outlook gets a new add-in: {add-in}. With it you can encrypt a message, so that only "
             "its recipients can read it.\n\n",
      [JA] =
        "件名: Outlook でのメールの暗号化\n\n"
        "各位\n\n"
        "Outlook に新しいアドイン“{add-in}”が追加されます。メッセージを暗号化して、受信者だけが"
        "読めるようにできます。\n\n" } },
  { { [EN] = "It will be there {when}. If you do not see it then, close Outlook and open it again."
             "\n\n",
      [JA] = "{when}。表示されない場合は、Outlook を終了してもう一度開いてください。\n\n" } },
  { { [EN] = "First add it yourself: in Outlook choose Get Add-ins, then Admin-managed, then "
             "{add-in}.\n\n",
      [JA] = "最初に自分で追加してください。Outlook で [アドインを入手] (Get Add-ins)、"
             "[管理者による管理] (Admin-managed)、“{add-in}”の順に選びます。\n\n" },
    is_available },
  { { [EN] = "You can remove it if you never need it.\n\n",
      [JA] = "不要な場合は削除できます。\n\n" },
    is_optional },
  { { [EN] = "Where the button is while you write a message:\n"
             "- Outlook on the web: under the “…” near Send and Discard, {add-in}\n"
             "- Outlook for Windows and Outlook for Mac: {button}, on the ribbon or toolbar\n"
             "- New Outlook for Mac (16.42 and later): {add-in}, on the toolbar\n\n",
      [JA] = "ボタンの場所 (メッセージの作成中):\n"
             "- Outlook on the web: [送信] と [破棄] の近くの“…”の中の“{add-in}”\n"
             "- Windows 版 Outlook と Mac 版 Outlook: リボンまたはツール バーの“{button}”\n"
             "- 新しい Mac 版 Outlook (16.42 以降): ツール バーの“{add-in}”\n\n" } },
  { { [EN] = "To send an encrypted message, finish it first, with at least one recipient. Then "
             "open the add-in and sign in: the message is encrypted and sent at once.\n\n",
      [JA] = "暗号化して送信するには、先に受信者を 1 人以上入れてメッセージを完成させます。次に"
             "アドインを開いてサインインすると、メッセージはすぐに暗号化されて送信されます。\n\n" },
    has_encrypt_only },
  { { [EN] = "To send an encrypted message, open the add-in and sign in. The add-in marks the "
             "message; then press Send, and it is encrypted on its way.\n\n",
      [JA] =
        "暗号化して送信するには、アドインを開いてサインインします。アドインがメッセージに目印を"
        "付けるので、[送信] を押すと、途中で暗号化されます。\n\n" },
    has_flag_only },
  { { [EN] =
        "To send an encrypted message:\n"
        "- If you write from {encrypt-domains}: finish the message first, with at least one "
        "recipient. Then open the add-in and sign in: the message is encrypted and sent at "
        "once.\n"
        "- If you write from {flag-domains}: open the add-in and sign in. The add-in marks the "
        "message; then press Send, and it is encrypted on its way.\n\n",
      [JA] =
        "暗号化して送信するには:\n"
        "- {encrypt-domains} から送る場合: 先に受信者を 1 人以上入れてメッセージを完成させます。"
        "次にアドインを開いてサインインすると、メッセージはすぐに暗号化されて送信されます。\n"
        "- {flag-domains} から送る場合: アドインを開いてサインインします。アドインがメッセージに"
        "目印を付けるので、[送信] を押すと、途中で暗号化されます。\n\n" },
    has_both },
  { { [EN] = "The add-in says how far it is: Encryption Initiated, Successfully Authenticated, "
             "Message Encrypted, Message Sent.\n\n"
             "You sign in to the Cisco Secure Email Encryption Service. If you have no account "
             "there, or something does not work, ask your help desk.\n",
      [JA] =
        "アドインには進み具合が表示されます: Encryption Initiated (暗号化の開始)、Successfully "
        "Authenticated (認証の成功)、Message Encrypted (暗号化の完了)、Message Sent (送信の完了)。"
        "\n\n"
        "サインイン先は Cisco Secure Email Encryption Service です。アカウントがない場合や、"
        "うまくいかない場合は、ヘルプ デスクに問い合わせてください。\n" } },
};

static const char *const properties[WAXSEAL_N_MESSAGE_LANGUAGES] = {
  [EN] = "message-en",
  [JA] = "message-ja",
};

static char *
list_domains (WaxsealOrganization *organization, WaxsealEncryptionType type)
{
  GListModel *domains = waxseal_organization_get_domains (organization);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (domains); i++)
    {
      g_autoptr (WaxsealMailDomain) domain = g_list_model_get_item (domains, i);

      if (waxseal_record_get_enum (domain, "encryption-type") == (int) type)
        g_string_append_printf (list,
                                "%s@%s",
                                list->len > 0 ? ", " : "",
                                waxseal_record_get_text (domain, "name"));
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* What users see is what the manifest says, in their own language where it has that. */
static const char *
get_label (const Message *m, const char *property)
{
  WaxsealAddinIdentity *addin = waxseal_organization_get_addin (m->organization);
  GListModel *locales = G_LIST_MODEL (waxseal_record_get_list (addin, "locales"));
  const char *prefix = m->language == JA ? "ja" : "en";
  const char *label = waxseal_record_get_text (addin, property);

  if (g_str_has_prefix (waxseal_record_get_text (addin, "default-locale"), prefix))
    return label;
  for (guint i = 0; i < g_list_model_get_n_items (locales); i++)
    {
      g_autoptr (WaxsealLocaleNames) names = g_list_model_get_item (locales, i);
      const char *own = waxseal_record_get_text (names, property);

      if (g_str_has_prefix (waxseal_record_get_text (names, "locale"), prefix) && *own != '\0')
        return own;
    }
  return label;
}

/**
 * waxseal_user_message_propose:
 * @phase: how it is deployed decides what its users have to do
 *
 * Returns: (transfer full): a template as Waxseal proposes it, with %WAXSEAL_USER_MESSAGE_WHEN
 */
char *
waxseal_user_message_propose (WaxsealOrganization *organization,
                              WaxsealRolloutPhase *phase,
                              WaxsealMessageLanguage language)
{
  g_autofree char *encrypt = list_domains (organization, WAXSEAL_ENCRYPTION_TYPE_ENCRYPT);
  g_autofree char *flag = list_domains (organization, WAXSEAL_ENCRYPTION_TYPE_FLAG);
  Message m = { organization, phase, language, { encrypt, flag } };
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].applies == NULL || parts[i].applies (&m))
      g_string_append (text, parts[i].texts[language]);
  g_string_replace (text, "{add-in}", get_label (&m, "display-name"), 0);
  g_string_replace (text, "{button}", get_label (&m, "button-label"), 0);
  g_string_replace (text, "{encrypt-domains}", encrypt, 0);
  g_string_replace (text, "{flag-domains}", flag, 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
get_edited (WaxsealOrganization *organization, WaxsealMessageLanguage language)
{
  return waxseal_record_get_text (waxseal_record_get_child (organization, "rollout"),
                                  properties[language]);
}

/** waxseal_user_message_is_edited: Returns: whether somebody wrote another text than the proposal;
 * what changes in the set-up does not change that one. */
gboolean
waxseal_user_message_is_edited (WaxsealOrganization *organization, WaxsealMessageLanguage language)
{
  return *get_edited (organization, language) != '\0';
}

/** waxseal_user_message_dup_template: Returns: (transfer full): the text to edit: as it was edited,
 * or as it is proposed. */
char *
waxseal_user_message_dup_template (WaxsealOrganization *organization,
                                   WaxsealRolloutPhase *phase,
                                   WaxsealMessageLanguage language)
{
  if (waxseal_user_message_is_edited (organization, language))
    return g_strdup (get_edited (organization, language));
  return waxseal_user_message_propose (organization, phase, language);
}

/**
 * waxseal_user_message_set_template:
 * @text: as it was edited, for all phases; empty for the proposal
 */
void
waxseal_user_message_set_template (WaxsealOrganization *organization,
                                   WaxsealRolloutPhase *phase,
                                   WaxsealMessageLanguage language,
                                   const char *text)
{
  g_autofree char *proposed = waxseal_user_message_propose (organization, phase, language);

  waxseal_record_set_text (waxseal_record_get_child (organization, "rollout"),
                           properties[language],
                           g_str_equal (text, proposed) ? NULL : text);
}

/* Not by the locale, which is the administrator's. */
static char *
format_day (GDateTime *day, WaxsealMessageLanguage language)
{
  static const char *const months[] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December",
  };

  if (language == JA)
    return g_date_time_format (day, "%-Y年%-m月%-d日");
  return g_strdup_printf ("%d %s %d",
                          g_date_time_get_day_of_month (day),
                          months[g_date_time_get_month (day) - 1],
                          g_date_time_get_year (day));
}

static char *
format_deployed (GDateTime *expected_by, WaxsealMessageLanguage language)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (expected_by);
  g_autofree char *day = format_day (local, language);
  g_autofree char *time = g_date_time_format (local, "%H:%M");

  if (language == JA)
    return g_strdup_printf ("%s %s までに使えるようになります", day, time);
  return g_strdup_printf ("by %s on %s", time, day);
}

static char *
format_planned (GDateTime *planned, WaxsealMessageLanguage language)
{
  g_autofree char *day = format_day (planned, language);

  if (language == JA)
    return g_strdup_printf ("%sに展開され、翌日までに使えるようになります", day);
  return g_strdup_printf ("on %s or the day after", day);
}

/* As far as it is known. */
static char *
format_when (WaxsealRolloutPhase *phase, WaxsealMessageLanguage language)
{
  g_autoptr (GDateTime) expected_by = waxseal_phase_stage_get_expected_by (phase);
  g_autofree char *midnight =
    g_strconcat (waxseal_record_get_text (phase, "planned-on"), "T00:00:00Z", NULL);
  g_autoptr (GDateTime) planned = g_date_time_new_from_iso8601 (midnight, NULL);

  if (expected_by != NULL)
    return format_deployed (expected_by, language);
  if (planned != NULL)
    return format_planned (planned, language);
  return g_strdup (language == JA ? "数日中に使えるようになります" : "in the next days");
}

/** waxseal_user_message_build: Returns: (transfer full): the message to the people of @phase, ready
 * to be sent. */
char *
waxseal_user_message_build (WaxsealOrganization *organization,
                            WaxsealRolloutPhase *phase,
                            WaxsealMessageLanguage language)
{
  g_autofree char *template = waxseal_user_message_dup_template (organization, phase, language);
  g_autofree char *when = format_when (phase, language);
  g_autoptr (GString) text = g_string_new (template);

  g_string_replace (text, WAXSEAL_USER_MESSAGE_WHEN, when, 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
