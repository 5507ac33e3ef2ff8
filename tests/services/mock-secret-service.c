/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mock-secret-service.h"

#define ROOT       "/org/freedesktop/secrets"
#define ALIAS      ROOT "/aliases/default"
#define COLLECTION ROOT "/collection/login"
#define ITEM       COLLECTION "/1"
#define PROMPT     ROOT "/prompt/1"
#define SESSION    ROOT "/session/1"
#define INTERFACE  "org.freedesktop.Secret."

static const char interfaces[] =
  "<node>"
  "<interface name='" INTERFACE "Service'>"
  "<property name='Collections' type='ao' access='read'/>"
  "<method name='OpenSession'><arg type='s' direction='in'/><arg type='v' direction='in'/>"
  "<arg type='v' direction='out'/><arg type='o' direction='out'/></method>"
  "<method name='SearchItems'><arg type='a{ss}' direction='in'/>"
  "<arg type='ao' direction='out'/><arg type='ao' direction='out'/></method>"
  "<method name='Unlock'><arg type='ao' direction='in'/>"
  "<arg type='ao' direction='out'/><arg type='o' direction='out'/></method>"
  "<method name='ReadAlias'><arg type='s' direction='in'/><arg type='o' direction='out'/></method>"
  "<method name='CreateCollection'><arg type='a{sv}' direction='in'/><arg type='s' direction='in'/>"
  "<arg type='o' direction='out'/><arg type='o' direction='out'/></method>"
  "<method name='GetSecrets'><arg type='ao' direction='in'/><arg type='o' direction='in'/>"
  "<arg type='a{o(oayays)}' direction='out'/></method>"
  "</interface>"
  "<interface name='" INTERFACE "Collection'>"
  "<property name='Items' type='ao' access='read'/>"
  "<property name='Label' type='s' access='read'/>"
  "<property name='Locked' type='b' access='read'/>"
  "<property name='Created' type='t' access='read'/>"
  "<property name='Modified' type='t' access='read'/>"
  "<method name='CreateItem'><arg type='a{sv}' direction='in'/><arg type='(oayays)' "
  "direction='in'/>"
  "<arg type='b' direction='in'/><arg type='o' direction='out'/><arg type='o' direction='out'/>"
  "</method>"
  "</interface>"
  "<interface name='" INTERFACE "Item'>"
  "<property name='Attributes' type='a{ss}' access='read'/>"
  "<property name='Label' type='s' access='read'/>"
  "<property name='Locked' type='b' access='read'/>"
  "<property name='Created' type='t' access='read'/>"
  "<property name='Modified' type='t' access='read'/>"
  "<method name='GetSecret'><arg type='o' direction='in'/><arg type='(oayays)' direction='out'/>"
  "</method>"
  "</interface>"
  "<interface name='" INTERFACE "Prompt'>"
  "<method name='Prompt'><arg type='s' direction='in'/></method>"
  "<method name='Dismiss'/>"
  "<signal name='Completed'><arg type='b'/><arg type='v'/></signal>"
  "</interface>"
  "</node>";

static GVariant *
new_paths (gboolean present, const char *path)
{
  const char *paths[] = { present ? path : NULL, NULL };

  return g_variant_new_objv (paths, -1);
}

static GVariant *
new_secret (void)
{
  return g_variant_new ("(o@ay@ays)",
                        SESSION,
                        g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, NULL, 0, 1),
                        g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, "mock", 4, 1),
                        "text/plain");
}

static GVariant *
build_search_reply (MockSecretService *self)
{
  gboolean found = self->has_item && !(self->locked && self->hides_locked);

  return g_variant_new ("(@ao@ao)",
                        new_paths (found && !self->locked, ITEM),
                        new_paths (found && self->locked, ITEM));
}

static GVariant *
build_secrets_reply (MockSecretService *self)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{o(oayays)}"));

  if (self->has_secret && !self->locked)
    g_variant_builder_add (&builder, "{o@(oayays)}", ITEM, new_secret ());
  return g_variant_new ("(a{o(oayays)})", &builder);
}

static void
call_service_cb (GDBusConnection *bus,
                 const char *sender,
                 const char *path,
                 const char *interface,
                 const char *method,
                 GVariant *parameters,
                 GDBusMethodInvocation *invocation,
                 gpointer user_data)
{
  MockSecretService *self = user_data;
  GVariant *reply = NULL;

  if (g_str_equal (method, "SearchItems") && self->is_silent)
    {
      self->unanswered = invocation;
      return;
    }
  if (g_str_equal (method, "OpenSession"))
    {
      const char *algorithm;

      g_variant_get_child (parameters, 0, "&s", &algorithm);
      if (!g_str_equal (algorithm, "plain"))
        {
          g_dbus_method_invocation_return_error (invocation,
                                                 G_DBUS_ERROR,
                                                 G_DBUS_ERROR_NOT_SUPPORTED,
                                                 "Plain only");
          return;
        }
      reply = g_variant_new ("(vo)", g_variant_new_string (""), SESSION);
    }
  else if (g_str_equal (method, "SearchItems"))
    reply = build_search_reply (self);
  else if (g_str_equal (method, "Unlock"))
    reply = g_variant_new ("(@aoo)", new_paths (FALSE, NULL), PROMPT);
  else if (g_str_equal (method, "ReadAlias"))
    reply = g_variant_new ("(o)", self->has_keyring ? COLLECTION : "/");
  else if (g_str_equal (method, "CreateCollection"))
    reply = g_variant_new ("(oo)", "/", PROMPT);
  else
    reply = build_secrets_reply (self);
  g_dbus_method_invocation_return_value (invocation, reply);
}

static void
call_collection_cb (GDBusConnection *bus,
                    const char *sender,
                    const char *path,
                    const char *interface,
                    const char *method,
                    GVariant *parameters,
                    GDBusMethodInvocation *invocation,
                    gpointer user_data)
{
  MockSecretService *self = user_data;

  if (!self->has_keyring)
    {
      g_dbus_method_invocation_return_dbus_error (invocation,
                                                  INTERFACE "Error.NoSuchObject",
                                                  "No such keyring");
      return;
    }
  if (self->locked)
    {
      g_dbus_method_invocation_return_dbus_error (invocation,
                                                  INTERFACE "Error.IsLocked",
                                                  "Cannot create an item in a locked collection");
      return;
    }
  self->n_stored++;
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(oo)", ITEM, "/"));
}

static void
call_item_cb (GDBusConnection *bus,
              const char *sender,
              const char *path,
              const char *interface,
              const char *method,
              GVariant *parameters,
              GDBusMethodInvocation *invocation,
              gpointer user_data)
{
  MockSecretService *self = user_data;

  if (self->has_secret)
    g_dbus_method_invocation_return_value (invocation,
                                           g_variant_new ("(@(oayays))", new_secret ()));
  else
    g_dbus_method_invocation_return_dbus_error (invocation,
                                                INTERFACE "Error.NoSuchObject",
                                                "The item does not exist");
}

static void
complete_prompt (MockSecretService *self, gboolean dismissed)
{
  gboolean was_locked = self->locked;
  GVariant *result;

  if (!dismissed)
    self->locked = FALSE;
  /* Unlocking answers with what is unlocked; making a keyring, with its path. */
  result = self->has_keyring ? new_paths (!dismissed && was_locked, COLLECTION)
                             : g_variant_new_object_path (dismissed ? "/" : COLLECTION);
  if (!dismissed)
    self->has_keyring = TRUE;
  g_dbus_connection_emit_signal (self->bus,
                                 NULL,
                                 PROMPT,
                                 INTERFACE "Prompt",
                                 "Completed",
                                 g_variant_new ("(bv)", dismissed, result),
                                 NULL);
}

static void
call_prompt_cb (GDBusConnection *bus,
                const char *sender,
                const char *path,
                const char *interface,
                const char *method,
                GVariant *parameters,
                GDBusMethodInvocation *invocation,
                gpointer user_data)
{
  MockSecretService *self = user_data;

  g_dbus_method_invocation_return_value (invocation, NULL);
  if (g_str_equal (method, "Dismiss"))
    {
      complete_prompt (self, TRUE);
      return;
    }
  self->n_prompts++;
  if (self->answer != MOCK_ANSWER_WAIT)
    complete_prompt (self, self->answer == MOCK_ANSWER_DISMISS);
}

static GVariant *
get_property_cb (GDBusConnection *bus,
                 const char *sender,
                 const char *path,
                 const char *interface,
                 const char *property,
                 GError **error,
                 gpointer user_data)
{
  MockSecretService *self = user_data;

  if (g_str_equal (property, "Collections"))
    return new_paths (self->has_keyring, COLLECTION);
  if (g_str_equal (property, "Items"))
    return new_paths (self->has_item, ITEM);
  if (g_str_equal (property, "Label"))
    return g_variant_new_string ("Mock");
  if (g_str_equal (property, "Locked"))
    return g_variant_new_boolean (self->locked);
  if (g_str_equal (property, "Attributes"))
    return g_variant_new_parsed ("{'organization': 'contoso', 'key-id': 'k1'}");
  return g_variant_new_uint64 (1);
}

static const struct
{
  const char *path;
  const char *interface;
  GDBusInterfaceVTable vtable;
} objects[] = {
  { ROOT, INTERFACE "Service", { call_service_cb, get_property_cb } },
  { ALIAS, INTERFACE "Collection", { call_collection_cb, get_property_cb } },
  { COLLECTION, INTERFACE "Collection", { call_collection_cb, get_property_cb } },
  { ITEM, INTERFACE "Item", { call_item_cb, get_property_cb } },
  { PROMPT, INTERFACE "Prompt", { call_prompt_cb, get_property_cb } },
};

static void
acquired_cb (GDBusConnection *bus, const char *name, gpointer user_data)
{
  gboolean *acquired = user_data;

  *acquired = TRUE;
}

/** mock_secret_service_new: Returns: (transfer full): one that owns the name, unlocked and empty.
 */
MockSecretService *
mock_secret_service_new (void)
{
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  MockSecretService *self = g_new0 (MockSecretService, 1);
  gboolean acquired = FALSE;
  guint i;

  self->has_keyring = TRUE;
  self->has_secret = TRUE;
  self->interfaces = g_dbus_node_info_new_for_xml (interfaces, NULL);
  g_assert_nonnull (self->interfaces);
  self->bus =
    g_dbus_connection_new_for_address_sync (address,
                                            G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                              G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                            NULL,
                                            NULL,
                                            NULL);
  g_assert_nonnull (self->bus);
  for (i = 0; i < G_N_ELEMENTS (objects); i++)
    g_assert_cmpuint (g_dbus_connection_register_object (
                        self->bus,
                        objects[i].path,
                        g_dbus_node_info_lookup_interface (self->interfaces, objects[i].interface),
                        &objects[i].vtable,
                        self,
                        NULL,
                        NULL),
                      >,
                      0);
  self->name = g_bus_own_name_on_connection (self->bus,
                                             "org.freedesktop.secrets",
                                             G_BUS_NAME_OWNER_FLAGS_NONE,
                                             acquired_cb,
                                             NULL,
                                             &acquired,
                                             NULL);
  while (!acquired)
    g_main_context_iteration (NULL, TRUE);
  return self;
}

/** mock_secret_service_free: @self: (transfer full): gives up the name and closes its connection.
 */
void
mock_secret_service_free (MockSecretService *self)
{
  if (self->unanswered != NULL)
    g_dbus_method_invocation_return_dbus_error (self->unanswered, INTERFACE "Error.Late", "Late");
  g_bus_unown_name (self->name);
  g_dbus_connection_close_sync (self->bus, NULL, NULL);
  g_object_unref (self->bus);
  g_dbus_node_info_unref (self->interfaces);
  g_free (self);
}
