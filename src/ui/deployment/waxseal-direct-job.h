/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-direct-plan.h"
#include "waxseal-entra-desk.h"
#include "waxseal-manifest-draft.h"

G_BEGIN_DECLS

/** WaxsealDirectStage: how far the deployment by Exchange Online is. */
typedef enum
{
  WAXSEAL_DIRECT_STAGE_IDLE,    /* Exchange was not looked at */
  WAXSEAL_DIRECT_STAGE_LOOKING, /* reads only */
  WAXSEAL_DIRECT_STAGE_PLANNED, /* nothing was sent yet */
  WAXSEAL_DIRECT_STAGE_RUNNING,
  WAXSEAL_DIRECT_STAGE_ENDED, /* well, or by a failure */
} WaxsealDirectStage;

/*
 * Deploying by Exchange Online directly: looking at what is there, making a plan of one action on
 * one phase, and carrying it out. One at a time, at the organisation's desk. Signal "changed": the
 * stage, the plan or the error.
 */
#define WAXSEAL_TYPE_DIRECT_JOB (waxseal_direct_job_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealDirectJob, waxseal_direct_job, WAXSEAL, DIRECT_JOB, GObject)

WaxsealDirectJob *waxseal_direct_job_new (WaxsealManifestDraft *draft, WaxsealEntraDesk *desk);
void waxseal_direct_job_close (WaxsealDirectJob *self);

void waxseal_direct_job_aim (WaxsealDirectJob *self,
                             WaxsealRolloutPhase *phase,
                             WaxsealRolloutAction action);
void waxseal_direct_job_look (WaxsealDirectJob *self);
void waxseal_direct_job_run (WaxsealDirectJob *self);
void waxseal_direct_job_cancel (WaxsealDirectJob *self);

WaxsealOrganization *waxseal_direct_job_get_organization (WaxsealDirectJob *self);
WaxsealEntraDesk *waxseal_direct_job_get_desk (WaxsealDirectJob *self);
WaxsealDirectStage waxseal_direct_job_get_stage (WaxsealDirectJob *self);
WaxsealDirectReview *waxseal_direct_job_get_review (WaxsealDirectJob *self);
WaxsealDirectPlan *waxseal_direct_job_get_plan (WaxsealDirectJob *self);
const GError *waxseal_direct_job_get_error (WaxsealDirectJob *self);
const char *waxseal_direct_job_get_ended_on (WaxsealDirectJob *self);

G_END_DECLS
