/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-window.h"

#include <glib/gi18n.h>

#include "waxseal-banner.h"
#include "waxseal-cres-page.h"
#include "waxseal-deployment-page.h"
#include "waxseal-entra-page.h"
#include "waxseal-error.h"
#include "waxseal-manifest-file.h"
#include "waxseal-manifest-page.h"
#include "waxseal-organization-switcher.h"
#include "waxseal-overview-page.h"
#include "waxseal-save-indicator.h"
#include "waxseal-settings-page.h"
#include "waxseal-step-row.h"
#include "waxseal-welcome-page.h"
#include "waxseal-window-actions.h"

/**
 * WaxsealWindow:
 *
 * The window with the whole map: the six pages of one organisation. What there is to do with
 * organisations and files is in waxseal-window-actions.c.
 */
struct _WaxsealWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *root;
  AdwLeaflet *leaflet;
  WaxsealOrganizationSwitcher *switcher;
  GtkListBox *sidebar;
  AdwWindowTitle *title;
  WaxsealSaveIndicator *save_indicator;
  GtkToggleButton *preview_button;
  WaxsealBanner *banner;
  GtkStack *pages;
  WaxsealSettingsPage *settings_page;
  WaxsealManifestPage *manifest_page;
  WaxsealManifestPage *file_page;

  GSettings *settings;
  WaxsealOrganizationStore *store;
  WaxsealOrganization *organization;
  WaxsealManifestDraft *draft;
  WaxsealStepList *steps;
  GCancellable *cancellable;
  GFile *pending_file;
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (WaxsealWindow, waxseal_window, ADW_TYPE_APPLICATION_WINDOW)

static WaxsealStep *
get_step (WaxsealWindow *self, const char *name)
{
  guint i;

  for (i = 0; i < WAXSEAL_N_STEPS; i++)
    {
      WaxsealStep *step = waxseal_step_list_get_step (self->steps, i);

      if (g_str_equal (waxseal_step_get_name (step), name))
        return step;
    }
  return waxseal_step_list_get_step (self->steps, WAXSEAL_STEP_OVERVIEW);
}

static void
row_selected_cb (WaxsealWindow *self, WaxsealStepRow *row)
{
  WaxsealStep *step;

  if (row == NULL)
    return;
  step = waxseal_step_row_get_step (row);
  gtk_stack_set_visible_child_name (self->pages, waxseal_step_get_name (step));
  adw_window_title_set_title (self->title, waxseal_step_get_title (step));
  gtk_widget_set_visible (GTK_WIDGET (self->preview_button),
                          waxseal_step_get_id (step) == WAXSEAL_STEP_ADDIN_SETTINGS);
  g_settings_set_string (self->settings, "last-page", waxseal_step_get_name (step));
}

static void
row_activated_cb (WaxsealWindow *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
back_clicked_cb (WaxsealWindow *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static GtkWidget *
create_step_row_cb (gpointer item, gpointer user_data)
{
  return waxseal_step_row_new (item);
}

static void
name_changed_cb (WaxsealWindow *self)
{
  const char *name = waxseal_organization_get_name (self->organization);

  waxseal_organization_switcher_set_name (self->switcher, name);
  adw_window_title_set_subtitle (self->title, name);
}

static void
show_read_only (WaxsealWindow *self)
{
  gboolean read_only = waxseal_organization_get_read_only (self->organization);

  gtk_widget_set_sensitive (GTK_WIDGET (self->pages), !read_only);
  if (read_only)
    waxseal_banner_show (
      self->banner,
      _ ("A newer Waxseal wrote this set-up. You can read it here, but not change it."),
      NULL);
  else
    waxseal_banner_hide (self->banner);
}

/**
 * waxseal_window_set_organization:
 *
 * Shows @organization on all pages.
 */
void
waxseal_window_set_organization (WaxsealWindow *self, WaxsealOrganization *organization)
{
  g_autofree char *last_page = g_settings_get_string (self->settings, "last-page");
  GtkWidget *page;

  if (self->organization != NULL)
    g_signal_handlers_disconnect_by_func (self->organization, name_changed_cb, self);
  g_set_object (&self->organization, organization);
  g_clear_object (&self->draft);
  g_clear_object (&self->steps);
  self->draft = waxseal_manifest_draft_new (organization);
  self->steps = waxseal_step_list_new (organization, self->draft);

  for (page = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    waxseal_page_open (WAXSEAL_PAGE (page), organization, self->draft, self->steps);
  gtk_list_box_bind_model (
    self->sidebar, G_LIST_MODEL (self->steps), create_step_row_cb, NULL, NULL);

  g_signal_connect_object (
    organization, "notify::name", G_CALLBACK (name_changed_cb), self, G_CONNECT_SWAPPED);
  name_changed_cb (self);
  show_read_only (self);
  g_settings_set_string (self->settings,
                         "last-organization",
                         waxseal_organization_get_id (organization));
  gtk_stack_set_visible_child_name (self->root, "main");
  waxseal_window_show_page (self, last_page);
  waxseal_window_actions_update (self);
}

static void
show_welcome (WaxsealWindow *self)
{
  g_clear_object (&self->organization);
  g_clear_object (&self->draft);
  g_clear_object (&self->steps);
  gtk_stack_set_visible_child_name (self->root, "welcome");
  waxseal_window_actions_update (self);
}

/** waxseal_window_open_first: Opens the first organisation that can be opened, else the welcome. */
void
waxseal_window_open_first (WaxsealWindow *self)
{
  GListModel *entries = G_LIST_MODEL (self->store);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (WaxsealOrganizationEntry) entry = g_list_model_get_item (entries, i);

      if (waxseal_organization_entry_get_problem (entry) == WAXSEAL_ORGANIZATION_PROBLEM_NONE)
        {
          waxseal_window_load (self, waxseal_organization_entry_get_id (entry));
          return;
        }
    }
  show_welcome (self);
}

static void
open_pending_file (WaxsealWindow *self)
{
  g_autoptr (GFile) file = g_steal_pointer (&self->pending_file);

  if (file != NULL)
    waxseal_window_open_file (self, file);
}

static void
loaded_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealOrganization) organization =
    waxseal_organization_store_load_finish (self->store, result, &error);

  self->loading = FALSE;
  if (organization != NULL)
    {
      waxseal_window_set_organization (self, organization);
      open_pending_file (self);
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!g_error_matches (error, WAXSEAL_ERROR, WAXSEAL_ERROR_NOT_FOUND))
    waxseal_window_notify (self, error->message);
  if (self->organization == NULL)
    show_welcome (self);
  open_pending_file (self);
}

/** waxseal_window_load: Opens the organisation with @id. */
void
waxseal_window_load (WaxsealWindow *self, const char *id)
{
  self->loading = TRUE;
  waxseal_organization_store_load_async (
    self->store, id, self->cancellable, loaded_cb, g_object_ref (self));
}

/* A damaged file was kept aside: say so, by name, until the next start. */
static void
show_problems (WaxsealWindow *self)
{
  GListModel *entries = G_LIST_MODEL (self->store);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (WaxsealOrganizationEntry) entry = g_list_model_get_item (entries, i);

      if (waxseal_organization_entry_get_problem (entry) == WAXSEAL_ORGANIZATION_PROBLEM_DAMAGED)
        waxseal_banner_show (self->banner, waxseal_organization_entry_get_detail (entry), NULL);
    }
}

static void
scanned_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!waxseal_organization_store_scan_finish (self->store, result, &error))
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      waxseal_window_notify (self, error->message);
    }
  show_problems (self);
  if (self->organization == NULL && !self->loading)
    waxseal_window_open_first (self);
}

static void
file_loaded_cb (GObject *file, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (file));
  g_autofree char *message = NULL;
  g_autoptr (WaxsealManifestDocument) document =
    waxseal_manifest_file_load_finish (G_FILE (file), result, &error);

  if (document == NULL)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      message = g_strdup_printf (_ ("“%s” could not be opened: %s"), name, error->message);
      waxseal_window_notify (self, message);
      return;
    }
  if (self->organization == NULL)
    {
      waxseal_manifest_page_show_file (self->file_page, document, name);
      gtk_stack_set_visible_child_name (self->root, "file");
      return;
    }
  waxseal_manifest_page_show_file (self->manifest_page, document, name);
  waxseal_window_show_page (self, "manifest");
}

/**
 * waxseal_window_open_file:
 *
 * Shows a manifest file on the Manifest page, or by itself where there is no organisation yet.
 */
void
waxseal_window_open_file (WaxsealWindow *self, GFile *file)
{
  /* While the last organisation is still loading, the file waits for its page. */
  if (self->loading)
    g_set_object (&self->pending_file, file);
  else
    waxseal_manifest_file_load_async (file, self->cancellable, file_loaded_cb, g_object_ref (self));
}

static gboolean
dropped_cb (WaxsealWindow *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;
  waxseal_window_open_file (self, files->data);
  return TRUE;
}

static void
waxseal_window_dispose (GObject *object)
{
  WaxsealWindow *self = WAXSEAL_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->pending_file);
  g_clear_object (&self->steps);
  g_clear_object (&self->draft);
  g_clear_object (&self->organization);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (waxseal_window_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (WAXSEAL_TYPE_BANNER);
  g_type_ensure (WAXSEAL_TYPE_CRES_PAGE);
  g_type_ensure (WAXSEAL_TYPE_DEPLOYMENT_PAGE);
  g_type_ensure (WAXSEAL_TYPE_ENTRA_PAGE);
  g_type_ensure (WAXSEAL_TYPE_MANIFEST_PAGE);
  g_type_ensure (WAXSEAL_TYPE_ORGANIZATION_SWITCHER);
  g_type_ensure (WAXSEAL_TYPE_OVERVIEW_PAGE);
  g_type_ensure (WAXSEAL_TYPE_SAVE_INDICATOR);
  g_type_ensure (WAXSEAL_TYPE_SETTINGS_PAGE);
  g_type_ensure (WAXSEAL_TYPE_WELCOME_PAGE);
}

static void
waxseal_window_class_init (WaxsealWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = waxseal_window_actions_close_request;

  ensure_types ();
  waxseal_window_actions_install (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waxseal/Waxseal/ui/waxseal-window.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, WaxsealWindow, root);
  gtk_widget_class_bind_template_child (widget_class, WaxsealWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, WaxsealWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, WaxsealWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, WaxsealWindow, title);
  gtk_widget_class_bind_template_child (widget_class, WaxsealWindow, save_indicator);
  gtk_widget_class_bind_template_child (widget_class, WaxsealWindow, preview_button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, WaxsealWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, WaxsealWindow, settings_page);
  gtk_widget_class_bind_template_child (widget_class, WaxsealWindow, manifest_page);
  gtk_widget_class_bind_template_child (widget_class, WaxsealWindow, file_page);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
waxseal_window_init (WaxsealWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->settings = g_settings_new ("io.github.waxseal.Waxseal");

  g_signal_connect_object (drop, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));

  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (
    self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_object_bind_property (self->settings_page,
                          "preview-visible",
                          self->preview_button,
                          "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

/**
 * waxseal_window_new:
 * @store: the organisations
 *
 * Opens the organisation that was open last; the others are listed meanwhile.
 *
 * Returns: (transfer none): a window of @application.
 */
WaxsealWindow *
waxseal_window_new (GtkApplication *application, WaxsealOrganizationStore *store)
{
  WaxsealWindow *self = g_object_new (WAXSEAL_TYPE_WINDOW, "application", application, NULL);
  g_autofree char *last = g_settings_get_string (self->settings, "last-organization");

  self->store = g_object_ref (store);
  waxseal_organization_switcher_set_store (self->switcher, store);
  waxseal_save_indicator_set_store (self->save_indicator, store);
  waxseal_window_actions_update (self);
  if (*last != '\0')
    waxseal_window_load (self, last);
  waxseal_organization_store_scan_async (store, self->cancellable, scanned_cb, g_object_ref (self));
  return self;
}

/** waxseal_window_show_page: @name: a step's name, such as “entra-app”. */
void
waxseal_window_show_page (WaxsealWindow *self, const char *name)
{
  WaxsealStep *step;

  if (self->steps == NULL)
    return;
  step = get_step (self, name);
  gtk_list_box_select_row (self->sidebar,
                           gtk_list_box_get_row_at_index (self->sidebar,
                                                          waxseal_step_get_id (step)));
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

/** waxseal_window_get_store: Returns: (transfer none): the organisations. */
WaxsealOrganizationStore *
waxseal_window_get_store (WaxsealWindow *self)
{
  return self->store;
}

/** waxseal_window_get_organization: Returns: (transfer none) (nullable): the one that is open. */
WaxsealOrganization *
waxseal_window_get_organization (WaxsealWindow *self)
{
  return self->organization;
}

/** waxseal_window_get_draft: Returns: (transfer none) (nullable): its manifest. */
WaxsealManifestDraft *
waxseal_window_get_draft (WaxsealWindow *self)
{
  return self->draft;
}

/** waxseal_window_edit_field: Shows the field of the add-in's settings called @place. */
void
waxseal_window_edit_field (WaxsealWindow *self, const char *place)
{
  waxseal_window_show_page (self, "addin-settings");
  waxseal_settings_page_edit_field (self->settings_page, place);
}

/** waxseal_window_toggle_preview: Shows or hides the preview beside the add-in's settings. */
void
waxseal_window_toggle_preview (WaxsealWindow *self)
{
  gtk_toggle_button_set_active (self->preview_button,
                                !gtk_toggle_button_get_active (self->preview_button));
}

/** waxseal_window_add_toast: @toast: (transfer full): an event that just happened. */
void
waxseal_window_add_toast (WaxsealWindow *self, AdwToast *toast)
{
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/** waxseal_window_notify: @message: plain text, translated, of an event that just happened. */
void
waxseal_window_notify (WaxsealWindow *self, const char *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  waxseal_window_add_toast (self, adw_toast_new (escaped));
}
