/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/**
 * WaxsealManifestTarget:
 * @WAXSEAL_MANIFEST_TARGET_ONLINE: Exchange Online
 * @WAXSEAL_MANIFEST_TARGET_ON_PREMISES: Exchange Server SE, 2019 or 2016
 *
 * Where a manifest is to be deployed; what each takes differs (manifest.md, rules 18 and 20).
 */
typedef enum
{
  WAXSEAL_MANIFEST_TARGET_ONLINE,
  WAXSEAL_MANIFEST_TARGET_ON_PREMISES,
} WaxsealManifestTarget;
