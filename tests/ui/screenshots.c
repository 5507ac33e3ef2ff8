/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets up the organisation “Contoso” in the window, and saves a picture of each page.
 *
 * screenshots [--width=PIXELS] [--height=PIXELS] [--dark] [--deployment | --rollout] FOLDER
 *
 * The language is that of the environment; WAXSEAL_LOCALE_DIR names where a build has it. */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "shot-audience.h"
#include "shot-deployment.h"
#include "ui-driver.h"
#include "ui-person.h"
#include "waxseal-addin-identity.h"
#include "waxseal-finding.h"
#include "waxseal-mail-domain.h"
#include "waxseal-manifest-page.h"
#include "waxseal-rollout-phase.h"

static int width = 1200;
static int height = 800;
static gboolean dark;
static gboolean deployment;
static gboolean rollout;
static char **folders;

static const GOptionEntry options[] = {
  { "width", 0, 0, G_OPTION_ARG_INT, &width, "Width of the window", "PIXELS" },
  { "height", 0, 0, G_OPTION_ARG_INT, &height, "Height of the window", "PIXELS" },
  { "deployment", 0, 0, G_OPTION_ARG_NONE, &deployment, "Only the Deployment page", NULL },
  { "rollout", 0, 0, G_OPTION_ARG_NONE, &rollout, "Only a rollout on the practice tenant", NULL },
  { "dark", 0, 0, G_OPTION_ARG_NONE, &dark, "Dark style", NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &folders, NULL, "FOLDER" },
  { NULL },
};

static const char *const pages[] = {
  "overview", "entra-app", "cres-account", "addin-settings", "manifest", "deployment",
};

static const char *const clients[] = { "web", "windows", "mac", "new-mac" };

static gboolean
store_is_ready (gpointer window)
{
  GtkWidget *root = GTK_WIDGET (window);

  return gtk_widget_get_mapped (root) && ui_driver_find (root, ADW_TYPE_STATUS_PAGE, NULL) != NULL;
}

static void
name_in_japanese (WaxsealAddinIdentity *addin)
{
  GListModel *locales = G_LIST_MODEL (waxseal_record_get_list (addin, "locales"));
  g_autoptr (WaxsealRecord) names = g_list_model_get_item (locales, 0);

  waxseal_record_set_text (names, "display-name", "メール暗号化サービス");
  waxseal_record_set_text (names, "button-label", "暗号化");
}

static WaxsealOrganization *
make_contoso (void)
{
  WaxsealOrganization *contoso = waxseal_organization_new ("Contoso", WAXSEAL_CLOUD_GLOBAL);
  GListStore *domains = waxseal_record_get_list (contoso, "domains");
  g_autoptr (WaxsealMailDomain) second = NULL;
  g_autofree char *refused = NULL;

  waxseal_mail_domain_add_all (domains, "contoso.com, contoso.co.jp", &refused);
  second = g_list_model_get_item (G_LIST_MODEL (domains), 1);
  g_object_set (
    second, "encryption-type", WAXSEAL_ENCRYPTION_TYPE_FLAG, "flag-value", "[SECURE]", NULL);
  waxseal_record_set_text (second, "in-profiles-on", "2026-11-20T09:00:00Z");
  g_object_set (waxseal_organization_get_entra_app (contoso),
                "client-id",
                "6731de76-14a6-49ae-97bc-6eba6914391e",
                "tenant-id",
                "aaaabbbb-0000-cccc-1111-dddd2222eeee",
                "secret-expires",
                "2027-05-18",
                NULL);
  waxseal_record_set_text (waxseal_organization_get_cres_account (contoso),
                           "account-number",
                           "1000123");
  name_in_japanese (waxseal_organization_get_addin (contoso));
  return contoso;
}

static void
take_page (WaxsealWindow *window, const char *folder, const char *page)
{
  g_autofree char *name = g_strdup_printf ("%s.png", page);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  waxseal_window_show_page (window, page);
  ui_driver_settle (700);
  ui_driver_save_picture (GTK_WIDGET (window), path);
}

/* Outlook's language is that of Waxseal; the second one is Japanese. */
static void
choose_language (GtkWidget *view)
{
  gboolean is_japanese = g_str_has_prefix (g_get_language_names ()[0], "ja");

  gtk_drop_down_set_selected (GTK_DROP_DOWN (ui_driver_get_child (view, "locales")),
                              is_japanese ? 1 : 0);
}

/* The preview of the ribbon, as each Outlook has it. */
static void
take_ribbon (WaxsealWindow *window, const char *folder, const char *client)
{
  WaxsealWorkspace *workspace = waxseal_window_get_workspace (window);
  GtkWidget *page = waxseal_workspace_get_page (workspace, "manifest");
  GtkWidget *views = ui_driver_get_child (page, "views");
  GtkWidget *view = ui_driver_get_child (page, "ribbon");
  g_autofree char *name = g_strdup_printf ("ribbon-%s.png", client);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *id = g_strdelimit (g_strdup (client), "-", '_');

  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (views), "ribbon");
  choose_language (view);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_driver_get_child (view, id)), TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (
                                  ui_driver_get_child (view, dark ? "dark" : "light")),
                                TRUE);
  ui_driver_settle (700);
  ui_driver_save_picture (GTK_WIDGET (window), path);
}

/* As if this were deployed: an older manifest than the organisation's, and a little different. */
static void
open_deployed (GtkWidget *page)
{
  GBytes *now = waxseal_manifest_draft_get_bytes (waxseal_page_get_draft (WAXSEAL_PAGE (page)));
  GString *text = g_string_new_len (g_bytes_get_data (now, NULL), (gssize) g_bytes_get_size (now));
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (WaxsealManifestDocument) document = NULL;
  g_autoptr (GListStore) findings = g_list_store_new (WAXSEAL_TYPE_FINDING);

  g_string_replace (text, "1.0.0.0", "0.9.0.0", 0);
  g_string_replace (text, "\"Encrypt\"", "\"Seal\"", 0);
  g_string_replace (text, "ReadWriteItem", "ReadItem", 0);
  bytes = g_string_free_to_bytes (text);
  document = waxseal_manifest_document_new (bytes);
  waxseal_manifest_page_show_file (WAXSEAL_MANIFEST_PAGE (page),
                                   document,
                                   G_LIST_MODEL (findings),
                                   "deployed.xml");
}

static void
take_compare (WaxsealWindow *window, GtkWidget *page, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (ui_driver_get_child (page, "views")),
                                         "compare");
  ui_driver_settle (700);
  ui_driver_save_picture (GTK_WIDGET (window), path);
}

/* The other end of the summary, and the comparison with nothing and with a file. */
static void
take_manifest_views (WaxsealWindow *window, const char *folder)
{
  WaxsealWorkspace *workspace = waxseal_window_get_workspace (window);
  GtkWidget *page = waxseal_workspace_get_page (workspace, "manifest");
  g_autofree char *addresses = g_build_filename (folder, "manifest-addresses.png", NULL);

  ui_driver_scroll_to_end (ui_driver_get_child (page, "summary"));
  ui_driver_settle (700);
  ui_driver_save_picture (GTK_WIDGET (window), addresses);
  take_compare (window, page, folder, "manifest-nothing-to-compare.png");
  open_deployed (page);
  take_compare (window, page, folder, "manifest-compare.png");
  ui_driver_click (page, _ ("Close File"));
}

static void
take_welcome (WaxsealWindow *window, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "welcome.png", NULL);

  ui_driver_settle (700);
  ui_driver_save_picture (GTK_WIDGET (window), path);
}

/* The source of a manifest with a mistake, where something is searched for. */
static void
take_source (WaxsealWindow *window, const char *folder)
{
  WaxsealWorkspace *workspace = waxseal_window_get_workspace (window);
  GtkWidget *page = waxseal_workspace_get_page (workspace, "manifest");
  GtkWidget *source = ui_driver_get_child (page, "source");
  GtkWidget *preview = ui_driver_get_child (source, "preview");
  GtkWidget *search = ui_driver_get_child (preview, "search");
  g_autofree char *path = g_build_filename (folder, "manifest-source.png", NULL);
  WaxsealAddinIdentity *addin =
    waxseal_organization_get_addin (waxseal_window_get_organization (window));
  g_autofree char *support = g_strdup (waxseal_record_get_text (addin, "support-url"));

  waxseal_record_set_text (addin, "support-url", "http://localhost/support");
  waxseal_window_show_page (window, "manifest");
  gtk_widget_activate_action (page, "manifest.show-source", NULL);
  gtk_widget_activate_action (preview, "preview.find", NULL);
  gtk_editable_set_text (GTK_EDITABLE (ui_driver_get_child (search, "entry")), "Description");
  ui_driver_settle (1000);
  ui_driver_save_picture (GTK_WIDGET (window), path);
  waxseal_record_set_text (addin, "support-url", support);
}

static gboolean
shows_strip (gpointer window)
{
  return ui_driver_find_label (GTK_WIDGET (window),
                               _ (
                                 "Practice tenant: nothing here touches Microsoft 365 or Cisco")) !=
         NULL;
}

/* An organisation that lives on the practice tenant. */
static void
take_practice (WaxsealWindow *window, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "practice.png", NULL);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.practice", NULL);
  ui_driver_wait (shows_strip, window);
  waxseal_window_show_page (window, "entra-app");
  ui_driver_settle (700);
  ui_driver_save_picture (GTK_WIDGET (window), path);
}

/** Job: on the practice tenant, and who enters its codes. */
typedef struct
{
  GtkWidget *page;
  UiPerson *person;
  const char *button; /* that is waited for; NULL for the proof */
} Job;

static gboolean
has_button (gpointer user_data)
{
  Job *job = user_data;

  ui_person_look (job->person);
  if (job->button == NULL)
    return ui_driver_find_label (job->page, _ ("The application works")) != NULL;
  return ui_driver_find_button (job->page, job->button) != NULL;
}

static void
click (Job *job, const char *button)
{
  job->button = button;
  ui_driver_wait (has_button, job);
  ui_driver_click (job->page, button);
}

/* The Entra job from the sign-in to the proof, with a picture of the plan and one of the end. */
static void
take_job (WaxsealWindow *window, const char *folder)
{
  g_autoptr (UiPerson) person = ui_person_new ("global-administrator");
  Job job = {
    waxseal_workspace_get_page (waxseal_window_get_workspace (window), "entra-app"),
    person,
  };
  g_autofree char *plan = g_build_filename (folder, "entra-app-plan.png", NULL);
  g_autofree char *done = g_build_filename (folder, "entra-app-done.png", NULL);
  g_autofree char *registered = g_build_filename (folder, "entra-app-registered.png", NULL);

  /* Only what is on the page that is shown can be clicked. */
  waxseal_window_show_page (window, "entra-app");
  click (&job, _ ("Use a _Code…"));
  click (&job, _ ("_Review Plan"));
  job.button = _ ("_Start");
  ui_driver_wait (has_button, &job);
  ui_driver_settle (700);
  ui_driver_save_picture (GTK_WIDGET (window), plan);
  click (&job, _ ("_Start"));
  job.button = NULL;
  ui_driver_wait (has_button, &job);
  ui_driver_settle (700);
  ui_driver_save_picture (GTK_WIDGET (window), done);
  ui_driver_scroll_to_end (job.page);
  ui_driver_settle (700);
  ui_driver_save_picture (GTK_WIDGET (window), registered);
}

static void
take_all (WaxsealWindow *window, const char *folder)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (pages); i++)
    take_page (window, folder, pages[i]);
  waxseal_window_show_page (window, "manifest");
  take_manifest_views (window, folder);
  for (i = 0; i < G_N_ELEMENTS (clients); i++)
    take_ribbon (window, folder, clients[i]);
  take_source (window, folder);
  shot_deployment_take (window, folder);
  take_practice (window, folder);
  shot_audience_take (window, folder);
  take_job (window, folder);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (WaxsealOrganization) contoso = NULL;
  g_autoptr (GError) error = NULL;
  WaxsealApplication *application;
  WaxsealWindow *window;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE,
                  g_getenv ("WAXSEAL_LOCALE_DIR") != NULL ? g_getenv ("WAXSEAL_LOCALE_DIR")
                                                          : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || folders == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "A folder is missing.");
      return 2;
    }
  g_mkdir_with_parents (folders[0], 0755);

  application = ui_driver_start ();
  window = ui_driver_get_window (application);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  if (dark)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                        ADW_COLOR_SCHEME_FORCE_DARK);
  ui_driver_wait (store_is_ready, window);
  take_welcome (window, folders[0]);

  contoso = make_contoso ();
  waxseal_organization_store_add (waxseal_window_get_store (window), contoso);
  waxseal_window_set_organization (window, contoso);
  if (deployment)
    shot_deployment_take (window, folders[0]);
  else if (rollout)
    shot_audience_take (window, folders[0]);
  else
    take_all (window, folders[0]);
  ui_driver_stop (application);
  return 0;
}
