/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions: which is higher, which comes next, and when an export needs it. */
#include "waxseal-manifest-release.h"
#include "waxseal-manifest-version.h"

static const struct
{
  const char *version;
  const char *next;
} raises[] = {
  { "1.0.0.0", "1.0.0.1" },
  { "1", "1.0.0.1" },
  { "1.2", "1.2.0.1" },
  { "1.2.3", "1.2.3.1" },
  { "1.2.3.9", "1.2.3.10" },
  { "1.2.3.99999", "1.2.4.0" },
  { "1.99999.99999.99999", "2.0.0.0" },
  { "01.0.0.09", "1.0.0.10" },
  { "99999.99999.99999.99999", NULL },
  { "", NULL },
  { "1.", NULL },
  { ".1", NULL },
  { "1..2", NULL },
  { "1.2.3.4.5", NULL },
  { "1.0.0.100000", NULL },
  { "1.0.-1", NULL },
  { "1.0 ", NULL },
  { "v1.0", NULL },
  { "１.0", NULL },
};

static void
test_raise (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (raises); i++)
    {
      g_autofree char *next = waxseal_manifest_version_raise (raises[i].version);

      g_assert_cmpstr (next, ==, raises[i].next);
      if (next != NULL)
        {
          g_assert_true (waxseal_manifest_version_is_higher (next, raises[i].version));
          g_assert_false (waxseal_manifest_version_is_higher (raises[i].version, next));
        }
    }
}

static void
test_higher (void)
{
  g_assert_true (waxseal_manifest_version_is_higher ("1.0.0.10", "1.0.0.9"));
  g_assert_true (waxseal_manifest_version_is_higher ("2.0", "1.99999.99999.99999"));
  g_assert_false (waxseal_manifest_version_is_higher ("1.0", "1.0.0.0"));
  g_assert_false (waxseal_manifest_version_is_higher ("1.0.0.0", "1"));
  g_assert_true (waxseal_manifest_version_is_higher ("1.0", ""));
  g_assert_false (waxseal_manifest_version_is_higher ("new", "1.0"));
}

static WaxsealManifestDraft *
create_draft (WaxsealOrganization **organization)
{
  *organization = waxseal_organization_new ("Contoso", WAXSEAL_CLOUD_GLOBAL);
  return waxseal_manifest_draft_new (*organization);
}

static void
assert_proposal (WaxsealManifestDraft *draft, const char *wanted)
{
  g_autofree char *proposal = waxseal_manifest_release_propose (draft);

  g_assert_cmpstr (proposal, ==, wanted);
}

static void
export_now (WaxsealManifestDraft *draft)
{
  waxseal_manifest_release_note (draft,
                                 waxseal_manifest_draft_get_bytes (draft),
                                 waxseal_manifest_release_get_version (draft));
}

static void
rename_addin (WaxsealOrganization *organization, const char *name)
{
  waxseal_record_set_text (waxseal_organization_get_addin (organization), "display-name", name);
}

static void
test_export (void)
{
  g_autoptr (WaxsealOrganization) organization = NULL;
  g_autoptr (WaxsealManifestDraft) draft = create_draft (&organization);

  rename_addin (organization, "First");
  assert_proposal (draft, NULL);
  export_now (draft);
  assert_proposal (draft, NULL);
  rename_addin (organization, "Second");
  assert_proposal (draft, "1.0.0.1");
  rename_addin (organization, "First");
  assert_proposal (draft, NULL);

  rename_addin (organization, "Second");
  waxseal_manifest_release_set_version (draft, "0.9");
  assert_proposal (draft, "1.0.0.1");
  waxseal_manifest_release_set_version (draft, "1.0.0.1");
  assert_proposal (draft, NULL);
  export_now (draft);
  rename_addin (organization, "Third");
  assert_proposal (draft, "1.0.0.2");
}

static void
test_import (void)
{
  g_autoptr (WaxsealOrganization) other = NULL;
  g_autoptr (WaxsealManifestDraft) file = create_draft (&other);
  g_autoptr (WaxsealOrganization) organization = NULL;
  g_autoptr (WaxsealManifestDraft) draft = create_draft (&organization);

  waxseal_manifest_release_set_version (file, "3.1");
  waxseal_manifest_draft_adopt (draft,
                                waxseal_manifest_draft_get_document (file),
                                "cres.xml",
                                TRUE);
  assert_proposal (draft, NULL);
  rename_addin (organization, "Changed");
  assert_proposal (draft, "3.1.0.1");
}

/* The copy was never exported. */
static void
test_duplicate (void)
{
  g_autoptr (WaxsealOrganization) organization = NULL;
  g_autoptr (WaxsealManifestDraft) draft = create_draft (&organization);
  g_autoptr (WaxsealOrganization) copy = NULL;
  g_autoptr (WaxsealManifestDraft) copy_draft = NULL;

  export_now (draft);
  rename_addin (organization, "Changed");
  assert_proposal (draft, "1.0.0.1");
  copy = waxseal_organization_duplicate (organization, "Copy");
  copy_draft = waxseal_manifest_draft_new (copy);
  assert_proposal (copy_draft, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/manifest/version/raise", test_raise);
  g_test_add_func ("/manifest/version/higher", test_higher);
  g_test_add_func ("/manifest/release/export", test_export);
  g_test_add_func ("/manifest/release/import", test_import);
  g_test_add_func ("/manifest/release/duplicate", test_duplicate);
  return g_test_run ();
}
