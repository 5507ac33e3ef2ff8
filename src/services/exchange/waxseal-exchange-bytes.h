/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/** WaxsealExchangeByteForm: how bytes travel in JSON; which of them Exchange reads is unverified.
 */
typedef enum
{
  WAXSEAL_EXCHANGE_BYTES_BASE64,
  WAXSEAL_EXCHANGE_BYTES_NUMBERS,
} WaxsealExchangeByteForm;

JsonNode *waxseal_exchange_bytes_encode (GBytes *bytes, WaxsealExchangeByteForm form);

G_END_DECLS
