//! What the text has of roles, to facts.

use crate::fact::{Role, RoleStatus};
use crate::grammar::title::Office;
use crate::layout::Document;
use crate::lexicon::Classes;
use crate::parse::Run;
use crate::resolve::Selected;
use crate::rules::role::Tie;

/// The facts, in the order of the text.
pub(crate) fn roles(document: &Document<'_>, selected: &Selected) -> Vec<Role> {
    let ties: Vec<(&Tie, &'static str)> =
        selected.roles.iter().flat_map(|candidate| candidate.syntax.ties.iter().map(|tie| (tie, candidate.rule))).collect();
    let mut roles: Vec<Role> = ties
        .iter()
        .filter(|(tie, _)| says_enough(tie) && is_person(document, tie, &ties))
        .map(|(tie, rule)| role(document, tie, rule))
        .collect();
    roles.sort_by(|a, b| (a.span.start(), a.span.end()).cmp(&(b.span.start(), b.span.end())));
    roles
}

/// An occupation or a rank without a body says who somebody is, not what office is held.
fn says_enough(tie: &Tie) -> bool {
    tie.organization.is_some() || !matches!(tie.office, Office::Bare | Office::Rank)
}

/// A single word is a person's name where it is known as one, or where the text names the person in full.
fn is_person(document: &Document<'_>, tie: &Tie, ties: &[(&Tie, &str)]) -> bool {
    if tie.name.is_full() {
        return true;
    }
    let word = document.written(tie.name.run.start);
    let part_of = |other: &Tie| {
        other.name.words > 1
            && (other.name.run.start..other.name.run.end).any(|token| document.written(token).eq_ignore_ascii_case(word))
    };
    tie.name.known && tie.title.end == tie.name.run.start || ties.iter().any(|(other, _)| part_of(other))
}

fn role(document: &Document<'_>, tie: &Tie, rule: &str) -> Role {
    let run = tie.run();
    let span = document.span(run.start..run.end);
    let written = |run: Run| document.slice(run.start..run.end).to_owned();
    Role {
        span,
        text: span.of(document.text).to_owned(),
        name: written(tie.name.run),
        honorific: tie.name.honorific.map(written),
        title: written(tie.title),
        organization: tie.organization.map(written),
        status: status(document, tie),
        person: 0,
        rule: rule.to_owned(),
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
        match document.lexicon.value(found.entry, Classes::TITLE_MODIFIER)? {
            "former" => Some(RoleStatus::Former),
            "acting" => Some(RoleStatus::Acting),
            "designate" => Some(RoleStatus::Designate),
            "honorary" => Some(RoleStatus::Honorary),
            _ => None,
        }
    })
}
