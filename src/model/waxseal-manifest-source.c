/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-source.h"

/**
 * WaxsealManifestSource:
 *
 * The manifest file that the add-in's identity was read from; empty where Waxseal made it up. What
 * Waxseal does not understand in it stays in it. "lines" keep a carriage return where the file has
 * one; "from-cres" is the administrator's word that it came from Download Manifest (guide.md, B4).
 */
struct _WaxsealManifestSource
{
  WaxsealRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealManifestSource, waxseal_manifest_source, WAXSEAL_TYPE_RECORD)

static void
waxseal_manifest_source_class_init (WaxsealManifestSourceClass *klass)
{
  waxseal_record_class_install (klass,
                                waxseal_record_text_pspec ("file-name"),
                                waxseal_record_text_pspec ("sha256"),
                                waxseal_record_text_pspec ("read-on"),
                                waxseal_record_flag_pspec ("from-cres"),
                                waxseal_record_text_pspec ("encoding"),
                                waxseal_record_flag_pspec ("byte-order-mark"),
                                waxseal_record_texts_pspec ("lines"),
                                NULL);
}

static void
waxseal_manifest_source_init (WaxsealManifestSource *self)
{
}
