/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-exchange-reply.h"

#include "waxseal-json.h"

struct _WaxsealExchangeReply
{
  JsonArray *items;
  GPtrArray *warnings; /* ends in NULL */
  char *request_id;
};

G_DEFINE_BOXED_TYPE (WaxsealExchangeReply,
                     waxseal_exchange_reply,
                     waxseal_exchange_reply_ref,
                     waxseal_exchange_reply_unref)

/** waxseal_exchange_reply_new: Returns: (transfer full): a reply without pages. */
WaxsealExchangeReply *
waxseal_exchange_reply_new (void)
{
  WaxsealExchangeReply *self = g_rc_box_new0 (WaxsealExchangeReply);

  self->items = json_array_new ();
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->warnings, NULL);
  return self;
}

/** waxseal_exchange_reply_ref: Returns: (transfer full): @self */
WaxsealExchangeReply *
waxseal_exchange_reply_ref (WaxsealExchangeReply *self)
{
  return g_rc_box_acquire (self);
}

static void
clear_reply (gpointer data)
{
  WaxsealExchangeReply *self = data;

  json_array_unref (self->items);
  g_ptr_array_unref (self->warnings);
  g_free (self->request_id);
}

/** waxseal_exchange_reply_unref: @self: (transfer full): no longer needed */
void
waxseal_exchange_reply_unref (WaxsealExchangeReply *self)
{
  g_rc_box_release_full (self, clear_reply);
}

/** waxseal_exchange_reply_add_page: @page: (transfer none): with "value", and maybe warnings */
void
waxseal_exchange_reply_add_page (WaxsealExchangeReply *self,
                                 JsonObject *page,
                                 const char *request_id)
{
  JsonArray *items = waxseal_json_get_array (page, "value");
  g_auto (GStrv) warnings =
    waxseal_json_array_dup_texts (waxseal_json_get_array (page, "@adminapi.warnings"));

  if (self->request_id == NULL)
    self->request_id = g_strdup (request_id);
  for (guint i = 0; items != NULL && i < json_array_get_length (items); i++)
    json_array_add_element (self->items, json_node_ref (json_array_get_element (items, i)));
  for (guint i = 0; warnings[i] != NULL; i++)
    g_ptr_array_insert (self->warnings, self->warnings->len - 1, g_strdup (warnings[i]));
}

/** waxseal_exchange_reply_get_items: Returns: (transfer none): what it gave; maybe nothing. */
JsonArray *
waxseal_exchange_reply_get_items (WaxsealExchangeReply *self)
{
  return self->items;
}

/** waxseal_exchange_reply_get_warnings: Returns: (transfer none) (array zero-terminated=1): in the
 * service's words. */
const char *const *
waxseal_exchange_reply_get_warnings (WaxsealExchangeReply *self)
{
  return (const char *const *) self->warnings->pdata;
}

/** waxseal_exchange_reply_get_request_id: Returns: (transfer none): the service's own, or "". */
const char *
waxseal_exchange_reply_get_request_id (WaxsealExchangeReply *self)
{
  return self->request_id != NULL ? self->request_id : "";
}
