/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-portal-steps.h"

/**
 * WaxsealPortalSteps:
 *
 * What the administrator has done in the portal, by their own word and when they gave it: guide.md,
 * A1 to A6. A7 is with the permissions.
 */
struct _WaxsealPortalSteps
{
  WaxsealRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealPortalSteps, waxseal_portal_steps, WAXSEAL_TYPE_RECORD)

static void
waxseal_portal_steps_class_init (WaxsealPortalStepsClass *klass)
{
  waxseal_record_class_install (klass,
                                waxseal_record_text_pspec ("signed-in-on"),
                                waxseal_record_text_pspec ("form-opened-on"),
                                waxseal_record_text_pspec ("registered-on"),
                                waxseal_record_text_pspec ("secret-added-on"),
                                waxseal_record_text_pspec ("ids-copied-on"),
                                waxseal_record_text_pspec ("permissions-added-on"),
                                NULL);
}

static void
waxseal_portal_steps_init (WaxsealPortalSteps *self)
{
}
