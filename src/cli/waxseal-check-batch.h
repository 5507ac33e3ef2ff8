/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-manifest-check.h"

G_BEGIN_DECLS

/**
 * WaxsealCheckedFile:
 * @name: its name, as it was given
 * @is_readable: whether it is XML
 * @findings: (element-type WaxsealFinding): what there is to say
 */
typedef struct
{
  const char *name;
  gboolean is_readable;
  GPtrArray *findings;
} WaxsealCheckedFile;

/** WaxsealCheckedFunc: @file is gone when it returns. */
typedef void (*WaxsealCheckedFunc) (const WaxsealCheckedFile *file, gpointer user_data);

void waxseal_check_batch_run (char **names,
                              WaxsealManifestTarget target,
                              gboolean with_fields,
                              WaxsealCheckedFunc func,
                              gpointer user_data);

G_END_DECLS
