/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-read.h"

#include "waxseal-manifest-decode.h"
#include "waxseal-manifest-map.h"
#include "waxseal-manifest-names.h"

static void
read_list (WaxsealAddinIdentity *identity, const char *property, GArray *places)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  guint i;

  for (i = 0; i < places->len; i++)
    {
      g_autofree char *text =
        waxseal_manifest_place_dup_value (&g_array_index (places, WaxsealManifestPlace, i));

      g_strv_builder_add (builder, text);
    }
  texts = g_strv_builder_end (builder);
  g_object_set (identity, property, texts, NULL);
}

static void
read_text (WaxsealAddinIdentity *identity, const char *property, GArray *places)
{
  g_autofree char *text = NULL;

  if (places->len > 0)
    text = waxseal_manifest_place_dup_value (&g_array_index (places, WaxsealManifestPlace, 0));
  waxseal_record_set_text (identity, property, text);
}

/**
 * waxseal_manifest_read:
 *
 * Fills in all of @identity from @document. What @document does not say becomes empty.
 */
void
waxseal_manifest_read (WaxsealManifestDocument *document, WaxsealAddinIdentity *identity)
{
  WaxsealManifestMap *map = waxseal_manifest_map_of (document);
  guint i;

  for (i = 0; i < waxseal_manifest_map_n_fields (); i++)
    {
      const WaxsealManifestField *field = waxseal_manifest_map_get_field (i);
      GArray *places = waxseal_manifest_map_get_places (map, i);

      if ((field->flags & WAXSEAL_MANIFEST_FIELD_LIST) != 0)
        read_list (identity, field->property, places);
      else
        read_text (identity, field->property, places);
    }
  waxseal_manifest_names_read (document, identity);
}

/**
 * waxseal_manifest_source_keep:
 * @file_name: without folders
 * @from_cres: whether the administrator says that it was downloaded from CRES
 *
 * Keeps @document in @source, whole. One that is no text cannot be kept: @source becomes empty.
 */
void
waxseal_manifest_source_keep (WaxsealManifestSource *source,
                              WaxsealManifestDocument *document,
                              const char *file_name,
                              gboolean from_cres)
{
  const char *text = waxseal_manifest_document_get_text (document);
  g_autoptr (GBytes) bytes = waxseal_manifest_document_encode (document, text != NULL ? text : "");
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *read_on = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  g_object_set (source,
                "file-name",
                file_name,
                "sha256",
                sha256,
                "read-on",
                read_on,
                "from-cres",
                from_cres,
                "encoding",
                waxseal_manifest_document_get_encoding (document),
                "byte-order-mark",
                waxseal_manifest_document_has_byte_order_mark (document),
                "lines",
                lines,
                NULL);
}

/**
 * waxseal_manifest_source_open:
 *
 * Returns: (transfer full) (nullable): the manifest that was kept, with the same bytes; %NULL if
 *   @source is empty.
 */
WaxsealManifestDocument *
waxseal_manifest_source_open (WaxsealManifestSource *source)
{
  const char *const *lines = waxseal_record_get_texts (source, "lines");
  const char *encoding = waxseal_record_get_text (source, "encoding");
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (waxseal_manifest_source_is_empty (source))
    return NULL;
  text = g_strjoinv ("\n", (char **) lines);
  bytes = waxseal_manifest_encode (text,
                                   *encoding != '\0' ? encoding : "UTF-8",
                                   waxseal_record_get_flag (source, "byte-order-mark"));
  return waxseal_manifest_document_new (bytes);
}

/** waxseal_manifest_source_is_empty: Returns: whether no manifest was ever kept in it. */
gboolean
waxseal_manifest_source_is_empty (WaxsealManifestSource *source)
{
  return waxseal_record_get_texts (source, "lines")[0] == NULL;
}
