/* SPDX-License-Identifier: MIT */
/*
 * Build time: writes data files as a C file, declared in src/base/embed.h.
 *
 *	embed [name=]path... >embedded.c
 *
 * Bytes are written as numbers: a string literal need not be longer than 4095
 * bytes.  The version is an FNV-1a hash, 64 bits wide, over the names and bytes
 * of the CSV files; it depends on neither the order of the arguments nor the
 * place of the files.
 */
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BYTES_A_LINE = 24 };

static const uint64_t fnv_start = 0xCBF29CE484222325;
static const uint64_t fnv_prime = 0x100000001B3;

struct file {
	const char *name;
	size_t name_n;
	const char *path;
	size_t n;
};

static _Noreturn void
die(const char *what)
{
	fprintf(stderr, "embed: %s: %s\n", what, strerror(errno));
	exit(1);
}

static uint64_t
hash(uint64_t sum, const char *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++)
		sum = (sum ^ (unsigned char)bytes[i]) * fnv_prime;
	return sum;
}

static struct file
parse_argument(const char *argument)
{
	const char *equals = strchr(argument, '=');
	struct file file = {.name = argument, .path = argument};

	if (equals != NULL)
		file.path = equals + 1;
	file.name_n =
	    equals != NULL ? (size_t)(equals - argument) : strlen(argument);
	return file;
}

static int
compare_names(const void *left, const void *right)
{
	const struct file *a = left, *b = right;
	size_t n = a->name_n < b->name_n ? a->name_n : b->name_n;
	int order = memcmp(a->name, b->name, n);

	if (order != 0)
		return order;
	return (a->name_n > b->name_n) - (a->name_n < b->name_n);
}

static char *
read_file(const char *path, size_t *n)
{
	FILE *from = fopen(path, "rb");
	size_t room = 1 << 16, got;
	char *bytes = malloc(room);

	if (from == NULL || bytes == NULL)
		die(path);
	*n = 0;
	while ((got = fread(bytes + *n, 1, room - *n, from)) > 0) {
		*n += got;
		if (*n == room)
			bytes = realloc(bytes, room *= 2);
		if (bytes == NULL)
			die(path);
	}
	if (ferror(from))
		die(path);
	fclose(from);
	return bytes;
}

/* A NUL follows the bytes, so that a text file can be read as a string. */
static void
write_array(size_t index, const char *bytes, size_t n)
{
	printf("static const unsigned char bytes_%zu[] = {", index);
	for (size_t i = 0; i < n; i++) {
		if (i % BYTES_A_LINE == 0)
			putchar('\n');
		printf("%d,", (unsigned char)bytes[i]);
	}
	printf("0};\n\n");
}

static void
write_table(const struct file *files, size_t n)
{
	printf("const struct embedded embedded_files[] = {\n");
	for (size_t i = 0; i < n; i++)
		printf("\t{\"%.*s\", (const char *)bytes_%zu, %zu},\n",
		    (int)files[i].name_n, files[i].name, i, files[i].n);
	printf("\t{0},\n};\n\n");
}

static bool
is_csv(const struct file *file)
{
	return file->name_n > 4 &&
	       memcmp(file->name + file->name_n - 4, ".csv", 4) == 0;
}

int
main(int argc, char **argv)
{
	size_t n = (size_t)argc - 1;
	struct file *files = calloc(n + 1, sizeof(*files));
	uint64_t version = fnv_start;

	if (files == NULL)
		die("files");
	for (size_t i = 0; i < n; i++)
		files[i] = parse_argument(argv[i + 1]);
	qsort(files, n, sizeof(*files), compare_names);

	printf("/* Made by data/embed.c. */\n#include \"base/embed.h\"\n\n");
	for (size_t i = 0; i < n; i++) {
		char *bytes = read_file(files[i].path, &files[i].n);

		write_array(i, bytes, files[i].n);
		if (is_csv(&files[i])) {
			version = hash(version, files[i].name, files[i].name_n);
			version = hash(version, bytes, files[i].n);
		}
		free(bytes);
	}
	write_table(files, n);
	printf(
	    "const char embedded_version[] = \"%016" PRIx64 "\";\n", version);
	free(files);
	if (fflush(stdout) != 0 || ferror(stdout))
		die("standard output");
	return 0;
}
