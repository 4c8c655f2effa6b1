/* SPDX-License-Identifier: MIT */
#include <stdio.h>

#include "base/str.h"
#include "cli/command.h"
#include "cli/output.h"
#include "screens/desk.h"
#include "tui/editor.h"

static const struct option_spec options[] = {
    {"defaults", NULL, "what is built in, whatever was set", OPTION_DEFAULTS},
    {NULL, NULL, NULL, 0},
};

static void
print_settings(const struct settings *settings)
{
	for (int i = 0; i < SETTING_COUNT; i++) {
		const char *value = settings->values[i];

		printf("%s =%s", setting_key((enum setting)i),
		    *value != '\0' ? " " : "");
		output_text(value);
		fputs("  # ", stdout);
		output_text(settings->sources[i]);
		putchar('\n');
	}
}

static void
print_keys(const char *where, const struct key_binding *table)
{
	for (; table->action != 0; table++) {
		struct str names = STR_INIT;

		keymap_names(table, &names);
		printf("[%s] %s: %s\n", where, names.s, table->help);
		str_release(&names);
	}
}

static int
run_config(struct context *context, const struct args *args, struct err *err)
{
	struct settings built_in;

	(void)err;
	settings_init(&built_in);
	print_settings(
	    args_has(args, OPTION_DEFAULTS) ? &built_in : &context->settings);
	settings_release(&built_in);
	for (int i = 0; all_screens[i] != NULL; i++)
		print_keys(all_screens[i]->name, all_screens[i]->keys);
	print_keys("editor", editor_bindings);
	return 0;
}

const struct command config_command = {
    .name = "config",
    .about = "The settings in force and where each is from, and every key.",
    .operands = "",
    .options = options,
    .details =
	"A setting's value is from its option, else from the environment\n"
	"(REHEARSE_DB, REHEARSE_CHART, ...), else from the configuration\n"
	"file (lines of `key = value`), else built in.\n",
    .example = "rehearse config --defaults",
    .run = run_config,
};
