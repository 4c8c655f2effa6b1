/* SPDX-License-Identifier: MIT */
#include "io/columns.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"

/* Names are compared as letters only: `question_text` is questiontext. */
static const char *const prompt_names[] = {"prompt", NULL};
static const char *const question_names[] = {
    "question", "questions", "questiontext", "q", NULL};
/* A name that holds one of these. */
static const char *const question_words[] = {"question", "frage", "pregunta",
    "pergunta", "domanda", "vraag", "fråga", "spørsm", "spørgsm", "kysymy",
    "kérdés", "pytani", "otázk", "otazk", "pitanje", "întreb", "intreb", "soru",
    "pertanyaan", "câuhỏi", "вопрос", "питання", "ερώτηση", "שאלה", "سؤال",
    "السؤال", "प्रश्न", "คำถาม", "问题", "題目", "题目", "問題", "试题", "提问",
    "质问", "質問", "질문", "문제", NULL};
static const char *const title_names[] = {"title", "text", NULL};
/* What cards and tables of exercises have. */
static const char *const card_names[] = {"front", "problem", "statement", NULL};

/* A name with one of these beside "question" is of something else. */
static const char *const other_words[] = {"id", "ids", "no", "nr", "num",
    "number", "count", "type", "types", "category", "topic", "area", "tag",
    "tags", "level", "difficulty", "url", "link", "source", "date", "status",
    "answer", "answers", "company", "author", "follow", "followup", "followups",
    "time", "seconds", "minutes", "hint", "score", "rank", NULL};

static const char *const round_names[] = {"round", "category", "type", "topic",
    "area", "label", "kategorie", "materia", "asignatura", "disciplina",
    "matière", "fach", "kategoria", "categoria", "categoría", "catégorie",
    "categorie", "thema", "tema", "thème", "tipo", "typ", "bereich",
    "категория", "тема", "分类", "分類", "类别", "類別", "类型", "類型", "主题",
    "カテゴリ", "カテゴリー", "種類", "분류", "유형", "카테고리", NULL};
static const char *const level_names[] = {"level", "difficulty", "role",
    "niveau", "schwierigkeit", "schwierigkeitsgrad", "difficoltà",
    "moeilijkheid", "moeilijkheidsgraad", "trudność", "trudności", "nivel",
    "nível", "dificultad", "dificuldade", "difficulté", "livello", "уровень",
    "сложность", "难度", "難度", "级别", "級別", "難易度", "レベル", "난이도",
    NULL};
static const char *const seconds_names[] = {"seconds", "timelimit",
    "delayseconds", "minutes", "secs", "mins", "sekunden", "minuten",
    "segundos", "minutos", "secondes", "秒", "秒数", "分钟", "分鐘", NULL};
static const char *const hint_names[] = {"hint", "answer", "expectedconcepts",
    "explanation", "answers", "solution", "antwort", "respuesta", "resposta",
    "réponse", "risposta", "ответ", "答案", "参考答案", "解析", "回答", "解答",
    "解説", "正解", "정답", "답변", "explicación", "explicacion", "explicação",
    "explication", "erklärung", "begründung", "begruendung", "lösung",
    "loesung", "reponse", "back", NULL};
static const char *const company_names[] = {"company", "companies", "employer",
    "firma", "unternehmen", "empresa", "entreprise", "компания", "公司", "会社",
    "회사", NULL};
static const char *const tags_names[] = {
    "tags", "tag", "keywords", "标签", "標籤", "タグ", "태그", NULL};
static const char *const probes_names[] = {"probes", "followups", "followup",
    "followupquestions", "followupquestion", NULL};
static const char *const look_for_names[] = {"lookfor", NULL};
static const char *const rubric_names[] = {"rubric", NULL};

static const struct {
	const char *field;
	const char *const *names; /* the best first */
	bool by_word; /* a name of which one is a word will do, too */
} fields[] = {
    {"round", round_names, true},
    {"level", level_names, true},
    {"seconds", seconds_names, false},
    {"hint", hint_names, true},
    {"company", company_names, true},
    {"tags", tags_names, true},
    {"probes", probes_names, false},
    {"look_for", look_for_names, false},
    {"rubric", rubric_names, false},
};

static const char *const minute_words[] = {"min", "mins", "minute", "minutes",
    "minuten", "minutos", "minuti", "minut", "мин", "минут", "минуты", "分钟",
    "分鐘", "分", "분", NULL};
static const char *const second_words[] = {"s", "sec", "secs", "second",
    "seconds", "sek", "sekunden", "segundos", "secondes", "secondi", "seconden",
    "sekund", "сек", "секунд", "секунды", "秒", "초", NULL};
static const char *const time_words[] = {"time", "duration", "limit", "zeit",
    "dauer", "tiempo", "duración", "tempo", "duração", "durata", "durée",
    "temps", "tijd", "duur", "czas", "время", "时间", "時間", "时长", "시간",
    NULL};

void
column_init(struct column_seen *column, const char *name)
{
	struct str words = STR_INIT, letters = STR_INIT;

	utf8_name(&words, name, strlen(name));
	for (size_t i = 0; i < words.len; i++)
		if (words.s[i] != ' ')
			str_ch(&letters, words.s[i]);
	*column = (struct column_seen){
	    .name = mem_text(name),
	    .words = str_detach(&words),
	    .letters = str_detach(&letters),
	};
}

void
column_release(struct column_seen *column)
{
	free(column->name);
	free(column->words);
	free(column->letters);
}

void
column_count(struct column_seen *column, const char *field)
{
	size_t n;

	if (field == NULL)
		return;
	n = strlen(field);
	column->filled++;
	column->texts += utf8_has_letter(field, n);
	column->numbered += column_numbering(field) > 0;
	column->bytes += n;
}

static bool
is_one_of(const char *text, const char *const *names)
{
	for (; *names != NULL; names++)
		if (strcmp(text, *names) == 0)
			return true;
	return false;
}

static bool
holds_one_of(const char *text, const char *const *parts)
{
	for (; *parts != NULL; parts++)
		if (strstr(text, *parts) != NULL)
			return true;
	return false;
}

static bool
has_word(const char *words, const char *word)
{
	size_t n = strlen(word);

	for (const char *at = words; *at != '\0';) {
		size_t len = strcspn(at, " ");

		if (len == n && memcmp(at, word, n) == 0)
			return true;
		at += len;
		at += *at == ' ';
	}
	return false;
}

static bool
has_word_of(const char *words, const char *const *list)
{
	for (; *list != NULL; list++)
		if (has_word(words, *list))
			return true;
	return false;
}

bool
column_has_name(const struct column_seen *column)
{
	return column->filled > 0 && column->figures == column->filled &&
	       *column->letters != '\0' &&
	       strpbrk(column->letters, "0123456789") == NULL;
}

/* A sentence that stands for a name, as the forms of surveys have it, may hold
 * any word. */
static bool
is_of_another(const struct column_seen *column)
{
	return utf8_words(column->words, strlen(column->words)) <=
		   COLUMN_NAME_WORDS &&
	       has_word_of(column->words, other_words);
}

int
column_prompt_class(const struct column_seen *column)
{
	const char *letters = column->letters;

	if (is_one_of(letters, prompt_names))
		return 0;
	if (is_one_of(letters, question_names))
		return 1;
	if (holds_one_of(letters, question_words) && !is_of_another(column))
		return 2;
	if (is_one_of(letters, title_names))
		return 3;
	if (is_one_of(letters, card_names))
		return 4;
	return PROMPT_CLASSES;
}

/* Numbers alone are no questions, whatever they are called. */
static bool
can_be_prompt(const struct column_seen *column)
{
	return column->filled == 0 || column->texts > 0;
}

int
column_find_prompt(const struct column_seen *columns, int n, int *n_alike)
{
	int best = -1, best_class = PROMPT_CLASSES;

	*n_alike = n == 1;
	if (n == 1)
		return can_be_prompt(&columns[0]) ? 0 : -1;
	for (int i = 0; i < n; i++) {
		int class = column_prompt_class(&columns[i]);

		if (class == PROMPT_CLASSES || class > best_class ||
		    !can_be_prompt(&columns[i]))
			continue;
		if (class < best_class)
			*n_alike = 0;
		(*n_alike)++;
		if (class < best_class ||
		    columns[i].bytes > columns[best].bytes)
			best = i;
		best_class = class;
	}
	return best;
}

bool
column_in_minutes(const struct column_seen *column)
{
	return has_word_of(column->words, minute_words);
}

/* One of several: "Answer 2", "Option b" say nothing of what is right. */
static bool
is_one_of_many(const char *words)
{
	const char *last = strrchr(words, ' ');

	return last != NULL &&
	       (last[2] == '\0' ||
		   last[1 + strspn(last + 1, "0123456789")] == '\0');
}

/* What a word of a name may not stand beside: an "Answer URL" is no answer,
 * "Answer keywords" are no tags. */
static bool
is_of_something_else(const struct column_seen *column, const char *word)
{
	static const char *const others[] = {"id", "url", "link", NULL};

	return utf8_words(column->words, strlen(column->words)) >
		   COLUMN_NAME_WORDS ||
	       has_word_of(column->words, others) ||
	       is_one_of_many(column->words) ||
	       (has_word(column->words, "answer") &&
		   strcmp(word, "answer") != 0);
}

/* `Time (min)`, `Duration in seconds`. */
static bool
is_time(const struct column_seen *column)
{
	return has_word_of(column->words, time_words) &&
	       (has_word_of(column->words, minute_words) ||
		   has_word_of(column->words, second_words));
}

static int
find_named(const struct column_seen *columns, int n, const bool *is_taken,
    const char *name, bool by_word)
{
	for (int i = 0; i < n; i++) {
		if (is_taken[i])
			continue;
		if (strcmp(columns[i].letters, name) == 0)
			return i;
		if (by_word && has_word(columns[i].words, name) &&
		    !is_of_something_else(&columns[i], name))
			return i;
	}
	return -1;
}

int
column_find_field(const struct column_seen *columns, int n,
    const bool *is_taken, const char *field)
{
	size_t f = 0, n_fields = sizeof(fields) / sizeof(fields[0]);
	int found;

	while (f < n_fields && strcmp(fields[f].field, field) != 0)
		f++;
	if (f == n_fields)
		return -1;
	for (int by_word = 0; by_word <= (fields[f].by_word ? 1 : 0); by_word++)
		for (const char *const *name = fields[f].names; *name != NULL;
		     name++) {
			found = find_named(
			    columns, n, is_taken, *name, by_word == 1);
			if (found >= 0)
				return found;
		}
	if (fields[f].names != seconds_names)
		return -1;
	for (int i = 0; i < n; i++)
		if (!is_taken[i] && is_time(&columns[i]))
			return i;
	return -1;
}
