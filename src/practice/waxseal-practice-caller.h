/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** WaxsealPracticeCaller: what a valid access token says; counted. */
typedef struct
{
  char *user_id; /* "" for an application */
  char *app_id;
  char **scopes; /* delegated */
  char **roles;  /* application */
  char **wids;   /* directory role template IDs of the person */
} WaxsealPracticeCaller;

WaxsealPracticeCaller *waxseal_practice_caller_new (void);
WaxsealPracticeCaller *waxseal_practice_caller_ref (WaxsealPracticeCaller *self);
void waxseal_practice_caller_unref (WaxsealPracticeCaller *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealPracticeCaller, waxseal_practice_caller_unref)

G_END_DECLS
