/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-names.h"

#define ENGLISH  "@contoso-practice.example"
#define JAPANESE "@renshu.example"
#define INITIAL  "@waxsealpractice.onmicrosoft.com"

/* Those who sign in, then names that break what is put together carelessly: quotes, what a URL, a
 * command line, a table or a query has a meaning for, other scripts, and what is not there. */
const WaxsealPracticeSomeone waxseal_practice_someone[] = {
  {
    .display_name = "Grace Hall",
    .given = "Grace",
    .surname = "Hall",
    .principal_name = "grace.hall" ENGLISH,
    .mail = "grace.hall" ENGLISH,
    .job = "Global Administrator",
    .person = "global-administrator",
    .role = "62e90394-69f5-4237-9190-012177145e10",
  },
  {
    .display_name = "本田 里奈",
    .given = "里奈",
    .surname = "本田",
    .principal_name = "rina.honda" JAPANESE,
    .mail = "rina.honda" JAPANESE,
    .job = "Privileged Role Administrator",
    .person = "privileged-role-administrator",
    .role = "e8611ab8-c189-46e8-94e1-60213ab1f814",
  },
  {
    .display_name = "Carlos Díaz",
    .given = "Carlos",
    .surname = "Díaz",
    .principal_name = "carlos.diaz" ENGLISH,
    .mail = "carlos.diaz" ENGLISH,
    .job = "Cloud Application Administrator",
    .person = "cloud-application-administrator",
    .role = "158c047a-c907-4556-b7ef-446551a6b5f7",
  },
  {
    .display_name = "Uma Patel",
    .given = "Uma",
    .surname = "Patel",
    .principal_name = "uma.patel" ENGLISH,
    .mail = "uma.patel" ENGLISH,
    .job = "Accountant",
    .person = "user",
  },
  {
    .display_name = "Sean O'Brien",
    .given = "Sean",
    .surname = "O'Brien",
    .principal_name = "sean.o'brien" ENGLISH,
    .mail = "sean.o'brien" ENGLISH,
    .job = "Exchange Administrator",
    .person = "exchange-administrator",
    .role = "29232cdf-9323-42fd-ade2-1d097af3e4de",
  },
  {
    .display_name = "\"Zoe\" Zimmer",
    .given = "\"Zoe\"",
    .surname = "Zimmer",
    .principal_name = "zoe.zimmer" ENGLISH,
    .mail = "zoe.zimmer" ENGLISH,
  },
  {
    .display_name = "佐藤 花子",
    .given = "花子",
    .surname = "佐藤",
    .principal_name = "h.sato" JAPANESE,
    .mail = "h.sato@xn--vh0a51b.example",
  },
  {
    .display_name = "$(rm) `id`",
    .given = "$(rm)",
    .surname = "`id`",
    .principal_name = "shell" ENGLISH,
    .mail = "shell" ENGLISH,
  },
  {
    .display_name = "Smith, John; Jr.",
    .given = "John",
    .surname = "Smith",
    .principal_name = "john.smith.jr" ENGLISH,
    .mail = "john.smith.jr" ENGLISH,
  },
  {
    .display_name = "Lee & Sons <Office>",
    .surname = "Lee & Sons",
    .principal_name = "lee&sons" ENGLISH,
    .mail = "lee&sons" ENGLISH,
  },
  {
    .display_name = "100% Club + 50%25",
    .principal_name = "hundred%club" ENGLISH,
    .mail = "hundred%club" ENGLISH,
  },
  {
    .display_name = "Ann #1 C:\\Temp",
    .given = "Ann",
    .surname = "#1",
    .principal_name = "ann.one" ENGLISH,
    .mail = "ann.one" ENGLISH,
  },
  {
    .display_name = "=HYPERLINK(A1)",
    .principal_name = "table" ENGLISH,
    .mail = "table" ENGLISH,
  },
  {
    .display_name = "Æsa Ørsted-Łuczak 🦭",
    .given = "Æsa",
    .surname = "Ørsted-Łuczak",
    .principal_name = "aesa.orsted" ENGLISH,
    .mail = "aesa.orsted" ENGLISH,
  },
  {
    .display_name = "مريم حسن",
    .given = "مريم",
    .surname = "حسن",
    .principal_name = "maryam.hassan" ENGLISH,
    .mail = "maryam.hassan" ENGLISH,
  },
  {
    .display_name = "Gina Guest (Partner)",
    .given = "Gina",
    .surname = "Guest",
    .principal_name = "gina.guest_partner.example#EXT#" INITIAL,
    .mail = "gina.guest@partner.example",
    .guest = TRUE,
  },
  {
    .display_name = "Former Colleague",
    .given = "Former",
    .surname = "Colleague",
    .principal_name = "former.colleague" ENGLISH,
    .mail = "former.colleague" ENGLISH,
    .disabled = TRUE,
  },
  {
    .display_name = "Nomail Account",
    .principal_name = "nomail" INITIAL,
  },
  {
    .display_name = "山田 太郎",
    .given = "太郎",
    .surname = "山田",
    .principal_name = "yamada" JAPANESE,
    .mail = "yamada" JAPANESE,
    .disabled = TRUE,
  },
  {
    .display_name = "A name as long as the directory takes it, which is two hundred and fifty-six "
                    "characters; nobody has one, but a list has to make room for it, cut it where "
                    "it can be cut, and say it in full to those who ask, so here it is to the very "
                    "end of all it may be",
    .principal_name = "long" ENGLISH,
    .mail = "long" ENGLISH,
  },
};

/** waxseal_practice_someone_count: Returns: how many there are. */
guint
waxseal_practice_someone_count (void)
{
  return G_N_ELEMENTS (waxseal_practice_someone);
}
