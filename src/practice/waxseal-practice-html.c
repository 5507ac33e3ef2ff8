/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of the practice tenant, from the templates among its resources. */
#include "waxseal-practice-html.h"

#include <gio/gio.h>
#include <stdarg.h>

#define FOLDER "/io/github/waxseal/Waxseal/practice/"

static gboolean
fill_cb (const GMatchInfo *match, GString *text, gpointer values)
{
  g_autofree char *name = g_match_info_fetch (match, 1);
  const char *value = g_hash_table_lookup (values, name);

  g_string_append (text, value != NULL ? value : "");
  return FALSE;
}

/**
 * waxseal_practice_html_fill:
 * @name: a template among the resources
 * @...: names and values in turn, and %NULL; a value is HTML already
 *
 * Returns: (transfer full): the template with each “@NAME@” replaced, once
 */
char *
waxseal_practice_html_fill (const char *name, ...)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, NULL);
  g_autoptr (GRegex) places = g_regex_new ("@([A-Z]+)@", 0, 0, NULL);
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  gsize length;
  const char *template = g_bytes_get_data (bytes, &length);
  va_list args;

  va_start (args, name);
  for (const char *key = va_arg (args, const char *); key != NULL;
       key = va_arg (args, const char *))
    g_hash_table_insert (values, (gpointer) key, va_arg (args, char *));
  va_end (args);
  return g_regex_replace_eval (places, template, length, 0, 0, fill_cb, values, NULL);
}
