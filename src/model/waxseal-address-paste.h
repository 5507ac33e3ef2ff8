/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "waxseal-pasted-address.h"

G_BEGIN_DECLS

#define WAXSEAL_ADDRESS_PASTE_MAX_BYTES     (10 * 1024 * 1024)
#define WAXSEAL_ADDRESS_PASTE_MAX_ADDRESSES 100000

/*
 * What was pasted or is in a file as a list of addresses, and what became of each word, immutable:
 * lines, or what commas, semicolons and tabs separate, with names and without, or a table with a
 * column of addresses, as Excel and the admin centers export it.
 */
#define WAXSEAL_TYPE_ADDRESS_PASTE (waxseal_address_paste_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealAddressPaste, waxseal_address_paste, WAXSEAL, ADDRESS_PASTE, GObject)

WaxsealAddressPaste *waxseal_address_paste_new (const char *data, gsize length);

/* In another thread: a long list takes a moment. */
void waxseal_address_paste_read_async (GBytes *bytes,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
WaxsealAddressPaste *waxseal_address_paste_read_finish (GAsyncResult *result, GError **error);

/* Of WaxsealPastedAddress; of those not taken only so many as anybody reads. */
GListModel *waxseal_address_paste_get_taken (WaxsealAddressPaste *self);
GListModel *waxseal_address_paste_get_repeated (WaxsealAddressPaste *self);
GListModel *waxseal_address_paste_get_refused (WaxsealAddressPaste *self);
guint waxseal_address_paste_get_n_repeated (WaxsealAddressPaste *self);
guint waxseal_address_paste_get_n_refused (WaxsealAddressPaste *self);

char **waxseal_address_paste_dup_addresses (WaxsealAddressPaste *self);
char *waxseal_address_paste_describe (WaxsealAddressPaste *self);
const char *waxseal_address_paste_get_problem (WaxsealAddressPaste *self);

G_END_DECLS
