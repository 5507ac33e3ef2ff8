/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-record.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_MAIL_DOMAIN (waxseal_mail_domain_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealMailDomain, waxseal_mail_domain, WAXSEAL, MAIL_DOMAIN, WaxsealRecord)

guint waxseal_mail_domain_add_all (GListStore *domains, const char *text, char **refused);

G_END_DECLS
