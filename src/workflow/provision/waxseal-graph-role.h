/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Microsoft Graph's application permissions that the add-in needs (guide.md, A6), by the IDs that
 * are the same in every tenant (microsoft.md, 2.1). */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define WAXSEAL_GRAPH_APP_ID  "00000003-0000-0000-c000-000000000000"
#define WAXSEAL_N_GRAPH_ROLES 4

/** WaxsealGraphRole: @name: such as “Mail.Read”; @id: the app role's ID. */
typedef struct
{
  const char *name;
  const char *id;
} WaxsealGraphRole;

const WaxsealGraphRole *waxseal_graph_role_get (guint index);
const char *waxseal_graph_role_find_name (const char *id);

gboolean waxseal_graph_role_check (JsonObject *service_principal, GError **error);
JsonNode *waxseal_graph_role_merge_access (JsonArray *required_resource_access);
char **waxseal_graph_role_dup_declared (JsonArray *required_resource_access);

G_END_DECLS
