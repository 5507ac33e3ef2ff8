/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-flag-dialog.h"

#include <glib/gi18n.h>

#include "waxseal-copy-row.h"
#include "waxseal-flag-advice.h"
#include "waxseal-gateway-filter.h"

/**
 * WaxsealFlagDialog:
 *
 * The flag tester: whether the gateway would see a domain's flag in a message, what is to be
 * entered in the gateway for it, and what is wrong with the flag itself (issue 4; cisco.md, 5).
 */
struct _WaxsealFlagDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  GtkTextView *message_view;
  GtkTextBuffer *message_buffer;
  AdwActionRow *verdict_row;
  GtkImage *verdict_icon;
  GtkSwitch *case_switch;
  GtkSwitch *start_switch;
  GtkWidget *advice_group;
  GtkListBox *advice_box;
  GtkWidget *filter_group;
  AdwActionRow *condition_row;
  WaxsealCopyRow *header_row;
  WaxsealCopyRow *pattern_row;
  WaxsealCopyRow *rule_row;
  AdwEntryRow *profile_row;
  WaxsealCopyRow *filter_row;

  WaxsealMailDomain *domain;
};

G_DEFINE_FINAL_TYPE (WaxsealFlagDialog, waxseal_flag_dialog, ADW_TYPE_WINDOW)

static const char *const severity_icons[] = {
  [WAXSEAL_SEVERITY_ERROR] = "dialog-error-symbolic",
  [WAXSEAL_SEVERITY_WARNING] = "dialog-warning-symbolic",
  [WAXSEAL_SEVERITY_HINT] = "dialog-information-symbolic",
};

static void
show_verdict (WaxsealFlagDialog *self, const WaxsealFlagRule *rule)
{
  GtkTextIter start, end;
  g_autofree char *message = NULL;
  WaxsealFlagMatch match;

  gtk_text_buffer_get_bounds (self->message_buffer, &start, &end);
  message = gtk_text_buffer_get_text (self->message_buffer, &start, &end, FALSE);
  if (*message == '\0')
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->verdict_row),
                                     _ ("Nothing to look at yet."));
      gtk_image_set_from_icon_name (self->verdict_icon, "edit-find-symbolic");
      return;
    }
  match = waxseal_flag_rule_test (rule, message);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->verdict_row),
                                 waxseal_flag_match_describe (match));
  gtk_image_set_from_icon_name (self->verdict_icon,
                                match == WAXSEAL_FLAG_CAUGHT ? "object-select-symbolic"
                                                             : "dialog-warning-symbolic");
}

static void
show_filter (WaxsealFlagDialog *self, const WaxsealFlagRule *rule)
{
  gboolean is_subject = waxseal_flag_rule_is_subject (rule);
  g_autofree char *pattern = waxseal_gateway_filter_build_pattern (rule);
  g_autofree char *condition = waxseal_gateway_filter_build_condition (rule);
  g_autofree char *filter =
    waxseal_gateway_filter_build_text (rule,
                                       waxseal_record_get_text (self->domain, "name"),
                                       gtk_editable_get_text (GTK_EDITABLE (self->profile_row)));

  /* Translators: the names of conditions in Cisco Secure Email Gateway; keep them as they are there
   */
  adw_action_row_set_subtitle (self->condition_row,
                               is_subject ? _ ("Subject Header") : _ ("Other Header"));
  gtk_widget_set_visible (GTK_WIDGET (self->header_row), !is_subject);
  gtk_widget_set_visible (GTK_WIDGET (self->pattern_row), *pattern != '\0');
  waxseal_copy_row_set_value (self->header_row, rule->header);
  waxseal_copy_row_set_value (self->pattern_row, pattern);
  waxseal_copy_row_set_value (self->rule_row, condition);
  waxseal_copy_row_set_value (self->filter_row, filter);
}

static void
update (WaxsealFlagDialog *self)
{
  g_autoptr (WaxsealFlagRule) rule = NULL;

  if (self->domain == NULL)
    return;
  rule = waxseal_flag_rule_new (self->domain,
                                gtk_switch_get_active (self->case_switch),
                                gtk_switch_get_active (self->start_switch));
  show_verdict (self, rule);
  show_filter (self, rule);
}

static void
add_advice (WaxsealFlagDialog *self, const WaxsealFlagAdvice *advice)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (severity_icons[advice->severity]);

  g_object_set (row, "use-markup", FALSE, "title-lines", 0, "title", _ (advice->text), NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_append (self->advice_box, row);
}

static void
show_advice (WaxsealFlagDialog *self, GListModel *domains)
{
  g_autoptr (GPtrArray) list = waxseal_flag_advice_list (self->domain, domains);

  gtk_widget_set_visible (self->advice_group, list->len > 0);
  for (guint i = 0; i < list->len; i++)
    add_advice (self, g_ptr_array_index (list, i));
}

static void
waxseal_flag_dialog_dispose (GObject *object)
{
  WaxsealFlagDialog *self = WAXSEAL_FLAG_DIALOG (object);

  g_clear_object (&self->domain);
  G_OBJECT_CLASS (waxseal_flag_dialog_parent_class)->dispose (object);
}

static void
waxseal_flag_dialog_class_init (WaxsealFlagDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_flag_dialog_dispose;

  g_type_ensure (WAXSEAL_TYPE_COPY_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-flag-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealFlagDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, WaxsealFlagDialog, message_view);
  gtk_widget_class_bind_template_child (widget_class, WaxsealFlagDialog, message_buffer);
  gtk_widget_class_bind_template_child (widget_class, WaxsealFlagDialog, verdict_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealFlagDialog, verdict_icon);
  gtk_widget_class_bind_template_child (widget_class, WaxsealFlagDialog, case_switch);
  gtk_widget_class_bind_template_child (widget_class, WaxsealFlagDialog, start_switch);
  gtk_widget_class_bind_template_child (widget_class, WaxsealFlagDialog, advice_group);
  gtk_widget_class_bind_template_child (widget_class, WaxsealFlagDialog, advice_box);
  gtk_widget_class_bind_template_child (widget_class, WaxsealFlagDialog, filter_group);
  gtk_widget_class_bind_template_child (widget_class, WaxsealFlagDialog, condition_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealFlagDialog, header_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealFlagDialog, pattern_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealFlagDialog, rule_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealFlagDialog, profile_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealFlagDialog, filter_row);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
waxseal_flag_dialog_init (WaxsealFlagDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * waxseal_flag_dialog_new:
 * @domain: whose flag is tested
 * @domains: all of the organisation's, of #WaxsealMailDomain
 *
 * Returns: (transfer none): the window, to be presented; it destroys itself when it is closed
 */
WaxsealFlagDialog *
waxseal_flag_dialog_new (GtkWindow *parent, WaxsealMailDomain *domain, GListModel *domains)
{
  WaxsealFlagDialog *self = g_object_new (WAXSEAL_TYPE_FLAG_DIALOG, "transient-for", parent, NULL);
  g_autoptr (WaxsealFlagRule) rule = waxseal_flag_rule_new (domain, FALSE, FALSE);

  self->domain = g_object_ref (domain);
  adw_window_title_set_subtitle (self->window_title, waxseal_record_get_text (domain, "name"));
  /* Without a flag there is nothing to look for in the gateway. */
  gtk_widget_set_visible (self->filter_group,
                          *waxseal_record_get_text (domain, "flag-value") != '\0');
  show_advice (self, domains);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->message_view));
  return self;
}
