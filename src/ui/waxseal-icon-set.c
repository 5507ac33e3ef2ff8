/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-icon-set.h"

#include "waxseal-picture-header.h"

/* A picture from anywhere is decoded only where it cannot become large. */
#define MAX_PIXELS 512

struct _WaxsealIconSet
{
  GObject parent_instance;

  WaxsealOnlineCheck *check;
  GHashTable *pictures; /* from addresses to GdkTexture */
};

G_DEFINE_FINAL_TYPE (WaxsealIconSet, waxseal_icon_set, G_TYPE_OBJECT)

static guint changed_signal;

static void
waxseal_icon_set_dispose (GObject *object)
{
  WaxsealIconSet *self = WAXSEAL_ICON_SET (object);

  g_clear_object (&self->check);
  g_clear_pointer (&self->pictures, g_hash_table_unref);
  G_OBJECT_CLASS (waxseal_icon_set_parent_class)->dispose (object);
}

static void
waxseal_icon_set_class_init (WaxsealIconSetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waxseal_icon_set_dispose;
  changed_signal = g_signal_new (
    "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
waxseal_icon_set_init (WaxsealIconSet *self)
{
  self->pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/** waxseal_icon_set_new: Returns: (transfer full): an empty one. */
WaxsealIconSet *
waxseal_icon_set_new (void)
{
  return g_object_new (WAXSEAL_TYPE_ICON_SET, NULL);
}

static GdkTexture *
decode (GBytes *bytes)
{
  WaxsealPictureHeader header;

  if (bytes == NULL || !waxseal_picture_header_read (bytes, &header) || !header.is_shown ||
      header.width == 0 || header.width > MAX_PIXELS || header.height > MAX_PIXELS)
    return NULL;
  return gdk_texture_new_from_bytes (bytes, NULL);
}

static void
answered_cb (WaxsealIconSet *self, const char *address, WaxsealOnlineCheck *check)
{
  const WaxsealVisitAnswer *answer = waxseal_online_check_get_answer (check, address);
  GdkTexture *picture = decode (answer->is_cut ? NULL : answer->body);

  if (picture != NULL)
    g_hash_table_insert (self->pictures, g_strdup (address), picture);
  else if (!g_hash_table_remove (self->pictures, address))
    return;
  g_signal_emit (self, changed_signal, 0);
}

/** waxseal_icon_set_follow: Has the icons from @check from now on, and none of before. */
void
waxseal_icon_set_follow (WaxsealIconSet *self, WaxsealOnlineCheck *check)
{
  if (self->check != NULL)
    g_signal_handlers_disconnect_by_data (self->check, self);
  g_set_object (&self->check, check);
  g_signal_connect_object (check, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  g_hash_table_remove_all (self->pictures);
  g_signal_emit (self, changed_signal, 0);
}

/** waxseal_icon_set_find: Returns: (transfer none) (nullable): the picture at @address, if it was
 * fetched. */
GdkPaintable *
waxseal_icon_set_find (WaxsealIconSet *self, const char *address)
{
  return g_hash_table_lookup (self->pictures, address);
}

/** waxseal_icon_set_describe_hosts: Returns: (transfer full): whom fetching the icons of @document
 * that are not there yet would contact; “” for nobody. */
char *
waxseal_icon_set_describe_hosts (WaxsealIconSet *self, WaxsealManifestDocument *document)
{
  gboolean has_more;
  g_autoptr (GPtrArray) addresses = waxseal_manifest_addresses_list (document, &has_more);

  for (guint i = addresses->len; i-- > 0;)
    {
      const WaxsealManifestAddress *one = g_ptr_array_index (addresses, i);

      if (!one->is_icon || g_hash_table_contains (self->pictures, one->address))
        g_ptr_array_remove_index (addresses, i);
    }
  return waxseal_online_check_describe_hosts (self->check, addresses);
}
