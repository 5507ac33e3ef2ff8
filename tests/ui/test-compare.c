/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two manifests compared in the window: in words, as text, and at each change of the set-up. */
#include "ui-fixture.h"

#include <gtksourceview/gtksource.h>

#include "waxseal-compare-view.h"
#include "waxseal-manifest-draft.h"

static GtkWidget *
get_page (UiFixture *fixture)
{
  return ui_fixture_get_page (fixture, "manifest");
}

static GtkWidget *
get_view (UiFixture *fixture)
{
  return ui_driver_get_child (get_page (fixture), "compare");
}

static GtkWidget *
get_child (UiFixture *fixture, const char *id)
{
  return ui_driver_get_child (get_view (fixture), id);
}

static void
show (UiFixture *fixture)
{
  GtkWidget *views = ui_driver_get_child (get_page (fixture), "views");

  waxseal_window_show_page (fixture->window, "manifest");
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (views), "compare");
  ui_driver_settle (300);
}

static WaxsealAddinIdentity *
get_addin (UiFixture *fixture)
{
  return waxseal_organization_get_addin (ui_fixture_get_organization (fixture));
}

/* Makes the manifest as it is now the one that was imported. */
static void
import_now (UiFixture *fixture)
{
  WaxsealManifestDraft *draft = ui_fixture_get_draft (fixture);
  g_autoptr (WaxsealManifestDocument) document =
    g_object_ref (waxseal_manifest_draft_get_document (draft));

  waxseal_manifest_draft_adopt (draft, document, "from-cres.xml", TRUE);
}

static const char *
get_page_name (UiFixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (get_child (fixture, "root")));
}

static GtkWidget *
get_row (UiFixture *fixture, int index)
{
  GtkListBoxRow *row =
    gtk_list_box_get_row_at_index (GTK_LIST_BOX (get_child (fixture, "list")), index);

  return row != NULL ? GTK_WIDGET (row) : NULL;
}

static void
test_empty (UiFixture *fixture)
{
  show (fixture);
  g_assert_cmpstr (get_page_name (fixture), ==, "empty");
}

static void
test_imported (UiFixture *fixture)
{
  show (fixture);
  import_now (fixture);
  g_assert_cmpstr (get_page_name (fixture), ==, "compare");
  ui_driver_wait_label (get_view (fixture), "No difference that matters.");
  g_assert_null (get_row (fixture, 0));

  waxseal_record_set_text (get_addin (fixture), "permissions", "ReadWriteMailbox");
  ui_driver_wait_label (get_view (fixture),
                        "1 difference: Microsoft 365 refuses the update, as the version is not "
                        "higher; 1 needs consent again.");
  waxseal_record_set_text (get_addin (fixture), "version", "1.0.0.1");
  waxseal_record_set_text (get_addin (fixture), "taskpane-url", "https://new.contoso.com/a.html");
  waxseal_record_set_text (get_addin (fixture), "button-label", "Seal");
  ui_driver_wait_label (get_view (fixture), "→ “Seal”");
  g_assert_nonnull (
    ui_driver_find_label (get_view (fixture), "differences: 1 needs consent again."));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_row (fixture, 0))),
                   ==,
                   "Permissions");
  g_assert_nonnull (ui_driver_find_label (get_row (fixture, 0), "“ReadWriteItem” → "));
  g_assert_nonnull (ui_driver_find_label (get_row (fixture, 0), "An administrator has to consent"));
}

static GtkTextBuffer *
get_buffer (UiFixture *fixture, const char *id)
{
  GtkWidget *view = ui_driver_get_child (get_child (fixture, "text"), id);

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
}

/* The lines, from 1, that the tag is on, as text. */
static char *
list_marked (GtkTextBuffer *buffer)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "different");
  GString *lines = g_string_new (NULL);

  for (int i = 0; i < gtk_text_buffer_get_line_count (buffer); i++)
    {
      GtkTextIter iter;

      gtk_text_buffer_get_iter_at_line (buffer, &iter, i);
      if (gtk_text_iter_has_tag (&iter, tag))
        g_string_append_printf (lines, "%d ", i + 1);
    }
  return g_string_free (lines, FALSE);
}

static int
get_cursor_line (GtkTextBuffer *buffer)
{
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  return gtk_text_iter_get_line (&cursor) + 1;
}

/* A difference leads to its lines in both texts, where just the lines that differ are marked. */
static void
test_lines (UiFixture *fixture)
{
  g_autofree char *old_marked = NULL;
  g_autofree char *new_marked = NULL;
  GtkWidget *row;

  show (fixture);
  import_now (fixture);
  waxseal_record_set_text (get_addin (fixture), "version", "1.0.0.1");
  ui_driver_wait_label (get_view (fixture), "1 difference.");
  row = get_row (fixture, 0);
  g_assert_true (gtk_widget_activate (row));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (get_child (fixture, "views"))),
                   ==,
                   "text");
  g_assert_cmpint (get_cursor_line (get_buffer (fixture, "old_view")), ==, 8);
  g_assert_cmpint (get_cursor_line (get_buffer (fixture, "new_view")), ==, 8);
  old_marked = list_marked (get_buffer (fixture, "old_view"));
  new_marked = list_marked (get_buffer (fixture, "new_view"));
  g_assert_cmpstr (old_marked, ==, "8 ");
  g_assert_cmpstr (new_marked, ==, "8 ");
}

static GFile *
write_file (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

/* Two files that have nothing to do with the set-up. */
static void
test_files (UiFixture *fixture)
{
  WaxsealManifestDraft *draft = ui_fixture_get_draft (fixture);
  const char *text =
    waxseal_manifest_document_get_text (waxseal_manifest_draft_get_document (draft));
  g_auto (GStrv) parts = g_strsplit (text, "1.0.0.0", 2);
  g_autofree char *newer = g_strjoinv ("2.0.0.0", parts);
  g_autoptr (GFile) old_file = write_file ("old.xml", text);
  g_autoptr (GFile) new_file = write_file ("new.xml", newer);
  g_autoptr (GFile) bad_file = write_file ("bad.xml", "<a><b></a>");
  WaxsealCompareView *view;

  show (fixture);
  view = WAXSEAL_COMPARE_VIEW (get_view (fixture));
  waxseal_compare_view_add_file (view, new_file, FALSE);
  ui_driver_wait_label (GTK_WIDGET (view), "as the version is not higher");
  waxseal_compare_view_add_file (view, old_file, FALSE);
  ui_driver_wait_label (GTK_WIDGET (view), "No difference that matters.");
  waxseal_compare_view_add_file (view, new_file, TRUE);
  ui_driver_wait_label (GTK_WIDGET (view), "1 difference.");
  waxseal_record_set_text (get_addin (fixture), "version", "3.0.0.0");
  ui_driver_settle (200);
  g_assert_nonnull (ui_driver_find_label (GTK_WIDGET (view), "“1.0.0.0” → “2.0.0.0”"));

  waxseal_compare_view_add_file (view, bad_file, TRUE);
  ui_driver_wait_label (GTK_WIDGET (view), "File: bad.xml – this cannot be read as a manifest");
  g_assert_null (get_row (fixture, 0));
}

/* The line at the upper edge, from 1. */
static int
get_top_line (GtkWidget *view)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  GtkTextIter iter;

  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (view),
                               &iter,
                               (int) gtk_adjustment_get_value (adjustment),
                               NULL);
  return gtk_text_iter_get_line (&iter) + 1;
}

static void
scroll_to_line (GtkWidget *view, int line)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  GtkTextIter iter;
  int top;

  gtk_text_buffer_get_iter_at_line (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)),
                                    &iter,
                                    line - 1);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (view), &iter, &top, NULL);
  gtk_adjustment_set_value (adjustment, top);
}

static gboolean
has_longer_old (gpointer fixture)
{
  return gtk_text_buffer_get_line_count (get_buffer (fixture, "old_view")) ==
         gtk_text_buffer_get_line_count (get_buffer (fixture, "new_view")) + 30;
}

/* Whichever of the two texts is scrolled, the other one shows the same part, past what only one of
 * them has. */
static void
test_scrolling (UiFixture *fixture)
{
  static const struct
  {
    int old_line;
    int new_line;
  } pairs[] = { { 5, 5 }, { 50, 20 }, { 70, 40 }, { 10, 10 } };
  const char *text = waxseal_manifest_document_get_text (
    waxseal_manifest_draft_get_document (ui_fixture_get_draft (fixture)));
  g_autofree char *comment = g_strnfill (30, '\n');
  g_auto (GStrv) parts = g_strsplit (text, "<SupportUrl", 2);
  g_autofree char *start = g_strconcat (parts[0], "<!--", comment, "--><SupportUrl", NULL);
  g_autofree char *longer = g_strconcat (start, parts[1], NULL);
  g_autoptr (GFile) file = write_file ("longer.xml", longer);
  GtkWidget *old_view, *new_view;

  show (fixture);
  waxseal_compare_view_add_file (WAXSEAL_COMPARE_VIEW (get_view (fixture)), file, FALSE);
  gtk_stack_set_visible_child_name (GTK_STACK (get_child (fixture, "views")), "text");
  ui_driver_wait (has_longer_old, fixture);
  ui_driver_settle (500);
  old_view = ui_driver_get_child (get_child (fixture, "text"), "old_view");
  new_view = ui_driver_get_child (get_child (fixture, "text"), "new_view");
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      scroll_to_line (old_view, pairs[i].old_line);
      g_assert_cmpint (get_top_line (new_view), ==, pairs[i].new_line);
      scroll_to_line (new_view, 1);
      g_assert_cmpint (get_top_line (old_view), ==, 1);
      scroll_to_line (new_view, pairs[i].new_line);
      g_assert_cmpint (get_top_line (old_view), ==, pairs[i].old_line);
    }
}

/* A file that is looked at is compared with the set-up, until it is closed. */
static void
test_looked_at (UiFixture *fixture)
{
  static const char text[] = "<OfficeApp><Id>x</Id></OfficeApp>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (WaxsealManifestDocument) document = waxseal_manifest_document_new (bytes);
  WaxsealCompareView *view;

  show (fixture);
  view = WAXSEAL_COMPARE_VIEW (get_view (fixture));
  waxseal_compare_view_offer (view, WAXSEAL_COMPARE_ROLE_FILE, "looked-at.xml", document);
  g_assert_cmpstr (get_page_name (fixture), ==, "compare");
  ui_driver_wait_label (GTK_WIDGET (view), "this is another add-in, not an update");
  waxseal_compare_view_offer (view, WAXSEAL_COMPARE_ROLE_FILE, NULL, NULL);
  g_assert_cmpstr (get_page_name (fixture), ==, "empty");

  import_now (fixture);
  ui_driver_wait_label (GTK_WIDGET (view), "No difference that matters.");
  waxseal_compare_view_offer (view, WAXSEAL_COMPARE_ROLE_FILE, "looked-at.xml", document);
  ui_driver_wait_label (GTK_WIDGET (view), "this is another add-in, not an update");
  waxseal_compare_view_offer (view, WAXSEAL_COMPARE_ROLE_FILE, NULL, NULL);
  ui_driver_wait_label (GTK_WIDGET (view), "No difference that matters.");
}

static const UiTest tests[] = {
  { "/ui/compare/empty", test_empty, "Contoso" },
  { "/ui/compare/imported", test_imported, "Contoso" },
  { "/ui/compare/lines", test_lines, "Contoso" },
  { "/ui/compare/files", test_files, "Contoso" },
  { "/ui/compare/scrolling", test_scrolling, "Contoso" },
  { "/ui/compare/looked-at", test_looked_at, "Contoso" },
};

int
main (int argc, char **argv)
{
  return ui_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
