//! What stands behind a name, looked at once for all rules that start with one: most names are followed by nothing that a
//! post could be told by.

use nom::Input;

use super::TITLE;
use super::career::opens_course;
use super::name_first::{aside, opens_bridge};
use crate::grammar::name::{after_name, may_open, name};
use crate::parse::{Tokens, word, words};
use crate::token::{Gap, Kind, Token};

/// What may be said of whom the name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Behind(u8);

impl Behind {
    /// A post behind a mark, a preposition, or nothing.
    pub(super) const APPOSED: Self = Self(1);
    /// A verb that brings to a post.
    pub(super) const TOLD: Self = Self(2);
    /// A clause of a career.
    pub(super) const COURSE: Self = Self(4);
    /// Another person.
    pub(super) const LISTED: Self = Self(8);
    /// Another word with a capital.
    pub(super) const CAPITAL: Self = Self(16);
}

/// Whether what stands behind the name that starts here may be that.
pub(super) fn may_be(input: Tokens<'_>, wanted: Behind) -> bool {
    let look = || look(input).unwrap_or_default();
    input.document.memo.behind_name(input.position(), input.run().end, look) & wanted.0 != 0
}

/// What the words behind the name allow; nothing where no name starts or nothing is behind it.
fn look(input: Tokens<'_>) -> Option<u8> {
    let (bare, _) = name(input).ok()?;
    let capital = bare.first()?.capitalized();
    let (rest, ()) = after_name(bare).ok()?;
    let Some(next) = rest.first() else { return Some(if capital { Behind::CAPITAL.0 } else { 0 }) };
    let comma = next.kind == Kind::Comma;
    let sign = |holds: bool, sign: Behind| if holds { sign.0 } else { 0 };
    let behind_aside = || comma && aside(rest).is_ok_and(|(behind, ())| opens_bridge(behind));
    Some(
        sign(capital, Behind::CAPITAL)
            | sign(is_apposed(rest, next), Behind::APPOSED)
            | sign(opens_bridge(if comma { rest.take_from(1) } else { rest }) || behind_aside(), Behind::TOLD)
            | sign(opens_course(rest), Behind::COURSE)
            | sign(another_name(rest, comma), Behind::LISTED),
    )
}

/// Whether a post in apposition may follow.
fn is_apposed(rest: Tokens<'_>, next: &Token) -> bool {
    match next.kind {
        Kind::Comma | Kind::Dash | Kind::Colon | Kind::Open => true,
        Kind::Hyphen | Kind::Slash | Kind::Bullet if next.gap == Gap::Space => true,
        _ if matches!(next.gap, Gap::Cell | Gap::Wide) || next.is(TITLE) => true,
        Kind::Word => words(&["as", "of", "from", "at"])(rest).is_ok(),
        _ => false,
    }
}

/// Whether another name may follow, behind a comma or `and`.
fn another_name(rest: Tokens<'_>, comma: bool) -> bool {
    let behind_comma = if comma { rest.take_from(1) } else { rest };
    match word("and")(behind_comma) {
        Ok((behind, _)) => may_open(behind),
        Err(_) => comma && may_open(behind_comma),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::rules::Place;
    use crate::rules::role::{RULES, head_ahead, name_ahead, title_first};
    use crate::testing::people::{at_each_word, like_people};

    proptest! {
        #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_look_behind_the_name_refuses_nothing_that_would_match(text in like_people()) {
            at_each_word(&text, |input| {
                let here = || format!("at {:?} of {text:?}", input.written());
                assert!(name_ahead(input) || title_first::people_with_more(input).is_err(), "a title {}", here());
                assert!(head_ahead(input) || crate::grammar::post::post(input).is_err(), "a post {}", here());
                if !Place::Name.is(input) {
                    return;
                }
                for rule in RULES.iter().filter(|rule| rule.place == Place::Name) {
                    // Forgets what is known of the name.
                    input.document.memo.allow_behind_name(0, 0);
                    let looked = (rule.parse)(input).is_ok();
                    input.document.memo.allow_behind_name(input.position(), input.run().end);
                    let tried = (rule.parse)(input).is_ok();
                    assert!(looked || !tried, "{} {}", rule.id, here());
                }
            });
        }
    }
}
