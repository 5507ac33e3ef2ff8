/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-interner.h"

#include <string.h>

/* Texts come from files that nobody vouches for: the seed keeps them from being made to collide. */
struct _WaxsealManifestInterner
{
  GHashTable *entries;
  GStringChunk *texts;
  guint64 seed;
};

/** Entry: a text and its number. */
typedef struct
{
  const char *text;
  gsize length;
  guint hash;
  guint number;
} Entry;

static guint
hash_entry (gconstpointer entry)
{
  return ((const Entry *) entry)->hash;
}

static gboolean
entries_equal (gconstpointer a, gconstpointer b)
{
  const Entry *first = a;
  const Entry *second = b;

  return first->hash == second->hash && first->length == second->length &&
         memcmp (first->text, second->text, first->length) == 0;
}

/** waxseal_manifest_interner_new: Returns: (transfer full): an empty one. */
WaxsealManifestInterner *
waxseal_manifest_interner_new (void)
{
  WaxsealManifestInterner *self = g_new0 (WaxsealManifestInterner, 1);

  self->entries = g_hash_table_new_full (hash_entry, entries_equal, g_free, NULL);
  self->texts = g_string_chunk_new (64 * 1024);
  self->seed = (guint64) g_random_int () << 32 | g_random_int ();
  return self;
}

/** waxseal_manifest_interner_free: frees it. */
void
waxseal_manifest_interner_free (WaxsealManifestInterner *self)
{
  g_hash_table_unref (self->entries);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static guint
hash_text (WaxsealManifestInterner *self, const char *text, gsize length)
{
  guint64 hash = self->seed;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash ^ hash >> 32;
}

/**
 * waxseal_manifest_interner_intern:
 * @length: of @text, in bytes
 *
 * Returns: the number of @text, from 1; the same for an equal text, and for no other.
 */
guint
waxseal_manifest_interner_intern (WaxsealManifestInterner *self, const char *text, gsize length)
{
  Entry wanted = { text, length, hash_text (self, text, length), 0 };
  Entry *entry = g_hash_table_lookup (self->entries, &wanted);

  if (entry != NULL)
    return entry->number;
  entry = g_memdup2 (&wanted, sizeof wanted);
  entry->text = g_string_chunk_insert_len (self->texts, text, length);
  entry->number = g_hash_table_size (self->entries) + 1;
  g_hash_table_add (self->entries, entry);
  return entry->number;
}
