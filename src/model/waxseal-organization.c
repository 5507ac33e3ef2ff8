/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-organization.h"

#include "waxseal-check.h"
#include "waxseal-enum-types.h"
#include "waxseal-journal-entry.h"
#include "waxseal-mail-domain.h"
#include "waxseal-manifest-exported.h"
#include "waxseal-organization-defaults.h"
#include "waxseal-prerequisite.h"
#include "waxseal-record-json.h"
#include "waxseal-rollout-phase.h"
#include "waxseal-rollout-settings.h"
#include "waxseal-set-up-origin.h"
#include "waxseal-sign-in-settings.h"

/**
 * WaxsealOrganization:
 *
 * An organisation's whole set-up: one JSON document on disk. "id" names the file and never changes.
 * "practice" marks one that lives on the practice tenant: it never signs in to Microsoft.
 */
struct _WaxsealOrganization
{
  WaxsealRecord parent_instance;

  gboolean read_only; /* no property, since a record's properties are what its file holds */
};

G_DEFINE_FINAL_TYPE (WaxsealOrganization, waxseal_organization, WAXSEAL_TYPE_RECORD)

static void
waxseal_organization_class_init (WaxsealOrganizationClass *klass)
{
  waxseal_record_class_install (
    klass,
    waxseal_record_number_pspec ("format", WAXSEAL_ORGANIZATION_FORMAT),
    waxseal_record_text_pspec ("id"),
    waxseal_record_text_pspec ("name"),
    waxseal_record_enum_pspec ("cloud", WAXSEAL_TYPE_CLOUD, WAXSEAL_CLOUD_GLOBAL),
    waxseal_record_flag_pspec ("practice"),
    waxseal_record_child_pspec ("sign-in", WAXSEAL_TYPE_SIGN_IN_SETTINGS),
    waxseal_record_list_pspec ("prerequisites", WAXSEAL_TYPE_PREREQUISITE),
    waxseal_record_child_pspec ("entra-app", WAXSEAL_TYPE_ENTRA_APP),
    waxseal_record_child_pspec ("cres-account", WAXSEAL_TYPE_CRES_ACCOUNT),
    waxseal_record_list_pspec ("domains", WAXSEAL_TYPE_MAIL_DOMAIN),
    waxseal_record_child_pspec ("addin", WAXSEAL_TYPE_ADDIN_IDENTITY),
    waxseal_record_child_pspec ("manifest", WAXSEAL_TYPE_MANIFEST_SOURCE),
    waxseal_record_child_pspec ("exported", WAXSEAL_TYPE_MANIFEST_EXPORTED),
    waxseal_record_child_pspec ("rollout", WAXSEAL_TYPE_ROLLOUT_SETTINGS),
    waxseal_record_list_pspec ("phases", WAXSEAL_TYPE_ROLLOUT_PHASE),
    waxseal_record_list_pspec ("checks", WAXSEAL_TYPE_CHECK),
    waxseal_record_list_pspec ("journal", WAXSEAL_TYPE_JOURNAL_ENTRY),
    waxseal_record_child_pspec ("origin", WAXSEAL_TYPE_SET_UP_ORIGIN),
    NULL);
}

static void
waxseal_organization_init (WaxsealOrganization *self)
{
}

static void
assign_new_id (WaxsealOrganization *self)
{
  g_autofree char *id = g_uuid_string_random ();

  waxseal_record_set_text (self, "id", id);
}

/**
 * waxseal_organization_new:
 * @name: as the administrator calls it
 *
 * Returns: (transfer full): an organisation with the guide's proposals filled in.
 */
WaxsealOrganization *
waxseal_organization_new (const char *name, WaxsealCloud cloud)
{
  WaxsealOrganization *self =
    g_object_new (WAXSEAL_TYPE_ORGANIZATION, "name", name, "cloud", cloud, NULL);

  assign_new_id (self);
  waxseal_organization_fill_defaults (self);
  return self;
}

/**
 * waxseal_organization_new_for_practice:
 *
 * Returns: (transfer full): an organisation that lives on the practice tenant, as long as it is.
 */
WaxsealOrganization *
waxseal_organization_new_for_practice (const char *name)
{
  WaxsealOrganization *self = waxseal_organization_new (name, WAXSEAL_CLOUD_GLOBAL);

  g_object_set (self, "practice", TRUE, NULL);
  return self;
}

/**
 * waxseal_organization_duplicate:
 *
 * The copy has an id and an add-in of its own only in that it is a file of its own: the add-in's Id
 * belongs to Cisco and stays (cisco.md, 1). What was done for the original is not done for the
 * copy, so its checks, its journal, its last export and its rollout start empty.
 *
 * Returns: (transfer full): the copy, called @name.
 */
WaxsealOrganization *
waxseal_organization_duplicate (WaxsealOrganization *self, const char *name)
{
  WaxsealOrganization *copy = waxseal_record_copy (self);
  GListModel *phases = waxseal_organization_get_phases (copy);

  assign_new_id (copy);
  g_object_set (copy, "name", name, "format", WAXSEAL_ORGANIZATION_FORMAT, NULL);
  g_object_set (waxseal_record_get_child (copy, "exported"),
                "sha256",
                "",
                "version",
                "",
                "exported-on",
                "",
                NULL);
  g_list_store_remove_all (waxseal_record_get_list (copy, "checks"));
  g_list_store_remove_all (waxseal_record_get_list (copy, "journal"));
  for (guint i = 0; i < g_list_model_get_n_items (phases); i++)
    {
      g_autoptr (WaxsealRolloutPhase) phase = g_list_model_get_item (phases, i);

      waxseal_rollout_phase_forget (phase);
    }
  return copy;
}

/** waxseal_organization_get_id: Returns: (transfer none): the UUID that names the file. */
const char *
waxseal_organization_get_id (WaxsealOrganization *self)
{
  return waxseal_record_get_text (self, "id");
}

/** waxseal_organization_get_name: Returns: (transfer none): as the administrator calls it. */
const char *
waxseal_organization_get_name (WaxsealOrganization *self)
{
  return waxseal_record_get_text (self, "name");
}

/** waxseal_organization_get_entra_app: Returns: (transfer none): step A of the guide. */
WaxsealEntraApp *
waxseal_organization_get_entra_app (WaxsealOrganization *self)
{
  return waxseal_record_get_child (self, "entra-app");
}

/** waxseal_organization_get_cres_account: Returns: (transfer none): step B of the guide. */
WaxsealCresAccount *
waxseal_organization_get_cres_account (WaxsealOrganization *self)
{
  return waxseal_record_get_child (self, "cres-account");
}

/** waxseal_organization_get_addin: Returns: (transfer none): what the manifest says. */
WaxsealAddinIdentity *
waxseal_organization_get_addin (WaxsealOrganization *self)
{
  return waxseal_record_get_child (self, "addin");
}

/** waxseal_organization_get_manifest: Returns: (transfer none): the file that was read, if any. */
WaxsealManifestSource *
waxseal_organization_get_manifest (WaxsealOrganization *self)
{
  return waxseal_record_get_child (self, "manifest");
}

/** waxseal_organization_get_domains: Returns: (transfer none): of #WaxsealMailDomain. */
GListModel *
waxseal_organization_get_domains (WaxsealOrganization *self)
{
  return G_LIST_MODEL (waxseal_record_get_list (self, "domains"));
}

/** waxseal_organization_get_phases: Returns: (transfer none): of #WaxsealRolloutPhase. */
GListModel *
waxseal_organization_get_phases (WaxsealOrganization *self)
{
  return G_LIST_MODEL (waxseal_record_get_list (self, "phases"));
}

/** waxseal_organization_get_practice: Returns: whether it lives on the practice tenant. */
gboolean
waxseal_organization_get_practice (WaxsealOrganization *self)
{
  return waxseal_record_get_flag (self, "practice");
}

/** waxseal_organization_get_read_only: Returns: whether a newer Waxseal wrote its file. */
gboolean
waxseal_organization_get_read_only (WaxsealOrganization *self)
{
  g_return_val_if_fail (WAXSEAL_IS_ORGANIZATION (self), FALSE);

  return self->read_only;
}

/** waxseal_organization_set_read_only: Whoever reads the file says so before anyone else sees it.
 */
void
waxseal_organization_set_read_only (WaxsealOrganization *self, gboolean read_only)
{
  g_return_if_fail (WAXSEAL_IS_ORGANIZATION (self));

  self->read_only = read_only;
}
