/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report as files, and the way to them in the window. */
#include "ui-fixture.h"

#include "report-fixture.h"
#include "waxseal-document-formats.h"
#include "waxseal-report.h"

static GBytes *
write_report (UiFixture *fixture, WaxsealOrganization *organization, const char *format)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (fixture->window));
  g_autoptr (WaxsealManifestDraft) draft = waxseal_manifest_draft_new (organization);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 25, 12, 40, 0);
  g_autoptr (WaxsealDocument) document = waxseal_report_new (organization, draft, now);
  GBytes *bytes = waxseal_document_write (document, format, context);
  g_autofree char *name = g_strdup_printf ("report.%s", format);
  g_autofree char *path = NULL;

  if (g_getenv ("WAXSEAL_KEEP_REPORTS") == NULL)
    return bytes;
  path = g_build_filename (g_getenv ("WAXSEAL_KEEP_REPORTS"), name, NULL);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
  return bytes;
}

static void
test_formats (UiFixture *fixture)
{
  static const char *const formats[] = { "md", "html", "pdf" };
  g_autoptr (WaxsealOrganization) organization = report_fixture_create ();

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) bytes = write_report (fixture, organization, formats[i]);

      g_assert_cmpuint (g_bytes_get_size (bytes), >, 10000);
    }
}

static const UiTest tests[] = {
  { "/ui/report/formats", test_formats, NULL },
};

int
main (int argc, char **argv)
{
  return ui_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
