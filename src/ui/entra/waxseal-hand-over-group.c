/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-hand-over-group.h"

#include <glib/gi18n.h>

#include "waxseal-consent-hand-over.h"
#include "waxseal-copy-row.h"

/**
 * WaxsealHandOverGroup:
 *
 * A link and a message for the person who may consent, while her consent is waited for.
 */
struct _WaxsealHandOverGroup
{
  AdwPreferencesGroup parent_instance;

  WaxsealCopyRow *link_row;
  WaxsealCopyRow *message_row;
  AdwActionRow *waiting_row;
  GtkSpinner *spinner;

  WaxsealConsentWatch *watch; /* that is shown */
};

G_DEFINE_FINAL_TYPE (WaxsealHandOverGroup, waxseal_hand_over_group, ADW_TYPE_PREFERENCES_GROUP)

static void
look_clicked_cb (WaxsealHandOverGroup *self)
{
  if (self->watch != NULL)
    waxseal_consent_watch_look_now (self->watch);
}

/* Whoever waits sees that it is looked for, and how far the other person is. */
static void
looked_cb (WaxsealHandOverGroup *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%X");
  g_autofree char *subtitle =
    /* Translators: a number, and a time of day */
    g_strdup_printf (_ ("%u of 4 granted when Waxseal looked at %s. It looks now and then, and "
                        "goes on by itself"),
                     waxseal_consent_watch_get_granted (self->watch),
                     time);

  adw_action_row_set_subtitle (self->waiting_row, subtitle);
}

static void
follow (WaxsealHandOverGroup *self, WaxsealConsentWatch *watch)
{
  if (self->watch == watch)
    return;
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  g_set_object (&self->watch, watch);
  if (watch != NULL)
    g_signal_connect_object (
      watch, "notify::granted", G_CALLBACK (looked_cb), self, G_CONNECT_SWAPPED);
}

static void
waxseal_hand_over_group_dispose (GObject *object)
{
  follow (WAXSEAL_HAND_OVER_GROUP (object), NULL);
  G_OBJECT_CLASS (waxseal_hand_over_group_parent_class)->dispose (object);
}

static void
waxseal_hand_over_group_class_init (WaxsealHandOverGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_hand_over_group_dispose;

  g_type_ensure (WAXSEAL_TYPE_COPY_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-hand-over-group.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealHandOverGroup, link_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealHandOverGroup, message_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealHandOverGroup, waiting_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealHandOverGroup, spinner);
  gtk_widget_class_bind_template_callback (widget_class, look_clicked_cb);
}

static void
waxseal_hand_over_group_init (WaxsealHandOverGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_hand_over_group_update: @desk: what happens there decides whether the group is shown. */
void
waxseal_hand_over_group_update (WaxsealHandOverGroup *self, WaxsealEntraDesk *desk)
{
  gboolean waiting = waxseal_entra_desk_is_handed_over (desk);
  WaxsealOrganization *organization = waxseal_entra_desk_get_organization (desk);
  WaxsealEntraApp *app = waxseal_organization_get_entra_app (organization);
  g_autofree char *link =
    waxseal_consent_hand_over_build_link (waxseal_tenant_session_get_endpoints (
                                            waxseal_entra_desk_get_session (desk)),
                                          waxseal_record_get_text (app, "tenant-id"),
                                          waxseal_record_get_text (app, "client-id"));
  g_autofree char *message = waxseal_consent_hand_over_build_message (organization, link);

  follow (self, waxseal_entra_desk_get_watch (desk));
  gtk_widget_set_visible (GTK_WIDGET (self), waiting);
  gtk_spinner_set_spinning (self->spinner, waiting);
  waxseal_copy_row_set_value (self->link_row, link);
  waxseal_copy_row_set_value (self->message_row, message);
}
