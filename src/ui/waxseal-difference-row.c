/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One difference in a list: what, from what to what, and what it leads to. */
#include "waxseal-difference-row.h"

#include <glib/gi18n.h>

/* By consequence; where there is none, the kind has an icon of its own. */
static const struct
{
  const char *icon;
  const char *css_class;
} consequences[] = {
  [WAXSEAL_CONSEQUENCE_NONE] = { NULL, "dim-label" },
  [WAXSEAL_CONSEQUENCE_NEW_HOST] = { "network-server-symbolic", "accent" },
  [WAXSEAL_CONSEQUENCE_CONSENT] = { "dialog-warning-symbolic", "warning" },
  [WAXSEAL_CONSEQUENCE_VERSION_NOT_HIGHER] = { "dialog-error-symbolic", "error" },
  [WAXSEAL_CONSEQUENCE_OTHER_ADDIN] = { "dialog-error-symbolic", "error" },
};

static const char *const kind_icons[] = {
  [WAXSEAL_DIFFERENCE_ADDED] = "list-add-symbolic",
  [WAXSEAL_DIFFERENCE_REMOVED] = "list-remove-symbolic",
  [WAXSEAL_DIFFERENCE_CHANGED] = "document-edit-symbolic",
  [WAXSEAL_DIFFERENCE_UNCHANGED] = "document-edit-symbolic",
};

static char *
describe_change (const char *old_value, const char *new_value)
{
  if (*old_value == '\0' && *new_value == '\0')
    return g_strdup ("");
  if (*old_value == '\0')
    /* Translators: a value was empty before */
    return g_strdup_printf (_ ("nothing → “%s”"), new_value);
  if (*new_value == '\0')
    /* Translators: a value is empty now */
    return g_strdup_printf (_ ("“%s” → nothing"), old_value);
  /* Translators: the old and the new value */
  return g_strdup_printf (_ ("“%s” → “%s”"), old_value, new_value);
}

static char *
describe_values (WaxsealDifference *one)
{
  const char *old_value = waxseal_difference_get_old_value (one);
  const char *new_value = waxseal_difference_get_new_value (one);

  switch (waxseal_difference_get_kind (one))
    {
    case WAXSEAL_DIFFERENCE_ADDED:
      return *new_value != '\0' ? g_strdup_printf (_ ("Added: “%s”"), new_value)
                                : g_strdup (_ ("Added"));
    case WAXSEAL_DIFFERENCE_REMOVED:
      return *old_value != '\0' ? g_strdup_printf (_ ("Removed: “%s”"), old_value)
                                : g_strdup (_ ("Removed"));
    case WAXSEAL_DIFFERENCE_UNCHANGED:
      return g_strdup_printf (_ ("The same in both: “%s”"), new_value);
    case WAXSEAL_DIFFERENCE_CHANGED:
    default:
      return describe_change (old_value, new_value);
    }
}

static GtkWidget *
create_icon (WaxsealDifference *one)
{
  WaxsealConsequence consequence = waxseal_difference_get_consequence (one);
  const char *name = consequences[consequence].icon;
  GtkWidget *icon = gtk_image_new_from_icon_name (
    name != NULL ? name : kind_icons[waxseal_difference_get_kind (one)]);

  gtk_widget_add_css_class (icon, consequences[consequence].css_class);
  return icon;
}

/** waxseal_difference_row_new: Returns: (transfer floating): a row; it can be activated where the
 * difference has a place. */
GtkWidget *
waxseal_difference_row_new (WaxsealDifference *difference)
{
  GtkWidget *row = adw_action_row_new ();
  const char *sentence =
    waxseal_consequence_describe (waxseal_difference_get_consequence (difference));
  g_autofree char *values = describe_values (difference);
  g_autofree char *subtitle =
    g_strconcat (values, sentence != NULL && *values != '\0' ? "\n" : "", sentence, NULL);
  gboolean has_place = waxseal_difference_get_old_line (difference) != 0 ||
                       waxseal_difference_get_new_line (difference) != 0;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 waxseal_difference_get_what (difference));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), create_icon (difference));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), has_place);
  if (has_place)
    {
      gtk_widget_set_tooltip_text (row, _ ("Show both lines"));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
    }
  return row;
}
