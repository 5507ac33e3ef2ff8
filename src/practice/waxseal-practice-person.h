/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Someone of the practice tenant in front of a browser: does over HTTP what a person does on the
 * sign-in page, for tests and for "waxseal setup --practice". Names: "global-administrator",
 * "privileged-role-administrator", "cloud-application-administrator", "exchange-administrator",
 * "user".
 */
void waxseal_practice_person_follow_link_async (const char *person,
                                                const char *uri,
                                                GCancellable *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer user_data);
void waxseal_practice_person_enter_code_async (const char *person,
                                               const char *verification_uri,
                                               const char *user_code,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);
gboolean waxseal_practice_person_finish (GAsyncResult *result, GError **error);

G_END_DECLS
