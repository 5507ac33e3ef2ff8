/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "waxseal-journal.h"

G_BEGIN_DECLS

/** WaxsealSecretFate: what became of a secret that was asked for. */
typedef enum
{
  WAXSEAL_SECRET_NONE,   /* not to be seen (yet) */
  WAXSEAL_SECRET_HELD,   /* it is there, and its value is in the keyring */
  WAXSEAL_SECRET_ORPHAN, /* it is there, and nobody knows its value */
} WaxsealSecretFate;

WaxsealSecretFate waxseal_secret_review_find (JsonArray *credentials,
                                              WaxsealJournalEntry *entry,
                                              GListModel *held,
                                              char **key_id,
                                              char **expires);
gboolean waxseal_secret_review_has (JsonArray *credentials, const char *key_id);

G_END_DECLS
