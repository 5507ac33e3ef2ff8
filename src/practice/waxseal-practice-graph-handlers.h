/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The handlers of the practice tenant's Graph v1.0, for its table alone. */
#pragma once

#include "waxseal-practice-call.h"

G_BEGIN_DECLS

/* waxseal-practice-graph-directory.c */
void waxseal_practice_graph_get_me (WaxsealPracticeCall *call);
void waxseal_practice_graph_get_me_member_of (WaxsealPracticeCall *call);
void waxseal_practice_graph_get_me_roles (WaxsealPracticeCall *call);
void waxseal_practice_graph_get_organization (WaxsealPracticeCall *call);
void waxseal_practice_graph_get_domains (WaxsealPracticeCall *call);
void waxseal_practice_graph_get_users (WaxsealPracticeCall *call);
void waxseal_practice_graph_get_user (WaxsealPracticeCall *call);
void waxseal_practice_graph_get_groups (WaxsealPracticeCall *call);
void waxseal_practice_graph_get_group (WaxsealPracticeCall *call);
void waxseal_practice_graph_get_members (WaxsealPracticeCall *call);
void waxseal_practice_graph_get_people_of (WaxsealPracticeCall *call);

/* waxseal-practice-graph-applications.c */
void waxseal_practice_graph_get_applications (WaxsealPracticeCall *call);
void waxseal_practice_graph_post_application (WaxsealPracticeCall *call);
void waxseal_practice_graph_get_application (WaxsealPracticeCall *call);
void waxseal_practice_graph_patch_application (WaxsealPracticeCall *call);

/* waxseal-practice-graph-deleted.c */
void waxseal_practice_graph_delete_application (WaxsealPracticeCall *call);
void waxseal_practice_graph_delete_principal (WaxsealPracticeCall *call);
void waxseal_practice_graph_get_deleted (WaxsealPracticeCall *call);
void waxseal_practice_graph_get_deleted_item (WaxsealPracticeCall *call);
void waxseal_practice_graph_restore (WaxsealPracticeCall *call);
void waxseal_practice_graph_delete_for_good (WaxsealPracticeCall *call);

/* waxseal-practice-graph-secrets.c */
void waxseal_practice_graph_add_password (WaxsealPracticeCall *call);
void waxseal_practice_graph_remove_password (WaxsealPracticeCall *call);

/* waxseal-practice-graph-policy.c */
void waxseal_practice_graph_get_policy (WaxsealPracticeCall *call);
void waxseal_practice_graph_patch_policy (WaxsealPracticeCall *call);

/* waxseal-practice-graph-principals.c */
void waxseal_practice_graph_get_principals (WaxsealPracticeCall *call);
void waxseal_practice_graph_post_principal (WaxsealPracticeCall *call);
void waxseal_practice_graph_get_principal (WaxsealPracticeCall *call);

/* waxseal-practice-graph-grants.c */
void waxseal_practice_graph_get_grants (WaxsealPracticeCall *call);
void waxseal_practice_graph_post_grant (WaxsealPracticeCall *call);
void waxseal_practice_graph_delete_grant (WaxsealPracticeCall *call);

/* waxseal-practice-graph-consent.c */
void waxseal_practice_graph_show_consent (WaxsealPracticeCall *call);
void waxseal_practice_graph_give_consent (WaxsealPracticeCall *call);

/* waxseal-practice-graph-batch.c */
void waxseal_practice_graph_post_batch (WaxsealPracticeCall *call);

G_END_DECLS
