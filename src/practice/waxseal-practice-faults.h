/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-practice-call.h"
#include "waxseal-practice-log.h"

G_BEGIN_DECLS

/*
 * The troubles that the practice tenant makes on demand. A script is a JSON array of rules:
 *
 *   { "on": "POST /v1.0/applications/{}/addPassword",  as routes spell it; * stands for anything;
 *                                                    of Exchange also with the cmdlet behind it:
 *                                                    "POST /adminapi/beta/{}/InvokeCommand New-App"
 *     "fault": "reset-after",                          its name in the table
 *     "skip": 0, "times": 1,                           which of the matching requests; -1: all
 *     "every": 10,                                     of those that are not skipped every tenth
 *     "seconds": 0.1, "status": 503, "text": "…" }     as the fault needs
 *
 * Requests inside POST /v1.0/$batch are met by the same rules, as Graph throttles them one by one;
 * but only by faults that are an answer with a status, since there is no connection to break.
 *
 * Control addresses, for loopback alone and with the header "X-Waxseal-Practice: 1":
 *
 *   GET  /practice/faults     what is left of the script; POST puts another in force
 *   GET  /practice/log        the requests so far: method, route, cmdlet, status, fault, held;
 *                             "batched" of those inside a batch
 *   POST /practice/log/clear  {"bodies": true} keeps the bodies of writes from then on
 *   GET  /practice/held       replies once a request is held, with its entry of the log
 *   POST /practice/release    lets held requests go on; without effect if their client is gone
 *   GET  /practice/state      the tenant; POST puts another in its place
 *   GET  /practice/summary    counts: applications, servicePrincipals, grants, liveSecrets,
 *                             organizationApps
 *   POST /practice/reset      a new tenant; no faults, an empty log
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

WaxsealPracticeLog *waxseal_practice_faults_get_log (WaxsealPracticeFaults *self);
void waxseal_practice_faults_reset (WaxsealPracticeFaults *self);
/* Replies to @call, now or later, with what the log says of a held request. */
void waxseal_practice_faults_reply_held (WaxsealPracticeFaults *self, WaxsealPracticeCall *call);
guint waxseal_practice_faults_release (WaxsealPracticeFaults *self);

/*
 * @route is method and path as the route spells them, "" for an address that leads nowhere.
 * Before the handler: whether the call was answered, or is being kept waiting, by a fault. The wait
 * over, the call's proceed() is called, which does what is done at once without a wait: rights,
 * handler, after().
 */
gboolean waxseal_practice_faults_before (WaxsealPracticeFaults *self,
                                         WaxsealPracticeCall *call,
                                         const char *route);
/* Whether the call, one inside a batch, was answered by a fault; @entry of the log is to be
 * completed in any case. */
gboolean waxseal_practice_faults_answer_inner (WaxsealPracticeFaults *self,
                                               WaxsealPracticeCall *call,
                                               JsonObject **entry);
/* After it: the reply may be lost, cut or spoilt. */
void waxseal_practice_faults_after (WaxsealPracticeFaults *self,
                                    WaxsealPracticeCall *call,
                                    const char *route);

G_END_DECLS
