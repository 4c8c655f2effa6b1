/* SPDX-License-Identifier: MIT */
#include "core/digest.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { PER_CENT = 100, TEN = 10 };

/* What no share, second or score of an answer reaches; sums of many of them
 * stay within 63 bits. */
static const double most = 1e9;

static int64_t
units(double value)
{
	return llround(fmin(fmax(value, -most), most) * DIGEST_UNIT);
}

/* What a damaged text says may be too much: that goes round. */
static int64_t
plus(int64_t a, int64_t b)
{
	return (int64_t)((uint64_t)a + (uint64_t)b);
}

static int
bucket_of(double share)
{
	int bucket;

	if (share >= TIME_BUCKETS * TIME_STEP / (double)PER_CENT)
		return TIME_BUCKETS - 1;
	bucket = (int)(share * PER_CENT / TIME_STEP);
	return bucket < 0 ? 0 : bucket;
}

void
digest_time(int64_t sums[TIME_SUMS], double limit_s, double answer_s)
{
	double share;

	if (limit_s <= 0)
		return;
	share = answer_s / limit_s;
	sums[TIME_ANSWERS]++;
	sums[TIME_SHARES] += units(share);
	sums[TIME_COUNTS + bucket_of(share)]++;
	if (answer_s > limit_s) {
		sums[TIME_OVER]++;
		sums[TIME_LATE] += units(answer_s - limit_s);
	}
}

static void
add_pair(int64_t sums[PAIR_SUMS], double first, double second)
{
	double by = first - second;

	if (!(first > 0) || !(second > 0))
		return;
	sums[PAIR_ANSWERS]++;
	sums[PAIR_DIFFERENCES] += units(by);
	sums[PAIR_SQUARES] += units(by * by);
	sums[PAIR_APART] += units(fabs(by));
}

void
digest_pairs(int64_t sums[JUDGEMENT_PAIRS][PAIR_SUMS],
    const struct digest_scores *scores)
{
	add_pair(sums[PREDICTED_AND_SELF], scores->predicted, scores->self);
	add_pair(sums[SELF_AND_COLD], scores->self, scores->cold);
	add_pair(sums[SELF_AND_PEERS], scores->self, scores->peers);
}

/* Those of a rubric come one after the other: looking for one goes on where
 * the one before it was found. */
static struct digest_section *
section_of(struct digest_sections *sections, const char *signal, size_t length)
{
	struct digest_section *row;

	for (int i = 0; i < sections->n; i++) {
		row = &sections->rows[(sections->next + i) % sections->n];
		if (strncmp(row->signal, signal, length) == 0 &&
		    row->signal[length] == '\0') {
			sections->next = (int)(row - sections->rows) + 1;
			return row;
		}
	}
	if (sections->n == DIGEST_SECTIONS)
		return NULL;
	row = &sections->rows[sections->n++];
	*row = (struct digest_section){.signal = mem_textn(signal, length)};
	sections->next = sections->n;
	return row;
}

static void
add_section(struct digest_sections *sections, const char *signal, size_t length,
    const int64_t sums[SECTION_SUMS])
{
	struct digest_section *row = section_of(sections, signal, length);

	for (int i = 0; row != NULL && i < SECTION_SUMS; i++)
		row->sums[i] = plus(row->sums[i], sums[i]);
}

void
digest_section(struct digest_sections *sections, const char *signal,
    double used, double target)
{
	const int64_t sums[SECTION_SUMS] = {
	    [SECTION_ANSWERS] = 1,
	    [SECTION_USED] = units(used),
	    [SECTION_TARGET] = units(target),
	};

	add_section(sections, signal, strlen(signal), sums);
}

void
digest_sections_release(struct digest_sections *sections)
{
	for (int i = 0; i < sections->n; i++)
		free(sections->rows[i].signal);
	*sections = (struct digest_sections){0};
}

static bool
any(const int64_t *sums, int n)
{
	for (int i = 0; i < n; i++)
		if (sums[i] != 0)
			return true;
	return false;
}

void
digest_write(struct str *text, const int64_t *sums, int n)
{
	if (!any(sums, n))
		return;
	for (int i = 0; i < n; i++)
		str_addf(text, "%s%lld", i == 0 ? "" : ",", (long long)sums[i]);
}

/* strtoll() looks at locales and bases, and a long history has hundreds of
 * thousands of numbers. */
static bool
read_number(const char **at, int64_t *value)
{
	const char *p = *at;
	bool minus = *p == '-';
	uint64_t digits = 0;

	p += minus;
	if (*p < '0' || *p > '9')
		return false;
	for (; *p >= '0' && *p <= '9'; p++)
		digits = digits * TEN + (uint64_t)(*p - '0');
	*value = (int64_t)(minus ? -digits : digits);
	*at = p;
	return true;
}

void
digest_add(const char *text, int64_t *sums, int n)
{
	int64_t value;

	for (int i = 0; i < n && read_number(&text, &value); i++) {
		sums[i] = plus(sums[i], value);
		if (*text != ',')
			return;
		text++;
	}
}

void
digest_write_sections(struct str *text, const struct digest_sections *sections)
{
	for (int i = 0; i < sections->n; i++) {
		const struct digest_section *row = &sections->rows[i];

		digest_write(text, row->sums, SECTION_SUMS);
		str_addf(text, ",%zu:%s", strlen(row->signal), row->signal);
	}
}

void
digest_add_sections(const char *text, struct digest_sections *sections)
{
	for (;;) {
		int64_t sums[SECTION_SUMS], length;

		for (int i = 0; i < SECTION_SUMS; i++)
			if (!read_number(&text, &sums[i]) || *text++ != ',')
				return;
		if (!read_number(&text, &length) || *text++ != ':' ||
		    length < 0 ||
		    strnlen(text, (size_t)length) < (size_t)length)
			return;
		add_section(sections, text, (size_t)length, sums);
		text += length;
	}
}

void
digest_end_days(struct digest_days *days)
{
	if (days->answers > 0)
		str_addf(&days->text, "%s%lld,%d",
		    days->text.len > 0 ? "," : "", (long long)days->day,
		    days->answers);
	days->answers = 0;
}

void
digest_day(struct digest_days *days, int64_t day)
{
	if (days->answers > 0 && days->day != day)
		digest_end_days(days);
	days->day = day;
	days->answers++;
}

bool
digest_next_day(const char **at, int64_t *day, int *answers)
{
	int64_t n;

	if (!read_number(at, day) || **at != ',')
		return false;
	++*at;
	if (!read_number(at, &n) || n < 0 || n > INT32_MAX)
		return false;
	*answers = (int)n;
	if (**at == ',')
		++*at;
	return true;
}
