/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-addin-identity.h"
#include "waxseal-manifest-document.h"

G_BEGIN_DECLS

extern const char *const text_properties[];

char *dup_shared_path (const char *path);
WaxsealAddinIdentity *create_identity (void);
WaxsealAddinIdentity *read_identity (WaxsealManifestDocument *document);
WaxsealAddinIdentity *read_built (GBytes *bytes);
void set_translation (WaxsealAddinIdentity *identity,
                      const char *locale,
                      const char *property,
                      const char *text);
char *describe_identity (WaxsealAddinIdentity *identity);
WaxsealManifestDocument *read_text (const char *text);
char *dup_built (WaxsealManifestDocument *base, WaxsealAddinIdentity *identity);

G_END_DECLS
