/* SPDX-License-Identifier: MIT */
#include "cli/interactive.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "screens/desk.h"
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

bool
interactive_wanted(const struct args *args)
{
	return !lines_wanted(args) && !args_has(args, OPTION_JSON) &&
	       isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
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
	    .private = setting_yes(settings, SETTING_PRIVATE),
	};
}

static int
run_app(struct desk *desk, const struct screen *screen, const void *arg,
    struct err *err)
{
	struct app app;
	int rows, cols, status = -1;

	term_size(&rows, &cols);
	app_init(&app, desk, rows, cols);
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
	    .ascii = setting_yes(settings, SETTING_ASCII),
	};

	if (term_open(&options, err) != 0)
		return -1;
	struct desk desk = desk_of(context);
	int status = run_app(&desk, screen, arg, err);

	term_close();
	return status;
}
