/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** WaxsealError: one code for each remedy that the user can take. */
typedef enum
{
  WAXSEAL_ERROR_FILE_DAMAGED,         /* a set-up file cannot be understood; it is kept aside */
  WAXSEAL_ERROR_FILE_NEWER,           /* written by a newer Waxseal; it opens read-only */
  WAXSEAL_ERROR_NOT_FOUND,            /* no organisation of that name */
  WAXSEAL_ERROR_AMBIGUOUS,            /* several organisations of that name */
  WAXSEAL_ERROR_MANIFEST_UNREADABLE,  /* a file is not a manifest that can be read */
  WAXSEAL_ERROR_KEYRING_UNAVAILABLE,  /* no keyring answers; start or install one */
  WAXSEAL_ERROR_KEYRING_LOCKED,       /* the keyring is locked; unlock it */
  WAXSEAL_ERROR_KEYRING_DISMISSED,    /* the unlock prompt was closed; try again */
  WAXSEAL_ERROR_KEYRING_ITEM_GONE,    /* no longer in the keyring; store it again */
  WAXSEAL_ERROR_KEYRING_FAILED,       /* the keyring refused for another reason */
  WAXSEAL_ERROR_KEYRING_BAD_VALUE,    /* cannot be a client secret; copy the value again */
  WAXSEAL_ERROR_OFFLINE,              /* the service cannot be reached; check network, proxy */
  WAXSEAL_ERROR_UNTRUSTED,            /* its certificate is not trusted; add the company's CA */
  WAXSEAL_ERROR_PLAIN_HTTP,           /* not https, nor the practice tenant's; correct it */
  WAXSEAL_ERROR_REPLY_LOST,           /* a change was sent, no reply came; look what became of it */
  WAXSEAL_ERROR_BAD_REPLY,            /* the reply is not as documented; try later, report it */
  WAXSEAL_ERROR_SERVICE_BUSY,         /* asks to wait longer than Waxseal does; try later */
  WAXSEAL_ERROR_SERVICE_FAILED,       /* the service failed (5xx); try later */
  WAXSEAL_ERROR_OBJECT_GONE,          /* what was asked for is not there (404) */
  WAXSEAL_ERROR_CONFLICT,             /* another change is under way (409); try again */
  WAXSEAL_ERROR_REFUSED,              /* refused for a reason that only the details tell */
  WAXSEAL_ERROR_ROLE_MISSING,         /* the person's directory role does not allow it */
  WAXSEAL_ERROR_SECRET_LIFETIME,      /* policy forbids so long a secret; choose a shorter one */
  WAXSEAL_ERROR_SECRETS_BLOCKED,      /* policy forbids client secrets; ask for an exception */
  WAXSEAL_ERROR_TOO_MANY_SECRETS,     /* the application is full of secrets; remove one */
  WAXSEAL_ERROR_PERMISSIONS_UNKNOWN,  /* Graph's roles are not those known; update Waxseal */
  WAXSEAL_ERROR_SIGN_IN_NEEDED,       /* nobody is signed in, or no longer; sign in */
  WAXSEAL_ERROR_SIGN_IN_DECLINED,     /* the person said no; sign in again */
  WAXSEAL_ERROR_SIGN_IN_TIMED_OUT,    /* the browser did not come back; sign in again */
  WAXSEAL_ERROR_CODE_EXPIRED,         /* the device code ran out; get a new one */
  WAXSEAL_ERROR_CONSENT_NEEDED,       /* the person has not agreed to the scopes; sign in again */
  WAXSEAL_ERROR_ADMIN_CONSENT_NEEDED, /* an administrator has to agree to the scopes */
  WAXSEAL_ERROR_BLOCKED,              /* Conditional Access refuses this way; take the other */
  WAXSEAL_ERROR_WRONG_ACCOUNT,        /* the account is not in this tenant; pick another */
  WAXSEAL_ERROR_WRONG_TENANT,         /* no such tenant, or in another cloud; check both */
  WAXSEAL_ERROR_WRONG_CLIENT,         /* the client ID is unknown or not set up for this */
  WAXSEAL_ERROR_SERVICE_ABSENT,       /* the tenant lacks the service that was asked for */
  WAXSEAL_ERROR_SECRET_WRONG,         /* not right (the Secret ID?), or not known yet */
  WAXSEAL_ERROR_SECRET_EXPIRED,       /* the client secret has expired; make a new one */
  WAXSEAL_ERROR_SIGN_IN_FAILED,       /* failed for a reason that only the details tell */
  WAXSEAL_ERROR_ORPHAN_SECRET,        /* a secret whose value is lost is left; remove it */
  WAXSEAL_ERROR_SEVERAL_APPS,         /* several applications have the name; choose one */
  WAXSEAL_ERROR_NOT_PROVED,           /* the application did not pass its proof yet; try again */
  WAXSEAL_ERROR_EXCHANGE_ROLE,        /* Exchange does not know of the person's role (yet) */
  WAXSEAL_ERROR_EXCHANGE_REFUSED,     /* Exchange refused; deploy through the admin center */
} WaxsealError;

G_END_DECLS
