/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sign-in pages speak the browser's language, as Microsoft's do, not Waxseal's. */
#include "waxseal-practice-words.h"

static const struct
{
  const char *english;
  const char *japanese;
} words[] = {
  [WAXSEAL_PRACTICE_WORD_LANGUAGE] = { "en", "ja" },
  [WAXSEAL_PRACTICE_WORD_BANNER] = { "Practice tenant: this is not Microsoft",
                                     "練習用テナント: Microsoft ではありません" },
  [WAXSEAL_PRACTICE_WORD_PICK] = { "Who are you?", "サインインする人を選んでください" },
  [WAXSEAL_PRACTICE_WORD_PICK_FOR] = { "To continue to {}", "{} に進みます" },
  [WAXSEAL_PRACTICE_WORD_CANCEL] = { "Cancel", "キャンセル" },
  [WAXSEAL_PRACTICE_WORD_CONSENT] = { "Permissions requested", "要求されているアクセス許可" },
  [WAXSEAL_PRACTICE_WORD_CONSENT_FOR] = { "{} would like to:", "{} は次のことを求めています:" },
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
  [WAXSEAL_PRACTICE_WORD_FAILED] = { "Sorry, that did not work", "サインインできません" },
};

/** waxseal_practice_word_get: Returns: (transfer none): @word in the language that @call asks for.
 */
const char *
waxseal_practice_word_get (WaxsealPracticeCall *call, WaxsealPracticeWord word)
{
  const char *languages = waxseal_practice_call_get_header (call, "Accept-Language");
  gboolean japanese = languages != NULL && g_ascii_strncasecmp (languages, "ja", 2) == 0;

  return japanese ? words[word].japanese : words[word].english;
}
