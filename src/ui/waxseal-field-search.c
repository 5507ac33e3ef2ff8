/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-field-search.h"

/**
 * waxseal_field_search_each:
 * @root: where to look, down to the last child
 *
 * Calls @func for each #WaxsealFieldRow below @root, in the order of the page.
 *
 * Returns: (transfer none) (nullable): the row at which @func stopped.
 */
WaxsealFieldRow *
waxseal_field_search_each (GtkWidget *root, WaxsealFieldFunc func, gpointer user_data)
{
  GtkWidget *child;

  if (WAXSEAL_IS_FIELD_ROW (root))
    return func (WAXSEAL_FIELD_ROW (root), user_data) ? WAXSEAL_FIELD_ROW (root) : NULL;

  for (child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      WaxsealFieldRow *found = waxseal_field_search_each (child, func, user_data);

      if (found != NULL)
        return found;
    }
  return NULL;
}
