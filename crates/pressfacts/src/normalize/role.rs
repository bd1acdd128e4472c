//! What the text has of roles, to facts.

use std::cell::LazyCell;
use std::ops::Deref;

use rustc_hash::FxHashSet;

use crate::fact::{NameOrder, Role, RoleStatus};
use crate::grammar::title::Office;
use crate::layout::Document;
use crate::lexicon::Classes;
use crate::parse::Run;
use crate::resolve::Selected;
use crate::rules::role::Tie;
use crate::token::{Gap, Kind, Token};

/// The facts, in the order of the text, and the tie that each is made of.
pub(crate) fn roles(document: &Document<'_>, selected: &Selected) -> (Vec<Role>, Vec<Tie>) {
    let ties: Vec<(&Tie, &'static str)> =
        selected.roles.iter().flat_map(|candidate| candidate.syntax.ties.iter().map(|tie| (tie, candidate.rule))).collect();
    // Most names are full: nobody asks then.
    let named = LazyCell::new(|| named_words(document, &ties));
    let stands = |tie: &Tie, rule: &str| says_enough(tie, rule) && is_person(document, tie, &named);
    let mut standing: Vec<_> = ties.iter().copied().filter(|(tie, rule)| stands(tie, rule)).collect();
    standing.sort_by_key(|(tie, _)| tie.run());
    standing.into_iter().map(|(tie, rule)| (role(document, tie, rule), *tie)).unzip()
}

/// An occupation or a rank without a body says who somebody is, not what office is held, unless somebody is put into it.
fn says_enough(tie: &Tie, rule: &str) -> bool {
    let appointed = rule == "roles/appointment" && tie.office == Office::Bare && tie.title.start > tie.name.run.end;
    appointed || tie.organization.is_some() || !matches!(tie.office, Office::Bare | Office::Rank | Office::Professor)
}

/// A single word is a person's name where it is known as one, where the text names the person elsewhere, or where an
/// office stands before it and the sentence goes on behind it.
fn is_person(document: &Document<'_>, tie: &Tie, named: &impl Deref<Target = FxHashSet<String>>) -> bool {
    if tie.name.is_full() || named.contains(&document.written(tie.name.run.start).to_lowercase()) {
        return true;
    }
    let behind_title = tie.title.end == tie.name.run.start;
    let goes_on = document
        .tokens
        .get(tie.name.run.end)
        .is_some_and(|token| token.kind == Kind::Possessive || token.kind == Kind::Word && !token.capitalized());
    let capital = document.tokens[tie.title.end - 1].capitalized() && !tie.name.upper;
    let office = matches!(tie.office, Office::Body | Office::Minister | Office::Public);
    // `said Senator Novak, chair of`: what was said before an office is said by its holder.
    let told = tie.title.start.checked_sub(1).is_some_and(|at| document.tokens[at].is(Classes::CLAUSE_WORD));
    behind_title && (tie.name.known || capital && office && (goes_on || told))
}

/// The words by which the text names people elsewhere, in lower case: parts of the full names that have roles, and what
/// stands behind an honorific or a given name.
fn named_words(document: &Document<'_>, ties: &[(&Tie, &str)]) -> FxHashSet<String> {
    let full = ties.iter().filter(|(tie, _)| tie.name.words > 1).flat_map(|(tie, _)| tie.name.run.start..tie.name.run.end);
    let introduced = document.tokens.windows(2).enumerate().filter_map(|(at, pair)| {
        let [before, word] = pair else { return None };
        let shown = before.is(Classes::HONORIFIC) || before.is(Classes::GIVEN_NAME) && before.capitalized();
        let plain = word.kind == Kind::Word && word.capitalized() && word.gap == Gap::Space;
        let other = Classes::ORGANIZATION_HEAD | Classes::COUNTRY | Classes::PLACE | Classes::FIELD | Classes::TITLE_HEAD;
        (shown && plain && !word.is(other)).then_some(at + 1)
    });
    full.chain(introduced).map(|token| document.written(token).to_lowercase()).collect()
}

/// What the tie says. Who and which body is meant is not known yet.
pub(crate) fn role(document: &Document<'_>, tie: &Tie, rule: &'static str) -> Role {
    let run = tie.run();
    let span = document.span(run.start..run.end);
    let written = |run: Run| document.slice(run.start..run.end).to_owned();
    Role {
        span,
        text: span.of(document.text).to_owned(),
        name: written(tie.name.run),
        honorific: tie.name.honorific.map(written),
        order: order(document, tie.name.run),
        title: written(tie.title),
        organization: tie.organization.map(written),
        status: status(document, tie),
        person: 0,
        organization_index: None,
        rule: rule.into(),
    }
}

/// What the name's words tell of their order: a surname in capitals, or a word known as one kind of name only.
fn order(document: &Document<'_>, name: Run) -> Option<NameOrder> {
    let whole = |token: &&Token| token.kind == Kind::Word && token.capitalized() && token.span.len() > 1;
    let mut words = document.tokens[name.start..name.end].iter().filter(whole);
    let (first, last) = (words.next()?, words.next_back()?);
    let is = |word: &Token, one: Classes, other: Classes| word.is(one) && !word.is(other);
    let (given, family) = (Classes::GIVEN_NAME, Classes::SURNAME);
    match (first.is(Classes::UPPER), last.is(Classes::UPPER)) {
        (true, false) => Some(NameOrder::FamilyFirst),
        (false, true) => Some(NameOrder::GivenFirst),
        _ if is(first, given, family) => Some(NameOrder::GivenFirst),
        _ if is(first, family, given) && is(last, given, family) => Some(NameOrder::FamilyFirst),
        _ => None,
    }
}

/// What a modifier of the title, or the word before the body, says of how it is held.
fn status(document: &Document<'_>, tie: &Tie) -> Option<RoleStatus> {
    let body = tie.organization.filter(|body| body.end == tie.title.start).map_or(tie.title.start, |body| body.start);
    (body.saturating_sub(1)..tie.title.end).find_map(|token| {
        let found = &document.tokens[token];
        if !found.is(Classes::TITLE_MODIFIER) || token < body && found.capitalized() {
            return None;
        }
        match document.value(token, Classes::TITLE_MODIFIER)? {
            "former" => Some(RoleStatus::Former),
            "acting" => Some(RoleStatus::Acting),
            "designate" => Some(RoleStatus::Designate),
            "honorary" => Some(RoleStatus::Honorary),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::order;
    use crate::fact::NameOrder::{FamilyFirst, GivenFirst};
    use crate::layout::Document;
    use crate::lexicon::built_in;
    use crate::parse::Run;

    #[test]
    fn orders_of_names() {
        for (name, expected) in [
            ("LI Keqiang", Some(FamilyFirst)),
            ("Jean DUBOIS", Some(GivenFirst)),
            ("Jane Miller", Some(GivenFirst)),
            ("Nagy Zoltán", Some(FamilyFirst)),
            ("Rado Vlk", None),
            ("Vlk", None),
            ("RADO VLK", None),
        ] {
            let document = Document::read(name, built_in());
            assert_eq!(order(&document, Run { start: 0, end: document.tokens.len() }), expected, "{name}");
        }
    }
}
