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

/** WaxsealAudience: "Assign users" of the Microsoft 365 admin center (guide.md, C2). */
typedef enum
{
  WAXSEAL_AUDIENCE_JUST_ME,
  WAXSEAL_AUDIENCE_SPECIFIC,
  WAXSEAL_AUDIENCE_EVERYONE,
} WaxsealAudience;

/** WaxsealDeploymentMethod: "Deployment method" of the admin center (guide.md, C3). */
typedef enum
{
  WAXSEAL_DEPLOYMENT_METHOD_FIXED,
  WAXSEAL_DEPLOYMENT_METHOD_AVAILABLE,
  WAXSEAL_DEPLOYMENT_METHOD_OPTIONAL,
} WaxsealDeploymentMethod;

/** WaxsealRoad: the way in which a phase is carried out (microsoft.md, 3). */
typedef enum
{
  WAXSEAL_ROAD_ADMIN_CENTER,
  WAXSEAL_ROAD_SCRIPT,
  WAXSEAL_ROAD_EXCHANGE,
} WaxsealRoad;

/** WaxsealRecipientKind: whom a phase names. */
typedef enum
{
  WAXSEAL_RECIPIENT_KIND_PERSON,
  WAXSEAL_RECIPIENT_KIND_GROUP,
} WaxsealRecipientKind;

/** WaxsealRolloutEventKind: what happened to a phase. */
typedef enum
{
  WAXSEAL_ROLLOUT_EVENT_KIND_UPLOADED,
  WAXSEAL_ROLLOUT_EVENT_KIND_ASSIGNED,
  WAXSEAL_ROLLOUT_EVENT_KIND_WIDENED,
  WAXSEAL_ROLLOUT_EVENT_KIND_NARROWED,
  WAXSEAL_ROLLOUT_EVENT_KIND_METHOD_CHANGED,
  WAXSEAL_ROLLOUT_EVENT_KIND_PAUSED,
  WAXSEAL_ROLLOUT_EVENT_KIND_RESUMED,
  WAXSEAL_ROLLOUT_EVENT_KIND_UPDATED,
  WAXSEAL_ROLLOUT_EVENT_KIND_ROLLED_BACK,
  WAXSEAL_ROLLOUT_EVENT_KIND_FIRST_SEEN,
  WAXSEAL_ROLLOUT_EVENT_KIND_JUDGED,
} WaxsealRolloutEventKind;

/** WaxsealVerdict: how a phase was judged, once "judged-on" says that it was. */
typedef enum
{
  WAXSEAL_VERDICT_GO,
  WAXSEAL_VERDICT_NO_GO,
} WaxsealVerdict;

/** WaxsealTestResult: of a criterion, or of a try in an Outlook client. */
typedef enum
{
  WAXSEAL_TEST_RESULT_OPEN,
  WAXSEAL_TEST_RESULT_PASSED,
  WAXSEAL_TEST_RESULT_FAILED,
} WaxsealTestResult;

/** WaxsealOutlookClient: the clients that the guide names (guide.md, D2). */
typedef enum
{
  WAXSEAL_OUTLOOK_CLIENT_WEB,
  WAXSEAL_OUTLOOK_CLIENT_WINDOWS,
  WAXSEAL_OUTLOOK_CLIENT_MAC,
  WAXSEAL_OUTLOOK_CLIENT_NEW_MAC,
} WaxsealOutlookClient;

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
