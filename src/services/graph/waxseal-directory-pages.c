/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-directory-pages.h"

#include "waxseal-json.h"

typedef struct
{
  char *address;
  guint start;
  guint length;    /* known once it was loaded, and kept without the rows */
  GPtrArray *rows; /* or NULL */
  guint64 looked_at;
  gboolean is_loaded;    /* now or before */
  gboolean is_requested; /* and on its way */
} Page;

struct _WaxsealDirectoryPages
{
  GPtrArray *pages; /* the last may be one that was not loaded yet */
  guint n_loaded;
  guint64 clock; /* counts looks */
};

static void
free_page (gpointer user_data)
{
  Page *page = user_data;

  g_free (page->address);
  g_clear_pointer (&page->rows, g_ptr_array_unref);
  g_free (page);
}

static void
add_page (WaxsealDirectoryPages *self, const char *address, guint start)
{
  Page *page = g_new0 (Page, 1);

  page->address = g_strdup (address);
  page->start = start;
  g_ptr_array_add (self->pages, page);
}

/** waxseal_directory_pages_new: @first_address: where the first page is. */
WaxsealDirectoryPages *
waxseal_directory_pages_new (const char *first_address)
{
  WaxsealDirectoryPages *self = g_new0 (WaxsealDirectoryPages, 1);

  self->pages = g_ptr_array_new_with_free_func (free_page);
  add_page (self, first_address, 0);
  return self;
}

/** waxseal_directory_pages_free: @self: (transfer full): no longer needed */
void
waxseal_directory_pages_free (WaxsealDirectoryPages *self)
{
  g_ptr_array_unref (self->pages);
  g_free (self);
}

/** waxseal_directory_pages_get_n_rows: Returns: how many rows were loaded, now or before. */
guint
waxseal_directory_pages_get_n_rows (WaxsealDirectoryPages *self)
{
  Page *last = g_ptr_array_index (self->pages, self->pages->len - 1);

  return last->start + last->length;
}

static guint
find_page (WaxsealDirectoryPages *self, guint position)
{
  guint low = 0, high = self->pages->len - 1;

  while (low < high)
    {
      guint middle = (low + high + 1) / 2;
      Page *page = g_ptr_array_index (self->pages, middle);

      if (page->start <= position)
        low = middle;
      else
        high = middle - 1;
    }
  return low;
}

/**
 * waxseal_directory_pages_look_at:
 * @position: less than the number of rows
 * @page: (out): the page that it is on
 *
 * Returns: (transfer none) (nullable): the row; %NULL where its page has to be loaded again
 */
WaxsealDirectoryEntry *
waxseal_directory_pages_look_at (WaxsealDirectoryPages *self, guint position, guint *page)
{
  Page *found;

  *page = find_page (self, position);
  found = g_ptr_array_index (self->pages, *page);
  found->looked_at = ++self->clock;
  return found->rows != NULL ? g_ptr_array_index (found->rows, position - found->start) : NULL;
}

/** waxseal_directory_pages_has_more: Returns: whether there is a page that was not loaded yet. */
gboolean
waxseal_directory_pages_has_more (WaxsealDirectoryPages *self)
{
  Page *last = g_ptr_array_index (self->pages, self->pages->len - 1);

  return !last->is_loaded;
}

/** waxseal_directory_pages_get_next: Returns: that page. */
guint
waxseal_directory_pages_get_next (WaxsealDirectoryPages *self)
{
  return self->pages->len - 1;
}

/**
 * waxseal_directory_pages_request:
 *
 * Returns: (transfer none) (nullable): where to load @page from, once; %NULL where it is there, or
 *   was requested already
 */
const char *
waxseal_directory_pages_request (WaxsealDirectoryPages *self, guint page)
{
  Page *wanted = g_ptr_array_index (self->pages, page);

  if (wanted->rows != NULL || wanted->is_requested)
    return NULL;
  wanted->is_requested = TRUE;
  return wanted->address;
}

/** waxseal_directory_pages_forget_request: Lets @page, which did not come, be requested again. */
void
waxseal_directory_pages_forget_request (WaxsealDirectoryPages *self, guint page)
{
  Page *wanted = g_ptr_array_index (self->pages, page);

  wanted->is_requested = FALSE;
}

static GPtrArray *
read_rows (JsonArray *items)
{
  guint length = json_array_get_length (items);
  GPtrArray *rows = g_ptr_array_new_full (length, g_object_unref);

  for (guint i = 0; i < length; i++)
    g_ptr_array_add (rows, waxseal_directory_entry_new (waxseal_json_array_get_object (items, i)));
  return rows;
}

/**
 * waxseal_directory_pages_fill:
 * @page: that was requested
 * @items: what is on it
 * @next_address: (nullable): where the next page is
 *
 * Where @page was loaded before, its followers stay as they were, though the directory may have
 * changed in between.
 *
 * Returns: what that changes
 */
WaxsealDirectoryChange
waxseal_directory_pages_fill (WaxsealDirectoryPages *self,
                              guint page,
                              JsonArray *items,
                              const char *next_address)
{
  Page *filled = g_ptr_array_index (self->pages, page);
  WaxsealDirectoryChange change = { filled->start, filled->length, json_array_get_length (items) };

  filled->rows = read_rows (items);
  filled->length = change.added;
  filled->is_requested = FALSE;
  filled->looked_at = ++self->clock;
  self->n_loaded++;
  if (!filled->is_loaded && next_address != NULL)
    add_page (self, next_address, filled->start + filled->length);
  filled->is_loaded = TRUE;
  for (guint i = page + 1; i < self->pages->len; i++)
    {
      Page *before = g_ptr_array_index (self->pages, i - 1);
      Page *follower = g_ptr_array_index (self->pages, i);

      follower->start = before->start + before->length;
    }
  return change;
}

/**
 * waxseal_directory_pages_evict:
 * @change: (out): what that changes
 *
 * Returns: whether there were more pages with rows than there should be, so that the one that was
 *   looked at the longest time ago lost its own
 */
gboolean
waxseal_directory_pages_evict (WaxsealDirectoryPages *self, WaxsealDirectoryChange *change)
{
  Page *oldest = NULL;

  if (self->n_loaded <= WAXSEAL_DIRECTORY_MAX_LOADED)
    return FALSE;
  for (guint i = 0; i < self->pages->len; i++)
    {
      Page *page = g_ptr_array_index (self->pages, i);

      if (page->rows != NULL && (oldest == NULL || page->looked_at < oldest->looked_at))
        oldest = page;
    }
  g_clear_pointer (&oldest->rows, g_ptr_array_unref);
  self->n_loaded--;
  *change = (WaxsealDirectoryChange){ oldest->start, oldest->length, oldest->length };
  return TRUE;
}
