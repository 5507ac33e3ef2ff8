/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-rollout-clock.h"

#include "waxseal-phase-due.h"

/* However long a day the computer slept through, it is noticed after so much time awake. */
#define LONGEST_WAIT_MS (60 * 1000)

/* What is due at a second is due in the course of it. */
#define SLACK_MS 100

/**
 * WaxsealRolloutClock:
 *
 * Ticks when a phase becomes due or late, and once a minute.
 */
struct _WaxsealRolloutClock
{
  GObject parent_instance;

  GListModel *phases;
  guint timeout; /* or 0 */
};

G_DEFINE_FINAL_TYPE (WaxsealRolloutClock, waxseal_rollout_clock, G_TYPE_OBJECT)

static guint tick_signal;

static guint
get_wait_for (WaxsealRolloutPhase *phase, GDateTime *now)
{
  guint wait = LONGEST_WAIT_MS;

  for (WaxsealPhaseDue due = WAXSEAL_PHASE_DUE_DEPLOY; due <= WAXSEAL_PHASE_DUE_LATE; due++)
    {
      g_autoptr (GDateTime) since = waxseal_phase_due_get_since (due, phase);
      GTimeSpan left = since != NULL ? g_date_time_difference (since, now) : -1;

      if (left >= 0)
        wait = MIN (wait, left / G_TIME_SPAN_MILLISECOND + SLACK_MS);
    }
  return wait;
}

static guint
get_wait (WaxsealRolloutClock *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  guint wait = LONGEST_WAIT_MS;

  for (guint i = 0; i < g_list_model_get_n_items (self->phases); i++)
    {
      g_autoptr (WaxsealRolloutPhase) phase = g_list_model_get_item (self->phases, i);

      wait = MIN (wait, get_wait_for (phase, now));
    }
  return wait;
}

static gboolean
tick_cb (gpointer user_data)
{
  WaxsealRolloutClock *self = user_data;

  self->timeout = g_timeout_add (get_wait (self), tick_cb, self);
  g_signal_emit (self, tick_signal, 0);
  return G_SOURCE_REMOVE;
}

static void
waxseal_rollout_clock_dispose (GObject *object)
{
  waxseal_rollout_clock_stop (WAXSEAL_ROLLOUT_CLOCK (object));
  G_OBJECT_CLASS (waxseal_rollout_clock_parent_class)->dispose (object);
}

static void
waxseal_rollout_clock_class_init (WaxsealRolloutClockClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waxseal_rollout_clock_dispose;

  tick_signal = g_signal_new (
    "tick", WAXSEAL_TYPE_ROLLOUT_CLOCK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
waxseal_rollout_clock_init (WaxsealRolloutClock *self)
{
}

/** waxseal_rollout_clock_new: Returns: (transfer full): a clock that stands. */
WaxsealRolloutClock *
waxseal_rollout_clock_new (void)
{
  return g_object_new (WAXSEAL_TYPE_ROLLOUT_CLOCK, NULL);
}

/**
 * waxseal_rollout_clock_start:
 * @phases: of #WaxsealRolloutPhase
 *
 * Sets the clock by the dates that @phases have now; again, when those were changed.
 */
void
waxseal_rollout_clock_start (WaxsealRolloutClock *self, GListModel *phases)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_set_object (&self->phases, phases);
  self->timeout = g_timeout_add (get_wait (self), tick_cb, self);
}

/** waxseal_rollout_clock_stop: It does not tick any more. */
void
waxseal_rollout_clock_stop (WaxsealRolloutClock *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->phases);
}

/** waxseal_rollout_clock_is_running: Returns: whether it was started, and not stopped since. */
gboolean
waxseal_rollout_clock_is_running (WaxsealRolloutClock *self)
{
  return self->timeout != 0;
}
