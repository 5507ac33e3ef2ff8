/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-prerequisite.h"

/**
 * WaxsealPrerequisite:
 *
 * One line of "What you need", ticked by the administrator; "key" names it in the table of them.
 */
struct _WaxsealPrerequisite
{
  WaxsealRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealPrerequisite, waxseal_prerequisite, WAXSEAL_TYPE_RECORD)

static void
waxseal_prerequisite_class_init (WaxsealPrerequisiteClass *klass)
{
  waxseal_record_class_install (klass,
                                waxseal_record_text_pspec ("key"),
                                waxseal_record_text_pspec ("declared-on"),
                                waxseal_record_text_pspec ("person"),
                                NULL);
}

static void
waxseal_prerequisite_init (WaxsealPrerequisite *self)
{
}
