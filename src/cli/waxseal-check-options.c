/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-check-options.h"

#include <glib/gi18n.h>
#include <glob.h>
#include <string.h>
#include <unistd.h>

static gboolean
explain_cb (const char *option, const char *value, gpointer data, GError **error)
{
  WaxsealCheckOptions *self = data;

  self->explain = TRUE;
  g_free (self->rule);
  self->rule = g_strdup (value);
  return TRUE;
}

#define AT(member) G_STRUCT_OFFSET (WaxsealCheckOptions, member)

static const struct
{
  const char *name;
  GOptionArg type;
  goffset offset;
  const char *description;
  const char *argument;
} table[] = {
  { "format",
    G_OPTION_ARG_STRING,
    AT (format_name),
    N_ ("How to print the findings: text, json or sarif"),
    N_ ("FORMAT") },
  { "target",
    G_OPTION_ARG_STRING,
    AT (target_name),
    N_ ("Where the add-in is deployed: online (Exchange Online) or on-premises"),
    N_ ("TARGET") },
  { "fix",
    G_OPTION_ARG_NONE,
    AT (fix),
    N_ ("Change the files where only one change is right"),
    NULL },
  { "remove-unused",
    G_OPTION_ARG_NONE,
    AT (remove_unused),
    N_ ("With --fix, remove resources that nothing uses, too"),
    NULL },
  { "online",
    G_OPTION_ARG_NONE,
    AT (online),
    N_ ("Ask the addresses in the files, too, and so contact their hosts"),
    NULL },
  { "practice",
    G_OPTION_ARG_NONE,
    AT (practice),
    N_ ("With --online, ask this computer alone"),
    NULL },
  { G_OPTION_REMAINING, G_OPTION_ARG_FILENAME_ARRAY, AT (files), NULL, N_ ("FILE…") },
};

/* Its argument may be left out, which only a callback allows. */
static const GOptionEntry explain_entries[] = {
  { "explain",
    0,
    G_OPTION_FLAG_OPTIONAL_ARG,
    G_OPTION_ARG_CALLBACK,
    explain_cb,
    N_ ("Explain a rule and end; without RULE, list all"),
    N_ ("RULE") },
  { NULL },
};

static void
add_options (GOptionGroup *group, WaxsealCheckOptions *self)
{
  GOptionEntry entries[G_N_ELEMENTS (table) + 1] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    entries[i] = (GOptionEntry){
      .long_name = table[i].name,
      .arg = table[i].type,
      .arg_data = G_STRUCT_MEMBER_P (self, table[i].offset),
      .description = table[i].description,
      .arg_description = table[i].argument,
    };
  g_option_group_add_entries (group, entries);
  g_option_group_add_entries (group, explain_entries);
}

static GOptionContext *
make_context (WaxsealCheckOptions *self)
{
  GOptionContext *context = g_option_context_new (NULL);
  GOptionGroup *group = g_option_group_new ("main", "", "", self, NULL);

  add_options (group, self);
  g_option_context_set_main_group (context, group);
  g_option_context_set_translation_domain (context, NULL);
  g_option_context_set_summary (
    context, _ ("Checks manifests of Outlook add-ins. “-” is the standard input."));
  g_option_context_set_description (
    context,
    _ ("A finding a line: file, line, column, severity, message, rule and remedy.\n"
       "Ends with 0 if there are no errors, with 1 if there are, and with 2 if a file cannot be "
       "read or is not XML."));
  return context;
}

static gboolean
parse_format (WaxsealCheckOptions *self)
{
  static const char *const names[] = {
    [WAXSEAL_FINDINGS_FORMAT_TEXT] = "text",
    [WAXSEAL_FINDINGS_FORMAT_JSON] = "json",
    [WAXSEAL_FINDINGS_FORMAT_SARIF] = "sarif",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (self->format_name == NULL || g_str_equal (self->format_name, names[i]))
      {
        self->format = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
parse_target (WaxsealCheckOptions *self)
{
  if (self->target_name == NULL || g_str_equal (self->target_name, "online"))
    self->target = WAXSEAL_MANIFEST_TARGET_ONLINE;
  else if (g_str_equal (self->target_name, "on-premises"))
    self->target = WAXSEAL_MANIFEST_TARGET_ON_PREMISES;
  else
    return FALSE;
  return TRUE;
}

/* What is wrong with the request, translated; or NULL. */
static const char *
find_misuse (WaxsealCheckOptions *self)
{
  if (!parse_format (self))
    return _ ("The format is “text”, “json” or “sarif”.");
  if (!parse_target (self))
    return _ ("The target is “online” or “on-premises”.");
  if (self->remove_unused && !self->fix)
    return _ ("“--remove-unused” goes with “--fix”.");
  if (self->fix && self->format != WAXSEAL_FINDINGS_FORMAT_TEXT)
    return _ ("“--fix” prints text only.");
  if (self->practice && !self->online)
    return _ ("“--practice” goes with “--online”.");
  if (self->fix && self->online)
    return _ ("“--online” changes nothing: fix the files first, then ask.");
  if (self->files == NULL)
    return _ ("Name the files to check, or “-” for the standard input.");
  if (self->fix && g_strv_contains ((const char *const *) self->files, "-"))
    return _ ("“--fix” changes files; the standard input is none.");
  return NULL;
}

/* “--explain RULE” is what people write for “--explain=RULE”. */
static void
take_rule (WaxsealCheckOptions *self)
{
  if (self->explain && self->rule == NULL && self->files != NULL)
    self->rule = g_strdup (self->files[0]);
}

static void
add_pattern (GStrvBuilder *names, const char *name)
{
  glob_t found = { 0 };

  if (strpbrk (name, "*?[") == NULL || access (name, F_OK) == 0 ||
      glob (name, 0, NULL, &found) != 0)
    g_strv_builder_add (names, name);
  for (gsize i = 0; i < found.gl_pathc; i++)
    g_strv_builder_add (names, found.gl_pathv[i]);
  globfree (&found);
}

/* What no shell has expanded: it was quoted, or comes from a file of settings. One that fits no
 * file stays, and is reported as such. */
static void
expand_patterns (WaxsealCheckOptions *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (char **name = self->files; name != NULL && *name != NULL; name++)
    add_pattern (names, *name);
  g_strfreev (self->files);
  self->files = g_strv_builder_end (names);
}

/**
 * waxseal_check_options_parse:
 * @error: of %G_OPTION_ERROR
 *
 * Returns: (transfer full) (nullable): what the command line says
 */
WaxsealCheckOptions *
waxseal_check_options_parse (int *argc, char ***argv, GError **error)
{
  g_autoptr (WaxsealCheckOptions) self = g_new0 (WaxsealCheckOptions, 1);
  g_autoptr (GOptionContext) context = make_context (self);
  const char *misuse;

  if (!g_option_context_parse (context, argc, argv, error))
    return NULL;
  take_rule (self);
  misuse = self->explain ? NULL : find_misuse (self);
  if (misuse != NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, misuse);
      return NULL;
    }
  expand_patterns (self);
  return g_steal_pointer (&self);
}

/** waxseal_check_options_free: */
void
waxseal_check_options_free (WaxsealCheckOptions *self)
{
  g_strfreev (self->files);
  g_free (self->format_name);
  g_free (self->target_name);
  g_free (self->rule);
  g_free (self);
}
