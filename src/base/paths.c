/* SPDX-License-Identifier: MIT */
#include "base/paths.h"

#include <errno.h>
#include <pwd.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/str.h"

/* Borrowed; NULL where nobody knows. */
static const char *
home(void)
{
	const char *dir = getenv("HOME");

	if (dir != NULL && *dir == '/')
		return dir;
	const struct passwd *entry = getpwuid(getuid());

	if (entry == NULL || entry->pw_dir == NULL || *entry->pw_dir != '/')
		return NULL;
	return entry->pw_dir;
}

/* `$variable/file`, or `below_home` under the home directory for it. */
static int
find(char **path, const char *variable, const char *below_home,
    const char *file, struct err *err)
{
	struct str found = STR_INIT;
	const char *dir = getenv(variable);

	if (dir != NULL && *dir == '/') {
		str_add(&found, dir);
	} else if ((dir = home()) != NULL) {
		str_addf(&found, "%s/%s", dir, below_home);
	} else {
		return fail(err, "there is no home directory: set HOME or %s",
		    variable);
	}
	str_addf(&found, "/rehearse/%s", file);
	*path = str_detach(&found);
	return 0;
}

int
paths_database(char **path, struct err *err)
{
	return find(path, "XDG_DATA_HOME", ".local/share", "rehearse.db", err);
}

int
paths_config(char **path, struct err *err)
{
	return find(path, "XDG_CONFIG_HOME", ".config", "config", err);
}

static int
make_directory(const char *path, struct err *err)
{
	struct stat st;

	if (mkdir(path, S_IRWXU) == 0)
		return 0;
	int reason = errno;

	/* A present one may be reported in other words, read-only first. */
	if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
		return 0;
	return fail(
	    err, "cannot make the directory %s: %s", path, strerror(reason));
}

int
paths_make_parent(const char *file, struct err *err)
{
	char *path = mem_text(file);
	int result = 0;

	for (char *slash = strchr(path + (*path == '/'), '/');
	     slash != NULL && result == 0; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		result = make_directory(path, err);
		*slash = '/';
	}
	free(path);
	return result;
}
