/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The summary says what is in the manifest. */
#include <string.h>

#include "waxseal-manifest-report.h"

#define WHEN "2026-11-25T12:00:00Z"

typedef struct
{
  WaxsealOrganization *organization;
  WaxsealAddinIdentity *addin;
  WaxsealManifestDraft *draft;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->organization = waxseal_organization_new ("Contoso", WAXSEAL_CLOUD_GLOBAL);
  fixture->addin = waxseal_organization_get_addin (fixture->organization);
  fixture->draft = waxseal_manifest_draft_new (fixture->organization);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->draft);
  g_assert_finalize_object (fixture->organization);
}

static const WaxsealReportRow *
find_row (WaxsealManifestReport *report, const char *label)
{
  guint i, j;

  for (i = 0; i < report->sections->len; i++)
    {
      WaxsealReportSection *section = g_ptr_array_index (report->sections, i);

      for (j = 0; j < section->rows->len; j++)
        {
          const WaxsealReportRow *row = g_ptr_array_index (section->rows, j);

          if (g_str_equal (row->label, label))
            return row;
        }
    }
  g_error ("The report has no row “%s”", label);
  return NULL;
}

static void
assert_row (WaxsealManifestReport *report,
            const char *label,
            const char *part,
            WaxsealReportMark mark)
{
  const WaxsealReportRow *row = find_row (report, label);

  g_assert_nonnull (strstr (row->value, part));
  g_assert_cmpint (row->mark, ==, mark);
}

static void
test_contents (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WaxsealManifestReport) report = waxseal_manifest_report_new (fixture->draft, WHEN);
  g_autofree char *sha256 =
    g_compute_checksum_for_bytes (G_CHECKSUM_SHA256,
                                  waxseal_manifest_draft_get_bytes (fixture->draft));

  g_assert_cmpstr (report->title, ==, "Cisco Secure Email Encryption Service");
  g_assert_nonnull (strstr (report->subtitle, "Contoso"));
  g_assert_nonnull (strstr (report->subtitle, "2026"));
  assert_row (report, "Provider", "Cisco", WAXSEAL_REPORT_PLAIN);
  assert_row (report, "Version", "1.0.0.0", WAXSEAL_REPORT_PLAIN);
  assert_row (report,
              "Permissions",
              "Can read and change the message being read or written. (ReadWriteItem)",
              WAXSEAL_REPORT_PLAIN);
  assert_row (report, "Needs of Outlook", "Mailbox 1.3", WAXSEAL_REPORT_PLAIN);
  assert_row (report, "For VersionOverrides 1.1", "Mailbox 1.5", WAXSEAL_REPORT_PLAIN);
  assert_row (report, "Other languages", "ja-JP", WAXSEAL_REPORT_PLAIN);
  assert_row (report,
              "Message being written",
              "“Encrypt” opens https://res.cisco.com/addin/taskpane.html",
              WAXSEAL_REPORT_ASSUMED);
  assert_row (report,
              "res.cisco.com",
              "https://res.cisco.com/addin/icon-64.png\n",
              WAXSEAL_REPORT_ASSUMED);
  assert_row (report, "login.microsoftonline.com", "https://login.micro", WAXSEAL_REPORT_ASSUMED);
  assert_row (report, "File name", "waxseal-contoso-1.0.0.0.xml", WAXSEAL_REPORT_COMPUTED);
  assert_row (report, "SHA-256", sha256, WAXSEAL_REPORT_COMPUTED);
}

static void
assert_nothing_assumed (WaxsealReportSection *section)
{
  for (guint i = 0; i < section->rows->len; i++)
    {
      const WaxsealReportRow *row = g_ptr_array_index (section->rows, i);

      g_assert_cmpint (row->mark, !=, WAXSEAL_REPORT_ASSUMED);
    }
}

/* What came from CRES is not assumed. */
static void
test_from_cres (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WaxsealManifestDocument) document =
    g_object_ref (waxseal_manifest_draft_get_document (fixture->draft));
  g_autoptr (WaxsealManifestReport) report = NULL;

  waxseal_manifest_draft_adopt (fixture->draft, document, "cres.xml", TRUE);
  report = waxseal_manifest_report_new (fixture->draft, WHEN);
  assert_row (report, "res.cisco.com", "icon-64.png", WAXSEAL_REPORT_PLAIN);
  for (guint i = 0; i < report->sections->len; i++)
    assert_nothing_assumed (g_ptr_array_index (report->sections, i));
}

static void
test_findings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WaxsealManifestReport) report = NULL;
  WaxsealReportSection *section;
  const WaxsealReportRow *row;

  waxseal_record_set_text (fixture->addin, "support-url", "nowhere");
  report = waxseal_manifest_report_new (fixture->draft, WHEN);
  section = g_ptr_array_index (report->sections, report->sections->len - 2);
  g_assert_cmpstr (section->title, ==, "Findings");
  row = g_ptr_array_index (section->rows, 1);
  g_assert_cmpint (row->mark, ==, WAXSEAL_REPORT_WARNING);
  g_assert_true (g_str_has_prefix (row->label, "Line "));
  g_assert_nonnull (strstr (row->value, "nowhere"));
}

static gsize
measure (WaxsealReportSection *section)
{
  gsize length = 0;

  for (guint i = 0; i < section->rows->len; i++)
    length += strlen (((const WaxsealReportRow *) g_ptr_array_index (section->rows, i))->value);
  return length;
}

/* A text of a megabyte, and thousands of addresses, still make a page. */
static void
test_bounds (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strnfill (1000000, 'x');
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) domains = NULL;
  g_autoptr (WaxsealManifestReport) report = NULL;
  gsize length = 0;
  guint i;

  for (i = 0; i < 5000; i++)
    {
      g_autofree char *domain = g_strdup_printf ("https://h%u.example.com", i);

      g_strv_builder_add (builder, domain);
    }
  domains = g_strv_builder_end (builder);
  g_object_set (fixture->addin, "description", text, "app-domains", domains, NULL);
  report = waxseal_manifest_report_new (fixture->draft, WHEN);
  for (i = 0; i < report->sections->len; i++)
    length += measure (g_ptr_array_index (report->sections, i));
  g_assert_cmpuint (length, <, 100000);
  assert_row (report, "…", "More, not listed here", WAXSEAL_REPORT_PLAIN);
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WaxsealManifestReport) report = NULL;

  waxseal_record_set_text (fixture->addin, "display-name", "");
  report = waxseal_manifest_report_new (fixture->draft, WHEN);
  assert_row (report, "Display name", "Not given", WAXSEAL_REPORT_PLAIN);
}

static const char *
find_value (GPtrArray *rows, const char *label)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const WaxsealReportRow *row = g_ptr_array_index (rows, i);

      if (g_str_equal (row->label, label))
        return row->value;
    }
  g_error ("There is no row “%s”", label);
  return NULL;
}

/* What the window's summary has of it. */
static void
test_parts (Fixture *fixture, gconstpointer data)
{
  static const char broken[] = "<OfficeApp";
  WaxsealManifestDocument *document = waxseal_manifest_draft_get_document (fixture->draft);
  g_autoptr (GPtrArray) surfaces = waxseal_manifest_report_list_surfaces (document);
  g_autoptr (GPtrArray) needs = waxseal_manifest_report_list_needs (document);
  g_autoptr (GBytes) bytes = g_bytes_new_static (broken, strlen (broken));
  g_autoptr (WaxsealManifestDocument) other = waxseal_manifest_document_new (bytes);
  g_autoptr (GPtrArray) nothing = waxseal_manifest_report_list_surfaces (other);
  g_autoptr (GPtrArray) no_needs = waxseal_manifest_report_list_needs (other);

  g_assert_nonnull (
    strstr (find_value (surfaces, "Message being written"), "“Encrypt” opens http"));
  g_assert_cmpstr (find_value (needs, "Needs of Outlook"), ==, "Mailbox 1.3");
  g_assert_cmpstr (find_value (needs, "For VersionOverrides 1.1"), ==, "Mailbox 1.5");
  g_assert_nonnull (strstr (find_value (needs, "Trusted domains"), "https://"));
  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpuint (no_needs->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, run) g_test_add ("/manifest/report/" name, Fixture, NULL, set_up, run, tear_down)
  ADD ("contents", test_contents);
  ADD ("from-cres", test_from_cres);
  ADD ("findings", test_findings);
  ADD ("bounds", test_bounds);
  ADD ("empty", test_unreadable);
  ADD ("parts", test_parts);
#undef ADD
  return g_test_run ();
}
