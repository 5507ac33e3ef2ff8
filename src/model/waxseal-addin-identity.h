/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-record.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_ADDIN_IDENTITY (waxseal_addin_identity_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealAddinIdentity,
                      waxseal_addin_identity,
                      WAXSEAL,
                      ADDIN_IDENTITY,
                      WaxsealRecord)

/** WaxsealLocaleResult: what became of a language that somebody asked for. */
typedef enum
{
  WAXSEAL_LOCALE_ADDED,
  WAXSEAL_LOCALE_THERE_ALREADY,
  WAXSEAL_LOCALE_NOT_A_TAG,
} WaxsealLocaleResult;

WaxsealLocaleResult waxseal_addin_identity_add_locale (WaxsealAddinIdentity *self,
                                                       const char *text);
const char *waxseal_addin_identity_get_name_in (WaxsealAddinIdentity *self,
                                                const char *property,
                                                const char *locale);
char *waxseal_addin_identity_list_hosts (WaxsealAddinIdentity *self);
gboolean waxseal_addin_identity_is_cisco_field (const char *property);

G_END_DECLS
