//! Time expressions.

mod compared;
mod current;
mod day;
mod duration;
mod ends;
mod explicit;
mod fiscal;
mod holiday;
mod length;
mod mention;
mod modified;
mod numeric;
mod offset;
mod parts;
mod placed;
mod range;
mod relative;
mod set;
mod shift;
pub(crate) mod syntax;
#[cfg(test)]
mod tests;
mod time;
mod week;
mod year;

use super::ahead::{Ahead, Signs};
use super::{Place, Rule};
use crate::grammar::number::NUMBER;
use crate::lexicon::Classes;
use crate::parse::{PResult, Tokens};
use crate::token::Kind;

pub(crate) use syntax::DateSyntax;

const fn row(id: &'static str, trigger: Classes, parse: for<'t> fn(Tokens<'t>) -> PResult<'t, DateSyntax>) -> Rule<DateSyntax> {
    Rule::new(id, trigger, parse)
}

/// What a month may start with.
const MONTH: Classes = Classes::of(&[Classes::MONTH, Classes::DIGITS]);
/// What a weekday of a relative week may start with.
const WEEKDAY_OR_WEEK: Classes = Classes::of(&[Classes::WEEKDAY, Classes::SHIFT]);
/// What a day of the calendar may start with.
const DAY: Classes = Classes::of(&[Classes::MONTH, Classes::DIGITS, Classes::ORDINAL, Classes::WEEKDAY, Classes::CARDINAL]);
/// What a time of day may start with.
const CLOCK: Classes = Classes::of(&[NUMBER, Classes::CLOCK_WORD]);
/// What a number of units may start with.
const COUNT: Classes = Classes::of(&[NUMBER, Classes::VAGUE_NUMBER, Classes::TRADING_DAY, Classes::MANY]);
/// What any day may start with.
const ANY_DAY: Classes = Classes::of(&[DAY, Classes::DAY_WORD, Classes::SHIFT]);
/// What the number of a quarter or half may start with, its year before it or not.
const PART: Classes = Classes::of(&[Classes::ORDINAL, Classes::DIGITS, Classes::CARDINAL, Classes::SHIFT]);

/// The marks between the parts of a date in numbers.
const JOINED: Signs = Signs::of(&[Kind::Hyphen, Kind::Dash, Kind::Slash]);
/// What such a date has ahead.
const JOINED_AHEAD: Ahead = Ahead::of(&[]).or(JOINED);
/// What is ahead of a month: itself, or the mark behind its number.
const MONTH_AHEAD: Ahead = Ahead::of(&[Classes::MONTH]).or(JOINED);
/// What is ahead of a day: its month, or the marks between its numbers.
const DAY_AHEAD: Ahead = MONTH_AHEAD.or(Signs::DAY_POINTS);
/// What is ahead of a number of units.
const UNIT_AHEAD: Ahead = Ahead::of(&[Classes::CALENDAR_UNIT]);
/// `quarter`, `half`.
const PART_AHEAD: Ahead = Ahead::of(&[Classes::CALENDAR_UNIT, Classes::FRACTION]);
/// `Q`, `H`.
const SHORT_PART_AHEAD: Ahead = Ahead::of(&[Classes::PART_LETTER]);
/// The `s` of `1990s`, the `century` of `20th century`.
const DECADE_AHEAD: Ahead =
    Ahead::of(&[Classes::CALENDAR_UNIT, Classes::DECADE_WORD]).or(Signs::LETTERS).or(Signs::of(&[Kind::Possessive]));
/// What is ahead of one end of a range that is no day, month or year.
const END_AHEAD: Ahead = Ahead::of(&[Classes::WEEKDAY]).and_also(DECADE_AHEAD).and_also(PART_AHEAD);
/// `now`, `today`, `present`, `date`.
const NOW_AHEAD: Ahead = Ahead::of(&[Classes::VAGUE_TIME, Classes::DAY_WORD, Classes::SHIFT, Classes::DATE_LABEL]);
/// What is ahead of a time of day: `p.m.`, `:30`, `GMT`, `+0530`, `(Quito time)`, `h`, `hours`, `in the morning`.
const CLOCK_AHEAD: Ahead = Ahead::of(&[
    Classes::CLOCK_WORD,
    Classes::TIME_UNIT,
    Classes::TIME_ZONE,
    Classes::DAY_PART,
    Classes::PLACE,
    Classes::COUNTRY,
    Classes::DEMONYM,
])
.or(Signs::of(&[Kind::Colon, Kind::Dotted, Kind::Open, Kind::Plus]))
.or(Signs::LETTERS)
.or(Signs::CLOCK_POINT);
/// What is ahead of a day or month that another is near: `next Friday`, `last May`, `this summer`, `this morning`.
const NEAREST_AHEAD: Ahead = Ahead::of(&[Classes::WEEKDAY, Classes::MONTH, Classes::SEASON, Classes::DAY_PART, Classes::HOLIDAY]);

/// Behind an article or preposition.
const BEHIND_SMALL_WORD: Place = Place::Behind(Classes::CONNECTOR, Signs::NONE);
/// Behind what joins the days of a list.
const LISTED: Place = Place::Behind(Classes::CONNECTOR, Signs::of(&[Kind::Comma, Kind::Ampersand]));
/// Behind the mark for what is left out: `'99`.
const MARKED: Place = Place::Behind(Classes::NONE, Signs::of(&[Kind::Apostrophe, Kind::OpenQuote]));

/// The rules of this family.
pub(crate) static RULES: &[Rule<DateSyntax>] = &[
    row("dates/day", DAY, explicit::calendar_day).leading_to(DAY_AHEAD),
    row("dates/listed-month", Classes::MONTH, range::listed_month),
    row("dates/month", MONTH, explicit::calendar_month).leading_to(MONTH_AHEAD),
    row("dates/year", Classes::DIGITS, year::calendar_year),
    row("dates/short-year", Classes::DIGITS, year::short_year).at(MARKED),
    row("dates/year-in-words", Classes::CARDINAL, year::year_in_words),
    row("dates/calendar-year", Classes::TRADING_DAY, year::named_calendar_year),
    row("dates/the-month-of", Classes::CALENDAR_UNIT, explicit::the_month_of).at(BEHIND_SMALL_WORD),
    row("dates/the-year", Classes::CALENDAR_UNIT, year::the_year),
    row("dates/listed-day", Classes::DIGITS, explicit::listed_day).leading_to(Ahead::of(&[Classes::MONTH])),
    row("dates/further-day", Classes::DIGITS, explicit::further_day).at(LISTED),
    row("dates/numbered-day", Classes::DIGITS, explicit::numbered_day)
        .leading_to(Ahead::of(&[Classes::ORDINAL_SUFFIX]))
        .at(BEHIND_SMALL_WORD),
    row("dates/decade-or-century", DECADE, year::decade_or_century).leading_to(DECADE_AHEAD),
    row("dates/holiday", Classes::HOLIDAY, holiday::holiday_mention),
    row("dates/quarter-or-half", PART, parts::part_of_year).leading_to(PART_AHEAD),
    row("dates/listed-quarter", Classes::ORDINAL, parts::listed_part),
    row("dates/short-fiscal-quarter", SHORT_FISCAL, fiscal::short_fiscal_part)
        .leading_to(Ahead::of(&[Classes::PART_LETTER, Classes::FISCAL])),
    row("dates/short-quarter", SHORT_PART, parts::short_part_of_year).leading_to(SHORT_PART_AHEAD),
    row("dates/season", Classes::SEASON, parts::season_mention),
    row("dates/year-and-season", Classes::DIGITS, parts::year_and_season).leading_to(Ahead::of(&[Classes::SEASON])),
    row("dates/stretch", PART, parts::stretch_mention).leading_to(UNIT_AHEAD.or(Signs::LETTERS)),
    row("dates/week", Classes::CALENDAR_UNIT, week::week_mention),
    row("dates/weekend-of", Classes::CALENDAR_UNIT, week::weekend_of).leading_to(DAY_AHEAD),
    row("dates/nth-of-unit", PART, parts::nth_of_unit).leading_to(UNIT_AHEAD),
    row("dates/week-of-year", PART, week::week_of_year).leading_to(UNIT_AHEAD),
    row("dates/week-of-month", PART, week::week_of_month).leading_to(UNIT_AHEAD),
    row("dates/week-of-shifted-month", PART, week::week_of_shifted_month).leading_to(UNIT_AHEAD),
    row("dates/week-from", DAY, week::week_from).leading_to(DAY_AHEAD),
    row("dates/iso-week", Classes::DIGITS, week::iso_week).leading_to(Ahead::of(&[]).or(Signs::LETTERS)),
    row("dates/next-but-one", Classes::CALENDAR_UNIT, week::next_but_one)
        .leading_to(Ahead::of(&[Classes::SHIFT]))
        .at(BEHIND_SMALL_WORD),
    row("dates/nth-weekday", PART, parts::nth_weekday).leading_to(Ahead::of(&[Classes::WEEKDAY])),
    row("dates/fiscal-year", FISCAL, fiscal::fiscal_year).leading_to(Ahead::of(&[Classes::FISCAL])),
    row("dates/fiscal-range", FISCAL, fiscal::fiscal_range).leading_to(Ahead::of(&[Classes::FISCAL]).or(JOINED)),
    row("dates/fiscal-year-to", Classes::FISCAL, fiscal::fiscal_year_to),
    row("dates/fiscal-quarter", Classes::FISCAL, fiscal::fiscal_part),
    row("dates/relative-fiscal-year", Classes::SHIFT, fiscal::relative_fiscal_year).leading_to(Ahead::of(&[Classes::FISCAL])),
    row("dates/day-range", DAY, range::day_range).leading_to(DAY_AHEAD),
    row("dates/month-range", Classes::MONTH, range::month_range),
    row("dates/year-range", Classes::DIGITS, range::year_range),
    row("dates/mixed-range", MIXED, ends::mixed_range).at(BEHIND_SMALL_WORD),
    row("dates/until-now", MIXED, ends::until_now).leading_to(NOW_AHEAD),
    row("dates/unit-to-date", Classes::CALENDAR_UNIT, ends::unit_to_date).leading_to(Ahead::of(&[Classes::DATE_LABEL])),
    row("dates/numeric-days", Classes::DIGITS, numeric::numeric_days).leading_to(JOINED_AHEAD),
    row("dates/numeric-range", Classes::DIGITS, ends::numeric_range).leading_to(JOINED_AHEAD),
    row("dates/short-range", SHORT_PART, range::short_range).leading_to(SHORT_PART_AHEAD),
    row("dates/other-range", ANY_DAY, range::other_range).leading_to(END_AHEAD),
    row("dates/day-word", Classes::DAY_WORD, relative::day_word_mention),
    row("dates/shifted-unit", Classes::SHIFT, relative::shifted_unit_mention),
    row("dates/same-time", Classes::SHIFT, relative::same_time),
    row("dates/nearest", Classes::SHIFT, relative::nearest_mention).leading_to(NEAREST_AHEAD),
    row("dates/listed-weekday", Classes::WEEKDAY, set::listed_weekday).needing(Classes::EVERY),
    row("dates/plural-weekday", Classes::WEEKDAY, set::plural_weekday),
    row("dates/weekday", Classes::WEEKDAY, relative::weekday_mention),
    row("dates/distant", COUNT_OR_ONE, relative::distant_mention).leading_to(UNIT_AHEAD),
    row("dates/unit-before", Classes::CALENDAR_UNIT, relative::unit_before).at(BEHIND_SMALL_WORD),
    row("dates/units-ago", Classes::CALENDAR_UNIT, relative::units_ago),
    row("dates/offset", COUNT_OR_ONE, offset::offset_mention).leading_to(UNIT_AHEAD),
    row("dates/offset-on-weekday", COUNT_OR_ONE, offset::offset_on_weekday).needing(Classes::WEEKDAY),
    row("dates/weekday-at-offset", Classes::WEEKDAY, offset::weekday_at_offset).needing(Classes::CALENDAR_UNIT),
    row("dates/day-beside", Classes::CALENDAR_UNIT, offset::day_beside).at(BEHIND_SMALL_WORD),
    row("dates/same-period", PERIOD, compared::same_period),
    row("dates/current-unit", CURRENT, current::current_unit).at(BEHIND_SMALL_WORD),
    row("dates/shifted-weekday-with-day", Classes::SHIFT, placed::shifted_weekday_with_day)
        .leading_to(Ahead::of(&[Classes::WEEKDAY])),
    row("dates/weekday-of-week", WEEKDAY_OR_WEEK, placed::weekday_of_week).leading_to(Ahead::of(&[Classes::WEEKDAY])),
    row("dates/weekday-with-number", Classes::WEEKDAY, placed::weekday_with_number),
    row("dates/unit-end", Classes::CALENDAR_UNIT, current::unit_end).leading_to(Ahead::of(&[Classes::PERIOD_PART])),
    row("dates/part-of-period", Classes::PERIOD_PART, modified::part_of_period),
    row("dates/inexact", Classes::TIME_MODIFIER, modified::inexact),
    row("dates/inexact-moment", Classes::TIME_MODIFIER, modified::inexact_moment),
    row("dates/clock", CLOCK, time::clock_mention).leading_to(CLOCK_AHEAD),
    row("dates/clock-range", CLOCK, time::clock_range).leading_to(CLOCK_AHEAD),
    row("dates/day-with-clock", ANY_DAY, time::day_with_clock).leading_to(CLOCK_AHEAD),
    row("dates/part-of-a-day", Classes::DAY_PART, time::part_of_a_day),
    row("dates/day-with-part", DAY, time::day_with_part).leading_to(Ahead::of(&[Classes::DAY_PART])),
    row("dates/bare-part-of-day", Classes::DAY_PART, time::bare_part_of_day).at(BEHIND_SMALL_WORD),
    row("dates/one-day", Classes::CARDINAL, duration::one_day),
    row("dates/length", COUNT, duration::counted_length).leading_to(UNIT_AHEAD),
    row("dates/opening-length", OPENING, duration::opening_length).needing(Classes::CALENDAR_UNIT),
    row("dates/adjective-length", COUNT, duration::adjective_length).leading_to(UNIT_AHEAD),
    row("dates/unit-long", Classes::CALENDAR_UNIT, duration::unit_long).leading_to(Ahead::of(&[]).or(Signs::of(&[Kind::Hyphen]))),
    row("dates/shifted-length", Classes::SHIFT, duration::shifted_length).leading_to(UNIT_AHEAD),
    row("dates/unknown-length", Classes::CALENDAR_UNIT, duration::unknown_length),
    row("dates/length-ahead", Classes::CALENDAR_UNIT, duration::length_ahead).at(BEHIND_SMALL_WORD),
    row("dates/length-of-hundreds", Classes::ARTICLE, duration::length_of_hundreds).needing(Classes::CALENDAR_UNIT),
    row("dates/share-of-unit", SHARE, duration::share_of_unit).needing(Classes::CALENDAR_UNIT),
    row("dates/one-unit", Classes::ARTICLE, duration::one_unit).needing(Classes::CALENDAR_UNIT),
    row("dates/frequency", Classes::FREQUENCY, set::frequency),
    row("dates/times-per-unit", Classes::of(&[Classes::FREQUENCY, NUMBER]), set::times_per_unit).leading_to(UNIT_AHEAD),
    row("dates/every", Classes::EVERY, set::every),
    row("dates/day-of-every-month", PART, set::day_of_every_month).leading_to(Ahead::of(&[Classes::EVERY])),
    row("dates/vague", Classes::VAGUE_TIME, set::vague),
];

/// What `half a century` and its like may start with.
const SHARE: Classes = Classes::of(&[Classes::FRACTION, Classes::ARTICLE, Classes::CALENDAR_UNIT]);
/// What a decade or century may start with.
const DECADE: Classes = Classes::of(&[Classes::DIGITS, Classes::ORDINAL, Classes::CARDINAL, Classes::DECADE_WORD]);
/// What `Q3 2024` and its like may start with.
const SHORT_PART: Classes = Classes::of(&[Classes::DIGITS, Classes::PART_LETTER]);
/// What `Q1 2025/26` and its like may start with.
const SHORT_FISCAL: Classes = Classes::of(&[SHORT_PART, Classes::FISCAL]);
/// What a fiscal year may start with.
const FISCAL: Classes = Classes::of(&[Classes::DIGITS, Classes::FISCAL]);
/// What `a year ago` and its like may start with.
const COUNT_OR_ONE: Classes = Classes::of(&[COUNT, Classes::ARTICLE]);
/// What `the year-ago quarter` and its like may start with.
const PERIOD: Classes = Classes::of(&[Classes::SHIFT, Classes::CALENDAR_UNIT, Classes::DIGITS]);
/// What the first of two unlike ends of a range may start with.
const MIXED: Classes = Classes::of(&[
    ANY_DAY,
    Classes::PART_LETTER,
    Classes::PERIOD_PART,
    Classes::VAGUE_TIME,
    Classes::SEASON,
    Classes::DECADE_WORD,
]);
/// What `the quarter`, `the fiscal year` may go on with.
const CURRENT: Classes = Classes::of(&[Classes::CALENDAR_UNIT, Classes::FISCAL, Classes::TRADING_DAY]);
/// What `the first nine months` may start with.
const OPENING: Classes = Classes::of(&[Classes::ORDINAL, Classes::PERIOD_PART]);
