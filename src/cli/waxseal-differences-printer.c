/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-differences-printer.h"

#include <glib/gi18n.h>

#include "waxseal-difference.h"
#include "waxseal-safe-text.h"

/* For programs, and so never translated. */
static const char *const kinds[] = {
  [WAXSEAL_DIFFERENCE_ADDED] = "added",
  [WAXSEAL_DIFFERENCE_REMOVED] = "removed",
  [WAXSEAL_DIFFERENCE_CHANGED] = "changed",
  [WAXSEAL_DIFFERENCE_UNCHANGED] = "unchanged",
};

static const char *const sections[] = {
  [WAXSEAL_DIFFERENCE_SECTION_IDENTITY] = "identity",
  [WAXSEAL_DIFFERENCE_SECTION_PERMISSIONS] = "permissions",
  [WAXSEAL_DIFFERENCE_SECTION_SCOPES] = "scopes",
  [WAXSEAL_DIFFERENCE_SECTION_EVENTS] = "events",
  [WAXSEAL_DIFFERENCE_SECTION_ADDRESSES] = "addresses",
  [WAXSEAL_DIFFERENCE_SECTION_DOMAINS] = "domains",
  [WAXSEAL_DIFFERENCE_SECTION_NAMES] = "names",
  [WAXSEAL_DIFFERENCE_SECTION_BUTTONS] = "buttons",
  [WAXSEAL_DIFFERENCE_SECTION_REQUIREMENTS] = "requirements",
  [WAXSEAL_DIFFERENCE_SECTION_OTHER] = "other",
};

static const char *const consequences[] = {
  [WAXSEAL_CONSEQUENCE_NONE] = "none",
  [WAXSEAL_CONSEQUENCE_NEW_HOST] = "new-host",
  [WAXSEAL_CONSEQUENCE_CONSENT] = "consent",
  [WAXSEAL_CONSEQUENCE_VERSION_NOT_HIGHER] = "version-not-higher",
  [WAXSEAL_CONSEQUENCE_OTHER_ADDIN] = "other-add-in",
};

static char *
dup_line (const char *text)
{
  return waxseal_safe_text_new (text, WAXSEAL_SAFE_TEXT_LINE);
}

static char *
dup_json (const char *text)
{
  return waxseal_safe_text_new (text, WAXSEAL_SAFE_TEXT_JSON);
}

static void
print_values (FILE *stream, WaxsealDifference *one)
{
  g_autofree char *old_value = dup_line (waxseal_difference_get_old_value (one));
  g_autofree char *new_value = dup_line (waxseal_difference_get_new_value (one));

  if (waxseal_difference_get_kind (one) == WAXSEAL_DIFFERENCE_CHANGED)
    fprintf (stream, ": “%s” → “%s”", old_value, new_value);
  else if (*old_value != '\0' || *new_value != '\0')
    fprintf (stream, ": “%s”", *old_value != '\0' ? old_value : new_value);
}

static void
print_line (FILE *stream, const char *const *files, WaxsealDifference *one)
{
  g_autofree char *first = dup_line (files[0]);
  g_autofree char *second = dup_line (files[1]);
  g_autofree char *what = dup_line (waxseal_difference_get_what (one));
  WaxsealConsequence consequence = waxseal_difference_get_consequence (one);

  fprintf (stream,
           "%s:%u %s:%u: %s: %s",
           first,
           waxseal_difference_get_old_line (one),
           second,
           waxseal_difference_get_new_line (one),
           kinds[waxseal_difference_get_kind (one)],
           what);
  print_values (stream, one);
  if (consequence != WAXSEAL_CONSEQUENCE_NONE)
    fprintf (stream,
             " [%s] %s",
             consequences[consequence],
             waxseal_consequence_describe (consequence));
  fputc ('\n', stream);
}

/**
 * waxseal_differences_print_text:
 * @files: the names of the two files
 * @differences: (element-type WaxsealDifference)
 *
 * Prints a difference a line. No name or value can break a line or command a terminal.
 */
void
waxseal_differences_print_text (FILE *stream, const char *const *files, GPtrArray *differences)
{
  for (guint i = 0; i < differences->len; i++)
    print_line (stream, files, g_ptr_array_index (differences, i));
}

static void
print_object (FILE *stream, WaxsealDifference *one, gboolean is_first)
{
  WaxsealConsequence consequence = waxseal_difference_get_consequence (one);
  const char *sentence = waxseal_consequence_describe (consequence);
  g_autofree char *what = dup_json (waxseal_difference_get_what (one));
  g_autofree char *old_value = dup_json (waxseal_difference_get_old_value (one));
  g_autofree char *new_value = dup_json (waxseal_difference_get_new_value (one));
  g_autofree char *message = dup_json (sentence != NULL ? sentence : "");

  fprintf (stream,
           "%s\n  {\"kind\": \"%s\", \"section\": \"%s\", \"what\": \"%s\",\n"
           "   \"old\": \"%s\", \"new\": \"%s\", \"old-line\": %u, \"new-line\": %u,\n"
           "   \"consequence\": \"%s\", \"message\": \"%s\"}",
           is_first ? "" : ",",
           kinds[waxseal_difference_get_kind (one)],
           sections[waxseal_difference_get_section (one)],
           what,
           old_value,
           new_value,
           waxseal_difference_get_old_line (one),
           waxseal_difference_get_new_line (one),
           consequences[consequence],
           message);
}

/**
 * waxseal_differences_print_json:
 * @files: the names of the two files
 * @differences: (element-type WaxsealDifference)
 *
 * Prints the differences as one object, in UTF-8 whatever the locale is.
 */
void
waxseal_differences_print_json (FILE *stream, const char *const *files, GPtrArray *differences)
{
  g_autofree char *first = dup_json (files[0]);
  g_autofree char *second = dup_json (files[1]);
  g_autofree char *summary = waxseal_difference_describe_all (differences);
  g_autofree char *safe_summary = dup_json (summary);

  fprintf (stream,
           "{\"old\": \"%s\", \"new\": \"%s\",\n \"summary\": \"%s\",\n \"differences\": [",
           first,
           second,
           safe_summary);
  for (guint i = 0; i < differences->len; i++)
    print_object (stream, g_ptr_array_index (differences, i), i == 0);
  fputs ("]}\n", stream);
}
