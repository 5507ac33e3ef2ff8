/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls to the practice tenant's Graph without a server between: who calls is said, not proved. */
#pragma once

#include "waxseal-json.h"
#include "waxseal-practice-call.h"

G_BEGIN_DECLS

#define GRAPH_ALL_SCOPES                                                                           \
  "User.Read User.Read.All Group.Read.All Organization.Read.All Domain.Read.All "                  \
  "Application.ReadWrite.All AppRoleAssignment.ReadWrite.All Policy.Read.All "                     \
  "Policy.ReadWrite.ApplicationConfiguration"
#define GRAPH_APP_ID "00000003-0000-0000-c000-000000000000"
#define MAIL_READ    "810c84a8-4a9e-49e6-bf7d-12d183f40d01"

/** Graph: @person is who calls, @scopes what the token allows; either may be changed. */
typedef struct
{
  WaxsealPracticeTenant *tenant;
  const char *person;
  const char *scopes;
  gboolean eventual;
} Graph;

void graph_init (Graph *self, guint n_people);
void graph_clear (Graph *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Graph, graph_clear)

/* @url: relative to /v1.0; @body: (nullable): JSON with ' for ". */
WaxsealPracticeCall *
graph_call (Graph *self, const char *method, const char *url, const char *body);
guint graph_get_status (Graph *self, const char *method, const char *url, const char *body);
/* Asserts the status; Returns: (transfer full) (nullable): what was replied. */
JsonObject *
graph_expect (Graph *self, guint status, const char *method, const char *url, const char *body);
void graph_expect_error (Graph *self,
                         guint status,
                         const char *code,
                         const char *method,
                         const char *url,
                         const char *body);
/* What is in "value". */
guint graph_count (Graph *self, const char *url);

/* An application, and its service principal if @principal is not %NULL; its object ID. */
char *graph_add_application (Graph *self, const char *name, char **app_id, char **principal);
char *graph_get_service (Graph *self);

G_END_DECLS
