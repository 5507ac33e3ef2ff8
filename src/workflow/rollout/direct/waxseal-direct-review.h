/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-direct-enums.h"
#include "waxseal-direct-state.h"
#include "waxseal-tenant-session.h"

G_BEGIN_DECLS

/* What is in Exchange now, and whether this road can be taken; made by reading only. */
#define WAXSEAL_TYPE_DIRECT_REVIEW (waxseal_direct_review_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealDirectReview, waxseal_direct_review, WAXSEAL, DIRECT_REVIEW, GObject)

/*
 * Signs in to Exchange and, for the person's own address, to Graph; asks by the session's way. The
 * add-in is the one with @addin_id, the manifest's Id. Errors: those of WaxsealExchange and
 * WaxsealGraph.
 */
void waxseal_direct_review_async (WaxsealTenantSession *session,
                                  const char *addin_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
WaxsealDirectReview *waxseal_direct_review_finish (GAsyncResult *result, GError **error);

/* The Id that was looked for, in lower case. */
const char *waxseal_direct_review_get_addin_id (WaxsealDirectReview *self);
/* As Exchange has it; NULL where there is none. */
const WaxsealDirectState *waxseal_direct_review_get_addin (WaxsealDirectReview *self);
WaxsealDirectOwner waxseal_direct_review_get_owner (WaxsealDirectReview *self);
/* Whether the organisation allows add-ins at all. */
gboolean waxseal_direct_review_get_addins_allowed (WaxsealDirectReview *self);
/* As Exchange calls the organisation. */
const char *waxseal_direct_review_get_organization_name (WaxsealDirectReview *self);
/* The address of the mailbox of whoever is signed in, for “Just me”. */
const char *waxseal_direct_review_get_own_address (WaxsealDirectReview *self);
/* What Exchange said besides, a line each; "" where it said nothing. */
const char *waxseal_direct_review_get_warnings (WaxsealDirectReview *self);
const char *waxseal_direct_review_get_read_on (WaxsealDirectReview *self);
/* “There is no add-in with this Id.” and so on, in a sentence. */
char *waxseal_direct_review_describe (WaxsealDirectReview *self);

G_END_DECLS
