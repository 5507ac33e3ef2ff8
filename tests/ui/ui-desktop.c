/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-desktop.h"

typedef struct
{
  GDBusConnection *connection;
  GHashTable *shown; /* id -> GVariant */
  guint n_sent;
} Desktop;

static Desktop desktop;

static const char interface[] = "<node><interface name='org.gtk.Notifications'>"
                                "<method name='AddNotification'>"
                                "<arg type='s' direction='in'/><arg type='s' direction='in'/>"
                                "<arg type='a{sv}' direction='in'/></method>"
                                "<method name='RemoveNotification'>"
                                "<arg type='s' direction='in'/><arg type='s' direction='in'/>"
                                "</method></interface></node>";

static void
call_cb (GDBusConnection *connection,
         const char *sender,
         const char *path,
         const char *interface_name,
         const char *method,
         GVariant *parameters,
         GDBusMethodInvocation *invocation,
         gpointer user_data)
{
  const char *id;

  g_variant_get_child (parameters, 1, "&s", &id);
  if (g_str_equal (method, "AddNotification"))
    {
      g_hash_table_insert (desktop.shown, g_strdup (id), g_variant_get_child_value (parameters, 2));
      desktop.n_sent++;
    }
  else
    {
      g_hash_table_remove (desktop.shown, id);
    }
  g_dbus_method_invocation_return_value (invocation, NULL);
}

/* Starts it, on the bus of the tests; once, before GIO looks for one. */
void
ui_desktop_start (void)
{
  static const GDBusInterfaceVTable vtable = { call_cb, NULL, NULL, { NULL } };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface, NULL);
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GError) error = NULL;

  desktop.shown =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref);
  desktop.connection =
    g_dbus_connection_new_for_address_sync (g_getenv ("DBUS_SESSION_BUS_ADDRESS"),
                                            G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                              G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                            NULL,
                                            NULL,
                                            &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (
    desktop.connection, "/org/gtk/Notifications", node->interfaces[0], &vtable, NULL, NULL, &error);
  g_assert_no_error (error);
  reply = g_dbus_connection_call_sync (desktop.connection,
                                       "org.freedesktop.DBus",
                                       "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus",
                                       "RequestName",
                                       g_variant_new ("(su)", "org.gtk.Notifications", 0),
                                       NULL,
                                       G_DBUS_CALL_FLAGS_NONE,
                                       -1,
                                       NULL,
                                       &error);
  g_assert_no_error (error);
}

/* As if nothing had been shown yet. */
void
ui_desktop_clear (void)
{
  g_hash_table_remove_all (desktop.shown);
  desktop.n_sent = 0;
}

/* Returns: how many there were since then. */
guint
ui_desktop_count_sent (void)
{
  return desktop.n_sent;
}

guint
ui_desktop_count_shown (void)
{
  return g_hash_table_size (desktop.shown);
}

/* Returns: (transfer none): one of those that are shown; there must be one. */
GVariant *
ui_desktop_get_one (void)
{
  GHashTableIter iter;
  gpointer notification = NULL;

  g_hash_table_iter_init (&iter, desktop.shown);
  g_assert_true (g_hash_table_iter_next (&iter, NULL, &notification));
  return notification;
}
