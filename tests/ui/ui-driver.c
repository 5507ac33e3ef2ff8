/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-driver.h"

#include <string.h>

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

/* Calls @visitor for each widget below @root, shown or not, until it returns TRUE. */
GtkWidget *
ui_driver_visit (GtkWidget *root, UiVisitor visitor, gpointer user_data)
{
  GtkWidget *child;

  if (visitor (root, user_data))
    return root;
  for (child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_driver_visit (child, visitor, user_data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Returns: (transfer none): the child that the template of @owner calls @id. */
GtkWidget *
ui_driver_get_child (GtkWidget *owner, const char *id)
{
  GObject *child = gtk_widget_get_template_child (owner, G_OBJECT_TYPE (owner), id);

  if (child == NULL)
    g_error ("%s has no %s", G_OBJECT_TYPE_NAME (owner), id);
  return GTK_WIDGET (child);
}

typedef struct
{
  GType type;
  const char *title;
  const char *inside;
} RowSearch;

static gboolean
is_row (GtkWidget *widget, gpointer user_data)
{
  RowSearch *search = user_data;
  GtkWidget *outer;
  const char *inside = NULL;

  if (!g_type_is_a (G_OBJECT_TYPE (widget), search->type) ||
      !g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), search->title))
    return FALSE;
  outer = gtk_widget_get_ancestor (gtk_widget_get_parent (widget), ADW_TYPE_EXPANDER_ROW);
  if (outer != NULL)
    inside = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (outer));
  return g_strcmp0 (inside, search->inside) == 0;
}

/* The row called @title, shown or not, in the expander row called @inside, or in none for NULL. */
GtkWidget *
ui_driver_find_row (GtkWidget *root, GType type, const char *title, const char *inside)
{
  RowSearch search = { type, title, inside };
  GtkWidget *row = ui_driver_visit (root, is_row, &search);

  if (row == NULL)
    g_error ("There is no row “%s” in “%s”", title, inside != NULL ? inside : "the page");
  return row;
}

static gboolean
is_label (GtkWidget *widget, gpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

/* The first label on screen that reads, or contains, @text. */
GtkWidget *
ui_driver_find_label (GtkWidget *root, const char *text)
{
  return ui_driver_visit (root, is_label, (gpointer) text);
}

typedef struct
{
  GtkWidget *root;
  const char *text;
} LabelWait;

static gboolean
has_label (gpointer user_data)
{
  LabelWait *wait = user_data;

  return ui_driver_find_label (wait->root, wait->text) != NULL;
}

/* Waits until a label on screen contains @text. */
GtkWidget *
ui_driver_wait_label (GtkWidget *root, const char *text)
{
  LabelWait wait = { root, text };

  ui_driver_wait (has_label, &wait);
  return ui_driver_find_label (root, text);
}

static gboolean
is_button (GtkWidget *widget, gpointer label)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

/* The first button on screen that is called @label, with its underline. */
GtkWidget *
ui_driver_find_button (GtkWidget *root, const char *label)
{
  return ui_driver_visit (root, is_button, (gpointer) label);
}

typedef struct
{
  GtkWidget *root;
  const char *label;
} ButtonWait;

static gboolean
has_button (gpointer user_data)
{
  ButtonWait *wait = user_data;
  GtkWidget *button = ui_driver_find_button (wait->root, wait->label);

  return button != NULL && gtk_widget_is_sensitive (button);
}

/* Clicks the button called @label, as soon as it is there and can be clicked. */
void
ui_driver_click (GtkWidget *root, const char *label)
{
  ButtonWait wait = { root, label };

  g_test_message ("Click “%s”", label);
  ui_driver_wait (has_button, &wait);
  g_signal_emit_by_name (ui_driver_find_button (root, label), "clicked");
}

static GtkWindow *
find_dialog (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  guint i;

  for (i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window; /* GTK keeps it */
    }
  return NULL;
}

static gboolean
has_dialog (gpointer type)
{
  return find_dialog (GPOINTER_TO_SIZE (type)) != NULL;
}

/* Waits until a window of @type is on screen. */
GtkWindow *
ui_driver_wait_dialog (GType type)
{
  ui_driver_wait (has_dialog, GSIZE_TO_POINTER (type));
  return find_dialog (type);
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

/* Shows the end of what is in @root. */
void
ui_driver_scroll_to_end (GtkWidget *root)
{
  GtkWidget *window = ui_driver_find (root, GTK_TYPE_SCROLLED_WINDOW, NULL);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
}

typedef struct
{
  GtkWidget *window;
  GskRenderNode *node;
} Picture;

/* Nothing, as long as something waits for its place. */
static gboolean
is_drawn (gpointer user_data)
{
  Picture *picture = user_data;
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (picture->window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable,
                          snapshot,
                          gtk_widget_get_width (picture->window),
                          gtk_widget_get_height (picture->window));
  picture->node = gtk_snapshot_free_to_node (snapshot);
  return picture->node != NULL;
}

/* Saves what @window shows now as a PNG. */
void
ui_driver_save_picture (GtkWidget *window, const char *path)
{
  Picture picture = { window, NULL };
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (window));
  graphene_rect_t area;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  ui_driver_wait (is_drawn, &picture);
  node = picture.node;
  area = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (window), gtk_widget_get_height (window));
  texture = gsk_renderer_render_texture (renderer, node, &area);
  if (!gdk_texture_save_to_png (texture, path))
    g_error ("%s cannot be written", path);
}

static gboolean
is_null (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

static int
do_nothing_cb (void)
{
  return 0;
}

/* Closes the window as a person does, so that all is saved; waits until nothing holds it any more.
 */
void
ui_driver_stop (WaxsealApplication *application)
{
  WaxsealWindow *window = ui_driver_get_window (application);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  ui_driver_wait (is_null, &window);
  /* Runs it to its end, and no further: shuts down, and leaves the bus, as nothing else can. */
  g_signal_connect (application, "handle-local-options", G_CALLBACK (do_nothing_cb), NULL);
  g_application_run (G_APPLICATION (application), 0, NULL);
  g_assert_finalize_object (application);
}
