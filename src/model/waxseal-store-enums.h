/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The enumerations of the store; no file holds them. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * WaxsealSaveState:
 * @WAXSEAL_SAVE_STATE_IDLE: everything is on disk
 * @WAXSEAL_SAVE_STATE_PENDING: something changed and is written within the save delay
 * @WAXSEAL_SAVE_STATE_SAVING: a file is being written
 * @WAXSEAL_SAVE_STATE_FAILED: the last save of some file failed; its content is kept in memory
 */
typedef enum
{
  WAXSEAL_SAVE_STATE_IDLE,
  WAXSEAL_SAVE_STATE_PENDING,
  WAXSEAL_SAVE_STATE_SAVING,
  WAXSEAL_SAVE_STATE_FAILED,
} WaxsealSaveState;

/**
 * WaxsealOrganizationProblem:
 * @WAXSEAL_ORGANIZATION_PROBLEM_NONE: it opens
 * @WAXSEAL_ORGANIZATION_PROBLEM_DAMAGED: its file was kept aside, untouched; it does not open
 * @WAXSEAL_ORGANIZATION_PROBLEM_NEWER: a newer Waxseal wrote it; it opens read-only, if at all
 * @WAXSEAL_ORGANIZATION_PROBLEM_UNREADABLE: its file could not be read, for want of permission say
 */
typedef enum
{
  WAXSEAL_ORGANIZATION_PROBLEM_NONE,
  WAXSEAL_ORGANIZATION_PROBLEM_DAMAGED,
  WAXSEAL_ORGANIZATION_PROBLEM_NEWER,
  WAXSEAL_ORGANIZATION_PROBLEM_UNREADABLE,
} WaxsealOrganizationProblem;

G_END_DECLS
