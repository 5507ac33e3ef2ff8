/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-sign-in-settings.h"

/**
 * WaxsealSignInSettings:
 *
 * How Waxseal itself signs in to Microsoft: the client ID of the tenant's own public client
 * (microsoft.md, 1.6; empty until one is chosen), who signed in last, and hosts that differ from
 * those of the organisation's cloud (empty for the cloud's own; microsoft.md, 1.1).
 */
struct _WaxsealSignInSettings
{
  WaxsealRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealSignInSettings, waxseal_sign_in_settings, WAXSEAL_TYPE_RECORD)

static void
waxseal_sign_in_settings_class_init (WaxsealSignInSettingsClass *klass)
{
  waxseal_record_class_install (klass,
                                waxseal_record_text_pspec ("client-id"),
                                waxseal_record_text_pspec ("user-name"),
                                waxseal_record_flag_pspec ("stay-signed-in"),
                                waxseal_record_text_pspec ("login-host"),
                                waxseal_record_text_pspec ("graph-host"),
                                waxseal_record_text_pspec ("exchange-host"),
                                NULL);
}

static void
waxseal_sign_in_settings_init (WaxsealSignInSettings *self)
{
}
