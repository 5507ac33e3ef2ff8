/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rolls phases out by Exchange directly, as the window does: review, plan, run. */
#pragma once

#include "matrix-fixture.h"
#include "waxseal-direct-run.h"

G_BEGIN_DECLS

#define DIRECT_GRACE  "grace.hall@contoso-practice.example" /* who signs in */
#define DIRECT_RINA   "rina.honda@renshu.example"
#define DIRECT_CARLOS "carlos.diaz@contoso-practice.example"
#define DIRECT_UMA    "uma.patel@contoso-practice.example"
#define DIRECT_SEAN   "sean.o'brien@contoso-practice.example"
#define DIRECT_SATO   "h.sato@xn--vh0a51b.example"

/* Accepts the interface, and names two, then two more, then everyone. */
void direct_job_prepare (MatrixFixture *fixture);
WaxsealRolloutPhase *direct_job_get_phase (MatrixFixture *fixture, guint index);
void direct_job_name (WaxsealRolloutPhase *phase, const char *address);
void direct_job_name_no_more (WaxsealRolloutPhase *phase, const char *address);
void direct_job_judge (MatrixFixture *fixture, guint index);
GBytes *direct_job_build_manifest (MatrixFixture *fixture);

WaxsealDirectReview *direct_job_review (MatrixFixture *fixture, GError **error);
WaxsealDirectPlan *
direct_job_plan (MatrixFixture *fixture, guint index, WaxsealRolloutAction action, GError **error);
gboolean direct_job_run (MatrixFixture *fixture, WaxsealDirectPlan *plan, GError **error);
gboolean direct_job_run_cancellable (MatrixFixture *fixture,
                                     WaxsealDirectPlan *plan,
                                     GCancellable *cancellable,
                                     GError **error);
/* All three; where the plan is refused, an error that says why. */
gboolean
direct_job_do (MatrixFixture *fixture, guint index, WaxsealRolloutAction action, GError **error);

/* "on Everyone AlwaysEnabled 1.0.0.0", "off 2 Enabled 1.0.0.0: a@b.c d@e.f" or "none", as the
 * tenant has it; "2 of them" where it has more than one. */
char *direct_job_describe (MatrixFixture *fixture);
guint direct_job_count_open (MatrixFixture *fixture);
/* "ASSIGNED verified, …" */
char *direct_job_describe_events (MatrixFixture *fixture, guint index);
guint direct_job_count_calls (MatrixFixture *fixture, const char *cmdlet);
/* A setting of the tenant; @value: JSON. */
void direct_job_set (MatrixFixture *fixture, const char *name, const char *value);
/* Somebody removes all add-ins, some days later. */
void direct_job_forget_apps (MatrixFixture *fixture);
void direct_job_make_trouble (MatrixFixture *fixture, const char *script);

G_END_DECLS
