/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to tell the people of a phase, in English and in Japanese, whatever the user's language is.
 */
#pragma once

#include "waxseal-organization.h"
#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

/** WAXSEAL_USER_MESSAGE_WHEN: stands in a template for when the button appears. */
#define WAXSEAL_USER_MESSAGE_WHEN "{when}"

/** WaxsealMessageLanguage: of a message. */
typedef enum
{
  WAXSEAL_MESSAGE_LANGUAGE_ENGLISH,
  WAXSEAL_MESSAGE_LANGUAGE_JAPANESE,
  WAXSEAL_N_MESSAGE_LANGUAGES,
} WaxsealMessageLanguage;

char *waxseal_user_message_propose (WaxsealOrganization *organization,
                                    WaxsealRolloutPhase *phase,
                                    WaxsealMessageLanguage language);
char *waxseal_user_message_dup_template (WaxsealOrganization *organization,
                                         WaxsealRolloutPhase *phase,
                                         WaxsealMessageLanguage language);
void waxseal_user_message_set_template (WaxsealOrganization *organization,
                                        WaxsealRolloutPhase *phase,
                                        WaxsealMessageLanguage language,
                                        const char *text);
gboolean waxseal_user_message_is_edited (WaxsealOrganization *organization,
                                         WaxsealMessageLanguage language);
char *waxseal_user_message_build (WaxsealOrganization *organization,
                                  WaxsealRolloutPhase *phase,
                                  WaxsealMessageLanguage language);

G_END_DECLS
