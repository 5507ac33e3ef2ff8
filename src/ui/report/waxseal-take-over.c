/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a hand-over file: reads it, says what it is, and makes an organisation of it. */
#include "waxseal-take-over.h"

#include <glib/gi18n.h>

#include "waxseal-error.h"
#include "waxseal-hand-over-file.h"
#include "waxseal-short-text.h"
#include "waxseal-take-over-dialog.h"

/* A name is cut where nobody would read on; the rest is in no list either. */
#define MAX_NAME 100

static gboolean
is_taken (WaxsealWindow *window, const char *name)
{
  GListModel *entries = G_LIST_MODEL (waxseal_window_get_store (window));

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (WaxsealOrganizationEntry) entry = g_list_model_get_item (entries, i);

      if (g_str_equal (waxseal_organization_entry_get_name (entry), name))
        return TRUE;
    }
  return FALSE;
}

/* One that no other organisation has, so that they are not taken for each other. */
static char *
propose_name (WaxsealWindow *window, WaxsealHandOver *hand_over)
{
  const char *name = waxseal_organization_get_name (waxseal_hand_over_get_organization (hand_over));
  g_autofree char *start = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), MAX_NAME));
  g_autofree char *line = g_strstrip (g_strdelimit (g_steal_pointer (&start), "\r\n\t", ' '));

  if (!is_taken (window, line))
    return g_steal_pointer (&line);
  /* Translators: the name of an organization that another administrator handed over */
  return g_strdup_printf (_ ("%s (handed over)"), line);
}

static void
answered_cb (WaxsealWindow *window, const char *response, WaxsealTakeOverDialog *dialog)
{
  g_autofree char *name = waxseal_take_over_dialog_dup_name (dialog);
  g_autoptr (WaxsealOrganization) organization = NULL;

  if (!g_str_equal (response, "open"))
    return;
  organization = waxseal_hand_over_open (waxseal_take_over_dialog_get_hand_over (dialog), name);
  waxseal_organization_store_add (waxseal_window_get_store (window), organization);
  waxseal_window_set_organization (window, organization);
  waxseal_window_show_page (window, "overview");
}

/* More than a toast holds: it says what to do. */
static void
show_error (WaxsealWindow *window, GFile *file, const GError *error)
{
  g_autofree char *base_name = g_file_get_basename (file);
  g_autofree char *name = waxseal_short_text (base_name);
  const char *details = waxseal_error_get_details (error);
  g_autofree char *body =
    g_strconcat (error->message, details != NULL ? "\n\n" : NULL, details, NULL);
  /* Translators: %s is a file name */
  g_autofree char *heading = g_strdup_printf (_ ("“%s” Can’t Be Opened"), name);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
loaded_cb (GObject *file, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealHandOver) hand_over =
    waxseal_hand_over_file_load_finish (G_FILE (file), result, &error);
  g_autofree char *name = NULL;
  WaxsealTakeOverDialog *dialog;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (hand_over == NULL)
    {
      show_error (window, G_FILE (file), error);
      return;
    }
  name = propose_name (window, hand_over);
  dialog = waxseal_take_over_dialog_new (GTK_WINDOW (window), hand_over, name);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), window, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/** waxseal_take_over: Opens a hand-over file, if the user still wants it after seeing what it is.
 */
void
waxseal_take_over (WaxsealWindow *window, GFile *file)
{
  waxseal_hand_over_file_load_async (file,
                                     waxseal_window_get_cancellable (window),
                                     loaded_cb,
                                     g_object_ref (window));
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  g_autoptr (WaxsealWindow) window = user_data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_object_unref (chooser);
  if (file != NULL)
    waxseal_take_over (window, file);
}

/** waxseal_take_over_choose: Asks for the hand-over file to open. */
void
waxseal_take_over_choose (WaxsealWindow *window)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
    _ ("Open Hand-Over File"), GTK_WINDOW (window), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Hand-over files (.waxseal)"));
  gtk_file_filter_add_suffix (filter, "waxseal");
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (chosen_cb), g_object_ref (window));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
