/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-organization-saver.h"

#include "waxseal-enum-types.h"
#include "waxseal-organization-file.h"

/**
 * WaxsealOrganizationSaver:
 *
 * Keeps the file of one organisation up to date. The first change starts a delay, and what has
 * changed by its end is written at once: whoever types without a pause is saved all the same. There
 * is one write at a time. "state" is notified; "saved" and "failed" tell how each write ended.
 */
struct _WaxsealOrganizationSaver
{
  GObject parent_instance;

  WaxsealOrganization *organization;
  char *path;
  guint delay;
  guint timer;

  gboolean dirty;
  gboolean writing;
  gboolean failed;
  gboolean paused;
  gboolean try_again; /* a flush came while it was writing: a failure is not the last word */
  WaxsealSaveState state;
  GPtrArray *waiting; /* GTasks that flush */
};

G_DEFINE_FINAL_TYPE (WaxsealOrganizationSaver, waxseal_organization_saver, G_TYPE_OBJECT)

enum
{
  PROP_STATE = 1,
  N_PROPS
};

enum
{
  SAVED,
  FAILED,
  N_SIGNALS
};

static GParamSpec *pspecs[N_PROPS];
static guint signals[N_SIGNALS];

static void start_write (WaxsealOrganizationSaver *self);

static void
update_state (WaxsealOrganizationSaver *self)
{
  WaxsealSaveState state = WAXSEAL_SAVE_STATE_IDLE;

  if (self->writing)
    state = WAXSEAL_SAVE_STATE_SAVING;
  else if (self->timer != 0)
    state = WAXSEAL_SAVE_STATE_PENDING;
  else if (self->failed)
    state = WAXSEAL_SAVE_STATE_FAILED;
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), pspecs[PROP_STATE]);
}

static gboolean
delay_over_cb (gpointer data)
{
  WaxsealOrganizationSaver *self = data;

  self->timer = 0;
  start_write (self);
  return G_SOURCE_REMOVE;
}

static void
start_delay (WaxsealOrganizationSaver *self)
{
  if (self->timer == 0 && !self->writing && !self->paused)
    self->timer = g_timeout_add (self->delay, delay_over_cb, self);
  update_state (self);
}

static void
changed_cb (WaxsealOrganizationSaver *self)
{
  self->dirty = TRUE;
  start_delay (self);
}

static void
return_to_waiting (WaxsealOrganizationSaver *self, const GError *error)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);
  guint i;

  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (i = 0; i < waiting->len; i++)
    if (error != NULL)
      g_task_return_error (waiting->pdata[i], g_error_copy (error));
    else
      g_task_return_boolean (waiting->pdata[i], TRUE);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  WaxsealOrganizationSaver *self = WAXSEAL_ORGANIZATION_SAVER (source);
  g_autoptr (GError) error = NULL;
  gboolean changed_meanwhile = self->dirty;

  self->failed = !g_task_propagate_boolean (G_TASK (result), &error);
  self->writing = FALSE;
  self->dirty = self->dirty || self->failed;
  if (self->failed ? self->try_again : changed_meanwhile && self->waiting->len > 0)
    start_write (self);
  else if (changed_meanwhile)
    start_delay (self);
  update_state (self);

  if (error == NULL)
    g_signal_emit (self, signals[SAVED], 0);
  if (self->writing)
    return;
  if (error != NULL)
    g_signal_emit (self, signals[FAILED], 0, error);
  return_to_waiting (self, error);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  WaxsealOrganizationSaver *self = source;
  GError *error = NULL;

  if (waxseal_organization_file_write (self->path, data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
start_write (WaxsealOrganizationSaver *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, written_cb, NULL);

  g_clear_handle_id (&self->timer, g_source_remove);
  self->dirty = FALSE;
  self->writing = TRUE;
  self->try_again = FALSE;
  g_task_set_source_tag (task, start_write);
  g_task_set_task_data (task,
                        waxseal_organization_file_serialize (self->organization),
                        (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, write_in_thread);
  update_state (self);
}

static void
waxseal_organization_saver_get_property (GObject *object,
                                         guint prop_id,
                                         GValue *value,
                                         GParamSpec *pspec)
{
  if (prop_id == PROP_STATE)
    g_value_set_enum (value, WAXSEAL_ORGANIZATION_SAVER (object)->state);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
waxseal_organization_saver_finalize (GObject *object)
{
  WaxsealOrganizationSaver *self = WAXSEAL_ORGANIZATION_SAVER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->organization);
  g_ptr_array_unref (self->waiting);
  g_free (self->path);
  G_OBJECT_CLASS (waxseal_organization_saver_parent_class)->finalize (object);
}

static void
waxseal_organization_saver_class_init (WaxsealOrganizationSaverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->get_property = waxseal_organization_saver_get_property;
  object_class->finalize = waxseal_organization_saver_finalize;

  pspecs[PROP_STATE] = g_param_spec_enum ("state",
                                          NULL,
                                          NULL,
                                          WAXSEAL_TYPE_SAVE_STATE,
                                          WAXSEAL_SAVE_STATE_IDLE,
                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, pspecs);

  signals[SAVED] =
    g_signal_new ("saved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new (
    "failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
waxseal_organization_saver_init (WaxsealOrganizationSaver *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * waxseal_organization_saver_new:
 * @path: where it is saved; what is there now is taken to be what @organization says
 * @delay: ms
 *
 * Returns: (transfer full): the saver, which follows @organization from now on.
 */
WaxsealOrganizationSaver *
waxseal_organization_saver_new (WaxsealOrganization *organization, const char *path, guint delay)
{
  WaxsealOrganizationSaver *self = g_object_new (WAXSEAL_TYPE_ORGANIZATION_SAVER, NULL);

  self->organization = g_object_ref (organization);
  self->path = g_strdup (path);
  self->delay = delay;
  g_signal_connect_object (
    organization, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/** waxseal_organization_saver_get_organization: Returns: (transfer none): what it saves. */
WaxsealOrganization *
waxseal_organization_saver_get_organization (WaxsealOrganizationSaver *self)
{
  return self->organization;
}

WaxsealSaveState
waxseal_organization_saver_get_state (WaxsealOrganizationSaver *self)
{
  return self->state;
}

/**
 * waxseal_organization_saver_set_paused:
 *
 * A paused saver only notes changes, until it is no longer paused; a flush it still obeys.
 */
void
waxseal_organization_saver_set_paused (WaxsealOrganizationSaver *self, gboolean paused)
{
  self->paused = paused;
  if (paused)
    g_clear_handle_id (&self->timer, g_source_remove);
  else if (self->dirty)
    start_delay (self);
  update_state (self);
}

/** waxseal_organization_saver_save_now: Writes without a delay, whether or not anything changed. */
void
waxseal_organization_saver_save_now (WaxsealOrganizationSaver *self)
{
  self->dirty = TRUE;
  if (!self->writing)
    start_write (self);
}

/** waxseal_organization_saver_flush_async: Writes what is unsaved, and waits until that is done. */
void
waxseal_organization_saver_flush_async (WaxsealOrganizationSaver *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback cb,
                                        gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, cb, data);

  g_task_set_source_tag (task, waxseal_organization_saver_flush_async);
  if (!self->dirty && !self->writing)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  g_ptr_array_add (self->waiting, g_steal_pointer (&task));
  if (self->writing)
    self->try_again = TRUE;
  else
    start_write (self);
}

/** waxseal_organization_saver_flush_finish: Returns: %FALSE with the error of the write. */
gboolean
waxseal_organization_saver_flush_finish (WaxsealOrganizationSaver *self,
                                         GAsyncResult *result,
                                         GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
