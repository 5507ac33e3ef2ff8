/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * The practice tenant: Microsoft sign-in and Graph (later Exchange and a CRES portal) on loopback,
 * in a thread and a main context of its own, told apart by path alone, so that any host name leads
 * to it. Addresses under /practice/ control it: see waxseal-practice-faults.h.
 */
#define WAXSEAL_TYPE_PRACTICE_SERVER (waxseal_practice_server_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealPracticeServer,
                      waxseal_practice_server,
                      WAXSEAL,
                      PRACTICE_SERVER,
                      GObject)

WaxsealPracticeServer *waxseal_practice_server_new (guint n_people);
void waxseal_practice_server_set_certificate (WaxsealPracticeServer *self,
                                              GTlsCertificate *certificate);
void waxseal_practice_server_set_state_file (WaxsealPracticeServer *self, const char *path);
void waxseal_practice_server_set_script (WaxsealPracticeServer *self, JsonNode *script);

gboolean waxseal_practice_server_start (WaxsealPracticeServer *self, guint16 port, GError **error);
void waxseal_practice_server_stop (WaxsealPracticeServer *self);
const char *waxseal_practice_server_get_base (WaxsealPracticeServer *self);

G_END_DECLS
