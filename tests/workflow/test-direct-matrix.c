/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Phases rolled out by Exchange directly meet all troubles: in the end there is one add-in, for the
 * right people, or a refusal with a remedy; and no phase ever says what was not read back.
 *
 *   test-direct-matrix all|some
 */
#include "direct-job.h"
#include "matrix-run.h"
#include "waxseal-error.h"
#include "waxseal-phase-audience.h"

#define PACE      0.002
#define SLOW_PACE 0.01

static gboolean
is_exchange (const char *request)
{
  return strstr (request, " /adminapi/") != NULL;
}

static gboolean
is_look (const char *request)
{
  return g_str_has_suffix (request, " Get-App");
}

static gboolean
is_read (const char *request)
{
  return strstr (request, "InvokeCommand Get-") != NULL;
}

static gboolean
is_write (const char *request)
{
  return is_exchange (request) && !is_read (request);
}

static gboolean
is_new (const char *request)
{
  return g_str_has_suffix (request, " New-App");
}

static gboolean
is_sign_in (const char *request)
{
  return g_str_has_suffix (request, "/token");
}

#define FAULT   MATRIX_FAULT
#define SECONDS MATRIX_SECONDS
#define STATUS  MATRIX_STATUS
#define STAYS   MATRIX_STAYS
#define NO      MATRIX_NO_REFUSAL

static const MatrixTrouble troubles[] = {
  { "latency", NULL, FAULT ("latency") SECONDS ("0.05"), NO },
  { "slow-body", NULL, FAULT ("slow-body") SECONDS ("0.05"), NO },
  { "reset-before", NULL, FAULT ("reset-before"), NO },
  { "reset-after", NULL, FAULT ("reset-after"), NO, TRUE },
  { "truncated", NULL, FAULT ("truncated"), NO },
  { "wrong-json", NULL, FAULT ("wrong-json"), NO },
  { "cut-json", NULL, FAULT ("cut-json"), NO },
  { "status 500", NULL, FAULT ("status") STATUS ("500"), NO, TRUE },
  { "status 502", NULL, FAULT ("status") STATUS ("502"), NO },
  { "status 503", NULL, FAULT ("status") STATUS ("503"), NO },
  { "503, five times", NULL, FAULT ("status") STATUS ("503") ",\"times\":5", NO },
  { "throttled", NULL, FAULT ("throttled") SECONDS ("2") ",\"times\":2", NO },
  { "conflict", is_exchange, FAULT ("conflict"), NO },
  { "not-found", is_exchange, FAULT ("not-found"), NO },
  { "not-found for good", is_new, FAULT ("not-found") STAYS, WAXSEAL_ERROR_EXCHANGE_REFUSED },
  { "expired-token", is_exchange, FAULT ("expired-token"), NO },
  { "expired-token, twice", is_exchange, FAULT ("expired-token") ",\"times\":2", NO },
  { "forbidden-silent", is_exchange, FAULT ("forbidden-silent"), NO },
  { "forbidden-silent, twice", is_exchange, FAULT ("forbidden-silent") ",\"times\":2", NO },
  { "forbidden-silent for good",
    is_exchange,
    FAULT ("forbidden-silent") STAYS,
    WAXSEAL_ERROR_EXCHANGE_ROLE },
  { "forbidden-nul", is_exchange, FAULT ("forbidden-nul"), NO },
  { "forbidden-nul for good",
    is_write,
    FAULT ("forbidden-nul") STAYS,
    WAXSEAL_ERROR_EXCHANGE_ROLE,
    TRUE },
  { "centralized-deployment", is_write, FAULT ("centralized-deployment"), NO },
  { "centralized-deployment for good",
    is_write,
    FAULT ("centralized-deployment") STAYS,
    WAXSEAL_ERROR_EXCHANGE_REFUSED },
  { "warnings-before", is_exchange, FAULT ("warnings-before"), NO },
  { "warnings-after", is_exchange, FAULT ("warnings-after"), NO, TRUE },
  { "warnings-before for good",
    is_write,
    FAULT ("warnings-before") STAYS,
    WAXSEAL_ERROR_SERVICE_BUSY },
  { "not-replicated, 3 looks", is_look, FAULT ("not-replicated") ",\"times\":3", NO, TRUE },
  { "not-replicated, 0.2 s",
    is_write,
    FAULT ("not-replicated") SECONDS ("0.2"),
    NO,
    FALSE,
    SLOW_PACE },
  { "not-replicated for good",
    is_look,
    FAULT ("not-replicated") STAYS,
    WAXSEAL_ERROR_SERVICE_BUSY },
  { "clock an hour slow", NULL, FAULT ("clock-skew") SECONDS ("-3600"), NO },
  { "clock an hour fast", NULL, FAULT ("clock-skew") SECONDS ("3600"), NO },
  { "refresh-rotated-early", is_sign_in, FAULT ("refresh-rotated-early"), NO },
};

/** Act: @prepare: (nullable): what the administrator does before */
typedef struct
{
  guint phase;
  WaxsealRolloutAction action;
  void (*prepare) (MatrixFixture *fixture);
} Act;

static void
judge_test (MatrixFixture *fixture)
{
  direct_job_judge (fixture, 0);
}

static void
judge_pilot (MatrixFixture *fixture)
{
  direct_job_judge (fixture, 1);
}

static void
name_one_more (MatrixFixture *fixture)
{
  direct_job_name (direct_job_get_phase (fixture, 1), DIRECT_UMA);
}

static const Act whole[] = {
  { 0, WAXSEAL_ROLLOUT_ACTION_DEPLOY, NULL },
  { 1, WAXSEAL_ROLLOUT_ACTION_DEPLOY, judge_test },
  { 1, WAXSEAL_ROLLOUT_ACTION_WIDEN, name_one_more },
  { 2, WAXSEAL_ROLLOUT_ACTION_DEPLOY, judge_pilot },
  { 2, WAXSEAL_ROLLOUT_ACTION_ROLL_BACK, NULL },
};

#define PILOT  DIRECT_GRACE " " DIRECT_SATO " " DIRECT_RINA " " DIRECT_SEAN
#define N_SOME 2

/** Story: how far it is. */
static struct
{
  guint n_acts;
  const char *end;
  guint position;
  gboolean is_prepared;
} story = { G_N_ELEMENTS (whole), "on AlwaysEnabled 1.0.0.0: " PILOT " " DIRECT_UMA };

static void
begin (MatrixFixture *fixture)
{
  direct_job_prepare (fixture);
  story.position = 0;
  story.is_prepared = FALSE;
}

static gboolean
attempt (MatrixFixture *fixture, GError **error)
{
  while (story.position < story.n_acts)
    {
      const Act *act = &whole[story.position];

      if (!story.is_prepared && act->prepare != NULL)
        act->prepare (fixture);
      story.is_prepared = TRUE;
      if (!direct_job_do (fixture, act->phase, act->action, error))
        return FALSE;
      story.position++;
      story.is_prepared = FALSE;
    }
  return TRUE;
}

/* Everyone whom a phase says that it was read back that they have it. */
static char *
describe_claims (MatrixFixture *fixture)
{
  g_auto (GStrv) users = g_new0 (char *, 1);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < 3; i++)
    {
      WaxsealRolloutPhase *phase = direct_job_get_phase (fixture, i);
      char **united;

      if (!waxseal_direct_aim_is_deployed (phase))
        continue;
      if (waxseal_record_get_enum (phase, "deployed-audience") == WAXSEAL_AUDIENCE_EVERYONE)
        return g_strdup ("on AlwaysEnabled 1.0.0.0 Everyone");
      united = waxseal_addresses_unite ((const char *const *) users,
                                        waxseal_record_get_texts (phase, "assigned"));
      g_strfreev (users);
      users = united;
    }
  if (users[0] == NULL)
    return g_strdup ("none");
  joined = g_strjoinv (" ", users);
  return g_strconcat ("on AlwaysEnabled 1.0.0.0: ", joined, NULL);
}

/* What is said is so; unless it is open what became of a change, which the journal knows of. */
static char *
check_half_made (MatrixFixture *fixture)
{
  g_autofree char *found = direct_job_describe (fixture);
  g_autofree char *claimed = describe_claims (fixture);

  if (strstr (found, " of them") != NULL)
    return g_strdup (found);
  if (g_str_equal (found, claimed) || direct_job_count_open (fixture) > 0)
    return NULL;
  return g_strdup_printf ("there is “%s”, and the phases say “%s”", found, claimed);
}

static const char *
get_events (guint phase)
{
  static const char *const events[] = {
    "uploaded verified, assigned verified, judged declared",
    "assigned verified, widened verified, judged declared",
    "assigned verified, rolled-back verified",
  };

  if (phase == 1 && story.n_acts == N_SOME)
    return "assigned verified";
  return phase == 2 && story.n_acts == N_SOME ? "" : events[phase];
}

static char *
check_done (MatrixFixture *fixture)
{
  g_autofree char *found = direct_job_describe (fixture);

  if (!g_str_equal (found, story.end))
    return g_strdup (found);
  if (direct_job_count_open (fixture) > 0)
    return g_strdup ("a change is open in the journal");
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *events = direct_job_describe_events (fixture, i);

      if (!g_str_equal (events, get_events (i)))
        return g_steal_pointer (&events);
    }
  return check_half_made (fixture);
}

static const MatrixJob job = {
  .name = "direct-matrix",
  .begin = begin,
  .attempt = attempt,
  .check_half_made = check_half_made,
  .check_done = check_done,
  .pace = PACE,
};

int
main (int argc, char **argv)
{
  gboolean all;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  all = g_str_equal (argv[1], "all");
  if (!all)
    {
      story.n_acts = N_SOME;
      story.end = "on AlwaysEnabled 1.0.0.0: " PILOT;
    }
  return matrix_run (&job, troubles, G_N_ELEMENTS (troubles), WAXSEAL_SIGN_IN_BROWSER, all);
}
