/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-direct-aim.h"
#include "waxseal-direct-manifest.h"

G_BEGIN_DECLS

/** WaxsealDirectCase: what is asked whether it may be done. */
typedef struct
{
  WaxsealOrganization *organization;
  WaxsealDirectReview *review;
  const WaxsealDirectAim *aim;
  const WaxsealDirectManifest *manifest;
} WaxsealDirectCase;

char **waxseal_direct_refusal_list (const WaxsealDirectCase *c);

G_END_DECLS
