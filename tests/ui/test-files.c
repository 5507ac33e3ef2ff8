/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any file at all opened as a manifest: shown with its findings or refused in words, soon, and
 * without a warning; and a good one taken over. */
#include "ui-fixture.h"

#include "waxseal-manifest-page.h"
#include "waxseal-manifest-read.h"

#define LIMIT (2 * UI_SLOWNESS * G_USEC_PER_SEC)

#define VALID "outlook-addin-manifest.xml"

static gboolean
is_page (GtkWidget *widget, gpointer user_data)
{
  return WAXSEAL_IS_MANIFEST_PAGE (widget);
}

/* The organisation's page, or, where there is none, the one that is made for the file. */
static GtkWidget *
get_page (UiFixture *fixture)
{
  if (waxseal_window_get_organization (fixture->window) != NULL)
    return ui_fixture_get_page (fixture, "manifest");
  return ui_driver_visit (ui_fixture_get_child (fixture, "file_box"), is_page, NULL);
}

static gboolean
is_shown (GtkWidget *page)
{
  return page != NULL && gtk_widget_get_mapped (page) &&
         gtk_revealer_get_reveal_child (GTK_REVEALER (ui_driver_get_child (page, "file_bar")));
}

static gboolean
is_settled (gpointer user_data)
{
  UiFixture *fixture = user_data;
  GtkWidget *toasts = ui_fixture_get_child (fixture, "toasts");

  return is_shown (get_page (fixture)) ||
         ui_driver_find_label (toasts, "could not be opened") != NULL;
}

/* Opens it, and sees that it is shown, or refused, in time. */
static gboolean
open_path (UiFixture *fixture, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gint64 start = g_get_monotonic_time ();

  waxseal_window_open_file (fixture->window, file);
  ui_driver_wait (is_settled, fixture);
  ui_driver_settle (50);
  g_assert_cmpint (g_get_monotonic_time () - start, <, LIMIT);
  return is_shown (get_page (fixture));
}

static char *
write_bytes (const char *name, GByteArray *bytes)
{
  char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, (const char *) bytes->data, bytes->len, &error);
  g_assert_no_error (error);
  return path;
}

static void
add (GByteArray *bytes, const char *text)
{
  g_byte_array_append (bytes, (const guint8 *) text, strlen (text));
}

static void
make_login_page (GByteArray *bytes)
{
  add (bytes,
       "<!DOCTYPE html>\n<html><head><title>Sign in</title><meta charset=utf-8></head>\n"
       "<body><form>Password<br><input type=password></form></body></html>\n");
}

static void
make_truncated (GByteArray *bytes)
{
  add (bytes,
       "<?xml version=\"1.0\"?>\n<OfficeApp "
       "xmlns=\"http://schemas.microsoft.com/office/appforoffice/1.1\">\n  <Id>5d7");
}

static void
make_json (GByteArray *bytes)
{
  add (bytes, "{ \"manifestVersion\": \"1.17\", \"id\": \"x\" }\n");
}

static void
make_task_pane (GByteArray *bytes)
{
  add (bytes,
       "<?xml version=\"1.0\"?>\n<OfficeApp "
       "xmlns=\"http://schemas.microsoft.com/office/appforoffice/1.1\" "
       "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
       "xsi:type=\"TaskPaneApp\"><Id>x</Id></OfficeApp>\n");
}

static void
make_huge (GByteArray *bytes)
{
  add (bytes, "<OfficeApp>");
  g_byte_array_set_size (bytes, 11 * 1024 * 1024);
  memset (bytes->data + 11, ' ', bytes->len - 11);
}

static void
make_long_line (GByteArray *bytes)
{
  guint start;

  add (bytes, "<OfficeApp>");
  start = bytes->len;
  g_byte_array_set_size (bytes, 5 * 1024 * 1024);
  memset (bytes->data + start, 'x', bytes->len - start);
  add (bytes, "</OfficeApp>");
}

static void
make_random (GByteArray *bytes)
{
  guint i;

  g_byte_array_set_size (bytes, 64 * 1024);
  for (i = 0; i < bytes->len; i++)
    bytes->data[i] = g_test_rand_int () & 0xFF;
}

static void
make_utf16 (GByteArray *bytes)
{
  const char text[] = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n<OfficeApp>é</OfficeApp>\n";
  g_autofree char *encoded = NULL;
  gsize length;

  encoded = g_convert (text, -1, "UTF-16", "UTF-8", NULL, &length, NULL);
  g_byte_array_append (bytes, (const guint8 *) encoded, length);
}

static void
make_bomb (GByteArray *bytes)
{
  add (bytes,
       "<?xml version=\"1.0\"?>\n<!DOCTYPE x [\n<!ENTITY a \"aaaaaaaaaa\">\n"
       "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">\n"
       "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">\n"
       "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">\n"
       "<!ENTITY e SYSTEM \"file:///etc/passwd\">\n]>\n"
       "<OfficeApp><Id>&d;&d;&d;&d;&e;</Id></OfficeApp>\n");
}

static void
make_markup (GByteArray *bytes)
{
  add (bytes,
       "<OfficeApp><DisplayName DefaultValue=\"&lt;b>&amp;amp; &amp; &lt;/i>\"/>"
       "<ProviderName>&lt;b>&amp; </ProviderName><b>&#x1F642;</b></OfficeApp>\n");
}

static void
make_deep (GByteArray *bytes)
{
  guint i;

  for (i = 0; i < 100000; i++)
    add (bytes, "<a>");
}

static void
make_empty (GByteArray *bytes)
{
}

static const struct
{
  const char *name;
  void (*make) (GByteArray *bytes);
} files[] = {
  { "login.xml", make_login_page }, { "truncated.xml", make_truncated },
  { "unified.json", make_json },    { "task-pane.xml", make_task_pane },
  { "huge.xml", make_huge },        { "line.xml", make_long_line },
  { "random.bin", make_random },    { "utf-16.xml", make_utf16 },
  { "bomb.xml", make_bomb },        { "<b>&amp; & <i>.xml", make_markup },
  { "deep.xml", make_deep },        { "empty.xml", make_empty },
};

static const char *const devices[] = { "/dev/zero", "/dev/null", "/tmp", "/nowhere/at/all.xml" };

static guint
count_findings (UiFixture *fixture)
{
  GtkWidget *source = ui_driver_get_child (get_page (fixture), "source");
  GtkWidget *preview = ui_driver_get_child (source, "preview");
  GtkListBox *box = GTK_LIST_BOX (ui_driver_get_child (preview, "findings_box"));
  guint n = 0;

  while (gtk_list_box_get_row_at_index (box, n) != NULL)
    n++;
  return n;
}

static void
close_file (UiFixture *fixture)
{
  ui_driver_click (get_page (fixture), "Close File");
  ui_driver_settle (20);
  g_assert_false (is_shown (get_page (fixture)));
}

static void
test_files (UiFixture *fixture)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autofree char *path = NULL;

      g_test_message ("%s", files[i].name);
      files[i].make (bytes);
      path = write_bytes (files[i].name, bytes);
      g_assert_true (open_path (fixture, path));
      g_assert_nonnull (ui_driver_find_label (get_page (fixture), files[i].name));
      g_assert_cmpuint (count_findings (fixture), >, 0);
      close_file (fixture);
    }
}

static gboolean
is_dismiss_button (GtkWidget *widget, gpointer user_data)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "window-close-symbolic") == 0;
}

static gboolean
has_no_toast (gpointer toasts)
{
  return ui_driver_find_label (toasts, "could not be opened") == NULL;
}

/* So that the next need not wait for its turn. */
static void
dismiss_toast (UiFixture *fixture)
{
  GtkWidget *toasts = ui_fixture_get_child (fixture, "toasts");
  GtkWidget *label = ui_driver_find_label (toasts, "could not be opened");
  GtkWidget *toast = gtk_widget_get_ancestor (label, g_type_from_name ("AdwToastWidget"));
  GtkWidget *button = ui_driver_visit (toast, is_dismiss_button, NULL);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_driver_wait (has_no_toast, toasts);
}

static void
test_devices (UiFixture *fixture)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (devices); i++)
    {
      g_autofree char *name = g_path_get_basename (devices[i]);

      g_test_message ("%s", devices[i]);
      g_assert_false (open_path (fixture, devices[i]));
      ui_driver_wait_label (ui_fixture_get_child (fixture, "toasts"), name);
      dismiss_toast (fixture);
    }
}

static char *
find_valid (void)
{
  const char *shared =
    g_getenv ("WAXSEAL_SHARED") != NULL ? g_getenv ("WAXSEAL_SHARED") : SHARED_DIR;
  char *path = g_build_filename (shared, "reference", "manifests", VALID, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return path;
  g_test_skip_printf ("%s is not there", path);
  g_free (path);
  return NULL;
}

static void
use_file (UiFixture *fixture, const char *answer)
{
  GtkWindow *dialog;

  ui_driver_settle (300);
  ui_driver_click (get_page (fixture), "Use This File…");
  dialog = ui_driver_wait_dialog (ADW_TYPE_MESSAGE_DIALOG);
  ui_driver_click (GTK_WIDGET (dialog), answer);
  ui_driver_settle (100);
}

static WaxsealManifestSource *
get_source (UiFixture *fixture)
{
  return waxseal_organization_get_manifest (ui_fixture_get_organization (fixture));
}

/* The file is the manifest then, to the byte; who says it is from CRES confirms the Id. */
static void
assert_used (UiFixture *fixture, const char *path, gboolean from_cres)
{
  GBytes *bytes = waxseal_manifest_draft_get_bytes (ui_fixture_get_draft (fixture));
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_cmpmem (text, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (waxseal_record_get_text (get_source (fixture), "file-name"), ==, VALID);
  g_assert_true (waxseal_record_get_flag (get_source (fixture), "from-cres") == from_cres);
  g_assert_true (waxseal_manifest_draft_is_assumed (ui_fixture_get_draft (fixture)) != from_cres);
  g_assert_false (is_shown (get_page (fixture)));
}

static void
test_use (UiFixture *fixture)
{
  g_autofree char *path = find_valid ();

  if (path == NULL)
    return;
  g_assert_true (open_path (fixture, path));
  use_file (fixture, "_Cancel");
  g_assert_true (is_shown (get_page (fixture)));
  g_assert_true (waxseal_manifest_source_is_empty (get_source (fixture)));
  use_file (fixture, "From _Elsewhere");
  assert_used (fixture, path, FALSE);
  g_assert_true (open_path (fixture, path));
  use_file (fixture, "Downloaded From C_RES");
  assert_used (fixture, path, TRUE);
}

/* Whoever only looks changes nothing. */
static void
test_close (UiFixture *fixture)
{
  g_autofree char *path = find_valid ();
  g_autoptr (GBytes) before = NULL;

  if (path == NULL)
    return;
  before = g_bytes_ref (waxseal_manifest_draft_get_bytes (ui_fixture_get_draft (fixture)));
  g_assert_true (open_path (fixture, path));
  close_file (fixture);
  g_assert_true (
    g_bytes_equal (before, waxseal_manifest_draft_get_bytes (ui_fixture_get_draft (fixture))));
  g_assert_true (waxseal_manifest_source_is_empty (get_source (fixture)));
}

/* From the welcome page: nothing to take it over, and closing leads back. */
static void
test_alone (UiFixture *fixture)
{
  g_autofree char *path = find_valid ();

  test_devices (fixture);
  if (path == NULL)
    return;
  g_assert_true (open_path (fixture, path));
  g_assert_null (ui_driver_find_button (get_page (fixture), "Use This File…"));
  ui_driver_click (get_page (fixture), "Close File");
  ui_driver_settle (300);
  g_assert_cmpstr (ui_fixture_get_visible (fixture, "root"), ==, "welcome");
}

static const UiTest tests[] = {
  { "/ui/files/bytes", test_files, "Contoso" },     { "/ui/files/bytes-alone", test_files, NULL },
  { "/ui/files/devices", test_devices, "Contoso" }, { "/ui/files/use", test_use, "Contoso" },
  { "/ui/files/close", test_close, "Contoso" },     { "/ui/files/alone", test_alone, NULL },
};

int
main (int argc, char **argv)
{
  return ui_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
