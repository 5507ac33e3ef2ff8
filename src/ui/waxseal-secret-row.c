/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-secret-row.h"

#include <glib/gi18n.h>

#include "waxseal-keyring-error.h"
#include "waxseal-keyring.h"
#include "waxseal-secret-clipboard.h"

/**
 * WaxsealSecretRow:
 *
 * The client secret, to be pasted into the CRES portal: never shown, taken from the keyring when it
 * is copied, and off the clipboard again after a while (guide.md, B4).
 */
struct _WaxsealSecretRow
{
  AdwActionRow parent_instance;

  GtkButton *copy_button;

  WaxsealKeyring *keyring;
  WaxsealSecretClipboard *clipboard;
  WaxsealOrganization *organization;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (WaxsealSecretRow, waxseal_secret_row, ADW_TYPE_ACTION_ROW)

static void
show_rest (WaxsealSecretRow *self)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self),
                               _ ("Not shown; taken from the keyring when you copy it"));
}

static void
seconds_changed_cb (WaxsealSecretRow *self)
{
  guint seconds = waxseal_secret_clipboard_get_seconds_left (self->clipboard);
  g_autofree char *text = NULL;

  if (seconds == 0)
    {
      show_rest (self);
      return;
    }
  text = g_strdup_printf (ngettext ("Copied. It leaves the clipboard in %u second",
                                    "Copied. It leaves the clipboard in %u seconds",
                                    seconds),
                          seconds);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
}

static void
show_error (WaxsealSecretRow *self, const GError *error)
{
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* Translators: what went wrong, then what to do about it: two sentences */
  text = g_strdup_printf (_ ("%s %s"), error->message, waxseal_keyring_error_get_remedy (error));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
}

static void
looked_up_cb (GObject *keyring, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealSecretRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SecretValue) value =
    waxseal_keyring_lookup_finish (WAXSEAL_KEYRING (keyring), result, &error);

  gtk_widget_set_sensitive (GTK_WIDGET (self->copy_button), TRUE);
  if (value == NULL)
    {
      show_error (self, error);
      return;
    }
  waxseal_secret_clipboard_copy (self->clipboard, value);
  gtk_widget_activate_action (GTK_WIDGET (self),
                              "win.copied",
                              "s",
                              adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
}

static void
lookup (WaxsealSecretRow *self)
{
  const char *key_id =
    waxseal_record_get_text (waxseal_organization_get_entra_app (self->organization),
                             "secret-key-id");

  waxseal_keyring_lookup_async (self->keyring,
                                waxseal_organization_get_id (self->organization),
                                *key_id != '\0' ? key_id : NULL,
                                self->cancellable,
                                looked_up_cb,
                                g_object_ref (self));
}

static void
unlocked_cb (GObject *keyring, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealSecretRow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (waxseal_keyring_unlock_finish (WAXSEAL_KEYRING (keyring), result, &error))
    {
      lookup (self);
      return;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->copy_button), TRUE);
  show_error (self, error);
}

/* Who presses Copy is there to answer the keyring's question. */
static void
copy_clicked_cb (WaxsealSecretRow *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->copy_button), FALSE);
  waxseal_keyring_unlock_async (self->keyring, self->cancellable, unlocked_cb, g_object_ref (self));
}

static void
waxseal_secret_row_dispose (GObject *object)
{
  WaxsealSecretRow *self = WAXSEAL_SECRET_ROW (object);

  g_clear_object (&self->keyring);
  g_clear_object (&self->clipboard);
  g_clear_object (&self->organization);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (waxseal_secret_row_parent_class)->dispose (object);
}

static void
waxseal_secret_row_class_init (WaxsealSecretRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_secret_row_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-secret-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealSecretRow, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
}

static void
waxseal_secret_row_init (WaxsealSecretRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->keyring = waxseal_keyring_new ();
  self->clipboard = waxseal_secret_clipboard_new (gtk_widget_get_clipboard (GTK_WIDGET (self)));
  g_signal_connect_object (self->clipboard,
                           "notify::seconds-left",
                           G_CALLBACK (seconds_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  show_rest (self);
}

/**
 * waxseal_secret_row_open:
 * @cancellable: ends what is under way for @organization
 *
 * Shows another organisation's secret; the one before leaves the clipboard.
 */
void
waxseal_secret_row_open (WaxsealSecretRow *self,
                         WaxsealOrganization *organization,
                         GCancellable *cancellable)
{
  waxseal_secret_clipboard_clear (self->clipboard);
  g_set_object (&self->organization, organization);
  g_set_object (&self->cancellable, cancellable);
  show_rest (self);
}
