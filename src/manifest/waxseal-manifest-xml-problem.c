/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-xml-problem.h"

#include <glib/gi18n.h>
#include <string.h>

/* What libxml2 names is not repeated if it is as long as a comment. */
#define MAX_SUBJECT 60

/* libxml2's errors in plain words. "at_tag": libxml2 stops behind the tag that is wrong. */
static const struct
{
  int code;
  gboolean at_tag;
  const char *message;
  const char *remedy;
} problems[] = {
  { XML_ERR_DOCUMENT_EMPTY,
    FALSE,
    N_ ("This is not XML: the text does not begin with a tag"),
    N_ ("Download the manifest again.") },
  { XML_ERR_DOCUMENT_END,
    FALSE,
    N_ ("There is text behind the end of the manifest"),
    N_ ("Remove everything behind the last end tag.") },
  { XML_ERR_TAG_NAME_MISMATCH,
    TRUE,
    N_ ("This end tag does not belong to the element that is open"),
    N_ ("Close the element that is open, or correct the end tag.") },
  { XML_ERR_TAG_NOT_FINISHED,
    FALSE,
    N_ ("The file ends before this element is closed"),
    N_ ("The file is probably cut off. Download it again.") },
  { XML_ERR_GT_REQUIRED,
    FALSE,
    N_ ("A tag does not end with “>”"),
    N_ ("Write “>” where the tag ends.") },
  { XML_ERR_NAME_REQUIRED,
    FALSE,
    N_ ("There is no name behind “<” or “&”"),
    N_ ("Write “&lt;” or “&amp;” where the character is part of the text.") },
  { XML_ERR_LT_IN_ATTRIBUTE,
    FALSE,
    N_ ("“<” is not allowed in the value of an attribute"),
    N_ ("Write “&lt;”, or put the quotation mark that is missing.") },
  { XML_ERR_ATTRIBUTE_NOT_STARTED,
    FALSE,
    N_ ("The value of an attribute does not begin with a quotation mark"),
    N_ ("Put the value between quotation marks.") },
  { XML_ERR_ATTRIBUTE_NOT_FINISHED,
    FALSE,
    N_ ("The value of an attribute does not end with a quotation mark"),
    N_ ("Put the quotation mark at the end of the value.") },
  { XML_ERR_ATTRIBUTE_WITHOUT_VALUE,
    FALSE,
    N_ ("An attribute has no value"),
    N_ ("Write “=” and a value between quotation marks.") },
  { XML_ERR_ATTRIBUTE_REDEFINED,
    FALSE,
    N_ ("The same attribute is there twice"),
    N_ ("Remove one of them.") },
  { XML_ERR_SPACE_REQUIRED,
    FALSE,
    N_ ("A space is missing between two attributes"),
    N_ ("Put a space between them.") },
  { XML_ERR_INVALID_CHAR,
    FALSE,
    N_ ("This character is not allowed in XML"),
    N_ ("Remove the character; it may be invisible.") },
  { XML_ERR_INVALID_CHARREF,
    FALSE,
    N_ ("This reference stands for a character that is not allowed in XML"),
    N_ ("Remove the reference.") },
  { XML_ERR_INVALID_DEC_CHARREF,
    FALSE,
    N_ ("A character reference is not complete"),
    N_ ("Write it like “&#38;”.") },
  { XML_ERR_INVALID_HEX_CHARREF,
    FALSE,
    N_ ("A character reference is not complete"),
    N_ ("Write it like “&#x26;”.") },
  { XML_ERR_ENTITYREF_NO_NAME,
    FALSE,
    N_ ("“&” has a meaning of its own in XML"),
    N_ ("Write “&amp;” instead of “&”.") },
  { XML_ERR_ENTITYREF_SEMICOL_MISSING,
    FALSE,
    N_ ("“&” has a meaning of its own in XML"),
    N_ ("Write “&amp;” instead of “&”.") },
  { XML_ERR_UNDECLARED_ENTITY,
    FALSE,
    N_ ("XML does not know this name for a character"),
    N_ ("Write the character itself.") },
  { XML_ERR_RESERVED_XML_NAME,
    FALSE,
    N_ ("The XML declaration is not at the very beginning of the file"),
    N_ ("Remove everything in front of “<?xml”, blank lines too.") },
  { XML_ERR_XMLDECL_NOT_FINISHED,
    FALSE,
    N_ ("The XML declaration does not end with “?>”"),
    N_ ("Write “?>” at the end of the declaration.") },
  { XML_ERR_COMMENT_NOT_FINISHED,
    FALSE,
    N_ ("A comment does not end"),
    N_ ("Write “-->” where the comment ends.") },
  { XML_ERR_HYPHEN_IN_COMMENT,
    FALSE,
    N_ ("“--” is not allowed inside a comment"),
    N_ ("Remove one of the two hyphens.") },
  { XML_ERR_CDATA_NOT_FINISHED,
    FALSE,
    N_ ("A CDATA section does not end"),
    N_ ("Write “]]>” where it ends.") },
  { XML_ERR_MISPLACED_CDATA_END,
    FALSE,
    N_ ("“]]>” is not allowed in text"),
    N_ ("Write “]]&gt;”.") },
  { XML_NS_ERR_UNDEFINED_NAMESPACE,
    FALSE,
    N_ ("A prefix is used that no “xmlns” explains"),
    N_ ("Add the “xmlns” of the prefix to the OfficeApp element.") },
};

static int
find_problem (int code)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (problems); i++)
    if (problems[i].code == code)
      return i;
  return -1;
}

/* Whether the problem stands at the beginning of the tag that libxml2 has just read. */
gboolean
waxseal_manifest_xml_problem_is_at_tag (const xmlError *error)
{
  int index = find_problem (error->code);

  return index >= 0 && problems[index].at_tag;
}

/**
 * waxseal_manifest_xml_problem_new:
 * @error: an error of libxml2's parser
 *
 * Returns: (transfer full): it in plain words, in libxml2's own where there are none.
 */
WaxsealFinding *
waxseal_manifest_xml_problem_new (const xmlError *error, guint line, guint column)
{
  int index = find_problem (error->code);
  g_autofree char *words = g_utf8_make_valid (error->message != NULL ? error->message : "", -1);
  g_autofree char *subject = g_utf8_make_valid (error->str1 != NULL ? error->str1 : "", -1);
  char *message;

  if (index < 0)
    message = g_strdup_printf (_ ("This is not well-formed XML: %s"), g_strstrip (words));
  else if (*subject != '\0' && strlen (subject) <= MAX_SUBJECT)
    message = g_strdup_printf (_ ("%s: “%s”."), _ (problems[index].message), subject);
  else
    message = g_strdup_printf (_ ("%s."), _ (problems[index].message));
  return waxseal_finding_new (WAXSEAL_SEVERITY_ERROR,
                              "well-formed",
                              line,
                              column,
                              NULL,
                              message,
                              index < 0 ? _ ("Correct the XML, or download the manifest again.")
                                        : _ (problems[index].remedy));
}
