/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-document-formats.h"

#include <string.h>

#include "waxseal-document-html.h"
#include "waxseal-document-markdown.h"
#include "waxseal-document-pdf.h"

/**
 * waxseal_document_write:
 * @format: “md”, “html” or “pdf”, which is what the name of such a file ends in
 *
 * May take a while, and may be called in a thread.
 *
 * Returns: (transfer full): @document as a file.
 */
GBytes *
waxseal_document_write (WaxsealDocument *document, const char *format, const WaxsealPaper *paper)
{
  char *text;

  if (g_str_equal (format, "pdf"))
    return waxseal_document_to_pdf (document, paper);
  text = g_str_equal (format, "md") ? waxseal_document_to_markdown (document)
                                    : waxseal_document_to_html (document);
  return g_bytes_new_take (text, strlen (text));
}
