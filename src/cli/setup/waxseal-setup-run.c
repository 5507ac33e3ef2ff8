/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-setup-run.h"

#include <gio/gunixinputstream.h>
#include <glib-unix.h>
#include <glib/gi18n.h>
#include <unistd.h>

#include "waxseal-consent-hand-over.h"
#include "waxseal-practice-person.h"
#include "waxseal-provision.h"
#include "waxseal-remedy.h"
#include "waxseal-secret-policy.h"
#include "waxseal-setup-organization.h"
#include "waxseal-setup-printer.h"

/** SetupRun: “waxseal setup” on its way; one callback a hop, in the order of the file. */
typedef struct
{
  const WaxsealSetupOptions *options;
  const char *practice_base; /* or NULL */

  GMainLoop *loop;
  GCancellable *cancellable;
  WaxsealOrganizationStore *store;
  WaxsealOrganization *organization;
  WaxsealTenantSession *session;
  WaxsealProvision *provision;
  WaxsealProvisionPlan *plan;
  WaxsealExit exit;
} SetupRun;

static void
clear_run (SetupRun *run)
{
  g_clear_object (&run->plan);
  g_clear_object (&run->provision);
  g_clear_object (&run->session);
  g_clear_object (&run->organization);
  g_clear_object (&run->store);
  g_clear_object (&run->cancellable);
  g_clear_pointer (&run->loop, g_main_loop_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SetupRun, clear_run)

/** Outcome: a run's end, as the result says it. */
typedef struct
{
  const char *name;
  WaxsealExit exit;
} Outcome;

static const Outcome done = { "done", WAXSEAL_EXIT_FINE };
static const Outcome dry_run = { "dry-run", WAXSEAL_EXIT_FINE };
static const Outcome handed_over = { "handed-over", WAXSEAL_EXIT_ERRORS };
static const Outcome declined = { "declined", WAXSEAL_EXIT_FAILED };
static const Outcome failed = { "failed", WAXSEAL_EXIT_FAILED };

static void
flushed_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  SetupRun *run = user_data;
  g_autoptr (GError) error = NULL;

  if (!waxseal_organization_store_flush_finish (WAXSEAL_ORGANIZATION_STORE (store), result, &error))
    {
      waxseal_setup_printer_print_error (error);
      run->exit = WAXSEAL_EXIT_FAILED;
    }
  g_main_loop_quit (run->loop);
}

static void
end (SetupRun *run, const Outcome *outcome, const GError *error)
{
  if (error != NULL)
    waxseal_setup_printer_print_error (error);
  waxseal_setup_printer_print_result (outcome->name, run->organization, run->plan, error);
  run->exit = outcome->exit;
  waxseal_organization_store_flush_async (run->store, NULL, flushed_cb, run);
}

static void
end_handed_over (SetupRun *run)
{
  WaxsealEntraApp *app = waxseal_organization_get_entra_app (run->organization);
  g_autofree char *link =
    waxseal_consent_hand_over_build_link (waxseal_tenant_session_get_endpoints (run->session),
                                          waxseal_record_get_text (app, "tenant-id"),
                                          waxseal_record_get_text (app, "client-id"));
  g_autofree char *message = waxseal_consent_hand_over_build_message (run->organization, link);

  g_printerr ("\n%s\n", message);
  end (run, &handed_over, NULL);
}

static void
ran_cb (GObject *provision, GAsyncResult *result, gpointer user_data)
{
  SetupRun *run = user_data;
  g_autoptr (GError) error = NULL;

  if (!waxseal_provision_run_finish (WAXSEAL_PROVISION (provision), result, &error))
    end (run, &failed, error);
  else if (waxseal_provision_plan_hands_over (run->plan))
    end_handed_over (run);
  else
    end (run, &done, NULL);
}

static void
carry_out (SetupRun *run)
{
  waxseal_setup_printer_follow (run->plan);
  waxseal_provision_run_async (run->provision, run->plan, run->cancellable, ran_cb, run);
}

static void
answered_cb (GObject *stream, GAsyncResult *result, gpointer user_data)
{
  SetupRun *run = user_data;
  g_autofree char *line =
    g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (stream), result, NULL, NULL);

  /* Translators: the letter for “yes” on a terminal */
  if (line != NULL && g_ascii_strncasecmp (g_strstrip (line), C_ ("answer", "y"), 1) == 0)
    carry_out (run);
  else
    end (run, &declined, NULL);
}

/* Nothing is changed that nobody has agreed to; in practice there is nothing to lose. */
static void
ask (SetupRun *run)
{
  g_autoptr (GInputStream) input = NULL;
  g_autoptr (GDataInputStream) lines = NULL;

  if (run->options->yes || run->options->practice)
    {
      carry_out (run);
      return;
    }
  if (!isatty (STDIN_FILENO))
    {
      g_printerr ("%s\n", _ ("Nothing was changed. Add --yes to carry out the plan."));
      end (run, &declined, NULL);
      return;
    }
  g_printerr ("%s ", _ ("Carry it out? [y/N]"));
  input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  lines = g_data_input_stream_new (input);
  g_data_input_stream_read_line_async (
    lines, G_PRIORITY_DEFAULT, run->cancellable, answered_cb, run);
}

static gboolean
is_wanted (WaxsealRecord *app, const char *id)
{
  return g_ascii_strcasecmp (waxseal_record_get_text (app, "client-id"), id) == 0 ||
         g_ascii_strcasecmp (waxseal_record_get_text (app, "object-id"), id) == 0;
}

/* The application to work on: the one that was named, the organisation's own, the only one there
 * is, or NULL to create one; FALSE where it has to be chosen. */
static gboolean
choose_app (SetupRun *run, WaxsealTenantReview *review, WaxsealRegisteredApp **app)
{
  GListModel *apps = waxseal_tenant_review_get_apps (review);
  WaxsealRegisteredApp *own = waxseal_tenant_review_get_own_app (review);
  guint n = g_list_model_get_n_items (apps);

  *app = run->options->create && own != NULL ? g_object_ref (own) : NULL;
  if (run->options->create)
    return TRUE;
  for (guint i = 0; run->options->adopt != NULL && i < n; i++)
    {
      g_autoptr (WaxsealRecord) candidate = g_list_model_get_item (apps, i);

      if (is_wanted (candidate, run->options->adopt))
        *app = WAXSEAL_REGISTERED_APP (g_steal_pointer (&candidate));
    }
  if (run->options->adopt != NULL)
    return *app != NULL;
  if (own != NULL)
    *app = g_object_ref (own);
  else if (n == 1)
    *app = g_list_model_get_item (apps, 0);
  return *app != NULL || n == 0;
}

static char *
build_expires (SetupRun *run, WaxsealTenantReview *review, WaxsealRegisteredApp *app)
{
  const char *created = app != NULL ? waxseal_record_get_text (app, "created") : NULL;
  guint days = run->options->days;

  if (days == 0)
    days = waxseal_secret_lifetime_get_default (waxseal_tenant_review_get_policy (review), created);
  return waxseal_secret_lifetime_build_expires (days);
}

static void
plan (SetupRun *run, WaxsealTenantReview *review)
{
  g_autoptr (WaxsealRegisteredApp) app = NULL;
  g_autofree char *expires = NULL;
  g_autoptr (GError) error = NULL;

  if (!choose_app (run, review, &app))
    {
      error = waxseal_remedy_new_error (WAXSEAL_ERROR_SEVERAL_APPS, NULL);
      waxseal_setup_printer_print_apps (waxseal_tenant_review_get_apps (review));
      end (run, &failed, error);
      return;
    }
  expires = build_expires (run, review, app);
  run->plan =
    run->options->create
      ? waxseal_provision_plan_new_for_another (run->organization, review, expires, &error)
      : waxseal_provision_plan_new (run->organization, review, app, expires, &error);
  if (run->plan == NULL)
    {
      end (run, &failed, error);
      return;
    }
  waxseal_setup_printer_print_plan (run->plan);
  if (run->options->dry_run)
    end (run, &dry_run, NULL);
  else
    ask (run);
}

static void
reviewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SetupRun *run = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealTenantReview) review = waxseal_tenant_review_finish (result, &error);

  if (review == NULL)
    end (run, &failed, error);
  else
    plan (run, review);
}

static void
review (SetupRun *run)
{
  waxseal_tenant_review_async (run->session, run->cancellable, reviewed_cb, run);
}

static void
orphans_removed_cb (GObject *provision, GAsyncResult *result, gpointer user_data)
{
  SetupRun *run = user_data;
  g_autoptr (GError) error = NULL;

  if (waxseal_provision_remove_orphans_finish (WAXSEAL_PROVISION (provision), result, &error))
    review (run);
  else
    end (run, &failed, error);
}

static void
person_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  /* The sign-in itself tells how it ended; this is why it did not even come to that. */
  if (!waxseal_practice_person_finish (result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    waxseal_setup_printer_print_error (error);
}

static void
device_code_cb (SetupRun *run, WaxsealDeviceCode *code)
{
  waxseal_setup_printer_print_code (code);
  if (run->practice_base != NULL)
    waxseal_practice_person_enter_code_async (run->options->person,
                                              waxseal_device_code_get_verification_uri (code),
                                              waxseal_device_code_get_user_code (code),
                                              run->cancellable,
                                              person_done_cb,
                                              NULL);
}

static void
open_link_cb (SetupRun *run, const char *uri)
{
  waxseal_setup_printer_print_link (uri);
  if (run->practice_base != NULL)
    waxseal_practice_person_follow_link_async (
      run->options->person, uri, run->cancellable, person_done_cb, NULL);
}

static void
start_session (SetupRun *run)
{
  WaxsealAccount *account = waxseal_tenant_session_get_account (run->session);

  waxseal_tenant_session_set_way (run->session,
                                  run->options->browser ? WAXSEAL_SIGN_IN_BROWSER
                                                        : WAXSEAL_SIGN_IN_CODE);
  g_signal_connect_swapped (account, "device-code", G_CALLBACK (device_code_cb), run);
  g_signal_connect_swapped (account, "open-link", G_CALLBACK (open_link_cb), run);
  run->provision = waxseal_provision_new (run->session);
  if (run->options->remove_orphans && !run->options->dry_run)
    waxseal_provision_remove_orphans_async (run->provision,
                                            run->cancellable,
                                            orphans_removed_cb,
                                            run);
  else
    review (run);
}

static void
opened_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  SetupRun *run = user_data;
  g_autoptr (GError) error = NULL;

  run->organization =
    waxseal_setup_organization_open_finish (WAXSEAL_ORGANIZATION_STORE (store), result, &error);
  if (run->organization != NULL)
    run->session =
      waxseal_tenant_session_new (run->organization, run->store, run->practice_base, &error);
  if (run->session != NULL)
    start_session (run);
  else
    end (run, &failed, error);
}

static gboolean
interrupted_cb (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_CONTINUE;
}

/**
 * waxseal_setup_run:
 * @practice_base: (nullable): the address of the practice tenant
 *
 * Does the whole job, and returns when it is over or was interrupted from the terminal.
 *
 * Returns: how it ended
 */
WaxsealExit
waxseal_setup_run (const WaxsealSetupOptions *options, const char *practice_base)
{
  g_auto (SetupRun) run = { .options = options, .practice_base = practice_base };
  guint interrupts;

  run.loop = g_main_loop_new (NULL, FALSE);
  run.cancellable = g_cancellable_new ();
  run.store = waxseal_organization_store_new (NULL);
  interrupts = g_unix_signal_add (SIGINT, interrupted_cb, run.cancellable);
  waxseal_setup_organization_open_async (run.store, options, run.cancellable, opened_cb, &run);
  g_main_loop_run (run.loop);
  g_source_remove (interrupts);
  return run.exit;
}
