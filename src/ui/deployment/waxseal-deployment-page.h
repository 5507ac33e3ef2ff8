/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-page.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_DEPLOYMENT_PAGE (waxseal_deployment_page_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealDeploymentPage,
                      waxseal_deployment_page,
                      WAXSEAL,
                      DEPLOYMENT_PAGE,
                      WaxsealPage)

void waxseal_deployment_page_show_phase (WaxsealDeploymentPage *self, const char *name);

G_END_DECLS
