/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-recipient.h"

G_BEGIN_DECLS

/*
 * What became of a group since its members were read for a phase. Properties, all read-only:
 * "recipient" (the phase's own #WaxsealRecipient), "message" (translated: “2 joined and 1 left
 * since 20 Nov 2026”, or why that is not known), "joined" and "left" (addresses, sorted), "changed"
 * (whether there are any), "known" (whether its members could be read).
 */
#define WAXSEAL_TYPE_SNAPSHOT_CHANGE (waxseal_snapshot_change_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealSnapshotChange,
                      waxseal_snapshot_change,
                      WAXSEAL,
                      SNAPSHOT_CHANGE,
                      GObject)

/* @now: the same group, read again; @problem: why it could not be, or NULL. */
WaxsealSnapshotChange *waxseal_snapshot_change_new (WaxsealRecipient *recipient,
                                                    WaxsealRecipient *now,
                                                    const char *problem);

WaxsealRecipient *waxseal_snapshot_change_get_recipient (WaxsealSnapshotChange *self);
const char *waxseal_snapshot_change_get_message (WaxsealSnapshotChange *self);
const char *const *waxseal_snapshot_change_get_joined (WaxsealSnapshotChange *self);
const char *const *waxseal_snapshot_change_get_left (WaxsealSnapshotChange *self);
gboolean waxseal_snapshot_change_is_known (WaxsealSnapshotChange *self);
gboolean waxseal_snapshot_change_is_changed (WaxsealSnapshotChange *self);

/* Has the phase name those who are in it now; then it can be widened and narrowed. */
void waxseal_snapshot_change_accept (WaxsealSnapshotChange *self);

G_END_DECLS
