/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether groups are what a phase was assigned by. */
#include <string.h>

#include "waxseal-group-drift.h"

#include "waxseal-recipient.h"
#include "waxseal-rollout-enums.h"

/* “a@x b@x”, or “[a@x,b@x]” for a group and “[]” for an empty one. */
static WaxsealRolloutPhase *
make_phase (const char *recipients, const char *assigned)
{
  WaxsealRolloutPhase *phase = g_object_new (WAXSEAL_TYPE_ROLLOUT_PHASE, NULL);
  g_auto (GStrv) words = g_strsplit (recipients, " ", -1);
  g_auto (GStrv) addresses = g_strsplit (assigned, " ", -1);

  g_object_set (phase, "assigned", *assigned != '\0' ? addresses : NULL, NULL);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (WaxsealRecipient) recipient = g_object_new (WAXSEAL_TYPE_RECIPIENT, NULL);
      g_auto (GStrv) members = NULL;

      if (*words[i] != '[')
        waxseal_record_set_text (recipient, "address", words[i]);
      else
        {
          words[i][strlen (words[i]) - 1] = '\0';
          members = g_strsplit (words[i] + 1, ",", -1);
          g_object_set (recipient,
                        "kind",
                        WAXSEAL_RECIPIENT_KIND_GROUP,
                        "members-on",
                        "2026-11-25T09:00:00Z",
                        "member-addresses",
                        members,
                        NULL);
        }
      g_list_store_append (waxseal_record_get_list (phase, "recipients"), recipient);
    }
  return phase;
}

static const struct
{
  const char *recipients;
  const char *assigned;
  const char *joined; /* NULL: there is no group */
  const char *left;
  const char *message;
} rows[] = {
  { "a@x", "a@x", NULL, NULL, NULL },
  { "[a@x,b@x]", "a@x b@x", "", "", "The members are those that it was assigned to" },
  { "[]", "", "", "", "The members are those that it was assigned to" },
  { "[A@X]", "a@x", "", "", NULL },
  { "[a@x,b@x] c@x",
    "a@x c@x",
    "b@x",
    "",
    "1 joined and does not have the add-in: b@x. Widen the phase for that person." },
  { "[a@x]",
    "a@x b@x c@x",
    "",
    "b@x c@x",
    "2 left and still have the add-in: b@x, c@x. Narrow the phase to take it back." },
  { "[a@x] [b@x,c@x]", "a@x d@x", "b@x c@x", "d@x", NULL },
  { "[a@x,b@x,c@x,d@x,e@x,f@x,g@x]",
    "a@x",
    "b@x c@x d@x e@x f@x g@x",
    "",
    "6 joined and do not have the add-in: b@x, c@x, d@x, e@x, f@x, …. Widen the phase for them." },
  /* Who is named himself is in it, but did not join. */
  { "[a@x] b@x", "a@x", "", "", NULL },
};

static void
assert_words (char **addresses, const char *expected)
{
  g_autofree char *joined = g_strjoinv (" ", addresses);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (WaxsealRolloutPhase) phase = make_phase (rows[i].recipients, rows[i].assigned);
      g_autoptr (WaxsealGroupDrift) drift = waxseal_group_drift_new (phase);
      g_autofree char *message = drift != NULL ? waxseal_group_drift_describe (drift) : NULL;

      g_test_message ("%s", rows[i].recipients);
      if (rows[i].joined == NULL)
        {
          g_assert_null (drift);
          continue;
        }
      assert_words (drift->joined, rows[i].joined);
      assert_words (drift->left, rows[i].left);
      g_assert_cmpstr (drift->read_on, ==, "2026-11-25T09:00:00Z");
      if (rows[i].message != NULL)
        g_assert_cmpstr (message, ==, rows[i].message);
    }
}

/* Of a group that nobody read, nothing is said to be as it was. */
static void
test_unread (void)
{
  g_autoptr (WaxsealRolloutPhase) phase = make_phase ("[a@x] [b@x]", "a@x b@x");
  GListModel *recipients = G_LIST_MODEL (waxseal_record_get_list (phase, "recipients"));
  g_autoptr (WaxsealRecipient) group = g_list_model_get_item (recipients, 1);
  g_autoptr (WaxsealGroupDrift) drift = NULL;

  waxseal_record_set_text (group, "members-on", "");
  drift = waxseal_group_drift_new (phase);
  g_assert_cmpstr (drift->read_on, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/group-drift/rows", test_rows);
  g_test_add_func ("/group-drift/unread", test_unread);
  return g_test_run ();
}
