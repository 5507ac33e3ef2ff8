/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names that the people of the practice tenant are made of. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** WaxsealPracticeName: as it is written, and as it is in an address. */
typedef struct
{
  const char *text;
  const char *latin;
} WaxsealPracticeName;

/** WaxsealPracticeNames: a language's names, and where those who bear them work. */
typedef struct
{
  const WaxsealPracticeName *given;
  const WaxsealPracticeName *surnames;
  guint n_given;
  guint n_surnames;
  gboolean surname_first;
  const char *domain;
  const char *language;
  const char *country;
  const char *office;
  const char *const *departments; /* ended by NULL */
  guint n_departments;
} WaxsealPracticeNames;

extern const WaxsealPracticeNames waxseal_practice_names_english;
extern const WaxsealPracticeNames waxseal_practice_names_japanese;

/** WaxsealPracticeSomeone: a person written by hand; %NULL for what they do not have. */
typedef struct
{
  const char *display_name;
  const char *given;
  const char *surname;
  const char *principal_name;
  const char *mail;
  const char *job;
  gboolean guest;
  gboolean disabled;
  const char *person; /* who they are on the sign-in page */
  const char *role;   /* template ID (microsoft.md, 1.8) */
} WaxsealPracticeSomeone;

extern const WaxsealPracticeSomeone waxseal_practice_someone[];
guint waxseal_practice_someone_count (void);

G_END_DECLS
