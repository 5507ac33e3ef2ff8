/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the first bytes of a picture say about it; nothing is decoded. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WaxsealPictureHeader:
 * @name: what people call its kind; a static string
 * @is_shown: whether Outlook shows such pictures
 * @width: in pixels; 0 where it is not known
 */
typedef struct
{
  const char *name;
  gboolean is_shown;
  guint width;
  guint height;
} WaxsealPictureHeader;

gboolean waxseal_picture_header_read (GBytes *bytes, WaxsealPictureHeader *header);

G_END_DECLS
