/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-secret-clipboard.h"

/**
 * WaxsealSecretClipboard:
 *
 * Lends a secret to the clipboard: marked as one, for the clipboard managers that heed the mark,
 * and taken back after a while if nothing else was copied since.
 */
struct _WaxsealSecretClipboard
{
  GObject parent_instance;

  GdkClipboard *clipboard;
  GdkContentProvider *content; /* what we put there, or NULL */
  guint seconds_left;
  guint timeout;
};

enum
{
  PROP_SECONDS_LEFT = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (WaxsealSecretClipboard, waxseal_secret_clipboard, G_TYPE_OBJECT)

static void
set_seconds_left (WaxsealSecretClipboard *self, guint seconds)
{
  if (self->seconds_left == seconds)
    return;
  self->seconds_left = seconds;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SECONDS_LEFT]);
}

/* The value's bytes are those of the locked memory that it lives in: nothing is copied here. */
static GdkContentProvider *
create_content (SecretValue *value)
{
  gsize length;
  const char *text = secret_value_get (value, &length);
  g_autoptr (GBytes) bytes =
    g_bytes_new_with_free_func (text, length, secret_value_unref, secret_value_ref (value));
  g_autoptr (GBytes) hint = g_bytes_new_static ("secret", 6);
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8", bytes),
    gdk_content_provider_new_for_bytes ("x-kde-passwordManagerHint", hint),
  };

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

/**
 * waxseal_secret_clipboard_clear:
 *
 * Empties the clipboard if the secret is still on it.
 */
void
waxseal_secret_clipboard_clear (WaxsealSecretClipboard *self)
{
  g_autoptr (GdkContentProvider) content = g_steal_pointer (&self->content);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (content != NULL && gdk_clipboard_get_content (self->clipboard) == content)
    gdk_clipboard_set_content (self->clipboard, NULL);
  set_seconds_left (self, 0);
}

static void
clipboard_changed_cb (WaxsealSecretClipboard *self)
{
  if (self->content == NULL || gdk_clipboard_get_content (self->clipboard) == self->content)
    return;
  waxseal_secret_clipboard_clear (self);
}

static gboolean
second_over_cb (gpointer user_data)
{
  WaxsealSecretClipboard *self = user_data;

  if (self->seconds_left > 1)
    {
      set_seconds_left (self, self->seconds_left - 1);
      return G_SOURCE_CONTINUE;
    }
  self->timeout = 0;
  waxseal_secret_clipboard_clear (self);
  return G_SOURCE_REMOVE;
}

/**
 * waxseal_secret_clipboard_copy:
 * @value: plain text
 *
 * Puts @value on the clipboard for %WAXSEAL_SECRET_CLIPBOARD_SECONDS.
 */
void
waxseal_secret_clipboard_copy (WaxsealSecretClipboard *self, SecretValue *value)
{
  g_autoptr (GdkContentProvider) content = create_content (value);

  waxseal_secret_clipboard_clear (self);
  self->content = g_object_ref (content);
  if (!gdk_clipboard_set_content (self->clipboard, content))
    {
      g_clear_object (&self->content);
      return;
    }
  set_seconds_left (self, WAXSEAL_SECRET_CLIPBOARD_SECONDS);
  self->timeout = g_timeout_add_seconds (1, second_over_cb, self);
}

/** waxseal_secret_clipboard_get_seconds_left: Returns: until it is cleared; 0 if it is not ours. */
guint
waxseal_secret_clipboard_get_seconds_left (WaxsealSecretClipboard *self)
{
  return self->seconds_left;
}

static void
waxseal_secret_clipboard_get_property (GObject *object,
                                       guint prop_id,
                                       GValue *value,
                                       GParamSpec *pspec)
{
  g_value_set_uint (value, WAXSEAL_SECRET_CLIPBOARD (object)->seconds_left);
}

/* GTK hands the clipboard over to the desktop when a program ends: not with a secret on it. */
static void
waxseal_secret_clipboard_dispose (GObject *object)
{
  WaxsealSecretClipboard *self = WAXSEAL_SECRET_CLIPBOARD (object);

  if (self->clipboard != NULL)
    waxseal_secret_clipboard_clear (self);
  g_clear_object (&self->clipboard);
  G_OBJECT_CLASS (waxseal_secret_clipboard_parent_class)->dispose (object);
}

static void
waxseal_secret_clipboard_class_init (WaxsealSecretClipboardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = waxseal_secret_clipboard_get_property;
  object_class->dispose = waxseal_secret_clipboard_dispose;

  props[PROP_SECONDS_LEFT] = g_param_spec_uint ("seconds-left",
                                                NULL,
                                                NULL,
                                                0,
                                                WAXSEAL_SECRET_CLIPBOARD_SECONDS,
                                                0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
waxseal_secret_clipboard_init (WaxsealSecretClipboard *self)
{
}

/** waxseal_secret_clipboard_new: Returns: (transfer full): for @clipboard, on which it puts nothing
 * yet. */
WaxsealSecretClipboard *
waxseal_secret_clipboard_new (GdkClipboard *clipboard)
{
  WaxsealSecretClipboard *self = g_object_new (WAXSEAL_TYPE_SECRET_CLIPBOARD, NULL);

  self->clipboard = g_object_ref (clipboard);
  g_signal_connect_object (
    clipboard, "changed", G_CALLBACK (clipboard_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}
