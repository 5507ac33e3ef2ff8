/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-phase-head.h"

#include <glib/gi18n.h>

#include "waxseal-date.h"
#include "waxseal-short-text.h"
#include "waxseal-state-icon.h"

/**
 * WaxsealPhaseHead:
 *
 * The phase that is looked at: how far it is, the one thing that it waits for, and everything else
 * that can be done with it.
 */
struct _WaxsealPhaseHead
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  AdwActionRow *stage_row;
  GtkImage *icon;
  GtkButton *next_button;
  AdwExpanderRow *more_row;
  AdwActionRow *see_row;
  GtkWidget *action_rows[WAXSEAL_N_ROLLOUT_ACTIONS];

  WaxsealOrganization *organization;
  WaxsealRolloutPhase *phase;
  WaxsealPhaseNext next;
  WaxsealRolloutAction action; /* with next */
};

G_DEFINE_FINAL_TYPE (WaxsealPhaseHead, waxseal_phase_head, ADW_TYPE_BIN)

static guint next_signal;

static void
choose (WaxsealPhaseHead *self, WaxsealPhaseNext next, WaxsealRolloutAction action)
{
  g_signal_emit (self, next_signal, 0, next, action);
}

static void
next_clicked_cb (WaxsealPhaseHead *self)
{
  choose (self, self->next, self->action);
}

static void
see_activated_cb (WaxsealPhaseHead *self)
{
  choose (self, WAXSEAL_PHASE_NEXT_SEE, WAXSEAL_ROLLOUT_ACTION_DEPLOY);
}

static void
action_activated_cb (WaxsealPhaseHead *self, GtkWidget *row)
{
  for (guint i = 0; i < WAXSEAL_N_ROLLOUT_ACTIONS; i++)
    if (self->action_rows[i] == row)
      choose (self, WAXSEAL_PHASE_NEXT_ACT, i);
}

/* Why it waits, where that is known better than from how far it is. */
static char *
describe_stage (WaxsealPhaseHead *self, WaxsealPhaseStage stage, GDateTime *now)
{
  if (self->next == WAXSEAL_PHASE_NEXT_NAME_PEOPLE)
    return g_strdup (waxseal_rollout_action_get_refusal (
      WAXSEAL_ROLLOUT_ACTION_DEPLOY, self->organization, self->phase, now));
  return waxseal_phase_stage_describe (stage, self->phase);
}

/* How it is known that people have it: a word for it, and the day. */
static char *
describe_proof (WaxsealPhaseHead *self)
{
  const char *verified = waxseal_record_get_text (self->phase, "assignment-verified-on");

  if (*verified != '\0')
    return waxseal_date_format_verified (verified);
  return waxseal_date_format_declared (waxseal_record_get_text (self->phase, "deployed-on"));
}

static void
show_stage (WaxsealPhaseHead *self, WaxsealPhaseStage stage, GDateTime *now)
{
  g_autofree char *text = describe_stage (self, stage, now);
  g_autofree char *proof = describe_proof (self);
  g_autofree char *both = NULL;

  if (waxseal_phase_stage_is_out (stage) && *proof != '\0')
    both = g_strdup_printf ("%s\n%s", text, proof);
  waxseal_state_icon_show (self->icon, waxseal_phase_stage_get_state (stage, self->phase));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->stage_row),
                                 waxseal_phase_stage_get_label (stage));
  adw_action_row_set_subtitle (self->stage_row, both != NULL ? both : text);
}

/* What only leads elsewhere is not what the page suggests. */
static void
show_next (WaxsealPhaseHead *self)
{
  const char *label = waxseal_phase_next_get_label (self->next, self->action);

  gtk_widget_set_visible (GTK_WIDGET (self->next_button), *label != '\0');
  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (self->next_button)), label);
  if (self->next == WAXSEAL_PHASE_NEXT_GO_BEFORE)
    gtk_widget_remove_css_class (GTK_WIDGET (self->next_button), "suggested-action");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->next_button), "suggested-action");
}

static gboolean
is_offered (WaxsealPhaseHead *self, WaxsealRolloutAction action, const char *own, GDateTime *now)
{
  /* It is the button already, or what the button leads to comes first. */
  if (self->next <= WAXSEAL_PHASE_NEXT_ACT && self->action == action)
    return FALSE;
  return waxseal_rollout_action_applies (action, self->organization, self->phase, own, now);
}

static void
show_action (WaxsealPhaseHead *self, WaxsealRolloutAction action, GDateTime *now)
{
  const char *refusal =
    waxseal_rollout_action_get_refusal (action, self->organization, self->phase, now);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->action_rows[action]),
                               refusal != NULL ? refusal
                                               : waxseal_rollout_action_get_text (action));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->action_rows[action]), refusal == NULL);
}

static void
show_more (WaxsealPhaseHead *self, WaxsealPhaseStage stage, const char *own, GDateTime *now)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autofree char *joined = NULL;
  gboolean unseen = stage == WAXSEAL_PHASE_STAGE_LATE;

  gtk_widget_set_visible (GTK_WIDGET (self->see_row), unseen);
  if (unseen)
    g_ptr_array_add (labels,
                     (char *) adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->see_row)));
  for (guint i = 0; i < WAXSEAL_N_ROLLOUT_ACTIONS; i++)
    {
      gboolean offered = is_offered (self, i, own, now);

      gtk_widget_set_visible (self->action_rows[i], offered);
      if (!offered)
        continue;
      show_action (self, i, now);
      g_ptr_array_add (labels, (char *) waxseal_rollout_action_get_label (i));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->more_row), labels->len > 0);
  g_ptr_array_add (labels, NULL);
  joined = g_strjoinv (" · ", (char **) labels->pdata);
  adw_expander_row_set_subtitle (self->more_row, joined);
}

static void
add_action_rows (WaxsealPhaseHead *self)
{
  for (guint i = 0; i < WAXSEAL_N_ROLLOUT_ACTIONS; i++)
    {
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                     "title",
                                     waxseal_rollout_action_get_label (i),
                                     "title-lines",
                                     0,
                                     "subtitle-lines",
                                     0,
                                     NULL);

      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
      g_signal_connect_object (
        row, "activated", G_CALLBACK (action_activated_cb), self, G_CONNECT_SWAPPED);
      adw_expander_row_add_row (self->more_row, row);
      self->action_rows[i] = row;
    }
}

static void
waxseal_phase_head_dispose (GObject *object)
{
  WaxsealPhaseHead *self = WAXSEAL_PHASE_HEAD (object);

  g_clear_object (&self->organization);
  g_clear_object (&self->phase);
  G_OBJECT_CLASS (waxseal_phase_head_parent_class)->dispose (object);
}

static void
waxseal_phase_head_class_init (WaxsealPhaseHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_phase_head_dispose;
  next_signal = g_signal_new ("next",
                              WAXSEAL_TYPE_PHASE_HEAD,
                              G_SIGNAL_RUN_LAST,
                              0,
                              NULL,
                              NULL,
                              NULL,
                              G_TYPE_NONE,
                              2,
                              G_TYPE_UINT,
                              G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-phase-head.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseHead, group);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseHead, stage_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseHead, icon);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseHead, next_button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseHead, more_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseHead, see_row);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, see_activated_cb);
}

static void
waxseal_phase_head_init (WaxsealPhaseHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_action_rows (self);
}

/** waxseal_phase_head_show: Is about another phase; an update shows it. */
void
waxseal_phase_head_show (WaxsealPhaseHead *self,
                         WaxsealOrganization *organization,
                         WaxsealRolloutPhase *phase)
{
  g_set_object (&self->organization, organization);
  g_set_object (&self->phase, phase);
  adw_expander_row_set_expanded (self->more_row, FALSE);
}

/** waxseal_phase_head_update: @own_address: (nullable): of the administrator, where it is known. */
void
waxseal_phase_head_update (WaxsealPhaseHead *self, const char *own_address)
{
  GListModel *phases = waxseal_organization_get_phases (self->organization);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  WaxsealPhaseStage stage = waxseal_phase_stage_get (self->phase, phases, now);
  g_autofree char *name = waxseal_short_text (waxseal_rollout_phase_get_label (self->phase));
  g_autofree char *escaped = g_markup_escape_text (name, -1);

  self->next =
    waxseal_phase_next_get (self->organization, self->phase, own_address, now, &self->action);
  adw_preferences_group_set_title (self->group, escaped);
  show_stage (self, stage, now);
  show_next (self);
  show_more (self, stage, own_address, now);
}
