/* SPDX-License-Identifier: MIT */
#include "base/csv_foreign.h"

#include <string.h>

enum {
	LOOKED_AT = 256,
	UTF16_SHARE = 16, /* one NUL in so many bytes, at least */
};

/* UTF-32 before UTF-16, whose mark one of its marks begins with. */
static const struct {
	const char *mark;
	size_t n;
	const char *reason;
} foreign[] = {
    {"\xFF\xFE\0\0", 4, "this is UTF-32, not UTF-8; add --encoding UTF-32"},
    {"\0\0\xFE\xFF", 4, "this is UTF-32, not UTF-8; add --encoding UTF-32"},
    {"\xFF\xFE", 2, "this is UTF-16, not UTF-8; add --encoding UTF-16"},
    {"\xFE\xFF", 2, "this is UTF-16, not UTF-8; add --encoding UTF-16"},
    {"PK\3\4", 4,
	"this is a workbook (xlsx, ods) or another archive, not CSV; open it "
	"in its program and save it as CSV"},
    {"\xD0\xCF\x11\xE0", 4,
	"this is a workbook (xls), not CSV; open it in its program and save "
	"it as CSV"},
    {"SQLite format 3", sizeof("SQLite format 3"),
	"this is a database, not CSV; merge takes another one of yours, "
	"restore a backup"},
    {"%PDF-", 5, "this is a PDF, not CSV; copy its text into a table"},
    {"\x1F\x8B", 2, "this is compressed (gzip); unpack it first"},
    {"<!DOCTYPE", 9, "this is a web page, not CSV; download the table itself"},
    {"<!doctype", 9, "this is a web page, not CSV; download the table itself"},
    {"<html", 5, "this is a web page, not CSV; download the table itself"},
    {"<?xml", 5, "this is XML, not CSV; save it as CSV"},
    {"[{", 2, "this is JSON, not CSV; save it as CSV"},
    {"{\"", 2, "this is JSON, not CSV; save it as CSV"},
};

const char *
csv_foreign(const char *bytes, size_t n)
{
	for (size_t i = 0; i < sizeof(foreign) / sizeof(foreign[0]); i++)
		if (n >= foreign[i].n &&
		    memcmp(bytes, foreign[i].mark, foreign[i].n) == 0)
			return foreign[i].reason;
	return NULL;
}

const char *
csv_foreign_nul(const char *bytes, size_t n, size_t at)
{
	size_t looked_at = n < LOOKED_AT ? n : LOOKED_AT, nuls = 0;

	for (size_t i = 0; i < looked_at; i++)
		nuls += bytes[i] == '\0';
	if (nuls * UTF16_SHARE < looked_at)
		return "a NUL byte has no place in CSV; if this is a text file "
		       "at all, take it out";
	return at % 2 == 0 ? "a NUL byte has no place in CSV; if this is "
			     "UTF-16, add --encoding UTF-16BE"
			   : "a NUL byte has no place in CSV; if this is "
			     "UTF-16, add --encoding UTF-16LE";
}
