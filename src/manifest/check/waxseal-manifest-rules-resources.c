/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-rules.h"

#include <glib/gi18n.h>

#include "waxseal-manifest-node.h"

/* The description of the overrides themselves, which nobody shows. */
static gboolean
is_overrides_description (const xmlNode *node)
{
  return g_str_equal (waxseal_manifest_node_get_name (node), "Description") &&
         g_str_equal (waxseal_manifest_node_get_name (node->parent), "VersionOverrides");
}

static void
check_unresolved (const WaxsealManifestRule *rule,
                  const WaxsealManifestIndex *index,
                  WaxsealManifestFindings *findings,
                  gboolean descriptions)
{
  for (guint i = 0; i < index->references->len; i++)
    {
      const WaxsealManifestReference *reference =
        &g_array_index (index->references, WaxsealManifestReference, i);

      if (reference->resource == NULL && is_overrides_description (reference->node) == descriptions)
        waxseal_manifest_rule_report_value (
          rule,
          findings,
          reference->node,
          N_ ("“%s” is used here, but there is no resource with that id."),
          reference->id);
    }
}

static void
check_references (const WaxsealManifestRule *rule,
                  const WaxsealManifestIndex *index,
                  WaxsealManifestFindings *findings)
{
  check_unresolved (rule, index, findings, FALSE);
}

static void
check_descriptions (const WaxsealManifestRule *rule,
                    const WaxsealManifestIndex *index,
                    WaxsealManifestFindings *findings)
{
  check_unresolved (rule, index, findings, TRUE);
}

static const char *
get_section (guint kinds)
{
  if ((kinds & WAXSEAL_MANIFEST_RESOURCE_IMAGE) != 0)
    return "Images";
  if ((kinds & WAXSEAL_MANIFEST_RESOURCE_URL) != 0)
    return "Urls";
  return (kinds & WAXSEAL_MANIFEST_RESOURCE_SHORT_STRING) != 0 ? "ShortStrings" : "LongStrings";
}

static void
check_kinds (const WaxsealManifestRule *rule,
             const WaxsealManifestIndex *index,
             WaxsealManifestFindings *findings)
{
  for (guint i = 0; i < index->references->len; i++)
    {
      const WaxsealManifestReference *reference =
        &g_array_index (index->references, WaxsealManifestReference, i);
      g_autofree char *id = NULL;

      if (reference->resource == NULL || (reference->resource->kinds & reference->kinds) != 0)
        continue;
      id = waxseal_manifest_excerpt (reference->id);
      waxseal_manifest_rule_report (
        rule,
        findings,
        reference->node,
        g_strdup_printf (_ ("“%s” uses “%s”, which is in %s, but must be in %s."),
                         waxseal_manifest_node_get_name (reference->node),
                         id,
                         get_section (reference->resource->kinds),
                         get_section (reference->kinds)));
    }
}

static void
check_unique (const WaxsealManifestRule *rule,
              const WaxsealManifestIndex *index,
              WaxsealManifestFindings *findings)
{
  for (guint i = 0; i < index->overrides->len; i++)
    {
      const WaxsealManifestOverrides *overrides = g_ptr_array_index (index->overrides, i);

      for (guint j = 0; j < overrides->twins->len; j++)
        {
          xmlNode *twin = g_ptr_array_index (overrides->twins, j);

          waxseal_manifest_rule_report_value (rule,
                                              findings,
                                              twin,
                                              N_ ("Another resource has the id “%s” already."),
                                              waxseal_manifest_node_get_attribute (twin, "id"));
        }
    }
}

static void
check_unused (const WaxsealManifestRule *rule,
              const WaxsealManifestIndex *index,
              WaxsealManifestFindings *findings)
{
  for (guint i = 0; i < index->overrides->len; i++)
    {
      const WaxsealManifestOverrides *overrides = g_ptr_array_index (index->overrides, i);

      for (guint j = 0; j < overrides->resources->len; j++)
        {
          const WaxsealManifestResource *resource = g_ptr_array_index (overrides->resources, j);

          if (!resource->is_used)
            waxseal_manifest_rule_report_value (
              rule, findings, resource->node, N_ ("Nothing uses the resource “%s”."), resource->id);
        }
    }
}

static const WaxsealManifestRule rules[] = {
  { "resid-resolves",
    WAXSEAL_SEVERITY_ERROR,
    "manifest.md, rule 28",
    check_references,
    N_ ("Add the resource, or correct the resid. The admin center accepts such a file, but its "
        "deployment then fails.") },
  { "description-resolves",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rule 28",
    check_descriptions,
    N_ ("Add the resource, or remove this “Description”.") },
  { "resid-kind",
    WAXSEAL_SEVERITY_ERROR,
    "manifest.md, rule 29",
    check_kinds,
    N_ ("Move the resource into that section, or refer to another one.") },
  { "resource-unique",
    WAXSEAL_SEVERITY_ERROR,
    "manifest.md, rule 30",
    check_unique,
    N_ ("Give each resource an id of its own.") },
  { "resource-unused",
    WAXSEAL_SEVERITY_HINT,
    "manifest.md, rule 30",
    check_unused,
    N_ ("You can remove it.") },
  { NULL },
};

/** waxseal_manifest_rules_resources: Returns: (transfer none): the rules of resources. */
const WaxsealManifestRule *
waxseal_manifest_rules_resources (void)
{
  return rules;
}
