/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-practice-call.h"

G_BEGIN_DECLS

/*
 * The troubles that the practice tenant makes on demand. A script is a JSON array of rules:
 *
 *   { "on": "POST /v1.0/applications/{}/addPassword",  method and path as routes spell them, or "*"
 *     "fault": "reset-after",                          its name in the table
 *     "skip": 0, "times": 1,                           which of the matching requests
 *     "seconds": 0.1, "status": 429, "text": "…" }     as the fault needs
 *
 * POST /practice/faults puts a script in force (in the place of the old one), GET tells what of it
 * is left; GET /practice/log tells the requests so far, one object each (method, path as routes
 * spell it, status, fault); GET /practice/state the tenant; POST /practice/reset makes it new.
 */
#define WAXSEAL_TYPE_PRACTICE_FAULTS (waxseal_practice_faults_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealPracticeFaults,
                      waxseal_practice_faults,
                      WAXSEAL,
                      PRACTICE_FAULTS,
                      GObject)

WaxsealPracticeFaults *waxseal_practice_faults_new (void);
gboolean
waxseal_practice_faults_read (WaxsealPracticeFaults *self, JsonNode *script, GError **error);
JsonNode *waxseal_practice_faults_describe (WaxsealPracticeFaults *self);

/* @route is method and path as the route spells them, "" for an address that leads nowhere.
 * Before the handler: whether the call was answered, or is being kept waiting, by a fault. */
gboolean waxseal_practice_faults_before (WaxsealPracticeFaults *self,
                                         WaxsealPracticeCall *call,
                                         const char *route);
/* After it: the reply may be lost, cut or spoilt. */
void waxseal_practice_faults_after (WaxsealPracticeFaults *self,
                                    WaxsealPracticeCall *call,
                                    const char *route);

G_END_DECLS
