/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "test-manifest-base.h"
#include "test-manifest-helpers.h"
#include "waxseal-finding.h"
#include "waxseal-locale-names.h"
#include "waxseal-manifest-draft.h"
#include "waxseal-manifest-read.h"
#include "waxseal-manifest-release.h"
#include "waxseal-organization-defaults.h"

#define IMPORTED                                                                                   \
  "<OfficeApp xmlns=\"http://schemas.microsoft.com/office/appforoffice/1.1\">\r\n"                 \
  "\t<Id>imported</Id>\r\n\t<Version>2.0</Version><!-- kept -->\r\n</OfficeApp>\r\n"

static void
count_cb (guint *count)
{
  (*count)++;
}

static WaxsealManifestDraft *
create_draft (WaxsealOrganization *organization, guint *count)
{
  WaxsealManifestDraft *draft = waxseal_manifest_draft_new (organization);

  *count = 0;
  g_signal_connect_swapped (draft, "rebuilt", G_CALLBACK (count_cb), count);
  return draft;
}

static WaxsealOrganization *
create_organization (const char *name)
{
  WaxsealOrganization *organization = waxseal_organization_new (name, WAXSEAL_CLOUD_GLOBAL);

  waxseal_record_set_text (waxseal_organization_get_addin (organization), "version", "1.0.0.0");
  return organization;
}

static guint
count_rule (WaxsealManifestDraft *draft, const char *rule)
{
  GListModel *findings = waxseal_manifest_draft_get_findings (draft);
  guint i, n = 0;

  for (i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (WaxsealFinding) finding = g_list_model_get_item (findings, i);

      n += g_str_equal (waxseal_finding_get_rule (finding), rule);
    }
  return n;
}

static gboolean
contains (WaxsealManifestDraft *draft, const char *text)
{
  WaxsealManifestDocument *document = waxseal_manifest_draft_get_document (draft);

  return strstr (waxseal_manifest_document_get_text (document), text) != NULL;
}

static void
test_follows (void)
{
  g_autoptr (WaxsealOrganization) organization = create_organization ("Contoso");
  guint count;
  g_autoptr (WaxsealManifestDraft) draft = create_draft (organization, &count);
  WaxsealAddinIdentity *addin = waxseal_organization_get_addin (organization);

  g_assert_true (waxseal_manifest_draft_is_assumed (draft));
  g_assert_cmpuint (count_rule (draft, "assumed"), ==, 1);

  waxseal_record_set_text (addin, "provider-name", "Contoso Ltd");
  g_assert_cmpuint (count, ==, 1);
  g_assert_true (contains (draft, "<ProviderName>Contoso Ltd</ProviderName>"));
  waxseal_record_set_text (addin, "provider-name", "Contoso Ltd");
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpuint (count_rule (draft, "assumed"), ==, 1);
}

static void
test_adopt (void)
{
  g_autoptr (WaxsealOrganization) organization = create_organization ("Contoso");
  guint count;
  g_autoptr (WaxsealManifestDraft) draft = create_draft (organization, &count);
  g_autoptr (WaxsealManifestDocument) document = read_text (IMPORTED);
  WaxsealAddinIdentity *addin = waxseal_organization_get_addin (organization);
  GBytes *bytes;

  waxseal_manifest_draft_adopt (draft, document, "manifest.xml", TRUE);
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpstr (waxseal_record_get_text (addin, "id"), ==, "imported");
  g_assert_cmpstr (waxseal_record_get_text (addin, "provider-name"), ==, "");
  g_assert_false (waxseal_manifest_draft_is_assumed (draft));
  g_assert_cmpuint (count_rule (draft, "assumed"), ==, 0);
  bytes = waxseal_manifest_draft_get_bytes (draft);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL),
                   g_bytes_get_size (bytes),
                   IMPORTED,
                   strlen (IMPORTED));

  waxseal_record_set_text (addin, "version", "2.0.0.1");
  g_assert_cmpuint (count, ==, 2);
  g_assert_true (contains (draft, "\t<Version>2.0.0.1</Version><!-- kept -->\r\n"));
}

/* Another draft of the same organisation, as after the application was closed. */
static void
test_reopened (void)
{
  g_autoptr (WaxsealOrganization) organization = create_organization ("Contoso");
  guint count;
  g_autoptr (WaxsealManifestDraft) draft = create_draft (organization, &count);
  g_autoptr (WaxsealManifestDraft) later = NULL;
  g_autoptr (WaxsealManifestDocument) document = read_text (IMPORTED);

  waxseal_manifest_draft_adopt (draft, document, "manifest.xml", FALSE);
  g_assert_true (waxseal_manifest_draft_is_assumed (draft));
  g_assert_cmpuint (count_rule (draft, "assumed"), ==, 0);
  later = waxseal_manifest_draft_new (organization);
  g_assert_true (g_bytes_equal (waxseal_manifest_draft_get_bytes (later),
                                waxseal_manifest_draft_get_bytes (draft)));
  g_object_set (waxseal_organization_get_manifest (organization), "lines", NULL, NULL);
  g_assert_cmpuint (count_rule (later, "assumed"), ==, 1);
  g_assert_true (contains (later, "<VersionOverrides"));
}

static void
test_refused (void)
{
  g_autoptr (WaxsealOrganization) organization = create_organization ("Contoso");
  guint count;
  g_autoptr (WaxsealManifestDraft) draft = create_draft (organization, &count);
  g_autoptr (WaxsealManifestDocument) document = read_text ("<html/>");
  WaxsealAddinIdentity *addin = waxseal_organization_get_addin (organization);

  waxseal_manifest_draft_adopt (draft, document, "manifest.xml", TRUE);
  g_assert_cmpuint (count, ==, 0);
  g_assert_cmpstr (waxseal_record_get_text (addin, "version"), ==, "1.0.0.0");
  g_assert_true (
    waxseal_manifest_source_is_empty (waxseal_organization_get_manifest (organization)));
}

static const struct
{
  const char *name;
  const char *version;
  const char *file_name;
} file_names[] = {
  { "Contoso", "1.0.0.0", "waxseal-contoso-1.0.0.0.xml" },
  { " Contoso & Söhne / Test ", "2", "waxseal-contoso-söhne-test-2.xml" },
  { "../../etc/passwd", "../1", "waxseal-etc-passwd-..-1.xml" },
  { "暗号", "", "waxseal-暗号.xml" },
  { "!!!", "1.0", "waxseal-manifest-1.0.xml" },
  { "", "", "waxseal-manifest.xml" },
};

static void
test_file_names (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (file_names); i++)
    {
      g_autoptr (WaxsealOrganization) organization = create_organization (file_names[i].name);
      g_autoptr (WaxsealManifestDraft) draft = waxseal_manifest_draft_new (organization);
      g_autofree char *file_name = NULL;

      waxseal_record_set_text (waxseal_organization_get_addin (organization),
                               "version",
                               file_names[i].version);
      file_name = waxseal_manifest_draft_dup_file_name (draft);
      g_assert_cmpstr (file_name, ==, file_names[i].file_name);
    }
}

/* The organisation may live longer than what follows it. */
static void
test_outlived (void)
{
  g_autoptr (WaxsealOrganization) organization = create_organization ("Contoso");
  guint count;
  WaxsealManifestDraft *draft = create_draft (organization, &count);

  g_object_add_weak_pointer (G_OBJECT (draft), (gpointer *) &draft);
  g_object_unref (draft);
  g_assert_null (draft);
  waxseal_record_set_text (waxseal_organization_get_addin (organization), "id", "x");
  g_assert_cmpuint (count, ==, 0);
}

static WaxsealFinding *
get_finding (WaxsealManifestDraft *draft, const char *rule)
{
  GListModel *findings = waxseal_manifest_draft_get_findings (draft);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (WaxsealFinding) finding = g_list_model_get_item (findings, i);

      if (g_str_equal (waxseal_finding_get_rule (finding), rule))
        return g_steal_pointer (&finding);
    }
  g_assert_not_reached ();
}

static char *
dup_text (WaxsealManifestDraft *draft)
{
  return g_strdup (
    waxseal_manifest_document_get_text (waxseal_manifest_draft_get_document (draft)));
}

/* A fix of a field is made in the field, and only there; undone, all is as before. */
static void
test_fix_field (void)
{
  g_autoptr (WaxsealOrganization) organization = create_organization ("Contoso");
  WaxsealAddinIdentity *addin = waxseal_organization_get_addin (organization);
  WaxsealManifestSource *source = waxseal_organization_get_manifest (organization);
  guint count;
  g_autoptr (WaxsealManifestDraft) draft = create_draft (organization, &count);
  g_autoptr (WaxsealFinding) finding = NULL;
  g_autoptr (WaxsealManifestUndo) undo = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  waxseal_record_set_text (addin, "version", "2.1");
  before = dup_text (draft);
  finding = get_finding (draft, "version-four-parts");
  count = 0;
  undo = waxseal_manifest_draft_fix (draft, finding);
  g_assert_nonnull (undo);
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpstr (waxseal_record_get_text (addin, "version"), ==, "2.1.0.0");
  g_assert_true (contains (draft, "<Version>2.1.0.0<"));
  g_assert_cmpuint (count_rule (draft, "version-four-parts"), ==, 0);
  g_assert_true (waxseal_manifest_source_is_empty (source));

  waxseal_record_set_text (addin, "provider-name", "Fabrikam");
  waxseal_manifest_draft_undo (draft, undo);
  g_assert_cmpstr (waxseal_record_get_text (addin, "version"), ==, "2.1");
  g_assert_cmpstr (waxseal_record_get_text (addin, "provider-name"), ==, "Fabrikam");
  waxseal_record_set_text (addin, "provider-name", "Cisco");
  after = dup_text (draft);
  g_assert_cmpstr (after, ==, before);
}

/* A fix of what is no field is made in the imported manifest, which stays the one it was. */
static void
test_fix_source (void)
{
  g_autofree char *text = edit_manifest ("id=\"TabDefault\"", "id=\"TabHome\"");
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (WaxsealManifestDocument) document = waxseal_manifest_document_new (bytes);
  g_autoptr (WaxsealOrganization) organization = create_organization ("Contoso");
  WaxsealManifestSource *source = waxseal_organization_get_manifest (organization);
  guint count;
  g_autoptr (WaxsealManifestDraft) draft = create_draft (organization, &count);
  g_autoptr (WaxsealFinding) finding = NULL;
  g_autoptr (WaxsealManifestUndo) undo = NULL;
  g_autofree char *fixed = NULL;
  g_autofree char *after = NULL;

  waxseal_manifest_draft_adopt (draft, document, "vendor.xml", TRUE);
  finding = get_finding (draft, "tab");
  count = 0;
  undo = waxseal_manifest_draft_fix (draft, finding);
  g_assert_nonnull (undo);
  g_assert_cmpuint (count, ==, 1);
  fixed = dup_text (draft);
  g_assert_cmpstr (fixed, ==, base_manifest);
  g_assert_cmpstr (waxseal_record_get_text (source, "file-name"), ==, "vendor.xml");
  g_assert_true (waxseal_record_get_flag (source, "from-cres"));

  waxseal_manifest_draft_undo (draft, undo);
  after = dup_text (draft);
  g_assert_cmpstr (after, ==, text);
  g_assert_cmpuint (count_rule (draft, "tab"), ==, 1);
}

/* What Waxseal itself proposes has nothing to mend, but that it is assumed. */
static void
test_defaults (void)
{
  g_autoptr (WaxsealOrganization) organization = create_organization ("Contoso");
  g_autoptr (WaxsealManifestDraft) draft = waxseal_manifest_draft_new (organization);
  GListModel *findings = waxseal_manifest_draft_get_findings (draft);

  g_assert_cmpuint (g_list_model_get_n_items (findings), ==, 1);
  g_assert_cmpuint (count_rule (draft, "assumed"), ==, 1);
}

static void
test_fix_nothing (void)
{
  g_autoptr (WaxsealOrganization) organization = create_organization ("Contoso");
  guint count;
  g_autoptr (WaxsealManifestDraft) draft = create_draft (organization, &count);
  g_autoptr (WaxsealFinding) finding = get_finding (draft, "assumed");

  g_assert_null (waxseal_manifest_draft_fix (draft, finding));
  g_assert_cmpuint (count, ==, 0);
}

/* A file may name a language as often as it likes: the first counts, and the others are gone. */
static void
test_same_language (void)
{
  g_autoptr (WaxsealOrganization) organization = create_organization ("Contoso");
  WaxsealAddinIdentity *addin = waxseal_organization_get_addin (organization);
  g_autoptr (WaxsealManifestDraft) draft = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("Nom %u.", i);
      g_autoptr (WaxsealLocaleNames) names =
        g_object_new (WAXSEAL_TYPE_LOCALE_NAMES, "locale", "fr-FR", "display-name", name, NULL);

      g_list_store_append (waxseal_record_get_list (addin, "locales"), names);
    }
  draft = waxseal_manifest_draft_new (organization);
  g_assert_true (contains (draft, "Nom 0."));
  for (guint i = 1; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("Nom %u.", i);

      g_assert_false (contains (draft, name));
    }
}

static void
assert_not_higher (WaxsealManifestDraft *draft, guint n_wanted)
{
  g_assert_cmpuint (count_rule (draft, "version-not-higher"), ==, n_wanted);
}

static void
test_not_higher (void)
{
  g_autoptr (WaxsealOrganization) organization = create_organization ("Contoso");
  guint count;
  g_autoptr (WaxsealManifestDraft) draft = create_draft (organization, &count);
  WaxsealAddinIdentity *addin = waxseal_organization_get_addin (organization);

  waxseal_record_set_text (addin, "provider-name", "Contoso Ltd");
  assert_not_higher (draft, 0);
  waxseal_manifest_release_note (draft, waxseal_manifest_draft_get_bytes (draft), "1.0.0.0");
  assert_not_higher (draft, 0);
  waxseal_record_set_text (addin, "provider-name", "Contoso");
  assert_not_higher (draft, 1);
  waxseal_record_set_text (addin, "version", "1.0.0.1");
  assert_not_higher (draft, 0);
  waxseal_record_set_text (addin, "version", "1.0.0.0");
  waxseal_record_set_text (addin, "provider-name", "Contoso Ltd");
  assert_not_higher (draft, 0);
  waxseal_record_set_text (addin, "version", "0.9.9.9");
  assert_not_higher (draft, 1);
  waxseal_manifest_release_note (draft, waxseal_manifest_draft_get_bytes (draft), "0.9.9.9");
  assert_not_higher (draft, 0);
}

static void
test_not_higher_imported (void)
{
  g_autoptr (WaxsealOrganization) organization = create_organization ("Contoso");
  guint count;
  g_autoptr (WaxsealManifestDraft) draft = create_draft (organization, &count);
  g_autoptr (WaxsealManifestDocument) document = read_text (IMPORTED);
  WaxsealAddinIdentity *addin = waxseal_organization_get_addin (organization);

  waxseal_manifest_draft_adopt (draft, document, "manifest.xml", TRUE);
  assert_not_higher (draft, 0);
  waxseal_record_set_text (addin, "id", "other");
  assert_not_higher (draft, 1);
  waxseal_record_set_text (addin, "version", "2.0.0.1");
  assert_not_higher (draft, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/manifest-draft/follows", test_follows);
  g_test_add_func ("/manifest-draft/adopt", test_adopt);
  g_test_add_func ("/manifest-draft/reopened", test_reopened);
  g_test_add_func ("/manifest-draft/refused", test_refused);
  g_test_add_func ("/manifest-draft/file-names", test_file_names);
  g_test_add_func ("/manifest-draft/outlived", test_outlived);
  g_test_add_func ("/manifest-draft/defaults", test_defaults);
  g_test_add_func ("/manifest-draft/fix-field", test_fix_field);
  g_test_add_func ("/manifest-draft/fix-source", test_fix_source);
  g_test_add_func ("/manifest-draft/fix-nothing", test_fix_nothing);
  g_test_add_func ("/manifest-draft/same-language", test_same_language);
  g_test_add_func ("/manifest-draft/not-higher", test_not_higher);
  g_test_add_func ("/manifest-draft/not-higher-imported", test_not_higher_imported);
  return g_test_run ();
}
