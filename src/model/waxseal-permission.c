/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-permission.h"

#include <glib/gi18n.h>

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

/**
 * waxseal_permission_describe:
 * @name: such as “Mail.Read”
 *
 * Returns: (transfer none): what the application permission allows, translated; empty where @name
 * is not one of the guide's (guide.md, A6).
 */
const char *
waxseal_permission_describe (const char *name)
{
  static const struct
  {
    const char *name;
    const char *description;
  } known[] = {
    { "Mail.Read", N_ ("Read mail in all mailboxes") },
    { "Mail.ReadWrite", N_ ("Read and write mail in all mailboxes") },
    { "Mail.Send", N_ ("Send mail as any user") },
    { "User.Read.All", N_ ("Read all users’ full profiles") },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (name, known[i].name))
      return _ (known[i].description);
  return "";
}
