/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the Outlooks call things, and where they put an add-in (guide.md, D2; cisco.md, 1). */
#include "waxseal-ribbon-client.h"

#include <glib/gi18n.h>

static const struct
{
  const char *name;
  const char *css_class;
  const char *place;
  gboolean shows_name;
} clients[] = {
  [WAXSEAL_RIBBON_CLIENT_WEB] = { N_ ("Outlook on the web"), "web", NULL, TRUE },
  [WAXSEAL_RIBBON_CLIENT_WINDOWS] = { N_ ("Outlook for Windows (classic)"),
                                      "windows",
                                      N_ ("On the ribbon, in a group of the add-in’s own, with the "
                                          "button’s label."),
                                      FALSE },
  [WAXSEAL_RIBBON_CLIENT_MAC] = { N_ ("Classic Outlook for Mac"),
                                  "mac",
                                  N_ ("On the ribbon, in a group of the add-in’s own, with the "
                                      "button’s label."),
                                  FALSE },
  [WAXSEAL_RIBBON_CLIENT_NEW_MAC] = { N_ ("New Outlook for Mac (16.42 and later)"),
                                      "new-mac",
                                      N_ ("On the toolbar, with the add-in’s full name."),
                                      TRUE },
  [WAXSEAL_RIBBON_CLIENT_PHONE] = { N_ ("Outlook on a phone"),
                                    "phone",
                                    N_ ("In the menu, with the button’s label."),
                                    FALSE },
};

static const WaxsealRibbonWindow windows[WAXSEAL_MANIFEST_N_SURFACES] = {
  [WAXSEAL_MANIFEST_SURFACE_COMPOSE] = { N_ ("Writing a message"),
                                         NC_ ("Outlook", "New message"),
                                         { NC_ ("Outlook", "Send"), NC_ ("Outlook", "Discard") },
                                         { NC_ ("Outlook", "To"), NC_ ("Outlook", "Subject") },
                                         { NC_ ("Outlook", "File"),
                                           NC_ ("Outlook", "Message"),
                                           NC_ ("Outlook", "Insert"),
                                           NC_ ("Outlook", "Options") },
                                         .is_written = TRUE },
  [WAXSEAL_MANIFEST_SURFACE_READ] = { N_ ("Reading a message"),
                                      NC_ ("Outlook", "Message"),
                                      { NC_ ("Outlook", "Reply"), NC_ ("Outlook", "Delete") },
                                      { NC_ ("Outlook", "From"), NC_ ("Outlook", "Subject") },
                                      { NC_ ("Outlook", "File"), NC_ ("Outlook", "Message") } },
  [WAXSEAL_MANIFEST_SURFACE_ORGANIZER] = { N_ ("Setting up a meeting"),
                                           NC_ ("Outlook", "New meeting"),
                                           { NC_ ("Outlook", "Send"), NC_ ("Outlook", "Discard") },
                                           { NC_ ("Outlook", "Attendees"),
                                             NC_ ("Outlook", "Start") },
                                           { NC_ ("Outlook", "File"),
                                             NC_ ("Outlook", "Meeting"),
                                             NC_ ("Outlook", "Insert") },
                                           .is_written = TRUE },
  [WAXSEAL_MANIFEST_SURFACE_ATTENDEE] = { N_ ("Looking at a meeting"),
                                          NC_ ("Outlook", "Meeting"),
                                          { NC_ ("Outlook", "Accept"), NC_ ("Outlook", "Decline") },
                                          { NC_ ("Outlook", "Organizer"),
                                            NC_ ("Outlook", "Start") },
                                          { NC_ ("Outlook", "File"), NC_ ("Outlook", "Meeting") } },
  [WAXSEAL_MANIFEST_SURFACE_MOBILE_READ] = { N_ ("Reading a message on a phone"),
                                             NC_ ("Outlook", "Message"),
                                             { NC_ ("Outlook", "Reply") },
                                             { NC_ ("Outlook", "From"),
                                               NC_ ("Outlook", "Subject") },
                                             .is_phone = TRUE },
  [WAXSEAL_MANIFEST_SURFACE_MOBILE_ORGANIZER] = { N_ ("Setting up a meeting on a phone"),
                                                  NC_ ("Outlook", "New meeting"),
                                                  { NC_ ("Outlook", "Send") },
                                                  { NC_ ("Outlook", "Attendees"),
                                                    NC_ ("Outlook", "Start") },
                                                  .is_written = TRUE,
                                                  .is_phone = TRUE },
  [WAXSEAL_MANIFEST_SURFACE_MOBILE_ATTENDEE] = { N_ ("Looking at a meeting on a phone"),
                                                 NC_ ("Outlook", "Meeting"),
                                                 { NC_ ("Outlook", "Accept") },
                                                 { NC_ ("Outlook", "Organizer"),
                                                   NC_ ("Outlook", "Start") },
                                                 .is_phone = TRUE },
};

/** waxseal_ribbon_client_get_name: Returns: (transfer none): its name, translated. */
const char *
waxseal_ribbon_client_get_name (WaxsealRibbonClient client)
{
  return _ (clients[client].name);
}

/** waxseal_ribbon_client_get_css_class: Returns: (transfer none): what its sketch looks like. */
const char *
waxseal_ribbon_client_get_css_class (WaxsealRibbonClient client)
{
  return clients[client].css_class;
}

/** waxseal_ribbon_client_shows_name: Returns: whether it shows the add-in's full name, and not the
 * label of the button. */
gboolean
waxseal_ribbon_client_shows_name (WaxsealRibbonClient client)
{
  return clients[client].shows_name;
}

/** waxseal_ribbon_client_dup_place: Returns: (transfer full): where it puts the add-in, in words.
 */
char *
waxseal_ribbon_client_dup_place (WaxsealRibbonClient client, WaxsealManifestSurface surface)
{
  const char *const *actions = windows[surface].actions;

  if (client != WAXSEAL_RIBBON_CLIENT_WEB)
    return g_strdup (_ (clients[client].place));
  /* Translators: the two are buttons of Outlook, such as “Send” and “Discard” */
  return g_strdup_printf (_ ("Under “…” beside %s and %s, with the add-in’s full name."),
                          waxseal_ribbon_window_translate (actions[0]),
                          waxseal_ribbon_window_translate (actions[1]));
}

/** waxseal_ribbon_window_of: Returns: (transfer none): the window of @surface, not yet translated;
 * not for events. */
const WaxsealRibbonWindow *
waxseal_ribbon_window_of (WaxsealManifestSurface surface)
{
  return &windows[surface];
}

/** waxseal_ribbon_window_translate: Returns: (transfer none): a word of a window, as Outlook has
 * it; not for the names of surfaces, which are Waxseal's own. */
const char *
waxseal_ribbon_window_translate (const char *word)
{
  return g_dpgettext2 (NULL, "Outlook", word);
}
