/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-schema-value.h"

#include <glib/gi18n.h>
#include <libxml/uri.h>
#include <string.h>

/* More digits than this are no number to the validators in use. */
#define INTEGER_MAX_DIGITS 24

typedef gboolean (*MatchFunc) (const WaxsealManifestSchemaValue *self, const char *text);

struct _WaxsealManifestSchemaValue
{
  const char *name;
  MatchFunc match;
  guint minimum; /* of a number */
  guint maximum; /* of a number, or characters of a text; 0 for no limit */
  const char *choices;
  const char *description;
};

/* Moves @text over up to @most characters for which @is holds; FALSE for fewer than @least. */
static gboolean
skip (const char **text, gboolean (*is) (char), guint least, guint most)
{
  guint count = 0;

  while (count < most && is (**text))
    {
      (*text)++;
      count++;
    }
  return count >= least;
}

static gboolean
is_digit (char c)
{
  return g_ascii_isdigit (c);
}

static gboolean
is_hex (char c)
{
  return g_ascii_isxdigit (c);
}

static gboolean
is_letter (char c)
{
  return g_ascii_isalpha (c);
}

static gboolean
is_letter_or_digit (char c)
{
  return g_ascii_isalnum (c);
}

static gboolean
skip_char (const char **text, char c)
{
  if (**text != c)
    return FALSE;
  (*text)++;
  return TRUE;
}

static gboolean
match_any (const WaxsealManifestSchemaValue *self, const char *text)
{
  return TRUE;
}

static gboolean
match_uuid (const WaxsealManifestSchemaValue *self, const char *text)
{
  static const guint parts[] = { 8, 4, 4, 4, 12 };
  gboolean braces = skip_char (&text, '{');

  if (!braces && g_str_has_prefix (text, "urn:uuid:"))
    text += strlen ("urn:uuid:");

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if ((i > 0 && !skip_char (&text, '-')) || !skip (&text, is_hex, parts[i], parts[i]))
      return FALSE;

  if (braces && !skip_char (&text, '}'))
    return FALSE;
  return *text == '\0';
}

/* “12345\WA104381234”: a market, and the number of the add-in in the store. */
static gboolean
match_alternate_id (const WaxsealManifestSchemaValue *self, const char *text)
{
  const char *tail = strrchr (text, '\\');
  glong market;

  if (tail == NULL || !g_str_has_prefix (tail, "\\WA"))
    return FALSE;

  market = g_utf8_strlen (text, tail - text);
  if (market < 5 || market > 12 || strcspn (text, "\r\n") < (gsize) (tail - text))
    return FALSE;

  tail += strlen ("\\WA");
  return skip (&tail, is_digit, 9, 9) && *tail == '\0';
}

/* “zh-Hans”, “zh-Hans-CN”. */
static gboolean
match_script_locale (const char *text)
{
  if (!skip (&text, is_letter, 2, 3) || !skip_char (&text, '-') ||
      !skip (&text, is_letter_or_digit, 3, 8))
    return FALSE;
  return *text == '\0' ||
         (skip_char (&text, '-') && skip (&text, is_letter, 2, 3) && *text == '\0');
}

/* “de”, “de-DE”, “es-ES_tradnl”, “ca-ES-valencia”. */
static gboolean
match_region_locale (const char *text)
{
  if (!skip (&text, is_letter, 2, 3))
    return FALSE;
  if (*text == '\0')
    return TRUE;
  if (!skip_char (&text, '-') || !skip (&text, is_letter, 2, 3))
    return FALSE;
  if (*text == '\0' || g_str_equal (text, "_tradnl") || g_str_equal (text, ".pseudo"))
    return TRUE;
  return skip_char (&text, '-') && skip (&text, is_letter, 4, 8) && *text == '\0';
}

static gboolean
match_locale (const WaxsealManifestSchemaValue *self, const char *text)
{
  return match_region_locale (text) || match_script_locale (text);
}

/* As many numbers as the type's minimum to maximum says, with dots between. */
static gboolean
match_version (const WaxsealManifestSchemaValue *self, const char *text)
{
  guint parts = 0;

  do
    {
      if (!skip (&text, is_digit, 1, 5))
        return FALSE;
      parts++;
    }
  while (skip_char (&text, '.'));
  return *text == '\0' && parts >= self->minimum && parts <= self->maximum;
}

/* Sets @length to the text's without the white space around it. */
static const char *
strip (const char *text, gsize *length)
{
  text += strspn (text, " \t\r\n");
  *length = strlen (text);
  while (*length > 0 && strchr (" \t\r\n", text[*length - 1]) != NULL)
    (*length)--;
  return text;
}

static gboolean
is_word (const char *list, const char *text, gsize length)
{
  const char *word = list;

  while (TRUE)
    {
      gsize end = strcspn (word, "|");

      if (end == length && strncmp (word, text, length) == 0)
        return TRUE;
      if (word[end] == '\0')
        return FALSE;
      word += end + 1;
    }
}

static gboolean
match_boolean (const WaxsealManifestSchemaValue *self, const char *text)
{
  gsize length;

  text = strip (text, &length);
  return length > 0 && is_word ("true|false|1|0", text, length);
}

static gboolean
match_choice (const WaxsealManifestSchemaValue *self, const char *text)
{
  return *text != '\0' && is_word (self->choices, text, strlen (text));
}

static gboolean
match_integer (const WaxsealManifestSchemaValue *self, const char *text)
{
  gsize length;
  const char *digits = strip (text, &length);
  gboolean negative = *digits == '-';
  const char *end;
  gint64 value;

  if (length > 0 && (*digits == '-' || *digits == '+'))
    {
      digits++;
      length--;
    }
  end = digits;
  if (!skip (&end, is_digit, 1, G_MAXUINT) || end != digits + length)
    return FALSE;

  digits += strspn (digits, "0");
  if (end - digits > INTEGER_MAX_DIGITS)
    return FALSE;
  if (self->maximum == 0)
    return TRUE;

  value = end - digits > 9 ? G_MAXINT64 : g_ascii_strtoll (digits, NULL, 10);
  return !negative && value >= self->minimum && value <= self->maximum;
}

/* What nearly every address looks like, such as that of a developer’s own machine with its port;
 * anything else is left to the parser. */
static gboolean
is_plain_address (const char *text)
{
  static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._/";
  const char *start = text + strlen ("https://");

  if (!g_str_has_prefix (text, "https://") || *start == '/' || *start == '\0')
    return FALSE;
  text = start + strspn (start, plain);
  if (*text == ':' && memchr (start, '/', text - start) == NULL)
    {
      text++;
      if (!skip (&text, is_digit, 1, 5) || (*text != '/' && *text != '\0'))
        return FALSE;
      text += strspn (text, plain);
    }
  return *text == '\0';
}

/* xs:anyURI: characters that an address escapes are taken for escaped, as its authors meant. */
static gboolean
match_url (const WaxsealManifestSchemaValue *self, const char *text)
{
  g_autofree char *escaped = NULL;
  gsize length;
  xmlURI *uri;

  if (is_plain_address (text))
    return TRUE;

  text = strip (text, &length);
  if (length == 0)
    return FALSE;
  escaped = g_strndup (text, length);
  for (char *c = escaped; *c != '\0'; c++)
    if ((guchar) *c < 32 || (guchar) *c >= 127 || strchr (" <>\"{}|\\^`", *c) != NULL)
      *c = '_';

  uri = xmlParseURI (escaped);
  if (uri == NULL)
    return FALSE;
  xmlFreeURI (uri);
  return TRUE;
}

/* manifest.md, rules 4, 6, 9, 10, 11, 21, 23, 27, 31, 38. */
static const WaxsealManifestSchemaValue values[] = {
  { "alternate-id", match_alternate_id, 0, 0, NULL, N_ ("an AppSource identifier") },
  { "boolean", match_boolean, 0, 0, NULL, N_ ("true or false") },
  { "entity-height", match_integer, 140, 450, NULL, N_ ("a whole number from 140 to 450") },
  { "entity-type",
    match_choice,
    0,
    0,
    "MeetingSuggestion|TaskSuggestion|Address|Url|PhoneNumber|EmailAddress|Contact",
    NULL },
  { "form-type", match_choice, 0, 0, "Read|Edit|ReadOrEdit", NULL },
  { "function-execution",
    match_choice,
    0,
    0,
    "synchronous|asynchronous|synchronousUserDismissable",
    NULL },
  { "height", match_integer, 32, 450, NULL, N_ ("a whole number from 32 to 450") },
  { "integer", match_integer, 0, 0, NULL, N_ ("a whole number") },
  { "item-type", match_choice, 0, 0, "Message|Appointment", NULL },
  { "lifetime", match_choice, 0, 0, "short|long", NULL },
  { "locale", match_locale, 0, 0, NULL, N_ ("a language tag such as en-US") },
  { "logical-operator", match_choice, 0, 0, "And|Or", NULL },
  { "long", match_any, 0, 250, NULL, NULL },
  { "permission", match_choice, 0, 0, "Restricted|ReadItem|ReadWriteItem|ReadWriteMailbox", NULL },
  { "property-name",
    match_choice,
    0,
    0,
    "Subject|BodyAsPlaintext|BodyAsHTML|SenderSMTPAddress",
    NULL },
  { "reference", match_any, 0, 32, NULL, NULL },
  { "script-type", match_choice, 0, 0, "javascript", NULL },
  { "send-mode", match_choice, 0, 0, "PromptUser|SoftBlock|Block", NULL },
  { "short", match_any, 0, 125, NULL, NULL },
  { "short-version", match_version, 2, 2, NULL, N_ ("a version with two parts such as 1.5") },
  { "text", match_any, 0, 0, NULL, NULL },
  { "url", match_url, 0, 2048, NULL, N_ ("an address such as https://addin.example.com/icon.png") },
  { "uuid", match_uuid, 0, 0, NULL, N_ ("a GUID such as 6f1b7c1e-2f0a-4a57-9a55-0d2f3a1c9b10") },
  { "version", match_version, 1, 4, NULL, N_ ("a version such as 1.0.0.0") },
};

/** waxseal_manifest_schema_value_find: Returns: (transfer none) (nullable): the type of that name.
 */
const WaxsealManifestSchemaValue *
waxseal_manifest_schema_value_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (g_str_equal (values[i].name, name))
      return &values[i];
  return NULL;
}

static gboolean
is_too_long (const WaxsealManifestSchemaValue *self, const char *text)
{
  gsize length;

  if (self->maximum == 0 || (self->match != match_any && self->match != match_url))
    return FALSE;
  if (self->match == match_url)
    text = strip (text, &length);
  else
    length = strlen (text);
  return length > self->maximum && g_utf8_strlen (text, length) > self->maximum;
}

/** waxseal_manifest_schema_value_check: Returns: whether @text is a value of the type. */
WaxsealManifestVerdict
waxseal_manifest_schema_value_check (const WaxsealManifestSchemaValue *self, const char *text)
{
  if (*text == '\0')
    return WAXSEAL_MANIFEST_VERDICT_EMPTY;
  if (is_too_long (self, text))
    return WAXSEAL_MANIFEST_VERDICT_LONG;
  return self->match (self, text) ? WAXSEAL_MANIFEST_VERDICT_RIGHT : WAXSEAL_MANIFEST_VERDICT_WRONG;
}

/** waxseal_manifest_schema_value_get_maximum: Returns: the most characters it takes. */
guint
waxseal_manifest_schema_value_get_maximum (const WaxsealManifestSchemaValue *self)
{
  return self->maximum;
}

/** waxseal_manifest_schema_value_describe: Returns: (transfer none): what it must be, translated;
 * for a choice, the words with “|” between them. */
const char *
waxseal_manifest_schema_value_describe (const WaxsealManifestSchemaValue *self)
{
  return self->description != NULL ? _ (self->description) : self->choices;
}

/**
 * waxseal_manifest_schema_value_is_placeholder:
 *
 * The marks that templates leave where a value belongs, as seen in public ones (manifest.md, 2).
 *
 * Returns: whether @text holds such a mark.
 */
gboolean
waxseal_manifest_schema_value_is_placeholder (const char *text)
{
  static const char *const marks[] = { "{{",   "${",     "$(", "<%", "__", "~remoteAppUrl",
                                       "YOUR", "[Insert" };

  /* Nearly every text has none of the characters that a mark needs. */
  if (text[strcspn (text, "{$<_~Y[")] == '\0')
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strstr (text, marks[i]) != NULL)
      return TRUE;
  return (*text == '{' && strchr (text, '}') != NULL) ||
         (*text == '[' && strchr (text, ']') != NULL);
}
