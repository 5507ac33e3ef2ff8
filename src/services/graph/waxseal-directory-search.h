/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-directory-entry.h"
#include "waxseal-graph.h"

G_BEGIN_DECLS

/** WaxsealDirectoryKind: what is searched for. */
typedef enum
{
  WAXSEAL_DIRECTORY_PEOPLE,
  WAXSEAL_DIRECTORY_GROUPS,
} WaxsealDirectoryKind;

/*
 * A GListModel of WaxsealDirectoryEntry: the people or groups of the tenant whose name or address
 * begins as the text does, or all for "". The rows of the text before stay until those of the new
 * one are there. Not all rows are kept: looking at one that is not loaded gives an entry without an
 * id, loads its page, and changes its items; so do not sort or filter this model.
 * Properties: "text" (writable); "loading", "has-more" (whether more() brings more), "found"
 * (gint64, how many there are in all, -1 while that is not known) and "error" (boxed GError or
 * NULL, of the last load: see waxseal-graph.h), all notified.
 */
#define WAXSEAL_TYPE_DIRECTORY_SEARCH (waxseal_directory_search_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealDirectorySearch,
                      waxseal_directory_search,
                      WAXSEAL,
                      DIRECTORY_SEARCH,
                      GObject)

WaxsealDirectorySearch *waxseal_directory_search_new (WaxsealGraph *graph,
                                                      WaxsealDirectoryKind kind);

const char *const *waxseal_directory_search_get_scopes (void);

const char *waxseal_directory_search_get_text (WaxsealDirectorySearch *self);
void waxseal_directory_search_set_text (WaxsealDirectorySearch *self, const char *text);
void waxseal_directory_search_more (WaxsealDirectorySearch *self);

gboolean waxseal_directory_search_is_loading (WaxsealDirectorySearch *self);
gboolean waxseal_directory_search_has_more (WaxsealDirectorySearch *self);
gint64 waxseal_directory_search_get_found (WaxsealDirectorySearch *self);
const GError *waxseal_directory_search_get_error (WaxsealDirectorySearch *self);

G_END_DECLS
