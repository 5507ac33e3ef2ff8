/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-group-count.h"

#include <glib/gi18n.h>

#include "waxseal-date.h"
#include "waxseal-group-words.h"
#include "waxseal-json.h"

struct _WaxsealGroupCount
{
  GObject parent_instance;
  WaxsealRecipient *recipient;
  WaxsealGroupCountState state;
  gboolean is_dynamic;
  guint n_direct;
  guint n_nested;
  char *message;
};

G_DEFINE_FINAL_TYPE (WaxsealGroupCount, waxseal_group_count, G_TYPE_OBJECT)

enum
{
  PROP_RECIPIENT = 1,
  PROP_STATE,
  PROP_MESSAGE,
  PROP_N_DIRECT,
  PROP_N_NESTED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
waxseal_group_count_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  WaxsealGroupCount *self = WAXSEAL_GROUP_COUNT (object);

  switch (id)
    {
    case PROP_RECIPIENT:
      g_value_set_object (value, self->recipient);
      break;
    case PROP_STATE:
      g_value_set_int (value, self->state);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    case PROP_N_DIRECT:
      g_value_set_uint (value, self->n_direct);
      break;
    case PROP_N_NESTED:
      g_value_set_uint (value, self->n_nested);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
waxseal_group_count_finalize (GObject *object)
{
  WaxsealGroupCount *self = WAXSEAL_GROUP_COUNT (object);

  g_clear_object (&self->recipient);
  g_free (self->message);
  G_OBJECT_CLASS (waxseal_group_count_parent_class)->finalize (object);
}

static void
waxseal_group_count_class_init (WaxsealGroupCountClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = waxseal_group_count_get_property;
  object_class->finalize = waxseal_group_count_finalize;

  properties[PROP_RECIPIENT] =
    g_param_spec_object ("recipient", NULL, NULL, WAXSEAL_TYPE_RECIPIENT, flags);
  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, "", flags);
  properties[PROP_N_DIRECT] = g_param_spec_uint ("n-direct", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_NESTED] = g_param_spec_uint ("n-nested", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
waxseal_group_count_init (WaxsealGroupCount *self)
{
  self->message = g_strdup ("");
}

/** waxseal_group_count_new: @recipient: (transfer none): a group; gets what is counted. */
WaxsealGroupCount *
waxseal_group_count_new (WaxsealRecipient *recipient)
{
  WaxsealGroupCount *self = g_object_new (WAXSEAL_TYPE_GROUP_COUNT, NULL);

  self->recipient = g_object_ref (recipient);
  return self;
}

/** waxseal_group_count_set_group: @group: as Graph describes it: its name and address may have
 * changed. */
void
waxseal_group_count_set_group (WaxsealGroupCount *self, JsonObject *group)
{
  g_auto (GStrv) types =
    waxseal_json_array_dup_texts (waxseal_json_get_array (group, "groupTypes"));
  g_autofree char *now = waxseal_date_now ();

  self->is_dynamic = g_strv_contains ((const char *const *) types, "DynamicMembership");
  waxseal_record_set_text (self->recipient, "name", waxseal_json_get_text (group, "displayName"));
  waxseal_record_set_text (self->recipient, "address", waxseal_json_get_text (group, "mail"));
  waxseal_record_set_text (self->recipient, "matched-on", now);
}

static void
finish (WaxsealGroupCount *self,
        WaxsealGroupCountState state,
        GStrvBuilder *lines,
        guint n_direct,
        guint n_nested)
{
  g_auto (GStrv) texts = NULL;

  if (self->is_dynamic)
    g_strv_builder_add (lines, _ ("Who is in it follows from a rule, and can change at any time"));
  texts = g_strv_builder_end (lines);
  g_free (self->message);
  self->message = g_strjoinv ("\n", texts);
  self->state = state;
  self->n_direct = n_direct;
  self->n_nested = n_nested;
  for (guint i = PROP_STATE; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

/* “members-on” says when all were read, and is empty where they were not. */
static void
store (WaxsealGroupCount *self, guint n_direct, guint n_nested, char **addresses, const char *date)
{
  g_object_set (self->recipient,
                "n-members",
                (int) n_direct,
                "n-nested",
                (int) n_nested,
                "member-addresses",
                addresses,
                "members-on",
                date,
                NULL);
}

/** waxseal_group_count_finish: @tally: all who are in it */
void
waxseal_group_count_finish (WaxsealGroupCount *self, const WaxsealGroupTally *tally)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) addresses = waxseal_group_tally_dup_addresses (tally);
  g_autofree char *now = waxseal_date_now ();
  guint n_nested = waxseal_group_tally_count_nested (tally);
  guint n_direct = g_hash_table_size (tally->people) - n_nested;

  waxseal_group_words_add_counted (lines, tally);
  store (self, n_direct, n_nested, addresses, now);
  finish (self, WAXSEAL_GROUP_COUNT_DONE, lines, n_direct, n_nested);
}

/** waxseal_group_count_finish_large: @n_all: in the groups in it as well. */
void
waxseal_group_count_finish_large (WaxsealGroupCount *self, guint n_direct, guint n_all)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  guint n_nested = n_all > n_direct ? n_all - n_direct : 0;

  waxseal_group_words_add_large (lines, n_direct, n_nested);
  store (self, n_direct, n_nested, NULL, "");
  finish (self, WAXSEAL_GROUP_COUNT_LARGE, lines, n_direct, n_nested);
}

/** waxseal_group_count_fail: @state: %WAXSEAL_GROUP_COUNT_HIDDEN or _GONE. What was known before no
 * longer holds. */
void
waxseal_group_count_fail (WaxsealGroupCount *self, WaxsealGroupCountState state)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  g_strv_builder_add (
    lines,
    state == WAXSEAL_GROUP_COUNT_GONE
      ? _ ("This group is no longer there. Remove it from the phase, or choose another one")
      : _ ("Microsoft Entra does not say who is in it: its membership is hidden. Ask its owner how "
           "many they are"));
  store (self, 0, 0, NULL, "");
  finish (self, state, lines, 0, 0);
}

/** waxseal_group_count_get_recipient: Returns: (transfer none): the group. */
WaxsealRecipient *
waxseal_group_count_get_recipient (WaxsealGroupCount *self)
{
  return self->recipient;
}

/** waxseal_group_count_get_state: Returns: what came of it so far. */
WaxsealGroupCountState
waxseal_group_count_get_state (WaxsealGroupCount *self)
{
  return self->state;
}

/** waxseal_group_count_get_n_direct: Returns: how many people are in it; of a large group,
 * accounts.
 */
guint
waxseal_group_count_get_n_direct (WaxsealGroupCount *self)
{
  return self->n_direct;
}

/** waxseal_group_count_get_n_nested: Returns: how many are only in groups in it. */
guint
waxseal_group_count_get_n_nested (WaxsealGroupCount *self)
{
  return self->n_nested;
}

/** waxseal_group_count_dup_message: Returns: (transfer full): what to know of it, in lines. */
char *
waxseal_group_count_dup_message (WaxsealGroupCount *self)
{
  return g_strdup (self->message);
}
