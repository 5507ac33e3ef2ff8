/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-exported.h"

/**
 * WaxsealManifestExported:
 *
 * The manifest that was exported last; empty where none was. Outlook takes an update only where its
 * version is higher than that of what it has (manifest.md, rule 7).
 */
struct _WaxsealManifestExported
{
  WaxsealRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealManifestExported, waxseal_manifest_exported, WAXSEAL_TYPE_RECORD)

static void
waxseal_manifest_exported_class_init (WaxsealManifestExportedClass *klass)
{
  waxseal_record_class_install (klass,
                                waxseal_record_text_pspec ("sha256"),
                                waxseal_record_text_pspec ("version"),
                                waxseal_record_text_pspec ("exported-on"),
                                NULL);
}

static void
waxseal_manifest_exported_init (WaxsealManifestExported *self)
{
}
