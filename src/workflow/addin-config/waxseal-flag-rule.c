/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-flag-rule.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-encoded-word.h"
#include "waxseal-enums.h"

#define SUBJECT "Subject"

/* What Flag Value becomes for a Header Flag is not documented (cisco.md, 8): “Name: value” is read
 * as a header and what it must contain, and a name alone as a header that must be there. */
static void
split_header (WaxsealFlagRule *self, const char *flag_value)
{
  g_auto (GStrv) halves = g_strsplit (flag_value, ":", 2);

  self->header = g_strdup (halves[0] != NULL ? g_strstrip (halves[0]) : "");
  self->value = g_strdup (halves[0] != NULL && halves[1] != NULL ? g_strstrip (halves[1]) : "");
}

/**
 * waxseal_flag_rule_new:
 * @domain: whose flag it is
 *
 * Returns: (transfer full): what the gateway should look for in messages from @domain
 */
WaxsealFlagRule *
waxseal_flag_rule_new (WaxsealMailDomain *domain, gboolean ignore_case, gboolean at_start)
{
  const char *flag_value = waxseal_record_get_text (domain, "flag-value");
  WaxsealFlagRule *self = g_new0 (WaxsealFlagRule, 1);

  self->ignore_case = ignore_case;
  self->at_start = at_start;
  if (waxseal_record_get_enum (domain, "flag-type") == WAXSEAL_FLAG_TYPE_HEADER)
    {
      split_header (self, flag_value);
      return self;
    }
  self->header = g_strdup (SUBJECT);
  self->value = g_strdup (flag_value);
  return self;
}

/** waxseal_flag_rule_free: */
void
waxseal_flag_rule_free (WaxsealFlagRule *self)
{
  g_free (self->header);
  g_free (self->value);
  g_free (self);
}

/** waxseal_flag_rule_is_subject: Returns: whether it is a Subject Flag. */
gboolean
waxseal_flag_rule_is_subject (const WaxsealFlagRule *self)
{
  return g_str_equal (self->header, SUBJECT);
}

/* The values of all headers of that name, decoded; headers end at the first empty line. */
static char **
find_values (const char *message, const char *header)
{
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
  g_autoptr (GRegex) folds = g_regex_new ("\\r?\\n(?=[ \\t])", 0, 0, NULL);
  g_autofree char *unfolded = g_regex_replace (folds, message, -1, 0, "", 0, NULL);
  g_auto (GStrv) lines = g_regex_split_simple ("\\r?\\n", unfolded, 0, 0);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) halves = g_strsplit (lines[i], ":", 2);

      /* Names of headers have no case (RFC 5322, 1.2.2). */
      if (halves[1] != NULL && g_ascii_strcasecmp (g_strchomp (halves[0]), header) == 0)
        {
          g_autofree char *value = waxseal_encoded_word_decode (g_strstrip (halves[1]));

          g_strv_builder_add (values, value);
        }
    }
  return g_strv_builder_end (values);
}

static gboolean
contains (const char *text, const char *value, gboolean at_start)
{
  return at_start ? g_str_has_prefix (text, value) : strstr (text, value) != NULL;
}

static char *
squeeze_blanks (const char *text)
{
  g_autoptr (GRegex) blanks = g_regex_new ("\\s+", 0, 0, NULL);

  return g_regex_replace_literal (blanks, text, -1, 0, "", 0, NULL);
}

static WaxsealFlagMatch
test_value (const WaxsealFlagRule *self, const char *text)
{
  g_autofree char *folded_text = g_utf8_casefold (text, -1);
  g_autofree char *folded_value = g_utf8_casefold (self->value, -1);
  g_autofree char *tight_text = squeeze_blanks (folded_text);
  g_autofree char *tight_value = squeeze_blanks (folded_value);
  const char *seen = self->ignore_case ? folded_text : text;
  const char *wanted = self->ignore_case ? folded_value : self->value;

  if (contains (seen, wanted, self->at_start))
    return WAXSEAL_FLAG_CAUGHT;
  if (strstr (seen, wanted) != NULL)
    return WAXSEAL_FLAG_OTHER_PLACE;
  if (strstr (folded_text, folded_value) != NULL)
    return WAXSEAL_FLAG_OTHER_CASE;
  return *tight_value != '\0' && strstr (tight_text, tight_value) != NULL
           ? WAXSEAL_FLAG_OTHER_BLANKS
           : WAXSEAL_FLAG_ABSENT;
}

/**
 * waxseal_flag_rule_test:
 * @message: a subject, or the headers of a message as a mail program shows them
 *
 * Returns: whether the gateway would catch it, and if not, what comes nearest to a reason
 */
WaxsealFlagMatch
waxseal_flag_rule_test (const WaxsealFlagRule *self, const char *message)
{
  g_autofree char *valid = g_utf8_make_valid (message, -1);
  g_auto (GStrv) values = find_values (valid, self->header);
  WaxsealFlagMatch best = WAXSEAL_FLAG_ABSENT;

  if (*self->header == '\0' || (waxseal_flag_rule_is_subject (self) && *self->value == '\0'))
    return WAXSEAL_FLAG_NOT_SET;
  if (values[0] == NULL && waxseal_flag_rule_is_subject (self))
    {
      g_autofree char *subject = waxseal_encoded_word_decode (valid);

      return test_value (self, subject);
    }
  if (values[0] == NULL)
    return WAXSEAL_FLAG_NO_HEADER;
  for (guint i = 0; values[i] != NULL; i++)
    best = MIN (best, test_value (self, values[i]));
  return best;
}

/** waxseal_flag_match_describe: Returns: (transfer none): what it means, translated. */
const char *
waxseal_flag_match_describe (WaxsealFlagMatch match)
{
  static const char *const texts[] = {
    [WAXSEAL_FLAG_CAUGHT] = N_ ("The gateway would encrypt this message."),
    [WAXSEAL_FLAG_NOT_SET] = N_ ("There is no flag value yet, so there is nothing to look for."),
    [WAXSEAL_FLAG_NO_HEADER] =
      N_ ("Not encrypted: the header is missing. Paste the headers of a message that was sent."),
    [WAXSEAL_FLAG_OTHER_CASE] =
      N_ ("Not encrypted: upper and lower case differ, and the gateway minds the case."),
    [WAXSEAL_FLAG_OTHER_BLANKS] = N_ ("Not encrypted: the blanks differ from the flag’s."),
    [WAXSEAL_FLAG_OTHER_PLACE] = N_ ("Not encrypted: the flag is there, but not at the beginning."),
    [WAXSEAL_FLAG_ABSENT] = N_ ("Not encrypted: the flag is not in it."),
  };

  return _ (texts[match]);
}
