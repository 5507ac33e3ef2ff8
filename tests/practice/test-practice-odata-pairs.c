/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a filter says of addresses and ids leads at once to those whom it is for. */
#include "waxseal-json.h"
#include "waxseal-practice-graph-source.h"

#define N_PEOPLE 3000
#define DOMAIN   "@contoso-practice.example"

static const struct
{
  const char *filter;
  gboolean narrowed;
  guint n_found;
} rows[] = {
  { "mail eq 'grace.hall" DOMAIN "'", TRUE, 1 },
  { "mail eq 'GRACE.HALL" DOMAIN "'", TRUE, 1 },
  { "mail eq 'sean.o''brien" DOMAIN "'", TRUE, 1 },
  { "mail eq 'nobody" DOMAIN "'", TRUE, 0 },
  { "mail eq null", FALSE, 104 },
  { "mail in ('grace.hall" DOMAIN "','rina.honda@renshu.example','x')", TRUE, 2 },
  { "userPrincipalName in ('lee&sons" DOMAIN "','hundred%club" DOMAIN "')", TRUE, 2 },
  { "mail eq 'grace.hall" DOMAIN "' or userPrincipalName eq 'uma.patel" DOMAIN "'", TRUE, 2 },
  { "proxyAddresses/any(p:p eq 'smtp:grace.hall" DOMAIN "')", TRUE, 1 },
  { "proxyAddresses/any(p:p eq 'smtp:grace.hall@waxsealpractice.onmicrosoft.com')", TRUE, 1 },
  { "proxyAddresses/any(p:p eq 'grace.hall" DOMAIN "')", TRUE, 0 },
  { "proxyAddresses/any(p:p eq 'smtp:grace.hall" DOMAIN "') or "
    "proxyAddresses/any(x:x eq 'SMTP:uma.patel" DOMAIN "')",
    TRUE,
    2 },
  { "proxyAddresses/any(p:p eq 'smtp:grace.hall" DOMAIN "' or p eq 'smtp:uma.patel" DOMAIN "')",
    TRUE,
    2 },
  { "proxyAddresses/any(p:p eq 'smtp:grace.hall" DOMAIN "' or startswith(p,'smtp:uma.patel'))",
    FALSE,
    2 },
  { "mail eq 'grace.hall" DOMAIN "' and accountEnabled eq false", TRUE, 0 },
  { "userType eq 'Guest' and mail eq 'gina.guest@partner.example'", TRUE, 1 },
  { "mail eq 'grace.hall" DOMAIN "' or accountEnabled eq false", FALSE, 83 },
  { "mail eq 'grace.hall" DOMAIN "' or displayName eq 'Uma Patel'", FALSE, 2 },
  { "not (mail eq 'grace.hall" DOMAIN "')", FALSE, N_PEOPLE - 1 },
  { "startswith(mail,'grace.hall')", FALSE, 1 },
};

static guint
count_by_hand (WaxsealPracticePeople *people, WaxsealPracticeFilter *filter, const guint8 *wanted)
{
  guint n = 0;

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autoptr (JsonObject) user = waxseal_practice_people_build (people, i, NULL);
      gboolean matches = waxseal_practice_filter_match (filter, user);

      g_assert_true (!matches || wanted == NULL || wanted[i]);
      n += matches;
    }
  return n;
}

static void
test_same (void)
{
  g_autoptr (WaxsealPracticePeople) people = waxseal_practice_people_new (N_PEOPLE);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (WaxsealPracticeFilter) filter =
        waxseal_practice_filter_new (&waxseal_practice_type_user, rows[i].filter, &error);
      g_autofree guint8 *wanted = NULL;

      g_test_message ("%s", rows[i].filter);
      g_assert_no_error (error);
      wanted = waxseal_practice_source_find_people (people, filter);
      g_assert_cmpint (wanted != NULL, ==, rows[i].narrowed);
      g_assert_cmpuint (count_by_hand (people, filter, wanted), ==, rows[i].n_found);
    }
}

static const struct
{
  const char *filter;
  guint n_clauses;
} clauses[] = {
  { "mail eq 'a'", 1 },
  { "mail eq 'a' and mail eq 'b'", 1 },
  { "mail eq 'a' or mail eq 'b' or mail eq 'c'", 3 },
  { "mail in ('a','b','c')", 3 },
  { "mail in ('a','b') or userPrincipalName in ('a','b')", 4 },
  { "accountEnabled eq true and (mail in ('a','b') or mail eq 'c')", 3 },
  { "proxyAddresses/any(p:p eq 'a') or proxyAddresses/any(p:p eq 'b' or p eq 'c')", 3 },
};

static void
test_clauses (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (clauses); i++)
    {
      g_autoptr (WaxsealPracticeFilter) filter =
        waxseal_practice_filter_new (&waxseal_practice_type_user, clauses[i].filter, NULL);

      g_test_message ("%s", clauses[i].filter);
      g_assert_cmpuint (waxseal_practice_filter_count_clauses (filter), ==, clauses[i].n_clauses);
    }
}

/* Fifteen alternatives; more with the advanced parameters (microsoft-graph-docs#21098). */
static void
test_most_clauses (void)
{
  for (guint n = 14; n <= 17; n++)
    {
      g_autofree char *values = g_strnfill (n, 'x');
      g_auto (GStrv) letters = g_strsplit (values, "x", -1);
      g_autofree char *list = g_strjoinv ("','", letters);
      g_autofree char *filter = g_strdup_printf ("mail in ('%s')", list);
      g_autoptr (GHashTable) options = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (WaxsealPracticeQuery) plain = NULL, advanced = NULL;
      g_autoptr (GError) error = NULL;

      g_hash_table_insert (options, (char *) "$filter", filter);
      plain = waxseal_practice_query_new (&waxseal_practice_type_user, options, TRUE, &error);
      g_assert_cmpint (plain != NULL, ==, n + 1 <= 15);
      if (plain == NULL)
        g_assert_error (error, WAXSEAL_PRACTICE_ODATA_ERROR, WAXSEAL_PRACTICE_ODATA_UNSUPPORTED);
      g_hash_table_insert (options, (char *) "$count", (char *) "true");
      advanced = waxseal_practice_query_new (&waxseal_practice_type_user, options, TRUE, NULL);
      g_assert_nonnull (advanced);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice/odata/pairs/same", test_same);
  g_test_add_func ("/practice/odata/pairs/clauses", test_clauses);
  g_test_add_func ("/practice/odata/pairs/most-clauses", test_most_clauses);
  return g_test_run ();
}
