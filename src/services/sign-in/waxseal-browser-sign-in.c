/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-browser-sign-in.h"

#include "waxseal-json.h"
#include "waxseal-loopback-listener.h"
#include "waxseal-pkce.h"
#include "waxseal-remedy.h"

/* How long a browser may take, in milliseconds (microsoft.md, 1.3). */
#define LIMIT 300000

struct _WaxsealBrowserSignIn
{
  GObject parent_instance;

  WaxsealLogin *login;
  WaxsealSignInAsk *ask;
  WaxsealPkce *pkce;
  WaxsealLoopbackListener *listener;
};

G_DEFINE_FINAL_TYPE (WaxsealBrowserSignIn, waxseal_browser_sign_in, G_TYPE_OBJECT)

static guint open_link_signal;

static void
waxseal_browser_sign_in_finalize (GObject *object)
{
  WaxsealBrowserSignIn *self = WAXSEAL_BROWSER_SIGN_IN (object);

  waxseal_login_unref (self->login);
  waxseal_sign_in_ask_free (self->ask);
  g_clear_pointer (&self->pkce, waxseal_pkce_free);
  g_clear_object (&self->listener);
  G_OBJECT_CLASS (waxseal_browser_sign_in_parent_class)->finalize (object);
}

static void
waxseal_browser_sign_in_class_init (WaxsealBrowserSignInClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_browser_sign_in_finalize;
  open_link_signal = g_signal_new ("open-link",
                                   WAXSEAL_TYPE_BROWSER_SIGN_IN,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   1,
                                   G_TYPE_STRING);
}

static void
waxseal_browser_sign_in_init (WaxsealBrowserSignIn *self)
{
}

/**
 * waxseal_browser_sign_in_new:
 * @ask: (transfer full): what for
 *
 * Returns: (transfer full): a sign-in, to be run once
 */
WaxsealBrowserSignIn *
waxseal_browser_sign_in_new (WaxsealLogin *login, WaxsealSignInAsk *ask)
{
  WaxsealBrowserSignIn *self = g_object_new (WAXSEAL_TYPE_BROWSER_SIGN_IN, NULL);

  self->login = waxseal_login_ref (login);
  self->ask = ask;
  return self;
}

/* Another account can be picked, unless it is the consent of this very one that is missing. */
static char *
build_link (WaxsealBrowserSignIn *self)
{
  const struct
  {
    const char *name;
    const char *text;
  } fields[] = {
    { "client_id", waxseal_login_get_client_id (self->login) },
    { "response_type", "code" },
    { "redirect_uri", waxseal_loopback_listener_get_redirect_uri (self->listener) },
    { "response_mode", "query" },
    { "scope", self->ask->scope },
    { "state", waxseal_pkce_get_state (self->pkce) },
    { "nonce", waxseal_pkce_get_nonce (self->pkce) },
    { "code_challenge", waxseal_pkce_get_challenge (self->pkce) },
    { "code_challenge_method", "S256" },
    { "prompt", self->ask->consent ? "consent" : "select_account" },
    { "login_hint", self->ask->consent ? self->ask->hint : NULL },
    { "claims", self->ask->claims },
  };
  g_autofree char *base = waxseal_login_build_uri (self->login, "authorize");
  GString *link = g_string_new (base);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (fields[i].text == NULL)
        continue;
      g_string_append_printf (link, "%c%s=", i == 0 ? '?' : '&', fields[i].name);
      g_string_append_uri_escaped (link, fields[i].text, NULL, FALSE);
    }
  return g_string_free (link, FALSE);
}

static void
redeemed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  WaxsealBrowserSignIn *self = g_task_get_source_object (task);
  g_autoptr (WaxsealLoginReply) reply = NULL;
  GError *error = NULL;

  reply = waxseal_login_ask_finish (result, &error);
  if (reply == NULL)
    g_task_return_error (task, error);
  /* The code was somebody else's (OpenID Connect Core, 3.1.3.7). */
  else if (reply->id_claims != NULL && g_strcmp0 (waxseal_json_get_text (reply->id_claims, "nonce"),
                                                  waxseal_pkce_get_nonce (self->pkce)) != 0)
    g_task_return_error (task, waxseal_remedy_new_error (WAXSEAL_ERROR_SIGN_IN_FAILED, "nonce"));
  else
    g_task_return_pointer (task,
                           g_steal_pointer (&reply),
                           (GDestroyNotify) waxseal_login_reply_free);
}

static void
came_back_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  WaxsealBrowserSignIn *self = g_task_get_source_object (task);
  g_autoptr (SecretValue) code = NULL;
  g_autoptr (WaxsealHttpRequest) request = NULL;
  GError *error = NULL;

  code = waxseal_loopback_listener_wait_finish (self->listener, result, &error);
  if (code == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  request =
    waxseal_login_new_token_request (self->login, "authorization_code", self->ask->token_scope);
  waxseal_http_request_add_secret_field (request, "code", code);
  waxseal_http_request_add_field (request,
                                  "redirect_uri",
                                  waxseal_loopback_listener_get_redirect_uri (self->listener));
  waxseal_http_request_add_secret_field (request,
                                         "code_verifier",
                                         waxseal_pkce_get_verifier (self->pkce));
  waxseal_login_ask_async (self->login,
                           request,
                           (const char *const *) self->ask->token_scopes,
                           g_task_get_cancellable (task),
                           redeemed_cb,
                           g_object_ref (task));
}

/**
 * waxseal_browser_sign_in_run_async:
 *
 * Emits "open-link" once, then waits for the browser.
 */
void
waxseal_browser_sign_in_run_async (WaxsealBrowserSignIn *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autofree char *link = NULL;
  GError *error = NULL;

  g_task_set_source_tag (task, waxseal_browser_sign_in_run_async);
  self->pkce = waxseal_pkce_new (&error);
  if (self->pkce != NULL)
    self->listener = waxseal_loopback_listener_new (waxseal_pkce_get_state (self->pkce), &error);
  if (self->listener == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  link = build_link (self);
  waxseal_loopback_listener_wait_async (self->listener,
                                        waxseal_login_scale (self->login, LIMIT),
                                        cancellable,
                                        came_back_cb,
                                        g_steal_pointer (&task));
  g_signal_emit (self, open_link_signal, 0, link);
}

/**
 * waxseal_browser_sign_in_run_finish:
 * @error: those of the listener and of #WaxsealHttp; %WAXSEAL_ERROR_SIGN_IN_FAILED where the ID
 *   token is not this sign-in's
 *
 * Returns: (transfer full): what the token endpoint answered
 */
WaxsealLoginReply *
waxseal_browser_sign_in_run_finish (WaxsealBrowserSignIn *self,
                                    GAsyncResult *result,
                                    GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
