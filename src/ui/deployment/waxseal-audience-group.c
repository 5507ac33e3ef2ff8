/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-audience-group.h"

#include <glib/gi18n.h>

#include "waxseal-audience-dialog.h"
#include "waxseal-entra-desk.h"
#include "waxseal-look-up-group.h"
#include "waxseal-overlap-row.h"
#include "waxseal-phase-audience.h"
#include "waxseal-phase-recipients.h"
#include "waxseal-phase-road.h"
#include "waxseal-recipient-list.h"

/**
 * WaxsealAudienceGroup:
 *
 * Whom a phase reaches (guide.md, C2): everyone, those it names, or just the administrator.
 */
struct _WaxsealAudienceGroup
{
  AdwPreferencesGroup parent_instance;

  GtkCheckButton *everyone_check;
  GtkCheckButton *specific_check;
  GtkCheckButton *just_me_check;
  AdwActionRow *just_me_row;
  GtkWidget *everyone_row;
  AdwActionRow *count_row;
  GtkWidget *remove_all_button;
  AdwActionRow *undo_row;
  GtkListBox *overlap_box;
  WaxsealLookUpGroup *look_up;
  WaxsealRecipientList *list;

  WaxsealOrganization *organization;
  WaxsealRolloutPhase *phase;
  WaxsealEntraDesk *desk;
  GListModel *removed; /* what can come back, or NULL */
  guint idle;          /* until it shows a change, or 0 */
  guint n_before;      /* phases that this one is compared with */
};

enum
{
  PROP_ORGANIZATION = 1,
  PROP_PHASE,
  PROP_DESK,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (WaxsealAudienceGroup, waxseal_audience_group, ADW_TYPE_PREFERENCES_GROUP)

static GtkCheckButton *
get_check (WaxsealAudienceGroup *self, WaxsealAudience audience)
{
  GtkCheckButton *const checks[] = {
    [WAXSEAL_AUDIENCE_JUST_ME] = self->just_me_check,
    [WAXSEAL_AUDIENCE_SPECIFIC] = self->specific_check,
    [WAXSEAL_AUDIENCE_EVERYONE] = self->everyone_check,
  };

  return checks[audience];
}

static void
audience_toggled_cb (WaxsealAudienceGroup *self, GtkCheckButton *check)
{
  if (self->phase == NULL || !gtk_check_button_get_active (check))
    return;
  for (int i = WAXSEAL_AUDIENCE_JUST_ME; i <= WAXSEAL_AUDIENCE_EVERYONE; i++)
    if (get_check (self, i) == check)
      g_object_set (self->phase, "audience", i, NULL);
}

/* Whoever deploys it: that is who signed in last, as far as Waxseal knows. */
static void
show_just_me (WaxsealAudienceGroup *self)
{
  gpointer sign_in = waxseal_record_get_child (self->organization, "sign-in");
  const char *address = waxseal_record_get_text (sign_in, "user-name");
  g_autofree char *subtitle =
    *address != '\0'
      /* Translators: %s is an address */
      ? g_strdup_printf (_ ("Only %s, who signed in here last. In the admin center it is whoever "
                            "is signed in there"),
                         address)
      : g_strdup (_ ("Only whoever is signed in to the admin center. Nobody has signed in here, so "
                     "the address is not known"));

  adw_action_row_set_subtitle (self->just_me_row, subtitle);
}

static void
show_count (WaxsealAudienceGroup *self)
{
  GListModel *recipients = G_LIST_MODEL (waxseal_record_get_list (self->phase, "recipients"));
  g_autofree char *title = waxseal_phase_audience_describe (self->phase);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->count_row), title);
  gtk_widget_set_visible (self->remove_all_button, g_list_model_get_n_items (recipients) > 0);
}

static void
show_undo (WaxsealAudienceGroup *self)
{
  guint n = self->removed != NULL ? g_list_model_get_n_items (self->removed) : 0;
  g_autofree char *title =
    g_strdup_printf (ngettext ("%u removed from this phase", "%u removed from this phase", n), n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->undo_row), title);
}

static GtkWidget *
create_overlap_row_cb (gpointer earlier, gpointer user_data)
{
  WaxsealAudienceGroup *self = user_data;

  return waxseal_overlap_row_new (self->organization, earlier, self->phase);
}

static guint
count_phases_before (GListModel *phases, WaxsealRolloutPhase *phase)
{
  guint n = 0;

  for (; n < g_list_model_get_n_items (phases); n++)
    {
      g_autoptr (WaxsealRolloutPhase) item = g_list_model_get_item (phases, n);

      if (item == phase)
        return n;
    }
  return 0;
}

/* Which phases are before this one may change, too. */
static void
list_overlaps (WaxsealAudienceGroup *self)
{
  GListModel *phases = waxseal_organization_get_phases (self->organization);
  guint n = count_phases_before (phases, self->phase);
  g_autoptr (GtkSliceListModel) before = NULL;

  if (n == self->n_before)
    return;
  self->n_before = n;
  before = gtk_slice_list_model_new (g_object_ref (phases), 0, n);
  gtk_list_box_bind_model (
    self->overlap_box, G_LIST_MODEL (before), create_overlap_row_cb, self, NULL);
}

static void
update (WaxsealAudienceGroup *self)
{
  WaxsealAudience audience;
  GListModel *recipients;
  gboolean specific;

  if (self->organization == NULL || self->phase == NULL)
    return;
  audience = waxseal_record_get_enum (self->phase, "audience");
  recipients = G_LIST_MODEL (waxseal_record_get_list (self->phase, "recipients"));
  specific = audience == WAXSEAL_AUDIENCE_SPECIFIC;
  gtk_check_button_set_active (get_check (self, audience), TRUE);
  gtk_widget_set_visible (self->everyone_row, audience == WAXSEAL_AUDIENCE_EVERYONE);
  gtk_widget_set_visible (GTK_WIDGET (self->count_row), specific);
  gtk_widget_set_visible (GTK_WIDGET (self->undo_row), specific && self->removed != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->list),
                          specific && g_list_model_get_n_items (recipients) > 0);
  list_overlaps (self);
  gtk_widget_set_visible (GTK_WIDGET (self->overlap_box), specific && self->n_before > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->look_up), specific);
  waxseal_look_up_group_update (self->look_up);
  waxseal_recipient_list_set_road (self->list,
                                   waxseal_phase_road_get (self->organization, self->phase));
  show_just_me (self);
  show_undo (self);
  if (specific)
    show_count (self);
}

static gboolean
update_cb (gpointer user_data)
{
  WaxsealAudienceGroup *self = user_data;

  self->idle = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* Thousands of recipients change one after the other, while they are looked up. */
static void
changed_cb (WaxsealAudienceGroup *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (update_cb, self);
}

static void
keep_removed (WaxsealAudienceGroup *self, GListModel *removed)
{
  g_clear_object (&self->removed);
  self->removed = removed;
  update (self);
}

static void
remove_cb (WaxsealAudienceGroup *self, GHashTable *unwanted)
{
  keep_removed (self, waxseal_phase_recipients_remove (self->phase, unwanted));
}

static void
remove_all_clicked_cb (WaxsealAudienceGroup *self)
{
  keep_removed (self, waxseal_phase_recipients_remove_all (self->phase));
}

static void
undo_clicked_cb (WaxsealAudienceGroup *self)
{
  waxseal_phase_recipients_add (self->phase, self->removed);
  keep_removed (self, NULL);
}

static gboolean
dialog_closed_cb (WaxsealAudienceGroup *self)
{
  if (self->phase != NULL)
    waxseal_look_up_group_start (self->look_up);
  return FALSE;
}

static void
add_clicked_cb (WaxsealAudienceGroup *self)
{
  GtkWidget *dialog =
    waxseal_audience_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                     self->phase,
                                     self->desk);

  g_signal_connect_object (
    dialog, "close-request", G_CALLBACK (dialog_closed_cb), self, G_CONNECT_SWAPPED);
}

static void
set_organization (WaxsealAudienceGroup *self, WaxsealOrganization *organization)
{
  if (self->organization != NULL)
    g_signal_handlers_disconnect_by_data (self->organization, self);
  g_clear_object (&self->organization);
  if (organization == NULL)
    return;
  self->organization = g_object_ref (organization);
  self->n_before = G_MAXUINT;
  g_signal_connect_swapped (organization, "changed", G_CALLBACK (changed_cb), self);
  update (self);
}

static void
set_phase (WaxsealAudienceGroup *self, WaxsealRolloutPhase *phase)
{
  if (!g_set_object (&self->phase, phase))
    return;
  waxseal_look_up_group_show (self->look_up, self->phase, self->desk);
  g_clear_object (&self->removed);
  self->n_before = G_MAXUINT;
  waxseal_recipient_list_show (self->list,
                               phase != NULL
                                 ? G_LIST_MODEL (waxseal_record_get_list (phase, "recipients"))
                                 : NULL);
  update (self);
}

static void
waxseal_audience_group_get_property (GObject *object,
                                     guint prop_id,
                                     GValue *value,
                                     GParamSpec *pspec)
{
  WaxsealAudienceGroup *self = WAXSEAL_AUDIENCE_GROUP (object);

  switch (prop_id)
    {
    case PROP_ORGANIZATION:
      g_value_set_object (value, self->organization);
      break;
    case PROP_PHASE:
      g_value_set_object (value, self->phase);
      break;
    case PROP_DESK:
      g_value_set_object (value, self->desk);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
waxseal_audience_group_set_property (GObject *object,
                                     guint prop_id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  WaxsealAudienceGroup *self = WAXSEAL_AUDIENCE_GROUP (object);

  switch (prop_id)
    {
    case PROP_ORGANIZATION:
      set_organization (self, g_value_get_object (value));
      break;
    case PROP_PHASE:
      set_phase (self, g_value_get_object (value));
      break;
    case PROP_DESK:
      g_set_object (&self->desk, g_value_get_object (value));
      waxseal_look_up_group_show (self->look_up, self->phase, self->desk);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
waxseal_audience_group_dispose (GObject *object)
{
  WaxsealAudienceGroup *self = WAXSEAL_AUDIENCE_GROUP (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  set_organization (self, NULL);
  g_clear_object (&self->phase);
  g_clear_object (&self->desk);
  g_clear_object (&self->removed);
  G_OBJECT_CLASS (waxseal_audience_group_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  props[PROP_ORGANIZATION] =
    g_param_spec_object ("organization", NULL, NULL, WAXSEAL_TYPE_ORGANIZATION, flags);
  props[PROP_PHASE] = g_param_spec_object ("phase", NULL, NULL, WAXSEAL_TYPE_ROLLOUT_PHASE, flags);
  props[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, WAXSEAL_TYPE_ENTRA_DESK, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
waxseal_audience_group_class_init (WaxsealAudienceGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = waxseal_audience_group_get_property;
  object_class->set_property = waxseal_audience_group_set_property;
  object_class->dispose = waxseal_audience_group_dispose;
  install_properties (object_class);

  g_type_ensure (WAXSEAL_TYPE_LOOK_UP_GROUP);
  g_type_ensure (WAXSEAL_TYPE_RECIPIENT_LIST);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-audience-group.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealAudienceGroup, everyone_check);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAudienceGroup, specific_check);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAudienceGroup, just_me_check);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAudienceGroup, just_me_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAudienceGroup, everyone_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAudienceGroup, count_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAudienceGroup, remove_all_button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAudienceGroup, undo_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAudienceGroup, look_up);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAudienceGroup, overlap_box);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAudienceGroup, list);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, audience_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_all_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_clicked_cb);
}

static void
waxseal_audience_group_init (WaxsealAudienceGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
