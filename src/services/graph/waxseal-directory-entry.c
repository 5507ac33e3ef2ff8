/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-directory-entry.h"

#include "waxseal-json.h"

enum
{
  PROP_ID = 1,
  PROP_DISPLAY_NAME,
  PROP_MAIL,
  PROP_USER_PRINCIPAL_NAME,
  N_PROPS,
};

typedef struct
{
  const char *property;
  const char *member; /* as Graph spells it */
} Text;

static const Text texts[N_PROPS] = {
  [PROP_ID] = { "id", "id" },
  [PROP_DISPLAY_NAME] = { "display-name", "displayName" },
  [PROP_MAIL] = { "mail", "mail" },
  [PROP_USER_PRINCIPAL_NAME] = { "user-principal-name", "userPrincipalName" },
};

static GParamSpec *properties[N_PROPS];

struct _WaxsealDirectoryEntry
{
  GObject parent_instance;
  char *values[N_PROPS];
};

G_DEFINE_FINAL_TYPE (WaxsealDirectoryEntry, waxseal_directory_entry, G_TYPE_OBJECT)

static void
waxseal_directory_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, WAXSEAL_DIRECTORY_ENTRY (object)->values[id]);
}

static void
waxseal_directory_entry_finalize (GObject *object)
{
  WaxsealDirectoryEntry *self = WAXSEAL_DIRECTORY_ENTRY (object);

  for (guint i = 1; i < N_PROPS; i++)
    g_free (self->values[i]);
  G_OBJECT_CLASS (waxseal_directory_entry_parent_class)->finalize (object);
}

static void
waxseal_directory_entry_class_init (WaxsealDirectoryEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = waxseal_directory_entry_get_property;
  object_class->finalize = waxseal_directory_entry_finalize;
  for (guint i = 1; i < N_PROPS; i++)
    properties[i] = g_param_spec_string (
      texts[i].property, NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
waxseal_directory_entry_init (WaxsealDirectoryEntry *self)
{
}

/**
 * waxseal_directory_entry_new:
 * @object: (nullable): a user or group as Graph describes it; %NULL for one that is not loaded
 *
 * Returns: (transfer full): the entry
 */
WaxsealDirectoryEntry *
waxseal_directory_entry_new (JsonObject *object)
{
  WaxsealDirectoryEntry *self = g_object_new (WAXSEAL_TYPE_DIRECTORY_ENTRY, NULL);

  for (guint i = 1; i < N_PROPS; i++)
    self->values[i] = g_strdup (waxseal_json_get_text (object, texts[i].member));
  return self;
}

/** waxseal_directory_entry_get_id: Returns: (transfer none): its object ID, or "". */
const char *
waxseal_directory_entry_get_id (WaxsealDirectoryEntry *self)
{
  return self->values[PROP_ID];
}

/** waxseal_directory_entry_get_display_name: Returns: (transfer none): its name, or "". */
const char *
waxseal_directory_entry_get_display_name (WaxsealDirectoryEntry *self)
{
  return self->values[PROP_DISPLAY_NAME];
}

/** waxseal_directory_entry_get_mail: Returns: (transfer none): its address, or "". */
const char *
waxseal_directory_entry_get_mail (WaxsealDirectoryEntry *self)
{
  return self->values[PROP_MAIL];
}

/** waxseal_directory_entry_get_user_principal_name: Returns: (transfer none): what a person signs
 * in with, or "". */
const char *
waxseal_directory_entry_get_user_principal_name (WaxsealDirectoryEntry *self)
{
  return self->values[PROP_USER_PRINCIPAL_NAME];
}
