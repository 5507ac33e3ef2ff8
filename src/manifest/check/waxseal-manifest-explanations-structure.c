/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-explanation.h"

#include <glib/gi18n.h>

#define REFERENCE WAXSEAL_MANIFEST_REFERENCE
#define GUIDE     WAXSEAL_MANIFEST_GUIDE

/* What is said about elements, attributes and values that the schema does not have there. */
static const WaxsealManifestExplanation rows[] = {
  { "not-a-manifest",
    WAXSEAL_SEVERITY_ERROR,
    REFERENCE ("officeapp.md"),
    N_ ("An add-in’s manifest begins with the element OfficeApp in Microsoft’s namespace. Whatever "
        "begins otherwise, Exchange refuses."),
    N_ ("Choose the manifest file of the add-in.") },
  { "not-for-outlook",
    WAXSEAL_SEVERITY_ERROR,
    REFERENCE ("officeapp.md"),
    N_ ("The manifest is for a task pane or content in Word, Excel or PowerPoint. Outlook installs "
        "mail add-ins only."),
    N_ ("Choose the manifest of the Outlook add-in; its root has xsi:type=\"MailApp\".") },
  { "legacy-schema",
    WAXSEAL_SEVERITY_ERROR,
    REFERENCE ("officeapp.md"),
    N_ ("The first schema of 2013 has none of the elements that today’s buttons and events need."),
    N_ ("Ask the vendor for a current manifest, written in appforoffice/1.1.") },
  { "legacy-tooltip",
    WAXSEAL_SEVERITY_ERROR,
    REFERENCE ("control-button.md"),
    N_ ("The element was in a preview of 2016 and never in the published schema, so that uploading "
        "fails."),
    N_ ("Remove it. “Supertip” with a title and a description has taken its place.") },
  { "task-pane-only",
    WAXSEAL_SEVERITY_ERROR,
    REFERENCE ("action.md"),
    N_ ("The element exists for other Office programs only. In a mail add-in the schema does not "
        "have it, and uploading fails."),
    N_ ("Remove it. To keep the pane open, use “SupportsPinning”.") },
  { "overrides-nested",
    WAXSEAL_SEVERITY_ERROR,
    GUIDE ("develop/xml-manifest-overview.md"),
    N_ ("Outlook finds VersionOverrides 1.1 only as the last element inside VersionOverrides 1.0. "
        "Elsewhere the installation fails without a word."),
    N_ ("Move it into VersionOverrides 1.0; Outlook installs nothing otherwise.") },
  { "overrides-1-1-only",
    WAXSEAL_SEVERITY_ERROR,
    REFERENCE ("versionoverrides-1-1-mail.md"),
    N_ ("The element or type came with VersionOverrides 1.1. In 1.0 the schema does not have it, "
        "and uploading fails."),
    N_ ("Move the element into VersionOverrides 1.1, nested in this VersionOverrides 1.0.") },
  { "element-order",
    WAXSEAL_SEVERITY_ERROR,
    GUIDE ("develop/manifest-element-ordering.md"),
    N_ ("The schema fixes the order of the elements. Microsoft’s service says the same of an "
        "element out of order as of an unknown one."),
    N_ ("Move the element; the order of elements is fixed.") },
  { "element-missing",
    WAXSEAL_SEVERITY_ERROR,
    GUIDE ("develop/manifest-element-ordering.md"),
    N_ ("The schema requires the element here. Without it the manifest cannot be uploaded."),
    N_ ("Add the element.") },
  { "element-repeated",
    WAXSEAL_SEVERITY_ERROR,
    GUIDE ("develop/manifest-element-ordering.md"),
    N_ ("The schema allows the element fewer times here, so that the manifest cannot be uploaded."),
    N_ ("Remove this one, or move its content into the first.") },
  { "element-unknown",
    WAXSEAL_SEVERITY_ERROR,
    GUIDE ("develop/manifest-element-ordering.md"),
    N_ ("The schema has no such element here. A wrong spelling is the usual reason; capitals "
        "matter."),
    N_ ("Remove the element, or correct its spelling; capitals matter.") },
  { "element-namespace",
    WAXSEAL_SEVERITY_ERROR,
    GUIDE ("develop/xml-manifest-overview.md"),
    N_ ("The name is right, but it belongs to another namespace, and to readers that is another "
        "element."),
    N_ ("Put the prefix of that namespace in front of the name, or remove a wrong xmlns.") },
  { "text-not-allowed",
    WAXSEAL_SEVERITY_ERROR,
    GUIDE ("develop/manifest-element-ordering.md"),
    N_ ("Only elements may stand here. A quotation mark or bracket that an edit left behind is "
        "enough for the upload to fail."),
    N_ ("Remove the text. Often it is what an edit left behind.") },
  { "attribute-missing",
    WAXSEAL_SEVERITY_ERROR,
    GUIDE ("develop/manifest-element-ordering.md"),
    N_ ("The schema requires the attribute. Without it the manifest cannot be uploaded."),
    N_ ("Add the attribute to the element.") },
  { "attribute-unknown",
    WAXSEAL_SEVERITY_ERROR,
    GUIDE ("develop/manifest-element-ordering.md"),
    N_ ("The schema has no such attribute here. A wrong spelling is the usual reason; capitals "
        "matter."),
    N_ ("Remove the attribute, or correct its spelling; capitals matter.") },
  { "type-missing",
    WAXSEAL_SEVERITY_ERROR,
    GUIDE ("develop/manifest-element-ordering.md"),
    N_ ("There are several kinds of this element, and xsi:type says which one it is."),
    N_ ("Add the xsi:type attribute to the element.") },
  { "type-unknown",
    WAXSEAL_SEVERITY_ERROR,
    GUIDE ("develop/manifest-element-ordering.md"),
    N_ ("xsi:type names a kind of element that the schema does not have here."),
    N_ ("Correct the type. If Microsoft has added it since, this version of Waxseal does not know "
        "it yet.") },
  { "placeholder",
    WAXSEAL_SEVERITY_ERROR,
    GUIDE ("develop/xml-manifest-overview.md"),
    N_ ("A template marks the places to fill in. One was left, so that the value is none."),
    N_ ("Put the real value in its place.") },
  { "value",
    WAXSEAL_SEVERITY_ERROR,
    GUIDE ("develop/manifest-element-ordering.md"),
    N_ ("The value has not the form that the schema requires, so that the manifest cannot be "
        "uploaded."),
    N_ ("Correct the value.") },
  { "value-empty",
    WAXSEAL_SEVERITY_ERROR,
    GUIDE ("develop/manifest-element-ordering.md"),
    N_ ("The schema requires a value here."),
    N_ ("Fill it in, or remove the element if you do not need it.") },
  { "value-length",
    WAXSEAL_SEVERITY_ERROR,
    REFERENCE ("resources.md"),
    N_ ("Names have at most 125 characters, descriptions 250, ids of resources 32. Longer ones are "
        "refused."),
    N_ ("Shorten it.") },
  { NULL },
};

/** waxseal_manifest_explanations_structure: Returns: (transfer none): the table. */
const WaxsealManifestExplanation *
waxseal_manifest_explanations_structure (void)
{
  return rows;
}
