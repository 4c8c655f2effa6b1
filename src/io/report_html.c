/* SPDX-License-Identifier: MIT */
/*
 * A report as one HTML page: well-formed as XML too, its style and drawings
 * within it, nothing loaded from elsewhere.
 */
#include <string.h>

#include "base/utf8.h"
#include "io/report_data.h"

/* Blue and orange are told apart by everyone; what matters stands in words as
 * well. */
static const char head[] =
    "<!DOCTYPE html>\n"
    "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n"
    "<head>\n"
    "<meta charset=\"utf-8\"/>\n"
    "<meta name=\"viewport\" content=\"width=device-width\"/>\n"
    "<title>Interview practice</title>\n"
    "<style>\n"
    ":root { color-scheme: light dark; --blue: #0072b2; --sky: #56b4e9;\n"
    "  --orange: #d55e00; --sand: #e69f00; --grey: #767676; }\n"
    "@media (prefers-color-scheme: dark) { :root { --blue: #56b4e9;\n"
    "  --sky: #9ad1f2; --orange: #f08a4b; --sand: #f0c05a;\n"
    "  --grey: #a0a0a0; } }\n"
    "body { font: 16px/1.5 system-ui, sans-serif; max-width: 62em;\n"
    "  margin: 2em auto; padding: 0 1em; }\n"
    "table { border-collapse: collapse; width: 100%; margin: 1em 0; }\n"
    "th, td { text-align: left; padding: .2em .8em .2em 0;\n"
    "  border-bottom: 1px solid var(--grey); vertical-align: middle; }\n"
    ".n { text-align: right; font-variant-numeric: tabular-nums; }\n"
    "svg { display: block; }\n"
    ".chart { width: 100%; height: auto; }\n"
    ".spark { width: 10em; height: 2em; }\n"
    ".stack { width: 14em; height: 1em; }\n"
    ".axis { font-size: 130px; fill: currentColor; }\n"
    ".grid { stroke: var(--grey); stroke-width: 4; opacity: .4; }\n"
    ".bar { stroke: var(--grey); stroke-width: 16;\n"
    "  stroke-dasharray: 80 60; }\n"
    ".smooth { fill: none; stroke: var(--orange); stroke-width: 26; }\n"
    ".point { fill: var(--blue); }\n"
    ".strong { fill: var(--blue); } .hire { fill: var(--sky); }\n"
    ".again { fill: var(--sand); } .reject { fill: var(--orange); }\n"
    ".verdicts th:nth-child(n+3)::before { content: '\\25A0\\A0'; }\n"
    ".verdicts th:nth-child(3)::before { color: var(--blue); }\n"
    ".verdicts th:nth-child(4)::before { color: var(--sky); }\n"
    ".verdicts th:nth-child(5)::before { color: var(--sand); }\n"
    ".verdicts th:nth-child(6)::before { color: var(--orange); }\n"
    ".said { white-space: pre-wrap; border-left: .2em solid var(--grey);\n"
    "  padding-left: 1em; overflow-wrap: anywhere; }\n"
    "section, article, figure { break-inside: avoid; margin: 1.5em 0; }\n"
    "tr { break-inside: avoid; } h2, h3 { break-after: avoid; }\n"
    ".n, .readiness td:not(:last-child), .verdicts td:first-child,\n"
    "  .sessions td:first-child { white-space: nowrap; }\n"
    "@media print, (max-width: 55em) { table { font-size: .8em; }\n"
    "  th, td { padding-right: .5em; } th { white-space: normal; }\n"
    "  .spark { width: 8em; } .stack { width: 10em; } }\n"
    "@media print { body { margin: 0; max-width: none; font-size: 11pt; }\n"
    "  a { color: inherit; } }\n"
    "</style>\n"
    "</head>\n"
    "<body>\n";

/* Any text from elsewhere: it can't become a tag, nor turn the line around. */
static void
put(FILE *to, const char *text)
{
	struct str visible = STR_INIT;

	utf8_visible(&visible, text, strlen(text), true);
	for (const char *c = visible.s; *c != '\0'; c++) {
		switch (*c) {
		case '&':
			fputs("&amp;", to);
			break;
		case '<':
			fputs("&lt;", to);
			break;
		case '>':
			fputs("&gt;", to);
			break;
		case '"':
			fputs("&quot;", to);
			break;
		default:
			fputc(*c, to);
		}
	}
	str_release(&visible);
}

static void
put_in(FILE *to, const char *element, const char *class, const char *text)
{
	fprintf(to, "<%s", element);
	if (class != NULL)
		fprintf(to, " class=\"%s\"", class);
	fputs(">", to);
	put(to, text);
	fprintf(to, "</%s>\n", element);
}

static void
put_number(FILE *to, double value)
{
	fprintf(to, "<td class=\"n\">%.2f</td>\n", value);
}

static void
put_count(FILE *to, int value)
{
	fprintf(to, "<td class=\"n\">%d</td>\n", value);
}

/* A row of the table's head; names that begin with `#` are of numbers. */
static void
begin_table(FILE *to, const char *class, const char *const *names)
{
	fprintf(to, "<table class=\"%s\">\n<thead><tr>\n", class);
	for (; *names != NULL; names++) {
		if (**names == '#')
			put_in(to, "th", "n", *names + 1);
		else
			put_in(to, "th", NULL, *names);
	}
	fputs("</tr></thead>\n<tbody>\n", to);
}

static void
end_table(FILE *to)
{
	fputs("</tbody></table>\n", to);
}

static void
put_head(const struct report *report, FILE *to)
{
	struct str text = STR_INIT;

	fputs(head, to);
	put_in(to, "h1", NULL, "Interview practice");
	report_scope(report, &text);
	put_in(to, "p", NULL, text.s);
	for (int i = 0; report_sentence(report, i, &text); i++)
		if (text.len > 0)
			put_in(to, "p", NULL, text.s);
	str_release(&text);
}

/* A single session changes nothing. */
static void
put_change(FILE *to, const struct review_signal *signal)
{
	if (signal->n > 1)
		fprintf(to, "<td class=\"n\">%+.2f</td>\n", signal->change);
	else
		put_in(to, "td", "n", "-");
}

static void
put_signals(const struct report *report, FILE *to)
{
	static const char *const names[] = {"Signal", "Course", "#Smoothed",
	    "#Latest", "#Change", "#Mean", "#At the bar", "#Sessions",
	    "#Limiting", NULL};

	if (report->review.n == 0)
		return;
	put_in(to, "h2", NULL, "Signals, what holds back most first");
	begin_table(to, "signals", names);
	for (int i = 0; i < report->review.n; i++) {
		int at = report->order[i];
		const struct review_signal *signal =
		    &report->review.signals[at];

		fputs("<tr>\n", to);
		put_in(to, "td", NULL, report->labels[at]);
		fputs("<td>\n", to);
		report_spark(to, signal, report->bar);
		fputs("</td>\n", to);
		put_number(to, signal->smooth[signal->n - 1]);
		put_number(to, signal->latest);
		put_change(to, signal);
		put_number(to, signal->mean);
		fprintf(to, "<td class=\"n\">%.0f %%</td>\n",
		    signal->at_bar_share * 100);
		put_count(to, signal->n);
		put_count(to, signal->limits);
		fputs("</tr>\n", to);
	}
	end_table(to);
}

static void
put_charts(const struct report *report, FILE *to)
{
	struct str text = STR_INIT;

	if (report->review.n > 0)
		put_in(to, "h2", NULL,
		    "Each signal: points are sessions, the line is smoothed");
	for (int i = 0; i < report->review.n; i++) {
		int at = report->order[i];
		const struct review_signal *signal =
		    &report->review.signals[at];

		fputs("<figure>\n<figcaption>\n", to);
		put_in(to, "strong", NULL, report->labels[at]);
		report_trend(report, signal, &text);
		put(to, text.s);
		fputs("</figcaption>\n", to);
		report_chart(to, signal, report->bar);
		fputs("</figure>\n", to);
	}
	str_release(&text);
}

/* Sessions of the period that has most. */
static int
most_of(const struct verdict_view *view)
{
	int most = 1;

	for (int i = 0; i < view->periods.n; i++) {
		int n = 0;

		for (int v = 0; v < REPORT_VERDICTS; v++)
			n += view->counts[i][report_verdicts[v]];
		if (n > most)
			most = n;
	}
	return most;
}

static void
put_verdicts(const struct report *report, FILE *to)
{
	static const char *const names[] = {"From", "", "#strong hire", "#hire",
	    "#re-interview", "#reject", NULL};
	const struct verdict_view *view = &report->verdicts;
	int most = most_of(view);

	if (view->rated == 0)
		return;
	put_in(to, "h2", NULL, "Verdicts over time");
	begin_table(to, "verdicts", names);
	for (int i = 0; i < view->periods.n; i++) {
		char day[DATE_SIZE];

		report_period_day(day, view, i);
		fputs("<tr>\n", to);
		put_in(to, "td", NULL, day);
		fputs("<td>\n", to);
		report_stack(to, view->counts[i], most);
		fputs("</td>\n", to);
		for (int v = 0; v < REPORT_VERDICTS; v++)
			put_count(to, view->counts[i][report_verdicts[v]]);
		fputs("</tr>\n", to);
	}
	end_table(to);
}

static void
put_readiness(const struct report *report, FILE *to)
{
	static const char *const names[] = {
	    "Round", "Level", "Rated by", "State", "", NULL};

	if (report->n_readiness == 0)
		return;
	put_in(to, "h2", NULL, "Readiness, over the whole history");
	begin_table(to, "readiness", names);
	for (int i = 0; i < report->n_readiness; i++) {
		const struct readiness_row *row = &report->readiness[i];
		char text[READINESS_TEXT];

		readiness_text(
		    text, &row->readiness, row->round, row->by_peers);
		fputs("<tr>\n", to);
		put_in(to, "td", NULL,
		    names_label(&report->rounds, row->round, "any"));
		put_in(to, "td", NULL,
		    names_label(&report->levels, row->level, "any"));
		put_in(to, "td", NULL, row->by_peers ? "peers" : "oneself");
		put_in(to, "td", NULL, readiness_name(row->readiness.state));
		put_in(to, "td", NULL, text);
		fputs("</tr>\n", to);
	}
	end_table(to);
}

static void
put_session(
    const struct report *report, FILE *to, const struct report_session *session)
{
	const struct session_row *row = &session->row;
	char when[DATE_SIZE];

	date_local(when, row->started_at, row->utc_offset_min);
	fputs("<tr>\n", to);
	put_in(to, "td", NULL, when);
	put_in(
	    to, "td", NULL, names_label(&report->rounds, row->round, "mixed"));
	put_in(to, "td", NULL, names_label(&report->levels, row->level, "any"));
	put_count(to, session->judged.answered);
	if (score_exists(session->judged.overall))
		put_number(to, score_value(session->judged.overall));
	else
		put_in(to, "td", "n", "-");
	put_in(to, "td", NULL,
	    session->judged.verdict == VERDICT_NONE
		? "not rated"
		: verdict_name(session->judged.verdict));
	put_in(to, "td", NULL, report_label(report, session->judged.limiting));
	put_in(to, "td", NULL, session->judged.clean ? "yes" : "no");
	fputs("</tr>\n", to);
}

static void
put_sessions(const struct report *report, FILE *to)
{
	static const char *const names[] = {"Session", "Round", "Level",
	    "#Answers", "#Overall", "Verdict", "Limiting signal", "Clean",
	    NULL};

	if (report->n_latest == 0)
		return;
	put_in(to, "h2", NULL, "Sessions, the newest first");
	begin_table(to, "sessions", names);
	for (int i = 0; i < report->n_latest; i++)
		put_session(report, to, &report->latest[i]);
	end_table(to);
	if (report->sessions > report->n_latest)
		fprintf(to,
		    "<p>%d earlier sessions are not listed; <code>rehearse "
		    "export sessions</code> has them all.</p>\n",
		    report->sessions - report->n_latest);
}

static void
put_answer(FILE *to, const struct session_row *session,
    const struct answer *answer, const struct answer_judged *judged)
{
	struct str facts = STR_INIT;

	report_answer_facts(session, answer, judged, &facts);
	fputs("<article>\n", to);
	put_in(to, "h3", NULL, answer->prompt);
	put_in(to, "p", NULL, facts.s);
	str_release(&facts);
	if (*answer->text != '\0')
		put_in(to, "div", "said", answer->text);
	fputs("</article>\n", to);
}

int
report_html(const struct report *report, FILE *to, struct err *err)
{
	int rc = 0;

	put_head(report, to);
	put_signals(report, to);
	put_verdicts(report, to);
	put_readiness(report, to);
	put_charts(report, to);
	put_sessions(report, to);
	if (report->options->with_answers && report->sessions > 0) {
		put_in(to, "h2", NULL, "Answers");
		rc = report_answers(report, to, put_answer, err);
	}
	fputs("</body>\n</html>\n", to);
	return rc;
}
