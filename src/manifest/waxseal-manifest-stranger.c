/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Other files that people take for the manifest. */
#include "waxseal-manifest-stranger.h"

#include <glib/gi18n.h>
#include <string.h>

/* What a file is, it says in this many bytes. */
#define MAX_HEAD 8192

static const char *
skip_space (const char *p)
{
  return p + strspn (p, " \t\r\n\f\v");
}

/* Behind @end and the space behind that; @p where there is no @end. */
static const char *
skip_past (const char *p, const char *end)
{
  const char *found = strstr (p, end);

  return found != NULL ? skip_space (found + strlen (end)) : p;
}

static gboolean
skip_word (const char **p, const char *word)
{
  gsize length = strlen (word);

  if (g_ascii_strncasecmp (*p, word, length) != 0)
    return FALSE;
  *p += length;
  return TRUE;
}

static gboolean
is_web_page (const char *head)
{
  const char *p = skip_space (head);

  if (skip_word (&p, "<?xml"))
    p = skip_past (p, ">");
  while (skip_word (&p, "<!--"))
    p = skip_past (p, "-->");
  if (skip_word (&p, "<!doctype"))
    p = skip_space (p);
  else if (!skip_word (&p, "<"))
    return FALSE;
  return skip_word (&p, "html") && !g_ascii_isalnum (*p) && *p != '_';
}

static gboolean
is_json (const char *head)
{
  return *skip_space (head) == '{';
}

static gboolean
is_archive (const char *head)
{
  return g_str_has_prefix (head, "PK\x03\x04");
}

static const struct
{
  const char *rule;
  gboolean (*matches) (const char *head);
  const char *message;
  const char *remedy;
} strangers[] = {
  { "web-page",
    is_web_page,
    N_ ("This is a web page, not a manifest."),
    N_ ("Sign in and download again.") },
  { "unified-manifest",
    is_json,
    N_ ("This is a unified (JSON) manifest, not an XML manifest."),
    N_ ("Download the add-in’s XML manifest.") },
  { "archive",
    is_archive,
    N_ ("This is a ZIP archive, not a manifest."),
    N_ ("Unpack it, and import the XML file in it.") },
};

/**
 * waxseal_manifest_stranger_find:
 * @data: any bytes
 *
 * Returns: (transfer full) (nullable): what @data is instead of a manifest, if that has a name.
 */
WaxsealFinding *
waxseal_manifest_stranger_find (const char *data, gsize size)
{
  g_autofree char *head = g_strndup (data, MIN (size, MAX_HEAD));
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (strangers); i++)
    if (strangers[i].matches (head))
      return waxseal_finding_new (WAXSEAL_SEVERITY_ERROR,
                                  strangers[i].rule,
                                  1,
                                  1,
                                  NULL,
                                  g_strdup (_ (strangers[i].message)),
                                  _ (strangers[i].remedy));
  return NULL;
}
