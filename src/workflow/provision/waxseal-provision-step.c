/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-provision-step.h"

#include <glib/gi18n.h>

#include "waxseal-provision-enum-types.h"

/** WaxsealProvisionStep: see the header. */
struct _WaxsealProvisionStep
{
  GObject parent_instance;

  WaxsealProvisionKind kind;
  char *id;
  char *permission;
  char *title;
  WaxsealProvisionState state;
  char *note;
  GError *error;
};

G_DEFINE_FINAL_TYPE (WaxsealProvisionStep, waxseal_provision_step, G_TYPE_OBJECT)

enum
{
  PROP_TITLE = 1,
  PROP_STATE,
  PROP_NOTE,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *pspecs[N_PROPS];

/* By WaxsealProvisionKind; a grant also has its permission. */
static const char *const ids[] = {
  "application", "declare", "service-principal", "secret", "grant", "proof",
};

static void
waxseal_provision_step_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  WaxsealProvisionStep *self = WAXSEAL_PROVISION_STEP (object);

  if (id == PROP_TITLE)
    g_value_set_string (value, self->title);
  else if (id == PROP_STATE)
    g_value_set_enum (value, self->state);
  else if (id == PROP_NOTE)
    g_value_set_string (value, self->note);
  else if (id == PROP_ERROR)
    g_value_set_boxed (value, self->error);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
waxseal_provision_step_finalize (GObject *object)
{
  WaxsealProvisionStep *self = WAXSEAL_PROVISION_STEP (object);

  g_free (self->id);
  g_free (self->permission);
  g_free (self->title);
  g_free (self->note);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (waxseal_provision_step_parent_class)->finalize (object);
}

static void
waxseal_provision_step_class_init (WaxsealProvisionStepClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = waxseal_provision_step_get_property;
  object_class->finalize = waxseal_provision_step_finalize;

  pspecs[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  pspecs[PROP_STATE] = g_param_spec_enum (
    "state", NULL, NULL, WAXSEAL_TYPE_PROVISION_STATE, WAXSEAL_PROVISION_PENDING, flags);
  pspecs[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, "", flags);
  pspecs[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  g_object_class_install_properties (object_class, N_PROPS, pspecs);
}

static void
waxseal_provision_step_init (WaxsealProvisionStep *self)
{
  self->note = g_strdup ("");
}

/**
 * waxseal_provision_step_new:
 * @permission: (nullable): of a grant, such as “Mail.Read”
 * @title: what it does, for the user
 *
 * Returns: (transfer full): a pending step
 */
WaxsealProvisionStep *
waxseal_provision_step_new (WaxsealProvisionKind kind, const char *permission, const char *title)
{
  WaxsealProvisionStep *self = g_object_new (WAXSEAL_TYPE_PROVISION_STEP, NULL);

  self->kind = kind;
  self->permission = g_strdup (permission);
  self->id =
    permission != NULL ? g_strconcat (ids[kind], "-", permission, NULL) : g_strdup (ids[kind]);
  self->title = g_strdup (title);
  return self;
}

WaxsealProvisionKind
waxseal_provision_step_get_kind (WaxsealProvisionStep *self)
{
  return self->kind;
}

/** waxseal_provision_step_get_id: Returns: (transfer none): its name for programs. */
const char *
waxseal_provision_step_get_id (WaxsealProvisionStep *self)
{
  return self->id;
}

/** waxseal_provision_step_get_permission: Returns: (transfer none) (nullable): what it grants. */
const char *
waxseal_provision_step_get_permission (WaxsealProvisionStep *self)
{
  return self->permission;
}

/** waxseal_provision_step_get_title: Returns: (transfer none): what it does. */
const char *
waxseal_provision_step_get_title (WaxsealProvisionStep *self)
{
  return self->title;
}

WaxsealProvisionState
waxseal_provision_step_get_state (WaxsealProvisionStep *self)
{
  return self->state;
}

/** waxseal_provision_step_get_note: Returns: (transfer none): a line under the title, or "". */
const char *
waxseal_provision_step_get_note (WaxsealProvisionStep *self)
{
  return self->note;
}

/** waxseal_provision_step_get_error: Returns: (transfer none) (nullable): why it failed. */
const GError *
waxseal_provision_step_get_error (WaxsealProvisionStep *self)
{
  return self->error;
}

/** waxseal_provision_step_is_over: Returns: whether nothing is left to do about it in a run. */
gboolean
waxseal_provision_step_is_over (WaxsealProvisionStep *self)
{
  return self->state == WAXSEAL_PROVISION_DONE || self->state == WAXSEAL_PROVISION_ALREADY ||
         self->state == WAXSEAL_PROVISION_HANDED_OVER;
}

static void
change (WaxsealProvisionStep *self,
        WaxsealProvisionState state,
        const char *note,
        const GError *error)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (self->error != NULL || error != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), pspecs[PROP_ERROR]);
  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  if (g_strcmp0 (self->note, note) != 0)
    {
      g_free (self->note);
      self->note = g_strdup (note);
      g_object_notify_by_pspec (G_OBJECT (self), pspecs[PROP_NOTE]);
    }
  if (self->state != state)
    {
      self->state = state;
      g_object_notify_by_pspec (G_OBJECT (self), pspecs[PROP_STATE]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

/** waxseal_provision_step_set_state: @note: (nullable): a line for the user. Clears the error. */
void
waxseal_provision_step_set_state (WaxsealProvisionStep *self,
                                  WaxsealProvisionState state,
                                  const char *note)
{
  change (self, state, note != NULL ? note : "", NULL);
}

/** waxseal_provision_step_fail: Says that it failed, and why. */
void
waxseal_provision_step_fail (WaxsealProvisionStep *self, const GError *error)
{
  change (self, WAXSEAL_PROVISION_FAILED, error->message, error);
}

/** waxseal_provision_state_describe: Returns: (transfer none): the state in a word or two. */
const char *
waxseal_provision_state_describe (WaxsealProvisionState state)
{
  static const char *const labels[] = {
    N_ ("To do"),         N_ ("Under way"), N_ ("Waiting"),     N_ ("Done"),
    N_ ("There already"), N_ ("Failed"),    N_ ("Handed over"), N_ ("Cancelled"),
  };

  return _ (labels[state]);
}
