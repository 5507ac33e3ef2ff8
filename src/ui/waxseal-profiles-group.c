/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-profiles-group.h"

#include <glib/gi18n.h>

#include "waxseal-copy-row.h"
#include "waxseal-date.h"
#include "waxseal-declare-row.h"
#include "waxseal-domain-drift.h"
#include "waxseal-domain-entry.h"
#include "waxseal-long-text.h"
#include "waxseal-mail-domain.h"
#include "waxseal-profiles-values.h"

/* The portal needs 5 to 10 s for an entry, and loses it if its page is left before (guide.md, B3).
 */
#define WAIT_SECONDS 10

/**
 * WaxsealProfilesGroup:
 *
 * The mail domains, and how they get into the CRES portal's Profiles (guide.md, B3).
 */
struct _WaxsealProfilesGroup
{
  AdwPreferencesGroup parent_instance;

  GtkListBox *domains_box;
  AdwActionRow *tenant_row;
  GtkWidget *add_button;
  AdwEntryRow *domain_entry;
  GtkWidget *entry_group;
  WaxsealCopyRow *values_row;
  AdwActionRow *wait_row;
  GtkSpinner *spinner;
  GtkWidget *added_button;
  GtkWidget *answer_box;

  WaxsealOrganization *organization;
  WaxsealEntraDesk *desk; /* NULL where there is no tenant to compare with */
  gulong changed_id;
  char *values;  /* what is being entered now; "" if nothing is left */
  guint seconds; /* to wait still */
  guint timeout;
};

G_DEFINE_FINAL_TYPE (WaxsealProfilesGroup, waxseal_profiles_group, ADW_TYPE_PREFERENCES_GROUP)

/** Stage: where the entry of the domains is. */
typedef enum
{
  STAGE_PASTE,
  STAGE_WAIT,
  STAGE_ASK,
} Stage;

static GListModel *
get_domains (WaxsealProfilesGroup *self)
{
  return waxseal_organization_get_domains (self->organization);
}

static void
set_texts (WaxsealProfilesGroup *self, const char *title, const char *subtitle)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->wait_row), title);
  adw_action_row_set_subtitle (self->wait_row, subtitle);
}

static void
show_stage (WaxsealProfilesGroup *self, Stage stage)
{
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), stage == STAGE_WAIT);
  gtk_spinner_set_spinning (self->spinner, stage == STAGE_WAIT);
  gtk_widget_set_visible (self->added_button, stage == STAGE_PASTE);
  gtk_widget_set_visible (self->answer_box, stage == STAGE_ASK);
}

static void
ask_to_paste (WaxsealProfilesGroup *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->seconds = 0;
  set_texts (self,
             _ ("Press Add Entries"),
             _ ("Then wait: the portal takes 5 to 10 seconds for it."));
  show_stage (self, STAGE_PASTE);
}

static void
show_rest (WaxsealProfilesGroup *self)
{
  g_autofree char *text =
    g_strdup_printf (ngettext ("%u more second", "%u more seconds", self->seconds), self->seconds);

  set_texts (self, _ ("Stay on the portal’s page: do not refresh or leave it"), text);
}

static gboolean
second_over_cb (gpointer user_data)
{
  WaxsealProfilesGroup *self = user_data;

  if (--self->seconds > 0)
    {
      show_rest (self);
      return G_SOURCE_CONTINUE;
    }
  self->timeout = 0;
  set_texts (self, _ ("Does the portal list them now?"), _ ("Look at the tab Profiles."));
  show_stage (self, STAGE_ASK);
  return G_SOURCE_REMOVE;
}

static void
added_clicked_cb (WaxsealProfilesGroup *self)
{
  self->seconds = WAIT_SECONDS;
  show_rest (self);
  show_stage (self, STAGE_WAIT);
  self->timeout = g_timeout_add_seconds (1, second_over_cb, self);
}

static void
declare_entered (WaxsealProfilesGroup *self)
{
  g_auto (GStrv) names = g_strsplit (self->values, ",", -1);
  g_autofree char *now = waxseal_date_now ();

  for (guint i = 0; i < g_list_model_get_n_items (get_domains (self)); i++)
    {
      g_autoptr (WaxsealMailDomain) domain = g_list_model_get_item (get_domains (self), i);

      if (g_strv_contains ((const char *const *) names, waxseal_record_get_text (domain, "name")))
        waxseal_record_set_text (domain, "in-profiles-on", now);
    }
}

static void
listed_clicked_cb (WaxsealProfilesGroup *self)
{
  declare_entered (self);
  ask_to_paste (self);
}

static void
not_listed_clicked_cb (WaxsealProfilesGroup *self)
{
  ask_to_paste (self);
  set_texts (self,
             _ ("Enter them once more, and press Add Entries"),
             _ ("A page that is refreshed or left too early loses the entry. If the portal refuses "
                "a domain, Cisco TAC can add it."));
}

/* The next text for the box; what is being entered stays as it is until that is over. */
static void
show_values (WaxsealProfilesGroup *self)
{
  g_auto (GStrv) texts =
    waxseal_profiles_values_build (get_domains (self), WAXSEAL_PROFILES_VALUES_MAX);
  const char *next = texts[0] != NULL ? texts[0] : "";

  gtk_widget_set_visible (self->entry_group, *next != '\0');
  if (self->timeout != 0 || g_strcmp0 (self->values, next) == 0)
    return;
  g_free (self->values);
  self->values = g_strdup (next);
  waxseal_copy_row_set_value (self->values_row, next);
  ask_to_paste (self);
}

static WaxsealDomainDrift *
find_drift (WaxsealProfilesGroup *self)
{
  WaxsealTenantReview *review =
    self->desk != NULL ? waxseal_entra_desk_get_review (self->desk) : NULL;

  if (review == NULL)
    return NULL;
  return waxseal_domain_drift_new (get_domains (self),
                                   waxseal_tenant_review_get_mail_domains (review));
}

/* Whoever has signed in on the page Entra App sees here what the tenant has. */
static void
show_drift (WaxsealProfilesGroup *self)
{
  g_autoptr (WaxsealDomainDrift) drift = find_drift (self);
  g_autofree char *missing = drift != NULL ? g_strjoinv (", ", drift->missing) : NULL;
  g_autofree char *extra = drift != NULL ? g_strjoinv (", ", drift->extra) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->tenant_row), drift != NULL);
  if (drift == NULL)
    return;
  if (*missing != '\0')
    /* Translators: %s are mail domains */
    title = g_strdup_printf (_ ("In Microsoft 365, but not here: %s"), missing);
  if (*extra != '\0')
    /* Translators: %s are mail domains */
    subtitle =
      g_strdup_printf (_ ("Here, but not in Microsoft 365: %s. Look for a typing mistake"), extra);
  gtk_widget_set_visible (self->add_button, title != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->tenant_row),
                                 title != NULL ? title
                                               : _ ("All mail domains of the tenant are here"));
  adw_action_row_set_subtitle (self->tenant_row, subtitle != NULL ? subtitle : "");
}

static void
add_missing_clicked_cb (WaxsealProfilesGroup *self)
{
  g_autoptr (WaxsealDomainDrift) drift = find_drift (self);
  g_autofree char *names = g_strjoinv (",", drift->missing);
  g_autofree char *refused = NULL;

  waxseal_mail_domain_add_all (waxseal_record_get_list (self->organization, "domains"),
                               names,
                               &refused);
}

static void
organization_changed_cb (WaxsealProfilesGroup *self)
{
  show_values (self);
  show_drift (self);
}

static GtkWidget *
create_domain_row_cb (gpointer item, gpointer user_data)
{
  return g_object_new (WAXSEAL_TYPE_DECLARE_ROW,
                       "title",
                       waxseal_record_get_text (item, "name"),
                       "use-markup",
                       FALSE,
                       "field",
                       "in-profiles-on",
                       "record",
                       item,
                       NULL);
}

static void
domain_applied_cb (WaxsealProfilesGroup *self)
{
  waxseal_domain_entry_apply (self->domain_entry,
                              waxseal_record_get_list (self->organization, "domains"));
}

static void
forget_organization (WaxsealProfilesGroup *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  g_clear_object (&self->desk);
  g_clear_signal_handler (&self->changed_id, self->organization);
  g_clear_object (&self->organization);
  g_clear_pointer (&self->values, g_free);
}

static void
waxseal_profiles_group_dispose (GObject *object)
{
  forget_organization (WAXSEAL_PROFILES_GROUP (object));
  G_OBJECT_CLASS (waxseal_profiles_group_parent_class)->dispose (object);
}

static void
waxseal_profiles_group_class_init (WaxsealProfilesGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_profiles_group_dispose;

  g_type_ensure (WAXSEAL_TYPE_COPY_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-profiles-group.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealProfilesGroup, domains_box);
  gtk_widget_class_bind_template_child (widget_class, WaxsealProfilesGroup, domain_entry);
  gtk_widget_class_bind_template_child (widget_class, WaxsealProfilesGroup, tenant_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealProfilesGroup, add_button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealProfilesGroup, entry_group);
  gtk_widget_class_bind_template_child (widget_class, WaxsealProfilesGroup, values_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealProfilesGroup, wait_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealProfilesGroup, spinner);
  gtk_widget_class_bind_template_child (widget_class, WaxsealProfilesGroup, added_button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealProfilesGroup, answer_box);
  gtk_widget_class_bind_template_callback (widget_class, add_missing_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, added_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, domain_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, listed_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, not_listed_clicked_cb);
}

static void
waxseal_profiles_group_init (WaxsealProfilesGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  waxseal_long_text_watch (GTK_EDITABLE (self->domain_entry));
}

/**
 * waxseal_profiles_group_open:
 * @desk: (nullable): where the tenant's domains are known, once somebody has signed in
 *
 * Shows another organisation's domains.
 */
void
waxseal_profiles_group_open (WaxsealProfilesGroup *self,
                             WaxsealOrganization *organization,
                             WaxsealEntraDesk *desk)
{
  forget_organization (self);
  self->organization = g_object_ref (organization);
  gtk_list_box_bind_model (self->domains_box, get_domains (self), create_domain_row_cb, NULL, NULL);
  self->changed_id =
    g_signal_connect_swapped (organization, "changed", G_CALLBACK (organization_changed_cb), self);
  if (g_set_object (&self->desk, desk))
    g_signal_connect_swapped (desk, "changed", G_CALLBACK (show_drift), self);
  organization_changed_cb (self);
}
