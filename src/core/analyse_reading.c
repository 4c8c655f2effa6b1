/* SPDX-License-Identifier: MIT */
#include "core/analyse_reading.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { LONGEST_PHRASE = 16, FIRST_ROOM = 32 };

/* The longest phrase of each kind that begins at one token. */
struct longest {
	struct hit of[PHRASE_KINDS];
};

/* A letter or digit that another one touches is no edge of a word. */
static bool
is_edge(const struct tokens *tokens, size_t at)
{
	const struct token *next = &tokens->at[at];

	if (at == 0 || at >= tokens->n || !next->glued)
		return true;
	return next[-1].type == TOKEN_MARK || next[-1].type == TOKEN_HAN ||
	       next->type == TOKEN_MARK || next->type == TOKEN_HAN;
}

/* `20ms`: only a unit may begin right behind a digit. */
static bool
may_begin(const struct tokens *tokens, size_t at, enum phrase_kind kind)
{
	return is_edge(tokens, at) ||
	       (tokens->at[at - 1].type == TOKEN_NUMBER &&
		   (kind == CUE_UNIT || kind == CUE_TIME));
}

static void
take(struct reading *reading, size_t first, size_t end,
    const struct phrase *phrase, struct longest *longest)
{
	for (; phrase != NULL; phrase = phrase->next) {
		if (!may_begin(&reading->tokens, first, phrase->kind))
			continue;
		if (phrase->kind == CUE_SECTION)
			reading->sections[phrase->section] = true;
		else if (end > longest->of[phrase->kind].end)
			longest->of[phrase->kind] =
			    (struct hit){first, end, phrase};
	}
}

static void
walk(struct reading *reading, size_t first, struct longest *longest)
{
	const struct tokens *tokens = &reading->tokens;
	uint32_t node = 0;

	*longest = (struct longest){0};
	for (size_t at = first; at < tokens->n; at++) {
		const struct token *token = &tokens->at[at];

		if (token->sentence != tokens->at[first].sentence)
			return;
		node = lexicon_step(reading->lexicon, node, token->word);
		if (node == 0)
			return;
		if (is_edge(tokens, at + 1))
			take(reading, first, at + 1,
			    lexicon_at(reading->lexicon, node), longest);
	}
}

static void
add_hit(struct reading *reading, const struct hit *hit)
{
	if (reading->n_hits == reading->hits_room) {
		reading->hits_room += reading->hits_room + FIRST_ROOM;
		reading->hits = mem_grow(
		    reading->hits, reading->hits_room, sizeof(*reading->hits));
	}
	reading->hits[reading->n_hits++] = *hit;
}

/* True where the claim before a comma goes on: `, from 3 % to 4 %`. */
static bool
goes_on(const struct token *token)
{
	return grammar_is(token, GRAMMAR_GOES_ON);
}

/* `and we`, `but it`: somebody or something else begins. */
static bool
begins_clause(const struct reading *reading, size_t at)
{
	return reading_is(reading, at, GRAMMAR_JOIN) &&
	       (reading_is(reading, at + 1, GRAMMAR_I | GRAMMAR_WE) ||
		   (reading_is(reading, at + 1, GRAMMAR_STOP) &&
		       !reading_is(reading, at + 1,
			   GRAMMAR_NOUN | GRAMMAR_LEAD | GRAMMAR_AUXILIARY)));
}

/* Counts the clauses anew, by what the words say. */
static void
find_clauses(struct reading *reading)
{
	struct token *tokens = reading->tokens.at;
	uint32_t old = 0, clause = 0;

	for (size_t at = 0; at < reading->tokens.n; at++) {
		bool is_new = tokens[at].clause != old;

		old = tokens[at].clause;
		if (is_new && at > 0 &&
		    tokens[at].sentence == tokens[at - 1].sentence)
			is_new = !goes_on(&tokens[at]);
		if (is_new || begins_clause(reading, at))
			clause++;
		tokens[at].clause = clause;
	}
	reading->measured = mem_zero(clause + 1, sizeof(bool));
}

/* Behind the line of `## Result`, which claims nothing; `at` where it begins
 * none. */
static size_t
heading_end(const struct reading *reading, size_t at)
{
	const struct token *tokens = reading->tokens.at;
	size_t byte = tokens[at].at, end = at;

	if (!tokens[at].line_start || reading->s[byte] != '#')
		return at;
	while (byte < reading->n && reading->s[byte] == '#')
		byte++;
	if (byte < reading->n && reading->s[byte] != ' ')
		return at;
	do
		end++;
	while (end < reading->tokens.n && !tokens[end].line_start);
	return end;
}

static void
find_hits(struct reading *reading)
{
	const struct tokens *tokens = &reading->tokens;
	struct longest longest;
	size_t quiet_end = 0, heading = 0;

	for (size_t at = 0; at < tokens->n; at++) {
		if (at >= heading)
			heading = heading_end(reading, at);
		if (heading > quiet_end)
			quiet_end = heading;
		reading->hits_at[at] = reading->n_hits;
		reading->quiet_end[at] = quiet_end;
		if (at < heading ||
		    lexicon_step(reading->lexicon, 0, tokens->at[at].word) == 0)
			continue;
		walk(reading, at, &longest);
		if (longest.of[CUE_NOTHING].end > quiet_end)
			quiet_end = longest.of[CUE_NOTHING].end;
		reading->quiet_end[at] = quiet_end;
		for (int kind = 0; kind < PHRASE_KINDS; kind++)
			if (longest.of[kind].end > 0)
				add_hit(reading, &longest.of[kind]);
	}
	reading->hits_at[tokens->n] = reading->n_hits;
}

void
reading_open(struct reading *reading, const char *s, size_t n,
    const struct lexicon *lexicon)
{
	size_t sections = (size_t)lexicon_sections(lexicon);

	*reading = (struct reading){.s = s, .n = n, .lexicon = lexicon};
	tokens_read(&reading->tokens, s, n);
	lexicon_number(lexicon, &reading->tokens, s);
	reading->hits_at = mem_zero(reading->tokens.n + 1, sizeof(size_t));
	reading->quiet_end = mem_zero(reading->tokens.n + 1, sizeof(size_t));
	reading->sections = mem_zero(sections + 1, sizeof(bool));
	find_clauses(reading);
	find_hits(reading);
}

void
reading_close(struct reading *reading)
{
	tokens_release(&reading->tokens);
	free(reading->hits);
	free(reading->hits_at);
	free(reading->quiet_end);
	free(reading->sections);
	free(reading->measured);
	free(reading->findings);
	*reading = (struct reading){0};
}

const struct token *
reading_token(const struct reading *reading, size_t at)
{
	return at < reading->tokens.n ? &reading->tokens.at[at] : NULL;
}

bool
reading_is(const struct reading *reading, size_t at, uint32_t roles)
{
	const struct token *token = reading_token(reading, at);

	return token != NULL && grammar_is(token, roles);
}

bool
reading_has(const struct reading *reading, size_t at, uint32_t cp)
{
	const struct token *token = reading_token(reading, at);

	return token != NULL && token->cp == cp &&
	       (token->type == TOKEN_MARK || token->type == TOKEN_HAN);
}

bool
reading_type(const struct reading *reading, size_t at, enum token_type type)
{
	const struct token *token = reading_token(reading, at);

	return token != NULL && token->type == type;
}

bool
reading_glued(const struct reading *reading, size_t at)
{
	const struct token *token = reading_token(reading, at);

	return token != NULL && token->glued;
}

bool
reading_is_i(const struct reading *reading, size_t at)
{
	return !reading_has(reading, at + 1, HAN_PLURAL) &&
	       !reading_has(reading, at - 1, HAN_SELF);
}

const struct hit *
reading_hit(const struct reading *reading, size_t at, enum phrase_kind kind)
{
	if (at >= reading->tokens.n)
		return NULL;
	for (size_t i = reading->hits_at[at]; i < reading->hits_at[at + 1]; i++)
		if (reading->hits[i].phrase->kind == kind)
			return &reading->hits[i];
	return NULL;
}

const struct hit *
reading_hit_before(
    const struct reading *reading, size_t at, enum phrase_kind kind)
{
	for (size_t n = 1; n <= LONGEST_PHRASE && n <= at; n++) {
		const struct hit *hit = reading_hit(reading, at - n, kind);

		if (hit != NULL && hit->end == at)
			return hit;
	}
	return NULL;
}

void
reading_find(struct reading *reading, enum phrase_kind kind, size_t first,
    size_t end, const char *why)
{
	const struct token *tokens = reading->tokens.at;

	if (end <= reading->quiet_end[first])
		return;
	if (kind == FINDING_METRIC)
		reading->measured[tokens[first].clause] = true;
	if (reading->n_findings == reading->findings_room) {
		reading->findings_room += reading->findings_room + FIRST_ROOM;
		reading->findings = mem_grow(reading->findings,
		    reading->findings_room, sizeof(*reading->findings));
	}
	reading->findings[reading->n_findings++] = (struct finding){
	    .kind = kind,
	    .offset = tokens[first].at,
	    .length = tokens[end - 1].at + tokens[end - 1].n - tokens[first].at,
	    .why = why,
	};
}

static int
by_offset(const struct finding *a, const struct finding *b)
{
	if (a->offset != b->offset)
		return a->offset < b->offset ? -1 : 1;
	if (a->length != b->length)
		return a->length > b->length ? -1 : 1;
	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	return strcmp(a->why, b->why);
}

static int
compare(const void *a, const void *b)
{
	return by_offset(a, b);
}

/* Makes one of two findings of a kind that overlap: `I supported` and
 * `supported the team`. */
static bool
join(struct finding *before, const struct finding *finding)
{
	size_t end = finding->offset + finding->length;

	if (before == NULL ||
	    finding->offset >= before->offset + before->length)
		return false;
	if (end > before->offset + before->length)
		before->length = end - before->offset;
	return true;
}

void
reading_settle(struct reading *reading)
{
	struct finding *last[FINDING_KINDS] = {0};
	size_t kept = 0;

	if (reading->n_findings == 0)
		return;
	qsort(reading->findings, reading->n_findings,
	    sizeof(*reading->findings), compare);
	for (size_t i = 0; i < reading->n_findings; i++) {
		const struct finding *finding = &reading->findings[i];

		if (join(last[finding->kind], finding))
			continue;
		last[finding->kind] = &reading->findings[kept];
		reading->findings[kept++] = *finding;
	}
	reading->n_findings = kept;
}
