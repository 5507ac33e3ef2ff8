/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waxseal-hand-over.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-date.h"
#include "waxseal-error.h"
#include "waxseal-hand-over-content.h"
#include "waxseal-json-guard.h"
#include "waxseal-json.h"
#include "waxseal-organization-file.h"
#include "waxseal-record-json.h"
#include "waxseal-slug.h"

/* What "kind" says, so that no other JSON is taken for one. */
#define KIND "waxseal-hand-over"

/**
 * WaxsealHandOver:
 *
 * A set-up on its way to another administrator, as one file: the organisation without what is
 * personal or means nothing elsewhere, who made it, when, and with which Waxseal.
 */
struct _WaxsealHandOver
{
  WaxsealRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealHandOver, waxseal_hand_over, WAXSEAL_TYPE_RECORD)

static void
waxseal_hand_over_class_init (WaxsealHandOverClass *klass)
{
  waxseal_record_class_install (klass,
                                waxseal_record_text_pspec ("kind"),
                                waxseal_record_number_pspec ("format", WAXSEAL_HAND_OVER_FORMAT),
                                waxseal_record_text_pspec ("made-by"),
                                waxseal_record_text_pspec ("made-on"),
                                waxseal_record_text_pspec ("made-with"),
                                waxseal_record_child_pspec ("organization",
                                                            WAXSEAL_TYPE_ORGANIZATION),
                                NULL);
}

static void
waxseal_hand_over_init (WaxsealHandOver *self)
{
}

/**
 * waxseal_hand_over_new:
 * @organization: not one of a newer Waxseal
 * @by: who hands it over, as they call themselves
 *
 * Returns: (transfer full): what waxseal_record_serialize() makes a file of.
 */
WaxsealHandOver *
waxseal_hand_over_new (WaxsealOrganization *organization, const char *by)
{
  WaxsealHandOver *self = g_object_new (WAXSEAL_TYPE_HAND_OVER, "kind", KIND, NULL);
  g_autoptr (JsonObject) content = waxseal_record_to_json (WAXSEAL_RECORD (organization));
  g_autofree char *now = waxseal_date_now ();

  g_return_val_if_fail (!waxseal_organization_get_read_only (organization), self);

  g_object_set (self, "made-by", by, "made-on", now, "made-with", PACKAGE_VERSION, NULL);
  waxseal_record_from_json (WAXSEAL_RECORD (waxseal_hand_over_get_organization (self)),
                            content,
                            NULL);
  waxseal_hand_over_content_strip (waxseal_hand_over_get_organization (self));
  return self;
}

/** waxseal_hand_over_get_organization: Returns: (transfer none): as the file has it. */
WaxsealOrganization *
waxseal_hand_over_get_organization (WaxsealHandOver *self)
{
  return waxseal_record_get_child (self, "organization");
}

static WaxsealHandOver *
refuse (GError **error, WaxsealError code, const char *message)
{
  g_set_error_literal (error, WAXSEAL_ERROR, code, message);
  return NULL;
}

/* What is wrong with it, and below it where. */
static WaxsealHandOver *
refuse_damaged (GError **error, GError *cause)
{
  g_set_error_literal (error,
                       WAXSEAL_ERROR,
                       WAXSEAL_ERROR_FILE_DAMAGED,
                       _ ("This hand-over file is damaged. Ask whoever made it to make it again."));
  if (error != NULL)
    waxseal_error_set_details (*error, cause->message);
  g_error_free (cause);
  return NULL;
}

static WaxsealHandOver *
refuse_newer (GError **error, const char *made_with)
{
  g_autofree char *clean = g_utf8_substring (made_with, 0, MIN (g_utf8_strlen (made_with, -1), 20));
  g_autofree char *message =
    /* Translators: %s is a version of Waxseal */
    g_strdup_printf (_ ("A newer version of Waxseal (%s) made this hand-over file, and this one "
                        "cannot read it. Update Waxseal, then open it again."),
                     *clean != '\0' ? clean : "?");

  return refuse (error, WAXSEAL_ERROR_FILE_NEWER, message);
}

/* A set-up file of Waxseal's own has this, and no kind. */
static gboolean
is_set_up (JsonObject *object)
{
  return *waxseal_json_get_text (object, "kind") == '\0' &&
         json_object_has_member (object, "format") && json_object_has_member (object, "entra-app");
}

static gboolean
is_newer (JsonObject *object)
{
  JsonObject *organization = waxseal_json_get_object (object, "organization");

  return waxseal_json_get_number (object, "format", 0) > WAXSEAL_HAND_OVER_FORMAT ||
         waxseal_json_get_number (organization, "format", 0) > WAXSEAL_ORGANIZATION_FORMAT;
}

/* Says what else it is. */
static WaxsealHandOver *
refuse_stranger (GError **error, JsonObject *object)
{
  if (object != NULL && is_set_up (object))
    return refuse (error,
                   WAXSEAL_ERROR_FILE_DAMAGED,
                   _ (
                     "This is a set-up file that Waxseal keeps for itself. On the computer that it "
                     "is from, use Hand Over to make a file that can be opened elsewhere."));
  return refuse (error,
                 WAXSEAL_ERROR_FILE_DAMAGED,
                 _ ("This is not a hand-over file of Waxseal. Choose the file that another "
                    "administrator made with Hand Over; its name ends in “.waxseal”."));
}

/**
 * waxseal_hand_over_parse:
 *
 * Any bytes may be given. A file of a newer format is refused, since what it cannot show it would
 * lose.
 *
 * Returns: (transfer full): the hand-over, or %NULL with %WAXSEAL_ERROR_FILE_DAMAGED (it is
 *   something else, or its details name line and column, or the member) or
 *   %WAXSEAL_ERROR_FILE_NEWER.
 */
WaxsealHandOver *
waxseal_hand_over_parse (GBytes *bytes, GError **error)
{
  g_autoptr (WaxsealHandOver) self = g_object_new (WAXSEAL_TYPE_HAND_OVER, NULL);
  g_autoptr (JsonNode) root = NULL;
  GError *cause = NULL;
  JsonObject *object;
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  if (size == 0 || size > WAXSEAL_ORGANIZATION_FILE_MAX_SIZE)
    return refuse_stranger (error, NULL);
  root = waxseal_json_parse (text, size, &cause);
  if (root == NULL)
    return refuse_damaged (error, cause);
  object = waxseal_json_node_get_object (root);
  if (g_strcmp0 (waxseal_json_get_text (object, "kind"), KIND) != 0)
    return refuse_stranger (error, object);
  if (is_newer (object))
    return refuse_newer (error, waxseal_json_get_text (object, "made-with"));
  if (waxseal_json_get_object (object, "organization") == NULL)
    return refuse_damaged (error,
                           g_error_new_literal (WAXSEAL_ERROR,
                                                WAXSEAL_ERROR_FILE_DAMAGED,
                                                _ ("organization: missing")));
  if (!waxseal_record_from_json (WAXSEAL_RECORD (self), object, &cause))
    return refuse_damaged (error, cause);
  return g_steal_pointer (&self);
}

/**
 * waxseal_hand_over_open:
 * @name: what the administrator here calls it
 *
 * Nothing that the file says was read back here, so what was verified there is declared here, and
 * "origin" tells on whose word.
 *
 * Returns: (transfer full): an organisation of its own, for the store.
 */
WaxsealOrganization *
waxseal_hand_over_open (WaxsealHandOver *self, const char *name)
{
  WaxsealOrganization *organization =
    waxseal_record_copy (waxseal_hand_over_get_organization (self));
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *now = waxseal_date_now ();

  waxseal_hand_over_content_strip (organization);
  waxseal_hand_over_content_declare (organization);
  g_object_set (organization, "id", id, "name", name, NULL);
  g_object_set (organization, "format", WAXSEAL_ORGANIZATION_FORMAT, NULL);
  g_object_set (waxseal_record_get_child (organization, "origin"),
                "handed-over-by",
                waxseal_record_get_text (self, "made-by"),
                "handed-over-on",
                waxseal_record_get_text (self, "made-on"),
                "opened-on",
                now,
                NULL);
  return organization;
}

/** waxseal_hand_over_dup_file_name: Returns: (transfer full): such as “contoso.waxseal”. */
char *
waxseal_hand_over_dup_file_name (WaxsealOrganization *organization)
{
  g_autofree char *name = waxseal_slug_new (waxseal_organization_get_name (organization), "");

  return g_strconcat (*name != '\0' ? name : "organization", WAXSEAL_HAND_OVER_SUFFIX, NULL);
}

/** waxseal_hand_over_has_suffix: Returns: whether a file of that name is a hand-over file. */
gboolean
waxseal_hand_over_has_suffix (const char *file_name)
{
  gsize length = strlen (file_name), suffix = strlen (WAXSEAL_HAND_OVER_SUFFIX);

  return length > suffix &&
         g_ascii_strcasecmp (file_name + length - suffix, WAXSEAL_HAND_OVER_SUFFIX) == 0;
}
