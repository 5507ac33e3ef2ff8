/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-pasted-address.h"

/* Longer words are no addresses, and are not shown in full. */
#define MAX_TEXT 200

struct _WaxsealPastedAddress
{
  GObject parent_instance;
  WaxsealAddressVerdict verdict;
  guint line;
  char *text;
  char *address;
};

G_DEFINE_FINAL_TYPE (WaxsealPastedAddress, waxseal_pasted_address, G_TYPE_OBJECT)

enum
{
  PROP_LINE = 1,
  PROP_TEXT,
  PROP_ADDRESS,
  PROP_MESSAGE,
  N_PROPS,
};

static void
waxseal_pasted_address_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  WaxsealPastedAddress *self = WAXSEAL_PASTED_ADDRESS (object);

  switch (id)
    {
    case PROP_LINE:
      g_value_set_uint (value, self->line);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_ADDRESS:
      g_value_set_string (value, self->address);
      break;
    case PROP_MESSAGE:
      g_value_take_string (value, waxseal_pasted_address_dup_message (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
waxseal_pasted_address_finalize (GObject *object)
{
  WaxsealPastedAddress *self = WAXSEAL_PASTED_ADDRESS (object);

  g_free (self->text);
  g_free (self->address);
  G_OBJECT_CLASS (waxseal_pasted_address_parent_class)->finalize (object);
}

static void
waxseal_pasted_address_class_init (WaxsealPastedAddressClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamSpec *properties[N_PROPS] = { NULL };

  object_class->get_property = waxseal_pasted_address_get_property;
  object_class->finalize = waxseal_pasted_address_finalize;

  properties[PROP_LINE] = g_param_spec_uint ("line", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  properties[PROP_ADDRESS] = g_param_spec_string ("address", NULL, NULL, "", flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
waxseal_pasted_address_init (WaxsealPastedAddress *self)
{
}

/**
 * waxseal_pasted_address_new:
 * @line: where it stands, from 1
 * @text: as it was pasted
 * @address: (nullable): what it means
 *
 * Returns: (transfer full): the word
 */
WaxsealPastedAddress *
waxseal_pasted_address_new (WaxsealAddressVerdict verdict,
                            guint line,
                            const char *text,
                            const char *address)
{
  WaxsealPastedAddress *self = g_object_new (WAXSEAL_TYPE_PASTED_ADDRESS, NULL);

  self->verdict = verdict;
  self->line = line;
  self->text =
    g_utf8_strlen (text, -1) > MAX_TEXT ? g_utf8_substring (text, 0, MAX_TEXT) : g_strdup (text);
  self->address = g_strdup (address != NULL ? address : "");
  return self;
}

/** waxseal_pasted_address_get_verdict: Returns: what it is. */
WaxsealAddressVerdict
waxseal_pasted_address_get_verdict (WaxsealPastedAddress *self)
{
  return self->verdict;
}

/** waxseal_pasted_address_get_line: Returns: where it stands, from 1. */
guint
waxseal_pasted_address_get_line (WaxsealPastedAddress *self)
{
  return self->line;
}

/** waxseal_pasted_address_get_text: Returns: (transfer none): as it was pasted. */
const char *
waxseal_pasted_address_get_text (WaxsealPastedAddress *self)
{
  return self->text;
}

/** waxseal_pasted_address_get_address: Returns: (transfer none): what it means, or "". */
const char *
waxseal_pasted_address_get_address (WaxsealPastedAddress *self)
{
  return self->address;
}

/** waxseal_pasted_address_dup_message: Returns: (transfer full): why it was not taken, or "". */
char *
waxseal_pasted_address_dup_message (WaxsealPastedAddress *self)
{
  char *message = waxseal_address_verdict_describe (self->verdict, self->text);

  return message != NULL ? message : g_strdup ("");
}
