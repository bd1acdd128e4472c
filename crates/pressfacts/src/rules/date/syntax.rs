//! What a time expression says, before anything is filled in: fields, offsets and anchors as the text has them.

use super::super::Syntax;
use crate::decimal::Decimal;
use crate::fact::{Bound, DateModifier, Quant};
use crate::grammar::calendar::{Season, Unit};
use crate::grammar::clock::Clock;
use crate::grammar::holiday::Holiday;
use crate::parse::Run;

/// A time expression as the text has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DateSyntax {
    /// Its extent: determiner and modifier included.
    pub(crate) run: Run,
    pub(crate) time: Time,
    pub(crate) modifier: Option<DateModifier>,
    /// The preposition before it.
    pub(crate) bound: Option<Bound>,
    pub(crate) fiscal: bool,
    /// Whether its month or year stands at another date of the same list: the `6` of `6 and 7 November`.
    pub(crate) shared: bool,
}

impl Syntax for DateSyntax {
    fn run(&self, _: Run) -> Run {
        self.run
    }
}

/// The kinds of time expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Time {
    /// A part of the calendar, of any size.
    Moment(Moment),
    /// From one to another, both included.
    Range(Moment, Moment),
    /// A length of time.
    Length(Length),
    /// So many units after a day, before it where the count is negative: `two weeks before Christmas`.
    Offset {
        count: i32,
        unit: Unit,
        from: Moment,
        /// The day of the week that is meant near there: `in three weeks on Friday`.
        weekday: Option<u32>,
    },
    /// What comes again.
    Recurrence(Recurrence),
    /// Past, present or future, and no more.
    Vague(Tense),
}

/// A part of the calendar: what is named, and the larger part that it is looked for in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Moment {
    pub(crate) frame: Frame,
    pub(crate) field: Field,
    pub(crate) clock: Option<Clock>,
    /// The day of the week that the text gives beside the date.
    pub(crate) weekday: Option<u32>,
}

/// Where a field is to be looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Frame {
    /// The text does not say: `November 6`, `Friday`.
    Open,
    /// In that year.
    Year(i32),
    /// In the unit so many away: `last week`, `two years ago`, `the following month`.
    Shift { unit: Unit, count: i32, from: Anchor },
    /// The one before, around or after the anchor: `last November`, `next Friday`, `the following Monday`.
    Nearest { direction: Direction, from: Anchor },
}

/// What a relative date is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    /// When the text was written.
    Speech,
    /// The date spoken of last.
    Discourse,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    Before,
    Around,
    After,
}

/// What is named within a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    /// The frame itself: `2024`, `last week`.
    Whole,
    /// By its number: the 1990s are 199.
    Decade(i32),
    /// A decade of a century unnamed: the nineties are 9.
    ShortDecade(i32),
    /// By its number: the 20th century is 19.
    Century(i32),
    Half(u32),
    Quarter(u32),
    Season(Season),
    Month(u32),
    Week(u32),
    /// The week that the day is in; the last of the month where the day is 0.
    WeekOf {
        month: u32,
        day: u32,
    },
    /// The quarter that ends about then, as `the quarter ended July 31` does.
    QuarterTo {
        month: u32,
        day: u32,
    },
    /// The year, which is a fiscal one, that ends then.
    YearTo {
        month: u32,
        day: u32,
    },
    /// The nth week of the frame, which is a month; the last where it is 0.
    NthWeek(u32),
    Weekend,
    Weekday(u32),
    /// A day of a week of the year.
    DayOfWeek {
        week: u32,
        weekday: u32,
    },
    /// A day of a month unnamed that is that weekday: `Friday the 13th`.
    WeekdayDay {
        weekday: u32,
        day: u32,
    },
    /// A day of a month, perhaps of one unnamed.
    Day {
        month: Option<u32>,
        day: u32,
    },
    /// Two numbers of which one is the month, as in `03/04`.
    Numeric {
        first: u32,
        second: u32,
    },
    Holiday(Holiday),
    /// The weekend beside a feast.
    HolidayWeekend(Holiday),
    /// So many units from the start or end of the frame: `the first nine months of 2024`.
    Stretch {
        count: u32,
        unit: Unit,
        from_start: bool,
    },
    /// The nth such weekday of the month: `the first Monday of May`.
    NthWeekday {
        nth: u32,
        weekday: u32,
        month: u32,
    },
    /// The unit of the frame's time that the context speaks of: `the quarter`, `the weekend`.
    Current(Unit),
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Length {
    pub(crate) count: Count,
    pub(crate) unit: Unit,
    /// A smaller unit added: `a year and six months`.
    pub(crate) more: Option<(Decimal, Unit)>,
    /// Whether it ends or starts now: `the past five years`.
    pub(crate) direction: Option<Direction>,
}

/// How many units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Count {
    Exactly(Decimal),
    Between(Decimal, Decimal),
    Unknown,
}

/// What comes again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Recurrence {
    pub(crate) rhythm: Rhythm,
    pub(crate) quant: Option<Quant>,
    pub(crate) often: Option<Often>,
}

/// When it comes again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rhythm {
    /// `every two years`.
    Length(Count, Unit),
    /// `every Monday`, `each July`.
    Field(Field, Option<Clock>),
}

/// How often within each: two times, or three days where a unit is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Often {
    pub(crate) count: Decimal,
    pub(crate) unit: Option<Unit>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    Past,
    Present,
    Future,
}

impl Time {
    /// Whether it names a day that each country has its own of.
    pub(crate) fn names_national_day(&self) -> bool {
        let is_national = |moment: &Moment| {
            matches!(moment.field, Field::Holiday(Holiday::National { .. }) | Field::HolidayWeekend(Holiday::National { .. }))
        };
        match self {
            Self::Moment(moment) | Self::Offset { from: moment, .. } => is_national(moment),
            Self::Range(first, last) => is_national(first) || is_national(last),
            Self::Length(_) | Self::Recurrence(_) | Self::Vague(_) => false,
        }
    }
}

impl Moment {
    pub(crate) fn new(frame: Frame, field: Field) -> Self {
        Self { frame, field, clock: None, weekday: None }
    }

    /// The same, with the day of the week that stands beside it.
    pub(crate) fn on(self, weekday: Option<u32>) -> Self {
        Self { weekday: weekday.or(self.weekday), ..self }
    }

    pub(crate) fn at(self, clock: Option<Clock>) -> Self {
        Self { clock: clock.or(self.clock), ..self }
    }

    /// The same field in that frame, where none is given.
    pub(crate) fn within(self, frame: Frame) -> Self {
        if self.frame == Frame::Open { Self { frame, ..self } } else { self }
    }
}
