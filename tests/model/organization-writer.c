/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saves an organisation over and over, as the window does, until it is killed. Says the number of a
 * version on a line as soon as it is said to be saved.
 * Usage: organization-writer FOLDER ID */
#include <string.h>
#include <unistd.h>

#include "store-fixture.h"

typedef struct
{
  WaxsealOrganization *organization;
  guint version;
} Writer;

static void
announce (guint version)
{
  g_autofree char *line = g_strdup_printf ("%u\n", version);

  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    _exit (1);
}

static void
save_next_version (Writer *writer)
{
  g_autofree char *name = g_strdup_printf ("%u", ++writer->version);
  g_autofree char *notes = g_strnfill ((writer->version * 97) % 50000, 'n');

  waxseal_record_set_text (waxseal_organization_get_cres_account (writer->organization),
                           "notes",
                           notes);
  waxseal_record_set_text (writer->organization, "name", name);
}

static void
saved_cb (WaxsealOrganizationStore *store, Writer *writer)
{
  announce (writer->version);
  save_next_version (writer);
}

int
main (int argc, char **argv)
{
  g_autoptr (WaxsealOrganizationStore) store = store_fixture_create_store (argv[1], 0);
  Writer writer = { 0 };

  writer.organization = store_fixture_load (store, argv[2], NULL);
  writer.version = g_ascii_strtoull (waxseal_organization_get_name (writer.organization), NULL, 10);
  announce (writer.version);
  g_signal_connect (store, "saved", G_CALLBACK (saved_cb), &writer);
  save_next_version (&writer);
  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}
