/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each request of a job meets each trouble that the practice tenant can make. What fails is resumed
 * as its remedy says; in the end the job is done, with nothing made twice and nothing lost, or
 * there is a refusal with a remedy. Prints a table of what came of it.
 */
#pragma once

#include "matrix-fixture.h"

G_BEGIN_DECLS

#define MATRIX_NO_REFUSAL -1

/* Members of a rule besides "on" and "skip". */
#define MATRIX_FAULT(name)      "\"fault\":\"" name "\""
#define MATRIX_STAYS            ",\"times\":-1"
#define MATRIX_SECONDS(seconds) ",\"seconds\":" seconds
#define MATRIX_STATUS(status)   ",\"status\":" status

/**
 * MatrixTrouble: a row of the matrix.
 * @is_at: (nullable): which requests it can come from, "POST /v1.0/applications"; %NULL for all
 * @rule: the members of the rule besides "on" and "skip"
 * @refusal: how a job may end for good while the trouble stays
 * @is_quick: whether it is in the reduced matrix
 * @pace: of the waits; 0 for the usual one
 */
typedef struct
{
  const char *name;
  gboolean (*is_at) (const char *request);
  const char *rule;
  int refusal;
  gboolean is_quick;
  double pace;
} MatrixTrouble;

/**
 * MatrixJob: what is done, and what it has to leave behind.
 * @begin: (nullable): for each case, after all was made new
 * @attempt: does what is left of it, as often as it is called
 * @repair: (nullable): what an error's remedy asks for besides trying again
 * @is_expected: (nullable): whether an error stands for the refusal of a trouble, beside its code
 * @check_half_made: after each failure; returns (transfer full) (nullable) what is wrong
 * @check_done: likewise, at the end
 * @is_met: (nullable): which requests are met at all, of those that Waxseal sends
 */
typedef struct
{
  const char *name;
  void (*begin) (MatrixFixture *fixture);
  gboolean (*attempt) (MatrixFixture *fixture, GError **error);
  gboolean (*repair) (MatrixFixture *fixture, const GError *error, GError **again);
  gboolean (*is_expected) (const MatrixTrouble *trouble, const GError *error);
  char *(*check_half_made) (MatrixFixture *fixture);
  char *(*check_done) (MatrixFixture *fixture);
  gboolean (*is_met) (const char *request);
  double pace;
} MatrixJob;

/* @way: of the sign-in; @all: not just the quick troubles. Returns: the status of the tests. */
int matrix_run (const MatrixJob *job,
                const MatrixTrouble *troubles,
                guint n_troubles,
                WaxsealSignInWay way,
                gboolean all);

G_END_DECLS
