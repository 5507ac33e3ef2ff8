/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Microsoft's sign-in refuses, by number and by name. */
#include "waxseal-aadsts.h"

#include <string.h>

#include "waxseal-json.h"
#include "waxseal-remedy.h"

/* microsoft.md, 1.1 to 1.5. */
static const WaxsealAadstsRow rows[] = {
  { 50011, WAXSEAL_ERROR_WRONG_CLIENT },         /* redirect URI not registered */
  { 50020, WAXSEAL_ERROR_WRONG_ACCOUNT },        /* not in this tenant */
  { 50076, WAXSEAL_ERROR_SIGN_IN_NEEDED },       /* another factor is needed */
  { 50079, WAXSEAL_ERROR_SIGN_IN_NEEDED },       /* another factor has to be set up */
  { 50173, WAXSEAL_ERROR_SIGN_IN_NEEDED, TRUE }, /* refresh token revoked */
  { 50194, WAXSEAL_ERROR_WRONG_TENANT },         /* single-tenant application on /common */
  { 53000, WAXSEAL_ERROR_BLOCKED },              /* device not compliant */
  { 53001, WAXSEAL_ERROR_BLOCKED },              /* device not joined */
  { 53003, WAXSEAL_ERROR_BLOCKED },              /* Conditional Access */
  { 54005, WAXSEAL_ERROR_SIGN_IN_NEEDED },       /* authorization code used before */
  { 65001, WAXSEAL_ERROR_CONSENT_NEEDED },       /* not consented */
  { 65002, WAXSEAL_ERROR_WRONG_CLIENT },         /* first-party client may not call that API */
  { 65004, WAXSEAL_ERROR_SIGN_IN_DECLINED },     /* the person declined to consent */
  { 70008, WAXSEAL_ERROR_SIGN_IN_NEEDED, TRUE }, /* refresh token expired */
  { 70016, WAXSEAL_ERROR_SIGN_IN_NEEDED },       /* device code not entered yet */
  { 70043, WAXSEAL_ERROR_SIGN_IN_NEEDED, TRUE }, /* sign-in frequency */
  { 90002, WAXSEAL_ERROR_WRONG_TENANT },         /* tenant not found */
  { 90038, WAXSEAL_ERROR_WRONG_TENANT },         /* tenant of another cloud */
  { 90072, WAXSEAL_ERROR_WRONG_ACCOUNT },        /* not in this tenant */
  { 90094, WAXSEAL_ERROR_ADMIN_CONSENT_NEEDED },
  { 90095, WAXSEAL_ERROR_ADMIN_CONSENT_NEEDED },  /* the same, with a request workflow */
  { 500011, WAXSEAL_ERROR_SERVICE_ABSENT },       /* resource not in the tenant */
  { 530035, WAXSEAL_ERROR_BLOCKED },              /* security defaults */
  { 650052, WAXSEAL_ERROR_SERVICE_ABSENT },       /* its service principal not in the tenant */
  { 700016, WAXSEAL_ERROR_WRONG_CLIENT },         /* client not in the tenant */
  { 700025, WAXSEAL_ERROR_WRONG_CLIENT },         /* public client that sent a secret */
  { 700082, WAXSEAL_ERROR_SIGN_IN_NEEDED, TRUE }, /* refresh token unused for too long */
  { 7000215, WAXSEAL_ERROR_SECRET_WRONG },
  { 7000218, WAXSEAL_ERROR_WRONG_CLIENT }, /* public client flows not allowed */
  { 7000222, WAXSEAL_ERROR_SECRET_EXPIRED },
  { 7000229, WAXSEAL_ERROR_WRONG_CLIENT }, /* client without a service principal, or none yet */
  { 9001023, WAXSEAL_ERROR_WRONG_TENANT }, /* grant not allowed on /common */
};

/**
 * ErrorRow:
 * @decides: whether it says all; otherwise a number beside it tells more
 *
 * OAuth's own name of a refusal (RFC 6749, 5.2; RFC 8628, 3.5; OpenID Connect Core, 3.1.2.6).
 */
typedef struct
{
  const char *error;
  WaxsealError code;
  gboolean decides;
} ErrorRow;

static const ErrorRow error_rows[] = {
  { "authorization_pending", WAXSEAL_ERROR_SIGN_IN_NEEDED, TRUE },
  { "slow_down", WAXSEAL_ERROR_SIGN_IN_NEEDED, TRUE },
  { "authorization_declined", WAXSEAL_ERROR_SIGN_IN_DECLINED, TRUE },
  { "bad_verification_code", WAXSEAL_ERROR_CODE_EXPIRED, TRUE },
  { "expired_token", WAXSEAL_ERROR_CODE_EXPIRED, TRUE },
  { "server_error", WAXSEAL_ERROR_SERVICE_FAILED, TRUE },
  { "temporarily_unavailable", WAXSEAL_ERROR_SERVICE_BUSY, TRUE },
  { "access_denied", WAXSEAL_ERROR_SIGN_IN_DECLINED },
  { "consent_required", WAXSEAL_ERROR_CONSENT_NEEDED },
  { "interaction_required", WAXSEAL_ERROR_SIGN_IN_NEEDED },
  { "login_required", WAXSEAL_ERROR_SIGN_IN_NEEDED },
  { "invalid_grant", WAXSEAL_ERROR_SIGN_IN_NEEDED },
  { "unauthorized_client", WAXSEAL_ERROR_WRONG_CLIENT },
  { "invalid_resource", WAXSEAL_ERROR_SERVICE_ABSENT },
};

/** waxseal_aadsts_find: Returns: (transfer none) (nullable): the row of @number, if it is known */
const WaxsealAadstsRow *
waxseal_aadsts_find (guint number)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].number == number)
      return &rows[i];
  return NULL;
}

static const ErrorRow *
find_error (const char *error)
{
  for (guint i = 0; i < G_N_ELEMENTS (error_rows); i++)
    if (g_strcmp0 (error_rows[i].error, error) == 0)
      return &error_rows[i];
  return NULL;
}

static WaxsealError
look_up (const char *error, const guint *numbers, guint n_numbers)
{
  const ErrorRow *by_name = find_error (error);

  if (by_name != NULL && by_name->decides)
    return by_name->code;
  for (guint i = 0; i < n_numbers; i++)
    {
      const WaxsealAadstsRow *row = waxseal_aadsts_find (numbers[i]);

      if (row != NULL)
        return row->code;
    }
  return by_name != NULL ? by_name->code : WAXSEAL_ERROR_SIGN_IN_FAILED;
}

/* Up to four are read: Microsoft sends one, or two. */
#define MAX_NUMBERS 4

static guint
read_numbers (JsonObject *reply, guint *numbers)
{
  JsonArray *codes = waxseal_json_get_array (reply, "error_codes");
  guint length = codes != NULL ? json_array_get_length (codes) : 0;
  guint n_numbers = 0;

  for (guint i = 0; i < length && n_numbers < MAX_NUMBERS; i++)
    {
      JsonNode *node = json_array_get_element (codes, i);
      gint64 number =
        json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : 0;

      if (number > 0 && number <= G_MAXINT32)
        numbers[n_numbers++] = number;
    }
  return n_numbers;
}

/* A name, an id or a time is shown; a sentence, which may hold a person's name, ID or address, does
 * not pass (microsoft.md, 4: redact the descriptions). */
static gboolean
is_plain (const char *text)
{
  return *text != '\0' && strlen (text) <= 40 &&
         strspn (text, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-:") ==
           strlen (text);
}

/* "2026-11-25 04:44:00Z" has a space in it. */
static gboolean
is_time (const char *text)
{
  return *text != '\0' && strlen (text) <= 40 && strspn (text, "0123456789-:. TZ") == strlen (text);
}

static char *
describe (const char *error, const guint *numbers, guint n_numbers, JsonObject *reply)
{
  static const struct
  {
    const char *member;
    const char *label;
    gboolean (*is_good) (const char *text);
  } parts[] = {
    { "trace_id", "trace_id", is_plain },
    { "correlation_id", "correlation_id", is_plain },
    { "timestamp", "timestamp", is_time },
  };
  g_autoptr (GString) details = g_string_new (NULL);

  for (guint i = 0; i < n_numbers; i++)
    g_string_append_printf (details, "%sAADSTS%u", i > 0 ? ", " : "", numbers[i]);
  if (error != NULL && is_plain (error))
    g_string_append_printf (details, "%s%s", n_numbers > 0 ? ", " : "", error);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *text = waxseal_json_get_text (reply, parts[i].member);

      if (parts[i].is_good (text))
        g_string_append_printf (details, "\n%s %s", parts[i].label, text);
    }
  return g_string_free (g_steal_pointer (&details), FALSE);
}

/**
 * waxseal_aadsts_new_error:
 * @reply: (nullable): what the token or device code endpoint refused with (microsoft.md, 1.2)
 *
 * Goes by `error`, then by the numbers beside it; the prose is neither read nor kept, since it
 * changes, and names people.
 *
 * Returns: (transfer full): an error whose details are names, numbers and trace ids
 */
GError *
waxseal_aadsts_new_error (JsonObject *reply)
{
  const char *error = waxseal_json_get_text (reply, "error");
  guint numbers[MAX_NUMBERS];
  guint n_numbers = read_numbers (reply, numbers);
  g_autofree char *details = describe (error, numbers, n_numbers, reply);

  return waxseal_remedy_new_error (look_up (error, numbers, n_numbers), details);
}

/**
 * waxseal_aadsts_ends_session:
 * @reply: (nullable): what the token endpoint refused with
 *
 * Returns: whether the refresh token that was sent is dead; a missing consent or factor, say, does
 *   not make it so
 */
gboolean
waxseal_aadsts_ends_session (JsonObject *reply)
{
  guint numbers[MAX_NUMBERS];
  guint n_numbers = read_numbers (reply, numbers);

  for (guint i = 0; i < n_numbers; i++)
    {
      const WaxsealAadstsRow *row = waxseal_aadsts_find (numbers[i]);

      if (row != NULL && row->ends_session)
        return TRUE;
    }
  return FALSE;
}

/**
 * waxseal_aadsts_new_redirect_error:
 * @error: as the browser brought it back (microsoft.md, 1.2)
 * @description: (nullable): the prose with it. A redirect has no `error_codes`, so the number
 *   that it begins with (“AADSTS65004: …”) is taken, and nothing else of it
 *
 * Returns: (transfer full): as waxseal_aadsts_new_error()
 */
GError *
waxseal_aadsts_new_redirect_error (const char *error, const char *description)
{
  g_autofree char *details = NULL;
  guint64 number = 0;
  guint numbers[1];
  guint n_numbers = 0;

  if (description != NULL && g_str_has_prefix (description, "AADSTS"))
    number = g_ascii_strtoull (description + strlen ("AADSTS"), NULL, 10);
  if (number > 0 && number <= G_MAXINT32)
    numbers[n_numbers++] = number;
  details = describe (error, numbers, n_numbers, NULL);
  return waxseal_remedy_new_error (look_up (error, numbers, n_numbers), details);
}
