/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "record-fixture.h"
#include "waxseal-enums.h"
#include "waxseal-mail-domain.h"
#include "waxseal-organization.h"

static void
count_notify_cb (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static WaxsealOrganization *
create_organization (void)
{
  return waxseal_organization_new ("Contoso", WAXSEAL_CLOUD_GLOBAL);
}

static WaxsealRecord *
append_domain (WaxsealOrganization *organization, const char *name)
{
  g_autoptr (WaxsealRecord) domain = g_object_new (WAXSEAL_TYPE_MAIL_DOMAIN, "name", name, NULL);

  g_list_store_append (waxseal_record_get_list (organization, "domains"), domain);
  return domain;
}

static void
check_never_null_cb (WaxsealRecord *record, GParamSpec *pspec, gpointer data)
{
  guint *n_checked = data;

  if (G_IS_PARAM_SPEC_STRING (pspec))
    {
      waxseal_record_set_text (record, pspec->name, "x");
      waxseal_record_set_text (record, pspec->name, NULL);
      g_assert_cmpstr (waxseal_record_get_text (record, pspec->name), ==, "");
    }
  else if (pspec->value_type == G_TYPE_STRV)
    {
      g_object_set (record, pspec->name, NULL, NULL);
      g_assert_nonnull (waxseal_record_get_texts (record, pspec->name));
      g_assert_null (waxseal_record_get_texts (record, pspec->name)[0]);
    }
  else if (G_IS_PARAM_SPEC_OBJECT (pspec))
    g_assert_nonnull (waxseal_record_get_child (record, pspec->name));
  (*n_checked)++;
}

static void
test_never_null (void)
{
  g_autoptr (WaxsealOrganization) organization = create_organization ();
  guint n_checked = 0;

  record_fixture_visit (WAXSEAL_RECORD (organization), check_never_null_cb, &n_checked);
  g_assert_cmpuint (n_checked, >, 80);
}

/* Every property, at every level: set to what it is, nobody hears; set to another, the record hears
 * once and the organisation at the top hears once. */
static void
check_notify_cb (WaxsealRecord *record, GParamSpec *pspec, gpointer organization)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autofree char *signal = g_strconcat ("notify::", pspec->name, NULL);
  guint n_notified = 0;
  guint n_changed = 0;
  gulong notify_id, changed_id;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (G_IS_PARAM_SPEC_OBJECT (pspec))
    return;
  notify_id = g_signal_connect (record, signal, G_CALLBACK (count_notify_cb), &n_notified);
  changed_id =
    g_signal_connect (organization, "changed", G_CALLBACK (record_fixture_count_cb), &n_changed);

  g_object_get_property (G_OBJECT (record), pspec->name, &value);
  g_object_set_property (G_OBJECT (record), pspec->name, &value);
  g_assert_cmpuint (n_notified, ==, 0);
  g_assert_cmpuint (n_changed, ==, 0);

  before = record_fixture_to_text (organization);
  g_param_value_set_default (pspec, &value);
  g_object_set_property (G_OBJECT (record), pspec->name, &value);
  after = record_fixture_to_text (organization);
  g_assert_cmpuint (n_notified, ==, g_str_equal (before, after) ? 0 : 1);
  g_assert_cmpuint (n_changed, ==, g_str_equal (before, after) ? 0 : 1);

  g_signal_handler_disconnect (record, notify_id);
  g_signal_handler_disconnect (organization, changed_id);
}

static void
test_notify (void)
{
  g_autoptr (WaxsealOrganization) organization = create_organization ();

  record_fixture_fill (WAXSEAL_RECORD (organization));
  record_fixture_visit (WAXSEAL_RECORD (organization), check_notify_cb, organization);
}

static void
test_same_texts (void)
{
  g_autoptr (WaxsealOrganization) organization = create_organization ();
  gpointer addin = waxseal_organization_get_addin (organization);
  const char *const texts[] = { "a", "b", NULL };
  const char *const empty[] = { NULL };
  guint count = 0;

  g_object_set (addin, "app-domains", texts, NULL);
  g_signal_connect (addin, "notify::app-domains", G_CALLBACK (count_notify_cb), &count);
  g_object_set (addin, "app-domains", texts, NULL);
  g_assert_cmpuint (count, ==, 0);
  g_object_set (addin, "app-domains", NULL, NULL);
  g_assert_cmpuint (count, ==, 1);
  g_object_set (addin, "app-domains", empty, NULL);
  g_object_set (addin, "app-domains", NULL, NULL);
  g_assert_cmpuint (count, ==, 1);
}

static void
test_changed_lists (void)
{
  g_autoptr (WaxsealOrganization) organization = create_organization ();
  GListStore *domains = waxseal_record_get_list (organization, "domains");
  g_autoptr (WaxsealRecord) first = g_object_ref (append_domain (organization, "a.example"));
  guint count = 0;

  g_signal_connect (organization, "changed", G_CALLBACK (record_fixture_count_cb), &count);
  waxseal_record_set_text (append_domain (organization, "b.example"), "flag-value", "[SECURE]");
  g_assert_cmpuint (count, ==, 2);
  g_list_store_remove (domains, 0);
  g_assert_cmpuint (count, ==, 3);
  g_list_store_append (domains, first);
  g_assert_cmpuint (count, ==, 4);
  waxseal_record_set_text (first, "flag-value", "[X]");
  g_assert_cmpuint (count, ==, 5);
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  return -strcmp (waxseal_record_get_text ((gpointer) a, "name"),
                  waxseal_record_get_text ((gpointer) b, "name"));
}

static void
test_changed_sorted (void)
{
  g_autoptr (WaxsealOrganization) organization = create_organization ();
  WaxsealRecord *domain = append_domain (organization, "a.example");
  guint count = 0;

  append_domain (organization, "b.example");
  g_list_store_sort (waxseal_record_get_list (organization, "domains"), compare_cb, NULL);
  g_signal_connect (organization, "changed", G_CALLBACK (record_fixture_count_cb), &count);
  waxseal_record_set_text (domain, "flag-value", "x");
  g_assert_cmpuint (count, ==, 1);
}

static void
test_outlived (void)
{
  WaxsealOrganization *organization = create_organization ();
  g_autoptr (WaxsealRecord) domain = g_object_ref (append_domain (organization, "a.example"));
  g_autoptr (GObject) addin = g_object_ref (waxseal_record_get_child (organization, "addin"));

  g_object_unref (organization);
  waxseal_record_set_text (domain, "name", "b.example");
  waxseal_record_set_text (addin, "version", "2.0.0.0");
  g_assert_cmpstr (waxseal_record_get_text (domain, "name"), ==, "b.example");
}

/* A command line may hold bytes that are no UTF-8; a file with them would not load again. */
static void
test_invalid_utf8 (void)
{
  g_autoptr (WaxsealOrganization) organization =
    waxseal_organization_new ("caf\xe9", WAXSEAL_CLOUD_GLOBAL);
  gpointer addin = waxseal_organization_get_addin (organization);
  const char *const texts[] = { "\xff", "ok", NULL };

  g_assert_cmpstr (waxseal_organization_get_name (organization), ==, "caf\uFFFD");
  g_object_set (addin, "app-domains", texts, NULL);
  g_assert_cmpstr (waxseal_record_get_texts (addin, "app-domains")[0], ==, "\uFFFD");
}

static void
check_name_cb (WaxsealRecord *record, GParamSpec *pspec, gpointer data)
{
  static const char *const secret_names[] = { "password",     "token",       "client-secret",
                                              "secret-value", "secret-text", "credential" };
  gsize i;

  if (g_str_equal (pspec->name, "password-days"))
    return;
  for (i = 0; i < G_N_ELEMENTS (secret_names); i++)
    g_assert_null (strstr (pspec->name, secret_names[i]));
  g_assert_cmpstr (pspec->name, !=, "secret");
}

static void
test_no_secret (void)
{
  g_autoptr (WaxsealOrganization) organization = create_organization ();

  record_fixture_fill (WAXSEAL_RECORD (organization));
  record_fixture_visit (WAXSEAL_RECORD (organization), check_name_cb, NULL);
}

static void
test_duplicate (void)
{
  g_autoptr (WaxsealOrganization) organization = create_organization ();
  g_autoptr (WaxsealOrganization) copy = NULL;

  record_fixture_fill (WAXSEAL_RECORD (organization));
  copy = waxseal_organization_duplicate (organization, "Fabrikam");
  g_assert_cmpstr (waxseal_organization_get_name (copy), ==, "Fabrikam");
  g_assert_true (g_uuid_string_is_valid (waxseal_organization_get_id (copy)));
  g_assert_cmpuint (g_list_model_get_n_items (waxseal_organization_get_domains (copy)), ==, 2);
  g_assert_cmpuint (
    g_list_model_get_n_items (G_LIST_MODEL (waxseal_record_get_list (copy, "journal"))), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (
                      G_LIST_MODEL (waxseal_record_get_list (organization, "journal"))),
                    ==,
                    2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/never-null", test_never_null);
  g_test_add_func ("/record/notify", test_notify);
  g_test_add_func ("/record/same-texts", test_same_texts);
  g_test_add_func ("/record/changed-lists", test_changed_lists);
  g_test_add_func ("/record/changed-sorted", test_changed_sorted);
  g_test_add_func ("/record/outlived", test_outlived);
  g_test_add_func ("/record/invalid-utf8", test_invalid_utf8);
  g_test_add_func ("/record/no-secret", test_no_secret);
  g_test_add_func ("/record/duplicate", test_duplicate);
  return g_test_run ();
}
