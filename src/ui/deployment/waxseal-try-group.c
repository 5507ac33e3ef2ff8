/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-try-group.h"

#include <glib/gi18n.h>

#include "waxseal-client-check.h"
#include "waxseal-date.h"
#include "waxseal-enums.h"
#include "waxseal-field-row.h"
#include "waxseal-rollout-person.h"
#include "waxseal-rollout-words.h"
#include "waxseal-state-icon.h"

/**
 * WaxsealTryGroup:
 *
 * One try in one client: what to do, the lines of the add-in's summary to compare with, and how it
 * ended. Once all lines were seen, it passed.
 */
struct _WaxsealTryGroup
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  GtkListBox *lines_box;
  GtkCheckButton *checks[WAXSEAL_N_SUMMARY_LINES];
  AdwActionRow *result_row;
  GtkImage *icon;
  GtkWidget *failed_button;
  GtkWidget *again_button;

  WaxsealOrganization *organization;
  WaxsealClientTest *test;
};

enum
{
  PROP_TEST = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (WaxsealTryGroup, waxseal_try_group, ADW_TYPE_BIN)

static void
conclude (WaxsealTryGroup *self, WaxsealTestResult result)
{
  const char *tester = waxseal_record_get_text (self->test, "tester");
  g_autofree char *by =
    *tester != '\0' ? g_strdup (tester) : waxseal_rollout_person_suggest (self->organization);

  waxseal_client_check_conclude (self->test, result, by);
}

static void
line_toggled_cb (WaxsealTryGroup *self, GtkCheckButton *check)
{
  for (WaxsealSummaryLine line = 0; line < WAXSEAL_N_SUMMARY_LINES; line++)
    if (self->checks[line] == check)
      waxseal_client_check_see (self->test, line, gtk_check_button_get_active (check));
  if (waxseal_client_check_has_all (self->test))
    conclude (self, WAXSEAL_TEST_RESULT_PASSED);
}

static void
failed_clicked_cb (WaxsealTryGroup *self)
{
  conclude (self, WAXSEAL_TEST_RESULT_FAILED);
}

/* All over again, with the lines. */
static void
again_clicked_cb (WaxsealTryGroup *self)
{
  conclude (self, WAXSEAL_TEST_RESULT_OPEN);
  for (WaxsealSummaryLine line = 0; line < WAXSEAL_N_SUMMARY_LINES; line++)
    waxseal_client_check_see (self->test, line, FALSE);
}

static void
show_checks (WaxsealTryGroup *self)
{
  for (WaxsealSummaryLine line = 0; line < WAXSEAL_N_SUMMARY_LINES; line++)
    {
      const char *property = waxseal_summary_line_get_property (line);

      g_signal_handlers_block_by_func (self->checks[line], line_toggled_cb, self);
      gtk_check_button_set_active (self->checks[line],
                                   waxseal_record_get_flag (self->test, property));
      g_signal_handlers_unblock_by_func (self->checks[line], line_toggled_cb, self);
    }
}

static char *
describe_day (WaxsealClientTest *test)
{
  const char *date = waxseal_record_get_text (test, "tested-on");
  g_autofree char *day = waxseal_date_format (date);

  if (*date == '\0')
    return g_strdup (_ ("Check off the lines as the add-in shows them"));
  /* Translators: %s is a day */
  return g_strdup_printf (_ ("Tried on %s"), day);
}

static void
update (WaxsealTryGroup *self)
{
  static const WaxsealState states[] = {
    [WAXSEAL_TEST_RESULT_OPEN] = WAXSEAL_STATE_TODO,
    [WAXSEAL_TEST_RESULT_PASSED] = WAXSEAL_STATE_DECLARED,
    [WAXSEAL_TEST_RESULT_FAILED] = WAXSEAL_STATE_ATTENTION,
  };
  WaxsealTestResult result = waxseal_record_get_enum (self->test, "result");
  g_autofree char *day = describe_day (self->test);

  show_checks (self);
  waxseal_state_icon_show (self->icon, states[result]);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->result_row),
                                 waxseal_test_result_get_label (result));
  adw_action_row_set_subtitle (self->result_row, day);
  gtk_widget_set_visible (self->failed_button, result == WAXSEAL_TEST_RESULT_OPEN);
  gtk_widget_set_visible (self->again_button, result != WAXSEAL_TEST_RESULT_OPEN);
}

static void
add_line (WaxsealTryGroup *self, WaxsealSummaryLine line)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "title",
                                 waxseal_summary_line_get_label (line),
                                 "title-lines",
                                 0,
                                 "activatable-widget",
                                 check,
                                 NULL);

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_relation (
    GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_RELATION_LABELLED_BY, row, NULL, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (line_toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->lines_box, row);
  self->checks[line] = GTK_CHECK_BUTTON (check);
}

static void
forget_test (WaxsealTryGroup *self)
{
  if (self->test != NULL)
    g_signal_handlers_disconnect_by_func (self->test, update, self);
  g_clear_object (&self->test);
  g_clear_object (&self->organization);
}

static void
waxseal_try_group_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, WAXSEAL_TRY_GROUP (object)->test);
}

static void
waxseal_try_group_dispose (GObject *object)
{
  forget_test (WAXSEAL_TRY_GROUP (object));
  G_OBJECT_CLASS (waxseal_try_group_parent_class)->dispose (object);
}

static void
waxseal_try_group_class_init (WaxsealTryGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = waxseal_try_group_get_property;
  object_class->dispose = waxseal_try_group_dispose;
  props[PROP_TEST] = g_param_spec_object (
    "test", NULL, NULL, WAXSEAL_TYPE_CLIENT_TEST, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (WAXSEAL_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-try-group.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealTryGroup, group);
  gtk_widget_class_bind_template_child (widget_class, WaxsealTryGroup, lines_box);
  gtk_widget_class_bind_template_child (widget_class, WaxsealTryGroup, result_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealTryGroup, icon);
  gtk_widget_class_bind_template_child (widget_class, WaxsealTryGroup, failed_button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealTryGroup, again_button);
  gtk_widget_class_bind_template_callback (widget_class, again_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_clicked_cb);
}

static void
waxseal_try_group_init (WaxsealTryGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (WaxsealSummaryLine line = 0; line < WAXSEAL_N_SUMMARY_LINES; line++)
    add_line (self, line);
}

static char *
describe_steps (WaxsealTryGroup *self)
{
  g_auto (GStrv) steps = waxseal_client_check_list_steps (self->organization, self->test);
  g_autoptr (GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; steps[i] != NULL; i++)
    g_string_append_printf (text, "%u. %s\n", i + 1, steps[i]);
  g_string_append_printf (text, "%u. %s", i + 1, _ ("Compare what the add-in shows with these:"));
  return g_markup_escape_text (text->str, -1);
}

static void
show_words (WaxsealTryGroup *self)
{
  WaxsealEncryptionType type = waxseal_record_get_enum (self->test, "encryption-type");
  WaxsealOutlookClient client = waxseal_record_get_enum (self->test, "client");
  g_autofree char *steps = describe_steps (self);
  /* Translators: a client, then an encryption type: “Outlook on the web · Encrypt” */
  g_autofree char *title = g_strdup_printf (_ ("%s · %s"),
                                            waxseal_client_check_get_client_label (client),
                                            waxseal_encryption_type_get_label (type));

  adw_preferences_group_set_title (self->group, title);
  adw_preferences_group_set_description (self->group, steps);
}

/** waxseal_try_group_show: @test: (nullable): what it is about; %NULL hides it. */
void
waxseal_try_group_show (WaxsealTryGroup *self,
                        WaxsealOrganization *organization,
                        WaxsealClientTest *test)
{
  gtk_widget_set_visible (GTK_WIDGET (self), test != NULL);
  forget_test (self);
  if (test == NULL)
    return;
  self->organization = g_object_ref (organization);
  self->test = g_object_ref (test);
  g_signal_connect_object (test, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEST]);
  show_words (self);
  update (self);
}
