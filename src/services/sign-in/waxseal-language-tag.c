/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-language-tag.h"

#include <string.h>

/**
 * waxseal_language_tag_new:
 *
 * Returns: (transfer full): the user's language as the web spells it (RFC 5646), such as "ja-JP";
 *   "en-US" where the system names none
 */
char *
waxseal_language_tag_new (void)
{
  const char *name = g_get_language_names ()[0];
  char *tag = g_strndup (name, strcspn (name, ".@"));

  g_strdelimit (tag, "_", '-');
  if (*tag != '\0' && strcmp (tag, "C") != 0 && strcmp (tag, "POSIX") != 0)
    return tag;
  g_free (tag);
  return g_strdup ("en-US");
}
