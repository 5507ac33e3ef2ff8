/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store as an object: what it lists, and what it follows. */
#include "waxseal-organization-store.h"

#include "waxseal-enum-types.h"
#include "waxseal-organization-folder.h"
#include "waxseal-organization-store-private.h"

#define DEFAULT_SAVE_DELAY 500

/**
 * WaxsealOrganizationStore:
 *
 * The folder of organisations: a #GListModel of #WaxsealOrganizationEntry sorted by name. What it
 * loads or adds it follows: every change is saved within "save-delay" (ms, construct only, 500).
 * To be used on the main thread; its files are read and written in others.
 *
 * Properties: "save-state" (#WaxsealSaveState, read-only, notified): that of the worst file.
 * Signals: "saved" (): a file was written. "save-failed" (#GError, whose message names the file):
 * nothing is lost as long as Waxseal runs; the next change, and a flush, tries again.
 */
enum
{
  PROP_FOLDER = 1,
  PROP_SAVE_DELAY,
  PROP_SAVE_STATE,
  N_PROPS
};

enum
{
  SAVED,
  SAVE_FAILED,
  N_SIGNALS
};

static GParamSpec *pspecs[N_PROPS];
static guint signals[N_SIGNALS];

static GType
get_item_type (GListModel *model)
{
  return WAXSEAL_TYPE_ORGANIZATION_ENTRY;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (WAXSEAL_ORGANIZATION_STORE (model)->list));
}

static gpointer
get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (WAXSEAL_ORGANIZATION_STORE (model)->list), position);
}

static void
init_list_model (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (WaxsealOrganizationStore,
                               waxseal_organization_store,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model))

static void
waxseal_organization_store_get_property (GObject *object,
                                         guint prop_id,
                                         GValue *value,
                                         GParamSpec *pspec)
{
  WaxsealOrganizationStore *self = WAXSEAL_ORGANIZATION_STORE (object);

  if (prop_id == PROP_SAVE_STATE)
    g_value_set_enum (value, self->save_state);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
waxseal_organization_store_set_property (GObject *object,
                                         guint prop_id,
                                         const GValue *value,
                                         GParamSpec *pspec)
{
  WaxsealOrganizationStore *self = WAXSEAL_ORGANIZATION_STORE (object);

  if (prop_id == PROP_FOLDER)
    self->folder = g_value_dup_string (value);
  else if (prop_id == PROP_SAVE_DELAY)
    self->save_delay = g_value_get_uint (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
waxseal_organization_store_constructed (GObject *object)
{
  WaxsealOrganizationStore *self = WAXSEAL_ORGANIZATION_STORE (object);

  G_OBJECT_CLASS (waxseal_organization_store_parent_class)->constructed (object);
  if (self->folder == NULL)
    self->folder = waxseal_organization_folder_dup_default ();
  self->bin = waxseal_organization_bin_new (self->folder);
}

static void
waxseal_organization_store_finalize (GObject *object)
{
  WaxsealOrganizationStore *self = WAXSEAL_ORGANIZATION_STORE (object);

  g_hash_table_unref (self->savers);
  g_clear_object (&self->bin);
  g_clear_object (&self->list);
  g_free (self->folder);
  G_OBJECT_CLASS (waxseal_organization_store_parent_class)->finalize (object);
}

static void
waxseal_organization_store_class_init (WaxsealOrganizationStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);
  const GParamFlags construct = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = waxseal_organization_store_constructed;
  object_class->get_property = waxseal_organization_store_get_property;
  object_class->set_property = waxseal_organization_store_set_property;
  object_class->finalize = waxseal_organization_store_finalize;

  pspecs[PROP_FOLDER] = g_param_spec_string ("folder", NULL, NULL, NULL, construct);
  pspecs[PROP_SAVE_DELAY] =
    g_param_spec_uint ("save-delay", NULL, NULL, 0, G_MAXUINT, DEFAULT_SAVE_DELAY, construct);
  pspecs[PROP_SAVE_STATE] = g_param_spec_enum ("save-state",
                                               NULL,
                                               NULL,
                                               WAXSEAL_TYPE_SAVE_STATE,
                                               WAXSEAL_SAVE_STATE_IDLE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, pspecs);

  signals[SAVED] =
    g_signal_new ("saved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SAVE_FAILED] = g_signal_new (
    "save-failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
items_changed_cb (GListModel *list, guint position, guint removed, guint added, gpointer self)
{
  g_list_model_items_changed (self, position, removed, added);
}

static void
waxseal_organization_store_init (WaxsealOrganizationStore *self)
{
  self->savers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->list = waxseal_organization_list_new ();
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (items_changed_cb), self, 0);
}

/** waxseal_organization_store_new: @folder: (nullable): %NULL means "waxseal/organizations" in the
 * user data folder. Nothing is read yet. Returns: (transfer full): the store. */
WaxsealOrganizationStore *
waxseal_organization_store_new (const char *folder)
{
  return g_object_new (WAXSEAL_TYPE_ORGANIZATION_STORE, "folder", folder, NULL);
}

/** waxseal_organization_store_get_save_state: Returns: that of the worst file. */
WaxsealSaveState
waxseal_organization_store_get_save_state (WaxsealOrganizationStore *self)
{
  return self->save_state;
}

/** waxseal_organization_store_update_save_state: For after the savers have changed. */
void
waxseal_organization_store_update_save_state (WaxsealOrganizationStore *self)
{
  WaxsealSaveState state = WAXSEAL_SAVE_STATE_IDLE;
  GHashTableIter iter;
  gpointer saver;

  g_hash_table_iter_init (&iter, self->savers);
  while (g_hash_table_iter_next (&iter, NULL, &saver))
    state = MAX (state, waxseal_organization_saver_get_state (saver));
  if (self->save_state == state)
    return;
  self->save_state = state;
  g_object_notify_by_pspec (G_OBJECT (self), pspecs[PROP_SAVE_STATE]);
}

static void
saved_cb (WaxsealOrganizationStore *self)
{
  g_signal_emit (self, signals[SAVED], 0);
}

static void
failed_cb (WaxsealOrganizationStore *self, GError *error)
{
  g_signal_emit (self, signals[SAVE_FAILED], 0, error);
}

static void
renamed_cb (WaxsealOrganizationStore *self, GParamSpec *pspec, WaxsealOrganization *organization)
{
  waxseal_organization_list_rename (self->list,
                                    waxseal_organization_get_id (organization),
                                    waxseal_organization_get_name (organization));
}

/** waxseal_organization_store_list: Lists @organization, or updates what is listed. */
void
waxseal_organization_store_list (WaxsealOrganizationStore *self, WaxsealOrganization *organization)
{
  g_autoptr (WaxsealOrganizationEntry) entry =
    waxseal_organization_folder_create_entry (self->folder, organization);

  waxseal_organization_list_put (self->list, entry);
}

/** waxseal_organization_store_add_saver: Lists and follows what @saver saves, again or anew. */
void
waxseal_organization_store_add_saver (WaxsealOrganizationStore *self,
                                      WaxsealOrganizationSaver *saver)
{
  WaxsealOrganization *organization = waxseal_organization_saver_get_organization (saver);

  g_hash_table_insert (self->savers,
                       g_strdup (waxseal_organization_get_id (organization)),
                       g_object_ref (saver));
  waxseal_organization_store_list (self, organization);
  waxseal_organization_store_update_save_state (self);
}

/** waxseal_organization_store_follow: Returns: (transfer none): the saver of @organization. */
WaxsealOrganizationSaver *
waxseal_organization_store_follow (WaxsealOrganizationStore *self,
                                   WaxsealOrganization *organization)
{
  g_autofree char *path =
    waxseal_organization_folder_get_path (self->folder, waxseal_organization_get_id (organization));
  g_autoptr (WaxsealOrganizationSaver) saver =
    waxseal_organization_saver_new (organization, path, self->save_delay);
  const GConnectFlags swapped = G_CONNECT_SWAPPED;

  g_signal_connect_object (saver,
                           "notify::state",
                           G_CALLBACK (waxseal_organization_store_update_save_state),
                           self,
                           swapped);
  g_signal_connect_object (saver, "saved", G_CALLBACK (saved_cb), self, swapped);
  g_signal_connect_object (saver, "failed", G_CALLBACK (failed_cb), self, swapped);
  g_signal_connect_object (organization, "notify::name", G_CALLBACK (renamed_cb), self, swapped);
  waxseal_organization_store_add_saver (self, saver);
  return saver;
}

/**
 * waxseal_organization_store_add:
 * @organization: a new one, or a duplicate, whose id no other has
 *
 * Lists it, saves it now, and follows it.
 */
void
waxseal_organization_store_add (WaxsealOrganizationStore *self, WaxsealOrganization *organization)
{
  const char *id = waxseal_organization_get_id (organization);

  g_return_if_fail (g_uuid_string_is_valid (id));
  g_return_if_fail (!g_hash_table_contains (self->savers, id));
  g_return_if_fail (!waxseal_organization_get_read_only (organization));

  waxseal_organization_saver_save_now (waxseal_organization_store_follow (self, organization));
}
