/* SPDX-License-Identifier: MIT */
#include "core/lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "core/grammar.h"
#include "core/vocabulary.h"

enum { FIRST_EDGES = 4096, FIRST_NODES = 1024 };

static const char section_prefix[] = "section:";

static const char *const kind_names[PHRASE_KINDS] = {
    [FINDING_METRIC] = "metric",
    [FINDING_OWNERSHIP] = "ownership",
    [FINDING_COLLABORATION] = "collaboration",
    [FINDING_HEDGE] = "hedge",
    [FINDING_FILLER] = "filler",
    [FINDING_VAGUE] = "vague",
    [FINDING_HYPOTHESIS] = "hypothesis",
    [FINDING_TEST] = "test",
    [FINDING_ITERATION] = "iteration",
    [FINDING_TRADEOFF] = "tradeoff",
    [FINDING_QUESTION] = "question",
    [FINDING_ECOSYSTEM] = "ecosystem",
    [CUE_NOTHING] = "nothing",
    [CUE_UNIT] = "unit",
    [CUE_TIME] = "time",
    [CUE_COUNT] = "count",
    [CUE_NAME] = "name",
    [CUE_BETWEEN] = "between",
    [CUE_CHANGE] = "change",
    [CUE_MEASURE] = "measure",
    [CUE_DEGREE] = "degree",
    [CUE_PRAISE] = "praise",
    [CUE_LEVEL] = "level",
    [CUE_STATE] = "state",
    [CUE_RHETORIC] = "rhetoric",
    [CUE_INTENSITY] = "intensity",
    [CUE_QUALITY] = "quality",
    [CUE_SIZE] = "size",
    [CUE_OUTCOME] = "outcome",
    [CUE_CROWD] = "crowd",
    [CUE_LIKING] = "liking",
    [CUE_OTHERS] = "others",
    [CUE_RULING] = "ruling",
    [CUE_JOINT] = "joint",
    [CUE_ALONG] = "along",
    [CUE_TOOL] = "tool",
};

const char *
phrase_kind_name(enum phrase_kind kind)
{
	return kind_names[kind];
}

/* `node` and `word` lead to `to`. */
struct edge {
	uint32_t node, word, to;
};

struct lexicon {
	struct vocabulary words;
	struct vocabulary sections; /* the signals that have cues */
	struct phrase **nodes;      /* what ends there; node 0 is the start */
	size_t n_nodes, nodes_room;
	struct edge *edges; /* by hash; free where `to` is 0 */
	size_t n_edges, edges_room;
	bool has[PHRASE_KINDS];
};

struct lexicon *
lexicon_new(void)
{
	struct lexicon *lexicon = mem_zero(1, sizeof(*lexicon));

	vocabulary_init(&lexicon->words);
	vocabulary_init(&lexicon->sections);
	for (size_t i = 0; grammar_words[i].word != NULL; i++)
		vocabulary_add(&lexicon->words, grammar_words[i].word,
		    strlen(grammar_words[i].word));
	lexicon->nodes_room = FIRST_NODES;
	lexicon->nodes = mem_zero(lexicon->nodes_room, sizeof(struct phrase *));
	lexicon->n_nodes = 1;
	lexicon->edges_room = FIRST_EDGES;
	lexicon->edges = mem_zero(FIRST_EDGES, sizeof(struct edge));
	return lexicon;
}

void
lexicon_free(struct lexicon *lexicon)
{
	if (lexicon == NULL)
		return;
	for (size_t i = 0; i < lexicon->n_nodes; i++) {
		struct phrase *phrase = lexicon->nodes[i];

		while (phrase != NULL) {
			struct phrase *next = phrase->next;

			free(phrase);
			phrase = next;
		}
	}
	vocabulary_release(&lexicon->words);
	vocabulary_release(&lexicon->sections);
	free(lexicon->nodes);
	free(lexicon->edges);
	free(lexicon);
}

/* The edge, or the free place that it would go into. */
static struct edge *
edge_of(const struct lexicon *lexicon, uint32_t node, uint32_t word)
{
	static const uint32_t spread = 0x9E3779B1; /* 2^32 / golden ratio */
	size_t mask = lexicon->edges_room - 1;
	size_t at = (node * spread ^ word) * spread >> 8 & mask;

	while (
	    lexicon->edges[at].to != 0 && (lexicon->edges[at].node != node ||
					      lexicon->edges[at].word != word))
		at = (at + 1) & mask;
	return &lexicon->edges[at];
}

/* Keeps half of the places free. */
static void
grow_edges(struct lexicon *lexicon)
{
	struct edge *old = lexicon->edges;
	size_t room = lexicon->edges_room;

	if (lexicon->n_edges < room / 2)
		return;
	lexicon->edges_room = room * 2;
	lexicon->edges = mem_zero(lexicon->edges_room, sizeof(struct edge));
	for (size_t i = 0; i < room; i++)
		if (old[i].to != 0)
			*edge_of(lexicon, old[i].node, old[i].word) = old[i];
	free(old);
}

static uint32_t
new_node(struct lexicon *lexicon)
{
	if (lexicon->n_nodes == lexicon->nodes_room) {
		lexicon->nodes_room *= 2;
		lexicon->nodes = mem_grow(lexicon->nodes, lexicon->nodes_room,
		    sizeof(struct phrase *));
	}
	lexicon->nodes[lexicon->n_nodes] = NULL;
	return (uint32_t)lexicon->n_nodes++;
}

static uint32_t
step_or_grow(struct lexicon *lexicon, uint32_t node, uint32_t word)
{
	struct edge *edge;

	grow_edges(lexicon);
	edge = edge_of(lexicon, node, word);
	if (edge->to == 0) {
		*edge = (struct edge){node, word, new_node(lexicon)};
		lexicon->n_edges++;
	}
	return edge->to;
}

static void
add_phrase(struct lexicon *lexicon, const struct token *tokens, size_t n,
    const struct phrase *phrase)
{
	size_t why_n = strlen(phrase->why) + 1;
	struct phrase *copy = mem_new(sizeof(*copy) + why_n);
	struct phrase **last;
	uint32_t node = 0;

	for (size_t i = 0; i < n; i++)
		node = step_or_grow(lexicon, node, tokens[i].word);
	lexicon->has[phrase->kind] = true;
	*copy = *phrase;
	copy->why = memcpy(copy + 1, phrase->why, why_n);
	copy->next = NULL;
	last = &lexicon->nodes[node];
	while (*last != NULL)
		last = &(*last)->next;
	*last = copy;
}

static bool
read_kind(struct lexicon *lexicon, const char *name, struct phrase *phrase)
{
	size_t n = sizeof(section_prefix) - 1;

	phrase->section = -1;
	if (strncmp(name, section_prefix, n) == 0) {
		phrase->kind = CUE_SECTION;
		phrase->section = (int)vocabulary_add(&lexicon->sections,
				      name + n, strlen(name + n)) -
				  1;
		return true;
	}
	for (int i = 0; i < CUE_SECTION; i++) {
		phrase->kind = (enum phrase_kind)i;
		if (strcmp(kind_names[i], name) == 0)
			return true;
	}
	return false;
}

static bool
has_first_person(const struct token *tokens, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (grammar_is(&tokens[i], GRAMMAR_I | GRAMMAR_MY))
			return true;
	return false;
}

static bool
is_grammar_language(const char *language)
{
	return strcmp(language, "en") == 0 || strcmp(language, "zh") == 0;
}

static void
intern(struct lexicon *lexicon, struct tokens *tokens, const char *s)
{
	char word[TOKEN_FOLDED];

	for (size_t i = 0; i < tokens->n; i++) {
		size_t n = token_fold(&tokens->at[i], s, word);

		if (n > 0)
			tokens->at[i].word =
			    vocabulary_add(&lexicon->words, word, n);
	}
}

void
lexicon_add(struct lexicon *lexicon, const char *kind, const char *language,
    const char *text, const char *why)
{
	struct phrase phrase = {.why = why != NULL ? why : ""};
	struct tokens tokens;
	size_t from = 0;

	if (!read_kind(lexicon, kind, &phrase))
		return;
	tokens_read(&tokens, text, strlen(text));
	intern(lexicon, &tokens, text);
	if (phrase.kind == FINDING_OWNERSHIP && is_grammar_language(language)) {
		if (tokens.n > 0 && grammar_is(&tokens.at[0], GRAMMAR_I))
			from = 1;
		if (from == 1 || !has_first_person(tokens.at, tokens.n))
			phrase.kind = CUE_VERB;
	}
	if (tokens.n > from)
		add_phrase(lexicon, tokens.at + from, tokens.n - from, &phrase);
	tokens_release(&tokens);
}

void
lexicon_number(
    const struct lexicon *lexicon, struct tokens *tokens, const char *s)
{
	char word[TOKEN_FOLDED];

	for (size_t i = 0; i < tokens->n; i++) {
		struct token *token = &tokens->at[i];
		size_t n = token_fold(token, s, word);

		if (n > 0)
			token->word = vocabulary_find(&lexicon->words, word, n);
	}
}

uint32_t
lexicon_step(const struct lexicon *lexicon, uint32_t node, uint32_t word)
{
	return word == 0 ? 0 : edge_of(lexicon, node, word)->to;
}

const struct phrase *
lexicon_at(const struct lexicon *lexicon, uint32_t node)
{
	return node == 0 ? NULL : lexicon->nodes[node];
}

bool
lexicon_has(const struct lexicon *lexicon, enum phrase_kind kind)
{
	if (kind == FINDING_OWNERSHIP)
		return lexicon->has[kind] || lexicon->has[CUE_VERB];
	return lexicon->has[kind];
}

int
lexicon_section(const struct lexicon *lexicon, const char *signal)
{
	return (int)vocabulary_find(
		   &lexicon->sections, signal, strlen(signal)) -
	       1;
}

int
lexicon_sections(const struct lexicon *lexicon)
{
	return (int)lexicon->sections.n;
}
