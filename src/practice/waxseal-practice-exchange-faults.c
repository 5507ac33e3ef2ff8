/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Troubles that only Exchange makes (microsoft.md, 3.2), for rules on
 * "POST /adminapi/beta/{}/InvokeCommand" or, for one cmdlet, "… New-App" behind it:
 *
 *   forbidden-silent        403 without a body, as for a token that is older than the role
 *   forbidden-nul           403 with NUL bytes, "text" as the reason in x-ms-diagnostics
 *   centralized-deployment  400, a cmdlet's reason ("text"): to use other cmdlets
 *   warnings-before         200, no value, a warning ("text"); the cmdlet did not run
 *   warnings-after          the same; it did
 *   not-replicated          on a cmdlet that changes apps, with "seconds": Get-App shows them as
 *                           before it for so long; on Get-App, without: as before the last change,
 *                           for as many reads as "times" says
 *
 * "not-found" is a cmdlet's reason here, the others of the table have theirs in error.message;
 * "expired-token" has no body.
 */
#include "waxseal-practice-exchange-faults.h"

#include "waxseal-practice-exchange.h"

static const char *
get_said (const WaxsealPracticeRule *rule)
{
  return rule->text != NULL ? rule->text : rule->fault->text;
}

/* Of a token that is older than the role: not a word. */
void
waxseal_practice_exchange_answer_silence (WaxsealPracticeCall *call,
                                          const WaxsealPracticeRule *rule)
{
  waxseal_practice_call_reply (call, SOUP_STATUS_FORBIDDEN, NULL);
}

void
waxseal_practice_exchange_answer_nuls (WaxsealPracticeCall *call, const WaxsealPracticeRule *rule)
{
  waxseal_practice_exchange_forbid (call, get_said (rule));
}

void
waxseal_practice_exchange_answer_refusal (WaxsealPracticeCall *call,
                                          const WaxsealPracticeRule *rule)
{
  waxseal_practice_exchange_refuse (call, "%s", get_said (rule));
}

void
waxseal_practice_exchange_answer_warning (WaxsealPracticeCall *call,
                                          const WaxsealPracticeRule *rule)
{
  waxseal_practice_exchange_reply_nothing (call, get_said (rule));
}

/* Something was done, and is not said; what failed stays as it is. */
void
waxseal_practice_exchange_spoil_value (WaxsealPracticeCall *call, const WaxsealPracticeRule *rule)
{
  if (call->status != SOUP_STATUS_OK)
    return;
  soup_message_body_truncate (soup_server_message_get_response_body (call->message));
  waxseal_practice_exchange_answer_warning (call, rule);
}

void
waxseal_practice_exchange_alter_view (WaxsealPracticeCall *call, const WaxsealPracticeRule *rule)
{
  call->is_behind = TRUE;
}

void
waxseal_practice_exchange_change_view (WaxsealPracticeCall *call, const WaxsealPracticeRule *rule)
{
  if (call->status == SOUP_STATUS_OK)
    waxseal_practice_exchange_delay_apps (call, rule->seconds);
}
