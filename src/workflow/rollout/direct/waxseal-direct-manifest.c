/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-direct-manifest.h"

#include "waxseal-finding.h"
#include "waxseal-manifest-check.h"
#include "waxseal-manifest-read.h"

static guint
count_errors (WaxsealManifestDocument *document)
{
  g_autoptr (GPtrArray) findings = waxseal_manifest_check (document);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += waxseal_finding_get_severity (findings->pdata[i]) == WAXSEAL_SEVERITY_ERROR;
  return n;
}

/** waxseal_direct_manifest_new: @bytes: (nullable): of the file; hostile ones are errors, too */
WaxsealDirectManifest *
waxseal_direct_manifest_new (GBytes *bytes)
{
  WaxsealDirectManifest *self = g_new0 (WaxsealDirectManifest, 1);
  g_autoptr (WaxsealManifestDocument) document = NULL;
  g_autoptr (WaxsealAddinIdentity) identity = NULL;

  self->addin_id = g_strdup ("");
  self->version = g_strdup ("");
  if (bytes == NULL)
    return self;
  self->bytes = g_bytes_ref (bytes);
  document = waxseal_manifest_document_new (bytes);
  self->n_errors = count_errors (document);
  if (waxseal_manifest_document_get_root (document) == NULL)
    return self;
  identity = g_object_new (WAXSEAL_TYPE_ADDIN_IDENTITY, NULL);
  waxseal_manifest_read (document, identity);
  g_free (self->addin_id);
  g_free (self->version);
  self->addin_id = g_ascii_strdown (waxseal_record_get_text (identity, "id"), -1);
  self->version = g_strdup (waxseal_record_get_text (identity, "version"));
  return self;
}

/** waxseal_direct_manifest_free: @self: (transfer full): no longer needed */
void
waxseal_direct_manifest_free (WaxsealDirectManifest *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->addin_id);
  g_free (self->version);
  g_free (self);
}
