/* SPDX-License-Identifier: MIT */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

enum { CHUNK = 1 << 16 };

static bool
is_dash(const char *path)
{
	return strcmp(path, "-") == 0;
}

bool
file_is_there(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0;
}

bool
file_is_same(const char *a, const char *b)
{
	struct stat x, y;

	return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev &&
	       x.st_ino == y.st_ino;
}

/* The directory part of `path` with its slash, "./" when it has none. */
static char *
directory_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (slash == NULL)
		return mem_text("./");
	return mem_textn(path, (size_t)(slash - path) + 1);
}

/* Of a file that is to be made, or is behind a link to nowhere. */
static int
check_new(const char *path, struct err *err)
{
	char *directory;
	struct stat st;
	int result = 0;

	if (*path == '\0')
		return fail(err, "cannot write '': a file needs a name");
	if (lstat(path, &st) == 0)
		return fail(err,
		    "cannot write %s: it links to a file that is "
		    "not there",
		    path);
	directory = directory_of(path);
	if (stat(directory, &st) != 0)
		result = fail(err,
		    "cannot write %s: the directory %s is not there; make it "
		    "first",
		    path, directory);
	free(directory);
	return result;
}

/* A rename asks nobody whether the old file may be changed. */
static int
check_old(const char *path, const struct stat *st, struct err *err)
{
	if (S_ISDIR(st->st_mode))
		return fail(err,
		    "cannot write %s: it is a directory; name a file in it",
		    path);
	if (access(path, W_OK) != 0)
		return fail(err,
		    "cannot write %s: it is write-protected; name another "
		    "file, or change its mode",
		    path);
	return 0;
}

/* The file itself where `path` is a link, so that the link stays one; what is
 * no file, as a pipe behind /dev/stdout, may have no other name. */
static int
find_target(char **target, const char *path, struct err *err)
{
	struct stat st;

	if (stat(path, &st) == 0) {
		if (check_old(path, &st, err) != 0)
			return -1;
		*target =
		    S_ISREG(st.st_mode) ? realpath(path, NULL) : mem_text(path);
		if (*target != NULL)
			return 0;
	}
	if (errno != ENOENT)
		return fail(err, "cannot write %s: %s", path, strerror(errno));
	if (check_new(path, err) != 0)
		return -1;
	*target = mem_text(path);
	return 0;
}

/* mkstemp() makes the file with mode 0600, whatever the umask. */
static int
open_temporary(struct out_file *out)
{
	struct str temp = STR_INIT;
	char *directory = directory_of(out->path);

	str_addf(&temp, "%s" OUT_FILE_MARK "XXXXXX", directory);
	free(directory);
	int fd = mkstemp(temp.s);

	if (fd >= 0) {
		/* What no process holds was left by one that was killed. */
		flock(fd, LOCK_EX | LOCK_NB);
		out->temp = str_detach(&temp);
		return fd;
	}
	int reason = errno;

	str_release(&temp);
	errno = reason;
	return -1;
}

int
out_file_open(struct out_file *out, const char *path, struct err *err)
{
	struct stat st;
	int fd;

	*out = (struct out_file){0};
	if (path == NULL || is_dash(path)) {
		out->to = stdout;
		return 0;
	}
	if (find_target(&out->path, path, err) != 0)
		return -1;
	/* A pipe or a device is written into, not replaced. */
	if (stat(out->path, &st) == 0 && !S_ISREG(st.st_mode))
		fd = open(out->path, O_WRONLY | O_CLOEXEC);
	else
		fd = open_temporary(out);
	if (fd >= 0) {
		fcntl(fd, F_SETFD, FD_CLOEXEC);
		out->to = fdopen(fd, "w");
	}
	if (out->to != NULL)
		return 0;
	fail(err, "cannot write %s: %s", path, strerror(errno));
	if (fd >= 0)
		close(fd);
	out_file_abandon(out);
	return -1;
}

/* fclose() may report nothing after a flush that failed: so by hand. */
static int
flush(const struct out_file *out)
{
	errno = out->reason;
	if (fflush(out->to) != 0 || ferror(out->to))
		return -1;
	if (out->temp == NULL)
		return 0;
	/* EINVAL: a file system that has no way to sync. */
	return fsync(fileno(out->to)) == 0 || errno == EINVAL ? 0 : -1;
}

/* Makes the rename last.  No error: the new file is in place by now, and
 * not every file system syncs a directory. */
static void
sync_directory(const char *path)
{
	char *directory = directory_of(path);
	int fd = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd >= 0) {
		fsync(fd);
		close(fd);
	}
	free(directory);
}

static int
put_in_place(struct out_file *out)
{
	FILE *to = out->to;

	if (flush(out) != 0)
		return -1;
	out->to = NULL;
	if (fclose(to) != 0)
		return -1;
	if (out->temp == NULL)
		return 0;
	if (rename(out->temp, out->path) != 0)
		return -1;
	free(out->temp);
	out->temp = NULL;
	sync_directory(out->path);
	return 0;
}

int
out_file_commit(struct out_file *out, struct err *err)
{
	bool is_stdout = out->path == NULL;
	int result = is_stdout ? flush(out) : put_in_place(out);

	if (result != 0)
		fail(err, "cannot write %s: %s",
		    is_stdout ? "standard output" : out->path,
		    errno != 0 ? strerror(errno) : "an earlier write failed");
	out_file_abandon(out);
	return result;
}

void
out_file_abandon(struct out_file *out)
{
	if (out->to != NULL && out->to != stdout)
		fclose(out->to);
	if (out->temp != NULL)
		unlink(out->temp);
	free(out->temp);
	free(out->path);
	*out = (struct out_file){0};
}

static int
read_all(
    int fd, const char *path, size_t limit, struct str *into, struct err *err)
{
	char chunk[CHUNK];
	size_t total = 0;
	ssize_t n;

	while ((n = read(fd, chunk, sizeof(chunk))) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return fail(
			    err, "cannot read %s: %s", path, strerror(errno));
		total += (size_t)n;
		if (total > limit)
			return fail(
			    err, "%s is longer than %zu bytes", path, limit);
		str_addn(into, chunk, (size_t)n);
	}
	return 0;
}

int
file_read(const char *path, size_t limit, struct str *into, struct err *err)
{
	if (is_dash(path))
		return read_all(
		    STDIN_FILENO, "standard input", limit, into, err);
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return fail(err, "cannot read %s: %s", path, strerror(errno));
	int result = read_all(fd, path, limit, into, err);

	close(fd);
	return result;
}
