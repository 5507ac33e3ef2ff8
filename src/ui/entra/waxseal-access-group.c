/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-access-group.h"

#include "waxseal-error-row.h"

/**
 * WaxsealAccessGroup:
 *
 * The sign-in that one thing needs, beside that thing: it asks for the scopes of that alone.
 */
struct _WaxsealAccessGroup
{
  AdwPreferencesGroup parent_instance;

  WaxsealErrorRow *error_row;
  GtkWidget *client_row;
  GtkWidget *buttons_row;
  GtkWidget *busy_row;

  WaxsealEntraDesk *desk;
  char **scopes;
  GError *error;
  gboolean is_busy; /* by this group */
};

enum
{
  PROP_DESK = 1,
  N_PROPS
};

enum
{
  GRANTED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaxsealAccessGroup, waxseal_access_group, ADW_TYPE_PREFERENCES_GROUP)

static void
update (WaxsealAccessGroup *self)
{
  gboolean needs_client =
    self->desk != NULL && waxseal_entra_desk_needs_client (self->desk) && !self->is_busy;

  gtk_widget_set_sensitive (GTK_WIDGET (self),
                            self->desk != NULL &&
                              (self->is_busy || !waxseal_entra_desk_is_busy (self->desk)));
  gtk_widget_set_visible (self->client_row, needs_client);
  gtk_widget_set_visible (self->buttons_row, !self->is_busy && !needs_client);
  gtk_widget_set_visible (self->busy_row, self->is_busy);
  if (self->desk != NULL)
    waxseal_error_row_show (self->error_row,
                            self->is_busy ? NULL : self->error,
                            waxseal_tenant_session_get_way (
                              waxseal_entra_desk_get_session (self->desk)));
}

/** What is under way, and goes on where the group shows another desk meanwhile. */
typedef struct
{
  WaxsealAccessGroup *self;
  WaxsealEntraDesk *desk;
} AccessRun;

static void
signed_in_cb (GObject *session, GAsyncResult *result, gpointer user_data)
{
  g_autofree AccessRun *run = user_data;
  g_autoptr (WaxsealAccessGroup) self = run->self;
  g_autoptr (WaxsealEntraDesk) desk = run->desk;
  g_autoptr (GError) error = NULL;
  gboolean granted =
    waxseal_tenant_session_sign_in_finish (WAXSEAL_TENANT_SESSION (session), result, &error);

  self->is_busy = FALSE;
  waxseal_entra_desk_release (desk);
  if (self->desk != desk)
    return;
  if (granted)
    g_signal_emit (self, signals[GRANTED], 0);
  else
    waxseal_access_group_show_error (self, error);
}

static void
sign_in (WaxsealAccessGroup *self, WaxsealSignInWay way)
{
  WaxsealTenantSession *session;
  GCancellable *cancellable;
  AccessRun *run;

  waxseal_entra_desk_follow_settings (self->desk);
  session = waxseal_entra_desk_get_session (self->desk);
  cancellable = waxseal_entra_desk_hold (self->desk);
  if (cancellable == NULL)
    return;
  run = g_new (AccessRun, 1);
  *run = (AccessRun){ g_object_ref (self), g_object_ref (self->desk) };
  self->is_busy = TRUE;
  g_clear_error (&self->error);
  waxseal_entra_desk_set_copies_link (self->desk, FALSE);
  waxseal_tenant_session_set_way (session, way);
  waxseal_tenant_session_sign_in_async (
    session, (const char *const *) self->scopes, cancellable, signed_in_cb, run);
  update (self);
}

static void
sign_in_clicked_cb (WaxsealAccessGroup *self)
{
  sign_in (self, WAXSEAL_SIGN_IN_BROWSER);
}

static void
code_clicked_cb (WaxsealAccessGroup *self)
{
  sign_in (self, WAXSEAL_SIGN_IN_CODE);
}

static void
cancel_clicked_cb (WaxsealAccessGroup *self)
{
  waxseal_entra_desk_cancel (self->desk);
}

/* From a dialog, the page is in the window below. */
static void
go_clicked_cb (WaxsealAccessGroup *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWindow *below = gtk_window_get_transient_for (window);

  gtk_widget_activate_action (GTK_WIDGET (below != NULL ? below : window),
                              "win.show-page",
                              "s",
                              "entra-app");
  if (below != NULL)
    gtk_window_close (window);
}

static void
remedy_cb (WaxsealAccessGroup *self, guint action)
{
  WaxsealTenantSession *session = waxseal_entra_desk_get_session (self->desk);

  switch ((WaxsealRemedyAction) action)
    {
    case WAXSEAL_REMEDY_SETTINGS:
      go_clicked_cb (self);
      break;
    case WAXSEAL_REMEDY_USE_CODE:
    case WAXSEAL_REMEDY_NEW_CODE:
      sign_in (self, WAXSEAL_SIGN_IN_CODE);
      break;
    case WAXSEAL_REMEDY_USE_BROWSER:
      sign_in (self, WAXSEAL_SIGN_IN_BROWSER);
      break;
    case WAXSEAL_REMEDY_NONE:
    case WAXSEAL_REMEDY_TRY_AGAIN:
    case WAXSEAL_REMEDY_SIGN_IN:
    case WAXSEAL_REMEDY_HAND_OVER:
    case WAXSEAL_REMEDY_REMOVE_SECRET:
    case WAXSEAL_REMEDY_CHOOSE_APP:
    default:
      sign_in (self, waxseal_tenant_session_get_way (session));
    }
}

static void
forget_desk (WaxsealAccessGroup *self)
{
  if (self->desk == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->desk, self);
  if (self->is_busy)
    waxseal_entra_desk_cancel (self->desk);
  g_clear_object (&self->desk);
}

static void
set_desk (WaxsealAccessGroup *self, WaxsealEntraDesk *desk)
{
  forget_desk (self);
  g_clear_error (&self->error);
  if (g_set_object (&self->desk, desk))
    g_signal_connect_swapped (desk, "changed", G_CALLBACK (update), self);
  update (self);
}

static void
waxseal_access_group_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, WAXSEAL_ACCESS_GROUP (object)->desk);
}

static void
waxseal_access_group_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  set_desk (WAXSEAL_ACCESS_GROUP (object), g_value_get_object (value));
}

static void
waxseal_access_group_dispose (GObject *object)
{
  forget_desk (WAXSEAL_ACCESS_GROUP (object));
  G_OBJECT_CLASS (waxseal_access_group_parent_class)->dispose (object);
}

static void
waxseal_access_group_finalize (GObject *object)
{
  WaxsealAccessGroup *self = WAXSEAL_ACCESS_GROUP (object);

  g_clear_error (&self->error);
  g_strfreev (self->scopes);
  G_OBJECT_CLASS (waxseal_access_group_parent_class)->finalize (object);
}

static void
waxseal_access_group_class_init (WaxsealAccessGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = waxseal_access_group_get_property;
  object_class->set_property = waxseal_access_group_set_property;
  object_class->dispose = waxseal_access_group_dispose;
  object_class->finalize = waxseal_access_group_finalize;

  props[PROP_DESK] = g_param_spec_object (
    "desk", NULL, NULL, WAXSEAL_TYPE_ENTRA_DESK, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  /** WaxsealAccessGroup::granted: */
  signals[GRANTED] = g_signal_new (
    "granted", G_OBJECT_CLASS_TYPE (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (WAXSEAL_TYPE_ERROR_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-access-group.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealAccessGroup, error_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAccessGroup, client_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAccessGroup, buttons_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAccessGroup, busy_row);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, code_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remedy_cb);
  gtk_widget_class_bind_template_callback (widget_class, sign_in_clicked_cb);
}

static void
waxseal_access_group_init (WaxsealAccessGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_access_group_set_scopes: @scopes: (array zero-terminated=1): what to ask for. */
void
waxseal_access_group_set_scopes (WaxsealAccessGroup *self, const char *const *scopes)
{
  g_strfreev (self->scopes);
  self->scopes = g_strdupv ((char **) scopes);
}

/* What the group asks for anyway, or the person stopped, is no trouble. */
static gboolean
is_trouble (const GError *error)
{
  return !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) &&
         !g_error_matches (error, WAXSEAL_ERROR, WAXSEAL_ERROR_SIGN_IN_NEEDED) &&
         !g_error_matches (error, WAXSEAL_ERROR, WAXSEAL_ERROR_CONSENT_NEEDED);
}

/** waxseal_access_group_show_error: @error: (nullable): why there is no access. */
void
waxseal_access_group_show_error (WaxsealAccessGroup *self, const GError *error)
{
  g_clear_error (&self->error);
  if (error != NULL && is_trouble (error))
    self->error = g_error_copy (error);
  update (self);
}

/** waxseal_access_group_is_remedy: Returns: whether a sign-in puts @error right. */
gboolean
waxseal_access_group_is_remedy (const GError *error)
{
  switch (waxseal_remedy_get_action (error))
    {
    case WAXSEAL_REMEDY_SIGN_IN:
    case WAXSEAL_REMEDY_USE_CODE:
    case WAXSEAL_REMEDY_USE_BROWSER:
    case WAXSEAL_REMEDY_NEW_CODE:
    case WAXSEAL_REMEDY_SETTINGS:
      return TRUE;
    case WAXSEAL_REMEDY_NONE:
    case WAXSEAL_REMEDY_TRY_AGAIN:
    case WAXSEAL_REMEDY_HAND_OVER:
    case WAXSEAL_REMEDY_REMOVE_SECRET:
    case WAXSEAL_REMEDY_CHOOSE_APP:
    default:
      return FALSE;
    }
}
