//! The verb whose object an agreement is: the way to the left, from the phrase to what governs it.

use super::super::scope::Scope;
use super::super::subject::before_date;
use super::super::verb::{Form, Verb, verb_before};
use super::{Event, Part, event};
use crate::fact::{Action, AgreementKind};
use crate::lexicon::Classes;
use crate::token::Kind;

/// Farthest that the governing verb is looked for to the left, in steps.
const REACH: usize = 18;

/// The verb whose object the agreement is, or the noun it depends on. Between the two stand articles, counts and
/// qualities, and behind the verb perhaps where, when and with whom.
pub(super) fn as_object(scope: &Scope<'_>, kind: AgreementKind) -> Option<Event> {
    let mut walk = Walk { at: scope.phrase.start, determined: false, aside: false, qualities: 0 };
    let mut quality = None;
    for _ in 0..REACH {
        match step(scope, kind, &mut walk, &mut quality) {
            Some(Step::Found(event)) => return Some(event),
            Some(Step::Passed) => {}
            None => return quality,
        }
    }
    quality
}

/// What a step to the left came upon.
enum Step {
    Passed,
    Found(Event),
}

/// One step of the way to the governing verb; `None` where the way ends. A participle that only qualifies the agreement is
/// kept for want of a verb.
fn step(scope: &Scope<'_>, kind: AgreementKind, walk: &mut Walk, quality: &mut Option<Event>) -> Option<Step> {
    let before = walk.at.checked_sub(1).filter(|before| scope.sentence.contains(before))?;
    // `a two-and-a-half-year contract`: one word.
    if scope.kind(before.wrapping_sub(1)) == Some(Kind::Hyphen)
        && scope.token(before).glued()
        && before > scope.sentence.start + 1
    {
        walk.at = before - 1;
        return Some(Step::Passed);
    }
    if let Some(article) = article_of_row(scope, walk) {
        walk.at = article;
        walk.determined = true;
        return Some(Step::Passed);
    }
    // `signed at least fourteen agreements`
    let count = scope.kind(walk.at) == Some(Kind::Number) || scope.is(walk.at, Classes::CARDINAL);
    let about = |at: usize| !scope.is(at, Classes::DETERMINER) && (count || !scope.is(at, Classes::PREPOSITION));
    if let Some(about) = scope.lexeme_before(walk.at, Classes::QUALIFIER).filter(|found| about(found.run.start)) {
        walk.at = about.run.start;
        return Some(Step::Passed);
    }
    // `signed on Tuesday five agreements`
    if let Some(preposition) = before_date(scope, walk.at) {
        walk.at = preposition;
        walk.determined = true;
        return Some(Step::Passed);
    }
    // `signed five papers, including an agreement`
    if scope.is_any(before, &["including", "namely"])
        && let Some(verb) = verb_of_list(scope, before, kind)
    {
        return Some(Step::Found(event(scope, &verb, Part::Object)));
    }
    // `endorsement agreements`: a noun that says of what sort they are.
    if let Some(verb) = verb_before(scope, walk.at, kind).filter(|verb| verb.form != Form::Noun) {
        // `the New Amended Agreement`: a part of its name.
        let titled =
            verb.form == Form::Ed && [verb.run.start, scope.phrase.start].iter().all(|&at| scope.token(at).capitalized());
        if titled && verb.run.start.checked_sub(1).is_some_and(|at| scope.is(at, Classes::DETERMINER)) {
            walk.at = verb.run.start;
            return Some(Step::Passed);
        }
        let found = event(scope, &verb, Part::Object);
        // `signed an enhanced memorandum`: what is done to it stands farther left.
        let article = verb.run.start.checked_sub(1).is_some_and(|at| scope.is_any(at, &["a", "an"]));
        if verb.form != Form::Ed || !article || quality.is_some() {
            return Some(Step::Found(found));
        }
        walk.at = verb.run.start;
        *quality = Some(found);
        return Some(Step::Passed);
    }
    if scope.is(before, Classes::PREPOSITION) {
        if let Some(event) = governor(scope, walk, before, kind) {
            return Some(Step::Found(event));
        }
        walk.pass_preposition(scope, before)?;
    } else {
        walk.pass(scope, before)?;
    }
    Some(Step::Passed)
}

/// The verb of the clause that ends before `including`.
fn verb_of_list(scope: &Scope<'_>, including: usize, kind: AgreementKind) -> Option<Verb> {
    let end = including.checked_sub(1).filter(|&comma| scope.kind(comma) == Some(Kind::Comma)).unwrap_or(including);
    let first = scope.sentence.start.max(end.saturating_sub(LONGEST_ROW));
    let clause = |at: &usize| scope.kind(*at) != Some(Kind::Comma) && !scope.is(*at, Classes::CLAUSE_OPENER);
    let verb = (first..end).rev().take_while(clause).find_map(|at| verb_before(scope, at + 1, kind))?;
    (verb.form != Form::Noun).then_some(verb)
}

/// `a maintenance, repair and overhaul agreement`: the article before qualities in a row, which commas and `and` join.
fn article_of_row(scope: &Scope<'_>, walk: &Walk) -> Option<usize> {
    let joint = |at: usize| scope.kind(at) == Some(Kind::Comma) || scope.is_word(at, "and");
    let article = |at: usize| scope.is_any(at, &["a", "an", "the"]);
    let function = Classes::of(&[
        Classes::PREPOSITION,
        Classes::AUXILIARY,
        Classes::STARTER,
        Classes::CLAUSE_OPENER,
        Classes::DETERMINER,
        Classes::AGREEMENT_VERB,
        Classes::AGREEMENT_NOUN,
        Classes::LOOSE_AGREEMENT_NOUN,
    ]);
    let quality = |at: usize| {
        let small = scope.kind(at) == Some(Kind::Word) && !scope.token(at).capitalized();
        let word = small && (!scope.is(at, function) || scope.is_any(at, &["new", "first"]));
        let money = scope.kind(at) == Some(Kind::Currency) || scope.is(at, Classes::CURRENCY);
        article(at) || joint(at) || word || money || matches!(scope.kind(at), Some(Kind::Hyphen | Kind::Number))
    };
    let end = scope.before_parentheses(walk.at);
    if walk.determined || end != scope.before_parentheses(scope.phrase.start) {
        return None;
    }
    let floor = scope.sentence.start.max(end.saturating_sub(LONGEST_ROW));
    let article = (floor..end).rev().take_while(|&at| quality(at)).find(|&at| article(at))?;
    (article..end).any(joint).then_some(article)
}

/// Longest row of qualities, in tokens.
const LONGEST_ROW: usize = 14;

/// The verb or noun before a preposition that the agreement, or what stands behind the verb, depends on.
fn governor(scope: &Scope<'_>, walk: &Walk, preposition: usize, kind: AgreementKind) -> Option<Event> {
    let of = scope.is_word(preposition, "of");
    if of && let Some(noun) = noun_before_agent(scope, preposition, kind) {
        return Some(event(scope, &noun, Part::OfNoun));
    }
    if of && let Some(noun) = noun_before_aside(scope, preposition, kind) {
        return Some(event(scope, &noun, Part::OfNoun));
    }
    let end = scope.before_adverbs(preposition);
    let verb = verb_before(scope, end, kind)
        .or_else(|| verb_before(scope, before_year(scope, end)?, kind))
        .or_else(|| talks_before(scope, preposition, kind))?;
    // `is an expansion of a 2004 agreement`: of what it is, not what is done.
    let article = verb.run.start.checked_sub(1).filter(|&at| scope.is_any(at, &["a", "an"]));
    if of && article.is_some_and(|article| scope.is_valued(article.wrapping_sub(1), Classes::AUXILIARY, "be")) {
        return None;
    }
    let nominal = verb.form == Form::Noun || of && matches!(verb.form, Form::Ing | Form::Base);
    // `signed with Kenya an agreement`, but not `made in the agreement`
    let own = walk.at >= scope.widest_start();
    let aside = walk.determined && !own && !scope.is_valued(preposition, Classes::PREPOSITION, "bound");
    let fits = nominal || of || verb.form == Form::Ing || aside;
    fits.then(|| event(scope, &verb, if nominal { Part::OfNoun } else { Part::Object }))
}

/// `talks with the union Gamma on a new agreement`: the noun before those with whom.
fn talks_before(scope: &Scope<'_>, preposition: usize, kind: AgreementKind) -> Option<Verb> {
    if !scope.is_any(preposition, &["on", "over", "about", "for", "toward", "towards"]) {
        return None;
    }
    let first = scope.sentence.start.max(preposition.saturating_sub(LONGEST_ROW));
    let talks = |at: usize| {
        let noun = verb_before(scope, at, kind);
        // `negotiating with Kenya for an agreement`
        noun.filter(|verb| matches!(verb.form, Form::Noun | Form::Ing) && verb.action == Action::Negotiate)
    };
    // `talks here on Wednesday over an agreement`
    let aside = (first..preposition).rev().take_while(|&at| is_circumstance(scope, at)).last();
    if let Some(talks) = aside.and_then(|aside| (aside..preposition).find_map(talks)) {
        return Some(talks);
    }
    let with = (first..preposition).rev().find(|&at| scope.is_word(at, "with") || scope.is(at, Classes::MUTUAL))?;
    let clause = (with..preposition).any(|at| {
        matches!(scope.kind(at), Some(Kind::Comma | Kind::Semicolon))
            || scope.is(at, Classes::AUXILIARY | Classes::AGREEMENT_VERB | Classes::CLAUSE_OPENER)
    });
    talks(with).filter(|_| !clause)
}

/// A word of where or when: `here`, `in Lima`, `over the weekend`, `on 5 May`.
fn is_circumstance(scope: &Scope<'_>, at: usize) -> bool {
    let time = Classes::of(&[Classes::WEEKDAY, Classes::MONTH, Classes::TIME_UNIT, Classes::SHIFT]);
    let joint = scope.is_any(at, &["here", "there", "in", "on", "over", "the", "weekend"]);
    joint
        || scope.is(at, time)
        || scope.kind(at) == Some(Kind::Number)
        || scope.is_adverb(at)
        || scope.is(at, Classes::PLACE | Classes::COUNTRY)
}

/// `in 2017`: where it starts.
fn before_year(scope: &Scope<'_>, end: usize) -> Option<usize> {
    let year = end.checked_sub(1).filter(|&year| scope.kind(year) == Some(Kind::Number))?;
    year.checked_sub(1).filter(|&at| scope.is_word(at, "in"))
}

/// The way from the agreement to its verb, to the left.
struct Walk {
    at: usize,
    /// Whether the article has been passed: before it stands no quality of the agreement.
    determined: bool,
    /// Whether a preposition has been passed: before it stand names.
    aside: bool,
    qualities: usize,
}

impl Walk {
    /// Passes a count (`a series of`), or what stands between verb and object (`with Kenya`).
    fn pass_preposition(&mut self, scope: &Scope<'_>, before: usize) -> Option<()> {
        let near = |at: usize| scope.sentence.contains(&at) && scope.token(at).capitalized();
        if scope.is_word(before, "of") && scope.is(before.wrapping_sub(1), Classes::QUANTIFIER) {
            // `the latest version of`
            let latest = (before - 1).checked_sub(1).filter(|&at| is_quality(scope, at));
            self.at = latest.unwrap_or(before - 1);
            self.determined = true;
            return Some(());
        }
        let apart = self.determined && !scope.is_valued(before, Classes::PREPOSITION, "bound");
        if !apart || !near(self.at) && !near(before.wrapping_sub(1)) {
            return None;
        }
        self.at = before;
        self.aside = true;
        Some(())
    }

    /// Passes one token, if it can stand there.
    fn pass(&mut self, scope: &Scope<'_>, before: usize) -> Option<()> {
        let token = scope.token(before);
        let word = matches!(token.kind, Kind::Word | Kind::Dotted);
        if token.kind == Kind::Close {
            self.at = Some(scope.before_parentheses(self.at)).filter(|open| *open <= before)?;
            return Some(());
        }
        if token.kind == Kind::Possessive || word && token.is(Classes::DETERMINER) {
            // `said that the agreement`: it is not what was said.
            if self.determined && scope.is_word(before, "that") {
                return None;
            }
            self.determined = true;
        } else if word
            && !token.capitalized()
            && !scope.is_adverb(before)
            && !is_joint_of_names(scope, self, before)
            && !is_particle(scope, before)
            && !scope.is_any(before, &["more", "such"])
            && !(token.is(Classes::CARDINAL) && scope.is_any(self.at, &["more", "such"]))
        {
            self.qualities += 1;
            // `the meeting ten agreements`: before a count stands another noun.
            let of_agreements = Classes::AGREEMENT_NOUN | Classes::LOOSE_AGREEMENT_NOUN | Classes::AGREEMENT_QUALIFIER;
            let count = scope.kind(self.at) == Some(Kind::Number) || scope.is(self.at, Classes::CARDINAL);
            let counted = count && scope.is(self.at + 1, of_agreements);
            let quality = !self.determined && !counted && self.qualities <= MOST_SMALL_WORDS;
            if !quality || token.is(Classes::CONNECTOR | Classes::STARTER) {
                return None;
            }
        } else if token.kind == Kind::Comma {
            // `launched Acme Nova, a joint venture`
            let named =
                self.determined && scope.sentence.contains(&before.wrapping_sub(1)) && scope.token(before - 1).capitalized();
            if !named && !is_joint_of_names(scope, self, before) {
                return None;
            }
        } else if !word && !is_inner_mark(token.kind) && !is_ratio(scope, before) {
            return None;
        }
        self.at = before;
        Some(())
    }
}

/// A word between an article and its noun.
fn is_quality(scope: &Scope<'_>, at: usize) -> bool {
    let function = Classes::of(&[
        Classes::PREPOSITION,
        Classes::CONNECTOR,
        Classes::AUXILIARY,
        Classes::DETERMINER,
        Classes::AGREEMENT_VERB,
        Classes::MODALITY,
    ]);
    let small = scope.kind(at) == Some(Kind::Word) && !scope.token(at).capitalized() && !scope.is(at, function);
    small && scope.is(at.wrapping_sub(1), Classes::DETERMINER)
}

/// Most small words between a verb and its object, where no article ends them.
const MOST_SMALL_WORDS: usize = 6;

/// Marks that stand within a noun phrase; `a shareholders' agreement`.
fn is_inner_mark(kind: Kind) -> bool {
    use Kind::{Ampersand, Apostrophe, CloseQuote, Currency, Hyphen, Number, OpenQuote, Quote};
    matches!(kind, Ampersand | Apostrophe | CloseQuote | Currency | Hyphen | Number | OpenQuote | Quote)
}

/// `del` in `Cámara del Sello`.
fn is_particle(scope: &Scope<'_>, at: usize) -> bool {
    let capital = |at: usize| scope.kind(at) == Some(Kind::Word) && scope.token(at).capitalized();
    scope.is(at, Classes::NAME_PARTICLE) && capital(at.wrapping_sub(1)) && capital(at + 1)
}

/// The colon of `50:50`.
fn is_ratio(scope: &Scope<'_>, at: usize) -> bool {
    let number = |at: usize| scope.kind(at) == Some(Kind::Number);
    scope.kind(at) == Some(Kind::Colon) && number(at.wrapping_sub(1)) && number(at + 1)
}

/// A comma or `and` between words in capitals: `an Engineering, Procurement and Construction contract`.
fn is_joint_of_names(scope: &Scope<'_>, walk: &Walk, at: usize) -> bool {
    let capital = |at: usize| scope.kind(at) == Some(Kind::Word) && scope.token(at).capitalized();
    let joint = scope.kind(at) == Some(Kind::Comma) || scope.is_word(at, "and");
    let inside = walk.aside || !walk.determined;
    joint && inside && capital(at.wrapping_sub(1)) && capital(at + 1) && at < scope.phrase.start
}

/// `the signing by Kenya and Peru of the agreement`: the noun before those who do it.
fn noun_before_agent(scope: &Scope<'_>, of: usize, kind: AgreementKind) -> Option<Verb> {
    let first = scope.sentence.start.max(of.saturating_sub(LONGEST_ROW));
    let by = (first..of).rev().find(|&at| scope.is_word(at, "by") || scope.is(at, Classes::AUXILIARY))?;
    let named = scope.is_word(by, "by") && scope.list_end(by + 1) == Some(of);
    verb_before(scope, by, kind).filter(|verb| named && matches!(verb.form, Form::Noun | Form::Ing))
}

/// `the entry into force, on 1 July, of the agreement`: the noun before what stands between commas.
fn noun_before_aside(scope: &Scope<'_>, of: usize, kind: AgreementKind) -> Option<Verb> {
    let close = of.checked_sub(1).filter(|&close| scope.kind(close) == Some(Kind::Comma))?;
    let first = scope.sentence.start.max(close.saturating_sub(8));
    let open = (first..close).rev().find(|&at| scope.kind(at) == Some(Kind::Comma))?;
    verb_before(scope, open, kind).filter(|verb| matches!(verb.form, Form::Noun | Form::Ing))
}
