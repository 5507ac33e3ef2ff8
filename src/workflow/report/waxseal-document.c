/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-document.h"

#include "waxseal-document-text.h"

static void
free_cell (gpointer data)
{
  WaxsealDocumentCell *cell = data;

  g_free (cell->text);
  g_free (cell);
}

static void
free_block (gpointer data)
{
  WaxsealDocumentBlock *block = data;

  g_free (block->text);
  g_clear_pointer (&block->rows, g_ptr_array_unref);
  g_free (block);
}

/** waxseal_document_new: Returns: (transfer full): a document without content. */
WaxsealDocument *
waxseal_document_new (const char *title, const char *subtitle)
{
  WaxsealDocument *self = g_new (WaxsealDocument, 1);

  self->title = waxseal_document_text_new (title);
  self->subtitle = waxseal_document_text_new (subtitle);
  self->blocks = g_ptr_array_new_with_free_func (free_block);
  return self;
}

/** waxseal_document_free: frees a document. */
void
waxseal_document_free (WaxsealDocument *self)
{
  g_free (self->title);
  g_free (self->subtitle);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

static WaxsealDocumentBlock *
add_block (WaxsealDocument *self, WaxsealDocumentBlockKind kind, const char *text)
{
  WaxsealDocumentBlock *block = g_new0 (WaxsealDocumentBlock, 1);

  block->kind = kind;
  block->text = text != NULL ? waxseal_document_text_new (text) : NULL;
  g_ptr_array_add (self->blocks, block);
  return block;
}

static WaxsealDocumentBlock *
get_last_block (WaxsealDocument *self)
{
  return g_ptr_array_index (self->blocks, self->blocks->len - 1);
}

/** waxseal_document_add_heading: @level: 1, or 2 for a part of it. */
void
waxseal_document_add_heading (WaxsealDocument *self, guint level, const char *text)
{
  add_block (self, WAXSEAL_DOCUMENT_HEADING, text)->level = level;
}

/** waxseal_document_add_paragraph: @text: line ends in it stay. */
void
waxseal_document_add_paragraph (WaxsealDocument *self, const char *text)
{
  add_block (self, WAXSEAL_DOCUMENT_PARAGRAPH, text);
}

/** waxseal_document_add_notice: @text: what must not be overlooked. */
void
waxseal_document_add_notice (WaxsealDocument *self, const char *text)
{
  add_block (self, WAXSEAL_DOCUMENT_NOTICE, text);
}

/** waxseal_document_add_table: @columns: static, with titles that are translated when they are
 * written. Rows and cells go to the table that was added last. */
void
waxseal_document_add_table (WaxsealDocument *self,
                            const WaxsealDocumentColumn *columns,
                            guint n_columns)
{
  WaxsealDocumentBlock *block = add_block (self, WAXSEAL_DOCUMENT_TABLE, NULL);

  block->columns = columns;
  block->n_columns = n_columns;
  block->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
}

/** waxseal_document_add_row: Begins a row; it wants a cell for each column. */
void
waxseal_document_add_row (WaxsealDocument *self)
{
  g_ptr_array_add (get_last_block (self)->rows, g_ptr_array_new_with_free_func (free_cell));
}

/** waxseal_document_add_cell: @text: to the row that was begun last. */
void
waxseal_document_add_cell (WaxsealDocument *self, const char *text, WaxsealMark mark)
{
  GPtrArray *rows = get_last_block (self)->rows;
  WaxsealDocumentCell *cell = g_new (WaxsealDocumentCell, 1);

  cell->text = waxseal_document_text_new (text);
  cell->mark = mark;
  g_ptr_array_add (g_ptr_array_index (rows, rows->len - 1), cell);
}

/** waxseal_document_drop_empty_table: @instead: a paragraph in its place where it has no row. */
void
waxseal_document_drop_empty_table (WaxsealDocument *self, const char *instead)
{
  WaxsealDocumentBlock *block = get_last_block (self);

  if (block->kind != WAXSEAL_DOCUMENT_TABLE || block->rows->len > 0)
    return;
  g_ptr_array_set_size (self->blocks, self->blocks->len - 1);
  waxseal_document_add_paragraph (self, instead);
}
