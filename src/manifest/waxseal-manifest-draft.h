/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

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

GBytes *waxseal_manifest_draft_get_bytes (WaxsealManifestDraft *self);
WaxsealManifestDocument *waxseal_manifest_draft_get_document (WaxsealManifestDraft *self);
GListModel *waxseal_manifest_draft_get_findings (WaxsealManifestDraft *self);
gboolean waxseal_manifest_draft_is_assumed (WaxsealManifestDraft *self);
char *waxseal_manifest_draft_dup_file_name (WaxsealManifestDraft *self);
void waxseal_manifest_draft_adopt (WaxsealManifestDraft *self,
                                   WaxsealManifestDocument *document,
                                   const char *file_name,
                                   gboolean from_cres);

G_END_DECLS
