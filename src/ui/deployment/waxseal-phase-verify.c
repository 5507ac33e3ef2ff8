/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-phase-verify.h"

#include <glib/gi18n.h>

#include "waxseal-client-check.h"
#include "waxseal-client-grid.h"
#include "waxseal-missing-button.h"
#include "waxseal-phase-stage.h"
#include "waxseal-sheet-list.h"
#include "waxseal-try-group.h"

/**
 * WaxsealPhaseVerify:
 *
 * Whether it works: a try in each client (guide.md, D), and what to check where the button is
 * missing.
 */
struct _WaxsealPhaseVerify
{
  GtkBox parent_instance;

  AdwPreferencesGroup *clients_group;
  WaxsealClientGrid *grid;
  WaxsealTryGroup *try_group;
  GtkToggleButton *trouble_button;
  WaxsealSheetList *trouble_list;

  WaxsealOrganization *organization;
  WaxsealRolloutPhase *phase;
};

G_DEFINE_FINAL_TYPE (WaxsealPhaseVerify, waxseal_phase_verify, GTK_TYPE_BOX)

static GListModel *
get_tests (WaxsealPhaseVerify *self)
{
  return G_LIST_MODEL (waxseal_record_get_list (self->phase, "tests"));
}

static void
selected_cb (WaxsealPhaseVerify *self)
{
  waxseal_try_group_show (self->try_group,
                          self->organization,
                          waxseal_client_grid_get_selected (self->grid));
}

static guint
count (WaxsealPhaseVerify *self, WaxsealTestResult result)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (get_tests (self)); i++)
    {
      g_autoptr (WaxsealRecord) test = g_list_model_get_item (get_tests (self), i);

      n += waxseal_record_get_enum (test, "result") == (int) result;
    }
  return n;
}

static void
show_counts (WaxsealPhaseVerify *self)
{
  guint n = g_list_model_get_n_items (get_tests (self));
  guint passed = count (self, WAXSEAL_TEST_RESULT_PASSED);
  guint failed = count (self, WAXSEAL_TEST_RESULT_FAILED);
  g_autofree char *text = NULL;

  if (failed > 0)
    /* Translators: how many tries passed, of how many, and how many failed */
    text = g_strdup_printf (_ ("%u of %u passed, %u failed."), passed, n, failed);
  else
    /* Translators: how many tries passed, of how many */
    text = g_strdup_printf (_ ("%u of %u passed."), passed, n);
  adw_preferences_group_set_description (self->clients_group, text);
}

/* What there is to try follows from the domains, and is only written down once it is looked at. */
static void
show_tests (WaxsealPhaseVerify *self)
{
  if (!waxseal_organization_get_read_only (self->organization))
    waxseal_client_check_ensure (self->organization, self->phase);
  waxseal_client_grid_show (self->grid, get_tests (self));
  show_counts (self);
}

static void
waxseal_phase_verify_map (GtkWidget *widget)
{
  WaxsealPhaseVerify *self = WAXSEAL_PHASE_VERIFY (widget);

  if (self->phase != NULL)
    show_tests (self);
  GTK_WIDGET_CLASS (waxseal_phase_verify_parent_class)->map (widget);
}

static void
waxseal_phase_verify_dispose (GObject *object)
{
  WaxsealPhaseVerify *self = WAXSEAL_PHASE_VERIFY (object);

  g_clear_object (&self->organization);
  g_clear_object (&self->phase);
  G_OBJECT_CLASS (waxseal_phase_verify_parent_class)->dispose (object);
}

static void
waxseal_phase_verify_class_init (WaxsealPhaseVerifyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_phase_verify_dispose;
  widget_class->map = waxseal_phase_verify_map;
  g_type_ensure (WAXSEAL_TYPE_CLIENT_GRID);
  g_type_ensure (WAXSEAL_TYPE_SHEET_LIST);
  g_type_ensure (WAXSEAL_TYPE_TRY_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-phase-verify.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseVerify, clients_group);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseVerify, grid);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseVerify, try_group);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseVerify, trouble_button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseVerify, trouble_list);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
waxseal_phase_verify_init (WaxsealPhaseVerify *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_phase_verify_show: Is about another phase; an update shows the rest. */
void
waxseal_phase_verify_show (WaxsealPhaseVerify *self,
                           WaxsealOrganization *organization,
                           WaxsealRolloutPhase *phase)
{
  g_set_object (&self->organization, organization);
  g_set_object (&self->phase, phase);
  gtk_toggle_button_set_active (self->trouble_button, FALSE);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_tests (self);
}

/** waxseal_phase_verify_update: Shows how far it is now. */
void
waxseal_phase_verify_update (WaxsealPhaseVerify *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GListModel) steps = waxseal_missing_button_list (self->organization, self->phase, now);

  waxseal_sheet_list_show (self->trouble_list, steps, self->organization);
  show_counts (self);
}

/** waxseal_phase_verify_look_into: Shows what to check where the button is missing. */
void
waxseal_phase_verify_look_into (WaxsealPhaseVerify *self)
{
  gtk_toggle_button_set_active (self->trouble_button, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->trouble_button));
}
