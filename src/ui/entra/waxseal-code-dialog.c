/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-code-dialog.h"

#include <glib/gi18n.h>

/**
 * WaxsealCodeDialog:
 *
 * The code by which somebody signs in on any device. It closes by itself when that is over, and
 * closing it gives the sign-in up.
 */
struct _WaxsealCodeDialog
{
  AdwWindow parent_instance;

  GtkLabel *uri_label;
  GtkLabel *code_label;
  GtkLabel *left_label;
  GtkWidget *copy_button;

  WaxsealEntraDesk *desk;
  WaxsealDeviceCode *code;
  guint timeout;
  gboolean over; /* or renewed: then closing stops nothing */
};

G_DEFINE_FINAL_TYPE (WaxsealCodeDialog, waxseal_code_dialog, ADW_TYPE_WINDOW)

static WaxsealAccount *
get_account (WaxsealCodeDialog *self)
{
  return waxseal_tenant_session_get_account (waxseal_entra_desk_get_session (self->desk));
}

static void
show_left (WaxsealCodeDialog *self)
{
  guint left = waxseal_device_code_get_seconds_left (self->code);
  g_autofree char *text = left > 0 ? g_strdup_printf (_ ("Valid for %u:%02u"), left / 60, left % 60)
                                   : g_strdup (_ ("The code has expired. Get a new one"));

  gtk_label_set_label (self->left_label, text);
}

static gboolean
second_over_cb (gpointer user_data)
{
  show_left (user_data);
  return G_SOURCE_CONTINUE;
}

static void
copy_clicked_cb (WaxsealCodeDialog *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          waxseal_device_code_get_user_code (self->code));
  gtk_button_set_label (GTK_BUTTON (self->copy_button), _ ("Copied"));
}

static void
open_clicked_cb (WaxsealCodeDialog *self)
{
  copy_clicked_cb (self);
  gtk_show_uri (GTK_WINDOW (self),
                waxseal_device_code_get_verification_uri (self->code),
                GDK_CURRENT_TIME);
}

static void
show_code (WaxsealCodeDialog *self, WaxsealDeviceCode *code)
{
  g_set_object (&self->code, code);
  gtk_label_set_label (self->uri_label, waxseal_device_code_get_verification_uri (code));
  gtk_label_set_label (self->code_label, waxseal_device_code_get_user_code (code));
  gtk_button_set_label (GTK_BUTTON (self->copy_button), _ ("Copy C_ode"));
  show_left (self);
}

static void
renew_clicked_cb (WaxsealCodeDialog *self)
{
  waxseal_account_renew_code (get_account (self));
}

static void
asking_changed_cb (WaxsealCodeDialog *self)
{
  gboolean asking;

  g_object_get (get_account (self), "asking", &asking, NULL);
  if (asking)
    return;
  self->over = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
waxseal_code_dialog_close_request (GtkWindow *window)
{
  WaxsealCodeDialog *self = WAXSEAL_CODE_DIALOG (window);

  if (!self->over)
    waxseal_entra_desk_cancel (self->desk);
  return GTK_WINDOW_CLASS (waxseal_code_dialog_parent_class)->close_request (window);
}

static void
waxseal_code_dialog_dispose (GObject *object)
{
  WaxsealCodeDialog *self = WAXSEAL_CODE_DIALOG (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->code);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (waxseal_code_dialog_parent_class)->dispose (object);
}

static void
waxseal_code_dialog_class_init (WaxsealCodeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_code_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = waxseal_code_dialog_close_request;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-code-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealCodeDialog, uri_label);
  gtk_widget_class_bind_template_child (widget_class, WaxsealCodeDialog, code_label);
  gtk_widget_class_bind_template_child (widget_class, WaxsealCodeDialog, left_label);
  gtk_widget_class_bind_template_child (widget_class, WaxsealCodeDialog, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, renew_clicked_cb);
}

static void
waxseal_code_dialog_init (WaxsealCodeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->timeout = g_timeout_add_seconds (1, second_over_cb, self);
}

static WaxsealCodeDialog *
find_open (GtkWindow *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (WAXSEAL_IS_CODE_DIALOG (window) && gtk_window_get_transient_for (window) == parent)
        return WAXSEAL_CODE_DIALOG (window);
    }
  return NULL;
}

/** waxseal_code_dialog_present: Shows @code, in the dialog that is open already if there is one. */
void
waxseal_code_dialog_present (GtkWindow *parent, WaxsealEntraDesk *desk, WaxsealDeviceCode *code)
{
  WaxsealCodeDialog *self = find_open (parent);

  if (self == NULL)
    {
      self = g_object_new (WAXSEAL_TYPE_CODE_DIALOG, "transient-for", parent, NULL);
      self->desk = g_object_ref (desk);
      g_signal_connect_object (get_account (self),
                               "notify::asking",
                               G_CALLBACK (asking_changed_cb),
                               self,
                               G_CONNECT_SWAPPED);
    }
  show_code (self, code);
  gtk_window_present (GTK_WINDOW (self));
}
