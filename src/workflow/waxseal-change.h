/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-tenant-session.h"

G_BEGIN_DECLS

/*
 * One change in the tenant, made once, whatever service makes it: looked at first, entered in the
 * journal, sent, read back until it is seen, and settled. Where no reply came, it is looked for
 * until Microsoft's servers must agree, and only then sent again. A pending entry of the journal is
 * taken up.
 */
#define WAXSEAL_TYPE_CHANGE (waxseal_change_get_type ())
G_DECLARE_DERIVABLE_TYPE (WaxsealChange, waxseal_change, WAXSEAL, CHANGE, GObject)

/**
 * WaxsealChangeClass:
 * @look_finish: @seen is set to what is there now, %NULL where the service says that it is nothing
 * @write_async: given what was seen last; what is on its way is not cut off by a cancellation
 * @is_made: whether @seen (nullable) shows that it is made; says of what by
 *   waxseal_change_set_object_id()
 * @was_made: (nullable): where one thing is changed again and again, and the marker says how:
 *   whether @seen shows what a pending entry with @marker asked for
 *
 * How a service is spoken to.
 */
struct _WaxsealChangeClass
{
  GObjectClass parent_class;

  void (*look_async) (WaxsealChange *self,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data);
  gboolean (*look_finish) (WaxsealChange *self,
                           GAsyncResult *result,
                           JsonNode **seen,
                           GError **error);
  void (*write_async) (WaxsealChange *self,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data);
  gboolean (*write_finish) (WaxsealChange *self,
                            GAsyncResult *result,
                            char **request_id,
                            GError **error);
  gboolean (*is_made) (WaxsealChange *self, JsonNode *seen);
  gboolean (*was_made) (WaxsealChange *self, const char *marker, JsonNode *seen);
};

/* For the maker: @action is its name in the journal, @subject what it is about. */
void waxseal_change_set_up (WaxsealChange *self,
                            WaxsealTenantSession *session,
                            const char *action,
                            const char *subject);
void waxseal_change_set_data (WaxsealChange *self, gpointer data);
gpointer waxseal_change_get_data (WaxsealChange *self);
/* To be sent even where it seems to be made, since it was another way a moment ago. */
void waxseal_change_set_must_write (WaxsealChange *self, gboolean must_write);
/* In the place of the first look. */
void waxseal_change_set_seen (WaxsealChange *self, JsonNode *seen);

void waxseal_change_run_async (WaxsealChange *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean waxseal_change_run_finish (WaxsealChange *self, GAsyncResult *result, GError **error);

void waxseal_change_set_remark (WaxsealChange *self, const char *remark);
void waxseal_change_set_object_id (WaxsealChange *self, const char *object_id);
void waxseal_change_set_marker (WaxsealChange *self, const char *marker);
const char *waxseal_change_get_marker (WaxsealChange *self);
WaxsealTenantSession *waxseal_change_get_session (WaxsealChange *self);
JsonNode *waxseal_change_get_seen (WaxsealChange *self);
const char *waxseal_change_get_request_id (WaxsealChange *self);
gboolean waxseal_change_was_made_now (WaxsealChange *self);

G_END_DECLS
