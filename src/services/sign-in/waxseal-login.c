/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-login.h"

#include "waxseal-aadsts.h"
#include "waxseal-error.h"
#include "waxseal-json.h"
#include "waxseal-remedy.h"
#include "waxseal-token-claims.h"

struct _WaxsealLogin
{
  WaxsealHttp *http;
  WaxsealEndpoints *endpoints;
  char *tenant;
  char *client_id;
};

static const char *const secret_members[] = { "access_token", "refresh_token", "id_token", NULL };

/** waxseal_login_reply_free: @self: (transfer full): a reply */
void
waxseal_login_reply_free (WaxsealLoginReply *self)
{
  g_clear_pointer (&self->token, waxseal_token_unref);
  g_clear_pointer (&self->refresh_token, secret_value_unref);
  g_clear_pointer (&self->id_claims, json_object_unref);
  g_clear_error (&self->error);
  g_free (self->refusal);
  g_free (self->claims);
  g_free (self);
}

/**
 * waxseal_login_new:
 * @tenant: its ID, one of its verified domains, or "organizations" (microsoft.md, 1.2)
 *
 * Returns: (transfer full): where to sign in, and as which client
 */
WaxsealLogin *
waxseal_login_new (WaxsealHttp *http,
                   WaxsealEndpoints *endpoints,
                   const char *tenant,
                   const char *client_id)
{
  WaxsealLogin *self = g_rc_box_new0 (WaxsealLogin);

  self->http = g_object_ref (http);
  self->endpoints = waxseal_endpoints_ref (endpoints);
  self->tenant = g_uri_escape_string (tenant, NULL, FALSE);
  self->client_id = g_strdup (client_id);
  return self;
}

/** waxseal_login_ref: Returns: (transfer full): @self */
WaxsealLogin *
waxseal_login_ref (WaxsealLogin *self)
{
  return g_rc_box_acquire (self);
}

static void
clear_login (gpointer data)
{
  WaxsealLogin *self = data;

  g_object_unref (self->http);
  waxseal_endpoints_unref (self->endpoints);
  g_free (self->tenant);
  g_free (self->client_id);
}

/** waxseal_login_unref: @self: (transfer full): no longer needed */
void
waxseal_login_unref (WaxsealLogin *self)
{
  g_rc_box_release_full (self, clear_login);
}

/** waxseal_login_get_http: Returns: (transfer none): the way to the network */
WaxsealHttp *
waxseal_login_get_http (WaxsealLogin *self)
{
  return self->http;
}

/** waxseal_login_get_endpoints: Returns: (transfer none): where the services answer */
WaxsealEndpoints *
waxseal_login_get_endpoints (WaxsealLogin *self)
{
  return self->endpoints;
}

/** waxseal_login_get_client_id: Returns: (transfer none): the client that signs in */
const char *
waxseal_login_get_client_id (WaxsealLogin *self)
{
  return self->client_id;
}

/** waxseal_login_scale: Returns: how long @milliseconds take at the pace of the HTTP service */
guint
waxseal_login_scale (WaxsealLogin *self, guint milliseconds)
{
  return milliseconds * waxseal_http_get_pace (self->http);
}

/**
 * waxseal_login_build_uri:
 * @endpoint: "authorize", "token" or "devicecode"
 *
 * Returns: (transfer full): its address
 */
char *
waxseal_login_build_uri (WaxsealLogin *self, const char *endpoint)
{
  return g_strdup_printf ("%s/%s/oauth2/v2.0/%s",
                          waxseal_endpoints_get_login (self->endpoints),
                          self->tenant,
                          endpoint);
}

/** waxseal_login_new_request: Returns: (transfer full): a form for @endpoint with the client ID */
WaxsealHttpRequest *
waxseal_login_new_request (WaxsealLogin *self, const char *endpoint)
{
  g_autofree char *uri = waxseal_login_build_uri (self, endpoint);
  WaxsealHttpRequest *request = waxseal_http_request_new ("POST", uri);

  waxseal_http_request_add_field (request, "client_id", self->client_id);
  return request;
}

/**
 * waxseal_login_new_token_request:
 * @grant_type: how it is to be given (RFC 6749)
 * @scope: (nullable): of one resource only (microsoft.md, 1.2)
 *
 * Returns: (transfer full): a form for the token endpoint, whose tokens are kept out of the JSON
 */
WaxsealHttpRequest *
waxseal_login_new_token_request (WaxsealLogin *self, const char *grant_type, const char *scope)
{
  WaxsealHttpRequest *request = waxseal_login_new_request (self, "token");

  waxseal_http_request_add_field (request, "grant_type", grant_type);
  if (scope != NULL)
    waxseal_http_request_add_field (request, "scope", scope);
  waxseal_http_request_set_secret_members (request, secret_members);
  return request;
}

/**
 * waxseal_login_new_reply_error:
 * @reply: not a success
 *
 * Returns: (transfer full): %WAXSEAL_ERROR_SERVICE_BUSY, %WAXSEAL_ERROR_SERVICE_FAILED, or those of
 *   waxseal_aadsts_new_error()
 */
GError *
waxseal_login_new_reply_error (WaxsealHttpReply *reply)
{
  JsonObject *object = waxseal_http_reply_get_object (reply);
  guint status = waxseal_http_reply_get_status (reply);
  g_autofree char *details =
    g_strdup_printf ("HTTP %u\nrequest-id %s", status, waxseal_http_reply_get_request_id (reply));

  if (status == 429 || status == 503)
    return waxseal_remedy_new_error (WAXSEAL_ERROR_SERVICE_BUSY, details);
  if (status >= 500)
    return waxseal_remedy_new_error (WAXSEAL_ERROR_SERVICE_FAILED, details);
  if (*waxseal_json_get_text (object, "error") == '\0')
    return waxseal_remedy_new_error (WAXSEAL_ERROR_BAD_REPLY, details);
  return waxseal_aadsts_new_error (object);
}

static WaxsealLoginReply *
read_refusal (WaxsealHttpReply *reply)
{
  WaxsealLoginReply *self = g_new0 (WaxsealLoginReply, 1);
  JsonObject *object = waxseal_http_reply_get_object (reply);
  const char *claims = waxseal_json_get_text (object, "claims");

  self->error = waxseal_login_new_reply_error (reply);
  self->refusal = g_strdup (waxseal_json_get_text (object, "error"));
  self->claims = *claims != '\0' ? g_strdup (claims) : NULL;
  self->ends_session = waxseal_aadsts_ends_session (object);
  return self;
}

/* What was asked for and not refused was granted, however the reply spells it. */
static char **
merge_scopes (const char *const *asked, const char *granted)
{
  g_auto (GStrv) texts = g_strsplit (granted, " ", 64);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_addv (builder, (const char **) texts);
  if (asked != NULL)
    g_strv_builder_addv (builder, (const char **) asked);
  return g_strv_builder_end (builder);
}

static WaxsealLoginReply *
read_tokens (WaxsealHttpReply *reply, const char *const *scopes)
{
  JsonObject *object = waxseal_http_reply_get_object (reply);
  g_autoptr (SecretValue) access = waxseal_http_reply_take_secret (reply, "access_token");
  g_autoptr (SecretValue) id = waxseal_http_reply_take_secret (reply, "id_token");
  g_auto (GStrv) granted = merge_scopes (scopes, waxseal_json_get_text (object, "scope"));
  WaxsealLoginReply *self;

  if (access == NULL)
    return NULL;
  self = g_new0 (WaxsealLoginReply, 1);
  self->refusal = g_strdup ("");
  self->token = waxseal_token_new (access,
                                   waxseal_json_get_number (object, "expires_in", 0),
                                   (const char *const *) granted);
  self->refresh_token = waxseal_http_reply_take_secret (reply, "refresh_token");
  self->id_claims = id != NULL ? waxseal_token_claims_read (id) : NULL;
  return self;
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (WaxsealHttpReply) reply = NULL;
  g_autofree char *details = NULL;
  WaxsealLoginReply *login_reply;
  GError *error = NULL;

  reply = waxseal_http_send_finish (WAXSEAL_HTTP (source), result, &error);
  if (reply == NULL)
    {
      /* Nothing that a lost reply would have to be made up for: to sign in again is enough. */
      if (g_error_matches (error, WAXSEAL_ERROR, WAXSEAL_ERROR_REPLY_LOST))
        {
          details = g_strdup (waxseal_error_get_details (error));
          g_clear_error (&error);
          error = waxseal_remedy_new_error (WAXSEAL_ERROR_OFFLINE, details);
        }
      g_task_return_error (task, error);
      return;
    }
  if (waxseal_http_reply_get_status (reply) == 200)
    login_reply = read_tokens (reply, g_task_get_task_data (task));
  else
    login_reply = read_refusal (reply);
  if (login_reply != NULL)
    g_task_return_pointer (task, login_reply, (GDestroyNotify) waxseal_login_reply_free);
  else
    g_task_return_error (task, waxseal_remedy_new_error (WAXSEAL_ERROR_BAD_REPLY, NULL));
}

/**
 * waxseal_login_ask_async:
 * @request: of waxseal_login_new_token_request(), with what its grant type needs
 * @scopes: (nullable): what the token is wanted for
 *
 * Asks the token endpoint.
 */
void
waxseal_login_ask_async (WaxsealLogin *self,
                         WaxsealHttpRequest *request,
                         const char *const *scopes,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, waxseal_login_ask_async);
  g_task_set_task_data (task, g_strdupv ((char **) scopes), (GDestroyNotify) g_strfreev);
  waxseal_http_send_async (self->http, request, cancellable, asked_cb, task);
}

/**
 * waxseal_login_ask_finish:
 * @error: those of #WaxsealHttp except %WAXSEAL_ERROR_REPLY_LOST
 *
 * Returns: (transfer full): the reply; a refusal is one too
 */
WaxsealLoginReply *
waxseal_login_ask_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
