/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-difference.h"

#include <glib/gi18n.h>

/**
 * WaxsealDifference:
 *
 * One thing in which two manifests differ: what, from what to what, where, and what it leads to.
 * Never changes.
 */
struct _WaxsealDifference
{
  GObject parent_instance;

  WaxsealDifferenceKind kind;
  WaxsealDifferenceSection section;
  WaxsealConsequence consequence;
  char *what;
  char *old_value;
  char *new_value;
  guint old_line;
  guint new_line;
};

G_DEFINE_FINAL_TYPE (WaxsealDifference, waxseal_difference, G_TYPE_OBJECT)

static void
waxseal_difference_finalize (GObject *object)
{
  WaxsealDifference *self = WAXSEAL_DIFFERENCE (object);

  g_free (self->what);
  g_free (self->old_value);
  g_free (self->new_value);
  G_OBJECT_CLASS (waxseal_difference_parent_class)->finalize (object);
}

static void
waxseal_difference_class_init (WaxsealDifferenceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_difference_finalize;
}

static void
waxseal_difference_init (WaxsealDifference *self)
{
}

/**
 * waxseal_difference_new:
 * @what: (transfer full): translated
 * @old_value: (transfer full): in the first manifest; empty for something added
 * @new_value: (transfer full): in the second; empty for something removed
 * @old_line: from 1; 0 where the first manifest has no such place
 * @new_line: from 1; 0 where the second has none
 *
 * Returns: (transfer full): the difference.
 */
WaxsealDifference *
waxseal_difference_new (WaxsealDifferenceKind kind,
                        WaxsealDifferenceSection section,
                        WaxsealConsequence consequence,
                        char *what,
                        char *old_value,
                        char *new_value,
                        guint old_line,
                        guint new_line)
{
  WaxsealDifference *self = g_object_new (WAXSEAL_TYPE_DIFFERENCE, NULL);

  self->kind = kind;
  self->section = section;
  self->consequence = consequence;
  self->what = what;
  self->old_value = old_value;
  self->new_value = new_value;
  self->old_line = old_line;
  self->new_line = new_line;
  return self;
}

/** waxseal_difference_get_kind: Returns: whether it was added, removed or changed. */
WaxsealDifferenceKind
waxseal_difference_get_kind (WaxsealDifference *self)
{
  return self->kind;
}

/** waxseal_difference_get_section: Returns: the part of the add-in. */
WaxsealDifferenceSection
waxseal_difference_get_section (WaxsealDifference *self)
{
  return self->section;
}

/** waxseal_difference_get_consequence: Returns: what it leads to. */
WaxsealConsequence
waxseal_difference_get_consequence (WaxsealDifference *self)
{
  return self->consequence;
}

/** waxseal_difference_get_what: Returns: (transfer none): what differs, translated. */
const char *
waxseal_difference_get_what (WaxsealDifference *self)
{
  return self->what;
}

/** waxseal_difference_get_old_value: Returns: (transfer none): in the first manifest, or "". */
const char *
waxseal_difference_get_old_value (WaxsealDifference *self)
{
  return self->old_value;
}

/** waxseal_difference_get_new_value: Returns: (transfer none): in the second manifest, or "". */
const char *
waxseal_difference_get_new_value (WaxsealDifference *self)
{
  return self->new_value;
}

/** waxseal_difference_get_old_line: Returns: in the first manifest, from 1, or 0 for no place. */
guint
waxseal_difference_get_old_line (WaxsealDifference *self)
{
  return self->old_line;
}

/** waxseal_difference_get_new_line: Returns: in the second manifest, from 1, or 0 for no place. */
guint
waxseal_difference_get_new_line (WaxsealDifference *self)
{
  return self->new_line;
}

/** waxseal_consequence_describe: Returns: (transfer none) (nullable): a translated sentence; %NULL
 * for none. */
const char *
waxseal_consequence_describe (WaxsealConsequence consequence)
{
  static const char *const sentences[] = {
    [WAXSEAL_CONSEQUENCE_NEW_HOST] =
      N_ ("The first file does not use this host: allow it wherever traffic is filtered."),
    [WAXSEAL_CONSEQUENCE_CONSENT] =
      N_ ("An administrator has to consent again; until then users cannot use the add-in."),
    [WAXSEAL_CONSEQUENCE_VERSION_NOT_HIGHER] =
      N_ ("Microsoft 365 refuses an update whose version is not higher."),
    [WAXSEAL_CONSEQUENCE_OTHER_ADDIN] =
      N_ ("Another Id is another add-in: Microsoft 365 refuses it as an update."),
  };

  return consequence != WAXSEAL_CONSEQUENCE_NONE ? _ (sentences[consequence]) : NULL;
}

/**
 * waxseal_difference_describe_all:
 * @differences: (element-type WaxsealDifference)
 *
 * Returns: (transfer full): a translated sentence that says how many they are, and the gravest of
 *   what they lead to.
 */
char *
waxseal_difference_describe_all (GPtrArray *differences)
{
  guint counts[WAXSEAL_CONSEQUENCE_OTHER_ADDIN + 1] = { 0 };
  guint n = 0;
  g_autofree char *count = NULL;
  g_autofree char *consent = NULL;
  const char *refusal = NULL;

  if (differences->len == 0)
    return g_strdup (_ ("No difference that matters."));
  for (guint i = 0; i < differences->len; i++)
    {
      WaxsealDifference *one = g_ptr_array_index (differences, i);

      counts[one->consequence]++;
      n += one->kind != WAXSEAL_DIFFERENCE_UNCHANGED;
    }

  count = g_strdup_printf (ngettext ("%u difference", "%u differences", n), n);
  consent = g_strdup_printf (ngettext ("%u needs consent again",
                                       "%u need consent again",
                                       counts[WAXSEAL_CONSEQUENCE_CONSENT]),
                             counts[WAXSEAL_CONSEQUENCE_CONSENT]);
  if (counts[WAXSEAL_CONSEQUENCE_OTHER_ADDIN] > 0)
    refusal = _ ("this is another add-in, not an update");
  else if (counts[WAXSEAL_CONSEQUENCE_VERSION_NOT_HIGHER] > 0)
    refusal = _ ("Microsoft 365 refuses the update, as the version is not higher");

  if (refusal != NULL && counts[WAXSEAL_CONSEQUENCE_CONSENT] > 0)
    /* Translators: “3 differences: Microsoft 365 refuses the update; 1 needs consent again.” */
    return g_strdup_printf (_ ("%s: %s; %s."), count, refusal, consent);
  if (refusal != NULL || counts[WAXSEAL_CONSEQUENCE_CONSENT] > 0)
    /* Translators: “3 differences: 1 needs consent again.” */
    return g_strdup_printf (_ ("%s: %s."), count, refusal != NULL ? refusal : consent);
  /* Translators: %s is “3 differences” */
  return g_strdup_printf (_ ("%s."), count);
}
