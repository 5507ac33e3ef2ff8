/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-entra-desks.h"
#include "waxseal-manifest-draft.h"
#include "waxseal-organization-store.h"
#include "waxseal-practice-mode.h"
#include "waxseal-step-list.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_PAGE (waxseal_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (WaxsealPage, waxseal_page, WAXSEAL, PAGE, AdwBin)

/**
 * WaxsealPageClass:
 * @opened: the page has another organisation now; chain up is not needed
 */
struct _WaxsealPageClass
{
  AdwBinClass parent_class;

  void (*opened) (WaxsealPage *self);
};

void waxseal_page_set_backing (WaxsealPage *self,
                               WaxsealOrganizationStore *store,
                               WaxsealPracticeMode *practice,
                               WaxsealEntraDesks *desks);
void waxseal_page_open (WaxsealPage *self,
                        WaxsealOrganization *organization,
                        WaxsealManifestDraft *draft,
                        WaxsealStepList *steps);

WaxsealOrganization *waxseal_page_get_organization (WaxsealPage *self);
WaxsealManifestDraft *waxseal_page_get_draft (WaxsealPage *self);
WaxsealStepList *waxseal_page_get_steps (WaxsealPage *self);
GCancellable *waxseal_page_get_cancellable (WaxsealPage *self);
WaxsealOrganizationStore *waxseal_page_get_store (WaxsealPage *self);
const char *waxseal_page_get_practice_base (WaxsealPage *self);
WaxsealEntraDesk *waxseal_page_get_desk (WaxsealPage *self);

G_END_DECLS
