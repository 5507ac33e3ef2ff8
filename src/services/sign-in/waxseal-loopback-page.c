/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-loopback-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-language-tag.h"

static const struct
{
  const char *status;
  const char *title;
  const char *text;
} pages[] = {
  [WAXSEAL_LOOPBACK_PAGE_DONE] = {
    "200 OK",
    N_ ("The browser’s part is done"),
    N_ ("Close this page, and go on in Waxseal."),
  },
  [WAXSEAL_LOOPBACK_PAGE_REFUSED] = {
    "200 OK",
    N_ ("The sign-in was not finished"),
    N_ ("Close this page: Waxseal says why, and what to do next."),
  },
  [WAXSEAL_LOOPBACK_PAGE_STRANGER] = {
    "400 Bad Request",
    N_ ("This page does not belong to the sign-in under way"),
    N_ ("Nothing was changed. Close this page, and use the link that Waxseal opened last."),
  },
  [WAXSEAL_LOOPBACK_PAGE_NOTHING] = {
    "404 Not Found",
    N_ ("There is nothing here"),
    N_ ("Waxseal only waits here for the end of a sign-in."),
  },
  [WAXSEAL_LOOPBACK_PAGE_METHOD] = {
    "405 Method Not Allowed",
    N_ ("There is nothing here"),
    N_ ("Waxseal only waits here for the end of a sign-in."),
  },
  [WAXSEAL_LOOPBACK_PAGE_TOO_LARGE] = {
    "431 Request Header Fields Too Large",
    N_ ("The browser sent too much"),
    N_ ("Remove the cookies of “localhost” in the browser, then sign in again from Waxseal."),
  },
};

static const char template[] =
  "<!DOCTYPE html>\n"
  "<html lang=\"%s\"><head><meta charset=\"utf-8\"><title>%s</title>"
  "<meta name=\"viewport\" content=\"width=device-width\">"
  "<style>:root{color-scheme:light dark}"
  "body{max-width:30rem;margin:18vh auto 0;padding:0 1.5rem;text-align:center;"
  "font:1rem/1.5 system-ui,Cantarell,\"Noto Sans CJK JP\",sans-serif}"
  "h1{font-size:1.5rem;line-height:1.3}</style></head>"
  "<body><h1>%s</h1><p>%s</p></body></html>\n";

static const char headers[] = "HTTP/1.1 %s\r\n"
                              "Content-Type: text/html; charset=utf-8\r\n"
                              "Content-Length: %" G_GSIZE_FORMAT "\r\n"
                              "Content-Security-Policy: default-src 'none'; "
                              "style-src 'unsafe-inline'\r\n"
                              "Referrer-Policy: no-referrer\r\n"
                              "X-Content-Type-Options: nosniff\r\n"
                              "Cache-Control: no-store\r\n"
                              "Connection: close\r\n"
                              "\r\n"
                              "%s";

/**
 * waxseal_loopback_page_build:
 *
 * A page that loads nothing and tells nothing to anyone: neither its own address, which has the
 * code in it, nor anything of the request is on it.
 *
 * Returns: (transfer full): a whole HTTP/1.1 response, in the user's language
 */
GBytes *
waxseal_loopback_page_build (WaxsealLoopbackPage page)
{
  g_autofree char *tag = waxseal_language_tag_new ();
  g_autofree char *language = g_markup_escape_text (tag, -1);
  g_autofree char *title = g_markup_escape_text (_ (pages[page].title), -1);
  g_autofree char *text = g_markup_escape_text (_ (pages[page].text), -1);
  g_autofree char *html = g_strdup_printf (template, language, title, title, text);
  char *response = g_strdup_printf (headers, pages[page].status, strlen (html), html);

  return g_bytes_new_take (response, strlen (response));
}
