/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** WaxsealDomainVerdict: what a pasted word is. */
typedef enum
{
  WAXSEAL_DOMAIN_FINE,
  WAXSEAL_DOMAIN_WILDCARD,
  WAXSEAL_DOMAIN_IP_ADDRESS,
  WAXSEAL_DOMAIN_SINGLE_LABEL,
  WAXSEAL_DOMAIN_TOO_LONG,
  WAXSEAL_DOMAIN_NOT_A_DOMAIN,
} WaxsealDomainVerdict;

char **waxseal_domain_paste_split (const char *text);
WaxsealDomainVerdict waxseal_domain_paste_judge (const char *name);
char *waxseal_domain_paste_clean (const char *word, WaxsealDomainVerdict *verdict);
char *waxseal_domain_verdict_describe (WaxsealDomainVerdict verdict, const char *word);

G_END_DECLS
