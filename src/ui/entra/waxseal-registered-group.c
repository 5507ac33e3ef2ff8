/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-registered-group.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-app-proof.h"
#include "waxseal-app-removal.h"
#include "waxseal-error-row.h"
#include "waxseal-proof-row.h"
#include "waxseal-registered-secret-row.h"
#include "waxseal-secret-policy.h"
#include "waxseal-secret-rotation.h"

/** RegisteredJob: what the group does in the tenant, and does again where that is a remedy. */
typedef enum
{
  JOB_PROVE,
  JOB_ROTATE,
  JOB_REMOVE_OLD,
  JOB_REMOVE_SECRET,
  JOB_DELETE_APP,
} RegisteredJob;

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
  WaxsealProofRow *proof_row;
  WaxsealErrorRow *error_row;
  AdwExpanderRow *secrets_row;
  GtkListBox *secrets_box;
  AdwActionRow *rotation_row;
  GtkButton *rotation_button;

  WaxsealEntraDesk *desk;
  WaxsealSecretRotation *rotation;
  WaxsealRegisteredApp *app;
  RegisteredJob job; /* the last one */
  char *key_id;      /* of the secret that it is about */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (WaxsealRegisteredGroup, waxseal_registered_group, ADW_TYPE_PREFERENCES_GROUP)

static WaxsealTenantSession *
get_session (WaxsealRegisteredGroup *self)
{
  return waxseal_entra_desk_get_session (self->desk);
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

static int
compare_ends (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return strcmp (waxseal_record_get_text ((gpointer) a, "expires"),
                 waxseal_record_get_text ((gpointer) b, "expires"));
}

/* Secrets pile up, and Entra takes only so many: what has expired is offered first. */
static GListModel *
sort_secrets (GListModel *secrets)
{
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_ends, NULL, NULL));

  return G_LIST_MODEL (gtk_sort_list_model_new (g_object_ref (secrets), sorter));
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
  g_autoptr (GListModel) sorted = sort_secrets (secrets);
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%u in Entra", "%u in Entra", n), n);

  adw_expander_row_set_subtitle (self->secrets_row, subtitle);
  gtk_list_box_bind_model (self->secrets_box, sorted, create_secret_row_cb, self, NULL);
}

static void
update (WaxsealRegisteredGroup *self)
{
  WaxsealTenantReview *review = waxseal_entra_desk_get_review (self->desk);
  WaxsealRegisteredApp *app = review != NULL ? waxseal_tenant_review_get_own_app (review) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), app != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !waxseal_entra_desk_is_busy (self->desk));
  gtk_spinner_set_spinning (self->spinner, self->cancellable != NULL);
  if (app == NULL)
    return;
  if (g_set_object (&self->app, app))
    show_secrets (self);
  waxseal_proof_row_update (self->proof_row, waxseal_entra_desk_get_organization (self->desk));
  show_rotation (self);
}

/* What there is now is read again, unless it failed. */
static void
end (WaxsealRegisteredGroup *self, GError *error)
{
  g_autoptr (GError) owned = error;
  gboolean failed = error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  /* Another desk is here by now. */
  if (self->cancellable == NULL)
    return;
  g_clear_object (&self->cancellable);
  waxseal_error_row_show (self->error_row,
                          failed ? error : NULL,
                          waxseal_tenant_session_get_way (get_session (self)));
  waxseal_entra_desk_release (self->desk);
  if (error == NULL)
    waxseal_entra_desk_look_again (self->desk);
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
secret_removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealRegisteredGroup) self = user_data;
  GError *error = NULL;

  waxseal_app_removal_remove_secret_finish (result, &error);
  end (self, error);
}

static void
app_deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealRegisteredGroup) self = user_data;
  GError *error = NULL;

  waxseal_app_removal_delete_app_finish (result, &error);
  if (error == NULL && self->desk != NULL)
    waxseal_entra_desk_drop_plan (self->desk);
  end (self, error);
}

static void
run (WaxsealRegisteredGroup *self, RegisteredJob job)
{
  const char *object_id = waxseal_record_get_text (self->app, "object-id");
  GCancellable *cancellable = waxseal_entra_desk_hold (self->desk);

  if (cancellable == NULL)
    return;
  waxseal_error_row_show (self->error_row, NULL, WAXSEAL_SIGN_IN_SILENT);
  self->job = job;
  self->cancellable = g_object_ref (cancellable);
  gtk_spinner_set_spinning (self->spinner, TRUE);
  if (job == JOB_PROVE)
    waxseal_app_proof_run_async (get_session (self), cancellable, proved_cb, g_object_ref (self));
  else if (job == JOB_ROTATE)
    start_rotation (self);
  else if (job == JOB_REMOVE_OLD)
    waxseal_secret_rotation_remove_old_async (self->rotation,
                                              cancellable,
                                              old_removed_cb,
                                              g_object_ref (self));
  else if (job == JOB_REMOVE_SECRET)
    waxseal_app_removal_remove_secret_async (get_session (self),
                                             object_id,
                                             self->key_id,
                                             cancellable,
                                             secret_removed_cb,
                                             g_object_ref (self));
  else
    waxseal_app_removal_delete_app_async (
      get_session (self), object_id, cancellable, app_deleted_cb, g_object_ref (self));
}

static void
prove_cb (WaxsealRegisteredGroup *self)
{
  run (self, JOB_PROVE);
}

static void
show_secrets_cb (WaxsealRegisteredGroup *self)
{
  adw_expander_row_set_expanded (self->secrets_row, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->secrets_row), GTK_DIR_TAB_FORWARD);
}

/* The same again, the person being asked another way where that is the remedy. */
static void
remedy_cb (WaxsealRegisteredGroup *self, guint action)
{
  WaxsealTenantSession *session = get_session (self);

  if (action == WAXSEAL_REMEDY_REMOVE_SECRET)
    {
      show_secrets_cb (self);
      return;
    }
  if (action == WAXSEAL_REMEDY_USE_CODE || action == WAXSEAL_REMEDY_NEW_CODE)
    waxseal_tenant_session_set_way (session, WAXSEAL_SIGN_IN_CODE);
  if (action == WAXSEAL_REMEDY_USE_BROWSER)
    waxseal_tenant_session_set_way (session, WAXSEAL_SIGN_IN_BROWSER);
  run (self, self->job);
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
      run (self, JOB_REMOVE_OLD);
      break;
    case WAXSEAL_ROTATION_NONE:
    case WAXSEAL_ROTATION_STARTED:
    default:
      run (self, JOB_ROTATE);
    }
}

/** Question: what was asked about, until it is answered. */
typedef struct
{
  WaxsealRegisteredGroup *group;
  char *key_id; /* NULL for the application */
} Question;

static void
answered_cb (Question *question, const char *response)
{
  WaxsealRegisteredGroup *self = question->group;

  if (!g_str_equal (response, "remove") || self->app == NULL)
    return;
  g_free (self->key_id);
  self->key_id = g_strdup (question->key_id);
  run (self, self->key_id != NULL ? JOB_REMOVE_SECRET : JOB_DELETE_APP);
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
  if (self->cancellable != NULL)
    {
      g_cancellable_cancel (self->cancellable);
      waxseal_entra_desk_release (self->desk);
    }
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
waxseal_registered_group_finalize (GObject *object)
{
  g_free (WAXSEAL_REGISTERED_GROUP (object)->key_id);
  G_OBJECT_CLASS (waxseal_registered_group_parent_class)->finalize (object);
}

static void
waxseal_registered_group_class_init (WaxsealRegisteredGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_registered_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = waxseal_registered_group_finalize;

  g_type_ensure (WAXSEAL_TYPE_ERROR_ROW);
  g_type_ensure (WAXSEAL_TYPE_PROOF_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-registered-group.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealRegisteredGroup, spinner);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRegisteredGroup, proof_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRegisteredGroup, error_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRegisteredGroup, secrets_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRegisteredGroup, secrets_box);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRegisteredGroup, rotation_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRegisteredGroup, rotation_button);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, prove_cb);
  gtk_widget_class_bind_template_callback (widget_class, remedy_cb);
  gtk_widget_class_bind_template_callback (widget_class, rotate_clicked_cb);
}

static void
waxseal_registered_group_init (WaxsealRegisteredGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
follow_session (WaxsealRegisteredGroup *self)
{
  g_clear_object (&self->rotation);
  self->rotation = waxseal_secret_rotation_new (get_session (self));
}

/** waxseal_registered_group_set_desk: @desk: (nullable): whose application is shown. */
void
waxseal_registered_group_set_desk (WaxsealRegisteredGroup *self, WaxsealEntraDesk *desk)
{
  forget_desk (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  waxseal_error_row_show (self->error_row, NULL, WAXSEAL_SIGN_IN_SILENT);
  if (desk == NULL)
    return;
  self->desk = g_object_ref (desk);
  follow_session (self);
  g_signal_connect_swapped (desk, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (desk, "session-changed", G_CALLBACK (follow_session), self);
  g_signal_connect_swapped (desk, "show-secrets", G_CALLBACK (show_secrets_cb), self);
  update (self);
}
