/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-explanation.h"

#include <glib/gi18n.h>

#define REFERENCE WAXSEAL_MANIFEST_REFERENCE
#define GUIDE     WAXSEAL_MANIFEST_GUIDE

/* What asking the addresses of a manifest can find, which only happens on request. */
static const WaxsealManifestExplanation rows[] = {
  { "online-certificate",
    WAXSEAL_SEVERITY_ERROR,
    GUIDE ("develop/add-in-manifests.md"),
    N_ ("Outlook loads pages and icons only over a connection that is secured by a valid "
        "certificate. Where a company inspects its traffic, this computer may see the company’s "
        "certificate in the place of the service’s."),
    N_ ("Ask whoever runs the host to renew or correct its certificate. If your company inspects "
        "its traffic, add its certificate authority to this computer’s trusted ones.") },
  { "online-status",
    WAXSEAL_SEVERITY_ERROR,
    "IETF, RFC 9110, section 15 (status codes)",
    N_ ("The host answers, but without the page or the icon. Users would see an empty pane, or no "
        "icon. Icons and pages must be there for everybody, without a sign-in."),
    N_ ("Correct the address, or ask whoever runs the host to put the file there.") },
  { "online-busy",
    WAXSEAL_SEVERITY_WARNING,
    "IETF, RFC 9110, section 15.6 (server errors) and RFC 6585, section 4",
    N_ ("The host has a fault of its own or is too busy, so that nothing can be said about the "
        "address now."),
    N_ ("Check again in some minutes. If it goes on, tell whoever runs the host.") },
  { "online-redirect-plain",
    WAXSEAL_SEVERITY_ERROR,
    GUIDE ("develop/add-in-manifests.md"),
    N_ ("The host sends on to an address that is not https, which Outlook does not load. Waxseal "
        "did not follow it."),
    N_ ("Put in the https address that it should lead to, or ask whoever runs the host to correct "
        "the redirect.") },
  { "online-redirect-lost",
    WAXSEAL_SEVERITY_ERROR,
    "IETF, RFC 9110, section 15.4 (redirection)",
    N_ ("The host sends on more than five times, to nowhere, or to an address with a user’s name. "
        "Browsers give up there."),
    N_ ("Put in the address that it should lead to, or ask whoever runs the host to correct the "
        "redirect.") },
  { "online-redirected",
    WAXSEAL_SEVERITY_HINT,
    "IETF, RFC 9110, section 15.4 (redirection)",
    N_ ("The address works, but by way of another one. Each detour takes time, and a page on "
        "another host opens in the pane only if AppDomains names that host."),
    N_ ("Put in the last address, if it is meant to stay.") },
  { "online-icon-type",
    WAXSEAL_SEVERITY_ERROR,
    REFERENCE ("iconurl.md"),
    N_ ("Outlook shows BMP, EXIF, GIF, JPG, PNG and TIFF. Hosts often answer with a page in the "
        "place of a picture that is not there, or with a type that browsers do not take for one."),
    N_ ("Put a PNG there, and let the host name its type, “image/png”.") },
  { "online-icon-size",
    WAXSEAL_SEVERITY_WARNING,
    REFERENCE ("icon.md"),
    N_ ("The picture has not the size that the manifest uses it in. Outlook stretches or shrinks "
        "it, which looks blurred."),
    N_ ("Put a picture of the right size there.") },
  { "online-icon-large",
    WAXSEAL_SEVERITY_WARNING,
    "Waxseal",
    N_ (
      "A picture of more than 1 MiB is not read to its end. An icon has a few kilobytes, and each "
      "user loads it."),
    N_ ("Put a smaller picture there.") },
  { "online-icon-cache",
    WAXSEAL_SEVERITY_HINT,
    GUIDE ("develop/add-in-manifests.md"),
    N_ ("The host forbids to keep the icon, so that Outlook has to load it again each time, or may "
        "not show it."),
    N_ ("Ask whoever runs the host to leave out “no-store” and “no-cache” for icons.") },
  { "online-no-answer",
    WAXSEAL_SEVERITY_WARNING,
    "Waxseal",
    N_ ("There was no answer from the host: its name is not known, or it cannot be reached from "
        "this computer. Whether users can reach it is not known."),
    N_ ("Check the spelling of the host, and the network and its proxy. Then check again.") },
  { "online-slow",
    WAXSEAL_SEVERITY_WARNING,
    "Waxseal",
    N_ ("There was no whole answer within 15 seconds. Users would wait as long in front of an "
        "empty pane."),
    N_ ("Check again later. If it goes on, tell whoever runs the host.") },
  { "online-private",
    WAXSEAL_SEVERITY_WARNING,
    "IETF, RFC 6890 (special-purpose address registries)",
    N_ ("The address leads to this computer or into a private network. A file from somebody else "
        "must not make Waxseal knock there, so nothing was asked; and people elsewhere cannot "
        "reach it."),
    N_ (
      "Open the address in a browser if you know that it is your own. Before you deploy, see that "
      "all users can reach it.") },
  { "online-practice",
    WAXSEAL_SEVERITY_HINT,
    "Waxseal",
    N_ ("In practice nothing outside this computer is asked, so that nothing is known about the "
        "address."),
    N_ ("Check the addresses of the real organization’s manifest.") },
  { "online-more",
    WAXSEAL_SEVERITY_HINT,
    "Waxseal",
    N_ ("A check asks 100 addresses at most. No add-in needs as many."),
    N_ ("Make sure that this is the manifest.") },
  { NULL },
};

/** waxseal_manifest_explanations_online: Returns: (transfer none): the table. */
const WaxsealManifestExplanation *
waxseal_manifest_explanations_online (void)
{
  return rows;
}
