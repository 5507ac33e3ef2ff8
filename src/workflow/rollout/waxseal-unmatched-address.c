/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-unmatched-address.h"

#include <glib/gi18n.h>

struct _WaxsealUnmatchedAddress
{
  GObject parent_instance;
  WaxsealUnmatchedReason reason;
  char *address;
  char *name;
};

G_DEFINE_FINAL_TYPE (WaxsealUnmatchedAddress, waxseal_unmatched_address, G_TYPE_OBJECT)

enum
{
  PROP_ADDRESS = 1,
  PROP_NAME,
  PROP_MESSAGE,
  N_PROPS,
};

/* microsoft.md, 3.1: a mailbox is needed, and a group with an address. */
static const char *const texts[] = {
  [WAXSEAL_UNMATCHED_NOBODY] =
    N_ ("Nobody and no group in the organization has this address. Check how it is written"),
  [WAXSEAL_UNMATCHED_GUEST] = N_ ("%s is a guest, and has no mailbox in this organization"),
  [WAXSEAL_UNMATCHED_DISABLED] = N_ ("The account of %s is disabled"),
  [WAXSEAL_UNMATCHED_NO_MAILBOX] =
    N_ ("%s has no e-mail address in the directory, so there is no mailbox for the add-in"),
  [WAXSEAL_UNMATCHED_GROUP_WITHOUT_MAIL] =
    N_ ("%s is a group without an e-mail address. Choose a group that has one, or name its people"),
  [WAXSEAL_UNMATCHED_SEVERAL] =
    N_ ("Several accounts have this address. Search for the person by name"),
  [WAXSEAL_UNMATCHED_SAME] = N_ ("This is another address of %s, who is in the list already"),
};

static void
waxseal_unmatched_address_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  WaxsealUnmatchedAddress *self = WAXSEAL_UNMATCHED_ADDRESS (object);

  switch (id)
    {
    case PROP_ADDRESS:
      g_value_set_string (value, self->address);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_MESSAGE:
      g_value_take_string (value, waxseal_unmatched_address_dup_message (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
waxseal_unmatched_address_finalize (GObject *object)
{
  WaxsealUnmatchedAddress *self = WAXSEAL_UNMATCHED_ADDRESS (object);

  g_free (self->address);
  g_free (self->name);
  G_OBJECT_CLASS (waxseal_unmatched_address_parent_class)->finalize (object);
}

static void
waxseal_unmatched_address_class_init (WaxsealUnmatchedAddressClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamSpec *properties[N_PROPS] = { NULL };

  object_class->get_property = waxseal_unmatched_address_get_property;
  object_class->finalize = waxseal_unmatched_address_finalize;

  properties[PROP_ADDRESS] = g_param_spec_string ("address", NULL, NULL, "", flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
waxseal_unmatched_address_init (WaxsealUnmatchedAddress *self)
{
}

/**
 * waxseal_unmatched_address_new:
 * @address: as it was typed
 * @name: (nullable): of what comes closest
 *
 * Returns: (transfer full): the address
 */
WaxsealUnmatchedAddress *
waxseal_unmatched_address_new (WaxsealUnmatchedReason reason, const char *address, const char *name)
{
  WaxsealUnmatchedAddress *self = g_object_new (WAXSEAL_TYPE_UNMATCHED_ADDRESS, NULL);

  self->reason = reason;
  self->address = g_strdup (address);
  self->name = g_strdup (name != NULL ? name : "");
  return self;
}

/** waxseal_unmatched_address_get_reason: Returns: why. */
WaxsealUnmatchedReason
waxseal_unmatched_address_get_reason (WaxsealUnmatchedAddress *self)
{
  return self->reason;
}

/** waxseal_unmatched_address_get_address: Returns: (transfer none): as it was typed. */
const char *
waxseal_unmatched_address_get_address (WaxsealUnmatchedAddress *self)
{
  return self->address;
}

/** waxseal_unmatched_address_get_name: Returns: (transfer none): of what comes closest, or "". */
const char *
waxseal_unmatched_address_get_name (WaxsealUnmatchedAddress *self)
{
  return self->name;
}

/** waxseal_unmatched_address_dup_message: Returns: (transfer full): why, and what to do,
 * translated. */
char *
waxseal_unmatched_address_dup_message (WaxsealUnmatchedAddress *self)
{
  g_auto (GStrv) halves = g_strsplit (_ (texts[self->reason]), "%s", 2);

  return g_strjoinv (*self->name != '\0' ? self->name : self->address, halves);
}
