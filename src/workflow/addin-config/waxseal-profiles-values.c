/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text for the Values box of the CRES portal's Profiles tab (guide.md, B3). */
#include "waxseal-profiles-values.h"

#include <string.h>

#include "waxseal-mail-domain.h"

static void
add_name (GPtrArray *texts, const char *name, gsize max_length)
{
  GString *last = texts->len > 0 ? g_ptr_array_index (texts, texts->len - 1) : NULL;

  if (last == NULL || last->len + 1 + strlen (name) > max_length)
    {
      g_ptr_array_add (texts, g_string_new (name));
      return;
    }
  g_string_append_printf (last, ",%s", name);
}

/**
 * waxseal_profiles_values_build:
 * @domains: of #WaxsealMailDomain
 * @max_length: bytes, such as %WAXSEAL_PROFILES_VALUES_MAX
 *
 * Leaves out the domains that are declared to be in Profiles already.
 *
 * Returns: (transfer full) (array zero-terminated=1): what to paste, one text for each Add Entries;
 * a name is never cut
 */
char **
waxseal_profiles_values_build (GListModel *domains, gsize max_length)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (domains); i++)
    {
      g_autoptr (WaxsealMailDomain) domain = g_list_model_get_item (domains, i);

      if (*waxseal_record_get_text (domain, "in-profiles-on") == '\0')
        add_name (texts, waxseal_record_get_text (domain, "name"), max_length);
    }
  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *text = g_string_free (g_ptr_array_index (texts, i), FALSE);

      g_strv_builder_add (builder, text);
    }
  return g_strv_builder_end (builder);
}
