/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-organization-entry.h"
#include "waxseal-organization.h"

G_BEGIN_DECLS

/**
 * WaxsealOrganizationStore:
 *
 * The folder of organisations: a #GListModel of #WaxsealOrganizationEntry sorted by name. What it
 * loads or adds it follows: every change is saved within "save-delay" (ms, construct only, 500).
 * To be used on the main thread; its files are read and written in others.
 *
 * Properties: "save-state" (#WaxsealSaveState, read-only, notified): that of the worst file.
 * Signals: "saved" (): a file was written. "save-failed" (#GError, whose message names the file):
 * nothing is lost as long as Waxseal runs; the next change, and a flush, tries again.
 */
#define WAXSEAL_TYPE_ORGANIZATION_STORE (waxseal_organization_store_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealOrganizationStore,
                      waxseal_organization_store,
                      WAXSEAL,
                      ORGANIZATION_STORE,
                      GObject)

/** waxseal_organization_store_new: @folder: (nullable): %NULL means "waxseal/organizations" in the
 * user data folder. Nothing is read yet. */
WaxsealOrganizationStore *waxseal_organization_store_new (const char *folder);
WaxsealSaveState waxseal_organization_store_get_save_state (WaxsealOrganizationStore *self);

/** waxseal_organization_store_scan_async: Lists the folder; a damaged file is kept aside. Errors of
 * finish: #GFileError, where the folder cannot be read; a missing folder is an empty one. */
void waxseal_organization_store_scan_async (WaxsealOrganizationStore *self,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback cb,
                                            gpointer data);
gboolean waxseal_organization_store_scan_finish (WaxsealOrganizationStore *self,
                                                 GAsyncResult *result,
                                                 GError **error);

/** waxseal_organization_store_load_async: Reads one file, without any scan. One that is open
 * already is the same object. Finish returns (transfer full), or %WAXSEAL_ERROR_NOT_FOUND,
 * _FILE_DAMAGED, _FILE_NEWER or a #GFileError; read-only ones load, but are never saved. */
void waxseal_organization_store_load_async (WaxsealOrganizationStore *self,
                                            const char *id,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback cb,
                                            gpointer data);
WaxsealOrganization *waxseal_organization_store_load_finish (WaxsealOrganizationStore *self,
                                                             GAsyncResult *result,
                                                             GError **error);

/** waxseal_organization_store_add: Lists @organization (a new one, or a duplicate), saves it now,
 * and follows it. */
void waxseal_organization_store_add (WaxsealOrganizationStore *self,
                                     WaxsealOrganization *organization);

/* Remove moves the file into "removed", where restore finds it until it is purged (@id %NULL: all).
 * Remove saves first, and unlists at once. Errors: %WAXSEAL_ERROR_NOT_FOUND or a #GFileError. */
void waxseal_organization_store_remove_async (WaxsealOrganizationStore *self,
                                              const char *id,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback cb,
                                              gpointer data);
gboolean waxseal_organization_store_remove_finish (WaxsealOrganizationStore *self,
                                                   GAsyncResult *result,
                                                   GError **error);
void waxseal_organization_store_restore_async (WaxsealOrganizationStore *self,
                                               const char *id,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback cb,
                                               gpointer data);
gboolean waxseal_organization_store_restore_finish (WaxsealOrganizationStore *self,
                                                    GAsyncResult *result,
                                                    GError **error);
void waxseal_organization_store_purge_async (WaxsealOrganizationStore *self,
                                             const char *id,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback cb,
                                             gpointer data);
gboolean waxseal_organization_store_purge_finish (WaxsealOrganizationStore *self,
                                                  GAsyncResult *result,
                                                  GError **error);

/** waxseal_organization_store_flush_async: Saves now what is unsaved; call it, and wait, before
 * exit. Finish fails with the error of the first file that could not be written. */
void waxseal_organization_store_flush_async (WaxsealOrganizationStore *self,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback cb,
                                             gpointer data);
gboolean waxseal_organization_store_flush_finish (WaxsealOrganizationStore *self,
                                                  GAsyncResult *result,
                                                  GError **error);

/* For commands only, since it blocks; changes nothing. @name: exactly, else but for case, else an
 * id. Returns (transfer full), or %NULL with %WAXSEAL_ERROR_NOT_FOUND, _AMBIGUOUS, _FILE_DAMAGED,
 * _FILE_NEWER or a #GFileError. */
WaxsealOrganization *
waxseal_organization_store_find_sync (const char *folder, const char *name, GError **error);

G_END_DECLS
