/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-draft.h"

#include <glib/gi18n.h>

#include "waxseal-finding.h"
#include "waxseal-manifest-build.h"
#include "waxseal-manifest-changes.h"
#include "waxseal-manifest-check.h"
#include "waxseal-manifest-field.h"
#include "waxseal-manifest-fix.h"
#include "waxseal-manifest-read.h"
#include "waxseal-manifest-release.h"
#include "waxseal-manifest-tree.h"
#include "waxseal-record-json.h"
#include "waxseal-slug.h"

/**
 * WaxsealManifestDraft:
 *
 * The manifest of one organisation as it is now: built anew and checked whenever the add-in's
 * identity changes, or the manifest that it was read from.
 */
struct _WaxsealManifestDraft
{
  GObject parent_instance;

  WaxsealOrganization *organization;
  WaxsealManifestDocument *base;
  GBytes *bytes;
  WaxsealManifestDocument *document;
  GListStore *findings;
  gboolean adopting;
};

G_DEFINE_FINAL_TYPE (WaxsealManifestDraft, waxseal_manifest_draft, G_TYPE_OBJECT)

static guint rebuilt_signal;

/* Members of the add-in’s identity, or the whole of the manifest that it was read from. */
struct _WaxsealManifestUndo
{
  JsonObject *identity;
  JsonObject *source;
};

static void
waxseal_manifest_draft_finalize (GObject *object)
{
  WaxsealManifestDraft *self = WAXSEAL_MANIFEST_DRAFT (object);

  g_clear_object (&self->organization);
  g_clear_object (&self->base);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->document);
  g_clear_object (&self->findings);
  G_OBJECT_CLASS (waxseal_manifest_draft_parent_class)->finalize (object);
}

static void
waxseal_manifest_draft_class_init (WaxsealManifestDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_manifest_draft_finalize;

  /**
   * WaxsealManifestDraft::rebuilt:
   *
   * The bytes, the document and the findings are new.
   */
  rebuilt_signal = g_signal_new (
    "rebuilt", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
waxseal_manifest_draft_init (WaxsealManifestDraft *self)
{
  self->findings = g_list_store_new (WAXSEAL_TYPE_FINDING);
}

static WaxsealManifestSource *
get_source (WaxsealManifestDraft *self)
{
  return waxseal_organization_get_manifest (self->organization);
}

static WaxsealFinding *
create_assumed (WaxsealManifestDraft *self)
{
  guint line, column;

  waxseal_manifest_field_locate (self->document, "id", &line, &column);
  return waxseal_finding_new (
    WAXSEAL_SEVERITY_HINT,
    "assumed",
    line,
    column,
    "id",
    g_strdup (_ ("The Id and the addresses are assumed: no manifest from CRES was imported.")),
    _ ("Download the manifest in CRES (Addin Config, Download Manifest), and import it."));
}

static WaxsealFinding *
create_not_higher (WaxsealManifestDraft *self)
{
  guint line, column;

  waxseal_manifest_field_locate (self->document, "version", &line, &column);
  return waxseal_finding_new (
    WAXSEAL_SEVERITY_WARNING,
    "version-not-higher",
    line,
    column,
    "version",
    g_strdup (_ ("The manifest is another one than was exported or imported last, but its version "
                 "is not higher.")),
    _ ("Raise the version before you deploy it; Export offers to."));
}

static void
find_findings (WaxsealManifestDraft *self)
{
  g_autoptr (GPtrArray) found = waxseal_manifest_check (self->document);
  g_autofree char *higher = waxseal_manifest_release_propose (self);

  if (higher != NULL)
    g_ptr_array_add (found, create_not_higher (self));
  if (waxseal_manifest_source_is_empty (get_source (self)))
    g_ptr_array_add (found, create_assumed (self));
  g_list_store_splice (self->findings,
                       0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->findings)),
                       found->pdata,
                       found->len);
}

static void
rebuild (WaxsealManifestDraft *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->document);
  self->bytes =
    waxseal_manifest_build (self->base, waxseal_organization_get_addin (self->organization));
  self->document = waxseal_manifest_document_new (self->bytes);
  find_findings (self);
  g_signal_emit (self, rebuilt_signal, 0);
}

static void
open_base (WaxsealManifestDraft *self)
{
  g_clear_object (&self->base);
  self->base = waxseal_manifest_source_open (get_source (self));
  if (self->base == NULL)
    self->base = waxseal_manifest_skeleton ();
}

static void
identity_changed_cb (WaxsealManifestDraft *self)
{
  if (!self->adopting)
    rebuild (self);
}

static void
source_changed_cb (WaxsealManifestDraft *self)
{
  if (self->adopting)
    return;
  open_base (self);
  rebuild (self);
}

/**
 * waxseal_manifest_draft_new:
 *
 * Returns: (transfer full): the manifest of @organization, built already.
 */
WaxsealManifestDraft *
waxseal_manifest_draft_new (WaxsealOrganization *organization)
{
  WaxsealManifestDraft *self = g_object_new (WAXSEAL_TYPE_MANIFEST_DRAFT, NULL);

  self->organization = g_object_ref (organization);
  g_signal_connect_object (waxseal_organization_get_addin (organization),
                           "changed",
                           G_CALLBACK (identity_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (
    get_source (self), "changed", G_CALLBACK (source_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (waxseal_record_get_child (organization, "exported"),
                           "changed",
                           G_CALLBACK (find_findings),
                           self,
                           G_CONNECT_SWAPPED);
  open_base (self);
  rebuild (self);
  return self;
}

/** waxseal_manifest_draft_get_organization: Returns: (transfer none): whose manifest it is. */
WaxsealOrganization *
waxseal_manifest_draft_get_organization (WaxsealManifestDraft *self)
{
  return self->organization;
}

/** waxseal_manifest_draft_get_bytes: Returns: (transfer none): the file, until it is rebuilt. */
GBytes *
waxseal_manifest_draft_get_bytes (WaxsealManifestDraft *self)
{
  return self->bytes;
}

/** waxseal_manifest_draft_get_document: Returns: (transfer none): the file as it reads. */
WaxsealManifestDocument *
waxseal_manifest_draft_get_document (WaxsealManifestDraft *self)
{
  return self->document;
}

/**
 * waxseal_manifest_draft_get_findings:
 *
 * Returns: (transfer none): a list of #WaxsealFinding, always the same list.
 */
GListModel *
waxseal_manifest_draft_get_findings (WaxsealManifestDraft *self)
{
  return G_LIST_MODEL (self->findings);
}

/** waxseal_manifest_draft_dup_imported_version: Returns: (transfer full): that of the manifest that
 * was imported last, or "". */
char *
waxseal_manifest_draft_dup_imported_version (WaxsealManifestDraft *self)
{
  xmlNode *root = waxseal_manifest_document_get_root (self->base);
  xmlNode *version = waxseal_manifest_tree_find_child (root, "Version");

  if (version == NULL || waxseal_manifest_source_is_empty (get_source (self)))
    return g_strdup ("");
  return waxseal_manifest_tree_dup_text (version);
}

/**
 * waxseal_manifest_draft_is_assumed:
 *
 * Returns: whether the Id and the addresses may be wrong, as they are not from a manifest that was
 *   downloaded from CRES (design.md, "assumed").
 */
gboolean
waxseal_manifest_draft_is_assumed (WaxsealManifestDraft *self)
{
  return waxseal_manifest_source_is_empty (get_source (self)) ||
         !waxseal_record_get_flag (get_source (self), "from-cres");
}

/**
 * waxseal_manifest_draft_dup_file_name:
 *
 * Returns: (transfer full): a file name to propose, for instance "waxseal-contoso-1.0.0.0.xml"; it
 *   needs no quoting, whatever the organisation is called.
 */
char *
waxseal_manifest_draft_dup_file_name (WaxsealManifestDraft *self)
{
  WaxsealAddinIdentity *addin = waxseal_organization_get_addin (self->organization);
  g_autofree char *name = waxseal_slug_new (waxseal_organization_get_name (self->organization), "");
  g_autofree char *version = waxseal_slug_new (waxseal_record_get_text (addin, "version"), ".");

  return g_strconcat ("waxseal-",
                      *name != '\0' ? name : "manifest",
                      *version != '\0' ? "-" : "",
                      version,
                      ".xml",
                      NULL);
}

/**
 * waxseal_manifest_draft_adopt:
 * @document: a manifest that was imported
 * @file_name: without folders
 * @from_cres: whether the administrator says that it was downloaded from CRES
 *
 * Makes @document what the organisation's manifest is built from, and reads the add-in's identity
 * from it; rebuilds once. Does nothing if @document could not be read.
 */
void
waxseal_manifest_draft_adopt (WaxsealManifestDraft *self,
                              WaxsealManifestDocument *document,
                              const char *file_name,
                              gboolean from_cres)
{
  if (waxseal_manifest_document_get_root (document) == NULL)
    return;

  self->adopting = TRUE;
  waxseal_manifest_read (document, waxseal_organization_get_addin (self->organization));
  waxseal_manifest_source_keep (get_source (self), document, file_name, from_cres);
  self->adopting = FALSE;

  g_set_object (&self->base, document);
  rebuild (self);
}

/** waxseal_manifest_undo_free: @undo: (transfer full) */
void
waxseal_manifest_undo_free (WaxsealManifestUndo *undo)
{
  g_clear_pointer (&undo->identity, json_object_unref);
  g_clear_pointer (&undo->source, json_object_unref);
  g_free (undo);
}

/* Takes over what is given, and rebuilds once. */
static void
restore (WaxsealManifestDraft *self, JsonObject *identity, JsonObject *source)
{
  self->adopting = TRUE;
  if (identity != NULL)
    waxseal_record_from_json (WAXSEAL_RECORD (waxseal_organization_get_addin (self->organization)),
                              identity,
                              NULL);
  if (source != NULL)
    waxseal_record_from_json (WAXSEAL_RECORD (get_source (self)), source, NULL);
  self->adopting = FALSE;

  if (source != NULL)
    open_base (self);
  rebuild (self);
}

/* Makes @fixed what the draft is built from, with the history that it had. */
static void
keep_source (WaxsealManifestDraft *self, WaxsealManifestDocument *fixed)
{
  WaxsealManifestSource *source = get_source (self);
  g_autofree char *file_name = g_strdup (waxseal_record_get_text (source, "file-name"));

  self->adopting = TRUE;
  waxseal_manifest_source_keep (source,
                                fixed,
                                file_name,
                                waxseal_record_get_flag (source, "from-cres"));
  self->adopting = FALSE;
  g_set_object (&self->base, fixed);
  rebuild (self);
}

/**
 * waxseal_manifest_draft_fix:
 * @finding: one of the draft's own
 *
 * Makes the one right change: in the add-in's identity where it is in one of its properties, else
 * in the imported manifest that the draft is built from.
 *
 * Returns: (transfer full) (nullable): what waxseal_manifest_draft_undo() takes; %NULL where no
 *   change is certain.
 */
WaxsealManifestUndo *
waxseal_manifest_draft_fix (WaxsealManifestDraft *self, WaxsealFinding *finding)
{
  WaxsealRecord *addin = WAXSEAL_RECORD (waxseal_organization_get_addin (self->organization));
  WaxsealManifestSource *source = get_source (self);
  g_autoptr (GBytes) bytes = waxseal_manifest_fix (self->document, finding);
  g_autoptr (WaxsealManifestDocument) fixed = NULL;
  g_autoptr (JsonObject) changes = NULL;
  WaxsealManifestUndo *undo = NULL;

  if (bytes == NULL)
    return NULL;
  fixed = waxseal_manifest_document_new (bytes);
  changes = waxseal_manifest_changes_find (self->document, fixed);
  if (changes == NULL && waxseal_manifest_source_is_empty (source))
    return NULL;

  undo = g_new0 (WaxsealManifestUndo, 1);
  if (changes != NULL)
    {
      undo->identity = waxseal_manifest_changes_pick (addin, changes);
      restore (self, changes, NULL);
      return undo;
    }
  undo->source = waxseal_record_to_json (WAXSEAL_RECORD (source));
  keep_source (self, fixed);
  return undo;
}

/** waxseal_manifest_draft_undo: takes the fix back that returned @undo, and nothing else. */
void
waxseal_manifest_draft_undo (WaxsealManifestDraft *self, WaxsealManifestUndo *undo)
{
  restore (self, undo->identity, undo->source);
}
