//! When statistics hold.

use std::ops::Range;

use crate::fact::{Date, DateType, Statistic};
use crate::layout::{Document, Sentence};
use crate::lexicon::Classes;
use crate::span::Span;
use crate::token::Kind;

/// How many dates of a sentence are looked at, and how far apart a date and its statistic may stand; keeps the cost linear.
const DATES: usize = 32;
const REACH: usize = 60;
/// How many words may stand before the date that opens a sentence: `By the end of 2024`, whose `end` is its own.
const OPENING: usize = 4;
/// How many words may stand between a figure and the date that is its alone: `12.3% of sales in 2012`.
const BEHIND: usize = 6;

/// Gives each statistic the date that it holds for: the one right behind it, or else the nearest of its clause, the one that
/// opens its sentence, the only one there, or that of the figure which it says again (`…, a rise of 3%`). No date is taken
/// from another sentence, and none that a figure is measured against (`since 2017`, `than in 2022`).
pub(crate) fn date_statistics(document: &Document<'_>, dates: &[Date], statistics: &mut [Statistic]) {
    let run = |span: Span| document.token_at(span.start())..document.token_at(span.end());
    let mut earlier: Option<Figure<'_>> = None;
    // The dates of the sentence last asked about, with the token that it starts at.
    let mut told: (usize, Vec<Point<'_>>) = (usize::MAX, Vec::new());
    for statistic in statistics {
        let here = run(statistic.span);
        let Some(sentence) = document.sentence_of(here.start) else { continue };
        if told.0 != sentence.tokens.start {
            let whole = document.span(sentence.tokens.clone());
            let first = dates.partition_point(|date| date.span.start() < whole.start());
            let sentence_dates = dates[first..].iter().take_while(|date| date.span.end() <= whole.end()).take(DATES);
            let points = sentence_dates.filter(|date| date.kind == DateType::Date && (date.earliest.is_some() || date.fiscal));
            told = (sentence.tokens.start, points.map(|date| (run(date.span), date)).collect());
        }
        let points = &told.1;
        let before = earlier.take().filter(|figure| figure.run.start >= sentence.tokens.start);
        let reading =
            Reading { document, sentence, here: here.clone(), before: before.as_ref().map(|figure| figure.run.clone()) };
        let date = reading.date(points).or_else(|| {
            let figure = before?;
            figure.date.filter(|_| statistic.change.is_some() && !reading.is_compared(figure.run.start))
        });
        statistic.date = date.map(str::to_owned);
        earlier = Some(Figure { run: here, date });
    }
}

/// A date that says when, and its tokens.
type Point<'d> = (Range<usize>, &'d Date);

/// A statistic's tokens, and the date that it holds for.
struct Figure<'d> {
    run: Range<usize>,
    date: Option<&'d str>,
}

/// A statistic in its sentence, with the one before it there.
struct Reading<'d, 't> {
    document: &'d Document<'t>,
    sentence: &'d Sentence,
    here: Range<usize>,
    before: Option<Range<usize>>,
}

impl Reading<'_, '_> {
    fn date<'p>(&self, points: &[Point<'p>]) -> Option<&'p str> {
        if points.is_empty() {
            return None;
        }
        let free = |date: &Range<usize>| !self.is_base(date) && !self.is_of_another(date);
        let own = || points.iter().find(|(date, _)| self.is_right_behind(date));
        let in_clause = || {
            let clause = self.clause();
            let inside = points.iter().filter(|(date, _)| clause.start <= date.start && date.end <= clause.end && free(date));
            inside.min_by_key(|(date, _)| self.between(date).len())
        };
        let opening =
            || points.iter().find(|(date, value)| self.opens(date.start) && !self.is_said_on(date, value) && free(date));
        let only = || points.first().filter(|(date, _)| points.len() == 1 && self.is_said_of_all(date) && free(date));
        own().or_else(in_clause).or_else(opening).or_else(only).map(|(_, date)| date.value.as_str())
    }

    /// What stands between the date and the statistic.
    fn between(&self, date: &Range<usize>) -> Range<usize> {
        if date.start >= self.here.end { self.here.end..date.start } else { date.end.min(self.here.start)..self.here.start }
    }

    /// `12.3% in 2012`, `19,000 visitors from abroad in May`: no mark, no comparison and no other figure between.
    fn is_right_behind(&self, date: &Range<usize>) -> bool {
        let between = self.between(date);
        let plain =
            |at: usize| matches!(self.document.tokens[at].kind, Kind::Word | Kind::Dotted | Kind::Hyphen | Kind::Possessive);
        date.start >= self.here.end
            && between.len() <= BEHIND
            && between.clone().all(plain)
            && !between.clone().any(|at| self.compares(at))
    }

    /// Whether the date is what this is measured against: a word that compares stands between the figure and the date, or before
    /// the date alone (`since 2017`, `than in 2012`).
    fn is_base(&self, date: &Range<usize>) -> bool {
        let behind = date.start >= self.here.end;
        let small = Classes::of(&[Classes::CONNECTOR, Classes::ARTICLE, Classes::DETERMINER]);
        let floor = if behind { self.here.end } else { self.sentence.tokens.start };
        let governs = |at: &usize| behind || self.document.tokens[*at].is(small) || self.compares(*at);
        let mut window = (floor..date.start).rev().take(REACH).take_while(governs);
        window.any(|at| self.compares(at) && !self.opens_range(at, date))
    }

    /// `from 1980 to 2012` measures nothing against a date: it is one.
    fn opens_range(&self, at: usize, date: &Range<usize>) -> bool {
        at + 1 == date.start
            && self.document.slice(date.clone()).contains(char::is_whitespace)
            && self.document.written(at) == "from"
            && date.len() > 2
    }

    /// `than`, `compared`; the `of` of `increase of the 2008 budget`.
    fn compares(&self, at: usize) -> bool {
        let changed = || at > 0 && self.document.tokens[at - 1].is(Classes::CHANGE) && self.document.written(at) == "of";
        self.document.plays(at, Classes::CLAUSE_WORD, "base") || changed()
    }

    /// Whether the figure of the date is the one before this, right behind which it stands: `20 farms in March 2013, …`.
    fn is_of_another(&self, date: &Range<usize>) -> bool {
        let Some(before) = self.before.clone() else { return false };
        let gap = before.end..date.start.max(before.end);
        let joins = |at: usize| self.document.tokens[at].kind == Kind::Comma || self.document.written(at) == "and";
        date.start >= before.end
            && date.end <= self.here.start
            && gap.len() <= BEHIND
            && gap.clone().all(|at| self.document.tokens[at].kind == Kind::Word)
            && (date.end..self.here.start).any(joins)
            && self.is_compared(before.start)
    }

    /// Whether the figure there is what another is measured against: `compared with 2.61 million`, `from 12%`.
    fn is_compared(&self, figure: usize) -> bool {
        let floor = self.sentence.tokens.start.max(figure.saturating_sub(3));
        (floor..figure).any(|at| self.compares(at))
    }

    /// Whether nothing but prepositions and articles stands between the start of the sentence and its date.
    fn opens(&self, date: usize) -> bool {
        let start = self.sentence.tokens.start;
        let small = Classes::of(&[Classes::CONNECTOR, Classes::ARTICLE, Classes::DETERMINER, Classes::BOUND]);
        date - start <= OPENING && (start..date).all(|at| self.document.tokens[at].is(small))
    }

    /// Whether the date stands in the sentence itself: in no dateline, title or aside (`Founded in 1985, …`).
    fn is_said_of_all(&self, date: &Range<usize>) -> bool {
        let apart = |at: usize| matches!(self.document.tokens[at].kind, Kind::Dash | Kind::Colon | Kind::Semicolon | Kind::Open);
        let mark = |at: &usize| self.document.tokens[*at].kind == Kind::Comma;
        let tokens = &self.sentence.tokens;
        let opener = (tokens.start..date.start).rev().take(REACH).find(mark).map_or(tokens.start, |mark| mark + 1);
        let aside = ["who", "which", "that", "when", "where"].contains(&self.document.written(opener));
        let participle = self.document.written(opener).ends_with("ed");
        let between = self.between(date);
        between.len() <= REACH && !between.clone().any(apart) && !aside && !participle && !self.says_that(between)
    }

    /// `On May 3 it said that its rate is 5%`: the day of the saying.
    fn is_said_on(&self, date: &Range<usize>, value: &Date) -> bool {
        !value.fiscal && value.earliest == value.latest && self.says_that(self.between(date))
    }

    fn says_that(&self, mut between: Range<usize>) -> bool {
        between.any(|at| self.document.written(at) == "that")
    }

    /// The part of the sentence between semicolons, dashes, `that` and commas that end clauses, around the statistic.
    fn clause(&self) -> Range<usize> {
        let border = |at: &usize| {
            matches!(self.document.tokens[*at].kind, Kind::Semicolon | Kind::Dash | Kind::Comma)
                || self.document.written(*at) == "that"
        };
        let tokens = &self.sentence.tokens;
        let start = (tokens.start..self.here.start).rev().take(REACH).find(border).map_or(tokens.start, |border| border + 1);
        let end = (self.here.start..tokens.end).take(REACH).find(border).unwrap_or(tokens.end);
        start..end
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check_statistics_by;

    #[track_caller]
    fn check(markup: &str, dates: &[&str]) {
        check_statistics_by(markup, |statistic| statistic.date.clone().unwrap_or_default(), dates);
    }

    #[test]
    fn the_date_that_a_statistic_holds_for() {
        check("By the end of 2024, the office had [4 million valid patents].", &["2024"]);
        check("There were [20 farms] in March 2013, and [30 farms] in March 2014.", &["2013-03", "2014-03"]);
        check("Sales fell from [12.3%] in 2012 to [11.9%] in 2013.", &["2012", "2013"]);
    }

    #[test]
    fn the_only_date_of_the_sentence() {
        check("The north had the most farms in March 2013, with [17.2%] of the total.", &["2013-03"]);
        check("They estimated by 2050, demand would grow by [50 percent].", &["2050"]);
        check("Catches declined by [25 percent] on average across the coast from 1980 to 2012.", &["1980/2012"]);
        check("It met in 2019, then in 2021, with [20 guests] each.", &[""]);
    }

    #[test]
    fn a_change_holds_for_the_date_of_its_figure() {
        check(
            "In March 2013 there were [2.63 million firms], compared with [2.61 million] in March 2012, a rise of [15,000].",
            &["2013-03", "2012-03", "2013-03"],
        );
        check("The share was [64%], up [2.1 percentage points] from the [61.9%] seen in 2012.", &["", "", "2012"]);
        check("It is a [$234 million] increase over the fiscal year 2008 bill.", &[""]);
        check("The budget is [$7 billion], a [$450 million] increase of the fiscal year 2008 bill.", &["", ""]);
    }

    #[test]
    fn no_date_of_something_else() {
        check("Founded in 1985, the firm has [3,500 employees].", &[""]);
        check("Exports rose [5%] since 2017. It was hot in 2020.", &[""]);
        check("Exports from Peru in 2012 rose by [5 tonnes].", &["2012"]);
        check("On May 3, 2024 it said that its rate is [5%].", &[""]);
    }
}
