/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the practice tenant's Exchange Online have in common;
 * waxseal-practice-exchange.c says what comes and goes. */
#pragma once

#include "waxseal-practice-call.h"

G_BEGIN_DECLS

/* Whether @call is for Exchange, whatever it asks. */
gboolean waxseal_practice_exchange_is_called (WaxsealPracticeCall *call);

/* waxseal-practice-exchange-cmdlet.c */
typedef struct _WaxsealPracticeCmdlet WaxsealPracticeCmdlet;

const WaxsealPracticeCmdlet *waxseal_practice_exchange_find_cmdlet (const char *name);
const char *waxseal_practice_exchange_get_cmdlet (WaxsealPracticeCall *call);
gboolean waxseal_practice_exchange_matches_cmdlet (const char *pattern, const char *route);
void waxseal_practice_exchange_run (WaxsealPracticeCall *call,
                                    const WaxsealPracticeCmdlet *cmdlet,
                                    JsonObject *parameters);

/* waxseal-practice-exchange-rights.c; whether the caller may; otherwise it was told so. */
gboolean waxseal_practice_exchange_check_rights (WaxsealPracticeCall *call);
void waxseal_practice_exchange_forbid (WaxsealPracticeCall *call, const char *reason);
void waxseal_practice_exchange_challenge (WaxsealPracticeCall *call,
                                          const char *challenge,
                                          const char *reason);

/* waxseal-practice-exchange-error.c */
void waxseal_practice_exchange_fail (WaxsealPracticeCall *call, guint status, const char *message);
void waxseal_practice_exchange_fail_request (WaxsealPracticeCall *call, const char *message);
void waxseal_practice_exchange_fail_inside (WaxsealPracticeCall *call, const char *message);
void waxseal_practice_exchange_fail_missing (WaxsealPracticeCall *call, const char *identity);
void waxseal_practice_exchange_refuse (WaxsealPracticeCall *call, const char *format, ...)
  G_GNUC_PRINTF (2, 3);

/* waxseal-practice-exchange-reply.c */
void waxseal_practice_exchange_reply (WaxsealPracticeCall *call, GPtrArray *objects);
void waxseal_practice_exchange_reply_nothing (WaxsealPracticeCall *call, const char *warning);

/* waxseal-practice-exchange-manifest.c */
JsonObject *waxseal_practice_exchange_read_manifest (GBytes *bytes, const char **problem);

/* waxseal-practice-exchange-file.c and -users.c; NULL, and an answer, if they are not right. */
GBytes *waxseal_practice_exchange_read_file (WaxsealPracticeCall *call, JsonObject *parameters);
JsonArray *waxseal_practice_exchange_read_users (WaxsealPracticeCall *call, JsonArray *texts);

/* waxseal-practice-exchange-apps.c */
JsonObject *waxseal_practice_exchange_find_app (WaxsealPracticeCall *call, const char *id);
GPtrArray *waxseal_practice_exchange_list_apps (WaxsealPracticeCall *call);
void
waxseal_practice_exchange_change_app (WaxsealPracticeCall *call, JsonObject *old, JsonObject *app);
void waxseal_practice_exchange_delay_apps (WaxsealPracticeCall *call, double seconds);

/* waxseal-practice-exchange-app.c: the cmdlets */
void waxseal_practice_exchange_get_app (WaxsealPracticeCall *call, JsonObject *parameters);
void waxseal_practice_exchange_new_app (WaxsealPracticeCall *call, JsonObject *parameters);
void waxseal_practice_exchange_set_app (WaxsealPracticeCall *call, JsonObject *parameters);
void waxseal_practice_exchange_remove_app (WaxsealPracticeCall *call, JsonObject *parameters);
void waxseal_practice_exchange_get_organization (WaxsealPracticeCall *call, JsonObject *parameters);

G_END_DECLS
