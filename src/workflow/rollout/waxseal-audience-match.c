/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-audience-match.h"

#include <glib/gi18n.h>

#include "waxseal-audience-candidate.h"
#include "waxseal-audience-query.h"
#include "waxseal-date.h"
#include "waxseal-error.h"
#include "waxseal-graph-batch.h"
#include "waxseal-json.h"

enum
{
  PROP_TOTAL = 1,
  PROP_DONE,
  PROP_N_REQUESTS,
  PROP_N_READS,
  PROP_N_REPEATED,
  PROP_WAITING,
  N_PROPS,
};

struct _WaxsealAudienceMatch
{
  GObject parent_instance;
  GPtrArray *candidates; /* in the order they were typed in */
  WaxsealGraphBatch *batch;
  WaxsealAudienceQuery query; /* that is under way */
  GHashTable *asked;          /* by it: candidates by key */
  GHashTable *reads;          /* under way: keys by the read's number */
  guint numbers[N_PROPS];
  GListStore *recipients;
  GListStore *unmatched;
  GListStore *merged;
};

G_DEFINE_FINAL_TYPE (WaxsealAudienceMatch, waxseal_audience_match, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

/* microsoft.md, 1.7. */
static const char *const scopes[] = { "User.Read.All", "Group.Read.All", NULL };

/* What the batch counts, by the name it has here. */
static const struct
{
  const char *theirs;
  guint ours;
} counts[] = {
  { "n-batches", PROP_N_REQUESTS },
  { "n-sent", PROP_N_READS },
  { "n-repeated", PROP_N_REPEATED },
  { "waiting", PROP_WAITING },
};

static void
waxseal_audience_match_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_uint (value, WAXSEAL_AUDIENCE_MATCH (object)->numbers[id]);
}

static void
waxseal_audience_match_finalize (GObject *object)
{
  WaxsealAudienceMatch *self = WAXSEAL_AUDIENCE_MATCH (object);

  g_signal_handlers_disconnect_by_data (self->batch, self);
  g_clear_object (&self->batch);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_pointer (&self->reads, g_hash_table_unref);
  g_clear_pointer (&self->asked, g_hash_table_unref);
  g_clear_object (&self->recipients);
  g_clear_object (&self->unmatched);
  g_clear_object (&self->merged);
  G_OBJECT_CLASS (waxseal_audience_match_parent_class)->finalize (object);
}

static void
waxseal_audience_match_class_init (WaxsealAudienceMatchClass *klass)
{
  static const char *const names[N_PROPS] = {
    [PROP_TOTAL] = "total",           [PROP_DONE] = "done",
    [PROP_N_REQUESTS] = "n-requests", [PROP_N_READS] = "n-reads",
    [PROP_N_REPEATED] = "n-repeated", [PROP_WAITING] = "waiting",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = waxseal_audience_match_get_property;
  object_class->finalize = waxseal_audience_match_finalize;
  for (guint i = 1; i < N_PROPS; i++)
    properties[i] = g_param_spec_uint (
      names[i], NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
waxseal_audience_match_init (WaxsealAudienceMatch *self)
{
  self->candidates =
    g_ptr_array_new_with_free_func ((GDestroyNotify) waxseal_audience_candidate_free);
  self->asked =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->reads = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->recipients = g_list_store_new (WAXSEAL_TYPE_RECIPIENT);
  self->unmatched = g_list_store_new (WAXSEAL_TYPE_UNMATCHED_ADDRESS);
  self->merged = g_list_store_new (WAXSEAL_TYPE_UNMATCHED_ADDRESS);
}

static void
set_number (WaxsealAudienceMatch *self, guint id, guint number)
{
  if (self->numbers[id] == number)
    return;
  self->numbers[id] = number;
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

static void
counted_cb (WaxsealGraphBatch *batch, GParamSpec *pspec, gpointer user_data)
{
  guint number;

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (g_str_equal (pspec->name, counts[i].theirs))
      {
        g_object_get (batch, pspec->name, &number, NULL);
        set_number (user_data, counts[i].ours, number);
      }
}

static gboolean answered_cb (guint index, JsonObject *page, const GError *error, gpointer self);

/**
 * waxseal_audience_match_new:
 * @graph: (transfer none): whom to ask
 * @addresses: (array zero-terminated=1): as they were typed; each counts once, in whatever case
 *
 * Returns: (transfer full): a match that has not begun
 */
WaxsealAudienceMatch *
waxseal_audience_match_new (WaxsealGraph *graph, const char *const *addresses)
{
  WaxsealAudienceMatch *self = g_object_new (WAXSEAL_TYPE_AUDIENCE_MATCH, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; addresses[i] != NULL; i++)
    if (g_hash_table_add (seen, g_utf8_strdown (addresses[i], -1)))
      g_ptr_array_add (self->candidates, waxseal_audience_candidate_new (addresses[i]));
  self->numbers[PROP_TOTAL] = self->candidates->len;
  self->batch = waxseal_graph_batch_new (graph, scopes, answered_cb, self);
  g_signal_connect (self->batch, "notify", G_CALLBACK (counted_cb), self);
  return self;
}

static void
take_found (WaxsealAudienceMatch *self, JsonObject *object)
{
  WaxsealRecipientKind kind = waxseal_audience_query_get_kind (self->query);
  g_auto (GStrv) keys = waxseal_audience_query_dup_found (self->query, object);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      GPtrArray *candidates = g_hash_table_lookup (self->asked, keys[i]);

      for (guint k = 0; candidates != NULL && k < candidates->len; k++)
        {
          WaxsealAudienceCandidate *candidate = candidates->pdata[k];
          gboolean was_found = candidate->id != NULL;

          waxseal_audience_candidate_take_found (candidate, kind, object);
          if (!was_found && candidate->id != NULL)
            set_number (self, PROP_DONE, self->numbers[PROP_DONE] + 1);
        }
    }
}

/* A group that has an address was found by it; by its alias alone it is not what was meant. */
static gboolean
is_of_use (WaxsealAudienceMatch *self, JsonObject *object)
{
  return self->query != WAXSEAL_AUDIENCE_QUERY_GROUPS_BY_NICKNAME ||
         *waxseal_json_get_text (object, "mail") == '\0';
}

static void
add_read (WaxsealAudienceMatch *self, GPtrArray *keys, guint start, guint n)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  g_autofree char *path = NULL;

  /* Kept by the table of what is asked. */
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (own, keys->pdata[start + i]);
  path = waxseal_audience_query_build (self->query, own);
  g_hash_table_insert (self->reads,
                       GUINT_TO_POINTER (
                         waxseal_graph_batch_add (self->batch, path, WAXSEAL_GRAPH_PLAIN)),
                       g_steal_pointer (&own));
}

/* A filter may be too much for Graph, in ways that it does not document: then in two halves. */
static void
take_error (WaxsealAudienceMatch *self, GPtrArray *keys, const GError *error)
{
  guint half = keys->len / 2;

  if (half == 0 || !g_error_matches (error, WAXSEAL_ERROR, WAXSEAL_ERROR_REFUSED))
    {
      waxseal_graph_batch_give_up (self->batch, error);
      return;
    }
  add_read (self, keys, 0, half);
  add_read (self, keys, half, keys->len - half);
}

static gboolean
answered_cb (guint index, JsonObject *page, const GError *error, gpointer user_data)
{
  WaxsealAudienceMatch *self = user_data;
  JsonArray *objects = waxseal_json_get_array (page, "value");

  if (error != NULL)
    {
      take_error (self, g_hash_table_lookup (self->reads, GUINT_TO_POINTER (index)), error);
      return FALSE;
    }
  for (guint i = 0; objects != NULL && i < json_array_get_length (objects); i++)
    {
      JsonObject *object = waxseal_json_array_get_object (objects, i);

      if (object != NULL && is_of_use (self, object))
        take_found (self, object);
    }
  return TRUE;
}

/* Several addresses can have the same key: then it is asked for once. */
static void
add_asked (WaxsealAudienceMatch *self, GPtrArray *keys, WaxsealAudienceCandidate *candidate)
{
  g_autofree char *key = waxseal_audience_query_dup_key (self->query, candidate->address);
  GPtrArray *candidates = g_hash_table_lookup (self->asked, key);

  if (candidates == NULL)
    {
      candidates = g_ptr_array_new ();
      g_ptr_array_add (keys, key);
      g_hash_table_insert (self->asked, g_steal_pointer (&key), candidates);
    }
  g_ptr_array_add (candidates, candidate);
}

/* Returns: whether there is anything to ask. */
static gboolean
prepare (WaxsealAudienceMatch *self)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  g_hash_table_remove_all (self->reads);
  g_hash_table_remove_all (self->asked);
  for (guint i = 0; i < self->candidates->len; i++)
    {
      WaxsealAudienceCandidate *candidate = self->candidates->pdata[i];

      if (candidate->id == NULL)
        add_asked (self, keys, candidate);
    }
  for (guint i = 0; i < keys->len; i += WAXSEAL_AUDIENCE_QUERY_MOST)
    add_read (self, keys, i, MIN (WAXSEAL_AUDIENCE_QUERY_MOST, keys->len - i));
  return g_hash_table_size (self->asked) > 0;
}

static void
append_unmatched (GListStore *list,
                  WaxsealUnmatchedReason reason,
                  const WaxsealAudienceCandidate *candidate)
{
  g_autoptr (WaxsealUnmatchedAddress) address =
    waxseal_unmatched_address_new (reason, candidate->address, candidate->name);

  g_list_store_append (list, address);
}

/* Only now, so that what is said of an address is said of all of them. */
static void
fill_lists (WaxsealAudienceMatch *self)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) recipients = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *now = waxseal_date_now ();

  g_list_store_remove_all (self->unmatched);
  g_list_store_remove_all (self->merged);
  for (guint i = 0; i < self->candidates->len; i++)
    {
      WaxsealAudienceCandidate *candidate = self->candidates->pdata[i];

      if (candidate->id == NULL)
        append_unmatched (self->unmatched, WAXSEAL_UNMATCHED_NOBODY, candidate);
      else if (!candidate->is_good)
        append_unmatched (self->unmatched, candidate->reason, candidate);
      else if (g_hash_table_add (ids, candidate->id))
        g_ptr_array_add (recipients, waxseal_audience_candidate_build (candidate, now));
      else
        append_unmatched (self->merged, WAXSEAL_UNMATCHED_SAME, candidate);
    }
  g_list_store_splice (self->recipients,
                       0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->recipients)),
                       recipients->pdata,
                       recipients->len);
}

static void ask (GTask *task);

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  WaxsealAudienceMatch *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!waxseal_graph_batch_run_finish (WAXSEAL_GRAPH_BATCH (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  self->query++;
  ask (task);
}

static void
ask (GTask *task)
{
  WaxsealAudienceMatch *self = g_task_get_source_object (task);

  if (self->query < WAXSEAL_N_AUDIENCE_QUERIES && prepare (self))
    {
      waxseal_graph_batch_run_async (self->batch,
                                     g_task_get_cancellable (task),
                                     asked_cb,
                                     g_object_ref (task));
      return;
    }
  fill_lists (self);
  set_number (self, PROP_DONE, self->candidates->len);
  g_task_return_boolean (task, TRUE);
}

/** waxseal_audience_match_run_async: once. */
void
waxseal_audience_match_run_async (WaxsealAudienceMatch *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, waxseal_audience_match_run_async);
  g_task_set_check_cancellable (task, FALSE);
  ask (task);
}

/**
 * waxseal_audience_match_run_finish:
 * @error: of WaxsealGraph: one that has %WAXSEAL_ERROR_ROLE_MISSING or a sign-in's code as well
 *
 * Returns: whether all were looked up
 */
gboolean
waxseal_audience_match_run_finish (WaxsealAudienceMatch *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/** waxseal_audience_match_get_recipients: Returns: (transfer none): who was found. */
GListModel *
waxseal_audience_match_get_recipients (WaxsealAudienceMatch *self)
{
  return G_LIST_MODEL (self->recipients);
}

/** waxseal_audience_match_get_unmatched: Returns: (transfer none): what is nobody. */
GListModel *
waxseal_audience_match_get_unmatched (WaxsealAudienceMatch *self)
{
  return G_LIST_MODEL (self->unmatched);
}

/** waxseal_audience_match_get_merged: Returns: (transfer none): more addresses of the same. */
GListModel *
waxseal_audience_match_get_merged (WaxsealAudienceMatch *self)
{
  return G_LIST_MODEL (self->merged);
}

/** waxseal_audience_match_describe: Returns: (transfer full): “40 found · 2 not found”, translated.
 */
char *
waxseal_audience_match_describe (WaxsealAudienceMatch *self)
{
  guint n_found = g_list_model_get_n_items (G_LIST_MODEL (self->recipients));
  guint n_missing = g_list_model_get_n_items (G_LIST_MODEL (self->unmatched));
  guint n_merged = g_list_model_get_n_items (G_LIST_MODEL (self->merged));
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u found", "%u found", n_found), n_found));
  if (n_merged > 0)
    g_ptr_array_add (parts,
                     /* Translators: addresses that belong to somebody found by another one */
                     g_strdup_printf (ngettext ("%u other address", "%u other addresses", n_merged),
                                      n_merged));
  if (n_missing > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("%u did not match", "%u did not match", n_missing),
                                      n_missing));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}
