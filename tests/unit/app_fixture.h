/* SPDX-License-Identifier: MIT */
/* A stack of screens that log what is done to them. */
#ifndef UNIT_APP_FIXTURE_H
#define UNIT_APP_FIXTURE_H

#include "unit.h"

#include "tui/app.h"

enum { APP_ROWS = 24, APP_COLS = 80 };

struct desk {
	struct str log;
	bool broken; /* opening, saving and running fail */
};

/* Every screen's. */
struct state {
	struct desk *desk;
	const char *name;
	int ticks;
};

struct fixture {
	struct desk desk;
	struct app app;
	struct surface surface;
	struct err err;
};

/* `note` takes text, and has nothing to save or to close; `help` binds what
 * the stack would take. */
extern const struct screen app_home, app_page, app_note, app_help;

extern const struct instant app_now;

/* With the home screen open; `*state` is a struct fixture. */
int app_set_up(void **state);
int app_tear_down(void **state);

void app_send(struct fixture *fixture, enum event_kind kind, int key);
void app_press(struct fixture *fixture, int key);
void app_resize(struct fixture *fixture, int rows, int cols);

/* What was logged since the last call. */
void assert_log(struct fixture *fixture, const char *expected);
void assert_row(struct fixture *fixture, int row, const char *expected);
bool is_shown(struct fixture *fixture, const char *text);

#endif
