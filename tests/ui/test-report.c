/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report as files, to the letter, and the way to them in the window. */
#include "ui-fixture.h"

#include <glib/gi18n.h>
#include <string.h>

#include "document-reader.h"
#include "report-fixture.h"
#include "ui-saving.h"
#include "waxseal-document-formats.h"
#include "waxseal-report-dialog.h"
#include "waxseal-report.h"

static WaxsealDocument *
create_report (WaxsealOrganization *organization)
{
  g_autoptr (WaxsealManifestDraft) draft = waxseal_manifest_draft_new (organization);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 25, 12, 40, 0);

  return waxseal_report_new (organization, draft, now);
}

static GBytes *
write_document (UiFixture *fixture, WaxsealDocument *document, const char *format)
{
  WaxsealPaper paper;

  waxseal_paper_init (&paper, GTK_WIDGET (fixture->window));
  return waxseal_document_write (document, format, &paper);
}

/* Returns: (transfer full): where it is; somebody may want to look at it. */
static char *
keep (GBytes *bytes, const char *format)
{
  const char *kept = g_getenv ("WAXSEAL_KEEP_REPORTS");
  g_autofree char *name = g_strdup_printf ("report.%s", format);
  char *path = g_build_filename (kept != NULL ? kept : g_get_user_data_dir (), name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  return path;
}

static void
test_formats (UiFixture *fixture)
{
  static const struct
  {
    const char *format;
    const char *start;
  } formats[] = { { "md", "# Contoso" }, { "html", "<!DOCTYPE html>" }, { "pdf", "%PDF-1." } };
  g_autoptr (WaxsealOrganization) organization = report_fixture_create ();
  g_autoptr (WaxsealDocument) document = create_report (organization);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) bytes = write_document (fixture, document, formats[i].format);
      g_autofree char *path = keep (bytes, formats[i].format);
      gsize length = strlen (formats[i].start);

      g_assert_cmpuint (g_bytes_get_size (bytes), >, 10000);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL),
                       length,
                       formats[i].start,
                       strlen (formats[i].start));
    }
}

/* What is left of a text when it is broken into lines somewhere else. */
static char *
squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)) && g_utf8_get_char (text) != 0x200b)
      g_string_append_unichar (squeezed, g_utf8_get_char (text));
  return g_string_free (squeezed, FALSE);
}

/* Returns: (transfer full) (nullable): its text in the order of drawing; %NULL without a program
 * that reads PDF. */
static char *
read_pdf (const char *path)
{
  g_autofree char *pdftotext = g_find_program_in_path ("pdftotext");
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *text;

  if (pdftotext == NULL)
    return NULL;
  process = g_subprocess_new (
    G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, pdftotext, "-raw", "-enc", "UTF-8", path, "-", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* Every text of the document is in the PDF, to the letter. */
static void
test_pdf_text (UiFixture *fixture)
{
  g_autoptr (WaxsealOrganization) organization = report_fixture_create ();
  g_autoptr (WaxsealDocument) document = create_report (organization);
  g_autoptr (GPtrArray) texts = document_reader_list_texts (document);
  g_autoptr (GBytes) bytes = write_document (fixture, document, "pdf");
  g_autofree char *path = keep (bytes, "pdf");
  g_autofree char *text = read_pdf (path);
  g_autofree char *found = NULL;

  if (text == NULL)
    {
      g_test_skip ("there is no pdftotext");
      return;
    }
  found = squeeze (text);
  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *wanted = squeeze (g_ptr_array_index (texts, i));

      if (strstr (found, wanted) == NULL)
        g_error ("The PDF does not say “%s”", wanted);
    }
}

/* As Cairo writes it at the start of each. */
#define PAGE "<< /Type /Page %"

static guint
count (GBytes *bytes, const char *text)
{
  gsize size, length = strlen (text);
  const char *data = g_bytes_get_data (bytes, &size);
  guint n = 0;

  for (gsize i = 0; i + length <= size; i++)
    n += memcmp (data + i, text, length) == 0;
  return n;
}

static const WaxsealDocumentColumn columns[] = { { "What", 1 }, { "Value", 3 } };

/* A cell that is higher than a page goes on on the next ones, and no page is empty. */
static void
test_long_cell (UiFixture *fixture)
{
  g_autoptr (WaxsealDocument) document = waxseal_document_new ("Title", "Subtitle");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  while (text->len < 3900)
    g_string_append (text, "line\nof text\n");
  waxseal_document_add_table (document, columns, G_N_ELEMENTS (columns));
  waxseal_document_add_row (document);
  waxseal_document_add_cell (document, "x", WAXSEAL_MARK_NONE);
  waxseal_document_add_cell (document, text->str, WAXSEAL_MARK_NONE);
  waxseal_document_add_paragraph (document, text->str);
  waxseal_document_add_notice (document, text->str);
  bytes = write_document (fixture, document, "pdf");
  g_assert_cmpuint (count (bytes, PAGE), >=, 20);
  g_assert_cmpuint (count (bytes, PAGE), <=, 40);
}

/* What a large organisation has: it takes a thread no longer than this. */
static void
test_large (UiFixture *fixture)
{
  g_autoptr (WaxsealDocument) document = waxseal_document_new ("Title", "Subtitle");
  g_autoptr (GBytes) bytes = NULL;
  gint64 start = g_get_monotonic_time ();

  waxseal_document_add_table (document, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < 2 * WAXSEAL_REPORT_MAX_ROWS; i++)
    {
      waxseal_document_add_row (document);
      waxseal_document_add_cell (document, "佐藤 花子", WAXSEAL_MARK_VERIFIED);
      waxseal_document_add_cell (document, "hanako.sato@contoso.co.jp", WAXSEAL_MARK_NONE);
    }
  bytes = write_document (fixture, document, "pdf");
  g_test_message ("%u pages in %d ms",
                  count (bytes, PAGE),
                  (int) ((g_get_monotonic_time () - start) / 1000));
  g_assert_cmpint (g_get_monotonic_time () - start, <, 3 * UI_SLOWNESS * G_USEC_PER_SEC);
}

/* A summary is made smaller so that it fits on a page, but not too small to read. */
static void
test_one_page (UiFixture *fixture)
{
  static const struct
  {
    guint n_rows;
    gboolean one_page;
    guint least;
    guint most;
  } cases[] = { { 10, FALSE, 1, 1 }, { 45, FALSE, 2, 2 }, { 45, TRUE, 1, 1 }, { 200, TRUE, 3, 9 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WaxsealDocument) document = waxseal_document_new ("Title", "Subtitle");
      g_autoptr (GBytes) bytes = NULL;

      document->one_page = cases[i].one_page;
      waxseal_document_add_table (document, columns, G_N_ELEMENTS (columns));
      for (guint row = 0; row < cases[i].n_rows; row++)
        {
          waxseal_document_add_row (document);
          waxseal_document_add_cell (document, "Name", WAXSEAL_MARK_NONE);
          waxseal_document_add_cell (document, "Value", WAXSEAL_MARK_NONE);
        }
      bytes = write_document (fixture, document, "pdf");
      g_test_message ("%u pages", count (bytes, PAGE));
      g_assert_cmpuint (count (bytes, PAGE), >=, cases[i].least);
      g_assert_cmpuint (count (bytes, PAGE), <=, cases[i].most);
    }
}

static void
choose_format (UiFixture *fixture, const char *check)
{
  GtkWidget *dialog;

  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.create-report", NULL));
  dialog = GTK_WIDGET (ui_driver_wait_dialog (WAXSEAL_TYPE_REPORT_DIALOG));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ui_driver_get_child (dialog, check)), TRUE);
  ui_driver_click (dialog, "_Save…");
}

/* Each format is saved under its own name, and says what it should. */
static void
test_save (UiFixture *fixture)
{
  static const struct
  {
    const char *check;
    const char *name;
    const char *start;
  } formats[] = {
    { "pdf_check", "waxseal-report-contoso.pdf", "%PDF-1." },
    { "html_check", "waxseal-report-contoso.html", "<!DOCTYPE html>" },
    { "markdown_check", "waxseal-report-contoso.md", "# Contoso\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *saved = NULL;

      choose_format (fixture, formats[i].check);
      saved = ui_saving_accept (formats[i].name);
      g_assert_true (g_str_has_prefix (saved, formats[i].start));
    }
}

static void
test_cancel (UiFixture *fixture)
{
  GtkWidget *dialog;

  choose_format (fixture, "html_check");
  ui_saving_cancel ("waxseal-report-contoso.html");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.create-report", NULL);
  dialog = GTK_WIDGET (ui_driver_wait_dialog (WAXSEAL_TYPE_REPORT_DIALOG));
  ui_driver_click (dialog, "_Cancel");
  ui_driver_settle (200);
}

/* The page has it, and the window does it. */
static void
test_group (UiFixture *fixture)
{
  GtkWidget *page = ui_fixture_get_page (fixture, "deployment");

  waxseal_window_show_page (fixture->window, "deployment");
  ui_driver_settle (300);
  g_assert_nonnull (ui_driver_find_button (page, "Hand Over…"));
  ui_driver_click (page, "Create Report…");
  ui_driver_click (GTK_WIDGET (ui_driver_wait_dialog (WAXSEAL_TYPE_REPORT_DIALOG)), "_Cancel");
  ui_driver_settle (200);
}

static const UiTest tests[] = {
  { "/ui/report/formats", test_formats, NULL },     { "/ui/report/pdf-text", test_pdf_text, NULL },
  { "/ui/report/long-cell", test_long_cell, NULL }, { "/ui/report/large", test_large, NULL },
  { "/ui/report/one-page", test_one_page, NULL },   { "/ui/report/save", test_save, "Contoso" },
  { "/ui/report/cancel", test_cancel, "Contoso" },  { "/ui/report/group", test_group, "Contoso" },
};

int
main (int argc, char **argv)
{
  return ui_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
