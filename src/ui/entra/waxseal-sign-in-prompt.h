/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-entra-desk.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_SIGN_IN_PROMPT (waxseal_sign_in_prompt_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealSignInPrompt, waxseal_sign_in_prompt, WAXSEAL, SIGN_IN_PROMPT, GObject)

WaxsealSignInPrompt *waxseal_sign_in_prompt_new (WaxsealEntraDesk *desk, GtkWidget *home);

G_END_DECLS
