/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A set-up with everything in it: finished, with names that are hard on every writer. */
#pragma once

#include "waxseal-manifest-draft.h"
#include "waxseal-organization.h"

G_BEGIN_DECLS

#define REPORT_FIXTURE_NAME "Contoso | 株式会社 “R&D” <b>*x*</b>"
#define REPORT_FIXTURE_PERSON                                                                      \
  "Seán O'Brien | \"Zoe\" <b>`rm -rf *`</b> $(rm) \\_x_ [a](javascript:1)"
#define REPORT_FIXTURE_NOTE   "1. First line\n# second | line\n  - third <!-- &amp; --> ``` ~~x~~"
#define REPORT_FIXTURE_KEY_ID "0f1e2d3c-0000-4000-8000-00000000abcd"

WaxsealOrganization *report_fixture_create (void);

G_END_DECLS
