/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-audience-candidate.h"

#include "waxseal-json.h"

/** waxseal_audience_candidate_new: Returns: (transfer full): @address, of whom nothing is known. */
WaxsealAudienceCandidate *
waxseal_audience_candidate_new (const char *address)
{
  WaxsealAudienceCandidate *self = g_new0 (WaxsealAudienceCandidate, 1);

  self->address = g_strdup (address);
  return self;
}

static void
clear_found (WaxsealAudienceCandidate *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->mail, g_free);
}

/** waxseal_audience_candidate_free: @self: (transfer full): no longer needed */
void
waxseal_audience_candidate_free (WaxsealAudienceCandidate *self)
{
  clear_found (self);
  g_free (self->address);
  g_free (self);
}

static gboolean
is_false (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN &&
         !json_node_get_boolean (node);
}

/* Whether @object can be named for a phase (microsoft.md, 3.1); otherwise @reason is why not. */
static gboolean
judge (WaxsealRecipientKind kind, JsonObject *object, WaxsealUnmatchedReason *reason)
{
  gboolean has_mail = *waxseal_json_get_text (object, "mail") != '\0';

  *reason = WAXSEAL_UNMATCHED_GROUP_WITHOUT_MAIL;
  if (kind == WAXSEAL_RECIPIENT_KIND_GROUP)
    return has_mail && !is_false (object, "mailEnabled");
  *reason = WAXSEAL_UNMATCHED_GUEST;
  if (g_str_equal (waxseal_json_get_text (object, "userType"), "Guest"))
    return FALSE;
  *reason = WAXSEAL_UNMATCHED_DISABLED;
  if (is_false (object, "accountEnabled"))
    return FALSE;
  *reason = WAXSEAL_UNMATCHED_NO_MAILBOX;
  return has_mail;
}

/**
 * waxseal_audience_candidate_take_found:
 * @object: a user or group as Graph describes it
 *
 * Something has the address. One that can be named takes the place of one that cannot; of two that
 * can, nobody knows which is meant.
 */
void
waxseal_audience_candidate_take_found (WaxsealAudienceCandidate *self,
                                       WaxsealRecipientKind kind,
                                       JsonObject *object)
{
  const char *id = waxseal_json_get_text (object, "id");
  WaxsealUnmatchedReason reason;
  gboolean is_good = judge (kind, object, &reason);

  if (*id == '\0' || g_strcmp0 (self->id, id) == 0)
    return;
  if (self->id != NULL && self->reason == WAXSEAL_UNMATCHED_SEVERAL)
    return;
  if (self->id != NULL && self->is_good && is_good)
    {
      self->is_good = FALSE;
      self->reason = WAXSEAL_UNMATCHED_SEVERAL;
      return;
    }
  if (self->id != NULL && !is_good)
    return;
  clear_found (self);
  self->id = g_strdup (id);
  self->name = g_strdup (waxseal_json_get_text (object, "displayName"));
  self->mail = g_strdup (waxseal_json_get_text (object, "mail"));
  self->kind = kind;
  self->is_good = is_good;
  self->reason = is_good ? WAXSEAL_UNMATCHED_NOBODY : reason;
}

/** waxseal_audience_candidate_build: Returns: (transfer full): who it is, as read on @date. */
WaxsealRecipient *
waxseal_audience_candidate_build (const WaxsealAudienceCandidate *self, const char *date)
{
  return g_object_new (WAXSEAL_TYPE_RECIPIENT,
                       "kind",
                       self->kind,
                       "name",
                       self->name,
                       "address",
                       self->mail,
                       "object-id",
                       self->id,
                       "matched-on",
                       date,
                       NULL);
}
