/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-audience-look-up.h"

#include <glib/gi18n.h>

#include "waxseal-group-count.h"
#include "waxseal-phase-recipients.h"
#include "waxseal-recipient-words.h"

struct _WaxsealAudienceLookUp
{
  GObject parent_instance;

  WaxsealGraph *graph;
  WaxsealRolloutPhase *phase;
  gboolean recounts;
  char **addresses;
  WaxsealAudienceMatch *match;
  WaxsealGroupCensus *census;
  gboolean matched; /* so that @match has its lists */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (WaxsealAudienceLookUp, waxseal_audience_look_up, G_TYPE_OBJECT)

static void
changed (WaxsealAudienceLookUp *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
waxseal_audience_look_up_dispose (GObject *object)
{
  WaxsealAudienceLookUp *self = WAXSEAL_AUDIENCE_LOOK_UP (object);

  if (self->match != NULL)
    g_signal_handlers_disconnect_by_data (self->match, self);
  if (self->census != NULL)
    g_signal_handlers_disconnect_by_data (self->census, self);
  g_clear_object (&self->match);
  g_clear_object (&self->census);
  g_clear_object (&self->graph);
  g_clear_object (&self->phase);
  g_clear_pointer (&self->addresses, g_strfreev);
  G_OBJECT_CLASS (waxseal_audience_look_up_parent_class)->dispose (object);
}

static void
waxseal_audience_look_up_class_init (WaxsealAudienceLookUpClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waxseal_audience_look_up_dispose;

  changed_signal = g_signal_new (
    "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
waxseal_audience_look_up_init (WaxsealAudienceLookUp *self)
{
}

/** waxseal_audience_look_up_new: Returns: (transfer full): one that has not begun. */
WaxsealAudienceLookUp *
waxseal_audience_look_up_new (WaxsealGraph *graph, WaxsealRolloutPhase *phase)
{
  WaxsealAudienceLookUp *self = g_object_new (WAXSEAL_TYPE_AUDIENCE_LOOK_UP, NULL);

  self->graph = g_object_ref (graph);
  self->phase = g_object_ref (phase);
  return self;
}

static GListModel *
get_recipients (WaxsealRolloutPhase *phase)
{
  return G_LIST_MODEL (waxseal_record_get_list (phase, "recipients"));
}

static gboolean
is_uncounted (WaxsealRecipient *recipient)
{
  return waxseal_recipient_is_group (recipient) && waxseal_recipient_is_verified (recipient) &&
         !waxseal_recipient_is_counted (recipient);
}

/** waxseal_look_up_need_find: Returns: what is open in @phase. */
WaxsealLookUpNeed
waxseal_look_up_need_find (WaxsealRolloutPhase *phase)
{
  GListModel *recipients = get_recipients (phase);
  g_auto (GStrv) typed = waxseal_phase_recipients_dup_typed (phase);
  WaxsealLookUpNeed need = { .n_typed = g_strv_length (typed) };

  for (guint i = 0; i < g_list_model_get_n_items (recipients); i++)
    {
      g_autoptr (WaxsealRecipient) recipient = g_list_model_get_item (recipients, i);

      need.n_uncounted += is_uncounted (recipient);
    }
  return need;
}

static GListModel *
list_groups (WaxsealAudienceLookUp *self)
{
  GListModel *recipients = get_recipients (self->phase);
  GListStore *groups = g_list_store_new (WAXSEAL_TYPE_RECIPIENT);

  for (guint i = 0; i < g_list_model_get_n_items (recipients); i++)
    {
      g_autoptr (WaxsealRecipient) recipient = g_list_model_get_item (recipients, i);

      if (waxseal_recipient_is_group (recipient) && (self->recounts || is_uncounted (recipient)))
        g_list_store_append (groups, recipient);
    }
  return G_LIST_MODEL (groups);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (waxseal_group_census_run_finish (WAXSEAL_GROUP_CENSUS (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
count_groups (GTask *task)
{
  WaxsealAudienceLookUp *self = g_task_get_source_object (task);
  g_autoptr (GListModel) groups = list_groups (self);

  if (g_list_model_get_n_items (groups) == 0)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  self->census = waxseal_group_census_new (self->graph, groups);
  g_signal_connect_swapped (self->census, "notify", G_CALLBACK (changed), self);
  waxseal_group_census_run_async (self->census,
                                  g_task_get_cancellable (task),
                                  counted_cb,
                                  g_object_ref (task));
  changed (self);
}

static void
matched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  WaxsealAudienceLookUp *self = g_task_get_source_object (task);
  GError *error = NULL;

  self->matched =
    waxseal_audience_match_run_finish (WAXSEAL_AUDIENCE_MATCH (source), result, &error);
  if (!self->matched)
    {
      g_task_return_error (task, error);
      return;
    }
  waxseal_phase_recipients_take_match (self->phase,
                                       (const char *const *) self->addresses,
                                       self->match);
  count_groups (task);
}

/** waxseal_audience_look_up_run_async: once. */
void
waxseal_audience_look_up_run_async (WaxsealAudienceLookUp *self,
                                    gboolean recounts,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, waxseal_audience_look_up_run_async);
  g_task_set_check_cancellable (task, FALSE);
  self->recounts = recounts;
  self->addresses = waxseal_phase_recipients_dup_typed (self->phase);
  if (self->addresses[0] == NULL)
    {
      count_groups (task);
      return;
    }
  self->match = waxseal_audience_match_new (self->graph, (const char *const *) self->addresses);
  g_signal_connect_swapped (self->match, "notify", G_CALLBACK (changed), self);
  waxseal_audience_match_run_async (self->match, cancellable, matched_cb, g_object_ref (task));
}

/** waxseal_audience_look_up_run_finish: Returns: whether all was answered; what was until then is
 * in the phase. */
gboolean
waxseal_audience_look_up_run_finish (WaxsealAudienceLookUp *self,
                                     GAsyncResult *result,
                                     GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static guint
count_counted (GListModel *counts)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (counts); i++)
    {
      g_autoptr (WaxsealGroupCount) count = g_list_model_get_item (counts, i);

      n += waxseal_group_count_get_state (count) != WAXSEAL_GROUP_COUNT_OPEN;
    }
  return n;
}

static guint
get_number (gpointer object, const char *property)
{
  guint number = 0;

  if (object != NULL)
    g_object_get (object, property, &number, NULL);
  return number;
}

/** waxseal_audience_look_up_describe_progress: Returns: (transfer full): “180 of 300 addresses”. */
char *
waxseal_audience_look_up_describe_progress (WaxsealAudienceLookUp *self)
{
  GListModel *counts = waxseal_audience_look_up_get_counts (self);
  guint waiting =
    counts != NULL ? get_number (self->census, "waiting") : get_number (self->match, "waiting");

  if (waiting > 0)
    return g_strdup_printf (ngettext ("Microsoft is busy. Going on in %u second",
                                      "Microsoft is busy. Going on in %u seconds",
                                      (waiting + 999) / 1000),
                            (waiting + 999) / 1000);
  if (counts != NULL)
    return g_strdup_printf (_ ("%u of %u groups"),
                            count_counted (counts),
                            g_list_model_get_n_items (counts));
  return g_strdup_printf (_ ("%u of %u addresses"),
                          get_number (self->match, "done"),
                          get_number (self->match, "total"));
}

/** waxseal_audience_look_up_get_fraction: Returns: how far it is, from 0 to 1. */
double
waxseal_audience_look_up_get_fraction (WaxsealAudienceLookUp *self)
{
  GListModel *counts = waxseal_audience_look_up_get_counts (self);
  guint total =
    counts != NULL ? g_list_model_get_n_items (counts) : get_number (self->match, "total");
  guint done = counts != NULL ? count_counted (counts) : get_number (self->match, "done");

  return total > 0 ? done / (double) total : 0;
}

/** waxseal_audience_look_up_get_match: Returns: (transfer none) (nullable): what became of the
 * typed addresses. */
WaxsealAudienceMatch *
waxseal_audience_look_up_get_match (WaxsealAudienceLookUp *self)
{
  return self->matched ? self->match : NULL;
}

/** waxseal_audience_look_up_get_counts: Returns: (transfer none) (nullable): who is in the groups.
 */
GListModel *
waxseal_audience_look_up_get_counts (WaxsealAudienceLookUp *self)
{
  return self->census != NULL ? waxseal_group_census_get_counts (self->census) : NULL;
}
