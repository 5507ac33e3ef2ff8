/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-manifest-document.h"

G_BEGIN_DECLS

typedef struct _WaxsealManifestEdits WaxsealManifestEdits;

WaxsealManifestEdits *waxseal_manifest_edits_new (WaxsealManifestDocument *document);
void waxseal_manifest_edits_free (WaxsealManifestEdits *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealManifestEdits, waxseal_manifest_edits_free)

char *waxseal_manifest_edits_dup_name (WaxsealManifestEdits *self, xmlNode *like, const char *name);
char *waxseal_manifest_edits_dup_break (WaxsealManifestEdits *self, xmlNode *parent, xmlNode *near);
gboolean waxseal_manifest_edits_find_attribute (WaxsealManifestEdits *self,
                                                xmlNode *node,
                                                const char *name,
                                                gsize *offset,
                                                gsize *length);

void waxseal_manifest_edits_set_attribute (WaxsealManifestEdits *self,
                                           xmlNode *node,
                                           const char *name,
                                           const char *value);
void waxseal_manifest_edits_set_text (WaxsealManifestEdits *self, xmlNode *node, const char *text);
void waxseal_manifest_edits_insert (WaxsealManifestEdits *self,
                                    xmlNode *parent,
                                    xmlNode *after,
                                    GPtrArray *elements);
void waxseal_manifest_edits_remove (WaxsealManifestEdits *self, xmlNode *node);

char *waxseal_manifest_edits_apply (WaxsealManifestEdits *self);

G_END_DECLS
