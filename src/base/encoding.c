/* SPDX-License-Identifier: MIT */
#include "base/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

enum {
	SHOWN = 24,       /* bytes that are shown decoded */
	LOOKED_AT = 4096, /* bytes that the guess is made from */
	CYRILLIC_YO = 0xB8,
	LONG_RUN = 4,   /* letters above ASCII in a row: no Western word */
	UTF8_LEAST = 3, /* characters of UTF-8 that are no chance ... */
	UTF8_SHARE = 3, /* ... and so many for each wrong byte */
};

/* Runs of bytes above ASCII, by what they would be. */
struct runs {
	size_t all;
	size_t hanzi;    /* all of pairs of GB 2312's first level */
	size_t hangul;   /* of those, the ones that could be EUC-KR's */
	size_t big5;     /* their last byte is of ASCII's range */
	size_t bytes;    /* of all of them */
	size_t cyrillic; /* of those of a few letters: many words have one or
			    two */
	size_t kana;     /* of Shift JIS, which has 0x82 or 0x83 before them */
};

static bool
is_hanzi(const unsigned char *run, size_t n)
{
	for (size_t i = 0; i + 1 < n; i += 2)
		if (run[i] < 0xA1 || run[i] > 0xF7 || run[i + 1] < 0xA1)
			return false;
	return n % 2 == 0 && run[0] >= 0xB0 && run[0] <= 0xD7;
}

/* EUC-KR has its syllables where GB 2312 has a half of its first level. */
static bool
is_hangul(const unsigned char *run, size_t n)
{
	for (size_t i = 0; i < n; i += 2)
		if (run[i] < 0xB0 || run[i] > 0xC8)
			return false;
	return true;
}

static bool
is_big5(const unsigned char *run, size_t n, unsigned char next)
{
	return run[0] >= 0xA4 && run[0] <= 0xC6 && n % 2 == 1 && next >= 0x40;
}

static bool
is_cyrillic(const unsigned char *run, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (run[i] < 0xC0 && run[i] != CYRILLIC_YO)
			return false;
	return n >= LONG_RUN && run[1] >= 0xE0 && run[2] >= 0xE0;
}

static struct runs
count_runs(const unsigned char *bytes, size_t n)
{
	struct runs runs = {0};

	for (size_t at = 0; at < n;) {
		size_t start = at;

		while (at < n && bytes[at] >= 0x80)
			at++;
		if (at > start) {
			const unsigned char *run = bytes + start;
			size_t len = at - start;

			runs.all++;
			runs.hanzi += is_hanzi(run, len);
			runs.hangul +=
			    is_hanzi(run, len) && is_hangul(run, len);
			runs.big5 += at < n && is_big5(run, len, bytes[at]);
			runs.bytes += len;
			runs.cyrillic += is_cyrillic(run, len) ? len : 0;
			runs.kana += memchr(run, 0x82, len) != NULL ||
				     memchr(run, 0x83, len) != NULL;
		}
		at++;
	}
	return runs;
}

static const char *
guess(const char *bytes, size_t n)
{
	struct runs runs = count_runs((const unsigned char *)bytes, n);

	if (runs.cyrillic * 2 > runs.bytes)
		return "cp1251";
	/* Of Chinese a word in two or three would look so, not nearly all. */
	if (runs.hangul * 2 > runs.all && runs.hangul * 10 > runs.hanzi * 9)
		return "EUC-KR";
	if (runs.hanzi * 2 > runs.all)
		return "GB18030";
	if (runs.big5 * 2 > runs.all)
		return "BIG5";
	if (runs.kana * 2 > runs.all)
		return "SHIFT_JIS";
	return "cp1252";
}

/* True where the bytes can be of that encoding; a last character may be cut. */
static bool
reads(const char *encoding, const char *bytes, size_t n)
{
	iconv_t decoder = iconv_open("UTF-8", encoding);
	char copy[LOOKED_AT], out[LOOKED_AT * 4], *in = copy, *to = out;
	size_t room = sizeof(out);
	bool good;

	if (decoder == (iconv_t)-1)
		return false;
	memcpy(copy, bytes, n);
	good = iconv(decoder, &in, &n, &to, &room) != (size_t)-1 ||
	       errno == EINVAL;
	iconv_close(decoder);
	return good;
}

/* The likely one where the bytes can be of it; MACINTOSH has a character for
 * each byte. */
static const char *
choose(const char *bytes, size_t n)
{
	static const char japanese[] = "SHIFT_JIS";
	const char *likely = guess(bytes, n);

	if (reads(likely, bytes, n))
		return likely;
	/* Its pairs are often taken apart: the second byte may be of ASCII. */
	return count_runs((const unsigned char *)bytes, n).kana > 0 &&
		       reads(japanese, bytes, n)
		   ? japanese
		   : "MACINTOSH";
}

/* The bytes from the wrong one up to ASCII, decoded. */
static bool
decode(
    const char *encoding, const char *bytes, size_t n, char *out, size_t room)
{
	iconv_t decoder = iconv_open("UTF-8", encoding);
	char copy[SHOWN], *in = copy;
	size_t in_n = 0, rc;

	if (decoder == (iconv_t)-1)
		return false;
	while (in_n < n && in_n < SHOWN && (bytes[in_n] & 0x80) != 0) {
		copy[in_n] = bytes[in_n];
		in_n++;
	}
	/* A pair may end with a byte of ASCII. */
	if (in_n < n && in_n < SHOWN && in_n % 2 == 1 &&
	    strcmp(encoding, "cp1252") != 0 && bytes[in_n] >= 0x40) {
		copy[in_n] = bytes[in_n];
		in_n++;
	}
	memset(out, 0, room--);
	rc = iconv(decoder, &in, &in_n, &out, &room);
	iconv_close(decoder);
	return rc != (size_t)-1 || in > copy;
}

/* Hanzi of GB 18030 may read as UTF-8, one in seven. */
static bool
is_mostly_utf8(const char *bytes, size_t n)
{
	size_t good = 0, wrong = 0;

	for (size_t at = 0; at < n;) {
		uint32_t cp;
		size_t len = utf8_decode(bytes + at, n - at, &cp);

		good += len > 1;
		wrong += len == 1 && (bytes[at] & 0x80) != 0;
		at += len;
	}
	return good >= UTF8_LEAST && good / UTF8_SHARE >= wrong;
}

void
encoding_explain(char reason[ENCODING_REASON], const char *bytes, size_t n,
    size_t at, size_t offset)
{
	size_t left = n - at < LOOKED_AT ? n - at : LOOKED_AT;
	const char *encoding = choose(bytes + at, left);
	char shown[SHOWN * 4];

	if (is_mostly_utf8(bytes, n))
		snprintf(reason, ENCODING_REASON,
		    "byte 0x%02X at offset %zu is not UTF-8, as the rest of "
		    "the file seems to be: two encodings were mixed; mend "
		    "that line",
		    (unsigned char)bytes[at], offset);
	else if (decode(encoding, bytes + at, left, shown, sizeof(shown)))
		snprintf(reason, ENCODING_REASON,
		    "byte 0x%02X at offset %zu is not UTF-8; "
		    "--encoding %s would read it as %s",
		    (unsigned char)bytes[at], offset, encoding, shown);
	else
		snprintf(reason, ENCODING_REASON,
		    "byte 0x%02X at offset %zu is not UTF-8; name the file's "
		    "encoding with --encoding",
		    (unsigned char)bytes[at], offset);
}
