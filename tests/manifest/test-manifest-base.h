/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A manifest without any finding, for tests that put one fault into it. */
#pragma once

#include "waxseal-finding.h"
#include "waxseal-manifest-check.h"

#define BUTTON(id)                                                                                 \
  "<Control xsi:type=\"Button\" id=\"" id "\"><Label resid=\"L\"/>"                                \
  "<Supertip><Title resid=\"L\"/><Description resid=\"T\"/></Supertip>"                            \
  "<Icon><bt:Image size=\"16\" resid=\"I\"/><bt:Image size=\"32\" resid=\"I\"/>"                   \
  "<bt:Image size=\"80\" resid=\"I\"/></Icon>"

#define PANE "<Action xsi:type=\"ShowTaskpane\"><SourceLocation resid=\"P\"/></Action></Control>\n"

#define MOBILE_IMAGES(size)                                                                        \
  "<bt:Image size=\"" size "\" scale=\"1\" resid=\"I\"/>"                                          \
  "<bt:Image size=\"" size "\" scale=\"2\" resid=\"I\"/>"                                          \
  "<bt:Image size=\"" size "\" scale=\"3\" resid=\"I\"/>"

extern const char base_manifest[];

char *edit_manifest (const char *from, const char *to);
GPtrArray *check_text (const char *text);
GPtrArray *check_text_for (const char *text, WaxsealManifestTarget target);
WaxsealFinding *find_rule (GPtrArray *findings, const char *rule);
void print_findings (GPtrArray *findings);
