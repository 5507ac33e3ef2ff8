/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-due-notifier.h"

#include "waxseal-date.h"
#include "waxseal-phase-due.h"
#include "waxseal-rollout-clock.h"
#include "waxseal-short-text.h"

/**
 * WaxsealDueNotifier:
 *
 * Notifies of phases that are due, once for each reason; takes back what is not true any more, and
 * what the administrator looks at anyway.
 */
struct _WaxsealDueNotifier
{
  GObject parent_instance;

  GtkWidget *widget; /* not owned: it owns this */
  WaxsealOrganization *organization;
  WaxsealRolloutClock *clock;
  GHashTable *shown; /* the ids of notifications that may be on screen */
  gboolean looked_at;
  guint idle; /* until it looks at a change, or 0 */
};

G_DEFINE_FINAL_TYPE (WaxsealDueNotifier, waxseal_due_notifier, G_TYPE_OBJECT)

static guint tick_signal;

static GListModel *
get_phases (WaxsealDueNotifier *self)
{
  return waxseal_organization_get_phases (self->organization);
}

static char *
make_id (WaxsealDueNotifier *self, WaxsealRolloutPhase *phase)
{
  return g_strdup_printf ("phase-due/%s/%s",
                          waxseal_organization_get_id (self->organization),
                          waxseal_record_get_text (phase, "name"));
}

static GtkWindow *
get_window (WaxsealDueNotifier *self)
{
  return GTK_WINDOW (gtk_widget_get_root (self->widget));
}

static gboolean
is_attended (WaxsealDueNotifier *self)
{
  return self->looked_at && gtk_window_is_active (get_window (self));
}

static void
send (WaxsealDueNotifier *self, const char *id, WaxsealPhaseDue due, WaxsealRolloutPhase *phase)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (get_window (self)));
  g_autofree char *name = waxseal_short_text (waxseal_organization_get_name (self->organization));
  g_autoptr (GNotification) notification = g_notification_new (name);
  g_autofree char *text = waxseal_phase_due_describe (due, phase);
  g_autofree char *short_text = waxseal_short_text (text);

  g_notification_set_body (notification, short_text);
  g_notification_set_default_action_and_target (notification,
                                                "app.show-phase",
                                                "(ss)",
                                                waxseal_organization_get_id (self->organization),
                                                waxseal_record_get_text (phase, "name"));
  g_application_send_notification (application, id, notification);
  g_hash_table_add (self->shown, g_strdup (id));
}

/* What is seen on the page needs no notification; it was told by that. */
static void
tell (WaxsealDueNotifier *self, const char *id, WaxsealPhaseDue due, WaxsealRolloutPhase *phase)
{
  g_autofree char *now = NULL;

  if (waxseal_phase_due_is_told (due, phase))
    return;
  if (!is_attended (self))
    send (self, id, due, phase);
  now = waxseal_date_now ();
  waxseal_record_set_text (phase, "told-on", now);
}

static void
withdraw_others (WaxsealDueNotifier *self, GHashTable *wanted)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (get_window (self)));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      if (g_hash_table_contains (wanted, id))
        continue;
      g_application_withdraw_notification (application, id);
      g_hash_table_iter_remove (&iter);
    }
}

/* A window that is closing has no application any more. */
static gboolean
can_notify (WaxsealDueNotifier *self)
{
  GtkRoot *root = gtk_widget_get_root (self->widget);

  return root != NULL && gtk_window_get_application (GTK_WINDOW (root)) != NULL &&
         !waxseal_organization_get_read_only (self->organization);
}

static void
check (WaxsealDueNotifier *self)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  if (!can_notify (self))
    return;
  for (guint i = 0; i < g_list_model_get_n_items (get_phases (self)); i++)
    {
      g_autoptr (WaxsealRolloutPhase) phase = g_list_model_get_item (get_phases (self), i);
      WaxsealPhaseDue due = waxseal_phase_due_get (phase, get_phases (self), now);
      g_autofree char *id = make_id (self, phase);

      if (due == WAXSEAL_PHASE_DUE_NOTHING)
        continue;
      tell (self, id, due, phase);
      if (!is_attended (self))
        g_hash_table_add (wanted, g_steal_pointer (&id));
    }
  withdraw_others (self, wanted);
}

static gboolean
look_cb (gpointer user_data)
{
  WaxsealDueNotifier *self = user_data;

  self->idle = 0;
  check (self);
  waxseal_rollout_clock_start (self->clock, get_phases (self));
  return G_SOURCE_REMOVE;
}

/* What happens to a phase is several of its dates, one after the other. */
static void
changed_cb (WaxsealDueNotifier *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (look_cb, self);
}

static void
tick_cb (WaxsealDueNotifier *self)
{
  check (self);
  g_signal_emit (self, tick_signal, 0);
}

/* One of an earlier run of Waxseal may still be on screen. */
static void
assume_shown (WaxsealDueNotifier *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (get_phases (self)); i++)
    {
      g_autoptr (WaxsealRolloutPhase) phase = g_list_model_get_item (get_phases (self), i);

      if (*waxseal_record_get_text (phase, "told-on") != '\0')
        g_hash_table_add (self->shown, make_id (self, phase));
    }
}

static void
forget_organization (WaxsealDueNotifier *self)
{
  if (self->organization != NULL)
    g_signal_handlers_disconnect_by_func (self->organization, changed_cb, self);
  g_clear_object (&self->organization);
  g_clear_handle_id (&self->idle, g_source_remove);
  waxseal_rollout_clock_stop (self->clock);
  g_hash_table_remove_all (self->shown);
}

static void
waxseal_due_notifier_finalize (GObject *object)
{
  WaxsealDueNotifier *self = WAXSEAL_DUE_NOTIFIER (object);

  forget_organization (self);
  g_object_unref (self->clock);
  g_hash_table_unref (self->shown);
  G_OBJECT_CLASS (waxseal_due_notifier_parent_class)->finalize (object);
}

static void
waxseal_due_notifier_class_init (WaxsealDueNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_due_notifier_finalize;

  tick_signal = g_signal_new (
    "tick", WAXSEAL_TYPE_DUE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
waxseal_due_notifier_init (WaxsealDueNotifier *self)
{
  self->clock = waxseal_rollout_clock_new ();
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_signal_connect_object (self->clock, "tick", G_CALLBACK (tick_cb), self, G_CONNECT_SWAPPED);
}

/**
 * waxseal_due_notifier_new:
 * @widget: in the window that has the organisations, and whose application notifies; keeps what is
 *   returned, and outlives it
 *
 * Returns: (transfer full): a notifier that watches nothing yet.
 */
WaxsealDueNotifier *
waxseal_due_notifier_new (GtkWidget *widget)
{
  WaxsealDueNotifier *self = g_object_new (WAXSEAL_TYPE_DUE_NOTIFIER, NULL);

  self->widget = widget;
  return self;
}

/** waxseal_due_notifier_watch: Watches the phases of @organization, and no others any more. What is
 * on screen of others stays: it is still true. */
void
waxseal_due_notifier_watch (WaxsealDueNotifier *self, WaxsealOrganization *organization)
{
  forget_organization (self);
  self->organization = g_object_ref (organization);
  assume_shown (self);
  g_signal_connect_object (
    organization, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

/** waxseal_due_notifier_set_looked_at: Whether the phases are shown in the window. */
void
waxseal_due_notifier_set_looked_at (WaxsealDueNotifier *self, gboolean looked_at)
{
  self->looked_at = looked_at;
  if (self->organization != NULL)
    changed_cb (self);
}
