/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-sign-in-prompt.h"

#include <glib/gi18n.h>

#include "waxseal-code-dialog.h"

/**
 * WaxsealSignInPrompt:
 *
 * What a sign-in at a desk asks of the person, whichever page or dialog it was started from: it
 * opens or copies the link, or shows the code.
 */
struct _WaxsealSignInPrompt
{
  GObject parent_instance;

  WaxsealEntraDesk *desk;
  WaxsealAccount *account; /* of the desk's session */
  GtkWidget *home;         /* in the main window; or NULL once that is gone */
};

G_DEFINE_FINAL_TYPE (WaxsealSignInPrompt, waxseal_sign_in_prompt, G_TYPE_OBJECT)

static void
notify (WaxsealSignInPrompt *self, const char *message)
{
  if (self->home != NULL)
    gtk_widget_activate_action (self->home, "win.notify", "s", message);
}

static GtkWindow *
find_dialog_over (GtkWindow *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) dialog = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (dialog) == window && gtk_window_get_modal (dialog) &&
          gtk_widget_get_visible (GTK_WIDGET (dialog)) && !WAXSEAL_IS_CODE_DIALOG (dialog))
        return dialog; /* GTK keeps it */
    }
  return NULL;
}

/* The one that takes input: a dialog has it alone, and what is shown must be above it. */
static GtkWindow *
find_window (WaxsealSignInPrompt *self)
{
  GtkWindow *window = self->home != NULL ? GTK_WINDOW (gtk_widget_get_root (self->home)) : NULL;
  GtkWindow *dialog;

  while (window != NULL && (dialog = find_dialog_over (window)) != NULL)
    window = dialog;
  return window;
}

static void
link_opened_cb (GObject *window, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealSignInPrompt) self = user_data;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (window), result, NULL))
    notify (self, _ ("No browser answered. Cancel, and use a code instead"));
}

static void
open_link_cb (WaxsealSignInPrompt *self, const char *uri)
{
  GtkWindow *window = find_window (self);

  if (window == NULL)
    return;
  if (!waxseal_entra_desk_get_copies_link (self->desk))
    {
      gtk_show_uri_full (window, uri, GDK_CURRENT_TIME, NULL, link_opened_cb, g_object_ref (self));
      return;
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), uri);
  notify (self, _ ("Link copied. Open it in a browser on this computer"));
}

static void
device_code_cb (WaxsealSignInPrompt *self, WaxsealDeviceCode *code)
{
  GtkWindow *window = find_window (self);

  if (window != NULL)
    waxseal_code_dialog_present (window, self->desk, code);
}

static void
not_kept_cb (WaxsealSignInPrompt *self, const GError *error)
{
  g_autofree char *message =
    /* Translators: %s is a sentence that says why */
    g_strdup_printf (_ ("The keyring could not be updated with your sign-in: %s"), error->message);

  notify (self, message);
}

static void
forget_account (WaxsealSignInPrompt *self)
{
  if (self->account != NULL)
    g_signal_handlers_disconnect_by_data (self->account, self);
  g_clear_object (&self->account);
}

static void
follow_session (WaxsealSignInPrompt *self)
{
  WaxsealTenantSession *session = waxseal_entra_desk_get_session (self->desk);

  forget_account (self);
  self->account = g_object_ref (waxseal_tenant_session_get_account (session));
  g_signal_connect_swapped (self->account, "open-link", G_CALLBACK (open_link_cb), self);
  g_signal_connect_swapped (self->account, "device-code", G_CALLBACK (device_code_cb), self);
  g_signal_connect_swapped (self->account, "not-kept", G_CALLBACK (not_kept_cb), self);
}

static void
waxseal_sign_in_prompt_dispose (GObject *object)
{
  WaxsealSignInPrompt *self = WAXSEAL_SIGN_IN_PROMPT (object);

  forget_account (self);
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  g_clear_object (&self->desk);
  g_clear_weak_pointer (&self->home);
  G_OBJECT_CLASS (waxseal_sign_in_prompt_parent_class)->dispose (object);
}

static void
waxseal_sign_in_prompt_class_init (WaxsealSignInPromptClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waxseal_sign_in_prompt_dispose;
}

static void
waxseal_sign_in_prompt_init (WaxsealSignInPrompt *self)
{
}

/**
 * waxseal_sign_in_prompt_new:
 * @desk: whose sign-ins ask by it
 * @home: in the window that dialogs belong to
 *
 * Returns: (transfer full): what asks as long as it lives; one is enough for a desk
 */
WaxsealSignInPrompt *
waxseal_sign_in_prompt_new (WaxsealEntraDesk *desk, GtkWidget *home)
{
  WaxsealSignInPrompt *self = g_object_new (WAXSEAL_TYPE_SIGN_IN_PROMPT, NULL);

  self->desk = g_object_ref (desk);
  g_set_weak_pointer (&self->home, home);
  g_signal_connect_swapped (desk, "session-changed", G_CALLBACK (follow_session), self);
  follow_session (self);
  return self;
}
