/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-change.h"

G_BEGIN_DECLS

/* What a change is (waxseal-change.c), and how far its run is (waxseal-change-run.c). */
typedef struct
{
  WaxsealTenantSession *session;
  const char *action;
  char *subject;
  gpointer data;

  JsonNode *seen;
  char *object_id;
  char *marker;
  char *request_id;
  char *remark;
  WaxsealJournalEntry *entry; /* of what was sent, in this run or an earlier one; not settled */
  GError *write_error;
  guint n_writes;
  guint n_waits;
  guint max_waits;
  gboolean must_write;
  gboolean accepted; /* the last write, without a remark */
} WaxsealChangePrivate;

WaxsealChangePrivate *waxseal_change_get_private (gpointer self);

G_END_DECLS
