/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-driver.h"

#define PATIENCE_SECONDS 20

/* Starts the application beside any other, on the settings and the data folder of the environment.
 */
WaxsealApplication *
ui_driver_start (void)
{
  WaxsealApplication *application = waxseal_application_new ();
  g_autoptr (GError) error = NULL;

  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("The application does not start: %s", error->message);
  g_application_activate (G_APPLICATION (application));
  return application;
}

WaxsealWindow *
ui_driver_get_window (WaxsealApplication *application)
{
  GList *l;

  for (l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    if (WAXSEAL_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs the main loop until the condition holds; gives up loudly. */
void
ui_driver_wait (UiCondition condition, gpointer user_data)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;
  guint tick = g_timeout_add (10, wake_cb, NULL);

  while (!condition (user_data))
    {
      if (g_get_monotonic_time () > deadline)
        g_error ("Waited %d s in vain", PATIENCE_SECONDS);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (tick);
}

static gboolean
is_past (gpointer deadline)
{
  return g_get_monotonic_time () > *(gint64 *) deadline;
}

/* Lets animations and timers run for a while. */
void
ui_driver_settle (guint milliseconds)
{
  gint64 deadline = g_get_monotonic_time () + milliseconds * 1000;

  ui_driver_wait (is_past, &deadline);
}

/* The first visible widget of @type below @root whose title is @title (NULL: whatever it is). */
GtkWidget *
ui_driver_find (GtkWidget *root, GType type, const char *title)
{
  GtkWidget *child;

  if (g_type_is_a (G_OBJECT_TYPE (root), type) &&
      (title == NULL ||
       (ADW_IS_PREFERENCES_ROW (root) &&
        g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)))
    return root;
  for (child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gtk_widget_get_mapped (child) ? ui_driver_find (child, type, title) : NULL;

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Types into an entry row, a character at a time, as a keyboard does. */
void
ui_driver_type (GtkWidget *entry_row, const char *text)
{
  const char *p;

  for (p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      int position = gtk_editable_get_position (GTK_EDITABLE (entry_row));

      gtk_editable_insert_text (GTK_EDITABLE (entry_row), p, g_utf8_next_char (p) - p, &position);
      gtk_editable_set_position (GTK_EDITABLE (entry_row), position);
      g_main_context_iteration (NULL, FALSE);
    }
}

/* Saves what @window shows now as a PNG. */
void
ui_driver_save_picture (GtkWidget *window, const char *path)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (window));
  int width = gtk_widget_get_width (window);
  int height = gtk_widget_get_height (window);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    g_error ("The window has drawn nothing yet");
  texture = gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (!gdk_texture_save_to_png (texture, path))
    g_error ("%s cannot be written", path);
}

static gboolean
has_no_window (gpointer application)
{
  return ui_driver_get_window (application) == NULL;
}

/* Closes the window as a person does, so that all is saved, and waits for it. */
void
ui_driver_stop (WaxsealApplication *application)
{
  gtk_window_close (GTK_WINDOW (ui_driver_get_window (application)));
  ui_driver_wait (has_no_window, application);
  g_object_unref (application);
}
