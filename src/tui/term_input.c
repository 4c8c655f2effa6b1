/* SPDX-License-Identifier: MIT */
#include "tui/term_input.h"

#include <string.h>

#include "base/utf8.h"
#include "tui/term_mouse.h"

enum {
	BACKSPACE = 8,
	DEL = 0x7f,
	NO_KEY = 0,
	LONGEST = 4, /* bytes of a code point */
};

void
input_init(struct term_input *input)
{
	input->n_sequences = 0;
	memset(input->begins, 0, sizeof(input->begins));
	input->at = input->n = 0;
	input->pasting = input->mouse = false;
	str_init(&input->paste);
}

void
input_release(struct term_input *input)
{
	str_release(&input->paste);
}

void
input_name(struct term_input *input, const char *bytes, int key)
{
	size_t n = bytes != NULL ? strlen(bytes) : 0;

	if (n <= 1 || input->n_sequences == INPUT_SEQUENCES)
		return;
	input->begins[(unsigned char)bytes[0]] = true;
	input->sequences[input->n_sequences++] =
	    (struct input_sequence){bytes, n, key};
}

void
input_take_mouse(struct term_input *input)
{
	input->mouse = true;
}

char *
input_room(struct term_input *input, size_t *room)
{
	input->n -= input->at;
	memmove(input->bytes, input->bytes + input->at, input->n);
	input->at = 0;
	*room = INPUT_BYTES - input->n;
	return input->bytes + input->n;
}

void
input_took(struct term_input *input, size_t n)
{
	input->n += n;
}

static bool
is_beginning(const char *s, size_t n, const char *of, size_t of_n)
{
	return s[0] == of[0] && memcmp(s, of, n < of_n ? n : of_n) == 0;
}

/*
 * A piece of input: each reader takes the bytes at `s` and returns how many
 * make up the key, 0 where more may have to come.
 */
struct piece {
	const char *s;
	size_t n;
	bool quiet; /* no more is coming */
};

/* Sets `*known` false where the bytes begin no named sequence. */
static size_t
read_named(
    const struct term_input *input, struct piece piece, int *key, bool *known)
{
	*known = input->begins[(unsigned char)piece.s[0]];
	if (!*known)
		return 0;
	for (size_t i = 0; i < input->n_sequences; i++) {
		const struct input_sequence *at = &input->sequences[i];

		if (!is_beginning(piece.s, piece.n, at->bytes, at->n))
			continue;
		if (piece.n >= at->n) {
			*key = at->key;
			return at->n;
		}
		if (!piece.quiet)
			return 0;
	}
	*known = false;
	return 0;
}

/* A control sequence (ECMA-48: ESC [ parameters final) or a single shift (ESC
 * O final) that has no name. */
static size_t
read_unnamed(struct piece piece, int *key)
{
	size_t at = 2;

	*key = NO_KEY;
	if (piece.s[1] == '[')
		while (at < piece.n && piece.s[at] >= ' ' && piece.s[at] < '@')
			at++;
	if (at < piece.n)
		return piece.s[at] >= '@' && piece.s[at] < DEL ? at + 1 : at;
	if (at == 2)
		*key = K_ALT | piece.s[1];
	return piece.quiet || at == INPUT_BYTES ? at : 0;
}

/* True where the bytes are the first ones of a code point. */
static bool
is_cut(const char *s, size_t n)
{
	unsigned char lead = (unsigned char)s[0];
	size_t needs = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;

	if (lead < 0xc2 || lead > 0xf4 || n >= needs)
		return false;
	for (size_t i = 1; i < n; i++)
		if (((unsigned char)s[i] & 0xc0) != 0x80)
			return false;
	return true;
}

static size_t
read_character(struct piece piece, int *key)
{
	uint32_t cp;

	if (is_cut(piece.s, piece.n) && !piece.quiet)
		return 0;
	size_t used = utf8_decode(piece.s, piece.n, &cp);

	switch (cp) {
	case '\0':
		*key = K_CTRL_SPACE;
		break;
	case '\r':
		*key = '\n';
		break;
	case BACKSPACE:
	case DEL:
		*key = K_BACKSPACE;
		break;
	default:
		*key = (int)cp;
		break;
	}
	return used;
}

/* Esc, and what may follow it at once. */
static size_t
read_escape(const struct term_input *input, struct piece piece, int *key)
{
	struct piece rest = {piece.s + 1, piece.n - 1, piece.quiet};
	bool known;

	*key = K_ESC;
	if (rest.n == 0)
		return piece.quiet ? 1 : 0;
	if (rest.s[0] == '[' || rest.s[0] == 'O')
		return read_unnamed(piece, key);
	size_t used = read_named(input, rest, key, &known);

	if (!known && rest.s[0] != K_ESC)
		used = read_character(rest, key);
	else if (!known || (used > 0 && *key < NO_KEY)) {
		*key = K_ESC; /* alone: no key with Alt comes after it */
		return 1;
	}
	*key |= K_ALT;
	return used > 0 ? used + 1 : 0;
}

static size_t
read_key(const struct term_input *input, struct piece piece, int *key)
{
	bool known;
	size_t used = read_named(input, piece, key, &known);

	if (known)
		return used;
	if (piece.s[0] == K_ESC)
		return read_escape(input, piece, key);
	return read_character(piece, key);
}

/* Adds to the paste what is not over the bound, and takes it from the
 * bytes. */
static void
add_to_paste(struct term_input *input, size_t n)
{
	size_t room = INPUT_PASTE_MAX - input->paste.len;

	str_addn(&input->paste, input->bytes + input->at, n < room ? n : room);
	input->at += n;
}

/* \n line ends, no NUL, valid UTF-8. */
static void
clean_paste(struct str *paste)
{
	struct str repaired = STR_INIT;
	char before = '\0';
	size_t to = 0;

	for (size_t at = 0; at < paste->len; at++) {
		char c = paste->s[at];
		bool second = before == '\r' && c == '\n';

		if (c != '\0' && !second)
			paste->s[to++] = c == '\r' ? '\n' : c;
		before = c;
	}
	str_cut(paste, to);
	if (utf8_valid(paste->s, paste->len, NULL))
		return;
	utf8_repair(&repaired, paste->s, paste->len);
	str_release(paste);
	*paste = repaired;
}

/* Moves bytes to the paste until its end; false where that has not come. */
static bool
paste_ends(struct term_input *input, bool quiet)
{
	bool known = false;
	int key = NO_KEY;

	while (input->at < input->n) {
		const char *s = input->bytes + input->at;
		size_t n = input->n - input->at;
		const char *escape = memchr(s, K_ESC, n);

		add_to_paste(input, escape != NULL ? (size_t)(escape - s) : n);
		if (escape == NULL)
			break;
		struct piece piece = {escape, input->n - input->at, quiet};
		size_t used = read_named(input, piece, &key, &known);

		if (known && used == 0)
			return false;
		if (known && key == INPUT_PASTE_END) {
			input->at += used;
			return true;
		}
		add_to_paste(input, 1);
	}
	return quiet;
}

static bool
next_paste(struct term_input *input, bool quiet, struct event *event)
{
	if (!paste_ends(input, quiet))
		return false;
	input->pasting = false;
	clean_paste(&input->paste);
	*event = (struct event){
	    .kind = EVENT_PASTE,
	    .text = input->paste.s,
	    .len = input->paste.len,
	};
	return true;
}

/* A terminal may tell of the mouse all the same, for a program before this one:
 * no key is made of that, unless it is the name of one. */
static size_t
read_unwanted(const struct term_input *input, struct piece piece, int *key)
{
	size_t used = read_key(input, piece, key);
	struct event ignored;
	size_t report;

	if (used == 0 || *key != NO_KEY)
		return used;
	report = mouse_read(piece.s, piece.n, &ignored);
	return report == 0 && piece.quiet ? used : report;
}

/* As read_key(); where it is a report of the mouse, fills in the event. */
static size_t
read_any(const struct term_input *input, struct piece piece, int *key,
    struct event *event)
{
	if (!mouse_begins(piece.s, piece.n))
		return read_key(input, piece, key);
	if (!input->mouse)
		return read_unwanted(input, piece, key);
	*event = (struct event){.kind = EVENT_KEY};
	size_t used = mouse_read(piece.s, piece.n, event);

	*key = event->kind == EVENT_MOUSE ? INPUT_MOUSE : NO_KEY;
	return used == 0 && piece.quiet ? read_unnamed(piece, key) : used;
}

bool
input_next(struct term_input *input, bool quiet, struct event *event)
{
	int key = NO_KEY;

	if (!input->pasting)
		str_release(&input->paste);
	while (!input->pasting && input->at < input->n) {
		struct piece piece = {
		    input->bytes + input->at, input->n - input->at, quiet};
		size_t used = read_any(input, piece, &key, event);

		if (used == 0)
			return false;
		input->at += used;
		if (key == INPUT_MOUSE)
			return true;
		input->pasting = key == INPUT_PASTE_START;
		if (key > NO_KEY) {
			*event = (struct event){.kind = EVENT_KEY, .key = key};
			return true;
		}
	}
	return input->pasting && next_paste(input, quiet, event);
}

int
input_wait_ms(const struct term_input *input)
{
	if (input->pasting)
		return INPUT_PASTE_MS;
	return input->at < input->n ? INPUT_ESCAPE_MS : -1;
}
