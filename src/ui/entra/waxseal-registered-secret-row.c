/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-registered-secret-row.h"

#include <glib/gi18n.h>

#include "waxseal-date.h"

/**
 * WaxsealRegisteredSecretRow:
 *
 * A client secret as Entra lists it: its description, how it begins, until when it is valid, and
 * whether the keyring has its value.
 */
struct _WaxsealRegisteredSecretRow
{
  AdwActionRow parent_instance;

  WaxsealRegisteredSecret *secret;
};

enum
{
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaxsealRegisteredSecretRow, waxseal_registered_secret_row, ADW_TYPE_ACTION_ROW)

static void
remove_clicked_cb (WaxsealRegisteredSecretRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0, self->secret);
}

static void
waxseal_registered_secret_row_dispose (GObject *object)
{
  g_clear_object (&WAXSEAL_REGISTERED_SECRET_ROW (object)->secret);
  G_OBJECT_CLASS (waxseal_registered_secret_row_parent_class)->dispose (object);
}

static void
waxseal_registered_secret_row_class_init (WaxsealRegisteredSecretRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_registered_secret_row_dispose;

  /** WaxsealRegisteredSecretRow::remove: */
  signals[REMOVE] = g_signal_new ("remove",
                                  G_OBJECT_CLASS_TYPE (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  WAXSEAL_TYPE_REGISTERED_SECRET);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-registered-secret-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
waxseal_registered_secret_row_init (WaxsealRegisteredSecretRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* “expires in 174 days (18 May 2027)” */
static char *
describe_end (WaxsealRegisteredSecret *secret)
{
  const char *expires = waxseal_record_get_text (secret, "expires");
  g_autofree char *day = waxseal_date_format (expires);
  g_autoptr (GDateTime) end = g_date_time_new_from_iso8601 (expires, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  guint days;

  if (end == NULL)
    return g_strdup (_ ("its end is not known"));
  if (waxseal_registered_secret_is_expired (secret))
    /* Translators: %s is a day */
    return g_strdup_printf (_ ("expired on %s"), day);
  days = g_date_time_difference (end, now) / G_TIME_SPAN_DAY;
  /* Translators: a number of days, and a day */
  return g_strdup_printf (ngettext ("expires in %u day (%s)", "expires in %u days (%s)", days),
                          days,
                          day);
}

static const char *
describe_holder (WaxsealRegisteredSecret *secret)
{
  if (waxseal_record_get_flag (secret, "orphan"))
    return _ ("its value is lost");
  return waxseal_record_get_flag (secret, "held") ? _ ("in the keyring")
                                                  : _ ("its value is not in the keyring");
}

/** waxseal_registered_secret_row_new: Returns: (transfer floating): a row for @secret. */
GtkWidget *
waxseal_registered_secret_row_new (WaxsealRegisteredSecret *secret)
{
  WaxsealRegisteredSecretRow *self = g_object_new (WAXSEAL_TYPE_REGISTERED_SECRET_ROW, NULL);
  g_autofree char *end = describe_end (secret);
  g_autofree char *subtitle =
    /* Translators: the first letters of a secret, when it ends, and who has its value */
    g_strdup_printf (_ ("%s… · %s · %s"),
                     waxseal_record_get_text (secret, "hint"),
                     end,
                     describe_holder (secret));

  self->secret = g_object_ref (secret);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 waxseal_record_get_text (secret, "description"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  return GTK_WIDGET (self);
}
