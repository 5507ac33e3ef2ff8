/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-address-paste.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-address-table.h"
#include "waxseal-csv-row.h"
#include "waxseal-text-decode.h"

/* More are counted, but not kept. */
#define MAX_KEPT 10000
/* A text with as many words that are no address is no list. */
#define MAX_REFUSED 100000

/* Twice a display name (256 characters) and an address, in bytes. */
#define MAX_PERSON 2048

/* Bytes. */
#define PIECE 4096

/* Invisible, and pasted along from web pages and documents. */
#define INVISIBLE "[\\x{AD}\\x{200B}-\\x{200F}\\x{202A}-\\x{202E}\\x{2060}-\\x{2069}\\x{FEFF}]"

/* Around words, beside blanks; none of them is in an address. */
#define BRACKETS "<>()[]\"“”„«»「」『』【】〔〕"

struct _WaxsealAddressPaste
{
  GObject parent_instance;
  GListStore *taken;
  GListStore *repeated;
  GListStore *refused;
  guint n_repeated;
  guint n_refused;
  const char *problem; /* or NULL */
};

G_DEFINE_FINAL_TYPE (WaxsealAddressPaste, waxseal_address_paste, G_TYPE_OBJECT)

/* While a list is read. */
typedef struct
{
  WaxsealAddressPaste *paste;
  GPtrArray *taken;    /* owned by the list in the end */
  GHashTable *known;   /* addresses in lower case */
  GHashTable *domains; /* of waxseal_address_word_clean() */
} Reader;

static void
waxseal_address_paste_finalize (GObject *object)
{
  WaxsealAddressPaste *self = WAXSEAL_ADDRESS_PASTE (object);

  g_clear_object (&self->taken);
  g_clear_object (&self->repeated);
  g_clear_object (&self->refused);
  G_OBJECT_CLASS (waxseal_address_paste_parent_class)->finalize (object);
}

static void
waxseal_address_paste_class_init (WaxsealAddressPasteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_address_paste_finalize;
}

static void
waxseal_address_paste_init (WaxsealAddressPaste *self)
{
  self->taken = g_list_store_new (WAXSEAL_TYPE_PASTED_ADDRESS);
  self->repeated = g_list_store_new (WAXSEAL_TYPE_PASTED_ADDRESS);
  self->refused = g_list_store_new (WAXSEAL_TYPE_PASTED_ADDRESS);
}

static void
keep (GListStore *list, WaxsealAddressVerdict verdict, guint line, const char *text)
{
  g_autoptr (WaxsealPastedAddress) word = NULL;

  if (g_list_model_get_n_items (G_LIST_MODEL (list)) >= MAX_KEPT)
    return;
  word = waxseal_pasted_address_new (verdict, line, text, NULL);
  g_list_store_append (list, word);
}

static void
refuse (Reader *self, WaxsealAddressVerdict verdict, guint line, const char *text)
{
  keep (self->paste->refused, verdict, line, text);
  if (++self->paste->n_refused >= MAX_REFUSED)
    self->paste->problem = N_ ("Most of this is not a list of addresses. It was read up to here.");
}

/* @part: (nullable): what @word is shown with; alone if there are several in it */
static void
take_word (Reader *self, guint line, const char *word, const char *part)
{
  WaxsealAddressVerdict verdict;
  g_autofree char *address = waxseal_address_word_clean (word, self->domains, &verdict);
  g_autofree char *key = address != NULL ? g_utf8_strdown (address, -1) : NULL;

  if (address == NULL)
    refuse (self, verdict, line, part != NULL ? part : word);
  else if (g_hash_table_contains (self->known, key))
    {
      keep (self->paste->repeated, WAXSEAL_ADDRESS_REPEATED, line, address);
      self->paste->n_repeated++;
    }
  else if (self->taken->len >= WAXSEAL_ADDRESS_PASTE_MAX_ADDRESSES)
    self->paste->problem = N_ ("There are more than 100,000 addresses. The first were taken; "
                               "for so many people, choose groups or Everyone.");
  else
    {
      g_hash_table_add (self->known, g_steal_pointer (&key));
      g_ptr_array_add (self->taken,
                       waxseal_pasted_address_new (
                         WAXSEAL_ADDRESS_FINE, line, part != NULL ? part : word, address));
    }
}

static gboolean
is_between_words (gunichar c)
{
  return g_unichar_isspace (c) || g_utf8_strchr (BRACKETS, -1, c) != NULL;
}

/* Whether there is anything but bullets and lines in it. */
static gboolean
has_letters (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalnum (g_utf8_get_char (text)) || *text == '@')
      return TRUE;
  return FALSE;
}

/* The words with an at sign; what else there is, is a name. */
static char **
find_words (const char *text)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  const char *start = text;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      if (*p != '\0' && !is_between_words (g_utf8_get_char (p)))
        continue;
      if (g_strstr_len (start, p - start, "@") != NULL)
        {
          g_autofree char *word = g_strndup (start, p - start);

          g_strv_builder_add (words, word);
        }
      if (*p == '\0')
        return g_strv_builder_end (words);
      start = g_utf8_next_char (p);
    }
}

/* What is between two separators: “Ann Lee <ann@contoso.com>”, or an address with or without more.
 */
static void
take_part (Reader *self, guint line, char *part)
{
  g_auto (GStrv) words = find_words (g_strstrip (part));

  if (words[0] == NULL && has_letters (part))
    refuse (self, WAXSEAL_ADDRESS_NAME, line, part);
  for (guint i = 0; words[i] != NULL; i++)
    take_word (self, line, words[i], words[1] == NULL ? part : NULL);
}

/* The end of what begins at @start: one of @separators outside quotes. A quote that its line does
 * not close is none. */
static const char *
find_end (const char *start, const char *end, const char *separators)
{
  const char *p = start;

  while (p < end)
    {
      const char *closing = *p == '"' ? memchr (p + 1, '"', end - p - 1) : NULL;

      if (closing != NULL)
        p = closing;
      else if (strchr (separators, *p) != NULL)
        return p;
      p++;
    }
  return end;
}

static guint
count_in (const char *text, gsize length, char character)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += text[i] == character;
  return n;
}

/* “Smith, John <john@contoso.com>” is how Outlook copies one person: the comma is in the name. */
static gboolean
is_one_person (const char *start, gsize length)
{
  const char *open = length <= MAX_PERSON ? memchr (start, '<', length) : NULL;

  return open != NULL && count_in (start, length, '@') == 1 && count_in (start, length, '<') == 1 &&
         memchr (open, '@', length - (open - start)) != NULL;
}

static void
split_at_commas (Reader *self, guint line, const char *start, const char *end)
{
  while (start <= end)
    {
      const char *next = is_one_person (start, end - start) ? end : find_end (start, end, ",");
      g_autofree char *part = g_strndup (start, next - start);

      take_part (self, line, part);
      start = next + 1;
    }
}

static void
take_text (Reader *self, guint line, const char *start, const char *end)
{
  while (start <= end && self->paste->problem == NULL)
    {
      const char *next = find_end (start, end, ";\t|\r\n");

      split_at_commas (self, line, start, next);
      start = next + 1;
    }
}

static void
read_lines (Reader *self, const char *text)
{
  for (guint line = 1; *text != '\0' && self->paste->problem == NULL; line++)
    {
      gsize length = strcspn (text, "\r\n");
      g_autofree char *first = line == 1 ? g_strndup (text, length) : NULL;

      if (first == NULL || !waxseal_address_table_is_heading (first))
        take_text (self, line, text, text + length);
      text += length;
      if (*text != '\0')
        text += text[0] == '\r' && text[1] == '\n' ? 2 : 1;
    }
}

static void
take_row (Reader *self, const WaxsealAddressTable *table, guint line, char **row)
{
  const char *cell = waxseal_address_table_get_cell (table, (const char *const *) row);
  g_autofree char *rest = NULL;

  if (cell != NULL)
    {
      take_text (self, line, cell, cell + strlen (cell));
      return;
    }
  rest = g_strjoinv (" ", row);
  if (has_letters (rest))
    refuse (self, WAXSEAL_ADDRESS_EMPTY_ROW, line, g_strstrip (rest));
}

static void
read_table (Reader *self, const WaxsealAddressTable *table, const char *text)
{
  guint line = 1;

  for (guint i = 0; *text != '\0' && self->paste->problem == NULL; i++)
    {
      guint first = line;
      g_auto (GStrv) row = waxseal_csv_row_read (&text, table->delimiter, &line);

      if (i >= table->n_rows_before)
        take_row (self, table, first, row);
    }
}

static char *
replace (const char *text, const char *pattern, const char *with)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);

  return g_regex_replace_literal (regex, text, -1, 0, with, 0, NULL);
}

/* By pieces: what g_utf8_normalize() takes grows with the square of the length. */
static char *
normalize_pieces (const char *text)
{
  GString *normal = g_string_new (NULL);
  const char *end = text + strlen (text);

  while (text < end)
    {
      const char *cut = end - text > PIECE ? g_utf8_find_prev_char (text, text + PIECE) : end;
      g_autofree char *piece = g_utf8_normalize (text, cut - text, G_NORMALIZE_NFKC);

      g_string_append (normal, piece);
      text = cut;
    }
  return g_string_free (normal, FALSE);
}

/* In the letters that addresses are written in: NFKC makes ASCII of the full-width ones of Japanese
 * input; an ideographic comma separates as any other. */
static char *
normalize (const char *data, gsize length)
{
  g_autofree char *text = waxseal_text_decode (data, length);
  g_autofree char *visible = NULL, *normal = NULL;

  if (g_str_is_ascii (text))
    return g_steal_pointer (&text);
  visible = replace (text, INVISIBLE, "");
  normal = normalize_pieces (visible);
  return replace (normal, "\\x{3001}", ";");
}

static void
read_list (WaxsealAddressPaste *self, const char *data, gsize length)
{
  Reader reader = { .paste = self, .taken = g_ptr_array_new_with_free_func (g_object_unref) };
  g_autofree char *text = normalize (data, length);
  WaxsealAddressTable table;

  reader.known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reader.domains = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (waxseal_address_table_find (&table, text))
    read_table (&reader, &table, text);
  else
    read_lines (&reader, text);
  g_list_store_splice (self->taken, 0, 0, reader.taken->pdata, reader.taken->len);
  g_ptr_array_unref (reader.taken);
  g_hash_table_unref (reader.known);
  g_hash_table_unref (reader.domains);
}

/**
 * waxseal_address_paste_new:
 * @data: (array length=length): in any encoding
 *
 * Returns: (transfer full): what it means
 */
WaxsealAddressPaste *
waxseal_address_paste_new (const char *data, gsize length)
{
  WaxsealAddressPaste *self = g_object_new (WAXSEAL_TYPE_ADDRESS_PASTE, NULL);

  if (length > WAXSEAL_ADDRESS_PASTE_MAX_BYTES)
    self->problem = N_ ("The list is larger than 10 MiB. Divide it, or choose groups instead.");
  else
    read_list (self, data, length);
  return self;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  gsize length;
  const char *text = g_bytes_get_data (data, &length);

  g_task_return_pointer (task, waxseal_address_paste_new (text, length), g_object_unref);
}

/** waxseal_address_paste_read_async: @bytes: (transfer none): as for waxseal_address_paste_new().
 */
void
waxseal_address_paste_read_async (GBytes *bytes,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, waxseal_address_paste_read_async);
  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * waxseal_address_paste_read_finish:
 * @error: %G_IO_ERROR_CANCELLED alone
 *
 * Returns: (transfer full): what it means
 */
WaxsealAddressPaste *
waxseal_address_paste_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/** waxseal_address_paste_get_taken: Returns: (transfer none): each address once, in their order. */
GListModel *
waxseal_address_paste_get_taken (WaxsealAddressPaste *self)
{
  return G_LIST_MODEL (self->taken);
}

/** waxseal_address_paste_get_repeated: Returns: (transfer none): those that were there before. */
GListModel *
waxseal_address_paste_get_repeated (WaxsealAddressPaste *self)
{
  return G_LIST_MODEL (self->repeated);
}

/** waxseal_address_paste_get_refused: Returns: (transfer none): what is no address. */
GListModel *
waxseal_address_paste_get_refused (WaxsealAddressPaste *self)
{
  return G_LIST_MODEL (self->refused);
}

/** waxseal_address_paste_get_n_repeated: Returns: how many, those not kept as well. */
guint
waxseal_address_paste_get_n_repeated (WaxsealAddressPaste *self)
{
  return self->n_repeated;
}

/** waxseal_address_paste_get_n_refused: Returns: how many, those not kept as well. */
guint
waxseal_address_paste_get_n_refused (WaxsealAddressPaste *self)
{
  return self->n_refused;
}

/** waxseal_address_paste_dup_addresses: Returns: (transfer full): those taken. */
char **
waxseal_address_paste_dup_addresses (WaxsealAddressPaste *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->taken));
  char **addresses = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WaxsealPastedAddress) word = g_list_model_get_item (G_LIST_MODEL (self->taken), i);

      addresses[i] = g_strdup (waxseal_pasted_address_get_address (word));
    }
  return addresses;
}

/** waxseal_address_paste_describe: Returns: (transfer full): “40 addresses · 2 repeated · 1 not
 * understood”, translated. */
char *
waxseal_address_paste_describe (WaxsealAddressPaste *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->taken));
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u address", "%u addresses", n), n));
  if (self->n_repeated > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("%u repeated", "%u repeated", self->n_repeated),
                                      self->n_repeated));
  if (self->n_refused > 0)
    g_ptr_array_add (
      parts,
      g_strdup_printf (ngettext ("%u not understood", "%u not understood", self->n_refused),
                       self->n_refused));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/** waxseal_address_paste_get_problem: Returns: (transfer none) (nullable): why not all of it was
 * read, translated. */
const char *
waxseal_address_paste_get_problem (WaxsealAddressPaste *self)
{
  return self->problem != NULL ? _ (self->problem) : NULL;
}
