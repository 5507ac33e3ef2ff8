/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Directory roles by their template IDs: names differ in old tenants, and by language. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define WAXSEAL_ENTRA_ROLE_APPLICATION_ADMINISTRATOR       "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3"
#define WAXSEAL_ENTRA_ROLE_CLOUD_APPLICATION_ADMINISTRATOR "158c047a-c907-4556-b7ef-446551a6b5f7"
#define WAXSEAL_ENTRA_ROLE_PRIVILEGED_ROLE_ADMINISTRATOR   "e8611ab8-c189-46e8-94e1-60213ab1f814"
#define WAXSEAL_ENTRA_ROLE_GLOBAL_ADMINISTRATOR            "62e90394-69f5-4237-9190-012177145e10"
#define WAXSEAL_ENTRA_ROLE_EXCHANGE_ADMINISTRATOR          "29232cdf-9323-42fd-ade2-1d097af3e4de"

/** WaxsealEntraTask: what a person needs a role for. */
typedef enum
{
  WAXSEAL_ENTRA_TASK_CREATE_APP, /* and its secrets */
  WAXSEAL_ENTRA_TASK_CONSENT,    /* granting application permissions */
  WAXSEAL_ENTRA_TASK_EXCHANGE,
} WaxsealEntraTask;

const char *const *waxseal_entra_roles_for_task (WaxsealEntraTask task);
const char *waxseal_entra_role_get_name (const char *template_id);

G_END_DECLS
