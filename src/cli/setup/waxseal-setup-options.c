/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-setup-options.h"

#include <glib/gi18n.h>

#include "waxseal-enum-types.h"
#include "waxseal-secret-policy.h"

#define DEFAULT_PERSON "global-administrator"

#define AT(member) G_STRUCT_OFFSET (WaxsealSetupOptions, member)

static const struct
{
  const char *name;
  char letter;
  GOptionArg type;
  goffset offset;
  const char *description;
  const char *argument;
} table[] = {
  { "organization",
    0,
    G_OPTION_ARG_STRING,
    AT (organization),
    N_ ("The organization’s name in Waxseal; it is made if there is none"),
    N_ ("NAME") },
  { "application",
    0,
    G_OPTION_ARG_STRING,
    AT (application),
    N_ ("The name of the app registration"),
    N_ ("NAME") },
  { "tenant",
    0,
    G_OPTION_ARG_STRING,
    AT (tenant),
    N_ ("The tenant to sign in to; the person’s own without it"),
    N_ ("DOMAIN|ID") },
  { "cloud",
    0,
    G_OPTION_ARG_STRING,
    AT (cloud_name),
    N_ ("global, gcc-high, dod or china"),
    N_ ("CLOUD") },
  { "client-id",
    0,
    G_OPTION_ARG_STRING,
    AT (client_id),
    N_ ("The public client that Waxseal signs in with"),
    N_ ("ID") },
  { "days", 0, G_OPTION_ARG_INT, AT (days), N_ ("How long the client secret lives"), N_ ("DAYS") },
  { "adopt",
    0,
    G_OPTION_ARG_STRING,
    AT (adopt),
    N_ ("Use this application, which is there already"),
    N_ ("ID") },
  { "create",
    0,
    G_OPTION_ARG_NONE,
    AT (create),
    N_ ("Create another application, even if there is one of the name"),
    NULL },
  { "browser",
    0,
    G_OPTION_ARG_NONE,
    AT (browser),
    N_ ("Sign in by a browser on this computer instead of a code"),
    NULL },
  { "dry-run",
    0,
    G_OPTION_ARG_NONE,
    AT (dry_run),
    N_ ("Print the plan, and change nothing"),
    NULL },
  { "yes",
    'y',
    G_OPTION_ARG_NONE,
    AT (yes),
    N_ ("Do not ask before the plan is carried out"),
    NULL },
  { "remove-orphans",
    0,
    G_OPTION_ARG_NONE,
    AT (remove_orphans),
    N_ ("Remove secrets of an earlier run whose values are lost"),
    NULL },
  { "practice",
    0,
    G_OPTION_ARG_NONE,
    AT (practice),
    N_ ("Work on the practice tenant, on this computer alone"),
    NULL },
  { "practice-person",
    0,
    G_OPTION_ARG_STRING,
    AT (person),
    N_ ("Who signs in there"),
    N_ ("PERSON") },
  { "practice-server",
    0,
    G_OPTION_ARG_STRING,
    AT (practice_server),
    N_ ("A practice tenant that runs already"),
    N_ ("ADDRESS") },
};

static void
add_entries (WaxsealSetupOptions *self, GOptionContext *context)
{
  GOptionEntry entries[G_N_ELEMENTS (table) + 1] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    entries[i] = (GOptionEntry){
      .long_name = table[i].name,
      .short_name = table[i].letter,
      .arg = table[i].type,
      .arg_data = G_STRUCT_MEMBER_P (self, table[i].offset),
      .description = table[i].description,
      .arg_description = table[i].argument,
    };
  g_option_context_add_main_entries (context, entries, NULL);
}

static GOptionContext *
create_context (WaxsealSetupOptions *self)
{
  GOptionContext *context = g_option_context_new (NULL);

  g_option_context_set_translation_domain (context, NULL);
  g_option_context_set_summary (
    context, _ ("Registers the application in Microsoft Entra, with its secret and permissions."));
  g_option_context_set_description (
    context,
    _ (
      "The plan and the progress are printed to the standard error, and the result, as JSON and "
      "without secrets, to the standard output. The secret goes to the keyring.\n"
      "A run that was interrupted is continued by the next one.\n"
      "Ends with 0 if everything is done, with 1 if somebody else has to consent, and with 2 if it "
      "failed."));
  add_entries (self, context);
  return context;
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, message);
  return FALSE;
}

static gboolean
read_cloud (WaxsealSetupOptions *self, GError **error)
{
  g_autoptr (GEnumClass) clouds = g_type_class_ref (WAXSEAL_TYPE_CLOUD);
  GEnumValue *cloud;

  if (self->cloud_name == NULL)
    return TRUE;
  cloud = g_enum_get_value_by_nick (clouds, self->cloud_name);
  if (cloud == NULL)
    return refuse (error, _ ("The cloud is global, gcc-high, dod or china"));
  self->cloud = cloud->value;
  return TRUE;
}

static gboolean
check (WaxsealSetupOptions *self, GError **error)
{
  if (self->organization == NULL || *self->organization == '\0')
    return refuse (error, _ ("Name the organization: waxseal setup --organization NAME"));
  if (self->days < 0 || self->days > WAXSEAL_SECRET_LIFETIME_MAX)
    return refuse (error, _ ("A client secret lives for 1 to 730 days"));
  if (self->adopt != NULL && self->create)
    return refuse (error, _ ("Either adopt an application or create one"));
  if ((self->person != NULL || self->practice_server != NULL) && !self->practice)
    return refuse (error, _ ("That is for the practice tenant: add --practice"));
  return read_cloud (self, error);
}

/**
 * waxseal_setup_options_parse:
 * @error: of %G_OPTION_ERROR
 *
 * Returns: (transfer full) (nullable): what the command line says
 */
WaxsealSetupOptions *
waxseal_setup_options_parse (int *argc, char ***argv, GError **error)
{
  g_autoptr (WaxsealSetupOptions) self = g_new0 (WaxsealSetupOptions, 1);
  g_autoptr (GOptionContext) context = create_context (self);

  if (!g_option_context_parse (context, argc, argv, error))
    return NULL;
  if (*argc > 1)
    {
      refuse (error, _ ("There is nothing but options: waxseal setup --organization NAME"));
      return NULL;
    }
  if (!check (self, error))
    return NULL;
  if (self->person == NULL)
    self->person = g_strdup (DEFAULT_PERSON);
  return g_steal_pointer (&self);
}

/** waxseal_setup_options_free: */
void
waxseal_setup_options_free (WaxsealSetupOptions *self)
{
  g_free (self->organization);
  g_free (self->application);
  g_free (self->tenant);
  g_free (self->client_id);
  g_free (self->adopt);
  g_free (self->person);
  g_free (self->practice_server);
  g_free (self->cloud_name);
  g_free (self);
}
