/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-permission.h"

/**
 * WaxsealPermission:
 *
 * One Microsoft Graph application permission of the Entra app (guide.md, A6 and A7): granted, as
 * the administrator says, and read back, as Graph says. Empty dates mean: not yet.
 */
struct _WaxsealPermission
{
  WaxsealRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealPermission, waxseal_permission, WAXSEAL_TYPE_RECORD)

static void
waxseal_permission_class_init (WaxsealPermissionClass *klass)
{
  waxseal_record_class_install (klass,
                                waxseal_record_text_pspec ("name"),
                                waxseal_record_text_pspec ("granted-on"),
                                waxseal_record_text_pspec ("verified-on"),
                                NULL);
}

static void
waxseal_permission_init (WaxsealPermission *self)
{
}
