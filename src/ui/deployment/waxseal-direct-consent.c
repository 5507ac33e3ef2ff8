/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-direct-consent.h"

#include <glib/gi18n.h>

#include "waxseal-date.h"
#include "waxseal-rollout-person.h"

/**
 * WaxsealDirectConsent:
 *
 * What deploying by Exchange Online directly means, and who accepted it (microsoft.md, 3.2
 * and 3.4).
 */
struct _WaxsealDirectConsent
{
  AdwPreferencesGroup parent_instance;

  AdwExpanderRow *what_row;
  AdwEntryRow *by_row;
  AdwActionRow *accept_row;
  GtkButton *accept_button;

  WaxsealOrganization *organization;
};

G_DEFINE_FINAL_TYPE (WaxsealDirectConsent, waxseal_direct_consent, ADW_TYPE_PREFERENCES_GROUP)

static gpointer
get_settings (WaxsealOrganization *organization)
{
  return waxseal_record_get_child (organization, "rollout");
}

/** waxseal_direct_consent_is_given: Returns: whether somebody accepted it for @organization. */
gboolean
waxseal_direct_consent_is_given (WaxsealOrganization *organization)
{
  return *waxseal_record_get_text (get_settings (organization), "exchange-accepted-on") != '\0';
}

static char *
describe_consent (WaxsealOrganization *organization)
{
  gpointer settings = get_settings (organization);
  const char *by = waxseal_record_get_text (settings, "exchange-accepted-by");
  g_autofree char *day =
    waxseal_date_format (waxseal_record_get_text (settings, "exchange-accepted-on"));

  if (*by == '\0')
    /* Translators: %s is a day */
    return g_strdup_printf (_ ("Accepted on %s"), day);
  /* Translators: a day, then who */
  return g_strdup_printf (_ ("Accepted on %s by %s"), day, by);
}

static gboolean
has_name (WaxsealDirectConsent *self)
{
  g_autofree char *by = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->by_row))));

  return *by != '\0';
}

static const char *
get_hint (WaxsealDirectConsent *self)
{
  return has_name (self) ? _ ("Nothing is sent yet: you see each call first")
                         : _ ("Enter who accepts it: it is written down with the day");
}

static void
update (WaxsealDirectConsent *self)
{
  gboolean given = waxseal_direct_consent_is_given (self->organization);
  g_autofree char *title = given ? describe_consent (self->organization)
                                 : g_strdup (_ ("Use it all the same for this organization"));

  gtk_widget_set_visible (GTK_WIDGET (self->by_row), !given);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->accept_row), title);
  adw_action_row_set_subtitle (self->accept_row, given ? "" : get_hint (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->accept_button), given || has_name (self));
  gtk_button_set_label (self->accept_button, given ? _ ("_Withdraw") : _ ("_Accept"));
}

static void
accept_clicked_cb (WaxsealDirectConsent *self)
{
  gboolean given = waxseal_direct_consent_is_given (self->organization);
  g_autofree char *now = waxseal_date_now ();
  g_autofree char *by = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->by_row))));

  adw_expander_row_set_expanded (self->what_row, given);
  g_object_set (get_settings (self->organization),
                "exchange-accepted-on",
                given ? "" : now,
                "exchange-accepted-by",
                given ? "" : by,
                NULL);
}

static void
by_changed_cb (WaxsealDirectConsent *self)
{
  if (self->organization != NULL)
    update (self);
}

static void
forget_organization (WaxsealDirectConsent *self)
{
  if (self->organization != NULL)
    g_signal_handlers_disconnect_by_data (get_settings (self->organization), self);
  g_clear_object (&self->organization);
}

static void
waxseal_direct_consent_dispose (GObject *object)
{
  forget_organization (WAXSEAL_DIRECT_CONSENT (object));
  G_OBJECT_CLASS (waxseal_direct_consent_parent_class)->dispose (object);
}

static void
waxseal_direct_consent_class_init (WaxsealDirectConsentClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_direct_consent_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-direct-consent.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectConsent, what_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectConsent, by_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectConsent, accept_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectConsent, accept_button);
  gtk_widget_class_bind_template_callback (widget_class, accept_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, by_changed_cb);
}

static void
waxseal_direct_consent_init (WaxsealDirectConsent *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_direct_consent_show: @organization: (nullable): for whom it is. */
void
waxseal_direct_consent_show (WaxsealDirectConsent *self, WaxsealOrganization *organization)
{
  g_autofree char *by = NULL;

  if (self->organization == organization)
    return;
  forget_organization (self);
  if (organization == NULL)
    return;
  self->organization = g_object_ref (organization);
  by = waxseal_rollout_person_suggest (organization);
  gtk_editable_set_text (GTK_EDITABLE (self->by_row), by);
  g_signal_connect_swapped (get_settings (organization), "changed", G_CALLBACK (update), self);
  adw_expander_row_set_expanded (self->what_row, !waxseal_direct_consent_is_given (organization));
  update (self);
}
