/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting people and groups into a phase, each once, and taking them out. */
#pragma once

#include "waxseal-audience-match.h"
#include "waxseal-directory-search.h"
#include "waxseal-recipient.h"
#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

/* Whom a phase names, as keys by which a person or group is found again. */
GHashTable *waxseal_phase_recipients_index (WaxsealRolloutPhase *phase);
WaxsealRecipient *waxseal_phase_recipients_find (GHashTable *index, WaxsealDirectoryEntry *entry);

WaxsealRecipient *waxseal_recipient_new_from_entry (WaxsealDirectoryKind kind,
                                                    WaxsealDirectoryEntry *entry);
GListModel *waxseal_recipients_new_from_addresses (const char *const *addresses);

guint waxseal_phase_recipients_count_there (WaxsealRolloutPhase *phase, GListModel *recipients);
guint waxseal_phase_recipients_add (WaxsealRolloutPhase *phase, GListModel *recipients);
GListModel *waxseal_phase_recipients_remove (WaxsealRolloutPhase *phase, GHashTable *unwanted);
GListModel *waxseal_phase_recipients_remove_all (WaxsealRolloutPhase *phase);

/* Those that were only typed, and what looking them up makes of them. */
char **waxseal_phase_recipients_dup_typed (WaxsealRolloutPhase *phase);
void waxseal_phase_recipients_take_match (WaxsealRolloutPhase *phase,
                                          const char *const *addresses,
                                          WaxsealAudienceMatch *match);
GHashTable *waxseal_phase_recipients_find_unmatched (WaxsealRolloutPhase *phase,
                                                     GListModel *unmatched);

G_END_DECLS
