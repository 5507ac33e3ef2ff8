/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** WaxsealIdentifierRole: what the text around a GUID calls it. */
typedef enum
{
  WAXSEAL_IDENTIFIER_UNKNOWN,
  WAXSEAL_IDENTIFIER_CLIENT,
  WAXSEAL_IDENTIFIER_TENANT,
  WAXSEAL_IDENTIFIER_OBJECT,
  WAXSEAL_IDENTIFIER_SECRET,
  WAXSEAL_IDENTIFIER_OTHER,
} WaxsealIdentifierRole;

/** WaxsealIdentifier: @guid in small letters, with hyphens; @start and @end are bytes. */
typedef struct
{
  char *guid;
  WaxsealIdentifierRole role;
  gsize start;
  gsize end;
} WaxsealIdentifier;

char *waxseal_identifier_scan_clean (const char *text);
GPtrArray *waxseal_identifier_scan (const char *text);

G_END_DECLS
