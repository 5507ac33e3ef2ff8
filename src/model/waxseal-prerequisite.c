/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-prerequisite.h"

#include <glib/gi18n.h>

/**
 * WaxsealPrerequisite:
 *
 * One line of "What you need", ticked by the administrator; "key" names it in the table of them.
 */
struct _WaxsealPrerequisite
{
  WaxsealRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealPrerequisite, waxseal_prerequisite, WAXSEAL_TYPE_RECORD)

static void
waxseal_prerequisite_class_init (WaxsealPrerequisiteClass *klass)
{
  waxseal_record_class_install (klass,
                                waxseal_record_text_pspec ("key"),
                                waxseal_record_text_pspec ("declared-on"),
                                waxseal_record_text_pspec ("person"),
                                NULL);
}

static void
waxseal_prerequisite_init (WaxsealPrerequisite *self)
{
}

typedef struct
{
  const char *key;
  const char *title;
  const char *reason;
} Words;

/* guide.md, A1, A7, B1, C1; cisco.md, 4 */
static const Words prerequisites[] = {
  { "application-administrator",
    N_ ("Cloud Application Administrator in Microsoft Entra"),
    N_ ("To register the app. You, or somebody who does it for you.") },
  { "consent-administrator",
    N_ ("Privileged Role Administrator for the consent"),
    N_ ("To grant the app’s permissions; a Global Administrator can do it too, the role above "
        "can’t.") },
  { "exchange-online",
    N_ ("Microsoft 365 with Exchange Online"),
    N_ ("The add-in works on mailboxes in Exchange Online.") },
  { "cres-administrator",
    N_ ("Account administrator in CRES"),
    N_ ("To enter the domains and to download the manifest. Cisco TAC can help to become one.") },
  { "microsoft-365-admin",
    N_ ("Administrator of Microsoft 365"),
    N_ ("To upload the manifest under Integrated apps.") },
  { "registered-users",
    N_ ("End users registered with CRES"),
    N_ ("Each sender signs in to the add-in with a CRES user of their own.") },
};

static const Words *
find_words (WaxsealPrerequisite *self)
{
  const char *key = waxseal_record_get_text (self, "key");

  for (guint i = 0; i < G_N_ELEMENTS (prerequisites); i++)
    if (g_str_equal (key, prerequisites[i].key))
      return &prerequisites[i];
  return NULL;
}

/** waxseal_prerequisite_get_title: Returns: (transfer none): what is needed, translated; its key
 * where this version does not know it. */
const char *
waxseal_prerequisite_get_title (WaxsealPrerequisite *self)
{
  const Words *words = find_words (self);

  return words != NULL ? _ (words->title) : waxseal_record_get_text (self, "key");
}

/** waxseal_prerequisite_get_reason: Returns: (transfer none): why, and who else could do it. */
const char *
waxseal_prerequisite_get_reason (WaxsealPrerequisite *self)
{
  const Words *words = find_words (self);

  return words != NULL ? _ (words->reason) : "";
}
