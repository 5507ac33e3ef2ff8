/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-event.h"

#define PLAIN     WAXSEAL_MANIFEST_EVENT_PLAIN
#define SENDS     WAXSEAL_MANIFEST_EVENT_SENDS
#define BY_HEADER WAXSEAL_MANIFEST_EVENT_BY_HEADER

/* Microsoft adds to it (event-based-activation.md; manifest.md, rule 38 and section 6). */
static const WaxsealManifestEvent events[] = {
  { "OnNewMessageCompose", PLAIN, 110 },
  { "OnNewAppointmentOrganizer", PLAIN, 110 },
  { "OnMessageAttachmentsChanged", PLAIN, 111 },
  { "OnAppointmentAttachmentsChanged", PLAIN, 111 },
  { "OnMessageRecipientsChanged", PLAIN, 111 },
  { "OnAppointmentAttendeesChanged", PLAIN, 111 },
  { "OnAppointmentTimeChanged", PLAIN, 111 },
  { "OnAppointmentRecurrenceChanged", PLAIN, 111 },
  { "OnInfoBarDismissClicked", PLAIN, 111 },
  { "OnMessageSend", SENDS, 112 },
  { "OnAppointmentSend", SENDS, 112 },
  { "OnMessageCompose", PLAIN, 112 },
  { "OnAppointmentOrganizer", PLAIN, 112 },
  { "OnMessageFromChanged", PLAIN, 113 },
  { "OnAppointmentFromChanged", PLAIN, 113 },
  { "OnSensitivityLabelChanged", PLAIN, 113 },
  { "OnMessageReadWithCustomAttachment", PLAIN, 0 },
  { "OnMessageReadWithCustomHeader", BY_HEADER, 0 },
  { "OnMessageDecrypt", BY_HEADER, 116 },
  { "OnMessageRead", BY_HEADER, 0 },
};

/** waxseal_manifest_event_find: @name: (nullable): Returns: (transfer none) (nullable): the event
 * of that name, if it is known. */
const WaxsealManifestEvent *
waxseal_manifest_event_find (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (events); i++)
    if (g_str_equal (events[i].name, name))
      return &events[i];
  return NULL;
}
