/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-script-group.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-rollout-script.h"
#include "waxseal-save-bytes.h"

/* What Windows PowerShell wants at the start of a file is no text. */
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/**
 * WaxsealScriptGroup:
 *
 * The script for an action, to read, to copy and to save; or why there is none.
 */
struct _WaxsealScriptGroup
{
  AdwBin parent_instance;

  AdwActionRow *refusal_row;
  GtkWidget *script_box;
  AdwActionRow *save_row;
  GtkTextView *view;

  GBytes *script; /* or NULL */
  char *name;
};

G_DEFINE_FINAL_TYPE (WaxsealScriptGroup, waxseal_script_group, ADW_TYPE_BIN)

static void
save_clicked_cb (WaxsealScriptGroup *self)
{
  waxseal_save_bytes_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                            _ ("Save Script"),
                            self->name,
                            self->script,
                            NULL,
                            NULL);
}

static char *
dup_text (GBytes *script)
{
  gsize size;
  const char *text = g_bytes_get_data (script, &size);
  gsize mark = g_str_has_prefix (text, BYTE_ORDER_MARK) ? strlen (BYTE_ORDER_MARK) : 0;

  return g_strndup (text + mark, size - mark);
}

static void
copy_clicked_cb (WaxsealScriptGroup *self)
{
  g_autofree char *text = dup_text (self->script);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.copied", "s", _ ("Script"));
}

static void
waxseal_script_group_dispose (GObject *object)
{
  WaxsealScriptGroup *self = WAXSEAL_SCRIPT_GROUP (object);

  g_clear_pointer (&self->script, g_bytes_unref);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (waxseal_script_group_parent_class)->dispose (object);
}

static void
waxseal_script_group_class_init (WaxsealScriptGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_script_group_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-script-group.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealScriptGroup, refusal_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealScriptGroup, script_box);
  gtk_widget_class_bind_template_child (widget_class, WaxsealScriptGroup, save_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealScriptGroup, view);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
}

static void
waxseal_script_group_init (WaxsealScriptGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_script (WaxsealScriptGroup *self)
{
  g_autofree char *text = dup_text (self->script);
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  g_autofree char *shown = g_strjoinv ("\n", lines);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), shown, -1);
}

/** waxseal_script_group_show: @manifest: the bytes of the file @manifest_name. */
void
waxseal_script_group_show (WaxsealScriptGroup *self,
                           const WaxsealRolloutOrder *order,
                           GBytes *manifest,
                           const char *manifest_name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) script = waxseal_rollout_script_build (order, manifest, manifest_name, &error);

  gtk_widget_set_visible (GTK_WIDGET (self->refusal_row), script == NULL);
  gtk_widget_set_visible (self->script_box, script != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->refusal_row),
                                 error != NULL ? error->message : "");
  if (script == NULL)
    return;
  g_free (self->name);
  self->name = waxseal_rollout_script_dup_name (order);
  adw_action_row_set_subtitle (self->save_row, self->name);
  /* Where it is the same, what is selected in it stays. */
  if (self->script != NULL && g_bytes_equal (script, self->script))
    return;
  g_clear_pointer (&self->script, g_bytes_unref);
  self->script = g_steal_pointer (&script);
  show_script (self);
}
