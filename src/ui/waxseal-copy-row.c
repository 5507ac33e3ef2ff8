/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-copy-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-short-text.h"

#define SHOWN_MS 1500

/* Of a list; it is copied whole. */
#define MAX_LINES 6

/**
 * WaxsealCopyRow:
 *
 * A value that is to be pasted somewhere else, such as into a portal: shown as it is, and copied by
 * its button or by activating the row.
 */
struct _WaxsealCopyRow
{
  AdwActionRow parent_instance;

  GtkButton *copy_button;

  char *value;
  guint timeout; /* until the button shows again what it does, or 0 */
};

enum
{
  PROP_VALUE = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (WaxsealCopyRow, waxseal_copy_row, ADW_TYPE_ACTION_ROW)

static gboolean
show_copy_icon_cb (gpointer user_data)
{
  WaxsealCopyRow *self = user_data;

  self->timeout = 0;
  gtk_button_set_icon_name (self->copy_button, "edit-copy-symbolic");
  return G_SOURCE_REMOVE;
}

/* The button says it, since in a dialog there is no place for a toast. */
static void
show_copied (WaxsealCopyRow *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  gtk_button_set_icon_name (self->copy_button, "object-select-symbolic");
  self->timeout = g_timeout_add (SHOWN_MS, show_copy_icon_cb, self);
}

static void
copy_clicked_cb (WaxsealCopyRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->value);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.copied", "s", title);
  show_copied (self);
}

static void
title_changed_cb (WaxsealCopyRow *self)
{
  /* Translators: %s is the name of a field, such as “Client ID” */
  g_autofree char *label =
    g_strdup_printf (_ ("Copy %s"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->copy_button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  -1);
}

static void
waxseal_copy_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, WAXSEAL_COPY_ROW (object)->value);
}

static void
waxseal_copy_row_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  waxseal_copy_row_set_value (WAXSEAL_COPY_ROW (object), g_value_get_string (value));
}

static void
waxseal_copy_row_dispose (GObject *object)
{
  WaxsealCopyRow *self = WAXSEAL_COPY_ROW (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  G_OBJECT_CLASS (waxseal_copy_row_parent_class)->dispose (object);
}

static void
waxseal_copy_row_finalize (GObject *object)
{
  g_free (WAXSEAL_COPY_ROW (object)->value);
  G_OBJECT_CLASS (waxseal_copy_row_parent_class)->finalize (object);
}

static void
waxseal_copy_row_class_init (WaxsealCopyRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = waxseal_copy_row_get_property;
  object_class->set_property = waxseal_copy_row_set_property;
  object_class->dispose = waxseal_copy_row_dispose;
  object_class->finalize = waxseal_copy_row_finalize;

  /** WaxsealCopyRow:value: What is shown and copied. */
  props[PROP_VALUE] =
    g_param_spec_string ("value", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waxseal/Waxseal/ui/waxseal-copy-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealCopyRow, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
}

static void
waxseal_copy_row_init (WaxsealCopyRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
abridge (const char *value)
{
  g_auto (GStrv) lines = g_strsplit (value, "\n", MAX_LINES + 1);
  g_autofree char *start = NULL;
  guint n_left = 0;

  if (g_strv_length (lines) <= MAX_LINES)
    return waxseal_short_text (value);
  for (const char *p = lines[MAX_LINES]; p != NULL; p = strchr (p, '\n'), p += p != NULL)
    n_left++;
  g_clear_pointer (&lines[MAX_LINES], g_free);
  start = g_strjoinv ("\n", lines);
  /* Translators: the first lines of a list, then how many more there are */
  return g_strdup_printf (ngettext ("%s\n… and %u more", "%s\n… and %u more", n_left),
                          start,
                          n_left);
}

/** waxseal_copy_row_set_value: An empty value cannot be copied; a long one is shown in part. */
void
waxseal_copy_row_set_value (WaxsealCopyRow *self, const char *value)
{
  gboolean known = value != NULL && *value != '\0';
  g_autofree char *shown = known ? abridge (value) : NULL;

  g_free (self->value);
  self->value = g_strdup (value);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), known ? shown : _ ("Not known yet"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->copy_button), known);
}
