/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "record-fixture.h"
#include "waxseal-enums.h"
#include "waxseal-error.h"
#include "waxseal-json-guard.h"
#include "waxseal-organization-file.h"
#include "waxseal-record-json.h"

#define ID "12345678-1234-4123-8123-123456789abc"

static WaxsealOrganization *
parse (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return waxseal_organization_file_parse (bytes, error);
}

static void
assert_damaged (const char *text, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealOrganization) organization = parse (text, &error);

  g_assert_null (organization);
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_FILE_DAMAGED);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_round_trip (void)
{
  g_autoptr (WaxsealOrganization) organization =
    waxseal_organization_new ("Contoso", WAXSEAL_CLOUD_DOD);
  g_autoptr (WaxsealOrganization) again = NULL;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GError) error = NULL;

  record_fixture_fill (WAXSEAL_RECORD (organization));
  waxseal_record_set_text (organization, "id", ID);
  first = waxseal_organization_file_serialize (organization);
  again = waxseal_organization_file_parse (first, &error);
  g_assert_no_error (error);
  second = waxseal_organization_file_serialize (again);
  g_assert_cmpmem (g_bytes_get_data (first, NULL),
                   g_bytes_get_size (first),
                   g_bytes_get_data (second, NULL),
                   g_bytes_get_size (second));
  g_assert_cmpstr (waxseal_organization_get_name (organization),
                   ==,
                   waxseal_organization_get_name (again));
  g_assert_false (waxseal_organization_get_read_only (again));
}

static void
test_layout (void)
{
  g_autoptr (WaxsealOrganization) organization =
    waxseal_organization_new ("Contoso", WAXSEAL_CLOUD_GLOBAL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  waxseal_record_set_text (organization, "id", ID);
  bytes = waxseal_organization_file_serialize (organization);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_true (g_str_has_prefix (text,
                                   "{\n"
                                   "  \"format\" : 1,\n"
                                   "  \"id\" : \"" ID "\",\n"
                                   "  \"name\" : \"Contoso\",\n"
                                   "  \"cloud\" : \"global\",\n"
                                   "  \"practice\" : false,\n"
                                   "  \"sign-in\" : {\n"
                                   "    \"client-id\" : "));
  g_assert_true (g_str_has_suffix (text, "\n}\n"));
}

/* "client_id" is how GObject also spells "client-id": it is another member all the same. */
#define UNKNOWN                                                                                    \
  "\"zz\":{\"deep\":[1,-2.5,1e3,true,null,\"t\\u00e9\"]},\"big\":9223372036854775807,"             \
  "\"client_id\":1,\"WaxsealOrganization::name\":2,\"\":3"

static void
test_unknown_members (void)
{
  const char *text = "{\"format\":1,\"id\":\"" ID "\",\"name\":\"N\"," UNKNOWN ","
                     "\"entra-app\":{\"client-id\":\"c\"," UNKNOWN ",\"permissions\":[{" UNKNOWN
                     "}]},\"domains\":[{\"name\":\"d\"," UNKNOWN "}],\"addin\":{\"locales\":["
                     "{" UNKNOWN "}]}}";
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealOrganization) organization = parse (text, &error);
  g_autoptr (JsonNode) unknown = json_from_string ("{" UNKNOWN "}", NULL);
  g_autofree char *wanted = json_to_string (unknown, FALSE);
  g_autofree char *written = NULL;
  g_auto (GStrv) parts = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (waxseal_organization_get_name (organization), ==, "N");
  written = record_fixture_to_text (WAXSEAL_RECORD (organization));
  wanted[strlen (wanted) - 1] = '\0';
  parts = g_strsplit (written, wanted + 1, -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 1 + 5);
}

static const struct
{
  const char *member;
  const char *message;
} wrong_types[] = {
  { "\"name\":1", "name: not a text" },
  { "\"name\":null", "name: not a text" },
  { "\"cloud\":\"moon\"", "cloud: not one of its known values" },
  { "\"cloud\":0", "cloud: not one of its known values" },
  { "\"addin\":[]", "addin: not an object" },
  { "\"addin\":null", "addin: not an object" },
  { "\"addin\":{\"app-domains\":\"x\"}", "addin.app-domains: not a list of texts" },
  { "\"addin\":{\"app-domains\":[\"x\",1]}", "addin.app-domains: not a list of texts" },
  { "\"addin\":{\"locales\":[{},{\"locale\":{}}]}", "addin.locales[1].locale: not a text" },
  { "\"domains\":{}", "domains: not a list" },
  { "\"domains\":[1]", "domains: not a list of objects" },
  { "\"domains\":[{\"password-days\":-1}]", "domains[0].password-days: a number out of range" },
  { "\"domains\":[{\"password-days\":2147483648}]",
    "domains[0].password-days: a number out of range" },
  { "\"domains\":[{\"password-days\":1.5}]", "domains[0].password-days: not a whole number" },
  { "\"manifest\":{\"from-cres\":\"yes\"}", "manifest.from-cres: neither true nor false" },
};

static void
test_wrong_types (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (wrong_types); i++)
    {
      g_autofree char *text =
        g_strdup_printf ("{\"format\":1,\"id\":\"" ID "\",%s}", wrong_types[i].member);

      assert_damaged (text, wrong_types[i].message);
    }
}

static const struct
{
  const char *text;
  const char *message;
} hostile[] = {
  { "", "line 1, column 1: it ends too early" },
  { "\n\n  ", "line 3, column 3: it ends too early" },
  { "null", "not a set-up file" },
  { "[]", "not a set-up file" },
  { "{}", "format: missing or not a whole number" },
  { "{\"format\":\"1\"}", "format: missing or not a whole number" },
  { "{\"format\":0}", "format: a number out of range" },
  { "{\"format\":-1}", "format: a number out of range" },
  { "{\"format\":1", "line 1, column 12: it ends too early" },
  { "{\"format\":1}}", "line 1, column 13: something comes after the end" },
  { "{\"format\":1,}", "line 1, column 13: the name of a member is missing" },
  { "{\"format\" 1}", "line 1, column 11: a colon is missing" },
  { "{\"a\":[1 2]}", "line 1, column 9: a comma or a closing bracket is missing" },
  { "{\"a\":[1}", "line 1, column 8: a comma or a closing bracket is missing" },
  { "[1,]", "line 1, column 4: neither a text nor a number nor anything else of JSON" },
  { "{\"a\":1,\n \"a\":2}", "line 2, column 2: a member that is there twice" },
  { "{\"é\":\"\xff\"}", "line 1, column 7: not UTF-8" },
  { "{\"é\":\"\\u0000\"}", "line 1, column 7: a text with a NUL character" },
  { "[\"\\ud800\"]", "line 1, column 3: half a surrogate pair" },
  { "[\"\\ud800\\u0041\"]", "line 1, column 3: half a surrogate pair" },
  { "[\"\\udc00\\ud800\"]", "line 1, column 3: half a surrogate pair" },
  { "[\"\\ud8", "line 1, column 3: an escape sequence that JSON does not have" },
  { "[\"\\x41\"]", "line 1, column 3: an escape sequence that JSON does not have" },
  { "[\"\\", "line 1, column 3: an escape sequence that JSON does not have" },
  { "[\"a\nb\"]", "line 1, column 4: a control character in a text" },
  { "[\"a", "line 1, column 4: the file ends within a text" },
  { "/* \" */ []", "line 1, column 1: neither a text nor a number nor anything else of JSON" },
  { "[012]", "line 1, column 3: a comma or a closing bracket is missing" },
  { "[0x10]", "line 1, column 3: a comma or a closing bracket is missing" },
  { "[+1]", "line 1, column 2: neither a text nor a number nor anything else of JSON" },
  { "[-]", "line 1, column 2: neither a text nor a number nor anything else of JSON" },
  { "[1.]", "line 1, column 2: neither a text nor a number nor anything else of JSON" },
  { "[NaN]", "line 1, column 2: neither a text nor a number nor anything else of JSON" },
  { "[9223372036854775808]", "line 1, column 2: a number out of range" },
  { "[-1e999]", "line 1, column 2: a number out of range" },
  { "[1e]", "line 1, column 2: neither a text nor a number nor anything else of JSON" },
  { "<?xml version=\"1.0\"?>",
    "line 1, column 1: neither a text nor a number nor anything else of JSON" },
};

static void
test_hostile (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (hostile); i++)
    assert_damaged (hostile[i].text, hostile[i].message);
}

static void
test_nul_byte (void)
{
  static const char text[] = "{\"format\":1}\0{";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (waxseal_organization_file_parse (bytes, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_FILE_DAMAGED);
}

static void
assert_repeated_damaged (const char *piece, gsize n, const char *message)
{
  g_autoptr (GString) text = g_string_sized_new (strlen (piece) * n);
  gsize i;

  for (i = 0; i < n; i++)
    g_string_append (text, piece);
  assert_damaged (text->str, message);
}

static void
test_deep (void)
{
  assert_repeated_damaged ("[", 1000000, "line 1, column 65: too many levels in each other");
  assert_repeated_damaged ("{\"a\":", 1000000, "line 1, column 321: too many levels in each other");
  /* where JSON-GLib would see a comment, and the end of it, inside a text */
  assert_damaged ("[\"/*\", \"*/\"", "line 1, column 12: it ends too early");
}

static void
test_as_deep_as_allowed (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (JsonNode) node = NULL;
  guint i;

  for (i = 0; i < WAXSEAL_JSON_MAX_DEPTH; i++)
    g_string_append_c (text, '[');
  for (i = 0; i < WAXSEAL_JSON_MAX_DEPTH; i++)
    g_string_append_c (text, ']');
  node = waxseal_json_parse (text->str, text->len, NULL);
  g_assert_nonnull (node);
}

/* What RFC 8259 allows comes through, and comes back as it was. */
static void
test_all_of_json (void)
{
  static const char text[] =
    "\t[0,-0,-1,1.5E2,1e-2,0.5e+1,true,false,null,{},[],\"\",{\"\":\r\n{}},"
    "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83D\\uDD12\"] ";
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = waxseal_json_parse (text, strlen (text), &error);
  g_autoptr (JsonNode) again = NULL;
  g_autofree char *written = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (json_array_get_string_element (json_node_get_array (node), 13),
                   ==,
                   "\"\\/\b\f\n\r\té\U0001F512");
  written = json_to_string (node, FALSE);
  again = waxseal_json_parse (written, strlen (written), &error);
  g_assert_no_error (error);
  g_assert_true (json_node_equal (node, again));
}

static void
test_large (void)
{
  g_autofree char *spaces = g_strnfill (20 * 1024 * 1024, ' ');

  assert_damaged (spaces, "larger than 16 MiB");
}

/* Every prefix of a real file is refused, and none is taken for a whole one. */
static void
test_truncated (void)
{
  g_autoptr (WaxsealOrganization) organization =
    waxseal_organization_new ("Contoso", WAXSEAL_CLOUD_GLOBAL);
  g_autoptr (GBytes) bytes = waxseal_organization_file_serialize (organization);
  gsize i;

  for (i = 0; i + 2 < g_bytes_get_size (bytes); i++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, i);
      g_autoptr (GError) error = NULL;

      g_assert_null (waxseal_organization_file_parse (part, &error));
      g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_FILE_DAMAGED);
    }
}

/* What a random byte in a real file does: a clear error, or a file that can be written again. */
static void
test_mutated (void)
{
  g_autoptr (WaxsealOrganization) organization =
    waxseal_organization_new ("Contoso", WAXSEAL_CLOUD_GLOBAL);
  g_autoptr (GBytes) bytes = waxseal_organization_file_serialize (organization);
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  guint n_read = 0;
  guint i;

  for (i = 0; i < 3000; i++)
    {
      g_autofree guint8 *data =
        g_memdup2 (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_autoptr (GBytes) mutated = NULL;
      g_autoptr (WaxsealOrganization) again = NULL;
      g_autoptr (GError) error = NULL;

      data[g_rand_int_range (rand, 0, g_bytes_get_size (bytes))] = g_rand_int_range (rand, 0, 256);
      mutated = g_bytes_new (data, g_bytes_get_size (bytes));
      again = waxseal_organization_file_parse (mutated, &error);
      g_assert_true ((again != NULL) == (error == NULL));
      g_assert_true (error == NULL || error->domain == WAXSEAL_ERROR);
      n_read += again != NULL;
    }
  g_assert_cmpuint (n_read, >, 0);
  g_assert_cmpuint (n_read, <, 3000);
}

static void
test_newer (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealOrganization) organization =
    parse ("{\"format\":2,\"id\":\"" ID "\",\"name\":\"N\",\"cloud\":\"moon\",\"addin\":7,"
           "\"domains\":[7,{\"name\":\"d\",\"password-days\":\"many\"}]}",
           &error);
  GListModel *domains;
  g_autoptr (WaxsealRecord) domain = NULL;

  g_assert_no_error (error);
  g_assert_true (waxseal_organization_get_read_only (organization));
  g_assert_cmpint (waxseal_record_get_number (organization, "format"), ==, 2);
  domains = waxseal_organization_get_domains (organization);
  g_assert_cmpuint (g_list_model_get_n_items (domains), ==, 1);
  domain = g_list_model_get_item (domains, 0);
  g_assert_cmpstr (waxseal_record_get_text (domain, "name"), ==, "d");
}

static void
test_newer_nameless (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (parse ("{\"format\":99999999999,\"name\":{\"en\":\"N\"}}", &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_FILE_NEWER);
}

static void
test_foreign_id (void)
{
  g_autoptr (WaxsealOrganization) organization =
    parse ("{\"format\":1,\"id\":\"../../etc/passwd\",\"name\":\"N\"}", NULL);

  g_assert_true (g_uuid_string_is_valid (waxseal_organization_get_id (organization)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-json/round-trip", test_round_trip);
  g_test_add_func ("/record-json/layout", test_layout);
  g_test_add_func ("/record-json/unknown-members", test_unknown_members);
  g_test_add_func ("/record-json/wrong-types", test_wrong_types);
  g_test_add_func ("/record-json/hostile", test_hostile);
  g_test_add_func ("/record-json/nul-byte", test_nul_byte);
  g_test_add_func ("/record-json/deep", test_deep);
  g_test_add_func ("/record-json/as-deep-as-allowed", test_as_deep_as_allowed);
  g_test_add_func ("/record-json/all-of-json", test_all_of_json);
  g_test_add_func ("/record-json/large", test_large);
  g_test_add_func ("/record-json/truncated", test_truncated);
  g_test_add_func ("/record-json/mutated", test_mutated);
  g_test_add_func ("/record-json/newer", test_newer);
  g_test_add_func ("/record-json/newer-nameless", test_newer_nameless);
  g_test_add_func ("/record-json/foreign-id", test_foreign_id);
  return g_test_run ();
}
