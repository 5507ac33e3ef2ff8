/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person with a browser: headless Chromium, driven by WebDriver (www.w3.org/TR/webdriver2). */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _WebDriver WebDriver;

/* Skips the test, and returns NULL, where there is no Chromium or no ChromeDriver. */
WebDriver *web_driver_start (const char *downloads);
void web_driver_stop (WebDriver *self);

void web_driver_go (WebDriver *self, const char *uri);
gboolean web_driver_has (WebDriver *self, const char *selector);
void web_driver_click (WebDriver *self, const char *selector);
void web_driver_type (WebDriver *self, const char *selector, const char *text);
char *web_driver_dup_text (WebDriver *self, const char *selector);

G_END_DECLS
