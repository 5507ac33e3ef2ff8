/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Graph of a practice tenant, for which an administrator is signed in; no keyring is needed. */
#pragma once

#include <libsoup/soup.h>

#include "waxseal-account.h"
#include "waxseal-graph.h"
#include "waxseal-practice-server.h"

G_BEGIN_DECLS

#define AUDIENCE_ENGLISH "@contoso-practice.example"
#define AUDIENCE_INITIAL "@waxsealpractice.onmicrosoft.com"

typedef struct
{
  WaxsealPracticeServer *server; /* of all tests; made new for each */
  SoupSession *control;
  WaxsealHttp *http;
  WaxsealAccount *account;
  WaxsealGraph *graph;
  GCancellable *cancellable;
  GAsyncResult *result; /* that came and was not waited for */
  GAsyncResult *last;   /* that was */
} AudienceFixture;

typedef void (*AudienceTest) (AudienceFixture *fixture, gconstpointer data);

void audience_fixture_add (const char *path, gconstpointer data, AudienceTest test);
int audience_fixture_run (guint n_people);

/* With single quotes for double ones. */
void audience_fixture_make_trouble (AudienceFixture *self, const char *script);
guint audience_fixture_count_requests (AudienceFixture *self, const char *route);

void audience_fixture_done_cb (GObject *source, GAsyncResult *result, gpointer fixture);
GAsyncResult *audience_fixture_wait (AudienceFixture *self);

G_END_DECLS
