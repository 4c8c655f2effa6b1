/* SPDX-License-Identifier: MIT */
/*
 * A stage for screens: keys in, text out, and a clock that only the test
 * moves.  One stage stands at a time, on a database of its own; it plays the
 * part of term_loop.c.
 */
#ifndef SCREENS_STAGE_H
#define SCREENS_STAGE_H

#include "unit/store_fixture.h"
#include "unit/unit.h"

#include "screens/desk.h"
#include "screens/voice.h"
#include "tui/app.h"

enum {
	STAGE_ROWS = 24,
	STAGE_COLS = 80,
	STAGE_AT_S = 1795167000, /* 2026-11-20 09:30:00 UTC: it begins */
	STAGE_AT_MONO_MS = 50000000,
};

/* The set-up of every test: a fresh database with the built-in data and the
 * three questions below, in a directory of its own that is the working
 * directory; 24×80, UTF-8, UTC.
 *
 * stage-failure	behavioural, star, xiaomi, pm2, 180 s, two probes, a
 *			hint, what a strong answer holds
 * stage-estimate	estimation (needs no measured result), any, 400 s
 * stage-long		general, a prompt of many rows, 3600 s
 */
int stage_set_up(void **state);
int stage_tear_down(void **state);

#define ON_STAGE(test)                                                         \
	cmocka_unit_test_setup_teardown(test, stage_set_up, stage_tear_down)

/* The settings of the voice from the next stage_kill() on, or at once where
 * no screen is open.  Without it every program is switched off. */
void stage_voice(const struct voice_settings *settings);

/* A moment of real time passes, the stage's clock stands, and a program
 * beside the screen may have ended. */
enum { STAGE_MOMENTS = 2000 }; /* ten seconds: longer is never waited */
void stage_moment(void);

/* Such moments until the screen shows the text, or no longer. */
#define await_sees(text)     stage_await((text), true, __FILE__, __LINE__)
#define await_sees_not(text) stage_await((text), false, __FILE__, __LINE__)
void stage_await(const char *text, bool there, const char *file, int line);

struct store *stage_store(void);
struct desk *stage_desk(void);
struct instant stage_now(void);

/* Opens the first screen, or one on top; it must open. */
void stage_open(const struct screen *screen, const void *arg);

/* The state of the screen on top and the screen itself; its name, "" when the
 * last one was left. */
const struct app *stage_app(void);
const char *stage_screen(void);

void stage_key(int key);
void stage_press(int key, int times);
/* Each character is a key. */
void stage_keys(const char *text);
/* A click on a cell, or on the first one of a text in one row; the wheel. */
void stage_click(int row, int col);
#define stage_click_on(text) stage_click_text((text), __FILE__, __LINE__)
void stage_click_text(const char *text, const char *file, int line);
void stage_wheel(enum mouse way);
void stage_paste(const char *text);
void stage_resize(int rows, int cols);
/* Time passes; what the screen wished to be woken for happens in between. */
void stage_wait_ms(int64_t ms);
void stage_wait_s(int64_t s);
/* Time passes while the machine sleeps: the screen wakes afterwards, once. */
void stage_sleep_s(int64_t s);
/* Somebody sets the wall clock. */
void stage_set_wall_s(int64_t at_s);
/* Ctrl-Z, `s` seconds in the shell, fg. */
void stage_suspend_s(int64_t s);
/* How often the screens were woken so far. */
int stage_ticks(void);

/* As kill -9, and as a closed terminal: the program is gone, its database is
 * opened anew. */
void stage_kill(void);
void stage_hang_up(void);

/* Writes to the table fail in between. */
void stage_break_table(const char *table);
void stage_mend_table(const char *table);

/* The bytes of the one file that fits the pattern, as a text. */
void stage_read_file(const char *pattern, char *out, size_t size);

/* Draws lines and marks in ASCII from now on. */
void stage_ascii(void);

const struct surface *stage_surface(void);

/* Borrowed until the next call: the whole screen, one row. */
const char *stage_text(void);
const char *stage_row(int row);
/* The text is there, runs of blanks and line ends taken as one blank. */
bool stage_sees(const char *text);
/* The role of the first cell of a text that stands in one row. */
enum role stage_role(const char *text);
int stage_caret_row(void);
/* Frees what those borrowed. */
void stage_forget_text(void);

/* The same, as assertions that show the screen. */
#define assert_sees(text)     stage_expect((text), true, __FILE__, __LINE__)
#define assert_sees_not(text) stage_expect((text), false, __FILE__, __LINE__)
#define assert_screen(name)   assert_string_equal(stage_screen(), (name))
void stage_expect(const char *text, bool there, const char *file, int line);

#endif
