/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-names.h"

/* clang-format off: a table reads best with several to a line. */
static const WaxsealPracticeName english_given[] = {
  { "Ann", "ann" },       { "Adam", "adam" },       { "Alice", "alice" },
  { "Andrew", "andrew" }, { "Barbara", "barbara" }, { "Ben", "ben" },
  { "Brian", "brian" },   { "Carol", "carol" },     { "Charles", "charles" },
  { "Chloe", "chloe" },   { "Daniel", "daniel" },   { "Diana", "diana" },
  { "Edward", "edward" }, { "Elena", "elena" },     { "Emma", "emma" },
  { "Ethan", "ethan" },   { "Fiona", "fiona" },     { "Frank", "frank" },
  { "George", "george" }, { "Hannah", "hannah" },   { "Harry", "harry" },
  { "Helen", "helen" },   { "Ian", "ian" },         { "Isabel", "isabel" },
  { "Jack", "jack" },     { "Jane", "jane" },       { "Jason", "jason" },
  { "Julia", "julia" },   { "Karen", "karen" },     { "Kevin", "kevin" },
  { "Laura", "laura" },   { "Leo", "leo" },         { "Linda", "linda" },
  { "Lucas", "lucas" },   { "Maria", "maria" },     { "Mark", "mark" },
  { "Martin", "martin" }, { "Mia", "mia" },         { "Nathan", "nathan" },
  { "Nina", "nina" },     { "Oliver", "oliver" },   { "Olivia", "olivia" },
  { "Oscar", "oscar" },   { "Paul", "paul" },       { "Peter", "peter" },
  { "Quinn", "quinn" },   { "Rachel", "rachel" },   { "Robert", "robert" },
  { "Rose", "rose" },     { "Samuel", "samuel" },   { "Sara", "sara" },
  { "Simon", "simon" },   { "Sophie", "sophie" },   { "Thomas", "thomas" },
  { "Tina", "tina" },     { "Victor", "victor" },   { "Vera", "vera" },
  { "Walter", "walter" }, { "Wendy", "wendy" },     { "William", "william" },
};

static const WaxsealPracticeName english_surnames[] = {
  { "Abbott", "abbott" },     { "Adams", "adams" },       { "Allen", "allen" },
  { "Anderson", "anderson" }, { "Bailey", "bailey" },     { "Baker", "baker" },
  { "Barnes", "barnes" },     { "Bell", "bell" },         { "Bennett", "bennett" },
  { "Brooks", "brooks" },     { "Brown", "brown" },       { "Butler", "butler" },
  { "Campbell", "campbell" }, { "Carter", "carter" },     { "Clark", "clark" },
  { "Collins", "collins" },   { "Cooper", "cooper" },     { "Cox", "cox" },
  { "Davies", "davies" },     { "Davis", "davis" },       { "Edwards", "edwards" },
  { "Ellis", "ellis" },       { "Evans", "evans" },       { "Fisher", "fisher" },
  { "Foster", "foster" },     { "Fox", "fox" },           { "Gibson", "gibson" },
  { "Gray", "gray" },         { "Green", "green" },       { "Griffin", "griffin" },
  { "Hall", "hall" },         { "Harris", "harris" },     { "Hayes", "hayes" },
  { "Hill", "hill" },         { "Howard", "howard" },     { "Hughes", "hughes" },
  { "Hunt", "hunt" },         { "Jackson", "jackson" },   { "James", "james" },
  { "Jenkins", "jenkins" },   { "Johnson", "johnson" },   { "Jones", "jones" },
  { "Kelly", "kelly" },       { "Kennedy", "kennedy" },   { "King", "king" },
  { "Lewis", "lewis" },       { "Long", "long" },         { "Marshall", "marshall" },
  { "Martin", "martin" },     { "Mason", "mason" },       { "Miller", "miller" },
  { "Mitchell", "mitchell" }, { "Moore", "moore" },       { "Morgan", "morgan" },
  { "Morris", "morris" },     { "Murphy", "murphy" },     { "Murray", "murray" },
  { "Nelson", "nelson" },     { "Owen", "owen" },         { "Palmer", "palmer" },
  { "Parker", "parker" },     { "Perry", "perry" },       { "Phillips", "phillips" },
  { "Porter", "porter" },     { "Powell", "powell" },     { "Price", "price" },
  { "Reed", "reed" },         { "Reynolds", "reynolds" }, { "Richards", "richards" },
  { "Roberts", "roberts" },   { "Robinson", "robinson" }, { "Rogers", "rogers" },
  { "Ross", "ross" },         { "Russell", "russell" },   { "Scott", "scott" },
  { "Shaw", "shaw" },         { "Simpson", "simpson" },   { "Smith", "smith" },
  { "Taylor", "taylor" },     { "Young", "young" },
};

static const WaxsealPracticeName japanese_given[] = {
  { "愛", "ai" },        { "葵", "aoi" },      { "彩", "aya" },        { "千尋", "chihiro" },
  { "大輔", "daisuke" }, { "恵美", "emi" },    { "文子", "fumiko" },   { "五郎", "goro" },
  { "花", "hana" },      { "花子", "hanako" }, { "遥", "haruka" },     { "春樹", "haruki" },
  { "弘", "hiroshi" },   { "一郎", "ichiro" }, { "純", "jun" },        { "海斗", "kaito" },
  { "薫", "kaoru" },     { "和也", "kazuya" }, { "健", "ken" },        { "健太", "kenta" },
  { "麻衣", "mai" },     { "誠", "makoto" },   { "真由美", "mayumi" }, { "恵", "megumi" },
  { "美咲", "misaki" },  { "直子", "naoko" },  { "直樹", "naoki" },    { "信之", "nobuyuki" },
  { "玲奈", "rena" },    { "涼", "ryo" },      { "桜", "sakura" },     { "聡", "satoshi" },
  { "翔太", "shota" },   { "太郎", "taro" },   { "智子", "tomoko" },   { "翼", "tsubasa" },
  { "陽子", "yoko" },    { "由美", "yumi" },   { "優", "yu" },         { "裕子", "yuko" },
};

static const WaxsealPracticeName japanese_surnames[] = {
  { "阿部", "abe" },       { "青木", "aoki" },       { "千葉", "chiba" },
  { "遠藤", "endo" },      { "藤井", "fujii" },      { "藤田", "fujita" },
  { "後藤", "goto" },      { "長谷川", "hasegawa" }, { "橋本", "hashimoto" },
  { "林", "hayashi" },     { "本田", "honda" },      { "池田", "ikeda" },
  { "井上", "inoue" },     { "石井", "ishii" },      { "石川", "ishikawa" },
  { "伊藤", "ito" },       { "加藤", "kato" },       { "木村", "kimura" },
  { "小林", "kobayashi" }, { "近藤", "kondo" },      { "前田", "maeda" },
  { "松本", "matsumoto" }, { "三浦", "miura" },      { "森", "mori" },
  { "村上", "murakami" },  { "中島", "nakajima" },   { "中村", "nakamura" },
  { "中野", "nakano" },    { "西村", "nishimura" },  { "小川", "ogawa" },
  { "岡田", "okada" },     { "大野", "ono" },        { "太田", "ota" },
  { "斎藤", "saito" },     { "坂本", "sakamoto" },   { "佐々木", "sasaki" },
  { "佐藤", "sato" },      { "清水", "shimizu" },    { "鈴木", "suzuki" },
  { "高橋", "takahashi" }, { "竹内", "takeuchi" },   { "田中", "tanaka" },
  { "上田", "ueda" },      { "和田", "wada" },       { "渡辺", "watanabe" },
  { "山田", "yamada" },    { "山口", "yamaguchi" },  { "山本", "yamamoto" },
  { "山崎", "yamazaki" },  { "吉田", "yoshida" },
};

/* clang-format on */

static const char *const english_departments[] = {
  "Sales & Marketing", "Finance", "Legal", "Research", "Production", "IT", NULL,
};

static const char *const japanese_departments[] = {
  "営業部", "経理部", "法務部", "研究開発部", "製造部", "情報システム部", NULL,
};

const WaxsealPracticeNames waxseal_practice_names_english = {
  .given = english_given,
  .surnames = english_surnames,
  .n_given = G_N_ELEMENTS (english_given),
  .n_surnames = G_N_ELEMENTS (english_surnames),
  .domain = "contoso-practice.example",
  .language = "en-US",
  .country = "US",
  .office = "Building 4, Room 12",
  .departments = english_departments,
  .n_departments = G_N_ELEMENTS (english_departments) - 1,
};

const WaxsealPracticeNames waxseal_practice_names_japanese = {
  .given = japanese_given,
  .surnames = japanese_surnames,
  .n_given = G_N_ELEMENTS (japanese_given),
  .n_surnames = G_N_ELEMENTS (japanese_surnames),
  .surname_first = TRUE,
  .domain = "renshu.example",
  .language = "ja-JP",
  .country = "JP",
  .office = "東京本社",
  .departments = japanese_departments,
  .n_departments = G_N_ELEMENTS (japanese_departments) - 1,
};
