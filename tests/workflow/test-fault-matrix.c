/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A whole set-up meets all troubles: in the end there is one of each, or a refusal with a remedy.
 *
 *   test-fault-matrix all|some code|browser
 */
#include "matrix-run.h"
#include "matrix-state.h"
#include "waxseal-error.h"

/* Two minutes of patience take a quarter of a second; in the practice tenant a new secret takes a
 * whole one, whatever the pace. */
#define PACE      0.002
#define SLOW_PACE 0.02

static gboolean
is_graph (const char *request)
{
  return strstr (request, " /v1.0/") != NULL;
}

static gboolean
is_graph_write (const char *request)
{
  return is_graph (request) && !g_str_has_prefix (request, "GET ");
}

static gboolean
is_sign_in (const char *request)
{
  return !is_graph (request);
}

static gboolean
is_token (const char *request)
{
  return g_str_has_suffix (request, "/token");
}

static gboolean
is_secret (const char *request)
{
  return g_str_has_suffix (request, "/addPassword");
}

static const MatrixTrouble troubles[] = {
  { "latency", NULL, MATRIX_FAULT ("latency") MATRIX_SECONDS ("0.05"), MATRIX_NO_REFUSAL },
  { "slow-body", NULL, MATRIX_FAULT ("slow-body") MATRIX_SECONDS ("0.05"), MATRIX_NO_REFUSAL },
  { "reset-before", NULL, MATRIX_FAULT ("reset-before"), MATRIX_NO_REFUSAL, TRUE },
  { "reset-after", NULL, MATRIX_FAULT ("reset-after"), MATRIX_NO_REFUSAL, TRUE },
  { "truncated", NULL, MATRIX_FAULT ("truncated"), MATRIX_NO_REFUSAL, TRUE },
  { "wrong-json", NULL, MATRIX_FAULT ("wrong-json"), MATRIX_NO_REFUSAL },
  { "cut-json", NULL, MATRIX_FAULT ("cut-json"), MATRIX_NO_REFUSAL },
  { "status 500", NULL, MATRIX_FAULT ("status") MATRIX_STATUS ("500"), MATRIX_NO_REFUSAL },
  { "status 502", NULL, MATRIX_FAULT ("status") MATRIX_STATUS ("502"), MATRIX_NO_REFUSAL },
  { "status 503", NULL, MATRIX_FAULT ("status") MATRIX_STATUS ("503"), MATRIX_NO_REFUSAL },
  { "503, five times",
    NULL,
    MATRIX_FAULT ("status") MATRIX_STATUS ("503") ",\"times\":5",
    MATRIX_NO_REFUSAL },
  { "throttled",
    NULL,
    MATRIX_FAULT ("throttled") MATRIX_SECONDS ("2") ",\"times\":2",
    MATRIX_NO_REFUSAL },
  { "not-found", is_graph, MATRIX_FAULT ("not-found"), MATRIX_NO_REFUSAL },
  { "not-found, 3 times",
    is_graph,
    MATRIX_FAULT ("not-found") ",\"times\":3",
    MATRIX_NO_REFUSAL,
    TRUE },
  { "no-application",
    is_graph_write,
    MATRIX_FAULT ("no-application") ",\"times\":3",
    MATRIX_NO_REFUSAL },
  { "not-a-valid-reference",
    is_graph_write,
    MATRIX_FAULT ("not-a-valid-reference") ",\"times\":3",
    MATRIX_NO_REFUSAL },
  { "forbidden", is_graph, MATRIX_FAULT ("forbidden"), MATRIX_NO_REFUSAL, TRUE },
  { "forbidden for good",
    is_graph,
    MATRIX_FAULT ("forbidden") MATRIX_STAYS,
    WAXSEAL_ERROR_ROLE_MISSING },
  { "conflict", is_graph, MATRIX_FAULT ("conflict"), MATRIX_NO_REFUSAL },
  { "expired-token", is_graph, MATRIX_FAULT ("expired-token"), MATRIX_NO_REFUSAL, TRUE },
  { "expired-token, twice",
    is_graph,
    MATRIX_FAULT ("expired-token") ",\"times\":2",
    MATRIX_NO_REFUSAL },
  { "clock an hour slow",
    NULL,
    MATRIX_FAULT ("clock-skew") MATRIX_SECONDS ("-3600"),
    MATRIX_NO_REFUSAL },
  { "clock an hour fast",
    NULL,
    MATRIX_FAULT ("clock-skew") MATRIX_SECONDS ("3600"),
    MATRIX_NO_REFUSAL },
  { "consent-refused", is_sign_in, MATRIX_FAULT ("consent-refused"), MATRIX_NO_REFUSAL },
  { "consent-refused for good",
    is_sign_in,
    MATRIX_FAULT ("consent-refused") MATRIX_STAYS,
    WAXSEAL_ERROR_SIGN_IN_DECLINED,
    TRUE },
  { "refresh-rotated-early", is_token, MATRIX_FAULT ("refresh-rotated-early"), MATRIX_NO_REFUSAL },
  { "secret-not-yet, told",
    is_token,
    MATRIX_FAULT ("secret-not-yet") ",\"times\":3",
    MATRIX_NO_REFUSAL },
  { "secret-not-yet",
    is_secret,
    MATRIX_FAULT ("secret-not-yet") MATRIX_SECONDS ("2"),
    MATRIX_NO_REFUSAL,
    TRUE,
    SLOW_PACE },
  { "policy-lifetime",
    is_secret,
    MATRIX_FAULT ("policy-lifetime"),
    MATRIX_NO_REFUSAL,
    FALSE,
    SLOW_PACE },
  { "policy-lifetime for good",
    is_secret,
    MATRIX_FAULT ("policy-lifetime") MATRIX_STAYS,
    WAXSEAL_ERROR_SECRET_LIFETIME,
    TRUE,
    SLOW_PACE },
  { "policy-blocked",
    is_secret,
    MATRIX_FAULT ("policy-blocked"),
    MATRIX_NO_REFUSAL,
    FALSE,
    SLOW_PACE },
  { "policy-blocked for good",
    is_secret,
    MATRIX_FAULT ("policy-blocked") MATRIX_STAYS,
    WAXSEAL_ERROR_SECRETS_BLOCKED,
    TRUE,
    SLOW_PACE },
};

/* What is lost goes first. */
static gboolean
repair (MatrixFixture *fixture, const GError *error, GError **again)
{
  return !g_error_matches (error, WAXSEAL_ERROR, WAXSEAL_ERROR_ORPHAN_SECRET) ||
         matrix_fixture_remove_orphans (fixture, again);
}

/* What the person may do, the application may not: only the proof tells that it does not work. */
static gboolean
is_expected (const MatrixTrouble *trouble, const GError *error)
{
  return trouble->refusal == WAXSEAL_ERROR_ROLE_MISSING && error->code == WAXSEAL_ERROR_NOT_PROVED;
}

static const MatrixJob setup = {
  .name = "fault-matrix",
  .attempt = matrix_fixture_attempt,
  .repair = repair,
  .is_expected = is_expected,
  .check_half_made = matrix_state_check_half_made,
  .check_done = matrix_state_check_done,
  .pace = PACE,
};

int
main (int argc, char **argv)
{
  MatrixJob job = setup;
  gboolean code;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  code = g_str_equal (argv[2], "code");
  if (code)
    {
      /* The rest is the same whatever the way. A code is entered before it is asked for. */
      job.is_met = is_sign_in;
      job.pace = SLOW_PACE;
    }
  return matrix_run (&job,
                     troubles,
                     G_N_ELEMENTS (troubles),
                     code ? WAXSEAL_SIGN_IN_CODE : WAXSEAL_SIGN_IN_BROWSER,
                     g_str_equal (argv[1], "all"));
}
