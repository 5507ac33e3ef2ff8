/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-check.h"

#include "waxseal-manifest-findings.h"
#include "waxseal-manifest-rules.h"
#include "waxseal-manifest-schema.h"

static GPtrArray *
check (WaxsealManifestDocument *document, WaxsealManifestTarget target, gboolean names_fields)
{
  g_autoptr (WaxsealManifestFindings) findings =
    waxseal_manifest_findings_new (document, names_fields);
  GPtrArray *problems = waxseal_manifest_document_get_problems (document);
  xmlNode *root = waxseal_manifest_document_get_root (document);

  for (guint i = 0; i < problems->len; i++)
    waxseal_manifest_findings_take (findings, g_object_ref (g_ptr_array_index (problems, i)));

  /* A file with that many errors of structure is beyond rules. */
  if (root != NULL && waxseal_manifest_schema_check (findings, root) &&
      !waxseal_manifest_findings_is_full (findings, WAXSEAL_SEVERITY_ERROR))
    waxseal_manifest_rules_check (findings, root, target);
  return waxseal_manifest_findings_finish (findings);
}

/**
 * waxseal_manifest_check_for:
 * @target: where it is to be deployed
 *
 * Checks a file as the manifest of an Outlook add-in: what reading it met, the order and the values
 * of its elements, and the rules that no schema can say (manifest.md, section 4). Reads nothing
 * else, and takes a moment only.
 *
 * Returns: (transfer full) (element-type WaxsealFinding): errors first, then by place; at most 500.
 */
GPtrArray *
waxseal_manifest_check_for (WaxsealManifestDocument *document, WaxsealManifestTarget target)
{
  return check (document, target, TRUE);
}

/** waxseal_manifest_check_without_fields: Returns: (transfer full) (element-type WaxsealFinding):
 * as waxseal_manifest_check_for(), for those who ask no finding for its field: to work that out
 * takes a sixth of the time of a check. */
GPtrArray *
waxseal_manifest_check_without_fields (WaxsealManifestDocument *document,
                                       WaxsealManifestTarget target)
{
  return check (document, target, FALSE);
}

/** waxseal_manifest_check: Returns: (transfer full) (element-type WaxsealFinding): as
 * waxseal_manifest_check_for() for Exchange Online. */
GPtrArray *
waxseal_manifest_check (WaxsealManifestDocument *document)
{
  return waxseal_manifest_check_for (document, WAXSEAL_MANIFEST_TARGET_ONLINE);
}
