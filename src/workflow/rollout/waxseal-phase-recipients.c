/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-phase-recipients.h"

#include "waxseal-recipient.h"

/* By its id, and by its address as well: of one that was only typed there is nothing else. */
static void
index_recipient (GHashTable *known, WaxsealRecipient *recipient)
{
  static const char *const members[] = { "object-id", "address" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const char *text = waxseal_record_get_text (recipient, members[i]);

      if (*text != '\0')
        g_hash_table_insert (known, g_utf8_strdown (text, -1), recipient);
    }
}

static WaxsealRecipient *
find (GHashTable *known, WaxsealRecipient *recipient)
{
  g_autofree char *id = g_utf8_strdown (waxseal_record_get_text (recipient, "object-id"), -1);
  g_autofree char *address = g_utf8_strdown (waxseal_record_get_text (recipient, "address"), -1);
  WaxsealRecipient *found = g_hash_table_lookup (known, id);

  return found != NULL ? found : g_hash_table_lookup (known, address);
}

/* What was read about it last; what was counted of a group stays. */
static void
update (WaxsealRecipient *known, WaxsealRecipient *recipient)
{
  static const char *const members[] = { "name", "address", "object-id", "matched-on" };

  if (*waxseal_record_get_text (recipient, "object-id") == '\0')
    return;
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    waxseal_record_set_text (known, members[i], waxseal_record_get_text (recipient, members[i]));
  g_object_set (known, "kind", waxseal_record_get_enum (recipient, "kind"), NULL);
}

/**
 * waxseal_phase_recipients_add:
 * @recipients: (element-type WaxsealRecipient): become the phase's own
 *
 * Names people and groups for @phase. One that it names already is brought up to date instead.
 *
 * Returns: how many are new
 */
guint
waxseal_phase_recipients_add (WaxsealRolloutPhase *phase, GListModel *recipients)
{
  GListStore *list = waxseal_record_get_list (phase, "recipients");
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_before; i++)
    {
      g_autoptr (WaxsealRecipient) recipient = g_list_model_get_item (G_LIST_MODEL (list), i);

      index_recipient (known, recipient);
    }
  for (guint i = 0; i < g_list_model_get_n_items (recipients); i++)
    {
      g_autoptr (WaxsealRecipient) recipient = g_list_model_get_item (recipients, i);
      WaxsealRecipient *before = find (known, recipient);

      if (before != NULL)
        {
          update (before, recipient);
          continue;
        }
      index_recipient (known, recipient);
      g_ptr_array_add (added, g_steal_pointer (&recipient));
    }
  g_list_store_splice (list, n_before, 0, added->pdata, added->len);
  return added->len;
}
