/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-mark.h"

#include <glib/gi18n.h>

#include "waxseal-date.h"

/** Words: of one mark; @on and @on_by take a day, and a day and a person. */
typedef struct
{
  const char *symbol;
  const char *nick;
  const char *label;
  const char *on;
  const char *by;
  const char *on_by;
  const char *meaning;
} Words;

static const Words words[WAXSEAL_N_MARKS] = {
  [WAXSEAL_MARK_NONE] = { "", "none" },
  [WAXSEAL_MARK_VERIFIED] = { "✓",
                              "verified",
                              N_ ("Verified"),
                              N_ ("Verified on %s"),
                              N_ ("Verified by %s"),
                              N_ ("Verified on %s by %s"),
                              N_ ("Waxseal read it back from the service on that day.") },
  [WAXSEAL_MARK_DECLARED] = { "◐",
                              "declared",
                              N_ ("Declared"),
                              N_ ("Declared on %s"),
                              N_ ("Declared by %s"),
                              N_ ("Declared on %s by %s"),
                              N_ ("An administrator says so, or typed it in; no service was "
                                  "asked.") },
  [WAXSEAL_MARK_ASSUMED] = { "≈",
                             "assumed",
                             N_ ("Assumed"),
                             NULL,
                             NULL,
                             NULL,
                             N_ ("Waxseal proposed it; no manifest downloaded from CRES says "
                                 "it.") },
  [WAXSEAL_MARK_PLANNED] = { "→",
                             "planned",
                             N_ ("Planned"),
                             NULL,
                             NULL,
                             NULL,
                             N_ ("What is meant to be; it says nothing of what was done.") },
  [WAXSEAL_MARK_UNKNOWN] = { "○",
                             "unknown",
                             N_ ("Unknown"),
                             NULL,
                             NULL,
                             NULL,
                             N_ ("Nothing is written down about it.") },
  [WAXSEAL_MARK_STALE] = { "↻",
                           "stale",
                           N_ ("Changed since"),
                           N_ ("Changed since %s"),
                           NULL,
                           NULL,
                           N_ ("It was so on that day, for something that has changed since.") },
  [WAXSEAL_MARK_ATTENTION] = { "!",
                               "attention",
                               N_ ("Needs attention"),
                               N_ ("Failed on %s"),
                               NULL,
                               NULL,
                               N_ ("It was looked at, and was not as it should be.") },
  [WAXSEAL_MARK_HINT] = { "i", "hint", N_ ("Hint") },
};

/** waxseal_mark_get_symbol: Returns: (transfer none): stands before the words; empty for none. */
const char *
waxseal_mark_get_symbol (WaxsealMark mark)
{
  return words[mark].symbol;
}

/** waxseal_mark_get_nick: Returns: (transfer none): its name for a program. */
const char *
waxseal_mark_get_nick (WaxsealMark mark)
{
  return words[mark].nick;
}

/** waxseal_mark_get_label: Returns: (transfer none): a word or two, translated. */
const char *
waxseal_mark_get_label (WaxsealMark mark)
{
  return words[mark].label != NULL ? _ (words[mark].label) : "";
}

/** waxseal_mark_get_meaning: Returns: (transfer none) (nullable): a sentence, translated. */
const char *
waxseal_mark_get_meaning (WaxsealMark mark)
{
  return words[mark].meaning != NULL ? _ (words[mark].meaning) : NULL;
}

/* With what stands for %s, each once and in this order. */
static char *
fill_in (const char *format, const char *first, const char *second)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 3);

  return g_strconcat (parts[0],
                      first,
                      parts[1],
                      second != NULL ? second : "",
                      second != NULL ? parts[2] : NULL,
                      NULL);
}

/**
 * waxseal_mark_describe:
 * @when: (nullable): ISO 8601; empty where the day is not known
 * @by: (nullable): a person; empty where nobody is named
 *
 * Returns: (transfer full): such as “Declared on 25 Nov 2026 by Jane Doe”.
 */
char *
waxseal_mark_describe (WaxsealMark mark, const char *when, const char *by)
{
  gboolean has_day = when != NULL && *when != '\0';
  gboolean has_person = by != NULL && *by != '\0';
  g_autofree char *day = has_day ? waxseal_date_format (when) : NULL;
  g_autofree char *text = NULL;

  if (has_day && has_person && words[mark].on_by != NULL)
    return fill_in (_ (words[mark].on_by), day, by);
  if (has_person && words[mark].by != NULL)
    return fill_in (_ (words[mark].by), by, NULL);
  if (has_day && words[mark].on != NULL)
    text = fill_in (_ (words[mark].on), day, NULL);
  else
    text = g_strdup (waxseal_mark_get_label (mark));
  return g_strconcat (text, has_person ? "\n" : NULL, by, NULL);
}

/** waxseal_mark_from_state: Returns: the mark that says the same. */
WaxsealMark
waxseal_mark_from_state (WaxsealState state)
{
  static const WaxsealMark marks[] = {
    [WAXSEAL_STATE_TODO] = WAXSEAL_MARK_UNKNOWN,
    [WAXSEAL_STATE_DECLARED] = WAXSEAL_MARK_DECLARED,
    [WAXSEAL_STATE_VERIFIED] = WAXSEAL_MARK_VERIFIED,
    [WAXSEAL_STATE_ATTENTION] = WAXSEAL_MARK_ATTENTION,
    [WAXSEAL_STATE_STALE] = WAXSEAL_MARK_STALE,
  };

  return marks[state];
}
