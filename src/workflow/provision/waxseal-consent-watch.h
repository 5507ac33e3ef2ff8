/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-tenant-session.h"

G_BEGIN_DECLS

/*
 * Looks, ever less often, until the four permissions are granted to the organisation's application,
 * by whomever; what is granted is dated in the organisation's record as it is seen. Property
 * "granted" (guint, notified each time it has looked): how many of the four are.
 */
#define WAXSEAL_TYPE_CONSENT_WATCH (waxseal_consent_watch_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealConsentWatch, waxseal_consent_watch, WAXSEAL, CONSENT_WATCH, GObject)

WaxsealConsentWatch *waxseal_consent_watch_new (WaxsealTenantSession *session);
guint waxseal_consent_watch_get_granted (WaxsealConsentWatch *self);

/* Ends when all four are granted, or by @cancellable, or where the person has to sign in again. */
void waxseal_consent_watch_run_async (WaxsealConsentWatch *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean
waxseal_consent_watch_run_finish (WaxsealConsentWatch *self, GAsyncResult *result, GError **error);
/* Looks at once instead of when it was going to. */
void waxseal_consent_watch_look_now (WaxsealConsentWatch *self);

G_END_DECLS
