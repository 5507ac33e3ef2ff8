/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-rule.h"

#include "waxseal-json.h"

/* A day; longer is a mistake in the unit. */
#define MAX_SECONDS 86400.0

/** waxseal_practice_rule_ref: Returns: (transfer full): @self. */
WaxsealPracticeRule *
waxseal_practice_rule_ref (WaxsealPracticeRule *self)
{
  return g_rc_box_acquire (self);
}

static void
clear_rule (gpointer data)
{
  WaxsealPracticeRule *self = data;

  g_free (self->on);
  g_free (self->text);
}

/** waxseal_practice_rule_unref: @self: (transfer full). */
void
waxseal_practice_rule_unref (WaxsealPracticeRule *self)
{
  g_rc_box_release_full (self, clear_rule);
}

static gboolean
refuse (GError **error, const char *format, const char *what)
{
  g_autofree char *quoted = g_strdup_printf ("“%s”", what);
  g_autoptr (GString) message = g_string_new (format);

  g_string_replace (message, "@", quoted, 1);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, message->str);
  return FALSE;
}

/* The members that a rule can have, and what they are. */
static const struct
{
  const char *name;
  GType type;
  double min, max;
} members[] = {
  { "on", G_TYPE_STRING },
  { "fault", G_TYPE_STRING },
  { "skip", G_TYPE_INT64, 0, G_MAXINT32 },
  { "every", G_TYPE_INT64, 1, G_MAXINT32 },
  { "times", G_TYPE_INT64, -1, G_MAXINT32 },
  { "seconds", G_TYPE_DOUBLE, -MAX_SECONDS, MAX_SECONDS },
  { "status", G_TYPE_INT64, 400, 599 },
  { "text", G_TYPE_STRING },
};

static gboolean
check_value (guint index, JsonNode *node, GError **error)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  gboolean fits = type == members[index].type;

  if (members[index].type == G_TYPE_STRING)
    return fits || refuse (error, "@ must be a text", members[index].name);
  /* 1 is a number of seconds as good as 1.0. */
  fits = fits || (members[index].type == G_TYPE_DOUBLE && type == G_TYPE_INT64);
  if (!fits)
    return refuse (error, "@ must be a number", members[index].name);
  if (json_node_get_double (node) < members[index].min ||
      json_node_get_double (node) > members[index].max)
    return refuse (error, "@ is out of range", members[index].name);
  return TRUE;
}

static gboolean
check_member (const char *name, JsonNode *node, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_str_equal (name, members[i].name))
      return check_value (i, node, error);
  return refuse (error, "no rule has a member @", name);
}

static gboolean
check_members (JsonObject *object, GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &node))
    if (!check_member (name, node, error))
      return FALSE;
  if (*waxseal_json_get_text (object, "on") == '\0')
    return refuse (error, "@ is missing", "on");
  if (!json_object_has_member (object, "fault"))
    return refuse (error, "@ is missing", "fault");
  return TRUE;
}

static const WaxsealPracticeFault *
read_fault (JsonObject *object, GError **error)
{
  const char *name = json_object_get_string_member (object, "fault");
  const WaxsealPracticeFault *fault = waxseal_practice_fault_find (name, object);
  g_autofree char *names = NULL;
  g_autofree char *message = NULL;

  if (fault == NULL)
    {
      names = waxseal_practice_fault_dup_names ();
      message = g_strconcat ("no fault is called @; there are ", names, NULL);
      refuse (error, message, name);
      return NULL;
    }
  if (fault->needs != NULL && !json_object_has_member (object, fault->needs))
    {
      message = g_strdup_printf ("@ needs “%s”", fault->needs);
      refuse (error, message, name);
      return NULL;
    }
  return fault;
}

/**
 * waxseal_practice_rule_read:
 *
 * Returns: (transfer full) (nullable): the rule that @node is, or %NULL with
 *   %G_IO_ERROR_INVALID_ARGUMENT that says why it is none
 */
WaxsealPracticeRule *
waxseal_practice_rule_read (JsonNode *node, GError **error)
{
  JsonObject *object = waxseal_json_node_get_object (node);
  const WaxsealPracticeFault *fault = NULL;
  WaxsealPracticeRule *self = NULL;

  if (object == NULL)
    {
      refuse (error, "a rule is an object with @", "on");
      return NULL;
    }
  if (!check_members (object, error))
    return NULL;
  fault = read_fault (object, error);
  if (fault == NULL)
    return NULL;
  self = g_rc_box_new0 (WaxsealPracticeRule);
  self->fault = fault;
  self->on = g_strdup (json_object_get_string_member (object, "on"));
  self->skip = json_object_get_int_member_with_default (object, "skip", 0);
  self->every = json_object_get_int_member_with_default (object, "every", 1);
  self->times = json_object_get_int_member_with_default (object, "times", 1);
  self->seconds = json_object_get_double_member_with_default (object, "seconds", 0);
  self->status = json_object_get_int_member_with_default (object, "status", 0);
  self->text = g_strdup (json_object_get_string_member_with_default (object, "text", NULL));
  return self;
}

/** waxseal_practice_rule_describe: Returns: (transfer full): what is left of the rule. */
JsonObject *
waxseal_practice_rule_describe (const WaxsealPracticeRule *self)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "on", self->on);
  json_object_set_string_member (object, "fault", self->fault->name);
  json_object_set_int_member (object, "skip", self->skip);
  if (self->every > 1)
    json_object_set_int_member (object, "every", self->every);
  json_object_set_int_member (object, "times", self->times);
  json_object_set_double_member (object, "seconds", self->seconds);
  if (self->status != 0)
    json_object_set_int_member (object, "status", self->status);
  if (self->text != NULL)
    json_object_set_string_member (object, "text", self->text);
  return object;
}

/** waxseal_practice_rule_matches: Returns: whether the rule is about @route ("GET /v1.0/me"). */
gboolean
waxseal_practice_rule_matches (const WaxsealPracticeRule *self, const char *route)
{
  return g_pattern_match_simple (self->on, route);
}

/**
 * waxseal_practice_rule_take:
 *
 * Counts a matching request.
 *
 * Returns: whether the rule meets it
 */
gboolean
waxseal_practice_rule_take (WaxsealPracticeRule *self)
{
  if (self->times == 0)
    return FALSE;
  if (self->skip > 0)
    {
      self->skip--;
      return FALSE;
    }
  if (++self->seen % self->every != 0)
    return FALSE;
  if (self->times > 0)
    self->times--;
  return TRUE;
}
