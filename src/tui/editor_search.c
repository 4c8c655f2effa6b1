/* SPDX-License-Identifier: MIT */
/*
 * Search as the words are typed.  Upper and lower case are one, by Unicode's
 * folding; what is found is whole clusters, so that the caret may stand there.
 */
#include <string.h>

#include "base/utf8.h"
#include "tui/editor_parts.h"
#include "tui/motion.h"

enum { WORDS_LIMIT = 256 }; /* bytes */

static bool
is_ascii(char c)
{
	return ((unsigned char)c & 0x80) == 0;
}

static char
fold_ascii(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* The end of the cluster at `at`; its folded form in `folded`. */
static size_t
fold_cluster(const struct str *text, size_t at, struct str *folded)
{
	size_t next = utf8_next(text->s, text->len, at);

	str_clear(folded);
	if (next == at + 1 && is_ascii(text->s[at]))
		str_ch(folded, fold_ascii(text->s[at]));
	else
		utf8_fold(folded, text->s + at, next - at);
	return next;
}

/* The end of the words where they stand at `at`; `at` where they do not. */
static size_t
match_at(const struct str *text, size_t at, const struct str *words,
    struct str *folded)
{
	size_t end = at, matched = 0;

	while (matched < words->len && end < text->len) {
		end = fold_cluster(text, end, folded);
		if (folded->len > words->len - matched ||
		    memcmp(words->s + matched, folded->s, folded->len) != 0)
			return at;
		matched += folded->len;
	}
	return matched == words->len ? end : at;
}

/* ASCII that can't begin the words is passed over without looking further. */
static bool
may_begin(const struct str *text, size_t at, const struct str *words)
{
	return !is_ascii(text->s[at]) || !is_ascii(words->s[0]) ||
	       fold_ascii(text->s[at]) == words->s[0];
}

/* The first match that begins at or after `from` and before `to`. */
static bool
find(struct editor *editor, size_t from, size_t to, const struct str *words)
{
	const struct str *text = &editor->text.bytes;
	struct str folded = STR_INIT;
	bool found = false;

	while (!found && from < to) {
		size_t end = may_begin(text, from, words)
				 ? match_at(text, from, words, &folded)
				 : from;

		found = end > from;
		if (found) {
			editor->caret = from;
			editor->search.end = end;
		} else {
			from = utf8_next(text->s, text->len, from);
		}
	}
	str_release(&folded);
	return found;
}

/* Moves to the next match from `from` on, after the last one to the first. */
static void
seek(struct editor *editor, size_t from)
{
	struct editor_search *search = &editor->search;
	struct str words = STR_INIT;
	size_t n = editor->text.bytes.len;

	/* As the text is folded, so that what joins there joins here. */
	for (size_t at = 0; at < search->words.len;) {
		struct str folded = STR_INIT;

		at = fold_cluster(&search->words, at, &folded);
		str_addn(&words, folded.s, folded.len);
		str_release(&folded);
	}
	search->missing = words.len > 0 && !find(editor, from, n, &words) &&
			  !find(editor, 0, from, &words);
	if (words.len == 0 || search->missing)
		search->end = editor->caret;
	str_release(&words);
	editor_move(editor, editor->caret);
}

void
editor_search_open(struct editor *editor)
{
	struct editor_search *search = &editor->search;

	search->open = true;
	search->missing = false;
	search->start = search->end = editor->caret;
	search->kept = search->words.len > 0;
	editor_scroll(editor);
}

void
editor_search_close(struct editor *editor)
{
	editor->search.open = false;
}

static void
close_at(struct editor *editor, size_t at)
{
	editor_search_close(editor);
	editor_move(editor, at);
}

/* Words that were kept from the last search go with the first new letter. */
void
editor_search_add(struct editor *editor, const char *bytes, size_t n)
{
	struct editor_search *search = &editor->search;

	if (search->kept)
		str_clear(&search->words);
	search->kept = false;
	size_t room = WORDS_LIMIT - search->words.len;

	str_addn(&search->words, bytes,
	    n <= room ? n : motion_floor(bytes, n, room));
	seek(editor, editor->caret);
}

static void
take_letter(struct editor *editor)
{
	struct editor_search *search = &editor->search;
	struct str *words = &search->words;

	search->kept = false;
	str_cut(words, motion_left(words->s, words->len, words->len));
	editor->caret = search->start;
	seek(editor, search->start);
}

static void
seek_next(struct editor *editor)
{
	const struct str *text = &editor->text.bytes;

	editor->search.kept = false;
	seek(editor, motion_right(text->s, text->len, editor->caret));
}

bool
editor_search_key(struct editor *editor, int key)
{
	switch (key) {
	case '\n':
		close_at(editor, editor->caret);
		return true;
	case K_ESC:
		close_at(editor, editor->search.start);
		return true;
	case K_CTRL('S'):
	case K_ALT | '/':
		seek_next(editor);
		return true;
	case K_BACKSPACE:
	case K_CTRL('H'):
		take_letter(editor);
		return true;
	default:
		break;
	}
	if (editor_is_text(key)) {
		char bytes[4];

		editor_search_add(
		    editor, bytes, utf8_encode(bytes, (uint32_t)key));
		return true;
	}
	close_at(editor, editor->caret);
	return false;
}

void
editor_search_draw(const struct editor *editor, struct surface *surface,
    struct area area, bool focus)
{
	const struct editor_search *search = &editor->search;
	int col = area.col, end = area.col + area.cols;

	surface_fill(surface, area, ROLE_FIELD, true);
	col += surface_text(surface, area.row, col, end - col, ROLE_KEY,
	    search->missing ? "not found: " : "search: ");
	col += surface_textn(surface, area.row, col, end - col,
	    search->kept ? ROLE_DIM : ROLE_FIELD, search->words.s,
	    search->words.len);
	if (focus)
		surface_caret(surface, area.row, col < end ? col : end - 1);
}
