/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-changes.h"

#include "waxseal-addin-identity.h"
#include "waxseal-manifest-read.h"
#include "waxseal-record-json.h"

static JsonObject *
read_identity (WaxsealManifestDocument *document)
{
  g_autoptr (WaxsealAddinIdentity) identity = g_object_new (WAXSEAL_TYPE_ADDIN_IDENTITY, NULL);

  waxseal_manifest_read (document, identity);
  return waxseal_record_to_json (WAXSEAL_RECORD (identity));
}

/** waxseal_manifest_changes_find: Returns: (transfer full) (nullable): what @after says of the
 * add-in otherwise than @before, as members of #WaxsealAddinIdentity; %NULL where it says the same.
 */
JsonObject *
waxseal_manifest_changes_find (WaxsealManifestDocument *before, WaxsealManifestDocument *after)
{
  g_autoptr (JsonObject) old = read_identity (before);
  g_autoptr (JsonObject) new = read_identity (after);
  g_autoptr (JsonObject) changes = json_object_new ();
  g_autoptr (GList) names = json_object_get_members (new);

  for (GList *link = names; link != NULL; link = link->next)
    {
      JsonNode *node = json_object_get_member (new, link->data);

      if (!json_node_equal (node, json_object_get_member (old, link->data)))
        json_object_set_member (changes, link->data, json_node_copy (node));
    }
  return json_object_get_size (changes) > 0 ? g_steal_pointer (&changes) : NULL;
}

/** waxseal_manifest_changes_pick: Returns: (transfer full): the members of @record that @like has.
 */
JsonObject *
waxseal_manifest_changes_pick (WaxsealRecord *record, JsonObject *like)
{
  g_autoptr (JsonObject) all = waxseal_record_to_json (record);
  g_autoptr (GList) names = json_object_get_members (like);
  JsonObject *picked = json_object_new ();

  for (GList *link = names; link != NULL; link = link->next)
    json_object_set_member (picked, link->data, json_object_dup_member (all, link->data));
  return picked;
}
