/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-group-drift.h"

#include <glib/gi18n.h>

#include "waxseal-phase-audience.h"
#include "waxseal-recipient-words.h"

#define MAX_NAMES 5

/* Returns: (nullable): NULL where there is no group. */
static WaxsealGroupDrift *
read_groups (WaxsealRolloutPhase *phase)
{
  GListModel *recipients = G_LIST_MODEL (waxseal_record_get_list (phase, "recipients"));
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  const char *read_on = NULL;
  WaxsealGroupDrift *self;

  for (guint i = 0; i < g_list_model_get_n_items (recipients); i++)
    {
      g_autoptr (WaxsealRecipient) recipient = g_list_model_get_item (recipients, i);
      const char *const *addresses = waxseal_record_get_texts (recipient, "member-addresses");
      const char *date = waxseal_record_get_text (recipient, "members-on");

      if (!waxseal_recipient_is_group (recipient))
        continue;
      for (guint k = 0; addresses[k] != NULL; k++)
        g_ptr_array_add (members, (gpointer) addresses[k]); /* the phase keeps them */
      if (read_on == NULL || g_strcmp0 (date, read_on) < 0)
        read_on = date;
    }
  if (read_on == NULL)
    return NULL;
  g_ptr_array_add (members, NULL);
  self = g_new0 (WaxsealGroupDrift, 1);
  self->read_on = g_strdup (read_on);
  self->joined = waxseal_addresses_subtract ((const char *const *) members->pdata,
                                             waxseal_record_get_texts (phase, "assigned"));
  return self;
}

/**
 * waxseal_group_drift_new:
 * @phase: that Exchange has deployed
 *
 * Returns: (transfer full) (nullable): what changed since; %NULL where it names no group
 */
WaxsealGroupDrift *
waxseal_group_drift_new (WaxsealRolloutPhase *phase)
{
  WaxsealGroupDrift *self = read_groups (phase);
  g_auto (GStrv) planned = waxseal_phase_audience_dup_planned (phase, WAXSEAL_ROAD_EXCHANGE, NULL);

  if (self != NULL)
    self->left = waxseal_addresses_subtract (waxseal_record_get_texts (phase, "assigned"),
                                             (const char *const *) planned);
  return self;
}

/** waxseal_group_drift_free: @self: (transfer full): no longer needed */
void
waxseal_group_drift_free (WaxsealGroupDrift *self)
{
  g_strfreev (self->joined);
  g_strfreev (self->left);
  g_free (self->read_on);
  g_free (self);
}

static char *
join_first (char **addresses)
{
  g_autoptr (GStrvBuilder) shown = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  for (guint i = 0; addresses[i] != NULL && i <= MAX_NAMES; i++)
    g_strv_builder_add (shown, i < MAX_NAMES ? addresses[i] : "…");
  strv = g_strv_builder_end (shown);
  return g_strjoinv (", ", strv);
}

static char *
describe_joined (char **addresses)
{
  guint n = g_strv_length (addresses);
  g_autofree char *names = join_first (addresses);

  if (n == 0)
    return NULL;
  return g_strdup_printf (
    ngettext ("%u joined and does not have the add-in: %s. Widen the phase for that person.",
              "%u joined and do not have the add-in: %s. Widen the phase for them.",
              n),
    n,
    names);
}

static char *
describe_left (char **addresses)
{
  guint n = g_strv_length (addresses);
  g_autofree char *names = join_first (addresses);

  if (n == 0)
    return NULL;
  return g_strdup_printf (
    ngettext ("%u left and still has the add-in: %s. Narrow the phase to take it back.",
              "%u left and still have the add-in: %s. Narrow the phase to take it back.",
              n),
    n,
    names);
}

/** waxseal_group_drift_describe: Returns: (transfer full): what changed, in lines, translated. */
char *
waxseal_group_drift_describe (const WaxsealGroupDrift *self)
{
  g_autofree char *joined = describe_joined (self->joined);
  g_autofree char *left = describe_left (self->left);

  if (joined == NULL && left == NULL)
    return g_strdup (_ ("The members are those that it was assigned to"));
  if (joined == NULL)
    return g_steal_pointer (&left);
  return left != NULL ? g_strconcat (joined, "\n", left, NULL) : g_steal_pointer (&joined);
}
