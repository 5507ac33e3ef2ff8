/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WaxsealSafeTextUse:
 * @WAXSEAL_SAFE_TEXT_LINE: on one line of a terminal
 * @WAXSEAL_SAFE_TEXT_JSON: between the quotation marks of a JSON string
 *
 * Where a text from outside is printed.
 */
typedef enum
{
  WAXSEAL_SAFE_TEXT_LINE,
  WAXSEAL_SAFE_TEXT_JSON,
} WaxsealSafeTextUse;

char *waxseal_safe_text_new (const char *text, WaxsealSafeTextUse use);

G_END_DECLS
