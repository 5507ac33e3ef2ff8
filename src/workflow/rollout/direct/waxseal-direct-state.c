/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-direct-state.h"

#include <glib/gi18n.h>

#include "waxseal-json.h"
#include "waxseal-phase-audience.h"

#define EVERYONE "Everyone"
#define SPECIFIC "SpecificUsers"

/* Inferred from what the cmdlet says of each (microsoft.md, 3.2): similar to the portal's methods,
 * not the same. */
static const char *const default_states[] = {
  [WAXSEAL_DEPLOYMENT_METHOD_FIXED] = "AlwaysEnabled",
  [WAXSEAL_DEPLOYMENT_METHOD_AVAILABLE] = "Disabled",
  [WAXSEAL_DEPLOYMENT_METHOD_OPTIONAL] = "Enabled",
};

/** waxseal_direct_state_new: Returns: (transfer full): an add-in that is on, for nobody. */
WaxsealDirectState *
waxseal_direct_state_new (const char *app_id)
{
  WaxsealDirectState *self = g_new0 (WaxsealDirectState, 1);

  self->app_id = g_ascii_strdown (app_id, -1);
  self->version = g_strdup ("");
  self->enabled = TRUE;
  self->default_state = g_strdup (default_states[WAXSEAL_DEPLOYMENT_METHOD_FIXED]);
  waxseal_direct_state_set_audience (self, FALSE, NULL);
  return self;
}

/* As it is written here, whatever the case that Exchange writes it in. */
static char *
spell (const char *text)
{
  static const char *const words[] = { EVERYONE, SPECIFIC, "AlwaysEnabled", "Disabled", "Enabled" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (words[i], text) == 0)
      return g_strdup (words[i]);
  return g_strdup (text);
}

/** waxseal_direct_state_copy: Returns: (transfer full): the same once more. */
WaxsealDirectState *
waxseal_direct_state_copy (const WaxsealDirectState *self)
{
  WaxsealDirectState *copy = g_new0 (WaxsealDirectState, 1);

  copy->app_id = g_strdup (self->app_id);
  copy->version = g_strdup (self->version);
  copy->enabled = self->enabled;
  copy->provided_to = g_strdup (self->provided_to);
  copy->users = g_strdupv (self->users);
  copy->default_state = g_strdup (self->default_state);
  return copy;
}

/** waxseal_direct_state_free: @self: (transfer full): no longer needed */
void
waxseal_direct_state_free (WaxsealDirectState *self)
{
  g_free (self->app_id);
  g_free (self->version);
  g_free (self->provided_to);
  g_strfreev (self->users);
  g_free (self->default_state);
  g_free (self);
}

/**
 * waxseal_direct_state_read:
 * @app: (nullable): as Get-App gives it
 *
 * Returns: (transfer full) (nullable): what it says
 */
WaxsealDirectState *
waxseal_direct_state_read (JsonObject *app)
{
  WaxsealDirectState *self;
  g_auto (GStrv) users = NULL;

  if (app == NULL)
    return NULL;
  users = waxseal_json_array_dup_texts (waxseal_json_get_array (app, "UserList"));
  self = g_new0 (WaxsealDirectState, 1);
  self->app_id = g_ascii_strdown (waxseal_json_get_text (app, "AppId"), -1);
  self->version = g_strdup (waxseal_json_get_text (app, "AppVersion"));
  self->enabled = waxseal_json_get_flag (app, "Enabled");
  self->provided_to = spell (waxseal_json_get_text (app, "ProvidedTo"));
  self->users = waxseal_addresses_sort (
    waxseal_direct_state_is_for_everyone (self) ? NULL : (const char *const *) users);
  self->default_state = spell (waxseal_json_get_text (app, "DefaultStateForUser"));
  return self;
}

/** waxseal_direct_state_find: Returns: (transfer none) (nullable): the one of @apps that has the
 * Id. */
JsonObject *
waxseal_direct_state_find (JsonArray *apps, const char *app_id)
{
  for (guint i = 0; i < json_array_get_length (apps); i++)
    {
      JsonObject *app = waxseal_json_array_get_object (apps, i);

      if (g_ascii_strcasecmp (waxseal_json_get_text (app, "AppId"), app_id) == 0)
        return app;
    }
  return NULL;
}

/** waxseal_direct_state_set_audience: @users: (nullable): ignored for everyone */
void
waxseal_direct_state_set_audience (WaxsealDirectState *self,
                                   gboolean everyone,
                                   const char *const *users)
{
  g_free (self->provided_to);
  g_strfreev (self->users);
  self->provided_to = g_strdup (everyone ? EVERYONE : SPECIFIC);
  self->users = waxseal_addresses_sort (everyone ? NULL : users);
}

/** waxseal_direct_state_is_for_everyone: Returns: whether it is. */
gboolean
waxseal_direct_state_is_for_everyone (const WaxsealDirectState *self)
{
  return g_str_equal (self->provided_to, EVERYONE);
}

/** waxseal_direct_state_describe_audience: Returns: (transfer full): “everyone”, or “40 people”,
 * translated. */
char *
waxseal_direct_state_describe_audience (const WaxsealDirectState *self)
{
  guint n = g_strv_length (self->users);

  if (waxseal_direct_state_is_for_everyone (self))
    return g_strdup (_ ("everyone"));
  return g_strdup_printf (ngettext ("%u person", "%u people", n), n);
}

static gboolean
has_same_audience (const WaxsealDirectState *a, const WaxsealDirectState *b)
{
  return g_str_equal (a->provided_to, b->provided_to) &&
         g_strv_equal ((const char *const *) a->users, (const char *const *) b->users);
}

/**
 * waxseal_direct_state_matches:
 * @self: (nullable): a state, %NULL for none
 * @other: (nullable): likewise
 *
 * Returns: whether both are there or none, and if they are, with the same Id and the same @aspects
 */
gboolean
waxseal_direct_state_matches (const WaxsealDirectState *self,
                              const WaxsealDirectState *other,
                              WaxsealDirectAspects aspects)
{
  if (self == NULL || other == NULL)
    return self == other;
  return g_str_equal (self->app_id, other->app_id) &&
         (!(aspects & WAXSEAL_DIRECT_ENABLED) || self->enabled == other->enabled) &&
         (!(aspects & WAXSEAL_DIRECT_AUDIENCE) || has_same_audience (self, other)) &&
         (!(aspects & WAXSEAL_DIRECT_METHOD) ||
          g_str_equal (self->default_state, other->default_state)) &&
         (!(aspects & WAXSEAL_DIRECT_VERSION) || g_str_equal (self->version, other->version));
}

/* As the journal has it: which aspects they are, and a hash of them. */
static char *
hash (const WaxsealDirectState *self, WaxsealDirectAspects aspects)
{
  g_autoptr (GString) text = g_string_new (self->app_id);
  g_autofree char *sum = NULL;

  if (aspects & WAXSEAL_DIRECT_ENABLED)
    g_string_append_printf (text, "\nenabled %d", self->enabled);
  if (aspects & WAXSEAL_DIRECT_AUDIENCE)
    {
      g_autofree char *users = g_strjoinv ("\n", self->users);

      g_string_append_printf (text, "\nfor %s\n%s", self->provided_to, users);
    }
  if (aspects & WAXSEAL_DIRECT_METHOD)
    g_string_append_printf (text, "\nstate %s", self->default_state);
  if (aspects & WAXSEAL_DIRECT_VERSION)
    g_string_append_printf (text, "\nversion %s", self->version);
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, text->len);
  return g_strdup_printf ("%x-%.32s", aspects, sum);
}

/**
 * waxseal_direct_state_dup_digest:
 * @self: (nullable): a state, %NULL for none
 *
 * Returns: (transfer full): a short text that other states do not have, for the journal
 */
char *
waxseal_direct_state_dup_digest (const WaxsealDirectState *self, WaxsealDirectAspects aspects)
{
  return self != NULL ? hash (self, aspects) : g_strdup ("none");
}

/** waxseal_direct_state_has_digest: Returns: whether @digest was made of such a state, in the
 * aspects that it was made of. */
gboolean
waxseal_direct_state_has_digest (const WaxsealDirectState *self, const char *digest)
{
  guint aspects = g_ascii_strtoull (digest, NULL, 16);
  g_autofree char *own = waxseal_direct_state_dup_digest (self, aspects & WAXSEAL_DIRECT_ALL);

  return g_str_equal (own, digest);
}

/** waxseal_direct_state_for_method: Returns: (transfer none): DefaultStateForUser. */
const char *
waxseal_direct_state_for_method (WaxsealDeploymentMethod method)
{
  return default_states[method];
}
