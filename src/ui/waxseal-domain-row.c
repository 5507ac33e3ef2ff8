/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-domain-row.h"

#include <glib/gi18n.h>

#include "waxseal-addin-config.h"
#include "waxseal-enums.h"
#include "waxseal-choice-row.h"
#include "waxseal-declare-row.h"
#include "waxseal-field-row.h"
#include "waxseal-flag-advice.h"
#include "waxseal-flag-dialog.h"
#include "waxseal-number-row.h"

/**
 * WaxsealDomainRow:
 *
 * One mail domain's settings in CRES's Addin Config (guide.md, B4).
 */
struct _WaxsealDomainRow
{
  WaxsealRecordRow parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealDomainRow, waxseal_domain_row, WAXSEAL_TYPE_RECORD_ROW)

static const char *const setting_names[] = {
  "encryption-type",
  "password-days",
  "flag-type",
  "flag-value",
};

static char *
describe (WaxsealRecord *domain)
{
  const char *flag_value = waxseal_record_get_text (domain, "flag-value");

  if (waxseal_record_get_enum (domain, "encryption-type") == WAXSEAL_ENCRYPTION_TYPE_ENCRYPT)
    return g_strdup (_ ("Encrypt"));
  if (*flag_value == '\0')
    return g_strdup (_ ("Flag, no value yet"));
  /* Translators: %s is the text that marks a message for encryption */
  return g_strdup_printf (_ ("Flag “%s”"), flag_value);
}

/* Whether something about the flag needs a look: the worst advice comes first. */
static gboolean
needs_look (WaxsealRecordRow *self, WaxsealRecord *domain)
{
  GListModel *domains = G_LIST_MODEL (waxseal_record_row_get_list (self));
  g_autoptr (GPtrArray) list = waxseal_flag_advice_list (WAXSEAL_MAIL_DOMAIN (domain), domains);
  const WaxsealFlagAdvice *worst = list->len > 0 ? g_ptr_array_index (list, 0) : NULL;

  return worst != NULL && worst->severity != WAXSEAL_SEVERITY_HINT;
}

/* Whether the first domain has other settings, so that a difference is seen before it matters. */
static gboolean
differs_from_first (WaxsealRecordRow *self, WaxsealRecord *domain)
{
  GListModel *domains = G_LIST_MODEL (waxseal_record_row_get_list (self));
  g_autoptr (WaxsealRecord) first = g_list_model_get_item (domains, 0);
  g_autoptr (GListStore) pair = g_list_store_new (WAXSEAL_TYPE_MAIL_DOMAIN);

  if (first == NULL)
    return FALSE;
  g_list_store_append (pair, first);
  g_list_store_append (pair, domain);
  return !waxseal_addin_config_is_uniform (G_LIST_MODEL (pair));
}

static void
waxseal_domain_row_update (WaxsealRecordRow *self, WaxsealRecord *domain)
{
  g_autofree char *settings = describe (domain);
  g_autofree char *subtitle = NULL;

  if (waxseal_record_row_get_list (self) == NULL)
    return;
  if (needs_look (self, domain))
    /* Translators: %s are a domain's settings */
    subtitle = g_strdup_printf (_ ("%s · look at the flag tester"), settings);
  else if (differs_from_first (self, domain))
    /* Translators: %s are a domain's settings */
    subtitle = g_strdup_printf (_ ("%s · differs from the first domain"), settings);
  waxseal_record_row_set_titles (self,
                                 waxseal_record_get_text (domain, "name"),
                                 subtitle != NULL ? subtitle : settings);
  adw_expander_row_set_icon_name (ADW_EXPANDER_ROW (self),
                                  needs_look (self, domain) ? "dialog-warning-symbolic" : NULL);
}

static void
apply_to_all_clicked_cb (WaxsealRecordRow *self)
{
  WaxsealRecord *record = waxseal_record_row_get_record (self);
  GListModel *domains = G_LIST_MODEL (waxseal_record_row_get_list (self));
  gsize i;
  guint j;

  for (i = 0; i < G_N_ELEMENTS (setting_names); i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      g_object_get_property (G_OBJECT (record), setting_names[i], &value);
      for (j = 0; j < g_list_model_get_n_items (domains); j++)
        {
          g_autoptr (GObject) domain = g_list_model_get_item (domains, j);

          g_object_set_property (domain, setting_names[i], &value);
        }
    }
  gtk_widget_activate_action (GTK_WIDGET (self),
                              "win.notify",
                              "s",
                              _ ("All domains have these settings now"));
}

static void
test_clicked_cb (WaxsealRecordRow *self)
{
  WaxsealFlagDialog *dialog =
    waxseal_flag_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                             WAXSEAL_MAIL_DOMAIN (waxseal_record_row_get_record (self)),
                             G_LIST_MODEL (waxseal_record_row_get_list (self)));

  gtk_window_present (GTK_WINDOW (dialog));
}

static void
remove_clicked_cb (WaxsealRecordRow *self)
{
  waxseal_record_row_remove (self);
}

static void
waxseal_domain_row_class_init (WaxsealDomainRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  WAXSEAL_RECORD_ROW_CLASS (klass)->update = waxseal_domain_row_update;
  g_type_ensure (WAXSEAL_TYPE_CHOICE_ROW);
  g_type_ensure (WAXSEAL_TYPE_DECLARE_ROW);
  g_type_ensure (WAXSEAL_TYPE_FIELD_ROW);
  g_type_ensure (WAXSEAL_TYPE_NUMBER_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-domain-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, apply_to_all_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, test_clicked_cb);
}

static void
waxseal_domain_row_init (WaxsealDomainRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
