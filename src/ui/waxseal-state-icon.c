/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-state-icon.h"

#include "waxseal-step.h"

static const struct
{
  const char *icon;
  const char *css_class;
} states[] = {
  [WAXSEAL_STATE_TODO] = { "waxseal-todo-symbolic", "dim-label" },
  [WAXSEAL_STATE_DECLARED] = { "waxseal-declared-symbolic", "accent" },
  [WAXSEAL_STATE_VERIFIED] = { "waxseal-verified-symbolic", "success" },
  [WAXSEAL_STATE_ATTENTION] = { "dialog-warning-symbolic", "warning" },
  [WAXSEAL_STATE_STALE] = { "view-refresh-symbolic", "warning" },
};

/** waxseal_state_icon_show: Makes @icon the one of @state, and names it so. */
void
waxseal_state_icon_show (GtkImage *icon, WaxsealState state)
{
  const char *classes[] = { states[state].css_class, NULL };

  gtk_image_set_from_icon_name (icon, states[state].icon);
  gtk_widget_set_css_classes (GTK_WIDGET (icon), classes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  waxseal_state_get_label (state),
                                  -1);
}
