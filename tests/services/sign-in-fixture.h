/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Microsoft's sign-in as a script: a server in the test's own process, a browser, and an account.
 */
#pragma once

#include <libsoup/soup.h>

#include "waxseal-account.h"

G_BEGIN_DECLS

/* with-keyring.sh looks for this in all that a session leaves behind; it is in every token. */
#define MARKER    "WaxsealTestSecret"
#define TENANT_ID "11111111-1111-1111-1111-111111111111"

typedef struct
{
  SoupServer *server;
  SoupSession *browser;
  WaxsealHttp *http;
  WaxsealOrganization *organization;
  WaxsealRecord *settings;
  WaxsealKeyring *keyring; /* or NULL: nothing is kept */
  WaxsealAccount *account;
  GCancellable *cancellable;
  char *base;

  GQueue script;       /* of what the server answers */
  GPtrArray *requests; /* of GHashTable: the fields, and "" for path and query */
  GHashTable *link;    /* the fields of the last link that was to be opened */
  guint n_links;
  const char *comes_back_with; /* what the browser brings, or NULL */
  GListStore *codes;           /* of WaxsealDeviceCode */
  guint n_not_kept;
  GArray *times; /* of gint64: when each request arrived, in monotonic microseconds */
  void (*requested) (gpointer fixture); /* once, when the next request arrives; or NULL */
} SignInFixture;

void sign_in_fixture_set_up (SignInFixture *fixture, gconstpointer unused);
void sign_in_fixture_set_up_with_keyring (SignInFixture *fixture, gconstpointer unused);
void sign_in_fixture_tear_down (SignInFixture *fixture, gconstpointer unused);
void sign_in_fixture_renew_account (SignInFixture *fixture);

void sign_in_fixture_script (SignInFixture *fixture, guint status, const char *json);
void sign_in_fixture_script_refusal (SignInFixture *fixture, const char *error, guint number);
void sign_in_fixture_script_tokens (SignInFixture *fixture,
                                    const char *name,
                                    int expires_in,
                                    const char *scope);
void sign_in_fixture_script_claims (SignInFixture *fixture, const char *name, const char *claims);
void sign_in_fixture_script_code (SignInFixture *fixture, const char *user_code);
void sign_in_fixture_script_lost (SignInFixture *fixture);

const char *sign_in_fixture_get_field (SignInFixture *fixture, int index, const char *name);
void sign_in_fixture_assert_link (SignInFixture *fixture, const char *name, const char *text);

gboolean sign_in_fixture_sign_in (SignInFixture *fixture,
                                  WaxsealSignInWay way,
                                  const char *scope,
                                  GError **error);
gboolean sign_in_fixture_sign_out (SignInFixture *fixture, GError **error);
WaxsealToken *sign_in_fixture_get_token (SignInFixture *fixture,
                                         WaxsealAuthorizer *authorizer,
                                         const char *resource,
                                         const char *scope,
                                         const char *claims,
                                         gboolean fresh,
                                         GError **error);
void sign_in_fixture_assert_token (WaxsealToken *token, const char *name);
void sign_in_fixture_result_cb (GObject *source, GAsyncResult *result, gpointer user_data);

G_END_DECLS
