/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-companion-window.h"

#include "waxseal-addin-config-group.h"
#include "waxseal-download-group.h"
#include "waxseal-profiles-group.h"

/**
 * WaxsealCompanionWindow:
 *
 * What the CRES portal asks for, in a strip narrow enough to stand beside the browser (issue 4).
 */
struct _WaxsealCompanionWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  WaxsealProfilesGroup *profiles_group;
  WaxsealAddinConfigGroup *config_group;

  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (WaxsealCompanionWindow, waxseal_companion_window, ADW_TYPE_WINDOW)

/* What the main window does for its pages it does for these groups too. */
static const struct
{
  const char *name;
  const char *parameter_type;
} forwarded[] = {
  { "win.copied", "s" },
  { "win.notify", "s" },
  { "win.open-manifest", NULL },
  { "win.open-file", "s" },
};

static void
forward_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (parent != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (parent), name, parameter);
}

static void
waxseal_companion_window_dispose (GObject *object)
{
  WaxsealCompanionWindow *self = WAXSEAL_COMPANION_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  G_OBJECT_CLASS (waxseal_companion_window_parent_class)->dispose (object);
}

static void
waxseal_companion_window_finalize (GObject *object)
{
  g_clear_object (&WAXSEAL_COMPANION_WINDOW (object)->cancellable);
  G_OBJECT_CLASS (waxseal_companion_window_parent_class)->finalize (object);
}

static void
waxseal_companion_window_class_init (WaxsealCompanionWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_companion_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = waxseal_companion_window_finalize;

  for (guint i = 0; i < G_N_ELEMENTS (forwarded); i++)
    gtk_widget_class_install_action (widget_class,
                                     forwarded[i].name,
                                     forwarded[i].parameter_type,
                                     forward_action);

  g_type_ensure (WAXSEAL_TYPE_ADDIN_CONFIG_GROUP);
  g_type_ensure (WAXSEAL_TYPE_DOWNLOAD_GROUP);
  g_type_ensure (WAXSEAL_TYPE_PROFILES_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-companion-window.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealCompanionWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, WaxsealCompanionWindow, profiles_group);
  gtk_widget_class_bind_template_child (widget_class, WaxsealCompanionWindow, config_group);
}

static void
waxseal_companion_window_init (WaxsealCompanionWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * waxseal_companion_window_new:
 * @parent: the main window, which does what the groups ask for
 *
 * Returns: (transfer none): the window, to be presented; it destroys itself when it is closed
 */
WaxsealCompanionWindow *
waxseal_companion_window_new (GtkWindow *parent, WaxsealOrganization *organization)
{
  WaxsealCompanionWindow *self =
    g_object_new (WAXSEAL_TYPE_COMPANION_WINDOW, "transient-for", parent, NULL);

  adw_window_title_set_subtitle (self->window_title, waxseal_organization_get_name (organization));
  waxseal_profiles_group_open (self->profiles_group, organization, NULL);
  waxseal_addin_config_group_open (self->config_group, organization, self->cancellable);
  return self;
}
