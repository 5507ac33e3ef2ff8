/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-practice-call.h"

G_BEGIN_DECLS

/** WaxsealPracticeStage: when on a request's way a fault does what it does. */
typedef enum
{
  WAXSEAL_PRACTICE_STAGE_DELAY,       /* the request waits for some seconds */
  WAXSEAL_PRACTICE_STAGE_HOLD_BEFORE, /* it waits until it is released */
  WAXSEAL_PRACTICE_STAGE_ANSWER,      /* it is answered without the effect */
  WAXSEAL_PRACTICE_STAGE_ALTER,       /* something is otherwise while it is handled */
  WAXSEAL_PRACTICE_STAGE_CHANGE,      /* it had its effect, to which something is added */
  WAXSEAL_PRACTICE_STAGE_SPOIL,       /* it had its effect, the reply is not as it should be */
  WAXSEAL_PRACTICE_STAGE_HOLD_AFTER,  /* it had its effect, the reply waits until it is released */
} WaxsealPracticeStage;

typedef struct _WaxsealPracticeRule WaxsealPracticeRule;

/**
 * WaxsealPracticeFault:
 * @needs: (nullable): the member without which a rule cannot have it: "seconds" or "status"
 * @status: of the reply, where it is always the same; so are @code and @text
 * @act: (nullable): does it
 * @of_cmdlets: whether it meets requests for cmdlets only
 */
typedef struct
{
  const char *name;
  WaxsealPracticeStage stage;
  const char *needs;
  void (*act) (WaxsealPracticeCall *call, const WaxsealPracticeRule *rule);
  guint status;
  const char *code;
  const char *text;
  gboolean of_cmdlets;
} WaxsealPracticeFault;

/** WaxsealPracticeRule: one object of a script (waxseal-practice-faults.h). Counted. */
struct _WaxsealPracticeRule
{
  const WaxsealPracticeFault *fault;
  char *on;
  gint64 skip;  /* matching requests that it still lets pass */
  gint64 every; /* of those after: the n-th, the 2n-th and so on */
  gint64 seen;  /* of those */
  gint64 times; /* requests that it still meets; below 0: all */
  double seconds;
  guint status;
  char *text; /* nullable */
};

/* By name; of two with the same name, the one whose need a rule with @members meets. */
const WaxsealPracticeFault *waxseal_practice_fault_find (const char *name, JsonObject *members);
char *waxseal_practice_fault_dup_names (void);

WaxsealPracticeRule *waxseal_practice_rule_read (JsonNode *node, GError **error);
JsonObject *waxseal_practice_rule_describe (const WaxsealPracticeRule *self);
gboolean waxseal_practice_rule_matches (const WaxsealPracticeRule *self, const char *route);
gboolean waxseal_practice_rule_take (WaxsealPracticeRule *self);

WaxsealPracticeRule *waxseal_practice_rule_ref (WaxsealPracticeRule *self);
void waxseal_practice_rule_unref (WaxsealPracticeRule *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealPracticeRule, waxseal_practice_rule_unref)

G_END_DECLS
