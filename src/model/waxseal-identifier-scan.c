/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the GUIDs in any text, and what each of them is called there: by a label in front of it, in
 * English or Japanese as the portal has it, by a member of JSON, by its place in an address, or by
 * the head of its column. */
#include "waxseal-identifier-scan.h"

#include <string.h>

/* How much is looked at, and how far before a GUID its label may stand. */
#define MAX_BYTES          (64 * 1024)
#define MAX_LABEL_DISTANCE 300

/* In small letters. Where one begins like another the longer one counts. */
static const struct
{
  const char *text;
  WaxsealIdentifierRole role;
} labels[] = {
  { "application (client) id", WAXSEAL_IDENTIFIER_CLIENT },
  { "application id", WAXSEAL_IDENTIFIER_CLIENT },
  { "application_id", WAXSEAL_IDENTIFIER_CLIENT },
  { "applicationid", WAXSEAL_IDENTIFIER_CLIENT },
  { "app id", WAXSEAL_IDENTIFIER_CLIENT },
  { "appid", WAXSEAL_IDENTIFIER_CLIENT },
  { "app_id", WAXSEAL_IDENTIFIER_CLIENT },
  { "client id", WAXSEAL_IDENTIFIER_CLIENT },
  { "client_id", WAXSEAL_IDENTIFIER_CLIENT },
  { "client-id", WAXSEAL_IDENTIFIER_CLIENT },
  { "clientid", WAXSEAL_IDENTIFIER_CLIENT },
  { "api://", WAXSEAL_IDENTIFIER_CLIENT },
  { "アプリケーション (クライアント) id", WAXSEAL_IDENTIFIER_CLIENT },
  { "アプリケーション id", WAXSEAL_IDENTIFIER_CLIENT },
  { "クライアント id", WAXSEAL_IDENTIFIER_CLIENT },
  { "directory (tenant) id", WAXSEAL_IDENTIFIER_TENANT },
  { "directory id", WAXSEAL_IDENTIFIER_TENANT },
  { "tenant id", WAXSEAL_IDENTIFIER_TENANT },
  { "tenant_id", WAXSEAL_IDENTIFIER_TENANT },
  { "tenant-id", WAXSEAL_IDENTIFIER_TENANT },
  { "tenantid", WAXSEAL_IDENTIFIER_TENANT },
  { "tenant", WAXSEAL_IDENTIFIER_TENANT },
  { "tid", WAXSEAL_IDENTIFIER_TENANT },
  { "login.microsoftonline.com/", WAXSEAL_IDENTIFIER_TENANT },
  { "login.microsoftonline.us/", WAXSEAL_IDENTIFIER_TENANT },
  { "login.partner.microsoftonline.cn/", WAXSEAL_IDENTIFIER_TENANT },
  { "login.chinacloudapi.cn/", WAXSEAL_IDENTIFIER_TENANT },
  { "sts.windows.net/", WAXSEAL_IDENTIFIER_TENANT },
  { "entra.microsoft.com/", WAXSEAL_IDENTIFIER_TENANT },
  { "entra.microsoft.us/", WAXSEAL_IDENTIFIER_TENANT },
  { "entra.microsoftonline.cn/", WAXSEAL_IDENTIFIER_TENANT },
  { "portal.azure.com/", WAXSEAL_IDENTIFIER_TENANT },
  { "portal.azure.com/#@", WAXSEAL_IDENTIFIER_TENANT },
  { "ディレクトリ (テナント) id", WAXSEAL_IDENTIFIER_TENANT },
  { "テナント id", WAXSEAL_IDENTIFIER_TENANT },
  { "object id", WAXSEAL_IDENTIFIER_OBJECT },
  { "object_id", WAXSEAL_IDENTIFIER_OBJECT },
  { "objectid", WAXSEAL_IDENTIFIER_OBJECT },
  { "principalid", WAXSEAL_IDENTIFIER_OBJECT },
  { "serviceprincipalid", WAXSEAL_IDENTIFIER_OBJECT },
  { "\"id\"", WAXSEAL_IDENTIFIER_OBJECT },
  { "オブジェクト id", WAXSEAL_IDENTIFIER_OBJECT },
  { "secret id", WAXSEAL_IDENTIFIER_SECRET },
  { "secret_id", WAXSEAL_IDENTIFIER_SECRET },
  { "secretid", WAXSEAL_IDENTIFIER_SECRET },
  { "key id", WAXSEAL_IDENTIFIER_SECRET },
  { "keyid", WAXSEAL_IDENTIFIER_SECRET },
  { "シークレット id", WAXSEAL_IDENTIFIER_SECRET },
  { "resourceappid", WAXSEAL_IDENTIFIER_OTHER },
  { "resourceid", WAXSEAL_IDENTIFIER_OTHER },
  { "approleid", WAXSEAL_IDENTIFIER_OTHER },
  { "subscription id", WAXSEAL_IDENTIFIER_OTHER },
  { "correlation id", WAXSEAL_IDENTIFIER_OTHER },
  { "trace id", WAXSEAL_IDENTIFIER_OTHER },
  { "request id", WAXSEAL_IDENTIFIER_OTHER },
};

static void
free_identifier (gpointer data)
{
  WaxsealIdentifier *identifier = data;

  g_free (identifier->guid);
  g_free (identifier);
}

/* Mail programs and word processors put other hyphens and invisible marks into an ID. */
static void
append_plain (GString *clean, gunichar c)
{
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
    g_string_append_c (clean, '-');
  else if (g_unichar_isspace (c))
    g_string_append_c (clean, c == '\n' || c == '\t' ? (char) c : ' ');
  else if (c != 0xfeff && (!g_unichar_iszerowidth (c) || c > 0x3000))
    g_string_append_unichar (clean, c);
}

/**
 * waxseal_identifier_scan_clean:
 * @text: any bytes
 *
 * Returns: (transfer full): @text in UTF-8, without wide letters, odd hyphens and blanks, and
 *   invisible marks, cut after 64 KiB. It may hold a secret: whoever has it wipes it.
 */
char *
waxseal_identifier_scan_clean (const char *text)
{
  GString *clean = g_string_sized_new (strnlen (text, MAX_BYTES) + 1);
  char *valid = g_utf8_make_valid (text, strnlen (text, MAX_BYTES));
  char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL_COMPOSE);
  const char *p;

  for (p = normal; *p != '\0'; p = g_utf8_next_char (p))
    append_plain (clean, g_utf8_get_char (p));
  explicit_bzero (valid, strlen (valid));
  explicit_bzero (normal, strlen (normal));
  g_free (valid);
  g_free (normal);
  return g_string_free (clean, FALSE);
}

/* With hyphens at their places, or with none at all. */
static char *
read_guid (const char *text, gsize *length)
{
  static const gsize parts[] = { 8, 4, 4, 4, 12 };
  gboolean hyphens = g_ascii_isxdigit (text[0]) && strnlen (text, 9) == 9 && text[8] == '-';
  g_autoptr (GString) guid = g_string_sized_new (36);
  const char *p = text;
  gsize i, digits;

  for (i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (i > 0 && hyphens && *p++ != '-')
        return NULL;
      if (i > 0)
        g_string_append_c (guid, '-');
      for (digits = 0; digits < parts[i]; digits++, p++)
        {
          if (!g_ascii_isxdigit (*p))
            return NULL;
          g_string_append_c (guid, g_ascii_tolower (*p));
        }
    }
  if (g_ascii_isalnum (*p) || *p == '-')
    return NULL;
  *length = p - text;
  return g_string_free (g_steal_pointer (&guid), FALSE);
}

/* The role of the label that @text begins with, and its length; 0 where there is none. */
static gsize
read_label (const char *text, gsize length, WaxsealIdentifierRole *role)
{
  gsize best = 0;
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gsize n = strlen (labels[i].text);

      if (n <= best || n > length || strncmp (text, labels[i].text, n) != 0)
        continue;
      if (g_ascii_isalpha (labels[i].text[n - 1]) && g_ascii_isalpha (text[n]))
        continue;
      best = n;
      *role = labels[i].role;
    }
  return best;
}

/* The roles of the labels between two GUIDs, in their order. */
static GArray *
read_labels (const char *text, gsize start, gsize end)
{
  GArray *roles = g_array_new (FALSE, FALSE, sizeof (WaxsealIdentifierRole));
  gsize i = MAX (start, end - MIN (end, MAX_LABEL_DISTANCE));

  while (i < end)
    {
      WaxsealIdentifierRole role;
      gboolean inside = i > start && g_ascii_isalnum (text[i - 1]) && g_ascii_isalnum (text[i]);
      gsize length = inside ? 0 : read_label (text + i, end - i, &role);

      if (length > 0)
        g_array_append_val (roles, role);
      i += MAX (length, 1);
    }
  return roles;
}

/* A table has all its labels before its first GUID, in the order of the columns. */
static void
name_by_columns (GPtrArray *found, GArray *heads)
{
  guint i;

  if (found->len < 2 || heads->len != found->len)
    return;
  for (i = 1; i < found->len; i++)
    if (((WaxsealIdentifier *) found->pdata[i])->role != WAXSEAL_IDENTIFIER_UNKNOWN)
      return;
  for (i = 0; i < found->len; i++)
    ((WaxsealIdentifier *) found->pdata[i])->role = g_array_index (heads, WaxsealIdentifierRole, i);
}

static void
name_all (GPtrArray *found, const char *lower)
{
  g_autoptr (GArray) heads = NULL;
  gsize start = 0;
  guint i;

  for (i = 0; i < found->len; i++)
    {
      WaxsealIdentifier *identifier = found->pdata[i];
      g_autoptr (GArray) roles = read_labels (lower, start, identifier->start);

      if (roles->len > 0)
        identifier->role = g_array_index (roles, WaxsealIdentifierRole, roles->len - 1);
      if (i == 0)
        heads = g_steal_pointer (&roles);
      start = identifier->end;
    }
  if (heads != NULL)
    name_by_columns (found, heads);
}

/**
 * waxseal_identifier_scan:
 * @text: from waxseal_identifier_scan_clean()
 *
 * Returns: (transfer full) (element-type WaxsealIdentifier): the GUIDs in @text, in their order,
 *   each as often as it is there.
 */
GPtrArray *
waxseal_identifier_scan (const char *text)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (free_identifier);
  char *lower = g_ascii_strdown (text, -1);
  gsize i = 0;

  while (lower[i] != '\0')
    {
      gboolean inside = i > 0 && (g_ascii_isalnum (lower[i - 1]) || lower[i - 1] == '-');
      gsize length = 0;
      char *guid = inside ? NULL : read_guid (lower + i, &length);

      if (guid != NULL)
        {
          WaxsealIdentifier *identifier = g_new0 (WaxsealIdentifier, 1);

          *identifier = (WaxsealIdentifier){ guid, WAXSEAL_IDENTIFIER_UNKNOWN, i, i + length };
          g_ptr_array_add (found, identifier);
        }
      i += MAX (length, 1);
    }
  name_all (found, lower);
  explicit_bzero (lower, strlen (lower));
  g_free (lower);
  return found;
}
