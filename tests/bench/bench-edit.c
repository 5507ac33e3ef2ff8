/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long it takes from a changed setting to new bytes and findings: 10,000 edits of a new
 * organisation's manifest, and of the largest valid public one. The aim is a median and a 99th
 * percentile below 1 ms. */
#include <locale.h>
#include <stdlib.h>

#include "waxseal-manifest-draft.h"
#include "waxseal-record.h"

#define N_EDITS 10000

/* Each edit changes the next of these, as a person goes from field to field. */
static const char *const fields[] = {
  "display-name", "description", "provider-name", "button-label", "support-url", "version",
};

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  const gint64 difference = *(const gint64 *) a - *(const gint64 *) b;

  return difference < 0 ? -1 : difference > 0;
}

static void
count_cb (guint *n_rebuilt)
{
  (*n_rebuilt)++;
}

/* A key more or a key less: every edit is a change. */
static gint64
time_edit (WaxsealAddinIdentity *addin, guint i)
{
  const char *field = fields[i % G_N_ELEMENTS (fields)];
  g_autofree char *text = g_strdup_printf ("https://contoso.com/%u", i);
  gint64 start = g_get_monotonic_time ();

  waxseal_record_set_text (addin, field, text);
  return g_get_monotonic_time () - start;
}

static void
measure (const char *name, WaxsealOrganization *organization, WaxsealManifestDraft *draft)
{
  WaxsealAddinIdentity *addin = waxseal_organization_get_addin (organization);
  g_autofree gint64 *times = g_new (gint64, N_EDITS);
  gsize size = g_bytes_get_size (waxseal_manifest_draft_get_bytes (draft));
  guint i, n_rebuilt = 0;

  g_signal_connect_swapped (draft, "rebuilt", G_CALLBACK (count_cb), &n_rebuilt);
  for (i = 0; i < N_EDITS; i++)
    times[i] = time_edit (addin, i);
  if (n_rebuilt != N_EDITS)
    g_error ("%u edits rebuilt it %u times", N_EDITS, n_rebuilt);
  qsort (times, N_EDITS, sizeof *times, compare_cb);
  g_print ("%-34.34s %8zu %10" G_GINT64_FORMAT " %10" G_GINT64_FORMAT " %10" G_GINT64_FORMAT "\n",
           name,
           size,
           times[N_EDITS / 2],
           times[N_EDITS * 99 / 100],
           times[N_EDITS - 1]);
}

static void
measure_default (void)
{
  g_autoptr (WaxsealOrganization) organization =
    waxseal_organization_new ("Contoso", WAXSEAL_CLOUD_GLOBAL);
  g_autoptr (WaxsealManifestDraft) draft = waxseal_manifest_draft_new (organization);

  measure ("a new organization's", organization, draft);
}

static char *
get_folder (void)
{
  const char *shared = g_getenv ("WAXSEAL_SHARED");

  return g_build_filename (shared != NULL ? shared : SHARED_DIR, "reference", "manifests", NULL);
}

/* The name of the largest mail add-in's manifest that Microsoft's schemas take, or NULL. */
static char *
find_largest (const char *folder)
{
  enum
  {
    COLUMN_FILE = 0,
    COLUMN_TYPE = 5,
    COLUMN_BYTES = 10,
    COLUMN_VERDICT = 12,
  };
  g_autofree char *path = g_build_filename (folder, "index.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  char *largest = NULL;
  guint64 most = 0;
  guint i;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return NULL;
  lines = g_strsplit (text, "\n", -1);
  for (i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      guint64 bytes;

      if (g_strv_length (cells) <= COLUMN_VERDICT || !g_str_equal (cells[COLUMN_TYPE], "MailApp") ||
          !g_str_equal (cells[COLUMN_VERDICT], "valid"))
        continue;
      bytes = g_ascii_strtoull (cells[COLUMN_BYTES], NULL, 10);
      if (bytes <= most)
        continue;
      most = bytes;
      g_free (largest);
      largest = g_strdup (cells[COLUMN_FILE]);
    }
  return largest;
}

static void
measure_largest (void)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *name = find_largest (folder);
  g_autofree char *path = NULL;
  g_autoptr (WaxsealOrganization) organization = NULL;
  g_autoptr (WaxsealManifestDraft) draft = NULL;
  g_autoptr (WaxsealManifestDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *data = NULL;
  gsize size;

  if (name == NULL)
    {
      g_print ("(no public manifests in %s)\n", folder);
      return;
    }
  path = g_build_filename (folder, name, NULL);
  if (!g_file_get_contents (path, &data, &size, NULL))
    g_error ("%s cannot be read", path);
  bytes = g_bytes_new_take (data, size);
  document = waxseal_manifest_document_new (bytes);
  organization = waxseal_organization_new ("Contoso", WAXSEAL_CLOUD_GLOBAL);
  draft = waxseal_manifest_draft_new (organization);
  waxseal_manifest_draft_adopt (draft, document, name, FALSE);
  measure (name, organization, draft);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_print ("%-34s %8s %10s %10s %10s\n",
           "10,000 edits of the manifest",
           "bytes",
           "median µs",
           "p99 µs",
           "max µs");
  measure_default ();
  measure_largest ();
  return 0;
}
