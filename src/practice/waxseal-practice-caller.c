/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-caller.h"

/** waxseal_practice_caller_new: Returns: (transfer full): a caller to be filled in */
WaxsealPracticeCaller *
waxseal_practice_caller_new (void)
{
  return g_rc_box_new0 (WaxsealPracticeCaller);
}

/** waxseal_practice_caller_ref: Returns: (transfer full): @self */
WaxsealPracticeCaller *
waxseal_practice_caller_ref (WaxsealPracticeCaller *self)
{
  return g_rc_box_acquire (self);
}

static void
clear_caller (gpointer data)
{
  WaxsealPracticeCaller *self = data;

  g_free (self->user_id);
  g_free (self->app_id);
  g_strfreev (self->scopes);
  g_strfreev (self->roles);
  g_strfreev (self->wids);
}

/** waxseal_practice_caller_unref: @self: (transfer full): a caller */
void
waxseal_practice_caller_unref (WaxsealPracticeCaller *self)
{
  g_rc_box_release_full (self, clear_caller);
}
