/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Exchange says where it refuses, in its three shapes (waxseal-practice-exchange.c). */
#include "waxseal-practice-exchange.h"

#define SERVICE  "Microsoft.Exchange.Admin.OData.Core.ODataServiceException"
#define INVOKED  "Microsoft.Exchange.Management.PSDirectInvoke.DirectInvokeCmdletExecutionException"
#define BINDING  "System.Management.Automation.ParameterBindingException"
#define MISSING  "Ex6F9304|Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException"
#define REFUSED  "|Microsoft.Exchange.Data.Common.LocalizedException"
#define EXECUTED "Error executing cmdlet"
#define STACK    "   at Practice.CommandInvocation.InvokeCommand(CmdletInvokeInputType input)"

static const struct
{
  guint status;
  const char *code;
} codes[] = {
  { SOUP_STATUS_BAD_REQUEST, "BadRequest" },
  { SOUP_STATUS_FORBIDDEN, "Forbidden" },
  { SOUP_STATUS_NOT_FOUND, "NotFound" },
  { SOUP_STATUS_METHOD_NOT_ALLOWED, "MethodNotAllowed" },
  { SOUP_STATUS_CONFLICT, "Conflict" },
  { 429, "TooManyRequests" },
  { SOUP_STATUS_SERVICE_UNAVAILABLE, "ServiceUnavailable" },
};

static const char *
get_code (guint status)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (codes[i].status == status)
      return codes[i].code;
  return "InternalServerError";
}

static JsonObject *
new_error (guint status, const char *message)
{
  JsonObject *error = json_object_new ();

  json_object_set_string_member (error, "code", get_code (status));
  json_object_set_string_member (error, "message", message);
  return error;
}

static JsonObject *
new_exception (const char *message, const char *type)
{
  JsonObject *exception = json_object_new ();

  json_object_set_string_member (exception, "message", message);
  json_object_set_string_member (exception, "type", type);
  json_object_set_string_member (exception, "stacktrace", STACK);
  return exception;
}

static void
add_inner (JsonObject *error, const char *message, const char *inside, const char *type)
{
  JsonObject *inner = new_exception (message, SERVICE);

  json_object_set_object_member (inner, "internalexception", new_exception (inside, type));
  json_object_set_object_member (error, "innererror", inner);
}

static void
reply_error (WaxsealPracticeCall *call, guint status, JsonObject *error)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_object_set_object_member (object, "error", error);
  json_object_set_string_member (object, "adminapi.warnings@odata.type", "#Collection(String)");
  json_object_set_array_member (object, "@adminapi.warnings", json_array_new ());
  json_node_take_object (node, object);
  waxseal_practice_call_reply (call, status, node);
}

/* The reason that a cmdlet gives, behind an id and the class of the exception. */
static void
fail_cmdlet (WaxsealPracticeCall *call, guint status, const char *class, const char *reason)
{
  JsonObject *error = new_error (status, EXECUTED), *detail = json_object_new ();
  JsonArray *details = json_array_new ();
  g_autofree char *message = g_strdup_printf ("%s|%s", class, reason);

  json_object_set_string_member (detail, "code", "Client");
  json_object_set_string_member (detail, "target", "");
  json_object_set_string_member (detail, "message", message);
  json_array_add_object_element (details, detail);
  json_object_set_array_member (error, "details", details);
  add_inner (error, EXECUTED, "Exception of type '" INVOKED "' was thrown.", INVOKED);
  reply_error (call, status, error);
}

/** waxseal_practice_exchange_fail: answers with @message as the reason, and nothing around it */
void
waxseal_practice_exchange_fail (WaxsealPracticeCall *call, guint status, const char *message)
{
  reply_error (call, status, new_error (status, message));
}

/** waxseal_practice_exchange_fail_request: answers 400 to what is no request for a cmdlet */
void
waxseal_practice_exchange_fail_request (WaxsealPracticeCall *call, const char *message)
{
  waxseal_practice_exchange_fail (call, SOUP_STATUS_BAD_REQUEST, message);
}

/** waxseal_practice_exchange_fail_inside: answers 400 to a value that no cmdlet got to see */
void
waxseal_practice_exchange_fail_inside (WaxsealPracticeCall *call, const char *message)
{
  JsonObject *error = new_error (SOUP_STATUS_BAD_REQUEST, "Invalid Operation");

  add_inner (error, "Invalid Operation", message, BINDING);
  reply_error (call, SOUP_STATUS_BAD_REQUEST, error);
}

/** waxseal_practice_exchange_fail_missing: answers 404: @identity names nothing */
void
waxseal_practice_exchange_fail_missing (WaxsealPracticeCall *call, const char *identity)
{
  g_autofree char *reason =
    g_strdup_printf ("The operation couldn't be performed because object '%s' couldn't be found "
                     "on 'PRACTICE.PROD.OUTLOOK.COM'.",
                     identity);

  fail_cmdlet (call, SOUP_STATUS_NOT_FOUND, MISSING, reason);
}

/** waxseal_practice_exchange_refuse: answers 400 with the reason that a cmdlet gives */
void
waxseal_practice_exchange_refuse (WaxsealPracticeCall *call, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list args;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  fail_cmdlet (call, SOUP_STATUS_BAD_REQUEST, REFUSED, reason);
}
