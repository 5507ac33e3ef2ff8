/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-app-form.h"

#include <glib/gi18n.h>

#include "waxseal-app-choice-row.h"
#include "waxseal-error-row.h"
#include "waxseal-field-row.h"
#include "waxseal-secret-policy.h"

/**
 * WaxsealAppForm:
 *
 * What the plan is made from: which application, how it is called, whose accounts it takes, and how
 * long its secret lives (guide.md, A2 to A4).
 */
struct _WaxsealAppForm
{
  GtkBox parent_instance;

  WaxsealErrorRow *error_row;
  GtkWidget *apps_group;
  GtkListBox *apps_box;
  GtkWidget *new_group;
  GtkWidget *types_group;
  WaxsealFieldRow *name_row;
  WaxsealFieldRow *redirect_row;
  GtkCheckButton *single_check;
  GtkCheckButton *multi_check;
  GtkCheckButton *personal_check;
  GtkCheckButton *only_personal_check;
  AdwComboRow *lifetime_row;
  GtkStringList *lifetimes;
  AdwActionRow *policy_row;
  GtkWidget *review_button;

  WaxsealEntraDesk *desk;
  WaxsealTenantReview *shown; /* whose applications and policy are shown */
  WaxsealRegisteredApp *adopt;
  gboolean creates; /* though there are others of the name */
  GArray *days;     /* of the lifetimes that are offered */
};

G_DEFINE_FINAL_TYPE (WaxsealAppForm, waxseal_app_form, GTK_TYPE_BOX)

static GtkCheckButton *
get_check (WaxsealAppForm *self, WaxsealAccountType type)
{
  GtkCheckButton *checks[] = {
    [WAXSEAL_ACCOUNT_TYPE_SINGLE_TENANT] = self->single_check,
    [WAXSEAL_ACCOUNT_TYPE_MULTITENANT] = self->multi_check,
    [WAXSEAL_ACCOUNT_TYPE_MULTITENANT_AND_PERSONAL] = self->personal_check,
    [WAXSEAL_ACCOUNT_TYPE_PERSONAL] = self->only_personal_check,
  };

  return checks[type];
}

static void
type_toggled_cb (WaxsealAppForm *self, GtkCheckButton *check)
{
  if (self->desk == NULL || !gtk_check_button_get_active (check))
    return;
  for (int i = WAXSEAL_ACCOUNT_TYPE_SINGLE_TENANT; i <= WAXSEAL_ACCOUNT_TYPE_PERSONAL; i++)
    if (get_check (self, i) == check)
      g_object_set (waxseal_organization_get_entra_app (
                      waxseal_entra_desk_get_organization (self->desk)),
                    "account-type",
                    i,
                    NULL);
}

static const char *
get_created (WaxsealAppForm *self)
{
  return self->adopt != NULL ? waxseal_record_get_text (self->adopt, "created") : NULL;
}

static void
show_policy (WaxsealAppForm *self, WaxsealSecretPolicy *policy, guint max)
{
  g_autofree char *text = NULL;

  if (!waxseal_secret_policy_is_known (policy))
    text = g_strdup (_ ("The tenant’s policy on secrets may not be read with this account, so "
                        "Microsoft may still refuse a long one."));
  else if (waxseal_secret_policy_is_blocking (policy, get_created (self)))
    text = g_strdup (_ ("The tenant’s policy forbids client secrets. Ask for an exception for this "
                        "application."));
  else if (max > 0 && max < WAXSEAL_SECRET_LIFETIME_MAX)
    text = g_strdup_printf (ngettext ("The tenant’s policy allows %u day at most.",
                                      "The tenant’s policy allows %u days at most.",
                                      max),
                            max);
  gtk_widget_set_visible (GTK_WIDGET (self->policy_row), text != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->policy_row), text != NULL ? text : "");
}

static void
add_lifetime (WaxsealAppForm *self, guint days, guint chosen)
{
  g_autofree char *label = waxseal_secret_lifetime_describe (days);

  gtk_string_list_append (self->lifetimes, label);
  g_array_append_val (self->days, days);
  if (days == chosen)
    adw_combo_row_set_selected (self->lifetime_row, self->days->len - 1);
}

/* There is always one that is selected: the row of libadwaita 1.2 does not bear an empty list. */
static void
show_lifetimes (WaxsealAppForm *self)
{
  WaxsealSecretPolicy *policy = waxseal_tenant_review_get_policy (self->shown);
  guint max = waxseal_secret_policy_get_max_days (policy, get_created (self));
  guint chosen = waxseal_secret_lifetime_get_default (policy, get_created (self));
  guint old = g_list_model_get_n_items (G_LIST_MODEL (self->lifetimes));

  g_array_set_size (self->days, 0);
  for (guint i = 0; i < old; i++)
    g_array_append_val (self->days, chosen);
  for (guint i = 0; i < WAXSEAL_N_SECRET_LIFETIMES; i++)
    if (waxseal_secret_lifetime_get_days (i) <= max)
      add_lifetime (self, waxseal_secret_lifetime_get_days (i), chosen);
  if (self->days->len == old)
    add_lifetime (self, chosen, chosen);
  gtk_string_list_splice (self->lifetimes, 0, old, NULL);
  g_array_remove_range (self->days, 0, old);
  show_policy (self, policy, max);
}

static void
app_chosen_cb (WaxsealAppForm *self, WaxsealAppChoiceRow *row)
{
  g_set_object (&self->adopt, waxseal_app_choice_row_get_app (row));
  self->creates = self->adopt == NULL;
  gtk_widget_set_visible (self->new_group, self->adopt == NULL);
  gtk_widget_set_visible (self->types_group, self->adopt == NULL);
  show_lifetimes (self);
}

static void
add_choice (WaxsealAppForm *self, WaxsealRegisteredApp *app, GtkWidget **first)
{
  GtkWidget *row = waxseal_app_choice_row_new (app, *first);

  if (*first == NULL)
    *first = row;
  g_signal_connect_swapped (row, "chosen", G_CALLBACK (app_chosen_cb), self);
  gtk_list_box_append (self->apps_box, row);
}

/* The application there is comes first and is chosen; of several, none is better than another. */
static void
show_apps (WaxsealAppForm *self)
{
  GListModel *apps = waxseal_tenant_review_get_apps (self->shown);
  WaxsealRegisteredApp *own = waxseal_tenant_review_get_own_app (self->shown);
  guint n = g_list_model_get_n_items (apps);
  GtkWidget *first = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->apps_box))) != NULL)
    gtk_list_box_remove (self->apps_box, child);
  g_clear_object (&self->adopt);
  self->creates = FALSE;
  gtk_widget_set_visible (self->apps_group, n > 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WaxsealRegisteredApp) app = g_list_model_get_item (apps, i);

      add_choice (self, app, &first);
      if (app == own || n == 1)
        waxseal_app_choice_row_choose (
          WAXSEAL_APP_CHOICE_ROW (gtk_widget_get_last_child (GTK_WIDGET (self->apps_box))));
    }
  if (own == NULL)
    add_choice (self, NULL, &first);
  gtk_widget_set_visible (self->new_group, self->adopt == NULL);
  gtk_widget_set_visible (self->types_group, self->adopt == NULL);
}

static void
update (WaxsealAppForm *self)
{
  WaxsealEntraStage stage = waxseal_entra_desk_get_stage (self->desk);
  WaxsealTenantReview *review = waxseal_entra_desk_get_review (self->desk);

  gtk_widget_set_visible (GTK_WIDGET (self), stage == WAXSEAL_ENTRA_STAGE_REVIEWED);
  if (stage != WAXSEAL_ENTRA_STAGE_REVIEWED || review == NULL)
    return;
  gtk_widget_set_sensitive (self->review_button, !waxseal_entra_desk_is_busy (self->desk));
  waxseal_error_row_show (self->error_row,
                          waxseal_entra_desk_get_error (self->desk),
                          waxseal_tenant_session_get_way (
                            waxseal_entra_desk_get_session (self->desk)));
  if (!g_set_object (&self->shown, review))
    return;
  show_apps (self);
  show_lifetimes (self);
}

static void
review_clicked_cb (WaxsealAppForm *self)
{
  guint selected = adw_combo_row_get_selected (self->lifetime_row);
  g_autofree char *expires =
    waxseal_secret_lifetime_build_expires (g_array_index (self->days, guint, selected));

  if (self->creates)
    waxseal_entra_desk_make_creating_plan (self->desk, expires);
  else
    waxseal_entra_desk_make_plan (self->desk, self->adopt, expires);
}

/* What was refused is refused no more only where something is another by now. */
static void
remedy_cb (WaxsealAppForm *self, guint action)
{
  if (action == WAXSEAL_REMEDY_CHOOSE_APP)
    gtk_widget_child_focus (self->apps_group, GTK_DIR_TAB_FORWARD);
  else
    waxseal_entra_desk_look_again (self->desk);
}

static void
forget_desk (WaxsealAppForm *self)
{
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  g_clear_object (&self->desk);
  g_clear_object (&self->shown);
  g_clear_object (&self->adopt);
}

static void
waxseal_app_form_dispose (GObject *object)
{
  forget_desk (WAXSEAL_APP_FORM (object));
  G_OBJECT_CLASS (waxseal_app_form_parent_class)->dispose (object);
}

static void
waxseal_app_form_finalize (GObject *object)
{
  g_array_unref (WAXSEAL_APP_FORM (object)->days);
  G_OBJECT_CLASS (waxseal_app_form_parent_class)->finalize (object);
}

static void
waxseal_app_form_class_init (WaxsealAppFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_app_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = waxseal_app_form_finalize;

  g_type_ensure (WAXSEAL_TYPE_ERROR_ROW);
  g_type_ensure (WAXSEAL_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waxseal/Waxseal/ui/waxseal-app-form.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealAppForm, error_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAppForm, apps_group);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAppForm, apps_box);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAppForm, new_group);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAppForm, types_group);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAppForm, name_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAppForm, redirect_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAppForm, single_check);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAppForm, multi_check);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAppForm, personal_check);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAppForm, only_personal_check);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAppForm, lifetime_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAppForm, lifetimes);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAppForm, policy_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAppForm, review_button);
  gtk_widget_class_bind_template_callback (widget_class, remedy_cb);
  gtk_widget_class_bind_template_callback (widget_class, review_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, type_toggled_cb);
}

static void
waxseal_app_form_init (WaxsealAppForm *self)
{
  self->days = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_app_form_set_desk: Shows the form of another desk. */
void
waxseal_app_form_set_desk (WaxsealAppForm *self, WaxsealEntraDesk *desk)
{
  WaxsealEntraApp *app =
    waxseal_organization_get_entra_app (waxseal_entra_desk_get_organization (desk));

  forget_desk (self);
  g_object_set (self->name_row, "record", app, NULL);
  g_object_set (self->redirect_row, "record", app, NULL);
  gtk_check_button_set_active (get_check (self, waxseal_record_get_enum (app, "account-type")),
                               TRUE);
  self->desk = g_object_ref (desk);
  g_signal_connect_swapped (desk, "changed", G_CALLBACK (update), self);
  update (self);
}
