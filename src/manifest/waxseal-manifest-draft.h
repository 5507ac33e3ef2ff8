/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-finding.h"
#include "waxseal-manifest-document.h"
#include "waxseal-organization.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_MANIFEST_DRAFT (waxseal_manifest_draft_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealManifestDraft,
                      waxseal_manifest_draft,
                      WAXSEAL,
                      MANIFEST_DRAFT,
                      GObject)

WaxsealManifestDraft *waxseal_manifest_draft_new (WaxsealOrganization *organization);

/** WaxsealManifestUndo: what one fix changed, as it was before; opaque. */
typedef struct _WaxsealManifestUndo WaxsealManifestUndo;

void waxseal_manifest_undo_free (WaxsealManifestUndo *undo);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealManifestUndo, waxseal_manifest_undo_free)

WaxsealOrganization *waxseal_manifest_draft_get_organization (WaxsealManifestDraft *self);
GBytes *waxseal_manifest_draft_get_bytes (WaxsealManifestDraft *self);
WaxsealManifestDocument *waxseal_manifest_draft_get_document (WaxsealManifestDraft *self);
GListModel *waxseal_manifest_draft_get_findings (WaxsealManifestDraft *self);
char *waxseal_manifest_draft_dup_imported_version (WaxsealManifestDraft *self);
gboolean waxseal_manifest_draft_is_assumed (WaxsealManifestDraft *self);
char *waxseal_manifest_draft_dup_file_name (WaxsealManifestDraft *self);
void waxseal_manifest_draft_adopt (WaxsealManifestDraft *self,
                                   WaxsealManifestDocument *document,
                                   const char *file_name,
                                   gboolean from_cres);
WaxsealManifestUndo *waxseal_manifest_draft_fix (WaxsealManifestDraft *self,
                                                 WaxsealFinding *finding);
void waxseal_manifest_draft_undo (WaxsealManifestDraft *self, WaxsealManifestUndo *undo);

G_END_DECLS
