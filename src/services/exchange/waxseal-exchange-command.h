/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "waxseal-exchange-bytes.h"

G_BEGIN_DECLS

/* A cmdlet with its parameters, before it is sent; counted. */
typedef struct _WaxsealExchangeCommand WaxsealExchangeCommand;

#define WAXSEAL_TYPE_EXCHANGE_COMMAND (waxseal_exchange_command_get_type ())
GType waxseal_exchange_command_get_type (void);

WaxsealExchangeCommand *waxseal_exchange_command_new (const char *cmdlet);
WaxsealExchangeCommand *waxseal_exchange_command_ref (WaxsealExchangeCommand *self);
void waxseal_exchange_command_unref (WaxsealExchangeCommand *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealExchangeCommand, waxseal_exchange_command_unref)

void
waxseal_exchange_command_set_flag (WaxsealExchangeCommand *self, const char *name, gboolean flag);
void waxseal_exchange_command_set_text (WaxsealExchangeCommand *self,
                                        const char *name,
                                        const char *text);
void waxseal_exchange_command_set_texts (WaxsealExchangeCommand *self,
                                         const char *name,
                                         const char *const *texts);
void
waxseal_exchange_command_set_bytes (WaxsealExchangeCommand *self, const char *name, GBytes *bytes);

const char *waxseal_exchange_command_get_cmdlet (WaxsealExchangeCommand *self);
gboolean waxseal_exchange_command_is_read (WaxsealExchangeCommand *self);
gboolean waxseal_exchange_command_check (WaxsealExchangeCommand *self, GError **error);
JsonNode *waxseal_exchange_command_build (WaxsealExchangeCommand *self,
                                          WaxsealExchangeByteForm form);
char *waxseal_exchange_command_dup_text (WaxsealExchangeCommand *self);

G_END_DECLS
