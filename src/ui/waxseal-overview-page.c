/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-overview-page.h"

#include <glib/gi18n.h>

#include "waxseal-declare-row.h"
#include "waxseal-prerequisite.h"
#include "waxseal-step-row.h"

/**
 * WaxsealOverviewPage:
 *
 * Overview: what is next, how far each page is, and what is needed (cisco.md, 4).
 */
struct _WaxsealOverviewPage
{
  WaxsealPage parent_instance;

  AdwActionRow *next_row;
  GtkImage *next_icon;
  GtkButton *next_button;
  GtkListBox *steps_box;
  GtkListBox *prerequisites_box;
};

G_DEFINE_FINAL_TYPE (WaxsealOverviewPage, waxseal_overview_page, WAXSEAL_TYPE_PAGE)

static GtkWidget *
create_prerequisite_row_cb (gpointer item, gpointer user_data)
{
  return g_object_new (WAXSEAL_TYPE_DECLARE_ROW,
                       "title",
                       waxseal_prerequisite_get_title (item),
                       "subtitle",
                       waxseal_prerequisite_get_reason (item),
                       "use-markup",
                       FALSE,
                       "field",
                       "declared-on",
                       "record",
                       item,
                       NULL);
}

static GtkWidget *
create_step_row_cb (gpointer item, gpointer user_data)
{
  return waxseal_step_row_new (item);
}

static void
step_activated_cb (WaxsealOverviewPage *self, WaxsealStepRow *row)
{
  const char *name = waxseal_step_get_name (waxseal_step_row_get_step (row));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", name);
}

static void
show_next (WaxsealOverviewPage *self)
{
  WaxsealStep *next = waxseal_step_list_get_next (waxseal_page_get_steps (WAXSEAL_PAGE (self)));
  g_autofree char *title = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->next_button), next != NULL);
  if (next == NULL)
    {
      gtk_image_set_from_icon_name (self->next_icon, "waxseal-declared-symbolic");
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->next_row),
                                     _ ("Everything is done"));
      adw_action_row_set_subtitle (self->next_row,
                                   _ ("As you declared it; nothing is left to do."));
      return;
    }
  /* Translators: %s is the title of a page, such as “Entra App” */
  title = g_strdup_printf (_ ("Next: %s"), waxseal_step_get_title (next));
  gtk_image_set_from_icon_name (self->next_icon, "go-next-symbolic");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->next_row), title);
  adw_action_row_set_subtitle (self->next_row, waxseal_step_get_summary (next));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->next_button),
                                    "s",
                                    waxseal_step_get_name (next));
}

static void
waxseal_overview_page_opened (WaxsealPage *page)
{
  WaxsealOverviewPage *self = WAXSEAL_OVERVIEW_PAGE (page);
  WaxsealOrganization *organization = waxseal_page_get_organization (page);
  GListModel *steps = G_LIST_MODEL (waxseal_page_get_steps (page));
  g_autoptr (GtkSliceListModel) way = NULL;
  guint i;

  way = gtk_slice_list_model_new (g_object_ref (steps),
                                  WAXSEAL_STEP_ENTRA_APP,
                                  WAXSEAL_N_STEPS - WAXSEAL_STEP_ENTRA_APP);
  gtk_list_box_bind_model (self->steps_box, G_LIST_MODEL (way), create_step_row_cb, NULL, NULL);
  gtk_list_box_bind_model (self->prerequisites_box,
                           G_LIST_MODEL (waxseal_record_get_list (organization, "prerequisites")),
                           create_prerequisite_row_cb,
                           NULL,
                           NULL);
  for (i = 0; i < WAXSEAL_N_STEPS; i++)
    g_signal_connect_object (waxseal_step_list_get_step (waxseal_page_get_steps (page), i),
                             "notify",
                             G_CALLBACK (show_next),
                             self,
                             G_CONNECT_SWAPPED);
  show_next (self);
}

static void
waxseal_overview_page_class_init (WaxsealOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  WAXSEAL_PAGE_CLASS (klass)->opened = waxseal_overview_page_opened;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealOverviewPage, next_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealOverviewPage, next_icon);
  gtk_widget_class_bind_template_child (widget_class, WaxsealOverviewPage, next_button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealOverviewPage, steps_box);
  gtk_widget_class_bind_template_child (widget_class, WaxsealOverviewPage, prerequisites_box);
  gtk_widget_class_bind_template_callback (widget_class, step_activated_cb);
}

static void
waxseal_overview_page_init (WaxsealOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
