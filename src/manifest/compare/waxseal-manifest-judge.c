/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-judge.h"

#include <string.h>

#include "waxseal-manifest-address.h"
#include "waxseal-manifest-content.h"
#include "waxseal-manifest-node.h"

#define MAX_VISITS (4 * 1000 * 1000)

/* What an administrator consents to besides the permissions: new events and scopes (manifest.md,
 * rule 8), and the supplementary permissions of “Understanding Outlook add-in permissions”. */
static const struct
{
  const char *name;
  const char *attribute; /* NULL for the text */
} grants[] = {
  { "ExtendedPermission", NULL },
  { "LaunchEvent", "Type" },
  { "Scope", NULL },
};

/* Each allows what those before it allow (manifest.md, rule 23). */
static const char *const permissions[] = { "Restricted",
                                           "ReadItem",
                                           "ReadWriteItem",
                                           "ReadWriteMailbox" };

typedef void (*ValueFunc) (WaxsealManifestJudge *self, guint host, guint grant, gpointer data);

/* 0 for what is no address that is loaded. */
static guint
find_host (WaxsealManifestJudge *self, const xmlNode *node, const char *value)
{
  char host[256];

  if (g_ascii_strncasecmp (value, "https://", 8) != 0 &&
      g_ascii_strncasecmp (value, "http://", 7) != 0)
    return 0;
  if (g_str_equal (waxseal_manifest_node_get_name (node), "SupportUrl"))
    return 0;
  waxseal_manifest_address_copy_host (value, host, sizeof host);
  return waxseal_manifest_interner_intern (self->interner, host, strlen (host));
}

/* 0 for what needs no consent. */
static guint
find_grant (WaxsealManifestJudge *self, const xmlNode *node, const char *text)
{
  const char *name = waxseal_manifest_node_get_name (node);

  for (guint i = 0; i < G_N_ELEMENTS (grants); i++)
    {
      g_autofree char *grant = NULL;
      const char *value = text;

      if (!g_str_equal (name, grants[i].name))
        continue;
      if (grants[i].attribute != NULL)
        value = waxseal_manifest_node_get_attribute (node, grants[i].attribute);
      grant = g_strconcat (name, "\1", value, NULL);
      return waxseal_manifest_interner_intern (self->interner, grant, strlen (grant));
    }
  return 0;
}

static void
visit (WaxsealManifestJudge *self, const xmlNode *node, ValueFunc func, gpointer data)
{
  g_autofree char *text = waxseal_manifest_content_dup_text (node);

  func (self, find_host (self, node, text), find_grant (self, node, text), data);
  for (const xmlAttr *one = node->properties; one != NULL; one = one->next)
    if (one->ns == NULL)
      func (self, find_host (self, node, waxseal_manifest_attribute_get_value (one)), 0, data);
}

static void
note_cb (WaxsealManifestJudge *self, guint host, guint grant, gpointer data)
{
  if (host != 0)
    g_hash_table_add (self->hosts, GUINT_TO_POINTER (host));
  if (grant != 0)
    g_hash_table_add (self->grants, GUINT_TO_POINTER (grant));
}

static void
note_all (WaxsealManifestJudge *self, const xmlNode *node)
{
  visit (self, node, note_cb, NULL);
  for (xmlNode *child = xmlFirstElementChild ((xmlNode *) node); child != NULL;
       child = xmlNextElementSibling (child))
    note_all (self, child);
}

/** waxseal_manifest_judge_new: Returns: (transfer full): one that knows @first. */
WaxsealManifestJudge *
waxseal_manifest_judge_new (WaxsealManifestSide *first)
{
  WaxsealManifestJudge *self = g_new0 (WaxsealManifestJudge, 1);

  self->interner = first->interner;
  self->hosts = g_hash_table_new (NULL, NULL);
  self->grants = g_hash_table_new (NULL, NULL);
  self->n_visits = MAX_VISITS;
  note_all (self, waxseal_manifest_document_get_root (first->document));
  return self;
}

/** waxseal_manifest_judge_free: frees it. */
void
waxseal_manifest_judge_free (WaxsealManifestJudge *self)
{
  g_hash_table_unref (self->hosts);
  g_hash_table_unref (self->grants);
  g_free (self);
}

static void
weigh_cb (WaxsealManifestJudge *self, guint host, guint grant, gpointer data)
{
  WaxsealConsequence *worst = data;

  if (grant != 0 && !g_hash_table_contains (self->grants, GUINT_TO_POINTER (grant)))
    *worst = MAX (*worst, WAXSEAL_CONSEQUENCE_CONSENT);
  if (host != 0 && !g_hash_table_contains (self->hosts, GUINT_TO_POINTER (host)))
    *worst = MAX (*worst, WAXSEAL_CONSEQUENCE_NEW_HOST);
}

static int
rank_permissions (const char *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (permissions); i++)
    if (g_str_equal (value, permissions[i]))
      return i;
  return *value == '\0' ? 0 : G_N_ELEMENTS (permissions);
}

/** waxseal_manifest_judge_element: Returns: what @node leads to, which the first manifest does not
 * have, with all that is in it. */
WaxsealConsequence
waxseal_manifest_judge_element (WaxsealManifestJudge *self,
                                WaxsealManifestSide *second,
                                const xmlNode *node)
{
  WaxsealConsequence worst = WAXSEAL_CONSEQUENCE_NONE;
  xmlNode *resource = waxseal_manifest_side_get_resource (second, node);

  if (self->n_visits == 0)
    return worst;
  self->n_visits--;
  visit (self, node, weigh_cb, &worst);
  if (waxseal_manifest_judge_is_base (node, "Permissions"))
    {
      g_autofree char *text = waxseal_manifest_content_dup_text (node);

      worst = waxseal_manifest_judge_value (self, node, NULL, "", text);
    }
  if (resource != NULL)
    worst = MAX (worst, waxseal_manifest_judge_element (self, second, resource));
  for (xmlNode *child = waxseal_manifest_side_first (second, node); child != NULL;
       child = waxseal_manifest_side_next (second, child))
    worst = MAX (worst, waxseal_manifest_judge_element (self, second, child));
  return worst;
}

/* Without the zeros before it, a number is the greater the longer it is. */
static int
compare_numbers (const char *a, const char *b)
{
  a += strspn (a, "0");
  b += strspn (b, "0");
  if (strlen (a) != strlen (b))
    return strlen (a) < strlen (b) ? -1 : 1;
  return strcmp (a, b);
}

/** waxseal_manifest_judge_compare_versions: by the numbers of their parts, of which missing ones
 * are 0 (manifest.md, rule 7).
 * Returns: less than, equal to or greater than 0. */
int
waxseal_manifest_judge_compare_versions (const char *a, const char *b)
{
  g_auto (GStrv) parts_a = g_strsplit (a, ".", 5);
  g_auto (GStrv) parts_b = g_strsplit (b, ".", 5);
  guint n_a = g_strv_length (parts_a);
  guint n_b = g_strv_length (parts_b);

  for (guint i = 0; i < MAX (n_a, n_b); i++)
    {
      int order = compare_numbers (i < n_a ? parts_a[i] : "", i < n_b ? parts_b[i] : "");

      if (order != 0)
        return order;
    }
  return 0;
}

/** waxseal_manifest_judge_is_base: Returns: whether @node is that child of the root. */
gboolean
waxseal_manifest_judge_is_base (const xmlNode *node, const char *name)
{
  return node->parent == xmlDocGetRootElement (node->doc) &&
         g_str_equal (waxseal_manifest_node_get_name (node), name);
}

/** waxseal_manifest_judge_value:
 * @node: where the value is, in either manifest
 * @attribute: (nullable): %NULL for the text
 *
 * Returns: what it leads to that @old_value, or nothing, becomes @new_value. */
WaxsealConsequence
waxseal_manifest_judge_value (WaxsealManifestJudge *self,
                              const xmlNode *node,
                              const char *attribute,
                              const char *old_value,
                              const char *new_value)
{
  WaxsealConsequence worst = WAXSEAL_CONSEQUENCE_NONE;

  if (attribute != NULL)
    {
      weigh_cb (self, find_host (self, node, new_value), 0, &worst);
      return worst;
    }
  if (waxseal_manifest_judge_is_base (node, "Id"))
    return g_ascii_strcasecmp (old_value, new_value) != 0 ? WAXSEAL_CONSEQUENCE_OTHER_ADDIN : worst;
  if (waxseal_manifest_judge_is_base (node, "Version"))
    return waxseal_manifest_judge_compare_versions (old_value, new_value) >= 0
             ? WAXSEAL_CONSEQUENCE_VERSION_NOT_HIGHER
             : worst;
  if (waxseal_manifest_judge_is_base (node, "Permissions"))
    return rank_permissions (new_value) > rank_permissions (old_value) ? WAXSEAL_CONSEQUENCE_CONSENT
                                                                       : worst;
  weigh_cb (self, find_host (self, node, new_value), 0, &worst);
  return worst;
}
