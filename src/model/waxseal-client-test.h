/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-record.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_CLIENT_TEST (waxseal_client_test_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealClientTest, waxseal_client_test, WAXSEAL, CLIENT_TEST, WaxsealRecord)

G_END_DECLS
