/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the schema says about elements that have no place where they stand. */
#include <glib/gi18n.h>

#include "waxseal-manifest-node.h"
#include "waxseal-manifest-schema-report.h"

/* A list in a sentence is not longer than this. */
#define MAX_NAMES 6

#define BASE_1_0 "http://schemas.microsoft.com/office/appforoffice/1.0"

/** Stranger: an element that people do write there, and why it is wrong. */
typedef struct
{
  WaxsealManifestNamespace name_space;
  const char *name;
  const char *rule;
  const char *message;
  const char *remedy;
} Stranger;

static const Stranger known_strangers[] = {
  { WAXSEAL_MANIFEST_NAMESPACE_OVERRIDES_1_0,
    "Tooltip",
    "legacy-tooltip",
    N_ ("“Tooltip” comes from the 2016 preview of add-in commands and was dropped."),
    N_ ("Remove it. “Supertip” with a title and a description has taken its place.") },
  { WAXSEAL_MANIFEST_NAMESPACE_OVERRIDES_1_0,
    "TaskpaneId",
    "task-pane-only",
    N_ ("“TaskpaneId” belongs to add-ins for Word, Excel and PowerPoint, not for Outlook."),
    N_ ("Remove it. To keep the pane open, use “SupportsPinning” in VersionOverrides 1.1.") },
  { WAXSEAL_MANIFEST_NAMESPACE_OVERRIDES_1_1,
    "TaskpaneId",
    "task-pane-only",
    N_ ("“TaskpaneId” belongs to add-ins for Word, Excel and PowerPoint, not for Outlook."),
    N_ ("Remove it. To keep the pane open, use “SupportsPinning”.") },
  { WAXSEAL_MANIFEST_NAMESPACE_OVERRIDES_1_1,
    "VersionOverrides",
    "overrides-nested",
    N_ ("VersionOverrides 1.1 may stand only as the last element in VersionOverrides 1.0."),
    N_ ("Move it into VersionOverrides 1.0; Outlook installs nothing otherwise.") },
};

static gboolean
report_known (WaxsealManifestFindings *findings, xmlNode *node)
{
  for (guint i = 0; i < G_N_ELEMENTS (known_strangers); i++)
    {
      const Stranger *stranger = &known_strangers[i];

      if (!waxseal_manifest_node_is (node, stranger->name_space, stranger->name))
        continue;
      waxseal_manifest_findings_add (findings,
                                     WAXSEAL_SEVERITY_ERROR,
                                     stranger->rule,
                                     node,
                                     g_strdup (_ (stranger->message)),
                                     _ (stranger->remedy));
      return TRUE;
    }
  return FALSE;
}

static const WaxsealManifestSchemaChild *
find_name (const WaxsealManifestSchemaType *type, const char *name)
{
  for (guint i = 0; type != NULL && i < type->children->len; i++)
    {
      const WaxsealManifestSchemaChild *child =
        &g_array_index (type->children, WaxsealManifestSchemaChild, i);

      if (g_strcmp0 (child->name, name) == 0)
        return child;
    }
  return NULL;
}

/* Whether 1.1 has such an element at the same place in an element of the same type. */
static gboolean
is_newer (const WaxsealManifestSchemaType *type, const char *name)
{
  return type->name_space == WAXSEAL_MANIFEST_NAMESPACE_OVERRIDES_1_0 &&
         find_name (waxseal_manifest_schema_type_find (WAXSEAL_MANIFEST_NAMESPACE_OVERRIDES_1_1,
                                                       type->name),
                    name) != NULL;
}

/* What may still come, as “A”, “B”; or NULL where nothing may. */
static char *
list_expected (const WaxsealManifestSchemaType *type, guint next)
{
  GString *list = g_string_new (NULL);
  guint names = 0;

  for (guint i = 0; i < type->children->len && names < MAX_NAMES; i++)
    {
      const WaxsealManifestSchemaChild *child =
        &g_array_index (type->children, WaxsealManifestSchemaChild, i);

      if (child->name == NULL || child->particle < next)
        continue;
      /* Translators: the first name of a list, and each further one: “A”, “B” */
      g_string_append_printf (list, names == 0 ? _ ("“%s”") : _ (", “%s”"), child->name);
      names++;
    }
  return g_string_free (list, names == 0);
}

static void
report_unknown (WaxsealManifestFindings *findings,
                xmlNode *node,
                const WaxsealManifestSchemaType *type,
                guint next)
{
  g_autofree char *name = waxseal_manifest_excerpt (waxseal_manifest_node_get_name (node));
  g_autofree char *expected = list_expected (type, next);

  waxseal_manifest_findings_add (
    findings,
    WAXSEAL_SEVERITY_ERROR,
    "element-unknown",
    node,
    expected != NULL
      ? g_strdup_printf (_ ("“%s” is not known here; expected one of %s."), name, expected)
      : g_strdup_printf (_ ("“%s” is not known here; no element is expected."), name),
    _ ("Remove the element, or correct its spelling; capitals matter."));
}

/** waxseal_manifest_schema_report_stranger: @node has no place in an element of @type.
 * @next: the first particle of @type that may still come */
void
waxseal_manifest_schema_report_stranger (WaxsealManifestFindings *findings,
                                         xmlNode *node,
                                         const WaxsealManifestSchemaType *type,
                                         guint next)
{
  const char *name = waxseal_manifest_node_get_name (node);
  const WaxsealManifestSchemaChild *namesake = find_name (type, name);

  if (report_known (findings, node))
    return;

  if (namesake != NULL)
    waxseal_manifest_findings_add (
      findings,
      WAXSEAL_SEVERITY_ERROR,
      "element-namespace",
      node,
      g_strdup_printf (_ ("“%s” must be in the namespace %s here."), name, namesake->uri),
      _ ("Put the prefix of that namespace in front of the name, or remove a wrong xmlns."));
  else if (is_newer (type, name))
    waxseal_manifest_findings_add (
      findings,
      WAXSEAL_SEVERITY_ERROR,
      "overrides-1-1-only",
      node,
      g_strdup_printf (_ ("“%s” exists only in VersionOverrides 1.1."), name),
      _ ("Move the element into VersionOverrides 1.1, nested in this VersionOverrides 1.0."));
  else
    report_unknown (findings, node, type, next);
}

static void
report_wrong_root (WaxsealManifestFindings *findings,
                   xmlNode *root,
                   const char *rule,
                   const char *message,
                   const char *remedy)
{
  waxseal_manifest_findings_add (
    findings, WAXSEAL_SEVERITY_ERROR, rule, root, g_strdup (message), remedy);
}

/** waxseal_manifest_schema_report_root: Returns: whether @root is that of a mail add-in; if not, a
 * finding says what it is. */
gboolean
waxseal_manifest_schema_report_root (WaxsealManifestFindings *findings, xmlNode *root)
{
  const char *type = waxseal_manifest_node_get_type (root);
  gboolean is_office_app = g_str_equal (waxseal_manifest_node_get_name (root), "OfficeApp");

  if (is_office_app && (g_str_equal (type, "TaskPaneApp") || g_str_equal (type, "ContentApp")))
    report_wrong_root (
      findings,
      root,
      "not-for-outlook",
      _ ("This is the manifest of an add-in for Word, Excel or PowerPoint, not for Outlook."),
      _ ("Choose the manifest of the Outlook add-in; its root has xsi:type=\"MailApp\"."));
  else if (is_office_app && g_str_equal (waxseal_manifest_node_get_uri (root), BASE_1_0))
    report_wrong_root (
      findings,
      root,
      "legacy-schema",
      _ ("This manifest is written in the schema of 2013 (appforoffice/1.0), a legacy."),
      _ ("Ask the vendor for a current manifest, written in appforoffice/1.1."));
  else if (waxseal_manifest_node_is (root, WAXSEAL_MANIFEST_NAMESPACE_BASE, "OfficeApp"))
    return TRUE;
  else
    report_wrong_root (
      findings,
      root,
      "not-a-manifest",
      _ ("This is XML, but not an Office add-in manifest: its root is not “OfficeApp” in the "
         "namespace http://schemas.microsoft.com/office/appforoffice/1.1."),
      _ ("Choose the manifest file of the add-in."));
  return FALSE;
}
