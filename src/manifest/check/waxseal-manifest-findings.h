/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-finding.h"
#include "waxseal-manifest-document.h"

G_BEGIN_DECLS

/* More than this nobody reads; a file made to have a million faults costs no memory. */
#define WAXSEAL_MANIFEST_FINDINGS_MAX 500

/** WaxsealManifestFindings: collects what one check finds; opaque. */
typedef struct _WaxsealManifestFindings WaxsealManifestFindings;

WaxsealManifestFindings *waxseal_manifest_findings_new (WaxsealManifestDocument *document,
                                                        gboolean names_fields);
void waxseal_manifest_findings_free (WaxsealManifestFindings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealManifestFindings, waxseal_manifest_findings_free)

WaxsealManifestDocument *waxseal_manifest_findings_get_document (WaxsealManifestFindings *self);
gboolean waxseal_manifest_findings_is_full (WaxsealManifestFindings *self,
                                            WaxsealSeverity severity);
void waxseal_manifest_findings_add (WaxsealManifestFindings *self,
                                    WaxsealSeverity severity,
                                    const char *rule,
                                    xmlNode *node,
                                    char *message,
                                    const char *remedy);
void waxseal_manifest_findings_add_at (WaxsealManifestFindings *self,
                                       WaxsealSeverity severity,
                                       const char *rule,
                                       xmlNode *node,
                                       gsize offset,
                                       char *message,
                                       const char *remedy);
void waxseal_manifest_findings_take (WaxsealManifestFindings *self, WaxsealFinding *finding);
GPtrArray *waxseal_manifest_findings_finish (WaxsealManifestFindings *self);

char *waxseal_manifest_excerpt (const char *text);

G_END_DECLS
