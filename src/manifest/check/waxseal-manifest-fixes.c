/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-fixes.h"

#include <string.h>

#include "waxseal-manifest-node.h"
#include "waxseal-manifest-tree.h"

#define MADE   WAXSEAL_MANIFEST_ATTEMPT_MADE
#define FUTILE WAXSEAL_MANIFEST_ATTEMPT_FUTILE
#define LAST   WAXSEAL_MANIFEST_ATTEMPT_LAST

/* Puts @new_text (transfer full, nullable) in the place of @old_text. */
static WaxsealManifestAttempt
replace_text (WaxsealManifestEdits *edits, xmlNode *node, const char *old_text, char *new_text)
{
  g_autofree char *text = new_text;

  if (text == NULL || *text == '\0' || g_str_equal (text, old_text))
    return FUTILE;
  waxseal_manifest_edits_set_text (edits, node, text);
  return MADE;
}

static WaxsealManifestAttempt
fix_id (WaxsealManifestEdits *edits, xmlNode *node, guint attempt)
{
  g_autofree char *id = waxseal_manifest_node_dup_text (node);
  const char *start = *id == '{' ? id + 1 : id;

  if (attempt > 0)
    return LAST;
  if (g_str_has_prefix (start, "urn:uuid:"))
    start += strlen ("urn:uuid:");
  return replace_text (edits, node, id, g_strndup (start, strcspn (start, "}")));
}

static WaxsealManifestAttempt
fix_version (WaxsealManifestEdits *edits, xmlNode *node, guint attempt)
{
  g_autofree char *version = waxseal_manifest_node_dup_text (node);
  GString *full = g_string_new (version);
  guint parts = 1;

  for (const char *c = version; *c != '\0'; c++)
    parts += *c == '.';
  for (; parts < 4; parts++)
    g_string_append (full, ".0");
  if (attempt == 0)
    return replace_text (edits, node, version, g_string_free (full, FALSE));
  g_string_free (full, TRUE);
  return LAST;
}

/* “login.contoso.com/path” as “https://login.contoso.com”; NULL where that is not certain. */
static char *
make_origin (const char *domain)
{
  static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.:";
  const char *start = strstr (domain, "://");
  g_autofree char *scheme = start != NULL ? g_strndup (domain, start - domain) : NULL;
  const char *host = start != NULL ? start + 3 : domain;
  gsize length = strcspn (host, "/?#");

  if (scheme != NULL && !g_str_equal (scheme, "https") && !g_str_equal (scheme, "http"))
    return NULL;
  if (length == 0 || strspn (host, plain) < length || memchr (host, '.', length) == NULL)
    return NULL;
  return g_strdup_printf ("%s://%.*s", scheme != NULL ? scheme : "https", (int) length, host);
}

static WaxsealManifestAttempt
fix_app_domain (WaxsealManifestEdits *edits, xmlNode *node, guint attempt)
{
  g_autofree char *text = waxseal_manifest_node_dup_text (node);
  g_autofree char *domain = g_strstrip (g_strdup (text));

  return attempt > 0 ? LAST : replace_text (edits, node, text, make_origin (domain));
}

/* Without blanks around it, and on one line. */
static char *
straighten (const char *text)
{
  g_autofree char *inner = g_strstrip (g_strdup (text));
  GString *straight = g_string_new (NULL);

  for (const char *c = inner; *c != '\0';)
    {
      gsize blanks = strspn (c, " \t\r\n");

      if (blanks > strspn (c, " "))
        g_string_append_c (straight, ' ');
      else
        g_string_append_len (straight, c, MAX (blanks, 1));
      c += MAX (blanks, 1);
    }
  return g_string_free (straight, FALSE);
}

static WaxsealManifestAttempt
fix_blanks (WaxsealManifestEdits *edits, xmlNode *node, guint attempt)
{
  static const char *const names[] = { "DefaultValue", "Value" };
  g_autofree char *text = waxseal_manifest_node_dup_text (node);

  for (guint i = 0; attempt == 0 && i < G_N_ELEMENTS (names); i++)
    {
      const char *value = waxseal_manifest_node_get_attribute (node, names[i]);
      g_autofree char *straight = value != NULL ? straighten (value) : NULL;

      if (straight == NULL)
        continue;
      if (*straight == '\0' || g_str_equal (straight, value))
        return FUTILE;
      waxseal_manifest_edits_set_attribute (edits, node, names[i], straight);
      return MADE;
    }
  return attempt > 0 ? LAST : replace_text (edits, node, text, straighten (text));
}

/* The words that values are made of, as the schema spells them. */
static char *
spell (const char *text)
{
  static const char *const words[] = {
    "true",
    "false",
    "Restricted",
    "ReadItem",
    "ReadWriteItem",
    "ReadWriteMailbox",
    "Read",
    "Edit",
    "ReadOrEdit",
    "Message",
    "Appointment",
    "And",
    "Or",
    "PromptUser",
    "SoftBlock",
    "Block",
    "synchronous",
    "asynchronous",
    "javascript",
    "long",
    "short",
    "Subject",
    "BodyAsPlaintext",
    "BodyAsHTML",
    "SenderSMTPAddress",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (words[i], text) == 0)
      return g_strdup (words[i]);
  return NULL;
}

static char *
strip (const char *text)
{
  return g_strstrip (g_strdup (text));
}

/* “en_US” as “en-US”, and nothing longer. */
static char *
hyphenate (const char *text)
{
  return strlen (text) == strlen ("en_US") && text[2] == '_'
           ? g_strdelimit (g_strdup (text), "_", '-')
           : NULL;
}

static const xmlAttr *
get_attribute (const xmlNode *node, guint number)
{
  const xmlAttr *attribute = node->properties;

  while (attribute != NULL && number-- > 0)
    attribute = attribute->next;
  return attribute;
}

/* Tries each way to mend the text, then each attribute; whether it helped, the check will tell. */
static WaxsealManifestAttempt
fix_value (WaxsealManifestEdits *edits, xmlNode *node, guint attempt)
{
  static char *(*const ways[]) (const char *text) = { strip, spell, hyphenate };
  guint target = attempt / G_N_ELEMENTS (ways);
  const xmlAttr *attribute = target > 0 ? get_attribute (node, target - 1) : NULL;
  g_autofree char *text = NULL;
  g_autofree char *mended = NULL;

  if (target > 0 && attribute == NULL)
    return LAST;
  text = attribute != NULL ? g_strdup (waxseal_manifest_attribute_get_value (attribute))
                           : waxseal_manifest_node_dup_text (node);
  mended = ways[attempt % G_N_ELEMENTS (ways)](text);
  if (attribute == NULL)
    return xmlFirstElementChild (node) != NULL
             ? FUTILE
             : replace_text (edits, node, text, g_steal_pointer (&mended));
  if (attribute->ns != NULL || mended == NULL || *mended == '\0' || g_str_equal (mended, text))
    return FUTILE;
  waxseal_manifest_edits_set_attribute (edits, node, (const char *) attribute->name, mended);
  return MADE;
}

static gboolean
have_same (const xmlNode *a, const xmlNode *b, const char *attribute)
{
  const char *value = waxseal_manifest_node_get_attribute (a, attribute);

  return value != NULL &&
         g_strcmp0 (value, waxseal_manifest_node_get_attribute (b, attribute)) == 0;
}

static WaxsealManifestAttempt
fix_repeated_locale (WaxsealManifestEdits *edits, xmlNode *node, guint attempt)
{
  const char *locale = waxseal_manifest_node_get_attribute (node, "Locale");
  xmlNode *other = waxseal_manifest_node_find_child (node->parent, "Override");

  if (attempt > 0 || locale == NULL)
    return LAST;
  while (other != node &&
         (waxseal_manifest_node_get_attribute (other, "Locale") == NULL ||
          g_ascii_strcasecmp (waxseal_manifest_node_get_attribute (other, "Locale"), locale) != 0))
    other = waxseal_manifest_node_find_sibling (other, "Override");
  if (other == node || !have_same (other, node, "Value"))
    return FUTILE;
  waxseal_manifest_edits_remove (edits, node);
  return MADE;
}

static WaxsealManifestAttempt
fix_default_locale (WaxsealManifestEdits *edits, xmlNode *node, guint attempt)
{
  const char *value = waxseal_manifest_node_get_attribute (node, "Value");

  if (attempt > 0)
    return LAST;
  if (g_strcmp0 (value, waxseal_manifest_node_get_attribute (node->parent, "DefaultValue")) != 0)
    return FUTILE;
  waxseal_manifest_edits_remove (edits, node);
  return MADE;
}

/* Two resources that are the same but for their place. */
static WaxsealManifestAttempt
fix_twin (WaxsealManifestEdits *edits, xmlNode *node, guint attempt)
{
  const char *name = waxseal_manifest_node_get_name (node);
  xmlNode *other = waxseal_manifest_node_find_child (node->parent, name);

  if (attempt > 0)
    return LAST;
  while (other != node && !have_same (other, node, "id"))
    other = waxseal_manifest_node_find_sibling (other, name);
  if (other == node || !have_same (other, node, "DefaultValue") ||
      xmlFirstElementChild (other) != NULL || xmlFirstElementChild (node) != NULL)
    return FUTILE;
  waxseal_manifest_edits_remove (edits, node);
  return MADE;
}

/* Puts an element behind the last of @before that there is. */
static WaxsealManifestAttempt
insert_behind (WaxsealManifestEdits *edits,
               xmlNode *root,
               const char *const *before,
               const char *name,
               const char *content)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *full = waxseal_manifest_edits_dup_name (edits, root, name);
  xmlNode *after = NULL;

  for (; *before != NULL && after == NULL; before++)
    after = waxseal_manifest_node_find_child (root, *before);
  if (after == NULL)
    return FUTILE;
  g_ptr_array_add (elements, g_strdup_printf ("<%s>%s</%s>", full, content, full));
  waxseal_manifest_edits_insert (edits, root, after, elements);
  return MADE;
}

/* What Outlook grants where nothing is said, so that nothing changes but the file. */
static WaxsealManifestAttempt
fix_permission (WaxsealManifestEdits *edits, xmlNode *node, guint attempt)
{
  static const char *const before[] = { "FormSettings", NULL };

  return attempt > 0 ? LAST : insert_behind (edits, node, before, "Permissions", "Restricted");
}

static WaxsealManifestAttempt
fix_hosts (WaxsealManifestEdits *edits, xmlNode *node, guint attempt)
{
  static const char *const before[] = { "AppDomains", "SupportUrl",  "HighResolutionIconUrl",
                                        "IconUrl",    "Description", NULL };
  g_autofree char *name = NULL;
  g_autofree char *host = NULL;

  if (attempt > 0)
    return LAST;
  if (!waxseal_manifest_tree_is (node, "OfficeApp"))
    return FUTILE;
  name = waxseal_manifest_edits_dup_name (edits, node, "Host");
  host = g_strdup_printf ("<%s Name=\"Mailbox\"/>", name);
  return insert_behind (edits, node, before, "Hosts", host);
}

static WaxsealManifestAttempt
fix_tab (WaxsealManifestEdits *edits, xmlNode *node, guint attempt)
{
  const char *id = waxseal_manifest_node_get_attribute (node, "id");

  if (attempt > 0)
    return LAST;
  if (!waxseal_manifest_tree_is (node, "OfficeTab") || g_strcmp0 (id, "TabDefault") == 0)
    return FUTILE;
  waxseal_manifest_edits_set_attribute (edits, node, "id", "TabDefault");
  return MADE;
}

static WaxsealManifestAttempt
fix_synchronous (WaxsealManifestEdits *edits, xmlNode *node, guint attempt)
{
  if (attempt > 0)
    return LAST;
  waxseal_manifest_edits_set_attribute (edits, node, "FunctionExecution", "synchronous");
  return MADE;
}

static WaxsealManifestAttempt
fix_unused (WaxsealManifestEdits *edits, xmlNode *node, guint attempt)
{
  if (attempt > 0)
    return LAST;
  waxseal_manifest_edits_remove (edits, node);
  return MADE;
}

static const WaxsealManifestFixRow rows[] = {
  { "address-space", WAXSEAL_MANIFEST_FIXING_CERTAIN, fix_blanks },
  { "app-domain", WAXSEAL_MANIFEST_FIXING_CERTAIN, fix_app_domain },
  { "host-mailbox", WAXSEAL_MANIFEST_FIXING_CERTAIN, fix_hosts },
  { "id-plain", WAXSEAL_MANIFEST_FIXING_CERTAIN, fix_id },
  { "item-send-synchronous", WAXSEAL_MANIFEST_FIXING_CERTAIN, fix_synchronous },
  { "locale-default", WAXSEAL_MANIFEST_FIXING_CERTAIN, fix_default_locale },
  { "locale-repeated", WAXSEAL_MANIFEST_FIXING_CERTAIN, fix_repeated_locale },
  { "permission-missing", WAXSEAL_MANIFEST_FIXING_CERTAIN, fix_permission },
  { "resource-unique", WAXSEAL_MANIFEST_FIXING_CERTAIN, fix_twin },
  { "resource-unused", WAXSEAL_MANIFEST_FIXING_ON_REQUEST, fix_unused },
  { "tab", WAXSEAL_MANIFEST_FIXING_CERTAIN, fix_tab },
  { "text-blanks", WAXSEAL_MANIFEST_FIXING_CERTAIN, fix_blanks },
  { "text-control", WAXSEAL_MANIFEST_FIXING_CERTAIN, fix_blanks },
  { "value", WAXSEAL_MANIFEST_FIXING_CERTAIN, fix_value },
  { "version-four-parts", WAXSEAL_MANIFEST_FIXING_CERTAIN, fix_version },
};

/** waxseal_manifest_fixes_find: Returns: (transfer none) (nullable): how @rule is fixed. */
const WaxsealManifestFixRow *
waxseal_manifest_fixes_find (const char *rule)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].rule, rule))
      return &rows[i];
  return NULL;
}
