/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** WaxsealManifestEventTraits: what an event says of itself in the manifest. */
typedef enum
{
  WAXSEAL_MANIFEST_EVENT_PLAIN = 0,
  WAXSEAL_MANIFEST_EVENT_SENDS = 1 << 0,     /* takes a SendMode */
  WAXSEAL_MANIFEST_EVENT_BY_HEADER = 1 << 1, /* takes a HeaderName */
} WaxsealManifestEventTraits;

/** WaxsealManifestEvent: an event that Outlook starts an add-in for; @requirement is the Mailbox
 * version that has it, as 100 * major + minor, or 0 where it is in preview. */
typedef struct
{
  const char *name;
  guint traits;
  guint requirement;
} WaxsealManifestEvent;

const WaxsealManifestEvent *waxseal_manifest_event_find (const char *name);

G_END_DECLS
