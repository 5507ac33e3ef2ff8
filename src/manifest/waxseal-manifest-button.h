/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-manifest-document.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_MANIFEST_BUTTON (waxseal_manifest_button_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealManifestButton,
                      waxseal_manifest_button,
                      WAXSEAL,
                      MANIFEST_BUTTON,
                      GObject)

/** WaxsealManifestSurface: where in Outlook a button is; what runs by itself is on EVENTS. */
typedef enum
{
  WAXSEAL_MANIFEST_SURFACE_COMPOSE,
  WAXSEAL_MANIFEST_SURFACE_READ,
  WAXSEAL_MANIFEST_SURFACE_ORGANIZER,
  WAXSEAL_MANIFEST_SURFACE_ATTENDEE,
  WAXSEAL_MANIFEST_SURFACE_MOBILE_READ,
  WAXSEAL_MANIFEST_SURFACE_MOBILE_ORGANIZER,
  WAXSEAL_MANIFEST_SURFACE_MOBILE_ATTENDEE,
  WAXSEAL_MANIFEST_SURFACE_EVENTS,
} WaxsealManifestSurface;

#define WAXSEAL_MANIFEST_N_SURFACES 8

/** WaxsealManifestAction: what a button does; a menu has items, each with an action of its own. */
typedef enum
{
  WAXSEAL_MANIFEST_ACTION_NONE,
  WAXSEAL_MANIFEST_ACTION_TASKPANE,
  WAXSEAL_MANIFEST_ACTION_FUNCTION,
  WAXSEAL_MANIFEST_ACTION_MENU,
} WaxsealManifestAction;

/** WaxsealManifestText: the texts of a button. TITLE and DESCRIPTION are those of its tooltip. */
typedef enum
{
  WAXSEAL_MANIFEST_TEXT_LABEL,
  WAXSEAL_MANIFEST_TEXT_TITLE,
  WAXSEAL_MANIFEST_TEXT_DESCRIPTION,
  WAXSEAL_MANIFEST_TEXT_GROUP,
  WAXSEAL_MANIFEST_TEXT_TAB,
  WAXSEAL_MANIFEST_TEXT_PAGE,
} WaxsealManifestText;

WaxsealManifestButton *waxseal_manifest_button_new (WaxsealManifestDocument *document,
                                                    xmlNode *node,
                                                    WaxsealManifestSurface surface);
void waxseal_manifest_button_add_item (WaxsealManifestButton *self, WaxsealManifestButton *item);

WaxsealManifestSurface waxseal_manifest_button_get_surface (WaxsealManifestButton *self);
WaxsealManifestAction waxseal_manifest_button_get_action (WaxsealManifestButton *self);
GListModel *waxseal_manifest_button_get_items (WaxsealManifestButton *self);
char *waxseal_manifest_button_dup_text (WaxsealManifestButton *self,
                                        WaxsealManifestText text,
                                        const char *locale);
char *waxseal_manifest_button_dup_icon (WaxsealManifestButton *self, int size, const char *locale);
char *waxseal_manifest_button_dup_function (WaxsealManifestButton *self);
char *waxseal_manifest_button_dup_event (WaxsealManifestButton *self);

G_END_DECLS
