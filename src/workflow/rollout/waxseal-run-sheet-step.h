/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * One line of a run sheet, immutable: a step, or (with number 0) something to know before the
 * first. All texts are translated; the portal's labels in them are those of its own UI.
 */
#define WAXSEAL_TYPE_RUN_SHEET_STEP (waxseal_run_sheet_step_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealRunSheetStep, waxseal_run_sheet_step, WAXSEAL, RUN_SHEET_STEP, GObject)

/**
 * WaxsealRunSheetWords:
 * @title: what to press or to do, in a few words
 * @text: (nullable): more about it
 * @place: (nullable): a place of waxseal_portal_links_dup_uri()
 * @shows: (nullable): what there is to see afterwards
 * @needs_file: whether the manifest has to be at hand
 * @is_assumed: whether no source says that it is so
 * @source: (nullable): who says it, where it is no document that the whole table follows
 *
 * What a table says of a step; its texts are marked for translation.
 */
typedef struct
{
  const char *title;
  const char *text;
  const char *place;
  const char *shows;
  gboolean needs_file;
  gboolean is_assumed;
  const char *source;
} WaxsealRunSheetWords;

WaxsealRunSheetStep *
waxseal_run_sheet_step_new (const WaxsealRunSheetWords *words, guint number, GListModel *values);

guint waxseal_run_sheet_step_get_number (WaxsealRunSheetStep *self);
const char *waxseal_run_sheet_step_get_title (WaxsealRunSheetStep *self);
const char *waxseal_run_sheet_step_get_text (WaxsealRunSheetStep *self);
const char *waxseal_run_sheet_step_get_shows (WaxsealRunSheetStep *self);
const char *waxseal_run_sheet_step_get_place (WaxsealRunSheetStep *self);
GListModel *waxseal_run_sheet_step_get_values (WaxsealRunSheetStep *self);
gboolean waxseal_run_sheet_step_get_needs_file (WaxsealRunSheetStep *self);
gboolean waxseal_run_sheet_step_get_is_assumed (WaxsealRunSheetStep *self);
const char *waxseal_run_sheet_step_get_source (WaxsealRunSheetStep *self);

G_END_DECLS
