/* SPDX-License-Identifier: MIT */
#include "cli/dialogue.h"

int
dialogue_init(
    struct dialogue *dialogue, const struct context *context, struct err *err)
{
	const struct settings *settings = &context->settings;

	*dialogue = (struct dialogue){
	    .store = context->store,
	    .probes = setting_choice(settings, SETTING_PROBES),
	    .interrupted = setting_yes(settings, SETTING_INTERRUPT),
	    .private = setting_yes(settings, SETTING_PRIVATE),
	};
	lines_init(&dialogue->lines);
	history_change_init(&dialogue->change);
	return told_names_load(&dialogue->names, dialogue->store, err);
}

int
dialogue_end(struct dialogue *dialogue, int rc)
{
	lines_release(&dialogue->lines);
	history_change_release(&dialogue->change);
	told_names_release(&dialogue->names);
	return rc < 0 ? -1 : 0;
}
