/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-online-host.h"

#include <glib/gi18n.h>

#include "waxseal-online-row.h"
#include "waxseal-short-text.h"

/**
 * WaxsealOnlineHost:
 *
 * A host that the manifest names, and in it its addresses there. It opens by itself when something
 * turns out to be wrong.
 */
struct _WaxsealOnlineHost
{
  AdwExpanderRow parent_instance;

  GtkImage *icon;
  char *host;
  GPtrArray *rows;      /* of WaxsealOnlineRow, which the list owns */
  GPtrArray *addresses; /* their addresses as text */
  guint n_wrong;
};

G_DEFINE_FINAL_TYPE (WaxsealOnlineHost, waxseal_online_host, ADW_TYPE_EXPANDER_ROW)

static void
waxseal_online_host_finalize (GObject *object)
{
  WaxsealOnlineHost *self = WAXSEAL_ONLINE_HOST (object);

  g_free (self->host);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->addresses);
  G_OBJECT_CLASS (waxseal_online_host_parent_class)->finalize (object);
}

static void
waxseal_online_host_class_init (WaxsealOnlineHostClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = waxseal_online_host_finalize;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-online-host.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealOnlineHost, icon);
}

static void
waxseal_online_host_init (WaxsealOnlineHost *self)
{
  self->rows = g_ptr_array_new ();
  self->addresses = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_online_host_new: @host: “” for addresses that have none.
 * Returns: (transfer floating): a host without addresses. */
WaxsealOnlineHost *
waxseal_online_host_new (const char *host)
{
  g_autofree char *title = waxseal_short_text (*host != '\0' ? host : _ ("Without a host"));
  WaxsealOnlineHost *self = g_object_new (WAXSEAL_TYPE_ONLINE_HOST, "title", title, NULL);

  self->host = g_strdup (host);
  return self;
}

/** waxseal_online_host_get_name: Returns: (transfer none): the host. */
const char *
waxseal_online_host_get_name (WaxsealOnlineHost *self)
{
  return self->host;
}

/** waxseal_online_host_add: Adds a row for @address, which is titled @title. */
void
waxseal_online_host_add (WaxsealOnlineHost *self, const char *title, const char *address)
{
  WaxsealOnlineRow *row = waxseal_online_row_new (title);

  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->addresses, g_strdup (address));
}

/** Counts: how many of the rows are in which state. */
typedef struct
{
  guint n_asked;
  guint n[WAXSEAL_ONLINE_WRONG + 1];
} Counts;

static char *
describe (WaxsealOnlineHost *self, const Counts *counts)
{
  guint n = self->rows->len;
  guint verified = counts->n[WAXSEAL_ONLINE_VERIFIED];
  guint wrong = counts->n[WAXSEAL_ONLINE_WRONG];
  guint unknown = counts->n[WAXSEAL_ONLINE_UNKNOWN];
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u address", "%u addresses", n), n));
  if (verified > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("%u verified", "%u verified", verified), verified));
  if (wrong > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u wrong", "%u wrong", wrong), wrong));
  if (unknown > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("%u not known", "%u not known", unknown), unknown));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static const char *
find_icon (WaxsealOnlineHost *self, const Counts *counts)
{
  WaxsealOnlineState state = WAXSEAL_ONLINE_VERIFIED;

  if (counts->n[WAXSEAL_ONLINE_WRONG] > 0)
    state = WAXSEAL_ONLINE_WRONG;
  else if (counts->n[WAXSEAL_ONLINE_UNKNOWN] > 0)
    state = WAXSEAL_ONLINE_UNKNOWN;
  return waxseal_online_state_get_icon (state != WAXSEAL_ONLINE_VERIFIED ||
                                          counts->n_asked == self->rows->len,
                                        state);
}

/**
 * waxseal_online_host_update:
 * @addresses: (element-type WaxsealManifestAddress): of the whole manifest as it is now
 *
 * Shows what @check knows about its addresses.
 */
void
waxseal_online_host_update (WaxsealOnlineHost *self,
                            GPtrArray *addresses,
                            WaxsealOnlineCheck *check)
{
  Counts counts = { 0 };
  guint n_wrong_before = self->n_wrong;
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      WaxsealOnlineRow *row = g_ptr_array_index (self->rows, i);

      waxseal_online_row_show (
        row,
        waxseal_manifest_addresses_find (addresses, g_ptr_array_index (self->addresses, i)),
        check);
      if (!waxseal_online_row_is_asked (row))
        continue;
      counts.n_asked++;
      counts.n[waxseal_online_row_get_state (row)]++;
    }
  subtitle = describe (self, &counts);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  gtk_image_set_from_icon_name (self->icon, find_icon (self, &counts));
  self->n_wrong = counts.n[WAXSEAL_ONLINE_WRONG];
  if (self->n_wrong > n_wrong_before)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
}
