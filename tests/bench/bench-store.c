/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long it takes to open one organisation of one and one of 1,000, and to list 1,000.
 * Usage: bench-store */

#include <stdlib.h>

#include "store-fixture.h"

#define N_RUNS  101
#define N_SCANS 11

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  const double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

static double
get_median (double *times, guint n_times)
{
  qsort (times, n_times, sizeof *times, compare_cb);
  return times[n_times / 2];
}

/* As at a start: a store that has read nothing yet. In ms. */
static double
time_load (const char *folder, const char *id)
{
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (WaxsealOrganizationStore) store = store_fixture_create_store (folder, NO_SAVE);
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealOrganization) organization = store_fixture_load (store, id, &error);

  g_assert_no_error (error);
  return g_timer_elapsed (timer, NULL) * 1000;
}

static double
time_scan (const char *folder, guint n_wanted)
{
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (WaxsealOrganizationStore) store = store_fixture_create_store (folder, NO_SAVE);

  store_fixture_scan (store);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, n_wanted);
  return g_timer_elapsed (timer, NULL) * 1000;
}

static double
get_median_load (const char *folder, const char *id)
{
  double times[N_RUNS];
  guint i;

  for (i = 0; i < N_RUNS; i++)
    times[i] = time_load (folder, id);
  return get_median (times, N_RUNS);
}

static double
get_median_scan (const char *folder, guint n_wanted)
{
  double times[N_SCANS];
  guint i;

  for (i = 0; i < N_SCANS; i++)
    times[i] = time_scan (folder, n_wanted);
  return get_median (times, N_SCANS);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = store_fixture_create_folder ();
  g_autofree char *id = store_fixture_create_file (folder, "Contoso");
  double one, thousand;
  guint i;

  one = get_median_load (folder, id);
  for (i = 1; i < 1000; i++)
    g_free (store_fixture_create_file (folder, "Fabrikam"));
  thousand = get_median_load (folder, id);

  g_print ("%-28s %10s\n", "median", "ms");
  g_print ("%-28s %10.3f\n", "open the only one", one);
  g_print ("%-28s %10.3f\n", "open one of 1,000", thousand);
  g_print ("%-28s %10.3f\n", "list 1,000", get_median_scan (folder, 1000));
  store_fixture_delete (folder);
  return 0;
}
