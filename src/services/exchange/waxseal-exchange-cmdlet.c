/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-exchange-cmdlet.h"

/* Without -OrganizationApp a cmdlet would be about the caller's own mailbox. */
#define ORGANIZATION                                                                               \
  {                                                                                                \
    "OrganizationApp", WAXSEAL_EXCHANGE_ALWAYS, TRUE                                               \
  }
#define IDENTITY                                                                                   \
  {                                                                                                \
    "Identity", WAXSEAL_EXCHANGE_ID, TRUE                                                          \
  }
#define PROVIDED_TO                                                                                \
  {                                                                                                \
    "ProvidedTo", WAXSEAL_EXCHANGE_CHOICE, FALSE,                                                  \
    {                                                                                              \
      "Everyone", "SpecificUsers"                                                                  \
    }                                                                                              \
  }
#define USER_LIST                                                                                  \
  {                                                                                                \
    "UserList", WAXSEAL_EXCHANGE_ADDRESSES                                                         \
  }
#define STATE                                                                                      \
  {                                                                                                \
    "DefaultStateForUser", WAXSEAL_EXCHANGE_CHOICE, FALSE,                                         \
    {                                                                                              \
      "Enabled", "Disabled", "AlwaysEnabled"                                                       \
    }                                                                                              \
  }
#define ENABLED                                                                                    \
  {                                                                                                \
    "Enabled", WAXSEAL_EXCHANGE_FLAG                                                               \
  }
/* Nobody is there to be asked whether it is meant: the plan was. */
#define CONFIRM                                                                                    \
  {                                                                                                \
    "Confirm", WAXSEAL_EXCHANGE_NEVER, TRUE                                                        \
  }

static const WaxsealExchangeCmdlet cmdlets[] = {
  { "Get-App", TRUE, { ORGANIZATION } },
  { "New-App",
    FALSE,
    { ORGANIZATION,
      { "FileData", WAXSEAL_EXCHANGE_BYTES, TRUE },
      PROVIDED_TO,
      USER_LIST,
      STATE,
      ENABLED } },
  { "Set-App", FALSE, { IDENTITY, ORGANIZATION, PROVIDED_TO, USER_LIST, STATE, ENABLED } },
  { "Remove-App", FALSE, { IDENTITY, ORGANIZATION, CONFIRM } },
  { "Get-OrganizationConfig", TRUE },
};

/** waxseal_exchange_cmdlet_find: Returns: (transfer none) (nullable): the one that is spelled so;
 * %NULL where there is none that may be called. */
const WaxsealExchangeCmdlet *
waxseal_exchange_cmdlet_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (cmdlets); i++)
    if (g_str_equal (cmdlets[i].name, name))
      return &cmdlets[i];
  return NULL;
}

/** waxseal_exchange_cmdlet_find_parameter: Returns: (transfer none) (nullable): likewise. */
const WaxsealExchangeParameter *
waxseal_exchange_cmdlet_find_parameter (const WaxsealExchangeCmdlet *self, const char *name)
{
  for (guint i = 0; self->parameters[i].name != NULL; i++)
    if (g_str_equal (self->parameters[i].name, name))
      return &self->parameters[i];
  return NULL;
}
