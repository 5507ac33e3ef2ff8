/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-addin-identity.h"
#include "waxseal-manifest-document.h"

G_BEGIN_DECLS

/* WaxsealManifestName: one text in one language, clean for XML. */
typedef struct
{
  char *locale;
  char *text;
} WaxsealManifestName;

GPtrArray *waxseal_manifest_names_of (WaxsealAddinIdentity *identity, const char *property);
void waxseal_manifest_names_read (WaxsealManifestDocument *document,
                                  WaxsealAddinIdentity *identity);

G_END_DECLS
