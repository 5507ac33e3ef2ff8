/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-loopback-request.h"

#include <string.h>

#include "waxseal-aadsts.h"

/* The parameters of a redirect (microsoft.md, 1.2); each once, as RFC 6749 (3.1) has it. */
typedef struct
{
  char *code;
  char *state;
  char *error;
  char *error_description;
  gboolean is_good;
} Redirect;

static void
wipe_free (char *text)
{
  if (text != NULL)
    explicit_bzero (text, strlen (text));
  g_free (text);
}

static void
redirect_clear (Redirect *redirect)
{
  wipe_free (redirect->code);
  g_free (redirect->state);
  g_free (redirect->error);
  g_free (redirect->error_description);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Redirect, redirect_clear)

static char **
find_field (Redirect *redirect, const char *name)
{
  if (strcmp (name, "code") == 0)
    return &redirect->code;
  if (strcmp (name, "state") == 0)
    return &redirect->state;
  if (strcmp (name, "error") == 0)
    return &redirect->error;
  if (strcmp (name, "error_description") == 0)
    return &redirect->error_description;
  return NULL;
}

static void
read_query (Redirect *redirect, const char *query)
{
  g_autoptr (GError) error = NULL;
  GUriParamsIter iter;
  char *name, *text;

  redirect->is_good = TRUE;
  g_uri_params_iter_init (&iter, query, -1, "&", G_URI_PARAMS_WWW_FORM);
  while (g_uri_params_iter_next (&iter, &name, &text, &error))
    {
      char **field = find_field (redirect, name);

      if (field != NULL && *field == NULL)
        *field = text;
      else
        {
          redirect->is_good = redirect->is_good && field == NULL;
          wipe_free (text);
        }
      g_free (name);
    }
  redirect->is_good = redirect->is_good && error == NULL;
}

static WaxsealLoopbackPage
judge (Redirect *redirect, const char *state, SecretValue **code, GError **error)
{
  if (!redirect->is_good || g_strcmp0 (redirect->state, state) != 0)
    return WAXSEAL_LOOPBACK_PAGE_STRANGER;
  if (redirect->error != NULL)
    {
      g_propagate_error (error,
                         waxseal_aadsts_new_redirect_error (redirect->error,
                                                            redirect->error_description));
      return WAXSEAL_LOOPBACK_PAGE_REFUSED;
    }
  if (redirect->code == NULL || *redirect->code == '\0')
    return WAXSEAL_LOOPBACK_PAGE_STRANGER;
  *code = secret_value_new (redirect->code, -1, "text/plain");
  return WAXSEAL_LOOPBACK_PAGE_DONE;
}

/**
 * waxseal_loopback_request_is_complete:
 * @head: what a browser has sent so far
 *
 * Returns: whether the empty line at the end of a request's head is there
 */
gboolean
waxseal_loopback_request_is_complete (const char *head, gsize length)
{
  return g_strstr_len (head, length, "\r\n\r\n") != NULL ||
         g_strstr_len (head, length, "\n\n") != NULL;
}

/**
 * waxseal_loopback_request_read:
 * @head: the head of a request, from anyone on this computer
 * @state: of the sign-in under way
 * @code: (out) (optional): set with %WAXSEAL_LOOPBACK_PAGE_DONE
 * @error: set with %WAXSEAL_LOOPBACK_PAGE_REFUSED
 *
 * Returns: what to answer; the sign-in is over with one of the two pages above only
 */
WaxsealLoopbackPage
waxseal_loopback_request_read (const char *head,
                               gsize length,
                               const char *state,
                               SecretValue **code,
                               GError **error)
{
  g_auto (Redirect) redirect = { NULL };
  const char *start = head + strlen ("GET ");
  const char *end = memchr (head, '\n', length);
  g_autofree char *target = NULL;
  WaxsealLoopbackPage page;
  char *query;

  if (length < strlen ("GET ") || memcmp (head, "GET ", strlen ("GET ")) != 0 || end == NULL)
    return WAXSEAL_LOOPBACK_PAGE_METHOD;

  target = g_strndup (start, end - start);
  target[strcspn (target, " \r")] = '\0';
  query = strchr (target, '?');
  if (query != NULL)
    *query++ = '\0';
  if (strcmp (target, "/") != 0)
    page = WAXSEAL_LOOPBACK_PAGE_NOTHING;
  else
    {
      read_query (&redirect, query != NULL ? query : "");
      page = judge (&redirect, state, code, error);
    }
  explicit_bzero (target, end - start);
  return page;
}
