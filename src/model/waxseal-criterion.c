/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-criterion.h"

#include <glib/gi18n.h>

#include "waxseal-enum-types.h"
#include "waxseal-rollout-enums.h"

/**
 * WaxsealCriterion:
 *
 * One go/no-go criterion of a phase. Those that Waxseal proposes are stored in English, and shown
 * in the user's language by waxseal_criterion_get_label().
 */
struct _WaxsealCriterion
{
  WaxsealRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealCriterion, waxseal_criterion, WAXSEAL_TYPE_RECORD)

static void
waxseal_criterion_class_init (WaxsealCriterionClass *klass)
{
  waxseal_record_class_install (klass,
                                waxseal_record_text_pspec ("text"),
                                waxseal_record_enum_pspec ("result",
                                                           WAXSEAL_TYPE_TEST_RESULT,
                                                           WAXSEAL_TEST_RESULT_OPEN),
                                waxseal_record_text_pspec ("judged-on"),
                                waxseal_record_text_pspec ("judged-by"),
                                waxseal_record_text_pspec ("notes"),
                                NULL);
}

static void
waxseal_criterion_init (WaxsealCriterion *self)
{
}

/** waxseal_criterion_get_label: Returns: (transfer none): what has to be true, translated where
 * Waxseal proposed it. */
const char *
waxseal_criterion_get_label (WaxsealCriterion *self)
{
  static const char *const proposed[] = {
    N_ ("Every user of the phase sees the button"),
    N_ ("An encrypted message was sent from each Outlook client in use"),
    N_ ("A recipient outside could open it"),
    N_ ("No problem is open that would stop more users"),
  };
  const char *text = waxseal_record_get_text (self, "text");

  for (guint i = 0; i < G_N_ELEMENTS (proposed); i++)
    if (g_str_equal (text, proposed[i]))
      return _ (proposed[i]);
  return text;
}
