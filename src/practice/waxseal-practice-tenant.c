/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-tenant.h"

#include "waxseal-json.h"
#include "waxseal-practice-resources.h"

#define SEED          "/io/github/waxseal/Waxseal/practice/waxseal-practice-seed.json"
#define STATE_VERSION 1

/**
 * WaxsealPracticeTenant:
 *
 * It starts from a seed (waxseal-practice-seed.json) that is the same each time. What Graph cannot
 * change here is not part of the state, nor is what the seed marks with "practiceSeed".
 */
struct _WaxsealPracticeTenant
{
  GObject parent_instance;

  guint n_people;
  WaxsealPracticePeople *people;
  GHashTable *collections; /* name -> GPtrArray of JsonObject */
  GHashTable *users;       /* id -> JsonObject, of those that find() was asked for */
  char *id;
  gint64 clock_skew;
};

G_DEFINE_FINAL_TYPE (WaxsealPracticeTenant, waxseal_practice_tenant, G_TYPE_OBJECT)

static const char *const unchanging[] = { "organization", "domains", "users", "groups", NULL };

static void
waxseal_practice_tenant_finalize (GObject *object)
{
  WaxsealPracticeTenant *self = WAXSEAL_PRACTICE_TENANT (object);

  g_clear_pointer (&self->people, waxseal_practice_people_free);
  g_clear_pointer (&self->collections, g_hash_table_unref);
  g_clear_pointer (&self->users, g_hash_table_unref);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (waxseal_practice_tenant_parent_class)->finalize (object);
}

static void
waxseal_practice_tenant_class_init (WaxsealPracticeTenantClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_practice_tenant_finalize;
}

static void
waxseal_practice_tenant_init (WaxsealPracticeTenant *self)
{
  self->collections =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->users =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) json_object_unref);
}

static void
add_objects (WaxsealPracticeTenant *self, const char *collection, JsonArray *objects)
{
  for (guint i = 0; i < json_array_get_length (objects); i++)
    waxseal_practice_tenant_add (self,
                                 collection,
                                 json_object_ref (json_array_get_object_element (objects, i)));
}

static void
add_seed (WaxsealPracticeTenant *self)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GBytes) bytes = NULL;
  JsonObject *seed;
  JsonObjectIter iter;
  const char *name;
  JsonNode *objects;
  const char *text;
  gsize length;

  bytes = g_resource_lookup_data (waxseal_practice_get_resource (), SEED, 0, NULL);
  text = g_bytes_get_data (bytes, &length);
  if (!json_parser_load_from_data (parser, text, length, NULL))
    g_assert_not_reached ();
  seed = json_node_get_object (json_parser_get_root (parser));
  json_object_iter_init (&iter, seed);
  while (json_object_iter_next (&iter, &name, &objects))
    add_objects (self, name, json_node_get_array (objects));
}

static JsonObject *
ref_user (WaxsealPracticeTenant *self, guint index)
{
  static const char *const id_only[] = { "id", NULL };
  g_autoptr (JsonObject) key = waxseal_practice_people_build (self->people, index, id_only);
  const char *id = waxseal_json_get_text (key, "id");
  JsonObject *user = g_hash_table_lookup (self->users, id);

  if (user == NULL)
    {
      user = waxseal_practice_people_build (self->people, index, NULL);
      g_hash_table_insert (self->users, g_strdup (id), user);
    }
  return json_object_ref (user);
}

static void
add_people (WaxsealPracticeTenant *self, guint n_people)
{
  g_hash_table_remove_all (self->users);
  g_clear_pointer (&self->people, waxseal_practice_people_free);
  self->people = waxseal_practice_people_new (n_people);
  for (guint i = 0; i < waxseal_practice_people_get_n_written (self->people); i++)
    waxseal_practice_tenant_add (self, "users", ref_user (self, i));
}

static void
fill (WaxsealPracticeTenant *self, guint n_people)
{
  GHashTableIter iter;
  gpointer objects;

  g_hash_table_iter_init (&iter, self->collections);
  while (g_hash_table_iter_next (&iter, NULL, &objects))
    g_ptr_array_set_size (objects, 0);
  add_seed (self);
  add_people (self, n_people);
}

/** waxseal_practice_tenant_new: Returns: (transfer full): a tenant with at least @n_people people.
 */
WaxsealPracticeTenant *
waxseal_practice_tenant_new (guint n_people)
{
  WaxsealPracticeTenant *self = g_object_new (WAXSEAL_TYPE_PRACTICE_TENANT, NULL);
  JsonObject *organization;

  self->n_people = n_people;
  fill (self, n_people);
  organization =
    g_ptr_array_index (waxseal_practice_tenant_get_collection (self, "organization"), 0);
  self->id = g_strdup (waxseal_json_get_text (organization, "id"));
  return self;
}

/** waxseal_practice_tenant_get_id: Returns: (transfer none): the tenant ID. */
const char *
waxseal_practice_tenant_get_id (WaxsealPracticeTenant *self)
{
  return self->id;
}

/** waxseal_practice_tenant_get_people: Returns: (transfer none): everyone, until reset or load. */
WaxsealPracticePeople *
waxseal_practice_tenant_get_people (WaxsealPracticeTenant *self)
{
  return self->people;
}

/** waxseal_practice_tenant_get_collection:
 *
 * Returns: (transfer none) (element-type JsonObject): what is in it; an empty one if it is new
 */
GPtrArray *
waxseal_practice_tenant_get_collection (WaxsealPracticeTenant *self, const char *name)
{
  GPtrArray *objects = g_hash_table_lookup (self->collections, name);

  if (objects == NULL)
    {
      objects = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
      g_hash_table_insert (self->collections, g_strdup (name), objects);
    }
  return objects;
}

static JsonObject *
find_user (WaxsealPracticeTenant *self, const char *member, const char *value)
{
  g_autoptr (JsonObject) user = NULL;
  guint index;

  if (!waxseal_practice_people_find (self->people, member, value, &index))
    return NULL;
  user = ref_user (self, index);
  return user;
}

/**
 * waxseal_practice_tenant_find:
 * @member: which text to compare; for "users" as waxseal_practice_people_find() knows them
 *
 * Returns: (transfer none) (nullable): the first that has @value there, whatever its case
 */
JsonObject *
waxseal_practice_tenant_find (WaxsealPracticeTenant *self,
                              const char *collection,
                              const char *member,
                              const char *value)
{
  GPtrArray *objects;

  if (g_str_equal (collection, "users"))
    return find_user (self, member, value);
  objects = waxseal_practice_tenant_get_collection (self, collection);
  for (guint i = 0; i < objects->len; i++)
    {
      JsonObject *object = g_ptr_array_index (objects, i);

      if (g_ascii_strcasecmp (waxseal_json_get_text (object, member), value) == 0)
        return object;
    }
  return NULL;
}

/** waxseal_practice_tenant_add: @object: (transfer full): what to add */
void
waxseal_practice_tenant_add (WaxsealPracticeTenant *self,
                             const char *collection,
                             JsonObject *object)
{
  g_ptr_array_add (waxseal_practice_tenant_get_collection (self, collection), object);
}

/** waxseal_practice_tenant_remove: @object: (transfer none): what to take out, if it is there */
void
waxseal_practice_tenant_remove (WaxsealPracticeTenant *self,
                                const char *collection,
                                JsonObject *object)
{
  g_ptr_array_remove (waxseal_practice_tenant_get_collection (self, collection), object);
}

/** waxseal_practice_tenant_get_now: Returns: seconds since 1970 by the tenant's clock. */
gint64
waxseal_practice_tenant_get_now (WaxsealPracticeTenant *self)
{
  return g_get_real_time () / G_USEC_PER_SEC + self->clock_skew;
}

/** waxseal_practice_tenant_set_clock_skew: @seconds: how far the clock is ahead */
void
waxseal_practice_tenant_set_clock_skew (WaxsealPracticeTenant *self, gint64 seconds)
{
  self->clock_skew = seconds;
}

/** waxseal_practice_tenant_reset: Makes it as new; the lists of get_collection() stay. */
void
waxseal_practice_tenant_reset (WaxsealPracticeTenant *self)
{
  self->clock_skew = 0;
  fill (self, self->n_people);
}

static JsonArray *
collect_changes (GPtrArray *objects)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < objects->len; i++)
    {
      JsonObject *object = g_ptr_array_index (objects, i);

      if (!waxseal_json_get_flag (object, "practiceSeed"))
        json_array_add_object_element (array, json_object_ref (object));
    }
  return array;
}

/**
 * waxseal_practice_tenant_save:
 *
 * Returns: (transfer full): what was changed, for load(). It shares its objects with the tenant:
 *   it is to be written down at once.
 */
JsonNode *
waxseal_practice_tenant_save (WaxsealPracticeTenant *self)
{
  g_autoptr (GList) names = NULL;
  JsonObject *state = json_object_new (), *collections = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  names = g_list_sort (g_hash_table_get_keys (self->collections), (GCompareFunc) g_strcmp0);
  for (GList *link = names; link != NULL; link = link->next)
    if (!g_strv_contains (unchanging, link->data))
      json_object_set_array_member (collections,
                                    link->data,
                                    collect_changes (
                                      waxseal_practice_tenant_get_collection (self, link->data)));
  json_object_set_int_member (state, "version", STATE_VERSION);
  json_object_set_int_member (state, "people", waxseal_practice_people_get_n (self->people));
  json_object_set_object_member (state, "collections", collections);
  json_node_take_object (node, state);
  return node;
}

static gboolean
check_objects (JsonNode *objects)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (objects) ? json_node_get_array (objects) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (waxseal_json_array_get_object (array, i) == NULL)
      return FALSE;
  return array != NULL;
}

static gboolean
check_state (JsonObject *state, GError **error)
{
  JsonObject *collections = waxseal_json_get_object (state, "collections");
  JsonObjectIter iter;
  const char *name;
  JsonNode *objects;

  if (waxseal_json_get_number (state, "version", 0) != STATE_VERSION || collections == NULL)
    {
      g_set_error_literal (error,
                           G_IO_ERROR,
                           G_IO_ERROR_INVALID_DATA,
                           "This is not the state of a practice tenant.");
      return FALSE;
    }
  json_object_iter_init (&iter, collections);
  while (json_object_iter_next (&iter, &name, &objects))
    if (g_strv_contains (unchanging, name) || !check_objects (objects))
      {
        g_set_error (error,
                     G_IO_ERROR,
                     G_IO_ERROR_INVALID_DATA,
                     "“%s” cannot be read from the state of the practice tenant.",
                     name);
        return FALSE;
      }
  return TRUE;
}

static void
remove_changeable (GPtrArray *objects)
{
  for (guint i = objects->len; i > 0; i--)
    if (!waxseal_json_get_flag (g_ptr_array_index (objects, i - 1), "practiceSeed"))
      g_ptr_array_remove_index (objects, i - 1);
}

/**
 * waxseal_practice_tenant_load:
 * @state: what save() gave; it is the tenant's afterwards, and not to be changed
 * @error: %G_IO_ERROR_INVALID_DATA; the tenant is then as it was
 */
gboolean
waxseal_practice_tenant_load (WaxsealPracticeTenant *self, JsonNode *state, GError **error)
{
  JsonObject *root = waxseal_json_node_get_object (state);
  JsonObjectIter iter;
  const char *name;
  JsonNode *objects;

  if (!check_state (root, error))
    return FALSE;
  fill (self, CLAMP (waxseal_json_get_number (root, "people", self->n_people), 0, G_MAXINT));
  json_object_iter_init (&iter, waxseal_json_get_object (root, "collections"));
  while (json_object_iter_next (&iter, &name, &objects))
    {
      remove_changeable (waxseal_practice_tenant_get_collection (self, name));
      add_objects (self, name, json_node_get_array (objects));
    }
  return TRUE;
}
