/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-manifest-addresses.h"
#include "waxseal-manifest-check.h"

G_BEGIN_DECLS

/**
 * WaxsealCheckedFile:
 * @name: its name, as it was given
 * @is_readable: whether it is XML
 * @findings: (element-type WaxsealFinding): what there is to say
 * @addresses: (nullable) (element-type WaxsealManifestAddress): if they were asked for
 * @has_more: whether there are more addresses than these
 */
typedef struct
{
  const char *name;
  gboolean is_readable;
  GPtrArray *findings;
  GPtrArray *addresses;
  gboolean has_more;
} WaxsealCheckedFile;

/** WaxsealCheckWish: what is wanted besides findings. */
typedef enum
{
  WAXSEAL_CHECK_WISH_FIELDS = 1 << 0,
  WAXSEAL_CHECK_WISH_ADDRESSES = 1 << 1,
} WaxsealCheckWish;

/** WaxsealCheckedFunc: @file is gone when it returns. */
typedef void (*WaxsealCheckedFunc) (const WaxsealCheckedFile *file, gpointer user_data);

void waxseal_check_batch_run (char **names,
                              WaxsealManifestTarget target,
                              WaxsealCheckWish wishes,
                              WaxsealCheckedFunc func,
                              gpointer user_data);

G_END_DECLS
