/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-report.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-date.h"
#include "waxseal-finding-counts.h"
#include "waxseal-finding.h"
#include "waxseal-manifest-read.h"
#include "waxseal-manifest-tree.h"
#include "waxseal-manifest-words.h"

/* A page holds no more; a file made to be endless costs no memory. */
#define MAX_VALUE 400
#define MAX_ROWS  60
#define MAX_LINES 24

typedef struct
{
  WaxsealManifestDraft *draft;
  xmlNode *root;
  WaxsealAddinIdentity *identity;
  gboolean assumed;
  WaxsealManifestReport *report;
} Writer;

typedef struct
{
  const char *label;
  const char *property;
} Field;

static const Field identity_fields[] = {
  { N_ ("Display name"), "display-name" },
  { N_ ("Description"), "description" },
  { N_ ("Provider"), "provider-name" },
  { N_ ("Version"), "version" },
  { N_ ("Id"), "id" },
};

static const char *const mark_words[] = {
  [WAXSEAL_REPORT_PLAIN] = NULL,
  [WAXSEAL_REPORT_COMPUTED] = NULL,
  [WAXSEAL_REPORT_ASSUMED] = N_ ("Assumed"),
  [WAXSEAL_REPORT_HINT] = N_ ("Hint"),
  [WAXSEAL_REPORT_WARNING] = N_ ("Warning"),
  [WAXSEAL_REPORT_ERROR] = N_ ("Error"),
};

static const WaxsealReportMark severity_marks[] = {
  [WAXSEAL_SEVERITY_ERROR] = WAXSEAL_REPORT_ERROR,
  [WAXSEAL_SEVERITY_WARNING] = WAXSEAL_REPORT_WARNING,
  [WAXSEAL_SEVERITY_HINT] = WAXSEAL_REPORT_HINT,
};

static void
free_row (gpointer data)
{
  WaxsealReportRow *row = data;

  g_free (row->label);
  g_free (row->value);
  g_free (row);
}

static void
free_section (gpointer data)
{
  WaxsealReportSection *section = data;

  g_free (section->title);
  g_ptr_array_unref (section->rows);
  g_free (section);
}

static void
add_section (Writer *writer, const char *title)
{
  WaxsealReportSection *section = g_new (WaxsealReportSection, 1);

  section->title = g_strdup (title);
  section->rows = g_ptr_array_new_with_free_func (free_row);
  g_ptr_array_add (writer->report->sections, section);
}

/* To the last section; @value may have several lines, each of them shortened already. */
static void
add_lines (Writer *writer, const char *label, const char *value, WaxsealReportMark mark)
{
  GPtrArray *sections = writer->report->sections;
  WaxsealReportSection *section = g_ptr_array_index (sections, sections->len - 1);
  WaxsealReportRow *row;

  if (section->rows->len > MAX_ROWS)
    return;
  row = g_new (WaxsealReportRow, 1);
  if (section->rows->len == MAX_ROWS)
    *row = (WaxsealReportRow){ g_strdup ("…"), g_strdup (_ ("More, not listed here")), 0 };
  else
    *row = (WaxsealReportRow){ waxseal_manifest_words_shorten (label, MAX_VALUE),
                               g_strdup (*value != '\0' ? value : _ ("Not given")),
                               mark };
  g_ptr_array_add (section->rows, row);
}

static void
add (Writer *writer, const char *label, const char *value, WaxsealReportMark mark)
{
  g_autofree char *line = waxseal_manifest_words_shorten (value, MAX_VALUE);

  add_lines (writer, label, line, mark);
}

static WaxsealReportMark
mark_assumed (Writer *writer, gboolean from_cisco)
{
  return writer->assumed && from_cisco ? WAXSEAL_REPORT_ASSUMED : WAXSEAL_REPORT_PLAIN;
}

static void
add_identity (Writer *writer)
{
  gsize i;

  add_section (writer, _ ("The Add-in"));
  for (i = 0; i < G_N_ELEMENTS (identity_fields); i++)
    add (writer,
         _ (identity_fields[i].label),
         waxseal_record_get_text (writer->identity, identity_fields[i].property),
         mark_assumed (writer,
                       waxseal_addin_identity_is_cisco_field (identity_fields[i].property)));
}

static void
add_languages (Writer *writer)
{
  GListModel *locales = G_LIST_MODEL (waxseal_record_get_list (writer->identity, "locales"));
  g_autoptr (GString) others = g_string_new (NULL);
  guint i;

  add (writer,
       _ ("Default language"),
       waxseal_record_get_text (writer->identity, "default-locale"),
       WAXSEAL_REPORT_PLAIN);
  for (i = 0; i < g_list_model_get_n_items (locales) && i < MAX_LINES; i++)
    {
      g_autoptr (WaxsealRecord) names = g_list_model_get_item (locales, i);
      g_autofree char *locale =
        waxseal_manifest_words_shorten (waxseal_record_get_text (names, "locale"), MAX_VALUE);

      g_string_append_printf (others, "%s%s", others->len > 0 ? ", " : "", locale);
    }
  if (others->len > 0)
    add_lines (writer, _ ("Other languages"), others->str, WAXSEAL_REPORT_PLAIN);
}

/* Each Requirements element with its sets, the outermost first. */
static void
add_requirements (Writer *writer)
{
  xmlNode *node;

  for (node = writer->root; node != NULL; node = waxseal_manifest_tree_next (node, writer->root))
    {
      g_autofree char *set = NULL;
      g_autofree char *level = NULL;
      g_autofree char *label = NULL;
      xmlNode *owner = node;

      if (!waxseal_manifest_tree_is (node, "Set"))
        continue;
      while (owner != writer->root && !waxseal_manifest_tree_is (owner, "VersionOverrides"))
        owner = owner->parent;
      set = waxseal_manifest_words_for_set (node);
      level = owner != writer->root ? waxseal_manifest_words_for_value (owner) : NULL;
      /* Translators: a part of the manifest, by the name of its element, and its level: 1.1 */
      label = level != NULL ? g_strdup_printf (_ ("For VersionOverrides %s"), level) : NULL;
      add (writer, label != NULL ? label : _ ("Needs of Outlook"), set, WAXSEAL_REPORT_PLAIN);
    }
}

static void
add_powers (Writer *writer)
{
  const char *permission = waxseal_record_get_text (writer->identity, "permissions");
  g_autofree char *words = waxseal_manifest_words_for_permission (permission);

  add_section (writer, _ ("What It May Do and Needs"));
  add (writer, _ ("Permissions"), words != NULL ? words : permission, WAXSEAL_REPORT_PLAIN);
  add_requirements (writer);
  add_languages (writer);
}

static char *
describe_control (xmlNode *control)
{
  g_autofree char *name = waxseal_manifest_words_for_value (control);
  g_autofree char *label = waxseal_manifest_words_shorten (name, MAX_VALUE);
  xmlNode *action = waxseal_manifest_tree_find_child (control, "Action");
  xmlNode *page = waxseal_manifest_tree_find_child (action, "SourceLocation");
  xmlNode *function = waxseal_manifest_tree_find_child (action, "FunctionName");
  g_autofree char *target = NULL;
  g_autofree char *short_target = NULL;

  if (page == NULL && function == NULL)
    return g_steal_pointer (&label);
  target = waxseal_manifest_words_for_value (page != NULL ? page : function);
  short_target = waxseal_manifest_words_shorten (target, MAX_VALUE);
  return g_strdup_printf (page != NULL
                            /* Translators: the label of a button, and an address */
                            ? _ ("“%s” opens %s")
                            /* Translators: the label of a button, and the name of a function */
                            : _ ("“%s” runs %s"),
                          label,
                          short_target);
}

static void
add_surface (Writer *writer, xmlNode *surface)
{
  g_autofree char *name = waxseal_manifest_words_for_surface (surface);
  g_autoptr (GString) lines = g_string_new (NULL);
  guint n = 0;
  xmlNode *node;

  for (node = surface; node != NULL; node = waxseal_manifest_tree_next (node, surface))
    {
      g_autofree char *line = NULL;

      if (!waxseal_manifest_tree_is (node, "Control") && !waxseal_manifest_tree_is (node, "Item") &&
          !waxseal_manifest_tree_is (node, "LaunchEvent"))
        continue;
      if (n++ >= MAX_LINES)
        continue;
      line = describe_control (node);
      g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
    }
  if (n > MAX_LINES)
    g_string_append (lines, "\n…");
  add_lines (writer,
             name,
             lines->len > 0 ? lines->str : _ ("No button"),
             mark_assumed (writer, TRUE));
}

/* Of the innermost VersionOverrides, since that alone counts where it is known (rule 26). */
static void
add_surfaces (Writer *writer)
{
  g_autoptr (GPtrArray) overrides = waxseal_manifest_tree_list_overrides (writer->root);
  xmlNode *top, *node;
  guint n = 0;

  top = overrides->len > 0 ? g_ptr_array_index (overrides, 0) : NULL;
  for (node = top; node != NULL; node = waxseal_manifest_tree_next_own (node, top))
    if (waxseal_manifest_tree_is (node, "ExtensionPoint"))
      {
        add_surface (writer, node);
        n++;
      }
  if (n == 0)
    add (writer, _ ("Buttons"), _ ("No button"), WAXSEAL_REPORT_PLAIN);
}

static void
note_address (GHashTable *hosts, GPtrArray *order, const char *text)
{
  g_autoptr (GUri) uri = NULL;
  GPtrArray *addresses;
  const char *host;

  if (g_ascii_strncasecmp (text, "http", 4) != 0)
    return;
  uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);
  host = uri != NULL ? g_uri_get_host (uri) : NULL;
  if (host == NULL || *host == '\0')
    return;
  addresses = g_hash_table_lookup (hosts, host);
  if (addresses == NULL)
    {
      addresses = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (hosts, g_strdup (host), addresses);
      g_ptr_array_add (order, g_strdup (host));
    }
  if (addresses->len <= MAX_LINES &&
      !g_ptr_array_find_with_equal_func (addresses, text, g_str_equal, NULL))
    g_ptr_array_add (addresses, g_strdup (text));
}

static void
add_host (Writer *writer, const char *host, GPtrArray *addresses)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  guint i;

  for (i = 0; i < addresses->len && i < MAX_LINES; i++)
    {
      g_autofree char *line =
        waxseal_manifest_words_shorten (g_ptr_array_index (addresses, i), MAX_VALUE);

      g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", line);
    }
  if (addresses->len > MAX_LINES)
    g_string_append (lines, "\n…");
  add_lines (writer, host, lines->str, mark_assumed (writer, TRUE));
}

static void
add_addresses (Writer *writer)
{
  g_autoptr (GHashTable) hosts =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) order = g_ptr_array_new_with_free_func (g_free);
  xmlNode *node;
  guint i;

  add_section (writer, _ ("Addresses by Host"));
  for (node = writer->root; node != NULL && order->len <= MAX_ROWS;
       node = waxseal_manifest_tree_next (node, writer->root))
    {
      g_autofree char *value = waxseal_manifest_tree_dup_attribute (node, "DefaultValue");
      g_autofree char *override = waxseal_manifest_tree_dup_attribute (node, "Value");
      g_autofree char *text =
        xmlFirstElementChild (node) == NULL ? waxseal_manifest_tree_dup_text (node) : NULL;

      note_address (hosts, order, value != NULL ? value : "");
      note_address (hosts, order, override != NULL ? override : "");
      note_address (hosts, order, text != NULL ? g_strstrip (text) : "");
    }
  for (i = 0; i < order->len; i++)
    add_host (writer,
              g_ptr_array_index (order, i),
              g_hash_table_lookup (hosts, g_ptr_array_index (order, i)));
  if (order->len == 0)
    add (writer, _ ("Addresses"), "", WAXSEAL_REPORT_PLAIN);
}

static void
add_finding (Writer *writer, WaxsealFinding *finding)
{
  const char *remedy = waxseal_finding_get_remedy (finding);
  guint line = waxseal_finding_get_line (finding);
  g_autofree char *message =
    waxseal_manifest_words_shorten (waxseal_finding_get_message (finding), MAX_VALUE);
  g_autofree char *value =
    g_strconcat (message, remedy != NULL && *remedy != '\0' ? "\n" : NULL, remedy, NULL);
  /* Translators: %u is a line of the manifest */
  g_autofree char *label = line > 0 ? g_strdup_printf (_ ("Line %u"), line) : NULL;

  add_lines (writer,
             label != NULL ? label : _ ("The file"),
             value,
             severity_marks[waxseal_finding_get_severity (finding)]);
}

static void
add_findings (Writer *writer)
{
  GListModel *findings = waxseal_manifest_draft_get_findings (writer->draft);
  g_autofree char *counts = waxseal_finding_describe_all (findings);
  guint i;

  add_section (writer, _ ("Findings"));
  add (writer, _ ("Result"), counts, WAXSEAL_REPORT_COMPUTED);
  for (i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (WaxsealFinding) finding = g_list_model_get_item (findings, i);

      add_finding (writer, finding);
    }
}

static void
add_file (Writer *writer)
{
  GBytes *bytes = waxseal_manifest_draft_get_bytes (writer->draft);
  g_autofree char *name = waxseal_manifest_draft_dup_file_name (writer->draft);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *size = g_format_size_full (g_bytes_get_size (bytes), G_FORMAT_SIZE_LONG_FORMAT);

  add_section (writer, _ ("The File"));
  add (writer, _ ("File name"), name, WAXSEAL_REPORT_COMPUTED);
  add (writer, _ ("Size"), size, WAXSEAL_REPORT_COMPUTED);
  add (writer, "SHA-256", sha256, WAXSEAL_REPORT_COMPUTED);
  if (writer->assumed)
    add (writer,
         _ ("Assumed"),
         _ (
           "Waxseal proposed what is marked as assumed; no manifest downloaded from CRES says it."),
         WAXSEAL_REPORT_ASSUMED);
}

/**
 * waxseal_manifest_report_new:
 * @when: the date on the page, in ISO 8601
 *
 * Returns: (transfer full): what @draft is now, in the language of the user.
 */
WaxsealManifestReport *
waxseal_manifest_report_new (WaxsealManifestDraft *draft, const char *when)
{
  WaxsealManifestDocument *document = waxseal_manifest_draft_get_document (draft);
  WaxsealOrganization *organization = waxseal_manifest_draft_get_organization (draft);
  g_autoptr (WaxsealAddinIdentity) identity = g_object_new (WAXSEAL_TYPE_ADDIN_IDENTITY, NULL);
  WaxsealManifestReport *report = g_new0 (WaxsealManifestReport, 1);
  Writer writer = { draft,
                    waxseal_manifest_document_get_root (document),
                    identity,
                    waxseal_manifest_draft_is_assumed (draft),
                    report };
  g_autofree char *name =
    waxseal_manifest_words_shorten (waxseal_organization_get_name (organization), MAX_VALUE);
  g_autofree char *date = waxseal_date_format (when);

  waxseal_manifest_read (document, identity);
  report->title =
    waxseal_manifest_words_shorten (waxseal_record_get_text (identity, "display-name"), MAX_VALUE);
  /* Translators: an organization and a date, below the name of the add-in */
  report->subtitle = g_strdup_printf (_ ("Outlook add-in manifest for %s, %s"), name, date);
  report->sections = g_ptr_array_new_with_free_func (free_section);
  add_identity (&writer);
  add_powers (&writer);
  add_section (&writer, _ ("Where Users See It"));
  add_surfaces (&writer);
  add_addresses (&writer);
  add_findings (&writer);
  add_file (&writer);
  return report;
}

/* The hosts whose pages may open in the pane, in a line each. */
static void
add_domains (Writer *writer)
{
  xmlNode *domains = waxseal_manifest_tree_find_child (writer->root, "AppDomains");
  g_autoptr (GString) lines = g_string_new (NULL);
  guint n = 0;

  for (xmlNode *node = waxseal_manifest_tree_find_child (domains, "AppDomain");
       node != NULL && n < MAX_LINES;
       node = xmlNextElementSibling (node))
    {
      g_autofree char *text = waxseal_manifest_tree_dup_text (node);
      g_autofree char *line = waxseal_manifest_words_shorten (g_strstrip (text), MAX_VALUE);

      g_string_append_printf (lines, "%s%s", n++ > 0 ? "\n" : "", line);
    }
  if (n > 0)
    add_lines (writer, _ ("Trusted domains"), lines->str, WAXSEAL_REPORT_PLAIN);
}

static void
add_needs (Writer *writer)
{
  add_requirements (writer);
  add_domains (writer);
}

/* The rows that @add gives to a report about @document. */
static GPtrArray *
list_rows (WaxsealManifestDocument *document, void (*add_rows) (Writer *writer))
{
  WaxsealManifestReport report = { .sections = g_ptr_array_new_with_free_func (free_section) };
  Writer writer = { .root = waxseal_manifest_document_get_root (document), .report = &report };
  GPtrArray *rows;

  add_section (&writer, "");
  if (writer.root != NULL)
    add_rows (&writer);
  rows = g_ptr_array_ref (((WaxsealReportSection *) g_ptr_array_index (report.sections, 0))->rows);
  g_ptr_array_unref (report.sections);
  return rows;
}

/** waxseal_manifest_report_list_surfaces: Returns: (transfer full) (element-type WaxsealReportRow):
 * where in Outlook users see the add-in, and what its buttons do there. */
GPtrArray *
waxseal_manifest_report_list_surfaces (WaxsealManifestDocument *document)
{
  return list_rows (document, add_surfaces);
}

/** waxseal_manifest_report_list_needs: Returns: (transfer full) (element-type WaxsealReportRow):
 * the sets that the add-in asks of Outlook, and the domains that it trusts. */
GPtrArray *
waxseal_manifest_report_list_needs (WaxsealManifestDocument *document)
{
  return list_rows (document, add_needs);
}

/** waxseal_manifest_report_free: frees a report. */
void
waxseal_manifest_report_free (WaxsealManifestReport *self)
{
  g_free (self->title);
  g_free (self->subtitle);
  g_ptr_array_unref (self->sections);
  g_free (self);
}

/** waxseal_manifest_report_get_mark_words: Returns: (nullable): translated; %NULL where there is
 * nothing to note.
 */
const char *
waxseal_manifest_report_get_mark_words (WaxsealReportMark mark)
{
  return mark_words[mark] != NULL ? _ (mark_words[mark]) : NULL;
}
