/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-facts-group.h"

#include "waxseal-manifest-report.h"
#include "waxseal-short-text.h"

/**
 * WaxsealFactsGroup:
 *
 * Facts of a manifest, a row each, below the rows that the group has in its template. The rows stay
 * as long as there are as many facts.
 */
struct _WaxsealFactsGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* which the list owns */
};

G_DEFINE_FINAL_TYPE (WaxsealFactsGroup, waxseal_facts_group, ADW_TYPE_PREFERENCES_GROUP)

static void
waxseal_facts_group_finalize (GObject *object)
{
  g_ptr_array_unref (WAXSEAL_FACTS_GROUP (object)->rows);
  G_OBJECT_CLASS (waxseal_facts_group_parent_class)->finalize (object);
}

static void
waxseal_facts_group_class_init (WaxsealFactsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_facts_group_finalize;
}

static void
waxseal_facts_group_init (WaxsealFactsGroup *self)
{
  self->rows = g_ptr_array_new ();
}

static void
set_n_rows (WaxsealFactsGroup *self, guint n)
{
  for (guint i = n; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  for (guint i = self->rows->len; i < n; i++)
    {
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                     "use-markup",
                                     FALSE,
                                     "title-lines",
                                     0,
                                     "subtitle-lines",
                                     0,
                                     "css-classes",
                                     (const char *[]){ "property", NULL },
                                     NULL);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
  g_ptr_array_set_size (self->rows, n);
}

/** waxseal_facts_group_show: @facts: (element-type WaxsealReportRow): Shows these. */
void
waxseal_facts_group_show (WaxsealFactsGroup *self, GPtrArray *facts)
{
  set_n_rows (self, facts->len);
  for (guint i = 0; i < facts->len; i++)
    {
      const WaxsealReportRow *fact = g_ptr_array_index (facts, i);
      AdwActionRow *row = g_ptr_array_index (self->rows, i);
      g_autofree char *value = waxseal_short_text (fact->value);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), fact->label);
      adw_action_row_set_subtitle (row, value);
    }
}
