/* SPDX-License-Identifier: GPL-3.0-or-later */
/* “Let Waxseal do it”, by clicks, on the practice tenant. */
#pragma once

#include "ui-fixture.h"
#include "ui-person.h"

G_BEGIN_DECLS

/** UiJob: the page, and who sits before the browser; %NULL for nobody. */
typedef struct
{
  UiFixture *fixture;
  GtkWidget *page;
  UiPerson *person;
} UiJob;

void ui_job_open_practice (UiJob *job);
/* Signs in by a code, and has the plan made. */
void ui_job_plan (UiJob *job);
/* Of the plan that is shown, every step. */
gboolean ui_job_is_done (gpointer job);

/* While codes are entered. */
void ui_job_wait_button (UiJob *job, const char *button);
void ui_job_wait_sensitive (UiJob *job, const char *button);
void ui_job_wait_label (UiJob *job, const char *label);

/* Of the record of the application. */
const char *ui_job_get_text (UiJob *job, const char *property);
char *ui_job_read_clipboard (UiJob *job);

G_END_DECLS
