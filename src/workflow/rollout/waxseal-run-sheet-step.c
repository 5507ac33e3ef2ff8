/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-run-sheet-step.h"

#include <glib/gi18n.h>

struct _WaxsealRunSheetStep
{
  GObject parent_instance;

  const WaxsealRunSheetWords *words;
  guint number;
  GListModel *values;
};

G_DEFINE_FINAL_TYPE (WaxsealRunSheetStep, waxseal_run_sheet_step, G_TYPE_OBJECT)

static void
waxseal_run_sheet_step_finalize (GObject *object)
{
  g_object_unref (WAXSEAL_RUN_SHEET_STEP (object)->values);
  G_OBJECT_CLASS (waxseal_run_sheet_step_parent_class)->finalize (object);
}

static void
waxseal_run_sheet_step_class_init (WaxsealRunSheetStepClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_run_sheet_step_finalize;
}

static void
waxseal_run_sheet_step_init (WaxsealRunSheetStep *self)
{
}

/**
 * waxseal_run_sheet_step_new:
 * @words: (transfer none): of a table, for good
 * @number: from 1, or 0 for something to know before
 * @values: (transfer none): of #WaxsealPortalValue
 *
 * Returns: (transfer full): a line of a run sheet
 */
WaxsealRunSheetStep *
waxseal_run_sheet_step_new (const WaxsealRunSheetWords *words, guint number, GListModel *values)
{
  WaxsealRunSheetStep *self = g_object_new (WAXSEAL_TYPE_RUN_SHEET_STEP, NULL);

  self->words = words;
  self->number = number;
  self->values = g_object_ref (values);
  return self;
}

guint
waxseal_run_sheet_step_get_number (WaxsealRunSheetStep *self)
{
  return self->number;
}

/** waxseal_run_sheet_step_get_title: Returns: (transfer none): translated. */
const char *
waxseal_run_sheet_step_get_title (WaxsealRunSheetStep *self)
{
  return _ (self->words->title);
}

/** waxseal_run_sheet_step_get_text: Returns: (transfer none) (nullable): translated. */
const char *
waxseal_run_sheet_step_get_text (WaxsealRunSheetStep *self)
{
  return self->words->text != NULL ? _ (self->words->text) : NULL;
}

/** waxseal_run_sheet_step_get_shows: Returns: (transfer none) (nullable): what there is to see
 * afterwards, translated. */
const char *
waxseal_run_sheet_step_get_shows (WaxsealRunSheetStep *self)
{
  return self->words->shows != NULL ? _ (self->words->shows) : NULL;
}

/** waxseal_run_sheet_step_get_place: Returns: (transfer none) (nullable): for
 * waxseal_portal_links_dup_uri(). */
const char *
waxseal_run_sheet_step_get_place (WaxsealRunSheetStep *self)
{
  return self->words->place;
}

/** waxseal_run_sheet_step_get_values: Returns: (transfer none): of #WaxsealPortalValue, what to
 * enter there or to compare with it. */
GListModel *
waxseal_run_sheet_step_get_values (WaxsealRunSheetStep *self)
{
  return self->values;
}

gboolean
waxseal_run_sheet_step_get_needs_file (WaxsealRunSheetStep *self)
{
  return self->words->needs_file;
}

/** waxseal_run_sheet_step_get_is_assumed: Returns: whether no source says that it is so; it is to
 * be shown as assumed. */
gboolean
waxseal_run_sheet_step_get_is_assumed (WaxsealRunSheetStep *self)
{
  return self->words->is_assumed;
}

/** waxseal_run_sheet_step_get_source: Returns: (transfer none) (nullable): who says it: the title
 * of a page, not translated. */
const char *
waxseal_run_sheet_step_get_source (WaxsealRunSheetStep *self)
{
  return self->words->source;
}
