/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-window.h"

#include <glib/gi18n.h>

#include "waxseal-error.h"
#include "waxseal-hand-over.h"
#include "waxseal-manifest-file.h"
#include "waxseal-manifest-page.h"
#include "waxseal-short-text.h"
#include "waxseal-take-over.h"
#include "waxseal-welcome-page.h"
#include "waxseal-window-actions.h"
#include "waxseal-workspace.h"

/**
 * WaxsealWindow:
 *
 * Opens an organisation, or a file by itself, or the welcome. What there is to do with
 * organisations and files is in waxseal-window-actions.c.
 */
struct _WaxsealWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *root;
  WaxsealWelcomePage *welcome_page;
  WaxsealWorkspace *workspace;
  GtkBox *file_box;
  WaxsealManifestPage *file_page;

  GSettings *settings;
  WaxsealOrganizationStore *store;
  WaxsealPracticeMode *practice;
  WaxsealOrganization *organization;
  WaxsealOrganization *next; /* waits until the practice tenant runs */
  GCancellable *cancellable;
  GCancellable *load_cancellable;
  GFile *pending_file;
  char *pending_phase; /* of the organisation that is loading */
  gboolean loading;
  gboolean scanned;
  gboolean wants_practice;
};

G_DEFINE_FINAL_TYPE (WaxsealWindow, waxseal_window, ADW_TYPE_APPLICATION_WINDOW)

/* A damaged file was kept aside: say so, by name, until the next start. A set-up that can only be
 * read says that instead. */
static void
show_problems (WaxsealWindow *self)
{
  GListModel *entries = G_LIST_MODEL (self->store);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (WaxsealOrganizationEntry) entry = g_list_model_get_item (entries, i);
      const char *detail = waxseal_organization_entry_get_detail (entry);

      if (waxseal_organization_entry_get_problem (entry) != WAXSEAL_ORGANIZATION_PROBLEM_DAMAGED)
        continue;
      waxseal_welcome_page_warn (self->welcome_page, detail);
      if (self->organization != NULL && !waxseal_organization_get_read_only (self->organization))
        waxseal_workspace_warn (self->workspace, detail);
    }
}

static void
open_pending_file (WaxsealWindow *self)
{
  g_autoptr (GFile) file = g_steal_pointer (&self->pending_file);

  if (file != NULL)
    waxseal_window_open_file (self, file);
}

static void
show_pending_phase (WaxsealWindow *self)
{
  g_autofree char *name = g_steal_pointer (&self->pending_phase);

  if (name != NULL)
    waxseal_workspace_show_phase (self->workspace, name);
}

static void
show_organization (WaxsealWindow *self, WaxsealOrganization *organization)
{
  self->loading = FALSE;
  g_set_object (&self->organization, organization);
  waxseal_workspace_open (self->workspace, organization);
  show_problems (self);
  g_settings_set_string (self->settings,
                         "last-organization",
                         waxseal_organization_get_id (organization));
  gtk_stack_set_visible_child_name (self->root, "main");
  waxseal_window_actions_update (self);
  show_pending_phase (self);
  open_pending_file (self);
}

static void
practice_started_cb (GObject *practice, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealWindow) self = user_data;
  g_autoptr (WaxsealOrganization) organization = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  gboolean runs =
    waxseal_practice_mode_start_finish (WAXSEAL_PRACTICE_MODE (practice), result, &error);

  organization = g_steal_pointer (&self->next);
  if (organization == NULL)
    return;
  show_organization (self, organization);
  if (runs)
    return;
  /* Translators: %s is the reason, a sentence */
  message = g_strdup_printf (_ ("The practice tenant did not start: %s"), error->message);
  waxseal_workspace_warn (self->workspace, message);
}

static void
stop_loading (WaxsealWindow *self)
{
  g_cancellable_cancel (self->load_cancellable);
  g_clear_object (&self->load_cancellable);
  g_clear_object (&self->next);
}

/**
 * waxseal_window_set_organization:
 *
 * Shows @organization, and remembers it for the next start. One that lives on the practice tenant
 * is shown when that runs, so that its pages find it.
 */
void
waxseal_window_set_organization (WaxsealWindow *self, WaxsealOrganization *organization)
{
  stop_loading (self);
  if (!waxseal_organization_get_practice (organization))
    {
      show_organization (self, organization);
      return;
    }
  self->loading = TRUE;
  self->next = g_object_ref (organization);
  waxseal_practice_mode_start_async (self->practice,
                                     self->cancellable,
                                     practice_started_cb,
                                     g_object_ref (self));
}

static void
show_welcome (WaxsealWindow *self)
{
  g_clear_object (&self->organization);
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
loaded_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealOrganization) organization =
    waxseal_organization_store_load_finish (self->store, result, &error);

  if (organization != NULL)
    {
      waxseal_window_set_organization (self, organization);
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->loading = FALSE;
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
  stop_loading (self);
  self->loading = TRUE;
  self->load_cancellable = g_cancellable_new ();
  waxseal_organization_store_load_async (
    self->store, id, self->load_cancellable, loaded_cb, g_object_ref (self));
}

static const char *
find_practice_id (WaxsealWindow *self)
{
  GListModel *entries = G_LIST_MODEL (self->store);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (WaxsealOrganizationEntry) entry = g_list_model_get_item (entries, i);

      if (waxseal_organization_entry_get_practice (entry) &&
          waxseal_organization_entry_get_problem (entry) == WAXSEAL_ORGANIZATION_PROBLEM_NONE)
        return waxseal_organization_entry_get_id (entry); /* the store keeps it */
    }
  return NULL;
}

/** waxseal_window_practice: Opens the first practice organisation, or a new one. */
void
waxseal_window_practice (WaxsealWindow *self)
{
  g_autoptr (WaxsealOrganization) organization = NULL;
  const char *id;

  self->wants_practice = !self->scanned;
  if (self->wants_practice)
    return;
  id = find_practice_id (self);
  if (id != NULL)
    {
      waxseal_window_load (self, id);
      return;
    }
  organization = waxseal_organization_new_for_practice (_ ("Waxseal Practice"));
  waxseal_organization_store_add (self->store, organization);
  waxseal_window_set_organization (self, organization);
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
  self->scanned = TRUE;
  show_problems (self);
  if (self->wants_practice)
    waxseal_window_practice (self);
  else if (self->organization == NULL && !self->loading)
    waxseal_window_open_first (self);
}

static void
show_file_alone (WaxsealWindow *self,
                 WaxsealManifestDocument *document,
                 GListModel *findings,
                 const char *name)
{
  if (self->file_page == NULL)
    {
      self->file_page = g_object_new (WAXSEAL_TYPE_MANIFEST_PAGE, NULL);
      gtk_box_append (self->file_box, GTK_WIDGET (self->file_page));
    }
  waxseal_manifest_page_show_file (self->file_page, document, findings, name);
  gtk_stack_set_visible_child_name (self->root, "file");
}

static void
file_loaded_cb (GObject *file, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (file));
  g_autofree char *message = NULL;
  g_autoptr (GListModel) findings = NULL;
  g_autoptr (WaxsealManifestDocument) document =
    waxseal_manifest_file_load_finish (G_FILE (file), result, &findings, &error);

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
      show_file_alone (self, document, findings, name);
      return;
    }
  waxseal_workspace_show_file (self->workspace, document, findings, name);
}

/**
 * waxseal_window_open_file:
 *
 * Shows a manifest file on the Manifest page, or by itself where there is no organisation yet. A
 * hand-over file becomes an organisation, if the user wants it.
 */
void
waxseal_window_open_file (WaxsealWindow *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  /* While the last organisation is still loading, the file waits for its page. */
  if (self->loading)
    g_set_object (&self->pending_file, file);
  else if (waxseal_hand_over_has_suffix (name))
    waxseal_take_over (self, file);
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

  stop_loading (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->pending_file);
  g_clear_pointer (&self->pending_phase, g_free);
  g_clear_object (&self->organization);
  g_clear_object (&self->practice);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (waxseal_window_parent_class)->dispose (object);
}

static void
waxseal_window_class_init (WaxsealWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = waxseal_window_actions_close_request;

  g_type_ensure (WAXSEAL_TYPE_WELCOME_PAGE);
  g_type_ensure (WAXSEAL_TYPE_WORKSPACE);
  waxseal_window_actions_install (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waxseal/Waxseal/ui/waxseal-window.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, WaxsealWindow, root);
  gtk_widget_class_bind_template_child (widget_class, WaxsealWindow, welcome_page);
  gtk_widget_class_bind_template_child (widget_class, WaxsealWindow, workspace);
  gtk_widget_class_bind_template_child (widget_class, WaxsealWindow, file_box);
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
}

/**
 * waxseal_window_new:
 * @store: the organisations
 * @practice: where those live that are for practice
 *
 * Opens the organisation that was open last; the others are listed meanwhile.
 *
 * Returns: (transfer none): a window of @application.
 */
WaxsealWindow *
waxseal_window_new (GtkApplication *application,
                    WaxsealOrganizationStore *store,
                    WaxsealPracticeMode *practice)
{
  WaxsealWindow *self = g_object_new (WAXSEAL_TYPE_WINDOW, "application", application, NULL);
  g_autofree char *last = g_settings_get_string (self->settings, "last-organization");

  self->store = g_object_ref (store);
  self->practice = g_object_ref (practice);
  waxseal_workspace_set_backing (self->workspace, store, practice);
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
  if (self->organization != NULL)
    waxseal_workspace_show_page (self->workspace, name);
}

/** waxseal_window_show_phase: @id: of the organisation; @name: of the phase, as its file has it. */
void
waxseal_window_show_phase (WaxsealWindow *self, const char *id, const char *name)
{
  g_free (self->pending_phase);
  self->pending_phase = g_strdup (name);
  if (self->organization != NULL &&
      g_str_equal (waxseal_organization_get_id (self->organization), id))
    show_pending_phase (self);
  else
    waxseal_window_load (self, id);
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

/** waxseal_window_get_workspace: Returns: (transfer none): its pages. */
WaxsealWorkspace *
waxseal_window_get_workspace (WaxsealWindow *self)
{
  return self->workspace;
}

/** waxseal_window_get_cancellable: Returns: (transfer none): is cancelled when the window closes.
 */
GCancellable *
waxseal_window_get_cancellable (WaxsealWindow *self)
{
  return self->cancellable;
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
  g_autofree char *text = waxseal_short_text (message);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  waxseal_window_add_toast (self, adw_toast_new (escaped));
}
