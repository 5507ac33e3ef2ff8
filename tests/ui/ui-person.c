/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-person.h"

#include "ui-driver.h"
#include "waxseal-code-dialog.h"
#include "waxseal-practice-person.h"

struct _UiPerson
{
  char *name;
  char *entered; /* the last code */
  gboolean entering;
};

UiPerson *
ui_person_new (const char *name)
{
  UiPerson *self = g_new0 (UiPerson, 1);

  self->name = g_strdup (name);
  return self;
}

void
ui_person_free (UiPerson *self)
{
  while (self->entering)
    g_main_context_iteration (NULL, TRUE);
  g_free (self->name);
  g_free (self->entered);
  g_free (self);
}

static void
entered_cb (GObject *source, GAsyncResult *result, gpointer self)
{
  waxseal_practice_person_finish (result, NULL);
  ((UiPerson *) self)->entering = FALSE;
}

static void
enter (UiPerson *self, GtkWidget *dialog)
{
  const char *code = gtk_label_get_label (GTK_LABEL (ui_driver_get_child (dialog, "code_label")));
  const char *uri = gtk_label_get_label (GTK_LABEL (ui_driver_get_child (dialog, "uri_label")));

  if (*code == '\0' || g_strcmp0 (self->entered, code) == 0)
    return;
  g_free (self->entered);
  self->entered = g_strdup (code);
  self->entering = TRUE;
  waxseal_practice_person_enter_code_async (self->name, uri, code, NULL, entered_cb, self);
}

void
ui_person_look (UiPerson *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; self != NULL && i < g_list_model_get_n_items (windows) && !self->entering; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (WAXSEAL_IS_CODE_DIALOG (window))
        enter (self, window);
    }
}
