/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving a hand-over file: asks who makes it, then where. */
#include "waxseal-hand-over-export.h"

#include <glib/gi18n.h>

#include "waxseal-hand-over-dialog.h"
#include "waxseal-hand-over.h"
#include "waxseal-record-json.h"
#include "waxseal-save-bytes.h"

static void
save_file (GtkWindow *parent, WaxsealOrganization *organization, const char *by)
{
  g_autofree char *name = waxseal_hand_over_dup_file_name (organization);
  g_autoptr (WaxsealHandOver) hand_over = waxseal_hand_over_new (organization, by);
  g_autoptr (GBytes) bytes = waxseal_record_serialize (hand_over);

  waxseal_save_bytes_async (parent, _ ("Save Hand-Over File"), name, bytes, NULL, NULL);
}

static void
chosen_cb (WaxsealHandOverDialog *dialog, const char *response, gpointer user_data)
{
  g_autofree char *by = waxseal_hand_over_dialog_dup_name (dialog);

  if (g_str_equal (response, "save"))
    save_file (gtk_window_get_transient_for (GTK_WINDOW (dialog)), user_data, by);
}

/* As they signed in, else as this computer calls them. */
static const char *
get_own_name (WaxsealOrganization *organization)
{
  const char *user_name =
    waxseal_record_get_text (waxseal_record_get_child (organization, "sign-in"), "user-name");

  if (*user_name != '\0')
    return user_name;
  return g_str_equal (g_get_real_name (), "Unknown") ? "" : g_get_real_name ();
}

/**
 * waxseal_hand_over_export:
 * @parent: where "win.notify" says how it went
 * @organization: one that this version can write
 *
 * Saves the set-up as a file for another administrator.
 */
void
waxseal_hand_over_export (GtkWindow *parent, WaxsealOrganization *organization)
{
  WaxsealHandOverDialog *dialog =
    waxseal_hand_over_dialog_new (parent, get_own_name (organization));

  g_signal_connect_data (dialog,
                         "response",
                         G_CALLBACK (chosen_cb),
                         g_object_ref (organization),
                         (GClosureNotify) (GCallback) g_object_unref,
                         0);
  gtk_window_present (GTK_WINDOW (dialog));
}
