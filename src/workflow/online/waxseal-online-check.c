/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-online-check.h"

#include "waxseal-date.h"
#include "waxseal-manifest-address.h"

#define MAX_AT_ONCE 4

/* Of a page only the head is wanted; a body is not looked at. */
#define MAX_ICON_BYTES (1024 * 1024)
#define MAX_PAGE_BYTES (16 * 1024)

/** Kept: an answer, and when it came. */
typedef struct
{
  WaxsealVisitAnswer *answer;
  char *date;
} Kept;

struct _WaxsealOnlineCheck
{
  GObject parent_instance;

  WaxsealHttpVisitor *visitor;
  GHashTable *answers; /* from addresses to Kept */
};

G_DEFINE_FINAL_TYPE (WaxsealOnlineCheck, waxseal_online_check, G_TYPE_OBJECT)

static guint answered_signal;

/** Run: what is asked in one go. */
typedef struct
{
  GPtrArray *addresses;
  guint next;
  guint n_waiting;
  GError *error;
} Run;

/** Ask: one of them, and the run that it belongs to. */
typedef struct
{
  GTask *task;
  const WaxsealManifestAddress *address;
} Ask;

static void
free_run (gpointer data)
{
  Run *run = data;

  g_ptr_array_unref (run->addresses);
  g_clear_error (&run->error);
  g_free (run);
}

static void
free_kept (gpointer data)
{
  Kept *kept = data;

  waxseal_visit_answer_free (kept->answer);
  g_free (kept->date);
  g_free (kept);
}

static void
waxseal_online_check_finalize (GObject *object)
{
  WaxsealOnlineCheck *self = WAXSEAL_ONLINE_CHECK (object);

  g_clear_object (&self->visitor);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  G_OBJECT_CLASS (waxseal_online_check_parent_class)->finalize (object);
}

static void
waxseal_online_check_class_init (WaxsealOnlineCheckClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_online_check_finalize;

  answered_signal = g_signal_new ("answered",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  G_TYPE_STRING);
}

static void
waxseal_online_check_init (WaxsealOnlineCheck *self)
{
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_kept);
}

/** waxseal_online_check_new: Returns: (transfer full): a check that has asked nothing yet. */
WaxsealOnlineCheck *
waxseal_online_check_new (WaxsealHttpVisitor *visitor)
{
  WaxsealOnlineCheck *self = g_object_new (WAXSEAL_TYPE_ONLINE_CHECK, NULL);

  self->visitor = g_object_ref (visitor);
  return self;
}

/**
 * waxseal_online_check_describe_hosts:
 * @addresses: (element-type WaxsealManifestAddress)
 *
 * Returns: (transfer full): the hosts that asking them would contact, each once, in one line; ""
 *   where nobody would be
 */
char *
waxseal_online_check_describe_hosts (WaxsealOnlineCheck *self, GPtrArray *addresses)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GString *hosts = g_string_new (NULL);

  for (guint i = 0; i < addresses->len; i++)
    {
      const WaxsealManifestAddress *one = g_ptr_array_index (addresses, i);
      char host[256];

      if (!one->can_be_asked || !waxseal_http_visitor_would_ask (self->visitor, one->address))
        continue;
      waxseal_manifest_address_copy_host (one->address, host, sizeof host);
      if (g_hash_table_add (seen, g_strdup (host)))
        g_string_append_printf (hosts, "%s%s", hosts->len > 0 ? ", " : "", host);
    }
  return g_string_free (hosts, FALSE);
}

/** waxseal_online_check_forget: Forgets all answers, so that the addresses are asked again. */
void
waxseal_online_check_forget (WaxsealOnlineCheck *self)
{
  g_hash_table_remove_all (self->answers);
}

static void ask_next (GTask *task);

static void
keep (WaxsealOnlineCheck *self, const char *address, WaxsealVisitAnswer *answer)
{
  Kept *kept = g_new (Kept, 1);

  kept->answer = answer;
  kept->date = waxseal_date_now ();
  g_hash_table_insert (self->answers, g_strdup (address), kept);
  g_signal_emit (self, answered_signal, 0, address);
}

static void
visited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Ask *ask = user_data;
  g_autoptr (GTask) task = ask->task;
  Run *run = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  WaxsealVisitAnswer *answer =
    waxseal_http_visitor_visit_finish (WAXSEAL_HTTP_VISITOR (source), result, &error);

  run->n_waiting--;
  if (answer != NULL)
    keep (g_task_get_source_object (task), ask->address->address, answer);
  else if (run->error == NULL)
    run->error = g_steal_pointer (&error);
  g_free (ask);
  ask_next (task);
}

static void
ask_one (GTask *task, const WaxsealManifestAddress *address)
{
  WaxsealOnlineCheck *self = g_task_get_source_object (task);
  Ask *ask = g_new (Ask, 1);

  ask->task = g_object_ref (task);
  ask->address = address;
  waxseal_http_visitor_visit_async (self->visitor,
                                    address->address,
                                    address->is_icon ? MAX_ICON_BYTES : MAX_PAGE_BYTES,
                                    g_task_get_cancellable (task),
                                    visited_cb,
                                    ask);
}

static void
ask_next (GTask *task)
{
  WaxsealOnlineCheck *self = g_task_get_source_object (task);
  Run *run = g_task_get_task_data (task);

  while (run->error == NULL && run->n_waiting < MAX_AT_ONCE && run->next < run->addresses->len)
    {
      const WaxsealManifestAddress *address = g_ptr_array_index (run->addresses, run->next++);

      if (!address->can_be_asked || g_hash_table_contains (self->answers, address->address))
        continue;
      run->n_waiting++;
      ask_one (task, address);
    }
  if (run->n_waiting > 0)
    return;
  if (run->error != NULL)
    g_task_return_error (task, g_steal_pointer (&run->error));
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * waxseal_online_check_run_async:
 * @addresses: (element-type WaxsealManifestAddress): not to be changed until it is done; each
 *   address once
 *
 * Asks those that can be asked and that there is no answer for.
 */
void
waxseal_online_check_run_async (WaxsealOnlineCheck *self,
                                GPtrArray *addresses,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Run *run = g_new0 (Run, 1);

  g_task_set_source_tag (task, waxseal_online_check_run_async);
  g_task_set_task_data (task, run, free_run);
  run->addresses = g_ptr_array_ref (addresses);
  ask_next (task);
}

/**
 * waxseal_online_check_run_finish:
 * @error: G_IO_ERROR_CANCELLED only; what had answered by then is kept
 *
 * Returns: whether there is an answer for each
 */
gboolean
waxseal_online_check_run_finish (WaxsealOnlineCheck *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/** waxseal_online_check_get_answer: Returns: (transfer none) (nullable): for @address, if it was
 * asked. */
const WaxsealVisitAnswer *
waxseal_online_check_get_answer (WaxsealOnlineCheck *self, const char *address)
{
  const Kept *kept = g_hash_table_lookup (self->answers, address);

  return kept != NULL ? kept->answer : NULL;
}

/** waxseal_online_check_get_date: Returns: (transfer none) (nullable): when that was, in ISO 8601.
 */
const char *
waxseal_online_check_get_date (WaxsealOnlineCheck *self, const char *address)
{
  const Kept *kept = g_hash_table_lookup (self->answers, address);

  return kept != NULL ? kept->date : NULL;
}
