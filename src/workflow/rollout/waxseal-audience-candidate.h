/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A typed address, and what the directory has for it so far. */
#pragma once

#include "waxseal-recipient.h"
#include "waxseal-rollout-enums.h"
#include "waxseal-unmatched-address.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * WaxsealAudienceCandidate:
 * @id: (nullable): of the object that was found; %NULL while nothing was
 * @is_good: whether that can be named for a phase; otherwise @reason says why not
 */
typedef struct
{
  char *address;
  char *id;
  char *name;
  char *mail;
  WaxsealRecipientKind kind;
  gboolean is_good;
  WaxsealUnmatchedReason reason;
} WaxsealAudienceCandidate;

WaxsealAudienceCandidate *waxseal_audience_candidate_new (const char *address);
void waxseal_audience_candidate_free (WaxsealAudienceCandidate *self);

void waxseal_audience_candidate_take_found (WaxsealAudienceCandidate *self,
                                            WaxsealRecipientKind kind,
                                            JsonObject *object);
WaxsealRecipient *waxseal_audience_candidate_build (const WaxsealAudienceCandidate *self,
                                                    const char *date);

G_END_DECLS
