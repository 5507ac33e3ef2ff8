/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-identity-error.h"

#include "waxseal-practice-identity.h"

/* 700160 and 700161 are not Microsoft's: RFC 8628 has these answers, and theirs have no number. */
static const struct
{
  guint number;
  guint status;
  const char *error;
  const char *text;
} errors[] = {
  { 28000,
    400,
    "invalid_request",
    "Provided value for the input parameter scope is not valid because it contains more than one "
    "resource. Scope {} is not valid." },
  { 50011,
    400,
    "invalid_request",
    "The redirect URI '{}' specified in the request does not match the redirect URIs configured "
    "for the application." },
  { 50034, 400, "invalid_grant", "The user account does not exist in the directory." },
  { 50058, 400, "login_required", "A silent sign-in request was sent but no user is signed in." },
  { 50194,
    400,
    "invalid_request",
    "Application '{}' is not configured as a multi-tenant application. Usage of the /common "
    "endpoint is not supported for such apps. Use a tenant-specific endpoint." },
  { 54005,
    400,
    "invalid_grant",
    "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an "
    "existing refresh token." },
  { 65001,
    400,
    "invalid_grant",
    "The user or administrator has not consented to use the application with ID '{}'. Send an "
    "interactive authorization request for this user and resource." },
  { 65002,
    400,
    "invalid_request",
    "Consent between first party application '{}' and first party resource must be configured via "
    "preauthorization." },
  { 65004, 400, "access_denied", "User declined to consent to access the app." },
  { 70000, 400, "invalid_grant", "Provided grant is invalid or malformed." },
  { 70003, 400, "unsupported_grant_type", "The app requested an unsupported grant type '{}'." },
  { 70007, 400, "unsupported_response_type", "'{}' is not a supported value of the parameter." },
  { 70008,
    400,
    "invalid_grant",
    "The provided authorization code or refresh token has expired due to inactivity. Send a new "
    "interactive authorization request for this user and resource." },
  { 70011,
    400,
    "invalid_scope",
    "The provided request must include a 'scope' input parameter. The provided value for the input "
    "parameter 'scope' is not valid. The scope '{}' is not valid." },
  { 70016,
    400,
    "authorization_pending",
    "OAuth 2.0 device flow error. Authorization is pending. Continue polling." },
  { 70018,
    400,
    "bad_verification_code",
    "Invalid verification code due to User typing in wrong user code for device code flow." },
  { 70020,
    400,
    "expired_token",
    "The provided value for the input parameter 'device_code' is not valid. This code has "
    "expired." },
  { 90002,
    400,
    "invalid_request",
    "Tenant '{}' not found. Check to make sure you have the correct tenant ID and are signing into "
    "the correct cloud." },
  { 90094,
    400,
    "access_denied",
    "An administrator must grant the permissions that the application with ID '{}' asks for before "
    "it can be used." },
  { 500011,
    400,
    "invalid_resource",
    "The resource principal named {} was not found in the tenant." },
  { 500112,
    400,
    "invalid_client",
    "The reply address '{}' does not match the reply address provided when requesting "
    "Authorization code." },
  { 501481,
    400,
    "invalid_grant",
    "The Code_Verifier does not match the code_challenge supplied in the authorization request." },
  { 650053,
    400,
    "invalid_client",
    "The application asked for scope '{}' that doesn't exist on the resource." },
  { 700016,
    400,
    "unauthorized_client",
    "Application with identifier '{}' was not found in the directory 'Waxseal Practice'." },
  { 700025,
    401,
    "invalid_client",
    "Client is public so neither 'client_assertion' nor 'client_secret' should be presented." },
  { 700160, 400, "slow_down", "The device code is being polled too often. Wait 5 s longer." },
  { 700161, 400, "authorization_declined", "The end user denied the authorization request." },
  { 900144, 400, "invalid_request", "The request must contain the following parameter: '{}'." },
  { 1002012,
    400,
    "invalid_scope",
    "The provided value for scope {} is not valid. Client credential flows must have a scope value "
    "with /.default suffixed to the resource identifier (application ID URI)." },
  { 7000215,
    401,
    "invalid_client",
    "Invalid client secret provided. Ensure the secret being sent in the request is the client "
    "secret value, not the client secret ID, for a secret added to app '{}'." },
  { 7000218,
    401,
    "invalid_client",
    "The request body must contain the following parameter: 'client_assertion' or "
    "'client_secret'." },
  { 7000222, 401, "invalid_client", "The provided client secret keys for app '{}' are expired." },
  { 7000229,
    401,
    "invalid_client",
    "The client application {} is missing service principal in the tenant "
    "8c0a5e1e-6d0b-4c57-9d53-6d1f7b0e2a11. See instructions here: "
    "https://go.microsoft.com/fwlink/?linkid=2225119" },
  { 9002325,
    400,
    "invalid_request",
    "Proof Key for Code Exchange is required for authorization code redemption: "
    "'code_challenge' with the method S256." },
};

static guint
find_row (guint number)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (errors) - 1 && errors[i].number != number; i++)
    ;
  g_assert (errors[i].number == number);
  return i;
}

static char *
format_now (WaxsealPracticeCall *call)
{
  g_autoptr (GDateTime) now =
    g_date_time_new_from_unix_utc (waxseal_practice_tenant_get_now (call->tenant));

  return g_date_time_format (now, "%Y-%m-%d %H:%M:%SZ");
}

static const char *
get_correlation (WaxsealPracticeCall *call)
{
  const char *id = waxseal_practice_call_get_header (call, "client-request-id");

  return id != NULL ? id : call->request_id;
}

/** waxseal_practice_identity_error_get_name: Returns: OAuth's name for the error @number */
const char *
waxseal_practice_identity_error_get_name (guint number)
{
  return errors[find_row (number)].error;
}

/**
 * waxseal_practice_identity_error_describe:
 * @detail: (nullable): what the text is about, such as the client ID; never a secret
 *
 * Returns: (transfer full): the error_description, with the ids and the time that end it
 */
char *
waxseal_practice_identity_error_describe (WaxsealPracticeCall *call,
                                          guint number,
                                          const char *detail)
{
  g_auto (GStrv) parts = g_strsplit (errors[find_row (number)].text, "{}", -1);
  g_autofree char *text = g_strjoinv (detail != NULL ? detail : "", parts);
  g_autofree char *now = format_now (call);

  return g_strdup_printf ("AADSTS%u: %s Trace ID: %s Correlation ID: %s Timestamp: %s",
                          number,
                          text,
                          call->request_id,
                          get_correlation (call),
                          now);
}

/** waxseal_practice_identity_fail: answers with an error in the shape of the token endpoint */
void
waxseal_practice_identity_fail (WaxsealPracticeCall *call, guint number, const char *detail)
{
  guint row = find_row (number);
  g_autofree char *description = waxseal_practice_identity_error_describe (call, number, detail);
  g_autofree char *now = format_now (call);
  g_autofree char *uri = g_strdup_printf ("%s/error?code=%u", call->host, number);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *codes = json_array_new ();

  json_array_add_int_element (codes, number);
  json_object_set_string_member (object, "error", errors[row].error);
  json_object_set_string_member (object, "error_description", description);
  json_object_set_array_member (object, "error_codes", codes);
  json_object_set_string_member (object, "timestamp", now);
  json_object_set_string_member (object, "trace_id", call->request_id);
  json_object_set_string_member (object, "correlation_id", get_correlation (call));
  json_object_set_string_member (object, "error_uri", uri);
  if (number == 65001)
    json_object_set_string_member (object, "suberror", "consent_required");
  json_node_take_object (node, object);
  waxseal_practice_call_reply (call, errors[row].status, node);
}
