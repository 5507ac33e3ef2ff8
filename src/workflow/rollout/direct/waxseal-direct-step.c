/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-direct-step.h"

#include <glib/gi18n.h>

#include "waxseal-direct-enum-types.h"

/** WaxsealDirectStep: see the header. */
struct _WaxsealDirectStep
{
  GObject parent_instance;

  char *title;
  char *text;
  WaxsealExchangeCommand *command;
  WaxsealDirectState *wanted; /* NULL: gone */
  WaxsealDirectAspects aspects;
  WaxsealDirectStepState state;
  char *note;
  char *request_id;
  GError *error;
};

G_DEFINE_FINAL_TYPE (WaxsealDirectStep, waxseal_direct_step, G_TYPE_OBJECT)

enum
{
  PROP_TITLE = 1,
  PROP_COMMAND,
  PROP_STATE,
  PROP_NOTE,
  PROP_ERROR,
  PROP_REQUEST_ID,
  N_PROPS
};

static GParamSpec *pspecs[N_PROPS];

static void
waxseal_direct_step_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  WaxsealDirectStep *self = WAXSEAL_DIRECT_STEP (object);

  if (id == PROP_TITLE)
    g_value_set_string (value, self->title);
  else if (id == PROP_COMMAND)
    g_value_set_string (value, self->text);
  else if (id == PROP_STATE)
    g_value_set_enum (value, self->state);
  else if (id == PROP_NOTE)
    g_value_set_string (value, self->note);
  else if (id == PROP_ERROR)
    g_value_set_boxed (value, self->error);
  else if (id == PROP_REQUEST_ID)
    g_value_set_string (value, self->request_id);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
waxseal_direct_step_finalize (GObject *object)
{
  WaxsealDirectStep *self = WAXSEAL_DIRECT_STEP (object);

  g_free (self->title);
  g_free (self->text);
  waxseal_exchange_command_unref (self->command);
  g_clear_pointer (&self->wanted, waxseal_direct_state_free);
  g_free (self->note);
  g_free (self->request_id);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (waxseal_direct_step_parent_class)->finalize (object);
}

static void
waxseal_direct_step_class_init (WaxsealDirectStepClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = waxseal_direct_step_get_property;
  object_class->finalize = waxseal_direct_step_finalize;

  pspecs[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  pspecs[PROP_COMMAND] = g_param_spec_string ("command", NULL, NULL, "", flags);
  pspecs[PROP_STATE] = g_param_spec_enum (
    "state", NULL, NULL, WAXSEAL_TYPE_DIRECT_STEP_STATE, WAXSEAL_DIRECT_STEP_PENDING, flags);
  pspecs[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, "", flags);
  pspecs[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  pspecs[PROP_REQUEST_ID] = g_param_spec_string ("request-id", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, pspecs);
}

static void
waxseal_direct_step_init (WaxsealDirectStep *self)
{
  self->note = g_strdup ("");
  self->request_id = g_strdup ("");
}

/**
 * waxseal_direct_step_new:
 * @title: what it does, for the user
 * @command: (transfer none): what is called
 * @wanted: (nullable): what is read back then; %NULL for nothing
 *
 * Returns: (transfer full): a pending step
 */
WaxsealDirectStep *
waxseal_direct_step_new (const char *title,
                         WaxsealExchangeCommand *command,
                         const WaxsealDirectState *wanted,
                         WaxsealDirectAspects aspects)
{
  WaxsealDirectStep *self = g_object_new (WAXSEAL_TYPE_DIRECT_STEP, NULL);

  self->title = g_strdup (title);
  self->text = waxseal_exchange_command_dup_text (command);
  self->command = waxseal_exchange_command_ref (command);
  self->wanted = wanted != NULL ? waxseal_direct_state_copy (wanted) : NULL;
  self->aspects = aspects;
  return self;
}

/** waxseal_direct_step_get_title: Returns: (transfer none): what it does. */
const char *
waxseal_direct_step_get_title (WaxsealDirectStep *self)
{
  return self->title;
}

/** waxseal_direct_step_get_text: Returns: (transfer none): what is called, as text. */
const char *
waxseal_direct_step_get_text (WaxsealDirectStep *self)
{
  return self->text;
}

/** waxseal_direct_step_get_command: Returns: (transfer none): what is called. */
WaxsealExchangeCommand *
waxseal_direct_step_get_command (WaxsealDirectStep *self)
{
  return self->command;
}

/** waxseal_direct_step_get_wanted: Returns: (transfer none) (nullable): what is read back then. */
const WaxsealDirectState *
waxseal_direct_step_get_wanted (WaxsealDirectStep *self)
{
  return self->wanted;
}

WaxsealDirectAspects
waxseal_direct_step_get_aspects (WaxsealDirectStep *self)
{
  return self->aspects;
}

WaxsealDirectStepState
waxseal_direct_step_get_state (WaxsealDirectStep *self)
{
  return self->state;
}

/** waxseal_direct_step_get_note: Returns: (transfer none): a line under the title, or "". */
const char *
waxseal_direct_step_get_note (WaxsealDirectStep *self)
{
  return self->note;
}

/** waxseal_direct_step_get_error: Returns: (transfer none) (nullable): why it failed. */
const GError *
waxseal_direct_step_get_error (WaxsealDirectStep *self)
{
  return self->error;
}

/** waxseal_direct_step_get_request_id: Returns: (transfer none): or "". */
const char *
waxseal_direct_step_get_request_id (WaxsealDirectStep *self)
{
  return self->request_id;
}

/** waxseal_direct_step_is_over: Returns: whether what it is about was read back. */
gboolean
waxseal_direct_step_is_over (WaxsealDirectStep *self)
{
  return self->state == WAXSEAL_DIRECT_STEP_DONE || self->state == WAXSEAL_DIRECT_STEP_ALREADY;
}

static void
set_text (WaxsealDirectStep *self, char **place, const char *text, guint property)
{
  if (g_strcmp0 (*place, text) == 0)
    return;
  g_free (*place);
  *place = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), pspecs[property]);
}

static void
change (WaxsealDirectStep *self,
        WaxsealDirectStepState state,
        const char *note,
        const GError *error)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (self->error != NULL || error != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), pspecs[PROP_ERROR]);
  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  set_text (self, &self->note, note, PROP_NOTE);
  if (self->state != state)
    {
      self->state = state;
      g_object_notify_by_pspec (G_OBJECT (self), pspecs[PROP_STATE]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

/** waxseal_direct_step_set_state: @note: (nullable): a line for the user. Clears the error. */
void
waxseal_direct_step_set_state (WaxsealDirectStep *self,
                               WaxsealDirectStepState state,
                               const char *note)
{
  change (self, state, note != NULL ? note : "", NULL);
}

/** waxseal_direct_step_set_request_id: @request_id: (nullable): the service's own */
void
waxseal_direct_step_set_request_id (WaxsealDirectStep *self, const char *request_id)
{
  set_text (self, &self->request_id, request_id != NULL ? request_id : "", PROP_REQUEST_ID);
}

/** waxseal_direct_step_fail: Says that it failed, and why. */
void
waxseal_direct_step_fail (WaxsealDirectStep *self, const GError *error)
{
  change (self, WAXSEAL_DIRECT_STEP_FAILED, error->message, error);
}

/** waxseal_direct_step_state_describe: Returns: (transfer none): the state in a word or two. */
const char *
waxseal_direct_step_state_describe (WaxsealDirectStepState state)
{
  static const char *const labels[] = {
    N_ ("To do"),      N_ ("Under way"), N_ ("Waiting"),   N_ ("Done, and read back"),
    N_ ("So already"), N_ ("Failed"),    N_ ("Cancelled"),
  };

  return _ (labels[state]);
}
