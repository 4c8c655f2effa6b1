/* SPDX-License-Identifier: MIT */
#include "stage.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/utf8.h"
#include "tui/event.h"

enum {
	SECOND_MS = 1000,
	/* More ticks than these without time going on are a busy loop. */
	TICKS_AT_ONCE = 4,
	MOMENT_NS = 5000000,
};

static struct {
	struct fixture *fixture;
	struct desk desk;
	struct voice_settings voice;
	struct app app;
	struct surface surface;
	struct instant now;
	int rows, cols, ticks;
} stage;

static const char questions[] =
    "id,prompt,round,rubric,company,level,seconds,tags,probes,hint,look_for\r\n"
    "stage-failure,Tell me about a failure that you owned.,behavioural,star,"
    "xiaomi,pm2,180,,Which data did you use?|What did it teach you?,"
    "Name the number that moved.,A number and what changed afterwards.\r\n"
    "stage-estimate,How many doors does this town have?,estimation,"
    "estimation,any,any,400,,,,\r\n"
    "stage-long,\"First row of a long case. A market grows while its margin "
    "falls, and two teams disagree about the reason. One holds that new users "
    "cost more than they bring, the other that old users leave earlier than "
    "they did. You have a week, three analysts and no budget for research. "
    "Suppliers ask for an answer by Friday, and the board meets the Monday "
    "after. A competitor has just halved its price in two of your four "
    "cities, which may or may not matter. Say what you would look at, in "
    "which order, what you would leave out, and how you would explain both to "
    "the two teams. Last words of the long case.\",general,three-p,any,any,"
    "3600,,,,\r\n";

static const struct voice_settings silent = {
    .commands = {"none", "none", "none", "none"},
};

static void
begin_program(void)
{
	stage.desk = (struct desk){
	    .store = stage.fixture->store,
	    .voice = voice_new(&stage.voice, stage.fixture->path),
	    .chart = CANVAS_BRAILLE,
	};
	app_init(&stage.app, &stage.desk, stage.rows, stage.cols);
	stage.app.beside = &voice_beside;
}

static void
end_program(void)
{
	app_release(&stage.app);
	voice_free(stage.desk.voice);
}

int
stage_set_up(void **state)
{
	setenv("TZ", "UTC", 1);
	tzset();
	setlocale(LC_ALL, "C.UTF-8");
	fixture_set_up_built_in(state);
	stage.fixture = *state;
	fixture_import(stage.fixture->store, "questions", questions);
	assert_int_equal(chdir(stage.fixture->dir), 0);
	stage.rows = STAGE_ROWS;
	stage.cols = STAGE_COLS;
	stage.ticks = 0;
	stage.voice = silent;
	stage.now.mono_ms = STAGE_AT_MONO_MS;
	stage.now.wall_ms = (int64_t)STAGE_AT_S * SECOND_MS;
	surface_init(&stage.surface, stage.rows, stage.cols);
	begin_program();
	return 0;
}

int
stage_tear_down(void **state)
{
	end_program();
	surface_release(&stage.surface);
	stage_forget_text();
	if (chdir("/") != 0)
		return -1;
	return fixture_tear_down(state);
}

struct store *
stage_store(void)
{
	return stage.fixture->store;
}

struct desk *
stage_desk(void)
{
	return &stage.desk;
}

struct instant
stage_now(void)
{
	return stage.now;
}

const struct app *
stage_app(void)
{
	return &stage.app;
}

const struct surface *
stage_surface(void)
{
	return &stage.surface;
}

const char *
stage_screen(void)
{
	if (stage.app.depth == 0)
		return "";
	return stage.app.frames[stage.app.depth - 1].screen->name;
}

/* As the loop does before each wait. */
static void
draw(void)
{
	const struct surface *surface = &stage.surface;

	app_draw(&stage.app, &stage.surface, stage.now);
	assert_in_range(surface->caret_row + 1, 0, surface->rows);
	assert_in_range(surface->caret_col + 1, 0, surface->cols);
}

static void
send(struct event event)
{
	event.rows = stage.rows;
	event.cols = stage.cols;
	event.now = stage.now;
	app_event(&stage.app, &event);
	if (stage.app.run != NULL) {
		app_run_wanted(&stage.app);
		event.kind = EVENT_RESUME;
		app_event(&stage.app, &event);
	}
	draw();
}

void
stage_voice(const struct voice_settings *settings)
{
	stage.voice = *settings;
	if (stage.app.depth > 0)
		return;
	end_program();
	begin_program();
}

void
stage_moment(void)
{
	const struct timespec moment = {.tv_nsec = MOMENT_NS};

	nanosleep(&moment, NULL);
	send((struct event){.kind = EVENT_CHILD});
}

void
stage_await(const char *text, bool there, const char *file, int line)
{
	for (int i = 0; i < STAGE_MOMENTS && stage_sees(text) != there; i++)
		stage_moment();
	stage_expect(text, there, file, line);
}

void
stage_open(const struct screen *screen, const void *arg)
{
	struct err err = {0};

	assert_done(app_push(&stage.app, screen, arg, stage.now, &err), &err);
	draw();
}

static void
tick_if_due(void)
{
	int64_t due = app_deadline(&stage.app, stage.now);

	if (due < 0 || due > stage.now.mono_ms)
		return;
	stage.ticks++;
	send((struct event){.kind = EVENT_TICK});
}

void
stage_key(int key)
{
	send((struct event){.kind = EVENT_KEY, .key = key});
	tick_if_due();
}

void
stage_press(int key, int times)
{
	while (times-- > 0)
		stage_key(key);
}

void
stage_keys(const char *text)
{
	size_t n = strlen(text);
	uint32_t code_point;

	for (size_t at = 0; at < n;) {
		at += utf8_decode(text + at, n - at, &code_point);
		stage_key((int)code_point);
	}
}

static void
point(enum mouse mouse, int row, int col)
{
	send((struct event){
	    .kind = EVENT_MOUSE, .mouse = mouse, .row = row, .col = col});
	tick_if_due();
}

void
stage_click(int row, int col)
{
	point(MOUSE_CLICK, row, col);
}

/* The text is ASCII, and so is what stands before it in its row. */
void
stage_click_text(const char *text, const char *file, int line)
{
	for (int row = 0; row < stage.rows; row++) {
		const char *seen = stage_row(row), *at = strstr(seen, text);

		if (at == NULL)
			continue;
		stage_click(row, (int)(at - seen));
		return;
	}
	stage_expect(text, true, file, line);
}

void
stage_wheel(enum mouse way)
{
	point(way, stage.rows / 2, stage.cols / 4);
}

void
stage_paste(const char *text)
{
	send((struct event){
	    .kind = EVENT_PASTE, .text = text, .len = strlen(text)});
}

void
stage_resize(int rows, int cols)
{
	stage.rows = rows;
	stage.cols = cols;
	surface_resize(&stage.surface, rows, cols);
	send((struct event){.kind = EVENT_RESIZE});
}

static void
pass_ms(int64_t ms)
{
	stage.now.mono_ms += ms;
	stage.now.wall_ms += ms;
}

void
stage_wait_ms(int64_t ms)
{
	int64_t until = stage.now.mono_ms + ms;
	int at_once = 0;

	for (;;) {
		int64_t due = app_deadline(&stage.app, stage.now);

		if (due < 0 || due > until)
			break;
		at_once = due > stage.now.mono_ms ? 0 : at_once + 1;
		assert_in_range(at_once, 0, TICKS_AT_ONCE);
		if (due > stage.now.mono_ms)
			pass_ms(due - stage.now.mono_ms);
		stage.ticks++;
		send((struct event){.kind = EVENT_TICK});
	}
	pass_ms(until - stage.now.mono_ms);
	draw();
}

void
stage_wait_s(int64_t s)
{
	stage_wait_ms(s * SECOND_MS);
}

void
stage_sleep_s(int64_t s)
{
	int64_t due = app_deadline(&stage.app, stage.now);

	pass_ms(s * SECOND_MS);
	if (due >= 0 && due <= stage.now.mono_ms)
		send((struct event){.kind = EVENT_TICK});
	draw();
}

void
stage_set_wall_s(int64_t at_s)
{
	stage.now.wall_ms = at_s * SECOND_MS;
	draw();
}

void
stage_suspend_s(int64_t s)
{
	stage_key(K_CTRL('z'));
	assert_true(stage.app.suspend);
	stage.app.suspend = false;
	pass_ms(s * SECOND_MS);
	send((struct event){.kind = EVENT_RESUME});
}

int
stage_ticks(void)
{
	return stage.ticks;
}

void
stage_kill(void)
{
	struct err err = {0};

	end_program();
	store_close(stage.fixture->store);
	assert_done(
	    store_open(stage.fixture->path, &stage.fixture->store, &err), &err);
	begin_program();
}

void
stage_hang_up(void)
{
	struct err err = {0};

	assert_done(app_save(&stage.app, stage.now, &err), &err);
	stage_kill();
}

static void
rename_table(const char *prefix, const char *table, const char *new_prefix)
{
	char sql[128];

	snprintf(sql, sizeof(sql), "ALTER TABLE %s%s RENAME TO %s%s", prefix,
	    table, new_prefix, table);
	fixture_sql(stage.fixture->path, sql);
}

void
stage_break_table(const char *table)
{
	rename_table("", table, "broken_");
}

void
stage_mend_table(const char *table)
{
	rename_table("broken_", table, "");
}

void
stage_ascii(void)
{
	stage.surface.ascii = true;
	stage.desk.chart = CANVAS_ASCII;
	draw();
}
