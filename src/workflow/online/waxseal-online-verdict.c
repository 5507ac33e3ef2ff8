/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-online-verdict.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>
#include <string.h>

#include "waxseal-finding.h"
#include "waxseal-manifest-explanation.h"
#include "waxseal-picture-header.h"

#define STATUS_TOO_MANY_REQUESTS 429 /* RFC 6585; libsoup has no name for it */

/** Judge: the case, and what is found. */
typedef struct
{
  const WaxsealManifestAddress *address;
  const WaxsealVisitAnswer *answer;
  GPtrArray *findings;
} Judge;

/* As bad as its rule is, or with a severity of its own. */
static void
add_as (Judge *judge, WaxsealSeverity severity, const char *rule, char *message)
{
  WaxsealManifestExplanation one;

  g_return_if_fail (waxseal_manifest_explanation_find (rule, &one));
  g_ptr_array_add (judge->findings,
                   waxseal_finding_new (severity,
                                        one.id,
                                        judge->address->line,
                                        judge->address->column,
                                        NULL,
                                        message,
                                        _ (one.remedy)));
}

static void
add (Judge *judge, const char *rule, char *message)
{
  WaxsealManifestExplanation one;

  g_return_if_fail (waxseal_manifest_explanation_find (rule, &one));
  add_as (judge, one.severity, rule, message);
}

/* What is wrong with a certificate, the plainest first. */
static const struct
{
  GTlsCertificateFlags flag;
  const char *text;
} certificate_faults[] = {
  { G_TLS_CERTIFICATE_EXPIRED, N_ ("Its certificate has expired.") },
  { G_TLS_CERTIFICATE_NOT_ACTIVATED, N_ ("Its certificate is not valid yet.") },
  { G_TLS_CERTIFICATE_REVOKED, N_ ("Its certificate was revoked.") },
  { G_TLS_CERTIFICATE_BAD_IDENTITY, N_ ("Its certificate is for another host.") },
  { G_TLS_CERTIFICATE_UNKNOWN_CA,
    N_ ("Its certificate comes from an authority that this computer does not trust.") },
  { G_TLS_CERTIFICATE_INSECURE, N_ ("Its certificate uses a method that is no longer safe.") },
};

static char *
describe_certificate (GTlsCertificateFlags flags)
{
  for (guint i = 0; i < G_N_ELEMENTS (certificate_faults); i++)
    if (flags & certificate_faults[i].flag)
      return g_strdup (_ (certificate_faults[i].text));
  return g_strdup (_ ("Its certificate is not valid."));
}

static char *
describe_no_answer (const char *details)
{
  if (details == NULL)
    return g_strdup (_ ("It does not answer."));
  /* Translators: %s is an error in the words of the system */
  return g_strdup_printf (_ ("It does not answer: %s."), details);
}

static void
judge_status (Judge *judge)
{
  guint status = judge->answer->status;
  gboolean is_busy = status >= 500 || status == STATUS_TOO_MANY_REQUESTS;
  const char *phrase = soup_status_get_phrase (status);

  if (status == SOUP_STATUS_OK)
    return;
  add (judge,
       is_busy ? "online-busy" : "online-status",
       /* Translators: a status of HTTP, as a number and in words: 404 (Not Found) */
       g_strdup_printf (_ ("It answers %u (%s)."), status, phrase));
}

static void
judge_redirect (Judge *judge)
{
  if (strcmp (judge->address->address, judge->answer->address) != 0)
    add (judge,
         "online-redirected",
         /* Translators: %s is an address */
         g_strdup_printf (_ ("It leads on to “%s”."), judge->answer->address));
}

/* The sizes that the picture has not, as “16, 32”; NULL for none. */
static char *
list_other_sizes (GArray *sizes, const WaxsealPictureHeader *header)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < sizes->len; i++)
    {
      guint size = g_array_index (sizes, guint, i);

      if (size != header->width || size != header->height)
        g_string_append_printf (text, "%s%u", text->len > 0 ? ", " : "", size);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
judge_size (Judge *judge, const WaxsealPictureHeader *header)
{
  g_autofree char *others = list_other_sizes (judge->address->sizes, header);

  if (header->width > 0 && header->height > 0 && others != NULL)
    add (judge,
         "online-icon-size",
         /* Translators: width and height in pixels, and a list of sizes: 16, 32 */
         g_strdup_printf (_ (
                            "The picture has %u × %u pixels; the manifest uses it in the size %s."),
                          header->width,
                          header->height,
                          others));
}

static void
judge_picture (Judge *judge)
{
  const char *type = judge->answer->content_type;
  WaxsealPictureHeader header;

  if (!waxseal_picture_header_read (judge->answer->body, &header))
    add (judge,
         "online-icon-type",
         g_strdup_printf (_ ("It is no picture that Waxseal knows, but “%s”."),
                          type != NULL ? type : "?"));
  else if (!header.is_shown)
    add (judge,
         "online-icon-type",
         /* Translators: %s is a kind of pictures: WebP */
         g_strdup_printf (_ ("It is a picture of the kind %s, which Outlook does not show."),
                          header.name));
  else if (type == NULL || g_ascii_strncasecmp (type, "image/", strlen ("image/")) != 0)
    add_as (judge,
            WAXSEAL_SEVERITY_WARNING,
            "online-icon-type",
            g_strdup_printf (_ ("It is a picture, but the host calls it “%s”."),
                             type != NULL ? type : "?"));
  else
    judge_size (judge, &header);
}

static gboolean
is_uncached (const char *caching)
{
  static const char *const words[] = { "no-store", "no-cache" };
  g_autofree char *lower = caching != NULL ? g_ascii_strdown (caching, -1) : NULL;

  for (guint i = 0; lower != NULL && i < G_N_ELEMENTS (words); i++)
    if (strstr (lower, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
judge_icon (Judge *judge)
{
  if (judge->answer->body == NULL)
    return;
  judge_picture (judge);
  if (judge->answer->is_cut)
    add (judge, "online-icon-large", g_strdup (_ ("The picture has more than 1 MiB.")));
  if (is_uncached (judge->answer->caching))
    add (judge,
         "online-icon-cache",
         g_strdup_printf (_ ("The host answers “Cache-Control: %s”."), judge->answer->caching));
}

static void
judge_answer (Judge *judge)
{
  judge_status (judge);
  if (judge->address->is_icon)
    judge_icon (judge);
  judge_redirect (judge);
}

static void
judge_end (Judge *judge)
{
  const WaxsealVisitAnswer *answer = judge->answer;

  switch (answer->end)
    {
    case WAXSEAL_VISIT_ANSWERED:
      judge_answer (judge);
      break;
    case WAXSEAL_VISIT_PRIVATE:
      add (judge,
           "online-private",
           g_strdup (
             _ ("It leads to this computer or into a private network, and was not asked.")));
      break;
    case WAXSEAL_VISIT_OUTSIDE:
      add (judge, "online-practice", g_strdup (_ ("It was not asked, since this is practice.")));
      break;
    case WAXSEAL_VISIT_PLAIN:
      add (judge,
           "online-redirect-plain",
           g_strdup_printf (_ ("It leads on to “%s”, which is not https."), answer->address));
      break;
    case WAXSEAL_VISIT_LOST:
      add (judge, "online-redirect-lost", g_strdup (_ ("It leads on without coming to an end.")));
      break;
    case WAXSEAL_VISIT_UNTRUSTED:
      add (judge, "online-certificate", describe_certificate (answer->certificate));
      break;
    case WAXSEAL_VISIT_SLOW:
      add (judge, "online-slow", g_strdup (_ ("It did not answer in time.")));
      break;
    case WAXSEAL_VISIT_UNREACHABLE:
    default:
      add (judge, "online-no-answer", describe_no_answer (answer->details));
      break;
    }
}

/**
 * waxseal_online_verdict_list:
 * @address: what the manifest claims
 * @answer: what it got
 *
 * The messages are about “it”, the address, which they do not name.
 *
 * Returns: (transfer full) (element-type WaxsealFinding): what there is to say, the worst first
 */
GPtrArray *
waxseal_online_verdict_list (const WaxsealManifestAddress *address,
                             const WaxsealVisitAnswer *answer)
{
  Judge judge = { address, answer, g_ptr_array_new_with_free_func (g_object_unref) };

  judge_end (&judge);
  return judge.findings;
}

static gboolean
is_answer (const WaxsealVisitAnswer *answer)
{
  switch (answer->end)
    {
    case WAXSEAL_VISIT_ANSWERED:
      return answer->status < 500 && answer->status != STATUS_TOO_MANY_REQUESTS;
    case WAXSEAL_VISIT_PLAIN:
    case WAXSEAL_VISIT_LOST:
    case WAXSEAL_VISIT_UNTRUSTED:
      return TRUE;
    case WAXSEAL_VISIT_PRIVATE:
    case WAXSEAL_VISIT_OUTSIDE:
    case WAXSEAL_VISIT_SLOW:
    case WAXSEAL_VISIT_UNREACHABLE:
    default:
      return FALSE;
    }
}

/** waxseal_online_verdict_get_state: Returns: what is known of the address now; a hint leaves it
 * verified. */
WaxsealOnlineState
waxseal_online_verdict_get_state (const WaxsealManifestAddress *address,
                                  const WaxsealVisitAnswer *answer)
{
  g_autoptr (GPtrArray) findings = waxseal_online_verdict_list (address, answer);

  if (!is_answer (answer))
    return WAXSEAL_ONLINE_UNKNOWN;
  for (guint i = 0; i < findings->len; i++)
    if (waxseal_finding_get_severity (g_ptr_array_index (findings, i)) != WAXSEAL_SEVERITY_HINT)
      return WAXSEAL_ONLINE_WRONG;
  return WAXSEAL_ONLINE_VERIFIED;
}

/** waxseal_online_verdict_describe: Returns: (transfer full): what it answered with, where it is
 * verified: “image/png, 64 × 64 pixels”. */
char *
waxseal_online_verdict_describe (const WaxsealManifestAddress *address,
                                 const WaxsealVisitAnswer *answer)
{
  const char *type = answer->content_type != NULL ? answer->content_type : _ ("no type given");
  WaxsealPictureHeader header;

  if (!address->is_icon || answer->body == NULL ||
      !waxseal_picture_header_read (answer->body, &header) || header.width == 0)
    return g_strdup (type);
  /* Translators: a type such as image/png, width and height */
  return g_strdup_printf (_ ("%s, %u × %u pixels"), type, header.width, header.height);
}
