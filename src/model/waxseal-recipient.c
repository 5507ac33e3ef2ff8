/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-recipient.h"

#include "waxseal-enum-types.h"
#include "waxseal-rollout-enums.h"

/**
 * WaxsealRecipient:
 *
 * A person or a group that a phase names: typed or pasted (an address only), or found in the
 * directory (then with "object-id", and "matched-on" says when). Of a group, "n-members" is how
 * many people are in it directly, "n-nested" how many only through a group in it, whom the admin
 * center leaves out (microsoft.md, 3.1), and "member-addresses" are those of all of them; as it was
 * on "members-on", empty where nobody counted.
 */
struct _WaxsealRecipient
{
  WaxsealRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealRecipient, waxseal_recipient, WAXSEAL_TYPE_RECORD)

static void
waxseal_recipient_class_init (WaxsealRecipientClass *klass)
{
  waxseal_record_class_install (klass,
                                waxseal_record_enum_pspec ("kind",
                                                           WAXSEAL_TYPE_RECIPIENT_KIND,
                                                           WAXSEAL_RECIPIENT_KIND_PERSON),
                                waxseal_record_text_pspec ("name"),
                                waxseal_record_text_pspec ("address"),
                                waxseal_record_text_pspec ("object-id"),
                                waxseal_record_text_pspec ("matched-on"),
                                waxseal_record_number_pspec ("n-members", 0),
                                waxseal_record_number_pspec ("n-nested", 0),
                                waxseal_record_texts_pspec ("member-addresses"),
                                waxseal_record_text_pspec ("members-on"),
                                NULL);
}

static void
waxseal_recipient_init (WaxsealRecipient *self)
{
}
