/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-list-removal.h"

#include <glib/gi18n.h>

#include "waxseal-short-text.h"
#include "waxseal-window.h"

/** Removal: what undoes it. */
typedef struct
{
  GListStore *list;
  GObject *item;
  guint position;
} Removal;

static void
free_removal (gpointer data, GClosure *closure)
{
  Removal *removal = data;

  g_object_unref (removal->list);
  g_object_unref (removal->item);
  g_free (removal);
}

static void
undo_clicked_cb (AdwToast *toast, gpointer user_data)
{
  Removal *removal = user_data;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (removal->list));

  if (!g_list_store_find (removal->list, removal->item, NULL))
    g_list_store_insert (removal->list, MIN (removal->position, n), removal->item);
}

static AdwToast *
create_toast (const char *name, Removal *removal)
{
  g_autofree char *short_name = waxseal_short_text (name);
  /* Translators: %s is the name of what was removed from a list */
  g_autofree char *message = g_strdup_printf (_ ("“%s” removed"), short_name);
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_data (
    toast, "button-clicked", G_CALLBACK (undo_clicked_cb), removal, free_removal, 0);
  return toast;
}

/**
 * waxseal_list_removal_run:
 * @widget: in the window that tells of it; it may go with @item
 * @name: what @item is called
 *
 * Removes @item from @list, and offers to undo that.
 */
void
waxseal_list_removal_run (GtkWidget *widget, GListStore *list, gpointer item, const char *name)
{
  WaxsealWindow *window = WAXSEAL_WINDOW (gtk_widget_get_root (widget));
  Removal *removal;
  AdwToast *toast;
  guint position;

  if (!g_list_store_find (list, item, &position))
    return;
  removal = g_new (Removal, 1);
  *removal = (Removal){ g_object_ref (list), g_object_ref (item), position };
  toast = create_toast (name, removal);
  g_list_store_remove (list, position);
  waxseal_window_add_toast (window, toast);
}
