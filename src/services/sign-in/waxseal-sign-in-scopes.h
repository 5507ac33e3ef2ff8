/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Waxseal asks for, step by step. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* With every sign-in: an ID token, the person's name, and a refresh token. */
#define WAXSEAL_SIGN_IN_SCOPE_IDENTITY "openid profile offline_access"

/** WaxsealSignInStep: what the scopes are for (microsoft.md, 1.7). */
typedef enum
{
  WAXSEAL_SIGN_IN_STEP_START,  /* who signed in */
  WAXSEAL_SIGN_IN_STEP_READ,   /* tenant, domains, people and groups */
  WAXSEAL_SIGN_IN_STEP_APP,    /* application, secret, service principal */
  WAXSEAL_SIGN_IN_STEP_GRANT,  /* application roles */
  WAXSEAL_SIGN_IN_STEP_POLICY, /* the policy on secrets; the job goes on without */
} WaxsealSignInStep;

const char *const *waxseal_sign_in_scopes_for_step (WaxsealSignInStep step);
char **waxseal_sign_in_scopes_merge (const WaxsealSignInStep *steps, guint n_steps);

char *
waxseal_sign_in_scopes_join (const char *graph, const char *resource, const char *const *scopes);

G_END_DECLS
