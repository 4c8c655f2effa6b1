/* SPDX-License-Identifier: MIT */
#include "io/question_check.h"

#include <stdio.h>
#include <string.h>

#include "base/list.h"
#include "base/utf8.h"

enum { PROBLEM_SIZE = 128 };

int
question_check_open(
    struct question_check *check, struct store *store, struct err *err)
{
	*check = (struct question_check){
	    .id = STR_INIT,
	    .normal = STR_INIT,
	    .probes = STR_INIT,
	    .round_tags = STR_INIT,
	    .level_tags = STR_INIT,
	};
	if (store_names(store, NAMES_ROUNDS, &check->rounds, err) != 0 ||
	    store_names(store, NAMES_LEVELS, &check->levels, err) != 0 ||
	    store_names(store, NAMES_RUBRICS, &check->rubrics, err) != 0)
		return -1;
	return 0;
}

void
question_check_release(struct question_check *check)
{
	memo_release(&check->known_rounds);
	memo_release(&check->known_levels);
	names_release(&check->rounds);
	names_release(&check->levels);
	names_release(&check->rubrics);
	str_release(&check->id);
	str_release(&check->normal);
	str_release(&check->probes);
	str_release(&check->round_tags);
	str_release(&check->level_tags);
}

static void
set_text(struct field_value *fact, const char *text)
{
	fact->kind = *text == '\0' ? VALUE_NONE : VALUE_TEXT;
	fact->s = text;
}

static const char *
text_of(const struct field_value *fact)
{
	return fact->kind == VALUE_TEXT ? fact->s : "";
}

/* The same prompt has the same id, wherever it is from: FNV-1a over its
 * normal form. */
static void
derive_id(const char *prompt, struct str *normal, struct str *id)
{
	static const char digits[] = "0123456789abcdef";
	uint64_t hash = UINT64_C(14695981039346656037);
	char text[] = "q-0123456789abcdef";

	str_clear(normal);
	utf8_normalise(normal, prompt, strlen(prompt));
	for (size_t i = 0; i < normal->len; i++) {
		hash ^= (unsigned char)normal->s[i];
		hash *= UINT64_C(1099511628211);
	}
	for (char *c = text + sizeof(text) - 2; *c != '-'; c--) {
		*c = digits[hash & 0xf];
		hash >>= 4;
	}
	str_clear(id);
	str_addn(id, text, sizeof(text) - 1);
}

/* Without the space around it, where there is more. */
static void
add_tag(struct field_value *tags, const char *tag, struct str *room)
{
	static const char space[] = " \t\r\n";
	size_t n;

	tag += strspn(tag, space);
	n = strlen(tag);
	while (n > 0 && strchr(space, tag[n - 1]) != NULL)
		n--;
	if (n == 0)
		return;
	str_clear(room);
	str_add(room, text_of(tags));
	list_of_joinn(room, tag, n);
	set_text(tags, room->s);
}

/* A round or level that is known by another name gets its key; one that is
 * not known becomes a tag. */
static void
resolve(struct field_value *fact, struct field_value *tags, struct memo *memo,
    const struct names *names, const char *otherwise, struct str *tag_room)
{
	const char *given = text_of(fact);
	const char *found =
	    *given == '\0' ? NULL : memo_find(memo, names, given);

	if (*given != '\0' && found == NULL)
		add_tag(tags, given, tag_room);
	set_text(fact, found != NULL ? found : otherwise);
}

static void
check_rubric(const struct names *rubrics, struct field_value *fact,
    question_problem_fn *problem, void *arg)
{
	char text[PROBLEM_SIZE];

	if (fact->kind != VALUE_TEXT)
		return;
	for (int i = 0; i < rubrics->n; i++)
		if (strcmp(rubrics->keys[i], fact->s) == 0)
			return;
	snprintf(text, sizeof(text),
	    "rubric '%s' is not known; the round's will be used",
	    utf8_excerpt(fact->s).s);
	problem(arg, QUESTION_RUBRIC, true, text);
	set_text(fact, "");
}

static void
check_probes(struct field_value *fact, struct str *room,
    question_problem_fn *problem, void *arg)
{
	char text[PROBLEM_SIZE];
	struct list_of list;

	if (list_of_count(text_of(fact)) <= SESSION_PROBES)
		return;
	list_of_parse(&list, text_of(fact));
	str_clear(room);
	for (int i = 0; i < SESSION_PROBES; i++)
		list_of_join(room, list.items[i]);
	set_text(fact, room->s);
	snprintf(text, sizeof(text), "%zu probes; the first %d are kept",
	    list.n, SESSION_PROBES);
	problem(arg, QUESTION_PROBES, true, text);
	list_of_release(&list);
}

static bool
check_seconds(struct field_value *fact, bool lenient,
    question_problem_fn *problem, void *arg)
{
	if (fact->kind != VALUE_REAL || fact->r > 0)
		return true;
	problem(arg, QUESTION_SECONDS, lenient,
	    lenient ? "seconds must be more than 0; left empty"
		    : "seconds must be more than 0");
	if (lenient)
		*fact = (struct field_value){.kind = VALUE_NONE};
	return lenient;
}

/* A level that fits everyone stays as it is written. */
static bool
is_any(const struct field_value *fact)
{
	return fact->kind != VALUE_TEXT || strcmp(fact->s, "any") == 0;
}

bool
question_check(struct question_check *check, struct field_value *facts,
    bool lenient, question_problem_fn *problem, void *arg)
{
	if (facts[QUESTION_PROMPT].kind != VALUE_TEXT) {
		problem(arg, QUESTION_PROMPT, false,
		    "the prompt is missing; type what is asked");
		return false;
	}
	if (facts[QUESTION_ID].kind == VALUE_NONE) {
		derive_id(facts[QUESTION_PROMPT].s, &check->normal, &check->id);
		set_text(&facts[QUESTION_ID], check->id.s);
	}
	if (!check_seconds(&facts[QUESTION_SECONDS], lenient, problem, arg))
		return false;
	resolve(&facts[QUESTION_ROUND], &facts[QUESTION_TAGS],
	    &check->known_rounds, &check->rounds, "general",
	    &check->round_tags);
	if (!is_any(&facts[QUESTION_LEVEL]))
		resolve(&facts[QUESTION_LEVEL], &facts[QUESTION_TAGS],
		    &check->known_levels, &check->levels, "",
		    &check->level_tags);
	check_rubric(&check->rubrics, &facts[QUESTION_RUBRIC], problem, arg);
	check_probes(&facts[QUESTION_PROBES], &check->probes, problem, arg);
	return true;
}
