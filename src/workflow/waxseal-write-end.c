/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-write-end.h"

#include "waxseal-error.h"

/**
 * waxseal_write_end_judge:
 * @error: of a write that failed
 *
 * Returns: whether what it asked for may be there now. A conflict or a refusal can mean that it was
 *   there before, and a reply of 5xx that it was made, and only the telling failed.
 */
WaxsealWriteEnd
waxseal_write_end_judge (const GError *error)
{
  static const struct
  {
    WaxsealError code;
    WaxsealWriteEnd end;
  } ends[] = {
    { WAXSEAL_ERROR_REPLY_LOST, WAXSEAL_WRITE_UNKNOWN },
    { WAXSEAL_ERROR_BAD_REPLY, WAXSEAL_WRITE_UNKNOWN },
    { WAXSEAL_ERROR_SERVICE_FAILED, WAXSEAL_WRITE_UNKNOWN },
    { WAXSEAL_ERROR_SERVICE_BUSY, WAXSEAL_WRITE_UNKNOWN },
    { WAXSEAL_ERROR_CONFLICT, WAXSEAL_WRITE_DOUBTED },
    { WAXSEAL_ERROR_REFUSED, WAXSEAL_WRITE_DOUBTED },
    { WAXSEAL_ERROR_OBJECT_GONE, WAXSEAL_WRITE_DOUBTED },
    { WAXSEAL_ERROR_EXCHANGE_REFUSED, WAXSEAL_WRITE_DOUBTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_error_matches (error, WAXSEAL_ERROR, ends[i].code))
      return ends[i].end;
  return WAXSEAL_WRITE_UNSENT;
}
