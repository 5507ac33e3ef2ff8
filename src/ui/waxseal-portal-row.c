/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-portal-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-date.h"
#include "waxseal-record-field.h"
#include "waxseal-short-text.h"

/**
 * WaxsealPortalRow:
 *
 * One step in a portal: what there is to do is in it, and the check mark before its title is the
 * administrator's word that it is done. The field is a date, or a list of permissions; that is done
 * when each of them is granted.
 */
struct _WaxsealPortalRow
{
  AdwExpanderRow parent_instance;

  GtkCheckButton *check;

  WaxsealRecordField field;
};

G_DEFINE_FINAL_TYPE (WaxsealPortalRow, waxseal_portal_row, ADW_TYPE_EXPANDER_ROW)

static void toggled_cb (WaxsealPortalRow *self);

static GListModel *
get_list (WaxsealPortalRow *self)
{
  GParamSpec *pspec =
    g_object_class_find_property (G_OBJECT_GET_CLASS (self->field.record), self->field.name);

  if (waxseal_record_pspec_get_item_type (pspec) == G_TYPE_INVALID)
    return NULL;
  return G_LIST_MODEL (waxseal_record_get_list (self->field.record, self->field.name));
}

/* The day on which the last of the list was declared; empty where one is not. */
static const char *
get_list_date (GListModel *list)
{
  const char *last = "";
  guint i;

  for (i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (WaxsealRecord) item = g_list_model_get_item (list, i);
      const char *date = waxseal_record_get_text (item, "granted-on");

      if (*date == '\0')
        return "";
      if (strcmp (date, last) > 0)
        last = date;
    }
  return last;
}

static const char *
get_date (WaxsealPortalRow *self)
{
  GListModel *list;

  if (!waxseal_record_field_is_set (&self->field))
    return "";
  list = get_list (self);
  return list != NULL ? get_list_date (list)
                      : waxseal_record_get_text (self->field.record, self->field.name);
}

static void
show_record (WaxsealPortalRow *self)
{
  g_autofree char *short_date = waxseal_short_text (get_date (self));
  g_autofree char *declared = waxseal_date_format_declared (short_date);

  g_signal_handlers_block_by_func (self->check, toggled_cb, self);
  gtk_check_button_set_active (self->check, *short_date != '\0');
  g_signal_handlers_unblock_by_func (self->check, toggled_cb, self);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), declared);
}

static void
declare_list (GListModel *list, const char *date)
{
  guint i;

  for (i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (WaxsealRecord) item = g_list_model_get_item (list, i);

      if (date == NULL || *waxseal_record_get_text (item, "granted-on") == '\0')
        waxseal_record_set_text (item, "granted-on", date);
    }
}

static void
toggled_cb (WaxsealPortalRow *self)
{
  GListModel *list;
  g_autofree char *now = NULL;

  if (!waxseal_record_field_is_set (&self->field))
    return;
  if (gtk_check_button_get_active (self->check))
    now = waxseal_date_now ();
  list = get_list (self);
  if (list != NULL)
    declare_list (list, now);
  else
    waxseal_record_set_text (self->field.record, self->field.name, now);
  gtk_widget_activate_action (GTK_WIDGET (self), "road.next", NULL);
}

static void
title_changed_cb (WaxsealPortalRow *self)
{
  /* Translators: %s is a step, such as “3. Register an application” */
  g_autofree char *label =
    g_strdup_printf (_ ("Done: %s"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  -1);
}

static void
waxseal_portal_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  waxseal_record_field_get_property (&WAXSEAL_PORTAL_ROW (object)->field, prop_id, value);
}

static void
waxseal_portal_row_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  WaxsealPortalRow *self = WAXSEAL_PORTAL_ROW (object);

  if (self->field.record != NULL)
    g_signal_handlers_disconnect_by_func (self->field.record, show_record, self);
  waxseal_record_field_set_property (&self->field, prop_id, value);
  if (self->field.record != NULL)
    g_signal_connect_object (
      self->field.record, "changed", G_CALLBACK (show_record), self, G_CONNECT_SWAPPED);
  show_record (self);
}

static void
waxseal_portal_row_dispose (GObject *object)
{
  waxseal_record_field_clear (&WAXSEAL_PORTAL_ROW (object)->field);
  G_OBJECT_CLASS (waxseal_portal_row_parent_class)->dispose (object);
}

static void
waxseal_portal_row_class_init (WaxsealPortalRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = waxseal_portal_row_get_property;
  object_class->set_property = waxseal_portal_row_set_property;
  object_class->dispose = waxseal_portal_row_dispose;
  waxseal_record_field_install (object_class);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-portal-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealPortalRow, check);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
waxseal_portal_row_init (WaxsealPortalRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_portal_row_is_done: Returns: whether the administrator says so. */
gboolean
waxseal_portal_row_is_done (WaxsealPortalRow *self)
{
  return *get_date (self) != '\0';
}
