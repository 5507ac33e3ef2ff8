/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a pasted text, at its field. */
#include "waxseal-identifier-paste.h"

#include <glib/gi18n.h>

#include "waxseal-identifier-known.h"

/** waxseal_identifier_paste_is_warning: Returns: whether the user should look again. */
gboolean
waxseal_identifier_paste_is_warning (const WaxsealIdentifierPaste *self)
{
  return self->verdict != WAXSEAL_PASTE_FINE && self->verdict != WAXSEAL_PASTE_EXTRACTED;
}

static const char *
get_message (const WaxsealIdentifierPaste *self)
{
  static const char *const messages[][2] = {
    /* in the field of an ID, and in that of the Value */
    [WAXSEAL_PASTE_FINE] = { "", "" },
    [WAXSEAL_PASTE_EXTRACTED] = { N_ ("Took the ID out of what you pasted."),
                                  N_ ("Took the Value out of what you pasted.") },
    [WAXSEAL_PASTE_SEVERAL] = { N_ ("There are several IDs in what you pasted."),
                                N_ ("There are several Values in what you pasted. Copy the one of "
                                    "this secret.") },
    [WAXSEAL_PASTE_NOTHING] = { N_ ("There is no ID in this. An ID is 32 digits and letters from a "
                                    "to f, in five groups."),
                                N_ ("This does not look like a Value. A Value is 16 to 64 "
                                    "characters without blanks.") },
    [WAXSEAL_PASTE_MASKED] = { "",
                               N_ ("The portal shows only the beginning of this Value now. Add a "
                                   "new client secret, and copy its Value at once.") },
    [WAXSEAL_PASTE_OTHER_CLOUD] = { N_ ("This comes from another Microsoft cloud than this "
                                        "organization’s. Check which portal you copied it from."),
                                    N_ ("This comes from another Microsoft cloud than this "
                                        "organization’s. Check which portal you copied it from.") },
    [WAXSEAL_PASTE_PLACEHOLDER] = { N_ ("This is an example, not an ID of yours."),
                                    N_ ("This is an example, not a Value of yours.") },
    [WAXSEAL_PASTE_IS_CLIENT_ID] = { N_ ("This is the Application (client) ID."),
                                     N_ ("This is the Application (client) ID. Copy the Value "
                                         "column under Certificates & secrets instead.") },
    [WAXSEAL_PASTE_IS_TENANT_ID] = { N_ ("This is the Directory (tenant) ID."),
                                     N_ ("This is the Directory (tenant) ID. Copy the Value column "
                                         "under Certificates & secrets instead.") },
    [WAXSEAL_PASTE_IS_OBJECT_ID] = { N_ ("This is an Object ID. Copy the ID that the portal names "
                                         "as this field does."),
                                     N_ ("This is an Object ID. Copy the Value column under "
                                         "Certificates & secrets instead.") },
    [WAXSEAL_PASTE_IS_SECRET_ID] = { N_ ("This is the Secret ID, which belongs under Client "
                                         "Secret."),
                                     N_ ("This looks like the Secret ID. Copy the Value column "
                                         "instead.") },
    [WAXSEAL_PASTE_IS_SECRET_VALUE] = { N_ (
                                          "This looks like a secret’s Value, and was not filled "
                                          "in: it would be saved in a file. Paste it under Client "
                                          "Secret, Value."),
                                        "" },
  };

  return messages[self->verdict][self->target == WAXSEAL_PASTE_SECRET_VALUE];
}

/**
 * waxseal_identifier_paste_describe:
 *
 * Returns: (transfer full): what was done, or what is doubtful, translated; empty for an ID as it
 *   should be. It never has a Value in it.
 */
char *
waxseal_identifier_paste_describe (const WaxsealIdentifierPaste *self)
{
  const char *message;

  if (self->verdict == WAXSEAL_PASTE_WELL_KNOWN)
    /* Translators: %s is a name of Microsoft's, such as “Microsoft Graph” or “Mail.Read” */
    return g_strdup_printf (_ ("This is Microsoft’s own ID of “%s”, the same in every tenant."),
                            waxseal_identifier_known_get_name (self->value));
  message = get_message (self);
  return g_strdup (*message != '\0' ? _ (message) : "");
}
