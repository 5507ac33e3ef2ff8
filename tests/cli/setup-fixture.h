/* SPDX-License-Identifier: GPL-3.0-or-later */
/* “waxseal setup” as a process, and a practice tenant in the test's own. */
#pragma once

#include <gio/gio.h>

#include "waxseal-json.h"
#include "waxseal-practice-server.h"

G_BEGIN_DECLS

/** SetupFixture: what the last run left behind. */
typedef struct
{
  WaxsealPracticeServer *server;
  char *folder; /* has the data and state of Waxseal, and what it printed */

  GSubprocess *process;
  int exit; /* -1: it was killed */
  char *errors;
  JsonNode *result;
  gsize n_printed; /* bytes, by the runs so far */
} SetupFixture;

void setup_fixture_set_up (SetupFixture *self, gconstpointer unused);
void setup_fixture_tear_down (SetupFixture *self, gconstpointer unused);
void setup_fixture_renew (SetupFixture *self);

void setup_fixture_start (SetupFixture *self, const char *options);
void setup_fixture_finish (SetupFixture *self);
void setup_fixture_run (SetupFixture *self, const char *options);

JsonNode *
setup_fixture_steer (SetupFixture *self, const char *method, const char *path, const char *body);
void setup_fixture_make_trouble (SetupFixture *self, const char *script);
char *setup_fixture_describe (SetupFixture *self);
GPtrArray *setup_fixture_list_requests (SetupFixture *self);

const char *setup_fixture_get_text (SetupFixture *self, const char *member);
gint64 setup_fixture_get_error (SetupFixture *self);
gboolean setup_fixture_holds_secret (SetupFixture *self);

/* Fails where a secret is in the data, the state, the logs, the keyring's home, the journal. */
void setup_fixture_assert_no_leak (SetupFixture *self);
void setup_fixture_assert_process_keeps_quiet (SetupFixture *self);

G_END_DECLS
