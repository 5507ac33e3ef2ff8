/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-finding.h"

/**
 * WaxsealFinding:
 *
 * One thing that a check found: where, how bad, what it is and what to do about it. Never changes.
 */
struct _WaxsealFinding
{
  GObject parent_instance;

  WaxsealSeverity severity;
  const char *rule;
  guint line;
  guint column;
  const char *field;
  char *message;
  const char *remedy;
};

G_DEFINE_FINAL_TYPE (WaxsealFinding, waxseal_finding, G_TYPE_OBJECT)

static void
waxseal_finding_finalize (GObject *object)
{
  g_free (WAXSEAL_FINDING (object)->message);
  G_OBJECT_CLASS (waxseal_finding_parent_class)->finalize (object);
}

static void
waxseal_finding_class_init (WaxsealFindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_finding_finalize;
}

static void
waxseal_finding_init (WaxsealFinding *self)
{
}

/**
 * waxseal_finding_new:
 * @rule: the rule's id, a static string
 * @line: from 1; 0 where the finding has no place in the text
 * @column: in characters, from 1; 0 where unknown
 * @field: (nullable): the property of #WaxsealAddinIdentity that it is about, interned or static
 * @message: (transfer full): what is wrong, translated
 * @remedy: what to do, translated; static or interned
 *
 * Returns: (transfer full): the finding.
 */
WaxsealFinding *
waxseal_finding_new (WaxsealSeverity severity,
                     const char *rule,
                     guint line,
                     guint column,
                     const char *field,
                     char *message,
                     const char *remedy)
{
  WaxsealFinding *self = g_object_new (WAXSEAL_TYPE_FINDING, NULL);

  self->severity = severity;
  self->rule = rule;
  self->line = line;
  self->column = column;
  self->field = field;
  self->message = message;
  self->remedy = remedy;
  return self;
}

/** waxseal_finding_get_severity: Returns: how bad it is. */
WaxsealSeverity
waxseal_finding_get_severity (WaxsealFinding *self)
{
  return self->severity;
}

/** waxseal_finding_get_rule: Returns: (transfer none): the rule's id. */
const char *
waxseal_finding_get_rule (WaxsealFinding *self)
{
  return self->rule;
}

/** waxseal_finding_get_line: Returns: from 1, or 0 for no place. */
guint
waxseal_finding_get_line (WaxsealFinding *self)
{
  return self->line;
}

/** waxseal_finding_get_column: Returns: in characters, from 1, or 0 where unknown. */
guint
waxseal_finding_get_column (WaxsealFinding *self)
{
  return self->column;
}

/** waxseal_finding_get_field: Returns: (transfer none) (nullable): the property it is about. */
const char *
waxseal_finding_get_field (WaxsealFinding *self)
{
  return self->field;
}

/** waxseal_finding_get_message: Returns: (transfer none): what is wrong, translated. */
const char *
waxseal_finding_get_message (WaxsealFinding *self)
{
  return self->message;
}

/** waxseal_finding_get_remedy: Returns: (transfer none): what to do, translated. */
const char *
waxseal_finding_get_remedy (WaxsealFinding *self)
{
  return self->remedy;
}
