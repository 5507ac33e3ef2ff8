/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MockAnswer:
 * @MOCK_ANSWER_DISMISS: the person closes the prompt
 * @MOCK_ANSWER_CONFIRM: the person types the right password
 * @MOCK_ANSWER_WAIT: the person does nothing, until the prompt is dismissed for them
 */
typedef enum
{
  MOCK_ANSWER_DISMISS,
  MOCK_ANSWER_CONFIRM,
  MOCK_ANSWER_WAIT,
} MockAnswer;

/**
 * MockSecretService:
 * @has_keyring: whether there is a default keyring
 * @locked: whether that is locked
 * @hides_locked: whether a search finds nothing in a locked keyring
 * @has_item: whether a search finds an item
 * @has_secret: whether the item's secret can still be read
 * @is_silent: whether searches get no reply
 * @answer: what becomes of a prompt
 * @n_prompts: how many prompts were shown
 * @n_stored: how many items were stored
 *
 * Enough of org.freedesktop.Secret for libsecret, in states that a real service cannot be put in.
 */
typedef struct
{
  gboolean has_keyring;
  gboolean locked;
  gboolean hides_locked;
  gboolean has_item;
  gboolean has_secret;
  gboolean is_silent;
  MockAnswer answer;
  guint n_prompts;
  guint n_stored;

  /*< private >*/
  GDBusConnection *bus;
  GDBusNodeInfo *interfaces;
  GDBusMethodInvocation *unanswered;
  guint name;
} MockSecretService;

MockSecretService *mock_secret_service_new (void);
void mock_secret_service_free (MockSecretService *self);

G_END_DECLS
