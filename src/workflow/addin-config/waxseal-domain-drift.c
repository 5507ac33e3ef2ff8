/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-domain-drift.h"

#include "waxseal-domain-paste.h"
#include "waxseal-mail-domain.h"

static char **
list_names (GListModel *domains)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (domains); i++)
    {
      g_autoptr (WaxsealMailDomain) domain = g_list_model_get_item (domains, i);

      g_strv_builder_add (names, waxseal_record_get_text (domain, "name"));
    }
  return g_strv_builder_end (names);
}

/* As the set-up spells them: in lower case, and in ASCII. */
static char **
clean_names (const char *const *names)
{
  g_autoptr (GStrvBuilder) cleaned = g_strv_builder_new ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      WaxsealDomainVerdict verdict;
      g_autofree char *name = waxseal_domain_paste_clean (names[i], &verdict);

      if (name != NULL)
        g_strv_builder_add (cleaned, name);
    }
  return g_strv_builder_end (cleaned);
}

static char **
subtract (char **names, char **others)
{
  g_autoptr (GStrvBuilder) rest = g_strv_builder_new ();

  for (guint i = 0; names[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) others, names[i]))
      g_strv_builder_add (rest, names[i]);
  return g_strv_builder_end (rest);
}

/**
 * waxseal_domain_drift_new:
 * @domains: of #WaxsealMailDomain
 * @tenant_domains: (array zero-terminated=1): the tenant's mail domains
 *
 * Returns: (transfer full): what is in the one and not in the other
 */
WaxsealDomainDrift *
waxseal_domain_drift_new (GListModel *domains, const char *const *tenant_domains)
{
  WaxsealDomainDrift *self = g_new0 (WaxsealDomainDrift, 1);
  g_auto (GStrv) here = list_names (domains);
  g_auto (GStrv) there = clean_names (tenant_domains);

  self->missing = subtract (there, here);
  self->extra = subtract (here, there);
  return self;
}

/** waxseal_domain_drift_free: */
void
waxseal_domain_drift_free (WaxsealDomainDrift *self)
{
  g_strfreev (self->missing);
  g_strfreev (self->extra);
  g_free (self);
}
