//! Classes of words, as a set of bits: what a rule dispatches on.

use std::ops::BitOr;

/// A set of word classes.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) struct Classes(u128);

/// Gives each class a bit, a constant and the name it has in the lexicon files.
macro_rules! classes {
    ($($(#[$meta:meta])* $constant:ident = $name:literal,)*) => {
        #[repr(u32)]
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "only there to count")]
        enum Bit { $($constant,)* }

        impl Classes {
            $($(#[$meta])* pub(crate) const $constant: Self = Self(1 << Bit::$constant as u32);)*

            const NAMES: &[(&'static str, Self)] = &[$(($name, Self::$constant),)*];
        }
    };
}

classes! {
    // Set by the lexer from a token's looks; never in a lexicon file.
    /// A word with a capital first letter, capitals throughout included.
    CAPITALIZED = "(capitalized)",
    /// A word in capitals throughout, of two letters or more.
    UPPER = "(upper)",
    /// Digits.
    DIGITS = "(digits)",
    /// A currency sign.
    CURRENCY_SIGN = "(currency-sign)",

    // Function words.
    /// A word whose full stop belongs to it.
    ABBREVIATION = "abbreviation",
    /// The same, only before a number: `No. 5`.
    NUMBERED_ABBREVIATION = "numbered-abbreviation",
    /// Words that open a sentence, so that a full stop before them ends one even after an abbreviation.
    STARTER = "starter",
    /// Words that cannot end a line of text that goes on: prepositions, articles, conjunctions.
    CONNECTOR = "connector",
    /// Last labels of internet domains.
    TLD = "tld",

    /// `a`, `an`.
    ARTICLE = "article",

    // Calendar.
    MONTH = "month",
    /// Month names that are names of people or other words too.
    AMBIGUOUS_MONTH = "ambiguous-month",
    WEEKDAY = "weekday",
    /// `day`, `years`: units that dates are counted in.
    CALENDAR_UNIT = "calendar-unit",
    /// Words between a number and a unit of time: `five business days`.
    TRADING_DAY = "trading-day",
    /// `today`, `yesterday`.
    DAY_WORD = "day-word",
    DAY_PART = "day-part",
    /// `noon`, `midnight`.
    CLOCK_WORD = "clock-word",
    TIME_ZONE = "time-zone",
    SEASON = "season",
    HOLIDAY = "holiday",
    /// A country, by its code, and the days that are its own.
    NATIONAL_HOLIDAY = "national-holiday",
    /// `nineties`.
    DECADE_WORD = "decade-word",
    /// What a year over two calendar years is of: `the 2024-25 season`.
    YEAR_NOUN = "year-noun",
    /// The letter of `Q3`, `H1`.
    PART_LETTER = "part-letter",
    FISCAL = "fiscal",
    /// Which period of a kind: `this`, `last`, `next`, `the following`.
    SHIFT = "shift",
    /// Which part of a period: `early`, `the end of`.
    PERIOD_PART = "period-part",
    /// How exact a time is: `about`, `more than`.
    TIME_MODIFIER = "time-modifier",
    /// `daily`, `per annum`.
    FREQUENCY = "frequency",
    EVERY = "every",
    /// A small word beside dates. The value lists the sorts of date or length that it leads to, and the parts it plays.
    DATE_WORD = "date-word",
    /// A country, by its code, that does not write the day before the month in numbers: `month`, or `year` first.
    DATE_ORDER = "date-order",
    /// A country, by its code, and the month that its fiscal years over two calendar years start with.
    FISCAL_START = "fiscal-start",
    /// A day that goes by its numbers: `9/11`.
    NAMED_DAY = "named-day",
    /// `now`, `recently`.
    VAGUE_TIME = "vague-time",
    /// `several`, `a few`.
    VAGUE_NUMBER = "vague-number",
    /// Prepositions that make a date a bound: `by`, `since`.
    BOUND = "bound",
    /// Words between the ends of a range: `to`, `through`.
    DATE_JOINER = "date-joiner",
    /// Words that tell past from future.
    TENSE = "tense",
    /// Labels of a line that gives the date of publication.
    DATE_LABEL = "date-label",
    /// Words before a number that is no year: `Section`, `Room`.
    NUMBER_LABEL = "number-label",

    // Numbers.
    CARDINAL = "cardinal",
    ORDINAL = "ordinal",
    ORDINAL_SUFFIX = "ordinal-suffix",
    SCALE = "scale",
    /// A part of a whole: `half`, `thirds`.
    FRACTION = "fraction",
    /// Words that stand for a number without giving it: `dozens`, `tens of thousands`.
    MANY = "many",

    // Units.
    /// A unit of measure.
    UNIT = "unit",
    /// Percentages, percentage points, basis points.
    PERCENT = "percent",
    /// A word that tells how warm it is, so that the letter behind a number is degrees: `temperatures`, `colder`.
    TEMPERATURE = "temperature",
    /// What makes a number a duration.
    TIME_UNIT = "time-unit",
    /// A currency's name, code or sign.
    CURRENCY = "currency",
    /// A coin that is part of a currency's unit.
    SUBUNIT = "subunit",
    /// Codes with the scale of their amounts: `MEUR`; the value is code and power of ten.
    SCALED_CURRENCY = "scaled-currency",
    /// A country, by its code, and what it pays with: the value is the currency, then the open names it goes by.
    NATIONAL_CURRENCY = "national-currency",

    // Around numbers.
    /// `about`, `more than`, before a number.
    QUALIFIER = "qualifier",
    /// `or more`, behind a number.
    QUALIFIER_AFTER = "qualifier-after",
    /// `rose`, `decline`: words that make a number the size of a change.
    CHANGE = "change",
    /// `doubled`, `threefold`.
    MULTIPLE = "multiple",
    /// What a factor is known by behind its number: `times`, `fold`, `x`.
    FACTOR_WORD = "factor-word",
    /// What a rate is known by behind its number: `per`, `every`.
    RATE_WORD = "rate-word",
    /// `place` in `third place`.
    RANK_NOUN = "rank-noun",
    /// `ranked` in `ranked third`.
    RANK_VERB = "rank-verb",
    SUPERLATIVE = "superlative",
    /// `accounts for`, `represents`: verbs whose subject is a share of something.
    SHARE_VERB = "share-verb",
    /// What a change is measured against.
    BASIS = "basis",
    /// A word that makes the number behind it an identifier.
    IDENTIFIER_HEAD = "identifier-head",

    /// A function word that tells how a clause is put together. The value lists the parts it plays.
    CLAUSE_WORD = "clause-word",

    // Counted noun phrases.
    /// No part of a counted noun phrase.
    NP_END = "np-end",
    /// No part of one behind its head.
    NP_LATE = "np-late",
    /// A noun that is plural without a final `s`.
    PLURAL = "plural",
    /// A word whose final `s` makes no plural.
    NOT_PLURAL = "not-plural",

    // Places and bodies.
    /// A country, or a body of states that acts as one.
    COUNTRY = "country",
    /// What belongs to a country: `Chinese`.
    DEMONYM = "demonym",
    /// A word that makes the name it ends, or starts, the name of a body: `Ministry`, `Group`.
    ORGANIZATION_HEAD = "organization-head",
    /// The legal form behind a company's name: `Ltd.`
    LEGAL_SUFFIX = "legal-suffix",
    /// A city, or a part of a country.
    PLACE = "place",

    // People and positions.
    /// The noun that a title is built on: `Director`.
    TITLE_HEAD = "title-head",
    /// What stands before a title's head: `Deputy`. The value is the status it gives.
    TITLE_MODIFIER = "title-modifier",
    /// The work or policy that titles and bodies are named after: `Marketing`, `Trade`.
    FIELD = "field",
    /// A word that tells when a position is held. The value says behind what it stands: `owned`, a possessive; `articled`; `alone`.
    TENURE = "tenure",
    /// `post`, `position`, `role`.
    POSITION_NOUN = "position-noun",
    /// What brings a person into a position: `appointed`.
    APPOINTMENT_VERB = "appointment-verb",
    APPOINTMENT_NOUN = "appointment-noun",
    /// Verbs and adverbs between a person and the position held: `has been`, `currently serves`.
    COPULA = "copula",
    /// A small word on the way from such a verb to the position: `as`, `in`.
    POST_BRIDGE = "post-bridge",
    /// `succeeds`, `replaced`.
    SUCCESSION_VERB = "succession-verb",
    /// `joins`, `heads`: what a person does with a body, `as` an officer of it.
    JOINING_VERB = "joining-verb",
    /// `Mr.`, `Dr.`, `H.E.`
    HONORIFIC = "honorific",
    /// What stands behind a name: `PhD`, `CBE`.
    POST_NOMINAL = "post-nominal",
    /// A small word inside a name: `bin`, `van`, `de`.
    NAME_PARTICLE = "name-particle",
    /// `centre`, `left`: where somebody stands in a picture.
    PICTURED = "picture-place",
    SURNAME = "surname",
    GIVEN_NAME = "given-name",
    /// A word with a capital in headings and at sentence starts that is no part of a name: `Announces`.
    COMMON_WORD = "common-word",


    // Agreements.
    /// A word that names an agreement wherever it stands: `treaty`, `memorandum of understanding`.
    AGREEMENT_NOUN = "agreement-noun",
    /// A word that names one only where sides or something done to it are named: `deal`, `contract`, `convention`.
    LOOSE_AGREEMENT_NOUN = "loose-agreement-noun",
    /// A word that says of what sort the agreement behind it is: `bilateral`, `free trade`.
    AGREEMENT_QUALIFIER = "agreement-qualifier",
    /// A name under which an international agreement goes: `Hague`, `Paris`.
    TREATY_NAME = "treaty-name",
    /// What is done to agreements: `sign`, `entered into`, `ratification`.
    AGREEMENT_VERB = "agreement-verb",
    /// A phrase with an agreement's noun in it that names something else: `user agreement`.
    NOT_AN_AGREEMENT = "not-an-agreement",
    /// A word that says whether what follows is planned, negated or done: `will`, `without`, `delighted`.
    MODALITY = "modality",
    /// A word that counts what follows its `of`: `series`, `number`.
    QUANTIFIER = "quantifier",
    /// An article, or what stands in its place.
    DETERMINER = "determiner",
    /// What opens the subject of an agreement: `on`, `concerning`.
    SUBJECT_MARKER = "subject-marker",
    /// What opens the list of all its sides: `between`, `among`.
    MUTUAL = "mutual-preposition",
    /// What those do who are no side of an agreement: `witnessed`, `welcomed`.
    BYSTANDER_VERB = "bystander-verb",
    /// A pronoun or general noun in a side's place: `it`, `the two sides`. The value says for how many it stands.
    STAND_IN = "stand-in",
    /// The value tells forms of `be` and of the future from the others.
    AUXILIARY = "auxiliary",
    /// Adverbs that do not end in `-ly`.
    ADVERB = "adverb",
    /// The value tells those that bind what follows to the word before (`of`) from those of place, time and company.
    PREPOSITION = "preposition",
    /// What stands before the worth of something: `worth`, `valued at`.
    VALUE_MARKER = "value-marker",
    /// A word that opens a clause within a sentence: `that`, `when`.
    CLAUSE_OPENER = "clause-opener",
    /// A state's body, as it is written small: `government`, `parliament`.
    /// `documents`, `instruments`: words for agreements where they are signed.
    PAPER_NOUN = "paper-noun",
    /// `based` of `Oslo-based`, `run` of `state-run`: says where or whose the name behind it is.
    ORIGIN_PARTICIPLE = "origin-participle",
    STATE_BODY = "state-body",
    /// A word that may follow a noun without being what the noun qualifies: `worth`, `today`.
    NOUN_FOLLOWER = "noun-follower",
    /// What sides do with an agreement that stands: `has`, `maintains`.
    HOLDING_VERB = "holding-verb",
    /// What an agreement to buy a body is made for: `acquire`.
    ACQUISITION_VERB = "acquisition-verb",
    /// What sides do who become partners: `partnered`, `joined forces`.
    ALLYING_VERB = "allying-verb",
    /// What a body is, in small letters before its name: `drugmaker`.
    PARTY_NOUN = "party-noun",
}

impl Classes {
    pub(crate) const NONE: Self = Self(0);
    /// What a token's looks give it, whether or not the lexicon knows it.
    pub(crate) const WRITTEN: Self = Self::of(&[Self::CAPITALIZED, Self::UPPER, Self::DIGITS, Self::CURRENCY_SIGN]);

    /// The class of that name in the lexicon files.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name && !name.starts_with('(')).map(|&(_, class)| class)
    }

    /// How many classes there can be.
    pub(crate) const MOST: usize = u128::BITS as usize;

    /// The set with these bits, for tables that are made beforehand.
    pub(crate) const fn of_bits(bits: u128) -> Self {
        Self(bits)
    }

    /// The classes that are in both sets.
    pub(crate) fn and(self, others: Self) -> Self {
        Self(self.0 & others.0)
    }

    /// Whether the sets share a class.
    pub(crate) fn any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// Whether all classes of the set are among the others.
    pub(crate) fn within(self, others: Self) -> bool {
        self.0 & !others.0 == 0
    }

    /// Whether the class of that bit is in the set.
    pub(crate) fn has(self, bit: u8) -> bool {
        // Half of the set at a time, as a shift of the whole is a long one.
        let half = if bit < 64 { self.0 as u64 } else { (self.0 >> 64) as u64 };
        half >> (bit % 64) & 1 != 0
    }

    /// A number that tells most sets apart, also by its last bits.
    pub(crate) fn folded(self) -> usize {
        let half = self.0 as u64 ^ ((self.0 >> 64) as u64).rotate_left(32);
        (half.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize
    }

    /// Position of each class in the set.
    pub(crate) fn bits(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let bit = (left != 0).then(|| left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some(bit)
        })
    }

    /// The names of the classes, as the lexicon files have them.
    pub(crate) fn names(self) -> impl Iterator<Item = &'static str> {
        self.bits().map(|bit| Self::NAMES[bit].0)
    }

    /// All sets together; `|` is not yet for constants.
    pub(crate) const fn of(sets: &[Self]) -> Self {
        let (mut all, mut i) = (0, 0);
        while i < sets.len() {
            all |= sets[i].0;
            i += 1;
        }
        Self(all)
    }
}

impl BitOr for Classes {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The bits of the set, as [`of_bits`](Classes::of_bits) takes them.
impl std::fmt::LowerHex for Classes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::LowerHex::fmt(&self.0, f)
    }
}

impl std::fmt::Debug for Classes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.names()).finish()
    }
}
