/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-check-explain.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-findings-printer.h"
#include "waxseal-manifest-explanation.h"
#include "waxseal-manifest-fix.h"

/* As many ids as help, and no longer than any id. */
#define MAX_NEAR   5
#define MAX_LENGTH 40

/* The first sentence, which must do in a list. */
static char *
dup_first_sentence (const char *text)
{
  const char *end = strstr (text, ". ");
  const char *wide_end = strstr (text, "。");

  if (wide_end != NULL && (end == NULL || wide_end < end))
    return g_strndup (text, wide_end + strlen ("。") - text);
  return end != NULL ? g_strndup (text, end + 1 - text) : g_strdup (text);
}

static void
print_list (void)
{
  g_autoptr (GArray) list = waxseal_manifest_explanation_list ();

  for (guint i = 0; i < list->len; i++)
    {
      const WaxsealManifestExplanation *one = &g_array_index (list, WaxsealManifestExplanation, i);
      g_autofree char *sentence = dup_first_sentence (_ (one->text));

      g_print ("%-23s  %-7s  %s\n",
               one->id,
               waxseal_findings_severity_get_name (one->severity),
               sentence);
    }
}

static const char *
describe_fixing (const char *rule)
{
  switch (waxseal_manifest_fix_get_fixing (rule))
    {
    case WAXSEAL_MANIFEST_FIXING_CERTAIN:
      return _ ("“waxseal check --fix” does it, where only one change is right.");
    case WAXSEAL_MANIFEST_FIXING_ON_REQUEST:
      return _ ("“waxseal check --fix --remove-unused” does it.");
    case WAXSEAL_MANIFEST_FIXING_NONE:
    default:
      return _ ("It cannot be fixed automatically: what is right, you must decide.");
    }
}

static void
print_one (const WaxsealManifestExplanation *one)
{
  g_print ("%s (%s)\n\n%s\n\n",
           one->id,
           waxseal_findings_severity_get_name (one->severity),
           _ (one->text));
  /* Translators: the remedy of a finding, a sentence */
  g_print (_ ("What to do: %s"), _ (one->remedy));
  g_print ("\n%s\n", describe_fixing (one->id));
  /* Translators: the name of a document */
  g_print (_ ("Source: %s"), one->source);
  g_print ("\n");
}

/* How many letters must be changed, added or left out to come from @a to @b. */
static guint
measure_distance (const char *a, const char *b)
{
  guint row[MAX_LENGTH + 1];
  gsize length = MIN (strlen (b), MAX_LENGTH);

  for (guint j = 0; j <= length; j++)
    row[j] = j;
  for (guint i = 0; a[i] != '\0' && i < MAX_LENGTH; i++)
    {
      guint diagonal = row[0];

      row[0] = i + 1;
      for (guint j = 0; j < length; j++)
        {
          guint least = MIN (row[j], row[j + 1]) + 1;
          guint same = diagonal + (a[i] != b[j]);

          diagonal = row[j + 1];
          row[j + 1] = MIN (least, same);
        }
    }
  return row[length];
}

/** Near: an id, and how far it is from what was asked. */
typedef struct
{
  const char *id;
  guint distance;
} Near;

static int
compare_near (gconstpointer a, gconstpointer b)
{
  const Near *first = a;
  const Near *second = b;

  return (int) first->distance - (int) second->distance;
}

/* Whether the id of number @i is about as near as the nearest. */
static gboolean
is_near (GArray *near, guint i)
{
  return g_array_index (near, Near, i).distance <= g_array_index (near, Near, 0).distance + 2;
}

static WaxsealExit
fail_to_find (const char *rule)
{
  g_autoptr (GArray) list = waxseal_manifest_explanation_list ();
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (Near));
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *message = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      Near one = { g_array_index (list, WaxsealManifestExplanation, i).id, 0 };

      if (strstr (one.id, rule) == NULL && strstr (rule, one.id) == NULL)
        one.distance = 1 + measure_distance (rule, one.id);
      g_array_append_val (near, one);
    }
  g_array_sort (near, compare_near);
  for (guint i = 0; i < MIN (near->len, MAX_NEAR) && is_near (near, i); i++)
    /* Translators: the first name of a list, and each further one: “A”, “B” */
    g_string_append_printf (names,
                            i == 0 ? _ ("“%s”") : _ (", “%s”"),
                            g_array_index (near, Near, i).id);

  message = g_strdup_printf (_ ("There is no rule “%s”. Did you mean %s?"), rule, names->str);
  return waxseal_command_fail ("check", message);
}

/** waxseal_check_explain: prints what @rule means, or for %NULL a list of all rules.
 * @rule: (nullable)
 * Returns: how it ended. */
WaxsealExit
waxseal_check_explain (const char *rule)
{
  WaxsealManifestExplanation one;

  if (rule == NULL)
    {
      print_list ();
      return WAXSEAL_EXIT_FINE;
    }
  if (!waxseal_manifest_explanation_find (rule, &one))
    return fail_to_find (rule);
  print_one (&one);
  return WAXSEAL_EXIT_FINE;
}
