/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-report-words.h"

#include <glib/gi18n.h>

#include "waxseal-app-proof.h"
#include "waxseal-journal.h"

static const char *const clouds[] = {
  [WAXSEAL_CLOUD_GLOBAL] = N_ ("Global"),
  [WAXSEAL_CLOUD_GCC_HIGH] = N_ ("GCC High"),
  [WAXSEAL_CLOUD_DOD] = N_ ("DoD"),
  [WAXSEAL_CLOUD_CHINA] = N_ ("China"),
};

/* guide.md, A3 */
static const char *const account_types[] = {
  [WAXSEAL_ACCOUNT_TYPE_SINGLE_TENANT] =
    N_ ("Accounts in this organizational directory only (Single tenant)"),
  [WAXSEAL_ACCOUNT_TYPE_MULTITENANT] =
    N_ ("Accounts in any organizational directory (Multitenant)"),
  [WAXSEAL_ACCOUNT_TYPE_MULTITENANT_AND_PERSONAL] =
    N_ ("Accounts in any organizational directory and personal Microsoft accounts"),
  [WAXSEAL_ACCOUNT_TYPE_PERSONAL] = N_ ("Personal Microsoft accounts only"),
};

/* guide.md, B4 */
static const char *const encryption_types[] = {
  [WAXSEAL_ENCRYPTION_TYPE_ENCRYPT] = N_ ("Encrypt: the add-in encrypts and sends at once"),
  [WAXSEAL_ENCRYPTION_TYPE_FLAG] = N_ ("Flag: the add-in marks, the gateway encrypts"),
};
static const char *const flag_types[] = {
  [WAXSEAL_FLAG_TYPE_SUBJECT] = N_ ("Subject Flag"),
  [WAXSEAL_FLAG_TYPE_HEADER] = N_ ("Header Flag"),
};

/* guide.md, C2 */
static const char *const audiences[] = {
  [WAXSEAL_AUDIENCE_JUST_ME] = N_ ("Just me"),
  [WAXSEAL_AUDIENCE_SPECIFIC] = N_ ("Specific users or groups"),
  [WAXSEAL_AUDIENCE_EVERYONE] = N_ ("Everyone"),
};

static const char *const verdicts[] = {
  [WAXSEAL_VERDICT_GO] = N_ ("Go: the next phase may open"),
  [WAXSEAL_VERDICT_NO_GO] = N_ ("No-go: the next phase stays closed"),
};

/** Words: for a text that a record has; @words are translated. */
typedef struct
{
  const char *text;
  const char *words;
} Words;

static const Words actions[] = {
  { WAXSEAL_JOURNAL_CREATE_APP, N_ ("Register the application") },
  { WAXSEAL_JOURNAL_DECLARE, N_ ("Add the API permissions") },
  { WAXSEAL_JOURNAL_CREATE_SP, N_ ("Create the service principal") },
  { WAXSEAL_JOURNAL_ADD_SECRET, N_ ("Add a client secret") },
  { WAXSEAL_JOURNAL_REMOVE_SECRET, N_ ("Remove a client secret") },
  { WAXSEAL_JOURNAL_ROTATE_SECRET, N_ ("Replace the client secret") },
  { WAXSEAL_JOURNAL_GRANT, N_ ("Grant a permission") },
  { WAXSEAL_JOURNAL_DELETE_APP, N_ ("Delete the application") },
  { WAXSEAL_JOURNAL_DEPLOY_ADDIN, N_ ("Add the add-in to Exchange Online") },
  { WAXSEAL_JOURNAL_CHANGE_ADDIN, N_ ("Change the add-in in Exchange Online") },
  { WAXSEAL_JOURNAL_REMOVE_ADDIN, N_ ("Remove the add-in from Exchange Online") },
};

static const Words outcomes[] = {
  { WAXSEAL_OUTCOME_DONE, N_ ("Done, and read back") },
  { WAXSEAL_OUTCOME_ACCEPTED, N_ ("The service accepted it, and does not show it yet") },
  { WAXSEAL_OUTCOME_REFUSED, N_ ("Refused; nothing was changed") },
  { WAXSEAL_OUTCOME_ABSENT, N_ ("No reply came, and it was not found afterwards") },
  { WAXSEAL_OUTCOME_ORPHAN, N_ ("A secret is there whose value is lost; remove it") },
  { WAXSEAL_OUTCOME_REMOVED, N_ ("Undone: what was left of it was removed") },
};

static const Words checks[] = {
  { WAXSEAL_APP_PROOF_SUBJECT,
    N_ ("The application signs in with its secret, and has its permissions") },
};

static const char *
find_words (const Words *words, gsize n_words, const char *text)
{
  for (gsize i = 0; i < n_words; i++)
    if (g_str_equal (words[i].text, text))
      return _ (words[i].words);
  return text;
}

/** waxseal_report_words_for_cloud: Returns: the Microsoft cloud. */
const char *
waxseal_report_words_for_cloud (WaxsealCloud cloud)
{
  return _ (clouds[cloud]);
}

/** waxseal_report_words_for_account_type: Returns: as Entra has it. */
const char *
waxseal_report_words_for_account_type (WaxsealAccountType type)
{
  return _ (account_types[type]);
}

/** waxseal_report_words_for_encryption_type: Returns: CRES's word, and what it means. */
const char *
waxseal_report_words_for_encryption_type (WaxsealEncryptionType type)
{
  return _ (encryption_types[type]);
}

/** waxseal_report_words_for_flag_type: Returns: as CRES has it. */
const char *
waxseal_report_words_for_flag_type (WaxsealFlagType type)
{
  return _ (flag_types[type]);
}

/** waxseal_report_words_for_audience: Returns: as the admin center has it. */
const char *
waxseal_report_words_for_audience (WaxsealAudience audience)
{
  return _ (audiences[audience]);
}

/** waxseal_report_words_for_verdict: Returns: what a judgement means. */
const char *
waxseal_report_words_for_verdict (WaxsealVerdict verdict)
{
  return _ (verdicts[verdict]);
}

/** waxseal_report_words_for_action: Returns: the change; @action itself where it is not known. */
const char *
waxseal_report_words_for_action (const char *action)
{
  return find_words (actions, G_N_ELEMENTS (actions), action);
}

/** waxseal_report_words_for_outcome: Returns: how it ended; @outcome itself where not known. */
const char *
waxseal_report_words_for_outcome (const char *outcome)
{
  return find_words (outcomes, G_N_ELEMENTS (outcomes), outcome);
}

/** waxseal_report_words_for_check: Returns: what was checked; @subject itself where not known. */
const char *
waxseal_report_words_for_check (const char *subject)
{
  return find_words (checks, G_N_ELEMENTS (checks), subject);
}
