/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the desk share. */
#pragma once

#include "waxseal-entra-desk.h"
#include "waxseal-provision.h"

G_BEGIN_DECLS

struct _WaxsealEntraDesk
{
  GObject parent_instance;

  WaxsealOrganizationStore *store;
  char *practice_base;
  WaxsealTenantSession *session;
  WaxsealProvision *provision;
  WaxsealConsentWatch *watch;
  WaxsealTenantReview *review;
  WaxsealProvisionPlan *plan;
  WaxsealRegisteredApp *adopt; /* what the plan was made for, to go on after a failure */
  gboolean creates;
  char *expires;
  WaxsealEntraStage stage;
  gboolean busy;
  gboolean copies_link;
  gboolean resuming;    /* run the plan as soon as it is made again */
  gboolean resumes_yet; /* as soon as nothing else is under way */
  gboolean closed;
  GError *error;
  GCancellable *cancellable;
  GCancellable *watch_cancellable;
};

void waxseal_entra_desk_set_stage (WaxsealEntraDesk *self, WaxsealEntraStage stage);
void waxseal_entra_desk_set_session (WaxsealEntraDesk *self, WaxsealTenantSession *session);
void waxseal_entra_desk_stop_watch (WaxsealEntraDesk *self);

G_END_DECLS
