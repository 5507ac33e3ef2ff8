/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a word is an e-mail address. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** WaxsealAddressVerdict: what a pasted word is. */
typedef enum
{
  WAXSEAL_ADDRESS_FINE,
  WAXSEAL_ADDRESS_REPEATED, /* it is there a second time */
  WAXSEAL_ADDRESS_NAME,     /* without an at sign */
  WAXSEAL_ADDRESS_NO_LOCAL, /* nothing before it */
  WAXSEAL_ADDRESS_NO_DOMAIN,
  WAXSEAL_ADDRESS_SEVERAL_AT,
  WAXSEAL_ADDRESS_PATTERN,
  WAXSEAL_ADDRESS_LINK,
  WAXSEAL_ADDRESS_BAD_LOCAL,
  WAXSEAL_ADDRESS_BAD_DOMAIN,
  WAXSEAL_ADDRESS_TOO_LONG,
  WAXSEAL_ADDRESS_EMPTY_ROW, /* of a table, without an address */
} WaxsealAddressVerdict;

char *
waxseal_address_word_clean (const char *word, GHashTable *domains, WaxsealAddressVerdict *verdict);
char *waxseal_address_verdict_describe (WaxsealAddressVerdict verdict, const char *word);

G_END_DECLS
