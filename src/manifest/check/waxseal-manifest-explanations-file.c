/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-explanation.h"

#include <glib/gi18n.h>

#define GUIDE WAXSEAL_MANIFEST_GUIDE

/* What is said about a file that cannot be read, or is another kind of file. */
static const WaxsealManifestExplanation rows[] = {
  { "folder",
    WAXSEAL_SEVERITY_ERROR,
    "Waxseal",
    N_ ("A command takes files, not folders, so that it is clear which files were checked."),
    N_ ("Name the files in it, for instance “folder/*.xml”.") },
  { "unreadable",
    WAXSEAL_SEVERITY_ERROR,
    "Waxseal",
    N_ ("The system did not let the file be read: it is not there, or belongs to somebody else."),
    N_ ("Check its name, and whether you may read it.") },
  { "empty",
    WAXSEAL_SEVERITY_ERROR,
    "W3C, Extensible Markup Language (XML) 1.0",
    N_ ("Nothing is in the file. A download that was cut short leaves such a file."),
    N_ ("Download the manifest again.") },
  { "too-large",
    WAXSEAL_SEVERITY_ERROR,
    GUIDE ("outlook/limits-for-activation-and-javascript-api-for-outlook-add-ins.md"),
    N_ (
      "A file of more than 10 MB is not read at all. Exchange takes manifests of 256 KB at most."),
    N_ ("Make sure that this is the manifest, and download it again.") },
  { "web-page",
    WAXSEAL_SEVERITY_ERROR,
    "Waxseal",
    N_ ("A download that needed a sign-in often ends with the page of that sign-in in place of the "
        "file."),
    N_ ("Sign in and download again.") },
  { "unified-manifest",
    WAXSEAL_SEVERITY_ERROR,
    GUIDE ("develop/unified-manifest-overview.md"),
    N_ ("Office add-ins have two kinds of manifest. On-premises Exchange does not take the newer "
        "one, in JSON, and add-ins that check mail on sending cannot use it."),
    N_ ("Download the add-in’s XML manifest.") },
  { "archive",
    WAXSEAL_SEVERITY_ERROR,
    "Waxseal",
    N_ ("Manifests are often packed in an archive, for instance by the store. Exchange takes the "
        "XML file alone."),
    N_ ("Unpack it, and import the XML file in it.") },
  { "encoding",
    WAXSEAL_SEVERITY_ERROR,
    "W3C, XML 1.0, section 4.3.3 (character encoding in entities)",
    N_ ("The bytes of the file are not what the file says they are. Other readers refuse such a "
        "file, or show wrong letters."),
    N_ ("Download the file again, or save it as UTF-8 in a text editor.") },
  { "well-formed",
    WAXSEAL_SEVERITY_ERROR,
    "W3C, XML 1.0, section 2.1 (well-formed documents)",
    N_ ("The file breaks the grammar of XML, so that no reader can tell what is in it. Exchange "
        "refuses it."),
    N_ ("Correct the XML, or download the manifest again.") },
  { "document-type",
    WAXSEAL_SEVERITY_ERROR,
    "W3C, XML 1.0, section 2.8 (document type declaration)",
    N_ ("A document type can make a small file expand without end, or fetch other files. Manifests "
        "have none, and it is not read."),
    N_ ("Remove the DOCTYPE if you trust the file, or download the manifest again.") },
  { "too-deep",
    WAXSEAL_SEVERITY_ERROR,
    "Waxseal",
    N_ ("Elements stand in each other hundreds of times. Manifests never do, and readers fail at "
        "it."),
    N_ ("Download the manifest again.") },
  { "too-many-attributes",
    WAXSEAL_SEVERITY_ERROR,
    "Waxseal",
    N_ (
      "An element of a manifest has a few attributes. A reader compares each with all others, and "
      "would be busy for minutes."),
    N_ ("Download the manifest again.") },
  { "too-many-namespaces",
    WAXSEAL_SEVERITY_ERROR,
    "Waxseal",
    N_ ("A manifest has a handful of namespaces. A reader looks through them all for each element, "
        "and would be busy for minutes."),
    N_ ("Download the manifest again.") },
  { "too-many-names",
    WAXSEAL_SEVERITY_ERROR,
    "Waxseal",
    N_ ("The schemas of a manifest know a few hundred names. A reader of many thousands would be "
        "busy for minutes."),
    N_ ("Download the manifest again.") },
  { "more-findings",
    WAXSEAL_SEVERITY_HINT,
    "Waxseal",
    N_ ("A check stops at 500 findings of a kind; more would help nobody."),
    N_ ("Correct these first, then check again.") },
  { "version-not-higher",
    WAXSEAL_SEVERITY_WARNING,
    GUIDE ("develop/xml-manifest-overview.md"),
    N_ ("Outlook takes an update only where its version is higher. Waxseal compares with what the "
        "organization exported or imported last; “waxseal diff” compares two files."),
    N_ ("Raise the version before you deploy it; Export offers to.") },
  { "assumed",
    WAXSEAL_SEVERITY_HINT,
    "Waxseal",
    N_ ("Only Cisco knows the add-in’s Id and its addresses. Until a manifest from the service is "
        "imported, Waxseal shows likely ones, which must not be deployed."),
    N_ ("Download the manifest in CRES (Addin Config, Download Manifest), and import it.") },
  { NULL },
};

/** waxseal_manifest_explanations_file: Returns: (transfer none): the table. */
const WaxsealManifestExplanation *
waxseal_manifest_explanations_file (void)
{
  return rows;
}
