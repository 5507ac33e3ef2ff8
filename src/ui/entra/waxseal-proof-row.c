/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-proof-row.h"

#include <glib/gi18n.h>

#include "waxseal-app-proof.h"
#include "waxseal-date.h"

/**
 * WaxsealProofRow:
 *
 * Whether the application works, as far as that was proved, and on which day.
 */
struct _WaxsealProofRow
{
  AdwActionRow parent_instance;

  GtkImage *icon;
};

enum
{
  PROVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaxsealProofRow, waxseal_proof_row, ADW_TYPE_ACTION_ROW)

/* %s is the day of the last proof. */
static const struct
{
  const char *icon;
  const char *title;
  const char *subtitle;
} states[] = {
  [WAXSEAL_STATE_TODO] = { "waxseal-todo-symbolic",
                           N_ ("Not proved yet"),
                           N_ ("The proof signs in as the application and reads one user’s ID, "
                               "never mail") },
  [WAXSEAL_STATE_DECLARED] = { "waxseal-todo-symbolic",
                               N_ ("Not proved yet"),
                               N_ ("The proof signs in as the application and reads one user’s ID, "
                                   "never mail") },
  [WAXSEAL_STATE_VERIFIED] = { "waxseal-verified-symbolic",
                               N_ ("The application works"),
                               N_ ("Verified on %s: it signed in with its secret, has the four "
                                   "permissions, and read one user’s ID") },
  [WAXSEAL_STATE_ATTENTION] = { "dialog-warning-symbolic",
                                N_ ("The application did not work"),
                                N_ ("That was on %s. Prove it again after what was wrong is put "
                                    "right") },
  [WAXSEAL_STATE_STALE] = { "view-refresh-symbolic",
                            N_ ("Proved before something changed"),
                            N_ ("On %s it worked with another application or secret. Prove it "
                                "again") },
};

static void
prove_clicked_cb (WaxsealProofRow *self)
{
  g_signal_emit (self, signals[PROVE], 0);
}

static void
waxseal_proof_row_class_init (WaxsealProofRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /** WaxsealProofRow::prove: */
  signals[PROVE] = g_signal_new (
    "prove", G_OBJECT_CLASS_TYPE (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-proof-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealProofRow, icon);
  gtk_widget_class_bind_template_callback (widget_class, prove_clicked_cb);
}

static void
waxseal_proof_row_init (WaxsealProofRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_proof_row_update: Shows what is known of @organization's application now. */
void
waxseal_proof_row_update (WaxsealProofRow *self, WaxsealOrganization *organization)
{
  WaxsealState state = waxseal_app_proof_get_state (organization);
  const char *date = waxseal_app_proof_get_date (organization);
  g_autofree char *day = waxseal_date_format (date != NULL ? date : "");
  g_auto (GStrv) parts = g_strsplit (_ (states[state].subtitle), "%s", 2);
  g_autofree char *subtitle = g_strjoinv (day, parts);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ (states[state].title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_image_set_from_icon_name (self->icon, states[state].icon);
}
