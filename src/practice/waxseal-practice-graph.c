/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-route.h"

const WaxsealPracticeRoute waxseal_practice_graph_routes[] = { { NULL } };
