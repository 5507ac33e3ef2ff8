/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-faults.h"

#include "waxseal-practice-exchange.h"
#include "waxseal-practice-log.h"
#include "waxseal-practice-raw-reply.h"
#include "waxseal-practice-route.h"
#include "waxseal-practice-rule.h"

struct _WaxsealPracticeFaults
{
  GObject parent_instance;

  GPtrArray *rules;
  WaxsealPracticeLog *log;
  GPtrArray *held;     /* calls that wait for release() */
  GPtrArray *watchers; /* calls that are answered once one is held */
};

G_DEFINE_FINAL_TYPE (WaxsealPracticeFaults, waxseal_practice_faults, G_TYPE_OBJECT)

/** Run: what the script says of one call; data of its message. */
typedef struct
{
  WaxsealPracticeFaults *faults;
  JsonObject *entry;             /* of the log */
  double delay;                  /* seconds */
  WaxsealPracticeRule *rule;     /* nullable; of those that exclude each other */
  WaxsealPracticeRule *altering; /* nullable */
  WaxsealPracticeRule *changing; /* nullable */
  gboolean is_held;
} Run;

#define RUN "waxseal-practice-run"

static void
run_free (Run *self)
{
  json_object_unref (self->entry);
  g_clear_pointer (&self->rule, waxseal_practice_rule_unref);
  g_clear_pointer (&self->altering, waxseal_practice_rule_unref);
  g_clear_pointer (&self->changing, waxseal_practice_rule_unref);
  g_free (self);
}

static Run *
get_run (WaxsealPracticeCall *call)
{
  return call->message != NULL ? g_object_get_data (G_OBJECT (call->message), RUN) : NULL;
}

static gboolean
is_at (Run *run, WaxsealPracticeStage stage)
{
  return run->rule != NULL && run->rule->fault->stage == stage;
}

static void
waxseal_practice_faults_finalize (GObject *object)
{
  WaxsealPracticeFaults *self = WAXSEAL_PRACTICE_FAULTS (object);

  g_ptr_array_unref (self->rules);
  waxseal_practice_log_free (self->log);
  g_ptr_array_unref (self->held);
  g_ptr_array_unref (self->watchers);
  G_OBJECT_CLASS (waxseal_practice_faults_parent_class)->finalize (object);
}

static void
waxseal_practice_faults_class_init (WaxsealPracticeFaultsClass *class)
{
  G_OBJECT_CLASS (class)->finalize = waxseal_practice_faults_finalize;
}

static void
waxseal_practice_faults_init (WaxsealPracticeFaults *self)
{
  GDestroyNotify unref_call = (GDestroyNotify) waxseal_practice_call_unref;

  self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) waxseal_practice_rule_unref);
  self->log = waxseal_practice_log_new ();
  self->held = g_ptr_array_new_with_free_func (unref_call);
  self->watchers = g_ptr_array_new_with_free_func (unref_call);
}

/** waxseal_practice_faults_new: Returns: (transfer full): no faults, and an empty log. */
WaxsealPracticeFaults *
waxseal_practice_faults_new (void)
{
  return g_object_new (WAXSEAL_TYPE_PRACTICE_FAULTS, NULL);
}

static gboolean
matches_any (const WaxsealPracticeRule *rule, const WaxsealPracticeRoute *routes)
{
  for (const WaxsealPracticeRoute *route = routes; route->method != NULL; route++)
    {
      g_autofree char *name = g_strconcat (route->method, " ", route->path, NULL);

      if (waxseal_practice_rule_matches (rule, name))
        return TRUE;
    }
  return FALSE;
}

static gboolean
matches_cmdlet (const WaxsealPracticeRule *rule)
{
  const WaxsealPracticeRoute *row = &waxseal_practice_exchange_routes[0];
  g_autofree char *name = g_strconcat (row->method, " ", row->path, NULL);

  return waxseal_practice_exchange_matches_cmdlet (rule->on, name);
}

static WaxsealPracticeRule *
read_rule (JsonNode *node, GError **error)
{
  g_autoptr (WaxsealPracticeRule) rule = waxseal_practice_rule_read (node, error);

  if (rule == NULL)
    return NULL;
  if (!matches_any (rule, waxseal_practice_identity_routes) &&
      !matches_any (rule, waxseal_practice_graph_routes) &&
      !matches_any (rule, waxseal_practice_exchange_routes) && !matches_cmdlet (rule))
    {
      g_set_error (
        error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "no request is called “%s”", rule->on);
      return NULL;
    }
  return g_steal_pointer (&rule);
}

/**
 * waxseal_practice_faults_read:
 * @script: (nullable): rules (waxseal-practice-faults.h)
 *
 * Puts a script in force in the place of the old one, which stays if it fails.
 *
 * Returns: whether it is one; %G_IO_ERROR_INVALID_ARGUMENT says which rule is not, and why
 */
gboolean
waxseal_practice_faults_read (WaxsealPracticeFaults *self, JsonNode *script, GError **error)
{
  g_autoptr (GPtrArray) rules =
    g_ptr_array_new_with_free_func ((GDestroyNotify) waxseal_practice_rule_unref);
  JsonArray *array =
    script != NULL && JSON_NODE_HOLDS_ARRAY (script) ? json_node_get_array (script) : NULL;

  if (array == NULL)
    {
      g_set_error_literal (error,
                           G_IO_ERROR,
                           G_IO_ERROR_INVALID_ARGUMENT,
                           "A script is an array of rules");
      return FALSE;
    }
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      WaxsealPracticeRule *rule = read_rule (json_array_get_element (array, i), error);

      if (rule == NULL)
        {
          g_prefix_error (error, "Rule %u: ", i + 1);
          return FALSE;
        }
      g_ptr_array_add (rules, rule);
    }
  g_ptr_array_unref (self->rules);
  self->rules = g_steal_pointer (&rules);
  return TRUE;
}

/** waxseal_practice_faults_describe: Returns: (transfer full): what is left of the script. */
JsonNode *
waxseal_practice_faults_describe (WaxsealPracticeFaults *self)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->rules->len; i++)
    json_array_add_object_element (array, waxseal_practice_rule_describe (self->rules->pdata[i]));
  json_node_take_array (node, array);
  return node;
}

/** waxseal_practice_faults_get_log: Returns: (transfer none): the requests so far. */
WaxsealPracticeLog *
waxseal_practice_faults_get_log (WaxsealPracticeFaults *self)
{
  return self->log;
}

static WaxsealPracticeRule **
find_place (Run *run, WaxsealPracticeStage stage)
{
  if (stage == WAXSEAL_PRACTICE_STAGE_ALTER)
    return &run->altering;
  if (stage == WAXSEAL_PRACTICE_STAGE_CHANGE)
    return &run->changing;
  return &run->rule;
}

static void
meet (Run *run, WaxsealPracticeRule *rule)
{
  WaxsealPracticeRule **place = find_place (run, rule->fault->stage);

  if (rule->fault->stage == WAXSEAL_PRACTICE_STAGE_DELAY)
    run->delay += waxseal_practice_rule_take (rule) ? rule->seconds : 0;
  else if (*place == NULL && waxseal_practice_rule_take (rule))
    *place = waxseal_practice_rule_ref (rule);
}

static const char *
name_fault (Run *run)
{
  if (run->rule != NULL)
    return run->rule->fault->name;
  if (run->altering != NULL)
    return run->altering->fault->name;
  if (run->changing != NULL)
    return run->changing->fault->name;
  return run->delay > 0 ? "latency" : "";
}

/* A request for a cmdlet is called as its route is, and so with the cmdlet behind it. */
static gboolean
is_about (const WaxsealPracticeRule *rule, WaxsealPracticeCall *call, const char *route)
{
  const char *cmdlet = waxseal_practice_exchange_get_cmdlet (call);
  g_autofree char *name = cmdlet != NULL ? g_strconcat (route, " ", cmdlet, NULL) : NULL;

  if (name == NULL)
    return !rule->fault->of_cmdlets && waxseal_practice_rule_matches (rule, route);
  return waxseal_practice_rule_matches (rule, route) || waxseal_practice_rule_matches (rule, name);
}

static Run *
start_run (WaxsealPracticeFaults *self, WaxsealPracticeCall *call, const char *route)
{
  Run *run = g_new0 (Run, 1);

  run->faults = self;
  run->entry = json_object_ref (waxseal_practice_log_add (self->log, call, route));
  for (guint i = 0; i < self->rules->len; i++)
    if (is_about (self->rules->pdata[i], call, route))
      meet (run, self->rules->pdata[i]);
  json_object_set_string_member (run->entry, "fault", name_fault (run));
  g_object_set_data_full (G_OBJECT (call->message), RUN, run, (GDestroyNotify) run_free);
  return run;
}

static void
reply_entry (WaxsealPracticeCall *watcher, JsonObject *entry)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_set_object (node, entry);
  waxseal_practice_call_reply (watcher, SOUP_STATUS_OK, node);
}

static void
hold (Run *run, WaxsealPracticeCall *call, const char *when)
{
  WaxsealPracticeFaults *self = run->faults;
  g_autoptr (GPtrArray) watchers = g_steal_pointer (&self->watchers);

  run->is_held = TRUE;
  json_object_set_string_member (run->entry, "held", when);
  waxseal_practice_call_pause (call);
  g_ptr_array_add (self->held, waxseal_practice_call_ref (call));

  self->watchers = g_ptr_array_new_with_free_func ((GDestroyNotify) waxseal_practice_call_unref);
  for (guint i = 0; i < watchers->len; i++)
    {
      reply_entry (watchers->pdata[i], run->entry);
      waxseal_practice_call_resume (watchers->pdata[i]);
    }
}

/** waxseal_practice_faults_reply_held: @call: may be answered later, when a request is held. */
void
waxseal_practice_faults_reply_held (WaxsealPracticeFaults *self, WaxsealPracticeCall *call)
{
  if (self->held->len > 0)
    {
      reply_entry (call, get_run (self->held->pdata[self->held->len - 1])->entry);
      return;
    }
  waxseal_practice_call_pause (call);
  g_ptr_array_add (self->watchers, waxseal_practice_call_ref (call));
}

static void
finish (Run *run, WaxsealPracticeCall *call)
{
  json_object_set_int_member (run->entry, "status", call->status);
  if (run->altering != NULL)
    waxseal_practice_tenant_set_clock_skew (call->tenant, 0);
}

/* Whether the call was answered in the place of its handler. */
static gboolean
answer (Run *run, WaxsealPracticeCall *call)
{
  if (run->altering != NULL)
    run->altering->fault->act (call, run->altering);
  if (!is_at (run, WAXSEAL_PRACTICE_STAGE_ANSWER))
    return FALSE;
  run->rule->fault->act (call, run->rule);
  finish (run, call);
  return TRUE;
}

/* The wait is over. */
static void
go_on (Run *run, WaxsealPracticeCall *call)
{
  if (!answer (run, call))
    call->proceed (call);
  if (!run->is_held && !waxseal_practice_raw_reply_is_sent (call->message))
    waxseal_practice_call_resume (call);
}

static gboolean
delay_over_cb (gpointer user_data)
{
  WaxsealPracticeCall *call = user_data;
  Run *run = get_run (call);

  if (is_at (run, WAXSEAL_PRACTICE_STAGE_HOLD_BEFORE))
    hold (run, call, "before");
  else
    go_on (run, call);
  return G_SOURCE_REMOVE;
}

static void
delay (Run *run, WaxsealPracticeCall *call)
{
  g_autoptr (GSource) source = g_timeout_source_new (run->delay * 1000);

  waxseal_practice_call_pause (call);
  g_source_set_callback (source,
                         delay_over_cb,
                         waxseal_practice_call_ref (call),
                         (GDestroyNotify) waxseal_practice_call_unref);
  g_source_attach (source, g_main_context_get_thread_default ());
}

/** waxseal_practice_faults_before: Returns: whether the server has nothing to do for now. */
gboolean
waxseal_practice_faults_before (WaxsealPracticeFaults *self,
                                WaxsealPracticeCall *call,
                                const char *route)
{
  Run *run = start_run (self, call, route);

  if (run->delay > 0)
    {
      delay (run, call);
      return TRUE;
    }
  if (is_at (run, WAXSEAL_PRACTICE_STAGE_HOLD_BEFORE))
    {
      hold (run, call, "before");
      return TRUE;
    }
  return answer (run, call);
}

/* There is no connection to delay or break: what is left are answers with a status. */
static gboolean
is_for_inner (const WaxsealPracticeFault *fault)
{
  return fault->stage == WAXSEAL_PRACTICE_STAGE_ANSWER &&
         (fault->status != 0 || g_strcmp0 (fault->needs, "status") == 0);
}

/**
 * waxseal_practice_faults_answer_inner:
 * @call: inside a batch, with its route
 * @entry: (out) (transfer none): of the log; alive until it is cleared
 */
gboolean
waxseal_practice_faults_answer_inner (WaxsealPracticeFaults *self,
                                      WaxsealPracticeCall *call,
                                      JsonObject **entry)
{
  *entry = waxseal_practice_log_add (self->log, call, call->route);
  json_object_set_boolean_member (*entry, "batched", TRUE);
  for (guint i = 0; i < self->rules->len; i++)
    {
      WaxsealPracticeRule *rule = self->rules->pdata[i];

      if (!is_for_inner (rule->fault) || !is_about (rule, call, call->route) ||
          !waxseal_practice_rule_take (rule))
        continue;
      json_object_set_string_member (*entry, "fault", rule->fault->name);
      rule->fault->act (call, rule);
      return TRUE;
    }
  return FALSE;
}

/** waxseal_practice_faults_after: @call: answered by its handler, or refused for want of rights. */
void
waxseal_practice_faults_after (WaxsealPracticeFaults *self,
                               WaxsealPracticeCall *call,
                               const char *route)
{
  Run *run = get_run (call);

  if (run->changing != NULL)
    run->changing->fault->act (call, run->changing);
  finish (run, call);
  if (is_at (run, WAXSEAL_PRACTICE_STAGE_HOLD_AFTER))
    hold (run, call, "after");
  if (is_at (run, WAXSEAL_PRACTICE_STAGE_SPOIL))
    run->rule->fault->act (call, run->rule);
}

/* Who waits for a reply says nothing: what can be read is the end of the connection. */
static gboolean
is_client_gone (WaxsealPracticeCall *call)
{
  GSocket *socket = soup_server_message_get_socket (call->message);

  return socket == NULL || g_socket_is_closed (socket) ||
         g_socket_condition_check (socket, G_IO_IN | G_IO_HUP | G_IO_ERR) != 0;
}

static void
release (WaxsealPracticeCall *call)
{
  Run *run = get_run (call);

  run->is_held = FALSE;
  if (is_at (run, WAXSEAL_PRACTICE_STAGE_HOLD_AFTER))
    waxseal_practice_call_resume (call);
  else if (is_client_gone (call))
    waxseal_practice_raw_reply_reset (call->message);
  else
    go_on (run, call);
}

/** waxseal_practice_faults_release: Returns: how many requests were held until now. */
guint
waxseal_practice_faults_release (WaxsealPracticeFaults *self)
{
  g_autoptr (GPtrArray) held = g_steal_pointer (&self->held);

  self->held = g_ptr_array_new_with_free_func ((GDestroyNotify) waxseal_practice_call_unref);
  for (guint i = 0; i < held->len; i++)
    release (held->pdata[i]);
  return held->len;
}

/** waxseal_practice_faults_reset: forgets script and log; held requests are never answered. */
void
waxseal_practice_faults_reset (WaxsealPracticeFaults *self)
{
  for (guint i = 0; i < self->held->len; i++)
    {
      WaxsealPracticeCall *call = self->held->pdata[i];

      waxseal_practice_raw_reply_reset (call->message);
    }
  g_ptr_array_set_size (self->held, 0);
  g_ptr_array_set_size (self->rules, 0);
  waxseal_practice_log_clear (self->log, FALSE);
}
