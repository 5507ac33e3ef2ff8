/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-code-sign-in.h"

#include <string.h>

#include "waxseal-error.h"
#include "waxseal-json.h"
#include "waxseal-language-tag.h"
#include "waxseal-remedy.h"

#define GRANT_TYPE "urn:ietf:params:oauth:grant-type:device_code"

/* In seconds: what Microsoft documents, where it says nothing (microsoft.md, 1.4), and what is not
 * believed beyond. */
#define DEFAULT_INTERVAL 5
#define MAX_INTERVAL     60
#define DEFAULT_LIFE     900
#define MAX_LIFE         3600
#define SLOW_DOWN        5 /* RFC 8628, 3.5 */

struct _WaxsealCodeSignIn
{
  GObject parent_instance;

  WaxsealLogin *login;
  WaxsealSignInAsk *ask;
  GTask *task;              /* or NULL */
  GSource *cancelled;       /* or NULL */
  struct _Attempt *attempt; /* or NULL */
};

G_DEFINE_FINAL_TYPE (WaxsealCodeSignIn, waxseal_code_sign_in, G_TYPE_OBJECT)

/* One device code, from its request to its end. Callbacks of one that was given up do nothing. */
typedef struct _Attempt
{
  WaxsealCodeSignIn *sign_in;
  GCancellable *cancellable;
  SecretValue *device_code;
  WaxsealDeviceCode *shown;
  guint interval; /* seconds */
  GSource *timer;
} Attempt;

static guint device_code_signal;

static void
clear_attempt (gpointer data)
{
  Attempt *attempt = data;

  g_object_unref (attempt->cancellable);
  g_clear_pointer (&attempt->device_code, secret_value_unref);
  g_clear_object (&attempt->shown);
  g_object_unref (attempt->sign_in);
}

static void
attempt_unref (Attempt *attempt)
{
  g_rc_box_release_full (attempt, clear_attempt);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Attempt, attempt_unref)

static void
clear_timer (Attempt *attempt)
{
  if (attempt->timer != NULL)
    g_source_destroy (attempt->timer);
  g_clear_pointer (&attempt->timer, g_source_unref);
}

static void
give_up (WaxsealCodeSignIn *self)
{
  g_autoptr (Attempt) attempt = g_steal_pointer (&self->attempt);

  if (attempt == NULL)
    return;
  clear_timer (attempt);
  g_cancellable_cancel (attempt->cancellable);
}

static gboolean
is_current (Attempt *attempt)
{
  return attempt->sign_in->attempt == attempt;
}

static void
waxseal_code_sign_in_finalize (GObject *object)
{
  WaxsealCodeSignIn *self = WAXSEAL_CODE_SIGN_IN (object);

  waxseal_login_unref (self->login);
  waxseal_sign_in_ask_free (self->ask);
  G_OBJECT_CLASS (waxseal_code_sign_in_parent_class)->finalize (object);
}

static void
waxseal_code_sign_in_class_init (WaxsealCodeSignInClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_code_sign_in_finalize;
  device_code_signal = g_signal_new ("device-code",
                                     WAXSEAL_TYPE_CODE_SIGN_IN,
                                     G_SIGNAL_RUN_LAST,
                                     0,
                                     NULL,
                                     NULL,
                                     NULL,
                                     G_TYPE_NONE,
                                     1,
                                     WAXSEAL_TYPE_DEVICE_CODE);
}

static void
waxseal_code_sign_in_init (WaxsealCodeSignIn *self)
{
}

/**
 * waxseal_code_sign_in_new:
 * @ask: (transfer full): what for
 *
 * Returns: (transfer full): a sign-in, to be run once
 */
WaxsealCodeSignIn *
waxseal_code_sign_in_new (WaxsealLogin *login, WaxsealSignInAsk *ask)
{
  WaxsealCodeSignIn *self = g_object_new (WAXSEAL_TYPE_CODE_SIGN_IN, NULL);

  self->login = waxseal_login_ref (login);
  self->ask = ask;
  return self;
}

static void
settle (WaxsealCodeSignIn *self, WaxsealLoginReply *reply, GError *error)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  give_up (self);
  if (self->cancelled != NULL)
    g_source_destroy (self->cancelled);
  g_clear_pointer (&self->cancelled, g_source_unref);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, reply, (GDestroyNotify) waxseal_login_reply_free);
}

static void
settle_with_code (WaxsealCodeSignIn *self, WaxsealError code)
{
  settle (self, NULL, waxseal_remedy_new_error (code, NULL));
}

static void wait_and_poll (Attempt *attempt);

/* A network that is gone for a moment does not end a sign-in that a person is busy with. */
static gboolean
is_hiccup (const GError *error)
{
  static const int codes[] = {
    WAXSEAL_ERROR_OFFLINE,
    WAXSEAL_ERROR_BAD_REPLY,
    WAXSEAL_ERROR_SERVICE_BUSY,
    WAXSEAL_ERROR_SERVICE_FAILED,
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_error_matches (error, WAXSEAL_ERROR, codes[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_still_open (WaxsealLoginReply *reply)
{
  return strcmp (reply->refusal, "authorization_pending") == 0 ||
         strcmp (reply->refusal, "slow_down") == 0 ||
         (reply->error != NULL && is_hiccup (reply->error));
}

static void
polled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Attempt) attempt = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealLoginReply) reply = waxseal_login_ask_finish (result, &error);

  if (!is_current (attempt))
    return;
  if (reply != NULL && strcmp (reply->refusal, "slow_down") == 0)
    attempt->interval = MIN (attempt->interval + SLOW_DOWN, MAX_INTERVAL);
  if (reply != NULL ? is_still_open (reply) : is_hiccup (error))
    wait_and_poll (attempt);
  else if (reply != NULL)
    settle (attempt->sign_in, g_steal_pointer (&reply), NULL);
  else
    settle (attempt->sign_in, NULL, g_steal_pointer (&error));
}

static gboolean
poll_cb (gpointer user_data)
{
  Attempt *attempt = user_data;
  WaxsealCodeSignIn *self = attempt->sign_in;
  g_autoptr (WaxsealHttpRequest) request = NULL;

  g_clear_pointer (&attempt->timer, g_source_unref);
  if (waxseal_device_code_get_seconds_left (attempt->shown) == 0)
    {
      settle_with_code (self, WAXSEAL_ERROR_CODE_EXPIRED);
      return G_SOURCE_REMOVE;
    }
  request = waxseal_login_new_token_request (self->login, GRANT_TYPE, NULL);
  waxseal_http_request_add_secret_field (request, "device_code", attempt->device_code);
  waxseal_login_ask_async (self->login,
                           request,
                           (const char *const *) self->ask->token_scopes,
                           attempt->cancellable,
                           polled_cb,
                           g_rc_box_acquire (attempt));
  return G_SOURCE_REMOVE;
}

static void
wait_and_poll (Attempt *attempt)
{
  guint wait = waxseal_login_scale (attempt->sign_in->login, attempt->interval * 1000);

  attempt->timer = g_timeout_source_new (wait);
  g_source_set_callback (attempt->timer,
                         poll_cb,
                         g_rc_box_acquire (attempt),
                         (GDestroyNotify) attempt_unref);
  g_source_attach (attempt->timer, g_main_context_get_thread_default ());
}

/* It is going to be shown, and opened in a browser. */
static gboolean
is_usable (WaxsealCodeSignIn *self, const char *user_code, const char *uri)
{
  gboolean is_practice = waxseal_endpoints_is_practice (waxseal_login_get_endpoints (self->login));

  return *user_code != '\0' && strlen (user_code) <= 64 &&
         (g_str_has_prefix (uri, "https://") || (is_practice && g_str_has_prefix (uri, "http://")));
}

static gboolean
read_code (Attempt *attempt, WaxsealHttpReply *reply)
{
  JsonObject *object = waxseal_http_reply_get_object (reply);
  const char *user_code = waxseal_json_get_text (object, "user_code");
  const char *uri = waxseal_json_get_text (object, "verification_uri");
  gint64 life = waxseal_json_get_number (object, "expires_in", DEFAULT_LIFE);
  gint64 interval = waxseal_json_get_number (object, "interval", DEFAULT_INTERVAL);

  attempt->device_code = waxseal_http_reply_take_secret (reply, "device_code");
  if (attempt->device_code == NULL || !is_usable (attempt->sign_in, user_code, uri))
    return FALSE;
  attempt->interval = CLAMP (interval, 1, MAX_INTERVAL);
  attempt->shown = waxseal_device_code_new (user_code, uri, CLAMP (life, 1, MAX_LIFE));
  return TRUE;
}

static void
code_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Attempt) attempt = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealHttpReply) reply =
    waxseal_http_send_finish (WAXSEAL_HTTP (source), result, &error);
  WaxsealCodeSignIn *self = attempt->sign_in;

  if (!is_current (attempt))
    return;
  if (reply == NULL)
    settle (self, NULL, g_steal_pointer (&error));
  else if (waxseal_http_reply_get_status (reply) != 200)
    settle (self, NULL, waxseal_login_new_reply_error (reply));
  else if (!read_code (attempt, reply))
    settle_with_code (self, WAXSEAL_ERROR_BAD_REPLY);
  else
    {
      wait_and_poll (attempt);
      g_signal_emit (self, device_code_signal, 0, attempt->shown);
    }
}

static void
start (WaxsealCodeSignIn *self)
{
  static const char *const secrets[] = { "device_code", NULL };
  g_autofree char *language = waxseal_language_tag_new ();
  g_autofree char *endpoint = g_strconcat ("devicecode?mkt=", language, NULL);
  g_autoptr (WaxsealHttpRequest) request = waxseal_login_new_request (self->login, endpoint);
  Attempt *attempt = g_rc_box_new0 (Attempt);

  attempt->sign_in = g_object_ref (self);
  attempt->cancellable = g_cancellable_new ();
  self->attempt = attempt;
  waxseal_http_request_add_field (request, "scope", self->ask->token_scope);
  waxseal_http_request_set_secret_members (request, secrets);
  waxseal_http_request_set_repeatable (request, TRUE);
  waxseal_http_send_async (waxseal_login_get_http (self->login),
                           request,
                           attempt->cancellable,
                           code_cb,
                           g_rc_box_acquire (attempt));
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  GError *error = NULL;

  g_cancellable_set_error_if_cancelled (cancellable, &error);
  settle (user_data, NULL, error);
  return G_SOURCE_REMOVE;
}

/**
 * waxseal_code_sign_in_run_async:
 *
 * Emits "device-code", then asks until the person is done, as often as the service wants it.
 */
void
waxseal_code_sign_in_run_async (WaxsealCodeSignIn *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (self->task == NULL);

  self->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (self->task, waxseal_code_sign_in_run_async);
  if (cancellable != NULL)
    {
      self->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (self->cancelled, G_SOURCE_FUNC (cancelled_cb), self, NULL);
      g_source_attach (self->cancelled, g_main_context_get_thread_default ());
    }
  start (self);
}

/**
 * waxseal_code_sign_in_run_finish:
 * @error: those of #WaxsealHttp and of waxseal_login_new_reply_error();
 *   %WAXSEAL_ERROR_CODE_EXPIRED
 *
 * Returns: (transfer full): what the token endpoint answered at last
 */
WaxsealLoginReply *
waxseal_code_sign_in_run_finish (WaxsealCodeSignIn *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * waxseal_code_sign_in_renew:
 *
 * Gives the code up and gets another, at any time: codes have been seen to die in the browser long
 * before they should (microsoft.md, 1.4).
 */
void
waxseal_code_sign_in_renew (WaxsealCodeSignIn *self)
{
  if (self->task == NULL)
    return;
  give_up (self);
  start (self);
}
