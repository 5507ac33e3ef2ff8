/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-provision-summary.h"

#include <glib/gi18n.h>

#include "waxseal-date.h"

/* “a, b and c”, from one to three of them. */
static char *
join (GPtrArray *parts)
{
  if (parts->len == 1)
    return g_strdup (parts->pdata[0]);
  if (parts->len == 2)
    /* Translators: two things that will be created */
    return g_strdup_printf (_ ("%s and %s"), (char *) parts->pdata[0], (char *) parts->pdata[1]);
  /* Translators: three things that will be created */
  return g_strdup_printf (_ ("%s, %s and %s"),
                          (char *) parts->pdata[0],
                          (char *) parts->pdata[1],
                          (char *) parts->pdata[2]);
}

static char *
describe_created (const WaxsealProvisionCounts *counts)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  if (counts->application)
    g_ptr_array_add (parts, g_strdup (_ ("1 application")));
  if (counts->service_principal)
    g_ptr_array_add (parts, g_strdup (_ ("1 service principal")));
  if (counts->expires != NULL)
    {
      g_autofree char *day = waxseal_date_format (counts->expires);

      /* Translators: %s is a day */
      g_ptr_array_add (parts, g_strdup_printf (_ ("1 client secret (until %s)"), day));
    }
  if (parts->len == 0)
    return NULL;
  list = join (parts);
  /* Translators: %s is a list: “1 application, 1 service principal and 1 client secret (until …)”
   */
  return g_strdup_printf (_ ("create %s"), list);
}

static char *
describe_grants (const WaxsealProvisionCounts *counts)
{
  guint n = counts->n_grant;

  if (n == 0)
    return NULL;
  if (counts->hands_over)
    return g_strdup_printf (
      ngettext ("prepare a message for the person who may grant %u permission",
                "prepare a message for the person who may grant %u permissions",
                n),
      n);
  return g_strdup_printf (ngettext ("ask for %u permission", "ask for %u permissions", n), n);
}

static char *
describe_declared (const WaxsealProvisionCounts *counts)
{
  guint n = counts->n_declare;

  /* A new application is created with them. */
  if (n == 0 || counts->application)
    return NULL;
  return g_strdup_printf (ngettext ("add %u permission to the application’s list",
                                    "add %u permissions to the application’s list",
                                    n),
                          n);
}

static char *
describe_all (GPtrArray *deeds)
{
  const char *first = deeds->pdata[0];

  if (deeds->len == 1)
    return g_strdup_printf (_ ("Waxseal will %s."), first);
  if (deeds->len == 2)
    return g_strdup_printf (_ ("Waxseal will %s, and %s."), first, (char *) deeds->pdata[1]);
  return g_strdup_printf (_ ("Waxseal will %s, %s, and %s."),
                          first,
                          (char *) deeds->pdata[1],
                          (char *) deeds->pdata[2]);
}

static void
add (GPtrArray *deeds, char *deed)
{
  if (deed != NULL)
    g_ptr_array_add (deeds, deed);
}

/**
 * waxseal_provision_summary_build:
 *
 * Returns: (transfer full): the plan in a sentence or two, for the user
 */
char *
waxseal_provision_summary_build (const WaxsealProvisionCounts *counts)
{
  g_autoptr (GPtrArray) deeds = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all = NULL;

  add (deeds, describe_created (counts));
  add (deeds, describe_declared (counts));
  add (deeds, describe_grants (counts));
  if (deeds->len == 0)
    return g_strdup (_ ("Everything is there already. Waxseal will only prove that it works, and "
                        "change nothing."));
  all = describe_all (deeds);
  /* Translators: %s is a sentence: “Waxseal will create ….” */
  return g_strdup_printf (_ ("%s It will change nothing else."), all);
}
