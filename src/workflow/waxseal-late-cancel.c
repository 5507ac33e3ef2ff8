/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-late-cancel.h"

/* Microseconds before the end of a wait, in which the request may be on its way already. */
#define MARGIN 2000

struct _WaxsealLateCancel
{
  WaxsealTenantSession *session;
  GCancellable *outer;
  GCancellable *inner; /* what the request is cancelled by */
  gint64 sent_again;   /* monotonic microseconds: until then nothing is on its way */
  gulong cancelled_handler;
};

static void
stop_if_waiting (WaxsealLateCancel *self)
{
  if (g_cancellable_is_cancelled (self->outer) && g_get_monotonic_time () < self->sent_again)
    g_cancellable_cancel (self->inner);
}

static void
cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  stop_if_waiting (user_data);
}

static void
waiting_cb (WaxsealLateCancel *self, guint milliseconds)
{
  self->sent_again = g_get_monotonic_time () + milliseconds * (gint64) 1000 - MARGIN;
  stop_if_waiting (self);
}

/**
 * waxseal_late_cancel_new:
 * @session: whose "waiting" tells that nothing is on its way
 * @cancellable: (nullable): the user's
 *
 * Returns: (transfer full): for as long as the write lasts
 */
WaxsealLateCancel *
waxseal_late_cancel_new (WaxsealTenantSession *session, GCancellable *cancellable)
{
  WaxsealLateCancel *self = g_new0 (WaxsealLateCancel, 1);

  self->session = g_object_ref (session);
  self->inner = g_cancellable_new ();
  if (cancellable != NULL)
    {
      self->outer = g_object_ref (cancellable);
      self->cancelled_handler =
        g_signal_connect (cancellable, "cancelled", G_CALLBACK (cancelled_cb), self);
    }
  g_signal_connect_swapped (session, "waiting", G_CALLBACK (waiting_cb), self);
  return self;
}

/** waxseal_late_cancel_free: @self: (transfer full): of a write that is over */
void
waxseal_late_cancel_free (WaxsealLateCancel *self)
{
  g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->cancelled_handler != 0)
    g_signal_handler_disconnect (self->outer, self->cancelled_handler);
  g_clear_object (&self->outer);
  g_object_unref (self->inner);
  g_object_unref (self->session);
  g_free (self);
}

/** waxseal_late_cancel_get: Returns: (transfer none): what the write is to be sent with. */
GCancellable *
waxseal_late_cancel_get (WaxsealLateCancel *self)
{
  return self->inner;
}
