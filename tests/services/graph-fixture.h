/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Graph, at a server in the test's own process, and an authorizer that gives whatever it is asked
 * for. */
#pragma once

#include "http-fixture.h"
#include "waxseal-graph.h"

G_BEGIN_DECLS

#define FAKE_TYPE_AUTHORIZER (fake_authorizer_get_type ())
G_DECLARE_FINAL_TYPE (FakeAuthorizer, fake_authorizer, FAKE, AUTHORIZER, GObject)

struct _FakeAuthorizer
{
  GObject parent_instance;
  guint n_tokens;      /* they are called "token-1" and so on */
  const char *payload; /* or have this one */
  char *resource;
  char *scope; /* the first one */
  char *claims;
  gboolean fresh;
  GError *error; /* given instead */
};

typedef struct
{
  HttpFixture http;
  FakeAuthorizer *authorizer;
  WaxsealGraph *graph;
} GraphFixture;

extern const char *const graph_fixture_scopes[];

void graph_fixture_set_up (GraphFixture *fixture, gconstpointer handle);
void graph_fixture_tear_down (GraphFixture *fixture, gconstpointer unused);

WaxsealHttpReply *graph_fixture_call (GraphFixture *fixture,
                                      const char *method,
                                      const char *path,
                                      WaxsealGraphFlags flags,
                                      GError **error);
JsonArray *
graph_fixture_list (GraphFixture *fixture, guint max_pages, gboolean *complete, GError **error);

G_END_DECLS
