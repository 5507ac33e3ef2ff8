/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-identifiers-group.h"

#include "waxseal-field-row.h"
#include "waxseal-paste-hint.h"

/**
 * WaxsealIdentifiersGroup:
 *
 * What CRES asks for of the app: its client ID and its tenant's ID (guide.md, A5).
 */
struct _WaxsealIdentifiersGroup
{
  AdwPreferencesGroup parent_instance;

  WaxsealFieldRow *client_id_row;
  WaxsealFieldRow *tenant_id_row;
  WaxsealPasteHint *client_id_hint;
  WaxsealPasteHint *tenant_id_hint;
};

G_DEFINE_FINAL_TYPE (WaxsealIdentifiersGroup, waxseal_identifiers_group, ADW_TYPE_PREFERENCES_GROUP)

static void
waxseal_identifiers_group_class_init (WaxsealIdentifiersGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAXSEAL_TYPE_FIELD_ROW);
  g_type_ensure (WAXSEAL_TYPE_PASTE_HINT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-identifiers-group.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealIdentifiersGroup, client_id_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealIdentifiersGroup, tenant_id_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealIdentifiersGroup, client_id_hint);
  gtk_widget_class_bind_template_child (widget_class, WaxsealIdentifiersGroup, tenant_id_hint);
}

static void
waxseal_identifiers_group_init (WaxsealIdentifiersGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_identifiers_group_open: Shows another organisation's identifiers. */
void
waxseal_identifiers_group_open (WaxsealIdentifiersGroup *self, WaxsealOrganization *organization)
{
  WaxsealEntraApp *app = waxseal_organization_get_entra_app (organization);

  /* None in between, so that its texts are not taken for what somebody pastes. */
  g_object_set (self->client_id_hint, "organization", NULL, NULL);
  g_object_set (self->tenant_id_hint, "organization", NULL, NULL);
  g_object_set (self->client_id_row, "record", app, NULL);
  g_object_set (self->tenant_id_row, "record", app, NULL);
  g_object_set (self->client_id_hint, "organization", organization, NULL);
  g_object_set (self->tenant_id_hint, "organization", organization, NULL);
}
