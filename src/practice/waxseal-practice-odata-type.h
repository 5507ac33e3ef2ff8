/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/** WaxsealPracticeKind: what a property holds, as far as queries care. */
typedef enum
{
  WAXSEAL_PRACTICE_KIND_TEXT,
  WAXSEAL_PRACTICE_KIND_FLAG,
  WAXSEAL_PRACTICE_KIND_GUID,
  WAXSEAL_PRACTICE_KIND_DATE,
  WAXSEAL_PRACTICE_KIND_NUMBER,
  WAXSEAL_PRACTICE_KIND_TEXTS,
  WAXSEAL_PRACTICE_KIND_OTHER, /* an object, or a list of them */
} WaxsealPracticeKind;

/** WaxsealPracticeUses: what may be done with a property. */
typedef enum
{
  WAXSEAL_PRACTICE_USE_SENT = 1 << 0,   /* in a reply without $select */
  WAXSEAL_PRACTICE_USE_FILTER = 1 << 1, /* in $filter */
  WAXSEAL_PRACTICE_USE_SEARCH = 1 << 2, /* in $search */
  WAXSEAL_PRACTICE_USE_ORDER = 1 << 3,  /* in $orderby */
  WAXSEAL_PRACTICE_USE_WRITE = 1 << 4,  /* in what POST and PATCH send */
} WaxsealPracticeUses;

typedef struct
{
  const char *name;
  WaxsealPracticeKind kind;
  guint uses; /* WaxsealPracticeUses */
} WaxsealPracticeProperty;

/**
 * WaxsealPracticeType:
 * @name: without "microsoft.graph."
 * @set: as it is called in "@odata.context"
 * @properties: the last is without a name
 * @mixed: whether what an object does not have is left out, rather than null
 */
typedef struct
{
  const char *name;
  const char *set;
  const WaxsealPracticeProperty *properties;
  gboolean mixed;
} WaxsealPracticeType;

extern const WaxsealPracticeType waxseal_practice_type_user;
extern const WaxsealPracticeType waxseal_practice_type_group;
extern const WaxsealPracticeType waxseal_practice_type_organization;
extern const WaxsealPracticeType waxseal_practice_type_domain;
extern const WaxsealPracticeType waxseal_practice_type_application;
extern const WaxsealPracticeType waxseal_practice_type_principal;
extern const WaxsealPracticeType waxseal_practice_type_grant;
extern const WaxsealPracticeType waxseal_practice_type_directory_object;
extern const WaxsealPracticeType waxseal_practice_type_policy;

const WaxsealPracticeProperty *waxseal_practice_type_find (const WaxsealPracticeType *self,
                                                           const char *property);

JsonObject *waxseal_practice_type_shape (const WaxsealPracticeType *self,
                                         JsonObject *object,
                                         const char *const *select);

G_END_DECLS
