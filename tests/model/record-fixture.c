/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records with something in every property, found by asking their classes. */
#include "record-fixture.h"

#include "waxseal-record-json.h"

/* What a text field has to carry: quotes, controls, astral characters, right-to-left marks. */
#define ODD_TEXT                                                                                   \
  "a \"b\" \\c\\ \t\n\r\b\f\x01\x1f\x7f é 暗号化 \U0001F512 \u202E \u2028 \uFFFF </x> %s"

static GListStore *
get_list (WaxsealRecord *record, GParamSpec *pspec)
{
  if (waxseal_record_pspec_get_item_type (pspec) == G_TYPE_INVALID)
    return NULL;
  return waxseal_record_get_list (record, pspec->name);
}

static void
fill_cb (WaxsealRecord *record, GParamSpec *pspec, gpointer data)
{
  guint *counter = data;
  const char *texts[] = { "", ODD_TEXT, "line\r", NULL };
  g_autofree char *text = g_strdup_printf ("%u %s %s", (*counter)++, pspec->name, ODD_TEXT);

  if (G_IS_PARAM_SPEC_STRING (pspec))
    g_object_set (record, pspec->name, text, NULL);
  else if (pspec->value_type == G_TYPE_STRV)
    g_object_set (record, pspec->name, texts, NULL);
  else if (G_IS_PARAM_SPEC_BOOLEAN (pspec))
    g_object_set (record, pspec->name, TRUE, NULL);
  else if (G_IS_PARAM_SPEC_ENUM (pspec))
    g_object_set (record, pspec->name, G_PARAM_SPEC_ENUM (pspec)->enum_class->maximum, NULL);
  else if (G_IS_PARAM_SPEC_INT (pspec) && !g_str_equal (pspec->name, "format"))
    g_object_set (record, pspec->name, G_MAXINT, NULL);
}

static void
add_items_cb (WaxsealRecord *record, GParamSpec *pspec, gpointer data)
{
  GListStore *list = get_list (record, pspec);
  guint i;

  for (i = 0; list != NULL && i < 2; i++)
    {
      g_autoptr (WaxsealRecord) item =
        g_object_new (waxseal_record_pspec_get_item_type (pspec), NULL);

      g_list_store_append (list, item);
    }
}

/* Puts two items in every list and something new in every property, at every level. */
void
record_fixture_fill (WaxsealRecord *record)
{
  guint counter = 0;

  record_fixture_visit (record, add_items_cb, NULL);
  record_fixture_visit (record, fill_cb, &counter);
}

static void
visit_list (GListModel *list, RecordVisitor visit, gpointer data)
{
  guint i;

  for (i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (WaxsealRecord) item = g_list_model_get_item (list, i);

      record_fixture_visit (item, visit, data);
    }
}

/* Calls @visit for every property of @record, and of all below it. */
void
record_fixture_visit (WaxsealRecord *record, RecordVisitor visit, gpointer data)
{
  guint i, n_pspecs;
  g_autofree GParamSpec **pspecs =
    g_object_class_list_properties (G_OBJECT_GET_CLASS (record), &n_pspecs);

  for (i = 0; i < n_pspecs; i++)
    {
      GListStore *list = get_list (record, pspecs[i]);

      visit (record, pspecs[i], data);
      if (list != NULL)
        visit_list (G_LIST_MODEL (list), visit, data);
      else if (G_IS_PARAM_SPEC_OBJECT (pspecs[i]))
        record_fixture_visit (waxseal_record_get_child (record, pspecs[i]->name), visit, data);
    }
}

/* Returns: (transfer full): its JSON, on one line. */
char *
record_fixture_to_text (WaxsealRecord *record)
{
  g_autoptr (JsonNode) node = json_node_alloc ();

  json_node_init_object (node, NULL);
  json_node_take_object (node, waxseal_record_to_json (record));
  return json_to_string (node, FALSE);
}

void
record_fixture_count_cb (gpointer record, guint *count)
{
  (*count)++;
}
