/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** WaxsealUnmatchedReason: why an address is nobody who can be named for a phase, as far as known.
 */
typedef enum
{
  WAXSEAL_UNMATCHED_NOBODY, /* nothing in the tenant has it */
  WAXSEAL_UNMATCHED_GUEST,
  WAXSEAL_UNMATCHED_DISABLED,
  WAXSEAL_UNMATCHED_NO_MAILBOX,
  WAXSEAL_UNMATCHED_GROUP_WITHOUT_MAIL, /* also one that only has the same alias */
  WAXSEAL_UNMATCHED_SEVERAL,
  WAXSEAL_UNMATCHED_SAME, /* somebody who is in the list by another address */
} WaxsealUnmatchedReason;

/*
 * An address without a recipient of its own, immutable. Properties, texts: "address" as it was
 * typed, "name" of what comes closest ("" where nothing does) and "message", why, translated.
 */
#define WAXSEAL_TYPE_UNMATCHED_ADDRESS (waxseal_unmatched_address_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealUnmatchedAddress,
                      waxseal_unmatched_address,
                      WAXSEAL,
                      UNMATCHED_ADDRESS,
                      GObject)

WaxsealUnmatchedAddress *waxseal_unmatched_address_new (WaxsealUnmatchedReason reason,
                                                        const char *address,
                                                        const char *name);

WaxsealUnmatchedReason waxseal_unmatched_address_get_reason (WaxsealUnmatchedAddress *self);
const char *waxseal_unmatched_address_get_address (WaxsealUnmatchedAddress *self);
const char *waxseal_unmatched_address_get_name (WaxsealUnmatchedAddress *self);
char *waxseal_unmatched_address_dup_message (WaxsealUnmatchedAddress *self);

G_END_DECLS
