/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-consent-watch.h"
#include "waxseal-organization-store.h"
#include "waxseal-provision-plan.h"
#include "waxseal-tenant-session.h"

G_BEGIN_DECLS

/** WaxsealEntraStage: how far “Let Waxseal do it” is. */
typedef enum
{
  WAXSEAL_ENTRA_STAGE_SIGNED_OUT,
  WAXSEAL_ENTRA_STAGE_SIGNING_IN, /* and looking at what there is */
  WAXSEAL_ENTRA_STAGE_REVIEWED,   /* the form can be filled in */
  WAXSEAL_ENTRA_STAGE_PLANNED,    /* nothing was sent yet */
  WAXSEAL_ENTRA_STAGE_RUNNING,
  WAXSEAL_ENTRA_STAGE_ENDED, /* well, by a failure, or by handing over */
} WaxsealEntraStage;

/*
 * The job on the Entra App page of one organisation: one thing at a time, whichever widget asks for
 * it. Signals: "changed": the stage, the review, the plan, the error or whether it is busy;
 * "session-changed": the services are at other addresses, so that there is another session;
 * "show-secrets": some have to be removed.
 */
#define WAXSEAL_TYPE_ENTRA_DESK (waxseal_entra_desk_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealEntraDesk, waxseal_entra_desk, WAXSEAL, ENTRA_DESK, GObject)

WaxsealEntraDesk *waxseal_entra_desk_new (WaxsealOrganization *organization,
                                          WaxsealOrganizationStore *store,
                                          const char *practice_base,
                                          GError **error);
void waxseal_entra_desk_close (WaxsealEntraDesk *self);

WaxsealOrganization *waxseal_entra_desk_get_organization (WaxsealEntraDesk *self);
WaxsealTenantSession *waxseal_entra_desk_get_session (WaxsealEntraDesk *self);
WaxsealEntraStage waxseal_entra_desk_get_stage (WaxsealEntraDesk *self);
WaxsealTenantReview *waxseal_entra_desk_get_review (WaxsealEntraDesk *self);
WaxsealProvisionPlan *waxseal_entra_desk_get_plan (WaxsealEntraDesk *self);
const GError *waxseal_entra_desk_get_error (WaxsealEntraDesk *self);
gboolean waxseal_entra_desk_is_handed_over (WaxsealEntraDesk *self);
WaxsealConsentWatch *waxseal_entra_desk_get_watch (WaxsealEntraDesk *self);

/* How the next sign-in asks; see WaxsealSignInPrompt. */
gboolean waxseal_entra_desk_needs_client (WaxsealEntraDesk *self);
gboolean waxseal_entra_desk_get_copies_link (WaxsealEntraDesk *self);
void waxseal_entra_desk_set_copies_link (WaxsealEntraDesk *self, gboolean copies_link);
void waxseal_entra_desk_follow_settings (WaxsealEntraDesk *self);

/* Something is under way; nothing else can be started. */
gboolean waxseal_entra_desk_is_busy (WaxsealEntraDesk *self);
/* For what a widget does in the tenant by itself: what cancels that; NULL where something else is
 * under way. */
GCancellable *waxseal_entra_desk_hold (WaxsealEntraDesk *self);
void waxseal_entra_desk_release (WaxsealEntraDesk *self);

void waxseal_entra_desk_sign_in (WaxsealEntraDesk *self, WaxsealSignInWay way);
void waxseal_entra_desk_sign_out (WaxsealEntraDesk *self);
void waxseal_entra_desk_make_plan (WaxsealEntraDesk *self,
                                   WaxsealRegisteredApp *adopt,
                                   const char *expires);
void waxseal_entra_desk_make_creating_plan (WaxsealEntraDesk *self, const char *expires);
void waxseal_entra_desk_drop_plan (WaxsealEntraDesk *self);
void waxseal_entra_desk_start (WaxsealEntraDesk *self);
void waxseal_entra_desk_cancel (WaxsealEntraDesk *self);
void waxseal_entra_desk_resume (WaxsealEntraDesk *self);
void waxseal_entra_desk_remove_orphans (WaxsealEntraDesk *self);
void waxseal_entra_desk_look_again (WaxsealEntraDesk *self);
void waxseal_entra_desk_show_secrets (WaxsealEntraDesk *self);

G_END_DECLS
