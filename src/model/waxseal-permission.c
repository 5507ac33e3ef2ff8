/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-permission.h"

#include "waxseal-enums.h"
#include "waxseal-enum-types.h"

/**
 * WaxsealPermission:
 *
 * One Microsoft Graph application permission of the Entra app (guide.md, A6 and A7).
 */
struct _WaxsealPermission
{
  WaxsealRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealPermission, waxseal_permission, WAXSEAL_TYPE_RECORD)

static void
waxseal_permission_class_init (WaxsealPermissionClass *klass)
{
  waxseal_record_class_install (
    klass,
    waxseal_record_text_pspec ("name"),
    waxseal_record_enum_pspec ("declared", WAXSEAL_TYPE_STATE, WAXSEAL_STATE_TODO),
    waxseal_record_enum_pspec ("granted", WAXSEAL_TYPE_STATE, WAXSEAL_STATE_TODO),
    NULL);
}

static void
waxseal_permission_init (WaxsealPermission *self)
{
}
