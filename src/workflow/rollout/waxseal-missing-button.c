/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to check where the button is missing, the likeliest first (cisco.md, 6): one table, with who
 * says so. */
#include "waxseal-missing-button.h"

#include <glib/gi18n.h>

#include "waxseal-phase-stage.h"
#include "waxseal-portal-value.h"
#include "waxseal-recipient.h"
#include "waxseal-rollout-enums.h"
#include "waxseal-run-sheet-step.h"

#define GUIDE "Configure the Email Encryption Add-in with Microsoft O365 (Cisco)"
#define DETERMINE                                                                                  \
  "Determine if Centralized Deployment of add-ins works for your organization (Microsoft)"
#define DEPLOYING  "Deploy add-ins in the admin center (Microsoft)"
#define MANAGING   "Manage add-ins in the admin center (Microsoft)"
#define NOT_SEEING "User not seeing add-ins (Microsoft)"
#define CACHE      "Clear the Office cache (Microsoft)"
#define EXCHANGE   "New-App (Microsoft)"
#define GOVERNMENT "Guidance for deploying Office Add-ins on government clouds (Microsoft)"
#define FAILED     "Troubleshooting FailedWriteToExchange error (OfficeDev/office-js wiki)"

typedef struct
{
  WaxsealOrganization *organization;
  WaxsealRolloutPhase *phase;
  WaxsealPhaseStage stage;
} Case;

static gboolean
is_early (const Case *c)
{
  return c->stage == WAXSEAL_PHASE_STAGE_SPREADING;
}

static gboolean
is_not_early (const Case *c)
{
  return !is_early (c);
}

static gboolean
is_paused (const Case *c)
{
  return c->stage == WAXSEAL_PHASE_STAGE_PAUSED;
}

static gboolean
is_not_paused (const Case *c)
{
  return !is_paused (c);
}

static gboolean
is_specific (const Case *c)
{
  return waxseal_record_get_enum (c->phase, "audience") == WAXSEAL_AUDIENCE_SPECIFIC;
}

static WaxsealDeploymentMethod
get_method (const Case *c)
{
  return waxseal_record_get_enum (c->phase, "deployed-method");
}

static gboolean
is_available (const Case *c)
{
  return get_method (c) == WAXSEAL_DEPLOYMENT_METHOD_AVAILABLE;
}

static gboolean
is_optional (const Case *c)
{
  return get_method (c) == WAXSEAL_DEPLOYMENT_METHOD_OPTIONAL;
}

static gboolean
is_by_exchange (const Case *c)
{
  return waxseal_record_get_enum (c->phase, "road") == WAXSEAL_ROAD_EXCHANGE;
}

static gboolean
is_by_portal (const Case *c)
{
  return !is_by_exchange (c);
}

static void
add_value (GListStore *values, const char *label, const char *value)
{
  g_autoptr (WaxsealPortalValue) item = waxseal_portal_value_new (label, value);

  g_list_store_append (values, item);
}

/* Those whose nested members somebody counted. */
static void
add_nested (const Case *c, GListStore *values)
{
  GListModel *recipients = G_LIST_MODEL (waxseal_record_get_list (c->phase, "recipients"));

  for (guint i = 0; i < g_list_model_get_n_items (recipients); i++)
    {
      g_autoptr (WaxsealRecipient) recipient = g_list_model_get_item (recipients, i);
      guint n = waxseal_record_get_number (recipient, "n-nested");
      g_autofree char *people =
        g_strdup_printf (ngettext ("%u person left out", "%u people left out", n), n);

      if (n > 0)
        add_value (values, waxseal_record_get_text (recipient, "address"), people);
    }
}

static void
add_name (const Case *c, GListStore *values)
{
  WaxsealAddinIdentity *addin = waxseal_organization_get_addin (c->organization);

  add_value (values, _ ("Name"), waxseal_record_get_text (addin, "display-name"));
}

static const struct
{
  WaxsealRunSheetWords words;
  gboolean (*applies) (const Case *c);
  void (*add_values) (const Case *c, GListStore *values);
} rows[] = {
  { { N_ ("The add-in is turned off"),
      N_ ("It is paused: nobody has the button until you resume."),
      .source = MANAGING },
    is_paused },
  { { N_ ("Wait: it is not late yet"),
      N_ ("The button can take up to 12 hours, at times 24. No check below means much before."),
      .source = GUIDE },
    is_early },
  { { N_ ("Look where the button is"),
      N_ ("Write a new message: the button is there, not in a message that you read. In Outlook on "
          "the web it is under the “…” near Send and Discard."),
      .source = GUIDE },
    NULL,
    add_name },
  { { N_ ("Close Outlook and open it again"),
      N_ ("Outlook looks for new add-ins when it starts."),
      .source = DEPLOYING } },
  { { N_ ("Try Outlook on the web as the same person"),
      N_ ("If the button is there, the deployment works, and the trouble is Outlook on that "
          "computer: its version, its account or its cache."),
      .is_assumed = TRUE } },
  { { N_ ("Is it the right mailbox?"),
      N_ ("The account in Outlook has to be the one that the add-in is assigned to, and its "
          "mailbox in Exchange Online: one of another organization, or on a server of your own, "
          "does not get the add-in."),
      .source = DETERMINE } },
  { { N_ ("Is the person assigned?"),
      N_ ("Look under “Who has Access”. Members of a group in a group are left out, and so is a "
          "security group without a mail address."),
      "integrated-apps",
      .source = DETERMINE },
    is_specific,
    add_nested },
  { { N_ ("Is the add-in on?"),
      N_ ("In the list of add-ins its state has to be on."),
      "integrated-apps",
      .source = MANAGING },
    is_not_paused },
  { { N_ ("Has the user added it?"),
      N_ ("It is deployed as Available: users add it themselves, from “Admin-managed”."),
      .source = GUIDE },
    is_available },
  { { N_ ("Has the user removed it?"),
      N_ ("It is deployed as Optional. In Outlook it can be added again from “Admin-managed”."),
      .source = GUIDE },
    is_optional },
  { { N_ ("Is Outlook new enough?"),
      N_ ("Outlook for Microsoft 365, from version 1701 on Windows and 16.0.9318 on a Mac. The "
          "button’s place in new Outlook for Mac is that of 16.42 and later."),
      .source = DETERMINE } },
  { { N_ ("Clear Outlook’s cache of add-ins"),
      N_ (
        "On Windows close Outlook, delete what is in %LOCALAPPDATA%\\Microsoft\\Office\\16.0\\Wef, "
        "and open it again."),
      .source = CACHE },
    is_not_early },
  { { N_ ("Did the group change since?"),
      N_ ("Through Exchange Online the add-in went to those who were in the group then. Compare "
          "the members, and widen the phase."),
      .source = EXCHANGE },
    is_by_exchange },
  { { N_ ("Did the deployment end with “FailedWriteToExchange”?"),
      N_ ("The role of the one who deploys has to be permanent: a role activated for a time is not "
          "enough. Do it again with such an account."),
      .source = FAILED },
    is_by_portal },
  { { N_ ("Two buttons instead of one"),
      N_ ("The add-in was deployed twice: in the admin center and through Exchange Online, or "
          "under two IDs. Remove the one that Waxseal does not know."),
      "integrated-apps",
      .is_assumed = TRUE } },
  { { N_ ("The button is there, but its pane stays blank"),
      N_ ("The computer does not reach a page of the add-in, or Office.js. Have the addresses that "
          "the manifest names opened, and Microsoft’s."),
      .source = GOVERNMENT } },
};

/**
 * waxseal_missing_button_list:
 * @now: as of when
 *
 * Returns: (transfer full): of #WaxsealRunSheetStep, numbered: what to check for @phase, in this
 *   order
 */
GListModel *
waxseal_missing_button_list (WaxsealOrganization *organization,
                             WaxsealRolloutPhase *phase,
                             GDateTime *now)
{
  GListModel *phases = waxseal_organization_get_phases (organization);
  Case c = { organization, phase, waxseal_phase_stage_get (phase, phases, now) };
  GListStore *steps = g_list_store_new (WAXSEAL_TYPE_RUN_SHEET_STEP);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GListStore) values = g_list_store_new (WAXSEAL_TYPE_PORTAL_VALUE);
      guint number = g_list_model_get_n_items (G_LIST_MODEL (steps)) + 1;
      g_autoptr (WaxsealRunSheetStep) step = NULL;

      if (rows[i].applies != NULL && !rows[i].applies (&c))
        continue;
      if (rows[i].add_values != NULL)
        rows[i].add_values (&c, values);
      step = waxseal_run_sheet_step_new (&rows[i].words, number, G_LIST_MODEL (values));
      g_list_store_append (steps, step);
    }
  return G_LIST_MODEL (steps);
}
