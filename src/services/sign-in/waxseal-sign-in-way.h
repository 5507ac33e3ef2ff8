/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** WaxsealSignInWay: how a person signs in. */
typedef enum
{
  WAXSEAL_SIGN_IN_SILENT,  /* only with what is there already */
  WAXSEAL_SIGN_IN_BROWSER, /* authorization code with PKCE, on a loopback listener */
  WAXSEAL_SIGN_IN_CODE,    /* device code */
} WaxsealSignInWay;

G_END_DECLS
