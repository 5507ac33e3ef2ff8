/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-tenant-session.h"

G_BEGIN_DECLS

/*
 * Cancels a write only where it is not on its way: a cancellation ends the waits between repeated
 * requests, but a request that was sent is waited for, so that it is known what became of it.
 */
typedef struct _WaxsealLateCancel WaxsealLateCancel;

WaxsealLateCancel *waxseal_late_cancel_new (WaxsealTenantSession *session,
                                            GCancellable *cancellable);
void waxseal_late_cancel_free (WaxsealLateCancel *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealLateCancel, waxseal_late_cancel_free)

GCancellable *waxseal_late_cancel_get (WaxsealLateCancel *self);

G_END_DECLS
