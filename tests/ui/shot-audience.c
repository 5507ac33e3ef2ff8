/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shot-audience.h"

#include <glib/gi18n.h>

#include "ui-person.h"
#include "waxseal-audience-dialog.h"
#include "waxseal-deployment-page.h"
#include "waxseal-direct-step-row.h"
#include "waxseal-phase-recipients.h"
#include "waxseal-rollout-enums.h"

typedef struct
{
  WaxsealWindow *window;
  const char *folder;
  GtkWidget *page;
  WaxsealOrganization *organization;
  UiPerson *person;
  GtkWidget *root; /* in which something is waited for */
  const char *label;
} Shots;

static void
save (Shots *shots, GtkWidget *window, const char *name)
{
  g_autofree char *file = g_strdup_printf ("rollout-%s.png", name);
  g_autofree char *path = g_build_filename (shots->folder, file, NULL);

  ui_driver_settle (700);
  ui_driver_save_picture (window, path);
}

static gboolean
is_there (gpointer user_data)
{
  Shots *shots = user_data;

  ui_person_look (shots->person);
  return ui_driver_find_label (shots->root, shots->label) != NULL;
}

static void
wait_label (Shots *shots, GtkWidget *root, const char *label)
{
  shots->root = root;
  shots->label = label;
  ui_driver_wait (is_there, shots);
}

static WaxsealRolloutPhase *
get_phase (Shots *shots, guint index)
{
  g_autoptr (WaxsealRolloutPhase) phase =
    g_list_model_get_item (waxseal_organization_get_phases (shots->organization), index);

  return phase; /* the organisation keeps it */
}

static void
show (Shots *shots, guint phase, const char *section)
{
  waxseal_deployment_page_show_phase (WAXSEAL_DEPLOYMENT_PAGE (shots->page),
                                      waxseal_record_get_text (get_phase (shots, phase), "name"));
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (
                                           ui_driver_get_child (shots->page, "sections")),
                                         section);
  ui_driver_settle (300);
}

static void
scroll_to (Shots *shots, double where)
{
  GtkWidget *scroller = ui_driver_find (shots->page, GTK_TYPE_SCROLLED_WINDOW, NULL);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  ui_driver_settle (300);
  gtk_adjustment_set_value (adjustment, where * gtk_adjustment_get_upper (adjustment));
}

static void
name (Shots *shots, guint phase, const char *const *addresses)
{
  g_autoptr (GListModel) recipients = waxseal_recipients_new_from_addresses (addresses);

  waxseal_phase_recipients_add (get_phase (shots, phase), recipients);
}

static GtkWidget *
open_dialog (Shots *shots)
{
  ui_driver_click (shots->page, _ ("A_dd People…"));
  return GTK_WIDGET (ui_driver_wait_dialog (WAXSEAL_TYPE_AUDIENCE_DIALOG));
}

static void
take_search (Shots *shots)
{
  GtkWidget *dialog = open_dialog (shots);
  GtkWidget *groups;

  save (shots, dialog, "sign-in");
  ui_driver_click (dialog, _ ("Use a _Code…"));
  wait_label (shots, dialog, "Abbott");
  save (shots, dialog, "people");
  groups = ui_driver_find_button (dialog, _ ("_Groups"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (groups), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (ui_driver_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL)),
                         "sales");
  wait_label (shots, dialog, "Sales Everywhere");
  ui_driver_settle (500);
  g_signal_emit_by_name (ui_driver_find (dialog, GTK_TYPE_LIST_VIEW, NULL), "activate", 3);
  save (shots, dialog, "groups");
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
take_paste (Shots *shots)
{
  GtkWidget *dialog = open_dialog (shots);
  GtkWidget *view;

  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (ui_driver_get_child (dialog, "views")),
                                         "paste");
  view = ui_driver_find (dialog, GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)),
                            "grace.hall@contoso-practice.example\n"
                            "佐藤 花子 <h.sato@renshu.example>\n"
                            "nobody@contoso-practice.example; former.colleague@contoso-practice."
                            "example\nGrace.Hall@contoso-practice.example\nAnn Lee\n",
                            -1);
  ui_driver_settle (1000);
  save (shots, dialog, "paste");
  ui_driver_click (dialog,
                   gtk_button_get_label (GTK_BUTTON (
                     ui_driver_get_child (ui_driver_get_child (dialog, "paste"), "add_button"))));
  wait_label (shots, shots->page, _ ("Did not match"));
}

/* Everything that can be said of an audience. */
static void
take_audience (Shots *shots)
{
  static const char *const first[] = { "ann@contoso.com", "bob@contoso.com", NULL };

  name (shots, 0, first);
  show (shots, 1, "plan");
  take_search (shots);
  wait_label (shots, shots->page, _ ("Who is in the groups"));
  take_paste (shots);
  scroll_to (shots, 0.2);
  save (shots, GTK_WIDGET (shots->window), "audience");
  scroll_to (shots, 0.6);
  save (shots, GTK_WIDGET (shots->window), "audience-end");
}

static void
take_direct (Shots *shots)
{
  g_autoptr (GListModel) removed = waxseal_phase_recipients_remove_all (get_phase (shots, 0));

  g_object_set (waxseal_record_get_child (shots->organization, "rollout"),
                "road",
                WAXSEAL_ROAD_EXCHANGE,
                NULL);
  name (shots,
        0,
        (const char *const[]){
          "grace.hall@contoso-practice.example", "sean.o'brien@contoso-practice.example", NULL });
  show (shots, 0, "roll-out");
  scroll_to (shots, 0.3);
  save (shots, GTK_WIDGET (shots->window), "direct-consent");
  gtk_editable_set_text (GTK_EDITABLE (ui_driver_find (shots->page, ADW_TYPE_ENTRY_ROW, NULL)),
                         "Ann Admin");
  ui_driver_click (shots->page, _ ("_Accept"));
  scroll_to (shots, 0.3);
  save (shots, GTK_WIDGET (shots->window), "direct-look");
  ui_driver_click (shots->page, _ ("_Look"));
  wait_label (shots, shots->page, _ ("To know before"));
  adw_expander_row_set_expanded (
    ADW_EXPANDER_ROW (ui_driver_find (shots->page, WAXSEAL_TYPE_DIRECT_STEP_ROW, NULL)), TRUE);
  scroll_to (shots, 0.5);
  save (shots, GTK_WIDGET (shots->window), "direct-plan");
  ui_driver_click (shots->page, _ ("_Do It"));
  wait_label (shots, shots->page, _ ("Done, and read back"));
  scroll_to (shots, 0.4);
  save (shots, GTK_WIDGET (shots->window), "direct-done");
}

static gboolean
is_practice (gpointer window)
{
  WaxsealOrganization *organization = waxseal_window_get_organization (window);

  return organization != NULL && waxseal_organization_get_practice (organization);
}

void
shot_audience_take (WaxsealWindow *window, const char *folder)
{
  g_autoptr (UiPerson) person = ui_person_new ("global-administrator");
  Shots shots = { .window = window, .folder = folder, .person = person };

  gtk_widget_activate_action (GTK_WIDGET (window), "win.practice", NULL);
  ui_driver_wait (is_practice, window);
  shots.organization = waxseal_window_get_organization (window);
  shots.page = waxseal_workspace_get_page (waxseal_window_get_workspace (window), "deployment");
  waxseal_record_set_text (waxseal_organization_get_addin (shots.organization),
                           "id",
                           "0c0ffee0-1111-4222-8333-444455556666");
  waxseal_window_show_page (window, "deployment");
  take_audience (&shots);
  take_direct (&shots);
}
