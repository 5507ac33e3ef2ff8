/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-record-row.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_DOMAIN_ROW (waxseal_domain_row_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealDomainRow, waxseal_domain_row, WAXSEAL, DOMAIN_ROW, WaxsealRecordRow)

G_END_DECLS
