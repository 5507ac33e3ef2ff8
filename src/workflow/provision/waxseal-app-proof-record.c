/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-app-proof-record.h"

#include <glib/gi18n.h>

#include "waxseal-app-proof.h"
#include "waxseal-check.h"
#include "waxseal-date.h"
#include "waxseal-graph-role.h"

/* What a proof is about: with another application or secret it is one about the past. */
static char *
digest_inputs (WaxsealOrganization *organization)
{
  static const char *const inputs[] = { "tenant-id", "client-id", "secret-key-id" };
  WaxsealEntraApp *app = waxseal_organization_get_entra_app (organization);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      const char *text = waxseal_record_get_text (app, inputs[i]);

      g_checksum_update (checksum, (const guchar *) text, strlen (text) + 1);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

static WaxsealCheck *
find_check (WaxsealOrganization *organization)
{
  GListModel *checks = G_LIST_MODEL (waxseal_record_get_list (organization, "checks"));

  for (guint i = 0; i < g_list_model_get_n_items (checks); i++)
    {
      g_autoptr (WaxsealCheck) check = g_list_model_get_item (checks, i);

      if (g_str_equal (waxseal_record_get_text (check, "subject"), WAXSEAL_APP_PROOF_SUBJECT))
        return check;
    }
  return NULL;
}

static WaxsealCheck *
ensure_check (WaxsealOrganization *organization)
{
  WaxsealCheck *found = find_check (organization);
  g_autoptr (WaxsealCheck) check = NULL;

  if (found != NULL)
    return found;
  check = g_object_new (WAXSEAL_TYPE_CHECK, "subject", WAXSEAL_APP_PROOF_SUBJECT, NULL);
  g_list_store_append (waxseal_record_get_list (organization, "checks"), check);
  return check;
}

/* Roles that the application has beyond the four: not wrong, but worth knowing. */
static char *
describe_others (char **roles)
{
  g_autoptr (GString) others = g_string_new (NULL);

  for (; *roles != NULL; roles++)
    {
      gboolean known = FALSE;

      for (guint i = 0; i < WAXSEAL_N_GRAPH_ROLES && !known; i++)
        known = g_str_equal (waxseal_graph_role_get (i)->name, *roles);
      if (!known)
        g_string_append_printf (others, "%s%s", others->len > 0 ? ", " : "", *roles);
    }
  if (others->len == 0)
    return g_strdup ("");
  /* Translators: a list of permissions */
  return g_strdup_printf (_ ("The application has permissions that the add-in does not need: %s"),
                          others->str);
}

/**
 * waxseal_app_proof_record_granted:
 * @permission: one of the four, seen to be granted
 *
 * Dates the permission in the record, as verified.
 */
void
waxseal_app_proof_record_granted (WaxsealOrganization *organization, const char *permission)
{
  WaxsealEntraApp *app = waxseal_organization_get_entra_app (organization);
  GListModel *permissions = G_LIST_MODEL (waxseal_record_get_list (app, "permissions"));
  g_autofree char *now = waxseal_date_now ();

  for (guint i = 0; i < g_list_model_get_n_items (permissions); i++)
    {
      g_autoptr (WaxsealRecord) item = g_list_model_get_item (permissions, i);

      if (!g_str_equal (waxseal_record_get_text (item, "name"), permission))
        continue;
      if (*waxseal_record_get_text (item, "granted-on") == '\0')
        waxseal_record_set_text (item, "granted-on", now);
      waxseal_record_set_text (item, "verified-on", now);
    }
}

/**
 * waxseal_app_proof_record_result:
 * @token: (nullable): of the application, with its roles
 * @error: (nullable): %NULL where it is proved
 */
void
waxseal_app_proof_record_result (WaxsealOrganization *organization,
                                 WaxsealToken *token,
                                 const GError *error)
{
  WaxsealCheck *check = ensure_check (organization);
  g_auto (GStrv) roles = token != NULL ? waxseal_token_dup_claim_list (token, "roles") : NULL;
  g_autofree char *inputs = digest_inputs (organization);
  g_autofree char *now = waxseal_date_now ();
  g_autofree char *others = error == NULL && roles != NULL ? describe_others (roles) : NULL;

  for (guint i = 0; roles != NULL && roles[i] != NULL; i++)
    waxseal_app_proof_record_granted (organization, roles[i]);
  g_object_set (check,
                "state",
                error == NULL ? WAXSEAL_STATE_VERIFIED : WAXSEAL_STATE_ATTENTION,
                "checked-on",
                now,
                "inputs",
                inputs,
                "details",
                error != NULL ? error->message : others,
                NULL);
}

/** waxseal_app_proof_get_state: Returns: what is known of the application by proof. */
WaxsealState
waxseal_app_proof_get_state (WaxsealOrganization *organization)
{
  WaxsealCheck *check = find_check (organization);
  g_autofree char *inputs = digest_inputs (organization);

  if (check == NULL)
    return WAXSEAL_STATE_TODO;
  if (!g_str_equal (waxseal_record_get_text (check, "inputs"), inputs))
    return WAXSEAL_STATE_STALE;
  return waxseal_record_get_enum (check, "state");
}

/** waxseal_app_proof_get_date: Returns: (transfer none): of the last proof, ISO 8601; "" without
 * one. */
const char *
waxseal_app_proof_get_date (WaxsealOrganization *organization)
{
  WaxsealCheck *check = find_check (organization);

  return check != NULL ? waxseal_record_get_text (check, "checked-on") : "";
}
