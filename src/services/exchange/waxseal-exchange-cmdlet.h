/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The only cmdlets that ever leave the program, and what each may be given (microsoft.md, 3.2). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* “max 1000, mailboxes or mail users, not groups” (New-App, UserList). */
#define WAXSEAL_EXCHANGE_MAX_USERS 1000

/** WaxsealExchangeKind: what a parameter takes. */
typedef enum
{
  WAXSEAL_EXCHANGE_ALWAYS, /* a switch that is always given */
  WAXSEAL_EXCHANGE_NEVER,  /* a flag that is always false */
  WAXSEAL_EXCHANGE_FLAG,
  WAXSEAL_EXCHANGE_ID,
  WAXSEAL_EXCHANGE_CHOICE,
  WAXSEAL_EXCHANGE_ADDRESSES, /* at most WAXSEAL_EXCHANGE_MAX_USERS; no group is looked for */
  WAXSEAL_EXCHANGE_BYTES,
} WaxsealExchangeKind;

/** WaxsealExchangeParameter: @choices: of a choice, %NULL at the end */
typedef struct
{
  const char *name; /* NULL: there are no more */
  WaxsealExchangeKind kind;
  gboolean needed;
  const char *choices[4];
} WaxsealExchangeParameter;

/** WaxsealExchangeCmdlet: @reads: whether it changes nothing, so that it may be sent twice */
typedef struct
{
  const char *name;
  gboolean reads;
  WaxsealExchangeParameter parameters[8];
} WaxsealExchangeCmdlet;

const WaxsealExchangeCmdlet *waxseal_exchange_cmdlet_find (const char *name);
const WaxsealExchangeParameter *
waxseal_exchange_cmdlet_find_parameter (const WaxsealExchangeCmdlet *self, const char *name);

G_END_DECLS
