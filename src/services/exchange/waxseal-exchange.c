/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-exchange.h"

#include <libsoup/soup.h>
#include <string.h>

#include "waxseal-exchange-fault.h"
#include "waxseal-http-address.h"
#include "waxseal-json.h"
#include "waxseal-remedy.h"
#include "waxseal-signed-call.h"

#define VERSION_PATH "/adminapi/beta/"
#define PAGE_SIZE    "odata.maxpagesize=1000"
/* A tenant has a few add-ins, not thousands: more pages than these are a service that loops. */
#define MAX_PAGES 20

struct _WaxsealExchange
{
  GObject parent_instance;
  WaxsealHttp *http;
  WaxsealEndpoints *endpoints;
  WaxsealAuthorizer *authorizer;
  WaxsealExchangeByteForm byte_form;
};

G_DEFINE_FINAL_TYPE (WaxsealExchange, waxseal_exchange, G_TYPE_OBJECT)

static guint waiting_signal;

static void
waxseal_exchange_finalize (GObject *object)
{
  WaxsealExchange *self = WAXSEAL_EXCHANGE (object);

  g_clear_object (&self->http);
  g_clear_pointer (&self->endpoints, waxseal_endpoints_unref);
  g_clear_object (&self->authorizer);
  G_OBJECT_CLASS (waxseal_exchange_parent_class)->finalize (object);
}

static void
waxseal_exchange_class_init (WaxsealExchangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_exchange_finalize;

  waiting_signal = g_signal_new ("waiting",
                                 G_TYPE_FROM_CLASS (klass),
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 2,
                                 G_TYPE_INT,
                                 G_TYPE_UINT);
}

static void
waxseal_exchange_init (WaxsealExchange *self)
{
}

/**
 * waxseal_exchange_new:
 * @http: (transfer none): the way there
 * @endpoints: (transfer none): where Exchange is
 * @authorizer: (transfer none): who signs the requests: a person
 *
 * Returns: (transfer full): Exchange Online, for them
 */
WaxsealExchange *
waxseal_exchange_new (WaxsealHttp *http, WaxsealEndpoints *endpoints, WaxsealAuthorizer *authorizer)
{
  WaxsealExchange *self = g_object_new (WAXSEAL_TYPE_EXCHANGE, NULL);

  self->http = g_object_ref (http);
  self->endpoints = waxseal_endpoints_ref (endpoints);
  self->authorizer = g_object_ref (authorizer);
  return self;
}

/** waxseal_exchange_set_byte_form: The switch of waxseal-exchange-bytes.h. */
void
waxseal_exchange_set_byte_form (WaxsealExchange *self, WaxsealExchangeByteForm form)
{
  self->byte_form = form;
}

/* One command on its way: the task's data. */
typedef struct
{
  WaxsealExchangeCommand *command;
  char **scopes;
  char *tenant_id;
  char *anchor;
  WaxsealExchangeReply *reply;
  guint n_pages;
} Run;

static void
free_run (gpointer user_data)
{
  Run *run = user_data;

  waxseal_exchange_command_unref (run->command);
  g_strfreev (run->scopes);
  g_free (run->tenant_id);
  g_free (run->anchor);
  waxseal_exchange_reply_unref (run->reply);
  g_free (run);
}

static void
waiting_cb (WaxsealHttpRequest *request, int why, guint milliseconds, gpointer user_data)
{
  g_signal_emit (user_data, waiting_signal, 0, why, milliseconds);
}

/* Whether a token for Exchange may be sent to where the next page is said to be. */
static gboolean
owns_address (WaxsealExchange *self, const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr (GUri) own =
    g_uri_parse (waxseal_endpoints_get_exchange (self->endpoints), SOUP_HTTP_URI_FLAGS, NULL);

  return uri != NULL && own != NULL && waxseal_http_address_is_same_origin (uri, own) &&
         g_str_has_prefix (g_uri_get_path (uri), VERSION_PATH);
}

static void post (GTask *task, const char *address);

/* What a write made is read back anyway, so it need not give anything. */
static gboolean
is_page (Run *run, JsonObject *page)
{
  return waxseal_json_get_array (page, "value") != NULL ||
         waxseal_json_get_array (page, "@adminapi.warnings") != NULL ||
         !waxseal_exchange_command_is_read (run->command);
}

static void
take_page (GTask *task, WaxsealHttpReply *reply)
{
  WaxsealExchange *self = g_task_get_source_object (task);
  Run *run = g_task_get_task_data (task);
  JsonObject *page = waxseal_http_reply_get_object (reply);
  const char *next = waxseal_json_get_text (page, "@odata.nextLink");
  g_autofree char *details = NULL;

  if (is_page (run, page) &&
      (*next == '\0' || (owns_address (self, next) && run->n_pages < MAX_PAGES)))
    {
      waxseal_exchange_reply_add_page (run->reply, page, waxseal_http_reply_get_request_id (reply));
      if (*next != '\0')
        post (task, next);
      else
        g_task_return_pointer (task,
                               waxseal_exchange_reply_ref (run->reply),
                               (GDestroyNotify) waxseal_exchange_reply_unref);
      return;
    }
  details = waxseal_http_reply_describe (reply);
  g_task_return_error (task, waxseal_remedy_new_error (WAXSEAL_ERROR_BAD_REPLY, details));
}

static void
called_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (WaxsealHttpReply) reply = waxseal_signed_call_finish (result, &error);

  if (reply != NULL)
    error =
      waxseal_exchange_fault_to_error (reply, waxseal_exchange_command_is_read (run->command));
  if (error != NULL)
    g_task_return_error (task, error);
  else
    take_page (task, reply);
}

/* The next page is had by the same body, too. */
static void
post (GTask *task, const char *address)
{
  WaxsealExchange *self = g_task_get_source_object (task);
  Run *run = g_task_get_task_data (task);
  g_autoptr (WaxsealHttpRequest) request = waxseal_http_request_new ("POST", address);
  g_autoptr (JsonNode) body = waxseal_exchange_command_build (run->command, self->byte_form);

  run->n_pages++;
  waxseal_http_request_set_json (request, body);
  waxseal_http_request_set_header (request, "X-AnchorMailbox", run->anchor);
  waxseal_http_request_set_header (request,
                                   "X-CmdletName",
                                   waxseal_exchange_command_get_cmdlet (run->command));
  waxseal_http_request_set_header (request, "X-ResponseFormat", "json");
  waxseal_http_request_set_header (request, "Prefer", PAGE_SIZE);
  waxseal_http_request_set_repeatable (request, waxseal_exchange_command_is_read (run->command));
  waxseal_http_request_set_judge (request, waxseal_exchange_fault_judge, NULL, NULL);
  g_signal_connect_object (request, "waiting", G_CALLBACK (waiting_cb), self, 0);
  waxseal_signed_call_async (self->http,
                             self->authorizer,
                             request,
                             waxseal_endpoints_get_exchange (self->endpoints),
                             (const char *const *) run->scopes,
                             waxseal_exchange_fault_is_stale,
                             g_task_get_cancellable (task),
                             called_cb,
                             g_object_ref (task));
}

/* Which mailbox to be near to: the person's own. */
static char *
build_anchor (WaxsealToken *token)
{
  static const char *const claims[] = { "upn", "unique_name", "preferred_username" };

  for (guint i = 0; i < G_N_ELEMENTS (claims); i++)
    {
      const char *name = waxseal_token_get_claim (token, claims[i]);

      if (*name != '\0' && strpbrk (name, "\r\n") == NULL)
        return g_strconcat ("UPN:", name, NULL);
    }
  return NULL;
}

static void
got_token_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  WaxsealExchange *self = g_task_get_source_object (task);
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (WaxsealToken) token =
    waxseal_authorizer_get_token_finish (WAXSEAL_AUTHORIZER (source), result, &error);
  const char *exchange = waxseal_endpoints_get_exchange (self->endpoints);
  g_autofree char *address = NULL;

  if (token == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  run->anchor = build_anchor (token);
  run->tenant_id = g_strdup (waxseal_token_get_claim (token, "tid"));
  if (run->anchor == NULL || !g_uuid_string_is_valid (run->tenant_id))
    {
      g_task_return_error (task, waxseal_remedy_new_error (WAXSEAL_ERROR_SIGN_IN_NEEDED, NULL));
      return;
    }
  address = g_strconcat (exchange, VERSION_PATH, run->tenant_id, "/InvokeCommand", NULL);
  post (task, address);
}

/**
 * waxseal_exchange_call_async:
 * @command: (transfer none): kept; not to be changed
 * @scopes: (array zero-terminated=1): waxseal_sign_in_client_dup_exchange_scopes()
 *
 * Whose tenant and which mailbox, the token tells. Where a token is refused, or comes too early for
 * a role, one more is asked for.
 */
void
waxseal_exchange_call_async (WaxsealExchange *self,
                             WaxsealExchangeCommand *command,
                             const char *const *scopes,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Run *run = g_new0 (Run, 1);
  GError *error = NULL;

  g_task_set_source_tag (task, waxseal_exchange_call_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, run, free_run);
  run->command = waxseal_exchange_command_ref (command);
  run->scopes = g_strdupv ((char **) scopes);
  run->reply = waxseal_exchange_reply_new ();
  if (waxseal_exchange_command_check (command, &error))
    waxseal_authorizer_get_token_async (self->authorizer,
                                        waxseal_endpoints_get_exchange (self->endpoints),
                                        scopes,
                                        NULL,
                                        FALSE,
                                        cancellable,
                                        got_token_cb,
                                        g_object_ref (task));
  else
    g_task_return_error (task, error);
}

/**
 * waxseal_exchange_call_finish:
 * @error: see waxseal-exchange.h
 *
 * Returns: (transfer full): what the cmdlet gave, with its warnings
 */
WaxsealExchangeReply *
waxseal_exchange_call_finish (WaxsealExchange *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
