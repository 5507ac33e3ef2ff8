/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsecret/secret.h>

#include "waxseal-loopback-page.h"

G_BEGIN_DECLS

gboolean waxseal_loopback_request_is_complete (const char *head, gsize length);
WaxsealLoopbackPage waxseal_loopback_request_read (const char *head,
                                                   gsize length,
                                                   const char *state,
                                                   SecretValue **code,
                                                   GError **error);

G_END_DECLS
