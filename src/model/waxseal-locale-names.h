/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-record.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_LOCALE_NAMES (waxseal_locale_names_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealLocaleNames,
                      waxseal_locale_names,
                      WAXSEAL,
                      LOCALE_NAMES,
                      WaxsealRecord)

G_END_DECLS
