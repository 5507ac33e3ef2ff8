/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** WaxsealPracticeTokenKind: literals are told apart by how they are written. */
typedef enum
{
  WAXSEAL_PRACTICE_TOKEN_END,
  WAXSEAL_PRACTICE_TOKEN_BAD,  /* nothing that OData knows; @text says what */
  WAXSEAL_PRACTICE_TOKEN_SIGN, /* ( ) , / : */
  WAXSEAL_PRACTICE_TOKEN_WORD,
  WAXSEAL_PRACTICE_TOKEN_TEXT, /* @text without its quotes */
  WAXSEAL_PRACTICE_TOKEN_FLAG,
  WAXSEAL_PRACTICE_TOKEN_NULL,
  WAXSEAL_PRACTICE_TOKEN_GUID,
  WAXSEAL_PRACTICE_TOKEN_DATE,
  WAXSEAL_PRACTICE_TOKEN_NUMBER,
} WaxsealPracticeTokenKind;

typedef struct
{
  WaxsealPracticeTokenKind kind;
  char *text;
} WaxsealPracticeToken;

WaxsealPracticeToken waxseal_practice_token_next (const char **rest);
void waxseal_practice_token_clear (WaxsealPracticeToken *self);

G_END_DECLS
