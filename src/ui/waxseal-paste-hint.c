/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-paste-hint.h"

#include <string.h>

#include "waxseal-identifier-paste.h"

/* Nobody types as much at once: it is pasted or dropped. */
#define PASTE_BYTES 12

/**
 * WaxsealPasteHint:
 *
 * Stands below the entry row of an ID, or of the Value, and is seen when there is something to say:
 * what it took out of a pasted text, or that the row holds something else than it should.
 */
struct _WaxsealPasteHint
{
  AdwPreferencesRow parent_instance;

  GtkImage *icon;
  GtkLabel *label;
  GtkMenuButton *choose_button;

  GtkEditable *row;
  char *field;
  WaxsealPasteTarget target;
  WaxsealOrganization *organization;
  gboolean pasted;    /* what is being inserted was not typed */
  gboolean replacing; /* by the clean ID */
  guint judged;       /* digest of the text that the hint is about */
};

enum
{
  PROP_ROW = 1,
  PROP_FIELD,
  PROP_ORGANIZATION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (WaxsealPasteHint, waxseal_paste_hint, ADW_TYPE_PREFERENCES_ROW)

static const char *const fields[] = {
  [WAXSEAL_PASTE_CLIENT_ID] = "client-id",
  [WAXSEAL_PASTE_TENANT_ID] = "tenant-id",
  [WAXSEAL_PASTE_SECRET_ID] = "secret-key-id",
  [WAXSEAL_PASTE_SECRET_VALUE] = "value",
};

static WaxsealPasteTarget
find_target (const char *field)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i], field))
      return i;
  g_return_val_if_reached (WAXSEAL_PASTE_CLIENT_ID);
}

static void
offer_candidates (WaxsealPasteHint *self, char **candidates)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  guint i;

  gtk_widget_set_visible (GTK_WIDGET (self->choose_button), candidates != NULL);
  if (candidates == NULL)
    return;
  for (i = 0; candidates[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (candidates[i], NULL);

      g_menu_item_set_action_and_target (item, "hint.choose", "s", candidates[i]);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->choose_button, G_MENU_MODEL (menu));
}

static void
show_paste (WaxsealPasteHint *self, const WaxsealIdentifierPaste *paste)
{
  g_autofree char *message = waxseal_identifier_paste_describe (paste);
  gboolean warning = waxseal_identifier_paste_is_warning (paste);
  const char *classes[] = { warning ? "warning" : "success", NULL };

  gtk_image_set_from_icon_name (self->icon,
                                warning ? "dialog-warning-symbolic" : "object-select-symbolic");
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), classes);
  gtk_label_set_label (self->label, message);
  offer_candidates (self, paste->candidates);
  gtk_widget_set_visible (GTK_WIDGET (self), *message != '\0');
  self->judged = g_str_hash (gtk_editable_get_text (self->row));
}

static void
hide (WaxsealPasteHint *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* An entry says that it was changed when the paste is over, and that is judged by then. */
static gboolean
is_judged (WaxsealPasteHint *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self)) &&
         self->judged == g_str_hash (gtk_editable_get_text (self->row));
}

/* What is still being typed is no ID yet, and no reason to say so. */
static void
changed_cb (WaxsealPasteHint *self)
{
  gboolean pasted = self->pasted;
  g_autoptr (WaxsealIdentifierPaste) paste = NULL;

  self->pasted = FALSE;
  if (self->replacing || is_judged (self))
    return;
  hide (self);
  if (self->organization == NULL || *gtk_editable_get_text (self->row) == '\0')
    return;
  paste = waxseal_identifier_paste_read (gtk_editable_get_text (self->row),
                                         self->target,
                                         self->organization);
  if (waxseal_identifier_paste_is_warning (paste) &&
      (pasted || paste->verdict != WAXSEAL_PASTE_NOTHING))
    show_paste (self, paste);
}

/* What was said of a paste stays, with the IDs to choose from. */
static void
left_cb (WaxsealPasteHint *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  self->pasted = TRUE;
  changed_cb (self);
}

static void
replace (WaxsealPasteHint *self, const char *value)
{
  self->replacing = TRUE;
  gtk_editable_set_text (self->row, value);
  gtk_editable_set_position (self->row, -1);
  self->replacing = FALSE;
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *guid)
{
  WaxsealPasteHint *self = WAXSEAL_PASTE_HINT (widget);

  gtk_editable_set_text (self->row, g_variant_get_string (guid, NULL));
}

/* What the record says is shown without being asked for; only what the person puts in is read. */
static gboolean
is_paste (WaxsealPasteHint *self, GtkWidget *text, int length)
{
  GtkRoot *root = gtk_widget_get_root (text);

  return !self->replacing && self->organization != NULL && length >= PASTE_BYTES && root != NULL &&
         gtk_root_get_focus (root) == text;
}

static void
inserting_cb (WaxsealPasteHint *self,
              const char *chunk,
              int length,
              int *position,
              GtkEditable *text)
{
  int bytes = length < 0 ? (int) strlen (chunk) : length;
  g_autoptr (WaxsealIdentifierPaste) paste = NULL;
  char *copy;

  if (!is_paste (self, GTK_WIDGET (text), bytes))
    return;
  copy = g_strndup (chunk, bytes);
  paste = waxseal_identifier_paste_read (copy, self->target, self->organization);
  explicit_bzero (copy, bytes);
  g_free (copy);
  self->pasted = paste->as_it_is;
  if (paste->as_it_is)
    return;

  g_signal_stop_emission_by_name (text, "insert-text");
  if (paste->value != NULL)
    replace (self, paste->value);
  *position = g_utf8_strlen (gtk_editable_get_text (text), -1);
  show_paste (self, paste);
}

static void
set_row (WaxsealPasteHint *self, GtkEditable *row)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEditable *text = gtk_editable_get_delegate (row);

  g_set_object (&self->row, row);
  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (text, "insert-text", G_CALLBACK (inserting_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (row), focus);
  gtk_accessible_update_relation (
    GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->label, NULL, -1);
}

static void
waxseal_paste_hint_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  WaxsealPasteHint *self = WAXSEAL_PASTE_HINT (object);

  switch (prop_id)
    {
    case PROP_ROW:
      g_value_set_object (value, self->row);
      break;
    case PROP_FIELD:
      g_value_set_string (value, self->field);
      break;
    case PROP_ORGANIZATION:
      g_value_set_object (value, self->organization);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
waxseal_paste_hint_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  WaxsealPasteHint *self = WAXSEAL_PASTE_HINT (object);

  switch (prop_id)
    {
    case PROP_ROW:
      set_row (self, g_value_get_object (value));
      break;
    case PROP_FIELD:
      self->field = g_value_dup_string (value);
      self->target = find_target (self->field);
      break;
    case PROP_ORGANIZATION:
      g_set_object (&self->organization, g_value_get_object (value));
      hide (self);
      if (self->row != NULL)
        changed_cb (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
waxseal_paste_hint_dispose (GObject *object)
{
  WaxsealPasteHint *self = WAXSEAL_PASTE_HINT (object);

  g_clear_object (&self->row);
  g_clear_object (&self->organization);
  g_clear_pointer (&self->field, g_free);
  G_OBJECT_CLASS (waxseal_paste_hint_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  /** WaxsealPasteHint:row: the entry row above; set once. */
  props[PROP_ROW] = g_param_spec_object ("row", NULL, NULL, GTK_TYPE_EDITABLE, flags);
  /** WaxsealPasteHint:field: what belongs there: its name in the record, or “value”; set once. */
  props[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, flags);
  /** WaxsealPasteHint:organization: whose it is; %NULL while another one is being opened. */
  props[PROP_ORGANIZATION] =
    g_param_spec_object ("organization", NULL, NULL, WAXSEAL_TYPE_ORGANIZATION, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
waxseal_paste_hint_class_init (WaxsealPasteHintClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = waxseal_paste_hint_get_property;
  object_class->set_property = waxseal_paste_hint_set_property;
  object_class->dispose = waxseal_paste_hint_dispose;
  install_properties (object_class);

  gtk_widget_class_install_action (widget_class, "hint.choose", "s", choose_action);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-paste-hint.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealPasteHint, icon);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPasteHint, label);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPasteHint, choose_button);
}

static void
waxseal_paste_hint_init (WaxsealPasteHint *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
