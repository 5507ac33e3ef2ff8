/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-group-census.h"

#include "waxseal-error.h"
#include "waxseal-graph-batch.h"
#include "waxseal-group-count.h"
#include "waxseal-json.h"
#include "waxseal-rollout-enums.h"

/* What is asked of each group. */
typedef enum
{
  ASK_ABOUT,
  ASK_DIRECT,
  ASK_ALL,
  N_ASKS, /* of each; the rest only of large ones */
  ASK_N_DIRECT = N_ASKS,
  ASK_N_ALL,
} Ask;

#define MEMBERS "?$select=id,displayName,mail,userType,accountEnabled&$top=999"
#define COUNT   "/microsoft.graph.user?$select=id&$top=1&$count=true"

/* microsoft.md, 2.6; by Ask. */
static const struct
{
  const char *end; /* of the path */
  WaxsealGraphFlags flags;
} asks[] = {
  [ASK_ABOUT] = { "?$select=id,displayName,mail,groupTypes,visibility" },
  [ASK_DIRECT] = { "/members" MEMBERS },
  [ASK_ALL] = { "/transitiveMembers" MEMBERS },
  [ASK_N_DIRECT] = { "/members" COUNT, WAXSEAL_GRAPH_EVENTUAL },
  [ASK_N_ALL] = { "/transitiveMembers" COUNT, WAXSEAL_GRAPH_EVENTUAL },
};

typedef struct
{
  WaxsealGroupCount *count; /* of the list */
  WaxsealGroupTally tally;
  guint n_open; /* asks */
  WaxsealGroupCountState state;
  guint n_direct;
  guint n_all;
} Group;

/* What a number of the batch stands for. */
typedef struct
{
  Group *group;
  Ask ask;
} Asked;

struct _WaxsealGroupCensus
{
  GObject parent_instance;
  GListStore *counts;
  GPtrArray *groups;
  GArray *asked;
  WaxsealGraphBatch *batch;
  guint waiting;
};

G_DEFINE_FINAL_TYPE (WaxsealGroupCensus, waxseal_group_census, G_TYPE_OBJECT)

enum
{
  PROP_WAITING = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static const char *const scopes[] = { "Group.Read.All", "User.Read.All", NULL };

static void
free_group (gpointer data)
{
  Group *group = data;

  waxseal_group_tally_clear (&group->tally);
  g_free (group);
}

static void
waxseal_group_census_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_uint (value, WAXSEAL_GROUP_CENSUS (object)->waiting);
}

static void
waxseal_group_census_finalize (GObject *object)
{
  WaxsealGroupCensus *self = WAXSEAL_GROUP_CENSUS (object);

  g_signal_handlers_disconnect_by_data (self->batch, self);
  g_clear_object (&self->batch);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->asked, g_array_unref);
  g_clear_object (&self->counts);
  G_OBJECT_CLASS (waxseal_group_census_parent_class)->finalize (object);
}

static void
waxseal_group_census_class_init (WaxsealGroupCensusClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = waxseal_group_census_get_property;
  object_class->finalize = waxseal_group_census_finalize;
  properties[PROP_WAITING] = g_param_spec_uint (
    "waiting", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
waxseal_group_census_init (WaxsealGroupCensus *self)
{
  self->counts = g_list_store_new (WAXSEAL_TYPE_GROUP_COUNT);
  self->groups = g_ptr_array_new_with_free_func (free_group);
  self->asked = g_array_new (FALSE, FALSE, sizeof (Asked));
}

static void
waiting_cb (WaxsealGraphBatch *batch, GParamSpec *pspec, gpointer user_data)
{
  WaxsealGroupCensus *self = user_data;

  g_object_get (batch, "waiting", &self->waiting, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
}

static void
add_ask (WaxsealGroupCensus *self, Group *group, Ask ask)
{
  WaxsealRecipient *recipient = waxseal_group_count_get_recipient (group->count);
  g_autofree char *id =
    g_uri_escape_string (waxseal_record_get_text (recipient, "object-id"), NULL, FALSE);
  g_autofree char *path = g_strconcat ("groups/", id, asks[ask].end, NULL);
  Asked asked = { group, ask };

  waxseal_graph_batch_add (self->batch, path, asks[ask].flags);
  g_array_append_val (self->asked, asked);
  group->n_open++;
}

/* Only how many they are is of interest now. */
static void
mark_large (WaxsealGroupCensus *self, Group *group)
{
  if (group->state != WAXSEAL_GROUP_COUNT_OPEN)
    return;
  group->state = WAXSEAL_GROUP_COUNT_LARGE;
  add_ask (self, group, ASK_N_DIRECT);
  add_ask (self, group, ASK_N_ALL);
}

static gboolean
take_members (WaxsealGroupCensus *self, const Asked *asked, JsonObject *page)
{
  WaxsealGroupTally *tally = &asked->group->tally;
  JsonArray *members = waxseal_json_get_array (page, "value");

  if (asked->ask == ASK_DIRECT)
    waxseal_group_tally_take_direct (tally, members);
  else
    waxseal_group_tally_take_all (tally, members);
  if (g_hash_table_size (tally->direct) > WAXSEAL_GROUP_TALLY_MOST ||
      g_hash_table_size (tally->seen) > WAXSEAL_GROUP_TALLY_MOST)
    mark_large (self, asked->group);
  return asked->group->state == WAXSEAL_GROUP_COUNT_OPEN;
}

/* Returns: whether the next page is wanted. */
static gboolean
take_page (WaxsealGroupCensus *self, const Asked *asked, JsonObject *page)
{
  switch (asked->ask)
    {
    case ASK_ABOUT:
      waxseal_group_count_set_group (asked->group->count, page);
      return FALSE;
    case ASK_DIRECT:
    case ASK_ALL:
      return take_members (self, asked, page);
    case ASK_N_DIRECT:
      asked->group->n_direct = waxseal_json_get_number (page, "@odata.count", 0);
      return FALSE;
    case ASK_N_ALL:
    default:
      asked->group->n_all = waxseal_json_get_number (page, "@odata.count", 0);
      return FALSE;
    }
}

/* That a group is gone, or that its members are hidden (learn.microsoft.com/graph/api/
 * group-list-members: it takes a permission of its own), is about that group alone.
 * Returns: %FALSE where it is about all, and the group, of which a part is missing, not counted. */
static gboolean
take_error (WaxsealGroupCensus *self, const Asked *asked, const GError *error)
{
  gboolean hides = g_error_matches (error, WAXSEAL_ERROR, WAXSEAL_ERROR_ROLE_MISSING) ||
                   g_error_matches (error, WAXSEAL_ERROR, WAXSEAL_ERROR_REFUSED);

  if (g_error_matches (error, WAXSEAL_ERROR, WAXSEAL_ERROR_OBJECT_GONE))
    asked->group->state = WAXSEAL_GROUP_COUNT_GONE;
  else if (!hides || asked->ask == ASK_ABOUT)
    {
      waxseal_graph_batch_give_up (self->batch, error);
      return FALSE;
    }
  else if (asked->group->state != WAXSEAL_GROUP_COUNT_GONE)
    asked->group->state = WAXSEAL_GROUP_COUNT_HIDDEN;
  return TRUE;
}

static void
finish_group (Group *group)
{
  switch (group->state)
    {
    case WAXSEAL_GROUP_COUNT_LARGE:
      waxseal_group_count_finish_large (group->count, group->n_direct, group->n_all);
      break;
    case WAXSEAL_GROUP_COUNT_HIDDEN:
    case WAXSEAL_GROUP_COUNT_GONE:
      waxseal_group_count_fail (group->count, group->state);
      break;
    case WAXSEAL_GROUP_COUNT_OPEN:
    case WAXSEAL_GROUP_COUNT_DONE:
    default:
      waxseal_group_count_finish (group->count, &group->tally);
    }
  waxseal_group_tally_clear (&group->tally);
}

static gboolean
answered_cb (guint index, JsonObject *page, const GError *error, gpointer user_data)
{
  WaxsealGroupCensus *self = user_data;
  const Asked asked = g_array_index (self->asked, Asked, index);
  gboolean goes_on = FALSE;

  if (error != NULL && !take_error (self, &asked, error))
    return FALSE;
  if (error == NULL)
    goes_on = take_page (self, &asked, page);
  if (goes_on && *waxseal_json_get_text (page, "@odata.nextLink") != '\0')
    return TRUE;
  if (--asked.group->n_open == 0)
    finish_group (asked.group);
  return FALSE;
}

static void
add_group (WaxsealGroupCensus *self, WaxsealRecipient *recipient)
{
  g_autoptr (WaxsealGroupCount) count = waxseal_group_count_new (recipient);
  Group *group = g_new0 (Group, 1);

  group->count = count;
  waxseal_group_tally_init (&group->tally);
  g_list_store_append (self->counts, count);
  g_ptr_array_add (self->groups, group);
  for (Ask ask = 0; ask < N_ASKS; ask++)
    add_ask (self, group, ask);
}

/**
 * waxseal_group_census_new:
 * @graph: (transfer none): whom to ask
 *
 * Returns: (transfer full): a census that has not begun
 */
WaxsealGroupCensus *
waxseal_group_census_new (WaxsealGraph *graph, GListModel *recipients)
{
  WaxsealGroupCensus *self = g_object_new (WAXSEAL_TYPE_GROUP_CENSUS, NULL);

  self->batch = waxseal_graph_batch_new (graph, scopes, answered_cb, self);
  g_signal_connect (self->batch, "notify::waiting", G_CALLBACK (waiting_cb), self);
  for (guint i = 0; i < g_list_model_get_n_items (recipients); i++)
    {
      g_autoptr (WaxsealRecipient) recipient = g_list_model_get_item (recipients, i);

      if (waxseal_record_get_enum (recipient, "kind") == WAXSEAL_RECIPIENT_KIND_GROUP &&
          *waxseal_record_get_text (recipient, "object-id") != '\0')
        add_group (self, recipient);
    }
  return self;
}

static void
ran_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (waxseal_graph_batch_run_finish (WAXSEAL_GRAPH_BATCH (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/** waxseal_group_census_run_async: once. */
void
waxseal_group_census_run_async (WaxsealGroupCensus *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, waxseal_group_census_run_async);
  g_task_set_check_cancellable (task, FALSE);
  waxseal_graph_batch_run_async (self->batch, cancellable, ran_cb, g_object_ref (task));
}

/**
 * waxseal_group_census_run_finish:
 * @error: of WaxsealGraph; what was counted until then is right
 *
 * Returns: whether something is known of each group
 */
gboolean
waxseal_group_census_run_finish (WaxsealGroupCensus *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/** waxseal_group_census_get_counts: Returns: (transfer none): a list of WaxsealGroupCount. */
GListModel *
waxseal_group_census_get_counts (WaxsealGroupCensus *self)
{
  return G_LIST_MODEL (self->counts);
}
