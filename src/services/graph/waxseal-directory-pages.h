/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The pages of a query, of which only those looked at last have their rows. A chain of nextLinks
 * goes forward only, but each link can be followed again: a page that was left keeps just that.
 */
#pragma once

#include "waxseal-directory-entry.h"

G_BEGIN_DECLS

/* 1000 rows of 25: several times what a list shows around its place. */
#define WAXSEAL_DIRECTORY_MAX_LOADED 40

typedef struct _WaxsealDirectoryPages WaxsealDirectoryPages;

/** WaxsealDirectoryChange: as of #GListModel::items-changed. */
typedef struct
{
  guint position;
  guint removed;
  guint added;
} WaxsealDirectoryChange;

WaxsealDirectoryPages *waxseal_directory_pages_new (const char *first_address);
void waxseal_directory_pages_free (WaxsealDirectoryPages *self);

guint waxseal_directory_pages_get_n_rows (WaxsealDirectoryPages *self);
WaxsealDirectoryEntry *
waxseal_directory_pages_look_at (WaxsealDirectoryPages *self, guint position, guint *page);

gboolean waxseal_directory_pages_has_more (WaxsealDirectoryPages *self);
guint waxseal_directory_pages_get_next (WaxsealDirectoryPages *self);
const char *waxseal_directory_pages_request (WaxsealDirectoryPages *self, guint page);
void waxseal_directory_pages_forget_request (WaxsealDirectoryPages *self, guint page);

WaxsealDirectoryChange waxseal_directory_pages_fill (WaxsealDirectoryPages *self,
                                                     guint page,
                                                     JsonArray *items,
                                                     const char *next_address);
gboolean waxseal_directory_pages_evict (WaxsealDirectoryPages *self,
                                        WaxsealDirectoryChange *change);

G_END_DECLS
