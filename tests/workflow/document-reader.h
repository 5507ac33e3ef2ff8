/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what the writers wrote, as others would: HTML with libxml2, Markdown by its rules. */
#pragma once

#include "waxseal-document.h"

G_BEGIN_DECLS

GPtrArray *document_reader_list_texts (WaxsealDocument *document);
GPtrArray *document_reader_read_html (const char *html);
GPtrArray *document_reader_read_markdown (const char *markdown);

gboolean document_reader_claims_verification (WaxsealDocument *document);
void document_reader_assert_html (WaxsealDocument *document, const char *html);
void document_reader_assert_markdown (WaxsealDocument *document, const char *markdown);

G_END_DECLS
