/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-directory-search.h"

#include "waxseal-directory-pages.h"
#include "waxseal-graph-private.h"
#include "waxseal-json.h"

typedef struct
{
  const char *search; /* the text goes in twice */
  const char *all;
  const char *scopes[2];
} Kind;

/* microsoft.md, 2.6; by WaxsealDirectoryKind. Sorting is not possible together with $search. */
#define SEARCH "$search=%22displayName%3A%s%22%20OR%20%22mail%3A%s%22"
#define PAGE   "&$count=true&$top=25"
#define PEOPLE "&$select=id,displayName,mail,userPrincipalName"
#define GROUPS "&$select=id,displayName,mail"

static const Kind kinds[] = {
  [WAXSEAL_DIRECTORY_PEOPLE] = { "users?" SEARCH PAGE PEOPLE,
                                 "users?$orderby=displayName" PAGE PEOPLE,
                                 { "User.Read.All", NULL } },
  [WAXSEAL_DIRECTORY_GROUPS] = { "groups?" SEARCH PAGE GROUPS,
                                 "groups?$orderby=displayName" PAGE GROUPS,
                                 { "Group.Read.All", NULL } },
};

/* Of both kinds. */
static const char *const all_scopes[] = { "User.Read.All", "Group.Read.All", NULL };

/* One text, from being typed until another's rows take the place of its own. */
typedef struct
{
  WaxsealDirectoryPages *pages;
  GCancellable *cancellable;
  gint64 found;
  guint n_loading;
} Query;

struct _WaxsealDirectorySearch
{
  GObject parent_instance;
  WaxsealGraph *graph;
  WaxsealDirectoryKind kind;
  char *text;
  Query *shown;   /* whose rows the model has; or NULL */
  Query *awaited; /* whose rows are to take their place; or NULL */
  WaxsealDirectoryEntry *blank;
  GError *error;
};

enum
{
  PROP_TEXT = 1,
  PROP_LOADING,
  PROP_HAS_MORE,
  PROP_FOUND,
  PROP_ERROR,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static GType
get_item_type (GListModel *model)
{
  return WAXSEAL_TYPE_DIRECTORY_ENTRY;
}

static guint
get_n_items (GListModel *model)
{
  WaxsealDirectorySearch *self = WAXSEAL_DIRECTORY_SEARCH (model);

  return self->shown != NULL ? waxseal_directory_pages_get_n_rows (self->shown->pages) : 0;
}

static void load_page (WaxsealDirectorySearch *self, Query *query, guint page);

static gpointer
get_item (GListModel *model, guint position)
{
  WaxsealDirectorySearch *self = WAXSEAL_DIRECTORY_SEARCH (model);
  WaxsealDirectoryEntry *entry;
  guint page;

  if (position >= get_n_items (model))
    return NULL;
  entry = waxseal_directory_pages_look_at (self->shown->pages, position, &page);
  if (entry == NULL)
    load_page (self, self->shown, page);
  return g_object_ref (entry != NULL ? entry : self->blank);
}

static void
implement_list_model (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (WaxsealDirectorySearch,
                               waxseal_directory_search,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, implement_list_model))

static void
free_query (gpointer user_data)
{
  Query *query = user_data;

  waxseal_directory_pages_free (query->pages);
  g_object_unref (query->cancellable);
}

static void
drop_query (Query **query)
{
  if (*query == NULL)
    return;
  g_cancellable_cancel ((*query)->cancellable);
  g_rc_box_release_full (*query, free_query);
  *query = NULL;
}

static void
waxseal_directory_search_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  WaxsealDirectorySearch *self = WAXSEAL_DIRECTORY_SEARCH (object);

  switch (id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, waxseal_directory_search_is_loading (self));
      break;
    case PROP_HAS_MORE:
      g_value_set_boolean (value, waxseal_directory_search_has_more (self));
      break;
    case PROP_FOUND:
      g_value_set_int64 (value, waxseal_directory_search_get_found (self));
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
waxseal_directory_search_set_property (GObject *object,
                                       guint id,
                                       const GValue *value,
                                       GParamSpec *pspec)
{
  if (id == PROP_TEXT)
    waxseal_directory_search_set_text (WAXSEAL_DIRECTORY_SEARCH (object),
                                       g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
waxseal_directory_search_dispose (GObject *object)
{
  WaxsealDirectorySearch *self = WAXSEAL_DIRECTORY_SEARCH (object);

  drop_query (&self->shown);
  drop_query (&self->awaited);
  g_clear_object (&self->graph);
  g_clear_object (&self->blank);
  G_OBJECT_CLASS (waxseal_directory_search_parent_class)->dispose (object);
}

static void
waxseal_directory_search_finalize (GObject *object)
{
  WaxsealDirectorySearch *self = WAXSEAL_DIRECTORY_SEARCH (object);

  g_free (self->text);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (waxseal_directory_search_parent_class)->finalize (object);
}

static void
waxseal_directory_search_class_init (WaxsealDirectorySearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags readable = flags | G_PARAM_READABLE;

  object_class->get_property = waxseal_directory_search_get_property;
  object_class->set_property = waxseal_directory_search_set_property;
  object_class->dispose = waxseal_directory_search_dispose;
  object_class->finalize = waxseal_directory_search_finalize;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags | G_PARAM_READWRITE);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, readable);
  properties[PROP_HAS_MORE] = g_param_spec_boolean ("has-more", NULL, NULL, FALSE, readable);
  properties[PROP_FOUND] = g_param_spec_int64 ("found", NULL, NULL, -1, G_MAXINT64, -1, readable);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
waxseal_directory_search_init (WaxsealDirectorySearch *self)
{
  self->blank = waxseal_directory_entry_new (NULL);
}

/**
 * waxseal_directory_search_new:
 * @graph: (transfer none): whom to ask
 * @kind: for what
 *
 * Returns: (transfer full): an empty list, which begins with the first text
 */
WaxsealDirectorySearch *
waxseal_directory_search_new (WaxsealGraph *graph, WaxsealDirectoryKind kind)
{
  WaxsealDirectorySearch *self = g_object_new (WAXSEAL_TYPE_DIRECTORY_SEARCH, NULL);

  self->graph = g_object_ref (graph);
  self->kind = kind;
  return self;
}

static void
notify_state (WaxsealDirectorySearch *self)
{
  for (guint i = PROP_LOADING; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static void
emit_change (WaxsealDirectorySearch *self, WaxsealDirectoryChange change)
{
  g_list_model_items_changed (G_LIST_MODEL (self), change.position, change.removed, change.added);
}

/* Also after a failure, without rows: those of another text would be taken for its own. */
static void
show_awaited (WaxsealDirectorySearch *self)
{
  guint removed = get_n_items (G_LIST_MODEL (self));

  drop_query (&self->shown);
  self->shown = g_steal_pointer (&self->awaited);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, get_n_items (G_LIST_MODEL (self)));
}

static void
take_page (WaxsealDirectorySearch *self,
           Query *query,
           guint page,
           JsonArray *items,
           const char *next,
           gint64 found)
{
  WaxsealDirectoryChange change = waxseal_directory_pages_fill (query->pages, page, items, next);

  /* Graph counts on the first page only. */
  if (found >= 0)
    query->found = found;
  if (query == self->awaited)
    {
      show_awaited (self);
      return;
    }
  emit_change (self, change);
  while (waxseal_directory_pages_evict (query->pages, &change))
    emit_change (self, change);
}

typedef struct
{
  GWeakRef search; /* which gives its queries up when nobody needs it any more */
  Query *query;
  guint page;
} Load;

static void
free_load (Load *load)
{
  g_weak_ref_clear (&load->search);
  g_rc_box_release_full (load->query, free_query);
  g_free (load);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Load, free_load)

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Load) load = user_data;
  g_autoptr (WaxsealDirectorySearch) self = g_weak_ref_get (&load->search);
  WaxsealGraph *graph = WAXSEAL_GRAPH (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealHttpReply) reply = waxseal_graph_call_finish (graph, result, &error);
  const char *next = NULL;
  JsonArray *items = reply != NULL ? waxseal_graph_read_page (graph, reply, &next, &error) : NULL;

  load->query->n_loading--;
  if (self == NULL || g_cancellable_is_cancelled (load->query->cancellable))
    return;

  if (items != NULL)
    take_page (self,
               load->query,
               load->page,
               items,
               next,
               waxseal_json_get_number (waxseal_http_reply_get_object (reply), "@odata.count", -1));
  else
    {
      g_clear_error (&self->error);
      self->error = g_steal_pointer (&error);
      waxseal_directory_pages_forget_request (load->query->pages, load->page);
      if (load->query == self->awaited)
        show_awaited (self);
    }
  notify_state (self);
}

static void
load_page (WaxsealDirectorySearch *self, Query *query, guint page)
{
  const char *address = waxseal_directory_pages_request (query->pages, page);
  Load *load;

  if (address == NULL)
    return;
  load = g_new0 (Load, 1);
  g_weak_ref_init (&load->search, self);
  load->query = g_rc_box_acquire (query);
  load->page = page;
  query->n_loading++;
  waxseal_graph_call_address_async (self->graph,
                                    address,
                                    kinds[self->kind].scopes,
                                    WAXSEAL_GRAPH_EVENTUAL,
                                    query->cancellable,
                                    loaded_cb,
                                    load);
}

static char *
build_path (WaxsealDirectorySearch *self)
{
  g_autofree char *escaped = waxseal_graph_escape_search (self->text);
  g_auto (GStrv) parts = NULL;

  if (*escaped == '\0')
    return g_strdup (kinds[self->kind].all);
  parts = g_strsplit (kinds[self->kind].search, "%s", -1);
  return g_strjoinv (escaped, parts);
}

/** waxseal_directory_search_get_scopes: Returns: (transfer none) (array zero-terminated=1): Graph's
 * delegated scopes that looking for people and for groups needs (microsoft.md, 1.7). */
const char *const *
waxseal_directory_search_get_scopes (void)
{
  return all_scopes;
}

/** waxseal_directory_search_get_text: Returns: (transfer none) (nullable): what was typed last. */
const char *
waxseal_directory_search_get_text (WaxsealDirectorySearch *self)
{
  return self->text;
}

/**
 * waxseal_directory_search_set_text:
 * @text: (nullable): what was typed; spaces around it do not count
 *
 * Searches at once: a text before it that is still being searched for is given up. The same text
 * again is searched again, after an error for example.
 */
void
waxseal_directory_search_set_text (WaxsealDirectorySearch *self, const char *text)
{
  g_autofree char *path = NULL, *address = NULL;
  Query *query;

  g_free (self->text);
  self->text = g_strstrip (g_strdup (text != NULL ? text : ""));
  path = build_path (self);
  address = waxseal_graph_build_address (self->graph, path);

  drop_query (&self->awaited);
  g_clear_error (&self->error);
  query = g_rc_box_new0 (Query);
  query->pages = waxseal_directory_pages_new (address);
  query->cancellable = g_cancellable_new ();
  query->found = -1;
  self->awaited = query;
  load_page (self, query, 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
  notify_state (self);
}

/**
 * waxseal_directory_search_more:
 *
 * Loads the next page; for when the last rows are looked at. Does nothing where there is none, or
 * while it or another text is being loaded.
 */
void
waxseal_directory_search_more (WaxsealDirectorySearch *self)
{
  if (!waxseal_directory_search_has_more (self))
    return;
  g_clear_error (&self->error);
  load_page (self, self->shown, waxseal_directory_pages_get_next (self->shown->pages));
  notify_state (self);
}

/** waxseal_directory_search_is_loading: Returns: whether rows are on their way. */
gboolean
waxseal_directory_search_is_loading (WaxsealDirectorySearch *self)
{
  return self->awaited != NULL || (self->shown != NULL && self->shown->n_loading > 0);
}

/** waxseal_directory_search_has_more: Returns: whether waxseal_directory_search_more() brings more.
 */
gboolean
waxseal_directory_search_has_more (WaxsealDirectorySearch *self)
{
  return self->awaited == NULL && self->shown != NULL &&
         waxseal_directory_pages_has_more (self->shown->pages);
}

/** waxseal_directory_search_get_found: Returns: how many there are in all, or -1. */
gint64
waxseal_directory_search_get_found (WaxsealDirectorySearch *self)
{
  return self->awaited == NULL && self->shown != NULL ? self->shown->found : -1;
}

/** waxseal_directory_search_get_error: Returns: (transfer none) (nullable): why the last load
 * failed, if it did. */
const GError *
waxseal_directory_search_get_error (WaxsealDirectorySearch *self)
{
  return self->error;
}
