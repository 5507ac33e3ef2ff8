/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The GUIDs that are nobody's own: those of Microsoft, and those of examples. */
#include "waxseal-identifier-known.h"

/* microsoft.md, 1.6, 1.8 and 2.1; the last ones are Microsoft's own tenants and services, as its
 * page on first-party applications lists them. */
static const struct
{
  const char *guid;
  const char *name;
} well_known[] = {
  { "00000003-0000-0000-c000-000000000000", "Microsoft Graph" },
  { "810c84a8-4a9e-49e6-bf7d-12d183f40d01", "Mail.Read" },
  { "e2a3a72e-5f79-4c64-b1b1-878b674786c9", "Mail.ReadWrite" },
  { "b633e1c5-b582-4048-a93e-9f11b44c7e96", "Mail.Send" },
  { "df021288-bdef-4463-88db-98f22de89214", "User.Read.All" },
  { "14d82eec-204b-4c2f-b7e8-296a70dab67e", "Microsoft Graph Command Line Tools" },
  { "04b07795-8ddb-461a-bbee-02f9e1bf7b46", "Azure CLI" },
  { "fb78d390-0c51-40cd-8e17-fdbfab77341b", "Exchange REST API Based PowerShell" },
  { "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3", "Application Administrator" },
  { "158c047a-c907-4556-b7ef-446551a6b5f7", "Cloud Application Administrator" },
  { "e8611ab8-c189-46e8-94e1-60213ab1f814", "Privileged Role Administrator" },
  { "62e90394-69f5-4237-9190-012177145e10", "Global Administrator" },
  { "29232cdf-9323-42fd-ade2-1d097af3e4de", "Exchange Administrator" },
  { "00000002-0000-0000-c000-000000000000", "Azure Active Directory Graph" },
  { "00000002-0000-0ff1-ce00-000000000000", "Office 365 Exchange Online" },
  { "9188040d-6c67-4c5b-b112-36a304b66dad", "Microsoft personal accounts" },
  { "f8cdef31-a31e-4b4a-93e4-5f571e91255a", "Microsoft Services" },
};

/**
 * waxseal_identifier_known_get_name:
 * @guid: in small letters
 *
 * Returns: (transfer none) (nullable): what of Microsoft's has it, in every tenant.
 */
const char *
waxseal_identifier_known_get_name (const char *guid)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (well_known); i++)
    if (g_str_equal (well_known[i].guid, guid))
      return well_known[i].name;
  return NULL;
}

/** waxseal_identifier_known_is_example: Returns: whether all digits of @guid are the same. */
gboolean
waxseal_identifier_known_is_example (const char *guid)
{
  const char *p;

  for (p = guid; *p != '\0'; p++)
    if (*p != *guid && *p != '-')
      return FALSE;
  return TRUE;
}
