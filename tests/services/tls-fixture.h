/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A company's certificate authority, and a certificate of its own, in a folder that goes again. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  char *ca;
  GTlsCertificate *certificate;
} TlsFixture;

gboolean tls_fixture_set_up (TlsFixture *fixture, const char *names, int days);
void tls_fixture_tear_down (TlsFixture *fixture);
void tls_fixture_trust (TlsFixture *fixture);

G_END_DECLS
