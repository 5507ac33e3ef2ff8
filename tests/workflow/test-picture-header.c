/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "waxseal-picture-header.h"

/* Written by hand after the formats' own documents, 300 wide and 5 high. */
#define PNG "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\1\x2c\0\0\0\5\x08\6\0\0\0"
#define GIF "GIF89a\x2c\1\5\0\x80\0\0"
#define JPEG                                                                                       \
  "\xff\xd8\xff\xe1\0\x08"                                                                         \
  "Exif\0\0\xff\xdb\0\4\0\0\xff\xff\xc2\0\x11\x08\0\5\1\x2c\3"
#define BMP         "BM\0\0\0\0\0\0\0\0\x1a\0\0\0\x28\0\0\0\x2c\1\0\0\5\0\0\0\1\0"
#define BMP_TOP     "BM\0\0\0\0\0\0\0\0\x1a\0\0\0\x28\0\0\0\x2c\1\0\0\xfb\xff\xff\xff\1\0"
#define TIFF_LITTLE "II*\0\x0a\0\0\0\0\0\2\0\0\1\4\0\1\0\0\0\x2c\1\0\0\1\1\3\0\1\0\0\0\5\0\0\0"
#define TIFF_BIG    "MM\0*\0\0\0\x08\0\2\1\0\0\3\0\0\0\1\1\x2c\0\0\1\1\0\4\0\0\0\1\0\0\0\5"

#define BYTES(text) text, sizeof (text) - 1

static const struct
{
  const char *bytes;
  gsize size;
  const char *name;
  gboolean is_shown;
  gboolean has_size;
} pictures[] = {
  { BYTES (PNG), "PNG", TRUE, TRUE },
  { BYTES (GIF), "GIF", TRUE, TRUE },
  { BYTES (JPEG), "JPEG", TRUE, TRUE },
  { BYTES (BMP), "BMP", TRUE, TRUE },
  { BYTES (BMP_TOP), "BMP", TRUE, TRUE },
  { BYTES (TIFF_LITTLE), "TIFF", TRUE, TRUE },
  { BYTES (TIFF_BIG), "TIFF", TRUE, TRUE },
  { BYTES ("RIFF\0\0\0\0WEBPVP8 "), "WebP", FALSE, FALSE },
  { BYTES ("\0\0\1\0\1\0\x10\x10"), "ICO", FALSE, FALSE },
  { BYTES ("\0\0\0\x1c"
           "ftypavif"),
    "AVIF",
    FALSE,
    FALSE },
};

static void
test_pictures (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (pictures[i].bytes, pictures[i].size);
      WaxsealPictureHeader header;

      g_test_message ("%s", pictures[i].name);
      g_assert_true (waxseal_picture_header_read (bytes, &header));
      g_assert_cmpstr (header.name, ==, pictures[i].name);
      g_assert_cmpint (header.is_shown, ==, pictures[i].is_shown);
      g_assert_cmpuint (header.width, ==, pictures[i].has_size ? 300 : 0);
      g_assert_cmpuint (header.height, ==, pictures[i].has_size ? 5 : 0);
    }
}

static void
test_others (void)
{
  static const char *const texts[] = {
    "",   "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "<!DOCTYPE html>", "GIF", "\x89PNG", "B",
    "{}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      WaxsealPictureHeader header;

      g_assert_false (waxseal_picture_header_read (bytes, &header));
    }
}

/* Whatever is cut off or changed: an answer, and no read behind the end (under a sanitizer). */
static void
test_damaged (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    for (gsize length = 0; length <= pictures[i].size; length++)
      for (guint change = 0; change < 4; change++)
        {
          g_autofree char *copy = g_memdup2 (pictures[i].bytes, length);
          g_autoptr (GBytes) bytes = NULL;
          WaxsealPictureHeader header;

          for (guint j = 0; length > 4 && j < change * 2; j++)
            copy[g_test_rand_int_range (4, (int) length)] = (char) g_test_rand_int ();
          bytes = g_bytes_new_take (g_steal_pointer (&copy), length);
          waxseal_picture_header_read (bytes, &header);
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture-header/pictures", test_pictures);
  g_test_add_func ("/picture-header/others", test_others);
  g_test_add_func ("/picture-header/damaged", test_damaged);
  return g_test_run ();
}
