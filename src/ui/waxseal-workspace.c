/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-workspace.h"

#include <glib/gi18n.h>

#include "waxseal-banner.h"
#include "waxseal-cres-page.h"
#include "waxseal-deployment-page.h"
#include "waxseal-due-notifier.h"
#include "waxseal-entra-page.h"
#include "waxseal-manifest-page.h"
#include "waxseal-organization-switcher.h"
#include "waxseal-overview-page.h"
#include "waxseal-save-indicator.h"
#include "waxseal-settings-page.h"
#include "waxseal-step-row.h"

/**
 * WaxsealWorkspace:
 *
 * The whole map of one organisation: the sidebar with the six steps, and the page of each. A page
 * is made when it is first shown, so that the window starts with one.
 */
struct _WaxsealWorkspace
{
  AdwBin parent_instance;

  AdwLeaflet *leaflet;
  WaxsealOrganizationSwitcher *switcher;
  GtkListBox *sidebar;
  AdwWindowTitle *title;
  WaxsealSaveIndicator *save_indicator;
  GtkToggleButton *preview_button;
  GtkBox *practice_strip;
  WaxsealBanner *banner;
  GtkStack *pages;

  GSettings *settings;
  WaxsealOrganizationStore *store;
  WaxsealPracticeMode *practice;
  WaxsealEntraDesks *desks;
  WaxsealOrganization *organization;
  WaxsealManifestDraft *draft;
  WaxsealStepList *steps;
  WaxsealDueNotifier *notifier;
};

G_DEFINE_FINAL_TYPE (WaxsealWorkspace, waxseal_workspace, ADW_TYPE_BIN)

static WaxsealStepId
find_step (WaxsealWorkspace *self, const char *name)
{
  WaxsealStepId id;

  for (id = WAXSEAL_STEP_OVERVIEW; id < WAXSEAL_N_STEPS; id++)
    if (g_str_equal (waxseal_step_get_name (waxseal_step_list_get_step (self->steps, id)), name))
      return id;
  return WAXSEAL_STEP_OVERVIEW;
}

static GtkWidget *
make_page (WaxsealWorkspace *self, WaxsealStepId id)
{
  const GType types[] = {
    [WAXSEAL_STEP_OVERVIEW] = WAXSEAL_TYPE_OVERVIEW_PAGE,
    [WAXSEAL_STEP_ENTRA_APP] = WAXSEAL_TYPE_ENTRA_PAGE,
    [WAXSEAL_STEP_CRES_ACCOUNT] = WAXSEAL_TYPE_CRES_PAGE,
    [WAXSEAL_STEP_ADDIN_SETTINGS] = WAXSEAL_TYPE_SETTINGS_PAGE,
    [WAXSEAL_STEP_MANIFEST] = WAXSEAL_TYPE_MANIFEST_PAGE,
    [WAXSEAL_STEP_DEPLOYMENT] = WAXSEAL_TYPE_DEPLOYMENT_PAGE,
  };
  GtkWidget *page = g_object_new (types[id], NULL);

  if (id == WAXSEAL_STEP_ADDIN_SETTINGS)
    g_object_bind_property (page,
                            "preview-visible",
                            self->preview_button,
                            "active",
                            G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  return page;
}

/**
 * waxseal_workspace_get_page:
 * @name: a step's name, such as “entra-app”; there must be an organisation
 *
 * Returns: (transfer none): the page, made where it was not shown yet.
 */
GtkWidget *
waxseal_workspace_get_page (WaxsealWorkspace *self, const char *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, name);

  if (page != NULL)
    return page;
  page = make_page (self, find_step (self, name));
  waxseal_page_set_backing (WAXSEAL_PAGE (page), self->store, self->practice, self->desks);
  waxseal_page_open (WAXSEAL_PAGE (page), self->organization, self->draft, self->steps);
  gtk_stack_add_named (self->pages, page, name);
  return page;
}

static void
row_selected_cb (WaxsealWorkspace *self, WaxsealStepRow *row)
{
  WaxsealStep *step;

  if (row == NULL)
    return;
  step = waxseal_step_row_get_step (row);
  waxseal_workspace_get_page (self, waxseal_step_get_name (step));
  gtk_stack_set_visible_child_name (self->pages, waxseal_step_get_name (step));
  adw_window_title_set_title (self->title, waxseal_step_get_title (step));
  gtk_widget_set_visible (GTK_WIDGET (self->preview_button),
                          waxseal_step_get_id (step) == WAXSEAL_STEP_ADDIN_SETTINGS);
  waxseal_due_notifier_set_looked_at (self->notifier,
                                      waxseal_step_get_id (step) == WAXSEAL_STEP_DEPLOYMENT);
  g_settings_set_string (self->settings, "last-page", waxseal_step_get_name (step));
}

static void
row_activated_cb (WaxsealWorkspace *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
back_clicked_cb (WaxsealWorkspace *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static GtkWidget *
create_step_row_cb (gpointer item, gpointer user_data)
{
  return waxseal_step_row_new (item);
}

static void
name_changed_cb (WaxsealWorkspace *self)
{
  const char *name = waxseal_organization_get_name (self->organization);

  waxseal_organization_switcher_set_name (self->switcher,
                                          name,
                                          waxseal_organization_get_practice (self->organization));
  adw_window_title_set_subtitle (self->title, name);
}

static void
show_read_only (WaxsealWorkspace *self)
{
  gboolean read_only = waxseal_organization_get_read_only (self->organization);

  gtk_widget_set_sensitive (GTK_WIDGET (self->pages), !read_only);
  if (read_only)
    waxseal_workspace_warn (
      self, _ ("A newer Waxseal wrote this set-up. You can read it here, but not change it."));
  else
    waxseal_banner_hide (self->banner);
}

static void
tick_cb (WaxsealWorkspace *self)
{
  waxseal_step_list_update (self->steps);
}

static void
waxseal_workspace_dispose (GObject *object)
{
  WaxsealWorkspace *self = WAXSEAL_WORKSPACE (object);

  g_clear_object (&self->notifier);
  g_clear_object (&self->steps);
  g_clear_object (&self->draft);
  g_clear_object (&self->organization);
  g_clear_object (&self->settings);
  g_clear_object (&self->practice);
  g_clear_object (&self->desks);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (waxseal_workspace_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (WAXSEAL_TYPE_BANNER);
  g_type_ensure (WAXSEAL_TYPE_ORGANIZATION_SWITCHER);
  g_type_ensure (WAXSEAL_TYPE_SAVE_INDICATOR);
}

static void
waxseal_workspace_class_init (WaxsealWorkspaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_workspace_dispose;

  ensure_types ();
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-workspace.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealWorkspace, leaflet);
  gtk_widget_class_bind_template_child (widget_class, WaxsealWorkspace, switcher);
  gtk_widget_class_bind_template_child (widget_class, WaxsealWorkspace, sidebar);
  gtk_widget_class_bind_template_child (widget_class, WaxsealWorkspace, title);
  gtk_widget_class_bind_template_child (widget_class, WaxsealWorkspace, save_indicator);
  gtk_widget_class_bind_template_child (widget_class, WaxsealWorkspace, preview_button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealWorkspace, practice_strip);
  gtk_widget_class_bind_template_child (widget_class, WaxsealWorkspace, banner);
  gtk_widget_class_bind_template_child (widget_class, WaxsealWorkspace, pages);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
waxseal_workspace_init (WaxsealWorkspace *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new ("io.github.waxseal.Waxseal");
  self->desks = waxseal_entra_desks_new (GTK_WIDGET (self));
  self->notifier = waxseal_due_notifier_new (GTK_WIDGET (self));
  g_signal_connect_object (self->notifier, "tick", G_CALLBACK (tick_cb), self, G_CONNECT_SWAPPED);
}

/**
 * waxseal_workspace_set_backing:
 * @store: what the switcher lists
 * @practice: where the practice organisations live
 *
 * Once, before the first organisation is opened.
 */
void
waxseal_workspace_set_backing (WaxsealWorkspace *self,
                               WaxsealOrganizationStore *store,
                               WaxsealPracticeMode *practice)
{
  g_set_object (&self->store, store);
  g_set_object (&self->practice, practice);
  waxseal_organization_switcher_set_store (self->switcher, store);
  waxseal_save_indicator_set_store (self->save_indicator, store);
}

/** waxseal_workspace_open: Shows @organization on all pages; the page stays. */
void
waxseal_workspace_open (WaxsealWorkspace *self, WaxsealOrganization *organization)
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
  gtk_widget_set_visible (GTK_WIDGET (self->practice_strip),
                          waxseal_organization_get_practice (organization));
  show_read_only (self);
  waxseal_workspace_show_page (self, last_page);
  waxseal_due_notifier_watch (self->notifier, organization);
}

/** waxseal_workspace_get_draft: Returns: (transfer none) (nullable): the manifest. */
WaxsealManifestDraft *
waxseal_workspace_get_draft (WaxsealWorkspace *self)
{
  return self->draft;
}

/** waxseal_workspace_show_page: @name: a step's name, such as “entra-app”. */
void
waxseal_workspace_show_page (WaxsealWorkspace *self, const char *name)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->sidebar, find_step (self, name));

  gtk_list_box_select_row (self->sidebar, row);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

/** waxseal_workspace_show_file: Shows a file on the Manifest page, beside the set-up. */
void
waxseal_workspace_show_file (WaxsealWorkspace *self,
                             WaxsealManifestDocument *document,
                             GListModel *findings,
                             const char *file_name)
{
  GtkWidget *page = waxseal_workspace_get_page (self, "manifest");

  waxseal_manifest_page_show_file (WAXSEAL_MANIFEST_PAGE (page), document, findings, file_name);
  waxseal_workspace_show_page (self, "manifest");
}

/** waxseal_workspace_edit_field: Shows the field of the add-in's settings called @place. */
void
waxseal_workspace_edit_field (WaxsealWorkspace *self, const char *place)
{
  GtkWidget *page = waxseal_workspace_get_page (self, "addin-settings");

  waxseal_workspace_show_page (self, "addin-settings");
  waxseal_settings_page_edit_field (WAXSEAL_SETTINGS_PAGE (page), place);
}

/** waxseal_workspace_show_phase: Shows the phase of the deployment called @name, as the file has
 * it. */
void
waxseal_workspace_show_phase (WaxsealWorkspace *self, const char *name)
{
  GtkWidget *page = waxseal_workspace_get_page (self, "deployment");

  waxseal_workspace_show_page (self, "deployment");
  waxseal_deployment_page_show_phase (WAXSEAL_DEPLOYMENT_PAGE (page), name);
}

/** waxseal_workspace_toggle_preview: Shows or hides the preview beside the add-in's settings. */
void
waxseal_workspace_toggle_preview (WaxsealWorkspace *self)
{
  waxseal_workspace_get_page (self, "addin-settings");
  gtk_toggle_button_set_active (self->preview_button,
                                !gtk_toggle_button_get_active (self->preview_button));
}

/** waxseal_workspace_warn: @message: a lasting state, translated, shown over the pages. */
void
waxseal_workspace_warn (WaxsealWorkspace *self, const char *message)
{
  waxseal_banner_show (self->banner, message, NULL);
}
