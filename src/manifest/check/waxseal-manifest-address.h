/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** WaxsealManifestFault: the first thing that is wrong with an address. */
typedef enum
{
  WAXSEAL_MANIFEST_FAULT_NONE,
  WAXSEAL_MANIFEST_FAULT_PLACEHOLDER,
  WAXSEAL_MANIFEST_FAULT_SPACE,
  WAXSEAL_MANIFEST_FAULT_LOCAL,
  WAXSEAL_MANIFEST_FAULT_NOT_HTTPS,
  WAXSEAL_MANIFEST_FAULT_USER,
  WAXSEAL_MANIFEST_FAULT_EXAMPLE,
} WaxsealManifestFault;

void waxseal_manifest_address_copy_host (const char *address, char *host, gsize size);
WaxsealManifestFault waxseal_manifest_address_find_fault (const char *address);

G_END_DECLS
