/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-error.h"

G_BEGIN_DECLS

/** WaxsealRemedyAction: what the button beside an error does. */
typedef enum
{
  WAXSEAL_REMEDY_NONE,
  WAXSEAL_REMEDY_TRY_AGAIN,
  WAXSEAL_REMEDY_SIGN_IN,
  WAXSEAL_REMEDY_USE_CODE,    /* sign in by device code instead of the browser */
  WAXSEAL_REMEDY_USE_BROWSER, /* and the other way round */
  WAXSEAL_REMEDY_NEW_CODE,
  WAXSEAL_REMEDY_SETTINGS, /* client ID, cloud, hosts */
  WAXSEAL_REMEDY_HAND_OVER,
  WAXSEAL_REMEDY_REMOVE_SECRET,
  WAXSEAL_REMEDY_CHOOSE_APP,
} WaxsealRemedyAction;

GError *waxseal_remedy_new_error (WaxsealError code, const char *details);
const char *waxseal_remedy_get_text (const GError *error);
WaxsealRemedyAction waxseal_remedy_get_action (const GError *error);
const char *waxseal_remedy_get_action_label (const GError *error);
WaxsealRemedyAction
waxseal_remedy_choose (const GError *error, gboolean browser, const char **label);

G_END_DECLS
