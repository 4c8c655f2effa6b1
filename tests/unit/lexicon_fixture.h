/* SPDX-License-Identifier: MIT */
/* The built-in lexicon, without a database. */
#ifndef UNIT_LEXICON_FIXTURE_H
#define UNIT_LEXICON_FIXTURE_H

#include "core/analyse.h"
#include "core/lexicon.h"

/* The built-in phrases and the products of a company ("": of none); the
 * caller's to free. */
struct lexicon *built_in_lexicon(const char *company);

/* The words of the findings of one kind, in their order, joined with ` | `;
 * the caller's to free. */
char *found_words(
    const struct lexicon *lexicon, enum phrase_kind kind, const char *text);

#endif
