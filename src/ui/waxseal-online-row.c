/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-online-row.h"

#include <glib/gi18n.h>

#include "waxseal-date.h"
#include "waxseal-finding.h"
#include "waxseal-short-text.h"

/**
 * WaxsealOnlineRow:
 *
 * An address of the manifest, what it is for, and what is known about it.
 */
struct _WaxsealOnlineRow
{
  AdwActionRow parent_instance;

  GtkImage *icon;
  gboolean is_asked;
  WaxsealOnlineState state;
};

G_DEFINE_FINAL_TYPE (WaxsealOnlineRow, waxseal_online_row, ADW_TYPE_ACTION_ROW)

static void
waxseal_online_row_class_init (WaxsealOnlineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-online-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealOnlineRow, icon);
}

static void
waxseal_online_row_init (WaxsealOnlineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_online_row_new: Returns: (transfer floating): a row that says nothing yet. */
WaxsealOnlineRow *
waxseal_online_row_new (const char *title)
{
  g_autofree char *text = waxseal_short_text (title);

  return g_object_new (WAXSEAL_TYPE_ONLINE_ROW, "title", text, NULL);
}

static char *
describe_purpose (const WaxsealManifestAddress *address)
{
  g_autoptr (GString) sizes = g_string_new (NULL);

  if (!address->is_icon)
    return g_strdup (_ ("Page or script"));
  for (guint i = 0; i < address->sizes->len; i++)
    g_string_append_printf (sizes,
                            "%s%u",
                            i > 0 ? ", " : "",
                            g_array_index (address->sizes, guint, i));
  if (sizes->len == 0)
    return g_strdup (_ ("Icon"));
  /* Translators: %s is a list of sizes: 16, 32 */
  return g_strdup_printf (_ ("Icon, in the size %s"), sizes->str);
}

/* The word for the state, and the day. */
static char *
describe_state (WaxsealOnlineState state, const char *date, const char *answer)
{
  g_autofree char *verified = waxseal_date_format_verified (date);
  g_autofree char *day = waxseal_date_format (date);

  switch (state)
    {
    case WAXSEAL_ONLINE_VERIFIED:
      return g_strdup_printf ("%s · %s", verified, answer);
    case WAXSEAL_ONLINE_WRONG:
      /* Translators: what is wrong with an address follows on the next line; %s is a day */
      return g_strdup_printf (_ ("Wrong on %s"), day);
    case WAXSEAL_ONLINE_UNKNOWN:
    default:
      /* Translators: why nothing is known of an address follows on the next line; %s is a day */
      return g_strdup_printf (_ ("Not known on %s"), day);
    }
}

static void
append_answer (WaxsealOnlineRow *self,
               GString *text,
               const WaxsealManifestAddress *address,
               const WaxsealVisitAnswer *answer,
               const char *date)
{
  g_autoptr (GPtrArray) findings = waxseal_online_verdict_list (address, answer);
  g_autofree char *description = waxseal_online_verdict_describe (address, answer);
  g_autofree char *state = describe_state (self->state, date, description);

  g_string_append_printf (text, "\n%s", state);
  for (guint i = 0; i < findings->len; i++)
    {
      WaxsealFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *message = waxseal_short_text (waxseal_finding_get_message (finding));

      g_string_append_printf (text, "\n%s %s", message, waxseal_finding_get_remedy (finding));
    }
}

/** waxseal_online_row_show: Shows what @check knows about @address. */
void
waxseal_online_row_show (WaxsealOnlineRow *self,
                         const WaxsealManifestAddress *address,
                         WaxsealOnlineCheck *check)
{
  const WaxsealVisitAnswer *answer = waxseal_online_check_get_answer (check, address->address);
  g_autofree char *purpose = describe_purpose (address);
  g_autoptr (GString) text = g_string_new (purpose);

  self->is_asked = answer != NULL;
  self->state = WAXSEAL_ONLINE_UNKNOWN;
  if (answer != NULL)
    {
      self->state = waxseal_online_verdict_get_state (address, answer);
      append_answer (
        self, text, address, answer, waxseal_online_check_get_date (check, address->address));
    }
  else if (!address->can_be_asked)
    g_string_append_printf (text, "\n%s", _ ("Cannot be asked: the findings say why"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text->str);
  gtk_image_set_from_icon_name (self->icon,
                                waxseal_online_state_get_icon (self->is_asked, self->state));
}

/** waxseal_online_row_is_asked: Returns: whether its address was asked. */
gboolean
waxseal_online_row_is_asked (WaxsealOnlineRow *self)
{
  return self->is_asked;
}

/** waxseal_online_row_get_state: Returns: what is known about its address, if it was asked. */
WaxsealOnlineState
waxseal_online_row_get_state (WaxsealOnlineRow *self)
{
  return self->state;
}

/** waxseal_online_state_get_icon: Returns: (transfer none): the name of the icon beside the words.
 */
const char *
waxseal_online_state_get_icon (gboolean is_asked, WaxsealOnlineState state)
{
  static const char *const names[] = {
    [WAXSEAL_ONLINE_UNKNOWN] = "dialog-question-symbolic",
    [WAXSEAL_ONLINE_VERIFIED] = "waxseal-verified-symbolic",
    [WAXSEAL_ONLINE_WRONG] = "dialog-warning-symbolic",
  };

  return is_asked ? names[state] : "waxseal-todo-symbolic";
}
