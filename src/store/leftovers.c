/* SPDX-License-Identifier: MIT */
#include "store/leftovers.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/str.h"

static const char journal[] = "-journal";

/* As out_file_open() names its files. */
static bool
is_temporary(const char *name)
{
	size_t n = sizeof(OUT_FILE_MARK) - 1;

	return strncmp(name, OUT_FILE_MARK, n) == 0 &&
	       strlen(name) == n + OUT_FILE_RANDOM;
}

/* Nobody holds it. */
static bool
is_left(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	bool left;

	if (fd < 0)
		return false;
	left = flock(fd, LOCK_EX | LOCK_NB) == 0;
	close(fd);
	return left;
}

static void
find_in(const char *directory, struct leftovers *leftovers)
{
	DIR *dir = opendir(directory);
	const struct dirent *entry;

	if (dir == NULL)
		return;
	while ((entry = readdir(dir)) != NULL) {
		struct str path = STR_INIT;

		if (!is_temporary(entry->d_name))
			continue;
		str_addf(&path, "%s%s", directory, entry->d_name);
		if (!is_left(path.s)) {
			str_release(&path);
			continue;
		}
		leftovers->paths = mem_grow(leftovers->paths,
		    (size_t)leftovers->n + 1, sizeof(*leftovers->paths));
		leftovers->paths[leftovers->n++] = str_detach(&path);
	}
	closedir(dir);
}

static int
by_name(const void *a, const void *b)
{
	const char *const *x = a, *const *y = b;

	return strcmp(*x, *y);
}

void
store_leftovers_find(const char *db, struct leftovers *leftovers)
{
	char *real = realpath(db, NULL);
	const char *path = real != NULL ? real : db;
	const char *slash = strrchr(path, '/');
	struct str directory = STR_INIT;

	*leftovers = (struct leftovers){0};
	if (slash == NULL)
		str_add(&directory, "./");
	else
		str_addn(&directory, path, (size_t)(slash - path) + 1);
	find_in(directory.s, leftovers);
	str_add(&directory, "backups/");
	find_in(directory.s, leftovers);
	if (leftovers->n > 0)
		qsort(leftovers->paths, (size_t)leftovers->n,
		    sizeof(*leftovers->paths), by_name);
	str_release(&directory);
	free(real);
}

void
store_leftovers_release(struct leftovers *leftovers)
{
	for (int i = 0; i < leftovers->n; i++)
		free(leftovers->paths[i]);
	free(leftovers->paths);
	*leftovers = (struct leftovers){0};
}

static int
remove_one(const char *path, struct err *err)
{
	struct str beside = STR_INIT;

	str_addf(&beside, "%s%s", path, journal);
	unlink(beside.s);
	str_release(&beside);
	if (unlink(path) != 0 && errno != ENOENT)
		return fail(
		    err, "%s can't be removed: %s", path, strerror(errno));
	return 0;
}

int
store_leftovers_remove(const char *db, struct err *err)
{
	struct leftovers leftovers;
	int rc = 0;

	store_leftovers_find(db, &leftovers);
	for (int i = 0; i < leftovers.n && rc == 0; i++)
		rc = remove_one(leftovers.paths[i], err);
	store_leftovers_release(&leftovers);
	return rc;
}
