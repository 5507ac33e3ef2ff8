/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a new organisation starts with: the guide's own proposals, as tables. */
#include "waxseal-organization-defaults.h"

#include "waxseal-criterion.h"
#include "waxseal-locale-names.h"
#include "waxseal-permission.h"
#include "waxseal-prerequisite.h"
#include "waxseal-rollout-enums.h"

typedef struct
{
  const char *property;
  const char *text;
} Default;

/* guide.md, A3 and A4 */
static const Default entra_defaults[] = {
  { "display-name", "Cisco Secure Email Encryption Add-in" },
  { "secret-description", "CRES Client Secret" },
};

/* guide.md, B1 */
static const Default cres_defaults[] = {
  { "portal-url", "https://res.cisco.com/admin" },
};

/* Names: cisco.md, 1 (as the deploy pane and the ribbon show them). Addresses: assumed, until a
 * manifest downloaded from CRES says what they are. MinVersion 1.3: manifest.md, 6. */
static const Default addin_defaults[] = {
  { "version", "1.0.0.0" },
  { "provider-name", "Cisco" },
  { "default-locale", "en-US" },
  { "display-name", "Cisco Secure Email Encryption Service" },
  { "description", "Encrypts messages with the Cisco Secure Email Encryption Service." },
  { "button-label", "Encrypt" },
  { "button-tooltip", "Encrypt this message and send it securely." },
  { "icon-url", "https://res.cisco.com/addin/icon-64.png" },
  { "high-resolution-icon-url", "https://res.cisco.com/addin/icon-128.png" },
  { "support-url", "https://res.cisco.com/addin/support.html" },
  { "taskpane-url", "https://res.cisco.com/addin/taskpane.html" },
  { "button-icon-16", "https://res.cisco.com/addin/icon-16.png" },
  { "button-icon-32", "https://res.cisco.com/addin/icon-32.png" },
  { "button-icon-80", "https://res.cisco.com/addin/icon-80.png" },
  { "permissions", "ReadWriteItem" },
  { "mailbox-version", "1.3" },
};

static const Default japanese_names[] = {
  { "locale", "ja-JP" },
  { "description", "Cisco Secure Email Encryption Service でメッセージを暗号化します。" },
  { "button-label", "暗号化" },
  { "button-tooltip", "このメッセージを暗号化して安全に送信します。" },
};

/* The add-in signs people in at Microsoft's page, in its own task pane (cisco.md, 1). */
static const char *const app_domains[] = { "https://login.microsoftonline.com", NULL };

/* guide.md, A6 */
static const char *const permissions[] = {
  "Mail.Read",
  "Mail.ReadWrite",
  "Mail.Send",
  "User.Read.All",
};

/* guide.md, best practice: a few users, then more, then everyone */
static const struct
{
  const char *name;
  WaxsealAudience audience;
} phases[] = {
  { "Test", WAXSEAL_AUDIENCE_SPECIFIC },
  { "Pilot", WAXSEAL_AUDIENCE_SPECIFIC },
  { "Production", WAXSEAL_AUDIENCE_EVERYONE },
};

/* What makes the next phase safe to open: guide.md, D, and its “after judging the one before”. */
static const char *const criteria[] = {
  "Every user of the phase sees the button",
  "An encrypted message was sent from each Outlook client in use",
  "A recipient outside could open it",
  "No problem is open that would stop more users",
};

/* cisco.md, 4 (prerequisites); the window has the words for each key */
static const char *const prerequisites[] = {
  "application-administrator", "consent-administrator", "exchange-online",
  "cres-administrator",        "microsoft-365-admin",   "registered-users",
};

static void
fill_texts (gpointer record, const Default *defaults, gsize n_defaults)
{
  gsize i;

  for (i = 0; i < n_defaults; i++)
    waxseal_record_set_text (record, defaults[i].property, defaults[i].text);
}

/**
 * waxseal_addin_identity_fill_defaults:
 *
 * Fills in the proposals, with a new Id. Id and addresses are only assumed (cisco.md, 1).
 */
void
waxseal_addin_identity_fill_defaults (WaxsealAddinIdentity *self)
{
  g_autoptr (WaxsealLocaleNames) japanese = g_object_new (WAXSEAL_TYPE_LOCALE_NAMES, NULL);
  g_autofree char *id = g_uuid_string_random ();

  fill_texts (self, addin_defaults, G_N_ELEMENTS (addin_defaults));
  g_object_set (self, "id", id, "app-domains", app_domains, NULL);
  fill_texts (japanese, japanese_names, G_N_ELEMENTS (japanese_names));
  g_list_store_append (waxseal_record_get_list (self, "locales"), japanese);
}

/** waxseal_rollout_phase_fill_defaults: Fills in the criteria that Waxseal proposes. */
void
waxseal_rollout_phase_fill_defaults (WaxsealRolloutPhase *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (criteria); i++)
    {
      g_autoptr (WaxsealCriterion) criterion =
        g_object_new (WAXSEAL_TYPE_CRITERION, "text", criteria[i], NULL);

      g_list_store_append (waxseal_record_get_list (self, "criteria"), criterion);
    }
}

/** waxseal_organization_fill_defaults: Fills in the guide's proposals. */
void
waxseal_organization_fill_defaults (WaxsealOrganization *self)
{
  WaxsealEntraApp *entra = waxseal_organization_get_entra_app (self);
  gsize i;

  fill_texts (entra, entra_defaults, G_N_ELEMENTS (entra_defaults));
  fill_texts (waxseal_organization_get_cres_account (self),
              cres_defaults,
              G_N_ELEMENTS (cres_defaults));
  waxseal_addin_identity_fill_defaults (waxseal_organization_get_addin (self));

  for (i = 0; i < G_N_ELEMENTS (permissions); i++)
    {
      g_autoptr (WaxsealPermission) permission =
        g_object_new (WAXSEAL_TYPE_PERMISSION, "name", permissions[i], NULL);

      g_list_store_append (waxseal_record_get_list (entra, "permissions"), permission);
    }
  for (i = 0; i < G_N_ELEMENTS (phases); i++)
    {
      g_autoptr (WaxsealRolloutPhase) phase = g_object_new (
        WAXSEAL_TYPE_ROLLOUT_PHASE, "name", phases[i].name, "audience", phases[i].audience, NULL);

      waxseal_rollout_phase_fill_defaults (phase);
      g_list_store_append (waxseal_record_get_list (self, "phases"), phase);
    }
  for (i = 0; i < G_N_ELEMENTS (prerequisites); i++)
    {
      g_autoptr (WaxsealPrerequisite) prerequisite =
        g_object_new (WAXSEAL_TYPE_PREREQUISITE, "key", prerequisites[i], NULL);

      g_list_store_append (waxseal_record_get_list (self, "prerequisites"), prerequisite);
    }
}
