/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cmdlets that there are, and what each may be given (microsoft.md, 3.2). */
#include <string.h>

#include "waxseal-json.h"
#include "waxseal-practice-exchange.h"

typedef enum
{
  KIND_FLAG,
  KIND_ID,
  KIND_OBJECT,
  KIND_TEXTS,
  KIND_ONE_OF, /* one of @choices */
} Kind;

typedef struct
{
  const char *name;
  Kind kind;
  gboolean is_needed;
  const char *choices;
} Parameter;

#define PROVIDED_TO                                                                                \
  {                                                                                                \
    "ProvidedTo", KIND_ONE_OF, FALSE, "Everyone,SpecificUsers"                                     \
  }
#define STATE                                                                                      \
  {                                                                                                \
    "DefaultStateForUser", KIND_ONE_OF, FALSE, "Enabled,Disabled,AlwaysEnabled"                    \
  }
#define USER_LIST                                                                                  \
  {                                                                                                \
    "UserList", KIND_TEXTS                                                                         \
  }
#define ORGANIZATION                                                                               \
  {                                                                                                \
    "OrganizationApp", KIND_FLAG                                                                   \
  }
#define ENABLED                                                                                    \
  {                                                                                                \
    "Enabled", KIND_FLAG                                                                           \
  }
#define CONFIRM                                                                                    \
  {                                                                                                \
    "Confirm", KIND_FLAG                                                                           \
  }

struct _WaxsealPracticeCmdlet
{
  const char *name;
  void (*run) (WaxsealPracticeCall *call, JsonObject *parameters);
  Parameter parameters[8];
};

static const WaxsealPracticeCmdlet cmdlets[] = {
  { "Get-App", waxseal_practice_exchange_get_app, { { "Identity", KIND_ID }, ORGANIZATION } },
  { "New-App",
    waxseal_practice_exchange_new_app,
    { { "FileData", KIND_OBJECT, TRUE },
      ORGANIZATION,
      PROVIDED_TO,
      USER_LIST,
      STATE,
      ENABLED,
      { "AllowReadWriteMailbox", KIND_FLAG },
      CONFIRM } },
  { "Set-App",
    waxseal_practice_exchange_set_app,
    { { "Identity", KIND_ID, TRUE },
      ORGANIZATION,
      PROVIDED_TO,
      USER_LIST,
      STATE,
      ENABLED,
      CONFIRM } },
  { "Remove-App",
    waxseal_practice_exchange_remove_app,
    { { "Identity", KIND_ID, TRUE }, ORGANIZATION, CONFIRM } },
  { "Get-OrganizationConfig", waxseal_practice_exchange_get_organization },
};

/** waxseal_practice_exchange_find_cmdlet: Returns: (transfer none) (nullable): the cmdlet @name, in
 * any case
 */
const WaxsealPracticeCmdlet *
waxseal_practice_exchange_find_cmdlet (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (cmdlets); i++)
    if (g_ascii_strcasecmp (cmdlets[i].name, name) == 0)
      return &cmdlets[i];
  return NULL;
}

/**
 * waxseal_practice_exchange_get_cmdlet:
 *
 * Returns: (transfer none) (nullable): the name of the cmdlet that @call is for, as the table has
 *   it; "unknown" for one that is not there; %NULL where @call is for none
 */
const char *
waxseal_practice_exchange_get_cmdlet (WaxsealPracticeCall *call)
{
  JsonObject *body = waxseal_json_node_get_object (call->body);
  const char *name =
    waxseal_json_get_text (waxseal_json_get_object (body, "CmdletInput"), "CmdletName");
  const WaxsealPracticeCmdlet *cmdlet;

  if (call->route == NULL || !g_str_has_suffix (call->route, "/InvokeCommand") || *name == '\0')
    return NULL;
  cmdlet = waxseal_practice_exchange_find_cmdlet (name);
  return cmdlet != NULL ? cmdlet->name : "unknown";
}

/** waxseal_practice_exchange_matches_cmdlet: Returns: whether a rule for @pattern is about one of
 * the cmdlets at @route
 */
gboolean
waxseal_practice_exchange_matches_cmdlet (const char *pattern, const char *route)
{
  for (guint i = 0; i < G_N_ELEMENTS (cmdlets); i++)
    {
      g_autofree char *name = g_strconcat (route, " ", cmdlets[i].name, NULL);

      if (g_pattern_match_simple (pattern, name))
        return TRUE;
    }
  return FALSE;
}

static const Parameter *
find_parameter (const WaxsealPracticeCmdlet *cmdlet, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (cmdlet->parameters); i++)
    if (cmdlet->parameters[i].name != NULL &&
        g_ascii_strcasecmp (cmdlet->parameters[i].name, name) == 0)
      return &cmdlet->parameters[i];
  return NULL;
}

static gboolean
is_texts (JsonNode *value)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (value) ? json_node_get_array (value) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (json_node_get_value_type (json_array_get_element (array, i)) != G_TYPE_STRING)
      return FALSE;
  return array != NULL;
}

static gboolean
is_of_kind (JsonNode *value, Kind kind)
{
  GType type = JSON_NODE_HOLDS_VALUE (value) ? json_node_get_value_type (value) : G_TYPE_INVALID;

  switch (kind)
    {
    case KIND_FLAG:
      return type == G_TYPE_BOOLEAN;
    case KIND_ID:
      return type == G_TYPE_STRING && g_uuid_string_is_valid (json_node_get_string (value));
    case KIND_OBJECT:
      return JSON_NODE_HOLDS_OBJECT (value);
    case KIND_TEXTS:
      return is_texts (value);
    case KIND_ONE_OF:
      return type == G_TYPE_STRING;
    }
  g_return_val_if_reached (FALSE);
}

/* As the table spells it; NULL if it is none. */
static char *
find_choice (const char *choices, const char *text)
{
  g_auto (GStrv) names = g_strsplit (choices, ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (g_ascii_strcasecmp (names[i], text) == 0)
      return g_strdup (names[i]);
  return NULL;
}

static gboolean
take_choice (WaxsealPracticeCall *call,
             JsonObject *taken,
             const Parameter *parameter,
             const char *text)
{
  g_autofree char *choice = find_choice (parameter->choices, text);

  if (choice != NULL)
    {
      json_object_set_string_member (taken, parameter->name, choice);
      return TRUE;
    }
  waxseal_practice_exchange_refuse (call,
                                    "Cannot bind parameter '%s'. Cannot convert value \"%s\": the "
                                    "possible enumeration values are \"%s\".",
                                    parameter->name,
                                    text,
                                    parameter->choices);
  return FALSE;
}

/* Whether @cmdlet may be given it; then it is in @taken, named as in the table. */
static gboolean
take_parameter (WaxsealPracticeCall *call,
                const WaxsealPracticeCmdlet *cmdlet,
                JsonObject *taken,
                const char *name,
                JsonNode *value)
{
  const Parameter *parameter = find_parameter (cmdlet, name);

  if (parameter == NULL)
    waxseal_practice_exchange_refuse (call,
                                      "A parameter cannot be found that matches parameter name "
                                      "'%s'.",
                                      name);
  else if (!is_of_kind (value, parameter->kind))
    waxseal_practice_exchange_refuse (call,
                                      "Cannot process argument transformation on parameter '%s'. "
                                      "Cannot convert its value.",
                                      parameter->name);
  else if (parameter->kind == KIND_ONE_OF)
    return take_choice (call, taken, parameter, json_node_get_string (value));
  else
    {
      json_object_set_member (taken, parameter->name, json_node_copy (value));
      return TRUE;
    }
  return FALSE;
}

static gboolean
has_needed (WaxsealPracticeCall *call, const WaxsealPracticeCmdlet *cmdlet, JsonObject *taken)
{
  for (guint i = 0; i < G_N_ELEMENTS (cmdlet->parameters); i++)
    if (cmdlet->parameters[i].is_needed &&
        !json_object_has_member (taken, cmdlet->parameters[i].name))
      {
        waxseal_practice_exchange_refuse (call,
                                          "Cannot process command because of one or more missing "
                                          "mandatory parameters: %s.",
                                          cmdlet->parameters[i].name);
        return FALSE;
      }
  return TRUE;
}

/**
 * waxseal_practice_exchange_run:
 * @parameters: as they were sent
 *
 * Lets @cmdlet answer, or refuses what it may not be given. What is null was not given; names are
 * in any case, and those with an "@" say what type another is of.
 */
void
waxseal_practice_exchange_run (WaxsealPracticeCall *call,
                               const WaxsealPracticeCmdlet *cmdlet,
                               JsonObject *parameters)
{
  g_autoptr (JsonObject) taken = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, parameters);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      if (strchr (name, '@') != NULL || JSON_NODE_HOLDS_NULL (value))
        continue;
      if (!take_parameter (call, cmdlet, taken, name, value))
        return;
    }
  if (has_needed (call, cmdlet, taken))
    cmdlet->run (call, taken);
}
