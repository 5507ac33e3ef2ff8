/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/xmlerror.h>

#include "waxseal-finding.h"

G_BEGIN_DECLS

gboolean waxseal_manifest_xml_problem_is_at_tag (const xmlError *error);
WaxsealFinding *waxseal_manifest_xml_problem_new (const xmlError *error, guint line, guint column);

G_END_DECLS
