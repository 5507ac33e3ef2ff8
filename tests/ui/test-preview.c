/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The live preview: what is typed is in it at once, and nothing else in it moves. */
#include "ui-fixture.h"

#include <gtksourceview/gtksource.h>

#include "waxseal-field-row.h"
#include "waxseal-finding-row.h"
#include "waxseal-finding.h"
#include "waxseal-manifest-field.h"
#include "waxseal-preview.h"

static GtkWidget *
get_page (UiFixture *fixture)
{
  return ui_fixture_get_page (fixture, "addin-settings");
}

static GtkWidget *
get_preview (UiFixture *fixture)
{
  return ui_driver_get_child (get_page (fixture), "preview");
}

static GtkTextView *
get_view (UiFixture *fixture)
{
  return GTK_TEXT_VIEW (ui_driver_get_child (get_preview (fixture), "view"));
}

static GtkTextBuffer *
get_buffer (UiFixture *fixture)
{
  return gtk_text_view_get_buffer (get_view (fixture));
}

static GtkWidget *
find_field (UiFixture *fixture, const char *title, const char *inside)
{
  return ui_driver_find_row (get_page (fixture), WAXSEAL_TYPE_FIELD_ROW, title, inside);
}

static GtkListBoxRow *
get_finding_row (UiFixture *fixture, int index)
{
  GtkWidget *box = ui_driver_get_child (get_preview (fixture), "findings_box");

  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (box), index);
}

static void
show (UiFixture *fixture)
{
  waxseal_window_show_page (fixture->window, "addin-settings");
  ui_driver_settle (300);
}

static guint
get_cursor_line (UiFixture *fixture)
{
  GtkTextBuffer *buffer = get_buffer (fixture);
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  return gtk_text_iter_get_line (&cursor) + 1;
}

static guint
locate (UiFixture *fixture, const char *place)
{
  WaxsealManifestDraft *draft = ui_fixture_get_draft (fixture);
  guint line, column;

  g_assert_true (waxseal_manifest_field_locate (
    waxseal_manifest_draft_get_document (draft), place, &line, &column));
  return line;
}

/* Whether the line from 1 glows. */
static gboolean
is_marked (UiFixture *fixture, guint line)
{
  GtkTextBuffer *buffer = get_buffer (fixture);
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "changed");
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line (buffer, &iter, (int) line - 1);
  return tag != NULL && gtk_text_iter_has_tag (&iter, tag);
}

static void
assert_preview_is_bytes (UiFixture *fixture)
{
  WaxsealManifestDraft *draft = ui_fixture_get_draft (fixture);
  GBytes *bytes = waxseal_manifest_draft_get_bytes (draft);
  g_autofree char *text = waxseal_preview_dup_text (WAXSEAL_PREVIEW (get_preview (fixture)));

  g_assert_cmpmem (text, strlen (text), g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Each character is in the preview before the next is typed, and the preview is the file. */
static void
test_typing (UiFixture *fixture)
{
  static const char *const letters[] = { "F", "a", "b", "&", "<", "é", "暗", "🙂", " ", "k" };
  g_autoptr (GString) typed = g_string_new (NULL);
  GtkWidget *row;
  gsize i;

  show (fixture);
  row = find_field (fixture, "Display Name", NULL);
  gtk_editable_set_text (GTK_EDITABLE (row), "");
  for (i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      g_autofree char *escaped = NULL, *wanted = NULL, *text = NULL;

      ui_driver_type (row, letters[i]);
      g_string_append (typed, letters[i]);
      escaped = g_markup_escape_text (typed->str, -1);
      wanted = g_strdup_printf ("<DisplayName DefaultValue=\"%s\"", escaped);
      text = waxseal_preview_dup_text (WAXSEAL_PREVIEW (get_preview (fixture)));
      if (strstr (text, wanted) == NULL)
        g_error ("No %s in %s", wanted, text);
      assert_preview_is_bytes (fixture);
    }
}

/* Scrolling is animated. */
static double
wait_scrolled (GtkAdjustment *adjustment)
{
  double before;

  do
    {
      before = gtk_adjustment_get_value (adjustment);
      ui_driver_settle (300);
    }
  while (gtk_adjustment_get_value (adjustment) != before);
  return before;
}

static void
test_stillness (UiFixture *fixture)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_view (fixture)));
  GtkWidget *row;
  double scroll;
  guint i, line;

  show (fixture);
  waxseal_preview_go_to_line (WAXSEAL_PREVIEW (get_preview (fixture)), 40);
  scroll = wait_scrolled (adjustment);
  line = get_cursor_line (fixture);
  g_assert_cmpuint (line, ==, 40);
  g_assert_cmpfloat (scroll, >, 0);

  row = find_field (fixture, "Provider", NULL);
  for (i = 0; i < 50; i++)
    {
      ui_driver_type (row, "x");
      ui_driver_settle (5);
      g_assert_cmpuint (get_cursor_line (fixture), ==, line);
      g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, scroll);
    }
  assert_preview_is_bytes (fixture);
}

typedef struct
{
  UiFixture *fixture;
  guint line;
} Mark;

static gboolean
is_unmarked (gpointer user_data)
{
  Mark *mark = user_data;

  return !is_marked (mark->fixture, mark->line);
}

static void
test_glow (UiFixture *fixture)
{
  Mark mark = { fixture, 0 };
  gint64 start;

  show (fixture);
  mark.line = locate (fixture, "provider-name");
  g_assert_false (is_marked (fixture, mark.line));
  ui_driver_type (find_field (fixture, "Provider", NULL), "x");
  g_assert_true (is_marked (fixture, mark.line));
  g_assert_false (is_marked (fixture, mark.line - 1));
  g_assert_false (is_marked (fixture, mark.line + 1));

  start = g_get_monotonic_time ();
  ui_driver_wait (is_unmarked, &mark);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 3 * UI_SLOWNESS * G_USEC_PER_SEC);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* The same text again is no change: nothing glows, nothing is drawn anew. */
static void
test_unchanged (UiFixture *fixture)
{
  GtkWidget *row;
  g_autofree char *text = NULL;
  guint n_changes = 0;

  show (fixture);
  row = find_field (fixture, "Provider", NULL);
  g_signal_connect_swapped (get_buffer (fixture), "changed", G_CALLBACK (count_cb), &n_changes);
  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));
  waxseal_record_set_text (waxseal_organization_get_addin (ui_fixture_get_organization (fixture)),
                           "provider-name",
                           text);
  ui_driver_settle (50);
  g_assert_cmpuint (n_changes, ==, 0);
  g_assert_false (is_marked (fixture, locate (fixture, "provider-name")));
  g_signal_handlers_disconnect_by_func (get_buffer (fixture), count_cb, &n_changes);
}

/* Rows of findings stay the very widgets while something else is typed. */
static void
test_findings_stay (UiFixture *fixture)
{
  GtkListBoxRow *first, *second;
  guint i;

  show (fixture);
  gtk_editable_set_text (GTK_EDITABLE (find_field (fixture, "Support Address", NULL)), "nowhere");
  first = get_finding_row (fixture, 0);
  second = get_finding_row (fixture, 1);
  g_assert_nonnull (first);
  g_assert_nonnull (second);
  for (i = 0; i < 5; i++)
    {
      ui_driver_type (find_field (fixture, "Provider", NULL), "y");
      g_assert_true (get_finding_row (fixture, 0) == first);
      g_assert_true (get_finding_row (fixture, 1) == second);
    }
}

static void
test_finding_to_line (UiFixture *fixture)
{
  WaxsealFinding *finding;
  GtkListBoxRow *row;

  show (fixture);
  gtk_editable_set_text (GTK_EDITABLE (find_field (fixture, "Support Address", NULL)), "nowhere");
  ui_driver_settle (200);
  row = get_finding_row (fixture, 0);
  g_assert_nonnull (row);
  finding = waxseal_finding_row_get_finding (WAXSEAL_FINDING_ROW (row));
  g_assert_cmpstr (waxseal_finding_get_field (finding), ==, "support-url");
  g_assert_true (gtk_widget_activate (GTK_WIDGET (row)));
  g_assert_cmpuint (get_cursor_line (fixture), ==, waxseal_finding_get_line (finding));
  g_assert_cmpuint (get_cursor_line (fixture), ==, locate (fixture, "support-url"));

  ui_driver_click (GTK_WIDGET (row), "Show Field");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                         find_field (fixture, "Support Address", NULL)));
}

static GtkListBoxRow *
find_finding_row (UiFixture *fixture, const char *rule)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = get_finding_row (fixture, i)) != NULL; i++)
    if (g_str_equal (waxseal_finding_get_rule (
                       waxseal_finding_row_get_finding (WAXSEAL_FINDING_ROW (row))),
                     rule))
      return row;
  return NULL;
}

/* What has one right answer is fixed with one click, and as it was with another. */
static void
test_fix (UiFixture *fixture)
{
  WaxsealAddinIdentity *addin =
    waxseal_organization_get_addin (ui_fixture_get_organization (fixture));
  GtkListBoxRow *row;

  show (fixture);
  gtk_editable_set_text (GTK_EDITABLE (find_field (fixture, "Version", NULL)), "2.1");
  gtk_editable_set_text (GTK_EDITABLE (find_field (fixture, "Support Address", NULL)), "nowhere");
  ui_driver_settle (200);
  row = find_finding_row (fixture, "support-address");
  g_assert_nonnull (row);
  g_assert_false (gtk_widget_get_visible (ui_driver_get_child (GTK_WIDGET (row), "fix_button")));

  row = find_finding_row (fixture, "version-four-parts");
  g_assert_nonnull (row);
  ui_driver_click (GTK_WIDGET (row), "Fix");
  ui_driver_wait_label (GTK_WIDGET (fixture->window), "Fixed");
  g_assert_cmpstr (waxseal_record_get_text (addin, "version"), ==, "2.1.0.0");
  g_assert_null (find_finding_row (fixture, "version-four-parts"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_field (fixture, "Version", NULL))),
                   ==,
                   "2.1.0.0");

  ui_driver_click (GTK_WIDGET (fixture->window), "_Undo");
  g_assert_cmpstr (waxseal_record_get_text (addin, "version"), ==, "2.1");
  g_assert_nonnull (find_finding_row (fixture, "version-four-parts"));
}

/* A file that is only looked at is not changed. */
static void
test_fix_linked (UiFixture *fixture)
{
  WaxsealPreview *preview = WAXSEAL_PREVIEW (get_preview (fixture));
  WaxsealManifestDraft *draft = ui_fixture_get_draft (fixture);
  GtkListBoxRow *row;

  show (fixture);
  gtk_editable_set_text (GTK_EDITABLE (find_field (fixture, "Version", NULL)), "2.1");
  waxseal_preview_set_linked (preview, FALSE);
  waxseal_preview_show (preview,
                        waxseal_manifest_draft_get_document (draft),
                        waxseal_manifest_draft_get_findings (draft),
                        "file.xml");
  row = find_finding_row (fixture, "version-four-parts");
  g_assert_nonnull (row);
  g_assert_false (gtk_widget_get_visible (ui_driver_get_child (GTK_WIDGET (row), "fix_button")));
}

/* The cursor's line leads to its field too, also to one inside a closed row. */
static void
test_line_to_field (UiFixture *fixture)
{
  GtkWidget *row, *button, *outer;

  show (fixture);
  row = find_field (fixture, "Button Label", "ja-JP");
  outer = gtk_widget_get_ancestor (row, ADW_TYPE_EXPANDER_ROW);
  g_assert_false (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (outer)));
  waxseal_preview_go_to_line (WAXSEAL_PREVIEW (get_preview (fixture)),
                              locate (fixture, "button-label@ja-JP"));
  button = ui_driver_get_child (get_preview (fixture), "field_button");
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (outer)));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), row));

  waxseal_preview_go_to_line (WAXSEAL_PREVIEW (get_preview (fixture)), 1);
  g_assert_false (gtk_widget_is_sensitive (button));
}

static void
test_field_to_line (UiFixture *fixture)
{
  show (fixture);
  gtk_widget_grab_focus (find_field (fixture, "Version", NULL));
  g_assert_cmpuint (get_cursor_line (fixture), ==, locate (fixture, "version"));
  gtk_widget_grab_focus (find_field (fixture, "Task Pane Address", NULL));
  g_assert_cmpuint (get_cursor_line (fixture), ==, locate (fixture, "taskpane-url"));
}

static void
clipboard_cb (GObject *clipboard, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_set (gpointer pointer)
{
  return *(gpointer *) pointer != NULL;
}

static void
test_copy (UiFixture *fixture)
{
  GBytes *bytes = waxseal_manifest_draft_get_bytes (ui_fixture_get_draft (fixture));
  g_autofree char *text = NULL;

  show (fixture);
  g_assert_true (gtk_widget_activate_action (get_preview (fixture), "preview.copy", NULL));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)),
                                 NULL,
                                 clipboard_cb,
                                 &text);
  ui_driver_wait (is_set, &text);
  g_assert_cmpmem (text, strlen (text), g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  ui_driver_wait_label (GTK_WIDGET (fixture->window), "Manifest copied");
}

/* What “waxseal export” writes of the same organisation is the same to the byte. */
static void
test_export (UiFixture *fixture)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "exported.xml", NULL);
  const char *const arguments[] = {
    g_getenv ("WAXSEAL_COMMAND"), "export", "--organization", "Contoso", "--output", path, NULL,
  };
  GBytes *bytes = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  int status;

  if (arguments[0] == NULL)
    {
      g_test_skip ("WAXSEAL_COMMAND does not say where the command is");
      return;
    }
  show (fixture);
  ui_driver_type (find_field (fixture, "Display Name", NULL), " & 暗号化");
  assert_preview_is_bytes (fixture);
  ui_fixture_flush (fixture);
  g_spawn_sync (NULL,
                (char **) arguments,
                NULL,
                G_SPAWN_STDERR_TO_DEV_NULL,
                NULL,
                NULL,
                NULL,
                NULL,
                &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = waxseal_manifest_draft_get_bytes (ui_fixture_get_draft (fixture));
  g_assert_cmpmem (text, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_nonnull (strstr (text, " &amp; 暗号化"));
}

static const UiTest tests[] = {
  { "/ui/preview/typing", test_typing, "Contoso" },
  { "/ui/preview/stillness", test_stillness, "Contoso" },
  { "/ui/preview/glow", test_glow, "Contoso" },
  { "/ui/preview/unchanged", test_unchanged, "Contoso" },
  { "/ui/preview/findings-stay", test_findings_stay, "Contoso" },
  { "/ui/preview/finding-to-line", test_finding_to_line, "Contoso" },
  { "/ui/preview/fix", test_fix, "Contoso" },
  { "/ui/preview/fix-linked", test_fix_linked, "Contoso" },
  { "/ui/preview/line-to-field", test_line_to_field, "Contoso" },
  { "/ui/preview/field-to-line", test_field_to_line, "Contoso" },
  { "/ui/preview/copy", test_copy, "Contoso" },
  { "/ui/preview/export", test_export, "Contoso" },
};

int
main (int argc, char **argv)
{
  return ui_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
