//! Agreements named again by letters that the text has given them: `share purchase agreement (SPA)`, then `the SPA`.

use std::collections::{BTreeMap, BTreeSet};

use crate::fact::AgreementKind;
use crate::layout::Document;
use crate::lexicon::Classes;
use crate::parse::Run;
use crate::rules::Candidate;
use crate::rules::agreement::AgreementSyntax;
use crate::token::Kind;

/// What found them.
pub(super) const RULE: &str = "agreements/abbreviated";
/// Most letters of an abbreviation.
const LONGEST: usize = 8;

/// The later places of every abbreviation that a mention gives in parentheses, where the lexicon does not know it.
pub(super) fn mentions(document: &Document<'_>, found: &[Candidate<AgreementSyntax>]) -> Vec<Candidate<AgreementSyntax>> {
    let mut given: BTreeMap<&str, (usize, AgreementKind)> = BTreeMap::new();
    for mention in found {
        if let Some(short) = given_by(document, &mention.syntax) {
            given.entry(document.written(short)).or_insert((short, mention.syntax.kind));
        }
    }
    if given.is_empty() {
        return Vec::new();
    }
    let inside = |at: usize| {
        let before = found.partition_point(|mention| mention.run.start <= at);
        found[..before].last().is_some_and(|mention| at < mention.run.end)
    };
    let kind = |at: usize| given.get(document.written(at)).filter(|(first, _)| at > *first).map(|(_, kind)| *kind);
    let tokens = document.sentences.iter().flat_map(|sentence| sentence.tokens.clone());
    let places = tokens.filter(|&at| document.tokens[at].is(Classes::UPPER) && !inside(at) && !is_joined(document, at));
    let mention = |(at, kind): (usize, AgreementKind)| {
        let run = Run { start: at, end: at + 1 };
        let syntax = AgreementSyntax { phrase: run, head: run, kind, name: None, loose: false };
        Candidate { run, rule: RULE, syntax }
    };
    places.filter_map(|at| kind(at).map(|kind| mention((at, kind)))).collect()
}

/// The abbreviations that the text gives to something else: `New Drug Application (NDA)`, where an NDA may be an agreement.
pub(super) fn foreign<'t>(document: &Document<'t>, found: &[Candidate<AgreementSyntax>]) -> BTreeSet<&'t str> {
    let kind = |at: usize| document.tokens.get(at).map(|token| token.kind);
    let given = |mention: &&Candidate<AgreementSyntax>| {
        let Run { start, end } = mention.run;
        let open = start.checked_sub(1).filter(|&open| kind(open) == Some(Kind::Open));
        end == start + 1 && kind(end) == Some(Kind::Close) && open.is_some_and(|open| stands_for(document, start, open))
    };
    found.iter().filter(given).map(|mention| singular(document, mention.run)).collect()
}

/// Whether the mention is such an abbreviation.
pub(super) fn is_foreign(document: &Document<'_>, foreign: &BTreeSet<&str>, run: Run) -> bool {
    !foreign.is_empty() && run.len() == 1 && foreign.contains(singular(document, run))
}

fn singular<'t>(document: &Document<'t>, run: Run) -> &'t str {
    let written = document.written(run.start);
    written.strip_suffix('s').unwrap_or(written)
}

/// Whether the letters are the initials of the words that end there, of which none names an agreement.
fn stands_for(document: &Document<'_>, short: usize, end: usize) -> bool {
    let letters = singular(document, Run { start: short, end: short + 1 });
    let mut at = end;
    for letter in letters.chars().rev() {
        let initial = |at: usize| document.written(at).chars().next().map(|first| first.to_ascii_uppercase());
        let skip = |at: usize| document.tokens[at].is(Classes::CONNECTOR) && initial(at) != Some(letter.to_ascii_uppercase());
        while at > 0 && skip(at - 1) {
            at -= 1;
        }
        let agreement = Classes::AGREEMENT_NOUN | Classes::LOOSE_AGREEMENT_NOUN;
        let fits = |at: &usize| initial(*at) == Some(letter.to_ascii_uppercase()) && !document.tokens[*at].is(agreement);
        let Some(word) = at.checked_sub(1).filter(fits) else { return false };
        at = word;
    }
    !letters.is_empty()
}

/// The abbreviation in parentheses at the mention's end: in capitals, with the noun's initial.
fn given_by(document: &Document<'_>, syntax: &AgreementSyntax) -> Option<usize> {
    let AgreementSyntax { phrase, head, .. } = syntax;
    let inside = (head.end..phrase.end).find(|&at| document.tokens[at].kind == Kind::Word)?;
    let token = &document.tokens[inside];
    let initial = |at: usize| document.written(at).chars().next().map(|letter| letter.to_ascii_uppercase());
    // An alliance's letters are those of a body.
    if syntax.kind == AgreementKind::Partnership {
        return None;
    }
    let known = Classes::AGREEMENT_NOUN | Classes::LOOSE_AGREEMENT_NOUN;
    let fits = token.is(Classes::UPPER) && !token.is(known) && (2..=LONGEST).contains(&token.span.len());
    (fits && document.written(inside).chars().next_back() == initial(head.end - 1)).then_some(inside)
}

/// `SPA-style`
fn is_joined(document: &Document<'_>, at: usize) -> bool {
    document.tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Hyphen && next.glued())
}

#[cfg(test)]
mod tests {
    use crate::testing::{check_agreements, check_sides};

    #[test]
    fn letters_given_in_parentheses() {
        check_sides(
            "Acme and Beta signed a tea delivery [agreement (TDA)]. The [TDA] runs for a year.",
            &["Acme; Beta", "Acme; Beta"],
        );
    }

    #[test]
    fn letters_given_to_something_else() {
        check_agreements("The New Drug Application (NDA) came in May. The NDA was long, as NDAs are.", &[]);
        check_agreements("The Ministry of Commerce (MOC) rose; the MOC signed [MoUs].", &["memorandum"]);
        check_agreements("They rose in May ([NDA]). The [NDA] was long.", &["contract", "contract"]);
    }

    #[test]
    fn letters_of_something_else() {
        check_agreements("Acme signed an [agreement] with the Sport Pact Agency (SPA). The SPA is new.", &["agreement"]);
        check_agreements("The TDA runs for a year.", &[]);
    }
}
