/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is in a group, page after page, without I/O. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* So many members at most are read one by one; of a larger group only how many there are. */
#define WAXSEAL_GROUP_TALLY_MOST 10000

/** WaxsealGroupTally: people with a mailbox, and how many others there are of which kind. */
typedef struct
{
  GHashTable *direct; /* ids */
  GHashTable *people; /* addresses by id, of those in the groups in it as well */
  GHashTable *seen;   /* ids of all that is in @people and the numbers */
  GPtrArray *groups;  /* names */
  guint n_guests;
  guint n_disabled;
  guint n_without_mail;
  guint n_others;
} WaxsealGroupTally;

void waxseal_group_tally_init (WaxsealGroupTally *self);
void waxseal_group_tally_clear (WaxsealGroupTally *self);

void waxseal_group_tally_take_direct (WaxsealGroupTally *self, JsonArray *members);
void waxseal_group_tally_take_all (WaxsealGroupTally *self, JsonArray *members);

guint waxseal_group_tally_count_nested (const WaxsealGroupTally *self);
char **waxseal_group_tally_dup_addresses (const WaxsealGroupTally *self);

G_END_DECLS
