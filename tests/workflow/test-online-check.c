/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The addresses of a manifest, asked at a server with a certificate of a company's own. */
#include <string.h>

#include "http-fixture.h"
#include "test-manifest-base.h"
#include "tls-fixture.h"
#include "waxseal-online-check.h"
#include "waxseal-online-verdict.h"

#define TIME_LIMIT 100 /* milliseconds, for what is silent for ever */

/* A PNG's head with a width and height that fit into a byte. */
#define PNG(size) "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0" size "\0\0\0" size "\x08\6\0\0\0"

#define BYTES(text) text, sizeof (text) - 1

/** Page: what is answered at a path. */
typedef struct
{
  const char *path;
  guint status;
  const char *type;
  const char *body;
  gsize size;
  const char *location;
} Page;

static const Page pages[] = {
  { "/64.png", 200, "image/png", BYTES (PNG ("\x40")) },
  { "/128.png", 200, "image/png", BYTES (PNG ("\x80")) },
  { "/16.png", 200, "image/png", BYTES (PNG ("\x10")) },
  { "/fallback.png", 200, "text/html", BYTES ("<!DOCTYPE html>") },
  { "/named.png", 200, "application/octet-stream", BYTES (PNG ("\x40")) },
  { "/page.html", 200, "text/html", BYTES ("<!DOCTYPE html>") },
  { "/plain.html", 302, "text/html", BYTES (""), "http://contoso.com/" },
  { "/moved.html", 302, "text/html", BYTES (""), "/page.html" },
};

/** Site: the server, and what it saw. */
typedef struct
{
  TlsFixture tls;
  SoupServer *server;
  char *base;
  GHashTable *counts; /* from paths to how often they were asked for */
  guint n_open;
  guint max_open;
  GCancellable *cancellable; /* cancelled by a request for “/cancel” */
  WaxsealHttpVisitor *visitor;
  WaxsealOnlineCheck *check;
  GPtrArray *addresses;
} Site;

/* A picture of 3 MB. */
static void
send_huge (SoupServerMessage *message)
{
  gsize size = 3 << 20;
  char *bytes = g_malloc0 (size);

  memcpy (bytes, PNG ("\x40"), sizeof (PNG ("\x40")) - 1);
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "image/png", SOUP_MEMORY_TAKE, bytes, size);
}

static void
send_page (SoupServerMessage *message, const char *path)
{
  soup_server_message_set_status (message, 404, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (path, pages[i].path))
      {
        soup_server_message_set_status (message, pages[i].status, NULL);
        soup_server_message_set_response (
          message, pages[i].type, SOUP_MEMORY_STATIC, pages[i].body, pages[i].size);
        if (pages[i].location != NULL)
          soup_message_headers_append (soup_server_message_get_response_headers (message),
                                       "Location",
                                       pages[i].location);
      }
}

static gboolean
go_on_cb (gpointer user_data)
{
  soup_server_message_unpause (user_data);
  return G_SOURCE_REMOVE;
}

/* Long enough for others to come meanwhile. */
static void
send_late (SoupServerMessage *message)
{
  soup_server_message_pause (message);
  g_timeout_add_full (G_PRIORITY_DEFAULT, 20, go_on_cb, g_object_ref (message), g_object_unref);
}

static void
handle_cb (SoupServer *server,
           SoupServerMessage *message,
           const char *path,
           GHashTable *query,
           gpointer user_data)
{
  Site *site = user_data;
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (site->counts, path)) + 1;

  g_hash_table_insert (site->counts, g_strdup (path), GUINT_TO_POINTER (n));
  if (g_str_equal (path, "/cancel"))
    g_cancellable_cancel (site->cancellable);
  if (g_str_equal (path, "/late"))
    send_late (message);
  if (g_str_equal (path, "/silent") || g_str_equal (path, "/cancel"))
    soup_server_message_pause (message);
  else if (g_str_equal (path, "/huge.png"))
    send_huge (message);
  else
    send_page (message, path);
}

static void
started_cb (SoupServer *server, SoupServerMessage *message, Site *site)
{
  site->n_open++;
  site->max_open = MAX (site->max_open, site->n_open);
}

static void
ended_cb (SoupServer *server, SoupServerMessage *message, Site *site)
{
  site->n_open--;
}

static gboolean
set_up (Site *site, int days)
{
  g_autofree char *address = NULL;
  g_autoptr (GUri) uri = NULL;

  if (!tls_fixture_set_up (&site->tls, "DNS:localhost", days))
    return FALSE;
  tls_fixture_trust (&site->tls);
  site->server = soup_server_new ("tls-certificate", site->tls.certificate, NULL);
  soup_server_add_handler (site->server, NULL, handle_cb, site, NULL);
  g_signal_connect (site->server, "request-started", G_CALLBACK (started_cb), site);
  g_signal_connect (site->server, "request-finished", G_CALLBACK (ended_cb), site);
  g_signal_connect (site->server, "request-aborted", G_CALLBACK (ended_cb), site);
  address = http_fixture_listen (site->server, TRUE);
  uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
  site->base = g_strdup_printf ("https://localhost:%d", g_uri_get_port (uri));
  site->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  site->cancellable = g_cancellable_new ();
  site->visitor = waxseal_http_visitor_new (TRUE);
  site->check = waxseal_online_check_new (site->visitor);
  return TRUE;
}

static void
tear_down (Site *site)
{
  g_object_unref (site->visitor);
  g_object_unref (site->check);
  g_clear_pointer (&site->addresses, g_ptr_array_unref);
  soup_server_disconnect (site->server);
  g_clear_object (&site->server);
  g_hash_table_unref (site->counts);
  g_object_unref (site->cancellable);
  g_free (site->base);
  tls_fixture_tear_down (&site->tls);
}

static guint
count (Site *site, const char *path)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (site->counts, path));
}

/* The base manifest at this server: “https://addin.contoso.com” and “https://contoso.com”, with
 * @from, a path there, replaced by @to. */
static GPtrArray *
list (Site *site, const char *from, const char *to)
{
  GString *text = g_string_new (base_manifest);
  gboolean has_more;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (WaxsealManifestDocument) document = NULL;

  g_string_replace (text, "https://addin.contoso.com", site->base, 0);
  g_string_replace (text, "https://contoso.com", site->base, 0);
  if (from != NULL)
    g_string_replace (text, from, to, 0);
  bytes = g_string_free_to_bytes (text);
  document = waxseal_manifest_document_new (bytes);
  return waxseal_manifest_addresses_list (document, &has_more);
}

static gboolean
run (Site *site, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  waxseal_online_check_run_async (
    site->check, site->addresses, cancellable, http_fixture_store_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return waxseal_online_check_run_finish (site->check, result, error);
}

/* Of the address that ends with @path the rule of its worst finding; NULL for none. */
static const char *
find_verdict (Site *site, const char *path, WaxsealOnlineState *state)
{
  g_autofree char *text = g_strconcat (site->base, path, NULL);
  const WaxsealManifestAddress *address = waxseal_manifest_addresses_find (site->addresses, text);
  const WaxsealVisitAnswer *answer = waxseal_online_check_get_answer (site->check, text);
  g_autoptr (GPtrArray) findings = NULL;

  g_test_message ("%s", text);
  g_assert_nonnull (address);
  g_assert_nonnull (answer);
  g_assert_nonnull (waxseal_online_check_get_date (site->check, text));
  findings = waxseal_online_verdict_list (address, answer);
  *state = waxseal_online_verdict_get_state (address, answer);
  return findings->len > 0 ? waxseal_finding_get_rule (g_ptr_array_index (findings, 0)) : NULL;
}

static void
test_verdicts (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *rule;
    WaxsealOnlineState state;
  } cases[] = {
    { "/none", "/64.png", NULL, WAXSEAL_ONLINE_VERIFIED },
    { "/128.png", "/128.png", NULL, WAXSEAL_ONLINE_VERIFIED },
    { "/help", "/page.html", NULL, WAXSEAL_ONLINE_VERIFIED },
    { "/64.png", "/fallback.png", "online-icon-type", WAXSEAL_ONLINE_WRONG },
    { "/64.png", "/named.png", "online-icon-type", WAXSEAL_ONLINE_WRONG },
    { "/64.png", "/16.png", "online-icon-size", WAXSEAL_ONLINE_WRONG },
    { "/80.png", "/16.png", "online-icon-size", WAXSEAL_ONLINE_WRONG },
    { "/64.png", "/missing.png", "online-status", WAXSEAL_ONLINE_WRONG },
    { "/64.png", "/huge.png", "online-icon-large", WAXSEAL_ONLINE_WRONG },
    { "/help", "/plain.html", "online-redirect-plain", WAXSEAL_ONLINE_WRONG },
    { "/help", "/moved.html", "online-redirected", WAXSEAL_ONLINE_VERIFIED },
    { "/help", "/silent", "online-slow", WAXSEAL_ONLINE_UNKNOWN },
  };
  Site site = { 0 };

  if (!set_up (&site, 2))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WaxsealOnlineState state;
      g_autoptr (GError) error = NULL;

      g_clear_pointer (&site.addresses, g_ptr_array_unref);
      site.addresses = list (&site, cases[i].from, cases[i].to);
      if (g_strcmp0 (cases[i].rule, "online-slow") == 0)
        waxseal_http_visitor_set_time_limit (site.visitor, TIME_LIMIT);
      run (&site, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (find_verdict (&site, cases[i].to, &state), ==, cases[i].rule);
      g_assert_cmpint (state, ==, cases[i].state);
    }
  tear_down (&site);
}

static void
test_expired (void)
{
  Site site = { 0 };
  WaxsealOnlineState state;

  if (!set_up (&site, -1))
    return;
  site.addresses = list (&site, NULL, NULL);
  g_assert_true (run (&site, NULL, NULL));
  g_assert_cmpstr (find_verdict (&site, "/64.png", &state), ==, "online-certificate");
  g_assert_cmpint (state, ==, WAXSEAL_ONLINE_WRONG);
  g_assert_cmpuint (g_hash_table_size (site.counts), ==, 0);
  tear_down (&site);
}

static void
count_cb (WaxsealOnlineCheck *check, const char *address, guint *n)
{
  g_assert_nonnull (waxseal_online_check_get_answer (check, address));
  (*n)++;
}

/* Each once: in one manifest, in several, and again only after the answers are forgotten. */
static void
test_once (void)
{
  Site site = { 0 };
  guint n_answered = 0;

  if (!set_up (&site, 2))
    return;
  g_signal_connect (site.check, "answered", G_CALLBACK (count_cb), &n_answered);
  site.addresses = list (&site, "/edit.html", "/read.html");
  g_assert_true (run (&site, NULL, NULL));
  g_assert_cmpuint (count (&site, "/read.html"), ==, 1);
  g_assert_cmpuint (count (&site, "/80.png"), ==, 1);
  g_assert_cmpuint (n_answered, ==, site.addresses->len);

  g_clear_pointer (&site.addresses, g_ptr_array_unref);
  site.addresses = list (&site, NULL, NULL);
  g_assert_true (run (&site, NULL, NULL));
  g_assert_cmpuint (count (&site, "/read.html"), ==, 1);
  g_assert_cmpuint (count (&site, "/edit.html"), ==, 1);

  waxseal_online_check_forget (site.check);
  g_assert_true (run (&site, NULL, NULL));
  g_assert_cmpuint (count (&site, "/read.html"), ==, 2);
  tear_down (&site);
}

/* However many: four at a time. */
static void
test_at_once (void)
{
  Site site = { 0 };
  GString *urls = g_string_new ("<bt:Urls>");

  if (!set_up (&site, 2))
    return;
  for (guint i = 0; i < 24; i++)
    g_string_append_printf (
      urls, "<bt:Url id=\"u%u\" DefaultValue=\"%s/%s?%u\"/>", i, site.base, "late", i);
  site.addresses = list (&site, "<bt:Urls>", urls->str);
  g_assert_true (run (&site, NULL, NULL));
  g_assert_cmpuint (count (&site, "/late"), ==, 24);
  g_assert_cmpuint (site.max_open, <=, 4);
  g_assert_cmpuint (site.max_open, >, 1);
  g_string_free (urls, TRUE);
  tear_down (&site);
}

/* What had answered is kept, and nothing more is asked. */
static void
test_cancelled (void)
{
  Site site = { 0 };
  WaxsealOnlineState state;
  g_autoptr (GError) error = NULL;

  if (!set_up (&site, 2))
    return;
  site.addresses = list (&site, "/functions.html", "/cancel");
  g_assert_false (run (&site, site.cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (find_verdict (&site, "/64.png", &state));
  g_assert_cmpint (state, ==, WAXSEAL_ONLINE_VERIFIED);
  g_assert_cmpuint (count (&site, "/cancel"), ==, 1);
  tear_down (&site);
}

/* What is said before: in earnest only public hosts, in practice only this computer. */
static void
test_hosts (void)
{
  for (guint practice = 0; practice < 2; practice++)
    {
      Site site = { .base = "https://localhost:3000" };
      g_autoptr (WaxsealHttpVisitor) visitor = waxseal_http_visitor_new (practice);
      g_autoptr (WaxsealOnlineCheck) check = waxseal_online_check_new (visitor);
      g_autoptr (GPtrArray) addresses =
        list (&site, "https://localhost:3000/64.png", "https://addin.contoso.com/64.png");
      g_autofree char *hosts = waxseal_online_check_describe_hosts (check, addresses);

      g_assert_cmpstr (hosts, ==, practice ? "localhost" : "addin.contoso.com");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/online-check/hosts", test_hosts);
  g_test_add_func ("/online-check/verdicts", test_verdicts);
  g_test_add_func ("/online-check/expired", test_expired);
  g_test_add_func ("/online-check/once", test_once);
  g_test_add_func ("/online-check/at-once", test_at_once);
  g_test_add_func ("/online-check/cancelled", test_cancelled);
  return g_test_run ();
}
