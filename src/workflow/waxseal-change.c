/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-change-private.h"

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (WaxsealChange, waxseal_change, G_TYPE_OBJECT)

/** waxseal_change_get_private: Returns: (transfer none): what @self, a #WaxsealChange, has. */
WaxsealChangePrivate *
waxseal_change_get_private (gpointer self)
{
  return waxseal_change_get_instance_private (self);
}

static void
waxseal_change_finalize (GObject *object)
{
  WaxsealChangePrivate *priv = waxseal_change_get_private (object);

  g_clear_object (&priv->session);
  g_free (priv->subject);
  g_clear_pointer (&priv->seen, json_node_unref);
  g_free (priv->object_id);
  g_free (priv->marker);
  g_free (priv->request_id);
  g_free (priv->remark);
  g_clear_object (&priv->entry);
  g_clear_error (&priv->write_error);
  G_OBJECT_CLASS (waxseal_change_parent_class)->finalize (object);
}

static void
waxseal_change_class_init (WaxsealChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_change_finalize;
}

static void
waxseal_change_init (WaxsealChange *self)
{
}

/**
 * waxseal_change_set_up:
 * @action: static
 * @subject: as the administrator knows it
 *
 * Has to be called once, before the change is run.
 */
void
waxseal_change_set_up (WaxsealChange *self,
                       WaxsealTenantSession *session,
                       const char *action,
                       const char *subject)
{
  WaxsealChangePrivate *priv = waxseal_change_get_private (self);

  priv->session = g_object_ref (session);
  priv->action = action;
  priv->subject = g_strdup (subject);
}

/** waxseal_change_set_data: @data: (transfer none): has to stay until the change was run */
void
waxseal_change_set_data (WaxsealChange *self, gpointer data)
{
  waxseal_change_get_private (self)->data = data;
}

/** waxseal_change_get_data: Returns: (transfer none): what was set. */
gpointer
waxseal_change_get_data (WaxsealChange *self)
{
  return waxseal_change_get_private (self)->data;
}

/**
 * waxseal_change_set_must_write:
 * @must_write: not to believe the first look: servers that are behind may show what was there
 *   before the last change. Harmless only of what is the same when made twice
 */
void
waxseal_change_set_must_write (WaxsealChange *self, gboolean must_write)
{
  waxseal_change_get_private (self)->must_write = must_write;
}

/** waxseal_change_set_seen: @seen: (nullable): %NULL for nothing. */
void
waxseal_change_set_seen (WaxsealChange *self, JsonNode *seen)
{
  WaxsealChangePrivate *priv = waxseal_change_get_private (self);

  g_clear_pointer (&priv->seen, json_node_unref);
  priv->seen = seen != NULL ? json_node_ref (seen) : NULL;
}

/** waxseal_change_set_remark: @remark: what the service said when it took the write, or ""; told
 * where it is not seen after all */
void
waxseal_change_set_remark (WaxsealChange *self, const char *remark)
{
  WaxsealChangePrivate *priv = waxseal_change_get_private (self);

  g_free (priv->remark);
  priv->remark = *remark != '\0' ? g_strdup (remark) : NULL;
}

/** waxseal_change_set_object_id: @object_id: the service's name of what was made or changed */
void
waxseal_change_set_object_id (WaxsealChange *self, const char *object_id)
{
  WaxsealChangePrivate *priv = waxseal_change_get_private (self);

  g_free (priv->object_id);
  priv->object_id = g_strdup (object_id);
}

/** waxseal_change_set_marker: @marker: by which the journal knows what was asked for */
void
waxseal_change_set_marker (WaxsealChange *self, const char *marker)
{
  WaxsealChangePrivate *priv = waxseal_change_get_private (self);

  g_free (priv->marker);
  priv->marker = g_strdup (marker);
}

/**
 * waxseal_change_get_marker:
 *
 * What is made can be tagged with it: made up when first asked for, and the same after a lost
 * reply, since the journal has it before anything is sent.
 *
 * Returns: (transfer none): a marker
 */
const char *
waxseal_change_get_marker (WaxsealChange *self)
{
  WaxsealChangePrivate *priv = waxseal_change_get_private (self);

  if (priv->marker == NULL)
    {
      g_autofree char *id = g_uuid_string_random ();

      priv->marker = g_strconcat ("Waxseal-", id, NULL);
    }
  return priv->marker;
}

/** waxseal_change_get_session: Returns: (transfer none): in whose tenant it is made. */
WaxsealTenantSession *
waxseal_change_get_session (WaxsealChange *self)
{
  return waxseal_change_get_private (self)->session;
}

/** waxseal_change_get_seen: Returns: (transfer none) (nullable): what was read last. */
JsonNode *
waxseal_change_get_seen (WaxsealChange *self)
{
  return waxseal_change_get_private (self)->seen;
}

/** waxseal_change_get_request_id: Returns: (transfer none) (nullable): of the write that this run
 * sent, where its reply came. */
const char *
waxseal_change_get_request_id (WaxsealChange *self)
{
  return waxseal_change_get_private (self)->request_id;
}

/** waxseal_change_was_made_now: Returns: whether this run sent it. */
gboolean
waxseal_change_was_made_now (WaxsealChange *self)
{
  return waxseal_change_get_private (self)->n_writes > 0;
}
