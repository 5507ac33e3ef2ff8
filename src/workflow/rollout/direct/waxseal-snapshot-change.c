/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-snapshot-change.h"

#include <glib/gi18n.h>

#include "waxseal-date.h"
#include "waxseal-phase-audience.h"

/** WaxsealSnapshotChange: see the header. */
struct _WaxsealSnapshotChange
{
  GObject parent_instance;

  WaxsealRecipient *recipient;
  WaxsealRecipient *now;
  gboolean known;
  char *message;
  char **joined;
  char **left;
};

G_DEFINE_FINAL_TYPE (WaxsealSnapshotChange, waxseal_snapshot_change, G_TYPE_OBJECT)

enum
{
  PROP_RECIPIENT = 1,
  PROP_MESSAGE,
  PROP_JOINED,
  PROP_LEFT,
  PROP_CHANGED,
  PROP_KNOWN,
  N_PROPS
};

static void
waxseal_snapshot_change_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  WaxsealSnapshotChange *self = WAXSEAL_SNAPSHOT_CHANGE (object);

  switch (id)
    {
    case PROP_RECIPIENT:
      g_value_set_object (value, self->recipient);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    case PROP_JOINED:
      g_value_set_boxed (value, self->joined);
      break;
    case PROP_LEFT:
      g_value_set_boxed (value, self->left);
      break;
    case PROP_CHANGED:
      g_value_set_boolean (value, waxseal_snapshot_change_is_changed (self));
      break;
    case PROP_KNOWN:
      g_value_set_boolean (value, self->known);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
waxseal_snapshot_change_finalize (GObject *object)
{
  WaxsealSnapshotChange *self = WAXSEAL_SNAPSHOT_CHANGE (object);

  g_clear_object (&self->recipient);
  g_clear_object (&self->now);
  g_free (self->message);
  g_strfreev (self->joined);
  g_strfreev (self->left);
  G_OBJECT_CLASS (waxseal_snapshot_change_parent_class)->finalize (object);
}

static void
waxseal_snapshot_change_class_init (WaxsealSnapshotChangeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamSpec *pspecs[N_PROPS] = { NULL };

  object_class->get_property = waxseal_snapshot_change_get_property;
  object_class->finalize = waxseal_snapshot_change_finalize;
  pspecs[PROP_RECIPIENT] =
    g_param_spec_object ("recipient", NULL, NULL, WAXSEAL_TYPE_RECIPIENT, flags);
  pspecs[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, "", flags);
  pspecs[PROP_JOINED] = g_param_spec_boxed ("joined", NULL, NULL, G_TYPE_STRV, flags);
  pspecs[PROP_LEFT] = g_param_spec_boxed ("left", NULL, NULL, G_TYPE_STRV, flags);
  pspecs[PROP_CHANGED] = g_param_spec_boolean ("changed", NULL, NULL, FALSE, flags);
  pspecs[PROP_KNOWN] = g_param_spec_boolean ("known", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, pspecs);
}

static void
waxseal_snapshot_change_init (WaxsealSnapshotChange *self)
{
}

static char *
describe (WaxsealSnapshotChange *self)
{
  guint n_joined = g_strv_length (self->joined), n_left = g_strv_length (self->left);
  g_autofree char *day =
    waxseal_date_format (waxseal_record_get_text (self->recipient, "members-on"));
  g_autofree char *joined = NULL, *left = NULL;

  if (!waxseal_snapshot_change_is_changed (self))
    /* Translators: %s is a day */
    return g_strdup_printf (_ ("Nobody joined or left since %s"), day);
  joined = g_strdup_printf (ngettext ("%u joined", "%u joined", n_joined), n_joined);
  left = g_strdup_printf (ngettext ("%u left", "%u left", n_left), n_left);
  if (n_left == 0)
    /* Translators: such as “2 joined”, then a day */
    return g_strdup_printf (_ ("%s since %s"), joined, day);
  if (n_joined == 0)
    return g_strdup_printf (_ ("%s since %s"), left, day);
  /* Translators: “2 joined”, “1 left”, then a day */
  return g_strdup_printf (_ ("%s and %s since %s"), joined, left, day);
}

/**
 * waxseal_snapshot_change_new:
 * @recipient: (transfer none): a group of a phase, as its members were read before
 * @now: (transfer none): the same group, read again
 * @problem: (nullable): why it could not be read, translated
 *
 * Returns: (transfer full): what is different
 */
WaxsealSnapshotChange *
waxseal_snapshot_change_new (WaxsealRecipient *recipient,
                             WaxsealRecipient *now,
                             const char *problem)
{
  WaxsealSnapshotChange *self = g_object_new (WAXSEAL_TYPE_SNAPSHOT_CHANGE, NULL);
  const char *const *before = waxseal_record_get_texts (recipient, "member-addresses");
  const char *const *after = waxseal_record_get_texts (now, "member-addresses");

  self->recipient = g_object_ref (recipient);
  self->now = g_object_ref (now);
  self->known = problem == NULL;
  self->joined = waxseal_addresses_subtract (self->known ? after : NULL, before);
  self->left = waxseal_addresses_subtract (self->known ? before : NULL, after);
  self->message = self->known ? describe (self) : g_strdup (problem);
  return self;
}

/** waxseal_snapshot_change_get_recipient: Returns: (transfer none): the phase's own. */
WaxsealRecipient *
waxseal_snapshot_change_get_recipient (WaxsealSnapshotChange *self)
{
  return self->recipient;
}

/** waxseal_snapshot_change_get_message: Returns: (transfer none): a line for the user. */
const char *
waxseal_snapshot_change_get_message (WaxsealSnapshotChange *self)
{
  return self->message;
}

/** waxseal_snapshot_change_get_joined: Returns: (transfer none) (array zero-terminated=1): who is
 * in it, and was not. */
const char *const *
waxseal_snapshot_change_get_joined (WaxsealSnapshotChange *self)
{
  return (const char *const *) self->joined;
}

/** waxseal_snapshot_change_get_left: Returns: (transfer none) (array zero-terminated=1): who was in
 * it, and is not. */
const char *const *
waxseal_snapshot_change_get_left (WaxsealSnapshotChange *self)
{
  return (const char *const *) self->left;
}

/** waxseal_snapshot_change_is_known: Returns: whether its members could be read. */
gboolean
waxseal_snapshot_change_is_known (WaxsealSnapshotChange *self)
{
  return self->known;
}

/** waxseal_snapshot_change_is_changed: Returns: whether somebody joined or left. */
gboolean
waxseal_snapshot_change_is_changed (WaxsealSnapshotChange *self)
{
  return self->joined[0] != NULL || self->left[0] != NULL;
}

/** waxseal_snapshot_change_accept: Writes the members that were read now into the phase. */
void
waxseal_snapshot_change_accept (WaxsealSnapshotChange *self)
{
  static const char *const properties[] = {
    "n-members",
    "n-nested",
    "member-addresses",
    "members-on",
  };

  if (!self->known)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      g_object_get_property (G_OBJECT (self->now), properties[i], &value);
      g_object_set_property (G_OBJECT (self->recipient), properties[i], &value);
    }
}
