/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-phase-reach.h"

#include "waxseal-rollout-enums.h"

static void
add (GHashTable *words, const char *word)
{
  if (*word != '\0')
    g_hash_table_add (words, g_utf8_strdown (word, -1));
}

static gboolean
has (GHashTable *words, const char *word)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);

  return g_hash_table_contains (words, lower);
}

static gboolean
is_group (WaxsealRecipient *recipient)
{
  return waxseal_record_get_enum (recipient, "kind") == WAXSEAL_RECIPIENT_KIND_GROUP;
}

/* Of a group that nobody looked up there is only its address. */
static const char *
get_group_key (WaxsealRecipient *group)
{
  const char *id = waxseal_record_get_text (group, "object-id");

  return *id != '\0' ? id : waxseal_record_get_text (group, "address");
}

static void
add_group (WaxsealPhaseReach *self, WaxsealRecipient *group)
{
  const char *const *members = waxseal_record_get_texts (group, "member-addresses");

  add (self->groups, get_group_key (group));
  if (*waxseal_record_get_text (group, "members-on") == '\0')
    {
      g_ptr_array_add (self->unknown, group);
      return;
    }
  for (guint i = 0; members != NULL && members[i] != NULL; i++)
    add (self->people, members[i]);
  self->has_nested = self->has_nested || waxseal_record_get_number (group, "n-nested") > 0;
}

static void
add_recipient (WaxsealPhaseReach *self, WaxsealRecipient *recipient)
{
  const char *address = waxseal_record_get_text (recipient, "address");

  if (is_group (recipient))
    add_group (self, recipient);
  else if (*address == '\0')
    g_ptr_array_add (self->unknown, recipient);
  else
    add (self->people, address);
}

/** waxseal_phase_reach_init: @own_address: (nullable): of the administrator, for “Just me”. */
void
waxseal_phase_reach_init (WaxsealPhaseReach *self,
                          WaxsealRolloutPhase *phase,
                          const char *own_address)
{
  GListModel *recipients = G_LIST_MODEL (waxseal_record_get_list (phase, "recipients"));
  WaxsealAudience audience = waxseal_record_get_enum (phase, "audience");
  guint n = audience == WAXSEAL_AUDIENCE_SPECIFIC ? g_list_model_get_n_items (recipients) : 0;

  *self = (WaxsealPhaseReach){ .is_everyone = audience == WAXSEAL_AUDIENCE_EVERYONE };
  self->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->unknown = g_ptr_array_new ();
  if (audience == WAXSEAL_AUDIENCE_JUST_ME && own_address != NULL)
    add (self->people, own_address);
  for (guint i = 0; i < n; i++)
    {
      /* The phase keeps it. */
      g_autoptr (WaxsealRecipient) recipient = g_list_model_get_item (recipients, i);

      add_recipient (self, recipient);
    }
}

void
waxseal_phase_reach_clear (WaxsealPhaseReach *self)
{
  g_clear_pointer (&self->people, g_hash_table_unref);
  g_clear_pointer (&self->groups, g_hash_table_unref);
  g_clear_pointer (&self->unknown, g_ptr_array_unref);
}

/** waxseal_phase_reach_has_group: Returns: whether @group itself is named. */
gboolean
waxseal_phase_reach_has_group (const WaxsealPhaseReach *self, WaxsealRecipient *group)
{
  return is_group (group) && has (self->groups, get_group_key (group));
}

/** waxseal_phase_reach_contains: Returns: whether it is certain that all of @recipient is reached.
 */
gboolean
waxseal_phase_reach_contains (const WaxsealPhaseReach *self, WaxsealRecipient *recipient)
{
  const char *const *members = waxseal_record_get_texts (recipient, "member-addresses");

  if (self->is_everyone || waxseal_phase_reach_has_group (self, recipient))
    return TRUE;
  if (!is_group (recipient))
    return has (self->people, waxseal_record_get_text (recipient, "address"));
  if (*waxseal_record_get_text (recipient, "members-on") == '\0')
    return FALSE;
  for (guint i = 0; members != NULL && members[i] != NULL; i++)
    if (!has (self->people, members[i]))
      return FALSE;
  return TRUE;
}
