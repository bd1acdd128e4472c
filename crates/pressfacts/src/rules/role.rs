//! Named people in named positions. A phrase may tie several people to several posts, so a candidate holds one tie or
//! more; the whole list `A, director of B, and C, president of D` is one candidate, which beats its misreadings by length.

mod appointment;
#[cfg(test)]
mod archive_sentences;
mod behind;
#[cfg(test)]
mod body_sentences;
mod career;
#[cfg(test)]
mod clause_sentences;
#[cfg(test)]
mod genre_sentences;
#[cfg(test)]
mod line_sentences;
mod lines;
#[cfg(test)]
mod more_sentences;
mod name_first;
#[cfg(test)]
mod name_table;
#[cfg(test)]
mod office_sentences;
mod parted;
#[cfg(test)]
mod place_sentences;
#[cfg(test)]
mod sentences;
#[cfg(test)]
mod shape_table;
mod shared;
mod title_first;
#[cfg(test)]
mod title_sentences;

use std::rc::Rc;

pub(super) use self::lines::opens_line;
use super::{Place, Rule, Syntax};
use crate::grammar::name::{Name, may_open, name};
use crate::grammar::post::Post;
use crate::grammar::title::Office;
use crate::lexicon::Classes;
use crate::memo::LastOf;
use crate::parse::{Run, Tokens};

/// What the text has: people tied to positions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RoleSyntax {
    pub(crate) ties: Ties,
}

/// One person in one position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tie {
    pub(crate) name: Name,
    pub(crate) title: Run,
    pub(crate) organization: Option<Run>,
    pub(crate) office: Office,
}

/// Ties that every rule that asks for them shares with the memo: the items of a list are asked for many times.
type Ties = Rc<[Tie]>;

/// The ties of a list's first and those of the others.
fn with_further(first: Ties, more: &[Tie]) -> Ties {
    if more.is_empty() { first } else { first.iter().chain(more).copied().collect() }
}

/// The same outcome, for the memo.
fn shared_ties((rest, ties): (Tokens<'_>, Vec<Tie>)) -> (Tokens<'_>, Ties) {
    (rest, ties.into())
}

impl Tie {
    fn new(name: Name, post: Post) -> Self {
        Self { name, title: post.title, organization: post.organization, office: post.office }
    }

    /// From the first to the last token of name, title and organization.
    pub(crate) fn run(&self) -> Run {
        let core = self.name.run.cover(self.title);
        self.organization.map_or(core, |organization| core.cover(organization))
    }
}

impl Syntax for RoleSyntax {
    fn run(&self, taken: Run) -> Run {
        // A body named far before the phrase, as a sentence's subject, does not compete for what lies between.
        let near = |tie: &Tie| {
            let core = tie.name.run.cover(tie.title);
            tie.organization.filter(|body| body.end + 3 > core.start).map_or(core, |body| core.cover(body))
        };
        self.ties.iter().map(near).reduce(Run::cover).unwrap_or(taken)
    }
}

const NAME: Classes = Classes::of(&[Classes::CAPITALIZED, Classes::HONORIFIC, Classes::NAME_PARTICLE]);
const TITLE: Classes = Classes::of(&[Classes::TITLE_HEAD, Classes::TITLE_MODIFIER, Classes::FIELD]);

/// Whether a person's name starts here that did not start before, in front of a title.
pub(super) fn opens_name(input: Tokens<'_>) -> bool {
    // The name that starts before has mostly been read, so it is asked for first.
    head_ahead(input) && may_open(input) && !name_first::inside_name(input) && name(input).is_ok()
}

/// Whether the sentence has a head of a title from here on: without one there is no further post.
fn head_ahead(input: Tokens<'_>) -> bool {
    let whole = input.at(0);
    let find = || whole.slice().iter().rposition(|token| token.opens.any(Classes::TITLE_HEAD)).map(|at| whole.position() + at);
    input.document.memo.last(LastOf::Head, input.run().end, find).is_some_and(|head| head >= input.position())
}

/// Whether a name may open behind the word here.
fn name_ahead(input: Tokens<'_>) -> bool {
    let whole = input.at(0);
    let find = || (whole.position()..whole.run().end).rfind(|&at| may_open(whole.at(at)));
    input.document.memo.last(LastOf::Name, input.run().end, find).is_some_and(|name| name > input.position())
}

/// The rules of this family.
pub(crate) static RULES: &[Rule<RoleSyntax>] = &[
    Rule::new("roles/name-title", NAME, name_first::apposition).needing(Classes::TITLE_HEAD).at(Place::Name),
    Rule::new("roles/title-name", TITLE, title_first::title_name).needing(Classes::TITLE_HEAD),
    Rule::new("roles/name-is-title", NAME, name_first::copula).needing(Classes::TITLE_HEAD).at(Place::Name),
    Rule::new("roles/name-joins-as-title", NAME, name_first::joins).needing(Classes::JOINING_VERB).at(Place::Name),
    Rule::new("roles/career", NAME, career::career).needing(Classes::TITLE_HEAD).at(Place::Name),
    Rule::new("roles/contact", NAME, name_first::contact).needing(Classes::TITLE_HEAD).at(Place::Name),
    Rule::new("roles/signature", NAME, lines::signature).at(Place::Line),
    Rule::new("roles/people-titles", NAME, shared::people_and_posts).needing(Classes::TITLE_HEAD).at(Place::Name),
    Rule::new("roles/succession", NAME, shared::succession).needing(Classes::SUCCESSION_VERB).at(Place::Name),
    Rule::new(
        "roles/appointment",
        Classes::of(&[Classes::APPOINTMENT_VERB, Classes::APPOINTMENT_NOUN]),
        appointment::appointment,
    ),
];
