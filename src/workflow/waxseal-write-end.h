/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** WaxsealWriteEnd: what a failed write may have done all the same. */
typedef enum
{
  WAXSEAL_WRITE_UNSENT,  /* nothing: it was refused, or never arrived */
  WAXSEAL_WRITE_DOUBTED, /* it was refused, maybe since it was made already */
  WAXSEAL_WRITE_UNKNOWN, /* anything: no reply that tells */
} WaxsealWriteEnd;

WaxsealWriteEnd waxseal_write_end_judge (const GError *error);

G_END_DECLS
