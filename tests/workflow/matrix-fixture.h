/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An organisation, a practice tenant in the same process, and a person who signs in to it. */
#pragma once

#include "waxseal-json.h"
#include "waxseal-practice-server.h"
#include "waxseal-provision.h"

G_BEGIN_DECLS

/** MatrixFixture: the tenant stays, all else is new for each matrix_fixture_renew(). */
typedef struct
{
  WaxsealPracticeServer *server;
  WaxsealSignInWay way;
  const char *person;
  double pace; /* of the next session: waits between requests are so much shorter */

  char *folder;
  WaxsealOrganizationStore *store;
  WaxsealOrganization *organization;
  WaxsealTenantSession *session;
  WaxsealProvision *provision;
  GCancellable *cancellable; /* of the person's way through the pages */
} MatrixFixture;

/** MatrixCounts: what there is in the tenant (GET /practice/summary). */
typedef struct
{
  gint64 applications;
  gint64 service_principals;
  gint64 grants;
  gint64 live_secrets;
} MatrixCounts;

MatrixFixture *matrix_fixture_new (guint n_people, WaxsealSignInWay way);
void matrix_fixture_free (MatrixFixture *self);

void matrix_fixture_renew (MatrixFixture *self);
void matrix_fixture_reopen (MatrixFixture *self);
void matrix_fixture_end (MatrixFixture *self);

gboolean matrix_fixture_attempt (MatrixFixture *self, GError **error);
gboolean matrix_fixture_remove_orphans (MatrixFixture *self, GError **error);

JsonNode *
matrix_fixture_steer (MatrixFixture *self, const char *method, const char *path, const char *body);
MatrixCounts matrix_fixture_count (MatrixFixture *self);
gboolean matrix_fixture_holds (MatrixFixture *self, const char *key_id);

G_END_DECLS
