/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-secret-group.h"

#include <glib/gi18n.h>

#include "waxseal-banner.h"
#include "waxseal-field-row.h"
#include "waxseal-keyring-error.h"
#include "waxseal-keyring.h"
#include "waxseal-paste-hint.h"

/**
 * WaxsealSecretGroup:
 *
 * The app's client secret (guide.md, A4): what is known about it, and its value, which goes from
 * the entry straight into the keyring and is never shown again.
 */
struct _WaxsealSecretGroup
{
  AdwPreferencesGroup parent_instance;

  WaxsealBanner *banner;
  WaxsealPasteHint *secret_id_hint;
  AdwPasswordEntryRow *value_row;
  WaxsealPasteHint *value_hint;
  AdwActionRow *stored_row;
  GtkButton *remove_button;

  WaxsealKeyring *keyring;
  WaxsealOrganization *organization;
  WaxsealEntraApp *entra_app;
  GCancellable *cancellable;
  gulong changed_id;
};

enum
{
  PROP_ENTRA_APP = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (WaxsealSecretGroup, waxseal_secret_group, ADW_TYPE_PREFERENCES_GROUP)

static const char *
get_key_id (WaxsealSecretGroup *self)
{
  return waxseal_record_get_text (self->entra_app, "secret-key-id");
}

static void
show_stored (WaxsealSecretGroup *self, WaxsealKeyringItem *item)
{
  g_autofree char *subtitle = NULL;
  const char *expires;

  gtk_widget_set_visible (GTK_WIDGET (self->remove_button), item != NULL);
  if (item == NULL)
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->stored_row),
                                     _ ("Not in the keyring"));
      adw_action_row_set_subtitle (self->stored_row,
                                   _ ("Paste the Value that Entra shows once, when you add it."));
      return;
    }

  expires = waxseal_record_get_text (item, "expires");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->stored_row), _ ("In the keyring"));
  if (*expires == '\0')
    subtitle = g_strdup (_ ("Its expiry is not known. Enter it, and store the Value again."));
  else
    subtitle = g_strdup_printf (_ ("Until %s"), expires);
  adw_action_row_set_subtitle (self->stored_row, subtitle);
}

static void
show_error (WaxsealSecretGroup *self, const GError *error)
{
  g_autofree char *title = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* Translators: what went wrong, then what to do about it: two sentences */
  title = g_strdup_printf (_ ("%s %s"), error->message, waxseal_keyring_error_get_remedy (error));
  waxseal_banner_show (self->banner, title, waxseal_keyring_error_get_action_label (error));
}

static void
listed_cb (GObject *keyring, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealSecretGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) items =
    waxseal_keyring_list_finish (WAXSEAL_KEYRING (keyring), result, &error);
  g_autoptr (WaxsealKeyringItem) item = NULL;

  if (items == NULL)
    {
      show_error (self, error);
      return;
    }
  waxseal_banner_hide (self->banner);
  item = g_list_model_get_item (items, 0);
  show_stored (self, item);
}

static void
refresh (WaxsealSecretGroup *self)
{
  waxseal_keyring_list_async (self->keyring,
                              waxseal_organization_get_id (self->organization),
                              self->cancellable,
                              listed_cb,
                              g_object_ref (self));
}

static void
stored_cb (GObject *keyring, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealSecretGroup) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!waxseal_keyring_store_finish (WAXSEAL_KEYRING (keyring), result, &error))
    {
      show_error (self, error);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->value_row), "");
  gtk_widget_activate_action (GTK_WIDGET (self),
                              "win.notify",
                              "s",
                              _ ("Client secret stored in the keyring"));
  refresh (self);
}

/* A Secret ID is a GUID, and no Value is: guide.md, A4. */
static gboolean
refuse_secret_id (WaxsealSecretGroup *self)
{
  if (!g_uuid_string_is_valid (gtk_editable_get_text (GTK_EDITABLE (self->value_row))))
    return FALSE;
  gtk_widget_add_css_class (GTK_WIDGET (self->value_row), "error");
  gtk_widget_activate_action (GTK_WIDGET (self),
                              "win.notify",
                              "s",
                              _ ("This looks like the Secret ID. Copy the Value column instead"));
  return TRUE;
}

/* One app can have several secrets; the keyring tells them apart by it. */
static gboolean
refuse_without_id (WaxsealSecretGroup *self)
{
  if (*get_key_id (self) != '\0')
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self),
                              "win.notify",
                              "s",
                              _ ("Enter the Secret ID first. The Value is kept under it"));
  return TRUE;
}

static void
value_applied_cb (WaxsealSecretGroup *self)
{
  g_autoptr (WaxsealKeyringItem) item = NULL;
  g_autoptr (SecretValue) value = NULL;

  if (refuse_secret_id (self) || refuse_without_id (self))
    return;
  gtk_widget_remove_css_class (GTK_WIDGET (self->value_row), "error");
  item = g_object_new (WAXSEAL_TYPE_KEYRING_ITEM,
                       "organization",
                       waxseal_organization_get_id (self->organization),
                       "organization-name",
                       waxseal_organization_get_name (self->organization),
                       "tenant-id",
                       waxseal_record_get_text (self->entra_app, "tenant-id"),
                       "client-id",
                       waxseal_record_get_text (self->entra_app, "client-id"),
                       "key-id",
                       get_key_id (self),
                       "expires",
                       waxseal_record_get_text (self->entra_app, "secret-expires"),
                       NULL);
  value =
    secret_value_new (gtk_editable_get_text (GTK_EDITABLE (self->value_row)), -1, "text/plain");
  waxseal_keyring_store_async (
    self->keyring, item, value, self->cancellable, stored_cb, g_object_ref (self));
}

static void
cleared_cb (GObject *keyring, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealSecretGroup) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!waxseal_keyring_clear_finish (WAXSEAL_KEYRING (keyring), result, &error))
    {
      show_error (self, error);
      return;
    }
  refresh (self);
}

static void
remove_chosen_cb (WaxsealSecretGroup *self, const char *response)
{
  if (!g_str_equal (response, "remove"))
    return;
  waxseal_keyring_clear_async (self->keyring,
                               waxseal_organization_get_id (self->organization),
                               NULL,
                               self->cancellable,
                               cleared_cb,
                               g_object_ref (self));
}

static void
remove_clicked_cb (WaxsealSecretGroup *self)
{
  GtkBuilder *builder =
    gtk_builder_new_from_resource ("/io/github/waxseal/Waxseal/ui/waxseal-remove-secret-dialog.ui");
  GtkWindow *dialog = GTK_WINDOW (gtk_builder_get_object (builder, "dialog"));

  gtk_window_set_transient_for (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  g_signal_connect_object (
    dialog, "response", G_CALLBACK (remove_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
  g_object_unref (builder);
}

static void
unlocked_cb (GObject *keyring, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealSecretGroup) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!waxseal_keyring_unlock_finish (WAXSEAL_KEYRING (keyring), result, &error))
    show_error (self, error);
  else
    refresh (self);
}

static void
remedy_clicked_cb (WaxsealSecretGroup *self)
{
  waxseal_banner_hide (self->banner);
  waxseal_keyring_unlock_async (self->keyring, self->cancellable, unlocked_cb, g_object_ref (self));
}

static void
waxseal_secret_group_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, WAXSEAL_SECRET_GROUP (object)->entra_app);
}

static void
forget_app (WaxsealSecretGroup *self)
{
  g_clear_signal_handler (&self->changed_id, self->entra_app);
  g_clear_object (&self->entra_app);
}

static void
waxseal_secret_group_dispose (GObject *object)
{
  WaxsealSecretGroup *self = WAXSEAL_SECRET_GROUP (object);

  g_clear_object (&self->keyring);
  g_clear_object (&self->organization);
  forget_app (self);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (waxseal_secret_group_parent_class)->dispose (object);
}

static void
waxseal_secret_group_class_init (WaxsealSecretGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = waxseal_secret_group_get_property;
  object_class->dispose = waxseal_secret_group_dispose;

  props[PROP_ENTRA_APP] = g_param_spec_object (
    "entra-app", NULL, NULL, WAXSEAL_TYPE_ENTRA_APP, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (WAXSEAL_TYPE_BANNER);
  g_type_ensure (WAXSEAL_TYPE_FIELD_ROW);
  g_type_ensure (WAXSEAL_TYPE_PASTE_HINT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-secret-group.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealSecretGroup, banner);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSecretGroup, value_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSecretGroup, secret_id_hint);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSecretGroup, value_hint);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSecretGroup, stored_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSecretGroup, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, remedy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, value_applied_cb);
}

static void
waxseal_secret_group_init (WaxsealSecretGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->keyring = waxseal_keyring_new ();
}

/**
 * waxseal_secret_group_open:
 * @cancellable: ends what is under way for @organization
 *
 * Shows another organisation's secret.
 */
void
waxseal_secret_group_open (WaxsealSecretGroup *self,
                           WaxsealOrganization *organization,
                           GCancellable *cancellable)
{
  /* None in between, so that its texts are not taken for what somebody pastes. */
  g_object_set (self->secret_id_hint, "organization", NULL, NULL);
  g_object_set (self->value_hint, "organization", NULL, NULL);
  forget_app (self);
  g_set_object (&self->organization, organization);
  g_set_object (&self->entra_app, waxseal_organization_get_entra_app (organization));
  g_set_object (&self->cancellable, cancellable);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ENTRA_APP]);
  /* A run, or a rotation, has stored another one. */
  self->changed_id = g_signal_connect_swapped (self->entra_app,
                                               "notify::secret-expires",
                                               G_CALLBACK (refresh),
                                               self);

  gtk_editable_set_text (GTK_EDITABLE (self->value_row), "");
  g_object_set (self->secret_id_hint, "organization", organization, NULL);
  g_object_set (self->value_hint, "organization", organization, NULL);
  waxseal_banner_hide (self->banner);
  show_stored (self, NULL);
  refresh (self);
}

/** waxseal_secret_group_enter_value: Lets the person put in the Value. */
void
waxseal_secret_group_enter_value (WaxsealSecretGroup *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->value_row));
}
