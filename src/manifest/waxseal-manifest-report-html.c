/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report as a web page that stands alone: nothing is loaded, nothing runs. */
#include <glib/gi18n.h>

#include "waxseal-manifest-report.h"

static const char style[] =
  "@page{size:auto;margin:15mm}"
  "*{box-sizing:border-box}"
  "body{max-width:50rem;margin:2rem auto;padding:0 1.5rem;color:#241f31;background:#fff;"
  "font:10pt/1.45 system-ui,Cantarell,\"Noto Sans CJK JP\",sans-serif}"
  "header{border-bottom:3px solid #1c71d8;padding-bottom:.6rem;margin-bottom:1rem}"
  "h1{font-size:1.6rem;line-height:1.25;margin:0}header p{margin:.3rem 0 0;color:#5e5c64}"
  "h2{font-size:1.05rem;margin:1.2rem 0 .3rem;break-after:avoid}"
  "table{width:100%;border-collapse:collapse}tr{break-inside:avoid}"
  "th,td{text-align:start;vertical-align:top;padding:.28rem .4rem;"
  "border-top:1px solid #deddda;overflow-wrap:anywhere}"
  "th{width:30%;font-weight:normal;color:#5e5c64;padding-inline-start:0}"
  "td div+div{margin-top:.1rem}"
  ".mark{float:right;margin-left:.6rem;padding:0 .5rem;border-radius:1rem;"
  "font-size:.85em;white-space:nowrap;border:1px solid currentColor}"
  ".assumed,.warning{color:#8f4f00}.error{color:#a51d2d}.hint{color:#1a5fb4}"
  "@media print{body{max-width:none;margin:0;padding:0;font-size:9pt}}";

static const char *const classes[] = {
  [WAXSEAL_REPORT_PLAIN] = "",      [WAXSEAL_REPORT_ASSUMED] = "assumed",
  [WAXSEAL_REPORT_HINT] = "hint",   [WAXSEAL_REPORT_WARNING] = "warning",
  [WAXSEAL_REPORT_ERROR] = "error",
};

/* Isolated, so that no text turns the direction of what is around it. */
static void
append_text (GString *html, const char *element, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (html, "<%s><bdi>%s</bdi></%s>", element, escaped, element);
}

static void
append_row (GString *html, WaxsealReportRow *row)
{
  const char *mark = waxseal_manifest_report_get_mark_words (row->mark);
  g_auto (GStrv) lines = g_strsplit (row->value, "\n", -1);
  guint i;

  g_string_append (html, "<tr>");
  append_text (html, "th", row->label);
  g_string_append (html, "<td>");
  if (mark != NULL)
    g_string_append_printf (html, "<span class=\"mark %s\">%s</span>", classes[row->mark], mark);
  for (i = 0; lines[i] != NULL; i++)
    append_text (html, "div", lines[i]);
  g_string_append (html, "</td></tr>\n");
}

static void
append_section (GString *html, WaxsealReportSection *section)
{
  guint i;

  append_text (html, "h2", section->title);
  g_string_append (html, "\n<table>\n");
  for (i = 0; i < section->rows->len; i++)
    append_row (html, g_ptr_array_index (section->rows, i));
  g_string_append (html, "</table>\n");
}

/**
 * waxseal_manifest_report_to_html:
 *
 * Returns: (transfer full): a page in UTF-8, which a browser prints well. It may load nothing and
 *   run nothing, whatever the manifest says.
 */
char *
waxseal_manifest_report_to_html (WaxsealManifestReport *self)
{
  GString *html = g_string_new ("<!DOCTYPE html>\n");
  g_autofree char *title = g_markup_escape_text (self->title, -1);
  guint i;

  g_string_append_printf (
    html,
    "<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
    "style-src 'unsafe-inline'\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<title>%s</title>\n<style>%s</style>\n</head>\n<body>\n<header>\n",
    /* Translators: the tag of your language, for web pages: “de”, “ja” */
    _ ("en"),
    title,
    style);
  append_text (html, "h1", self->title);
  append_text (html, "p", self->subtitle);
  g_string_append (html, "</header>\n");
  for (i = 0; i < self->sections->len; i++)
    append_section (html, g_ptr_array_index (self->sections, i));
  g_string_append (html, "</body>\n</html>\n");
  return g_string_free (html, FALSE);
}
