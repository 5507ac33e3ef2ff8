/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-manifest-draft.h"
#include "waxseal-organization-store.h"
#include "waxseal-practice-mode.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_WORKSPACE (waxseal_workspace_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealWorkspace, waxseal_workspace, WAXSEAL, WORKSPACE, AdwBin)

void waxseal_workspace_set_backing (WaxsealWorkspace *self,
                                    WaxsealOrganizationStore *store,
                                    WaxsealPracticeMode *practice);
void waxseal_workspace_open (WaxsealWorkspace *self, WaxsealOrganization *organization);
WaxsealManifestDraft *waxseal_workspace_get_draft (WaxsealWorkspace *self);

GtkWidget *waxseal_workspace_get_page (WaxsealWorkspace *self, const char *name);
void waxseal_workspace_show_page (WaxsealWorkspace *self, const char *name);
void waxseal_workspace_show_phase (WaxsealWorkspace *self, const char *name);
void waxseal_workspace_show_file (WaxsealWorkspace *self,
                                  WaxsealManifestDocument *document,
                                  GListModel *findings,
                                  const char *file_name);
void waxseal_workspace_edit_field (WaxsealWorkspace *self, const char *place);
void waxseal_workspace_toggle_preview (WaxsealWorkspace *self);
void waxseal_workspace_warn (WaxsealWorkspace *self, const char *message);

G_END_DECLS
