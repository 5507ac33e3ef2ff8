/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-download-group.h"

#include <glib/gi18n.h>

#include "waxseal-download-watch.h"
#include "waxseal-manifest-file.h"

/**
 * WaxsealDownloadGroup:
 *
 * Step 3 of Addin Config: from the downloaded manifest to the one that Waxseal uses (guide.md, B4).
 * While the user allows it and the group is on screen, a manifest that arrives in Downloads is
 * offered.
 */
struct _WaxsealDownloadGroup
{
  AdwPreferencesGroup parent_instance;

  AdwActionRow *found_row;
  AdwActionRow *watch_row;
  GtkSwitch *watch_switch;

  GSettings *settings;
  WaxsealDownloadWatch *watch;
  GCancellable *cancellable;
  GFile *found;
};

G_DEFINE_FINAL_TYPE (WaxsealDownloadGroup, waxseal_download_group, ADW_TYPE_PREFERENCES_GROUP)

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealDownloadGroup) self = user_data;
  g_autoptr (GListModel) findings = NULL;
  g_autoptr (WaxsealManifestDocument) document =
    waxseal_manifest_file_load_finish (G_FILE (source), result, &findings, NULL);
  g_autofree char *name = g_file_get_basename (G_FILE (source));

  /* Other .xml files are none of ours. */
  if (document == NULL || waxseal_manifest_document_get_root (document) == NULL)
    return;
  g_set_object (&self->found, G_FILE (source));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->found_row), name);
  adw_action_row_set_subtitle (self->found_row, _ ("A manifest has just arrived in Downloads"));
  gtk_widget_set_visible (GTK_WIDGET (self->found_row), TRUE);
}

static void
found_cb (WaxsealDownloadGroup *self, GFile *file)
{
  waxseal_manifest_file_load_async (file, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
found_clicked_cb (WaxsealDownloadGroup *self)
{
  g_autofree char *uri = g_file_get_uri (self->found);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-file", "s", uri);
}

static void
start_watch (WaxsealDownloadGroup *self)
{
  g_autoptr (GError) error = NULL;

  self->watch = waxseal_download_watch_new (NULL, &error);
  adw_action_row_set_subtitle (self->watch_row, error != NULL ? error->message : "");
  if (self->watch != NULL)
    g_signal_connect_object (self->watch, "found", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
}

static void
watch (WaxsealDownloadGroup *self)
{
  g_clear_object (&self->watch);
  adw_action_row_set_subtitle (self->watch_row, "");
  if (gtk_switch_get_active (self->watch_switch) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    start_watch (self);
}

static void
waxseal_download_group_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (waxseal_download_group_parent_class)->map (widget);
  watch (WAXSEAL_DOWNLOAD_GROUP (widget));
}

static void
waxseal_download_group_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (waxseal_download_group_parent_class)->unmap (widget);
  watch (WAXSEAL_DOWNLOAD_GROUP (widget));
}

static void
waxseal_download_group_dispose (GObject *object)
{
  WaxsealDownloadGroup *self = WAXSEAL_DOWNLOAD_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->watch);
  g_clear_object (&self->settings);
  g_clear_object (&self->found);
  G_OBJECT_CLASS (waxseal_download_group_parent_class)->dispose (object);
}

static void
waxseal_download_group_finalize (GObject *object)
{
  g_clear_object (&WAXSEAL_DOWNLOAD_GROUP (object)->cancellable);
  G_OBJECT_CLASS (waxseal_download_group_parent_class)->finalize (object);
}

static void
waxseal_download_group_class_init (WaxsealDownloadGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_download_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = waxseal_download_group_finalize;
  widget_class->map = waxseal_download_group_map;
  widget_class->unmap = waxseal_download_group_unmap;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-download-group.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealDownloadGroup, found_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDownloadGroup, watch_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDownloadGroup, watch_switch);
  gtk_widget_class_bind_template_callback (widget_class, found_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, watch);
}

static void
waxseal_download_group_init (WaxsealDownloadGroup *self)
{
  self->cancellable = g_cancellable_new ();
  self->settings = g_settings_new ("io.github.waxseal.Waxseal");
  gtk_widget_init_template (GTK_WIDGET (self));
  g_settings_bind (
    self->settings, "watch-downloads", self->watch_switch, "active", G_SETTINGS_BIND_DEFAULT);
}
