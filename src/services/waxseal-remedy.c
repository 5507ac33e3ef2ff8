/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-remedy.h"

#include <glib/gi18n.h>

#include "waxseal-keyring-error.h"

typedef struct
{
  WaxsealError code;
  WaxsealRemedyAction action;
  const char *message;
  const char *remedy;
} Remedy;

static const Remedy remedies[] = {
  {
    WAXSEAL_ERROR_OFFLINE,
    WAXSEAL_REMEDY_TRY_AGAIN,
    N_ ("The service cannot be reached."),
    N_ ("Check the network, and the proxy if your company has one, then try again. "
        "Nothing was changed."),
  },
  {
    WAXSEAL_ERROR_UNTRUSTED,
    WAXSEAL_REMEDY_TRY_AGAIN,
    N_ ("The service’s certificate is not trusted, so nothing was sent."),
    N_ ("If your company inspects its traffic, add its certificate authority to this computer’s "
        "trusted ones. Check the date and time too, then try again."),
  },
  {
    WAXSEAL_ERROR_PLAIN_HTTP,
    WAXSEAL_REMEDY_SETTINGS,
    N_ ("The address does not begin with https, so nothing was sent."),
    N_ ("Correct the service’s host in the sign-in settings."),
  },
  {
    WAXSEAL_ERROR_REPLY_LOST,
    WAXSEAL_REMEDY_TRY_AGAIN,
    N_ ("A change was sent, but the reply was lost: it may have been made, or not."),
    N_ ("Try again: Waxseal first looks what became of the change, and does nothing twice."),
  },
  {
    WAXSEAL_ERROR_BAD_REPLY,
    WAXSEAL_REMEDY_TRY_AGAIN,
    N_ ("The service’s reply cannot be understood."),
    N_ ("Try again later. On a network that asks for a sign-in of its own, such as a hotel’s, "
        "sign in there first. If it goes on, report it together with the details."),
  },
  {
    WAXSEAL_ERROR_SERVICE_BUSY,
    WAXSEAL_REMEDY_TRY_AGAIN,
    N_ ("The service is too busy, and asks to be left alone for a while."),
    N_ ("Try again in some minutes. What is done already is kept."),
  },
  {
    WAXSEAL_ERROR_SERVICE_FAILED,
    WAXSEAL_REMEDY_TRY_AGAIN,
    N_ ("The service has a fault of its own."),
    N_ ("Try again later. If it goes on, look at the service health page of the Microsoft 365 "
        "admin center."),
  },
  {
    WAXSEAL_ERROR_OBJECT_GONE,
    WAXSEAL_REMEDY_TRY_AGAIN,
    N_ ("What was asked for is not in the tenant, or not yet."),
    N_ ("If it was made a moment ago, try again in a few minutes. If someone removed it, start "
        "again: Waxseal looks what is there first."),
  },
  {
    WAXSEAL_ERROR_CONFLICT,
    WAXSEAL_REMEDY_TRY_AGAIN,
    N_ ("Another change to the same thing is under way."),
    N_ ("Wait a minute, see that nobody else is changing the application, and try again."),
  },
  {
    WAXSEAL_ERROR_REFUSED,
    WAXSEAL_REMEDY_NONE,
    N_ ("The service refused the request."),
    N_ ("The details say why, in the service’s own words."),
  },
  {
    WAXSEAL_ERROR_ROLE_MISSING,
    WAXSEAL_REMEDY_HAND_OVER,
    N_ ("Your directory role does not allow this."),
    N_ ("If you activated the role just now, sign out and in again. Otherwise hand this step over "
        "to someone who has the role: an application takes an Application Administrator, and "
        "granting permissions a Privileged Role Administrator."),
  },
  {
    WAXSEAL_ERROR_SECRET_LIFETIME,
    WAXSEAL_REMEDY_TRY_AGAIN,
    N_ ("Your organization’s policy does not allow a client secret to last that long."),
    N_ ("Choose an earlier expiry, then try again."),
  },
  {
    WAXSEAL_ERROR_SECRETS_BLOCKED,
    WAXSEAL_REMEDY_NONE,
    N_ ("Your organization’s policy does not allow client secrets."),
    N_ ("Cisco’s service needs one. Ask whoever looks after the application management policies "
        "for an exception for this application, then try again."),
  },
  {
    WAXSEAL_ERROR_TOO_MANY_SECRETS,
    WAXSEAL_REMEDY_REMOVE_SECRET,
    N_ ("The application has as many client secrets as it can have."),
    N_ ("Remove those that have expired or are not used any more, then try again."),
  },
  {
    WAXSEAL_ERROR_PERMISSIONS_UNKNOWN,
    WAXSEAL_REMEDY_NONE,
    N_ ("Microsoft Graph’s permissions are not those that Waxseal knows, so none was granted."),
    N_ ("Check that the cloud is the right one, and update Waxseal. Until then, add the "
        "permissions in the portal."),
  },
  {
    WAXSEAL_ERROR_SIGN_IN_NEEDED,
    WAXSEAL_REMEDY_SIGN_IN,
    N_ ("You are not signed in, or no longer."),
    N_ ("Sign in. What is done already is kept."),
  },
  {
    WAXSEAL_ERROR_SIGN_IN_DECLINED,
    WAXSEAL_REMEDY_SIGN_IN,
    N_ ("The sign-in was declined."),
    N_ ("Sign in again, and accept what the sign-in page asks. You see first what will change."),
  },
  {
    WAXSEAL_ERROR_SIGN_IN_TIMED_OUT,
    WAXSEAL_REMEDY_SIGN_IN,
    N_ ("The sign-in was not finished in time."),
    N_ ("Sign in again. If the browser cannot come back to Waxseal, sign in with a code instead."),
  },
  {
    WAXSEAL_ERROR_CODE_EXPIRED,
    WAXSEAL_REMEDY_NEW_CODE,
    N_ ("The sign-in code has expired."),
    N_ ("Get a new code, and enter it within a few minutes."),
  },
  {
    WAXSEAL_ERROR_CONSENT_NEEDED,
    WAXSEAL_REMEDY_SIGN_IN,
    N_ ("You have not yet agreed that the sign-in application may do this for you."),
    N_ ("Sign in again, and accept the permissions that the sign-in page asks for."),
  },
  {
    WAXSEAL_ERROR_ADMIN_CONSENT_NEEDED,
    WAXSEAL_REMEDY_HAND_OVER,
    N_ ("An administrator has to agree to the permissions of the sign-in application first."),
    N_ ("Send the link to a Global Administrator or a Privileged Role Administrator, and sign in "
        "again after they have agreed."),
  },
  {
    WAXSEAL_ERROR_BLOCKED,
    WAXSEAL_REMEDY_USE_BROWSER,
    N_ ("Your organization’s Conditional Access does not allow this way to sign in."),
    N_ ("If you signed in with a code, take the browser, and the other way round. If both are "
        "refused, this computer has to meet your organization’s rules first: the details name "
        "them to your administrator."),
  },
  {
    WAXSEAL_ERROR_WRONG_ACCOUNT,
    WAXSEAL_REMEDY_SIGN_IN,
    N_ ("This account does not belong to the organization’s tenant."),
    N_ ("Sign in with an account of the tenant that you are setting up."),
  },
  {
    WAXSEAL_ERROR_WRONG_TENANT,
    WAXSEAL_REMEDY_SETTINGS,
    N_ ("There is no such tenant in this cloud."),
    N_ ("Check the organization’s domain or tenant ID, and that the cloud is the right one."),
  },
  {
    WAXSEAL_ERROR_WRONG_CLIENT,
    WAXSEAL_REMEDY_SETTINGS,
    N_ ("The client ID for the sign-in is not known in this tenant, or not set up for this."),
    N_ ("Check the client ID. Its registration needs “Allow public client flows”, and "
        "http://localhost as a redirect URI under “Mobile and desktop applications”."),
  },
  {
    WAXSEAL_ERROR_SERVICE_ABSENT,
    WAXSEAL_REMEDY_NONE,
    N_ ("The tenant does not have the service that was asked for."),
    N_ ("The details name the service. Check that the tenant is licensed for it."),
  },
  {
    WAXSEAL_ERROR_SECRET_WRONG,
    WAXSEAL_REMEDY_TRY_AGAIN,
    N_ ("The client secret is not accepted."),
    N_ ("If it was made less than two minutes ago, try again. If it was pasted, check that it is "
        "the text of the Value column, and not the Secret ID."),
  },
  {
    WAXSEAL_ERROR_SECRET_EXPIRED,
    WAXSEAL_REMEDY_NONE,
    N_ ("The client secret has expired."),
    N_ ("Create a new client secret, and give it to Cisco’s service."),
  },
  {
    WAXSEAL_ERROR_SIGN_IN_FAILED,
    WAXSEAL_REMEDY_SIGN_IN,
    N_ ("The sign-in failed."),
    N_ ("Sign in again. If it fails again, the details say why, with a number that Microsoft "
        "explains."),
  },
  {
    WAXSEAL_ERROR_ORPHAN_SECRET,
    WAXSEAL_REMEDY_REMOVE_SECRET,
    N_ ("A client secret was created, but its value was lost on the way."),
    N_ ("Remove it, then create another: the value cannot be shown again."),
  },
  {
    WAXSEAL_ERROR_SEVERAL_APPS,
    WAXSEAL_REMEDY_CHOOSE_APP,
    N_ ("Several applications have this name."),
    N_ ("Choose which one to use, or give the new one another name."),
  },
  {
    WAXSEAL_ERROR_NOT_PROVED,
    WAXSEAL_REMEDY_TRY_AGAIN,
    N_ ("The application does not work yet."),
    N_ ("A new secret or permission takes a while to get about. Try the check again in a few "
        "minutes; what is done already is kept."),
  },
  {
    WAXSEAL_ERROR_EXCHANGE_ROLE,
    WAXSEAL_REMEDY_TRY_AGAIN,
    N_ ("Exchange Online does not let you do this, or not yet."),
    N_ ("It takes an Exchange Administrator or a Global Administrator. If you activated the role "
        "just now, wait some minutes, then try again. Otherwise deploy through the Microsoft 365 "
        "admin center."),
  },
  {
    WAXSEAL_ERROR_EXCHANGE_REFUSED,
    WAXSEAL_REMEDY_NONE,
    N_ ("Exchange Online refused the request."),
    N_ ("This interface is unpublished, and may not do it in your tenant: deploy this phase "
        "through the Microsoft 365 admin center instead. The details say why, in the service’s "
        "own words."),
  },
};

/* By WaxsealRemedyAction. */
static const char *const action_labels[] = {
  [WAXSEAL_REMEDY_NONE] = NULL,
  [WAXSEAL_REMEDY_TRY_AGAIN] = N_ ("Try Again"),
  [WAXSEAL_REMEDY_SIGN_IN] = N_ ("Sign In"),
  [WAXSEAL_REMEDY_USE_CODE] = N_ ("Use a Code"),
  [WAXSEAL_REMEDY_USE_BROWSER] = N_ ("Use the Browser"),
  [WAXSEAL_REMEDY_NEW_CODE] = N_ ("New Code"),
  [WAXSEAL_REMEDY_SETTINGS] = N_ ("Sign-In Settings"),
  [WAXSEAL_REMEDY_HAND_OVER] = N_ ("Hand Over"),
  [WAXSEAL_REMEDY_REMOVE_SECRET] = N_ ("Remove a Secret"),
  [WAXSEAL_REMEDY_CHOOSE_APP] = N_ ("Choose"),
};

static const Remedy *
find_remedy (int code)
{
  for (guint i = 0; i < G_N_ELEMENTS (remedies); i++)
    if ((int) remedies[i].code == code)
      return &remedies[i];
  return NULL;
}

static const Remedy *
find_error_remedy (const GError *error)
{
  return error->domain == WAXSEAL_ERROR ? find_remedy (error->code) : NULL;
}

/**
 * waxseal_remedy_new_error:
 * @code: a code that a service gives: of the network, the sign-in, Graph or the keyring
 * @details: (nullable): what the service said; never a secret
 *
 * Returns: (transfer full): an error of %WAXSEAL_ERROR that says, to the user, what happened
 */
GError *
waxseal_remedy_new_error (WaxsealError code, const char *details)
{
  const Remedy *remedy = find_remedy (code);
  GError *error;

  if (remedy == NULL)
    return waxseal_keyring_error_new (code, details);
  error = g_error_new_literal (WAXSEAL_ERROR, code, _ (remedy->message));
  waxseal_error_set_details (error, details);
  return error;
}

/**
 * waxseal_remedy_get_text:
 *
 * Returns: (transfer none) (nullable): what the user can do about @error, translated; %NULL where
 *   it is not a service's
 */
const char *
waxseal_remedy_get_text (const GError *error)
{
  const Remedy *remedy = find_error_remedy (error);

  return remedy != NULL ? _ (remedy->remedy) : waxseal_keyring_error_get_remedy (error);
}

/**
 * waxseal_remedy_get_action:
 *
 * Returns: what the button beside @error does. The keyring's have one each, by their code:
 *   %WAXSEAL_REMEDY_TRY_AGAIN. For %WAXSEAL_ERROR_BLOCKED the answer supposes a code: see
 *   waxseal_remedy_choose().
 */
WaxsealRemedyAction
waxseal_remedy_get_action (const GError *error)
{
  const Remedy *remedy = find_error_remedy (error);

  if (remedy != NULL)
    return remedy->action;
  return waxseal_keyring_error_get_remedy (error) != NULL ? WAXSEAL_REMEDY_TRY_AGAIN
                                                          : WAXSEAL_REMEDY_NONE;
}

/**
 * waxseal_remedy_get_action_label:
 *
 * Returns: (transfer none) (nullable): the label of the button beside @error, translated; %NULL
 *   where it has none
 */
const char *
waxseal_remedy_get_action_label (const GError *error)
{
  const char *label = action_labels[waxseal_remedy_get_action (error)];

  if (find_error_remedy (error) == NULL)
    return waxseal_keyring_error_get_action_label (error);
  return label != NULL ? _ (label) : NULL;
}

/**
 * waxseal_remedy_choose:
 * @browser: whether the person signs in with the browser, and not with a code
 * @label: (out) (transfer none) (nullable): as waxseal_remedy_get_action_label()
 *
 * Returns: as waxseal_remedy_get_action(), but never the way to sign in that was refused
 */
WaxsealRemedyAction
waxseal_remedy_choose (const GError *error, gboolean browser, const char **label)
{
  WaxsealRemedyAction action = waxseal_remedy_get_action (error);

  *label = waxseal_remedy_get_action_label (error);
  if (!browser || action != WAXSEAL_REMEDY_USE_BROWSER)
    return action;
  *label = _ (action_labels[WAXSEAL_REMEDY_USE_CODE]);
  return WAXSEAL_REMEDY_USE_CODE;
}
