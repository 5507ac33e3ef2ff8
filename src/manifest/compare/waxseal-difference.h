/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** WaxsealDifferenceKind: @WAXSEAL_DIFFERENCE_UNCHANGED is a value that ought to differ. */
typedef enum
{
  WAXSEAL_DIFFERENCE_ADDED,
  WAXSEAL_DIFFERENCE_REMOVED,
  WAXSEAL_DIFFERENCE_CHANGED,
  WAXSEAL_DIFFERENCE_UNCHANGED,
} WaxsealDifferenceKind;

/** WaxsealDifferenceSection: what part of the add-in differs, in the order in which it is shown. */
typedef enum
{
  WAXSEAL_DIFFERENCE_SECTION_IDENTITY,
  WAXSEAL_DIFFERENCE_SECTION_PERMISSIONS,
  WAXSEAL_DIFFERENCE_SECTION_SCOPES,
  WAXSEAL_DIFFERENCE_SECTION_EVENTS,
  WAXSEAL_DIFFERENCE_SECTION_ADDRESSES,
  WAXSEAL_DIFFERENCE_SECTION_DOMAINS,
  WAXSEAL_DIFFERENCE_SECTION_NAMES,
  WAXSEAL_DIFFERENCE_SECTION_BUTTONS,
  WAXSEAL_DIFFERENCE_SECTION_REQUIREMENTS,
  WAXSEAL_DIFFERENCE_SECTION_OTHER,
} WaxsealDifferenceSection;

/** WaxsealConsequence: what the second manifest leads to where the first is deployed; the greatest
 * is the gravest (manifest.md, rules 7 and 8). */
typedef enum
{
  WAXSEAL_CONSEQUENCE_NONE,
  WAXSEAL_CONSEQUENCE_NEW_HOST,
  WAXSEAL_CONSEQUENCE_CONSENT,
  WAXSEAL_CONSEQUENCE_VERSION_NOT_HIGHER,
  WAXSEAL_CONSEQUENCE_OTHER_ADDIN,
} WaxsealConsequence;

#define WAXSEAL_TYPE_DIFFERENCE (waxseal_difference_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealDifference, waxseal_difference, WAXSEAL, DIFFERENCE, GObject)

WaxsealDifference *waxseal_difference_new (WaxsealDifferenceKind kind,
                                           WaxsealDifferenceSection section,
                                           WaxsealConsequence consequence,
                                           char *what,
                                           char *old_value,
                                           char *new_value,
                                           guint old_line,
                                           guint new_line);

WaxsealDifferenceKind waxseal_difference_get_kind (WaxsealDifference *self);
WaxsealDifferenceSection waxseal_difference_get_section (WaxsealDifference *self);
WaxsealConsequence waxseal_difference_get_consequence (WaxsealDifference *self);
const char *waxseal_difference_get_what (WaxsealDifference *self);
const char *waxseal_difference_get_old_value (WaxsealDifference *self);
const char *waxseal_difference_get_new_value (WaxsealDifference *self);
guint waxseal_difference_get_old_line (WaxsealDifference *self);
guint waxseal_difference_get_new_line (WaxsealDifference *self);

const char *waxseal_consequence_describe (WaxsealConsequence consequence);
char *waxseal_difference_describe_all (GPtrArray *differences);

G_END_DECLS
