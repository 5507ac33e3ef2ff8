/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-mode.h"

#include <glib/gstdio.h>

#include "waxseal-practice-server.h"

#define N_PEOPLE 300

/**
 * WaxsealPracticeMode:
 *
 * The practice tenant of this process: one for all its practice organisations, started when the
 * first of them is opened. It is kept in a file, so that what was made in it is there the next
 * time.
 */
struct _WaxsealPracticeMode
{
  GObject parent_instance;

  WaxsealPracticeServer *server; /* NULL until it runs */
};

G_DEFINE_FINAL_TYPE (WaxsealPracticeMode, waxseal_practice_mode, G_TYPE_OBJECT)

static void
waxseal_practice_mode_dispose (GObject *object)
{
  WaxsealPracticeMode *self = WAXSEAL_PRACTICE_MODE (object);

  if (self->server != NULL)
    waxseal_practice_server_stop (self->server);
  g_clear_object (&self->server);
  G_OBJECT_CLASS (waxseal_practice_mode_parent_class)->dispose (object);
}

static void
waxseal_practice_mode_class_init (WaxsealPracticeModeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waxseal_practice_mode_dispose;
}

static void
waxseal_practice_mode_init (WaxsealPracticeMode *self)
{
}

/** waxseal_practice_mode_new: Returns: (transfer full): a practice tenant that does not run yet. */
WaxsealPracticeMode *
waxseal_practice_mode_new (void)
{
  return g_object_new (WAXSEAL_TYPE_PRACTICE_MODE, NULL);
}

static WaxsealPracticeServer *
start_with (const char *state_file, GError **error)
{
  g_autoptr (WaxsealPracticeServer) server = waxseal_practice_server_new (N_PEOPLE);

  waxseal_practice_server_set_state_file (server, state_file);
  if (!waxseal_practice_server_start (server, 0, error))
    return NULL;
  return g_steal_pointer (&server);
}

/* On a thread of its own, since the tenant's key and people take a moment to make. A state that
 * cannot be read is kept aside: a new tenant is as good for practice. */
static void
start_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "waxseal", NULL);
  g_autofree char *state_file = g_build_filename (folder, "practice-tenant.json", NULL);
  g_autofree char *aside = g_strconcat (state_file, ".damaged", NULL);
  g_autoptr (GError) error = NULL;
  WaxsealPracticeServer *server;

  g_mkdir_with_parents (folder, 0700);
  server = start_with (state_file, &error);
  if (server == NULL && g_rename (state_file, aside) == 0)
    {
      g_clear_error (&error);
      server = start_with (state_file, &error);
    }
  if (server == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, server, g_object_unref);
}

/** waxseal_practice_mode_start_async: Starts the practice tenant where it does not run yet. */
void
waxseal_practice_mode_start_async (WaxsealPracticeMode *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, waxseal_practice_mode_start_async);
  if (self->server != NULL)
    g_task_return_pointer (task, g_object_ref (self->server), g_object_unref);
  else
    g_task_run_in_thread (task, start_in_thread);
}

/**
 * waxseal_practice_mode_start_finish:
 *
 * Returns: whether the practice tenant runs; %FALSE with the reason why not.
 */
gboolean
waxseal_practice_mode_start_finish (WaxsealPracticeMode *self, GAsyncResult *result, GError **error)
{
  g_autoptr (WaxsealPracticeServer) server = g_task_propagate_pointer (G_TASK (result), error);

  if (server == NULL)
    return FALSE;
  if (self->server == NULL)
    self->server = g_steal_pointer (&server);
  return TRUE;
}

/** waxseal_practice_mode_get_base: Returns: (transfer none) (nullable): its address, while it runs.
 */
const char *
waxseal_practice_mode_get_base (WaxsealPracticeMode *self)
{
  return self->server != NULL ? waxseal_practice_server_get_base (self->server) : NULL;
}
