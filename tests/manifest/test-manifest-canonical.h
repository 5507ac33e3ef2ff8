/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a manifest means, as one text, made in the plainest way; and random changes to a manifest.
 */
#pragma once

#include "waxseal-manifest-document.h"

char *dup_canonical (WaxsealManifestDocument *document);
WaxsealManifestDocument *mutate (WaxsealManifestDocument *document, GRand *random);
