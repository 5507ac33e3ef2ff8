/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The enumerations of the rollout in words, translated; labels are the portal's own. */
#pragma once

#include "waxseal-enums.h"
#include "waxseal-rollout-enums.h"

G_BEGIN_DECLS

const char *waxseal_deployment_method_get_label (WaxsealDeploymentMethod method);
const char *waxseal_deployment_method_get_text (WaxsealDeploymentMethod method);
const char *waxseal_road_get_label (WaxsealRoad road);
const char *waxseal_road_get_text (WaxsealRoad road);
const char *waxseal_test_result_get_label (WaxsealTestResult result);
const char *waxseal_encryption_type_get_label (WaxsealEncryptionType type);
const char *waxseal_verdict_get_label (WaxsealVerdict verdict);

G_END_DECLS
