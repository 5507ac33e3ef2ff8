/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The enumerations of the deployment that set-up files store. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

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

G_END_DECLS
