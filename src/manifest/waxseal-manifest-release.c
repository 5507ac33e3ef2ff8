/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Outlook takes an update only where its version is higher (manifest.md, rule 7): what was exported
 * or imported last is remembered, and a higher version proposed once the manifest differs. */
#include "waxseal-manifest-release.h"

#include "waxseal-date.h"
#include "waxseal-manifest-version.h"

static WaxsealRecord *
get_exported (WaxsealManifestDraft *draft)
{
  return waxseal_record_get_child (waxseal_manifest_draft_get_organization (draft), "exported");
}

static WaxsealManifestSource *
get_imported (WaxsealManifestDraft *draft)
{
  return waxseal_organization_get_manifest (waxseal_manifest_draft_get_organization (draft));
}

static gboolean
is_read_only (WaxsealManifestDraft *draft)
{
  return waxseal_organization_get_read_only (waxseal_manifest_draft_get_organization (draft));
}

static const char *
get_last_sha256 (WaxsealManifestDraft *draft)
{
  const char *exported_on = waxseal_record_get_text (get_exported (draft), "exported-on");
  const char *read_on = waxseal_record_get_text (get_imported (draft), "read-on");

  if (g_strcmp0 (exported_on, read_on) >= 0)
    return waxseal_record_get_text (get_exported (draft), "sha256");
  return waxseal_record_get_text (get_imported (draft), "sha256");
}

/**
 * waxseal_manifest_release_propose:
 *
 * Returns: (transfer full) (nullable): a higher version for @draft; %NULL if it needs none: nothing
 *   was exported or imported before, or the very same bytes were, or its version is higher already,
 *   or no version can be higher, or the set-up is only read.
 */
char *
waxseal_manifest_release_propose (WaxsealManifestDraft *draft)
{
  const char *version = waxseal_manifest_release_get_version (draft);
  const char *highest = waxseal_record_get_text (get_exported (draft), "version");
  const char *last = get_last_sha256 (draft);
  g_autofree char *imported = waxseal_manifest_draft_dup_imported_version (draft);
  g_autofree char *sha256 = NULL;

  if (waxseal_manifest_version_is_higher (imported, highest))
    highest = imported;
  if (is_read_only (draft) || *last == '\0' ||
      waxseal_manifest_version_is_higher (version, highest))
    return NULL;
  sha256 =
    g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, waxseal_manifest_draft_get_bytes (draft));
  if (g_str_equal (last, sha256))
    return NULL;
  return waxseal_manifest_version_raise (highest);
}

/** waxseal_manifest_release_get_version: Returns: (transfer none): what the add-in has now. */
const char *
waxseal_manifest_release_get_version (WaxsealManifestDraft *draft)
{
  WaxsealOrganization *organization = waxseal_manifest_draft_get_organization (draft);

  return waxseal_record_get_text (waxseal_organization_get_addin (organization), "version");
}

/** waxseal_manifest_release_set_version: Gives it to the add-in; @draft is rebuilt with it. */
void
waxseal_manifest_release_set_version (WaxsealManifestDraft *draft, const char *version)
{
  WaxsealOrganization *organization = waxseal_manifest_draft_get_organization (draft);

  waxseal_record_set_text (waxseal_organization_get_addin (organization), "version", version);
}

/** waxseal_manifest_release_note: Remembers that @bytes, with @version, were exported; nothing of a
 * set-up that is only read. */
void
waxseal_manifest_release_note (WaxsealManifestDraft *draft, GBytes *bytes, const char *version)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *now = waxseal_date_now ();

  if (is_read_only (draft))
    return;
  g_object_set (
    get_exported (draft), "sha256", sha256, "version", version, "exported-on", now, NULL);
}
