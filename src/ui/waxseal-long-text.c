/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-long-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* GTK lets no entry hold more bytes than this, and cuts off the rest without a word. */
#define MAX_BYTES (G_MAXUSHORT - 1)

static void
inserting_cb (GtkWidget *editable,
              const char *text,
              int length,
              int *position,
              GtkEditable *delegate)
{
  gsize n_bytes = length >= 0 ? (gsize) length : strlen (text);

  if (strlen (gtk_editable_get_text (delegate)) + n_bytes <= MAX_BYTES)
    return;
  gtk_widget_activate_action (editable,
                              "win.notify",
                              "s",
                              _ ("The text is too long for the field: its end was cut off"));
}

/** waxseal_long_text_watch: Has the user told when more is pasted into @editable than it can hold.
 */
void
waxseal_long_text_watch (GtkEditable *editable)
{
  g_signal_connect_object (gtk_editable_get_delegate (editable),
                           "insert-text",
                           G_CALLBACK (inserting_cb),
                           editable,
                           G_CONNECT_SWAPPED);
}
