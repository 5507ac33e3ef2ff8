/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "waxseal-mark.h"

G_BEGIN_DECLS

/** WaxsealDocumentBlockKind: a part of a document. */
typedef enum
{
  WAXSEAL_DOCUMENT_HEADING,
  WAXSEAL_DOCUMENT_PARAGRAPH,
  WAXSEAL_DOCUMENT_NOTICE, /* a paragraph that nobody may overlook */
  WAXSEAL_DOCUMENT_TABLE,
} WaxsealDocumentBlockKind;

/** WaxsealDocumentCell: @text may have several lines; @mark is said by a symbol before it. */
typedef struct
{
  char *text;
  WaxsealMark mark;
} WaxsealDocumentCell;

/** WaxsealDocumentColumn: @title as in N_(); @weight is its part of the width. */
typedef struct
{
  const char *title;
  guint weight;
} WaxsealDocumentColumn;

/** WaxsealDocumentBlock: @level and @text of a heading or paragraph; the rest of a table, where
 * the first cell of a row names it. */
typedef struct
{
  WaxsealDocumentBlockKind kind;
  guint level; /* 1 or 2 */
  char *text;
  const WaxsealDocumentColumn *columns; /* static */
  guint n_columns;
  GPtrArray *rows; /* of GPtrArray of WaxsealDocumentCell */
} WaxsealDocumentBlock;

/**
 * WaxsealDocument:
 *
 * A text of headings, paragraphs and tables, for the writers: Markdown, HTML, PDF. All that comes
 * in is made harmless by waxseal_document_text_new(), so that no writer has to think of it. On
 * paper it is as small as a page wants it with @one_page, as long as it can be read.
 */
typedef struct
{
  char *title;
  char *subtitle;
  gboolean one_page;
  GPtrArray *blocks; /* of WaxsealDocumentBlock */
} WaxsealDocument;

WaxsealDocument *waxseal_document_new (const char *title, const char *subtitle);
void waxseal_document_free (WaxsealDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealDocument, waxseal_document_free)

void waxseal_document_add_heading (WaxsealDocument *self, guint level, const char *text);
void waxseal_document_add_paragraph (WaxsealDocument *self, const char *text);
void waxseal_document_add_notice (WaxsealDocument *self, const char *text);
void waxseal_document_add_table (WaxsealDocument *self,
                                 const WaxsealDocumentColumn *columns,
                                 guint n_columns);
void waxseal_document_add_row (WaxsealDocument *self);
void waxseal_document_add_cell (WaxsealDocument *self, const char *text, WaxsealMark mark);
void waxseal_document_drop_empty_table (WaxsealDocument *self, const char *instead);

G_END_DECLS
