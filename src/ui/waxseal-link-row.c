/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-link-row.h"

#include <glib/gi18n.h>

#include "waxseal-portal-links.h"

/**
 * WaxsealLinkRow:
 *
 * Opens a page of a portal in the browser, or copies its link; says where it leads, or why it leads
 * nowhere.
 */
struct _WaxsealLinkRow
{
  AdwActionRow parent_instance;

  GtkButton *copy_button;
  GtkImage *icon;

  char *place;
  WaxsealOrganization *organization;
};

enum
{
  PROP_PLACE = 1,
  PROP_ORGANIZATION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (WaxsealLinkRow, waxseal_link_row, ADW_TYPE_ACTION_ROW)

static void
update (WaxsealLinkRow *self)
{
  const char *refusal;
  g_autofree char *label = NULL;

  if (self->place == NULL || self->organization == NULL)
    return;
  refusal = waxseal_portal_links_get_refusal (self->place, self->organization);
  label = waxseal_portal_links_dup_label (self->place, self->organization);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), refusal != NULL ? refusal : label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), refusal == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->copy_button), refusal == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), refusal == NULL);
}

static void
copy_link (WaxsealLinkRow *self, const char *uri)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), uri);
}

static void
copy_clicked_cb (WaxsealLinkRow *self)
{
  g_autofree char *uri = waxseal_portal_links_dup_uri (self->place, self->organization);

  copy_link (self, uri);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.copied", "s", _ ("Link"));
}

typedef struct
{
  WaxsealLinkRow *row;
  char *uri;
} Opening;

static void
shown_cb (GObject *parent, GAsyncResult *result, gpointer user_data)
{
  Opening *opening = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (parent), result, &error))
    {
      copy_link (opening->row, opening->uri);
      gtk_widget_activate_action (GTK_WIDGET (opening->row),
                                  "win.notify",
                                  "s",
                                  _ ("No browser answered. The link is copied: paste it into one"));
    }
  g_object_unref (opening->row);
  g_free (opening->uri);
  g_free (opening);
}

static void
activated_cb (WaxsealLinkRow *self)
{
  Opening *opening = g_new (Opening, 1);

  *opening = (Opening){ g_object_ref (self),
                        waxseal_portal_links_dup_uri (self->place, self->organization) };
  gtk_show_uri_full (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                     opening->uri,
                     GDK_CURRENT_TIME,
                     NULL,
                     shown_cb,
                     opening);
}

static void
set_organization (WaxsealLinkRow *self, WaxsealOrganization *organization)
{
  if (self->organization != NULL)
    g_signal_handlers_disconnect_by_func (self->organization, update, self);
  g_set_object (&self->organization, organization);
  if (organization != NULL)
    g_signal_connect_object (organization, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
waxseal_link_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  WaxsealLinkRow *self = WAXSEAL_LINK_ROW (object);

  switch (prop_id)
    {
    case PROP_PLACE:
      g_value_set_string (value, self->place);
      break;
    case PROP_ORGANIZATION:
      g_value_set_object (value, self->organization);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
waxseal_link_row_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  WaxsealLinkRow *self = WAXSEAL_LINK_ROW (object);

  switch (prop_id)
    {
    case PROP_PLACE:
      g_free (self->place);
      self->place = g_value_dup_string (value);
      break;
    case PROP_ORGANIZATION:
      set_organization (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
  update (self);
}

static void
waxseal_link_row_dispose (GObject *object)
{
  WaxsealLinkRow *self = WAXSEAL_LINK_ROW (object);

  set_organization (self, NULL);
  g_clear_pointer (&self->place, g_free);
  G_OBJECT_CLASS (waxseal_link_row_parent_class)->dispose (object);
}

static void
waxseal_link_row_class_init (WaxsealLinkRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = waxseal_link_row_get_property;
  object_class->set_property = waxseal_link_row_set_property;
  object_class->dispose = waxseal_link_row_dispose;

  /** WaxsealLinkRow:place: as waxseal-portal-links.h names it. */
  props[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags);
  props[PROP_ORGANIZATION] =
    g_param_spec_object ("organization", NULL, NULL, WAXSEAL_TYPE_ORGANIZATION, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waxseal/Waxseal/ui/waxseal-link-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealLinkRow, copy_button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealLinkRow, icon);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
}

static void
waxseal_link_row_init (WaxsealLinkRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
