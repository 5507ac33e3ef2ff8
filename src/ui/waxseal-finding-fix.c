/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-finding-fix.h"

#include <glib/gi18n.h>

#include "waxseal-finding.h"

static void
undo_clicked_cb (AdwToast *toast, WaxsealManifestDraft *draft)
{
  waxseal_manifest_draft_undo (draft, g_object_get_data (G_OBJECT (toast), "undo"));
}

static void
offer_undo (WaxsealWindow *self, WaxsealManifestDraft *draft, WaxsealManifestUndo *undo)
{
  AdwToast *toast = adw_toast_new (_ ("Fixed"));

  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data_full (G_OBJECT (toast),
                          "undo",
                          undo,
                          (GDestroyNotify) waxseal_manifest_undo_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), draft, 0);
  waxseal_window_add_toast (self, toast);
}

/* The finding of the draft that a row shows. */
static WaxsealFinding *
find_finding (WaxsealManifestDraft *draft, const char *rule, guint line, guint column)
{
  GListModel *findings = waxseal_manifest_draft_get_findings (draft);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (WaxsealFinding) finding = g_list_model_get_item (findings, i);

      if (g_str_equal (waxseal_finding_get_rule (finding), rule) &&
          waxseal_finding_get_line (finding) == line &&
          waxseal_finding_get_column (finding) == column)
        return g_steal_pointer (&finding);
    }
  return NULL;
}

/**
 * waxseal_finding_fix:
 * @place: the rule, the line and the column of a finding of the draft: “(suu)”
 *
 * Makes the one right change to the organisation’s manifest, and offers to undo it.
 */
void
waxseal_finding_fix (WaxsealWindow *window, GVariant *place)
{
  WaxsealManifestDraft *draft = waxseal_workspace_get_draft (waxseal_window_get_workspace (window));
  g_autoptr (WaxsealFinding) finding = NULL;
  WaxsealManifestUndo *undo = NULL;
  const char *rule;
  guint line, column;

  g_variant_get (place, "(&suu)", &rule, &line, &column);
  finding = find_finding (draft, rule, line, column);
  undo = finding != NULL ? waxseal_manifest_draft_fix (draft, finding) : NULL;
  if (undo != NULL)
    offer_undo (window, draft, undo);
}
