/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-addin-identity.h"

#include "waxseal-locale-names.h"

/**
 * WaxsealAddinIdentity:
 *
 * Who the add-in says it is: the values of the Office add-in manifest that an administrator may
 * want to see or change. All are the manifest's own texts, so that nothing is lost in reading one.
 */
struct _WaxsealAddinIdentity
{
  WaxsealRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealAddinIdentity, waxseal_addin_identity, WAXSEAL_TYPE_RECORD)

static void
waxseal_addin_identity_class_init (WaxsealAddinIdentityClass *klass)
{
  waxseal_record_class_install (klass,
                                waxseal_record_text_pspec ("id"),
                                waxseal_record_text_pspec ("version"),
                                waxseal_record_text_pspec ("provider-name"),
                                waxseal_record_text_pspec ("default-locale"),
                                waxseal_record_text_pspec ("display-name"),
                                waxseal_record_text_pspec ("description"),
                                waxseal_record_text_pspec ("button-label"),
                                waxseal_record_text_pspec ("button-tooltip"),
                                waxseal_record_text_pspec ("icon-url"),
                                waxseal_record_text_pspec ("high-resolution-icon-url"),
                                waxseal_record_text_pspec ("support-url"),
                                waxseal_record_text_pspec ("taskpane-url"),
                                waxseal_record_text_pspec ("button-icon-16"),
                                waxseal_record_text_pspec ("button-icon-32"),
                                waxseal_record_text_pspec ("button-icon-80"),
                                waxseal_record_texts_pspec ("app-domains"),
                                waxseal_record_text_pspec ("permissions"),
                                waxseal_record_text_pspec ("mailbox-version"),
                                waxseal_record_list_pspec ("locales", WAXSEAL_TYPE_LOCALE_NAMES),
                                NULL);
}

static void
waxseal_addin_identity_init (WaxsealAddinIdentity *self)
{
}

/**
 * waxseal_addin_identity_is_cisco_field:
 * @property: a property of #WaxsealAddinIdentity
 *
 * Returns: whether only Cisco knows its value, so that it is assumed until a manifest downloaded
 * from CRES is imported (cisco.md, 1).
 */
gboolean
waxseal_addin_identity_is_cisco_field (const char *property)
{
  static const char *const fields[] = {
    "id",
    "icon-url",
    "high-resolution-icon-url",
    "support-url",
    "taskpane-url",
    "button-icon-16",
    "button-icon-32",
    "button-icon-80",
    "app-domains",
    NULL,
  };

  return g_strv_contains (fields, property);
}
