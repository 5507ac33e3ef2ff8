/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-save-indicator.h"

#include <glib/gi18n.h>

/**
 * WaxsealSaveIndicator:
 *
 * Says in the header bar that everything is saved, or is being saved, or could not be.
 */
struct _WaxsealSaveIndicator
{
  AdwBin parent_instance;

  GtkImage *icon;

  gboolean quiet;
  WaxsealOrganizationStore *store;
  char *error;
};

enum
{
  PROP_QUIET = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (WaxsealSaveIndicator, waxseal_save_indicator, ADW_TYPE_BIN)

static const struct
{
  const char *icon;
  const char *label;
  const char *css_class;
} states[] = {
  [WAXSEAL_SAVE_STATE_IDLE] = { "waxseal-saved-symbolic", N_ ("Saved"), "dim-label" },
  [WAXSEAL_SAVE_STATE_PENDING] = { "content-loading-symbolic", N_ ("Saving…"), "dim-label" },
  [WAXSEAL_SAVE_STATE_SAVING] = { "content-loading-symbolic", N_ ("Saving…"), "dim-label" },
  [WAXSEAL_SAVE_STATE_FAILED] = { "dialog-warning-symbolic", N_ ("Not saved"), "error" },
};

static void
update (WaxsealSaveIndicator *self)
{
  WaxsealSaveState state = waxseal_organization_store_get_save_state (self->store);
  const char *label = _ (states[state].label);
  const char *classes[] = { states[state].css_class, NULL };

  gtk_image_set_from_icon_name (self->icon, states[state].icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), classes);
  gtk_widget_set_visible (GTK_WIDGET (self), !self->quiet || state != WAXSEAL_SAVE_STATE_IDLE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self),
                               state == WAXSEAL_SAVE_STATE_FAILED ? self->error : label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  -1);
}

static void
save_failed_cb (WaxsealSaveIndicator *self, const GError *error)
{
  if (g_strcmp0 (self->error, error->message) == 0)
    return;
  g_free (self->error);
  self->error = g_strdup (error->message);
  update (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.notify", "s", error->message);
}

static void
saved_cb (WaxsealSaveIndicator *self)
{
  g_clear_pointer (&self->error, g_free);
}

static void
waxseal_save_indicator_get_property (GObject *object,
                                     guint prop_id,
                                     GValue *value,
                                     GParamSpec *pspec)
{
  g_value_set_boolean (value, WAXSEAL_SAVE_INDICATOR (object)->quiet);
}

static void
waxseal_save_indicator_set_property (GObject *object,
                                     guint prop_id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  WaxsealSaveIndicator *self = WAXSEAL_SAVE_INDICATOR (object);

  self->quiet = g_value_get_boolean (value);
  if (self->store != NULL)
    update (self);
}

static void
waxseal_save_indicator_dispose (GObject *object)
{
  WaxsealSaveIndicator *self = WAXSEAL_SAVE_INDICATOR (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->error, g_free);
  G_OBJECT_CLASS (waxseal_save_indicator_parent_class)->dispose (object);
}

static void
waxseal_save_indicator_class_init (WaxsealSaveIndicatorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = waxseal_save_indicator_get_property;
  object_class->set_property = waxseal_save_indicator_set_property;
  object_class->dispose = waxseal_save_indicator_dispose;

  /**
   * WaxsealSaveIndicator:quiet:
   *
   * Whether it shows only where something is not saved, for want of room.
   */
  props[PROP_QUIET] =
    g_param_spec_boolean ("quiet", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-save-indicator.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealSaveIndicator, icon);
}

static void
waxseal_save_indicator_init (WaxsealSaveIndicator *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_save_indicator_set_store: Follows the saves of @store. */
void
waxseal_save_indicator_set_store (WaxsealSaveIndicator *self, WaxsealOrganizationStore *store)
{
  g_set_object (&self->store, store);
  g_signal_connect_object (
    store, "notify::save-state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
    store, "save-failed", G_CALLBACK (save_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  update (self);
}
