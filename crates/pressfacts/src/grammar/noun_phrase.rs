//! Counted noun phrases, and where they end. There is no tagger: closed classes tell, and the plural of the head.
//!
//! `valid invention patents granted`: the first words may be anything but what cannot stand in a noun phrase; from the
//! plural noun on, whatever looks like a verb, a participle or an adverb ends it.

use nom::branch::alt;
use nom::combinator::opt;
use nom::multi::many_m_n;
use nom::sequence::{pair, preceded};
use nom::{Input, Parser};

use crate::lexicon::Classes;
use crate::parse::{PResult, Run, Tokens, glued, kind, lex, no_match, token, word};
use crate::token::{Case, Gap, Kind, Token};

/// Words of a phrase, conjunctions counted; longer ones are lists of something else.
const LONGEST: usize = 10;
/// Most noun groups with commas before them.
const LONGEST_LIST: usize = 8;
/// Most words hyphened to another.
const MOST_HYPHENED: usize = 5;

/// What stands beside a head without ending the phrase: `rights` in `rights holders`.
const BESIDE_HEAD: usize = 2;

/// Nouns counted, in the plural, with what describes them and with others joined to them: `government, business and
/// academic representatives`, `countries, regions and international organizations`.
pub(crate) fn counted_nouns(input: Tokens<'_>) -> PResult<'_, Run> {
    let (rest, ()) = group(input)?;
    let (rest, _) = opt(joined).parse(rest)?;
    Ok((rest, input.until(rest)))
}

/// Nouns of any number, as far as closed classes let them go: what a share is a share of, what a number without a
/// plural counts.
pub(crate) fn nouns(input: Tokens<'_>) -> PResult<'_, Run> {
    let (_, first) = compound(input)?;
    if first.late().is_verb() { no_match() } else { nominal(input) }
}

/// The same where only a noun phrase can stand, so that its first word is no verb whatever it looks like: behind `of the`.
pub(crate) fn nominal(input: Tokens<'_>) -> PResult<'_, Run> {
    let (mut rest, mut last) = compound(input)?;
    for _ in 1..LONGEST {
        let (behind, _) = opt(kind(Kind::Possessive)).parse(rest)?;
        let Ok((after, next)) = compound(behind) else { break };
        let late = next.late();
        // `labour force`: a word that is also a verb ends the phrase only behind a plural, or where it has an object.
        let base = late == Late::Verb && lex(Classes::NP_LATE)(behind).is_ok_and(|(_, late)| late.value == "verb");
        let noun = base && !last.is_plural() && compound(after).is_err() && ends_phrase(after);
        if late.ends() && !noun {
            break;
        }
        (rest, last) = (after, next);
    }
    Ok((rest, input.until(rest)))
}

/// Whether a noun phrase can end here: at no article, number or pronoun, which would be the object of a verb.
fn ends_phrase(input: Tokens<'_>) -> bool {
    let object =
        Classes::of(&[Classes::DIGITS, Classes::CURRENCY_SIGN, Classes::CARDINAL, Classes::ARTICLE, Classes::DETERMINER]);
    !input.first().is_some_and(|next| next.is(object))
}

/// A noun group: describing words and a plural head.
fn group(input: Tokens<'_>) -> PResult<'_, ()> {
    let (mut rest, mut head, mut beside, mut joined_before) = (input, None, 0, false);
    for _ in 0..LONGEST {
        let numbered = rest.first().is_some_and(|next| matches!(next.kind, Kind::Number | Kind::Hyphen));
        if numbered && rest.position() > input.position() {
            if let Ok((after, _)) = models(rest) {
                return Ok((after, ()));
            }
            if let Ok((after, _)) = model(rest)
                && head.is_none()
            {
                rest = after;
                continue;
            }
        }
        let Ok((after, next)) = compound(rest) else {
            // Describing words may be joined before the head, not behind it.
            let Ok((after, ())) = conjunction(rest) else { break };
            if head.is_some() || rest.position() == input.position() {
                break;
            }
            (rest, joined_before) = (after, true);
            continue;
        };
        if head.is_some() && (beside == BESIDE_HEAD || next.late().ends())
            || head.is_none() && joined_before && next.late() == Late::Finite
        {
            break;
        }
        joined_before = false;
        rest = after;
        if next.is_plural() {
            (head, beside) = (Some(rest), 0);
        } else if head.is_some() {
            beside += 1;
        }
    }
    head.map_or_else(no_match, |rest| Ok((rest, ())))
}

/// Further noun groups: `, regions and international organizations`, `and investors`.
fn joined(input: Tokens<'_>) -> PResult<'_, ()> {
    let comma = || kind(Kind::Comma);
    let joins = |next: &Token| matches!(next.kind, Kind::Comma | Kind::Ampersand) || next.is(Classes::CONNECTOR);
    if !input.first().is_some_and(joins) {
        return no_match();
    }
    let (rest, _) = many_m_n(0, LONGEST_LIST, preceded(comma(), further)).parse(input)?;
    let (rest, ()) = preceded(pair(opt(comma()), alt((word("and"), word("or"), kind(Kind::Ampersand)))), further).parse(rest)?;
    // `45 offices and sales of €1 billion`: the sales are another claim's.
    let amount = Classes::of(&[Classes::DIGITS, Classes::CURRENCY, Classes::CURRENCY_SIGN, Classes::QUALIFIER]);
    let sum = preceded(word("of"), token(|next| next.is(amount))).parse(rest).is_ok();
    if sum { no_match() } else { Ok((rest, ())) }
}

/// A noun group that does not start like a clause.
fn further(input: Tokens<'_>) -> PResult<'_, ()> {
    let (_, first) = compound(input)?;
    let amounts = input.first().is_some_and(|token| token.kind == Kind::Number);
    if amounts || first.late().ends() { no_match() } else { group(input) }
}

fn conjunction(input: Tokens<'_>) -> PResult<'_, ()> {
    let either = |input| alt((word("and"), word("or"))).parse(input);
    let or_both = |input| preceded(glued(kind(Kind::Slash)), glued(word("or"))).parse(input);
    let joined = |input| pair(either, opt(or_both)).parse(input).map(|(rest, _)| (rest, ()));
    let mark = |input| alt((kind(Kind::Comma), kind(Kind::Ampersand))).parse(input).map(|(rest, _)| (rest, ()));
    let comma_and = |input| preceded(kind(Kind::Comma), joined).parse(input);
    alt((comma_and, joined, mark)).parse(input)
}

/// A word, with those hyphened to it.
struct Compound<'t> {
    input: Tokens<'t>,
    last: &'t Token,
    is_hyphened: bool,
}

impl<'t> Compound<'t> {
    fn written(&self) -> &'t str {
        self.last.span.of(self.input.document.text)
    }

    /// Whether it is a plural noun, by its looks.
    fn is_plural(&self) -> bool {
        is_plural(self.last, self.written())
    }

    /// Whether it ends the phrase behind a head. Asked only where one stands before: the verb of a form has to be looked up.
    fn late(&self) -> Late {
        let written = self.written();
        let adverb = self.last.is(Classes::NP_LATE) && self.last.case == Case::Lower || written.ends_with("ly");
        match is_verb(self.input, self.last, written) {
            _ if self.is_hyphened => Late::No,
            true if written.ends_with('s') => Late::Finite,
            true => Late::Verb,
            false if adverb => Late::Adverb,
            false => Late::No,
        }
    }
}

/// Whether a word ends the phrase where a head stands before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Late {
    No,
    /// `worldwide`, `annually`.
    Adverb,
    /// A participle or a verb in its base form.
    Verb,
    /// A verb in the third person, by its looks: `extends`.
    Finite,
}

impl Late {
    fn ends(self) -> bool {
        self != Self::No
    }

    fn is_verb(self) -> bool {
        matches!(self, Self::Verb | Self::Finite)
    }
}

/// A word and what is hyphened or slashed to it: `IP-backed`, `R&D`, `5G`.
fn compound(input: Tokens<'_>) -> PResult<'_, Compound<'_>> {
    let joint = |input| token(|next| matches!(next.kind, Kind::Hyphen | Kind::Slash | Kind::Ampersand))(input);
    let number = |input| kind(Kind::Number)(input);
    let part = |input| alt((preceded(joint, glued(simple)), number, glued_word, numbered)).parse(input);
    let (rest, first) = simple(input)?;
    let (mut rest, mut last, mut parts) = (rest, first, 0);
    while parts < MOST_HYPHENED
        && let Ok((after, further)) = glued(part)(rest)
    {
        (rest, last, parts) = (after, further, parts + 1);
    }
    Ok((rest, Compound { input, last, is_hyphened: parts > 0 }))
}

/// The number hyphened to a name, where nothing else is joined to it: the `-19` of `COVID-19`.
fn numbered(input: Tokens<'_>) -> PResult<'_, &Token> {
    let named = input.previous().is_some_and(|before| before.case == Case::Upper);
    let (rest, number) = preceded(glued(kind(Kind::Hyphen)), glued(kind(Kind::Number))).parse(input)?;
    if named && rest.first().is_none_or(|next| !next.glued()) { Ok((rest, number)) } else { no_match() }
}

/// The letters behind a number inside a word: the `N` of `H1N1`.
fn glued_word(input: Tokens<'_>) -> PResult<'_, &Token> {
    let behind_number = input.previous().is_some_and(|before| before.kind == Kind::Number);
    if behind_number { glued(term)(input) } else { no_match() }
}

fn simple(input: Tokens<'_>) -> PResult<'_, &Token> {
    if input.first().is_some_and(|first| first.kind == Kind::Number) { generation(input) } else { term(input) }
}

/// Classes of words that stand in no noun phrase, or only as part of a word or in capitals.
const BESIDE_NOUNS: Classes = Classes::of(&[
    Classes::NP_END,
    Classes::CARDINAL,
    Classes::MANY,
    Classes::PERCENT,
    Classes::MONTH,
    Classes::WEEKDAY,
    Classes::CONNECTOR,
]);

/// A word that may stand in a noun phrase.
fn term(input: Tokens<'_>) -> PResult<'_, &Token> {
    let Some(word) = input.first().filter(|next| matches!(next.kind, Kind::Word | Kind::Dotted)) else { return no_match() };
    let apart = matches!(word.gap, Gap::Cell | Gap::Wide);
    if apart || word.is(BESIDE_NOUNS) && !is_term(input, word) { no_match() } else { Ok((input.take_from(1), word)) }
}

/// Whether a word of the classes that mostly end a noun phrase may stand in one.
fn is_term(input: Tokens<'_>, word: &Token) -> bool {
    let capitals = word.case == Case::Upper;
    let ends = word.is(Classes::NP_END) && !capitals;
    // `zero-dose children`, `two-bedroom flats`
    let part = || {
        kind(Kind::Hyphen)(input.at(input.position() + 1)).is_ok_and(|(after, hyphen)| {
            hyphen.glued() && after.first().is_some_and(|next| next.glued() && next.kind == Kind::Word)
        })
    };
    let counts = word.is(Classes::of(&[Classes::CARDINAL, Classes::MANY])) && !part() || word.is(Classes::PERCENT) && !capitals;
    let joins = matches!(input.written(), "and" | "or" | "And" | "Or");
    !(ends || counts || joins || word.is(Classes::of(&[Classes::MONTH, Classes::WEEKDAY])))
}

/// The number in the name of a model: `Airbus 330 jets`, `330 Neo jets`.
fn model(input: Tokens<'_>) -> PResult<'_, &Token> {
    let named = input.previous().is_some_and(Token::capitalized);
    // `0.3 AU, 500 FTE staff`: another number.
    if input.previous().is_none_or(|before| before.kind != Kind::Word) {
        return no_match();
    }
    let (rest, number) = token(|next| next.kind == Kind::Number && next.gap == Gap::Space && next.span.len() <= 3)(input)?;
    let goes_on =
        rest.first().is_some_and(|next| next.gap == Gap::Space && next.kind == Kind::Word && (named || next.capitalized()));
    if goes_on { Ok((rest, number)) } else { no_match() }
}

/// Several of a model that goes by a number: the `3s` of `Model 3s`, the `-35s` of `F-35s`.
fn models(input: Tokens<'_>) -> PResult<'_, &Token> {
    let named = input.previous().is_some_and(Token::capitalized);
    let number = |input| token(|next| next.kind == Kind::Number && next.span.len() <= 3)(input);
    let (rest, many) = preceded(pair(opt(glued(kind(Kind::Hyphen))), number), glued(word("s"))).parse(input)?;
    if named { Ok((rest, many)) } else { no_match() }
}

/// A number with its letter: `5G`, `4K`.
fn generation(input: Tokens<'_>) -> PResult<'_, &Token> {
    let letter = token(|next| next.kind == Kind::Word && next.span.len() <= 2 && next.capitalized());
    preceded(kind(Kind::Number), glued(letter)).parse(input)
}

/// Whether it is a plural, by its ending or by the lexicon.
fn is_plural(word: &Token, written: &str) -> bool {
    let singular = ["ss", "us", "is", "’s"].iter().any(|ending| written.ends_with(ending));
    // `two Sudanese`
    let people = word.is(Classes::DEMONYM) && word.capitalized() && written.ends_with("ese");
    let ends = written.len() > 3 && written.ends_with('s') && !singular && !word.is(Classes::NOT_PLURAL) || people;
    let capital = word.case == Case::Upper && written.len() > 3 && written.ends_with('S') && !written.ends_with("SS");
    let initials = written
        .strip_suffix('s')
        .is_some_and(|letters| letters.len() > 1 && letters.bytes().all(|letter| letter.is_ascii_uppercase()));
    ends || capital || initials || word.is(Classes::PLURAL)
}

/// Whether it is a verb's form: by its ending, or as a form of one of the lexicon's verbs.
fn is_verb(input: Tokens<'_>, word: &Token, written: &str) -> bool {
    if word.case != Case::Lower {
        return false;
    }
    let past = written.len() > 3 && written.ends_with("ed") && !written.ends_with("eed");
    let gerund = written.len() > 4 && written.ends_with("ing");
    if word.is(Classes::NP_LATE) || past || gerund && !is_nominal(input) {
        return true;
    }
    let known = |stem: &str| input.document.lexicon.look_up(stem).classes.any(Classes::NP_LATE);
    ["s", "es"].iter().filter_map(|ending| written.strip_suffix(ending)).any(known)
}

/// `operating income`, `lending rates`: a word in `-ing` that is a noun before another. The window stands at any token of
/// its compound.
fn is_nominal(input: Tokens<'_>) -> bool {
    let named = lex(Classes::CLAUSE_WORD)(input).is_ok_and(|(_, word)| word.plays("nominal"));
    let next = || input.at(input.position() + 1).first();
    named && next().is_some_and(|next| next.kind == Kind::Word && !next.is(Classes::of(&[Classes::NP_END, Classes::CONNECTOR])))
}

#[cfg(test)]
mod tests {
    use super::{counted_nouns, nouns};
    use crate::testing::parse_start;

    #[track_caller]
    fn check(text: &str, phrase: &str) {
        assert_eq!(parse_start(text, counted_nouns).as_deref(), Some(phrase));
    }

    #[test]
    fn it_ends_at_prepositions_verbs_and_participles() {
        check("invention patents granted in May", "invention patents");
        check("rights holders had registered", "rights holders");
        check("distinguished leaders from many fields", "distinguished leaders");
        check("rowing boats and over 40 sails", "rowing boats");
        check("players who have played", "players");
        check("consumer electronic devices worldwide", "consumer electronic devices");
        check("property rights and protects inventors", "property rights");
        check("5G base stations in cities", "5G base stations");
    }

    #[test]
    fn others_may_be_joined_to_it() {
        check("government, business and academic representatives from Oslo", "government, business and academic representatives");
        check(
            "countries, regions and international organizations attended",
            "countries, regions and international organizations",
        );
        check("oil and/or gas boilers, of which", "oil and/or gas boilers");
        check("Chinese and foreign participants.", "Chinese and foreign participants");
        check("US companies, said analysts", "US companies");
        check("MPs and 30 EVs", "MPs");
        check("States/UTs in India", "States/UTs");
    }

    #[test]
    fn a_phrase_needs_a_plural() {
        for text in ["in March", "of them", "annual report", "and counting"] {
            assert_eq!(parse_start(text, counted_nouns), None, "{text}");
        }
    }

    #[test]
    fn nouns_of_any_number() {
        assert_eq!(parse_start("economic output is generated", nouns).as_deref(), Some("economic output"));
        assert_eq!(parse_start("labour force in May", nouns).as_deref(), Some("labour force"));
        assert_eq!(parse_start("youth demand the vote", nouns).as_deref(), Some("youth"));
        assert_eq!(parse_start("used Lima Airport", nouns), None);
        assert_eq!(parse_start("is generated", nouns), None);
    }
}
