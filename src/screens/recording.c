/* SPDX-License-Identifier: MIT */
#include "screens/recording.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

static const char directory_name[] = "recordings";

enum { PIECES_MOST = 1000 };

void
recording_name(const struct session *session, char out[RECORDING_NAME])
{
	snprintf(out, RECORDING_NAME, "%s-%d", session->id, session->at + 1);
}

/* Absolute, for programs that take some names for something else; owned.  It
 * need not be there. */
static char *
directory_of(const char *database)
{
	const char *slash = strrchr(database, '/');
	char *beside =
	    slash == NULL ? mem_text(".")
			  : mem_textn(database, (size_t)(slash - database) + 1);
	char *absolute = realpath(beside, NULL);
	struct str path = STR_INIT;

	str_addf(&path, "%s/%s", absolute != NULL ? absolute : beside,
	    directory_name);
	free(absolute);
	free(beside);
	return str_detach(&path);
}

/* One that is there must be one's own, and becomes private. */
static int
make_directory(const char *path, struct err *err)
{
	struct stat st;

	if (mkdir(path, S_IRWXU) == 0)
		return 0;
	if (errno != EEXIST || stat(path, &st) != 0)
		return fail(err, "cannot make the directory %s: %s", path,
		    strerror(errno));
	if (!S_ISDIR(st.st_mode) || st.st_uid != geteuid())
		return fail(err, "%s is not a directory of yours", path);
	if ((st.st_mode & (S_IRWXG | S_IRWXO)) != 0 &&
	    chmod(path, S_IRWXU) != 0)
		return fail(
		    err, "cannot make %s private: %s", path, strerror(errno));
	return 0;
}

/* Names are ids; one from a file of somebody else's may be a path. */
static bool
is_plain(const char *name)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
				    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";

	return *name != '\0' && *name != '-' &&
	       name[strspn(name, plain)] == '\0';
}

static char *
path_of(const char *directory, const char *name, int piece)
{
	struct str path = STR_INIT;

	str_addf(&path, "%s/%s-%d.wav", directory, name, piece);
	return str_detach(&path);
}

static int
make_file(const char *directory, const char *name, char **path, struct err *err)
{
	int fd = -1;

	for (int piece = 1; fd < 0 && piece <= PIECES_MOST; piece++) {
		*path = path_of(directory, name, piece);
		fd = open(*path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
		    S_IRUSR | S_IWUSR);
		if (fd >= 0)
			break;
		int reason = errno;

		fail(err, "cannot make %s: %s", *path, strerror(reason));
		free(*path);
		if (reason != EEXIST)
			return -1;
	}
	if (fd < 0)
		return -1;
	close(fd);
	return 0;
}

int
recording_begin(
    const char *database, const char *name, char **path, struct err *err)
{
	char *directory = directory_of(database);
	int result = -1;

	if (!is_plain(name))
		fail(err, "the session '%s' can't be recorded", name);
	else if (make_directory(directory, err) == 0)
		result = make_file(directory, name, path, err);
	free(directory);
	return result;
}

char *
recording_piece(const char *database, const char *name, int piece)
{
	char *directory, *path;

	if (!is_plain(name))
		return NULL;
	directory = directory_of(database);
	path = path_of(directory, name, piece);
	free(directory);
	if (access(path, R_OK) == 0)
		return path;
	free(path);
	return NULL;
}

void
recording_rename(const char *database, const char *from, const char *to)
{
	char *directory = directory_of(database);
	bool going = is_plain(from) && is_plain(to);

	for (int piece = 1; going; piece++) {
		char *old_path = path_of(directory, from, piece);
		char *path = path_of(directory, to, piece);

		going = rename(old_path, path) == 0;
		free(old_path);
		free(path);
	}
	free(directory);
}

bool
recording_drop_empty(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISREG(st.st_mode) && st.st_size == 0 &&
	       unlink(path) == 0;
}
