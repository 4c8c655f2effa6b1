/* SPDX-License-Identifier: MIT */
/* A report as Markdown (CommonMark, with tables): for a wiki or a chat. */
#include <string.h>

#include "base/utf8.h"
#include "io/report_data.h"

/* What would be markup at the start of a line only: a list, a heading, a rule,
 * an underlining. */
static size_t
leading_markup(const char *s)
{
	size_t digits = strspn(s, "0123456789");

	if (digits > 0)
		return s[digits] == '.' || s[digits] == ')' ? digits : 0;
	return 0;
}

/* Any text from elsewhere, on one line: nothing in it is taken for markup. */
static void
put(FILE *to, const char *text, size_t n)
{
	struct str shown = STR_INIT;
	const char *c;
	size_t digits;

	utf8_visible(&shown, text, n, false);
	c = shown.s + strspn(shown.s, " ");
	digits = leading_markup(c);
	fprintf(to, "%.*s", (int)digits, c);
	if (digits > 0 || (*c != '\0' && strchr("+-=", *c) != NULL)) {
		fputc('\\', to);
		fputc(c[digits], to);
		c += digits + 1;
	}
	for (; *c != '\0'; c++) {
		if (strchr("\\`*_{}[]<>#|~&", *c) != NULL)
			fputc('\\', to);
		fputc(*c, to);
	}
	str_release(&shown);
}

static void
put_text(FILE *to, const char *text)
{
	put(to, text, strlen(text));
}

static void
put_cell(FILE *to, const char *text)
{
	fputs(" ", to);
	put_text(to, text);
	fputs(" |", to);
}

static void
put_heading(FILE *to, const char *text)
{
	fprintf(to, "\n## %s\n\n", text);
}

/* Names that begin with `#` are of numbers. */
static void
begin_table(FILE *to, const char *const *names)
{
	fputs("|", to);
	for (int i = 0; names[i] != NULL; i++)
		fprintf(to, " %s |", names[i] + (*names[i] == '#'));
	fputs("\n|", to);
	for (int i = 0; names[i] != NULL; i++)
		fputs(*names[i] == '#' ? " ---: |" : " --- |", to);
	fputs("\n", to);
}

static void
put_head(const struct report *report, FILE *to)
{
	struct str text = STR_INIT;

	fputs("# Interview practice\n\n", to);
	report_scope(report, &text);
	put_text(to, text.s);
	fputs("\n", to);
	for (int i = 0; report_sentence(report, i, &text); i++) {
		if (text.len == 0)
			continue;
		fputs("\n", to);
		put_text(to, text.s);
		fputs("\n", to);
	}
	str_release(&text);
}

static void
put_signals(const struct report *report, FILE *to)
{
	static const char *const names[] = {"Signal", "#Smoothed", "#Latest",
	    "#Change", "#Mean", "#At the bar", "#Sessions", "#Limiting",
	    "Trend", NULL};
	struct str trend = STR_INIT;

	if (report->review.n == 0)
		return;
	put_heading(to, "Signals, what holds back most first");
	begin_table(to, names);
	for (int i = 0; i < report->review.n; i++) {
		int at = report->order[i];
		const struct review_signal *signal =
		    &report->review.signals[at];

		fputs("|", to);
		put_cell(to, report->labels[at]);
		fprintf(to, " %.2f | %.2f |", signal->smooth[signal->n - 1],
		    signal->latest);
		fprintf(
		    to, signal->n > 1 ? " %+.2f |" : " - |", signal->change);
		fprintf(to, " %.2f | %.0f %% | %d | %d |", signal->mean,
		    signal->at_bar_share * 100, signal->n, signal->limits);
		report_trend(report, signal, &trend);
		put_cell(to, trend.s);
		fputs("\n", to);
	}
	str_release(&trend);
}

static void
put_verdicts(const struct report *report, FILE *to)
{
	static const char *const names[] = {
	    "From", "#strong hire", "#hire", "#re-interview", "#reject", NULL};
	const struct verdict_view *view = &report->verdicts;

	if (view->rated == 0)
		return;
	put_heading(to, "Verdicts over time");
	begin_table(to, names);
	for (int i = 0; i < view->periods.n; i++) {
		char day[DATE_SIZE];

		report_period_day(day, view, i);
		fprintf(to, "| %s |", day);
		for (int v = 0; v < REPORT_VERDICTS; v++)
			fprintf(
			    to, " %d |", view->counts[i][report_verdicts[v]]);
		fputs("\n", to);
	}
}

static void
put_readiness(const struct report *report, FILE *to)
{
	static const char *const names[] = {
	    "Round", "Level", "Rated by", "State", "Missing", NULL};

	if (report->n_readiness == 0)
		return;
	put_heading(to, "Readiness, over the whole history");
	begin_table(to, names);
	for (int i = 0; i < report->n_readiness; i++) {
		const struct readiness_row *row = &report->readiness[i];
		char text[READINESS_TEXT];

		readiness_text(
		    text, &row->readiness, row->round, row->by_peers);
		fputs("|", to);
		put_cell(to, names_label(&report->rounds, row->round, "any"));
		put_cell(to, names_label(&report->levels, row->level, "any"));
		put_cell(to, row->by_peers ? "peers" : "oneself");
		put_cell(to, readiness_name(row->readiness.state));
		put_cell(to, text);
		fputs("\n", to);
	}
}

static void
put_session(
    const struct report *report, FILE *to, const struct report_session *session)
{
	const struct session_row *row = &session->row;
	char when[DATE_SIZE];

	date_local(when, row->started_at, row->utc_offset_min);
	fprintf(to, "| %s |", when);
	put_cell(to, names_label(&report->rounds, row->round, "mixed"));
	put_cell(to, names_label(&report->levels, row->level, "any"));
	fprintf(to, " %d |", session->judged.answered);
	if (score_exists(session->judged.overall))
		fprintf(to, " %.2f |", score_value(session->judged.overall));
	else
		fputs(" - |", to);
	put_cell(to, session->judged.verdict == VERDICT_NONE
			 ? "not rated"
			 : verdict_name(session->judged.verdict));
	put_cell(to, report_label(report, session->judged.limiting));
	fprintf(to, " %s |\n", session->judged.clean ? "yes" : "no");
}

static void
put_sessions(const struct report *report, FILE *to)
{
	static const char *const names[] = {"Session", "Round", "Level",
	    "#Answers", "#Overall", "Verdict", "Limiting signal", "Clean",
	    NULL};

	if (report->n_latest == 0)
		return;
	put_heading(to, "Sessions, the newest first");
	begin_table(to, names);
	for (int i = 0; i < report->n_latest; i++)
		put_session(report, to, &report->latest[i]);
	if (report->sessions > report->n_latest)
		fprintf(to,
		    "\n%d earlier sessions are not listed; `rehearse export "
		    "sessions` has them all.\n",
		    report->sessions - report->n_latest);
}

/* A quotation, line by line. */
static void
put_said(FILE *to, const char *text)
{
	while (*text != '\0') {
		size_t n = strcspn(text, "\n");

		fputs("> ", to);
		put(to, text, n);
		fputs("\n", to);
		text += n + (text[n] == '\n');
	}
}

static void
put_answer(FILE *to, const struct session_row *session,
    const struct answer *answer, const struct answer_judged *judged)
{
	struct str facts = STR_INIT;

	report_answer_facts(session, answer, judged, &facts);
	fputs("\n### ", to);
	put_text(to, answer->prompt);
	fprintf(to, "\n\n%s\n\n", facts.s);
	str_release(&facts);
	put_said(to, answer->text);
}

int
report_markdown(const struct report *report, FILE *to, struct err *err)
{
	put_head(report, to);
	put_signals(report, to);
	put_verdicts(report, to);
	put_readiness(report, to);
	put_sessions(report, to);
	if (!report->options->with_answers || report->sessions == 0)
		return 0;
	put_heading(to, "Answers");
	return report_answers(report, to, put_answer, err);
}
