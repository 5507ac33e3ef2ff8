/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-record-row.h"

#include "waxseal-short-text.h"

/**
 * WaxsealRecordRow:
 *
 * An expander row for one record of a list: a mail domain, a language, a phase. Its template binds
 * the fields to "record".
 */
typedef struct
{
  WaxsealRecord *record;
  GListStore *list;
} WaxsealRecordRowPrivate;

enum
{
  PROP_RECORD = 1,
  PROP_LIST,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (WaxsealRecordRow, waxseal_record_row, ADW_TYPE_EXPANDER_ROW)

static WaxsealRecordRowPrivate *
get_private (gpointer self)
{
  return waxseal_record_row_get_instance_private (WAXSEAL_RECORD_ROW (self));
}

static void
update (WaxsealRecordRow *self)
{
  WAXSEAL_RECORD_ROW_GET_CLASS (self)->update (self, get_private (self)->record);
}

static void
set_record (WaxsealRecordRow *self, WaxsealRecord *record)
{
  WaxsealRecordRowPrivate *priv = get_private (self);

  if (priv->record != NULL)
    g_signal_handlers_disconnect_by_func (priv->record, update, self);
  g_set_object (&priv->record, record);
  if (record == NULL)
    return;
  g_signal_connect_object (record, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
waxseal_record_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_RECORD:
      g_value_set_object (value, get_private (object)->record);
      break;
    case PROP_LIST:
      g_value_set_object (value, get_private (object)->list);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
waxseal_record_row_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_RECORD:
      set_record (WAXSEAL_RECORD_ROW (object), g_value_get_object (value));
      break;
    case PROP_LIST:
      g_set_object (&get_private (object)->list, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
waxseal_record_row_dispose (GObject *object)
{
  g_clear_object (&get_private (object)->record);
  g_clear_object (&get_private (object)->list);
  G_OBJECT_CLASS (waxseal_record_row_parent_class)->dispose (object);
}

static void
waxseal_record_row_class_init (WaxsealRecordRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = waxseal_record_row_get_property;
  object_class->set_property = waxseal_record_row_set_property;
  object_class->dispose = waxseal_record_row_dispose;

  props[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, WAXSEAL_TYPE_RECORD, flags);
  props[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, G_TYPE_LIST_STORE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

/* Titles come from the record, and so from files of others: they are plain text. */
static void
waxseal_record_row_init (WaxsealRecordRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

/** waxseal_record_row_get_record: Returns: (transfer none) (nullable): what the row edits. */
WaxsealRecord *
waxseal_record_row_get_record (WaxsealRecordRow *self)
{
  return get_private (self)->record;
}

/** waxseal_record_row_get_list: Returns: (transfer none) (nullable): the list it is in. */
GListStore *
waxseal_record_row_get_list (WaxsealRecordRow *self)
{
  return get_private (self)->list;
}

/** waxseal_record_row_set_titles: What the record is called, and how it is; both plain text. */
void
waxseal_record_row_set_titles (WaxsealRecordRow *self, const char *title, const char *subtitle)
{
  g_autofree char *short_title = waxseal_short_text (title);
  g_autofree char *short_subtitle = waxseal_short_text (subtitle);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), short_title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), short_subtitle);
}

/** waxseal_record_row_remove: Takes the record out of its list, and so the row off the page. */
void
waxseal_record_row_remove (WaxsealRecordRow *self)
{
  WaxsealRecordRowPrivate *priv = get_private (self);
  guint position;

  if (g_list_store_find (priv->list, priv->record, &position))
    g_list_store_remove (priv->list, position);
}

typedef struct
{
  GListStore *list;
  GType row_type;
} RowFactory;

static GtkWidget *
create_row_cb (gpointer item, gpointer user_data)
{
  RowFactory *factory = user_data;
  GtkWidget *row = g_object_new (factory->row_type, "list", factory->list, NULL);

  /* Only when the row is made does its header know that the titles are no markup. */
  g_object_set (row, "record", item, NULL);
  return row;
}

/**
 * waxseal_record_row_bind_list:
 * @list: of #WaxsealRecord
 * @row_type: the #WaxsealRecordRow subclass that shows one
 *
 * Keeps @box in step with @list; an empty list hides the box.
 */
void
waxseal_record_row_bind_list (GtkListBox *box, GListStore *list, GType row_type)
{
  RowFactory *factory = g_new (RowFactory, 1);

  *factory = (RowFactory){ list, row_type };
  gtk_list_box_bind_model (box, G_LIST_MODEL (list), create_row_cb, factory, g_free);
}
