/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-explanation.h"

#include <glib/gi18n.h>

#define REFERENCE WAXSEAL_MANIFEST_REFERENCE
#define GUIDE     WAXSEAL_MANIFEST_GUIDE

/* What the rules of tabs, buttons, icons and events mean. */
static const WaxsealManifestExplanation rows[] = {
  { .id = "control-id-unique",
    .source = REFERENCE ("control-button.md"),
    .text =
      N_ ("Outlook tells buttons apart by their ids. Of two with one id, one may be missing.") },
  { .id = "group-id-unique",
    .source = REFERENCE ("group.md"),
    .text =
      N_ ("Outlook tells groups apart by their ids. Of two with one id, one may be missing.") },
  { .id = "tab",
    .source = REFERENCE ("officetab.md"),
    .text = N_ ("Outlook shows one group on its default tab, or one tab of the add-in’s own. The "
                "rest is not shown.") },
  { .id = "group-size",
    .source = REFERENCE ("group.md"),
    .text = N_ ("A group holds six controls at most; further ones are not shown.") },
  { .id = "icon-sizes",
    .source = REFERENCE ("icon.md"),
    .text = N_ ("Outlook needs the icon in 16, 32 and 80 pixels. The schema does not see that one "
                "is missing.") },
  { .id = "icon-sizes-mobile",
    .source = REFERENCE ("icon.md"),
    .text = N_ ("Outlook on mobile devices needs 25, 32 and 48 pixels, each in three scales.") },
  { .id = "icon-size-unknown",
    .source = REFERENCE ("icon.md"),
    .text = N_ ("The schema lets any number pass, but Outlook uses only certain sizes.") },
  { .id = "function-file",
    .source = REFERENCE ("functionfile.md"),
    .text = N_ ("A button that runs a function finds it in the FunctionFile of its form factor. "
                "Without one nothing happens.") },
  { .id = "mobile-place",
    .source = REFERENCE ("extensionpoint.md"),
    .text = N_ ("Extension points of mobile devices belong into MobileFormFactor, all others into "
                "DesktopFormFactor. Elsewhere they are not shown, or the installation fails.") },
  { .id = "event-runtime",
    .source = REFERENCE ("runtime.md"),
    .text = N_ ("Events run in a Runtime whose resid is that of their SourceLocation. Without it "
                "no event is handled.") },
  { .id = "event-script",
    .source = REFERENCE ("runtime.md"),
    .text = N_ ("Classic Outlook for Windows runs no page for events but a script, which the "
                "Override of the Runtime names.") },
  { .id = "runtime-unique",
    .source = REFERENCE ("runtime.md"),
    .text = N_ ("A resid leads to one Runtime.") },
  { .id = "runtime-single",
    .source = REFERENCE ("runtime.md"),
    .text =
      N_ ("Outlook takes one Runtime for a host. Events of a second one may not be handled.") },
  { .id = "event-type",
    .source = GUIDE ("develop/event-based-activation.md"),
    .text = N_ ("Outlook does not call add-ins for events that it does not know. Microsoft adds "
                "events; this may be a new one.") },
  { .id = "send-mode",
    .source = REFERENCE ("launchevent.md"),
    .text = N_ ("SendMode says what happens when sending is not allowed, and only events of "
                "sending have it.") },
  { .id = "header-name",
    .source = REFERENCE ("launchevent.md"),
    .text = N_ (
      "HeaderName says which header to look for, and only events of reading by header have it.") },
  { .id = "send-block",
    .source = GUIDE ("outlook/onmessagesend-onappointmentsend-events.md"),
    .text = N_ ("With “Block” an outage of the add-in stops all sending. The store does not take "
                "such add-ins; an administrator can deploy them.") },
  { .id = "item-send",
    .source = GUIDE ("outlook/outlook-on-send-addins.md"),
    .text = N_ ("The older way of checking on send. In Outlook on the web it runs only where the "
                "mailbox policy allows it, and the store does not take it.") },
  { .id = "item-send-synchronous",
    .source = REFERENCE ("event.md"),
    .text = N_ ("Sending waits for the answer of the add-in, so that only a synchronous call makes "
                "sense. The schema lets both pass.") },
  { NULL },
};

/** waxseal_manifest_explanations_commands: Returns: (transfer none): the table. */
const WaxsealManifestExplanation *
waxseal_manifest_explanations_commands (void)
{
  return rows;
}
