/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What there is to do in the window, apart from editing: organisations, files, pages. */
#include "waxseal-window-actions.h"

#include <glib/gi18n.h>

#include "waxseal-companion-window.h"
#include "waxseal-finding-fix.h"
#include "waxseal-hand-over-export.h"
#include "waxseal-manifest-export.h"
#include "waxseal-organization-dialog.h"
#include "waxseal-report-export.h"
#include "waxseal-short-text.h"
#include "waxseal-summary-export.h"
#include "waxseal-take-over.h"

static WaxsealWorkspace *
get_workspace (GtkWidget *window)
{
  return waxseal_window_get_workspace (WAXSEAL_WINDOW (window));
}

static void
add_organization (WaxsealWindow *self, WaxsealOrganization *organization)
{
  waxseal_organization_store_add (waxseal_window_get_store (self), organization);
  waxseal_window_set_organization (self, organization);
}

static void
new_chosen_cb (WaxsealWindow *self, const char *response, WaxsealOrganizationDialog *dialog)
{
  g_autofree char *name = waxseal_organization_dialog_dup_name (dialog);
  g_autoptr (WaxsealOrganization) organization = NULL;

  if (!g_str_equal (response, "apply"))
    return;
  organization = waxseal_organization_new (name, waxseal_organization_dialog_get_cloud (dialog));
  add_organization (self, organization);
  waxseal_window_show_page (self, "overview");
}

static void
new_organization_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaxsealOrganizationDialog *dialog = waxseal_organization_dialog_new (GTK_WINDOW (widget));

  g_signal_connect_object (
    dialog, "response", G_CALLBACK (new_chosen_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
practice_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  waxseal_window_practice (WAXSEAL_WINDOW (widget));
}

static void
rename_chosen_cb (WaxsealWindow *self, const char *response, WaxsealOrganizationDialog *dialog)
{
  g_autofree char *name = waxseal_organization_dialog_dup_name (dialog);

  if (g_str_equal (response, "apply"))
    waxseal_record_set_text (waxseal_window_get_organization (self), "name", name);
}

static void
rename_organization_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaxsealWindow *self = WAXSEAL_WINDOW (widget);
  WaxsealOrganizationDialog *dialog = waxseal_organization_dialog_new (GTK_WINDOW (widget));

  waxseal_organization_dialog_rename (dialog,
                                      waxseal_organization_get_name (
                                        waxseal_window_get_organization (self)));
  g_signal_connect_object (
    dialog, "response", G_CALLBACK (rename_chosen_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
duplicate_organization_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaxsealWindow *self = WAXSEAL_WINDOW (widget);
  WaxsealOrganization *original = waxseal_window_get_organization (self);
  /* Translators: the name of a duplicate; %s is the name of the original */
  g_autofree char *copy_name =
    g_strdup_printf (_ ("%s (copy)"), waxseal_organization_get_name (original));
  g_autoptr (WaxsealOrganization) copy = waxseal_organization_duplicate (original, copy_name);

  add_organization (self, copy);
}

static void
restored_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AdwToast) toast = user_data;
  g_autoptr (GError) error = NULL;
  WaxsealWindow *self = g_object_get_data (G_OBJECT (toast), "window");

  if (waxseal_organization_store_restore_finish (WAXSEAL_ORGANIZATION_STORE (store),
                                                 result,
                                                 &error))
    waxseal_window_load (self, g_object_get_data (G_OBJECT (toast), "id"));
  else
    waxseal_window_notify (self, error->message);
}

static void
undo_clicked_cb (AdwToast *toast, WaxsealOrganizationStore *store)
{
  g_object_set_data (G_OBJECT (toast), "undone", toast);
  waxseal_organization_store_restore_async (
    store, g_object_get_data (G_OBJECT (toast), "id"), NULL, restored_cb, g_object_ref (toast));
}

static void
toast_dismissed_cb (AdwToast *toast, WaxsealOrganizationStore *store)
{
  if (g_object_get_data (G_OBJECT (toast), "undone") == NULL)
    waxseal_organization_store_purge_async (
      store, g_object_get_data (G_OBJECT (toast), "id"), NULL, NULL, NULL);
}

static void
offer_undo (WaxsealWindow *self, WaxsealOrganization *organization)
{
  WaxsealOrganizationStore *store = waxseal_window_get_store (self);
  g_autofree char *name = waxseal_short_text (waxseal_organization_get_name (organization));
  /* Translators: %s is the name of an organization */
  g_autofree char *message = g_strdup_printf (_ ("“%s” removed"), name);
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data_full (G_OBJECT (toast),
                          "id",
                          g_strdup (waxseal_organization_get_id (organization)),
                          g_free);
  g_object_set_data_full (G_OBJECT (toast), "window", g_object_ref (self), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), store, 0);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), store, 0);
  waxseal_window_add_toast (self, toast);
}

static void
removed_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!waxseal_organization_store_remove_finish (WAXSEAL_ORGANIZATION_STORE (store),
                                                 result,
                                                 &error))
    {
      waxseal_window_notify (self, error->message);
      return;
    }
  offer_undo (self, waxseal_window_get_organization (self));
  waxseal_window_open_first (self);
}

static void
remove_organization_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaxsealWindow *self = WAXSEAL_WINDOW (widget);
  WaxsealOrganization *organization = waxseal_window_get_organization (self);

  waxseal_organization_store_remove_async (waxseal_window_get_store (self),
                                           waxseal_organization_get_id (organization),
                                           NULL,
                                           removed_cb,
                                           g_object_ref (self));
}

static void
open_organization_action (GtkWidget *widget, const char *name, GVariant *id)
{
  waxseal_window_load (WAXSEAL_WINDOW (widget), g_variant_get_string (id, NULL));
}

static void
file_chosen_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  g_autoptr (WaxsealWindow) self = user_data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_object_unref (chooser);
  if (file != NULL)
    waxseal_window_open_file (self, file);
}

static void
open_manifest_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
    _ ("Open Manifest"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Manifests (.xml)"));
  gtk_file_filter_add_suffix (filter, "xml");
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (file_chosen_cb), g_object_ref (widget));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
open_file_action (GtkWidget *widget, const char *name, GVariant *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (uri, NULL));

  waxseal_window_open_file (WAXSEAL_WINDOW (widget), file);
  gtk_window_present (GTK_WINDOW (widget));
}

static void
show_companion_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaxsealCompanionWindow *companion =
    waxseal_companion_window_new (GTK_WINDOW (widget),
                                  waxseal_window_get_organization (WAXSEAL_WINDOW (widget)));

  gtk_window_present (GTK_WINDOW (companion));
}

static void
export_manifest_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  waxseal_manifest_export (GTK_WINDOW (widget),
                           waxseal_workspace_get_draft (get_workspace (widget)));
}

static void
export_summary_action (GtkWidget *widget, const char *name, GVariant *format)
{
  waxseal_summary_export (GTK_WINDOW (widget),
                          waxseal_workspace_get_draft (get_workspace (widget)),
                          g_variant_get_string (format, NULL));
}

static void
create_report_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  waxseal_report_export (GTK_WINDOW (widget), waxseal_workspace_get_draft (get_workspace (widget)));
}

static void
hand_over_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  waxseal_hand_over_export (GTK_WINDOW (widget),
                            waxseal_window_get_organization (WAXSEAL_WINDOW (widget)));
}

static void
open_hand_over_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  waxseal_take_over_choose (WAXSEAL_WINDOW (widget));
}

static void
show_page_action (GtkWidget *widget, const char *name, GVariant *page)
{
  waxseal_window_show_page (WAXSEAL_WINDOW (widget), g_variant_get_string (page, NULL));
}

static void
edit_field_action (GtkWidget *widget, const char *name, GVariant *place)
{
  waxseal_workspace_edit_field (get_workspace (widget), g_variant_get_string (place, NULL));
}

static void
fix_finding_action (GtkWidget *widget, const char *name, GVariant *place)
{
  waxseal_finding_fix (WAXSEAL_WINDOW (widget), place);
}

static void
toggle_preview_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  waxseal_workspace_toggle_preview (get_workspace (widget));
}

static void
close_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  waxseal_window_open_first (WAXSEAL_WINDOW (widget));
}

static void
notify_action (GtkWidget *widget, const char *name, GVariant *message)
{
  waxseal_window_notify (WAXSEAL_WINDOW (widget), g_variant_get_string (message, NULL));
}

static void
copied_action (GtkWidget *widget, const char *name, GVariant *title)
{
  /* Translators: %s is the title of a field, such as “Application (client) ID” */
  g_autofree char *message = g_strdup_printf (_ ("%s copied"), g_variant_get_string (title, NULL));

  waxseal_window_notify (WAXSEAL_WINDOW (widget), message);
}

typedef enum
{
  NEEDS_NOTHING,
  NEEDS_ORGANIZATION,
  NEEDS_WRITABLE,
} ActionNeed;

static const struct
{
  const char *name;
  const char *parameter_type;
  GtkWidgetActionActivateFunc activate;
  ActionNeed need;
} actions[] = {
  { "win.new-organization", NULL, new_organization_action, NEEDS_NOTHING },
  { "win.practice", NULL, practice_action, NEEDS_NOTHING },
  { "win.open-organization", "s", open_organization_action, NEEDS_NOTHING },
  { "win.rename-organization", NULL, rename_organization_action, NEEDS_WRITABLE },
  { "win.duplicate-organization", NULL, duplicate_organization_action, NEEDS_ORGANIZATION },
  { "win.remove-organization", NULL, remove_organization_action, NEEDS_ORGANIZATION },
  { "win.open-manifest", NULL, open_manifest_action, NEEDS_NOTHING },
  { "win.open-file", "s", open_file_action, NEEDS_NOTHING },
  { "win.show-companion", NULL, show_companion_action, NEEDS_WRITABLE },
  { "win.close-file", NULL, close_file_action, NEEDS_NOTHING },
  { "win.export-manifest", NULL, export_manifest_action, NEEDS_ORGANIZATION },
  { "win.export-summary", "s", export_summary_action, NEEDS_ORGANIZATION },
  { "win.create-report", NULL, create_report_action, NEEDS_ORGANIZATION },
  { "win.hand-over", NULL, hand_over_action, NEEDS_WRITABLE },
  { "win.open-hand-over", NULL, open_hand_over_action, NEEDS_NOTHING },
  { "win.show-page", "s", show_page_action, NEEDS_ORGANIZATION },
  { "win.toggle-preview", NULL, toggle_preview_action, NEEDS_ORGANIZATION },
  { "win.edit-field", "s", edit_field_action, NEEDS_ORGANIZATION },
  { "win.fix-finding", "(suu)", fix_finding_action, NEEDS_WRITABLE },
  { "win.notify", "s", notify_action, NEEDS_NOTHING },
  { "win.copied", "s", copied_action, NEEDS_NOTHING },
};

/** waxseal_window_actions_install: for the class initializer of #WaxsealWindow. */
void
waxseal_window_actions_install (GtkWidgetClass *widget_class)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class,
                                     actions[i].name,
                                     actions[i].parameter_type,
                                     actions[i].activate);
}

/** waxseal_window_actions_update: What can be done depends on the organisation that is open. */
void
waxseal_window_actions_update (WaxsealWindow *self)
{
  WaxsealOrganization *organization = waxseal_window_get_organization (self);
  ActionNeed have = NEEDS_NOTHING;
  gsize i;

  if (organization != NULL)
    have = waxseal_organization_get_read_only (organization) ? NEEDS_ORGANIZATION : NEEDS_WRITABLE;

  for (i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, actions[i].need <= have);
}

static void
close_chosen_cb (GtkWindow *window, const char *response)
{
  if (g_str_equal (response, "close"))
    gtk_window_destroy (window);
}

static void
flushed_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;

  if (waxseal_organization_store_flush_finish (WAXSEAL_ORGANIZATION_STORE (store), result, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  dialog = adw_message_dialog_new (GTK_WINDOW (self),
                                   _ ("Your Last Changes Could Not Be Saved"),
                                   error->message);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel",
                                    _ ("_Cancel"),
                                    "close",
                                    _ ("Close _Without Saving"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog),
                                              "close",
                                              ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (
    dialog, "response", G_CALLBACK (close_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * waxseal_window_actions_close_request:
 *
 * Saves what is not saved yet, and closes then.
 *
 * Returns: %TRUE where the window stays open until that is done.
 */
gboolean
waxseal_window_actions_close_request (GtkWindow *window)
{
  WaxsealOrganizationStore *store = waxseal_window_get_store (WAXSEAL_WINDOW (window));

  if (waxseal_organization_store_get_save_state (store) == WAXSEAL_SAVE_STATE_IDLE)
    return GDK_EVENT_PROPAGATE;
  waxseal_organization_store_flush_async (store, NULL, flushed_cb, g_object_ref (window));
  return GDK_EVENT_STOP;
}
