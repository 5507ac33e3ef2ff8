/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables that run sheets are made of. */
#pragma once

#include "waxseal-rollout-assignment.h"
#include "waxseal-run-sheet-step.h"

G_BEGIN_DECLS

/** WaxsealRunSheetFlow: which way through the portal, or through the script; bits of a mask. */
typedef enum
{
  WAXSEAL_RUN_SHEET_UPLOAD = 1 << 0,
  WAXSEAL_RUN_SHEET_EDIT = 1 << 1, /* whom the add-in that is there is assigned to */
  WAXSEAL_RUN_SHEET_METHOD = 1 << 2,
  WAXSEAL_RUN_SHEET_UPDATE = 1 << 3,
  WAXSEAL_RUN_SHEET_PAUSE = 1 << 4,
  WAXSEAL_RUN_SHEET_RESUME = 1 << 5,
  WAXSEAL_RUN_SHEET_REMOVE = 1 << 6,
  WAXSEAL_RUN_SHEET_ANY = (1 << 7) - 1,
} WaxsealRunSheetFlow;

/** WaxsealRunSheetCase: what a row may depend on. */
typedef struct
{
  WaxsealRunSheetFlow flow;
  const WaxsealRolloutOrder *order;
  const WaxsealRolloutAssignment *assignment;
  const char *manifest_name;
  WaxsealCloud cloud;
} WaxsealRunSheetCase;

/**
 * WaxsealRunSheetRow:
 * @flows: those that it belongs to
 * @applies: (nullable): whether it is in this one; %NULL for always
 * @add_values: (nullable): adds #WaxsealPortalValue
 */
typedef struct
{
  int flows;
  WaxsealRunSheetWords words;
  gboolean (*applies) (const WaxsealRunSheetCase *c);
  void (*add_values) (const WaxsealRunSheetCase *c, GListStore *values);
} WaxsealRunSheetRow;

/* Each ends with a row without a title. */
const WaxsealRunSheetRow *waxseal_run_sheet_portal_rows (void);
const WaxsealRunSheetRow *waxseal_run_sheet_script_rows (void);
const WaxsealRunSheetRow *waxseal_run_sheet_portal_limits (void);
const WaxsealRunSheetRow *waxseal_run_sheet_script_limits (void);

WaxsealRunSheetFlow waxseal_run_sheet_choose_flow (const WaxsealRolloutOrder *order,
                                                   const WaxsealRolloutAssignment *assignment);
void waxseal_run_sheet_add_value (GListStore *values, const char *label, const char *value);

G_END_DECLS
