/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** WaxsealDirectOwner: whose the add-in in Exchange is. */
typedef enum
{
  WAXSEAL_DIRECT_OWNER_NOBODY,   /* there is none */
  WAXSEAL_DIRECT_OWNER_WAXSEAL,  /* the journal has it */
  WAXSEAL_DIRECT_OWNER_SOMEBODY, /* it was deployed otherwise: it is left alone */
} WaxsealDirectOwner;

/** WaxsealDirectStepState: how far a step is. */
typedef enum
{
  WAXSEAL_DIRECT_STEP_PENDING,
  WAXSEAL_DIRECT_STEP_RUNNING,
  WAXSEAL_DIRECT_STEP_WAITING, /* running, but Microsoft's servers have to agree first */
  WAXSEAL_DIRECT_STEP_DONE,    /* by this run, and read back */
  WAXSEAL_DIRECT_STEP_ALREADY, /* it was so before, and was read */
  WAXSEAL_DIRECT_STEP_FAILED,
  WAXSEAL_DIRECT_STEP_CANCELLED,
} WaxsealDirectStepState;

G_END_DECLS
