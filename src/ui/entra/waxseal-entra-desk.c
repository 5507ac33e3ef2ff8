/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-entra-desk-private.h"

enum
{
  CHANGED,
  SESSION_CHANGED,
  SHOW_SECRETS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaxsealEntraDesk, waxseal_entra_desk, G_TYPE_OBJECT)

static void
changed (WaxsealEntraDesk *self)
{
  if (!self->closed)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* Says so to the widgets. */
void
waxseal_entra_desk_set_stage (WaxsealEntraDesk *self, WaxsealEntraStage stage)
{
  self->stage = stage;
  changed (self);
}

/* Whoever goes another way is not taken on by a consent that comes later. */
void
waxseal_entra_desk_stop_watch (WaxsealEntraDesk *self)
{
  g_cancellable_cancel (self->watch_cancellable);
  g_clear_object (&self->watch_cancellable);
  g_clear_object (&self->watch);
  self->resumes_yet = FALSE;
}

void
waxseal_entra_desk_set_session (WaxsealEntraDesk *self, WaxsealTenantSession *session)
{
  g_set_object (&self->session, session);
  g_clear_object (&self->provision);
  self->provision = waxseal_provision_new (session);
}

/** waxseal_entra_desk_is_busy: Returns: whether something is under way. */
gboolean
waxseal_entra_desk_is_busy (WaxsealEntraDesk *self)
{
  return self->busy;
}

/**
 * waxseal_entra_desk_hold:
 *
 * Nothing else can be started until waxseal_entra_desk_release().
 *
 * Returns: (transfer none) (nullable): what the user cancels it by; %NULL where it may not be done
 */
GCancellable *
waxseal_entra_desk_hold (WaxsealEntraDesk *self)
{
  if (self->busy)
    return NULL;
  self->busy = TRUE;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  changed (self);
  return self->cancellable;
}

/** waxseal_entra_desk_release: What a widget held the desk for is over. */
void
waxseal_entra_desk_release (WaxsealEntraDesk *self)
{
  gboolean resumes = self->resumes_yet && self->plan != NULL;

  self->busy = FALSE;
  self->resumes_yet = FALSE;
  if (resumes)
    waxseal_entra_desk_resume (self);
  else
    changed (self);
}

/** waxseal_entra_desk_show_secrets: Some of them have to be removed before it goes on. */
void
waxseal_entra_desk_show_secrets (WaxsealEntraDesk *self)
{
  g_signal_emit (self, signals[SHOW_SECRETS], 0);
}

/** waxseal_entra_desk_get_organization: Returns: (transfer none): whose job it is. */
WaxsealOrganization *
waxseal_entra_desk_get_organization (WaxsealEntraDesk *self)
{
  return waxseal_tenant_session_get_organization (self->session);
}

/** waxseal_entra_desk_get_session: Returns: (transfer none): the session of the job. */
WaxsealTenantSession *
waxseal_entra_desk_get_session (WaxsealEntraDesk *self)
{
  return self->session;
}

/** waxseal_entra_desk_needs_client: Returns: whether a public client to sign in with is missing;
 * the practice tenant has one. */
gboolean
waxseal_entra_desk_needs_client (WaxsealEntraDesk *self)
{
  WaxsealOrganization *organization = waxseal_entra_desk_get_organization (self);
  gpointer settings = waxseal_record_get_child (organization, "sign-in");

  return !waxseal_organization_get_practice (organization) &&
         *waxseal_record_get_text (settings, "client-id") == '\0';
}

/** waxseal_entra_desk_get_copies_link: Returns: whether the link of a sign-in by the browser is
 * copied, instead of being opened. */
gboolean
waxseal_entra_desk_get_copies_link (WaxsealEntraDesk *self)
{
  return self->copies_link;
}

void
waxseal_entra_desk_set_copies_link (WaxsealEntraDesk *self, gboolean copies_link)
{
  self->copies_link = copies_link;
}

/** waxseal_entra_desk_get_stage: Returns: how far it is. */
WaxsealEntraStage
waxseal_entra_desk_get_stage (WaxsealEntraDesk *self)
{
  return self->stage;
}

/** waxseal_entra_desk_get_review: Returns: (transfer none) (nullable): what was found last. */
WaxsealTenantReview *
waxseal_entra_desk_get_review (WaxsealEntraDesk *self)
{
  return self->review;
}

/** waxseal_entra_desk_get_plan: Returns: (transfer none) (nullable): what is shown, or was done. */
WaxsealProvisionPlan *
waxseal_entra_desk_get_plan (WaxsealEntraDesk *self)
{
  return self->plan;
}

/** waxseal_entra_desk_get_error: Returns: (transfer none) (nullable): how the last thing failed. */
const GError *
waxseal_entra_desk_get_error (WaxsealEntraDesk *self)
{
  return self->error;
}

/** waxseal_entra_desk_is_handed_over: Returns: whether somebody else's consent is waited for. */
gboolean
waxseal_entra_desk_is_handed_over (WaxsealEntraDesk *self)
{
  return self->watch != NULL && self->stage == WAXSEAL_ENTRA_STAGE_ENDED;
}

/** waxseal_entra_desk_get_watch: Returns: (transfer none) (nullable): looks for the consent. */
WaxsealConsentWatch *
waxseal_entra_desk_get_watch (WaxsealEntraDesk *self)
{
  return self->watch;
}

/** waxseal_entra_desk_close: Stops everything, and says nothing any more. */
void
waxseal_entra_desk_close (WaxsealEntraDesk *self)
{
  self->closed = TRUE;
  self->resuming = FALSE;
  waxseal_entra_desk_stop_watch (self);
  g_cancellable_cancel (self->cancellable);
}

static void
waxseal_entra_desk_dispose (GObject *object)
{
  WaxsealEntraDesk *self = WAXSEAL_ENTRA_DESK (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->watch_cancellable);
  g_clear_object (&self->store);
  g_clear_object (&self->plan);
  g_clear_object (&self->adopt);
  g_clear_object (&self->review);
  g_clear_object (&self->provision);
  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (waxseal_entra_desk_parent_class)->dispose (object);
}

static void
waxseal_entra_desk_finalize (GObject *object)
{
  WaxsealEntraDesk *self = WAXSEAL_ENTRA_DESK (object);

  g_clear_error (&self->error);
  g_free (self->expires);
  g_free (self->practice_base);
  G_OBJECT_CLASS (waxseal_entra_desk_parent_class)->finalize (object);
}

static guint
install (WaxsealEntraDeskClass *klass, const char *signal)
{
  return g_signal_new (
    signal, G_OBJECT_CLASS_TYPE (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
waxseal_entra_desk_class_init (WaxsealEntraDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = waxseal_entra_desk_dispose;
  object_class->finalize = waxseal_entra_desk_finalize;

  /** WaxsealEntraDesk::changed: */
  signals[CHANGED] = install (klass, "changed");
  /** WaxsealEntraDesk::session-changed: */
  signals[SESSION_CHANGED] = install (klass, "session-changed");
  /** WaxsealEntraDesk::show-secrets: */
  signals[SHOW_SECRETS] = install (klass, "show-secrets");
}

static void
waxseal_entra_desk_init (WaxsealEntraDesk *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * waxseal_entra_desk_new:
 * @practice_base: (nullable): the practice tenant's address, for an organisation that lives there
 * @error: as of waxseal_tenant_session_new()
 *
 * Returns: (transfer full) (nullable): a desk at which nobody has signed in
 */
WaxsealEntraDesk *
waxseal_entra_desk_new (WaxsealOrganization *organization,
                        WaxsealOrganizationStore *store,
                        const char *practice_base,
                        GError **error)
{
  g_autoptr (WaxsealTenantSession) session =
    waxseal_tenant_session_new (organization, store, practice_base, error);
  WaxsealEntraDesk *self;

  if (session == NULL)
    return NULL;
  self = g_object_new (WAXSEAL_TYPE_ENTRA_DESK, NULL);
  self->store = g_object_ref (store);
  self->practice_base = g_strdup (practice_base);
  waxseal_entra_desk_set_session (self, session);
  return self;
}
