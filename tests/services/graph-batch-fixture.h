/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Graph's POST /$batch at a server in the test's own process, which answers each read as the test
 * says, in the other order than it was asked, and notes what came when. */
#pragma once

#include "graph-fixture.h"
#include "waxseal-error.h"
#include "waxseal-graph-batch.h"

G_BEGIN_DECLS

#define BATCH_OK   "\"status\":200,\"body\":{\"url\":\"%s\"}"
#define BATCH_NONE G_MAXUINT

/* What a read is answered: members of the answer beside "id", with %s for the path; NULL: nothing.
 */
typedef const char *(*BatchAnswerer) (const char *url, guint n_asked);

/* A read as it came. */
typedef struct
{
  char *url;
  gint64 time;
} BatchAsked;

typedef struct
{
  BatchAnswerer answer;
  GPtrArray *asked;
  guint batch_sizes[64];
  guint n_batches;
  guint n_held;
  GPtrArray *held;   /* messages kept waiting, where they are */
  const char *outer; /* a status and headers instead, once */
} BatchService;

typedef struct
{
  GraphFixture graph;
  BatchService service;
  WaxsealGraphBatch *batch;
  GCancellable *cancellable;
  GPtrArray *bodies; /* by index: what was answered, or NULL */
  GPtrArray *errors; /* by index */
  guint n_calls;
  gboolean wants_pages;
  GPtrArray *more; /* paths to add at the first answer */
} BatchFixture;

void batch_fixture_set_up (BatchFixture *self, gconstpointer answer);
void batch_fixture_tear_down (BatchFixture *self, gconstpointer unused);

/* Asks for so many users, and waits for the end. */
void batch_fixture_add (BatchFixture *self, guint n);
gboolean batch_fixture_run (BatchFixture *self, GError **error);

guint batch_fixture_get_number (BatchFixture *self, const char *property);
void batch_fixture_assert_numbers (BatchFixture *self,
                                   guint answered,
                                   guint sent,
                                   guint batches,
                                   guint repeated);
/* Each got the answer to its own question, but for the one at @failed. */
void batch_fixture_assert_answered (BatchFixture *self, guint n, guint failed, WaxsealError code);

#define BATCH_ADD(name, answer, test)                                                              \
  g_test_add ("/graph-batch/" name,                                                                \
              BatchFixture,                                                                        \
              answer,                                                                              \
              batch_fixture_set_up,                                                                \
              test,                                                                                \
              batch_fixture_tear_down)

G_END_DECLS
