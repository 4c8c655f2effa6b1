/* SPDX-License-Identifier: MIT */
#include "cli/interactive.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "screens/desk.h"
#include "screens/voice.h"
#include "tui/app.h"
#include "tui/term.h"

static bool
is_accessible(void)
{
	const char *value = getenv("ACCESSIBLE");

	return value != NULL && *value != '\0' && strcmp(value, "0") != 0;
}

bool
lines_wanted(const struct args *args)
{
	return args_has(args, OPTION_PLAIN) || is_accessible();
}

static bool
on_terminal(void)
{
	return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

bool
dialogue_wanted(const struct args *args)
{
	if (args_has(args, OPTION_LINES))
		return true;
	return is_accessible() && on_terminal() &&
	       !args_has(args, OPTION_PLAIN) && !args_has(args, OPTION_JSON);
}

bool
interactive_wanted(const struct args *args)
{
	return !lines_wanted(args) && !args_has(args, OPTION_JSON) &&
	       on_terminal();
}

static struct desk
desk_of(const struct context *context)
{
	const struct settings *settings = &context->settings;

	return (struct desk){
	    .store = context->store,
	    .chart = term_is_ascii() ? CANVAS_ASCII
				     : (enum canvas_kind)setting_choice(
					   settings, SETTING_CHART),
	    .probes = setting_choice(settings, SETTING_PROBES),
	    .interrupted = setting_yes(settings, SETTING_INTERRUPT),
	    .private = setting_yes(settings, SETTING_PRIVATE),
	};
}

/* The settings of the programs are in the order of enum voice_part. */
static struct voice *
make_voice(const struct context *context)
{
	const struct settings *settings = &context->settings;
	struct voice_settings voice = {
	    .record = setting_yes(settings, SETTING_RECORD),
	    .read_aloud = setting_yes(settings, SETTING_READ_ALOUD),
	};

	for (int i = 0; i < VOICE_PARTS; i++)
		voice.commands[i] = settings->values[SETTING_RECORDER + i];
	return voice_new(&voice, store_path(context->store));
}

static int
run_app(struct desk *desk, const struct screen *screen, const void *arg,
    struct err *err)
{
	struct app app;
	int rows, cols, status = -1;

	term_size(&rows, &cols);
	app_init(&app, desk, rows, cols);
	app.beside = &voice_beside;
	if (app_push(&app, screen, arg, clock_now(), err) == 0)
		status = term_run(&app, err);
	app_release(&app);
	return status;
}

int
interactive_run(struct context *context, const struct screen *screen,
    const void *arg, struct err *err)
{
	const struct settings *settings = &context->settings;
	struct term_options options = {
	    .scheme = (enum scheme)setting_choice(settings, SETTING_THEME),
	    .no_color = !setting_yes(settings, SETTING_COLOR),
	    .mouse = setting_yes(settings, SETTING_MOUSE),
	    .ascii = setting_yes(settings, SETTING_ASCII),
	};

	if (term_open(&options, err) != 0)
		return -1;
	struct desk desk = desk_of(context);

	desk.voice = make_voice(context);
	int status = run_app(&desk, screen, arg, err);

	term_close();
	/* Programs that take their time to end don't keep the terminal. */
	voice_free(desk.voice);
	return status;
}
