/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What “waxseal setup” says: to the person on the standard error, to programs on the standard
 * output. Texts from outside cannot steer the terminal. */
#include "waxseal-setup-printer.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "waxseal-app-proof.h"
#include "waxseal-enum-types.h"
#include "waxseal-provision-enum-types.h"
#include "waxseal-permission.h"
#include "waxseal-remedy.h"
#include "waxseal-safe-text.h"

static void
print_line (const char *mark, const char *text)
{
  g_autofree char *safe = waxseal_safe_text_new (text, WAXSEAL_SAFE_TEXT_LINE);

  g_printerr ("%s%s\n", mark, safe);
}

/** waxseal_setup_printer_print_code: The code, and where to enter it. */
void
waxseal_setup_printer_print_code (WaxsealDeviceCode *code)
{
  g_autofree char *text =
    /* Translators: an address, then a code of letters and digits */
    g_strdup_printf (_ ("To sign in, open %s and enter the code %s"),
                     waxseal_device_code_get_verification_uri (code),
                     waxseal_device_code_get_user_code (code));

  print_line ("", text);
}

/** waxseal_setup_printer_print_link: The address at which the browser signs in. */
void
waxseal_setup_printer_print_link (const char *uri)
{
  print_line ("", _ ("To sign in, open this address in a browser on this computer:"));
  print_line ("  ", uri);
}

/** waxseal_setup_printer_print_plan: What will be done, and nothing else. */
void
waxseal_setup_printer_print_plan (WaxsealProvisionPlan *plan)
{
  GListModel *steps = waxseal_provision_plan_get_steps (plan);
  const char *warning = waxseal_provision_plan_get_warning (plan);

  print_line ("", waxseal_provision_plan_get_summary (plan));
  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (WaxsealProvisionStep) step = g_list_model_get_item (steps, i);

      print_line ("  · ", waxseal_provision_step_get_title (step));
    }
  if (warning != NULL)
    print_line ("! ", warning);
}

/** waxseal_setup_printer_print_apps: The applications to choose from, of #WaxsealRegisteredApp. */
void
waxseal_setup_printer_print_apps (GListModel *apps)
{
  print_line ("", _ ("Choose one with --adopt ID, or make another with --create:"));
  for (guint i = 0; i < g_list_model_get_n_items (apps); i++)
    {
      g_autoptr (WaxsealRecord) app = g_list_model_get_item (apps, i);
      g_autofree char *text = g_strdup_printf ("%s  %s  %s",
                                               waxseal_record_get_text (app, "client-id"),
                                               waxseal_record_get_text (app, "created"),
                                               waxseal_record_get_text (app, "display-name"));

      print_line ("  ", text);
    }
}

static const char *const marks[] = {
  [WAXSEAL_PROVISION_PENDING] = "  · ",     [WAXSEAL_PROVISION_RUNNING] = "  … ",
  [WAXSEAL_PROVISION_WAITING] = "  … ",     [WAXSEAL_PROVISION_DONE] = "  ✓ ",
  [WAXSEAL_PROVISION_ALREADY] = "  ✓ ",     [WAXSEAL_PROVISION_FAILED] = "  ✗ ",
  [WAXSEAL_PROVISION_HANDED_OVER] = "  → ", [WAXSEAL_PROVISION_CANCELLED] = "  ✗ ",
};

static void
state_changed_cb (WaxsealProvisionStep *step)
{
  WaxsealProvisionState state = waxseal_provision_step_get_state (step);
  const char *note = waxseal_provision_step_get_note (step);
  g_autofree char *text = NULL;

  if (!waxseal_provision_step_is_over (step))
    return;
  /* Translators: a step, how it ended, and a note about it */
  text = g_strdup_printf (*note != '\0' ? _ ("%s: %s (%s)") : _ ("%s: %s"),
                          waxseal_provision_step_get_title (step),
                          waxseal_provision_state_describe (state),
                          note);
  print_line (marks[state], text);
}

/** waxseal_setup_printer_follow: Prints each step of @plan as it ends. */
void
waxseal_setup_printer_follow (WaxsealProvisionPlan *plan)
{
  GListModel *steps = waxseal_provision_plan_get_steps (plan);

  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (WaxsealProvisionStep) step = g_list_model_get_item (steps, i);

      g_signal_connect (step, "notify::state", G_CALLBACK (state_changed_cb), NULL);
    }
}

/** waxseal_setup_printer_print_error: What happened, what to do, and what the service said. */
void
waxseal_setup_printer_print_error (const GError *error)
{
  const char *remedy = waxseal_remedy_get_text (error);
  const char *details = waxseal_error_get_details (error);
  g_auto (GStrv) lines = NULL;

  print_line ("waxseal setup: ", error->message);
  if (remedy != NULL)
    print_line ("  ", remedy);
  lines = g_strsplit (details != NULL ? details : "", "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      print_line ("  | ", lines[i]);
}

static void
add_text (JsonBuilder *builder, const char *member, const char *text)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

static void
add_app (JsonBuilder *builder, WaxsealOrganization *organization)
{
  static const struct
  {
    const char *member;
    const char *property;
  } members[] = {
    { "applicationName", "display-name" },
    { "tenantId", "tenant-id" },
    { "clientId", "client-id" },
    { "objectId", "object-id" },
    { "secretId", "secret-key-id" },
    { "secretExpires", "secret-expires" },
    { "servicePrincipalId", "service-principal-id" },
  };
  WaxsealEntraApp *app = waxseal_organization_get_entra_app (organization);
  GListModel *permissions = G_LIST_MODEL (waxseal_record_get_list (app, "permissions"));

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    add_text (builder, members[i].member, waxseal_record_get_text (app, members[i].property));
  json_builder_set_member_name (builder, "granted");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (permissions); i++)
    {
      g_autoptr (WaxsealPermission) permission = g_list_model_get_item (permissions, i);

      if (*waxseal_record_get_text (permission, "verified-on") != '\0')
        json_builder_add_string_value (builder, waxseal_record_get_text (permission, "name"));
    }
  json_builder_end_array (builder);
}

static const char *
get_nick (GType type, int value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);

  return g_enum_get_value (klass, value)->value_nick;
}

static void
add_steps (JsonBuilder *builder, WaxsealProvisionPlan *plan)
{
  GListModel *steps = waxseal_provision_plan_get_steps (plan);

  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (WaxsealProvisionStep) step = g_list_model_get_item (steps, i);

      json_builder_begin_object (builder);
      add_text (builder, "id", waxseal_provision_step_get_id (step));
      add_text (builder, "title", waxseal_provision_step_get_title (step));
      add_text (builder,
                "state",
                get_nick (WAXSEAL_TYPE_PROVISION_STATE, waxseal_provision_step_get_state (step)));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_proof (JsonBuilder *builder, WaxsealOrganization *organization)
{
  const char *date = waxseal_app_proof_get_date (organization);

  json_builder_set_member_name (builder, "proof");
  json_builder_begin_object (builder);
  add_text (builder,
            "state",
            get_nick (WAXSEAL_TYPE_STATE, waxseal_app_proof_get_state (organization)));
  add_text (builder, "date", date != NULL ? date : "");
  json_builder_end_object (builder);
}

static void
add_error (JsonBuilder *builder, const GError *error)
{
  const char *details = waxseal_error_get_details (error);

  json_builder_set_member_name (builder, "error");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "code");
  json_builder_add_int_value (builder, error->code);
  add_text (builder, "message", error->message);
  add_text (builder, "details", details != NULL ? details : "");
  json_builder_end_object (builder);
}

/**
 * waxseal_setup_printer_print_result:
 * @outcome: “done”, “handed-over”, “dry-run”, “declined” or “failed”
 * @plan: (nullable): what was to be done
 * @error: (nullable): why it failed
 *
 * Prints one JSON object to the standard output. There is no secret in any of this.
 */
void
waxseal_setup_printer_print_result (const char *outcome,
                                    WaxsealOrganization *organization,
                                    WaxsealProvisionPlan *plan,
                                    const GError *error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  add_text (builder, "outcome", outcome);
  if (organization != NULL)
    {
      add_text (builder, "organization", waxseal_organization_get_name (organization));
      add_app (builder, organization);
      add_proof (builder, organization);
    }
  if (plan != NULL)
    add_steps (builder, plan);
  if (error != NULL)
    add_error (builder, error);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  g_print ("%s\n", text);
}
