/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-organization-switcher.h"

/**
 * WaxsealOrganizationSwitcher:
 *
 * The button that names the organisation, with the list of all of them behind it. Choosing one
 * activates "win.open-organization" with its id.
 */
struct _WaxsealOrganizationSwitcher
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkLabel *name;
  GtkLabel *mark;
  GtkPopover *popover;
  GtkSearchEntry *search;
  GtkListView *view;
  GtkStringFilter *filter;
  GtkFilterListModel *filtered;
};

G_DEFINE_FINAL_TYPE (WaxsealOrganizationSwitcher, waxseal_organization_switcher, ADW_TYPE_BIN)

static void
activated_cb (WaxsealOrganizationSwitcher *self, guint position)
{
  g_autoptr (WaxsealOrganizationEntry) entry =
    g_list_model_get_item (G_LIST_MODEL (self->filtered), position);

  if (entry == NULL)
    return;
  gtk_popover_popdown (self->popover);
  gtk_widget_activate_action (GTK_WIDGET (self),
                              "win.open-organization",
                              "s",
                              waxseal_organization_entry_get_id (entry));
}

static void
search_activated_cb (WaxsealOrganizationSwitcher *self)
{
  activated_cb (self, 0);
}

static void
search_stopped_cb (WaxsealOrganizationSwitcher *self)
{
  gtk_popover_popdown (self->popover);
}

static void
popover_shown_cb (WaxsealOrganizationSwitcher *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  /* The list keeps the place of the row that was there first, so it may stand at its end. */
  if (g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
waxseal_organization_switcher_class_init (WaxsealOrganizationSwitcherClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAXSEAL_TYPE_ORGANIZATION_ENTRY);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-organization-switcher.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealOrganizationSwitcher, button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealOrganizationSwitcher, name);
  gtk_widget_class_bind_template_child (widget_class, WaxsealOrganizationSwitcher, mark);
  gtk_widget_class_bind_template_child (widget_class, WaxsealOrganizationSwitcher, popover);
  gtk_widget_class_bind_template_child (widget_class, WaxsealOrganizationSwitcher, search);
  gtk_widget_class_bind_template_child (widget_class, WaxsealOrganizationSwitcher, view);
  gtk_widget_class_bind_template_child (widget_class, WaxsealOrganizationSwitcher, filter);
  gtk_widget_class_bind_template_child (widget_class, WaxsealOrganizationSwitcher, filtered);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static void
waxseal_organization_switcher_init (WaxsealOrganizationSwitcher *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self->search, "text", self->filter, "search", G_BINDING_DEFAULT);
}

/** waxseal_organization_switcher_set_store: Lists the organisations of @store. */
void
waxseal_organization_switcher_set_store (WaxsealOrganizationSwitcher *self,
                                         WaxsealOrganizationStore *store)
{
  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (store));
}

/**
 * waxseal_organization_switcher_set_name:
 * @practice: whether it lives on the practice tenant
 *
 * Names the organisation that is open.
 */
void
waxseal_organization_switcher_set_name (WaxsealOrganizationSwitcher *self,
                                        const char *name,
                                        gboolean practice)
{
  gtk_label_set_label (self->name, name);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), practice);
}
