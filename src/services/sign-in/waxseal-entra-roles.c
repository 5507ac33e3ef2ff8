/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-entra-roles.h"

/* The names are those of the portal (microsoft.md, 1.8). */
static const struct
{
  const char *template_id;
  const char *name;
} roles[] = {
  { WAXSEAL_ENTRA_ROLE_APPLICATION_ADMINISTRATOR, "Application Administrator" },
  { WAXSEAL_ENTRA_ROLE_CLOUD_APPLICATION_ADMINISTRATOR, "Cloud Application Administrator" },
  { WAXSEAL_ENTRA_ROLE_PRIVILEGED_ROLE_ADMINISTRATOR, "Privileged Role Administrator" },
  { WAXSEAL_ENTRA_ROLE_GLOBAL_ADMINISTRATOR, "Global Administrator" },
  { WAXSEAL_ENTRA_ROLE_EXCHANGE_ADMINISTRATOR, "Exchange Administrator" },
};

/* The least powerful first. Cisco's guide asks for “at least Cloud Application Administrator”,
 * which cannot grant Graph's application permissions (microsoft.md, 0 and 1.8). */
static const char *const tasks[][4] = {
  [WAXSEAL_ENTRA_TASK_CREATE_APP] = {
    WAXSEAL_ENTRA_ROLE_CLOUD_APPLICATION_ADMINISTRATOR,
    WAXSEAL_ENTRA_ROLE_APPLICATION_ADMINISTRATOR,
    WAXSEAL_ENTRA_ROLE_GLOBAL_ADMINISTRATOR,
  },
  [WAXSEAL_ENTRA_TASK_CONSENT] = {
    WAXSEAL_ENTRA_ROLE_PRIVILEGED_ROLE_ADMINISTRATOR,
    WAXSEAL_ENTRA_ROLE_GLOBAL_ADMINISTRATOR,
  },
  [WAXSEAL_ENTRA_TASK_EXCHANGE] = {
    WAXSEAL_ENTRA_ROLE_EXCHANGE_ADMINISTRATOR,
    WAXSEAL_ENTRA_ROLE_GLOBAL_ADMINISTRATOR,
  },
};

/**
 * waxseal_entra_roles_for_task:
 *
 * Returns: (transfer none) (array zero-terminated=1): template IDs, each of which is enough
 */
const char *const *
waxseal_entra_roles_for_task (WaxsealEntraTask task)
{
  return tasks[task];
}

/**
 * waxseal_entra_role_get_name:
 *
 * Returns: (transfer none) (nullable): the portal's English name; %NULL for a role that is not one
 *   of those above
 */
const char *
waxseal_entra_role_get_name (const char *template_id)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_ascii_strcasecmp (roles[i].template_id, template_id) == 0)
      return roles[i].name;
  return NULL;
}
