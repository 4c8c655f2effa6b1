/* SPDX-License-Identifier: MIT */
#include "screens/directory.h"

#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"

static const char *const table_endings[] = {".csv", ".tsv", ".txt"};

static bool
is_table(const char *name)
{
	size_t n = strlen(name);

	for (size_t i = 0; i < sizeof(table_endings) / sizeof(table_endings[0]);
	     i++) {
		size_t ending = strlen(table_endings[i]);

		if (n > ending &&
		    strcasecmp(name + n - ending, table_endings[i]) == 0)
			return true;
	}
	return false;
}

char *
directory_join(const struct directory *directory, const char *name)
{
	const char *home = getenv("HOME");
	struct str path = STR_INIT;
	bool of_home = *name == '~' && (name[1] == '/' || name[1] == '\0');

	if (of_home && home != NULL && *home == '/')
		str_addf(&path, "%s%s", home, name + 1);
	else if (*name == '/' || directory->path == NULL)
		str_add(&path, name);
	else if (strcmp(directory->path, "/") == 0)
		str_addf(&path, "/%s", name);
	else
		str_addf(&path, "%s/%s", directory->path, name);
	return str_detach(&path);
}

static enum entry_kind
kind_of(const char *path, const char *name)
{
	struct str full = STR_INIT;
	struct stat st;
	bool is_folder;

	if (strcmp(name, "..") == 0)
		return ENTRY_UP;
	str_addf(&full, "%s/%s", path, name);
	is_folder = stat(full.s, &st) == 0 && S_ISDIR(st.st_mode);
	str_release(&full);
	if (is_folder)
		return ENTRY_FOLDER;
	return is_table(name) ? ENTRY_TABLE : ENTRY_OTHER;
}

static int
by_kind_and_name(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	int order;

	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	order = strcasecmp(x->name, y->name);
	return order != 0 ? order : strcmp(x->name, y->name);
}

static void
take_entries(struct directory *directory, DIR *listing)
{
	const struct dirent *found;
	size_t room = 0;

	while ((found = readdir(listing)) != NULL) {
		const char *name = found->d_name;

		if (strcmp(name, ".") == 0 ||
		    (strcmp(name, "..") == 0 &&
			strcmp(directory->path, "/") == 0))
			continue;
		if ((size_t)directory->n == room) {
			room = room > 0 ? room * 2 : 32;
			directory->entries = mem_grow(directory->entries, room,
			    sizeof(*directory->entries));
		}
		directory->entries[directory->n++] = (struct entry){
		    mem_text(name), kind_of(directory->path, name)};
	}
	if (directory->n > 1)
		qsort(directory->entries, (size_t)directory->n,
		    sizeof(*directory->entries), by_kind_and_name);
}

int
directory_read(struct directory *directory, const char *path, struct err *err)
{
	char *joined = directory_join(directory, path);
	char *real = realpath(joined, NULL);
	struct directory found = {.path = real != NULL ? real : joined};
	DIR *listing = opendir(found.path);

	if (real != NULL)
		free(joined);
	if (listing == NULL) {
		fail(err, "%s can't be read: %s", found.path, strerror(errno));
		free(found.path);
		return -1;
	}
	take_entries(&found, listing);
	closedir(listing);
	directory_release(directory);
	*directory = found;
	return 0;
}

void
directory_release(struct directory *directory)
{
	for (int i = 0; i < directory->n; i++)
		free(directory->entries[i].name);
	free(directory->entries);
	free(directory->path);
	*directory = (struct directory){0};
}

bool
entry_fits(const struct entry *entry, const char *typed)
{
	struct str name = STR_INIT, text = STR_INIT;
	bool fits;

	if (entry->kind == ENTRY_UP)
		return *typed == '\0' || strncmp(typed, "..", 2) == 0;
	if (*entry->name == '.' && *typed != '.')
		return false;
	utf8_fold(&name, entry->name, strlen(entry->name));
	utf8_fold(&text, typed, strlen(typed));
	fits = strstr(name.s, text.s) != NULL;
	str_release(&name);
	str_release(&text);
	return fits;
}
