/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** WaxsealProvisionKind: what a step is about, in the order in which they are run. */
typedef enum
{
  WAXSEAL_PROVISION_APPLICATION,
  WAXSEAL_PROVISION_DECLARE, /* the four permissions in the application's list */
  WAXSEAL_PROVISION_SERVICE_PRINCIPAL,
  WAXSEAL_PROVISION_SECRET,
  WAXSEAL_PROVISION_GRANT, /* one step for each permission */
  WAXSEAL_PROVISION_PROOF,
} WaxsealProvisionKind;

/** WaxsealProvisionState: how far a step is. */
typedef enum
{
  WAXSEAL_PROVISION_PENDING,
  WAXSEAL_PROVISION_RUNNING,
  WAXSEAL_PROVISION_WAITING, /* running, but Microsoft's servers have to agree first */
  WAXSEAL_PROVISION_DONE,    /* by this run, and read back */
  WAXSEAL_PROVISION_ALREADY, /* it was there before */
  WAXSEAL_PROVISION_FAILED,
  WAXSEAL_PROVISION_HANDED_OVER, /* somebody else has to do it: the consent */
  WAXSEAL_PROVISION_CANCELLED,
} WaxsealProvisionState;

/** WaxsealRotationStage: how far the change of a client secret is. */
typedef enum
{
  WAXSEAL_ROTATION_NONE,        /* none is under way */
  WAXSEAL_ROTATION_STARTED,     /* the new secret is there, or is being made */
  WAXSEAL_ROTATION_PROVED,      /* it works; it has to be given to CRES now */
  WAXSEAL_ROTATION_HANDED_OVER, /* CRES has it, as the administrator says; the old one may go */
} WaxsealRotationStage;

G_END_DECLS
