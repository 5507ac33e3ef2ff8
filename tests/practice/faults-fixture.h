/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A practice tenant in which someone is signed in. */
#pragma once

#include "raw-client.h"
#include "waxseal-practice-server.h"

G_BEGIN_DECLS

#define FAULTS_FIXTURE_APPLICATIONS "/v1.0/applications"
#define FAULTS_FIXTURE_APPLICATION  "{\"displayName\":\"Mail\",\"signInAudience\":\"AzureADMyOrg\"}"

/** FaultsFixture: @bearer: the field with the token of the Global Administrator. */
typedef struct
{
  const char *base;
  const char *bearer;
} FaultsFixture;

typedef void (*FaultsTest) (FaultsFixture *fixture, gconstpointer data);

/* All tests have the same practice tenant, made new for each. */
void faults_fixture_add (const char *path, gconstpointer data, FaultsTest test);
int faults_fixture_run (void);

/* Requests of the Global Administrator, and of who steers the practice tenant. */
RawReply *
faults_fixture_ask (FaultsFixture *self, const char *method, const char *path, const char *body);
RawReply *
faults_fixture_steer (FaultsFixture *self, const char *method, const char *path, const char *body);
RawReply *faults_fixture_create (FaultsFixture *self);
void faults_fixture_make_trouble (FaultsFixture *self, const char *script);
gint64 faults_fixture_count (FaultsFixture *self, const char *member);

G_END_DECLS
