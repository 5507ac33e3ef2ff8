/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-device-code.h"
#include "waxseal-organization.h"
#include "waxseal-provision-plan.h"

G_BEGIN_DECLS

void waxseal_setup_printer_print_code (WaxsealDeviceCode *code);
void waxseal_setup_printer_print_link (const char *uri);
void waxseal_setup_printer_print_plan (WaxsealProvisionPlan *plan);
void waxseal_setup_printer_print_apps (GListModel *apps);
void waxseal_setup_printer_follow (WaxsealProvisionPlan *plan);
void waxseal_setup_printer_print_error (const GError *error);
void waxseal_setup_printer_print_result (const char *outcome,
                                         WaxsealOrganization *organization,
                                         WaxsealProvisionPlan *plan,
                                         const GError *error);

G_END_DECLS
