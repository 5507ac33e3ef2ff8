/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-step.h"

#include <glib/gi18n.h>

#include "waxseal-enum-types.h"

/**
 * WaxsealStep:
 *
 * One page of the window: what it is called, how far it is and, in a few words, why.
 */
struct _WaxsealStep
{
  GObject parent_instance;

  WaxsealStepId id;
  WaxsealState state;
  char *summary;
};

enum
{
  PROP_NAME = 1,
  PROP_TITLE,
  PROP_STATE,
  PROP_SUMMARY,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static const struct
{
  const char *name;
  const char *title;
} steps[WAXSEAL_N_STEPS] = {
  [WAXSEAL_STEP_OVERVIEW] = { "overview", N_ ("Overview") },
  [WAXSEAL_STEP_ENTRA_APP] = { "entra-app", N_ ("Entra App") },
  [WAXSEAL_STEP_CRES_ACCOUNT] = { "cres-account", N_ ("CRES Account") },
  [WAXSEAL_STEP_ADDIN_SETTINGS] = { "addin-settings", N_ ("Add-in Settings") },
  [WAXSEAL_STEP_MANIFEST] = { "manifest", N_ ("Manifest") },
  [WAXSEAL_STEP_DEPLOYMENT] = { "deployment", N_ ("Deployment") },
};

G_DEFINE_FINAL_TYPE (WaxsealStep, waxseal_step, G_TYPE_OBJECT)

static void
waxseal_step_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  WaxsealStep *self = WAXSEAL_STEP (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, waxseal_step_get_name (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, waxseal_step_get_title (self));
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, self->summary);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
waxseal_step_finalize (GObject *object)
{
  g_free (WAXSEAL_STEP (object)->summary);
  G_OBJECT_CLASS (waxseal_step_parent_class)->finalize (object);
}

static void
waxseal_step_class_init (WaxsealStepClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = waxseal_step_get_property;
  object_class->finalize = waxseal_step_finalize;

  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, WAXSEAL_TYPE_STATE, WAXSEAL_STATE_TODO, flags);
  props[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
waxseal_step_init (WaxsealStep *self)
{
}

/** waxseal_step_new: Returns: (transfer full): the step @id, still to do. */
WaxsealStep *
waxseal_step_new (WaxsealStepId id)
{
  WaxsealStep *self = g_object_new (WAXSEAL_TYPE_STEP, NULL);

  self->id = id;
  return self;
}

/** waxseal_step_get_id: Returns: which of the six it is. */
WaxsealStepId
waxseal_step_get_id (WaxsealStep *self)
{
  return self->id;
}

/** waxseal_step_get_name: Returns: (transfer none): its untranslated name, for settings. */
const char *
waxseal_step_get_name (WaxsealStep *self)
{
  return steps[self->id].name;
}

/** waxseal_step_get_title: Returns: (transfer none): its translated title. */
const char *
waxseal_step_get_title (WaxsealStep *self)
{
  return _ (steps[self->id].title);
}

/** waxseal_step_get_state: Returns: how far it is. */
WaxsealState
waxseal_step_get_state (WaxsealStep *self)
{
  return self->state;
}

/** waxseal_step_get_summary: Returns: (transfer none) (nullable): how far, in a few words. */
const char *
waxseal_step_get_summary (WaxsealStep *self)
{
  return self->summary;
}

/**
 * waxseal_step_update:
 * @summary: in a few words, translated
 */
void
waxseal_step_update (WaxsealStep *self, WaxsealState state, const char *summary)
{
  if (self->state != state)
    {
      self->state = state;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
    }
  if (g_strcmp0 (self->summary, summary) != 0)
    {
      g_free (self->summary);
      self->summary = g_strdup (summary);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUMMARY]);
    }
}

/** waxseal_state_get_label: Returns: (transfer none): the state as a word, translated. */
const char *
waxseal_state_get_label (WaxsealState state)
{
  static const char *const labels[] = {
    [WAXSEAL_STATE_TODO] = N_ ("To do"),
    [WAXSEAL_STATE_DECLARED] = N_ ("Declared"),
    [WAXSEAL_STATE_VERIFIED] = N_ ("Verified"),
    [WAXSEAL_STATE_ATTENTION] = N_ ("Needs attention"),
    [WAXSEAL_STATE_STALE] = N_ ("Changed since"),
  };

  return _ (labels[state]);
}
