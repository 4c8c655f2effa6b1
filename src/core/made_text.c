/* SPDX-License-Identifier: MIT */
#include "core/made_text.h"

#include <stddef.h>
#include <string.h>

/* A `#` in a sentence stands for a number from here on, that many different
 * ones. */
enum { NUMBER_FROM = 8, NUMBERS = 40 };

/* What an answer is made of, in its order; each list is ended by NULL. */
struct talk {
	const char *const *opening;
	const char *const *setting;
	const char *const *owned;
	const char *const *shared;
	const char *const *measured;
	const char *const *vague;
	const char *const *closing;
};

static const char *const story_opening[] = {
    "In my second year at a grocery delivery company, # % of new customers "
    "left after their first order.",
    "Our payments app lost # % of its users at the identity check, and the "
    "regulator had just tightened the rules.",
    "I looked after the smart-home app when pairing failed for # % of the "
    "people who bought a new device.",
    "Two months before a launch, the vendor behind our search went out of "
    "business.",
    "Tickets about late refunds had doubled in a quarter, and nobody owned "
    "the flow.",
    "Sales had promised a large merchant a feature that no team had planned.",
    "Our weekly active users had been flat for three quarters, and the board "
    "wanted an answer by summer.",
    "I joined a team of six that shipped every five weeks and feared every "
    "release.",
    NULL,
};

static const char *const story_setting[] = {
    "I was asked to bring second orders up by the end of the quarter.",
    "My task was to cut the drop-off by a third without touching the risk "
    "rules.",
    "I owned the flow, its metric and a budget of two engineers.",
    "I had four weeks to decide between a repair and a rebuild.",
    "The goal I agreed on with my manager was one number, and I was the only "
    "product manager on it.",
    "What I had to deliver was a plan that legal, sales and engineering could "
    "all sign.",
    NULL,
};

static const char *const story_owned[] = {
    "I read two hundred tickets myself and grouped them by cause before I "
    "proposed anything.",
    "I interviewed twelve customers and learned that the price was not the "
    "reason.",
    "I decided against a discount, because the buyers who got one left just "
    "as fast.",
    "I negotiated a smaller scope with the sales lead and wrote down what we "
    "would not do.",
    "I led a test with # % of the traffic, with the pass mark fixed before it "
    "started.",
    "I moved the check behind the first purchase, after asking the risk team "
    "what would make them say no.",
    "I wrote the one-page brief and defended it in front of both directors.",
    "When the first version failed I stopped it after three days, and said so "
    "in the weekly review.",
    NULL,
};

static const char *const story_shared[] = {
    "We looked at the funnel together and the team came up with several "
    "ideas.",
    "We helped the engineers and worked with design on a new flow.",
    "The team decided to rebuild the screen, and I was part of the "
    "discussions.",
    "We worked with many stakeholders to get everybody on the same page.",
    "There were a lot of meetings, and in the end a solution was found.",
    NULL,
};

static const char *const story_measured[] = {
    "Second orders rose by # % within eight weeks, and that held in the next "
    "quarter.",
    "Drop-off fell by # % in six weeks.",
    "NPS went up # points, and tickets of that kind fell by half.",
    "We went from five weeks a release to two, with # % fewer rollbacks.",
    "Revenue for each merchant grew # % against the control group in one "
    "quarter.",
    "Pairing failures fell by # %, measured on the two models that sell most.",
    NULL,
};

static const char *const story_vague[] = {
    "In the end customers were much happier and the launch went well.",
    "The feedback was positive and management liked the result.",
    "It improved the experience a lot, though we did not get round to "
    "measuring it.",
    "Everybody agreed that it had been a success.",
    "The numbers moved in the right direction.",
    NULL,
};

static const char *const story_closing[] = {
    "Since then I fix the pass mark before a test starts.",
    "I would bring in the risk team a week earlier.",
    "I now write down what we will not do, and the next team took that over.",
    "What I learned is to ask for the raw tickets, not for the summary.",
    "Next time I would begin in one city.",
    NULL,
};

static const char *const proposal_opening[] = {
    "I would begin with the people who open the app daily but never finish a "
    "purchase.",
    "Of the three groups I see, I take commuters who order on the way home, "
    "because they come back most often.",
    "Before I choose a group I would ask who must succeed in the first week.",
    "I take the owners of small shops: there are few, but each brings many "
    "buyers.",
    "My user is a parent who shares one device with two children.",
    NULL,
};

static const char *const proposal_setting[] = {
    "Their trouble is not finding things, it is trusting the delivery time.",
    "Today they keep a list on paper, and that is the workaround to beat.",
    "They give up at the third screen, where they must choose among eleven "
    "options.",
    "What hurts is that nothing tells them why the price has changed.",
    "They pay for a subscription that can't be paused.",
    NULL,
};

static const char *const proposal_owned[] = {
    "My idea is one button that repeats the last order with whatever is in "
    "stock.",
    "I would show two choices in place of eleven, and put the rest behind a "
    "link.",
    "I would promise a time window that we keep in nine cases of ten, and pay "
    "when we don't.",
    "I would let a family share one basket, with a limit for each member.",
    "I would give shop owners one page a week with the change that pays most.",
    "I compared it with a loyalty card and dropped the card, because it "
    "rewards those who stay anyway.",
    NULL,
};

static const char *const proposal_shared[] = {
    "We could add several features, such as badges, a feed and a chatbot.",
    "The team would look into personalisation and see what works.",
    "One could make the whole experience better with recommendations.",
    "We would ask design for some concepts.",
    NULL,
};

static const char *const proposal_measured[] = {
    "I call it right if repeat orders in four weeks rise by # %, with refunds "
    "unchanged.",
    "A prototype with thirty users for a week, and a pass mark: # % come back "
    "without a reminder.",
    "The metric is the share of first orders with a second one in 14 days, "
    "today about # %.",
    "I expect # % fewer abandoned baskets; below half of that I would drop it.",
    NULL,
};

static const char *const proposal_vague[] = {
    "Engagement should go up noticeably.",
    "We would see from the feedback whether users like it.",
    "It would make the product more attractive.",
    "Success means that people enjoy using it.",
    NULL,
};

static const char *const proposal_closing[] = {
    "The price is a slower checkout for new users, and I accept that for one "
    "release.",
    "It rests on the account that people have across phone, watch and speaker.",
    "I leave search out, because it helps everybody a little and nobody "
    "enough.",
    "With one engineer only, I would build the pause button first.",
    "Merchants might game the ranking, so I would watch returns by merchant.",
    NULL,
};

static const char *const analysis_opening[] = {
    "First I make sure that the drop is real: same definition, same time "
    "zone, no change in the tracking.",
    "I begin with what the number is for, and who will act on it.",
    "I split the number into users, orders for each user and the value of an "
    "order.",
    "I would ask whether the fall came in a day or over weeks.",
    "Let me state the goal: fewer failed payments, without more fraud.",
    NULL,
};

static const char *const analysis_setting[] = {
    "By platform, then by country, then by new and old users, because each of "
    "these splits is cheap.",
    "Ten million people are four million households, and one in five has a "
    "car: that gives 800,000 cars.",
    "Requests pass the gateway, the risk service and the bank, and each adds "
    "its own delay.",
    "I compare the week with the same week of last year, not with the week "
    "before.",
    "I take the top of the funnel first, because a loss there hides all "
    "others.",
    NULL,
};

static const char *const analysis_owned[] = {
    "My first suspicion is Tuesday's release, and I would check it by its "
    "version number.",
    "I would roll back for # % of the users and compare, before anybody "
    "explains anything.",
    "I choose the simpler model, since an error of # % does not change the "
    "decision.",
    "I decide for the queue: a late answer is better here than a lost one.",
    "I assume that each car is washed once a month, and I may be off by a "
    "factor of two.",
    NULL,
};

static const char *const analysis_shared[] = {
    "We would look at the data and find the cause.",
    "The team would probably have some ideas about it.",
    "Engineering would know better what happened.",
    NULL,
};

static const char *const analysis_measured[] = {
    "That comes to about # thousand a day, and a count from the map gives the "
    "same order.",
    "If the rollback brings back # % of the loss in two days, it was the "
    "release.",
    "I would set the alarm at # % below the same hour of last week.",
    "The fix should save # seconds at the 95th percentile, on real devices.",
    NULL,
};

static const char *const analysis_vague[] = {
    "Then the number should recover.",
    "That would be a good estimate, more or less.",
    "We would monitor it and react.",
    "It depends on many factors.",
    NULL,
};

static const char *const analysis_closing[] = {
    "The weak point is my assumption about tourists, which could double the "
    "result.",
    "I would tell support today, and the regional leads once the cause is "
    "sure.",
    "What I would not do is change two things at once.",
    "With one more day I would look at the refunds of that week too.",
    NULL,
};

static const struct talk story = {story_opening, story_setting, story_owned,
    story_shared, story_measured, story_vague, story_closing};
static const struct talk proposal = {proposal_opening, proposal_setting,
    proposal_owned, proposal_shared, proposal_measured, proposal_vague,
    proposal_closing};
static const struct talk analysis = {analysis_opening, analysis_setting,
    analysis_owned, analysis_shared, analysis_measured, analysis_vague,
    analysis_closing};

/* Every other round is told as a story. */
static const struct {
	const char *round;
	const struct talk *talk;
} talks[] = {
    {"product-sense", &proposal},
    {"strategy", &proposal},
    {"prioritisation", &proposal},
    {"take-home", &proposal},
    {"execution", &analysis},
    {"estimation", &analysis},
    {"technical", &analysis},
};

static const char *const replies[] = {
    "The numbers came from the warehouse; I checked two days by hand.",
    "The other way was to wait a quarter, and that would have cost more than "
    "the repair.",
    "The sales lead was against it until he saw the list of tickets.",
    "Half of it was luck: the competitor was down that week.",
    "I would stop it if returns rose by more than two points.",
    NULL,
};

static const char *const notes[] = {
    "the number, and where it was before",
    "two decisions of my own, with their reasons",
    "the pass mark, set beforehand",
    "what was dropped, and why",
    "said what it cost",
    NULL,
};

static size_t
count(const char *const *list)
{
	size_t n = 0;

	while (list[n] != NULL)
		n++;
	return n;
}

static size_t
choose(const char *const *list, struct rand *rand)
{
	return rand_below(rand, (uint32_t)count(list));
}

static void
add_sentence(struct str *out, const char *sentence, struct rand *rand)
{
	if (out->len > 0)
		str_ch(out, out->s[out->len - 1] == '\n' ? '\n' : ' ');
	for (const char *c = sentence; *c != '\0'; c++) {
		if (*c == '#')
			str_addf(
			    out, "%u", NUMBER_FROM + rand_below(rand, NUMBERS));
		else
			str_ch(out, *c);
	}
}

static void
add_one(struct str *out, const char *const *list, struct rand *rand)
{
	add_sentence(out, list[choose(list, rand)], rand);
}

/* Two different ones, in the order of the list. */
static void
add_two(struct str *out, const char *const *list, struct rand *rand)
{
	size_t first = rand_below(rand, (uint32_t)count(list) - 1);

	add_sentence(out, list[first], rand);
	add_one(out, list + first + 1, rand);
}

static const struct talk *
talk_of(const char *round)
{
	for (size_t i = 0; i < sizeof(talks) / sizeof(talks[0]); i++)
		if (strcmp(talks[i].round, round) == 0)
			return talks[i].talk;
	return &story;
}

void
made_text(struct str *out, const struct made_style *style, struct rand *rand)
{
	const struct talk *talk = talk_of(style->round);

	add_one(out, talk->opening, rand);
	add_one(out, talk->setting, rand);
	str_ch(out, '\n');
	add_two(out, style->owned ? talk->owned : talk->shared, rand);
	add_one(out, style->measured ? talk->measured : talk->vague, rand);
	if (style->owned)
		add_one(out, talk->closing, rand);
}

void
made_reply(struct str *out, struct rand *rand)
{
	add_one(out, replies, rand);
}

const char *
made_note(struct rand *rand)
{
	return notes[choose(notes, rand)];
}
