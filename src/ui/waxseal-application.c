/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waxseal-application.h"

#include <glib/gi18n.h>
#include <gtksourceview/gtksource.h>
#include <libxml/xmlversion.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "waxseal-organization-store.h"
#include "waxseal-practice-mode.h"
#include "waxseal-preferences-window.h"
#include "waxseal-window.h"

/**
 * WaxsealApplication:
 *
 * One process, one store of organisations, one window.
 */
struct _WaxsealApplication
{
  AdwApplication parent_instance;

  WaxsealOrganizationStore *store;
  WaxsealPracticeMode *practice;
};

G_DEFINE_FINAL_TYPE (WaxsealApplication, waxseal_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *accels[3];
} accelerators[] = {
  { "app.quit", { "<Control>q" } },
  { "app.preferences", { "<Control>comma" } },
  { "window.close", { "<Control>w" } },
  { "win.new-organization", { "<Control>n" } },
  { "win.open-manifest", { "<Control>o" } },
  { "win.export-manifest", { "<Control>s", "<Control>e" } },
  { "win.toggle-preview", { "F9" } },
  { "win.show-page::overview", { "<Alt>1" } },
  { "win.show-page::entra-app", { "<Alt>2" } },
  { "win.show-page::cres-account", { "<Alt>3" } },
  { "win.show-page::addin-settings", { "<Alt>4" } },
  { "win.show-page::manifest", { "<Alt>5" } },
  { "win.show-page::deployment", { "<Alt>6" } },
};

/* Versions of libraries, for a report of a fault; never anything of the set-up. */
static char *
describe_versions (void)
{
  return g_strdup_printf ("Waxseal %s\nGLib %u.%u.%u\nGTK %u.%u.%u\nlibadwaita %u.%u.%u\n"
                          "GtkSourceView %u.%u.%u\nlibxml2 %s\nFlatpak: %s\n",
                          PACKAGE_VERSION,
                          glib_major_version,
                          glib_minor_version,
                          glib_micro_version,
                          gtk_get_major_version (),
                          gtk_get_minor_version (),
                          gtk_get_micro_version (),
                          adw_get_major_version (),
                          adw_get_minor_version (),
                          adw_get_micro_version (),
                          gtk_source_get_major_version (),
                          gtk_source_get_minor_version (),
                          gtk_source_get_micro_version (),
                          LIBXML_DOTTED_VERSION,
                          g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) ? "yes" : "no");
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autofree char *versions = describe_versions ();

  adw_show_about_window (
    gtk_application_get_active_window (GTK_APPLICATION (user_data)),
    "application-name",
    "Waxseal",
    "application-icon",
    APPLICATION_ID,
    "version",
    PACKAGE_VERSION,
    "developer-name",
    _ ("The Waxseal contributors"),
    "copyright",
    "© 2026 The Waxseal contributors",
    "license-type",
    GTK_LICENSE_GPL_3_0,
    "comments",
    _ ("Sets up the Cisco Secure Email Encryption Service add-in for Outlook on Microsoft 365.\n\n"
       "Waxseal is made neither by Cisco nor by Microsoft, and is not affiliated with either."),
    "debug-info",
    versions,
    "debug-info-filename",
    "waxseal-versions.txt",
    /* Translators: your name, one a line */
    "translator-credits",
    _ ("translator-credits"),
    NULL);
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  gtk_window_present (GTK_WINDOW (waxseal_preferences_window_new (parent)));
}

/* By the windows' own way, so that the last changes are saved first. */
static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows =
    g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));
  GList *l;

  for (l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static WaxsealWindow *
ensure_window (WaxsealApplication *self)
{
  GList *l;

  for (l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (WAXSEAL_IS_WINDOW (l->data))
      return l->data;
  return waxseal_window_new (GTK_APPLICATION (self), self->store, self->practice);
}

static void
practice_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  waxseal_window_practice (ensure_window (user_data));
}

/* From a notification, which may be older than what is open now. */
static void
show_phase_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  WaxsealWindow *window = ensure_window (user_data);
  const char *id, *name;

  g_variant_get (parameter, "(&s&s)", &id, &name);
  waxseal_window_show_phase (window, id, name);
  gtk_window_present (GTK_WINDOW (window));
}

static const GActionEntry actions[] = {
  { "about", about_action },
  { "practice", practice_action },
  { "preferences", preferences_action },
  { "quit", quit_action },
  { "show-phase", show_phase_action, "(ss)" },
};

static void
waxseal_application_startup (GApplication *application)
{
  WaxsealApplication *self = WAXSEAL_APPLICATION (application);
  gsize i;

  G_APPLICATION_CLASS (waxseal_application_parent_class)->startup (application);

  gtk_source_init ();
  self->store = waxseal_organization_store_new (NULL);
  self->practice = waxseal_practice_mode_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self),
                                           accelerators[i].action,
                                           accelerators[i].accels);
}

#ifdef __GLIBC__
static gboolean
trim_cb (gpointer user_data)
{
  malloc_trim (0);
  return G_SOURCE_REMOVE;
}
#endif

/* What the start needed and freed again is half of the heap; it goes back to the system. */
static void
trim_after_start (void)
{
#ifdef __GLIBC__
  g_timeout_add_seconds_full (G_PRIORITY_LOW, 2, trim_cb, NULL, NULL);
#endif
}

static void
waxseal_application_activate (GApplication *application)
{
  trim_after_start ();
  gtk_window_present (GTK_WINDOW (ensure_window (WAXSEAL_APPLICATION (application))));
}

static void
waxseal_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  WaxsealWindow *window = ensure_window (WAXSEAL_APPLICATION (application));

  /* One window looks at one file: the last of several. */
  waxseal_window_open_file (window, files[n_files - 1]);
  gtk_window_present (GTK_WINDOW (window));
}

/* In the process that has the window, which may be another one. */
static int
waxseal_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  g_autoptr (GError) error = NULL;

  if (!g_variant_dict_contains (options, "practice"))
    return -1;
  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("waxseal: %s\n", error->message);
      return 1;
    }
  g_action_group_activate_action (G_ACTION_GROUP (application), "practice", NULL);
  return -1;
}

static void
waxseal_application_dispose (GObject *object)
{
  WaxsealApplication *self = WAXSEAL_APPLICATION (object);

  g_clear_object (&self->practice);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (waxseal_application_parent_class)->dispose (object);
}

static void
waxseal_application_class_init (WaxsealApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_application_dispose;
  application_class->startup = waxseal_application_startup;
  application_class->activate = waxseal_application_activate;
  application_class->open = waxseal_application_open;
  application_class->handle_local_options = waxseal_application_handle_local_options;
}

static void
waxseal_application_init (WaxsealApplication *self)
{
  g_application_add_main_option (G_APPLICATION (self),
                                 "practice",
                                 0,
                                 G_OPTION_FLAG_NONE,
                                 G_OPTION_ARG_NONE,
                                 _ ("Open the practice tenant"),
                                 NULL);
}

/** waxseal_application_new: Returns: (transfer full): the application. */
WaxsealApplication *
waxseal_application_new (void)
{
  return g_object_new (WAXSEAL_TYPE_APPLICATION,
                       "application-id",
                       APPLICATION_ID,
                       "flags",
                       G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path",
                       "/io/github/waxseal/Waxseal",
                       NULL);
}
