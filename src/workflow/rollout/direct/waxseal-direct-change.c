/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-direct-change.h"

#include "waxseal-direct-history.h"
#include "waxseal-json.h"
#include "waxseal-late-cancel.h"
#include "waxseal-phase-audience.h"
#include "waxseal-remedy.h"

/** WaxsealDirectChange: see the header. */
struct _WaxsealDirectChange
{
  WaxsealChange parent_instance;

  char *app_id;
  WaxsealExchangeCommand *command;
  WaxsealDirectState *wanted; /* NULL: gone */
  WaxsealDirectAspects aspects;
  char *warnings;
};

G_DEFINE_FINAL_TYPE (WaxsealDirectChange, waxseal_direct_change, WAXSEAL_TYPE_CHANGE)

/* By cmdlet: what it is called in the journal. */
static const struct
{
  const char *cmdlet;
  const char *action;
} actions[] = {
  { "New-App", WAXSEAL_JOURNAL_DEPLOY_ADDIN },
  { "Set-App", WAXSEAL_JOURNAL_CHANGE_ADDIN },
  { "Remove-App", WAXSEAL_JOURNAL_REMOVE_ADDIN },
};

static void
waxseal_direct_change_finalize (GObject *object)
{
  WaxsealDirectChange *self = WAXSEAL_DIRECT_CHANGE (object);

  g_free (self->app_id);
  waxseal_exchange_command_unref (self->command);
  g_clear_pointer (&self->wanted, waxseal_direct_state_free);
  g_free (self->warnings);
  G_OBJECT_CLASS (waxseal_direct_change_parent_class)->finalize (object);
}

static void
call (WaxsealChange *change,
      WaxsealExchangeCommand *command,
      GCancellable *cancellable,
      GAsyncReadyCallback callback,
      gpointer user_data)
{
  WaxsealTenantSession *session = waxseal_change_get_session (change);

  waxseal_exchange_call_async (waxseal_tenant_session_get_exchange (session),
                               command,
                               waxseal_tenant_session_get_exchange_scopes (session),
                               cancellable,
                               callback,
                               user_data);
}

static void
look_async (WaxsealChange *change,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  g_autoptr (WaxsealExchangeCommand) command = waxseal_direct_change_new_look ();

  call (change, command, cancellable, callback, user_data);
}

static WaxsealExchange *
get_exchange (WaxsealChange *change)
{
  return waxseal_tenant_session_get_exchange (waxseal_change_get_session (change));
}

static gboolean
look_finish (WaxsealChange *change, GAsyncResult *result, JsonNode **seen, GError **error)
{
  WaxsealDirectChange *self = WAXSEAL_DIRECT_CHANGE (change);
  g_autoptr (WaxsealExchangeReply) reply =
    waxseal_exchange_call_finish (get_exchange (change), result, error);
  g_autoptr (GError) problem = NULL;
  JsonObject *app;

  if (reply == NULL)
    return FALSE;
  app = waxseal_direct_change_find_addin (reply, self->app_id, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (app != NULL)
    {
      *seen = json_node_new (JSON_NODE_OBJECT);
      json_node_set_object (*seen, app);
    }
  return TRUE;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  WaxsealExchangeReply *reply =
    waxseal_exchange_call_finish (WAXSEAL_EXCHANGE (source), result, &error);

  if (reply != NULL)
    g_task_return_pointer (task, reply, (GDestroyNotify) waxseal_exchange_reply_unref);
  else
    g_task_return_error (task, error);
}

static void
write_async (WaxsealChange *change,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  WaxsealTenantSession *session = waxseal_change_get_session (change);
  WaxsealDirectChange *self = WAXSEAL_DIRECT_CHANGE (change);
  GTask *task = g_task_new (change, NULL, callback, user_data);
  WaxsealLateCancel *cancel = waxseal_late_cancel_new (session, cancellable);

  g_task_set_source_tag (task, write_async);
  g_task_set_task_data (task, cancel, (GDestroyNotify) waxseal_late_cancel_free);
  call (change, self->command, waxseal_late_cancel_get (cancel), written_cb, task);
}

static gboolean
write_finish (WaxsealChange *change, GAsyncResult *result, char **request_id, GError **error)
{
  WaxsealDirectChange *self = WAXSEAL_DIRECT_CHANGE (change);
  g_autoptr (WaxsealExchangeReply) reply = g_task_propagate_pointer (G_TASK (result), error);

  if (reply == NULL)
    return FALSE;
  *request_id = g_strdup (waxseal_exchange_reply_get_request_id (reply));
  g_free (self->warnings);
  self->warnings = g_strjoinv ("\n", (char **) waxseal_exchange_reply_get_warnings (reply));
  waxseal_change_set_remark (change, self->warnings);
  return TRUE;
}

/* Exchange may write an address in another way than it was sent; where it is all that is different,
 * whoever looks into it has to know. */
static void
remark_users (WaxsealDirectChange *self, const WaxsealDirectState *state)
{
  g_auto (GStrv) lacking = NULL;
  g_autofree char *joined = NULL, *remark = NULL;

  if (state == NULL || self->wanted == NULL || !(self->aspects & WAXSEAL_DIRECT_AUDIENCE) ||
      !waxseal_direct_state_matches (state, self->wanted, self->aspects & ~WAXSEAL_DIRECT_AUDIENCE))
    return;
  lacking = waxseal_addresses_subtract ((const char *const *) self->wanted->users,
                                        (const char *const *) state->users);
  joined = g_strjoinv (", ", lacking);
  remark = g_strdup_printf ("%s%sGet-App: UserList: – %s",
                            self->warnings,
                            *self->warnings != '\0' ? "\n" : "",
                            joined);
  waxseal_change_set_remark (WAXSEAL_CHANGE (self), remark);
}

static gboolean
is_made (WaxsealChange *change, JsonNode *seen)
{
  WaxsealDirectChange *self = WAXSEAL_DIRECT_CHANGE (change);
  g_autoptr (WaxsealDirectState) state =
    waxseal_direct_state_read (waxseal_json_node_get_object (seen));

  if (waxseal_direct_state_matches (state, self->wanted, self->aspects))
    return TRUE;
  remark_users (self, state);
  return FALSE;
}

static gboolean
was_made (WaxsealChange *change, const char *marker, JsonNode *seen)
{
  g_autoptr (WaxsealDirectState) state =
    waxseal_direct_state_read (waxseal_json_node_get_object (seen));

  return waxseal_direct_state_has_digest (state, marker);
}

static void
waxseal_direct_change_class_init (WaxsealDirectChangeClass *klass)
{
  WaxsealChangeClass *change_class = WAXSEAL_CHANGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = waxseal_direct_change_finalize;
  change_class->look_async = look_async;
  change_class->look_finish = look_finish;
  change_class->write_async = write_async;
  change_class->write_finish = write_finish;
  change_class->is_made = is_made;
  change_class->was_made = was_made;
}

static void
waxseal_direct_change_init (WaxsealDirectChange *self)
{
  self->warnings = g_strdup ("");
}

static const char *
find_action (const char *cmdlet)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].cmdlet, cmdlet))
      return actions[i].action;
  g_return_val_if_reached ("");
}

/*
 * A look that is behind can show the add-in as it was before the last change, and that may just be
 * as it is wanted: then it is sent all the same. Deploying one that is there is refused, and
 * removing one that is gone, so neither does any harm; but only after a removal is it in doubt
 * whether one that is seen is there.
 */
static gboolean
has_to_write (const char *action, WaxsealDirectLately lately)
{
  if (g_str_equal (action, WAXSEAL_JOURNAL_DEPLOY_ADDIN))
    return lately == WAXSEAL_DIRECT_LATELY_REMOVED;
  return lately != WAXSEAL_DIRECT_LATELY_NOTHING;
}

/**
 * waxseal_direct_change_new:
 * @app_id: the manifest's Id, in lower case
 * @command: New-App, Set-App or Remove-App
 * @wanted: (nullable): what has to be there then; %NULL for nothing
 * @aspects: what of it has to be so
 *
 * Returns: (transfer full): a change, nothing of which is sent yet
 */
WaxsealChange *
waxseal_direct_change_new (WaxsealTenantSession *session,
                           const char *app_id,
                           WaxsealExchangeCommand *command,
                           const WaxsealDirectState *wanted,
                           WaxsealDirectAspects aspects)
{
  WaxsealDirectChange *self = g_object_new (WAXSEAL_TYPE_DIRECT_CHANGE, NULL);
  WaxsealChange *change = WAXSEAL_CHANGE (self);
  const char *action = find_action (waxseal_exchange_command_get_cmdlet (command));
  g_autofree char *digest = waxseal_direct_state_dup_digest (wanted, aspects);

  self->app_id = g_strdup (app_id);
  self->command = waxseal_exchange_command_ref (command);
  self->wanted = wanted != NULL ? waxseal_direct_state_copy (wanted) : NULL;
  self->aspects = aspects;
  waxseal_change_set_up (change, session, action, app_id);
  waxseal_change_set_object_id (change, app_id);
  waxseal_change_set_marker (change, digest);
  waxseal_change_set_must_write (change,
                                 has_to_write (action,
                                               waxseal_direct_history_get_lately (
                                                 waxseal_tenant_session_get_organization (session),
                                                 app_id)));
  return change;
}

/** waxseal_direct_change_get_warnings: Returns: (transfer none): of the write. */
const char *
waxseal_direct_change_get_warnings (WaxsealDirectChange *self)
{
  return self->warnings;
}

/** waxseal_direct_change_new_look: Returns: (transfer full): the command that reads all add-ins. */
WaxsealExchangeCommand *
waxseal_direct_change_new_look (void)
{
  WaxsealExchangeCommand *command = waxseal_exchange_command_new ("Get-App");

  waxseal_exchange_command_set_flag (command, "OrganizationApp", TRUE);
  return command;
}

/**
 * waxseal_direct_change_find_addin:
 * @reply: to that command
 * @error: %WAXSEAL_ERROR_BAD_REPLY where Exchange only warned, so that it is not known
 *
 * Returns: (transfer none) (nullable): the add-in; %NULL where there is none, or with an error
 */
JsonObject *
waxseal_direct_change_find_addin (WaxsealExchangeReply *reply, const char *app_id, GError **error)
{
  JsonObject *app = waxseal_direct_state_find (waxseal_exchange_reply_get_items (reply), app_id);
  g_autofree char *warnings =
    g_strjoinv ("\n", (char **) waxseal_exchange_reply_get_warnings (reply));

  if (app == NULL && *warnings != '\0')
    g_propagate_error (error, waxseal_remedy_new_error (WAXSEAL_ERROR_BAD_REPLY, warnings));
  return app;
}
