/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sign-in pages speak the browser's language, as Microsoft's do, not Waxseal's. */
#include "waxseal-practice-words.h"

#include "waxseal-json.h"

static const struct
{
  const char *english;
  const char *japanese;
} words[] = {
  [WAXSEAL_PRACTICE_WORD_LANGUAGE] = { "en", "ja" },
  [WAXSEAL_PRACTICE_WORD_BANNER] = { "Practice tenant", "練習用テナント" },
  [WAXSEAL_PRACTICE_WORD_BANNER_HELP] = { "This is not Microsoft. Nothing here touches a real "
                                          "organization, and there are no passwords.",
                                          "Microsoft のページではありません。実際の組織には何も影響"
                                          "せず、パスワードも聞かれません。" },
  [WAXSEAL_PRACTICE_WORD_PICK] = { "Who are you today?", "だれとしてサインインしますか?" },
  [WAXSEAL_PRACTICE_WORD_PICK_FOR] = { "Choose who signs in to {}. What the person may do "
                                       "depends on the role.",
                                       "{} にサインインする人を選んでください。できることは"
                                       "役割によって異なります。" },
  [WAXSEAL_PRACTICE_WORD_GLOBAL] = { "Global Administrator", "グローバル管理者" },
  [WAXSEAL_PRACTICE_WORD_GLOBAL_CAN] = { "Registers apps and grants them permissions",
                                         "アプリの登録とアクセス許可の付与ができます" },
  [WAXSEAL_PRACTICE_WORD_PRIVILEGED] = { "Privileged Role Administrator", "特権ロール管理者" },
  [WAXSEAL_PRACTICE_WORD_PRIVILEGED_CAN] = { "Grants permissions, but does not register apps",
                                             "アクセス許可を付与できますが、アプリは登録"
                                             "できません" },
  [WAXSEAL_PRACTICE_WORD_CLOUD] = { "Cloud Application Administrator",
                                    "クラウド アプリケーション管理者" },
  [WAXSEAL_PRACTICE_WORD_CLOUD_CAN] = { "Registers apps, but does not grant them permissions",
                                        "アプリを登録できますが、アクセス許可は付与できません" },
  [WAXSEAL_PRACTICE_WORD_EXCHANGE] = { "Exchange Administrator", "Exchange 管理者" },
  [WAXSEAL_PRACTICE_WORD_EXCHANGE_CAN] = { "Deploys add-ins in Exchange, but does not register "
                                           "apps",
                                           "Exchange でアドインを展開できますが、アプリは登録"
                                           "できません" },
  [WAXSEAL_PRACTICE_WORD_USER] = { "No administrator role", "管理者ロールなし" },
  [WAXSEAL_PRACTICE_WORD_USER_CAN] = { "Does neither", "どちらもできません" },
  [WAXSEAL_PRACTICE_WORD_CANCEL] = { "Cancel", "キャンセル" },
  [WAXSEAL_PRACTICE_WORD_CONSENT] = { "Permissions requested", "要求されているアクセス許可" },
  [WAXSEAL_PRACTICE_WORD_CONSENT_FOR] = { "{} would like to:", "{} が次の許可を求めています:" },
  [WAXSEAL_PRACTICE_WORD_SIGNED_IN_AS] = { "Signed in as {}", "{} としてサインインしています" },
  [WAXSEAL_PRACTICE_WORD_APPROVAL] = { "An administrator has to agree", "管理者の承認が必要です" },
  [WAXSEAL_PRACTICE_WORD_APPROVAL_FOR] = { "{} asks for permissions that only an administrator may "
                                           "give. Go back, and sign in as one.",
                                           "{} は、管理者だけが承諾できるアクセス許可を求めて"
                                           "います。戻って、管理者としてサインインして"
                                           "ください。" },
  [WAXSEAL_PRACTICE_WORD_BACK] = { "Go Back to the Program", "プログラムに戻る" },
  [WAXSEAL_PRACTICE_WORD_ACCEPT] = { "Accept", "承諾" },
  [WAXSEAL_PRACTICE_WORD_CODE] = { "Enter code", "コードを入力" },
  [WAXSEAL_PRACTICE_WORD_CODE_HELP] = { "Enter the code that the program shows.",
                                        "プログラムに表示されたコードを入力してください。" },
  [WAXSEAL_PRACTICE_WORD_CODE_WRONG] = { "That code did not work. Look at it again.",
                                         "このコードは使えません。もう一度確認してください。" },
  [WAXSEAL_PRACTICE_WORD_NEXT] = { "Next", "次へ" },
  [WAXSEAL_PRACTICE_WORD_DONE] = { "You are signed in", "サインインしました" },
  [WAXSEAL_PRACTICE_WORD_DONE_HELP] = { "You can close this page, and go back to the program.",
                                        "このページを閉じて、プログラムに戻ってください。" },
  [WAXSEAL_PRACTICE_WORD_DECLINED] = { "Nobody was signed in", "サインインしませんでした" },
  [WAXSEAL_PRACTICE_WORD_GRANTED] = { "The permissions are granted", "アクセス許可を付与しました" },
  [WAXSEAL_PRACTICE_WORD_NOT_GRANTED] = { "Nothing was granted", "何も付与しませんでした" },
  [WAXSEAL_PRACTICE_WORD_FAILED] = { "Sorry, that did not work", "うまくいきませんでした" },
  [WAXSEAL_PRACTICE_WORD_FAILED_HELP] = { "Close this page, go back to the program, and try "
                                          "again from there.",
                                          "このページを閉じてプログラムに戻り、もう一度お試し"
                                          "ください。" },
};

/* What Graph's own descriptions say, for people. */
static const struct
{
  const char *value;
  gboolean is_app;
  const char *english;
  const char *japanese;
} permissions[] = {
  { "User.Read", FALSE, "Sign you in and read your profile", "サインインとプロファイルの読み取り" },
  { "User.ReadBasic.All",
    FALSE,
    "Read everyone’s basic profile",
    "すべてのユーザーの基本プロファイルの読み取り" },
  { "User.Read.All",
    FALSE,
    "Read everyone’s full profile",
    "すべてのユーザーの完全なプロファイルの読み取り" },
  { "Group.Read.All", FALSE, "Read all groups", "すべてのグループの読み取り" },
  { "GroupMember.Read.All",
    FALSE,
    "Read who is in which group",
    "グループ メンバーシップの読み取り" },
  { "Organization.Read.All", FALSE, "Read about the organization", "組織情報の読み取り" },
  { "Domain.Read.All", FALSE, "Read the domains", "ドメインの読み取り" },
  { "Directory.Read.All", FALSE, "Read the directory", "ディレクトリ データの読み取り" },
  { "Application.Read.All", FALSE, "Read applications", "アプリケーションの読み取り" },
  { "Application.ReadWrite.All",
    FALSE,
    "Read and change applications",
    "アプリケーションの読み取りと書き込み" },
  { "AppRoleAssignment.ReadWrite.All",
    FALSE,
    "Grant permissions to applications",
    "アプリへのアクセス許可の付与の管理" },
  { "Policy.Read.All", FALSE, "Read the organization’s policies", "組織のポリシーの読み取り" },
  { "Policy.ReadWrite.ApplicationConfiguration",
    FALSE,
    "Read and change the policies for applications",
    "アプリケーション構成ポリシーの読み取りと書き込み" },
  { "Mail.Read", FALSE, "Read your mail", "メールの読み取り" },
  { "Exchange.Manage", FALSE, "Manage Exchange", "Exchange の構成の管理" },
  { "Exchange.ManageV2", FALSE, "Manage Exchange (V2)", "Exchange の構成の管理 (V2)" },
  { "Mail.Read", TRUE, "Read mail in all mailboxes", "すべてのメールボックスのメールの読み取り" },
  { "Mail.ReadWrite",
    TRUE,
    "Read and change mail in all mailboxes",
    "すべてのメールボックスのメールの読み取りと書き込み" },
  { "Mail.Send", TRUE, "Send mail as anyone", "任意のユーザーとしてのメールの送信" },
  { "User.Read.All",
    TRUE,
    "Read everyone’s full profile",
    "すべてのユーザーの完全なプロファイルの読み取り" },
};

static gboolean
is_language (const char *tag, const char *language)
{
  return g_ascii_strncasecmp (tag, language, 2) == 0 && (tag[2] == '\0' || tag[2] == '-');
}

/** waxseal_practice_word_is_japanese: Returns: whether @call asks for Japanese rather than English
 */
gboolean
waxseal_practice_word_is_japanese (WaxsealPracticeCall *call)
{
  const char *header = waxseal_practice_call_get_header (call, "Accept-Language");
  GSList *languages = header != NULL ? soup_header_parse_quality_list (header, NULL) : NULL;
  GSList *l;
  gboolean known = FALSE, japanese = FALSE;

  for (l = languages; l != NULL && !known; l = l->next)
    {
      japanese = is_language (l->data, "ja");
      known = japanese || is_language (l->data, "en");
    }
  soup_header_free_list (languages);
  return japanese;
}

/** waxseal_practice_word_get: Returns: (transfer none): @word in the language that @call asks for.
 */
const char *
waxseal_practice_word_get (WaxsealPracticeCall *call, WaxsealPracticeWord word)
{
  return waxseal_practice_word_is_japanese (call) ? words[word].japanese : words[word].english;
}

/**
 * waxseal_practice_word_describe:
 * @permission: a delegated scope, or an application role
 *
 * Returns: (transfer none): what it allows, in the language that @call asks for
 */
const char *
waxseal_practice_word_describe (WaxsealPracticeCall *call, JsonObject *permission)
{
  const char *value = waxseal_json_get_text (permission, "value");
  gboolean is_app = json_object_has_member (permission, "allowedMemberTypes");
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (permissions); i++)
    if (permissions[i].is_app == is_app && g_str_equal (permissions[i].value, value))
      return waxseal_practice_word_is_japanese (call) ? permissions[i].japanese
                                                      : permissions[i].english;
  return value;
}
