/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A practice tenant in which people are signed in to Exchange, and their cmdlets as plain HTTP. */
#pragma once

#include "raw-client.h"

G_BEGIN_DECLS

#define EXCHANGE_TENANT "8c0a5e1e-6d0b-4c57-9d53-6d1f7b0e2a11"
#define EXCHANGE_INVOKE "/adminapi/beta/" EXCHANGE_TENANT "/InvokeCommand"
#define EXCHANGE_ROUTE  "POST /adminapi/beta/{}/InvokeCommand"
#define EXCHANGE_ANCHOR "X-AnchorMailbox: UPN:grace.hall@contoso-practice.example\r\n"
#define EXCHANGE_SHELL  "fb78d390-0c51-40cd-8e17-fdbfab77341b"
#define EXCHANGE_SHELLS "https%3A%2F%2Foutlook.office365.com%2F.default"
#define EXCHANGE_APP    "11111111-2222-4333-8444-555555555555"
#define EXCHANGE_OTHER  "66666666-7777-4888-9999-aaaaaaaaaaaa"
#define EXCHANGE_MAPS   "7a774f0c-7a6f-11e0-85ad-07fb4824019b"
#define EXCHANGE_OF(id) "{\"OrganizationApp\":true,\"Identity\":\"" id "\"}"
#define EXCHANGE_PEOPLE 1200

/** ExchangeFixture: @bearer: the field with the token of the Exchange Administrator. */
typedef struct
{
  const char *base;
  const char *bearer;
} ExchangeFixture;

typedef void (*ExchangeTest) (ExchangeFixture *fixture, gconstpointer data);

/* All tests have the same practice tenant, made new for each. */
void exchange_fixture_add (const char *path, gconstpointer data, ExchangeTest test);
int exchange_fixture_run (void);

/* Returns: (transfer full): the field with the token of @person; @scope is escaped for a form. */
char *exchange_sign_in (ExchangeFixture *self,
                        const char *client_id,
                        const char *person,
                        const char *scope);

/* As JSON. */
RawReply *
exchange_steer (ExchangeFixture *self, const char *method, const char *path, const char *body);
void exchange_make_trouble (ExchangeFixture *self, const char *script);
/* Changes a setting of the tenant; @value: JSON. */
void exchange_set (ExchangeFixture *self, const char *name, const char *value);

char *exchange_write (const char *cmdlet, const char *parameters);
RawReply *exchange_invoke (ExchangeFixture *self, const char *cmdlet, const char *parameters);
/* Asserts success. Returns: (transfer full): the reply. */
JsonObject *exchange_expect (ExchangeFixture *self, const char *cmdlet, const char *parameters);
/* Asserts that the cmdlet refuses, and that its reason has @reason in it. */
void exchange_expect_refusal (ExchangeFixture *self,
                              guint status,
                              const char *reason,
                              const char *cmdlet,
                              const char *parameters);

char *exchange_manifest (const char *id, const char *name);
/* Parameters for New-App; @more: (nullable): JSON members, with a comma before each. */
char *exchange_new_app (const char *id, const char *name, const char *more);
void exchange_add_app (ExchangeFixture *self, const char *id, const char *more);
/* Returns: (transfer full) (nullable): as Get-App lists it */
JsonObject *exchange_find_app (ExchangeFixture *self, const char *id);
/* JSON of the first addresses that people have, @n of them. */
char *exchange_users (ExchangeFixture *self, guint n);

G_END_DECLS
