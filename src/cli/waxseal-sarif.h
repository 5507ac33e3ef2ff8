/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), for code scanning.
 */
#pragma once

#include <stdio.h>

#include "waxseal-finding.h"

G_BEGIN_DECLS

void waxseal_sarif_begin (FILE *stream);
void waxseal_sarif_print (FILE *stream,
                          const char *file_name,
                          WaxsealFinding *finding,
                          gboolean is_first);
void waxseal_sarif_end (FILE *stream);

G_END_DECLS
