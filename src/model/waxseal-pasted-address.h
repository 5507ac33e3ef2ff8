/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "waxseal-address-word.h"

G_BEGIN_DECLS

/*
 * One word of a pasted list, immutable. Properties: "line" (uint, from 1), "text" (as it was
 * pasted, or the beginning of it), "address" ("" unless it is one) and "message" (why it was not
 * taken, translated; "" where it was).
 */
#define WAXSEAL_TYPE_PASTED_ADDRESS (waxseal_pasted_address_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealPastedAddress,
                      waxseal_pasted_address,
                      WAXSEAL,
                      PASTED_ADDRESS,
                      GObject)

WaxsealPastedAddress *waxseal_pasted_address_new (WaxsealAddressVerdict verdict,
                                                  guint line,
                                                  const char *text,
                                                  const char *address);

WaxsealAddressVerdict waxseal_pasted_address_get_verdict (WaxsealPastedAddress *self);
guint waxseal_pasted_address_get_line (WaxsealPastedAddress *self);
const char *waxseal_pasted_address_get_text (WaxsealPastedAddress *self);
const char *waxseal_pasted_address_get_address (WaxsealPastedAddress *self);
char *waxseal_pasted_address_dup_message (WaxsealPastedAddress *self);

G_END_DECLS
