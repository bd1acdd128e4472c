//! What leads from a person to a post: `was appointed`, `presently serving as`.

use nom::branch::alt;
use nom::combinator::{opt, peek};
use nom::sequence::pair;
use nom::{Input, Parser};

use crate::grammar::organization::proper_name;
use crate::grammar::post::{Post, determiner, post};
use crate::lexicon::Classes;
use crate::parse::{PResult, Tokens, glued, kind, no_match, word, words};
use crate::rules::role::head_ahead;
use crate::token::Kind;

/// Most words between a person and a post.
const LONGEST_BRIDGE: usize = 14;

/// `was appointed`, `presently serving as`, `in his capacity as`, `to act in the Post of`, and a post.
pub(in crate::rules::role) fn bridged_post(input: Tokens<'_>) -> PResult<'_, Post> {
    if !head_ahead(input) {
        return no_match();
    }
    let mut rest = input;
    let mut holds = false;
    for _ in 0..LONGEST_BRIDGE {
        if holds && let Ok(found) = post(rest) {
            return Ok(found);
        }
        let Some(first) = rest.first() else { break };
        // `Office of Senator Lee`: a body.
        let opens = rest.position() == input.position() && first.capitalized();
        let noun = if opens { Classes::COPULA } else { Classes::POSITION_NOUN };
        let strong = Classes::COPULA | Classes::APPOINTMENT_VERB | noun;
        let weak = first.is(Classes::POST_BRIDGE | Classes::APPOINTMENT_NOUN);
        let again = alt((pair(word("re"), glued(kind(Kind::Hyphen))), pair(word("since"), kind(Kind::Number)))).parse(rest);
        // `elected by the General Assembly as`
        let named_by = |rest| (word("by"), opt(determiner), proper_name, peek(words(&["as", "to"]))).parse(rest);
        if let Ok((after, _)) = again {
            rest = after;
        } else if let (true, Ok((after, _))) = (holds, named_by(rest)) {
            rest = after;
        } else if first.is(strong) {
            holds = true;
            rest = rest.take_from(1);
        } else if weak || first.kind == Kind::Word && !first.capitalized() && rest.written().ends_with("ly") {
            rest = rest.take_from(1);
        } else if let Ok((after, ())) = determiner(rest) {
            rest = after;
        } else {
            break;
        }
    }
    no_match()
}

/// Whether the first word may lead from a person to a post.
pub(in crate::rules::role) fn opens_bridge(input: Tokens<'_>) -> bool {
    let leading = Classes::of(&[
        Classes::COPULA,
        Classes::APPOINTMENT_VERB,
        Classes::POSITION_NOUN,
        Classes::POST_BRIDGE,
        Classes::APPOINTMENT_NOUN,
        Classes::DETERMINER,
        Classes::CARDINAL,
        Classes::TENURE,
    ]);
    let Some(first) = input.first() else { return false };
    let adverb = || first.kind == Kind::Word && !first.capitalized() && input.written().ends_with("ly");
    first.opens.any(leading) || adverb() || words(&["re", "since"])(input).is_ok()
}
