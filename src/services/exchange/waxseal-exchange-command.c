/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-exchange-command.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-exchange-cmdlet.h"

/* One of @flag, @texts and @bytes has the value, by what it was set with. */
typedef struct
{
  char *name;
  GType type;
  gboolean flag;
  char **texts;
  GBytes *bytes;
} Value;

struct _WaxsealExchangeCommand
{
  char *cmdlet;
  GPtrArray *values;
};

G_DEFINE_BOXED_TYPE (WaxsealExchangeCommand,
                     waxseal_exchange_command,
                     waxseal_exchange_command_ref,
                     waxseal_exchange_command_unref)

static void
value_free (gpointer data)
{
  Value *value = data;

  g_free (value->name);
  g_strfreev (value->texts);
  g_clear_pointer (&value->bytes, g_bytes_unref);
  g_free (value);
}

/**
 * waxseal_exchange_command_new:
 * @cmdlet: its name; whether it may be called is found out by waxseal_exchange_command_check()
 *
 * Returns: (transfer full): a command without parameters
 */
WaxsealExchangeCommand *
waxseal_exchange_command_new (const char *cmdlet)
{
  WaxsealExchangeCommand *self = g_rc_box_new0 (WaxsealExchangeCommand);

  self->cmdlet = g_strdup (cmdlet);
  self->values = g_ptr_array_new_with_free_func (value_free);
  return self;
}

/** waxseal_exchange_command_ref: Returns: (transfer full): @self */
WaxsealExchangeCommand *
waxseal_exchange_command_ref (WaxsealExchangeCommand *self)
{
  return g_rc_box_acquire (self);
}

static void
clear_command (gpointer data)
{
  WaxsealExchangeCommand *self = data;

  g_free (self->cmdlet);
  g_ptr_array_unref (self->values);
}

/** waxseal_exchange_command_unref: @self: (transfer full): no longer needed */
void
waxseal_exchange_command_unref (WaxsealExchangeCommand *self)
{
  g_rc_box_release_full (self, clear_command);
}

static Value *
add_value (WaxsealExchangeCommand *self, const char *name, GType type)
{
  Value *value = g_new0 (Value, 1);

  value->name = g_strdup (name);
  value->type = type;
  g_ptr_array_add (self->values, value);
  return value;
}

/** waxseal_exchange_command_set_flag: @name: a parameter that is a flag or a switch */
void
waxseal_exchange_command_set_flag (WaxsealExchangeCommand *self, const char *name, gboolean flag)
{
  add_value (self, name, G_TYPE_BOOLEAN)->flag = flag;
}

/** waxseal_exchange_command_set_text: @name: a parameter that is a text */
void
waxseal_exchange_command_set_text (WaxsealExchangeCommand *self, const char *name, const char *text)
{
  const char *texts[] = { text, NULL };

  add_value (self, name, G_TYPE_STRING)->texts = g_strdupv ((char **) texts);
}

/** waxseal_exchange_command_set_texts: @name: a parameter that is a list of texts */
void
waxseal_exchange_command_set_texts (WaxsealExchangeCommand *self,
                                    const char *name,
                                    const char *const *texts)
{
  add_value (self, name, G_TYPE_STRV)->texts = g_strdupv ((char **) texts);
}

/** waxseal_exchange_command_set_bytes: @name: a parameter that is the content of a file */
void
waxseal_exchange_command_set_bytes (WaxsealExchangeCommand *self, const char *name, GBytes *bytes)
{
  add_value (self, name, G_TYPE_BYTES)->bytes = g_bytes_ref (bytes);
}

/** waxseal_exchange_command_get_cmdlet: Returns: (transfer none): its name. */
const char *
waxseal_exchange_command_get_cmdlet (WaxsealExchangeCommand *self)
{
  return self->cmdlet;
}

/** waxseal_exchange_command_is_read: Returns: whether it is known to change nothing. */
gboolean
waxseal_exchange_command_is_read (WaxsealExchangeCommand *self)
{
  const WaxsealExchangeCmdlet *cmdlet = waxseal_exchange_cmdlet_find (self->cmdlet);

  return cmdlet != NULL && cmdlet->reads;
}

static const Value *
find_value (WaxsealExchangeCommand *self, const char *name)
{
  for (guint i = 0; i < self->values->len; i++)
    if (g_str_equal (((Value *) self->values->pdata[i])->name, name))
      return self->values->pdata[i];
  return NULL;
}

static gboolean
are_addresses (char **texts)
{
  guint i;

  for (i = 0; texts[i] != NULL; i++)
    {
      const char *at = strchr (texts[i], '@');

      if (at == NULL || at == texts[i] || at[1] == '\0' || strchr (at + 1, '@') != NULL)
        return FALSE;
    }
  return i > 0 && i <= WAXSEAL_EXCHANGE_MAX_USERS;
}

static gboolean
is_allowed (const Value *value, const WaxsealExchangeParameter *parameter)
{
  switch (parameter->kind)
    {
    case WAXSEAL_EXCHANGE_ALWAYS:
      return value->type == G_TYPE_BOOLEAN && value->flag;
    case WAXSEAL_EXCHANGE_NEVER:
      return value->type == G_TYPE_BOOLEAN && !value->flag;
    case WAXSEAL_EXCHANGE_FLAG:
      return value->type == G_TYPE_BOOLEAN;
    case WAXSEAL_EXCHANGE_ID:
      return value->type == G_TYPE_STRING && g_uuid_string_is_valid (value->texts[0]);
    case WAXSEAL_EXCHANGE_CHOICE:
      return value->type == G_TYPE_STRING && g_strv_contains (parameter->choices, value->texts[0]);
    case WAXSEAL_EXCHANGE_ADDRESSES:
      return value->type == G_TYPE_STRV && are_addresses (value->texts);
    case WAXSEAL_EXCHANGE_BYTES:
      return value->type == G_TYPE_BYTES && g_bytes_get_size (value->bytes) > 0;
    default:
      return FALSE;
    }
}

/* NULL, or what is not allowed. */
static const char *
find_offence (WaxsealExchangeCommand *self)
{
  const WaxsealExchangeCmdlet *cmdlet = waxseal_exchange_cmdlet_find (self->cmdlet);

  if (cmdlet == NULL)
    return self->cmdlet;
  for (guint i = 0; i < self->values->len; i++)
    {
      const Value *value = self->values->pdata[i];
      const WaxsealExchangeParameter *parameter =
        waxseal_exchange_cmdlet_find_parameter (cmdlet, value->name);

      if (parameter == NULL || !is_allowed (value, parameter) ||
          find_value (self, value->name) != value)
        return value->name;
    }
  for (guint i = 0; cmdlet->parameters[i].name != NULL; i++)
    if (cmdlet->parameters[i].needed && find_value (self, cmdlet->parameters[i].name) == NULL)
      return cmdlet->parameters[i].name;
  return NULL;
}

/**
 * waxseal_exchange_command_check:
 * @error: %G_IO_ERROR_PERMISSION_DENIED; a fault of Waxseal's, not of the user's
 *
 * Returns: whether the cmdlet is one of those of waxseal-exchange-cmdlet.c, with just such
 *   parameters as they may have
 */
gboolean
waxseal_exchange_command_check (WaxsealExchangeCommand *self, GError **error)
{
  const char *offence = find_offence (self);

  if (offence == NULL)
    return TRUE;
  g_set_error (error,
               G_IO_ERROR,
               G_IO_ERROR_PERMISSION_DENIED,
               _ ("Waxseal does not send this to Exchange Online: %s, %s"),
               self->cmdlet,
               offence);
  return FALSE;
}

static JsonNode *
build_texts (char **texts)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    json_array_add_string_element (array, texts[i]);
  json_node_take_array (node, array);
  return node;
}

static JsonNode *
build_value (const Value *value, WaxsealExchangeByteForm form)
{
  JsonNode *node;

  if (value->type == G_TYPE_STRV)
    return build_texts (value->texts);
  if (value->type == G_TYPE_BYTES)
    return waxseal_exchange_bytes_encode (value->bytes, form);
  node = json_node_new (JSON_NODE_VALUE);
  if (value->type == G_TYPE_BOOLEAN)
    json_node_set_boolean (node, value->flag);
  else
    json_node_set_string (node, value->texts[0]);
  return node;
}

/** waxseal_exchange_command_build: Returns: (transfer full): what InvokeCommand is sent. */
JsonNode *
waxseal_exchange_command_build (WaxsealExchangeCommand *self, WaxsealExchangeByteForm form)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *body = json_object_new ();
  JsonObject *input = json_object_new ();
  JsonObject *parameters = json_object_new ();

  for (guint i = 0; i < self->values->len; i++)
    {
      const Value *value = self->values->pdata[i];

      json_object_set_member (parameters, value->name, build_value (value, form));
    }
  json_object_set_string_member (input, "CmdletName", self->cmdlet);
  json_object_set_object_member (input, "Parameters", parameters);
  json_object_set_object_member (body, "CmdletInput", input);
  json_node_take_object (node, body);
  return node;
}

/* As PowerShell quotes a text; nobody runs it, but everybody reads it. */
static void
append_quoted (GString *text, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, "'", -1);
  g_autofree char *doubled = g_strjoinv ("''", parts);

  g_string_append_printf (text, "'%s'", doubled);
}

static void
append_value (GString *text, const Value *value)
{
  if (value->type == G_TYPE_BYTES)
    {
      gsize size = g_bytes_get_size (value->bytes);

      g_string_append_printf (text,
                              /* Translators: stands for the content of a file */
                              ngettext ("(the manifest, %u byte)",
                                        "(the manifest, %u bytes)",
                                        (gulong) size),
                              (guint) size);
      return;
    }
  if (value->type == G_TYPE_BOOLEAN)
    g_string_append (text, value->flag ? "$true" : "$false");
  for (guint i = 0; value->texts != NULL && value->texts[i] != NULL; i++)
    {
      g_string_append (text, i > 0 ? ", " : "");
      append_quoted (text, value->texts[i]);
    }
}

/* A switch stands for itself, and is only turned off by a colon. */
static void
append_parameter (GString *text, const WaxsealExchangeCmdlet *cmdlet, const Value *value)
{
  const WaxsealExchangeParameter *parameter =
    cmdlet != NULL ? waxseal_exchange_cmdlet_find_parameter (cmdlet, value->name) : NULL;

  g_string_append_printf (text, "\n  -%s", value->name);
  if (parameter != NULL && parameter->kind == WAXSEAL_EXCHANGE_ALWAYS)
    return;
  g_string_append_c (text,
                     parameter != NULL && parameter->kind == WAXSEAL_EXCHANGE_NEVER ? ':' : ' ');
  append_value (text, value);
}

/**
 * waxseal_exchange_command_dup_text:
 *
 * Returns: (transfer full): the command as an administrator would type it, a parameter a line
 */
char *
waxseal_exchange_command_dup_text (WaxsealExchangeCommand *self)
{
  const WaxsealExchangeCmdlet *cmdlet = waxseal_exchange_cmdlet_find (self->cmdlet);
  g_autoptr (GString) text = g_string_new (self->cmdlet);

  for (guint i = 0; i < self->values->len; i++)
    append_parameter (text, cmdlet, self->values->pdata[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
