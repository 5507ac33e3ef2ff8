/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-practice-call.h"

G_BEGIN_DECLS

/**
 * WaxsealPracticeLog:
 * @entries: (element-type JsonObject): the requests so far
 * @keeps_bodies: whether the JSON that is sent is kept, too
 */
typedef struct
{
  GPtrArray *entries;
  gboolean keeps_bodies;
} WaxsealPracticeLog;

WaxsealPracticeLog *waxseal_practice_log_new (void);
void waxseal_practice_log_free (WaxsealPracticeLog *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealPracticeLog, waxseal_practice_log_free)

JsonObject *
waxseal_practice_log_add (WaxsealPracticeLog *self, WaxsealPracticeCall *call, const char *route);
void waxseal_practice_log_clear (WaxsealPracticeLog *self, gboolean keeps_bodies);
JsonNode *waxseal_practice_log_dup_entries (WaxsealPracticeLog *self);

G_END_DECLS
