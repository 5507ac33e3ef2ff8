/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-route.h"

#include <string.h>

#include "waxseal-practice-identity.h"

#define KEY "{}"

/* 'O''Brien' is O'Brien (OData 4.01, part 2, 5.1.1.6.1); NULL if it is not in quotes. */
static char *
unquote (const char *text)
{
  gsize length = strlen (text);
  g_autofree char *inner = NULL;
  g_auto (GStrv) parts = NULL;

  if (length < 2 || text[0] != '\'' || text[length - 1] != '\'')
    return NULL;
  inner = g_strndup (text + 1, length - 2);
  parts = g_strsplit (inner, "''", -1);
  return g_strjoinv ("'", parts);
}

/* Whether @segment is as @pattern of @length says; what stands for its "{}" is added to @keys. */
static gboolean
match_segment (const char *pattern, gsize length, const char *segment, GPtrArray *keys)
{
  const char *key = g_strstr_len (pattern, length, KEY);
  gsize before, after;
  g_autofree char *quoted = NULL;
  char *value;

  if (key == NULL)
    return strlen (segment) == length && g_ascii_strncasecmp (pattern, segment, length) == 0;
  if (length == strlen (KEY))
    {
      g_ptr_array_add (keys, g_strdup (segment));
      return TRUE;
    }
  before = key - pattern;
  after = length - before - strlen (KEY);
  if (strlen (segment) < before + after || g_ascii_strncasecmp (pattern, segment, before) != 0 ||
      strncmp (key + strlen (KEY), segment + strlen (segment) - after, after) != 0)
    return FALSE;
  quoted = g_strndup (segment + before, strlen (segment) - before - after);
  value = unquote (quoted);
  if (value != NULL)
    g_ptr_array_add (keys, value);
  return value != NULL;
}

static char **
match_path (const char *pattern, char **path)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  guint i;

  for (i = 0; pattern[0] == '/'; i++)
    {
      gsize length = strcspn (pattern + 1, "/");

      if (path[i] == NULL || !match_segment (pattern + 1, length, path[i], keys))
        return NULL;
      pattern += 1 + length;
    }
  if (path[i] != NULL)
    return NULL;
  g_ptr_array_add (keys, NULL);
  return (char **) g_ptr_array_steal (keys, NULL);
}

/**
 * waxseal_practice_route_find:
 * @routes: (array zero-terminated=1): a service's table; the first row that matches is taken
 *
 * Returns: (transfer none) (nullable): the row for @call, whose route and keys are set by it
 */
const WaxsealPracticeRoute *
waxseal_practice_route_find (const WaxsealPracticeRoute *routes, WaxsealPracticeCall *call)
{
  const WaxsealPracticeRoute *route;
  char **keys;

  for (route = routes; route->method != NULL && call->path != NULL; route++)
    if (g_str_equal (route->method, call->method) &&
        (keys = match_path (route->path, call->path)) != NULL)
      {
        g_strfreev (call->keys);
        g_free (call->route);
        call->keys = keys;
        call->route = g_strconcat (route->method, " ", route->path, NULL);
        return route;
      }
  return NULL;
}

/* "A B+C" is A, or both B and C. */
static gboolean
has_right (const char *needed, char **held)
{
  g_auto (GStrv) choices = g_strsplit (needed != NULL ? needed : "", " ", -1);
  guint i, j;

  for (i = 0; choices[i] != NULL; i++)
    {
      g_auto (GStrv) all = g_strsplit (choices[i], "+", -1);

      for (j = 0; all[j] != NULL && g_strv_contains ((const char *const *) held, all[j]); j++)
        ;
      if (j > 0 && all[j] == NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_allowed (const WaxsealPracticeRoute *route, WaxsealPracticeCaller *caller)
{
  if (caller->user_id[0] == '\0')
    return has_right (route->roles, caller->roles);
  return has_right (route->scopes, caller->scopes) &&
         (route->people == NULL || has_right (route->people, caller->wids));
}

/**
 * waxseal_practice_route_check_rights:
 *
 * Looks whose token the call has, and whether it may do what @route does (microsoft.md, 1.7 and
 * 1.8). Returns: whether it may; otherwise it has been answered with 401 or 403.
 */
gboolean
waxseal_practice_route_check_rights (const WaxsealPracticeRoute *route, WaxsealPracticeCall *call)
{
  const char *problem = NULL;

  if (route->scopes == NULL && route->roles == NULL)
    return TRUE;
  if (call->caller == NULL)
    call->caller = waxseal_practice_identity_recognise (call, WAXSEAL_PRACTICE_GRAPH, &problem);
  if (call->caller == NULL)
    {
      if (call->message != NULL)
        soup_message_headers_replace (soup_server_message_get_response_headers (call->message),
                                      "WWW-Authenticate",
                                      "Bearer realm=\"\", error=\"invalid_token\"");
      waxseal_practice_call_fail (call, 401, "InvalidAuthenticationToken", problem);
      return FALSE;
    }
  if (is_allowed (route, call->caller))
    return TRUE;
  waxseal_practice_call_fail (call,
                              403,
                              "Authorization_RequestDenied",
                              "Insufficient privileges to complete the operation.");
  return FALSE;
}

/**
 * waxseal_practice_route_serve:
 *
 * Finds the row of @routes for @call, checks its rights and handles it. Returns: whether there is
 * a row; then it has been answered.
 */
gboolean
waxseal_practice_route_serve (const WaxsealPracticeRoute *routes, WaxsealPracticeCall *call)
{
  const WaxsealPracticeRoute *route = waxseal_practice_route_find (routes, call);

  if (route == NULL)
    return FALSE;
  if (waxseal_practice_route_check_rights (route, call))
    route->handle (call);
  return TRUE;
}
