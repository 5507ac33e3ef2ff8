/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program that signs people in as Microsoft documents it, and a hand that fills in the forms. */
#pragma once

#include "practice-fixture.h"

G_BEGIN_DECLS

#define GRAPH_CLI "14d82eec-204b-4c2f-b7e8-296a70dab67e"
#define REDIRECT  "http://localhost:49152"
/* RFC 7636, appendix B. */
#define VERIFIER  "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
#define CHALLENGE "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
#define AUTHORIZE "/organizations/oauth2/v2.0/authorize"
#define TOKEN     "/organizations/oauth2/v2.0/token"
#define ADMIN     "openid profile offline_access User.Read Application.ReadWrite.All"

/* What Location has for @name; NULL without it. */
char *sign_in_read_location (Reply *reply, const char *name);
/* The authorize request with a field changed, or left out for NULL. */
char *sign_in_make_path (const char *name, const char *value, const char *scope);
/* Picks @person and accepts what is asked; what the last page replied. */
Reply *sign_in_follow (Practice *practice, const char *person, const char *scope);
char *sign_in_get_code (Practice *practice, const char *person, const char *scope);
Reply *sign_in_redeem (Practice *practice, const char *code);
/* The whole of it. */
Reply *sign_in_tokens (Practice *practice, const char *person, const char *scope);

/* With JSON, or without for NULL. */
Reply *sign_in_call (Practice *practice,
                     const char *token,
                     const char *method,
                     const char *path,
                     const char *json);
/* Puts the tenant's clock wrong from now on. */
void sign_in_set_clock (Practice *practice, int seconds);

JsonObject *sign_in_read_claims (const char *token);
void sign_in_assert_error (Reply *reply, guint status, const char *error, guint number);

G_END_DECLS
