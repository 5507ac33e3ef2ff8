/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-visit-answer.h"

/** waxseal_visit_answer_free: frees an answer. */
void
waxseal_visit_answer_free (WaxsealVisitAnswer *self)
{
  g_free (self->address);
  g_free (self->details);
  g_free (self->content_type);
  g_free (self->caching);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self);
}
