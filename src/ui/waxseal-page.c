/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-page.h"

/**
 * WaxsealPage:
 *
 * One of the six pages: shows one organisation at a time. What a page started for an organisation
 * is cancelled when it shows another one, and when the page goes.
 */
typedef struct
{
  WaxsealOrganizationStore *store;
  WaxsealPracticeMode *practice;
  WaxsealEntraDesks *desks;
  WaxsealOrganization *organization;
  WaxsealManifestDraft *draft;
  WaxsealStepList *steps;
  GCancellable *cancellable;
} WaxsealPagePrivate;

enum
{
  PROP_ORGANIZATION = 1,
  PROP_STEPS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (WaxsealPage, waxseal_page, ADW_TYPE_BIN)

static WaxsealPagePrivate *
get_private (WaxsealPage *self)
{
  return waxseal_page_get_instance_private (self);
}

static void
waxseal_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  WaxsealPagePrivate *priv = get_private (WAXSEAL_PAGE (object));

  switch (prop_id)
    {
    case PROP_ORGANIZATION:
      g_value_set_object (value, priv->organization);
      break;
    case PROP_STEPS:
      g_value_set_object (value, priv->steps);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
waxseal_page_dispose (GObject *object)
{
  WaxsealPagePrivate *priv = get_private (WAXSEAL_PAGE (object));

  if (priv->cancellable != NULL)
    g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  g_clear_object (&priv->organization);
  g_clear_object (&priv->draft);
  g_clear_object (&priv->steps);
  g_clear_object (&priv->practice);
  g_clear_object (&priv->desks);
  g_clear_object (&priv->store);
  G_OBJECT_CLASS (waxseal_page_parent_class)->dispose (object);
}

static void
waxseal_page_class_init (WaxsealPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = waxseal_page_get_property;
  object_class->dispose = waxseal_page_dispose;

  props[PROP_ORGANIZATION] =
    g_param_spec_object ("organization", NULL, NULL, WAXSEAL_TYPE_ORGANIZATION, flags);
  props[PROP_STEPS] = g_param_spec_object ("steps", NULL, NULL, WAXSEAL_TYPE_STEP_LIST, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
waxseal_page_init (WaxsealPage *self)
{
}

/** waxseal_page_set_backing: What is behind all organisations; once, before the first is opened. */
void
waxseal_page_set_backing (WaxsealPage *self,
                          WaxsealOrganizationStore *store,
                          WaxsealPracticeMode *practice,
                          WaxsealEntraDesks *desks)
{
  WaxsealPagePrivate *priv = get_private (self);

  g_set_object (&priv->store, store);
  g_set_object (&priv->practice, practice);
  g_set_object (&priv->desks, desks);
}

/** waxseal_page_open: Shows another organisation, with its manifest and its steps. */
void
waxseal_page_open (WaxsealPage *self,
                   WaxsealOrganization *organization,
                   WaxsealManifestDraft *draft,
                   WaxsealStepList *steps)
{
  WaxsealPagePrivate *priv = get_private (self);

  if (priv->cancellable != NULL)
    g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  priv->cancellable = g_cancellable_new ();

  g_set_object (&priv->organization, organization);
  g_set_object (&priv->draft, draft);
  g_set_object (&priv->steps, steps);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ORGANIZATION]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STEPS]);

  if (WAXSEAL_PAGE_GET_CLASS (self)->opened != NULL)
    WAXSEAL_PAGE_GET_CLASS (self)->opened (self);
}

/** waxseal_page_get_organization: Returns: (transfer none) (nullable): what it shows. */
WaxsealOrganization *
waxseal_page_get_organization (WaxsealPage *self)
{
  return get_private (self)->organization;
}

/** waxseal_page_get_draft: Returns: (transfer none) (nullable): its manifest. */
WaxsealManifestDraft *
waxseal_page_get_draft (WaxsealPage *self)
{
  return get_private (self)->draft;
}

/** waxseal_page_get_steps: Returns: (transfer none) (nullable): its steps. */
WaxsealStepList *
waxseal_page_get_steps (WaxsealPage *self)
{
  return get_private (self)->steps;
}

/** waxseal_page_get_cancellable: Returns: (transfer none): cancelled with the organisation. */
GCancellable *
waxseal_page_get_cancellable (WaxsealPage *self)
{
  return get_private (self)->cancellable;
}

/** waxseal_page_get_store: Returns: (transfer none): where its organisation is kept. */
WaxsealOrganizationStore *
waxseal_page_get_store (WaxsealPage *self)
{
  return get_private (self)->store;
}

/**
 * waxseal_page_get_practice_base:
 *
 * Returns: (transfer none) (nullable): the address of the practice tenant that its organisation
 *   lives on; %NULL for a real organisation, always, and where the practice tenant did not start.
 */
const char *
waxseal_page_get_practice_base (WaxsealPage *self)
{
  WaxsealPagePrivate *priv = get_private (self);

  if (!waxseal_organization_get_practice (priv->organization))
    return NULL;
  return waxseal_practice_mode_get_base (priv->practice);
}

/** waxseal_page_get_desk: Returns: (transfer none) (nullable): where work in the tenant is done. */
WaxsealEntraDesk *
waxseal_page_get_desk (WaxsealPage *self)
{
  WaxsealPagePrivate *priv = get_private (self);

  return waxseal_entra_desks_get (priv->desks,
                                  priv->organization,
                                  priv->store,
                                  waxseal_page_get_practice_base (self));
}
