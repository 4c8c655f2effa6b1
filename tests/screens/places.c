/* SPDX-License-Identifier: MIT */
#include "places.h"

#include <stdio.h>

#include "past.h"
#include "scene.h"
#include "stage.h"

#include "screens/import.h"

static const char wide_text[] =
    "从 3% 到 5%,我负责漏斗 🎉 \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb "
    "e\xcc\x81 a_word_that_is_much_longer_than_any_small_screen_is_wide_0123456"
    "\n\n\tindented\nlast";

static void
some_history(void)
{
	past_add_course("1324354");
	past_add(&(struct past){.days_ago = 30,
	    .ratings = "15555",
	    .rubric = "learning-loop",
	    .text = wide_text});
}

static void
home_at_first(void)
{
	stage_open(&home_screen, NULL);
}

static void
home_with_history(void)
{
	some_history();
	stage_open(&home_screen, NULL);
}

static void
home_help(void)
{
	stage_open(&home_screen, NULL);
	stage_key('?');
}

static void
draft(void)
{
	scene_answer(wide_text);
	stage_wait_s(10);
	stage_kill();
}

static void
home_offer(void)
{
	draft();
	stage_open(&home_screen, NULL);
}

static void
start_offer(void)
{
	draft();
	stage_open(&start_screen, NULL);
}

static void
setup(void)
{
	stage_open(&setup_screen, NULL);
}

static void
think(void)
{
	struct plan plan = scene_plan();

	plan.think_s = 30;
	scene_practise(&plan);
}

static void
think_about_much(void)
{
	struct plan plan = scene_plan();

	plan.think_s = 60;
	plan.question = "stage-long";
	scene_practise(&plan);
}

static void
answer(void)
{
	scene_answer(wide_text);
	stage_wait_s(1);
}

static void
answer_over_time(void)
{
	scene_answer(wide_text);
	stage_wait_s(SCENE_LIMIT_S + 7);
}

static void
answer_much(void)
{
	struct plan plan = scene_plan();

	plan.question = "stage-long";
	scene_practise(&plan);
	stage_keys(wide_text);
}

static void
whole_question(void)
{
	answer_much();
	stage_key(K_F6);
	stage_key(' ');
}

static void
hint(void)
{
	scene_answer(wide_text);
	stage_key(K_F4);
}

static void
stop_answer(void)
{
	scene_answer(wide_text);
	stage_key(K_ESC);
}

static void
skip_answer(void)
{
	scene_answer(wide_text);
	stage_key(K_F8);
}

static void
paused(void)
{
	scene_answer(wide_text);
	stage_key(K_F2);
}

static void
spoken(void)
{
	struct plan plan = scene_plan();

	plan.has_mode = true;
	plan.mode = MODE_SPOKEN;
	scene_practise(&plan);
	stage_keys("\t");
	stage_wait_s(5);
	stage_keys("\tnotes");
}

static void
think_spoken(void)
{
	think();
	stage_press('m', 2);
}

static void
reveal_spoken(void)
{
	spoken();
	scene_done();
	stage_key('\n');
	scene_judge("3444", 'y');
	stage_press('j', 12);
}

static void
probe(void)
{
	struct plan plan = scene_plan();

	plan.probes = 2;
	scene_practise(&plan);
	scene_done();
	stage_keys(wide_text);
}

static void
next_question(void)
{
	struct plan plan = plan_default();

	plan.round = "behavioural";
	plan.think_s = 0;
	scene_practise(&plan);
	stage_key(K_F8);
	stage_key('s');
}

static void
predict(void)
{
	scene_answer(wide_text);
	scene_done();
}

static void
rate(void)
{
	scene_rate(wide_text);
	stage_keys("3");
}

static void
rate_words(void)
{
	scene_rate(wide_text);
	stage_key('4');
	stage_key(K_DOWN);
}

static void
rate_typed_words(void)
{
	scene_rate(wide_text);
	stage_key('4');
	stage_key(K_DOWN);
	stage_key('e');
}

static void
rate_result(void)
{
	scene_rate(wide_text);
	stage_keys("4443");
}

static void
rate_beside_answer(void)
{
	scene_rate(wide_text);
	stage_key('v');
}

static void
stop_rating(void)
{
	scene_rate(wide_text);
	stage_key(K_ESC);
}

static void
reveal(void)
{
	some_history();
	scene_rate(wide_text);
	scene_judge("1544", 'n');
}

static void
debrief(void)
{
	reveal();
	stage_key('\n');
}

static void
history_at_first(void)
{
	stage_open(&history_screen, NULL);
}

static void
history(void)
{
	some_history();
	stage_open(&history_screen, NULL);
}

static void
history_search(void)
{
	history();
	stage_key('/');
	stage_keys("漏斗");
}

static void
session(void)
{
	some_history();
	stage_open(&session_screen, "past-30");
}

static void
past_answer(void)
{
	some_history();
	stage_open(&answer_screen, "past-answer-30");
}

static void
retake(void)
{
	some_history();
	past_add(&(struct past){.days_ago = 31,
	    .ratings = "15455",
	    .rubric = "learning-loop",
	    .text = "从 2% 到 5%, 🎉 \xf0\x9f\x91\xa9 e gone\n\nlast"});
	stage_open(&retake_screen, "past-answer-30");
}

static void
review_views(int tabs)
{
	some_history();
	stage_open(&review_screen, NULL);
	stage_key('v');
	stage_press('\t', tabs);
}

static void
verdicts(void)
{
	review_views(0);
}

static void
times(void)
{
	review_views(1);
}

static void
splits_at_first(void)
{
	review_views(2);
}

static void
pace(void)
{
	review_views(3);
}

static void
days(void)
{
	review_views(5);
}

static void
coverage(void)
{
	review_views(6);
}

static void
contrast(void)
{
	some_history();
	stage_open(&review_screen, NULL);
	stage_key('x');
}

static void
chart_of_three(void)
{
	some_history();
	stage_open(&review_screen, NULL);
	stage_keys("\naa");
}

static void
review_at_first(void)
{
	stage_open(&review_screen, NULL);
}

static void
review(void)
{
	some_history();
	stage_open(&review_screen, NULL);
}

static void
chart_of(const char *course)
{
	past_add_course(course);
	stage_open(&review_screen, NULL);
	stage_key('\n');
}

static void
chart(void)
{
	chart_of("1324354");
}

static void
chart_of_one(void)
{
	chart_of("2");
}

static void
chart_of_many(void)
{
	chart_of("1324354123454321345432123454321234543212345432123454321234"
		 "5432123454321234543212345432123454321234543212345432123454");
}

static void
bank(void)
{
	stage_open(&bank_screen, NULL);
}

static void
bank_search(void)
{
	bank();
	stage_key('/');
	stage_keys("stage-failure");
}

static void
choose_file(void)
{
	stage_open(&choose_screen, NULL);
	stage_keys("messy");
}

static void
write_messy(const char *rows)
{
	FILE *to = fopen("messy.csv", "w");

	assert_non_null(to);
	fprintf(to, "Frage;Runde;Firma;\xe2\x80\xae;a;b;c;d;e;f\n%s", rows);
	fclose(to);
}

static void
import(void)
{
	write_messy("\"从 3% 到 5%, why?\";behavioural\n");
	stage_open(&import_screen, "messy.csv");
}

static void
import_refused(void)
{
	write_messy("\"why?\";behavioural;1;2;3;4;5;6;7;8;9\nWhat \"x\"?\n");
	stage_open(&import_screen, "messy.csv");
}

static void
bank_marked(void)
{
	bank();
	stage_keys("d ");
	stage_keys("kn");
}

static void
question_new(void)
{
	bank();
	stage_key('a');
	stage_paste(wide_text);
	stage_key('\t');
}

static void
question_asked(void)
{
	bank_search();
	stage_keys("\ne\t\t");
	stage_key(K_RIGHT);
	stage_key(K_ESC);
}

static void
attempts(void)
{
	past_add(&(struct past){.days_ago = 2, .ratings = "3333"});
	past_add(&(struct past){.days_ago = 1, .ratings = "4444"});
	bank_search();
	stage_keys("\nh");
}

static void
calibration(void)
{
	past_add_course("1324354");
	stage_open(&home_screen, NULL);
	stage_key('c');
}

static void
rate_again(void)
{
	past_add(&(struct past){
	    .days_ago = 2, .ratings = "4444", .text = wide_text});
	stage_open(&home_screen, NULL);
	stage_keys("c\n");
}

static void
comparison(void)
{
	rate_again();
	stage_keys("3333\n");
}

static void
name_of_peer(void)
{
	past_add(&(struct past){.days_ago = 2, .ratings = "4444"});
	stage_open(&answer_screen, "past-answer-2");
	stage_keys("rMei");
}

static void
loops(void)
{
	stage_open(&loops_screen, NULL);
}

/* A run with two rounds done, the gate among them not passed. */
static void
loop(void)
{
	some_history();
	fixture_import(stage_store(), "loop-runs",
	    "run_id,loop,started_at,position,session_id\r\n"
	    "r,xiaomi-pm,2026-11-18T09:00:00Z,1,past-7\r\n"
	    "r,xiaomi-pm,2026-11-18T09:00:00Z,2,past-6\r\n");
	stage_open(&loop_screen, "xiaomi-pm");
}

static void
status_at_first(void)
{
	stage_open(&status_screen, NULL);
}

static void
status(void)
{
	some_history();
	stage_open(&status_screen, NULL);
}

static void
status_read(void)
{
	status();
	stage_key('G');
	stage_key('\n');
}

const struct place places[PLACES] = {
    {"home at first", home_at_first, {"Next: Behavioural", "Enter practise"}},
    {"home with history", home_with_history, {"Next: Product sense"}},
    {"help", home_help, {"Keys: home", "Enter"}},
    {"home, a draft", home_offer, {"open draft", "go on with it"}},
    {"start, a draft", start_offer, {"open draft", "go on with it"}},
    {"setup", setup, {"> Round", "questions fit", "Enter start"}},
    {"think", think, {"think 0:30", "Tell me about a failure", "Enter starts"}},
    {"think about much", think_about_much, {"think 1:00", "First row"}},
    {"answer", answer, {"2:59 left", "Tell me about a failure", "last"}},
    {"over time", answer_over_time, {"+0:07 over", "Tell me about"}},
    {"answer much", answer_much, {"1:00:00 left", "First row", "last"}},
    {"whole question", whole_question, {"1:00:00 left"}},
    {"hint", hint, {"3:00 left", "Name the number"}},
    {"stop the answer", stop_answer,
	{"3:00 left", "Stop this answer?", "x abandon", "l leave"}},
    {"skip the answer", skip_answer, {"3:00 left", "Skip this", "s skip"}},
    {"paused", paused, {"paused", "Tell me about a failure"}},
    {"spoken", spoken, {"2:55 left", ">Task", "notes"}},
    {"think, spoken", think_spoken, {"think 0:30", "Spoken, with notes"}},
    {"reveal, spoken", reveal_spoken, {"Sections, target", "31 s under"}},
    {"probe", probe, {"1:00 left", "Which data did you use?", "last"}},
    {"next question", next_question, {"2/3", "Enter shows the question"}},
    {"predict", predict, {"what will the overall be?"}},
    {"rate", rate, {"> - Task", "What exactly", "1 Never"}},
    {"rate, words", rate_words, {"Which words earn the 4", "> 从 3%"}},
    {"rate, typed words", rate_typed_words,
	{"Which words earn the 4", "Esc goes back"}},
    {"rate the result", rate_result, {"> Measured result given?", "yes"}},
    {"rate beside the answer", rate_beside_answer, {"> - Situation", "从 3%"}},
    {"stop rating", stop_rating, {"Stop rating?", "x stop", "l leave"}},
    {"reveal", reveal,
	{"Overall 3.90 of 5: re-interview", "Fix this next: Situation"}},
    {"debrief", debrief,
	{"Session 3.90 of 5: hire", "Limiting signal: Situation"}},
    {"history at first", history_at_first, {"No session yet."}},
    {"history", history, {"> 2026-11-19", "4.00 hire"}},
    {"history, a search", history_search, {"search: 漏斗", "1 session "}},
    {"session", session,
	{"Session 4.33 of 5: hire", "Limiting signal: Owning"}},
    {"a past answer", past_answer, {"Tell me about a failure"}},
    {"retake", retake, {"Better: overall 4.33", "Esc back"}},
    {"review at first", review_at_first, {"No ratings yet."}},
    {"review", review, {"> ", " <", "weakest first", "14 days: "}},
    {"verdicts", verdicts, {"2026-11-16", "hire or better"}},
    {"times", times, {"50-60 %", "of the limit"}},
    {"splits at first", splits_at_first, {"No spoken answer"}},
    {"pace", pace, {"Words a minute"}},
    {"days", days, {"Sun", "A streak of"}},
    {"coverage", coverage, {"seen", "mastered"}},
    {"contrast", contrast, {"> Overall", "too few to tell, 5 of each tell"}},
    {"chart of three", chart_of_three, {"3.5", "> 2026-10-21", "1.00"}},
    {"chart", chart, {"3.5┤", "> 2026-11-19 09:30 mean 4.00"}},
    {"chart of one", chart_of_one, {"3.5┤", "mean 2.00"}},
    {"chart of many", chart_of_many, {"3.5┤", "mean 4.00"}},
    {"calibration", calibration, {"2 answers wait", "> 2026-11-17 09:30"}},
    {"rate again", rate_again, {"> - Situation", "Read it first"}},
    {"comparison", comparison,
	{"then now", "Situation 4 3 1 higher when it was fresh"}},
    {"name of a peer", name_of_peer, {"Which peer rates it? Mei"}},
    {"bank", bank, {"> Behavioural", "questions"}},
    {"choose a file", choose_file, {"Nothing here fits.", "find: messy"}},
    {"import", import, {"Enter imports: added 1", "> id", "Frage"}},
    {"import, refused", import_refused, {"line 3", "see below"}},
    {"bank, marked", bank_marked, {"1 marked", "state in use"}},
    {"question", question_new, {"> Round", "left and right change it"}},
    {"question, asked", question_asked, {"Keep it?", "Ctrl-D keep it"}},
    {"attempts", attempts, {"> 2026-11-19", "2026-11-18"}},
    {"loops", loops, {"> core", "0 of 3 done", "not begun"}},
    {"loop", loop, {"So far 2.00 of 5: reject", "1 Technical", "> 3 Behav"}},
    {"status at first", status_at_first, {"> [ ] ", "Space tick"}},
    {"status", status, {"> Behavioural, PM II self", "rated by yourself"}},
    {"status, all of a row", status_read, {"Bring your pay"}},
    {"bank, a search", bank_search, {"search: stage-failure", "> Behav"}},
};
