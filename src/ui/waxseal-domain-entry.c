/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-domain-entry.h"

#include <glib/gi18n.h>

#include "waxseal-domain-paste.h"
#include "waxseal-mail-domain.h"

static char *
describe_refusal (const char *word)
{
  WaxsealDomainVerdict verdict;
  g_autofree char *name = waxseal_domain_paste_clean (word, &verdict);

  return waxseal_domain_verdict_describe (verdict, word);
}

/**
 * waxseal_domain_entry_apply:
 * @domains: a list of #WaxsealMailDomain
 *
 * Adds what was typed or pasted into @entry to @domains. A text that is no domain stays in the
 * entry and is named to the user.
 */
void
waxseal_domain_entry_apply (AdwEntryRow *entry, GListStore *domains)
{
  g_autofree char *refused = NULL;
  g_autofree char *message = NULL;
  guint n =
    waxseal_mail_domain_add_all (domains, gtk_editable_get_text (GTK_EDITABLE (entry)), &refused);

  if (refused != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
      gtk_editable_set_text (GTK_EDITABLE (entry), refused);
      message = describe_refusal (refused);
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
      gtk_editable_set_text (GTK_EDITABLE (entry), "");
      message = g_strdup_printf (ngettext ("%u domain added", "%u domains added", n), n);
    }
  gtk_widget_activate_action (GTK_WIDGET (entry), "win.notify", "s", message);
}
