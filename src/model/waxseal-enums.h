/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The enumerations that set-up files store; a value's nick is its spelling in the file. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** WaxsealCloud: the Microsoft cloud a tenant lives in (microsoft.md, national clouds). */
typedef enum
{
  WAXSEAL_CLOUD_GLOBAL,
  WAXSEAL_CLOUD_GCC_HIGH,
  WAXSEAL_CLOUD_DOD,
  WAXSEAL_CLOUD_CHINA,
} WaxsealCloud;

/** WaxsealAccountType: Entra's "Supported account types", in the portal's order (guide.md, A3).
 */
typedef enum
{
  WAXSEAL_ACCOUNT_TYPE_SINGLE_TENANT,
  WAXSEAL_ACCOUNT_TYPE_MULTITENANT,
  WAXSEAL_ACCOUNT_TYPE_MULTITENANT_AND_PERSONAL,
  WAXSEAL_ACCOUNT_TYPE_PERSONAL,
} WaxsealAccountType;

/** WaxsealEncryptionType: "Encryption Type" of CRES's Addin Config (guide.md, B4). */
typedef enum
{
  WAXSEAL_ENCRYPTION_TYPE_ENCRYPT,
  WAXSEAL_ENCRYPTION_TYPE_FLAG,
} WaxsealEncryptionType;

/** WaxsealFlagType: "Flag Type" of CRES's Addin Config (guide.md, B4). */
typedef enum
{
  WAXSEAL_FLAG_TYPE_SUBJECT,
  WAXSEAL_FLAG_TYPE_HEADER,
} WaxsealFlagType;

/** WaxsealState: how far something is, and how we know (design.md, principle 1). */
typedef enum
{
  WAXSEAL_STATE_TODO,
  WAXSEAL_STATE_DECLARED,
  WAXSEAL_STATE_VERIFIED,
  WAXSEAL_STATE_ATTENTION,
  WAXSEAL_STATE_STALE,
} WaxsealState;

/** WaxsealSeverity: how much a finding matters; errors come first. */
typedef enum
{
  WAXSEAL_SEVERITY_ERROR,
  WAXSEAL_SEVERITY_WARNING,
  WAXSEAL_SEVERITY_HINT,
} WaxsealSeverity;

G_END_DECLS
