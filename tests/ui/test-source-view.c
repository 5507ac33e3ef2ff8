/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The source of the manifest: outline and cursor follow each other, findings are marked on their
 * lines, texts are found; and what is asked before an export. */
#include "ui-fixture.h"

#include <gtksourceview/gtksource.h>

#include "ui-saving.h"
#include "waxseal-document-pdf.h"
#include "waxseal-field-row.h"
#include "waxseal-finding-gutter.h"
#include "waxseal-manifest-field.h"
#include "waxseal-manifest-release.h"
#include "waxseal-manifest-report.h"
#include "waxseal-outline-view.h"
#include "waxseal-preview-search.h"
#include "waxseal-source-view.h"
#include "waxseal-summary-document.h"

static GtkWidget *
get_source (UiFixture *fixture)
{
  return ui_driver_get_child (ui_fixture_get_page (fixture, "manifest"), "source");
}

static WaxsealPreview *
get_preview (UiFixture *fixture)
{
  return WAXSEAL_PREVIEW (ui_driver_get_child (get_source (fixture), "preview"));
}

static WaxsealOutlineView *
get_outline (UiFixture *fixture)
{
  return WAXSEAL_OUTLINE_VIEW (ui_driver_get_child (get_source (fixture), "outline"));
}

static void
show (UiFixture *fixture)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 800);
  waxseal_window_show_page (fixture->window, "manifest");
  gtk_widget_activate_action (ui_fixture_get_page (fixture, "manifest"),
                              "manifest.show-source",
                              NULL);
  ui_driver_settle (500);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (get_outline (fixture))));
}

static guint
locate (UiFixture *fixture, const char *place)
{
  WaxsealManifestDocument *document =
    waxseal_manifest_draft_get_document (ui_fixture_get_draft (fixture));
  guint line, column;

  g_assert_true (waxseal_manifest_field_locate (document, place, &line, &column));
  return line;
}

static void
set_text (UiFixture *fixture, const char *property, const char *text)
{
  WaxsealOrganization *organization = ui_fixture_get_organization (fixture);

  waxseal_record_set_text (waxseal_organization_get_addin (organization), property, text);
}

static void
test_cursor_to_outline (UiFixture *fixture)
{
  static const char *const places[] = {
    "version", "display-name", "button-label", "taskpane-url", "button-icon-80", "id",
  };
  gsize i;

  show (fixture);
  for (i = 0; i < G_N_ELEMENTS (places); i++)
    {
      waxseal_preview_go_to_line (get_preview (fixture), locate (fixture, places[i]));
      g_assert_cmpuint (waxseal_outline_view_get_selected_line (get_outline (fixture)),
                        ==,
                        locate (fixture, places[i]));
    }
}

static GtkSingleSelection *
get_selection (UiFixture *fixture)
{
  GtkWidget *list = ui_driver_get_child (GTK_WIDGET (get_outline (fixture)), "list");

  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

static void
test_outline_to_cursor (UiFixture *fixture)
{
  GtkSingleSelection *selection = get_selection (fixture);
  guint n, i;

  show (fixture);
  n = g_list_model_get_n_items (G_LIST_MODEL (selection));
  g_assert_cmpuint (n, >, 10);
  for (i = 0; i < n; i++)
    {
      gtk_single_selection_set_selected (selection, i);
      g_assert_cmpuint (waxseal_preview_get_line (get_preview (fixture)),
                        ==,
                        waxseal_outline_view_get_selected_line (get_outline (fixture)));
      g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, i);
    }
}

/* What is selected and open stays so while the add-in's name is typed. */
static void
test_outline_stays (UiFixture *fixture)
{
  GtkSingleSelection *selection = get_selection (fixture);
  gpointer row;
  guint n;

  show (fixture);
  waxseal_preview_go_to_line (get_preview (fixture), locate (fixture, "taskpane-url"));
  row = gtk_single_selection_get_selected_item (selection);
  n = g_list_model_get_n_items (G_LIST_MODEL (selection));
  set_text (fixture, "display-name", "Another");
  g_assert_true (gtk_single_selection_get_selected_item (selection) == row);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection)), ==, n);
  /* Scrolls the list, which has no rows for what is out of sight. */
  waxseal_preview_go_to_line (get_preview (fixture), locate (fixture, "display-name"));
  ui_driver_wait_label (GTK_WIDGET (get_outline (fixture)), "Another");
}

static void
test_narrow (UiFixture *fixture)
{
  GtkWidget *button;

  show (fixture);
  button = ui_driver_get_child (get_source (fixture), "outline_button");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 700);
  ui_driver_settle (700);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (get_outline (fixture))));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  ui_driver_settle (700);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (get_outline (fixture))));
}

static gboolean
is_gutter (GtkWidget *widget, gpointer user_data)
{
  return WAXSEAL_IS_FINDING_GUTTER (widget);
}

static WaxsealFindingGutter *
get_gutter (UiFixture *fixture)
{
  return WAXSEAL_FINDING_GUTTER (
    ui_driver_visit (GTK_WIDGET (get_preview (fixture)), is_gutter, NULL));
}

static void
assert_mark (UiFixture *fixture, guint line, int wanted)
{
  WaxsealSeverity severity;

  if (waxseal_finding_gutter_has_mark (get_gutter (fixture), line, &severity))
    g_assert_cmpint (severity, ==, wanted);
  else
    g_assert_cmpint (wanted, ==, -1);
}

/* Marks come, say what is wrong, move with their line, and go. */
static void
test_gutter (UiFixture *fixture)
{
  g_autofree char *text = NULL;
  guint line;

  show (fixture);
  line = locate (fixture, "support-url");
  assert_mark (fixture, line, -1);
  set_text (fixture, "support-url", "http://user@localhost/");
  assert_mark (fixture, line, WAXSEAL_SEVERITY_WARNING);
  assert_mark (fixture, line - 1, -1);
  assert_mark (fixture, line + 1, -1);
  text = waxseal_finding_gutter_dup_text (get_gutter (fixture), line);
  g_assert_nonnull (strstr (text, "\n"));

  set_text (fixture, "high-resolution-icon-url", "");
  g_assert_cmpuint (locate (fixture, "support-url"), ==, line - 1);
  assert_mark (fixture, line - 1, WAXSEAL_SEVERITY_WARNING);
  set_text (fixture, "support-url", "https://res.cisco.com/support");
  assert_mark (fixture, line - 1, -1);
  g_assert_null (waxseal_finding_gutter_dup_text (get_gutter (fixture), line - 1));
}

static GtkWidget *
get_search_child (UiFixture *fixture, const char *id)
{
  return ui_driver_get_child (ui_driver_get_child (GTK_WIDGET (get_preview (fixture)), "search"),
                              id);
}

static void
wait_count (UiFixture *fixture, const char *count)
{
  ui_driver_wait_label (get_search_child (fixture, "bar"), count);
}

static char *
dup_selected (UiFixture *fixture)
{
  GtkWidget *view = ui_driver_get_child (GTK_WIDGET (get_preview (fixture)), "view");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
test_search (UiFixture *fixture)
{
  GtkSearchBar *bar;
  g_autofree char *selected = NULL;

  show (fixture);
  bar = GTK_SEARCH_BAR (get_search_child (fixture, "bar"));
  g_assert_false (gtk_search_bar_get_search_mode (bar));
  gtk_widget_activate_action (GTK_WIDGET (get_preview (fixture)), "preview.find", NULL);
  g_assert_true (gtk_search_bar_get_search_mode (bar));
  g_assert_true (
    gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), GTK_WIDGET (bar)));

  gtk_editable_set_text (GTK_EDITABLE (get_search_child (fixture, "entry")), "providername");
  wait_count (fixture, "1 of 2");
  selected = dup_selected (fixture);
  g_assert_cmpstr (selected, ==, "ProviderName");
  waxseal_preview_search_step (
    WAXSEAL_PREVIEW_SEARCH (ui_driver_get_child (GTK_WIDGET (get_preview (fixture)), "search")),
    TRUE);
  wait_count (fixture, "2 of 2");
  g_signal_emit_by_name (get_search_child (fixture, "entry"), "activate");
  wait_count (fixture, "1 of 2");
  g_signal_emit_by_name (get_search_child (fixture, "previous_button"), "clicked");
  wait_count (fixture, "2 of 2");
  g_assert_cmpuint (waxseal_preview_get_line (get_preview (fixture)),
                    ==,
                    locate (fixture, "provider-name"));

  gtk_editable_set_text (GTK_EDITABLE (get_search_child (fixture, "entry")), "nowhere to be");
  wait_count (fixture, "Not found");
  g_assert_false (gtk_widget_is_sensitive (get_search_child (fixture, "next_button")));
  g_signal_emit_by_name (get_search_child (fixture, "entry"), "stop-search");
  g_assert_false (gtk_search_bar_get_search_mode (bar));
}

static const char *
get_version (UiFixture *fixture)
{
  WaxsealOrganization *organization = ui_fixture_get_organization (fixture);

  return waxseal_record_get_text (waxseal_organization_get_addin (organization), "version");
}

static void
answer (const char *label)
{
  ui_driver_click (GTK_WIDGET (ui_driver_wait_dialog (ADW_TYPE_MESSAGE_DIALOG)), label);
  ui_driver_settle (200);
}

static void
start_export (UiFixture *fixture)
{
  set_text (fixture, "id", "6731de76-14a6-49ae-97bc-6eba6914391e");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export-manifest", NULL);
}

/* A version that is raised stays only if the manifest is saved with it. */
static void
test_raise (UiFixture *fixture)
{
  WaxsealManifestDraft *draft = ui_fixture_get_draft (fixture);

  start_export (fixture);
  ui_saving_cancel ("waxseal-contoso-1.0.0.0.xml");
  waxseal_manifest_release_note (draft,
                                 waxseal_manifest_draft_get_bytes (draft),
                                 get_version (fixture));
  start_export (fixture);
  ui_saving_cancel ("waxseal-contoso-1.0.0.0.xml");

  set_text (fixture, "display-name", "Changed");
  start_export (fixture);
  answer ("_Cancel");
  g_assert_cmpstr (get_version (fixture), ==, "1.0.0.0");
  start_export (fixture);
  answer ("_Raise to 1.0.0.1 and Export");
  g_assert_cmpstr (get_version (fixture), ==, "1.0.0.1");
  ui_saving_cancel ("waxseal-contoso-1.0.0.1.xml");
  g_assert_cmpstr (get_version (fixture), ==, "1.0.0.0");
  start_export (fixture);
  answer ("Export _as Is");
  ui_saving_cancel ("waxseal-contoso-1.0.0.0.xml");
  g_assert_cmpstr (get_version (fixture), ==, "1.0.0.0");
}

static void
test_summaries (UiFixture *fixture)
{
  g_autoptr (WaxsealManifestReport) report = NULL;
  g_autoptr (WaxsealDocument) document = NULL;
  g_autoptr (GBytes) pdf = NULL;
  WaxsealPaper paper;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export-summary", "s", "html");
  ui_saving_cancel ("waxseal-contoso-1.0.0.0.html");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export-summary", "s", "pdf");
  ui_saving_cancel ("waxseal-contoso-1.0.0.0.pdf");

  report = waxseal_manifest_report_new (ui_fixture_get_draft (fixture), "2026-11-25T12:00:00Z");
  document = waxseal_summary_document_new (report);
  waxseal_paper_init (&paper, GTK_WIDGET (fixture->window));
  pdf = waxseal_document_to_pdf (document, &paper);
  g_assert_cmpuint (g_bytes_get_size (pdf), >, 2000);
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 7, "%PDF-1.", 7);
  if (g_getenv ("WAXSEAL_KEEP_PDF") != NULL)
    g_file_set_contents (g_getenv ("WAXSEAL_KEEP_PDF"),
                         g_bytes_get_data (pdf, NULL),
                         g_bytes_get_size (pdf),
                         NULL);
}

static const UiTest tests[] = {
  { "/ui/source-view/cursor-to-outline", test_cursor_to_outline, "Contoso" },
  { "/ui/source-view/outline-to-cursor", test_outline_to_cursor, "Contoso" },
  { "/ui/source-view/outline-stays", test_outline_stays, "Contoso" },
  { "/ui/source-view/narrow", test_narrow, "Contoso" },
  { "/ui/source-view/gutter", test_gutter, "Contoso" },
  { "/ui/source-view/search", test_search, "Contoso" },
  { "/ui/source-view/raise", test_raise, "Contoso" },
  { "/ui/source-view/summaries", test_summaries, "Contoso" },
};

int
main (int argc, char **argv)
{
  return ui_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
