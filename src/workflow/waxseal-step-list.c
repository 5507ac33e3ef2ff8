/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-step-list.h"

#include <gio/gio.h>

#include "waxseal-step-rules.h"

/**
 * WaxsealStepList:
 *
 * The six steps of one organisation, as a list model; each follows what is written in the set-up.
 */
struct _WaxsealStepList
{
  GObject parent_instance;

  WaxsealOrganization *organization;
  WaxsealManifestDraft *draft;
  WaxsealStep *steps[WAXSEAL_N_STEPS];
};

static GType
get_item_type (GListModel *model)
{
  return WAXSEAL_TYPE_STEP;
}

static guint
get_n_items (GListModel *model)
{
  return WAXSEAL_N_STEPS;
}

static gpointer
get_item (GListModel *model, guint position)
{
  if (position >= WAXSEAL_N_STEPS)
    return NULL;
  return g_object_ref (WAXSEAL_STEP_LIST (model)->steps[position]);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (WaxsealStepList,
                               waxseal_step_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
update (WaxsealStepList *self)
{
  waxseal_step_list_update (self);
}

static void
waxseal_step_list_dispose (GObject *object)
{
  WaxsealStepList *self = WAXSEAL_STEP_LIST (object);
  guint i;

  for (i = 0; i < WAXSEAL_N_STEPS; i++)
    g_clear_object (&self->steps[i]);
  g_clear_object (&self->organization);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (waxseal_step_list_parent_class)->dispose (object);
}

static void
waxseal_step_list_class_init (WaxsealStepListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waxseal_step_list_dispose;
}

static void
waxseal_step_list_init (WaxsealStepList *self)
{
  guint i;

  for (i = 0; i < WAXSEAL_N_STEPS; i++)
    self->steps[i] = waxseal_step_new (i);
}

/** waxseal_step_list_new: Returns: (transfer full): the steps of @organization. */
WaxsealStepList *
waxseal_step_list_new (WaxsealOrganization *organization, WaxsealManifestDraft *draft)
{
  WaxsealStepList *self = g_object_new (WAXSEAL_TYPE_STEP_LIST, NULL);

  self->organization = g_object_ref (organization);
  self->draft = g_object_ref (draft);
  g_signal_connect_object (organization, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "rebuilt", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return self;
}

/** waxseal_step_list_update: Looks anew, since time has passed. */
void
waxseal_step_list_update (WaxsealStepList *self)
{
  for (guint i = 0; i < WAXSEAL_N_STEPS; i++)
    waxseal_step_rules_apply (self->steps[i], self->organization, self->draft);
}

/** waxseal_step_list_get_step: Returns: (transfer none): the step @id. */
WaxsealStep *
waxseal_step_list_get_step (WaxsealStepList *self, WaxsealStepId id)
{
  return self->steps[id];
}

/**
 * waxseal_step_list_get_next:
 *
 * Returns: (transfer none) (nullable): the first step that waits for the administrator, or %NULL
 * when nothing is left to do.
 */
WaxsealStep *
waxseal_step_list_get_next (WaxsealStepList *self)
{
  guint i;

  for (i = WAXSEAL_STEP_ENTRA_APP; i < WAXSEAL_N_STEPS; i++)
    {
      WaxsealState state = waxseal_step_get_state (self->steps[i]);

      if (state != WAXSEAL_STATE_DECLARED && state != WAXSEAL_STATE_VERIFIED)
        return self->steps[i];
    }
  return NULL;
}
