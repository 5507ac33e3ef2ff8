/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-mail-domain.h"

#include "waxseal-domain-paste.h"
#include "waxseal-enums.h"
#include "waxseal-enum-types.h"

/**
 * WaxsealMailDomain:
 *
 * One mail domain: its entry in CRES's Profiles and its Addin Config (guide.md, B3 and B4). Empty
 * dates mean: not yet. The range of "password-days" is the portal's to decide (cisco.md, 2.2).
 */
struct _WaxsealMailDomain
{
  WaxsealRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealMailDomain, waxseal_mail_domain, WAXSEAL_TYPE_RECORD)

static void
waxseal_mail_domain_class_init (WaxsealMailDomainClass *klass)
{
  waxseal_record_class_install (klass,
                                waxseal_record_text_pspec ("name"),
                                waxseal_record_text_pspec ("in-profiles-on"),
                                waxseal_record_enum_pspec ("encryption-type",
                                                           WAXSEAL_TYPE_ENCRYPTION_TYPE,
                                                           WAXSEAL_ENCRYPTION_TYPE_ENCRYPT),
                                waxseal_record_number_pspec ("password-days", 0),
                                waxseal_record_enum_pspec ("flag-type",
                                                           WAXSEAL_TYPE_FLAG_TYPE,
                                                           WAXSEAL_FLAG_TYPE_SUBJECT),
                                waxseal_record_text_pspec ("flag-value"),
                                waxseal_record_text_pspec ("settings-saved-on"),
                                NULL);
}

static void
waxseal_mail_domain_init (WaxsealMailDomain *self)
{
}

static gboolean
has_domain (GListModel *domains, const char *name)
{
  guint i;

  for (i = 0; i < g_list_model_get_n_items (domains); i++)
    {
      g_autoptr (WaxsealMailDomain) domain = g_list_model_get_item (domains, i);

      if (g_str_equal (waxseal_record_get_text (domain, "name"), name))
        return TRUE;
    }
  return FALSE;
}

/**
 * waxseal_mail_domain_add_all:
 * @domains: a list of #WaxsealMailDomain
 * @text: names, addresses or links; see waxseal_domain_paste_split()
 * @refused: (out) (transfer full) (nullable): the first word that is no domain, or %NULL
 *
 * Adds the domains that are not there yet; those before and behind a refused one too.
 *
 * Returns: how many were added.
 */
guint
waxseal_mail_domain_add_all (GListStore *domains, const char *text, char **refused)
{
  g_auto (GStrv) words = waxseal_domain_paste_split (text);
  guint n = 0;

  *refused = NULL;
  for (guint i = 0; words[i] != NULL; i++)
    {
      WaxsealDomainVerdict verdict;
      g_autofree char *name = waxseal_domain_paste_clean (words[i], &verdict);
      g_autoptr (WaxsealMailDomain) domain = NULL;

      if (name == NULL && *refused == NULL)
        *refused = g_strdup (words[i]);
      if (name == NULL || has_domain (G_LIST_MODEL (domains), name))
        continue;
      domain = g_object_new (WAXSEAL_TYPE_MAIL_DOMAIN, "name", name, NULL);
      g_list_store_append (domains, domain);
      n++;
    }
  return n;
}
