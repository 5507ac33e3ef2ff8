/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-settings-page.h"

#include <glib/gi18n.h>

#include "waxseal-address-group.h"
#include "waxseal-choice-row.h"
#include "waxseal-domain-entry.h"
#include "waxseal-domain-row.h"
#include "waxseal-field-row.h"
#include "waxseal-field-search.h"
#include "waxseal-locale-names.h"
#include "waxseal-locale-row.h"
#include "waxseal-long-text.h"
#include "waxseal-preview.h"

/**
 * WaxsealSettingsPage:
 *
 * Add-in Settings: how each domain encrypts and who the add-in says it is, with the live preview of
 * the manifest beside it (guide.md, B4).
 */
struct _WaxsealSettingsPage
{
  WaxsealPage parent_instance;

  AdwFlap *flap;
  WaxsealPreview *preview;
  GtkListBox *domains_box;
  GtkListBox *locales_box;
  AdwEntryRow *domain_entry;
  AdwEntryRow *locale_entry;

  GSettings *settings;
};

enum
{
  PROP_PREVIEW_VISIBLE = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (WaxsealSettingsPage, waxseal_settings_page, WAXSEAL_TYPE_PAGE)

static GListModel *
get_findings (WaxsealSettingsPage *self)
{
  return waxseal_manifest_draft_get_findings (waxseal_page_get_draft (WAXSEAL_PAGE (self)));
}

/* The worst finding about a field; findings are sorted by severity. */
static WaxsealFinding *
find_finding (GListModel *findings, const char *place)
{
  guint i;

  for (i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (WaxsealFinding) finding = g_list_model_get_item (findings, i);

      if (g_strcmp0 (waxseal_finding_get_field (finding), place) == 0)
        return g_steal_pointer (&finding);
    }
  return NULL;
}

static gboolean
mark_row (WaxsealFieldRow *row, gpointer user_data)
{
  WaxsealSettingsPage *self = user_data;
  const char *place = waxseal_field_row_get_place (row);
  g_autoptr (WaxsealFinding) finding = find_finding (get_findings (self), place);
  gboolean assumed =
    waxseal_manifest_draft_is_assumed (waxseal_page_get_draft (WAXSEAL_PAGE (self)));

  waxseal_field_row_set_finding (row, finding);
  g_object_set (row, "assumed", assumed && waxseal_addin_identity_is_cisco_field (place), NULL);
  return FALSE;
}

static void
rebuilt_cb (WaxsealSettingsPage *self)
{
  WaxsealManifestDraft *draft = waxseal_page_get_draft (WAXSEAL_PAGE (self));
  g_autofree char *file_name = waxseal_manifest_draft_dup_file_name (draft);

  waxseal_preview_show (self->preview,
                        waxseal_manifest_draft_get_document (draft),
                        waxseal_manifest_draft_get_findings (draft),
                        file_name);
  waxseal_field_search_each (GTK_WIDGET (self), mark_row, self);
}

static void
waxseal_settings_page_opened (WaxsealPage *page)
{
  WaxsealSettingsPage *self = WAXSEAL_SETTINGS_PAGE (page);
  WaxsealOrganization *organization = waxseal_page_get_organization (page);
  WaxsealAddinIdentity *addin = waxseal_organization_get_addin (organization);

  waxseal_record_row_bind_list (self->domains_box,
                                waxseal_record_get_list (organization, "domains"),
                                WAXSEAL_TYPE_DOMAIN_ROW);
  waxseal_record_row_bind_list (self->locales_box,
                                waxseal_record_get_list (addin, "locales"),
                                WAXSEAL_TYPE_LOCALE_ROW);
  g_signal_connect_object (
    waxseal_page_get_draft (page), "rebuilt", G_CALLBACK (rebuilt_cb), self, G_CONNECT_SWAPPED);
  rebuilt_cb (self);
}

static void
domain_applied_cb (WaxsealSettingsPage *self)
{
  WaxsealOrganization *organization = waxseal_page_get_organization (WAXSEAL_PAGE (self));

  waxseal_domain_entry_apply (self->domain_entry,
                              waxseal_record_get_list (organization, "domains"));
}

static void
locale_applied_cb (WaxsealSettingsPage *self)
{
  WaxsealOrganization *organization = waxseal_page_get_organization (WAXSEAL_PAGE (self));
  GtkEditable *entry = GTK_EDITABLE (self->locale_entry);

  switch (waxseal_addin_identity_add_locale (waxseal_organization_get_addin (organization),
                                             gtk_editable_get_text (entry)))
    {
    case WAXSEAL_LOCALE_ADDED:
      gtk_editable_set_text (entry, "");
      gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
      return;
    case WAXSEAL_LOCALE_THERE_ALREADY:
      gtk_widget_activate_action (GTK_WIDGET (self),
                                  "win.notify",
                                  "s",
                                  _ ("This language is there already"));
      return;
    case WAXSEAL_LOCALE_NOT_A_TAG:
    default:
      gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
      gtk_widget_activate_action (GTK_WIDGET (self),
                                  "win.notify",
                                  "s",
                                  _ ("Not a language tag. Write it like fr-FR"));
    }
}

static void
show_field_action (GtkWidget *widget, const char *name, GVariant *place)
{
  WaxsealSettingsPage *self = WAXSEAL_SETTINGS_PAGE (widget);

  waxseal_preview_go_to_field (self->preview, g_variant_get_string (place, NULL));
}

static void
waxseal_settings_page_get_property (GObject *object,
                                    guint prop_id,
                                    GValue *value,
                                    GParamSpec *pspec)
{
  WaxsealSettingsPage *self = WAXSEAL_SETTINGS_PAGE (object);

  g_value_set_boolean (value, adw_flap_get_reveal_flap (self->flap));
}

static void
waxseal_settings_page_set_property (GObject *object,
                                    guint prop_id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  WaxsealSettingsPage *self = WAXSEAL_SETTINGS_PAGE (object);

  adw_flap_set_reveal_flap (self->flap, g_value_get_boolean (value));
}

/* What the user chose where there is room for both is what is remembered. */
static void
flap_revealed_cb (WaxsealSettingsPage *self)
{
  if (!adw_flap_get_folded (self->flap))
    g_settings_set_boolean (self->settings,
                            "preview-visible",
                            adw_flap_get_reveal_flap (self->flap));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PREVIEW_VISIBLE]);
}

static void
flap_folded_cb (WaxsealSettingsPage *self)
{
  gboolean wanted = g_settings_get_boolean (self->settings, "preview-visible");

  adw_flap_set_reveal_flap (self->flap, wanted && !adw_flap_get_folded (self->flap));
}

static void
waxseal_settings_page_dispose (GObject *object)
{
  WaxsealSettingsPage *self = WAXSEAL_SETTINGS_PAGE (object);

  g_clear_object (&self->settings);
  G_OBJECT_CLASS (waxseal_settings_page_parent_class)->dispose (object);
}

static void
waxseal_settings_page_class_init (WaxsealSettingsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = waxseal_settings_page_get_property;
  object_class->set_property = waxseal_settings_page_set_property;
  object_class->dispose = waxseal_settings_page_dispose;
  WAXSEAL_PAGE_CLASS (klass)->opened = waxseal_settings_page_opened;

  /**
   * WaxsealSettingsPage:preview-visible:
   *
   * Whether the preview is shown, beside the settings or, where there is no room, over them.
   */
  props[PROP_PREVIEW_VISIBLE] =
    g_param_spec_boolean ("preview-visible",
                          NULL,
                          NULL,
                          TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (WAXSEAL_TYPE_ADDRESS_GROUP);
  g_type_ensure (WAXSEAL_TYPE_FIELD_ROW);
  g_type_ensure (WAXSEAL_TYPE_CHOICE_ROW);
  g_type_ensure (WAXSEAL_TYPE_PREVIEW);
  gtk_widget_class_install_action (widget_class, "page.show-field", "s", show_field_action);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-settings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealSettingsPage, flap);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSettingsPage, preview);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSettingsPage, domains_box);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSettingsPage, locales_box);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSettingsPage, domain_entry);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSettingsPage, locale_entry);
  gtk_widget_class_bind_template_callback (widget_class, domain_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, locale_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, flap_folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, flap_revealed_cb);
}

static void
waxseal_settings_page_init (WaxsealSettingsPage *self)
{
  self->settings = g_settings_new ("io.github.waxseal.Waxseal");
  gtk_widget_init_template (GTK_WIDGET (self));
  waxseal_long_text_watch (GTK_EDITABLE (self->domain_entry));
  flap_folded_cb (self);
}

static gboolean
matches_place (WaxsealFieldRow *row, gpointer place)
{
  return g_strcmp0 (waxseal_field_row_get_place (row), place) == 0;
}

/**
 * waxseal_settings_page_edit_field:
 * @place: a field's name, with “@” and a locale for a translated one
 *
 * Puts the focus into the field, and takes away what covers it.
 *
 * Returns: whether there is such a field.
 */
gboolean
waxseal_settings_page_edit_field (WaxsealSettingsPage *self, const char *place)
{
  WaxsealFieldRow *row =
    waxseal_field_search_each (GTK_WIDGET (self), matches_place, (gpointer) place);
  GtkWidget *expander;

  if (row == NULL)
    return FALSE;
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  expander = gtk_widget_get_ancestor (GTK_WIDGET (row), ADW_TYPE_EXPANDER_ROW);
  if (expander != NULL)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), TRUE);
  return gtk_widget_grab_focus (GTK_WIDGET (row));
}
