/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-summary.h"

#include <glib/gi18n.h>

#include "waxseal-addin-identity.h"
#include "waxseal-facts-group.h"
#include "waxseal-finding-counts.h"
#include "waxseal-manifest-read.h"
#include "waxseal-manifest-report.h"
#include "waxseal-manifest-words.h"
#include "waxseal-short-text.h"

/**
 * WaxsealManifestSummary:
 *
 * What a manifest says, in plain words: the rows follow the identity that was read from it; while
 * nobody sees them, they wait. Names are shown in the language of the preferences.
 */
struct _WaxsealManifestSummary
{
  AdwBin parent_instance;

  AdwActionRow *findings_row;
  GtkImage *findings_icon;
  WaxsealFactsGroup *surfaces;
  WaxsealFactsGroup *powers;
  WaxsealOnlineGroup *online;

  WaxsealManifestDocument *document; /* what is not on screen yet, or NULL */
  WaxsealAddinIdentity *identity;
  GSettings *settings;
};

enum
{
  PROP_IDENTITY = 1,
  PROP_LANGUAGE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (WaxsealManifestSummary, waxseal_manifest_summary, ADW_TYPE_BIN)

static char *
or_nothing (const char *text)
{
  return text != NULL && *text != '\0' ? waxseal_short_text (text) : g_strdup (_ ("Not given"));
}

static char *
describe_name_cb (GObject *object,
                  WaxsealAddinIdentity *identity,
                  const char *language,
                  const char *property)
{
  if (identity == NULL)
    return NULL;
  return or_nothing (waxseal_addin_identity_get_name_in (identity, property, language));
}

static char *
describe_text_cb (GObject *object, const char *text)
{
  return or_nothing (text);
}

static char *
describe_permissions_cb (GObject *object, const char *permissions)
{
  char *words = waxseal_manifest_words_for_permission (permissions);

  return words != NULL ? words : or_nothing (permissions);
}

static char *
describe_languages_cb (GObject *object, WaxsealAddinIdentity *identity)
{
  g_autoptr (GString) text = NULL;
  GListModel *locales;
  guint i;

  if (identity == NULL)
    return NULL;
  text = g_string_new (waxseal_record_get_text (identity, "default-locale"));
  locales = G_LIST_MODEL (waxseal_record_get_list (identity, "locales"));
  for (i = 0; i < g_list_model_get_n_items (locales); i++)
    {
      g_autoptr (WaxsealRecord) names = g_list_model_get_item (locales, i);

      g_string_append_printf (text, ", %s", waxseal_record_get_text (names, "locale"));
    }
  return or_nothing (text->str);
}

static void
waxseal_manifest_summary_get_property (GObject *object,
                                       guint prop_id,
                                       GValue *value,
                                       GParamSpec *pspec)
{
  WaxsealManifestSummary *self = WAXSEAL_MANIFEST_SUMMARY (object);

  switch (prop_id)
    {
    case PROP_IDENTITY:
      g_value_set_object (value, self->identity);
      break;
    case PROP_LANGUAGE:
      g_value_take_string (value, g_settings_get_string (self->settings, "language"));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
language_changed_cb (WaxsealManifestSummary *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LANGUAGE]);
}

static void
update (WaxsealManifestSummary *self)
{
  g_autoptr (GPtrArray) surfaces = NULL;
  g_autoptr (GPtrArray) needs = NULL;

  if (self->document == NULL)
    return;
  surfaces = waxseal_manifest_report_list_surfaces (self->document);
  needs = waxseal_manifest_report_list_needs (self->document);
  waxseal_facts_group_show (self->surfaces, surfaces);
  waxseal_facts_group_show (self->powers, needs);
  g_clear_object (&self->identity);
  self->identity = g_object_new (WAXSEAL_TYPE_ADDIN_IDENTITY, NULL);
  waxseal_manifest_read (self->document, self->identity);
  g_clear_object (&self->document);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IDENTITY]);
}

static void
waxseal_manifest_summary_map (GtkWidget *widget)
{
  update (WAXSEAL_MANIFEST_SUMMARY (widget));
  GTK_WIDGET_CLASS (waxseal_manifest_summary_parent_class)->map (widget);
}

static void
waxseal_manifest_summary_dispose (GObject *object)
{
  WaxsealManifestSummary *self = WAXSEAL_MANIFEST_SUMMARY (object);

  g_clear_object (&self->document);
  g_clear_object (&self->identity);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (waxseal_manifest_summary_parent_class)->dispose (object);
}

static void
waxseal_manifest_summary_class_init (WaxsealManifestSummaryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = waxseal_manifest_summary_get_property;
  object_class->dispose = waxseal_manifest_summary_dispose;
  widget_class->map = waxseal_manifest_summary_map;

  props[PROP_IDENTITY] =
    g_param_spec_object ("identity", NULL, NULL, WAXSEAL_TYPE_ADDIN_IDENTITY, flags);
  props[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (WAXSEAL_TYPE_FACTS_GROUP);
  g_type_ensure (WAXSEAL_TYPE_ONLINE_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-manifest-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealManifestSummary, findings_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealManifestSummary, findings_icon);
  gtk_widget_class_bind_template_child (widget_class, WaxsealManifestSummary, surfaces);
  gtk_widget_class_bind_template_child (widget_class, WaxsealManifestSummary, powers);
  gtk_widget_class_bind_template_child (widget_class, WaxsealManifestSummary, online);
  gtk_widget_class_bind_template_callback (widget_class, describe_languages_cb);
  gtk_widget_class_bind_template_callback (widget_class, describe_name_cb);
  gtk_widget_class_bind_template_callback (widget_class, describe_permissions_cb);
  gtk_widget_class_bind_template_callback (widget_class, describe_text_cb);
}

static void
waxseal_manifest_summary_init (WaxsealManifestSummary *self)
{
  self->settings = g_settings_new ("io.github.waxseal.Waxseal");
  g_signal_connect_object (
    self->settings, "changed::language", G_CALLBACK (language_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_manifest_summary_show: Shows what @document says, and how many @findings there are. */
void
waxseal_manifest_summary_show (WaxsealManifestSummary *self,
                               WaxsealManifestDocument *document,
                               GListModel *findings)
{
  guint errors = waxseal_finding_count (findings, WAXSEAL_SEVERITY_ERROR);
  guint warnings = waxseal_finding_count (findings, WAXSEAL_SEVERITY_WARNING);
  g_autofree char *counts = waxseal_finding_describe_all (findings);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->findings_row), counts);
  gtk_image_set_from_icon_name (self->findings_icon,
                                errors + warnings > 0 ? "dialog-warning-symbolic"
                                                      : "waxseal-saved-symbolic");

  waxseal_online_group_show (self->online, document);
  g_set_object (&self->document, document);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

/** waxseal_manifest_summary_get_online: Returns: (transfer none): its group of addresses. */
WaxsealOnlineGroup *
waxseal_manifest_summary_get_online (WaxsealManifestSummary *self)
{
  return self->online;
}
