/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-preferences-window.h"

/**
 * WaxsealPreferencesWindow:
 *
 * What is the user's, not an organisation's: the language in which the add-in's names are shown.
 */
struct _WaxsealPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  AdwComboRow *language_row;

  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (WaxsealPreferencesWindow,
                     waxseal_preferences_window,
                     ADW_TYPE_PREFERENCES_WINDOW)

/* In the order of the row's items; the first is the add-in's own default language. */
static const char *const languages[] = { "", "en-US", "ja-JP" };

static gboolean
language_to_position (GValue *to, GVariant *from, gpointer user_data)
{
  const char *language = g_variant_get_string (from, NULL);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i], language))
      {
        g_value_set_uint (to, i);
        return TRUE;
      }
  g_value_set_uint (to, 0);
  return TRUE;
}

static GVariant *
position_to_language (const GValue *from, const GVariantType *type, gpointer user_data)
{
  guint position = g_value_get_uint (from);

  return position < G_N_ELEMENTS (languages) ? g_variant_new_string (languages[position]) : NULL;
}

static void
waxseal_preferences_window_dispose (GObject *object)
{
  g_clear_object (&WAXSEAL_PREFERENCES_WINDOW (object)->settings);
  G_OBJECT_CLASS (waxseal_preferences_window_parent_class)->dispose (object);
}

static void
waxseal_preferences_window_class_init (WaxsealPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_preferences_window_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealPreferencesWindow, language_row);
}

static void
waxseal_preferences_window_init (WaxsealPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new ("io.github.waxseal.Waxseal");
  g_settings_bind_with_mapping (self->settings,
                                "language",
                                self->language_row,
                                "selected",
                                G_SETTINGS_BIND_DEFAULT,
                                language_to_position,
                                position_to_language,
                                NULL,
                                NULL);
}

/** waxseal_preferences_window_new: Returns: (transfer none): a window over @parent. */
WaxsealPreferencesWindow *
waxseal_preferences_window_new (GtkWindow *parent)
{
  return g_object_new (
    WAXSEAL_TYPE_PREFERENCES_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
}
