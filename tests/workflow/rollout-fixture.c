/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rollout-fixture.h"

#include "waxseal-run-sheet.h"

void
rollout_fixture_set_up (RolloutFixture *f, gconstpointer data)
{
  f->organization = waxseal_organization_new ("Contoso", WAXSEAL_CLOUD_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (f->phases); i++)
    f->phases[i] = g_list_model_get_item (waxseal_organization_get_phases (f->organization), i);
}

void
rollout_fixture_tear_down (RolloutFixture *f, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (f->phases); i++)
    g_object_unref (f->phases[i]);
  g_object_unref (f->organization);
}

/* Returns: (transfer none): who was added. */
WaxsealRecipient *
rollout_fixture_add (RolloutFixture *f, guint phase, WaxsealRecipientKind kind, const char *address)
{
  g_autoptr (WaxsealRecipient) recipient =
    g_object_new (WAXSEAL_TYPE_RECIPIENT, "kind", kind, "address", address, NULL);

  g_list_store_append (waxseal_record_get_list (f->phases[phase], "recipients"), recipient);
  return recipient;
}

WaxsealRolloutOrder
rollout_fixture_order (RolloutFixture *f, guint phase, WaxsealRolloutAction action)
{
  WaxsealRolloutOrder order = { f->organization, f->phases[phase], action, NULL };

  return order;
}

void
rollout_fixture_declare (RolloutFixture *f, guint phase, WaxsealRolloutAction action)
{
  WaxsealRolloutOrder order = rollout_fixture_order (f, phase, action);

  waxseal_run_sheet_declare (&order, WAXSEAL_ROAD_ADMIN_CENTER, "Ann");
}
