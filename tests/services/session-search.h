/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for secrets that are made while a test runs, as with-keyring.sh does for those with its
 * marker: in all files of the session, and in what /proc shows of the process. */
#pragma once

#include <libsecret/secret.h>

G_BEGIN_DECLS

void session_search_assert_absent (SecretValue *value);
void session_search_assert_works (void);

G_END_DECLS
