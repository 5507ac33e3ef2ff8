/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may run a cmdlet, and how those who may not are told (microsoft.md, 1.7, 1.8 and 3.2). */
#include "waxseal-practice-exchange.h"
#include "waxseal-practice-identity.h"

/* Directory role template IDs (microsoft.md, 1.8). */
#define EXCHANGE_ADMIN "29232cdf-9323-42fd-ade2-1d097af3e4de"
#define GLOBAL_ADMIN   "62e90394-69f5-4237-9190-012177145e10"

/* As long as what was seen in the cloud is not known to be. */
#define N_NULS 64

static void
diagnose (WaxsealPracticeCall *call, const char *reason)
{
  g_autofree char *value = g_strdup_printf ("2000003;reason=\"%s\"", reason);

  waxseal_practice_call_set_header (call, "x-ms-diagnostics", value);
}

/** waxseal_practice_exchange_challenge: answers 401; @challenge: what WWW-Authenticate has */
void
waxseal_practice_exchange_challenge (WaxsealPracticeCall *call,
                                     const char *challenge,
                                     const char *reason)
{
  waxseal_practice_call_set_header (call, "WWW-Authenticate", challenge);
  diagnose (call, reason);
  waxseal_practice_call_reply (call, SOUP_STATUS_UNAUTHORIZED, NULL);
}

static gboolean
takes_gzip (WaxsealPracticeCall *call)
{
  const char *accepted = waxseal_practice_call_get_header (call, "Accept-Encoding");

  return accepted != NULL && soup_header_contains (accepted, "gzip");
}

/**
 * waxseal_practice_exchange_forbid:
 * @reason: (nullable): for the header x-ms-diagnostics
 *
 * Answers 403 as Exchange does: with NUL bytes, which are said to be gzip and are not.
 */
void
waxseal_practice_exchange_forbid (WaxsealPracticeCall *call, const char *reason)
{
  static const char nuls[N_NULS];

  if (reason != NULL)
    diagnose (call, reason);
  if (takes_gzip (call))
    waxseal_practice_call_set_header (call, "Content-Encoding", "gzip");
  waxseal_practice_call_reply (call, SOUP_STATUS_FORBIDDEN, NULL);
  soup_server_message_set_response (
    call->message, "application/json; charset=utf-8", SOUP_MEMORY_STATIC, nuls, sizeof nuls);
}

static gboolean
has_one_of (char **held, const char *first, const char *second)
{
  return g_strv_contains ((const char *const *) held, first) ||
         g_strv_contains ((const char *const *) held, second);
}

/** waxseal_practice_exchange_check_rights: Returns: whether the caller may run cmdlets. */
gboolean
waxseal_practice_exchange_check_rights (WaxsealPracticeCall *call)
{
  const char *problem = NULL;

  call->caller = waxseal_practice_identity_recognise (call, WAXSEAL_PRACTICE_EXCHANGE, &problem);
  if (call->caller == NULL)
    waxseal_practice_exchange_challenge (call,
                                         "Bearer realm=\"\", error=\"invalid_token\"",
                                         problem);
  else if (!has_one_of (call->caller->scopes, "Exchange.Manage", "AdminApi.AccessAsUser.All"))
    waxseal_practice_call_reply (call, SOUP_STATUS_FORBIDDEN, NULL);
  else if (!has_one_of (call->caller->wids, EXCHANGE_ADMIN, GLOBAL_ADMIN))
    waxseal_practice_exchange_forbid (call, "The user has no role that may run this cmdlet.");
  else
    return TRUE;
  return FALSE;
}
