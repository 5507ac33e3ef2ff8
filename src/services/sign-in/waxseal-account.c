/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-account-private.h"

#include "waxseal-remedy.h"
#include "waxseal-sign-in-client.h"

static void authorizer_iface_init (WaxsealAuthorizerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WaxsealAccount,
                               waxseal_account,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (WAXSEAL_TYPE_AUTHORIZER,
                                                      authorizer_iface_init))

enum
{
  PROP_SIGNED_IN = 1,
  PROP_USER_NAME,
  PROP_DISPLAY_NAME,
  PROP_TENANT_ID,
  PROP_ASKING,
  PROP_STAY_SIGNED_IN,
  N_PROPS
};

enum
{
  OPEN_LINK,
  DEVICE_CODE,
  NOT_KEPT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
waxseal_account_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  WaxsealAccount *self = WAXSEAL_ACCOUNT (object);

  switch (id)
    {
    case PROP_SIGNED_IN:
      g_value_set_boolean (value, self->session->signed_in);
      break;
    case PROP_USER_NAME:
      g_value_set_string (value, self->session->user_name);
      break;
    case PROP_DISPLAY_NAME:
      g_value_set_string (value, self->session->display_name);
      break;
    case PROP_TENANT_ID:
      g_value_set_string (value, self->session->tenant_id);
      break;
    case PROP_ASKING:
      g_value_set_boolean (value, self->asking);
      break;
    case PROP_STAY_SIGNED_IN:
      g_object_get_property (G_OBJECT (self->settings), "stay-signed-in", value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
waxseal_account_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  WaxsealAccount *self = WAXSEAL_ACCOUNT (object);

  if (id == PROP_STAY_SIGNED_IN)
    g_object_set_property (G_OBJECT (self->settings), "stay-signed-in", value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
waxseal_account_finalize (GObject *object)
{
  WaxsealAccount *self = WAXSEAL_ACCOUNT (object);

  g_object_unref (self->http);
  waxseal_endpoints_unref (self->endpoints);
  g_object_unref (self->organization);
  g_clear_object (&self->store);
  waxseal_session_free (self->session);
  waxseal_session_free (self->exchange_session);
  g_clear_object (&self->code_sign_in);
  G_OBJECT_CLASS (waxseal_account_parent_class)->finalize (object);
}

static guint
add_signal (const char *name, GType type)
{
  return g_signal_new (
    name, WAXSEAL_TYPE_ACCOUNT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, type);
}

static void
waxseal_account_class_init (WaxsealAccountClass *klass)
{
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = waxseal_account_get_property;
  object_class->set_property = waxseal_account_set_property;
  object_class->finalize = waxseal_account_finalize;
  properties[PROP_SIGNED_IN] = g_param_spec_boolean ("signed-in", NULL, NULL, FALSE, readable);
  properties[PROP_USER_NAME] = g_param_spec_string ("user-name", NULL, NULL, "", readable);
  properties[PROP_DISPLAY_NAME] = g_param_spec_string ("display-name", NULL, NULL, "", readable);
  properties[PROP_TENANT_ID] = g_param_spec_string ("tenant-id", NULL, NULL, "", readable);
  properties[PROP_ASKING] = g_param_spec_boolean ("asking", NULL, NULL, FALSE, readable);
  properties[PROP_STAY_SIGNED_IN] =
    g_param_spec_boolean ("stay-signed-in", NULL, NULL, FALSE, writable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[OPEN_LINK] = add_signal ("open-link", G_TYPE_STRING);
  signals[DEVICE_CODE] = add_signal ("device-code", WAXSEAL_TYPE_DEVICE_CODE);
  signals[NOT_KEPT] = add_signal ("not-kept", G_TYPE_ERROR);
}

static void
waxseal_account_init (WaxsealAccount *self)
{
  self->session = waxseal_session_new ();
  self->exchange_session = waxseal_session_new ();
  g_queue_init (&self->waiting);
}

static void
authorizer_get_token_async (WaxsealAuthorizer *authorizer,
                            const char *resource,
                            const char *const *scopes,
                            const char *claims,
                            gboolean fresh,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  waxseal_account_get_token_async (WAXSEAL_ACCOUNT (authorizer),
                                   resource,
                                   scopes,
                                   claims,
                                   fresh,
                                   cancellable,
                                   callback,
                                   user_data);
}

static WaxsealToken *
authorizer_get_token_finish (WaxsealAuthorizer *authorizer, GAsyncResult *result, GError **error)
{
  return waxseal_account_get_token_finish (WAXSEAL_ACCOUNT (authorizer), result, error);
}

static void
authorizer_iface_init (WaxsealAuthorizerInterface *iface)
{
  iface->get_token_async = authorizer_get_token_async;
  iface->get_token_finish = authorizer_get_token_finish;
}

typedef struct
{
  WaxsealAccount *account;
  SecretValue *token;
} Keeping;

static void keep (WaxsealAccount *self);

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Keeping *keeping = user_data;
  g_autoptr (WaxsealAccount) self = keeping->account;
  g_autoptr (SecretValue) token = keeping->token;
  g_autoptr (GError) error = NULL;

  if (!waxseal_refresh_store_save_finish (WAXSEAL_REFRESH_STORE (source), result, &error))
    waxseal_account_not_kept (self, error);
  else if (self->session->refresh_token != token)
    keep (self); /* there was a newer one before the keyring was unlocked */
}

static void
keep (WaxsealAccount *self)
{
  Keeping *keeping;

  if (self->session->refresh_token == NULL || !waxseal_account_keeps (self, self->session))
    return;
  keeping = g_new0 (Keeping, 1);
  keeping->account = g_object_ref (self);
  keeping->token = secret_value_ref (self->session->refresh_token);
  waxseal_refresh_store_save_async (
    self->store, self->session->client_id, keeping->token, TRUE, NULL, kept_cb, keeping);
}

static void
forgotten_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealAccount) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!waxseal_refresh_store_clear_finish (WAXSEAL_REFRESH_STORE (source), result, &error))
    waxseal_account_not_kept (self, error);
}

static void
stay_changed_cb (WaxsealAccount *self)
{
  if (waxseal_account_keeps (self, self->session))
    keep (self);
  else if (self->store != NULL)
    waxseal_refresh_store_clear_async (self->store, NULL, forgotten_cb, g_object_ref (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STAY_SIGNED_IN]);
}

/**
 * waxseal_account_new:
 * @keyring: (nullable): %NULL where no refresh token is to be kept, whatever the settings say
 *
 * "stay-signed-in" is the organisation's setting of that name: turning it on keeps the refresh
 * token, turning it off clears it from the keyring. Where that fails "not-kept" tells why.
 *
 * Returns: (transfer full): the organisation's account, in which nobody is signed in yet
 */
WaxsealAccount *
waxseal_account_new (WaxsealHttp *http,
                     WaxsealEndpoints *endpoints,
                     WaxsealKeyring *keyring,
                     WaxsealOrganization *organization)
{
  WaxsealAccount *self = g_object_new (WAXSEAL_TYPE_ACCOUNT, NULL);

  self->http = g_object_ref (http);
  self->endpoints = waxseal_endpoints_ref (endpoints);
  self->organization = g_object_ref (organization);
  self->settings = waxseal_record_get_child (organization, "sign-in");
  if (keyring != NULL)
    self->store = waxseal_refresh_store_new (organization, waxseal_endpoints_get_login (endpoints));
  g_signal_connect_object (self->settings,
                           "notify::stay-signed-in",
                           G_CALLBACK (stay_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  return self;
}

static char *
choose_client (WaxsealAccount *self, WaxsealSession *session)
{
  if (session == self->exchange_session)
    return waxseal_sign_in_client_choose_for_exchange (self->endpoints, self->organization);
  return waxseal_sign_in_client_choose (self->endpoints, self->organization);
}

/**
 * waxseal_account_find_session:
 * @scopes: (nullable): what a token is wanted for
 *
 * Returns: (transfer none): the session of the client that may ask for @scopes
 */
WaxsealSession *
waxseal_account_find_session (WaxsealAccount *self, const char *const *scopes)
{
  g_autofree char *client = choose_client (self, self->session);
  g_autofree char *exchange_client = choose_client (self, self->exchange_session);

  if (waxseal_sign_in_client_is_for_exchange (scopes) && g_strcmp0 (client, exchange_client) != 0)
    return self->exchange_session;
  return self->session;
}

/**
 * waxseal_account_new_login:
 * @session: whose client signs in
 * @tenant_id: the tenant to take where the organisation's own is not known; or ""
 * @error: %WAXSEAL_ERROR_WRONG_CLIENT where no client ID has been chosen
 *
 * Returns: (transfer full): where to sign in by the settings as they are now
 */
WaxsealLogin *
waxseal_account_new_login (WaxsealAccount *self,
                           WaxsealSession *session,
                           const char *tenant_id,
                           GError **error)
{
  WaxsealEntraApp *app = waxseal_organization_get_entra_app (self->organization);
  g_autofree char *tenant = g_strstrip (g_strdup (waxseal_record_get_text (app, "tenant-id")));
  g_autofree char *client_id = choose_client (self, session);
  const char *chosen = *tenant != '\0' ? tenant : tenant_id;

  if (client_id == NULL)
    {
      g_propagate_error (error, waxseal_remedy_new_error (WAXSEAL_ERROR_WRONG_CLIENT, NULL));
      return NULL;
    }
  return waxseal_login_new (self->http,
                            self->endpoints,
                            *chosen != '\0' ? chosen : "organizations",
                            client_id);
}

/** waxseal_account_keeps: Returns: whether the refresh token of @session is kept in the keyring,
 * which has room for one. */
gboolean
waxseal_account_keeps (WaxsealAccount *self, WaxsealSession *session)
{
  return session == self->session && self->store != NULL &&
         waxseal_record_get_flag (self->settings, "stay-signed-in");
}

/** waxseal_account_session_changed: Tells whoever shows it. */
void
waxseal_account_session_changed (WaxsealAccount *self)
{
  for (guint i = PROP_SIGNED_IN; i <= PROP_TENANT_ID; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

/** waxseal_account_not_kept: Tells that the keyring could not do what staying signed in takes. */
void
waxseal_account_not_kept (WaxsealAccount *self, const GError *error)
{
  g_signal_emit (self, signals[NOT_KEPT], 0, error);
}

/** waxseal_account_set_asking: Whether a person is being asked, as long as that lasts. */
void
waxseal_account_set_asking (WaxsealAccount *self, gboolean asking)
{
  if (self->asking == asking)
    return;
  self->asking = asking;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ASKING]);
}

/** waxseal_account_open_link: Has @uri opened. */
void
waxseal_account_open_link (WaxsealAccount *self, const char *uri)
{
  waxseal_account_set_asking (self, TRUE);
  g_signal_emit (self, signals[OPEN_LINK], 0, uri);
}

/** waxseal_account_show_code: Has @code shown. */
void
waxseal_account_show_code (WaxsealAccount *self, WaxsealDeviceCode *code)
{
  waxseal_account_set_asking (self, TRUE);
  g_signal_emit (self, signals[DEVICE_CODE], 0, code);
}

static void
signed_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  WaxsealAccount *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;

  /* Where nothing is kept, it does not matter that there is no keyring. */
  if (waxseal_refresh_store_clear_finish (WAXSEAL_REFRESH_STORE (source), result, &error) ||
      !waxseal_account_keeps (self, self->session))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * waxseal_account_sign_out_async:
 *
 * Forgets the tokens at once, then clears what the keyring has.
 */
void
waxseal_account_sign_out_async (WaxsealAccount *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, waxseal_account_sign_out_async);
  waxseal_session_reset (self->session);
  waxseal_session_reset (self->exchange_session);
  waxseal_account_session_changed (self);
  if (self->store == NULL)
    g_task_return_boolean (task, TRUE);
  else
    waxseal_refresh_store_clear_async (self->store,
                                       cancellable,
                                       signed_out_cb,
                                       g_object_ref (task));
}

/**
 * waxseal_account_sign_out_finish:
 * @error: as of waxseal-keyring.h, where the keyring still has the refresh token
 *
 * Returns: whether nothing of the sign-in is left
 */
gboolean
waxseal_account_sign_out_finish (WaxsealAccount *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/** waxseal_account_is_signed_in: Returns: whether a person is signed in. */
gboolean
waxseal_account_is_signed_in (WaxsealAccount *self)
{
  return self->session->signed_in;
}

/**
 * waxseal_account_has_role:
 * @template_id: of a directory role: see waxseal-entra-roles.h
 *
 * By the newest token; a role that was activated later shows in a fresh one only.
 *
 * Returns: whether the person has it
 */
gboolean
waxseal_account_has_role (WaxsealAccount *self, const char *template_id)
{
  return waxseal_session_has_role (self->session, template_id) ||
         waxseal_session_has_role (self->exchange_session, template_id);
}
