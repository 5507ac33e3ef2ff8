/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-client-cell.h"

#include <glib/gi18n.h>

#include "waxseal-client-check.h"
#include "waxseal-enums.h"
#include "waxseal-rollout-words.h"
#include "waxseal-state-icon.h"

/**
 * WaxsealClientCell:
 *
 * How one try went, in one client with one encryption type.
 */
struct _WaxsealClientCell
{
  GtkToggleButton parent_instance;

  GtkImage *icon;
  GtkLabel *word;

  WaxsealClientTest *test;
};

G_DEFINE_FINAL_TYPE (WaxsealClientCell, waxseal_client_cell, GTK_TYPE_TOGGLE_BUTTON)

static void
update (WaxsealClientCell *self)
{
  static const WaxsealState states[] = {
    [WAXSEAL_TEST_RESULT_OPEN] = WAXSEAL_STATE_TODO,
    [WAXSEAL_TEST_RESULT_PASSED] = WAXSEAL_STATE_DECLARED,
    [WAXSEAL_TEST_RESULT_FAILED] = WAXSEAL_STATE_ATTENTION,
  };
  WaxsealTestResult result = waxseal_record_get_enum (self->test, "result");
  WaxsealEncryptionType type = waxseal_record_get_enum (self->test, "encryption-type");
  const char *word = waxseal_test_result_get_label (result);
  /* Translators: a client, an encryption type, a result: “Outlook on the web, Encrypt: Passed” */
  g_autofree char *label = g_strdup_printf (_ ("%s, %s: %s"),
                                            waxseal_client_check_get_client_label (
                                              waxseal_record_get_enum (self->test, "client")),
                                            waxseal_encryption_type_get_label (type),
                                            word);

  waxseal_state_icon_show (self->icon, states[result]);
  gtk_label_set_label (self->word, word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
waxseal_client_cell_dispose (GObject *object)
{
  g_clear_object (&WAXSEAL_CLIENT_CELL (object)->test);
  G_OBJECT_CLASS (waxseal_client_cell_parent_class)->dispose (object);
}

static void
waxseal_client_cell_class_init (WaxsealClientCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_client_cell_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-client-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealClientCell, icon);
  gtk_widget_class_bind_template_child (widget_class, WaxsealClientCell, word);
}

static void
waxseal_client_cell_init (WaxsealClientCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_client_cell_new: Returns: (transfer floating): a cell that follows @test. */
GtkWidget *
waxseal_client_cell_new (WaxsealClientTest *test)
{
  WaxsealClientCell *self = g_object_new (WAXSEAL_TYPE_CLIENT_CELL, NULL);

  self->test = g_object_ref (test);
  g_signal_connect_object (test, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/** waxseal_client_cell_get_test: Returns: (transfer none): what it shows. */
WaxsealClientTest *
waxseal_client_cell_get_test (WaxsealClientCell *self)
{
  return self->test;
}
