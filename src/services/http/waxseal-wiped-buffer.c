/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-wiped-buffer.h"

#include <string.h>

#define FIRST_CAPACITY 4096

/** waxseal_wiped_buffer_append: @data: (array length=length): is copied */
void
waxseal_wiped_buffer_append (WaxsealWipedBuffer *self, const char *data, gsize length)
{
  if (self->capacity - self->length < length)
    {
      gsize capacity = MAX (MAX (FIRST_CAPACITY, 2 * self->capacity), self->length + length);
      char *grown = g_malloc (capacity);

      /* realloc() would leave the old bytes behind. */
      if (self->length > 0)
        memcpy (grown, self->data, self->length);
      if (self->data != NULL)
        explicit_bzero (self->data, self->capacity);
      g_free (self->data);
      self->data = grown;
      self->capacity = capacity;
    }
  if (length > 0)
    memcpy (self->data + self->length, data, length);
  self->length += length;
}

/** waxseal_wiped_buffer_clear: Wipes and frees the bytes; @self is then empty. */
void
waxseal_wiped_buffer_clear (WaxsealWipedBuffer *self)
{
  if (self->data != NULL)
    explicit_bzero (self->data, self->capacity);
  g_clear_pointer (&self->data, g_free);
  self->length = self->capacity = 0;
}

static void
free_owned (gpointer user_data)
{
  WaxsealWipedBuffer *owned = user_data;

  waxseal_wiped_buffer_clear (owned);
  g_free (owned);
}

/**
 * waxseal_wiped_buffer_to_bytes:
 *
 * Returns: (transfer full): the bytes, which are wiped with the last reference; @self is then empty
 */
GBytes *
waxseal_wiped_buffer_to_bytes (WaxsealWipedBuffer *self)
{
  WaxsealWipedBuffer *owned = g_memdup2 (self, sizeof *self);

  memset (self, 0, sizeof *self);
  return g_bytes_new_with_free_func (owned->data, owned->length, free_owned, owned);
}
