/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WaxsealVisitEnd:
 * @WAXSEAL_VISIT_ANSWERED: with a status, whatever it is
 * @WAXSEAL_VISIT_PRIVATE: it leads to this computer or into a private network; nothing was sent
 * @WAXSEAL_VISIT_OUTSIDE: it leads out of this computer, and this is practice; nothing was sent
 * @WAXSEAL_VISIT_PLAIN: it is not https, or leads away from it; that was not followed
 * @WAXSEAL_VISIT_LOST: it leads on without an end, or to nowhere
 * @WAXSEAL_VISIT_UNTRUSTED: its certificate is not valid; nothing was sent
 * @WAXSEAL_VISIT_SLOW: it did not answer in time
 * @WAXSEAL_VISIT_UNREACHABLE: there is no answer; the details say why
 *
 * How a visit ended.
 */
typedef enum
{
  WAXSEAL_VISIT_ANSWERED,
  WAXSEAL_VISIT_PRIVATE,
  WAXSEAL_VISIT_OUTSIDE,
  WAXSEAL_VISIT_PLAIN,
  WAXSEAL_VISIT_LOST,
  WAXSEAL_VISIT_UNTRUSTED,
  WAXSEAL_VISIT_SLOW,
  WAXSEAL_VISIT_UNREACHABLE,
} WaxsealVisitEnd;

/**
 * WaxsealVisitAnswer:
 * @address: where the visit ended, other than where it began after redirects
 * @status: of HTTP, where it answered
 * @certificate: what is wrong with it
 * @details: (nullable): in the words of the system
 * @content_type: (nullable): without parameters
 * @caching: (nullable): the header Cache-Control
 * @body: (nullable): of an answer with status 200; at most as much as was asked for
 * @is_cut: whether there was more
 */
typedef struct
{
  WaxsealVisitEnd end;
  char *address;
  guint status;
  GTlsCertificateFlags certificate;
  char *details;
  char *content_type;
  char *caching;
  GBytes *body;
  gboolean is_cut;
} WaxsealVisitAnswer;

void waxseal_visit_answer_free (WaxsealVisitAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealVisitAnswer, waxseal_visit_answer_free)

G_END_DECLS
