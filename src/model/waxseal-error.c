/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-error.h"

/** waxseal_error_quark: Returns: the domain of Waxseal's own errors. */
GQuark
waxseal_error_quark (void)
{
  return g_quark_from_static_string ("waxseal-error");
}
