/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-audience-query.h"

#include <string.h>

#include "waxseal-graph.h"
#include "waxseal-json.h"

#define USERS  "users?$select=id,displayName,mail,userPrincipalName,userType,accountEnabled"
#define GROUPS "groups?$select=id,displayName,mail,mailEnabled"

#define SMTP "smtp:"

typedef struct
{
  WaxsealRecipientKind kind;
  const char *path;
  const char *member; /* that is compared */
  gboolean is_list;   /* of addresses with a prefix; “in” does not work for lists */
} Query;

/*
 * Filters that work without the advanced parameters, so that the newest changes are seen
 * (learn.microsoft.com/graph/aad-advanced-queries, properties of directory objects).
 */
static const Query queries[WAXSEAL_N_AUDIENCE_QUERIES] = {
  [WAXSEAL_AUDIENCE_QUERY_PEOPLE_BY_MAIL] = { WAXSEAL_RECIPIENT_KIND_PERSON, USERS, "mail" },
  [WAXSEAL_AUDIENCE_QUERY_GROUPS_BY_MAIL] = { WAXSEAL_RECIPIENT_KIND_GROUP, GROUPS, "mail" },
  [WAXSEAL_AUDIENCE_QUERY_PEOPLE_BY_ALIAS] = { WAXSEAL_RECIPIENT_KIND_PERSON,
                                               USERS ",proxyAddresses",
                                               "proxyAddresses",
                                               TRUE },
  [WAXSEAL_AUDIENCE_QUERY_GROUPS_BY_ALIAS] = { WAXSEAL_RECIPIENT_KIND_GROUP,
                                               GROUPS ",proxyAddresses",
                                               "proxyAddresses",
                                               TRUE },
  [WAXSEAL_AUDIENCE_QUERY_PEOPLE_BY_SIGN_IN] = { WAXSEAL_RECIPIENT_KIND_PERSON,
                                                 USERS,
                                                 "userPrincipalName" },
  [WAXSEAL_AUDIENCE_QUERY_GROUPS_BY_NICKNAME] = { WAXSEAL_RECIPIENT_KIND_GROUP,
                                                  GROUPS ",mailNickname",
                                                  "mailNickname" },
};

/** waxseal_audience_query_get_kind: Returns: what it looks among. */
WaxsealRecipientKind
waxseal_audience_query_get_kind (WaxsealAudienceQuery query)
{
  return queries[query].kind;
}

/** waxseal_audience_query_dup_key: Returns: (transfer full): what @address is looked up by, in
 * lower case. */
char *
waxseal_audience_query_dup_key (WaxsealAudienceQuery query, const char *address)
{
  const char *at = strrchr (address, '@');
  gsize length = query == WAXSEAL_AUDIENCE_QUERY_GROUPS_BY_NICKNAME && at != NULL
                   ? (gsize) (at - address)
                   : strlen (address);

  return g_utf8_strdown (address, length);
}

/**
 * waxseal_audience_query_build:
 * @keys: (element-type utf8): not more than %WAXSEAL_AUDIENCE_QUERY_MOST
 *
 * Returns: (transfer full): the path by which Graph is asked
 */
char *
waxseal_audience_query_build (WaxsealAudienceQuery query, GPtrArray *keys)
{
  const Query *row = &queries[query];
  g_autoptr (GString) path = g_string_new (row->path);

  g_string_append (path, "&$filter=");
  if (!row->is_list)
    g_string_append_printf (path, "%s%%20in%%20(", row->member);
  for (guint i = 0; i < keys->len; i++)
    {
      g_autofree char *literal = waxseal_graph_escape_literal (keys->pdata[i]);

      if (row->is_list)
        g_string_append_printf (path,
                                "%s%s/any(p:p%%20eq%%20'" SMTP "%s')",
                                i > 0 ? "%20or%20" : "",
                                row->member,
                                literal);
      else
        g_string_append_printf (path, "%s'%s'", i > 0 ? "," : "", literal);
    }
  if (!row->is_list)
    g_string_append_c (path, ')');
  return g_strdup (path->str);
}

/**
 * waxseal_audience_query_dup_found:
 * @object: what Graph answered
 *
 * Returns: (transfer full) (array zero-terminated=1): the keys that it is the answer to, and others
 */
char **
waxseal_audience_query_dup_found (WaxsealAudienceQuery query, JsonObject *object)
{
  const Query *row = &queries[query];
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_auto (GStrv) values = NULL;

  if (row->is_list)
    values = waxseal_json_array_dup_texts (waxseal_json_get_array (object, row->member));
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    if (g_ascii_strncasecmp (values[i], SMTP, strlen (SMTP)) == 0)
      {
        g_autofree char *key = g_utf8_strdown (values[i] + strlen (SMTP), -1);

        g_strv_builder_add (keys, key);
      }
  if (!row->is_list)
    {
      g_autofree char *key = g_utf8_strdown (waxseal_json_get_text (object, row->member), -1);

      g_strv_builder_add (keys, key);
    }
  return g_strv_builder_end (keys);
}
