/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An organisation in a practice tenant, with a person in front of the browser; what waits in the
 * program is waited for here, hundreds of times as fast. */
#pragma once

#include <libsoup/soup.h>

#include "waxseal-practice-server.h"
#include "waxseal-provision.h"

G_BEGIN_DECLS

typedef struct
{
  WaxsealPracticeServer *server; /* of all tests; made new for each */
  SoupSession *control;
  const char *person; /* who signs in */
  char *folder;
  WaxsealOrganizationStore *store;
  WaxsealOrganization *organization;
  WaxsealEntraApp *app; /* in the organisation's record */
  WaxsealTenantSession *session;
  WaxsealProvisionPlan *plan; /* of the last run */
  GCancellable *cancellable;
  GAsyncResult *result;
} ProvisionFixture;

typedef void (*ProvisionTest) (ProvisionFixture *fixture, gconstpointer data);

void provision_fixture_add (const char *path, gconstpointer data, ProvisionTest test);
int provision_fixture_run (void);

/* As if the program had been killed: what is on disk is all that is left. */
void provision_fixture_restart (ProvisionFixture *self);
void provision_fixture_sign_in_as (ProvisionFixture *self, const char *person);

/* With single quotes for double ones. */
void provision_fixture_make_trouble (ProvisionFixture *self, const char *script);
JsonNode *provision_fixture_steer (ProvisionFixture *self,
                                   const char *method,
                                   const char *path,
                                   const char *body);
/* "applications servicePrincipals grants liveSecrets" */
void provision_fixture_assert_counts (ProvisionFixture *self, const char *counts);
guint provision_fixture_count_requests (ProvisionFixture *self, const char *route);

void provision_fixture_done_cb (GObject *source, GAsyncResult *result, gpointer fixture);
GAsyncResult *provision_fixture_wait (ProvisionFixture *self);

WaxsealTenantReview *provision_fixture_review (ProvisionFixture *self, GError **error);
/* Reviews, plans (until in 180 days) and runs; the plan is kept. */
gboolean provision_fixture_try (ProvisionFixture *self, GError **error);
gboolean provision_fixture_run_plan (ProvisionFixture *self, GError **error);
void provision_fixture_plan (ProvisionFixture *self, WaxsealRegisteredApp *adopt, GError **error);
void provision_fixture_complete (ProvisionFixture *self);
gboolean provision_fixture_remove_orphans (ProvisionFixture *self, GError **error);
gboolean provision_fixture_prove (ProvisionFixture *self, GError **error);

/* The value in the keyring of the secret that the record names, or NULL. */
SecretValue *provision_fixture_find_value (ProvisionFixture *self);
guint provision_fixture_count_pending (ProvisionFixture *self);
/* "application:done …" */
char *provision_fixture_describe_steps (ProvisionFixture *self);
/* One application with all that it takes, and nothing in doubt. */
void provision_fixture_assert_complete (ProvisionFixture *self);

G_END_DECLS
