/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-phase-recipients.h"

#include "waxseal-date.h"
#include "waxseal-rollout-enums.h"
#include "waxseal-unmatched-address.h"

static GListStore *
get_list (WaxsealRolloutPhase *phase)
{
  return waxseal_record_get_list (phase, "recipients");
}

static GListModel *
make_list (GPtrArray *recipients)
{
  GListStore *list = g_list_store_new (WAXSEAL_TYPE_RECIPIENT);

  g_list_store_splice (list, 0, 0, recipients->pdata, recipients->len);
  return G_LIST_MODEL (list);
}

/* Exchange and Entra compare addresses without regard to case; an object ID has no at sign, so that
 * all are in one index. */
static void
index_recipient (GHashTable *index, WaxsealRecipient *recipient)
{
  const char *address = waxseal_record_get_text (recipient, "address");
  const char *object_id = waxseal_record_get_text (recipient, "object-id");

  if (*address != '\0')
    g_hash_table_insert (index, g_utf8_strdown (address, -1), recipient);
  if (*object_id != '\0')
    g_hash_table_insert (index, g_utf8_strdown (object_id, -1), recipient);
}

static WaxsealRecipient *
look_up (GHashTable *index, const char *text)
{
  g_autofree char *key = g_utf8_strdown (text, -1);

  return *key != '\0' ? g_hash_table_lookup (index, key) : NULL;
}

/**
 * waxseal_phase_recipients_index:
 *
 * Returns: (transfer full): an index of @phase's recipients; it is no longer right once they are
 *   others
 */
GHashTable *
waxseal_phase_recipients_index (WaxsealRolloutPhase *phase)
{
  GListModel *recipients = G_LIST_MODEL (get_list (phase));
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (recipients); i++)
    {
      g_autoptr (WaxsealRecipient) recipient = g_list_model_get_item (recipients, i);

      index_recipient (index, recipient);
    }
  return index;
}

/* A person without a mailbox signs in by this name, and no address is nearer to one. */
static const char *
get_address (WaxsealDirectoryEntry *entry)
{
  const char *mail = waxseal_directory_entry_get_mail (entry);

  return *mail != '\0' ? mail : waxseal_directory_entry_get_user_principal_name (entry);
}

/** waxseal_phase_recipients_find: Returns: (transfer none) (nullable): @entry in @index, be it by
 * its object ID, or typed by its address. */
WaxsealRecipient *
waxseal_phase_recipients_find (GHashTable *index, WaxsealDirectoryEntry *entry)
{
  WaxsealRecipient *found = look_up (index, waxseal_directory_entry_get_id (entry));

  return found != NULL ? found : look_up (index, get_address (entry));
}

/** waxseal_recipient_new_from_entry: Returns: (transfer full): @entry as the directory has it now.
 */
WaxsealRecipient *
waxseal_recipient_new_from_entry (WaxsealDirectoryKind kind, WaxsealDirectoryEntry *entry)
{
  g_autofree char *now = waxseal_date_now ();

  return g_object_new (WAXSEAL_TYPE_RECIPIENT,
                       "kind",
                       kind == WAXSEAL_DIRECTORY_GROUPS ? WAXSEAL_RECIPIENT_KIND_GROUP
                                                        : WAXSEAL_RECIPIENT_KIND_PERSON,
                       "name",
                       waxseal_directory_entry_get_display_name (entry),
                       "address",
                       get_address (entry),
                       "object-id",
                       waxseal_directory_entry_get_id (entry),
                       "matched-on",
                       now,
                       NULL);
}

/** waxseal_recipients_new_from_addresses: Returns: (transfer full): one that was only typed for
 * each of @addresses. */
GListModel *
waxseal_recipients_new_from_addresses (const char *const *addresses)
{
  g_autoptr (GPtrArray) recipients = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; addresses[i] != NULL; i++)
    g_ptr_array_add (recipients,
                     g_object_new (WAXSEAL_TYPE_RECIPIENT, "address", addresses[i], NULL));
  return make_list (recipients);
}

static WaxsealRecipient *
find_same (GHashTable *index, WaxsealRecipient *recipient)
{
  WaxsealRecipient *found = look_up (index, waxseal_record_get_text (recipient, "object-id"));

  return found != NULL ? found : look_up (index, waxseal_record_get_text (recipient, "address"));
}

/** waxseal_phase_recipients_count_there: Returns: how many of @recipients @phase names already. */
guint
waxseal_phase_recipients_count_there (WaxsealRolloutPhase *phase, GListModel *recipients)
{
  g_autoptr (GHashTable) index = waxseal_phase_recipients_index (phase);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (recipients); i++)
    {
      g_autoptr (WaxsealRecipient) recipient = g_list_model_get_item (recipients, i);

      n += find_same (index, recipient) != NULL;
    }
  return n;
}

/* What the directory said last; what was counted of a group stays. */
static void
update (WaxsealRecipient *known, WaxsealRecipient *recipient)
{
  static const char *const texts[] = { "name", "address", "object-id", "matched-on" };

  if (known == recipient || *waxseal_record_get_text (recipient, "object-id") == '\0')
    return;
  g_object_set (known, "kind", waxseal_record_get_enum (recipient, "kind"), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    waxseal_record_set_text (known, texts[i], waxseal_record_get_text (recipient, texts[i]));
}

/* Appends to @list those of @recipients that are not in @index yet. */
static void
merge (GHashTable *index, GListModel *recipients, GPtrArray *list)
{
  for (guint i = 0; i < g_list_model_get_n_items (recipients); i++)
    {
      g_autoptr (WaxsealRecipient) recipient = g_list_model_get_item (recipients, i);
      WaxsealRecipient *known = find_same (index, recipient);

      if (known != NULL)
        {
          update (known, recipient);
          continue;
        }
      index_recipient (index, recipient);
      g_ptr_array_add (list, g_steal_pointer (&recipient));
    }
}

/**
 * waxseal_phase_recipients_add:
 * @recipients: of #WaxsealRecipient, which become the phase's own; one that @phase names already is
 *   brought up to date instead
 *
 * In one go: each change of the list is saved, and looked at by the window.
 *
 * Returns: how many are new
 */
guint
waxseal_phase_recipients_add (WaxsealRolloutPhase *phase, GListModel *recipients)
{
  GListStore *list = get_list (phase);
  g_autoptr (GHashTable) index = waxseal_phase_recipients_index (phase);
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  merge (index, recipients, added);
  if (added->len > 0)
    g_list_store_splice (
      list, g_list_model_get_n_items (G_LIST_MODEL (list)), 0, added->pdata, added->len);
  return added->len;
}

/**
 * waxseal_phase_recipients_remove:
 * @unwanted: (element-type WaxsealRecipient): a set
 *
 * In one go, and only from the first to the last of them, so that a list on screen stays where it
 * is.
 *
 * Returns: (transfer full): those that were taken out, for waxseal_phase_recipients_add()
 */
GListModel *
waxseal_phase_recipients_remove (WaxsealRolloutPhase *phase, GHashTable *unwanted)
{
  GListStore *list = get_list (phase);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) removed = g_ptr_array_new_with_free_func (g_object_unref);
  guint first = 0, end = 0, n_kept = 0; /* as many of those kept are before the end */

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WaxsealRecipient) recipient = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (g_hash_table_contains (unwanted, recipient))
        {
          first = removed->len == 0 ? i : first;
          end = i + 1;
          n_kept = kept->len;
          g_ptr_array_add (removed, g_steal_pointer (&recipient));
        }
      else if (removed->len > 0)
        g_ptr_array_add (kept, g_steal_pointer (&recipient));
    }
  if (removed->len > 0)
    g_list_store_splice (list, first, end - first, kept->pdata, n_kept);
  return make_list (removed);
}

/** waxseal_phase_recipients_remove_all: Returns: (transfer full): as of remove(). */
GListModel *
waxseal_phase_recipients_remove_all (WaxsealRolloutPhase *phase)
{
  GListModel *recipients = G_LIST_MODEL (get_list (phase));
  g_autoptr (GHashTable) all = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (recipients); i++)
    g_hash_table_add (all, g_list_model_get_item (recipients, i));
  return waxseal_phase_recipients_remove (phase, all);
}

static gboolean
is_typed (WaxsealRecipient *recipient)
{
  return *waxseal_record_get_text (recipient, "matched-on") == '\0' &&
         *waxseal_record_get_text (recipient, "address") != '\0';
}

/** waxseal_phase_recipients_dup_typed: Returns: (transfer full): the addresses that nobody has
 * looked up in the directory, or that were not there. */
char **
waxseal_phase_recipients_dup_typed (WaxsealRolloutPhase *phase)
{
  GListModel *recipients = G_LIST_MODEL (get_list (phase));
  GStrvBuilder *addresses = g_strv_builder_new ();
  char **typed;

  for (guint i = 0; i < g_list_model_get_n_items (recipients); i++)
    {
      g_autoptr (WaxsealRecipient) recipient = g_list_model_get_item (recipients, i);

      if (is_typed (recipient))
        g_strv_builder_add (addresses, waxseal_record_get_text (recipient, "address"));
    }
  typed = g_strv_builder_end (addresses);
  g_strv_builder_unref (addresses);
  return typed;
}

/* In lower case: those of @addresses that the directory has. */
static GHashTable *
find_matched (const char *const *addresses, GListModel *unmatched)
{
  GHashTable *matched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; addresses[i] != NULL; i++)
    g_hash_table_add (matched, g_utf8_strdown (addresses[i], -1));
  for (guint i = 0; i < g_list_model_get_n_items (unmatched); i++)
    {
      g_autoptr (WaxsealUnmatchedAddress) address = g_list_model_get_item (unmatched, i);
      g_autofree char *key = g_utf8_strdown (waxseal_unmatched_address_get_address (address), -1);

      g_hash_table_remove (matched, key);
    }
  return matched;
}

/**
 * waxseal_phase_recipients_take_match:
 * @addresses: (array zero-terminated=1): what was looked up
 * @match: that has ended
 *
 * Puts whoever was found into the place of what was typed, in one go. What is nobody stays as it
 * is.
 */
void
waxseal_phase_recipients_take_match (WaxsealRolloutPhase *phase,
                                     const char *const *addresses,
                                     WaxsealAudienceMatch *match)
{
  GListStore *list = get_list (phase);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_autoptr (GHashTable) matched =
    find_matched (addresses, waxseal_audience_match_get_unmatched (match));
  g_autoptr (GHashTable) index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WaxsealRecipient) recipient = g_list_model_get_item (G_LIST_MODEL (list), i);
      g_autofree char *key = g_utf8_strdown (waxseal_record_get_text (recipient, "address"), -1);

      if (is_typed (recipient) && g_hash_table_contains (matched, key))
        continue;
      index_recipient (index, recipient);
      g_ptr_array_add (kept, g_steal_pointer (&recipient));
    }
  merge (index, waxseal_audience_match_get_recipients (match), kept);
  g_list_store_splice (list, 0, n, kept->pdata, kept->len);
}

/** waxseal_phase_recipients_find_unmatched: Returns: (transfer full) (element-type
 * WaxsealRecipient): those of @unmatched, of #WaxsealUnmatchedAddress, that are still only typed.
 */
GHashTable *
waxseal_phase_recipients_find_unmatched (WaxsealRolloutPhase *phase, GListModel *unmatched)
{
  g_autoptr (GHashTable) index = waxseal_phase_recipients_index (phase);
  GHashTable *found = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (unmatched); i++)
    {
      g_autoptr (WaxsealUnmatchedAddress) address = g_list_model_get_item (unmatched, i);
      WaxsealRecipient *recipient =
        look_up (index, waxseal_unmatched_address_get_address (address));

      if (recipient != NULL && is_typed (recipient))
        g_hash_table_add (found, g_object_ref (recipient));
    }
  return found;
}
