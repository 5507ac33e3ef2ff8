/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-compare-source.h"

#include <glib/gi18n.h>

#include "waxseal-short-text.h"

/**
 * WaxsealCompareSource:
 *
 * A manifest that can be compared, or the wish to choose another. Never changes.
 */
struct _WaxsealCompareSource
{
  GObject parent_instance;

  WaxsealCompareRole role;
  char *title;
  WaxsealManifestDocument *document;
};

enum
{
  PROP_TITLE = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (WaxsealCompareSource, waxseal_compare_source, G_TYPE_OBJECT)

static void
waxseal_compare_source_get_property (GObject *object,
                                     guint prop_id,
                                     GValue *value,
                                     GParamSpec *pspec)
{
  g_value_set_string (value, WAXSEAL_COMPARE_SOURCE (object)->title);
}

static void
waxseal_compare_source_finalize (GObject *object)
{
  WaxsealCompareSource *self = WAXSEAL_COMPARE_SOURCE (object);

  g_free (self->title);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (waxseal_compare_source_parent_class)->finalize (object);
}

static void
waxseal_compare_source_class_init (WaxsealCompareSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = waxseal_compare_source_get_property;
  object_class->finalize = waxseal_compare_source_finalize;
  props[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
waxseal_compare_source_init (WaxsealCompareSource *self)
{
}

static char *
make_title (WaxsealCompareRole role, const char *file_name)
{
  g_autofree char *name = waxseal_short_text (file_name);

  switch (role)
    {
    case WAXSEAL_COMPARE_ROLE_NOW:
      return g_strdup (_ ("As it is now"));
    case WAXSEAL_COMPARE_ROLE_CHOOSE:
      return g_strdup (_ ("Choose File…"));
    case WAXSEAL_COMPARE_ROLE_IMPORTED:
      /* Translators: %s is a file name */
      return g_strdup_printf (_ ("Imported: %s"), name);
    case WAXSEAL_COMPARE_ROLE_FILE:
    case WAXSEAL_COMPARE_ROLE_OTHER:
    default:
      /* Translators: %s is a file name */
      return g_strdup_printf (_ ("File: %s"), name);
    }
}

/**
 * waxseal_compare_source_new:
 * @file_name: for people; ignored where the role has none
 * @document: (nullable): %NULL for the wish to choose another
 *
 * Returns: (transfer full): the source.
 */
WaxsealCompareSource *
waxseal_compare_source_new (WaxsealCompareRole role,
                            const char *file_name,
                            WaxsealManifestDocument *document)
{
  WaxsealCompareSource *self = g_object_new (WAXSEAL_TYPE_COMPARE_SOURCE, NULL);

  self->role = role;
  self->title = make_title (role, file_name);
  g_set_object (&self->document, document);
  return self;
}

/** waxseal_compare_source_get_role: Returns: what it is to the set-up. */
WaxsealCompareRole
waxseal_compare_source_get_role (WaxsealCompareSource *self)
{
  return self->role;
}

/** waxseal_compare_source_get_title: Returns: (transfer none): translated. */
const char *
waxseal_compare_source_get_title (WaxsealCompareSource *self)
{
  return self->title;
}

/** waxseal_compare_source_get_document: Returns: (transfer none) (nullable): the manifest. */
WaxsealManifestDocument *
waxseal_compare_source_get_document (WaxsealCompareSource *self)
{
  return self->document;
}
