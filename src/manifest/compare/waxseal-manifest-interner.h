/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** WaxsealManifestInterner: gives equal texts equal numbers; opaque. */
typedef struct _WaxsealManifestInterner WaxsealManifestInterner;

WaxsealManifestInterner *waxseal_manifest_interner_new (void);
void waxseal_manifest_interner_free (WaxsealManifestInterner *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealManifestInterner, waxseal_manifest_interner_free)

guint
waxseal_manifest_interner_intern (WaxsealManifestInterner *self, const char *text, gsize length);

G_END_DECLS
