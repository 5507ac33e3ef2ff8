/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever people paste into the fields of the Entra app, and what it must come to. */
#include <string.h>

#include "waxseal-identifier-paste.h"
#include "waxseal-secret-shape.h"

#define CLIENT     "6731de76-14a6-49ae-97bc-6eba6914391e"
#define TENANT     "aaaabbbb-0000-cccc-1111-dddd2222eeee"
#define OBJECT     "c5393580-f805-4401-95e8-94b7a6ef2fc2"
#define SECRET_ID  "d0b4f2a1-77c3-4f06-8a9e-3b5d1c2e4f60"
#define OWN_OBJECT "0e9c1d2b-3a4f-4b5c-8d6e-7f8091a2b3c4"

/* In pieces, so that no scanner takes them for real ones. */
#define VALUE                                                                                      \
  "abc8Q"                                                                                          \
  "~"                                                                                              \
  "NotARealSecret.of_Waxseal-0123456789"
#define OTHER_VALUE                                                                                \
  "xyz8Q"                                                                                          \
  "~"                                                                                              \
  "AnotherOneThatIsNotReal.012345678901"
#define OLD_VALUE "Zx0/Notreal1+Secret2OfTheOldKind3456="

#define ENTRA "https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/"

#define C WAXSEAL_PASTE_CLIENT_ID
#define T WAXSEAL_PASTE_TENANT_ID
#define S WAXSEAL_PASTE_SECRET_ID
#define V WAXSEAL_PASTE_SECRET_VALUE

typedef struct
{
  WaxsealPasteTarget target;
  const char *text;
  const char *value; /* "|" between the candidates where there are several */
  WaxsealPasteVerdict verdict;
} Case;

static const Case ids[] = {
  { C, CLIENT, CLIENT, WAXSEAL_PASTE_FINE },
  { C, "  " CLIENT "\r\n", CLIENT, WAXSEAL_PASTE_FINE },
  { C, "6731DE76-14A6-49AE-97BC-6EBA6914391E", CLIENT, WAXSEAL_PASTE_FINE },
  { C, "{" CLIENT "}", CLIENT, WAXSEAL_PASTE_EXTRACTED },
  { C, "(" CLIENT ")", CLIENT, WAXSEAL_PASTE_EXTRACTED },
  { C, "\"" CLIENT "\",", CLIENT, WAXSEAL_PASTE_EXTRACTED },
  { C, "6731de7614a649ae97bc6eba6914391e", CLIENT, WAXSEAL_PASTE_EXTRACTED },
  { C, "6731de76‑14a6‑49ae‑97bc‑6eba6914391e", CLIENT, WAXSEAL_PASTE_FINE },
  { C,
    "６７３１ｄｅ７６－１４ａ６－４９ａｅ－９７ｂｃ－６ｅｂａ６９１４３９１ｅ",
    CLIENT,
    WAXSEAL_PASTE_FINE },
  { C, "\xe2\x80\x8b" CLIENT "\xef\xbb\xbf", CLIENT, WAXSEAL_PASTE_FINE },
  { C, "6731de76-14a6-49ae-\n  97bc-6eba6914391e", CLIENT, WAXSEAL_PASTE_FINE },
  { C, "Application (client) ID\n" CLIENT, CLIENT, WAXSEAL_PASTE_EXTRACTED },
  { C, "アプリケーション (クライアント) ID: " CLIENT, CLIENT, WAXSEAL_PASTE_EXTRACTED },
  { C, "アプリケーション（クライアント）ID　" CLIENT, CLIENT, WAXSEAL_PASTE_EXTRACTED },
  { C, "Here you are: " CLIENT ". Regards, Ann", CLIENT, WAXSEAL_PASTE_EXTRACTED },
  { C,
    "Display name\tContoso\nApplication (client) ID\t" CLIENT "\nObject ID\t" OBJECT
    "\nDirectory (tenant) ID\t" TENANT,
    CLIENT,
    WAXSEAL_PASTE_EXTRACTED },
  { T,
    "Display name\tContoso\nApplication (client) ID\t" CLIENT "\nObject ID\t" OBJECT
    "\nDirectory (tenant) ID\t" TENANT,
    TENANT,
    WAXSEAL_PASTE_EXTRACTED },
  { C,
    "Application (client) ID  Object ID  Directory (tenant) ID\n" CLIENT "  " OBJECT "  " TENANT,
    CLIENT,
    WAXSEAL_PASTE_EXTRACTED },
  { T,
    "Application (client) ID  Object ID  Directory (tenant) ID\n" CLIENT "  " OBJECT "  " TENANT,
    TENANT,
    WAXSEAL_PASTE_EXTRACTED },
  { C,
    ENTRA "ApplicationMenuBlade/~/Overview/appId/" CLIENT "/isMSAApp~/false",
    CLIENT,
    WAXSEAL_PASTE_EXTRACTED },
  { C,
    "https://entra.microsoft.com/" TENANT "/#view/x/ApplicationMenuBlade/appId/" CLIENT,
    CLIENT,
    WAXSEAL_PASTE_EXTRACTED },
  { T,
    "https://entra.microsoft.com/" TENANT "/#view/x/ApplicationMenuBlade/appId/" CLIENT,
    TENANT,
    WAXSEAL_PASTE_EXTRACTED },
  { C,
    "https://login.microsoftonline.com/" TENANT "/adminconsent?client_id=" CLIENT,
    CLIENT,
    WAXSEAL_PASTE_EXTRACTED },
  { T,
    "https://login.microsoftonline.com/" TENANT "/oauth2/v2.0/token",
    TENANT,
    WAXSEAL_PASTE_EXTRACTED },
  { T, "https://sts.windows.net/" TENANT "/", TENANT, WAXSEAL_PASTE_EXTRACTED },
  { C, "api://" CLIENT, CLIENT, WAXSEAL_PASTE_EXTRACTED },
  { C, "{\"id\": \"" OBJECT "\", \"appId\": \"" CLIENT "\"}", CLIENT, WAXSEAL_PASTE_EXTRACTED },
  { C, "{\"appId\":\"" CLIENT "\",\"tenant\":\"" TENANT "\"}", CLIENT, WAXSEAL_PASTE_EXTRACTED },
  { T, "AZURE_TENANT_ID=" TENANT "\nAZURE_CLIENT_ID=" CLIENT, TENANT, WAXSEAL_PASTE_EXTRACTED },
  { S,
    "{\"keyId\":\"" SECRET_ID "\",\"displayName\":\"CRES Client Secret\"}",
    SECRET_ID,
    WAXSEAL_PASTE_EXTRACTED },
  { S, "CRES Client Secret\t5/18/2027\t" VALUE "\t" SECRET_ID, SECRET_ID, WAXSEAL_PASTE_EXTRACTED },
  { C, CLIENT " " CLIENT, CLIENT, WAXSEAL_PASTE_EXTRACTED },

  { C, CLIENT "\n" OBJECT, CLIENT "|" OBJECT, WAXSEAL_PASTE_SEVERAL },
  { C, "Client ID: " CLIENT "\nClient ID: " OBJECT, CLIENT "|" OBJECT, WAXSEAL_PASTE_SEVERAL },
  { C, "Directory (tenant) ID: " TENANT, TENANT, WAXSEAL_PASTE_IS_TENANT_ID },
  { C, "ディレクトリ (テナント) ID\n" TENANT, TENANT, WAXSEAL_PASTE_IS_TENANT_ID },
  { T, "Application (client) ID: " CLIENT, CLIENT, WAXSEAL_PASTE_IS_CLIENT_ID },
  { C, "Object ID : " OBJECT, OBJECT, WAXSEAL_PASTE_IS_OBJECT_ID },
  { C, "オブジェクト ID : " OBJECT, OBJECT, WAXSEAL_PASTE_IS_OBJECT_ID },
  { C, "Secret ID " SECRET_ID, SECRET_ID, WAXSEAL_PASTE_IS_SECRET_ID },
  { C,
    "00000003-0000-0000-c000-000000000000",
    "00000003-0000-0000-c000-000000000000",
    WAXSEAL_PASTE_WELL_KNOWN },
  { C,
    "14d82eec-204b-4c2f-b7e8-296a70dab67e",
    "14d82eec-204b-4c2f-b7e8-296a70dab67e",
    WAXSEAL_PASTE_WELL_KNOWN },
  { C,
    "\"resourceAppId\": \"00000003-0000-0000-C000-000000000000\"",
    "00000003-0000-0000-c000-000000000000",
    WAXSEAL_PASTE_WELL_KNOWN },
  { C, "00000003-0000-0000-c000-000000000000 " CLIENT, CLIENT, WAXSEAL_PASTE_EXTRACTED },
  { C,
    "00000000-0000-0000-0000-000000000000",
    "00000000-0000-0000-0000-000000000000",
    WAXSEAL_PASTE_PLACEHOLDER },
  { T,
    "11111111-1111-1111-1111-111111111111",
    "11111111-1111-1111-1111-111111111111",
    WAXSEAL_PASTE_PLACEHOLDER },
  { C,
    "https://entra.microsoft.us/#view/x/ApplicationMenuBlade/~/Overview/appId/" CLIENT,
    CLIENT,
    WAXSEAL_PASTE_OTHER_CLOUD },
  { T, "https://login.chinacloudapi.cn/" TENANT "/oauth2", TENANT, WAXSEAL_PASTE_OTHER_CLOUD },
  { C, "https://entra.microsoft.us/", NULL, WAXSEAL_PASTE_OTHER_CLOUD },

  { C, "", NULL, WAXSEAL_PASTE_NOTHING },
  { C, " \n", NULL, WAXSEAL_PASTE_NOTHING },
  { C, "Contoso", NULL, WAXSEAL_PASTE_NOTHING },
  { C, "MyTenant2.onmicrosoft.com", NULL, WAXSEAL_PASTE_NOTHING },
  { C, "Ann.Lee2@Contoso.com", NULL, WAXSEAL_PASTE_NOTHING },
  { C, "6731de76-14a6-49ae-97bc-6eba6914391", NULL, WAXSEAL_PASTE_NOTHING },
  { C, "6731de76-14a6-49ae-97bc-6eba6914391e0", NULL, WAXSEAL_PASTE_NOTHING },
  { C, "6731de76-14a6-49ae-97bc6eba6914391e", NULL, WAXSEAL_PASTE_NOTHING },
  { C, "g731de76-14a6-49ae-97bc-6eba6914391e", NULL, WAXSEAL_PASTE_NOTHING },
  { C, "\xff\xfe\x80", NULL, WAXSEAL_PASTE_NOTHING },
  { C, VALUE, NULL, WAXSEAL_PASTE_IS_SECRET_VALUE },
  { T, "Value: " VALUE, NULL, WAXSEAL_PASTE_IS_SECRET_VALUE },
  { S, OLD_VALUE, NULL, WAXSEAL_PASTE_IS_SECRET_VALUE },
};

static const Case values[] = {
  { V, VALUE, VALUE, WAXSEAL_PASTE_FINE },
  { V, " " VALUE "\n", VALUE, WAXSEAL_PASTE_FINE },
  { V, OLD_VALUE, OLD_VALUE, WAXSEAL_PASTE_FINE },
  { V, "\"" VALUE "\"", VALUE, WAXSEAL_PASTE_EXTRACTED },
  { V, "CRES Client Secret\t5/18/2027\t" VALUE "\t" SECRET_ID, VALUE, WAXSEAL_PASTE_EXTRACTED },
  { V,
    "CRES Client Secret 5/18/2027 " OLD_VALUE " " SECRET_ID,
    OLD_VALUE,
    WAXSEAL_PASTE_EXTRACTED },
  { V,
    "{\"keyId\":\"" SECRET_ID "\",\"secretText\":\"" VALUE "\"}",
    VALUE,
    WAXSEAL_PASTE_EXTRACTED },
  { V, "AZURE_CLIENT_SECRET=" VALUE, VALUE, WAXSEAL_PASTE_EXTRACTED },
  { V, "値 " VALUE, VALUE, WAXSEAL_PASTE_EXTRACTED },
  { V, VALUE "\n" VALUE, VALUE, WAXSEAL_PASTE_EXTRACTED },
  { V, VALUE "\n" OTHER_VALUE, NULL, WAXSEAL_PASTE_SEVERAL },
  { V, SECRET_ID, SECRET_ID, WAXSEAL_PASTE_IS_SECRET_ID },
  { V, "シークレット ID " SECRET_ID, SECRET_ID, WAXSEAL_PASTE_IS_SECRET_ID },
  { V, "CRES Client Secret 5/18/2027 " SECRET_ID, SECRET_ID, WAXSEAL_PASTE_IS_SECRET_ID },
  { V, "Application (client) ID " CLIENT, CLIENT, WAXSEAL_PASTE_IS_CLIENT_ID },
  { V,
    "00000003-0000-0000-c000-000000000000",
    "00000003-0000-0000-c000-000000000000",
    WAXSEAL_PASTE_WELL_KNOWN },
  { V, "abc******************", NULL, WAXSEAL_PASTE_MASKED },
  { V,
    "CRES Client Secret 5/18/2027 abc****************** " SECRET_ID,
    NULL,
    WAXSEAL_PASTE_MASKED },
  { V, "●●●●●●●●", NULL, WAXSEAL_PASTE_MASKED },
  { V, "https://entra.microsoft.com/", NULL, WAXSEAL_PASTE_NOTHING },
  { V, "copy the value column", NULL, WAXSEAL_PASTE_NOTHING },
};

static WaxsealOrganization *
create (WaxsealCloud cloud)
{
  return waxseal_organization_new ("Contoso", cloud);
}

static void
check (WaxsealOrganization *organization, const Case *expected)
{
  g_autoptr (WaxsealIdentifierPaste) paste =
    waxseal_identifier_paste_read (expected->text, expected->target, organization);
  g_autofree char *message = waxseal_identifier_paste_describe (paste);
  g_autofree char *escaped = g_strescape (expected->text, NULL);
  g_autofree char *candidates =
    paste->candidates != NULL ? g_strjoinv ("|", paste->candidates) : NULL;

  g_test_message ("%u: %.200s", expected->target, escaped);
  g_assert_cmpint (paste->verdict, ==, expected->verdict);
  g_assert_cmpstr (paste->candidates != NULL ? candidates : paste->value, ==, expected->value);
  g_assert_true (g_utf8_validate (message, -1, NULL));
  g_assert_cmpint (*message == '\0', ==, expected->verdict == WAXSEAL_PASTE_FINE);
  g_assert_null (strstr (message, VALUE));
  if (waxseal_identifier_paste_is_warning (paste))
    g_assert_cmpint (paste->verdict, >, WAXSEAL_PASTE_EXTRACTED);
}

static void
test_ids (void)
{
  g_autoptr (WaxsealOrganization) organization = create (WAXSEAL_CLOUD_GLOBAL);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (ids); i++)
    check (organization, &ids[i]);
}

static void
test_values (void)
{
  g_autoptr (WaxsealOrganization) organization = create (WAXSEAL_CLOUD_GLOBAL);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (values); i++)
    check (organization, &values[i]);
}

/* What the other fields hold tells what an ID without a label is. */
static void
test_other_fields (void)
{
  static const Case cases[] = {
    { C, TENANT, TENANT, WAXSEAL_PASTE_IS_TENANT_ID },
    { C, "AAAABBBB-0000-CCCC-1111-DDDD2222EEEE", TENANT, WAXSEAL_PASTE_IS_TENANT_ID },
    { T, CLIENT, CLIENT, WAXSEAL_PASTE_IS_CLIENT_ID },
    { C, SECRET_ID, SECRET_ID, WAXSEAL_PASTE_IS_SECRET_ID },
    { C, OWN_OBJECT, OWN_OBJECT, WAXSEAL_PASTE_IS_OBJECT_ID },
    { S, CLIENT, CLIENT, WAXSEAL_PASTE_IS_CLIENT_ID },
    { V, TENANT, TENANT, WAXSEAL_PASTE_IS_TENANT_ID },
    { V, SECRET_ID, SECRET_ID, WAXSEAL_PASTE_IS_SECRET_ID },
    { C, CLIENT, CLIENT, WAXSEAL_PASTE_FINE },
    { T, TENANT, TENANT, WAXSEAL_PASTE_FINE },
    /* and which of two is meant */
    { C, TENANT " " OBJECT, OBJECT, WAXSEAL_PASTE_EXTRACTED },
  };
  g_autoptr (WaxsealOrganization) organization = create (WAXSEAL_CLOUD_GLOBAL);
  gsize i;

  g_object_set (waxseal_organization_get_entra_app (organization),
                "client-id",
                CLIENT,
                "tenant-id",
                TENANT,
                "secret-key-id",
                SECRET_ID,
                "object-id",
                OWN_OBJECT,
                NULL);
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    check (organization, &cases[i]);
}

static void
test_clouds (void)
{
  static const struct
  {
    WaxsealCloud cloud;
    const char *host;
    gboolean other;
  } cases[] = {
    { WAXSEAL_CLOUD_GLOBAL, "entra.microsoft.com", FALSE },
    { WAXSEAL_CLOUD_GLOBAL, "portal.azure.us", TRUE },
    { WAXSEAL_CLOUD_GCC_HIGH, "entra.microsoft.us", FALSE },
    { WAXSEAL_CLOUD_DOD, "entra.microsoft.us", FALSE },
    { WAXSEAL_CLOUD_DOD, "entra.microsoft.com", TRUE },
    { WAXSEAL_CLOUD_CHINA, "entra.microsoftonline.cn", FALSE },
    { WAXSEAL_CLOUD_CHINA, "login.microsoftonline.com", TRUE },
    { WAXSEAL_CLOUD_GLOBAL, "www.contoso.com", FALSE },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WaxsealOrganization) organization = create (cases[i].cloud);
      g_autofree char *text = g_strdup_printf ("https://%s/appId/%s", cases[i].host, CLIENT);
      Case expected = {
        C, text, CLIENT, cases[i].other ? WAXSEAL_PASTE_OTHER_CLOUD : WAXSEAL_PASTE_EXTRACTED
      };

      check (organization, &expected);
    }
}

/* The practice tenant is in no cloud. */
static void
test_practice (void)
{
  static const Case expected = {
    C, "https://entra.microsoft.us/appId/" CLIENT, CLIENT, WAXSEAL_PASTE_EXTRACTED
  };
  g_autoptr (WaxsealOrganization) organization = create (WAXSEAL_CLOUD_GLOBAL);

  g_object_set (organization, "practice", TRUE, NULL);
  check (organization, &expected);
}

/* What is pasted by mistake can be a whole document. */
static void
test_large (void)
{
  g_autoptr (WaxsealOrganization) organization = create (WAXSEAL_CLOUD_GLOBAL);
  g_autofree char *blanks = g_strnfill (1024 * 1024, ' ');
  g_autofree char *digits = g_strnfill (1024 * 1024, 'a');
  g_autofree char *before = g_strconcat ("Client ID ", CLIENT, blanks, NULL);
  g_autofree char *far = g_strconcat (blanks, CLIENT, NULL);
  const Case cases[] = {
    { C, before, CLIENT, WAXSEAL_PASTE_EXTRACTED },
    { C, far, NULL, WAXSEAL_PASTE_NOTHING },
    { C, digits, NULL, WAXSEAL_PASTE_NOTHING },
    { V, blanks, NULL, WAXSEAL_PASTE_NOTHING },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    check (organization, &cases[i]);
}

/* Each verdict of each field has its words, whatever comes. */
static void
test_random (void)
{
  static const char *const pieces[] = {
    CLIENT,   TENANT,      VALUE, OLD_VALUE, " ",    "\n", "-",   "Client ID",
    "tenant", "\"id\":\"", "://", "****",    "\xff", "Q~", "0Q~", "entra.microsoft.us",
    "値",     "６７３１",  "{",   "8",
  };
  g_autoptr (WaxsealOrganization) organization = create (WAXSEAL_CLOUD_GLOBAL);
  guint n;

  for (n = 0; n < 4000; n++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (WaxsealIdentifierPaste) paste = NULL;
      g_autofree char *message = NULL;
      guint i, length = g_test_rand_int_range (0, 8);

      for (i = 0; i < length; i++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      paste = waxseal_identifier_paste_read (text->str, n % 4, organization);
      message = waxseal_identifier_paste_describe (paste);
      g_assert_cmpint (*message == '\0', ==, paste->verdict == WAXSEAL_PASTE_FINE);
      if (n % 4 != V && paste->value != NULL)
        g_assert_true (g_uuid_string_is_valid (paste->value));
      if (n % 4 != V && strstr (text->str, VALUE) != NULL)
        g_assert_false (paste->as_it_is);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/identifier-paste/ids", test_ids);
  g_test_add_func ("/identifier-paste/values", test_values);
  g_test_add_func ("/identifier-paste/other-fields", test_other_fields);
  g_test_add_func ("/identifier-paste/clouds", test_clouds);
  g_test_add_func ("/identifier-paste/practice", test_practice);
  g_test_add_func ("/identifier-paste/large", test_large);
  g_test_add_func ("/identifier-paste/random", test_random);
  return g_test_run ();
}
