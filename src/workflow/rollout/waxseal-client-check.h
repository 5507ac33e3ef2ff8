/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verification of guide.md, D: each client, each encryption type that is in use. */
#pragma once

#include "waxseal-client-test.h"
#include "waxseal-organization.h"
#include "waxseal-rollout-enums.h"
#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

/** WaxsealSummaryLine: the lines of the add-in's summary, in its order (guide.md, D3). */
typedef enum
{
  WAXSEAL_SUMMARY_LINE_INITIATED,
  WAXSEAL_SUMMARY_LINE_AUTHENTICATED,
  WAXSEAL_SUMMARY_LINE_ENCRYPTED,
  WAXSEAL_SUMMARY_LINE_SENT,
  WAXSEAL_N_SUMMARY_LINES,
} WaxsealSummaryLine;

void waxseal_client_check_ensure (WaxsealOrganization *organization, WaxsealRolloutPhase *phase);

const char *waxseal_client_check_get_client_label (WaxsealOutlookClient client);
char **waxseal_client_check_list_steps (WaxsealOrganization *organization, WaxsealClientTest *test);

const char *waxseal_summary_line_get_label (WaxsealSummaryLine line);
const char *waxseal_summary_line_get_property (WaxsealSummaryLine line);

void waxseal_client_check_see (WaxsealClientTest *test, WaxsealSummaryLine line, gboolean seen);
gboolean waxseal_client_check_has_all (WaxsealClientTest *test);
gboolean waxseal_client_check_conclude (WaxsealClientTest *test,
                                        WaxsealTestResult result,
                                        const char *tester);

G_END_DECLS
