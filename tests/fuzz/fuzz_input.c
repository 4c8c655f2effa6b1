/* SPDX-License-Identifier: MIT */
/* Any bytes from a terminal, with and without its mouse: what is made of them
 * does not depend on how they were handed over, and none is left. */
#include <assert.h>
#include <locale.h>
#include <stdint.h>
#include <string.h>

#include "base/str.h"
#include "tui/term_input.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
add_event(struct str *out, const struct event *event)
{
	switch (event->kind) {
	case EVENT_KEY:
		assert(event->key > 0);
		str_addf(out, "key %d\n", event->key);
		break;
	case EVENT_MOUSE:
		assert(event->row >= 0 && event->col >= 0);
		str_addf(out, "mouse %d %d %d\n", (int)event->mouse, event->row,
		    event->col);
		break;
	case EVENT_PASTE:
		assert(strlen(event->text) == event->len);
		str_addf(out, "paste %s\n", event->text);
		break;
	case EVENT_TICK:
	case EVENT_RESIZE:
	case EVENT_CHILD:
	case EVENT_RESUME:
		assert(!"no event of a terminal's");
	}
}

static void
drain(struct term_input *input, bool quiet, struct str *out)
{
	struct event event;

	while (input_next(input, quiet, &event))
		add_event(out, &event);
}

/* The events of the bytes, handed over `step` at a time. */
static struct str
read_by(const uint8_t *data, size_t size, size_t step, bool mouse)
{
	struct term_input input;
	struct str out = STR_INIT;
	size_t room;

	input_init(&input);
	input_name(&input, "\x1bOA", K_UP);
	input_name(&input, "\x1b[200~", INPUT_PASTE_START);
	input_name(&input, "\x1b[201~", INPUT_PASTE_END);
	if (mouse)
		input_take_mouse(&input);
	for (size_t at = 0; at < size;) {
		char *to = input_room(&input, &room);
		size_t n = size - at < step ? size - at : step;

		assert(room > 0);
		if (n > room)
			n = room;
		memcpy(to, data + at, n);
		input_took(&input, n);
		at += n;
		drain(&input, false, &out);
	}
	drain(&input, true, &out);
	assert(input_wait_ms(&input) == -1);
	input_release(&input);
	return out;
}

static void
check(const uint8_t *data, size_t size, bool mouse)
{
	struct str whole = read_by(data, size, INPUT_BYTES, mouse);
	struct str bytes = read_by(data, size, 1, mouse);

	assert(whole.len == bytes.len);
	assert(whole.len == 0 || memcmp(whole.s, bytes.s, whole.len) == 0);
	str_release(&whole);
	str_release(&bytes);
}

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	setlocale(LC_ALL, "C.UTF-8");
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	check(data, size, false);
	check(data, size, true);
	return 0;
}
