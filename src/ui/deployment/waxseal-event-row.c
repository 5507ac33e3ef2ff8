/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-event-row.h"

#include <glib/gi18n.h>

#include "waxseal-copy-row.h"
#include "waxseal-enums.h"
#include "waxseal-rollout-story.h"
#include "waxseal-short-text.h"
#include "waxseal-state-icon.h"
#include "waxseal-step.h"

/**
 * WaxsealEventRow:
 *
 * Something that happened to a phase; unfolded, what else is known of it.
 */
struct _WaxsealEventRow
{
  AdwExpanderRow parent_instance;

  GtkImage *icon;
  AdwActionRow *road_row;
  AdwActionRow *version_row;
  AdwActionRow *details_row;
  WaxsealCopyRow *request_row;

  WaxsealRolloutEvent *event;
  WaxsealRolloutPhase *phase;
};

G_DEFINE_FINAL_TYPE (WaxsealEventRow, waxseal_event_row, ADW_TYPE_EXPANDER_ROW)

static void
show_fact (AdwActionRow *row, const char *text)
{
  g_autofree char *short_text = waxseal_short_text (text);

  adw_action_row_set_subtitle (row, short_text);
  gtk_widget_set_visible (GTK_WIDGET (row), *text != '\0');
}

static void
show_title (WaxsealEventRow *self)
{
  g_autofree char *title = waxseal_rollout_story_tell (self->event, self->phase);
  g_autofree char *short_title = waxseal_short_text (title);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), short_title);
}

static void
show_event (WaxsealEventRow *self)
{
  WaxsealState state = waxseal_record_get_enum (self->event, "state");
  const char *request_id = waxseal_record_get_text (self->event, "request-id");
  g_autofree char *when = waxseal_rollout_story_tell_when (self->event);
  /* Translators: “Declared” or “Verified”, then when and by whom */
  g_autofree char *subtitle =
    g_strdup_printf (_ ("%s · %s"), waxseal_state_get_label (state), when);
  g_autofree char *short_subtitle = waxseal_short_text (subtitle);

  waxseal_state_icon_show (self->icon, state);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), short_subtitle);
  show_fact (self->road_row, waxseal_rollout_story_get_road (self->event));
  show_fact (self->version_row, waxseal_record_get_text (self->event, "version"));
  show_fact (self->details_row, waxseal_record_get_text (self->event, "details"));
  waxseal_copy_row_set_value (self->request_row, request_id);
  gtk_widget_set_visible (GTK_WIDGET (self->request_row), *request_id != '\0');
}

/* A row that has nothing more to tell does not offer to unfold. */
static void
show_whether_more (WaxsealEventRow *self)
{
  GtkWidget *rows[] = { GTK_WIDGET (self->road_row),
                        GTK_WIDGET (self->version_row),
                        GTK_WIDGET (self->details_row),
                        GTK_WIDGET (self->request_row) };
  gboolean more = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    more = more || gtk_widget_get_visible (rows[i]);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), more);
  if (more)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "nothing-more");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "nothing-more");
}

static void
update (WaxsealEventRow *self)
{
  show_title (self);
  show_event (self);
  show_whether_more (self);
}

static void
waxseal_event_row_dispose (GObject *object)
{
  WaxsealEventRow *self = WAXSEAL_EVENT_ROW (object);

  g_clear_object (&self->event);
  g_clear_object (&self->phase);
  G_OBJECT_CLASS (waxseal_event_row_parent_class)->dispose (object);
}

static void
waxseal_event_row_class_init (WaxsealEventRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_event_row_dispose;
  g_type_ensure (WAXSEAL_TYPE_COPY_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-event-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealEventRow, icon);
  gtk_widget_class_bind_template_child (widget_class, WaxsealEventRow, road_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealEventRow, version_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealEventRow, details_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealEventRow, request_row);
}

static void
waxseal_event_row_init (WaxsealEventRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_event_row_new: Returns: (transfer floating): a row that tells of @event, of @phase. */
GtkWidget *
waxseal_event_row_new (WaxsealRolloutEvent *event, WaxsealRolloutPhase *phase)
{
  WaxsealEventRow *self = g_object_new (WAXSEAL_TYPE_EVENT_ROW, NULL);

  self->event = g_object_ref (event);
  self->phase = g_object_ref (phase);
  g_signal_connect_object (phase, "notify::name", G_CALLBACK (show_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (event, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
