/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-organization-entry.h"

#include <string.h>

#include "waxseal-enum-types.h"

struct _WaxsealOrganizationEntry
{
  GObject parent_instance;

  char *id;
  char *name;
  char *sort_key;
  WaxsealOrganizationProblem problem;
  char *detail;
  char *path;
  gboolean practice;
};

G_DEFINE_FINAL_TYPE (WaxsealOrganizationEntry, waxseal_organization_entry, G_TYPE_OBJECT)

enum
{
  PROP_ID = 1,
  PROP_NAME,
  PROP_PROBLEM,
  PROP_DETAIL,
  PROP_PATH,
  PROP_HAS_PROBLEM,
  PROP_PRACTICE,
  N_PROPS
};

static GParamSpec *pspecs[N_PROPS];

static void
waxseal_organization_entry_get_property (GObject *object,
                                         guint prop_id,
                                         GValue *value,
                                         GParamSpec *pspec)
{
  WaxsealOrganizationEntry *self = WAXSEAL_ORGANIZATION_ENTRY (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_PROBLEM:
      g_value_set_enum (value, self->problem);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    case PROP_HAS_PROBLEM:
      g_value_set_boolean (value, self->problem != WAXSEAL_ORGANIZATION_PROBLEM_NONE);
      break;
    case PROP_PRACTICE:
      g_value_set_boolean (value, self->practice);
      break;
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
waxseal_organization_entry_finalize (GObject *object)
{
  WaxsealOrganizationEntry *self = WAXSEAL_ORGANIZATION_ENTRY (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->sort_key);
  g_free (self->detail);
  g_free (self->path);
  G_OBJECT_CLASS (waxseal_organization_entry_parent_class)->finalize (object);
}

static void
waxseal_organization_entry_class_init (WaxsealOrganizationEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = waxseal_organization_entry_get_property;
  object_class->finalize = waxseal_organization_entry_finalize;

  pspecs[PROP_ID] = g_param_spec_string ("id", NULL, NULL, "", flags);
  pspecs[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", flags);
  pspecs[PROP_PROBLEM] = g_param_spec_enum ("problem",
                                            NULL,
                                            NULL,
                                            WAXSEAL_TYPE_ORGANIZATION_PROBLEM,
                                            WAXSEAL_ORGANIZATION_PROBLEM_NONE,
                                            flags);
  pspecs[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, "", flags);
  pspecs[PROP_HAS_PROBLEM] = g_param_spec_boolean ("has-problem", NULL, NULL, FALSE, flags);
  pspecs[PROP_PRACTICE] = g_param_spec_boolean ("practice", NULL, NULL, FALSE, flags);
  pspecs[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, pspecs);
}

static void
waxseal_organization_entry_init (WaxsealOrganizationEntry *self)
{
  self->detail = g_strdup ("");
}

/** waxseal_organization_entry_new: Returns: (transfer full): an entry without a problem. */
WaxsealOrganizationEntry *
waxseal_organization_entry_new (const char *id, const char *name, const char *path)
{
  WaxsealOrganizationEntry *self = g_object_new (WAXSEAL_TYPE_ORGANIZATION_ENTRY, NULL);

  self->id = g_strdup (id);
  self->path = g_strdup (path);
  self->name = g_strdup (name);
  self->sort_key = g_utf8_collate_key (name, -1);
  return self;
}

/**
 * waxseal_organization_entry_get_id:
 *
 * A damaged file has an id of its own kind, which never loads but can be removed.
 *
 * Returns: (transfer none): what the store's functions take.
 */
const char *
waxseal_organization_entry_get_id (WaxsealOrganizationEntry *self)
{
  return self->id;
}

/** waxseal_organization_entry_get_name: Returns: (transfer none): as the administrator calls it. */
const char *
waxseal_organization_entry_get_name (WaxsealOrganizationEntry *self)
{
  return self->name;
}

WaxsealOrganizationProblem
waxseal_organization_entry_get_problem (WaxsealOrganizationEntry *self)
{
  return self->problem;
}

/**
 * waxseal_organization_entry_get_detail:
 *
 * Returns: (transfer none): what is wrong and what to do, translated; empty where nothing is.
 */
const char *
waxseal_organization_entry_get_detail (WaxsealOrganizationEntry *self)
{
  return self->detail;
}

/** waxseal_organization_entry_get_path: Returns: (transfer none): its file, which may not be yet.
 */
const char *
waxseal_organization_entry_get_path (WaxsealOrganizationEntry *self)
{
  return self->path;
}

/** waxseal_organization_entry_get_practice: Returns: whether it lives on the practice tenant. */
gboolean
waxseal_organization_entry_get_practice (WaxsealOrganizationEntry *self)
{
  return self->practice;
}

/** waxseal_organization_entry_set_practice: For the store. */
void
waxseal_organization_entry_set_practice (WaxsealOrganizationEntry *self, gboolean practice)
{
  if (self->practice == practice)
    return;
  self->practice = practice;
  g_object_notify_by_pspec (G_OBJECT (self), pspecs[PROP_PRACTICE]);
}

/** waxseal_organization_entry_set_name: For the store. */
void
waxseal_organization_entry_set_name (WaxsealOrganizationEntry *self, const char *name)
{
  if (strcmp (self->name, name) == 0)
    return;
  g_free (self->name);
  g_free (self->sort_key);
  self->name = g_strdup (name);
  self->sort_key = g_utf8_collate_key (name, -1);
  g_object_notify_by_pspec (G_OBJECT (self), pspecs[PROP_NAME]);
}

/** waxseal_organization_entry_set_problem: For the store. */
void
waxseal_organization_entry_set_problem (WaxsealOrganizationEntry *self,
                                        WaxsealOrganizationProblem problem,
                                        const char *detail)
{
  if (self->problem == problem && strcmp (self->detail, detail) == 0)
    return;
  g_free (self->detail);
  self->problem = problem;
  self->detail = g_strdup (detail);
  g_object_notify_by_pspec (G_OBJECT (self), pspecs[PROP_DETAIL]);
  g_object_notify_by_pspec (G_OBJECT (self), pspecs[PROP_PROBLEM]);
  g_object_notify_by_pspec (G_OBJECT (self), pspecs[PROP_HAS_PROBLEM]);
}

/**
 * waxseal_organization_entry_compare:
 *
 * Returns: the order of two names in the user's language, like strcmp(); 0 only for the same id.
 */
int
waxseal_organization_entry_compare (WaxsealOrganizationEntry *a, WaxsealOrganizationEntry *b)
{
  int order = strcmp (a->sort_key, b->sort_key);

  return order != 0 ? order : strcmp (a->id, b->id);
}
