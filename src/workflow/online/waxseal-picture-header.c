/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-picture-header.h"

#include <string.h>

/** Reader: the bytes, which may be anything; reading behind their end gives 0. */
typedef struct
{
  const guint8 *data;
  gsize size;
} Reader;

static guint
read_byte (const Reader *reader, gsize at)
{
  return at < reader->size ? reader->data[at] : 0;
}

static guint
read_big (const Reader *reader, gsize at, guint n_bytes)
{
  guint value = 0;

  for (guint i = 0; i < n_bytes; i++)
    value = value << 8 | read_byte (reader, at + i);
  return value;
}

static guint
read_little (const Reader *reader, gsize at, guint n_bytes)
{
  guint value = 0;

  for (guint i = n_bytes; i-- > 0;)
    value = value << 8 | read_byte (reader, at + i);
  return value;
}

/* W3C, Portable Network Graphics, section 11.2.2: the header is the first chunk. */
static void
read_png (const Reader *reader, WaxsealPictureHeader *header)
{
  header->width = read_big (reader, 16, 4);
  header->height = read_big (reader, 20, 4);
}

/* CompuServe, Graphics Interchange Format 89a, section 18. */
static void
read_gif (const Reader *reader, WaxsealPictureHeader *header)
{
  header->width = read_little (reader, 6, 2);
  header->height = read_little (reader, 8, 2);
}

/* ITU-T T.81, annex B: segments up to the one that begins a frame. */
static void
read_jpeg (const Reader *reader, WaxsealPictureHeader *header)
{
  gsize at = 2;

  while (at + 9 <= reader->size && read_byte (reader, at) == 0xff)
    {
      guint marker = read_byte (reader, at + 1);
      gboolean is_frame =
        marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;

      if (is_frame)
        {
          header->height = read_big (reader, at + 5, 2);
          header->width = read_big (reader, at + 7, 2);
          return;
        }
      /* A byte of filling, or a segment with its length. */
      at += marker == 0xff ? 1 : 2 + read_big (reader, at + 2, 2);
    }
}

/* Microsoft, BITMAPINFOHEADER; the height is negative where the first row is the top one. */
static void
read_bmp (const Reader *reader, WaxsealPictureHeader *header)
{
  gint32 height = (gint32) read_little (reader, 22, 4);

  header->width = read_little (reader, 18, 4);
  header->height = height < 0 ? -(guint) height : (guint) height;
}

/* Adobe, TIFF 6.0, section 2: the entries of the first directory, of 12 bytes each. */
static void
read_tiff (const Reader *reader, WaxsealPictureHeader *header)
{
  guint (*read) (const Reader *, gsize, guint) =
    read_byte (reader, 0) == 'I' ? read_little : read_big;
  gsize directory = read (reader, 4, 4);
  guint n_entries = read (reader, directory, 2);

  for (guint i = 0; i < n_entries; i++)
    {
      gsize at = directory + 2 + 12 * (gsize) i;
      guint value = read (reader, at + 8, read (reader, at + 2, 2) == 3 ? 2 : 4);

      if (read (reader, at, 2) == 256)
        header->width = value;
      else if (read (reader, at, 2) == 257)
        header->height = value;
    }
}

/** Kind: pictures that begin with @magic; those without a reader are only named. */
typedef struct
{
  const char *name;
  gboolean is_shown;
  const char *magic;
  gsize length;
  gsize at;
  void (*read) (const Reader *reader, WaxsealPictureHeader *header);
} Kind;

/* What is shown: manifest.md, rule 12. */
static const Kind kinds[] = {
  { "PNG", TRUE, "\x89PNG\r\n\x1a\n", 8, 0, read_png },
  { "GIF", TRUE, "GIF8", 4, 0, read_gif },
  { "JPEG", TRUE, "\xff\xd8\xff", 3, 0, read_jpeg },
  { "BMP", TRUE, "BM", 2, 0, read_bmp },
  { "TIFF", TRUE, "II*\0", 4, 0, read_tiff },
  { "TIFF", TRUE, "MM\0*", 4, 0, read_tiff },
  { "WebP", FALSE, "WEBP", 4, 8, NULL },
  { "ICO", FALSE, "\0\0\1\0", 4, 0, NULL },
  { "AVIF", FALSE, "ftypavif", 8, 4, NULL },
};

/**
 * waxseal_picture_header_read:
 * @bytes: from anywhere
 * @header: (out caller-allocates)
 *
 * Returns: whether they begin like a picture
 */
gboolean
waxseal_picture_header_read (GBytes *bytes, WaxsealPictureHeader *header)
{
  Reader reader = { 0 };

  reader.data = g_bytes_get_data (bytes, &reader.size);
  *header = (WaxsealPictureHeader){ 0 };
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const Kind *kind = &kinds[i];

      if (reader.size < kind->at + kind->length ||
          memcmp (reader.data + kind->at, kind->magic, kind->length) != 0)
        continue;
      header->name = kind->name;
      header->is_shown = kind->is_shown;
      if (kind->read != NULL)
        kind->read (&reader, header);
      return TRUE;
    }
  return FALSE;
}
