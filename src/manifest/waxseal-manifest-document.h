/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* A larger file is not read at all; what Microsoft takes is far less (manifest.md, rule 1). */
#define WAXSEAL_MANIFEST_DOCUMENT_MAX_BYTES (10 * 1024 * 1024)

#define WAXSEAL_TYPE_MANIFEST_DOCUMENT (waxseal_manifest_document_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealManifestDocument,
                      waxseal_manifest_document,
                      WAXSEAL,
                      MANIFEST_DOCUMENT,
                      GObject)

/**
 * WaxsealManifestSpan:
 * @start: where the element's start tag begins
 * @content: just behind its start tag
 * @close: where its end tag begins; equal to @content for an empty-element tag
 * @end: just behind the element
 *
 * Where an element stands, as byte offsets into the document's text.
 */
typedef struct
{
  gsize start;
  gsize content;
  gsize close;
  gsize end;
} WaxsealManifestSpan;

WaxsealManifestDocument *waxseal_manifest_document_new (GBytes *bytes);

const char *waxseal_manifest_document_get_text (WaxsealManifestDocument *self);
const char *waxseal_manifest_document_get_encoding (WaxsealManifestDocument *self);
gboolean waxseal_manifest_document_has_byte_order_mark (WaxsealManifestDocument *self);
xmlNode *waxseal_manifest_document_get_root (WaxsealManifestDocument *self);
GPtrArray *waxseal_manifest_document_get_problems (WaxsealManifestDocument *self);

const WaxsealManifestSpan *waxseal_manifest_document_get_span (WaxsealManifestDocument *self,
                                                               xmlNode *node);
guint waxseal_manifest_document_get_line (WaxsealManifestDocument *self, xmlNode *node);
void waxseal_manifest_document_get_position (WaxsealManifestDocument *self,
                                             gsize offset,
                                             guint *line,
                                             guint *column);
void waxseal_manifest_document_get_line_range (WaxsealManifestDocument *self,
                                               guint line,
                                               gsize *start,
                                               gsize *end);
GBytes *waxseal_manifest_document_encode (WaxsealManifestDocument *self, const char *text);

G_END_DECLS
