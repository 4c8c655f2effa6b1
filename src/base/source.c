/* SPDX-License-Identifier: MIT */
#include "base/source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/str.h"

static const iconv_t no_decoder = (iconv_t)-1;

static int
fail_reading(const struct source *source, struct err *err)
{
	return fail(err, "cannot read %s: %s", source->name, strerror(errno));
}

static ssize_t
read_some(int fd, char *to, size_t room)
{
	ssize_t n;

	do
		n = read(fd, to, room);
	while (n < 0 && errno == EINTR);
	return n;
}

static int
write_all(int fd, const char *bytes, size_t n)
{
	while (n > 0) {
		ssize_t written = write(fd, bytes, n);

		if (written < 0 && errno == EINTR)
			continue;
		if (written <= 0)
			return -1;
		bytes += written;
		n -= (size_t)written;
	}
	return 0;
}

/* A private file that has no name and goes with its last user. */
static int
open_unnamed(void)
{
	const char *dir = getenv("TMPDIR");
	struct str path = STR_INIT;
	int fd;

	str_addf(&path, "%s/rehearse-XXXXXX",
	    dir != NULL && *dir == '/' ? dir : "/tmp");
	fd = mkstemp(path.s);
	if (fd >= 0) {
		unlink(path.s);
		fcntl(fd, F_SETFD, FD_CLOEXEC);
	}
	str_release(&path);
	return fd;
}

/* Puts what can be read only once where it can be read again. */
static int
spool(struct source *source, struct err *err)
{
	char block[SOURCE_BLOCK];
	int from = source->fd;
	ssize_t n = 0;

	source->fd = open_unnamed();
	if (source->fd < 0) {
		fail(err,
		    "%s can't be kept for reading twice: %s; set TMPDIR to a "
		    "directory that can be written",
		    source->name, strerror(errno));
		close(from);
		return -1;
	}
	while ((n = read_some(from, block, sizeof(block))) > 0) {
		if (write_all(source->fd, block, (size_t)n) != 0) {
			fail(err,
			    "%s can't be kept for reading twice: %s; set "
			    "TMPDIR to a directory with more room",
			    source->name, strerror(errno));
			close(from);
			return -1;
		}
		source->n += (size_t)n;
	}
	if (n < 0)
		fail_reading(source, err);
	close(from);
	return n < 0 ? -1 : 0;
}

static bool
is_utf8(const char *encoding)
{
	return strcasecmp(encoding, "UTF-8") == 0 ||
	       strcasecmp(encoding, "UTF8") == 0;
}

static int
open_decoder(struct source *source, const char *encoding, struct err *err)
{
	if (encoding == NULL || is_utf8(encoding))
		return 0;
	source->decoder = iconv_open("UTF-8", encoding);
	if (source->decoder == no_decoder)
		return fail_as(err, ERR_USAGE,
		    "--encoding %s: not known here; `iconv -l` lists the "
		    "names, such as UTF-16, cp1252, GB18030",
		    encoding);
	source->encoding = encoding;
	source->coded = mem_new(SOURCE_BLOCK);
	return 0;
}

int
source_open(struct source *source, const char *path, const char *encoding,
    struct err *err)
{
	bool is_stdin = strcmp(path, "-") == 0;
	struct stat st;

	*source = (struct source){
	    .name = is_stdin ? "standard input" : path,
	    .fd = -1,
	    .decoder = no_decoder,
	};
	if (open_decoder(source, encoding, err) != 0)
		return -1;
	source->fd =
	    is_stdin ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC);
	if (source->fd < 0 || fstat(source->fd, &st) != 0)
		return fail_reading(source, err);
	/* Standard input may have been read in part by somebody before. */
	if (S_ISREG(st.st_mode) && lseek(source->fd, 0, SEEK_CUR) == 0) {
		source->n = (size_t)st.st_size;
		return 0;
	}
	if (spool(source, err) != 0)
		return -1;
	return source_rewind(source, err);
}

void
source_memory(
    struct source *source, const char *name, const char *bytes, size_t n)
{
	*source = (struct source){
	    .name = name,
	    .fd = -1,
	    .bytes = bytes,
	    .n = n,
	    .decoder = no_decoder,
	};
}

void
source_close(struct source *source)
{
	if (source->fd >= 0)
		close(source->fd);
	if (source->encoding != NULL)
		iconv_close(source->decoder);
	free(source->coded);
	*source = (struct source){.fd = -1, .decoder = no_decoder};
}

int
source_rewind(struct source *source, struct err *err)
{
	source->read = 0;
	source->coded_n = 0;
	if (source->encoding != NULL)
		iconv(source->decoder, NULL, NULL, NULL, NULL);
	if (source->fd >= 0 && lseek(source->fd, 0, SEEK_SET) != 0)
		return fail_reading(source, err);
	return 0;
}

/* Bytes as the file has them. */
static int
read_raw(
    struct source *source, char *to, size_t room, size_t *n, struct err *err)
{
	size_t left = source->n - source->read;
	ssize_t got;

	if (source->fd < 0) {
		*n = left < room ? left : room;
		if (*n > 0)
			memcpy(to, source->bytes + source->read, *n);
	} else {
		got = read_some(source->fd, to, room);
		if (got < 0)
			return fail_reading(source, err);
		*n = (size_t)got;
	}
	source->read += *n;
	return 0;
}

static int
fail_decoding(const struct source *source, bool at_end, struct err *err)
{
	size_t offset = source->read - source->coded_n;

	if (at_end)
		return fail(err,
		    "the file ends within a character of %s; it is cut, or "
		    "another --encoding is meant",
		    source->encoding);
	return fail(err,
	    "byte 0x%02X at offset %zu is not %s; name the file's encoding "
	    "with --encoding",
	    (unsigned char)source->coded[0], offset, source->encoding);
}

/* Decodes until something comes out, the end is there, or it can't be done. */
static int
read_decoded(
    struct source *source, char *to, size_t room, size_t *n, struct err *err)
{
	char *out = to;
	size_t left = room;

	while (out == to) {
		char *in = source->coded;
		size_t got = 0, before = source->coded_n;

		if (read_raw(source, in + before, SOURCE_BLOCK - before, &got,
			err) != 0)
			return -1;
		source->coded_n += got;
		if (source->coded_n == 0) {
			/* What the decoder kept back to join with more. */
			iconv(source->decoder, NULL, NULL, &out, &left);
			break;
		}
		size_t in_n = source->coded_n;
		size_t rc = iconv(source->decoder, &in, &in_n, &out, &left);
		bool wrong = rc == (size_t)-1 && errno == EILSEQ;
		bool cut = got == 0 && before == in_n && in_n > 0;

		memmove(source->coded, in, in_n);
		source->coded_n = in_n;
		if (out == to && (wrong || cut))
			return fail_decoding(source, !wrong, err);
	}
	*n = (size_t)(out - to);
	return 0;
}

int
source_read(
    struct source *source, char *to, size_t room, size_t *n, struct err *err)
{
	*n = 0;
	return source->encoding != NULL ? read_decoded(source, to, room, n, err)
					: read_raw(source, to, room, n, err);
}
