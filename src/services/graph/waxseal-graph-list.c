/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-graph-private.h"

#include "waxseal-json.h"
#include "waxseal-remedy.h"

typedef struct
{
  char **scopes;
  WaxsealGraphFlags flags;
  guint pages_left;
  JsonArray *items;
  gboolean complete;
} Run;

static void
free_run (gpointer user_data)
{
  Run *run = user_data;

  g_strfreev (run->scopes);
  g_clear_pointer (&run->items, json_array_unref);
  g_free (run);
}

/**
 * waxseal_graph_read_page:
 * @reply: to a GET of a collection
 * @next: (out) (nullable) (transfer none): where the next page is; %NULL for the last. It belongs
 *   to @reply
 *
 * Returns: (transfer none): the page's items, or %NULL with %WAXSEAL_ERROR_BAD_REPLY: there are
 *   none, or the next page is said to be where Graph is not
 */
JsonArray *
waxseal_graph_read_page (WaxsealGraph *self,
                         WaxsealHttpReply *reply,
                         const char **next,
                         GError **error)
{
  JsonObject *page = waxseal_http_reply_get_object (reply);
  JsonArray *items = waxseal_json_get_array (page, "value");
  const char *link = waxseal_json_get_text (page, "@odata.nextLink");
  g_autofree char *details = waxseal_http_reply_describe (reply);

  *next = *link != '\0' ? link : NULL;
  if (items != NULL && (*next == NULL || waxseal_graph_owns_address (self, link)))
    return items;
  g_propagate_error (error, waxseal_remedy_new_error (WAXSEAL_ERROR_BAD_REPLY, details));
  return NULL;
}

static void
got_page_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  WaxsealGraph *self = WAXSEAL_GRAPH (source);
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (WaxsealHttpReply) reply = waxseal_graph_call_finish (self, result, &error);
  const char *next = NULL;
  JsonArray *page = reply != NULL ? waxseal_graph_read_page (self, reply, &next, &error) : NULL;

  if (page == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < json_array_get_length (page); i++)
    json_array_add_element (run->items, json_node_ref (json_array_get_element (page, i)));
  run->complete = next == NULL;
  if (next != NULL && --run->pages_left > 0)
    waxseal_graph_call_address_async (self,
                                      next,
                                      (const char *const *) run->scopes,
                                      run->flags,
                                      g_task_get_cancellable (task),
                                      got_page_cb,
                                      g_object_ref (task));
  else
    g_task_return_pointer (task, json_array_ref (run->items), (GDestroyNotify) json_array_unref);
}

/**
 * waxseal_graph_list_async:
 * @path: as for waxseal_graph_call_async()
 * @max_pages: at least 1
 *
 * Reads a collection page after page.
 */
void
waxseal_graph_list_async (WaxsealGraph *self,
                          const char *path,
                          const char *const *scopes,
                          WaxsealGraphFlags flags,
                          guint max_pages,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autofree char *address = waxseal_graph_build_address (self, path);
  Run *run = g_new0 (Run, 1);

  g_task_set_source_tag (task, waxseal_graph_list_async);
  g_task_set_task_data (task, run, free_run);
  run->scopes = g_strdupv ((char **) scopes);
  run->flags = flags;
  run->pages_left = max_pages;
  run->items = json_array_new ();
  waxseal_graph_call_address_async (
    self, address, scopes, flags, cancellable, got_page_cb, g_object_ref (task));
}

/**
 * waxseal_graph_list_finish:
 * @complete: (out) (optional): whether that is all; else @max_pages was reached
 * @error: see waxseal-graph.h
 *
 * Returns: (transfer full): the items of all pages
 */
JsonArray *
waxseal_graph_list_finish (WaxsealGraph *self,
                           GAsyncResult *result,
                           gboolean *complete,
                           GError **error)
{
  Run *run;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  run = g_task_get_task_data (G_TASK (result));
  if (complete != NULL)
    *complete = run->complete;
  return g_task_propagate_pointer (G_TASK (result), error);
}
