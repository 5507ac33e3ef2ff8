/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes that may hold a secret: wiped whenever they move and when they are freed. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *data;
  gsize length;
  gsize capacity;
} WaxsealWipedBuffer;

void waxseal_wiped_buffer_append (WaxsealWipedBuffer *self, const char *data, gsize length);
void waxseal_wiped_buffer_clear (WaxsealWipedBuffer *self);
GBytes *waxseal_wiped_buffer_to_bytes (WaxsealWipedBuffer *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WaxsealWipedBuffer, waxseal_wiped_buffer_clear)

G_END_DECLS
