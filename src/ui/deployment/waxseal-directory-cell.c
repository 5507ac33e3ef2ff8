/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-directory-cell.h"

#include <glib/gi18n.h>

#include "waxseal-short-text.h"

/**
 * WaxsealDirectoryCell:
 *
 * A person or group of the tenant's directory, and whether the phase names it already.
 */
struct _WaxsealDirectoryCell
{
  GtkBox parent_instance;

  GtkImage *kind_icon;
  GtkLabel *name_label;
  GtkLabel *address_label;
  GtkWidget *added_label;
  GtkImage *added_icon;
};

G_DEFINE_FINAL_TYPE (WaxsealDirectoryCell, waxseal_directory_cell, GTK_TYPE_BOX)

static void
waxseal_directory_cell_class_init (WaxsealDirectoryCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-directory-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectoryCell, kind_icon);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectoryCell, name_label);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectoryCell, address_label);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectoryCell, added_label);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectoryCell, added_icon);
}

static void
waxseal_directory_cell_init (WaxsealDirectoryCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The address, or what it means that there is none (microsoft.md, 3.1). */
static const char *
get_second_line (WaxsealDirectoryKind kind, WaxsealDirectoryEntry *entry)
{
  const char *mail = waxseal_directory_entry_get_mail (entry);

  if (*mail != '\0')
    return mail;
  if (kind == WAXSEAL_DIRECTORY_GROUPS)
    return _ ("No mail address: the admin center may not take it");
  return waxseal_directory_entry_get_user_principal_name (entry);
}

/**
 * waxseal_directory_cell_show:
 * @entry: one without an id is still on its way
 * @added: whether it is in the phase
 */
void
waxseal_directory_cell_show (WaxsealDirectoryCell *self,
                             WaxsealDirectoryKind kind,
                             WaxsealDirectoryEntry *entry,
                             gboolean added)
{
  gboolean loaded = *waxseal_directory_entry_get_id (entry) != '\0';
  g_autofree char *name = waxseal_short_text (waxseal_directory_entry_get_display_name (entry));
  g_autofree char *second = waxseal_short_text (get_second_line (kind, entry));

  gtk_image_set_from_icon_name (self->kind_icon,
                                kind == WAXSEAL_DIRECTORY_GROUPS ? "system-users-symbolic"
                                                                 : "avatar-default-symbolic");
  gtk_label_set_label (self->name_label, loaded ? name : "…");
  gtk_label_set_label (self->address_label, loaded ? second : "");
  gtk_widget_set_visible (self->added_label, added);
  gtk_image_set_from_icon_name (self->added_icon,
                                added ? "object-select-symbolic" : "list-add-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (self->added_icon), loaded);
}
