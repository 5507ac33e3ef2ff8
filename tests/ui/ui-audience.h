/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom a phase reaches, in a window of its own over the one of the practice tenant. */
#pragma once

#include "ui-job.h"
#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

/** UiAudience: @job.page is what is waited in: the group, or the dialog once that is open. */
typedef struct
{
  UiJob job;
  GtkWindow *host;
  GtkWidget *group;
  WaxsealRolloutPhase *phase;
} UiAudience;

/* @person: (nullable): who would sign in */
void ui_audience_open (UiAudience *self, UiFixture *fixture, UiPerson *person, guint phase);
void ui_audience_close (UiAudience *self);

GtkWidget *ui_audience_open_dialog (UiAudience *self);
/* Signs in by a code, in the dialog. */
void ui_audience_sign_in (UiAudience *self);
guint ui_audience_count (UiAudience *self);

G_END_DECLS
