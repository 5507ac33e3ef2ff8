/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-page.h"

#include <glib/gi18n.h>

#include "waxseal-compare-view.h"
#include "waxseal-manifest-read.h"
#include "waxseal-manifest-summary.h"
#include "waxseal-ribbon-view.h"
#include "waxseal-source-view.h"

/**
 * WaxsealManifestPage:
 *
 * The organisation's manifest, or a file that is only looked at: in plain words and as source, with
 * its findings. A file becomes part of the set-up when the user says so (guide.md, B4, step 3).
 */
struct _WaxsealManifestPage
{
  WaxsealPage parent_instance;

  GtkRevealer *file_bar;
  GtkLabel *file_label;
  GtkButton *use_button;
  AdwViewStack *views;
  WaxsealManifestSummary *summary;
  WaxsealRibbonView *ribbon;
  WaxsealSourceView *source;
  WaxsealCompareView *compare;

  WaxsealManifestDocument *file;
  char *file_name;
};

G_DEFINE_FINAL_TYPE (WaxsealManifestPage, waxseal_manifest_page, WAXSEAL_TYPE_PAGE)

static void
show_draft (WaxsealManifestPage *self)
{
  WaxsealManifestDraft *draft = waxseal_page_get_draft (WAXSEAL_PAGE (self));
  g_autofree char *file_name = waxseal_manifest_draft_dup_file_name (draft);

  waxseal_source_view_set_linked (self->source, TRUE);
  waxseal_source_view_show (self->source,
                            waxseal_manifest_draft_get_document (draft),
                            waxseal_manifest_draft_get_findings (draft),
                            file_name);
  waxseal_manifest_summary_show (self->summary,
                                 waxseal_manifest_draft_get_document (draft),
                                 waxseal_manifest_draft_get_findings (draft));
  waxseal_ribbon_view_show (self->ribbon, waxseal_manifest_draft_get_document (draft));
}

static void
offer_imported (WaxsealManifestPage *self)
{
  WaxsealManifestSource *source =
    waxseal_organization_get_manifest (waxseal_page_get_organization (WAXSEAL_PAGE (self)));
  g_autoptr (WaxsealManifestDocument) imported = waxseal_manifest_source_open (source);

  waxseal_compare_view_offer (self->compare,
                              WAXSEAL_COMPARE_ROLE_IMPORTED,
                              waxseal_record_get_text (source, "file-name"),
                              imported);
}

static void
offer_now (WaxsealManifestPage *self)
{
  waxseal_compare_view_offer (self->compare,
                              WAXSEAL_COMPARE_ROLE_NOW,
                              NULL,
                              waxseal_manifest_draft_get_document (
                                waxseal_page_get_draft (WAXSEAL_PAGE (self))));
}

static void
rebuilt_cb (WaxsealManifestPage *self)
{
  offer_now (self);
  if (self->file == NULL)
    show_draft (self);
}

static void
close_file (WaxsealManifestPage *self)
{
  g_clear_object (&self->file);
  g_clear_pointer (&self->file_name, g_free);
  gtk_revealer_set_reveal_child (self->file_bar, FALSE);
  waxseal_compare_view_offer (self->compare, WAXSEAL_COMPARE_ROLE_FILE, NULL, NULL);
}

static void
close_clicked_cb (WaxsealManifestPage *self)
{
  close_file (self);
  if (waxseal_page_get_draft (WAXSEAL_PAGE (self)) != NULL)
    show_draft (self);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.close-file", NULL);
}

static void
show_source_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_view_stack_set_visible_child_name (WAXSEAL_MANIFEST_PAGE (widget)->views, "source");
}

static void
load_icons_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  waxseal_online_group_fetch_icons (
    waxseal_manifest_summary_get_online (WAXSEAL_MANIFEST_PAGE (widget)->summary));
}

static void
use_chosen_cb (WaxsealManifestPage *self, const char *response)
{
  gboolean from_cres = g_str_equal (response, "cres");

  if (self->file == NULL || g_str_equal (response, "cancel"))
    return;
  waxseal_manifest_draft_adopt (waxseal_page_get_draft (WAXSEAL_PAGE (self)),
                                self->file,
                                self->file_name,
                                from_cres);
  close_clicked_cb (self);
  gtk_widget_activate_action (GTK_WIDGET (self),
                              "win.notify",
                              "s",
                              _ ("The add-in’s settings come from this file now"));
}

static void
use_clicked_cb (WaxsealManifestPage *self)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/io/github/waxseal/Waxseal/ui/waxseal-use-manifest-dialog.ui");
  GtkWindow *dialog = GTK_WINDOW (gtk_builder_get_object (builder, "dialog"));

  gtk_window_set_transient_for (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  g_signal_connect_object (dialog, "response", G_CALLBACK (use_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

static void
waxseal_manifest_page_opened (WaxsealPage *page)
{
  WaxsealManifestPage *self = WAXSEAL_MANIFEST_PAGE (page);

  close_file (self);
  waxseal_online_group_set_practice (waxseal_manifest_summary_get_online (self->summary),
                                     waxseal_organization_get_practice (
                                       waxseal_page_get_organization (page)));
  g_signal_connect_object (
    waxseal_page_get_draft (page), "rebuilt", G_CALLBACK (rebuilt_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (waxseal_organization_get_manifest (waxseal_page_get_organization (page)),
                           "changed",
                           G_CALLBACK (offer_imported),
                           self,
                           G_CONNECT_SWAPPED);
  show_draft (self);
  waxseal_compare_view_reset (self->compare);
  offer_imported (self);
  offer_now (self);
}

static void
waxseal_manifest_page_dispose (GObject *object)
{
  WaxsealManifestPage *self = WAXSEAL_MANIFEST_PAGE (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->file_name, g_free);
  G_OBJECT_CLASS (waxseal_manifest_page_parent_class)->dispose (object);
}

static void
waxseal_manifest_page_class_init (WaxsealManifestPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_manifest_page_dispose;
  WAXSEAL_PAGE_CLASS (klass)->opened = waxseal_manifest_page_opened;

  g_type_ensure (WAXSEAL_TYPE_MANIFEST_SUMMARY);
  g_type_ensure (WAXSEAL_TYPE_RIBBON_VIEW);
  g_type_ensure (WAXSEAL_TYPE_SOURCE_VIEW);
  g_type_ensure (WAXSEAL_TYPE_COMPARE_VIEW);
  gtk_widget_class_install_action (widget_class, "manifest.show-source", NULL, show_source_action);
  gtk_widget_class_install_action (widget_class, "manifest.load-icons", NULL, load_icons_action);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-manifest-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealManifestPage, file_bar);
  gtk_widget_class_bind_template_child (widget_class, WaxsealManifestPage, file_label);
  gtk_widget_class_bind_template_child (widget_class, WaxsealManifestPage, use_button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealManifestPage, views);
  gtk_widget_class_bind_template_child (widget_class, WaxsealManifestPage, summary);
  gtk_widget_class_bind_template_child (widget_class, WaxsealManifestPage, ribbon);
  gtk_widget_class_bind_template_child (widget_class, WaxsealManifestPage, source);
  gtk_widget_class_bind_template_child (widget_class, WaxsealManifestPage, compare);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_clicked_cb);
}

static void
waxseal_manifest_page_init (WaxsealManifestPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  waxseal_ribbon_view_set_icons (self->ribbon,
                                 waxseal_online_group_get_icons (
                                   waxseal_manifest_summary_get_online (self->summary)));
}

/**
 * waxseal_manifest_page_show_file:
 * @document: what was read
 * @findings: of #WaxsealFinding
 * @file_name: for people
 *
 * Shows a file beside the set-up, until it is closed or used.
 */
void
waxseal_manifest_page_show_file (WaxsealManifestPage *self,
                                 WaxsealManifestDocument *document,
                                 GListModel *findings,
                                 const char *file_name)
{
  gboolean readable = waxseal_manifest_document_get_root (document) != NULL;
  g_autofree char *label = NULL;

  g_set_object (&self->file, document);
  g_free (self->file_name);
  self->file_name = g_strdup (file_name);

  /* Translators: %s is a file name */
  label = g_strdup_printf (_ ("“%s” is only looked at; it is not part of the set-up."), file_name);
  gtk_label_set_label (self->file_label, label);
  gtk_widget_set_visible (GTK_WIDGET (self->use_button),
                          readable && waxseal_page_get_draft (WAXSEAL_PAGE (self)) != NULL);
  gtk_revealer_set_reveal_child (self->file_bar, TRUE);

  waxseal_source_view_set_linked (self->source, FALSE);
  waxseal_source_view_show (self->source, document, findings, file_name);
  waxseal_manifest_summary_show (self->summary, document, findings);
  waxseal_ribbon_view_show (self->ribbon, document);
  waxseal_compare_view_offer (self->compare, WAXSEAL_COMPARE_ROLE_FILE, file_name, document);
  adw_view_stack_set_visible_child_name (self->views, readable ? "summary" : "source");
}
