/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-organization.h"

G_BEGIN_DECLS

/** WaxsealPasteTarget: the field that something is pasted into (guide.md, A4 and A5). */
typedef enum
{
  WAXSEAL_PASTE_CLIENT_ID,
  WAXSEAL_PASTE_TENANT_ID,
  WAXSEAL_PASTE_SECRET_ID,
  WAXSEAL_PASTE_SECRET_VALUE,
} WaxsealPasteTarget;

/** WaxsealPasteVerdict: what was pasted. */
typedef enum
{
  WAXSEAL_PASTE_FINE,
  WAXSEAL_PASTE_EXTRACTED, /* and other text around it */
  WAXSEAL_PASTE_SEVERAL,
  WAXSEAL_PASTE_NOTHING,
  WAXSEAL_PASTE_MASKED,
  WAXSEAL_PASTE_OTHER_CLOUD,
  WAXSEAL_PASTE_WELL_KNOWN,
  WAXSEAL_PASTE_PLACEHOLDER,
  WAXSEAL_PASTE_IS_CLIENT_ID,
  WAXSEAL_PASTE_IS_TENANT_ID,
  WAXSEAL_PASTE_IS_OBJECT_ID,
  WAXSEAL_PASTE_IS_SECRET_ID,
  WAXSEAL_PASTE_IS_SECRET_VALUE,
} WaxsealPasteVerdict;

/**
 * WaxsealIdentifierPaste:
 * @value: (nullable): what belongs into the field; %NULL leaves it as it is
 * @candidates: (nullable): the IDs to choose from where there are several
 * @as_it_is: nothing was found in the text, and it may be pasted as any text
 *
 * What to do with a pasted text.
 */
typedef struct
{
  WaxsealPasteTarget target;
  WaxsealPasteVerdict verdict;
  char *value;
  char **candidates;
  gboolean as_it_is;
} WaxsealIdentifierPaste;

WaxsealIdentifierPaste *waxseal_identifier_paste_read (const char *text,
                                                       WaxsealPasteTarget target,
                                                       WaxsealOrganization *organization);
gboolean waxseal_identifier_paste_is_warning (const WaxsealIdentifierPaste *self);
char *waxseal_identifier_paste_describe (const WaxsealIdentifierPaste *self);
void waxseal_identifier_paste_free (WaxsealIdentifierPaste *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealIdentifierPaste, waxseal_identifier_paste_free)

G_END_DECLS
