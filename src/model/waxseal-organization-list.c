/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-organization-list.h"

#include <string.h>

/**
 * WaxsealOrganizationList:
 *
 * Entries in the order of their names. An entry stays the same object as long as it is listed, and
 * each step is one change of the list, so that a selection in it survives a rename and a new scan.
 */
struct _WaxsealOrganizationList
{
  GObject parent_instance;

  GPtrArray *entries;
};

static GType
get_item_type (GListModel *model)
{
  return WAXSEAL_TYPE_ORGANIZATION_ENTRY;
}

static guint
get_n_items (GListModel *model)
{
  return WAXSEAL_ORGANIZATION_LIST (model)->entries->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  WaxsealOrganizationList *self = WAXSEAL_ORGANIZATION_LIST (model);

  return position < self->entries->len ? g_object_ref (self->entries->pdata[position]) : NULL;
}

static void
init_list_model (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (WaxsealOrganizationList,
                               waxseal_organization_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model))

static void
waxseal_organization_list_finalize (GObject *object)
{
  g_ptr_array_unref (WAXSEAL_ORGANIZATION_LIST (object)->entries);
  G_OBJECT_CLASS (waxseal_organization_list_parent_class)->finalize (object);
}

static void
waxseal_organization_list_class_init (WaxsealOrganizationListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_organization_list_finalize;
}

static void
waxseal_organization_list_init (WaxsealOrganizationList *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
}

/** waxseal_organization_list_new: Returns: (transfer full): an empty list. */
WaxsealOrganizationList *
waxseal_organization_list_new (void)
{
  return g_object_new (WAXSEAL_TYPE_ORGANIZATION_LIST, NULL);
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return waxseal_organization_entry_compare (*(WaxsealOrganizationEntry *const *) a,
                                             *(WaxsealOrganizationEntry *const *) b);
}

/* Takes over @next, and tells of the part of it that is different. */
static void
take_entries (WaxsealOrganizationList *self, GPtrArray *next)
{
  g_autoptr (GPtrArray) last = self->entries;
  guint start = 0;
  guint end = 0;

  g_ptr_array_sort (next, compare_cb);
  while (start < last->len && start < next->len && last->pdata[start] == next->pdata[start])
    start++;
  while (end < last->len - start && end < next->len - start &&
         last->pdata[last->len - 1 - end] == next->pdata[next->len - 1 - end])
    end++;

  self->entries = next;
  if (start + end < last->len || start + end < next->len)
    g_list_model_items_changed (G_LIST_MODEL (self),
                                start,
                                last->len - start - end,
                                next->len - start - end);
}

static GPtrArray *
copy_entries (WaxsealOrganizationList *self)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);
  guint i;

  for (i = 0; i < self->entries->len; i++)
    g_ptr_array_add (copy, g_object_ref (self->entries->pdata[i]));
  return copy;
}

static gboolean
find_position (WaxsealOrganizationList *self, const char *id, guint *position)
{
  guint i;

  for (i = 0; i < self->entries->len; i++)
    if (strcmp (waxseal_organization_entry_get_id (self->entries->pdata[i]), id) == 0)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

/** waxseal_organization_list_find: Returns: (transfer none) (nullable): the entry of @id. */
WaxsealOrganizationEntry *
waxseal_organization_list_find (WaxsealOrganizationList *self, const char *id)
{
  guint position;

  return find_position (self, id, &position) ? self->entries->pdata[position] : NULL;
}

static void
update_entry (WaxsealOrganizationEntry *listed, WaxsealOrganizationEntry *entry)
{
  waxseal_organization_entry_set_name (listed, waxseal_organization_entry_get_name (entry));
  waxseal_organization_entry_set_practice (listed, waxseal_organization_entry_get_practice (entry));
  waxseal_organization_entry_set_problem (listed,
                                          waxseal_organization_entry_get_problem (entry),
                                          waxseal_organization_entry_get_detail (entry));
}

/** waxseal_organization_list_put: Lists @entry, or tells the one of the same id what it says. */
void
waxseal_organization_list_put (WaxsealOrganizationList *self, WaxsealOrganizationEntry *entry)
{
  WaxsealOrganizationEntry *listed =
    waxseal_organization_list_find (self, waxseal_organization_entry_get_id (entry));
  GPtrArray *next = copy_entries (self);

  if (listed != NULL)
    update_entry (listed, entry);
  else
    g_ptr_array_add (next, g_object_ref (entry));
  take_entries (self, next);
}

/** waxseal_organization_list_rename: Moves the entry of @id, if any, to its new place. */
void
waxseal_organization_list_rename (WaxsealOrganizationList *self, const char *id, const char *name)
{
  WaxsealOrganizationEntry *listed = waxseal_organization_list_find (self, id);

  if (listed == NULL)
    return;
  waxseal_organization_entry_set_name (listed, name);
  take_entries (self, copy_entries (self));
}

/** waxseal_organization_list_remove: Unlists the entry of @id, if any. */
void
waxseal_organization_list_remove (WaxsealOrganizationList *self, const char *id)
{
  guint position;

  if (!find_position (self, id, &position))
    return;
  g_ptr_array_remove_index (self->entries, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

/**
 * waxseal_organization_list_replace:
 * @entries: (transfer none) (element-type WaxsealOrganizationEntry): all that is to be listed
 */
void
waxseal_organization_list_replace (WaxsealOrganizationList *self, GPtrArray *entries)
{
  g_autoptr (GHashTable) listed = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *next = g_ptr_array_new_with_free_func (g_object_unref);
  guint i;

  for (i = 0; i < self->entries->len; i++)
    g_hash_table_insert (listed,
                         (gpointer) waxseal_organization_entry_get_id (self->entries->pdata[i]),
                         self->entries->pdata[i]);
  for (i = 0; i < entries->len; i++)
    {
      WaxsealOrganizationEntry *entry = entries->pdata[i];
      WaxsealOrganizationEntry *known =
        g_hash_table_lookup (listed, waxseal_organization_entry_get_id (entry));

      if (known != NULL && known != entry)
        update_entry (known, entry);
      g_ptr_array_add (next, g_object_ref (known != NULL ? known : entry));
    }
  take_entries (self, next);
}
