/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <stdio.h>

#include "waxseal-finding.h"

G_BEGIN_DECLS

/** WaxsealFindingsFormat: how findings are printed. */
typedef enum
{
  WAXSEAL_FINDINGS_FORMAT_TEXT,
  WAXSEAL_FINDINGS_FORMAT_JSON,
  WAXSEAL_FINDINGS_FORMAT_SARIF,
} WaxsealFindingsFormat;

/**
 * WaxsealAskedAddress:
 * @state: “verified”, “wrong” or “unknown”; a static string
 * @date: when it was asked, in ISO 8601
 * @answer: what it answered with, for people
 *
 * An address in the file that was asked.
 */
typedef struct
{
  const char *address;
  guint line;
  guint column;
  const char *state;
  const char *date;
  char *answer;
} WaxsealAskedAddress;

/** WaxsealFindingsPrinter: prints the findings of one file after the other; opaque. */
typedef struct _WaxsealFindingsPrinter WaxsealFindingsPrinter;

WaxsealFindingsPrinter *waxseal_findings_printer_new (FILE *stream, WaxsealFindingsFormat format);
void waxseal_findings_printer_print (WaxsealFindingsPrinter *self,
                                     const char *file_name,
                                     gboolean is_readable,
                                     GPtrArray *findings,
                                     GPtrArray *asked);
gboolean waxseal_findings_printer_finish (WaxsealFindingsPrinter *self);

const char *waxseal_findings_severity_get_name (WaxsealSeverity severity);

G_END_DECLS
