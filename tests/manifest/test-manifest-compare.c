/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "test-manifest-base.h"
#include "test-manifest-canonical.h"
#include "waxseal-manifest-compare.h"

#define N_MUTATIONS 12

static WaxsealManifestDocument *
read_document (const char *text, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, size);
  g_autoptr (WaxsealManifestDocument) document = waxseal_manifest_document_new (bytes);

  g_assert_nonnull (waxseal_manifest_document_get_root (document));
  return g_steal_pointer (&document);
}

static GPtrArray *
compare_texts (const char *a, const char *b)
{
  g_autoptr (WaxsealManifestDocument) first = read_document (a, strlen (a));
  g_autoptr (WaxsealManifestDocument) second = read_document (b, strlen (b));

  return waxseal_manifest_compare (first, second);
}

/* “kind|what|old|new|consequence”. */
static char *
describe (WaxsealDifference *one)
{
  return g_strdup_printf ("%d|%s|%s|%s|%d",
                          waxseal_difference_get_kind (one),
                          waxseal_difference_get_what (one),
                          waxseal_difference_get_old_value (one),
                          waxseal_difference_get_new_value (one),
                          waxseal_difference_get_consequence (one));
}

static char *
describe_list (GPtrArray *differences)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      g_autofree char *line = describe (g_ptr_array_index (differences, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free (text, FALSE);
}

#define ADDED   "0|"
#define REMOVED "1|"
#define CHANGED "2|"
/* The base has the same version after each edit but that of the version itself. */
#define SAME_VERSION "3|Version|1.2.3.4|1.2.3.4|3"

typedef struct
{
  const char *from;
  const char *to;
  const char *differences; /* what is found besides the version */
} Edit;

static const Edit edits[] = {
  { "ReadWriteItem", "ReadWriteMailbox", CHANGED "Permissions|ReadWriteItem|ReadWriteMailbox|2" },
  { "ReadWriteItem", "ReadItem", CHANGED "Permissions|ReadWriteItem|ReadItem|0" },
  { "ReadWriteItem", "All", CHANGED "Permissions|ReadWriteItem|All|2" },
  { "<Permissions>ReadWriteItem</Permissions>", "", REMOVED "Permissions|ReadWriteItem||0" },
  { "DefaultValue=\"Seal\"", "DefaultValue=\"Wax\"", CHANGED "Name of the add-in|Seal|Wax|0" },
  { "Value=\"Siegel\"", "Value=\"Wachs\"", CHANGED "Name of the add-in (de-DE)|Siegel|Wachs|0" },
  { "<Override Locale=\"de-DE\" Value=\"Siegel\"/>",
    "<Override Locale=\"de-DE\" Value=\"Siegel\"/><Override Locale=\"fr-FR\" Value=\"Sceau\"/>",
    ADDED "Name of the add-in (fr-FR)||Sceau|0" },
  { "https://contoso.com/help",
    "https://elsewhere.test/help",
    CHANGED "Address of the support page|https://contoso.com/help|https://elsewhere.test/help|0" },
  { "https://addin.contoso.com/64.png",
    "https://addin.contoso.com/65.png",
    CHANGED "Address of the icon|https://addin.contoso.com/64.png|https://addin.contoso.com/65.png|"
            "0" },
  { "https://addin.contoso.com/64.png",
    "https://cdn.test/64.png",
    CHANGED "Address of the icon|https://addin.contoso.com/64.png|https://cdn.test/64.png|1" },
  { "https://addin.contoso.com/read.html",
    "https://addin.contoso.com/r.html",
    CHANGED "Reading, without buttons: address of the page|https://addin.contoso.com/read.html|"
            "https://addin.contoso.com/r.html|0" },
  { "<AppDomain>https://login.contoso.com</AppDomain>",
    "<AppDomain>https://login.contoso.com</AppDomain><AppDomain>https://a.test</AppDomain>",
    ADDED "App domain||https://a.test|1" },
  { "<AppDomain>https://login.contoso.com</AppDomain>",
    "",
    REMOVED "App domain|https://login.contoso.com||0" },
  { "<Set Name=\"Mailbox\" MinVersion=\"1.3\"/>",
    "<Set Name=\"Mailbox\" MinVersion=\"1.5\"/>",
    CHANGED "Requirement set “Mailbox”: least version|1.3|1.5|0" },
  { "<bt:String id=\"L\" DefaultValue=\"Encrypt\">",
    "<bt:String id=\"L\" DefaultValue=\"Seal\">",
    CHANGED "When writing mail: label of the group|Encrypt|Seal|0\n" CHANGED
            "Button “Encrypt” when writing mail: label|Encrypt|Seal|0\n" CHANGED
            "Button “Encrypt” when writing mail: title of the tooltip|Encrypt|Seal|0\n" CHANGED
            "When reading mail on a phone: label of the group – only in newer versions of "
            "Outlook|Encrypt|Seal|0\n" CHANGED
            "Button “Encrypt” when reading mail on a phone: label – only in newer versions of "
            "Outlook|Encrypt|Seal|0" },
  { "https://addin.contoso.com/launch.js",
    "https://addin.contoso.com/l.js",
    CHANGED "Address of the script that handles events – only in newer versions of Outlook|"
            "https://addin.contoso.com/launch.js|https://addin.contoso.com/l.js|0" },
  { "<LaunchEvent Type=\"OnNewMessageCompose\" FunctionName=\"onNew\"/>",
    "<LaunchEvent Type=\"OnNewMessageCompose\" FunctionName=\"onNew\"/>"
    "<LaunchEvent Type=\"OnMessageFromChanged\" FunctionName=\"onFrom\"/>",
    ADDED "Event “OnMessageFromChanged” – only in newer versions of Outlook||onFrom|2" },
  { "<LaunchEvent Type=\"OnNewMessageCompose\" FunctionName=\"onNew\"/>",
    "",
    REMOVED "Event “OnNewMessageCompose” – only in newer versions of Outlook|onNew||0" },
  { "SoftBlock",
    "Block",
    CHANGED "Event “OnMessageSend”: what happens while it holds up a message – only in newer "
            "versions of Outlook|SoftBlock|Block|0" },
  { "<Scope>openid</Scope>",
    "<Scope>openid</Scope><Scope>Mail.Read</Scope>",
    ADDED "Scope of the sign-in – only in newer versions of Outlook||Mail.Read|2" },
  { "<Scope>openid</Scope>",
    "",
    REMOVED "Scope of the sign-in – only in newer versions of Outlook|openid||0" },
  { "<ExtendedPermission>AppendOnSend</ExtendedPermission>",
    "<ExtendedPermission>AppendOnSend</ExtendedPermission><ExtendedPermission>Other"
    "</ExtendedPermission>",
    ADDED "Extended permission – only in newer versions of Outlook||Other|2" },
  { "<RequestedHeight>250",
    "<RequestedHeight>300",
    CHANGED "Reading, without buttons: height|250|300|0" },
  { "<FunctionName>seal</FunctionName>",
    "<FunctionName>wax</FunctionName>",
    CHANGED "Button “Encrypt” when writing mail: function – only in newer versions of Outlook|seal|"
            "wax|0" },
  { "<FunctionFile resid=\"F\"/>",
    "<FunctionFile resid=\"F\"/><Strange a=\"b\"><Inside/></Strange>",
    ADDED "VersionOverrides/Hosts/Host/DesktopFormFactor/Strange – only in older versions of "
          "Outlook|||0" },
  { "FormType=\"Edit\"", "FormType=\"Read\"", CHANGED "Rule/Rule (FormType)|Edit|Read|0" },
};

static void
test_edits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *text = edit_manifest (edits[i].from, edits[i].to);
      g_autoptr (GPtrArray) found = compare_texts (base_manifest, text);
      g_autofree char *described = NULL;

      described = describe (g_ptr_array_index (found, 0));
      g_assert_cmpstr (described, ==, SAME_VERSION);
      g_ptr_array_remove_index (found, 0);
      g_free (described);
      described = describe_list (found);
      g_assert_cmpstr (described, ==, edits[i].differences);
    }
}

/* Each resource of that name is changed, and each button in both parts. */
static void
test_everywhere (void)
{
  g_autofree char *moved = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GRegex) host = g_regex_new ("addin\\.contoso\\.com", 0, 0, NULL);
  guint n_new_hosts = 0;

  moved = g_regex_replace (host, base_manifest, -1, 0, "cdn.contoso.com", 0, NULL);
  found = compare_texts (base_manifest, moved);
  for (guint i = 0; i < found->len; i++)
    n_new_hosts += waxseal_difference_get_consequence (g_ptr_array_index (found, i)) ==
                   WAXSEAL_CONSEQUENCE_NEW_HOST;
  g_assert_cmpuint (n_new_hosts, >=, 10);
}

static void
test_version (void)
{
  static const struct
  {
    const char *version;
    WaxsealConsequence consequence;
  } cases[] = {
    { "1.2.3.5", WAXSEAL_CONSEQUENCE_NONE },
    { "1.2.10.0", WAXSEAL_CONSEQUENCE_NONE },
    { "1.10", WAXSEAL_CONSEQUENCE_NONE },
    { "2", WAXSEAL_CONSEQUENCE_NONE },
    { "1.2.3.40", WAXSEAL_CONSEQUENCE_NONE },
    { "1.2.3.3", WAXSEAL_CONSEQUENCE_VERSION_NOT_HIGHER },
    { "1.2.3", WAXSEAL_CONSEQUENCE_VERSION_NOT_HIGHER },
    { "01.2.3.04", WAXSEAL_CONSEQUENCE_VERSION_NOT_HIGHER },
    { "0.99999.0.0", WAXSEAL_CONSEQUENCE_VERSION_NOT_HIGHER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = edit_manifest ("1.2.3.4", cases[i].version);
      g_autoptr (GPtrArray) found = compare_texts (base_manifest, text);

      g_assert_cmpuint (found->len, ==, 1);
      g_assert_cmpint (waxseal_difference_get_consequence (g_ptr_array_index (found, 0)),
                       ==,
                       cases[i].consequence);
    }
}

/* Another Id is no update, and so its version is no matter; capitals are none either. */
static void
test_id (void)
{
  g_autofree char *other = edit_manifest ("3b9d2f60", "4b9d2f60");
  g_autofree char *capital = edit_manifest ("3b9d2f60", "3B9D2F60");
  g_autoptr (GPtrArray) found = compare_texts (base_manifest, other);
  g_autoptr (GPtrArray) same = compare_texts (base_manifest, capital);
  g_autofree char *sentence = waxseal_difference_describe_all (found);

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (waxseal_difference_get_consequence (g_ptr_array_index (found, 0)),
                   ==,
                   WAXSEAL_CONSEQUENCE_OTHER_ADDIN);
  g_assert_cmpstr (sentence, ==, "1 difference: this is another add-in, not an update.");
  g_assert_cmpuint (same->len, ==, 2);
  g_assert_cmpint (waxseal_difference_get_kind (g_ptr_array_index (same, 0)),
                   ==,
                   WAXSEAL_DIFFERENCE_UNCHANGED);
  g_assert_cmpint (waxseal_difference_get_consequence (g_ptr_array_index (same, 1)),
                   ==,
                   WAXSEAL_CONSEQUENCE_NONE);
}

static void
test_headline (void)
{
  static const struct
  {
    const char *version;
    const char *permissions;
    const char *sentence;
  } cases[] = {
    { "1.2.3.4", "ReadWriteItem", "No difference that matters." },
    { "1.2.3.5", "ReadItem", "2 differences." },
    { "1.2.3.5", "ReadWriteMailbox", "2 differences: 1 needs consent again." },
    { "1.2.3.4",
      "ReadItem",
      "1 difference: Microsoft 365 refuses the update, as the version is not higher." },
    { "1.2.3.4",
      "ReadWriteMailbox",
      "1 difference: Microsoft 365 refuses the update, as the version is not higher; 1 needs "
      "consent again." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = edit_manifest ("1.2.3.4", cases[i].version);
      g_autofree char *mark = g_strconcat ("<Permissions>", cases[i].permissions, NULL);
      g_auto (GStrv) parts = g_strsplit (text, "<Permissions>ReadWriteItem", 2);
      g_autofree char *full = g_strjoinv (mark, parts);
      g_autoptr (GPtrArray) found = compare_texts (base_manifest, full);
      g_autofree char *sentence = waxseal_difference_describe_all (found);

      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

static void
test_lines (void)
{
  g_autofree char *text = edit_manifest ("<Version>1.2.3.4", "\n\n<Version>1.2.3.5");
  g_autoptr (GPtrArray) found = compare_texts (base_manifest, text);
  WaxsealDifference *version = g_ptr_array_index (found, 0);

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (waxseal_difference_get_old_line (version), ==, 4);
  g_assert_cmpuint (waxseal_difference_get_new_line (version), ==, 6);
}

static void
test_no_matter (void)
{
  static const Edit harmless[] = {
    { "<Version>1.2.3.4</Version>\n<ProviderName>Contoso</ProviderName>",
      "<ProviderName>Contoso</ProviderName><!-- first --><Version>\n1.2.3.4 </Version>" },
    { "<Version>1.2.3.4</Version>", "<Version><![CDATA[1.2.3.4]]></Version>" },
    { "<bt:Sets DefaultMinVersion=\"1.3\"><bt:Set Name=\"Mailbox\"/></bt:Sets>",
      "<o:Sets xmlns:o=\"http://schemas.microsoft.com/office/officeappbasictypes/1.0\" "
      "DefaultMinVersion='1.3'><o:Set Name=\"Mailbox\"></o:Set></o:Sets>" },
    { "<Form xsi:type=\"ItemEdit\">",
      "<Form xmlns:x=\"http://schemas.microsoft.com/office/appforoffice/1.1\" "
      "xsi:type=\"x:ItemEdit\">" },
    { "<Scope>openid</Scope><Scope>profile</Scope>",
      "<Scope>profile</Scope><Scope>openid</Scope>" },
    { "DefaultValue=\"Seals messages.\"", "DefaultValue='Seals&#32;messages.'" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (harmless); i++)
    {
      g_autofree char *text = edit_manifest (harmless[i].from, harmless[i].to);
      g_autoptr (GPtrArray) found = compare_texts (base_manifest, text);
      g_autofree char *described = describe_list (found);

      g_assert_cmpstr (described, ==, "");
    }
}

/* Resources that are called otherwise, and files in another encoding, are the same. */
static void
test_other_names (void)
{
  g_autoptr (GRegex) id = g_regex_new ("id=\"L\"", 0, 0, NULL);
  g_autofree char *renamed = g_regex_replace (id, base_manifest, -1, 0, "id=\"label\"", 0, NULL);
  g_autoptr (GPtrArray) found = compare_texts (base_manifest, renamed);
  g_autofree char *headless = edit_manifest ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", "");
  gsize size;
  g_autofree char *wide = g_convert (headless, -1, "UTF-16", "UTF-8", NULL, &size, NULL);
  g_autoptr (WaxsealManifestDocument) first = read_document (base_manifest, strlen (base_manifest));
  g_autoptr (WaxsealManifestDocument) second = read_document (wide, size);
  g_autoptr (GPtrArray) also_found = waxseal_manifest_compare (first, second);

  g_assert_cmpstr (renamed, !=, base_manifest);
  g_assert_cmpuint (found->len, ==, 0);
  g_assert_cmpuint (also_found->len, ==, 0);
}

/* The order of buttons is seen by everybody. */
static void
test_order (void)
{
  static const char group[] =
    "<a><Group id=\"g\"><Control id=\"%s\"/><Control id=\"%s\"/><Label/></Group></a>";
  g_autofree char *a = g_strdup_printf (group, "x", "y");
  g_autofree char *b = g_strdup_printf (group, "y", "x");
  g_autoptr (GPtrArray) found = compare_texts (a, b);
  g_autofree char *described = describe_list (found);

  g_assert_cmpstr (described, ==, "2|order of the buttons|x, y|y, x|0");
}

static void
assert_agrees (WaxsealManifestDocument *a, WaxsealManifestDocument *b, const char *name)
{
  g_autofree char *canonical_a = dup_canonical (a);
  g_autofree char *canonical_b = dup_canonical (b);
  g_autoptr (GPtrArray) there = waxseal_manifest_compare (a, b);
  g_autoptr (GPtrArray) back = waxseal_manifest_compare (b, a);
  gboolean same = g_str_equal (canonical_a, canonical_b);

  if ((there->len == 0) != same || (back->len == 0) != same)
    {
      g_autofree char *described = describe_list (there);

      g_error ("%s: %s the same, but: %s\n%s",
               name,
               same ? "means" : "does not mean",
               *described != '\0' ? described : "no difference",
               waxseal_manifest_document_get_text (b));
    }
}

static void
check_mutations (WaxsealManifestDocument *document, const char *name)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_str_hash (name));
  g_autoptr (WaxsealManifestDocument) last = g_object_ref (document);

  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      g_autoptr (WaxsealManifestDocument) mutant = mutate (last, random);

      if (waxseal_manifest_document_get_root (mutant) == NULL)
        continue;
      assert_agrees (last, mutant, name);
      assert_agrees (document, mutant, name);
      g_set_object (&last, mutant);
      if (i % 4 == 3)
        g_set_object (&last, document);
    }
}

static void
test_mutations (void)
{
  const char *shared = g_getenv ("WAXSEAL_SHARED");
  g_autofree char *folder =
    g_build_filename (shared != NULL ? shared : SHARED_DIR, "reference/manifests", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (WaxsealManifestDocument) base = read_document (base_manifest, strlen (base_manifest));
  const char *name;
  guint n = 0;

  check_mutations (base, "base");
  if (dir == NULL)
    {
      g_test_skip ("The public manifests are not here.");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *data = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (WaxsealManifestDocument) document = NULL;
      gsize size;

      if (!g_str_has_suffix (name, ".xml") || !g_file_get_contents (path, &data, &size, NULL))
        continue;
      bytes = g_bytes_new (data, size);
      document = waxseal_manifest_document_new (bytes);
      if (waxseal_manifest_document_get_root (document) == NULL)
        continue;
      check_mutations (document, name);
      n++;
    }
  g_assert_cmpuint (n, >, 50);
}

static char *
repeat (const char *head, const char *format, guint n, const char *tail)
{
  GString *text = g_string_new (head);
  g_auto (GStrv) parts = g_strsplit (format, "%", 2);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%u%s", parts[0], i, parts[1]);
  g_string_append (text, tail);
  return g_string_free (text, FALSE);
}

/* Files of megabytes that differ in everything, or refer to the same from everywhere. */
static void
test_hostile (void)
{
  g_autofree char *many = repeat ("<a>", "<b c=\"%\"/>", 100000, "</a>");
  g_autofree char *others = repeat ("<a>", "<b c=\"x%\"/>", 100000, "</a>");
  g_autofree char *references =
    repeat ("<VersionOverrides><Hosts>", "<Label a=\"%\" resid=\"r\"/>", 30000, "</Hosts>");
  g_autofree char *texts = repeat ("<Resources><L><String id=\"r\">",
                                   "<Override Locale=\"%\" Value=\"\"/>",
                                   20000,
                                   "</String></L></Resources></VersionOverrides>");
  g_autofree char *bomb = g_strconcat (references, texts, NULL);
  g_auto (GStrv) parts = g_strsplit (bomb, "Value=\"\"", 3);
  g_autofree char *other_bomb = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) bomb_found = NULL;
  gint64 start = g_get_monotonic_time ();

  found = compare_texts (many, others);
  g_assert_cmpuint (found->len, ==, 1001);
  other_bomb = g_strjoinv ("Value=\"x\"", parts);
  bomb_found = compare_texts (bomb, other_bomb);
  g_assert_cmpuint (bomb_found->len, >, 0);
  g_test_message ("%.1f s", (g_get_monotonic_time () - start) / 1e6);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 60 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/manifest/compare/edits", test_edits);
  g_test_add_func ("/manifest/compare/everywhere", test_everywhere);
  g_test_add_func ("/manifest/compare/version", test_version);
  g_test_add_func ("/manifest/compare/id", test_id);
  g_test_add_func ("/manifest/compare/headline", test_headline);
  g_test_add_func ("/manifest/compare/lines", test_lines);
  g_test_add_func ("/manifest/compare/no-matter", test_no_matter);
  g_test_add_func ("/manifest/compare/other-names", test_other_names);
  g_test_add_func ("/manifest/compare/order", test_order);
  g_test_add_func ("/manifest/compare/mutations", test_mutations);
  g_test_add_func ("/manifest/compare/hostile", test_hostile);
  return g_test_run ();
}
