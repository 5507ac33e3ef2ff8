/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-sign-in-group.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-choice-row.h"
#include "waxseal-consent-hand-over.h"
#include "waxseal-entra-roles.h"
#include "waxseal-error-row.h"
#include "waxseal-field-row.h"
#include "waxseal-sign-in-client.h"

/**
 * WaxsealSignInGroup:
 *
 * Who signs in, and how: by the browser, by a copied link, or by a code (microsoft.md, 1).
 */
struct _WaxsealSignInGroup
{
  AdwPreferencesGroup parent_instance;

  WaxsealErrorRow *error_row;
  GtkWidget *buttons_row;
  AdwActionRow *busy_row;
  AdwActionRow *person_row;
  GtkWidget *sign_out_button;
  AdwExpanderRow *settings_row;
  WaxsealFieldRow *client_row;
  GtkWidget *quick_row;
  WaxsealChoiceRow *cloud_row;
  WaxsealFieldRow *login_row;
  WaxsealFieldRow *graph_row;
  WaxsealFieldRow *exchange_row;
  GtkSwitch *stay_switch;

  WaxsealEntraDesk *desk;
  WaxsealAccount *account; /* of the desk's session */
  GBinding *stay_binding;
};

G_DEFINE_FINAL_TYPE (WaxsealSignInGroup, waxseal_sign_in_group, ADW_TYPE_PREFERENCES_GROUP)

static void
add_roles (GString *names, WaxsealAccount *account, WaxsealEntraTask task)
{
  const char *const *roles = waxseal_entra_roles_for_task (task);

  for (guint i = 0; roles[i] != NULL; i++)
    {
      const char *name = waxseal_entra_role_get_name (roles[i]);

      if (waxseal_account_has_role (account, roles[i]) && strstr (names->str, name) == NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
}

/* “grace@contoso.com · Contoso · Global Administrator”: roles as the portal calls them. */
static char *
describe_person (WaxsealAccount *account, WaxsealTenantReview *review)
{
  const char *tenant = review != NULL ? waxseal_tenant_review_get_tenant_name (review) : "";
  g_autofree char *user_name = NULL;
  g_autoptr (GString) roles = g_string_new (NULL);

  g_object_get (account, "user-name", &user_name, NULL);
  add_roles (roles, account, WAXSEAL_ENTRA_TASK_CREATE_APP);
  add_roles (roles, account, WAXSEAL_ENTRA_TASK_CONSENT);
  return g_strdup_printf ("%s%s%s · %s",
                          user_name,
                          *tenant != '\0' ? " · " : "",
                          tenant,
                          roles->len > 0 ? roles->str : _ ("No administrator role for apps"));
}

static void
show_person (WaxsealSignInGroup *self)
{
  g_autofree char *name = NULL;
  g_autofree char *subtitle =
    describe_person (self->account, waxseal_entra_desk_get_review (self->desk));

  gtk_widget_set_sensitive (self->sign_out_button, !waxseal_entra_desk_is_busy (self->desk));
  g_object_get (self->account, "display-name", &name, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->person_row), name != NULL ? name : "");
  adw_action_row_set_subtitle (self->person_row, subtitle);
}

static void
show_busy (WaxsealSignInGroup *self)
{
  gboolean asking = FALSE;

  g_object_get (self->account, "asking", &asking, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->busy_row),
                                 asking ? _ ("Waiting for you to sign in")
                                        : _ ("Looking at the tenant"));
  adw_action_row_set_subtitle (self->busy_row,
                               asking
                                 ? _ ("Go on in the browser, and come back here afterwards")
                                 : _ ("What there is, and what you may do; nothing is changed"));
}

static void
update (WaxsealSignInGroup *self)
{
  WaxsealEntraStage stage = waxseal_entra_desk_get_stage (self->desk);
  gboolean busy = stage == WAXSEAL_ENTRA_STAGE_SIGNING_IN;
  gboolean in = !busy && stage != WAXSEAL_ENTRA_STAGE_SIGNED_OUT;

  gtk_widget_set_visible (self->buttons_row, !busy && !in);
  gtk_widget_set_sensitive (self->buttons_row, !waxseal_entra_desk_is_busy (self->desk));
  gtk_widget_set_visible (GTK_WIDGET (self->busy_row), busy);
  gtk_widget_set_visible (GTK_WIDGET (self->person_row), in);
  gtk_widget_set_visible (GTK_WIDGET (self->settings_row), !in);
  waxseal_error_row_show (
    self->error_row,
    stage == WAXSEAL_ENTRA_STAGE_SIGNED_OUT ? waxseal_entra_desk_get_error (self->desk) : NULL,
    waxseal_tenant_session_get_way (waxseal_entra_desk_get_session (self->desk)));
  if (in)
    show_person (self);
  if (busy)
    show_busy (self);
}

static gboolean
ask_for_client (WaxsealSignInGroup *self)
{
  if (!waxseal_entra_desk_needs_client (self->desk))
    return FALSE;
  adw_expander_row_set_expanded (self->settings_row, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->client_row));
  gtk_widget_activate_action (GTK_WIDGET (self),
                              "win.notify",
                              "s",
                              _ ("Enter a client ID to sign in with, or use the quick start"));
  return TRUE;
}

static void
sign_in (WaxsealSignInGroup *self, WaxsealSignInWay way, gboolean copies_link)
{
  waxseal_entra_desk_set_copies_link (self->desk, copies_link);
  if (!ask_for_client (self))
    waxseal_entra_desk_sign_in (self->desk, way);
}

static void
sign_in_clicked_cb (WaxsealSignInGroup *self)
{
  sign_in (self, WAXSEAL_SIGN_IN_BROWSER, FALSE);
}

static void
copy_link_clicked_cb (WaxsealSignInGroup *self)
{
  sign_in (self, WAXSEAL_SIGN_IN_BROWSER, TRUE);
}

static void
code_clicked_cb (WaxsealSignInGroup *self)
{
  sign_in (self, WAXSEAL_SIGN_IN_CODE, FALSE);
}

static void
cancel_clicked_cb (WaxsealSignInGroup *self)
{
  waxseal_entra_desk_cancel (self->desk);
}

static void
sign_out_clicked_cb (WaxsealSignInGroup *self)
{
  waxseal_entra_desk_sign_out (self->desk);
}

static void
quick_start_clicked_cb (WaxsealSignInGroup *self)
{
  WaxsealOrganization *organization = waxseal_entra_desk_get_organization (self->desk);

  waxseal_record_set_text (waxseal_record_get_child (organization, "sign-in"),
                           "client-id",
                           WAXSEAL_SIGN_IN_CLIENT_QUICK_START);
}

/* For an administrator who agrees, for all of the tenant, to what the sign-in's client asks. */
static void
copy_consent_link (WaxsealSignInGroup *self)
{
  WaxsealOrganization *organization = waxseal_entra_desk_get_organization (self->desk);
  WaxsealEndpoints *endpoints =
    waxseal_tenant_session_get_endpoints (waxseal_entra_desk_get_session (self->desk));
  const char *tenant =
    waxseal_record_get_text (waxseal_organization_get_entra_app (organization), "tenant-id");
  g_autofree char *client = waxseal_sign_in_client_choose (endpoints, organization);
  g_autofree char *link =
    waxseal_consent_hand_over_build_link (endpoints,
                                          *tenant != '\0' ? tenant : "organizations",
                                          client != NULL ? client : "");

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), link);
  gtk_widget_activate_action (GTK_WIDGET (self),
                              "win.notify",
                              "s",
                              _ ("Link copied. Send it to a Global Administrator"));
}

/* Who lacks a role to look at the tenant signs in with another account. */
static void
hand_over (WaxsealSignInGroup *self)
{
  if (g_error_matches (waxseal_entra_desk_get_error (self->desk),
                       WAXSEAL_ERROR,
                       WAXSEAL_ERROR_ADMIN_CONSENT_NEEDED))
    copy_consent_link (self);
  else
    waxseal_entra_desk_sign_out (self->desk);
}

static void
remedy_cb (WaxsealSignInGroup *self, guint action)
{
  switch ((WaxsealRemedyAction) action)
    {
    case WAXSEAL_REMEDY_SETTINGS:
      adw_expander_row_set_expanded (self->settings_row, TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->client_row));
      break;
    case WAXSEAL_REMEDY_USE_CODE:
    case WAXSEAL_REMEDY_NEW_CODE:
      sign_in (self, WAXSEAL_SIGN_IN_CODE, FALSE);
      break;
    case WAXSEAL_REMEDY_HAND_OVER:
      hand_over (self);
      break;
    case WAXSEAL_REMEDY_USE_BROWSER:
      sign_in (self, WAXSEAL_SIGN_IN_BROWSER, FALSE);
      break;
    case WAXSEAL_REMEDY_NONE:
    case WAXSEAL_REMEDY_TRY_AGAIN:
    case WAXSEAL_REMEDY_SIGN_IN:
    case WAXSEAL_REMEDY_REMOVE_SECRET:
    case WAXSEAL_REMEDY_CHOOSE_APP:
    default:
      /* As it was chosen before. */
      sign_in (self,
               waxseal_tenant_session_get_way (waxseal_entra_desk_get_session (self->desk)),
               waxseal_entra_desk_get_copies_link (self->desk));
    }
}

static void
forget_account (WaxsealSignInGroup *self)
{
  if (self->account != NULL)
    g_signal_handlers_disconnect_by_data (self->account, self);
  g_clear_pointer (&self->stay_binding, g_binding_unbind);
  g_clear_object (&self->account);
}

static gpointer
get_sign_in (WaxsealSignInGroup *self)
{
  return waxseal_record_get_child (waxseal_entra_desk_get_organization (self->desk), "sign-in");
}

static void
forget_desk (WaxsealSignInGroup *self)
{
  if (self->desk == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->desk, self);
  g_signal_handlers_disconnect_by_data (get_sign_in (self), self);
  g_signal_handlers_disconnect_by_data (waxseal_entra_desk_get_organization (self->desk), self);
  forget_account (self);
  g_clear_object (&self->desk);
}

static void
waxseal_sign_in_group_dispose (GObject *object)
{
  forget_desk (WAXSEAL_SIGN_IN_GROUP (object));
  G_OBJECT_CLASS (waxseal_sign_in_group_parent_class)->dispose (object);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, code_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_link_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, quick_start_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remedy_cb);
  gtk_widget_class_bind_template_callback (widget_class, sign_in_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, sign_out_clicked_cb);
}

static void
waxseal_sign_in_group_class_init (WaxsealSignInGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_sign_in_group_dispose;

  g_type_ensure (WAXSEAL_TYPE_CHOICE_ROW);
  g_type_ensure (WAXSEAL_TYPE_ERROR_ROW);
  g_type_ensure (WAXSEAL_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-sign-in-group.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealSignInGroup, error_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSignInGroup, buttons_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSignInGroup, busy_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSignInGroup, person_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSignInGroup, sign_out_button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSignInGroup, settings_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSignInGroup, client_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSignInGroup, quick_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSignInGroup, cloud_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSignInGroup, login_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSignInGroup, graph_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSignInGroup, exchange_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSignInGroup, stay_switch);
  bind_callbacks (widget_class);
}

static void
waxseal_sign_in_group_init (WaxsealSignInGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* “login.microsoftonline.com · graph.microsoft.com · …”: shown before anything goes there. */
static void
show_hosts (WaxsealSignInGroup *self)
{
  WaxsealEndpoints *used =
    waxseal_tenant_session_get_endpoints (waxseal_entra_desk_get_session (self->desk));
  g_autoptr (WaxsealEndpoints) next =
    waxseal_endpoints_is_practice (used)
      ? waxseal_endpoints_ref (used)
      : waxseal_endpoints_new (waxseal_entra_desk_get_organization (self->desk));
  const char *addresses[] = {
    waxseal_endpoints_get_login (next),
    waxseal_endpoints_get_graph (next),
    waxseal_endpoints_get_exchange (next),
  };
  g_autoptr (GString) hosts = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    if (i == 0 || !g_str_equal (addresses[i], addresses[i - 1]))
      g_string_append_printf (hosts,
                              "%s%s",
                              i > 0 ? " · " : "",
                              strstr (addresses[i], "://") + strlen ("://"));
  adw_expander_row_set_subtitle (self->settings_row, hosts->str);
}

static void
show_settings (WaxsealSignInGroup *self)
{
  WaxsealOrganization *organization = waxseal_entra_desk_get_organization (self->desk);
  gboolean real = !waxseal_organization_get_practice (organization);
  GtkWidget *rows[] = {
    GTK_WIDGET (self->client_row), self->quick_row,
    GTK_WIDGET (self->cloud_row),  GTK_WIDGET (self->login_row),
    GTK_WIDGET (self->graph_row),  GTK_WIDGET (self->exchange_row),
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_widget_set_visible (rows[i], real);
  g_object_set (self->cloud_row, "record", organization, NULL);
  g_object_set (self->client_row, "record", get_sign_in (self), NULL);
  g_object_set (self->login_row, "record", get_sign_in (self), NULL);
  g_object_set (self->graph_row, "record", get_sign_in (self), NULL);
  g_object_set (self->exchange_row, "record", get_sign_in (self), NULL);
}

static void
follow_session (WaxsealSignInGroup *self)
{
  forget_account (self);
  self->account =
    g_object_ref (waxseal_tenant_session_get_account (waxseal_entra_desk_get_session (self->desk)));
  g_signal_connect_swapped (self->account, "notify::asking", G_CALLBACK (update), self);
  self->stay_binding = g_object_bind_property (self->account,
                                               "stay-signed-in",
                                               self->stay_switch,
                                               "active",
                                               G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

/** waxseal_sign_in_group_set_desk: Shows the sign-in of another desk. */
void
waxseal_sign_in_group_set_desk (WaxsealSignInGroup *self, WaxsealEntraDesk *desk)
{
  forget_desk (self);
  self->desk = g_object_ref (desk);
  g_signal_connect_swapped (desk, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (desk, "session-changed", G_CALLBACK (follow_session), self);
  g_signal_connect_swapped (get_sign_in (self), "notify", G_CALLBACK (show_hosts), self);
  g_signal_connect_swapped (waxseal_entra_desk_get_organization (desk),
                            "notify::cloud",
                            G_CALLBACK (show_hosts),
                            self);
  follow_session (self);
  show_settings (self);
  show_hosts (self);
  update (self);
}
