/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-registered-group.h"

#include <glib/gi18n.h>

#include "waxseal-app-proof.h"
#include "waxseal-app-removal.h"
#include "waxseal-date.h"
#include "waxseal-error-row.h"
#include "waxseal-registered-secret-row.h"
#include "waxseal-secret-policy.h"
#include "waxseal-secret-rotation.h"

/**
 * WaxsealRegisteredGroup:
 *
 * The organisation's application as it is in Entra: whether it works, its secrets, changing the
 * secret, and deleting it all. One thing at a time.
 */
struct _WaxsealRegisteredGroup
{
  AdwPreferencesGroup parent_instance;

  GtkSpinner *spinner;
  AdwActionRow *proof_row;
  GtkImage *proof_icon;
  WaxsealErrorRow *error_row;
  AdwExpanderRow *secrets_row;
  GtkListBox *secrets_box;
  AdwActionRow *rotation_row;
  GtkButton *rotation_button;

  WaxsealEntraDesk *desk;
  WaxsealSecretRotation *rotation;
  WaxsealRegisteredApp *app;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (WaxsealRegisteredGroup, waxseal_registered_group, ADW_TYPE_PREFERENCES_GROUP)

static WaxsealTenantSession *
get_session (WaxsealRegisteredGroup *self)
{
  return waxseal_entra_desk_get_session (self->desk);
}

static void
show_proof (WaxsealRegisteredGroup *self)
{
  WaxsealOrganization *organization = waxseal_entra_desk_get_organization (self->desk);
  WaxsealState state = waxseal_app_proof_get_state (organization);
  const char *date = waxseal_app_proof_get_date (organization);
  g_autofree char *day = waxseal_date_format (date != NULL ? date : "");
  g_autofree char *subtitle = NULL;
  gboolean works = state == WAXSEAL_STATE_VERIFIED;

  if (works)
    /* Translators: %s is a day */
    subtitle = g_strdup_printf (_ ("Verified on %s: it signed in with its secret, has the four "
                                   "permissions, and read one user’s ID"),
                                day);
  else
    subtitle = g_strdup (_ ("The proof signs in as the application and reads one user’s ID, never "
                            "mail"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->proof_row),
                                 works ? _ ("The application works") : _ ("Not proved yet"));
  adw_action_row_set_subtitle (self->proof_row, subtitle);
  gtk_image_set_from_icon_name (self->proof_icon,
                                works ? "waxseal-verified-symbolic" : "waxseal-todo-symbolic");
}

/* By WaxsealRotationStage: adding, telling CRES, and only then removing. */
static const struct
{
  const char *title;
  const char *subtitle;
  const char *button;
} rotation_texts[] = {
  [WAXSEAL_ROTATION_NONE] = { N_ ("Change the client secret"),
                              N_ ("Adds a new one and proves it; the old one stays until CRES has "
                                  "the new one"),
                              N_ ("_Add New…") },
  [WAXSEAL_ROTATION_STARTED] = { N_ ("A new client secret is being added"),
                                 N_ ("Go on: it is there, or about to be, but not proved yet"),
                                 N_ ("Go _On") },
  [WAXSEAL_ROTATION_PROVED] = { N_ ("Give the new client secret to CRES"),
                                N_ ("Go through steps 1 and 2 on the page CRES Account, then come "
                                    "back"),
                                N_ ("CRES _Has It") },
  [WAXSEAL_ROTATION_HANDED_OVER] = { N_ ("Remove the old client secret"),
                                     N_ ("CRES has the new one, as you said"),
                                     N_ ("_Remove the Old One") },
};

static void
show_rotation (WaxsealRegisteredGroup *self)
{
  WaxsealRotationStage stage = waxseal_secret_rotation_get_stage (self->rotation);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rotation_row),
                                 _ (rotation_texts[stage].title));
  adw_action_row_set_subtitle (self->rotation_row, _ (rotation_texts[stage].subtitle));
  gtk_button_set_label (self->rotation_button, _ (rotation_texts[stage].button));
}

static void remove_secret (WaxsealRegisteredGroup *self, WaxsealRegisteredSecret *secret);

static GtkWidget *
create_secret_row_cb (gpointer secret, gpointer self)
{
  GtkWidget *row = waxseal_registered_secret_row_new (secret);

  g_signal_connect_object (row, "remove", G_CALLBACK (remove_secret), self, G_CONNECT_SWAPPED);
  return row;
}

static void
show_secrets (WaxsealRegisteredGroup *self)
{
  GListModel *secrets = waxseal_registered_app_get_secrets (self->app);
  guint n = g_list_model_get_n_items (secrets);
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%u in Entra", "%u in Entra", n), n);

  adw_expander_row_set_subtitle (self->secrets_row, subtitle);
  gtk_list_box_bind_model (self->secrets_box, secrets, create_secret_row_cb, self, NULL);
}

static void
update (WaxsealRegisteredGroup *self)
{
  WaxsealTenantReview *review = waxseal_entra_desk_get_review (self->desk);
  WaxsealRegisteredApp *app = review != NULL ? waxseal_tenant_review_get_own_app (review) : NULL;
  gboolean quiet = waxseal_entra_desk_get_stage (self->desk) != WAXSEAL_ENTRA_STAGE_RUNNING;

  gtk_widget_set_visible (GTK_WIDGET (self), app != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self), quiet && self->cancellable == NULL);
  gtk_spinner_set_spinning (self->spinner, self->cancellable != NULL);
  if (app == NULL)
    return;
  if (g_set_object (&self->app, app))
    show_secrets (self);
  show_proof (self);
  show_rotation (self);
}

static void
begin (WaxsealRegisteredGroup *self)
{
  waxseal_error_row_show (self->error_row, NULL);
  self->cancellable = g_cancellable_new ();
  update (self);
}

/* What there is now is read again, unless it failed. */
static void
end (WaxsealRegisteredGroup *self, GError *error)
{
  g_autoptr (GError) owned = error;

  g_clear_object (&self->cancellable);
  if (self->desk == NULL)
    return;
  update (self);
  if (error == NULL)
    waxseal_entra_desk_look_again (self->desk);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    waxseal_error_row_show (self->error_row, error);
}

static void
proved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealRegisteredGroup) self = user_data;
  GError *error = NULL;

  waxseal_app_proof_run_finish (result, &error);
  end (self, error);
}

static void
prove_clicked_cb (WaxsealRegisteredGroup *self)
{
  begin (self);
  waxseal_app_proof_run_async (get_session (self),
                               self->cancellable,
                               proved_cb,
                               g_object_ref (self));
}

static void
remedy_cb (WaxsealRegisteredGroup *self)
{
  prove_clicked_cb (self);
}

static void
rotation_started_cb (GObject *rotation, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealRegisteredGroup) self = user_data;
  GError *error = NULL;

  waxseal_secret_rotation_start_finish (WAXSEAL_SECRET_ROTATION (rotation), result, &error);
  end (self, error);
}

static void
start_rotation (WaxsealRegisteredGroup *self)
{
  WaxsealSecretPolicy *policy =
    waxseal_tenant_review_get_policy (waxseal_entra_desk_get_review (self->desk));
  guint days =
    waxseal_secret_lifetime_get_default (policy, waxseal_record_get_text (self->app, "created"));
  g_autofree char *expires = waxseal_secret_lifetime_build_expires (days);

  begin (self);
  waxseal_secret_rotation_start_async (
    self->rotation, expires, self->cancellable, rotation_started_cb, g_object_ref (self));
}

static void
old_removed_cb (GObject *rotation, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealRegisteredGroup) self = user_data;
  GError *error = NULL;

  waxseal_secret_rotation_remove_old_finish (WAXSEAL_SECRET_ROTATION (rotation), result, &error);
  end (self, error);
}

static void
rotate_clicked_cb (WaxsealRegisteredGroup *self)
{
  switch (waxseal_secret_rotation_get_stage (self->rotation))
    {
    case WAXSEAL_ROTATION_PROVED:
      waxseal_secret_rotation_declare_handed_over (self->rotation, TRUE);
      show_rotation (self);
      break;
    case WAXSEAL_ROTATION_HANDED_OVER:
      begin (self);
      waxseal_secret_rotation_remove_old_async (self->rotation,
                                                self->cancellable,
                                                old_removed_cb,
                                                g_object_ref (self));
      break;
    case WAXSEAL_ROTATION_NONE:
    case WAXSEAL_ROTATION_STARTED:
    default:
      start_rotation (self);
    }
}

static void
secret_removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealRegisteredGroup) self = user_data;
  GError *error = NULL;

  waxseal_app_removal_remove_secret_finish (result, &error);
  end (self, error);
}

/** Question: what was asked about, until it is answered. */
typedef struct
{
  WaxsealRegisteredGroup *group;
  char *key_id; /* NULL for the application */
} Question;

static void
app_deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealRegisteredGroup) self = user_data;
  GError *error = NULL;

  waxseal_app_removal_delete_app_finish (result, &error);
  g_clear_object (&self->app);
  if (error == NULL)
    waxseal_entra_desk_drop_plan (self->desk);
  end (self, error);
}

static void
answered_cb (Question *question, const char *response)
{
  WaxsealRegisteredGroup *self = question->group;
  const char *object_id;

  if (!g_str_equal (response, "remove") || self->app == NULL || self->cancellable != NULL)
    return;
  object_id = waxseal_record_get_text (self->app, "object-id");
  begin (self);
  if (question->key_id != NULL)
    waxseal_app_removal_remove_secret_async (get_session (self),
                                             object_id,
                                             question->key_id,
                                             self->cancellable,
                                             secret_removed_cb,
                                             g_object_ref (self));
  else
    waxseal_app_removal_delete_app_async (
      get_session (self), object_id, self->cancellable, app_deleted_cb, g_object_ref (self));
}

static void
free_question (gpointer data, GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->group);
  g_free (question->key_id);
  g_free (question);
}

static void
ask (WaxsealRegisteredGroup *self, const char *dialog_name, const char *key_id)
{
  g_autofree char *path = g_strdup_printf ("/io/github/waxseal/Waxseal/ui/%s.ui", dialog_name);
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (path);
  GtkWindow *dialog = GTK_WINDOW (gtk_builder_get_object (builder, "dialog"));
  Question *question = g_new0 (Question, 1);

  question->group = g_object_ref (self);
  question->key_id = g_strdup (key_id);
  gtk_window_set_transient_for (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  g_signal_connect_data (
    dialog, "response", G_CALLBACK (answered_cb), question, free_question, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

static void
remove_secret (WaxsealRegisteredGroup *self, WaxsealRegisteredSecret *secret)
{
  ask (self, "waxseal-delete-secret-dialog", waxseal_record_get_text (secret, "key-id"));
}

static void
delete_clicked_cb (WaxsealRegisteredGroup *self)
{
  ask (self, "waxseal-delete-app-dialog", NULL);
}

static void
forget_desk (WaxsealRegisteredGroup *self)
{
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->rotation);
  g_clear_object (&self->app);
  g_clear_object (&self->desk);
}

static void
waxseal_registered_group_dispose (GObject *object)
{
  forget_desk (WAXSEAL_REGISTERED_GROUP (object));
  G_OBJECT_CLASS (waxseal_registered_group_parent_class)->dispose (object);
}

static void
waxseal_registered_group_class_init (WaxsealRegisteredGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_registered_group_dispose;

  g_type_ensure (WAXSEAL_TYPE_ERROR_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-registered-group.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealRegisteredGroup, spinner);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRegisteredGroup, proof_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRegisteredGroup, proof_icon);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRegisteredGroup, error_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRegisteredGroup, secrets_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRegisteredGroup, secrets_box);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRegisteredGroup, rotation_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRegisteredGroup, rotation_button);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, prove_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remedy_cb);
  gtk_widget_class_bind_template_callback (widget_class, rotate_clicked_cb);
}

static void
waxseal_registered_group_init (WaxsealRegisteredGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_registered_group_set_desk: @desk: (nullable): whose application is shown. */
void
waxseal_registered_group_set_desk (WaxsealRegisteredGroup *self, WaxsealEntraDesk *desk)
{
  forget_desk (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  waxseal_error_row_show (self->error_row, NULL);
  if (desk == NULL)
    return;
  self->desk = g_object_ref (desk);
  self->rotation = waxseal_secret_rotation_new (get_session (self));
  g_signal_connect_swapped (desk, "changed", G_CALLBACK (update), self);
  update (self);
}
