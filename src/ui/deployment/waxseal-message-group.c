/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-message-group.h"

#include <glib/gi18n.h>

#include "waxseal-user-message.h"

/**
 * WaxsealMessageGroup:
 *
 * The message to the users of a phase, in English or in Japanese: as Waxseal proposes it, or as it
 * was edited. It is copied with the time in the place of the placeholder.
 */
struct _WaxsealMessageGroup
{
  AdwBin parent_instance;

  GtkToggleButton *english_button;
  GtkWidget *reset_button;
  GtkTextView *view;
  GtkTextBuffer *buffer;

  WaxsealOrganization *organization;
  WaxsealRolloutPhase *phase;
};

G_DEFINE_FINAL_TYPE (WaxsealMessageGroup, waxseal_message_group, ADW_TYPE_BIN)

static void edited_cb (WaxsealMessageGroup *self);

static WaxsealMessageLanguage
get_language (WaxsealMessageGroup *self)
{
  return gtk_toggle_button_get_active (self->english_button) ? WAXSEAL_MESSAGE_LANGUAGE_ENGLISH
                                                             : WAXSEAL_MESSAGE_LANGUAGE_JAPANESE;
}

static char *
dup_text (WaxsealMessageGroup *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
set_text (WaxsealMessageGroup *self, const char *text)
{
  g_autofree char *shown = dup_text (self);

  if (g_str_equal (shown, text))
    return;
  g_signal_handlers_block_by_func (self->buffer, edited_cb, self);
  gtk_text_buffer_set_text (self->buffer, text, -1);
  g_signal_handlers_unblock_by_func (self->buffer, edited_cb, self);
}

static void
show_message (WaxsealMessageGroup *self)
{
  g_autofree char *text = NULL;

  if (self->phase == NULL)
    return;
  text = waxseal_user_message_dup_template (self->organization, self->phase, get_language (self));
  set_text (self, text);
  gtk_widget_set_sensitive (self->reset_button,
                            waxseal_user_message_is_edited (self->organization,
                                                            get_language (self)));
}

static void
edited_cb (WaxsealMessageGroup *self)
{
  g_autofree char *text = dup_text (self);

  waxseal_user_message_set_template (self->organization, self->phase, get_language (self), text);
}

static void
language_toggled_cb (WaxsealMessageGroup *self)
{
  show_message (self);
}

static void
reset_clicked_cb (WaxsealMessageGroup *self)
{
  waxseal_user_message_set_template (self->organization, self->phase, get_language (self), "");
  show_message (self);
}

static void
copy_clicked_cb (WaxsealMessageGroup *self)
{
  g_autofree char *message =
    waxseal_user_message_build (self->organization, self->phase, get_language (self));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), message);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.copied", "s", _ ("Message"));
}

static void
waxseal_message_group_dispose (GObject *object)
{
  WaxsealMessageGroup *self = WAXSEAL_MESSAGE_GROUP (object);

  g_clear_object (&self->organization);
  g_clear_object (&self->phase);
  G_OBJECT_CLASS (waxseal_message_group_parent_class)->dispose (object);
}

static void
waxseal_message_group_class_init (WaxsealMessageGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_message_group_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-message-group.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealMessageGroup, english_button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealMessageGroup, reset_button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealMessageGroup, view);
  gtk_widget_class_bind_template_child (widget_class, WaxsealMessageGroup, buffer);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_clicked_cb);
}

static void
waxseal_message_group_init (WaxsealMessageGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_message_group_show: Is about another phase. */
void
waxseal_message_group_show (WaxsealMessageGroup *self,
                            WaxsealOrganization *organization,
                            WaxsealRolloutPhase *phase)
{
  g_set_object (&self->organization, organization);
  g_set_object (&self->phase, phase);
  show_message (self);
}

/** waxseal_message_group_update: Shows what is proposed now; an empty text is about to be written.
 */
void
waxseal_message_group_update (WaxsealMessageGroup *self)
{
  if (gtk_text_buffer_get_char_count (self->buffer) > 0)
    show_message (self);
}
