/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Deployment page, by its parts; what is returned is borrowed. */
#pragma once

#include "ui-fixture.h"

#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

GtkWidget *ui_phases_get_page (UiFixture *fixture);
GtkWidget *ui_phases_get_child (UiFixture *fixture, const char *id);
GtkWidget *ui_phases_get_part (UiFixture *fixture, const char *part, const char *id);
GListStore *ui_phases_get_phases (UiFixture *fixture);
WaxsealRolloutPhase *ui_phases_get_phase (UiFixture *fixture, guint i);
GtkWidget *ui_phases_get_card (UiFixture *fixture, guint i);
const char *ui_phases_get_card_text (UiFixture *fixture, guint i, const char *id);
const char *ui_phases_get_title (UiFixture *fixture);
const char *ui_phases_get_stage (UiFixture *fixture);
const char *ui_phases_get_next (UiFixture *fixture);
void ui_phases_press_next (UiFixture *fixture);
const char *ui_phases_get_section (UiFixture *fixture);
void ui_phases_show (UiFixture *fixture, const char *section);
void ui_phases_select_card (UiFixture *fixture, guint i);
void ui_phases_name_ann (WaxsealRolloutPhase *phase);
void ui_phases_deploy (UiFixture *fixture, guint i);

G_END_DECLS
