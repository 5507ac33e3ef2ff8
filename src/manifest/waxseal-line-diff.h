/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WaxsealLineChange:
 * @offset: where the change begins, in characters of the old text
 * @n_deleted: how many characters of the old text go
 * @text: what takes their place, in the new text
 * @length: its length in bytes
 *
 * Some whole lines that differ between two texts.
 */
typedef struct
{
  glong offset;
  glong n_deleted;
  const char *text;
  gsize length;
} WaxsealLineChange;

GArray *waxseal_line_diff (const char *old_text, const char *new_text);

G_END_DECLS
