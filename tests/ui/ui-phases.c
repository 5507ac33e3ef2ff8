/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-phases.h"

#include "waxseal-recipient.h"

GtkWidget *
ui_phases_get_page (UiFixture *fixture)
{
  return ui_fixture_get_page (fixture, "deployment");
}

GtkWidget *
ui_phases_get_child (UiFixture *fixture, const char *id)
{
  return ui_driver_get_child (ui_phases_get_page (fixture), id);
}

GtkWidget *
ui_phases_get_part (UiFixture *fixture, const char *part, const char *id)
{
  return ui_driver_get_child (ui_phases_get_child (fixture, part), id);
}

GListStore *
ui_phases_get_phases (UiFixture *fixture)
{
  return waxseal_record_get_list (ui_fixture_get_organization (fixture), "phases");
}

WaxsealRolloutPhase *
ui_phases_get_phase (UiFixture *fixture, guint i)
{
  g_autoptr (WaxsealRolloutPhase) phase =
    g_list_model_get_item (G_LIST_MODEL (ui_phases_get_phases (fixture)), i);

  return phase; /* the list keeps it */
}

GtkWidget *
ui_phases_get_card (UiFixture *fixture, guint i)
{
  GtkWidget *card = gtk_widget_get_first_child (ui_phases_get_child (fixture, "cards"));

  for (; i > 0 && card != NULL; i--)
    card = gtk_widget_get_next_sibling (card);
  return card;
}

const char *
ui_phases_get_card_text (UiFixture *fixture, guint i, const char *id)
{
  return gtk_label_get_text (GTK_LABEL (ui_driver_get_child (ui_phases_get_card (fixture, i), id)));
}

const char *
ui_phases_get_title (UiFixture *fixture)
{
  return adw_preferences_group_get_title (
    ADW_PREFERENCES_GROUP (ui_phases_get_part (fixture, "head", "group")));
}

const char *
ui_phases_get_stage (UiFixture *fixture)
{
  return adw_preferences_row_get_title (
    ADW_PREFERENCES_ROW (ui_phases_get_part (fixture, "head", "stage_row")));
}

const char *
ui_phases_get_next (UiFixture *fixture)
{
  GtkWidget *label =
    gtk_button_get_child (GTK_BUTTON (ui_phases_get_part (fixture, "head", "next_button")));

  return gtk_label_get_text (GTK_LABEL (label));
}

void
ui_phases_press_next (UiFixture *fixture)
{
  g_signal_emit_by_name (ui_phases_get_part (fixture, "head", "next_button"), "clicked");
}

const char *
ui_phases_get_section (UiFixture *fixture)
{
  return adw_view_stack_get_visible_child_name (
    ADW_VIEW_STACK (ui_phases_get_child (fixture, "sections")));
}

void
ui_phases_show (UiFixture *fixture, const char *section)
{
  waxseal_window_show_page (fixture->window, "deployment");
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (ui_phases_get_child (fixture, "sections")),
                                         section);
  ui_driver_settle (50);
}

void
ui_phases_select_card (UiFixture *fixture, guint i)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_phases_get_card (fixture, i)), TRUE);
}

void
ui_phases_name_ann (WaxsealRolloutPhase *phase)
{
  g_autoptr (WaxsealRecipient) ann =
    g_object_new (WAXSEAL_TYPE_RECIPIENT, "address", "ann@contoso.com", NULL);

  g_list_store_append (waxseal_record_get_list (phase, "recipients"), ann);
}

/* By the administrator's word, as the page takes it. */
void
ui_phases_deploy (UiFixture *fixture, guint i)
{
  ui_phases_name_ann (ui_phases_get_phase (fixture, i));
  ui_phases_select_card (fixture, i);
  ui_phases_show (fixture, "roll-out");
  gtk_editable_set_text (GTK_EDITABLE (ui_phases_get_part (fixture, "roll_out", "by_row")), "Ann");
  ui_driver_click (ui_phases_get_child (fixture, "roll_out"), "I Did It");
}
