/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-record.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_JOURNAL_ENTRY (waxseal_journal_entry_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealJournalEntry,
                      waxseal_journal_entry,
                      WAXSEAL,
                      JOURNAL_ENTRY,
                      WaxsealRecord)

G_END_DECLS
