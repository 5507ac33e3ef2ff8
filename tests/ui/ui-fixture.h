/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window for each test: on a data folder that is empty at first, with settings in memory, and on
 * a bus of its own that can start no service, so that nothing of the user's is touched. */
#pragma once

#include <json-glib/json-glib.h>

#include "ui-driver.h"

G_BEGIN_DECLS

typedef struct
{
  WaxsealApplication *application;
  WaxsealWindow *window;
} UiFixture;

/** UiTest: @run gets a #UiFixture, which shows @organization, or the welcome page for %NULL. */
typedef struct
{
  const char *path;
  void (*run) (UiFixture *fixture);
  const char *organization;
} UiTest;

int ui_fixture_run (int argc, char **argv, const UiTest *tests, gsize n_tests);

void ui_fixture_restart (UiFixture *fixture);
WaxsealOrganization *ui_fixture_get_organization (UiFixture *fixture);
WaxsealManifestDraft *ui_fixture_get_draft (UiFixture *fixture);
GtkWidget *ui_fixture_get_page (UiFixture *fixture, const char *name);
GtkWidget *ui_fixture_make_pages (UiFixture *fixture);
GtkWidget *ui_fixture_get_child (UiFixture *fixture, const char *id);
const char *ui_fixture_get_visible (UiFixture *fixture, const char *stack_id);
const char *ui_fixture_get_folder (void);

void ui_fixture_flush (UiFixture *fixture);
char *ui_fixture_dup_file_name (UiFixture *fixture);
JsonNode *ui_fixture_read_json (UiFixture *fixture);
JsonNode *ui_fixture_find_member (JsonNode *root, const char *path);

G_END_DECLS
