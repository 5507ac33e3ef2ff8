/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void waxseal_domain_entry_apply (AdwEntryRow *entry, GListStore *domains);

G_END_DECLS
