/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-record.h"

#include "waxseal-record-private.h"

/**
 * WaxsealRecord:
 *
 * The base of everything in a set-up. A subclass only names its properties with
 * waxseal_record_class_install(); the values, the children, the change signal and the JSON form
 * follow from them. A text is never %NULL, a child and a list always exist.
 */
typedef struct
{
  GHashTable *values;  /* GParamSpec* (unowned) -> GValue* */
  JsonObject *unknown; /* members of the file that this version does not know, or NULL */
} WaxsealRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (WaxsealRecord, waxseal_record, G_TYPE_OBJECT)

static guint changed_signal;

static GQuark
item_type_quark (void)
{
  return g_quark_from_static_string ("waxseal-record-item-type");
}

static WaxsealRecordPrivate *
get_private (gpointer self)
{
  return waxseal_record_get_instance_private (WAXSEAL_RECORD (self));
}

static void
free_value (gpointer data)
{
  GValue *value = data;

  g_value_unset (value);
  g_free (value);
}

static GValue *
ensure_value (WaxsealRecordPrivate *priv, GParamSpec *pspec)
{
  GValue *value = g_hash_table_lookup (priv->values, pspec);

  if (value != NULL)
    return value;

  value = g_new0 (GValue, 1);
  g_value_init (value, G_PARAM_SPEC_VALUE_TYPE (pspec));
  g_param_value_set_default (pspec, value);
  if (G_VALUE_HOLDS (value, G_TYPE_STRV))
    g_value_take_boxed (value, g_new0 (char *, 1));
  g_hash_table_insert (priv->values, pspec, value);
  return value;
}

static GValue *
find_value (gpointer self, const char *property)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (self), property);

  g_assert (pspec != NULL);
  return ensure_value (get_private (self), pspec);
}

static void
emit_changed (gpointer self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
list_changed_cb (GListModel *list, guint position, guint removed, guint added, gpointer self)
{
  guint i;

  for (i = position; i < position + added; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);

      /* An item that comes back, by undo or by sorting, is followed once only. */
      g_signal_handlers_disconnect_by_func (item, emit_changed, self);
      g_signal_connect_object (item, "changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
    }
  emit_changed (self);
}

static GObject *
create_child (WaxsealRecord *self, GParamSpec *pspec)
{
  GType item_type = waxseal_record_pspec_get_item_type (pspec);
  GObject *child;

  if (item_type != G_TYPE_INVALID)
    {
      child = G_OBJECT (g_list_store_new (item_type));
      g_signal_connect_object (child, "items-changed", G_CALLBACK (list_changed_cb), self, 0);
      return child;
    }

  child = g_object_new (pspec->value_type, NULL);
  g_signal_connect_object (child, "changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  return child;
}

static void
waxseal_record_constructed (GObject *object)
{
  WaxsealRecord *self = WAXSEAL_RECORD (object);
  g_autofree GParamSpec **pspecs = NULL;
  guint i, n_pspecs;

  G_OBJECT_CLASS (waxseal_record_parent_class)->constructed (object);

  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n_pspecs);
  for (i = 0; i < n_pspecs; i++)
    if (G_IS_PARAM_SPEC_OBJECT (pspecs[i]))
      g_value_take_object (ensure_value (get_private (self), pspecs[i]),
                           create_child (self, pspecs[i]));
}

static void
waxseal_record_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_copy (ensure_value (get_private (object), pspec), value);
}

/* A text that is not UTF-8, from a command line say, would make a file that does not load. */
static void
store_text (GValue *stored, const char *text)
{
  if (text == NULL)
    g_value_set_static_string (stored, "");
  else
    g_value_take_string (stored, g_utf8_make_valid (text, -1));
}

static void
store_texts (GValue *stored, const char *const *texts)
{
  g_autoptr (GStrvBuilder) valid = g_strv_builder_new ();

  for (; texts != NULL && *texts != NULL; texts++)
    {
      g_autofree char *text = g_utf8_make_valid (*texts, -1);

      g_strv_builder_add (valid, text);
    }
  g_value_take_boxed (stored, g_strv_builder_end (valid));
}

static void
waxseal_record_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  GValue *stored = ensure_value (get_private (object), pspec);

  if (waxseal_record_values_equal (stored, value))
    return;
  if (G_VALUE_HOLDS_STRING (value))
    store_text (stored, g_value_get_string (value));
  else if (G_VALUE_HOLDS (value, G_TYPE_STRV))
    store_texts (stored, g_value_get_boxed (value));
  else
    g_value_copy (value, stored);
  g_object_notify_by_pspec (object, pspec);
}

static void
waxseal_record_notify (GObject *object, GParamSpec *pspec)
{
  if (G_OBJECT_CLASS (waxseal_record_parent_class)->notify != NULL)
    G_OBJECT_CLASS (waxseal_record_parent_class)->notify (object, pspec);
  emit_changed (object);
}

static void
waxseal_record_finalize (GObject *object)
{
  WaxsealRecordPrivate *priv = get_private (object);

  g_hash_table_unref (priv->values);
  g_clear_pointer (&priv->unknown, json_object_unref);
  G_OBJECT_CLASS (waxseal_record_parent_class)->finalize (object);
}

static void
waxseal_record_class_init (WaxsealRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = waxseal_record_constructed;
  object_class->notify = waxseal_record_notify;
  object_class->finalize = waxseal_record_finalize;

  /**
   * WaxsealRecord::changed:
   *
   * Something in this record, or in anything below it, is different now.
   */
  changed_signal = g_signal_new (
    "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
waxseal_record_init (WaxsealRecord *self)
{
  get_private (self)->values = g_hash_table_new_full (NULL, NULL, NULL, free_value);
}

#define RECORD_PARAM_FLAGS (G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS)
#define CHILD_PARAM_FLAGS  (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS)

/** waxseal_record_text_pspec: (transfer floating): a text, empty by default. */
GParamSpec *
waxseal_record_text_pspec (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, "", RECORD_PARAM_FLAGS);
}

/** waxseal_record_texts_pspec: (transfer floating): a %NULL-terminated array of texts. */
GParamSpec *
waxseal_record_texts_pspec (const char *name)
{
  return g_param_spec_boxed (name, NULL, NULL, G_TYPE_STRV, RECORD_PARAM_FLAGS);
}

/** waxseal_record_flag_pspec: (transfer floating): yes or no, no by default. */
GParamSpec *
waxseal_record_flag_pspec (const char *name)
{
  return g_param_spec_boolean (name, NULL, NULL, FALSE, RECORD_PARAM_FLAGS);
}

/** waxseal_record_number_pspec: (transfer floating): a whole number, 0 or more. */
GParamSpec *
waxseal_record_number_pspec (const char *name, int default_value)
{
  return g_param_spec_int (name, NULL, NULL, 0, G_MAXINT, default_value, RECORD_PARAM_FLAGS);
}

/** waxseal_record_enum_pspec: (transfer floating): one of @type; files spell it by its nick. */
GParamSpec *
waxseal_record_enum_pspec (const char *name, GType type, int default_value)
{
  return g_param_spec_enum (name, NULL, NULL, type, default_value, RECORD_PARAM_FLAGS);
}

/** waxseal_record_child_pspec: (transfer floating): a record of type @type that always exists. */
GParamSpec *
waxseal_record_child_pspec (const char *name, GType type)
{
  return g_param_spec_object (name, NULL, NULL, type, CHILD_PARAM_FLAGS);
}

/** waxseal_record_list_pspec: (transfer floating): a #GListStore of records of @item_type. */
GParamSpec *
waxseal_record_list_pspec (const char *name, GType item_type)
{
  GParamSpec *pspec = g_param_spec_object (name, NULL, NULL, G_TYPE_LIST_STORE, CHILD_PARAM_FLAGS);

  g_param_spec_set_qdata (pspec, item_type_quark (), GSIZE_TO_POINTER (item_type));
  return pspec;
}

/**
 * waxseal_record_class_install:
 * @klass: the class of a #WaxsealRecord subclass
 * @first: (transfer floating): its first property
 * @...: more properties, in the order of the set-up file; %NULL ends them
 */
void
waxseal_record_class_install (gpointer klass, GParamSpec *first, ...)
{
  GParamSpec *pspec = first;
  guint prop_id = 1;
  va_list pspecs;

  /* GObject clears these two in each subclass before its class_init. */
  G_OBJECT_CLASS (klass)->get_property = waxseal_record_get_property;
  G_OBJECT_CLASS (klass)->set_property = waxseal_record_set_property;
  va_start (pspecs, first);
  for (; pspec != NULL; pspec = va_arg (pspecs, GParamSpec *))
    g_object_class_install_property (klass, prop_id++, pspec);
  va_end (pspecs);
}

/**
 * waxseal_record_pspec_get_item_type:
 *
 * Returns: the type of the items of a list property, or %G_TYPE_INVALID for any other property.
 */
GType
waxseal_record_pspec_get_item_type (GParamSpec *pspec)
{
  return GPOINTER_TO_SIZE (g_param_spec_get_qdata (pspec, item_type_quark ()));
}

/** waxseal_record_get_text: Returns: (transfer none) (not nullable): valid until it is set. */
const char *
waxseal_record_get_text (gpointer self, const char *property)
{
  return g_value_get_string (find_value (self, property));
}

/** waxseal_record_get_texts: Returns: (transfer none) (not nullable): valid until they are set. */
const char *const *
waxseal_record_get_texts (gpointer self, const char *property)
{
  return g_value_get_boxed (find_value (self, property));
}

gboolean
waxseal_record_get_flag (gpointer self, const char *property)
{
  return g_value_get_boolean (find_value (self, property));
}

int
waxseal_record_get_number (gpointer self, const char *property)
{
  return g_value_get_int (find_value (self, property));
}

int
waxseal_record_get_enum (gpointer self, const char *property)
{
  return g_value_get_enum (find_value (self, property));
}

/** waxseal_record_get_child: Returns: (transfer none) (not nullable): a #WaxsealRecord. */
gpointer
waxseal_record_get_child (gpointer self, const char *property)
{
  return g_value_get_object (find_value (self, property));
}

/** waxseal_record_get_list: Returns: (transfer none) (not nullable): the list itself. */
GListStore *
waxseal_record_get_list (gpointer self, const char *property)
{
  return g_value_get_object (find_value (self, property));
}

/** waxseal_record_set_text: @text: (nullable): %NULL means empty. */
void
waxseal_record_set_text (gpointer self, const char *property, const char *text)
{
  g_object_set (self, property, text, NULL);
}

static gboolean
texts_equal (const char *const *a, const char *const *b)
{
  static const char *const none[] = { NULL };

  return g_strv_equal (a != NULL ? a : none, b != NULL ? b : none);
}

/* Whether two values of one property are the same; NULL and "" are the same text, NULL and an empty
 * array the same texts. */
gboolean
waxseal_record_values_equal (const GValue *a, const GValue *b)
{
  if (G_VALUE_HOLDS_STRING (a))
    return g_strcmp0 (g_value_get_string (a),
                      g_value_get_string (b) != NULL ? g_value_get_string (b) : "") == 0;
  if (G_VALUE_HOLDS_BOOLEAN (a))
    return g_value_get_boolean (a) == g_value_get_boolean (b);
  if (G_VALUE_HOLDS_INT (a))
    return g_value_get_int (a) == g_value_get_int (b);
  if (G_VALUE_HOLDS_ENUM (a))
    return g_value_get_enum (a) == g_value_get_enum (b);
  return texts_equal (g_value_get_boxed (a), g_value_get_boxed (b));
}

/* The members that this version does not know, made when first asked for. */
JsonObject *
waxseal_record_ensure_unknown (WaxsealRecord *self)
{
  WaxsealRecordPrivate *priv = get_private (self);

  if (priv->unknown == NULL)
    priv->unknown = json_object_new ();
  return priv->unknown;
}

/* Those members, or NULL where there are none. */
JsonObject *
waxseal_record_peek_unknown (WaxsealRecord *self)
{
  return get_private (self)->unknown;
}
