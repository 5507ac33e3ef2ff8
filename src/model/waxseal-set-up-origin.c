/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-set-up-origin.h"

/**
 * WaxsealSetUpOrigin:
 *
 * Where a set-up came from that another administrator handed over; empty where it was made here.
 */
struct _WaxsealSetUpOrigin
{
  WaxsealRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealSetUpOrigin, waxseal_set_up_origin, WAXSEAL_TYPE_RECORD)

static void
waxseal_set_up_origin_class_init (WaxsealSetUpOriginClass *klass)
{
  waxseal_record_class_install (klass,
                                waxseal_record_text_pspec ("handed-over-by"),
                                waxseal_record_text_pspec ("handed-over-on"),
                                waxseal_record_text_pspec ("opened-on"),
                                NULL);
}

static void
waxseal_set_up_origin_init (WaxsealSetUpOrigin *self)
{
}
