/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a set-up stays behind when it is handed over, and what becomes of the rest. */
#include "waxseal-hand-over-content.h"

#include "waxseal-check.h"
#include "waxseal-date.h"
#include "waxseal-rollout-enums.h"
#include "waxseal-secret-shape.h"

typedef void (*Change) (gpointer record);

static void
change_all (gpointer parent, const char *list, Change change)
{
  GListModel *items = G_LIST_MODEL (waxseal_record_get_list (parent, list));

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (WaxsealRecord) item = g_list_model_get_item (items, i);

      change (item);
    }
}

static void
forget (gpointer record, const char *const *texts)
{
  for (; *texts != NULL; texts++)
    waxseal_record_set_text (record, *texts, NULL);
}

/* Who is signed in here. Hosts that differ from the cloud's are this network's, and whoever takes
 * over must not be led to sign in on one that a file names. */
static void
strip_sign_in (WaxsealRecord *sign_in)
{
  static const char *const texts[] = {
    "user-name", "login-host", "graph-host", "exchange-host", NULL,
  };

  forget (sign_in, texts);
  g_object_set (sign_in, "stay-signed-in", FALSE, NULL);
}

/* Whoever takes over accepts the unpublished interface themselves, or not. */
static void
strip_rollout (WaxsealRecord *rollout)
{
  static const char *const texts[] = { "exchange-accepted-on", "exchange-accepted-by", NULL };

  forget (rollout, texts);
  if (waxseal_record_get_enum (rollout, "road") == WAXSEAL_ROAD_EXCHANGE)
    g_object_set (rollout, "road", WAXSEAL_ROAD_ADMIN_CENTER, NULL);
}

/* What this computer notified its user of. */
static void
strip_phase (gpointer phase)
{
  waxseal_record_set_text (phase, "told-on", NULL);
}

static void
strip_origin (WaxsealRecord *origin)
{
  static const char *const texts[] = { "handed-over-by", "handed-over-on", "opened-on", NULL };

  forget (origin, texts);
}

static void leave_out_secrets (gpointer record);

/* A secret is in no record, but somebody may have typed one into a wrong field. */
static void
leave_out_property (gpointer record, GParamSpec *pspec)
{
  if (waxseal_record_pspec_get_item_type (pspec) != G_TYPE_INVALID)
    change_all (record, pspec->name, leave_out_secrets);
  else if (G_IS_PARAM_SPEC_OBJECT (pspec))
    leave_out_secrets (waxseal_record_get_child (record, pspec->name));
  else if (G_IS_PARAM_SPEC_STRING (pspec))
    {
      g_autofree char *rest =
        waxseal_secret_shape_leave_out (waxseal_record_get_text (record, pspec->name));

      if (rest != NULL)
        waxseal_record_set_text (record, pspec->name, rest);
    }
}

static void
leave_out_secrets (gpointer record)
{
  guint n_pspecs;
  g_autofree GParamSpec **pspecs =
    g_object_class_list_properties (G_OBJECT_GET_CLASS (record), &n_pspecs);

  for (guint i = 0; i < n_pspecs; i++)
    leave_out_property (record, pspecs[i]);
}

/* The Secret ID is a GUID; whatever else stands in its field may be the Value. */
static void
strip_key_id (gpointer record, const char *property)
{
  if (!g_uuid_string_is_valid (waxseal_record_get_text (record, property)))
    waxseal_record_set_text (record, property, NULL);
}

/**
 * waxseal_hand_over_content_strip:
 *
 * Takes out of @organization what is personal or of this computer alone, and what looks like a
 * secret. Both ends do so: whoever makes a file may have another Waxseal, or none.
 */
void
waxseal_hand_over_content_strip (WaxsealOrganization *organization)
{
  waxseal_record_set_text (organization, "id", NULL);
  strip_sign_in (waxseal_record_get_child (organization, "sign-in"));
  strip_rollout (waxseal_record_get_child (organization, "rollout"));
  strip_origin (waxseal_record_get_child (organization, "origin"));
  change_all (organization, "phases", strip_phase);
  strip_key_id (waxseal_organization_get_entra_app (organization), "secret-key-id");
  strip_key_id (waxseal_organization_get_cres_account (organization), "azure-details-secret");
  leave_out_secrets (organization);
}

static void
declare_permission (gpointer permission)
{
  const char *granted_on = waxseal_record_get_text (permission, "granted-on");
  const char *verified_on = waxseal_record_get_text (permission, "verified-on");
  g_autofree char *when = g_strdup (*granted_on != '\0' ? granted_on : verified_on);

  g_object_set (permission, "granted-on", when, "verified-on", "", NULL);
}

static void
declare_state (gpointer record)
{
  if (waxseal_record_get_enum (record, "state") == WAXSEAL_STATE_VERIFIED)
    g_object_set (record, "state", WAXSEAL_STATE_DECLARED, NULL);
}

/* Who is in a group is counted anew, since who gets the add-in depends on it. */
static void
declare_recipient (gpointer recipient)
{
  g_object_set (recipient,
                "matched-on",
                "",
                "members-on",
                "",
                "n-members",
                0,
                "n-nested",
                0,
                "member-addresses",
                NULL,
                NULL);
}

static void
declare_phase (gpointer phase)
{
  waxseal_record_set_text (phase, "assignment-verified-on", NULL);
  change_all (phase, "events", declare_state);
  change_all (phase, "recipients", declare_recipient);
}

/* What was under way there is not continued here: two would do it. */
static void
declare_entry (gpointer entry)
{
  g_autofree char *now = waxseal_date_now ();

  g_object_set (entry, "handed-over", TRUE, NULL);
  if (*waxseal_record_get_text (entry, "settled-on") == '\0')
    g_object_set (entry, "settled-on", now, "outcome", "", NULL);
}

/** waxseal_hand_over_content_declare: Makes what was verified there declared here. */
void
waxseal_hand_over_content_declare (WaxsealOrganization *organization)
{
  change_all (waxseal_organization_get_entra_app (organization), "permissions", declare_permission);
  change_all (organization, "phases", declare_phase);
  change_all (organization, "checks", declare_state);
  change_all (organization, "journal", declare_entry);
}
