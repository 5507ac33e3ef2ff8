/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-source-view.h"

#include "waxseal-outline-view.h"

/**
 * WaxsealSourceView:
 *
 * The source of a manifest with the outline of it beside, or over it where there is no room. Each
 * follows the other.
 */
struct _WaxsealSourceView
{
  AdwBin parent_instance;

  AdwFlap *flap;
  WaxsealOutlineView *outline;
  WaxsealPreview *preview;
  GtkToggleButton *outline_button;

  WaxsealManifestDocument *document; /* what the outline does not show yet, or NULL */
};

G_DEFINE_FINAL_TYPE (WaxsealSourceView, waxseal_source_view, ADW_TYPE_BIN)

/* Nothing is worked out for an outline that nobody sees. */
static void
update_outline (WaxsealSourceView *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->outline)))
    return;
  if (self->document != NULL)
    waxseal_outline_view_show (self->outline, self->document);
  g_clear_object (&self->document);
}

static void
cursor_moved_cb (WaxsealSourceView *self, guint line)
{
  if (self->document == NULL && gtk_widget_get_mapped (GTK_WIDGET (self->outline)))
    waxseal_outline_view_follow (self->outline, line);
}

static void
outline_mapped_cb (WaxsealSourceView *self)
{
  update_outline (self);
  cursor_moved_cb (self, waxseal_preview_get_line (self->preview));
}

static void
line_selected_cb (WaxsealSourceView *self, guint line)
{
  waxseal_preview_go_to_line (self->preview, line);
}

static void
line_activated_cb (WaxsealSourceView *self, guint line)
{
  waxseal_preview_go_to_line (self->preview, line);
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  waxseal_preview_grab_source (self->preview);
}

static void
waxseal_source_view_dispose (GObject *object)
{
  WaxsealSourceView *self = WAXSEAL_SOURCE_VIEW (object);

  g_clear_object (&self->document);
  G_OBJECT_CLASS (waxseal_source_view_parent_class)->dispose (object);
}

static void
waxseal_source_view_class_init (WaxsealSourceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_source_view_dispose;
  g_type_ensure (WAXSEAL_TYPE_OUTLINE_VIEW);
  g_type_ensure (WAXSEAL_TYPE_PREVIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-source-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealSourceView, flap);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSourceView, outline);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSourceView, preview);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSourceView, outline_button);
  gtk_widget_class_bind_template_callback (widget_class, cursor_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, outline_mapped_cb);
}

static void
waxseal_source_view_init (WaxsealSourceView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  waxseal_preview_add_tool (self->preview, GTK_WIDGET (self->outline_button));
}

/** waxseal_source_view_show: as waxseal_preview_show(). */
void
waxseal_source_view_show (WaxsealSourceView *self,
                          WaxsealManifestDocument *document,
                          GListModel *findings,
                          const char *file_name)
{
  waxseal_preview_show (self->preview, document, findings, file_name);
  g_set_object (&self->document, document);
  update_outline (self);
}

/** waxseal_source_view_set_linked: as waxseal_preview_set_linked(). */
void
waxseal_source_view_set_linked (WaxsealSourceView *self, gboolean linked)
{
  waxseal_preview_set_linked (self->preview, linked);
}
