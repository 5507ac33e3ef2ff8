/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-exchange-fault.h"

#include "waxseal-json.h"
#include "waxseal-remedy.h"
#include "waxseal-signed-call.h"

#define DIAGNOSTICS "x-ms-diagnostics"

static const struct
{
  guint status;
  WaxsealError error;
} faults[] = {
  { 401, WAXSEAL_ERROR_SIGN_IN_NEEDED },
  { 403, WAXSEAL_ERROR_EXCHANGE_ROLE },
  { 409, WAXSEAL_ERROR_CONFLICT },
  { 429, WAXSEAL_ERROR_SERVICE_BUSY },
};

/** waxseal_exchange_fault_judge: A #WaxsealHttpJudge. */
WaxsealHttpVerdict
waxseal_exchange_fault_judge (WaxsealHttpReply *reply, gpointer unused)
{
  guint status = waxseal_http_reply_get_status (reply);

  if (status == 429 || status == 503)
    return WAXSEAL_HTTP_BUSY;
  return status >= 500 ? WAXSEAL_HTTP_FAILED : WAXSEAL_HTTP_DONE;
}

/**
 * waxseal_exchange_fault_is_stale:
 *
 * A 403 without a body usually means a token from before a role was activated, or a role that has
 * not got about yet (microsoft.md, 3.2).
 *
 * Returns: whether a new token may help
 */
gboolean
waxseal_exchange_fault_is_stale (WaxsealHttpReply *reply)
{
  return waxseal_signed_call_is_unauthorized (reply) ||
         (waxseal_http_reply_get_status (reply) == 403 &&
          waxseal_http_reply_get_json (reply) == NULL);
}

static void
append_line (GString *lines, const char *text)
{
  if (*text != '\0')
    g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", text);
}

static void
append_details (GString *lines, JsonObject *error)
{
  JsonArray *details = waxseal_json_get_array (error, "details");

  for (guint i = 0; details != NULL && i < json_array_get_length (details); i++)
    append_line (lines,
                 waxseal_json_get_text (waxseal_json_array_get_object (details, i), "message"));
}

static void
append_inner (GString *lines, JsonObject *error)
{
  JsonObject *inner = waxseal_json_get_object (error, "innererror");
  JsonObject *exception;

  if (inner == NULL)
    inner = waxseal_json_get_object (error, "innerError");
  exception = waxseal_json_get_object (inner, "internalexception");
  if (exception == NULL)
    exception = waxseal_json_get_object (inner, "internalException");
  append_line (lines, waxseal_json_get_text (exception, "message"));
}

/**
 * waxseal_exchange_fault_dup_message:
 *
 * Returns: (transfer full): why it was refused, in the service's words, wherever in the reply they
 *   are; "HTTP 403" where it gave none
 */
char *
waxseal_exchange_fault_dup_message (WaxsealHttpReply *reply)
{
  JsonObject *error = waxseal_json_get_object (waxseal_http_reply_get_object (reply), "error");
  const char *diagnostics = waxseal_http_reply_get_header (reply, DIAGNOSTICS);
  GString *lines = g_string_new (NULL);

  append_details (lines, error);
  if (lines->len == 0)
    append_inner (lines, error);
  if (lines->len == 0)
    append_line (lines, waxseal_json_get_text (error, "message"));
  if (diagnostics != NULL)
    append_line (lines, diagnostics);
  if (lines->len == 0)
    g_string_printf (lines, "HTTP %u", waxseal_http_reply_get_status (reply));
  return g_string_free (lines, FALSE);
}

static WaxsealError
find_error (guint status, gboolean reads)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    if (faults[i].status == status)
      return faults[i].error;
  if (status < 400)
    return WAXSEAL_ERROR_BAD_REPLY;
  if (status < 500)
    return WAXSEAL_ERROR_EXCHANGE_REFUSED;
  /* Only of a read is it certain that being busy was all. */
  return status == 503 && reads ? WAXSEAL_ERROR_SERVICE_BUSY : WAXSEAL_ERROR_SERVICE_FAILED;
}

/**
 * waxseal_exchange_fault_to_error:
 * @reply: after all waiting
 * @reads: whether what was asked for changes nothing
 *
 * Returns: (transfer full) (nullable): what the user is told, with the whole of what the service
 *   said as details; %NULL if @reply is a success
 */
GError *
waxseal_exchange_fault_to_error (WaxsealHttpReply *reply, gboolean reads)
{
  guint status = waxseal_http_reply_get_status (reply);
  g_autofree char *message = NULL;
  g_autofree char *details = NULL;

  if (status >= 200 && status < 300)
    return NULL;
  message = waxseal_exchange_fault_dup_message (reply);
  details = waxseal_http_reply_describe_as (reply, message);
  return waxseal_remedy_new_error (find_error (status, reads), details);
}
