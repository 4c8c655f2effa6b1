/* SPDX-License-Identifier: MIT */
/*
 * The inside of the analysis, for the files analyse*.c only: a text as tokens,
 * the phrases in it, and what was found so far.  Tokens are named by their
 * number; a stretch goes from `first` up to, without, `end`.
 */
#ifndef CORE_ANALYSE_READING_H
#define CORE_ANALYSE_READING_H

#include "core/analyse.h"
#include "core/grammar.h"
#include "core/lexicon.h"
#include "core/token.h"

/* Han characters that rules name. */
enum han {
	HAN_ONE = 0x4E00,     /* 一 */
	HAN_PIECE = 0x4E2A,   /* 个 */
	HAN_AS = 0x4E3A,      /* 为 */
	HAN_OF = 0x4E4B,      /* 之 */
	HAN_DONE = 0x4E86,    /* 了 */
	HAN_PLURAL = 0x4EEC,  /* 们 */
	HAN_BY = 0x4EE5,      /* 以 */
	HAN_WITHIN = 0x5185,  /* 内 */
	HAN_PART = 0x5206,    /* 分 */
	HAN_WE = 0x54B1,      /* 咱 */
	HAN_I = 0x6211,       /* 我 */
	HAN_HAVE = 0x6709,    /* 有 */
	HAN_EDITION = 0x7248, /* 版 */
	HAN_HUNDRED = 0x767E, /* 百 */
	HAN_EACH = 0x6BCF,    /* 每 */
	HAN_AMONG = 0x91CC,   /* 里 */
	HAN_ORDINAL = 0x7B2C, /* 第 */
	HAN_HAVING = 0x7684,  /* 的 */
	HAN_SELF = 0x81EA,    /* 自 */
};

/* A phrase in the text. */
struct hit {
	size_t first, end;
	const struct phrase *phrase;
};

struct reading {
	const char *s;
	size_t n;
	const struct lexicon *lexicon;
	struct tokens tokens;
	struct hit *hits; /* by `first`, one a kind: the longest */
	size_t n_hits, hits_room;
	size_t *hits_at;   /* a token: its first hit; one more at the end */
	size_t *quiet_end; /* a token: up to where nothing is found */
	bool *sections;    /* those that a cue was seen of */
	bool *measured;    /* a clause: a metric was found in it */
	struct finding *findings;
	size_t n_findings, findings_room;
};

void reading_open(struct reading *reading, const char *s, size_t n,
    const struct lexicon *lexicon);
void reading_close(struct reading *reading);

/* The token, or NULL behind the last and before the first one (`at` wraps). */
const struct token *reading_token(const struct reading *reading, size_t at);

/* The token has any of the roles; false where there is no token. */
bool reading_is(const struct reading *reading, size_t at, uint32_t roles);

/* The token is this mark or Han character. */
bool reading_has(const struct reading *reading, size_t at, uint32_t cp);

/* The token is of this type. */
bool
reading_type(const struct reading *reading, size_t at, enum token_type type);

/* Nothing stands between the token and the one before. */
bool reading_glued(const struct reading *reading, size_t at);

/* False for the 我 of 我们 and of 自我. */
bool reading_is_i(const struct reading *reading, size_t at);

/* The longest phrase of the kind that begins at the token; NULL: none. */
const struct hit *
reading_hit(const struct reading *reading, size_t at, enum phrase_kind kind);

/* One that ends right before the token. */
const struct hit *reading_hit_before(
    const struct reading *reading, size_t at, enum phrase_kind kind);

/* Notes a finding, unless it lies where nothing is to be found. */
void reading_find(struct reading *reading, enum phrase_kind kind, size_t first,
    size_t end, const char *why);

/* Notes a vague claim, unless a figure in its clause makes it concrete; after
 * the metrics. */
void reading_claim(
    struct reading *reading, size_t first, size_t end, const char *why);

/* Orders the findings and makes one of those of one kind that overlap. */
void reading_settle(struct reading *reading);

/* A number in digits or words, with its currency and scale. */
struct number {
	size_t first, end;
	size_t digits; /* where its value begins, behind sign and currency */
	double value;
	bool in_words;
	bool exact; /* has a decimal point, a comma or a scale */
	bool scaled;
	bool has_unit; /* in front: a currency, 百分之 */
};

/* True when a number begins at the token. */
bool
number_read(const struct reading *reading, size_t at, struct number *number);

/* True when the number is part of a name, a date, a time of day, an ordinal
 * or the number of a list's item; `*end` is where that ends. */
bool number_is_name(
    const struct reading *reading, const struct number *number, size_t *end);

/* A number with what it counts. */
struct figure {
	struct number number;
	size_t end;
	const struct hit *unit; /* NULL: none */
};

/* True when a figure begins at the token, a name or date aside. */
bool
figure_read(const struct reading *reading, size_t at, struct figure *figure);

/* True when its unit says how much: a share, an amount, a span of time, or
 * more people than a head count has. */
bool
figure_is_measured(const struct reading *reading, const struct figure *figure);

/* Behind `a week`, `per user`, `/day`; the token itself without them. */
size_t figure_rate_end(const struct reading *reading, size_t at);

/* The end of `9 out of 10`, `5 of 8`, `1 in 5`, `4.6/5`, `1:3`; the number's
 * where it is alone. */
size_t
figure_ratio_end(const struct reading *reading, const struct number *number);

/* The end of a number without a unit that says how much all the same: `NPS of
 * 62`, `to 4.6`, `14 lifts`; its start where it doesn't. */
size_t
figure_bare_end(const struct reading *reading, const struct number *number);

/* What finds what. */
void analyse_phrases(struct reading *reading);
void analyse_ownership(struct reading *reading);
void analyse_metrics(struct reading *reading);
/* After the metrics. */
void analyse_claims(struct reading *reading);
void analyse_forms(struct reading *reading);
void analyse_questions(struct reading *reading);

/* True when the text shows the section; after everything else. */
bool analyse_section(
    const struct reading *reading, const struct signal_spec *signal);

#endif
