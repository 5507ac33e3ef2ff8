/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is in two phases, and who of the earlier one is missing from the later. */
#include <string.h>

#include "waxseal-audience-overlap.h"
#include "waxseal-recipient.h"
#include "waxseal-rollout-enums.h"

#define ME "me@x.com"

/*
 * Recipients: "a@x" is a person; "[name]" a group that was not counted, "[name:a@x,b@x]" one that
 * was, "[name+:a@x]" with people in it only by way of another group; "*" everyone, "me" just me.
 */
static WaxsealRecipient *
make_group (const char *text)
{
  g_auto (GStrv) halves = g_strsplit (text, ":", 2);
  g_auto (GStrv) members = g_strsplit (halves[1] != NULL ? halves[1] : "", ",", -1);
  gboolean nested = g_str_has_suffix (halves[0], "+");
  g_autofree char *id = g_strconcat ("ID-", halves[0], NULL);

  return g_object_new (WAXSEAL_TYPE_RECIPIENT,
                       "kind",
                       WAXSEAL_RECIPIENT_KIND_GROUP,
                       "name",
                       halves[0],
                       "object-id",
                       id,
                       "n-nested",
                       nested ? 1 : 0,
                       "member-addresses",
                       members,
                       "members-on",
                       halves[1] != NULL ? "2026-11-25T10:00:00Z" : "",
                       NULL);
}

static void
add_recipient (WaxsealRolloutPhase *phase, const char *word)
{
  g_autofree char *inner = g_strndup (word + 1, strlen (word) > 2 ? strlen (word) - 2 : 0);
  g_autoptr (WaxsealRecipient) recipient =
    *word == '[' ? make_group (inner)
                 : g_object_new (WAXSEAL_TYPE_RECIPIENT, "address", word, NULL);

  g_list_store_append (waxseal_record_get_list (phase, "recipients"), recipient);
}

static WaxsealRolloutPhase *
make_phase (const char *name, const char *text)
{
  WaxsealRolloutPhase *phase = g_object_new (WAXSEAL_TYPE_ROLLOUT_PHASE, "name", name, NULL);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  if (g_str_equal (text, "*"))
    g_object_set (phase, "audience", WAXSEAL_AUDIENCE_EVERYONE, NULL);
  else if (g_str_equal (text, "me"))
    g_object_set (phase, "audience", WAXSEAL_AUDIENCE_JUST_ME, NULL);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !g_str_equal (words[i], "*") && !g_str_equal (words[i], "me"))
      add_recipient (phase, words[i]);
  return phase;
}

static const struct
{
  const char *earlier;
  const char *later;
  const char *both;
  const char *missing;
  const char *unknown;
  gboolean contained;
  const char *message;
} rows[] = {
  { "", "", "", "", "", TRUE, "0 people are in both\nEverybody of Test is in Pilot, too" },
  { "a@x",
    "a@x b@x",
    "a@x",
    "",
    "",
    TRUE,
    "1 person is in both\nEverybody of Test is in Pilot, too" },
  { "A@X", "a@x", "a@x", "", "", TRUE, NULL },
  { "a@x c@x d@x",
    "a@x b@x",
    "a@x",
    "c@x d@x",
    "",
    FALSE,
    "1 person is in both\n2 people of Test are missing from Pilot: c@x, d@x" },
  { "a@x", "", "", "a@x", "", FALSE, NULL },
  { "a@x a@x", "b@x", "", "a@x", "", FALSE, NULL },
  { "a@x b@x c@x d@x e@x f@x g@x",
    "",
    "",
    "a@x b@x c@x d@x e@x f@x g@x",
    "",
    FALSE,
    "0 people are in both\n7 people of Test are missing from Pilot: a@x, b@x, c@x, d@x, e@x, …" },

  /* Groups that were counted. */
  { "a@x", "[g:a@x,b@x]", "a@x", "", "", TRUE, NULL },
  { "[g:a@x,b@x]", "a@x", "a@x", "b@x", "", FALSE, NULL },
  { "[g:a@x]", "[h:A@X,b@x]", "a@x", "", "", TRUE, NULL },
  { "[g:]", "b@x", "", "", "", TRUE, NULL },
  { "a@x",
    "[g+:a@x]",
    "a@x",
    "",
    "",
    TRUE,
    "1 person is in both\nEverybody of Test is in Pilot, too\nMembers of groups in a group count "
    "here, though the admin center leaves them out" },

  /* And that were not. */
  { "[g]",
    "a@x",
    "",
    "",
    "g",
    FALSE,
    "0 people are in both\nNot known: who is in g. Count the groups first" },
  { "a@x",
    "[g]",
    "",
    "a@x",
    "g",
    FALSE,
    "0 people are in both\n1 person of Test is missing from Pilot: a@x\nNot known: who is in g. "
    "Count the groups first" },
  { "[g]", "[g] b@x", "", "", "", TRUE, NULL },
  { "[g] a@x", "[g]", "", "a@x", "", FALSE, NULL },
  { "[g] [h]", "[g] [i]", "", "", "h i", FALSE, NULL },
  { "[g]", "[g:a@x]", "", "", "", TRUE, NULL },

  /* Everyone, and just me. */
  { "a@x [g]", "*", "a@x", "", "", TRUE, NULL },
  { "*",
    "a@x",
    "a@x",
    "",
    "",
    FALSE,
    "1 person is in both\nTest is for everyone, and Pilot is not" },
  { "*", "*", "", "", "", TRUE, "Everybody of Test is in Pilot, too" },
  { "me", "a@x", "", ME, "", FALSE, NULL },
  { "me", ME " a@x", ME, "", "", TRUE, NULL },
  { "me", "me", ME, "", "", TRUE, NULL },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (WaxsealRolloutPhase) earlier = make_phase ("Test", rows[i].earlier);
      g_autoptr (WaxsealRolloutPhase) later = make_phase ("Pilot", rows[i].later);
      g_autoptr (WaxsealAudienceOverlap) overlap =
        waxseal_audience_overlap_new (earlier, later, ME);
      g_autofree char *both = g_strjoinv (" ", overlap->both);
      g_autofree char *missing = g_strjoinv (" ", overlap->missing);
      g_autofree char *unknown = g_strjoinv (" ", overlap->unknown);
      g_autofree char *message = waxseal_audience_overlap_describe (overlap, earlier, later);

      g_test_message ("“%s” and “%s”", rows[i].earlier, rows[i].later);
      g_assert_cmpstr (both, ==, rows[i].both);
      if (!g_str_equal (rows[i].earlier, "*"))
        g_assert_cmpstr (missing, ==, rows[i].missing);
      g_assert_cmpstr (unknown, ==, rows[i].unknown);
      g_assert_cmpint (waxseal_audience_overlap_is_contained (overlap), ==, rows[i].contained);
      if (rows[i].message != NULL)
        g_assert_cmpstr (message, ==, rows[i].message);
    }
}

/* Afterwards nobody is missing, and nothing was added without need. */
static void
test_add_missing (void)
{
  static const struct
  {
    const char *earlier;
    const char *later;
    guint n;
  } cases[] = {
    { "a@x c@x", "a@x b@x", 1 },
    { "[g:a@x,b@x] c@x", "a@x c@x", 1 },
    { "[g:a@x] c@x", "a@x c@x", 0 },
    { "[g] c@x", "[g]", 1 },
    { "[g]", "a@x", 1 },
    { "a@x", "[g]", 1 },
    { "a@x", "*", 0 },
    { "*", "a@x", 0 },
    { "a@x A@X", "", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WaxsealRolloutPhase) earlier = make_phase ("Test", cases[i].earlier);
      g_autoptr (WaxsealRolloutPhase) later = make_phase ("Pilot", cases[i].later);
      guint n_before =
        g_list_model_get_n_items (G_LIST_MODEL (waxseal_record_get_list (later, "recipients")));
      g_autoptr (WaxsealAudienceOverlap) overlap = NULL;

      g_test_message ("“%s” into “%s”", cases[i].earlier, cases[i].later);
      g_assert_cmpuint (waxseal_audience_overlap_add_missing (earlier, later, ME), ==, cases[i].n);
      g_assert_cmpuint (g_list_model_get_n_items (
                          G_LIST_MODEL (waxseal_record_get_list (later, "recipients"))),
                        ==,
                        n_before + cases[i].n);
      overlap = waxseal_audience_overlap_new (earlier, later, ME);
      if (!overlap->earlier_is_everyone)
        g_assert_cmpuint (g_strv_length (overlap->missing), ==, 0);
      g_assert_cmpuint (waxseal_audience_overlap_add_missing (earlier, later, ME), ==, 0);
    }
}

/* Of 10,000 at once. */
static void
test_many (void)
{
  g_autoptr (WaxsealRolloutPhase) earlier = make_phase ("Test", "");
  g_autoptr (WaxsealRolloutPhase) later = make_phase ("Pilot", "");
  g_autoptr (WaxsealAudienceOverlap) overlap = NULL;

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *address = g_strdup_printf ("p%u@x.com", i);

      add_recipient (i % 2 == 0 ? earlier : later, address);
      if (i % 4 == 0)
        add_recipient (later, address);
    }
  overlap = waxseal_audience_overlap_new (earlier, later, NULL);
  g_assert_cmpuint (g_strv_length (overlap->both), ==, 2500);
  g_assert_cmpuint (g_strv_length (overlap->missing), ==, 2500);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/audience-overlap/rows", test_rows);
  g_test_add_func ("/audience-overlap/add-missing", test_add_missing);
  g_test_add_func ("/audience-overlap/many", test_many);
  return g_test_run ();
}
