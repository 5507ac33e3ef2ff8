/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody of the practice tenant who sees the window, and enters each sign-in code that it shows
 * in a browser. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _UiPerson UiPerson;

UiPerson *ui_person_new (const char *name);
void ui_person_free (UiPerson *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UiPerson, ui_person_free)

/* To be called again and again while something is waited for; NULL is nobody. */
void ui_person_look (UiPerson *self);

G_END_DECLS
