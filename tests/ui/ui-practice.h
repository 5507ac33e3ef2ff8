/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steers the practice tenant behind the window, by its control addresses. */
#pragma once

#include <json-glib/json-glib.h>

#include "ui-fixture.h"

G_BEGIN_DECLS

JsonNode *
ui_practice_steer (UiFixture *fixture, const char *method, const char *path, const char *body);
/* With single quotes for double ones; %NULL for none. */
void ui_practice_make_trouble (UiFixture *fixture, const char *script);
gboolean ui_practice_has_held (UiFixture *fixture);
/* "applications servicePrincipals grants liveSecrets" */
void ui_practice_assert_counts (UiFixture *fixture, const char *counts);

G_END_DECLS
