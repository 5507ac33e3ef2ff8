/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-addin-config-group.h"

#include <glib/gi18n.h>

#include "waxseal-addin-config.h"
#include "waxseal-copy-row.h"
#include "waxseal-date.h"
#include "waxseal-secret-row.h"

/**
 * WaxsealAddinConfigGroup:
 *
 * Steps 1 and 2 of Addin Config in one frame, with one mark for both: in the portal, leaving the
 * page between them loses step 1 (guide.md, B4).
 */
struct _WaxsealAddinConfigGroup
{
  AdwPreferencesGroup parent_instance;

  WaxsealSecretRow *secret_row;
  GtkWidget *stale_row;
  GtkListBox *lines_box;
  GtkCheckButton *saved_check;
  GtkLabel *saved_date;

  WaxsealOrganization *organization;
  gulong changed_id;
};

enum
{
  PROP_ENTRA_APP = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (WaxsealAddinConfigGroup,
                     waxseal_addin_config_group,
                     ADW_TYPE_PREFERENCES_GROUP)

static GtkWidget *
create_press_row (const char *button)
{
  /* Translators: %s is the label of a button in the CRES portal */
  g_autofree char *title = g_strdup_printf (_ ("Press %s"), button);

  return g_object_new (
    ADW_TYPE_ACTION_ROW, "title", title, "use-markup", FALSE, "title-lines", 0, NULL);
}

static GtkWidget *
create_line_cb (gpointer item, gpointer user_data)
{
  const char *label = waxseal_portal_value_get_label (item);
  const char *value = waxseal_portal_value_get_value (item);

  if (value == NULL)
    return create_press_row (label);
  return g_object_new (WAXSEAL_TYPE_COPY_ROW, "title", label, "value", value, NULL);
}

static void saved_toggled_cb (WaxsealAddinConfigGroup *self);

static void
show_saved (WaxsealAddinConfigGroup *self)
{
  g_autofree char *date = waxseal_date_format_declared (
    waxseal_record_get_text (waxseal_organization_get_cres_account (self->organization),
                             "azure-details-saved-on"));

  g_signal_handlers_block_by_func (self->saved_check, saved_toggled_cb, self);
  gtk_check_button_set_active (self->saved_check,
                               waxseal_addin_config_is_declared (self->organization));
  g_signal_handlers_unblock_by_func (self->saved_check, saved_toggled_cb, self);
  gtk_label_set_label (self->saved_date, date);
  gtk_widget_set_visible (self->stale_row, waxseal_addin_config_is_stale (self->organization));
}

static void
saved_toggled_cb (WaxsealAddinConfigGroup *self)
{
  waxseal_addin_config_declare (self->organization,
                                gtk_check_button_get_active (self->saved_check));
}

static void
show_lines (WaxsealAddinConfigGroup *self)
{
  g_autoptr (GListModel) lines =
    waxseal_addin_config_list_lines (waxseal_organization_get_domains (self->organization));

  gtk_list_box_bind_model (self->lines_box, lines, create_line_cb, NULL, NULL);
}

static void
organization_changed_cb (WaxsealAddinConfigGroup *self)
{
  show_saved (self);
  show_lines (self);
}

static void
forget_organization (WaxsealAddinConfigGroup *self)
{
  g_clear_signal_handler (&self->changed_id, self->organization);
  g_clear_object (&self->organization);
}

static void
waxseal_addin_config_group_get_property (GObject *object,
                                         guint prop_id,
                                         GValue *value,
                                         GParamSpec *pspec)
{
  WaxsealAddinConfigGroup *self = WAXSEAL_ADDIN_CONFIG_GROUP (object);

  if (self->organization != NULL)
    g_value_set_object (value, waxseal_organization_get_entra_app (self->organization));
}

static void
waxseal_addin_config_group_dispose (GObject *object)
{
  forget_organization (WAXSEAL_ADDIN_CONFIG_GROUP (object));
  G_OBJECT_CLASS (waxseal_addin_config_group_parent_class)->dispose (object);
}

static void
waxseal_addin_config_group_class_init (WaxsealAddinConfigGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = waxseal_addin_config_group_get_property;
  object_class->dispose = waxseal_addin_config_group_dispose;

  props[PROP_ENTRA_APP] = g_param_spec_object (
    "entra-app", NULL, NULL, WAXSEAL_TYPE_ENTRA_APP, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (WAXSEAL_TYPE_COPY_ROW);
  g_type_ensure (WAXSEAL_TYPE_SECRET_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-addin-config-group.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealAddinConfigGroup, secret_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAddinConfigGroup, lines_box);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAddinConfigGroup, stale_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAddinConfigGroup, saved_check);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAddinConfigGroup, saved_date);
  gtk_widget_class_bind_template_callback (widget_class, saved_toggled_cb);
}

static void
waxseal_addin_config_group_init (WaxsealAddinConfigGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * waxseal_addin_config_group_open:
 * @cancellable: ends what is under way for @organization
 *
 * Shows another organisation's values.
 */
void
waxseal_addin_config_group_open (WaxsealAddinConfigGroup *self,
                                 WaxsealOrganization *organization,
                                 GCancellable *cancellable)
{
  forget_organization (self);
  self->organization = g_object_ref (organization);
  self->changed_id =
    g_signal_connect_swapped (organization, "changed", G_CALLBACK (organization_changed_cb), self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ENTRA_APP]);
  waxseal_secret_row_open (self->secret_row, organization, cancellable);
  organization_changed_cb (self);
}
