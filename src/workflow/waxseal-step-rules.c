/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a step counts as done, and what its summary says: one rule a step. Verified is only what was
 * read back from a service. */
#include "waxseal-step-rules.h"

#include <glib/gi18n.h>

#include "waxseal-addin-config.h"
#include "waxseal-app-proof.h"
#include "waxseal-finding-counts.h"
#include "waxseal-rollout-summary.h"

static guint
count_with (GListModel *list, const char *property)
{
  guint i, n = 0;

  for (i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (WaxsealRecord) item = g_list_model_get_item (list, i);

      n += *waxseal_record_get_text (item, property) != '\0';
    }
  return n;
}

static guint
count_errors (WaxsealManifestDraft *draft)
{
  return waxseal_finding_count (waxseal_manifest_draft_get_findings (draft),
                                WAXSEAL_SEVERITY_ERROR);
}

static void
update (WaxsealStep *step, gboolean done, char *summary)
{
  g_autofree char *owned = summary;

  waxseal_step_update (step, done ? WAXSEAL_STATE_DECLARED : WAXSEAL_STATE_TODO, owned);
}

static void
apply_overview (WaxsealStep *step, WaxsealOrganization *organization)
{
  GListModel *needs = G_LIST_MODEL (waxseal_record_get_list (organization, "prerequisites"));
  guint n = g_list_model_get_n_items (needs);
  guint met = count_with (needs, "declared-on");

  /* Translators: how many of the prerequisites are met */
  update (step, met == n, g_strdup_printf (_ ("%u of %u prerequisites"), met, n));
}

static void
apply_entra_app (WaxsealStep *step, WaxsealOrganization *organization)
{
  WaxsealEntraApp *app = waxseal_organization_get_entra_app (organization);
  const char *client_id = waxseal_record_get_text (app, "client-id");
  const char *tenant_id = waxseal_record_get_text (app, "tenant-id");
  GListModel *permissions = G_LIST_MODEL (waxseal_record_get_list (app, "permissions"));
  guint n = g_list_model_get_n_items (permissions);
  guint granted = count_with (permissions, "granted-on");

  if (*client_id == '\0' && *tenant_id == '\0')
    {
      update (step, FALSE, g_strdup (_ ("Not registered yet")));
      return;
    }
  if (!g_uuid_string_is_valid (client_id) || !g_uuid_string_is_valid (tenant_id))
    {
      waxseal_step_update (step, WAXSEAL_STATE_ATTENTION, _ ("An ID is missing or not a GUID"));
      return;
    }
  if (g_ascii_strcasecmp (client_id, tenant_id) == 0)
    {
      waxseal_step_update (step, WAXSEAL_STATE_ATTENTION, _ ("Client and tenant ID are the same"));
      return;
    }
  if (*waxseal_record_get_text (app, "secret-expires") == '\0')
    {
      update (step, FALSE, g_strdup (_ ("No client secret yet")));
      return;
    }
  if (granted == n && waxseal_app_proof_get_state (organization) == WAXSEAL_STATE_VERIFIED)
    {
      waxseal_step_update (step, WAXSEAL_STATE_VERIFIED, _ ("Registered, and proved to work"));
      return;
    }
  update (step, granted == n, g_strdup_printf (_ ("%u of %u permissions granted"), granted, n));
}

static void
apply_cres_account (WaxsealStep *step, WaxsealOrganization *organization)
{
  WaxsealCresAccount *account = waxseal_organization_get_cres_account (organization);
  GListModel *domains = waxseal_organization_get_domains (organization);
  guint n = g_list_model_get_n_items (domains);
  guint listed = count_with (domains, "in-profiles-on");
  gboolean saved = *waxseal_record_get_text (account, "azure-details-saved-on") != '\0';

  if (*waxseal_record_get_text (account, "account-number") == '\0')
    update (step, FALSE, g_strdup (_ ("No account number yet")));
  else if (n == 0)
    update (step, FALSE, g_strdup (_ ("No mail domain yet")));
  else if (waxseal_addin_config_is_stale (organization))
    waxseal_step_update (step,
                         WAXSEAL_STATE_STALE,
                         _ ("The client secret was changed since it was saved in CRES"));
  else if (listed == n && !saved)
    update (step, FALSE, g_strdup (_ ("Azure AD Details not saved yet")));
  else
    update (step, listed == n, g_strdup_printf (_ ("%u of %u domains in CRES"), listed, n));
}

static void
apply_addin_settings (WaxsealStep *step,
                      WaxsealOrganization *organization,
                      WaxsealManifestDraft *draft)
{
  GListModel *domains = waxseal_organization_get_domains (organization);
  guint n = g_list_model_get_n_items (domains);
  guint saved = count_with (domains, "settings-saved-on");
  guint errors = count_errors (draft);
  g_autofree char *summary = NULL;

  if (errors > 0)
    {
      summary = g_strdup_printf (ngettext ("%u error", "%u errors", errors), errors);
      waxseal_step_update (step, WAXSEAL_STATE_ATTENTION, summary);
      return;
    }
  if (n == 0)
    {
      update (step, FALSE, g_strdup (_ ("No mail domain yet")));
      return;
    }
  update (step, saved == n, g_strdup_printf (_ ("%u of %u domains saved"), saved, n));
}

static void
apply_manifest (WaxsealStep *step, WaxsealOrganization *organization, WaxsealManifestDraft *draft)
{
  WaxsealAddinIdentity *addin = waxseal_organization_get_addin (organization);
  const char *version = waxseal_record_get_text (addin, "version");
  guint errors = count_errors (draft);
  g_autofree char *summary = NULL;

  if (errors > 0)
    {
      summary = g_strdup_printf (ngettext ("%u error", "%u errors", errors), errors);
      waxseal_step_update (step, WAXSEAL_STATE_ATTENTION, summary);
      return;
    }
  if (waxseal_manifest_draft_is_assumed (draft))
    {
      update (step, FALSE, g_strdup_printf (_ ("%s, addresses assumed"), version));
      return;
    }
  update (step, TRUE, g_strdup_printf (_ ("%s from CRES"), version));
}

static void
apply_deployment (WaxsealStep *step, WaxsealOrganization *organization)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *summary = waxseal_rollout_summary_describe (organization, now);

  waxseal_step_update (step, waxseal_rollout_summary_get_state (organization, now), summary);
}

/**
 * waxseal_step_rules_apply:
 *
 * Sets the state and the summary of @step from what the set-up says.
 */
void
waxseal_step_rules_apply (WaxsealStep *step,
                          WaxsealOrganization *organization,
                          WaxsealManifestDraft *draft)
{
  switch (waxseal_step_get_id (step))
    {
    case WAXSEAL_STEP_OVERVIEW:
      apply_overview (step, organization);
      return;
    case WAXSEAL_STEP_ENTRA_APP:
      apply_entra_app (step, organization);
      return;
    case WAXSEAL_STEP_CRES_ACCOUNT:
      apply_cres_account (step, organization);
      return;
    case WAXSEAL_STEP_ADDIN_SETTINGS:
      apply_addin_settings (step, organization, draft);
      return;
    case WAXSEAL_STEP_MANIFEST:
      apply_manifest (step, organization, draft);
      return;
    case WAXSEAL_STEP_DEPLOYMENT:
      apply_deployment (step, organization);
      return;
    case WAXSEAL_N_STEPS:
    default:
      g_assert_not_reached ();
    }
}
