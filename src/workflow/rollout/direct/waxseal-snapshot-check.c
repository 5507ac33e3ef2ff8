/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-snapshot-check.h"

#include "waxseal-group-census.h"
#include "waxseal-group-count.h"
#include "waxseal-record-json.h"
#include "waxseal-rollout-enums.h"
#include "waxseal-sign-in-scopes.h"
#include "waxseal-snapshot-change.h"

/* One check on its way: the task's data. */
typedef struct
{
  GPtrArray *groups;  /* the phase's own */
  GListStore *copies; /* of them, in the same order: these are counted */
  WaxsealGroupCensus *census;
} Check;

static void
free_check (gpointer data)
{
  Check *self = data;

  g_ptr_array_unref (self->groups);
  g_object_unref (self->copies);
  g_clear_object (&self->census);
  g_free (self);
}

static gboolean
was_read (WaxsealRecipient *recipient)
{
  return waxseal_record_get_enum (recipient, "kind") == WAXSEAL_RECIPIENT_KIND_GROUP &&
         *waxseal_record_get_text (recipient, "object-id") != '\0' &&
         *waxseal_record_get_text (recipient, "members-on") != '\0';
}

static Check *
new_check (WaxsealRolloutPhase *phase)
{
  GListModel *recipients = G_LIST_MODEL (waxseal_record_get_list (phase, "recipients"));
  Check *self = g_new0 (Check, 1);

  self->groups = g_ptr_array_new_with_free_func (g_object_unref);
  self->copies = g_list_store_new (WAXSEAL_TYPE_RECIPIENT);
  for (guint i = 0; i < g_list_model_get_n_items (recipients); i++)
    {
      g_autoptr (WaxsealRecipient) recipient = g_list_model_get_item (recipients, i);
      g_autoptr (WaxsealRecipient) copy = NULL;

      if (!was_read (recipient))
        continue;
      copy = waxseal_record_copy (recipient);
      g_list_store_append (self->copies, copy);
      g_ptr_array_add (self->groups, g_steal_pointer (&recipient));
    }
  return self;
}

/* The census has a count for each copy, in their order. */
static GListModel *
compare (Check *self)
{
  GListModel *counts = waxseal_group_census_get_counts (self->census);
  GListStore *changes = g_list_store_new (WAXSEAL_TYPE_SNAPSHOT_CHANGE);

  for (guint i = 0; i < g_list_model_get_n_items (counts); i++)
    {
      g_autoptr (WaxsealGroupCount) count = g_list_model_get_item (counts, i);
      gboolean known = waxseal_group_count_get_state (count) == WAXSEAL_GROUP_COUNT_DONE;
      g_autofree char *problem = known ? NULL : waxseal_group_count_dup_message (count);
      g_autoptr (WaxsealSnapshotChange) change =
        waxseal_snapshot_change_new (self->groups->pdata[i],
                                     waxseal_group_count_get_recipient (count),
                                     problem);

      g_list_store_append (changes, change);
    }
  return G_LIST_MODEL (changes);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (waxseal_group_census_run_finish (WAXSEAL_GROUP_CENSUS (source), result, &error))
    g_task_return_pointer (task, compare (g_task_get_task_data (task)), g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
signed_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  WaxsealTenantSession *session = WAXSEAL_TENANT_SESSION (source);
  Check *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (!waxseal_tenant_session_sign_in_finish (session, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  self->census = waxseal_group_census_new (waxseal_tenant_session_get_graph (session),
                                           G_LIST_MODEL (self->copies));
  waxseal_group_census_run_async (self->census,
                                  g_task_get_cancellable (task),
                                  counted_cb,
                                  g_object_ref (task));
}

/** waxseal_snapshot_check_async: See the header; nothing of @phase is changed. */
void
waxseal_snapshot_check_async (WaxsealTenantSession *session,
                              WaxsealRolloutPhase *phase,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task = g_task_new (session, cancellable, callback, user_data);
  Check *self = new_check (phase);

  g_task_set_source_tag (task, waxseal_snapshot_check_async);
  g_task_set_task_data (task, self, free_check);
  waxseal_tenant_session_sign_in_async (session,
                                        waxseal_sign_in_scopes_for_step (WAXSEAL_SIGN_IN_STEP_READ),
                                        cancellable,
                                        signed_in_cb,
                                        task);
}

/** waxseal_snapshot_check_finish: Returns: (transfer full): what is different, or %NULL with an
 * error. */
GListModel *
waxseal_snapshot_check_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
