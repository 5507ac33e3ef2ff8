/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-finding-gutter.h"

#include "waxseal-short-text.h"

#define ICON_SIZE 16
#define MARGIN    2

/* More than this does not fit beside a pointer. */
#define MAX_IN_TOOLTIP 5

/**
 * WaxsealFindingGutter:
 *
 * A mark beside each line that has findings, for the worst of them; over the line and its mark, a
 * tooltip says what they are. Its room is always there, so that nothing moves when marks come.
 */
struct _WaxsealFindingGutter
{
  GtkSourceGutterRenderer parent_instance;

  GListModel *findings;
  GHashTable *lines; /* from 1, to severities */
};

G_DEFINE_FINAL_TYPE (WaxsealFindingGutter, waxseal_finding_gutter, GTK_SOURCE_TYPE_GUTTER_RENDERER)

static const struct
{
  const char *icon;
  const char *color;
} looks[] = {
  [WAXSEAL_SEVERITY_ERROR] = { "dialog-error-symbolic", "error_color" },
  [WAXSEAL_SEVERITY_WARNING] = { "dialog-warning-symbolic", "warning_color" },
  [WAXSEAL_SEVERITY_HINT] = { "dialog-information-symbolic", "accent_color" },
};

static void
snapshot_line (GtkSourceGutterRenderer *renderer,
               GtkSnapshot *snapshot,
               GtkSourceGutterLines *lines,
               guint line)
{
  GtkWidget *widget = GTK_WIDGET (renderer);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkIconPaintable) icon = NULL;
  WaxsealSeverity severity;
  GdkRGBA color;
  int y, height;

  if (!waxseal_finding_gutter_has_mark (WAXSEAL_FINDING_GUTTER (renderer), line + 1, &severity))
    return;
  if (!gtk_style_context_lookup_color (style, looks[severity].color, &color))
    gtk_style_context_get_color (style, &color);
  icon = gtk_icon_theme_lookup_icon (theme,
                                     looks[severity].icon,
                                     NULL,
                                     ICON_SIZE,
                                     gtk_widget_get_scale_factor (widget),
                                     gtk_widget_get_direction (widget),
                                     0);
  gtk_source_gutter_lines_get_line_yrange (
    lines, line, GTK_SOURCE_GUTTER_RENDERER_ALIGNMENT_MODE_FIRST, &y, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (MARGIN, y + (height - ICON_SIZE) / 2));
  gtk_symbolic_paintable_snapshot_symbolic (
    GTK_SYMBOLIC_PAINTABLE (icon), snapshot, ICON_SIZE, ICON_SIZE, &color, 1);
  gtk_snapshot_restore (snapshot);
}

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  gboolean horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = *natural = horizontal ? ICON_SIZE + 2 * MARGIN : 0;
  *minimum_baseline = *natural_baseline = -1;
}

static void
waxseal_finding_gutter_dispose (GObject *object)
{
  WaxsealFindingGutter *self = WAXSEAL_FINDING_GUTTER (object);

  g_clear_object (&self->findings);
  g_clear_pointer (&self->lines, g_hash_table_unref);
  G_OBJECT_CLASS (waxseal_finding_gutter_parent_class)->dispose (object);
}

static void
waxseal_finding_gutter_class_init (WaxsealFindingGutterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waxseal_finding_gutter_dispose;
  GTK_WIDGET_CLASS (klass)->measure = measure;
  GTK_SOURCE_GUTTER_RENDERER_CLASS (klass)->snapshot_line = snapshot_line;
}

static void
waxseal_finding_gutter_init (WaxsealFindingGutter *self)
{
  self->lines = g_hash_table_new (g_direct_hash, g_direct_equal);
}

/* Where the pointer is, or the cursor for the keyboard; FALSE below the last line. */
static gboolean
find_line (GtkTextView *view, int x, int y, gboolean keyboard, GdkRectangle *area, guint *line)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter iter;
  int top, height;

  if (keyboard)
    gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  else
    {
      gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &x, &y);
      gtk_text_view_get_line_at_y (view, &iter, y, NULL);
    }
  gtk_text_view_get_line_yrange (view, &iter, &top, &height);
  if (!keyboard && (y < top || y >= top + height))
    return FALSE;
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, top, &x, &y);
  *area = (GdkRectangle){ 0, y, gtk_widget_get_width (GTK_WIDGET (view)), height };
  *line = gtk_text_iter_get_line (&iter) + 1;
  return TRUE;
}

static gboolean
query_tooltip_cb (WaxsealFindingGutter *self,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip,
                  GtkTextView *view)
{
  g_autofree char *text = NULL;
  GdkRectangle area;
  guint line;

  if (!find_line (view, x, y, keyboard, &area, &line))
    return FALSE;
  text = waxseal_finding_gutter_dup_text (self, line);
  if (text == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
}

/** waxseal_finding_gutter_new: Returns: (transfer none): put into the left gutter of @view. */
WaxsealFindingGutter *
waxseal_finding_gutter_new (GtkSourceView *view)
{
  WaxsealFindingGutter *self = g_object_new (WAXSEAL_TYPE_FINDING_GUTTER, NULL);

  gtk_source_gutter_insert (gtk_source_view_get_gutter (view, GTK_TEXT_WINDOW_LEFT),
                            GTK_SOURCE_GUTTER_RENDERER (self),
                            GTK_SOURCE_VIEW_GUTTER_POSITION_MARKS);
  gtk_widget_set_has_tooltip (GTK_WIDGET (view), TRUE);
  g_signal_connect_object (
    view, "query-tooltip", G_CALLBACK (query_tooltip_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/** waxseal_finding_gutter_show: @findings: of #WaxsealFinding, kept until the next ones. */
void
waxseal_finding_gutter_show (WaxsealFindingGutter *self, GListModel *findings)
{
  guint i;

  g_set_object (&self->findings, findings);
  g_hash_table_remove_all (self->lines);
  for (i = g_list_model_get_n_items (findings); i > 0; i--)
    {
      g_autoptr (WaxsealFinding) finding = g_list_model_get_item (findings, i - 1);
      gpointer line = GUINT_TO_POINTER (waxseal_finding_get_line (finding));
      WaxsealSeverity severity = waxseal_finding_get_severity (finding), other;

      if (!waxseal_finding_gutter_has_mark (self, waxseal_finding_get_line (finding), &other) ||
          severity < other)
        g_hash_table_insert (self->lines, line, GUINT_TO_POINTER (severity));
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** waxseal_finding_gutter_has_mark: @severity: (out): of the worst. Returns: whether there is one.
 */
gboolean
waxseal_finding_gutter_has_mark (WaxsealFindingGutter *self, guint line, WaxsealSeverity *severity)
{
  gpointer value;

  if (!g_hash_table_lookup_extended (self->lines, GUINT_TO_POINTER (line), NULL, &value))
    return FALSE;
  *severity = GPOINTER_TO_UINT (value);
  return TRUE;
}

static void
append_finding (GString *text, WaxsealFinding *finding)
{
  const char *remedy = waxseal_finding_get_remedy (finding);
  g_autofree char *message = waxseal_short_text (waxseal_finding_get_message (finding));

  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", message);
  if (remedy != NULL && *remedy != '\0')
    g_string_append_printf (text, "\n%s", remedy);
}

/** waxseal_finding_gutter_dup_text: Returns: (transfer full) (nullable): what @line's tooltip is.
 */
char *
waxseal_finding_gutter_dup_text (WaxsealFindingGutter *self, guint line)
{
  GString *text = NULL;
  WaxsealSeverity severity;
  guint i, n = 0;

  if (!waxseal_finding_gutter_has_mark (self, line, &severity))
    return NULL;
  text = g_string_new (NULL);
  for (i = 0; i < g_list_model_get_n_items (self->findings) && n < MAX_IN_TOOLTIP; i++)
    {
      g_autoptr (WaxsealFinding) finding = g_list_model_get_item (self->findings, i);

      if (waxseal_finding_get_line (finding) != line)
        continue;
      append_finding (text, finding);
      n++;
    }
  return g_string_free (text, FALSE);
}
