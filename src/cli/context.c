/* SPDX-License-Identifier: MIT */
#include "cli/context.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/paths.h"
#include "cli/log.h"
#include "io/import.h"
#include "store/suggest.h"

int
context_init(struct context *context, const struct args *args, struct err *err)
{
	const char *log;

	*context = (struct context){.log_fd = -1};
	settings_init(&context->settings);
	if (settings_read(&context->settings, args, err) != 0)
		return -1;
	log = context->settings.values[SETTING_LOG];
	return *log == '\0' ? 0 : log_open(log, &context->log_fd, err);
}

void
context_release(struct context *context)
{
	store_close(context->store);
	if (context->log_fd >= 0)
		close(context->log_fd);
	settings_release(&context->settings);
	*context = (struct context){.log_fd = -1};
}

/* Without a home directory there is no usual place: that fails and says so. */
static int
fail_without_path(struct err *err)
{
	char *usual;

	if (paths_database(&usual, err) != 0)
		return -1;
	free(usual);
	return fail_as(err, ERR_USAGE, "the database's name is empty");
}

int
context_path(const struct context *context, const char **path, struct err *err)
{
	*path = context->settings.values[SETTING_DB];
	return **path == '\0' ? fail_without_path(err) : 0;
}

int
context_open_store(struct context *context, struct err *err)
{
	const char *path;

	if (context_path(context, &path, err) != 0)
		return -1;
	log_event(context->log_fd, "database", path);
	if (store_open(path, &context->store, err) != 0)
		return -1;
	store_set_plan(context->store, context->settings.values[SETTING_PLAN]);
	return import_built_in(context->store, err);
}
