/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-sarif.h"

#include "config.h"

#include <glib/gi18n.h>

#include "waxseal-manifest-explanation.h"
#include "waxseal-safe-text.h"

static const char *const levels[] = {
  [WAXSEAL_SEVERITY_ERROR] = "error",
  [WAXSEAL_SEVERITY_WARNING] = "warning",
  [WAXSEAL_SEVERITY_HINT] = "note",
};

static void
print_rule (FILE *stream, const WaxsealManifestExplanation *one, gboolean is_first)
{
  g_autofree char *text = waxseal_safe_text_new (_ (one->text), WAXSEAL_SAFE_TEXT_JSON);
  g_autofree char *remedy = waxseal_safe_text_new (_ (one->remedy), WAXSEAL_SAFE_TEXT_JSON);
  g_autofree char *source = waxseal_safe_text_new (one->source, WAXSEAL_SAFE_TEXT_JSON);

  fprintf (stream,
           "%s\n    {\"id\": \"%s\", \"shortDescription\": {\"text\": \"%s\"},\n"
           "     \"help\": {\"text\": \"%s\\n\\n%s\\n\\n%s\"},\n"
           "     \"defaultConfiguration\": {\"level\": \"%s\"}}",
           is_first ? "" : ",",
           one->id,
           remedy,
           text,
           remedy,
           source,
           levels[one->severity]);
}

/** waxseal_sarif_begin: prints what stands before the findings: the tool and its rules. */
void
waxseal_sarif_begin (FILE *stream)
{
  g_autoptr (GArray) list = waxseal_manifest_explanation_list ();

  fprintf (stream,
           "{\"version\": \"2.1.0\",\n"
           " \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n"
           " \"runs\": [{\n"
           "  \"tool\": {\"driver\": {\"name\": \"Waxseal\", \"version\": \"%s\", \"rules\": [",
           PACKAGE_VERSION);
  for (guint i = 0; i < list->len; i++)
    print_rule (stream, &g_array_index (list, WaxsealManifestExplanation, i), i == 0);
  fputs ("]}},\n  \"columnKind\": \"unicodeCodePoints\",\n  \"results\": [", stream);
}

/* A path as a reference, relative where it is; any byte of it that an address does not have is
 * escaped. */
static char *
dup_uri (const char *file_name)
{
  g_autofree char *escaped = g_uri_escape_string (file_name, "/", FALSE);

  return g_path_is_absolute (file_name) ? g_strconcat ("file://", escaped, NULL)
                                        : g_steal_pointer (&escaped);
}

static void
print_location (FILE *stream, const char *file_name, WaxsealFinding *finding)
{
  g_autofree char *uri = dup_uri (file_name);

  fprintf (stream,
           "     \"locations\": [{\"physicalLocation\": {\"artifactLocation\": {\"uri\": \"%s\"}",
           uri);
  if (waxseal_finding_get_line (finding) > 0)
    fprintf (stream,
             ", \"region\": {\"startLine\": %u, \"startColumn\": %u}",
             waxseal_finding_get_line (finding),
             MAX (waxseal_finding_get_column (finding), 1));
  fputs ("}}]}", stream);
}

/** waxseal_sarif_print: prints one finding in @file_name. */
void
waxseal_sarif_print (FILE *stream,
                     const char *file_name,
                     WaxsealFinding *finding,
                     gboolean is_first)
{
  g_autofree char *message =
    waxseal_safe_text_new (waxseal_finding_get_message (finding), WAXSEAL_SAFE_TEXT_JSON);
  g_autofree char *remedy =
    waxseal_safe_text_new (waxseal_finding_get_remedy (finding), WAXSEAL_SAFE_TEXT_JSON);

  fprintf (stream,
           "%s\n    {\"ruleId\": \"%s\", \"level\": \"%s\", \"message\": {\"text\": \"%s %s\"},\n",
           is_first ? "" : ",",
           waxseal_finding_get_rule (finding),
           levels[waxseal_finding_get_severity (finding)],
           message,
           remedy);
  print_location (stream, file_name, finding);
}

/** waxseal_sarif_end: prints what stands behind the findings. */
void
waxseal_sarif_end (FILE *stream)
{
  fputs ("]}]}\n", stream);
}
