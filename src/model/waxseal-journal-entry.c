/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-journal-entry.h"

/**
 * WaxsealJournalEntry:
 *
 * One change: written before it is sent, settled after it is read back (design.md, principle 3).
 * "subject" is what it is about as the administrator knows it, "object-id" the service's name of
 * what it made or changed, "expires" the end of a secret that it asked for, "marker" what an
 * application that it asked for is tagged with, so that it is known again. "by" is who was signed
 * in, "handed-over" whether another administrator's Waxseal wrote it: then this one read nothing
 * back.
 */
struct _WaxsealJournalEntry
{
  WaxsealRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealJournalEntry, waxseal_journal_entry, WAXSEAL_TYPE_RECORD)

static void
waxseal_journal_entry_class_init (WaxsealJournalEntryClass *klass)
{
  waxseal_record_class_install (klass,
                                waxseal_record_text_pspec ("time"),
                                waxseal_record_text_pspec ("action"),
                                waxseal_record_text_pspec ("subject"),
                                waxseal_record_text_pspec ("object-id"),
                                waxseal_record_text_pspec ("expires"),
                                waxseal_record_text_pspec ("marker"),
                                waxseal_record_text_pspec ("settled-on"),
                                waxseal_record_text_pspec ("outcome"),
                                waxseal_record_text_pspec ("request-id"),
                                waxseal_record_text_pspec ("by"),
                                waxseal_record_flag_pspec ("handed-over"),
                                NULL);
}

static void
waxseal_journal_entry_init (WaxsealJournalEntry *self)
{
}
