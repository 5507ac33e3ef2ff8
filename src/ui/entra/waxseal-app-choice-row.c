/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-app-choice-row.h"

#include <glib/gi18n.h>

#include "waxseal-date.h"

/**
 * WaxsealAppChoiceRow:
 *
 * An application that is there and can be used, or the choice to create one.
 */
struct _WaxsealAppChoiceRow
{
  AdwActionRow parent_instance;

  GtkCheckButton *check;

  WaxsealRegisteredApp *app;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaxsealAppChoiceRow, waxseal_app_choice_row, ADW_TYPE_ACTION_ROW)

static void
toggled_cb (WaxsealAppChoiceRow *self)
{
  if (gtk_check_button_get_active (self->check))
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
waxseal_app_choice_row_dispose (GObject *object)
{
  g_clear_object (&WAXSEAL_APP_CHOICE_ROW (object)->app);
  G_OBJECT_CLASS (waxseal_app_choice_row_parent_class)->dispose (object);
}

static void
waxseal_app_choice_row_class_init (WaxsealAppChoiceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_app_choice_row_dispose;

  /** WaxsealAppChoiceRow::chosen: */
  signals[CHOSEN] = g_signal_new (
    "chosen", G_OBJECT_CLASS_TYPE (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-app-choice-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealAppChoiceRow, check);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
waxseal_app_choice_row_init (WaxsealAppChoiceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_app (WaxsealAppChoiceRow *self, WaxsealRegisteredApp *app)
{
  g_autofree char *day = waxseal_date_format (waxseal_record_get_text (app, "created"));
  g_autofree char *subtitle =
    /* Translators: a client ID and a day */
    g_strdup_printf (_ ("%s, created on %s"), waxseal_record_get_text (app, "client-id"), day);
  g_autofree char *title =
    /* Translators: %s is the name of an application */
    g_strdup_printf (_ ("Use “%s”"), waxseal_record_get_text (app, "display-name"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
}

/**
 * waxseal_app_choice_row_new:
 * @app: (nullable): the application; %NULL for a new one
 * @group: (nullable): another row, of which only one can be chosen at a time
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
waxseal_app_choice_row_new (WaxsealRegisteredApp *app, GtkWidget *group)
{
  WaxsealAppChoiceRow *self = g_object_new (WAXSEAL_TYPE_APP_CHOICE_ROW, NULL);

  g_set_object (&self->app, app);
  if (app != NULL)
    show_app (self, app);
  else
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Create another one"));
  if (group != NULL)
    gtk_check_button_set_group (self->check, WAXSEAL_APP_CHOICE_ROW (group)->check);
  return GTK_WIDGET (self);
}

/** waxseal_app_choice_row_get_app: Returns: (transfer none) (nullable): %NULL for a new one. */
WaxsealRegisteredApp *
waxseal_app_choice_row_get_app (WaxsealAppChoiceRow *self)
{
  return self->app;
}

/** waxseal_app_choice_row_choose: Marks it. */
void
waxseal_app_choice_row_choose (WaxsealAppChoiceRow *self)
{
  gtk_check_button_set_active (self->check, TRUE);
}
