/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-directory-pages.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealDirectoryPages, waxseal_directory_pages_free)

/* @length rows that are called "N.0", "N.1" and so on. */
static WaxsealDirectoryChange
fill (WaxsealDirectoryPages *pages, guint page, guint length, gboolean has_next)
{
  g_autoptr (JsonArray) items = json_array_new ();
  g_autofree char *next = g_strdup_printf ("address-%u", page + 1);

  for (guint i = 0; i < length; i++)
    {
      JsonObject *object = json_object_new ();
      g_autofree char *id = g_strdup_printf ("%u.%u", page, i);

      json_object_set_string_member (object, "id", id);
      json_array_add_object_element (items, object);
    }
  return waxseal_directory_pages_fill (pages, page, items, has_next ? next : NULL);
}

static void
assert_change (WaxsealDirectoryChange change, guint position, guint removed, guint added)
{
  g_assert_cmpuint (change.position, ==, position);
  g_assert_cmpuint (change.removed, ==, removed);
  g_assert_cmpuint (change.added, ==, added);
}

static void
assert_row (WaxsealDirectoryPages *pages, guint position, guint expected_page, const char *id)
{
  guint page;
  WaxsealDirectoryEntry *row = waxseal_directory_pages_look_at (pages, position, &page);

  g_assert_cmpuint (page, ==, expected_page);
  g_assert_cmpstr (row != NULL ? waxseal_directory_entry_get_id (row) : NULL, ==, id);
}

static void
test_growing (void)
{
  g_autoptr (WaxsealDirectoryPages) pages = waxseal_directory_pages_new ("address-0");

  g_assert_cmpuint (waxseal_directory_pages_get_n_rows (pages), ==, 0);
  g_assert_true (waxseal_directory_pages_has_more (pages));
  g_assert_cmpstr (waxseal_directory_pages_request (pages, 0), ==, "address-0");
  g_assert_null (waxseal_directory_pages_request (pages, 0));
  waxseal_directory_pages_forget_request (pages, 0);
  g_assert_cmpstr (waxseal_directory_pages_request (pages, 0), ==, "address-0");
  assert_change (fill (pages, 0, 3, TRUE), 0, 0, 3);

  g_assert_null (waxseal_directory_pages_request (pages, 0));
  g_assert_cmpuint (waxseal_directory_pages_get_next (pages), ==, 1);
  g_assert_cmpstr (waxseal_directory_pages_request (pages, 1), ==, "address-1");
  assert_change (fill (pages, 1, 0, TRUE), 3, 0, 0);
  assert_change (fill (pages, 2, 2, FALSE), 3, 0, 2);
  g_assert_false (waxseal_directory_pages_has_more (pages));
  g_assert_cmpuint (waxseal_directory_pages_get_n_rows (pages), ==, 5);
  assert_row (pages, 0, 0, "0.0");
  assert_row (pages, 2, 0, "0.2");
  assert_row (pages, 3, 2, "2.0");
  assert_row (pages, 4, 2, "2.1");
}

static void
test_none (void)
{
  g_autoptr (WaxsealDirectoryPages) pages = waxseal_directory_pages_new ("address-0");

  assert_change (fill (pages, 0, 0, FALSE), 0, 0, 0);
  g_assert_false (waxseal_directory_pages_has_more (pages));
  g_assert_cmpuint (waxseal_directory_pages_get_n_rows (pages), ==, 0);
}

/* The page that was looked at the longest time ago goes, and comes back with other rows. */
static void
test_leaving (void)
{
  g_autoptr (WaxsealDirectoryPages) pages = waxseal_directory_pages_new ("address-0");
  WaxsealDirectoryChange change;

  for (guint i = 0; i <= WAXSEAL_DIRECTORY_MAX_LOADED; i++)
    {
      g_assert_false (waxseal_directory_pages_evict (pages, &change));
      fill (pages, i, 10, TRUE);
    }
  assert_row (pages, 5, 0, "0.5");
  g_assert_true (waxseal_directory_pages_evict (pages, &change));
  assert_change (change, 10, 10, 10);
  g_assert_false (waxseal_directory_pages_evict (pages, &change));
  assert_row (pages, 5, 0, "0.5");
  assert_row (pages, 10, 1, NULL);
  assert_row (pages, 19, 1, NULL);
  assert_row (pages, 20, 2, "2.0");

  g_assert_cmpstr (waxseal_directory_pages_request (pages, 1), ==, "address-1");
  assert_change (fill (pages, 1, 8, TRUE), 10, 10, 8);
  assert_row (pages, 17, 1, "1.7");
  assert_row (pages, 18, 2, "2.0");
  g_assert_cmpuint (waxseal_directory_pages_get_n_rows (pages),
                    ==,
                    (WAXSEAL_DIRECTORY_MAX_LOADED + 1) * 10 - 2);
  g_assert_cmpuint (waxseal_directory_pages_get_next (pages), ==, WAXSEAL_DIRECTORY_MAX_LOADED + 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/directory-pages/growing", test_growing);
  g_test_add_func ("/directory-pages/none", test_none);
  g_test_add_func ("/directory-pages/leaving", test_leaving);
  return g_test_run ();
}
