/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-practice-call.h"

G_BEGIN_DECLS

/**
 * WaxsealPracticeCresSession:
 * @details: (nullable): what step 1 of Addin Config saved
 * @values: (nullable): what is being added to Profiles
 * @added: when that began, in monotonic microseconds
 *
 * Somebody who is signed in to the practice CRES portal, known by a cookie. As in the real portal,
 * whatever page is opened makes it forget what was not finished (guide.md, B3 and B4).
 */
typedef struct
{
  JsonObject *details;
  char *values;
  gint64 added;
} WaxsealPracticeCresSession;

/* Everybody who is signed in; counted by nobody, owned by the server. */
typedef struct _WaxsealPracticeCres WaxsealPracticeCres;

WaxsealPracticeCres *waxseal_practice_cres_new (void);
void waxseal_practice_cres_free (WaxsealPracticeCres *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealPracticeCres, waxseal_practice_cres_free)

void waxseal_practice_cres_session_begin (WaxsealPracticeCall *call);
WaxsealPracticeCresSession *waxseal_practice_cres_session_find (WaxsealPracticeCall *call);
void waxseal_practice_cres_session_forget (WaxsealPracticeCresSession *self);

G_END_DECLS
