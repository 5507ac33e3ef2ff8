/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-manifest-helpers.h"

#include <string.h>

#include "waxseal-locale-names.h"
#include "waxseal-manifest-build.h"
#include "waxseal-manifest-read.h"
#include "waxseal-organization-defaults.h"

const char *const text_properties[] = {
  "id",
  "version",
  "provider-name",
  "default-locale",
  "display-name",
  "description",
  "button-label",
  "button-tooltip",
  "icon-url",
  "high-resolution-icon-url",
  "support-url",
  "taskpane-url",
  "button-icon-16",
  "button-icon-32",
  "button-icon-80",
  "permissions",
  "mailbox-version",
  NULL,
};

static const char *const translated[] = { "display-name",
                                          "description",
                                          "button-label",
                                          "button-tooltip" };

/* A file of the test data that is not in the project; it may be absent. */
char *
dup_shared_path (const char *path)
{
  const char *shared = g_getenv ("WAXSEAL_SHARED");

  return g_build_filename (shared != NULL ? shared : SHARED_DIR, path, NULL);
}

/* The defaults, with an Id that is always the same. */
WaxsealAddinIdentity *
create_identity (void)
{
  WaxsealAddinIdentity *identity = g_object_new (WAXSEAL_TYPE_ADDIN_IDENTITY, NULL);

  waxseal_addin_identity_fill_defaults (identity);
  waxseal_record_set_text (identity, "id", "6f1b7c1e-2f0a-4a57-9a55-0d2f3a1c9b10");
  return identity;
}

WaxsealAddinIdentity *
read_identity (WaxsealManifestDocument *document)
{
  WaxsealAddinIdentity *identity = g_object_new (WAXSEAL_TYPE_ADDIN_IDENTITY, NULL);

  waxseal_manifest_read (document, identity);
  return identity;
}

/* What a built file says; it has to be a good file. */
WaxsealAddinIdentity *
read_built (GBytes *bytes)
{
  g_autoptr (WaxsealManifestDocument) document = waxseal_manifest_document_new (bytes);

  g_assert_nonnull (waxseal_manifest_document_get_root (document));
  return read_identity (document);
}

static WaxsealLocaleNames *
ensure_names (GListStore *locales, const char *locale)
{
  g_autoptr (WaxsealLocaleNames) created = NULL;
  guint i;

  for (i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (locales)); i++)
    {
      g_autoptr (WaxsealLocaleNames) item = g_list_model_get_item (G_LIST_MODEL (locales), i);

      if (g_str_equal (waxseal_record_get_text (item, "locale"), locale))
        return item;
    }
  created = g_object_new (WAXSEAL_TYPE_LOCALE_NAMES, "locale", locale, NULL);
  g_list_store_append (locales, created);
  return created;
}

/* @text: empty to remove the translation. */
void
set_translation (WaxsealAddinIdentity *identity,
                 const char *locale,
                 const char *property,
                 const char *text)
{
  waxseal_record_set_text (ensure_names (waxseal_record_get_list (identity, "locales"), locale),
                           property,
                           text);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
describe_locales (GListModel *locales, GPtrArray *lines)
{
  guint i, j;

  for (i = 0; i < g_list_model_get_n_items (locales); i++)
    {
      g_autoptr (WaxsealRecord) item = g_list_model_get_item (locales, i);

      for (j = 0; j < G_N_ELEMENTS (translated); j++)
        if (*waxseal_record_get_text (item, translated[j]) != '\0')
          g_ptr_array_add (lines,
                           g_strdup_printf ("%s@%s=%s",
                                            translated[j],
                                            waxseal_record_get_text (item, "locale"),
                                            waxseal_record_get_text (item, translated[j])));
    }
}

/* All that an identity says, in an order that does not depend on that of its languages. */
char *
describe_identity (WaxsealAddinIdentity *identity)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *domains =
    g_strjoinv ("|", (char **) waxseal_record_get_texts (identity, "app-domains"));
  guint i;

  for (i = 0; text_properties[i] != NULL; i++)
    g_ptr_array_add (lines,
                     g_strdup_printf ("%s=%s",
                                      text_properties[i],
                                      waxseal_record_get_text (identity, text_properties[i])));
  g_ptr_array_add (lines, g_strdup_printf ("app-domains=%s", domains));
  describe_locales (G_LIST_MODEL (waxseal_record_get_list (identity, "locales")), lines);
  g_ptr_array_sort (lines, compare_texts);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

WaxsealManifestDocument *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return waxseal_manifest_document_new (bytes);
}

/* The text of what is built, which has to be a good file. */
char *
dup_built (WaxsealManifestDocument *base, WaxsealAddinIdentity *identity)
{
  g_autoptr (GBytes) bytes = waxseal_manifest_build (base, identity);
  g_autoptr (WaxsealManifestDocument) document = waxseal_manifest_document_new (bytes);

  g_assert_nonnull (waxseal_manifest_document_get_root (document));
  return g_strdup (waxseal_manifest_document_get_text (document));
}
