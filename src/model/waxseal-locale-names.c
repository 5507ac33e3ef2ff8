/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-locale-names.h"

/**
 * WaxsealLocaleNames:
 *
 * What the add-in is called in one language. An empty text means: the default language's.
 * "locale" is a BCP 47 tag (manifest.md, rule 10).
 */
struct _WaxsealLocaleNames
{
  WaxsealRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealLocaleNames, waxseal_locale_names, WAXSEAL_TYPE_RECORD)

static void
waxseal_locale_names_class_init (WaxsealLocaleNamesClass *klass)
{
  waxseal_record_class_install (klass,
                                waxseal_record_text_pspec ("locale"),
                                waxseal_record_text_pspec ("display-name"),
                                waxseal_record_text_pspec ("description"),
                                waxseal_record_text_pspec ("button-label"),
                                waxseal_record_text_pspec ("button-tooltip"),
                                NULL);
}

static void
waxseal_locale_names_init (WaxsealLocaleNames *self)
{
}
