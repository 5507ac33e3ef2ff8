/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-addin-identity.h"

#include <string.h>

#include "waxseal-locale-names.h"

/**
 * WaxsealAddinIdentity:
 *
 * Who the add-in says it is: the values of the Office add-in manifest that an administrator may
 * want to see or change. All are the manifest's own texts, so that nothing is lost in reading one.
 */
struct _WaxsealAddinIdentity
{
  WaxsealRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealAddinIdentity, waxseal_addin_identity, WAXSEAL_TYPE_RECORD)

static void
waxseal_addin_identity_class_init (WaxsealAddinIdentityClass *klass)
{
  waxseal_record_class_install (klass,
                                waxseal_record_text_pspec ("id"),
                                waxseal_record_text_pspec ("version"),
                                waxseal_record_text_pspec ("provider-name"),
                                waxseal_record_text_pspec ("default-locale"),
                                waxseal_record_text_pspec ("display-name"),
                                waxseal_record_text_pspec ("description"),
                                waxseal_record_text_pspec ("button-label"),
                                waxseal_record_text_pspec ("button-tooltip"),
                                waxseal_record_text_pspec ("icon-url"),
                                waxseal_record_text_pspec ("high-resolution-icon-url"),
                                waxseal_record_text_pspec ("support-url"),
                                waxseal_record_text_pspec ("taskpane-url"),
                                waxseal_record_text_pspec ("button-icon-16"),
                                waxseal_record_text_pspec ("button-icon-32"),
                                waxseal_record_text_pspec ("button-icon-80"),
                                waxseal_record_texts_pspec ("app-domains"),
                                waxseal_record_text_pspec ("permissions"),
                                waxseal_record_text_pspec ("mailbox-version"),
                                waxseal_record_list_pspec ("locales", WAXSEAL_TYPE_LOCALE_NAMES),
                                NULL);
}

static void
waxseal_addin_identity_init (WaxsealAddinIdentity *self)
{
}

/**
 * waxseal_addin_identity_is_cisco_field:
 * @property: a property of #WaxsealAddinIdentity
 *
 * Returns: whether only Cisco knows its value, so that it is assumed until a manifest downloaded
 * from CRES is imported (cisco.md, 1).
 */
gboolean
waxseal_addin_identity_is_cisco_field (const char *property)
{
  static const char *const fields[] = {
    "id",
    "icon-url",
    "high-resolution-icon-url",
    "support-url",
    "taskpane-url",
    "button-icon-16",
    "button-icon-32",
    "button-icon-80",
    "app-domains",
    NULL,
  };

  return g_strv_contains (fields, property);
}

/* language[-Script][-REGION], the form that Outlook's locales have (manifest.md, rule 10) */
static gboolean
is_language_tag (const char *tag)
{
  return g_regex_match_simple ("^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$", tag, 0, 0);
}

/* As BCP 47 writes it: fr-FR, zh-Hant-TW. */
static char *
tidy_language_tag (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_auto (GStrv) parts = g_strsplit (g_strdelimit (trimmed, "_", '-'), "-", -1);
  guint i;

  for (i = 0; parts[i] != NULL; i++)
    {
      char *part = i == 0 || strlen (parts[i]) == 4 ? g_ascii_strdown (parts[i], -1)
                                                    : g_ascii_strup (parts[i], -1);

      if (i > 0 && strlen (part) == 4)
        part[0] = g_ascii_toupper (part[0]);
      g_free (parts[i]);
      parts[i] = part;
    }
  return g_strjoinv ("-", parts);
}

static WaxsealLocaleNames *
find_locale (WaxsealAddinIdentity *self, const char *locale)
{
  GListModel *locales = G_LIST_MODEL (waxseal_record_get_list (self, "locales"));
  guint i;

  for (i = 0; i < g_list_model_get_n_items (locales); i++)
    {
      g_autoptr (WaxsealLocaleNames) names = g_list_model_get_item (locales, i);

      if (g_ascii_strcasecmp (waxseal_record_get_text (names, "locale"), locale) == 0)
        return names; /* the list keeps it */
    }
  return NULL;
}

/**
 * waxseal_addin_identity_add_locale:
 * @text: a language tag as somebody types it, such as “fr-fr”
 *
 * Adds names, still empty, for one more language.
 */
WaxsealLocaleResult
waxseal_addin_identity_add_locale (WaxsealAddinIdentity *self, const char *text)
{
  g_autofree char *locale = tidy_language_tag (text);
  g_autoptr (WaxsealLocaleNames) names = NULL;

  if (!is_language_tag (locale))
    return WAXSEAL_LOCALE_NOT_A_TAG;
  if (g_str_equal (locale, waxseal_record_get_text (self, "default-locale")) ||
      find_locale (self, locale) != NULL)
    return WAXSEAL_LOCALE_THERE_ALREADY;
  names = g_object_new (WAXSEAL_TYPE_LOCALE_NAMES, "locale", locale, NULL);
  g_list_store_append (waxseal_record_get_list (self, "locales"), names);
  return WAXSEAL_LOCALE_ADDED;
}

/**
 * waxseal_addin_identity_get_name_in:
 * @property: one that #WaxsealLocaleNames has too
 * @locale: a language tag; empty for the default language
 *
 * Returns: (transfer none): the text in that language, or in the default one, as Outlook picks it.
 */
const char *
waxseal_addin_identity_get_name_in (WaxsealAddinIdentity *self,
                                    const char *property,
                                    const char *locale)
{
  WaxsealLocaleNames *names = find_locale (self, locale);

  if (names != NULL && *waxseal_record_get_text (names, property) != '\0')
    return waxseal_record_get_text (names, property);
  return waxseal_record_get_text (self, property);
}

/**
 * waxseal_addin_identity_list_hosts:
 *
 * Returns: (transfer full): the hosts that the add-in loads pages and pictures from, each once,
 * with commas between.
 */
char *
waxseal_addin_identity_list_hosts (WaxsealAddinIdentity *self)
{
  static const char *const addresses[] = {
    "taskpane-url",   "icon-url",       "high-resolution-icon-url",
    "button-icon-16", "button-icon-32", "button-icon-80",
  };
  g_autoptr (GPtrArray) hosts = g_ptr_array_new_with_free_func (g_free);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      const char *address = waxseal_record_get_text (self, addresses[i]);
      g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);

      if (uri == NULL || g_uri_get_host (uri) == NULL)
        continue;
      if (!g_ptr_array_find_with_equal_func (hosts, g_uri_get_host (uri), g_str_equal, NULL))
        g_ptr_array_add (hosts, g_strdup (g_uri_get_host (uri)));
    }
  g_ptr_array_add (hosts, NULL);
  return g_strjoinv (", ", (char **) hosts->pdata);
}
