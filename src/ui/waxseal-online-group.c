/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-online-group.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-online-host.h"
#include "waxseal-short-text.h"

/**
 * WaxsealOnlineGroup:
 *
 * The addresses in a manifest by their hosts, and what is known about them: nothing, until the user
 * has them asked. While nobody sees the group, it waits.
 */
struct _WaxsealOnlineGroup
{
  AdwPreferencesGroup parent_instance;

  GtkSpinner *spinner;
  GtkWidget *check_button;
  GtkWidget *cancel_button;

  gboolean practice;
  WaxsealOnlineCheck *check;
  WaxsealIconSet *icons;
  GCancellable *cancellable; /* while it asks */
  WaxsealManifestDocument *document;
  gboolean is_late;     /* whether the document is not on screen yet */
  GPtrArray *addresses; /* of WaxsealManifestAddress */
  gboolean has_more;
  GPtrArray *hosts; /* of WaxsealOnlineHost, which the list owns */
};

G_DEFINE_FINAL_TYPE (WaxsealOnlineGroup, waxseal_online_group, ADW_TYPE_PREFERENCES_GROUP)

static void
update_rows (WaxsealOnlineGroup *self)
{
  for (guint i = 0; i < self->hosts->len; i++)
    waxseal_online_host_update (g_ptr_array_index (self->hosts, i), self->addresses, self->check);
}

/* What asking would do is said before. */
static void
describe (WaxsealOnlineGroup *self)
{
  g_autofree char *hosts = waxseal_online_check_describe_hosts (self->check, self->addresses);
  g_autofree char *short_hosts = waxseal_short_text (hosts);
  g_autofree char *text = NULL;

  if (self->has_more)
    text = g_strdup_printf (_ ("There are more than %u addresses; no add-in needs as many, and "
                               "those behind are left out."),
                            WAXSEAL_MANIFEST_ADDRESSES_MAX);
  else if (*hosts != '\0')
    text = g_strdup_printf (
      /* Translators: %s is a list of hosts */
      _ ("Nothing is asked until you press the button. Then Waxseal asks %s for these addresses, "
         "and "
         "sends nothing else: no cookie, no credential, nothing of the organization’s."),
      short_hosts);
  else if (self->practice)
    text = g_strdup (_ ("In practice nothing outside this computer is asked."));
  else
    text = g_strdup (_ ("The manifest has no address that could be asked."));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), text);
  gtk_widget_set_sensitive (self->check_button, *hosts != '\0');
}

static void
show_progress (WaxsealOnlineGroup *self)
{
  gboolean is_asking = self->cancellable != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->spinner), is_asking);
  gtk_spinner_set_spinning (self->spinner, is_asking);
  gtk_widget_set_visible (self->cancel_button, is_asking);
  gtk_widget_set_visible (self->check_button, !is_asking);
}

/* The host with its port, and what is behind it. */
static char *
split_address (const char *address, const char **rest)
{
  const char *start = strstr (address, "://");
  gsize length;

  *rest = address;
  if (start == NULL)
    return g_strdup ("");
  start += strlen ("://");
  length = strcspn (start, "/?\\");
  *rest = start[length] != '\0' ? start + length : "/";
  return g_strndup (start, length);
}

static WaxsealOnlineHost *
ensure_host (WaxsealOnlineGroup *self, const char *name)
{
  WaxsealOnlineHost *host;

  for (guint i = 0; i < self->hosts->len; i++)
    if (g_str_equal (waxseal_online_host_get_name (g_ptr_array_index (self->hosts, i)), name))
      return g_ptr_array_index (self->hosts, i);
  host = waxseal_online_host_new (name);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (host));
  g_ptr_array_add (self->hosts, host);
  return host;
}

static void
fill (WaxsealOnlineGroup *self)
{
  for (guint i = 0; i < self->hosts->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->hosts, i));
  g_ptr_array_set_size (self->hosts, 0);
  for (guint i = 0; i < self->addresses->len; i++)
    {
      const WaxsealManifestAddress *one = g_ptr_array_index (self->addresses, i);
      const char *rest;
      g_autofree char *name = split_address (one->address, &rest);

      waxseal_online_host_add (ensure_host (self, name), rest, one->address);
    }
}

static gboolean
is_same_list (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!g_str_equal (((WaxsealManifestAddress *) g_ptr_array_index (a, i))->address,
                      ((WaxsealManifestAddress *) g_ptr_array_index (b, i))->address))
      return FALSE;
  return TRUE;
}

static void
update (WaxsealOnlineGroup *self)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->addresses);

  self->is_late = FALSE;
  self->addresses = waxseal_manifest_addresses_list (self->document, &self->has_more);
  if (!is_same_list (before, self->addresses))
    fill (self);
  update_rows (self);
  describe (self);
}

/* Being stopped is the only error; who stops it knows, and the group may be gone. */
static void
asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WaxsealOnlineGroup *self = user_data;

  if (!waxseal_online_check_run_finish (WAXSEAL_ONLINE_CHECK (source), result, NULL))
    return;
  g_clear_object (&self->cancellable);
  show_progress (self);
}

static void
stop (WaxsealOnlineGroup *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
ask (WaxsealOnlineGroup *self, GPtrArray *addresses)
{
  self->cancellable = g_cancellable_new ();
  show_progress (self);
  waxseal_online_check_run_async (self->check, addresses, self->cancellable, asked_cb, self);
}

static void
check_clicked_cb (WaxsealOnlineGroup *self)
{
  if (self->cancellable != NULL)
    return;
  waxseal_online_check_forget (self->check);
  update_rows (self);
  ask (self, self->addresses);
}

static void
cancel_clicked_cb (WaxsealOnlineGroup *self)
{
  stop (self);
  show_progress (self);
}

static void
waxseal_online_group_map (GtkWidget *widget)
{
  WaxsealOnlineGroup *self = WAXSEAL_ONLINE_GROUP (widget);

  if (self->is_late)
    update (self);
  GTK_WIDGET_CLASS (waxseal_online_group_parent_class)->map (widget);
}

static void
waxseal_online_group_dispose (GObject *object)
{
  WaxsealOnlineGroup *self = WAXSEAL_ONLINE_GROUP (object);

  stop (self);
  g_clear_object (&self->check);
  g_clear_object (&self->icons);
  g_clear_object (&self->document);
  g_clear_pointer (&self->addresses, g_ptr_array_unref);
  g_clear_pointer (&self->hosts, g_ptr_array_unref);
  G_OBJECT_CLASS (waxseal_online_group_parent_class)->dispose (object);
}

static void
waxseal_online_group_class_init (WaxsealOnlineGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_online_group_dispose;
  widget_class->map = waxseal_online_group_map;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-online-group.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealOnlineGroup, spinner);
  gtk_widget_class_bind_template_child (widget_class, WaxsealOnlineGroup, check_button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealOnlineGroup, cancel_button);
  gtk_widget_class_bind_template_callback (widget_class, check_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
}

static void
answered_cb (WaxsealOnlineGroup *self)
{
  update_rows (self);
}

static void
create_check (WaxsealOnlineGroup *self)
{
  g_autoptr (WaxsealHttpVisitor) visitor = waxseal_http_visitor_new (self->practice);

  stop (self);
  g_clear_object (&self->check);
  self->check = waxseal_online_check_new (visitor);
  g_signal_connect_object (
    self->check, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  waxseal_icon_set_follow (self->icons, self->check);
}

static void
waxseal_online_group_init (WaxsealOnlineGroup *self)
{
  self->addresses = g_ptr_array_new ();
  self->hosts = g_ptr_array_new ();
  self->icons = waxseal_icon_set_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  create_check (self);
}

/** waxseal_online_group_set_practice: Begins anew, for an organisation on the practice tenant or
 * for a real one. */
void
waxseal_online_group_set_practice (WaxsealOnlineGroup *self, gboolean practice)
{
  self->practice = practice;
  create_check (self);
  show_progress (self);
}

/** waxseal_online_group_show: Shows the addresses in @document; what is known of one stays. */
void
waxseal_online_group_show (WaxsealOnlineGroup *self, WaxsealManifestDocument *document)
{
  g_set_object (&self->document, document);
  self->is_late = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

/** waxseal_online_group_fetch_icons: Asks the addresses of icons alone, for the preview. */
void
waxseal_online_group_fetch_icons (WaxsealOnlineGroup *self)
{
  gboolean has_more;
  g_autoptr (GPtrArray) addresses = NULL;

  if (self->document == NULL || self->cancellable != NULL)
    return;
  addresses = waxseal_manifest_addresses_list (self->document, &has_more);
  for (guint i = addresses->len; i-- > 0;)
    if (!((WaxsealManifestAddress *) g_ptr_array_index (addresses, i))->is_icon)
      g_ptr_array_remove_index (addresses, i);
  ask (self, addresses);
}

/** waxseal_online_group_get_icons: Returns: (transfer none): the icons among what was fetched. */
WaxsealIconSet *
waxseal_online_group_get_icons (WaxsealOnlineGroup *self)
{
  return self->icons;
}
