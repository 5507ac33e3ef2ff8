/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-entra-desks.h"

#include "waxseal-sign-in-prompt.h"

/**
 * WaxsealEntraDesks:
 *
 * The one desk of the organisation that is open: all pages share it, so that who has signed in on
 * one is signed in on the others.
 */
struct _WaxsealEntraDesks
{
  GObject parent_instance;

  WaxsealEntraDesk *desk;
  WaxsealSignInPrompt *prompt; /* of the desk */
  GtkWidget *home;             /* not kept: it keeps the desks */
};

G_DEFINE_FINAL_TYPE (WaxsealEntraDesks, waxseal_entra_desks, G_TYPE_OBJECT)

static void
close_desk (WaxsealEntraDesks *self)
{
  if (self->desk != NULL)
    waxseal_entra_desk_close (self->desk);
  g_clear_object (&self->prompt);
  g_clear_object (&self->desk);
}

static void
waxseal_entra_desks_dispose (GObject *object)
{
  close_desk (WAXSEAL_ENTRA_DESKS (object));
  G_OBJECT_CLASS (waxseal_entra_desks_parent_class)->dispose (object);
}

static void
waxseal_entra_desks_class_init (WaxsealEntraDesksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waxseal_entra_desks_dispose;
}

static void
waxseal_entra_desks_init (WaxsealEntraDesks *self)
{
}

/**
 * waxseal_entra_desks_new:
 * @home: what keeps the desks; a sign-in asks in its window
 *
 * Returns: (transfer full): without a desk yet
 */
WaxsealEntraDesks *
waxseal_entra_desks_new (GtkWidget *home)
{
  WaxsealEntraDesks *self = g_object_new (WAXSEAL_TYPE_ENTRA_DESKS, NULL);

  self->home = home;
  return self;
}

/**
 * waxseal_entra_desks_get:
 * @practice_base: (nullable): as of waxseal_entra_desk_new()
 *
 * Closes the desk of another organisation.
 *
 * Returns: (transfer none) (nullable): the desk; %NULL for a set-up of a newer Waxseal, which is
 * only shown, and where the practice tenant does not run
 */
WaxsealEntraDesk *
waxseal_entra_desks_get (WaxsealEntraDesks *self,
                         WaxsealOrganization *organization,
                         WaxsealOrganizationStore *store,
                         const char *practice_base)
{
  if (self->desk != NULL && waxseal_entra_desk_get_organization (self->desk) == organization)
    return self->desk;
  close_desk (self);
  if (!waxseal_organization_get_read_only (organization))
    self->desk = waxseal_entra_desk_new (organization, store, practice_base, NULL);
  if (self->desk != NULL)
    self->prompt = waxseal_sign_in_prompt_new (self->desk, self->home);
  return self->desk;
}
