/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-hand-over-group.h"

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
  GtkSpinner *spinner;

  WaxsealEntraDesk *desk; /* not owned: its group is ours, too */
};

G_DEFINE_FINAL_TYPE (WaxsealHandOverGroup, waxseal_hand_over_group, ADW_TYPE_PREFERENCES_GROUP)

static void
look_clicked_cb (WaxsealHandOverGroup *self)
{
  waxseal_entra_desk_look_for_consent (self->desk);
}

static void
waxseal_hand_over_group_class_init (WaxsealHandOverGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAXSEAL_TYPE_COPY_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-hand-over-group.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealHandOverGroup, link_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealHandOverGroup, message_row);
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

  self->desk = desk;
  gtk_widget_set_visible (GTK_WIDGET (self), waiting);
  gtk_spinner_set_spinning (self->spinner, waiting);
  waxseal_copy_row_set_value (self->link_row, link);
  waxseal_copy_row_set_value (self->message_row, message);
}
