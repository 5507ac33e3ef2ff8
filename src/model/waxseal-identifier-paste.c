/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes the ID, or the Value, out of whatever was copied from a portal, and says what else it was.
 * It decides nothing for good: a doubtful ID is filled in and marked. Only a secret stays out of a
 * field that is written into a file. */
#include "waxseal-identifier-paste.h"

#include <string.h>

#include "waxseal-identifier-known.h"
#include "waxseal-identifier-scan.h"
#include "waxseal-secret-shape.h"

typedef enum
{
  FAMILY_NONE,
  FAMILY_GLOBAL,
  FAMILY_US,
  FAMILY_CHINA,
} Family;

/* microsoft.md, 1.1; the portals' hosts are those of waxseal-portal-links.c */
static const struct
{
  const char *host;
  Family family;
} hosts[] = {
  { "microsoftonline.us", FAMILY_US },
  { "entra.microsoft.us", FAMILY_US },
  { "graph.microsoft.us", FAMILY_US },
  { "portal.azure.us", FAMILY_US },
  { "office365.us", FAMILY_US },
  { "portal.apps.mil", FAMILY_US },
  { "microsoftonline.cn", FAMILY_CHINA },
  { "chinacloudapi.cn", FAMILY_CHINA },
  { "azure.cn", FAMILY_CHINA },
  { "microsoftonline.com", FAMILY_GLOBAL },
  { "entra.microsoft.com", FAMILY_GLOBAL },
  { "graph.microsoft.com", FAMILY_GLOBAL },
  { "portal.azure.com", FAMILY_GLOBAL },
};

static const Family families[] = {
  [WAXSEAL_CLOUD_GLOBAL] = FAMILY_GLOBAL,
  [WAXSEAL_CLOUD_GCC_HIGH] = FAMILY_US,
  [WAXSEAL_CLOUD_DOD] = FAMILY_US,
  [WAXSEAL_CLOUD_CHINA] = FAMILY_CHINA,
};

static const WaxsealIdentifierRole wanted_roles[] = {
  [WAXSEAL_PASTE_CLIENT_ID] = WAXSEAL_IDENTIFIER_CLIENT,
  [WAXSEAL_PASTE_TENANT_ID] = WAXSEAL_IDENTIFIER_TENANT,
  [WAXSEAL_PASTE_SECRET_ID] = WAXSEAL_IDENTIFIER_SECRET,
  [WAXSEAL_PASTE_SECRET_VALUE] = WAXSEAL_IDENTIFIER_SECRET,
};

/* What a field holds, and what it is to have the same in another one. */
static const struct
{
  const char *property;
  WaxsealPasteTarget target;
  WaxsealPasteVerdict verdict;
} fields[] = {
  { "client-id", WAXSEAL_PASTE_CLIENT_ID, WAXSEAL_PASTE_IS_CLIENT_ID },
  { "tenant-id", WAXSEAL_PASTE_TENANT_ID, WAXSEAL_PASTE_IS_TENANT_ID },
  { "secret-key-id", WAXSEAL_PASTE_SECRET_ID, WAXSEAL_PASTE_IS_SECRET_ID },
  { "object-id", -1, WAXSEAL_PASTE_IS_OBJECT_ID },
  { "service-principal-id", -1, WAXSEAL_PASTE_IS_OBJECT_ID },
};

/* One of the organisation's own hosts in the text outweighs any other. */
static gboolean
is_other_cloud (const char *text, WaxsealOrganization *organization)
{
  Family own = families[waxseal_record_get_enum (organization, "cloud")];
  gboolean other = FALSE;
  gsize i;

  if (waxseal_record_get_flag (organization, "practice"))
    return FALSE;
  for (i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      if (strstr (text, hosts[i].host) == NULL)
        continue;
      if (hosts[i].family == own)
        return FALSE;
      other = TRUE;
    }
  return other;
}

/* What @guid is by the other fields. */
static WaxsealPasteVerdict
judge_by_fields (const char *guid, WaxsealPasteTarget target, WaxsealOrganization *organization)
{
  WaxsealEntraApp *app = waxseal_organization_get_entra_app (organization);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].target != target &&
        g_ascii_strcasecmp (waxseal_record_get_text (app, fields[i].property), guid) == 0)
      return fields[i].verdict;
  return WAXSEAL_PASTE_FINE;
}

static WaxsealPasteVerdict
judge_by_role (WaxsealIdentifierRole role, WaxsealPasteTarget target)
{
  static const WaxsealPasteVerdict verdicts[] = {
    [WAXSEAL_IDENTIFIER_UNKNOWN] = WAXSEAL_PASTE_FINE,
    [WAXSEAL_IDENTIFIER_CLIENT] = WAXSEAL_PASTE_IS_CLIENT_ID,
    [WAXSEAL_IDENTIFIER_TENANT] = WAXSEAL_PASTE_IS_TENANT_ID,
    [WAXSEAL_IDENTIFIER_OBJECT] = WAXSEAL_PASTE_IS_OBJECT_ID,
    [WAXSEAL_IDENTIFIER_SECRET] = WAXSEAL_PASTE_IS_SECRET_ID,
    [WAXSEAL_IDENTIFIER_OTHER] = WAXSEAL_PASTE_FINE,
  };

  return role == wanted_roles[target] ? WAXSEAL_PASTE_FINE : verdicts[role];
}

/* Whether the text is nothing but the ID. */
static gboolean
is_alone (const char *text, const WaxsealIdentifier *identifier)
{
  return identifier->end - identifier->start == strlen (identifier->guid) &&
         strspn (text, " \t\n") == identifier->start &&
         strspn (text + identifier->end, " \t\n") == strlen (text + identifier->end);
}

static void
take (WaxsealIdentifierPaste *self,
      const char *text,
      const WaxsealIdentifier *identifier,
      WaxsealOrganization *organization)
{
  self->value = g_strdup (identifier->guid);
  self->verdict = judge_by_role (identifier->role, self->target);
  if (self->verdict == WAXSEAL_PASTE_FINE)
    self->verdict = judge_by_fields (identifier->guid, self->target, organization);
  if (waxseal_identifier_known_get_name (identifier->guid) != NULL)
    self->verdict = WAXSEAL_PASTE_WELL_KNOWN;
  if (waxseal_identifier_known_is_example (identifier->guid))
    self->verdict = WAXSEAL_PASTE_PLACEHOLDER;
  if (self->verdict == WAXSEAL_PASTE_FINE && is_other_cloud (text, organization))
    self->verdict = WAXSEAL_PASTE_OTHER_CLOUD;
  if (self->verdict == WAXSEAL_PASTE_FINE && !is_alone (text, identifier))
    self->verdict = WAXSEAL_PASTE_EXTRACTED;
}

/* Those of @role, each once. */
static GPtrArray *
select_role (GPtrArray *found, WaxsealIdentifierRole role)
{
  GPtrArray *selected = g_ptr_array_new ();
  guint i, j;

  for (i = 0; i < found->len; i++)
    {
      WaxsealIdentifier *identifier = found->pdata[i];

      for (j = 0; j < selected->len; j++)
        if (g_str_equal (((WaxsealIdentifier *) selected->pdata[j])->guid, identifier->guid))
          break;
      if (identifier->role == role && j == selected->len)
        g_ptr_array_add (selected, identifier);
    }
  return selected;
}

/* Those that can be what is asked for: neither Microsoft's, nor in another field already. */
static GPtrArray *
select_likely (GPtrArray *unknown, WaxsealPasteTarget target, WaxsealOrganization *organization)
{
  GPtrArray *likely = g_ptr_array_new ();
  guint i;

  for (i = 0; i < unknown->len; i++)
    {
      WaxsealIdentifier *identifier = unknown->pdata[i];

      if (waxseal_identifier_known_get_name (identifier->guid) == NULL &&
          judge_by_fields (identifier->guid, target, organization) == WAXSEAL_PASTE_FINE)
        g_ptr_array_add (likely, identifier);
    }
  return likely;
}

static char **
list_guids (GPtrArray *identifiers)
{
  g_autoptr (GStrvBuilder) guids = g_strv_builder_new ();
  guint i;

  for (i = 0; i < identifiers->len; i++)
    g_strv_builder_add (guids, ((WaxsealIdentifier *) identifiers->pdata[i])->guid);
  return g_strv_builder_end (guids);
}

static void
choose (WaxsealIdentifierPaste *self,
        const char *text,
        GPtrArray *found,
        WaxsealOrganization *organization)
{
  g_autoptr (GPtrArray) named = select_role (found, wanted_roles[self->target]);
  g_autoptr (GPtrArray) unknown = select_role (found, WAXSEAL_IDENTIFIER_UNKNOWN);
  g_autoptr (GPtrArray) likely = select_likely (unknown, self->target, organization);
  GPtrArray *candidates = named->len > 0 ? named : likely->len > 0 ? likely : unknown;

  if (candidates->len > 1)
    {
      self->verdict = WAXSEAL_PASTE_SEVERAL;
      self->candidates = list_guids (candidates);
      return;
    }
  take (self, text, candidates->len > 0 ? candidates->pdata[0] : found->pdata[0], organization);
}

/* Mail breaks long lines, in the middle of an ID too. */
static void
rejoin (char *text)
{
  char *from, *to = text;

  for (from = text; *from != '\0'; from++)
    if (!g_ascii_isspace (*from))
      *to++ = *from;
  *to = '\0';
}

static gboolean
has_secret (const char *text)
{
  const char *word = text;
  gsize length = 0;

  if (waxseal_secret_shape_find (text, &length) != NULL)
    return TRUE;
  length = 0;
  while (waxseal_secret_shape_next_word (&word, &length))
    if (waxseal_secret_shape_is_possible (word, length))
      return TRUE;
  return FALSE;
}

/* In a row of the portal's list, the ID beside a Value is the secret's. */
static void
name_beside_secret (GPtrArray *found, const char *text)
{
  gsize length;
  guint i;

  if (waxseal_secret_shape_find (text, &length) == NULL)
    return;
  for (i = 0; i < found->len; i++)
    {
      WaxsealIdentifier *identifier = found->pdata[i];

      if (identifier->role == WAXSEAL_IDENTIFIER_UNKNOWN)
        identifier->role = WAXSEAL_IDENTIFIER_SECRET;
    }
}

static void
read_id (WaxsealIdentifierPaste *self, char *text, WaxsealOrganization *organization)
{
  g_autoptr (GPtrArray) found = waxseal_identifier_scan (text);

  if (found->len == 0 && !has_secret (text))
    {
      self->as_it_is = TRUE;
      self->verdict =
        is_other_cloud (text, organization) ? WAXSEAL_PASTE_OTHER_CLOUD : WAXSEAL_PASTE_NOTHING;
      rejoin (text);
      g_ptr_array_unref (found);
      found = waxseal_identifier_scan (text);
      if (found->len == 0)
        return;
      self->as_it_is = FALSE;
    }
  if (found->len == 0)
    {
      self->verdict = WAXSEAL_PASTE_IS_SECRET_VALUE;
      return;
    }
  name_beside_secret (found, text);
  choose (self, text, found, organization);
}

static void
take_secret (WaxsealIdentifierPaste *self, const char *text, const char *word, gsize length)
{
  self->value = g_strndup (word, length);
  self->verdict = strlen (text) == length ? WAXSEAL_PASTE_FINE : WAXSEAL_PASTE_EXTRACTED;
}

/* The one word of several that a secret could be. */
static gboolean
take_possible_secret (WaxsealIdentifierPaste *self, const char *text)
{
  const char *word = text;
  const char *only = NULL;
  gsize length = 0;
  gsize only_length = 0;

  while (waxseal_secret_shape_next_word (&word, &length))
    {
      if (!waxseal_secret_shape_is_possible (word, length))
        continue;
      if (only != NULL)
        return FALSE;
      only = word;
      only_length = length;
    }
  if (only == NULL)
    return FALSE;
  take_secret (self, text, only, only_length);
  return TRUE;
}

static void
read_without_secret (WaxsealIdentifierPaste *self,
                     const char *text,
                     WaxsealOrganization *organization)
{
  g_autoptr (GPtrArray) found = waxseal_identifier_scan (text);

  self->as_it_is = found->len == 0;
  self->verdict = WAXSEAL_PASTE_NOTHING;
  if (found->len == 0)
    return;
  take (self, text, found->pdata[0], organization);
  if (self->verdict == WAXSEAL_PASTE_FINE || self->verdict == WAXSEAL_PASTE_EXTRACTED)
    self->verdict = WAXSEAL_PASTE_IS_SECRET_ID;
}

static void
read_secret (WaxsealIdentifierPaste *self, const char *text, WaxsealOrganization *organization)
{
  gsize length, other_length;
  const char *secret = waxseal_secret_shape_find (text, &length);
  const char *other =
    secret != NULL ? waxseal_secret_shape_find (secret + length, &other_length) : NULL;
  g_autoptr (GPtrArray) found = waxseal_identifier_scan (text);

  if (other != NULL && (other_length != length || strncmp (secret, other, length) != 0))
    self->verdict = WAXSEAL_PASTE_SEVERAL;
  else if (secret != NULL)
    take_secret (self, text, secret, length);
  else if (waxseal_secret_shape_is_masked (text))
    self->verdict = WAXSEAL_PASTE_MASKED;
  else if (strpbrk (text, " \t\n") == NULL && found->len == 0 && strstr (text, "://") == NULL)
    take_secret (self, text, text, strlen (text));
  else if (!take_possible_secret (self, text))
    read_without_secret (self, text, organization);
}

/**
 * waxseal_identifier_paste_read:
 * @text: any bytes, which may hold a secret
 * @organization: whose other fields and whose cloud tell what is meant
 *
 * Returns: (transfer full): what to do with @text; its texts are wiped with it.
 */
WaxsealIdentifierPaste *
waxseal_identifier_paste_read (const char *text,
                               WaxsealPasteTarget target,
                               WaxsealOrganization *organization)
{
  WaxsealIdentifierPaste *self = g_new0 (WaxsealIdentifierPaste, 1);
  char *clean = waxseal_identifier_scan_clean (text);
  gsize length = strlen (clean);

  self->target = target;
  g_strstrip (clean);
  if (*clean == '\0')
    {
      self->verdict = WAXSEAL_PASTE_NOTHING;
      self->as_it_is = TRUE;
    }
  else if (target == WAXSEAL_PASTE_SECRET_VALUE)
    read_secret (self, clean, organization);
  else
    read_id (self, clean, organization);
  explicit_bzero (clean, length);
  g_free (clean);
  return self;
}

/** waxseal_identifier_paste_free: Wipes what may be a secret. */
void
waxseal_identifier_paste_free (WaxsealIdentifierPaste *self)
{
  if (self->value != NULL)
    explicit_bzero (self->value, strlen (self->value));
  g_free (self->value);
  g_strfreev (self->candidates);
  g_free (self);
}
