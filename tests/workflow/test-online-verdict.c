/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each answer means, and that each thing that can be said of one is said of some. */
#include <string.h>

#include "waxseal-online-verdict.h"
#include "waxseal-finding.h"
#include "waxseal-manifest-explanation.h"

#define E WAXSEAL_SEVERITY_ERROR
#define W WAXSEAL_SEVERITY_WARNING
#define H WAXSEAL_SEVERITY_HINT

#define HERE     "https://addin.contoso.com/icon.png"
#define PNG      "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x10\0\0\0\x10\x08\6\0\0\0"
#define WIDE_PNG "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x11\0\0\0\x10\x08\6\0\0\0"
#define WEBP     "RIFF\0\0\0\0WEBPVP8 "
#define PAGE     "<!DOCTYPE html><p>Not here</p>"

#define BODY(text) .body = text, .size = sizeof (text) - 1

/** Case: an answer to an icon that is used in the size 16, or to a page; and what is said of it. */
typedef struct
{
  gboolean is_icon;
  WaxsealVisitEnd end;
  guint status;
  const char *address; /* NULL: where it was asked */
  const char *type;
  const char *caching;
  const char *body;
  gsize size;
  gboolean is_cut;
  GTlsCertificateFlags certificate;
  WaxsealOnlineState state;
  const char *rule; /* NULL: nothing */
  WaxsealSeverity severity;
  const char *message; /* a part of it */
} Case;

#define VERIFIED .state = WAXSEAL_ONLINE_VERIFIED
#define WRONG    .state = WAXSEAL_ONLINE_WRONG
#define UNKNOWN  .state = WAXSEAL_ONLINE_UNKNOWN
#define ICON     .is_icon = TRUE, .status = 200, .type = "image/png"
#define PAGE200  .status = 200, .type = "text/html"

static const Case cases[] = {
  { ICON, BODY (PNG), VERIFIED },
  { ICON, BODY (PNG), .caching = "public, max-age=3600", VERIFIED },
  { PAGE200, BODY (PAGE), VERIFIED },
  { PAGE200, BODY (PAGE), .is_cut = TRUE, .caching = "no-store", VERIFIED },
  /* the host */
  { .status = 404, WRONG, "online-status", E, "404 (Not Found)" },
  { .is_icon = TRUE, .status = 403, WRONG, "online-status", E, "403 (Forbidden)" },
  { .status = 401, WRONG, "online-status", E, "401" },
  { .status = 204, WRONG, "online-status", E, "204" },
  { .status = 500, UNKNOWN, "online-busy", W, "500" },
  { .status = 503, UNKNOWN, "online-busy", W, "503" },
  { .status = 429, UNKNOWN, "online-busy", W, "429" },
  { PAGE200,
    BODY (PAGE),
    VERIFIED,
    .address = HERE "/",
    .rule = "online-redirected",
    .severity = H,
    .message = HERE "/" },
  /* the picture */
  { ICON, BODY (PAGE), WRONG, "online-icon-type", E, "“image/png”" },
  { ICON, BODY (""), WRONG, "online-icon-type", E, "no picture" },
  { ICON, BODY (WEBP), WRONG, "online-icon-type", E, "WebP" },
  { .is_icon = TRUE,
    .status = 200,
    .type = "text/plain",
    BODY (PNG),
    WRONG,
    "online-icon-type",
    W,
    "“text/plain”" },
  { .is_icon = TRUE, .status = 200, BODY (PNG), WRONG, "online-icon-type", W, "“?”" },
  { ICON, BODY (WIDE_PNG), WRONG, "online-icon-size", W, "17 × 16" },
  { ICON, BODY (PNG), .is_cut = TRUE, WRONG, "online-icon-large", W, "1 MiB" },
  { ICON,
    BODY (PNG),
    .caching = "private, No-Store",
    VERIFIED,
    "online-icon-cache",
    H,
    "No-Store" },
  /* no answer */
  { .end = WAXSEAL_VISIT_PRIVATE, UNKNOWN, "online-private", W, "not asked" },
  { .end = WAXSEAL_VISIT_OUTSIDE, UNKNOWN, "online-practice", H, "practice" },
  { .end = WAXSEAL_VISIT_PLAIN,
    .address = "http://contoso.com/",
    WRONG,
    "online-redirect-plain",
    E,
    "“http://contoso.com/”" },
  { .end = WAXSEAL_VISIT_LOST, WRONG, "online-redirect-lost", E, "end" },
  { .end = WAXSEAL_VISIT_SLOW, UNKNOWN, "online-slow", W, "in time" },
  { .end = WAXSEAL_VISIT_UNREACHABLE, UNKNOWN, "online-no-answer", W, "does not answer" },
  /* of several faults the plainest */
  { .end = WAXSEAL_VISIT_UNTRUSTED,
    .certificate = G_TLS_CERTIFICATE_EXPIRED | G_TLS_CERTIFICATE_UNKNOWN_CA,
    WRONG,
    "online-certificate",
    E,
    "expired" },
  { .end = WAXSEAL_VISIT_UNTRUSTED,
    .certificate = G_TLS_CERTIFICATE_NOT_ACTIVATED,
    WRONG,
    "online-certificate",
    E,
    "yet" },
  { .end = WAXSEAL_VISIT_UNTRUSTED,
    .certificate = G_TLS_CERTIFICATE_BAD_IDENTITY,
    WRONG,
    "online-certificate",
    E,
    "another host" },
  { .end = WAXSEAL_VISIT_UNTRUSTED,
    .certificate = G_TLS_CERTIFICATE_UNKNOWN_CA,
    WRONG,
    "online-certificate",
    E,
    "authority" },
  { .end = WAXSEAL_VISIT_UNTRUSTED,
    .certificate = G_TLS_CERTIFICATE_REVOKED,
    WRONG,
    "online-certificate",
    E,
    "revoked" },
  { .end = WAXSEAL_VISIT_UNTRUSTED,
    .certificate = G_TLS_CERTIFICATE_INSECURE,
    WRONG,
    "online-certificate",
    E,
    "safe" },
  { .end = WAXSEAL_VISIT_UNTRUSTED,
    .certificate = G_TLS_CERTIFICATE_GENERIC_ERROR,
    WRONG,
    "online-certificate",
    E,
    "not valid" },
};

/* Ids that are about a whole file, and tested with the command. */
static const char *const elsewhere[] = { "online-more" };

static GPtrArray *
judge (const Case *one, WaxsealOnlineState *state)
{
  WaxsealManifestAddress address = { HERE, 9, 3, TRUE, one->is_icon, NULL };
  WaxsealVisitAnswer answer = { one->end, NULL, one->status, one->certificate };
  const guint size = 16;
  GPtrArray *findings;

  address.sizes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (address.sizes, size);
  answer.address = (char *) (one->address != NULL ? one->address : HERE);
  answer.content_type = (char *) one->type;
  answer.caching = (char *) one->caching;
  answer.is_cut = one->is_cut;
  if (one->body != NULL)
    answer.body = g_bytes_new_static (one->body, one->size);
  findings = waxseal_online_verdict_list (&address, &answer);
  *state = waxseal_online_verdict_get_state (&address, &answer);
  g_clear_pointer (&answer.body, g_bytes_unref);
  g_array_unref (address.sizes);
  return findings;
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WaxsealOnlineState state;
      g_autoptr (GPtrArray) findings = judge (&cases[i], &state);
      WaxsealFinding *finding = findings->len > 0 ? g_ptr_array_index (findings, 0) : NULL;

      g_test_message ("%u: %s", i, finding != NULL ? waxseal_finding_get_message (finding) : "");
      g_assert_cmpint (state, ==, cases[i].state);
      g_assert_cmpuint (findings->len, ==, cases[i].rule != NULL ? 1 : 0);
      if (finding == NULL)
        continue;
      g_assert_cmpstr (waxseal_finding_get_rule (finding), ==, cases[i].rule);
      g_assert_cmpint (waxseal_finding_get_severity (finding), ==, cases[i].severity);
      g_assert_nonnull (strstr (waxseal_finding_get_message (finding), cases[i].message));
      g_assert_cmpstr (waxseal_finding_get_remedy (finding), !=, "");
      g_assert_cmpuint (waxseal_finding_get_line (finding), ==, 9);
      g_assert_cmpuint (waxseal_finding_get_column (finding), ==, 3);
    }
}

/* The first case says nothing: that is the one that trips no rule. */
static void
test_complete (void)
{
  g_autoptr (GHashTable) tripped = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (elsewhere); i++)
    g_hash_table_add (tripped, (gpointer) elsewhere[i]);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (cases[i].rule != NULL)
      g_hash_table_add (tripped, (gpointer) cases[i].rule);
  for (const WaxsealManifestExplanation *row = waxseal_manifest_explanations_online ();
       row->id != NULL;
       row++)
    {
      g_test_message ("%s", row->id);
      g_assert_true (g_hash_table_remove (tripped, row->id));
    }
  g_assert_cmpuint (g_hash_table_size (tripped), ==, 0);
}

static void
test_description (void)
{
  const guint size = 16;
  WaxsealManifestAddress address = { HERE, 1, 1, TRUE, TRUE, NULL };
  g_autoptr (GBytes) bytes = g_bytes_new_static (PNG, sizeof PNG - 1);
  WaxsealVisitAnswer answer = { .address = HERE, .status = 200, .body = bytes };
  char *text;

  address.sizes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (address.sizes, size);
  answer.content_type = "image/png";
  text = waxseal_online_verdict_describe (&address, &answer);
  g_assert_cmpstr (text, ==, "image/png, 16 × 16 pixels");
  g_free (text);
  address.is_icon = FALSE;
  answer.content_type = "text/html";
  text = waxseal_online_verdict_describe (&address, &answer);
  g_assert_cmpstr (text, ==, "text/html");
  g_free (text);
  answer.content_type = NULL;
  text = waxseal_online_verdict_describe (&address, &answer);
  g_assert_cmpstr (text, ==, "no type given");
  g_free (text);
  g_array_unref (address.sizes);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/online-verdict/cases", test_cases);
  g_test_add_func ("/online-verdict/complete", test_complete);
  g_test_add_func ("/online-verdict/description", test_description);
  return g_test_run ();
}
