//! Who is to be asked, in a contact block.

use nom::Parser;
use nom::combinator::{peek, verify};

use super::tied;
use crate::grammar::name::name;
use crate::grammar::post::post;
use crate::parse::{PResult, Tokens, no_match, token};
use crate::rules::role::RoleSyntax;
use crate::rules::role::behind::{Behind, may_be};
use crate::token::{Gap, Kind, Token};

/// `Xu Min Press Officer`, in a contact block; `Xu Min Press Officer, press@acme.example` anywhere.
pub(in crate::rules::role) fn contact(input: Tokens<'_>) -> PResult<'_, RoleSyntax> {
    if !may_be(input, Behind::CAPITAL) {
        return no_match();
    }
    let opening = input.before().is_empty();
    let (rest, name) = verify(name, |name| name.words > 1 && (name.known || opening && !name.upper)).parse(input)?;
    let (rest, _) = peek(token(|token: &Token| token.capitalized() && token.gap != Gap::Cell)).parse(rest)?;
    let called = |token: &Token| {
        let written = token.span.of(input.document.text);
        ["contact", "contacts", "inquiries", "enquiries"].iter().any(|word| word.eq_ignore_ascii_case(written))
    };
    let introduced = name.known && input.before().iter().rev().take(12).any(called);
    if !introduced && !opening {
        return no_match();
    }
    let (rest, post) = post(rest)?;
    if introduced || is_reached(rest) { Ok((rest, RoleSyntax { ties: tied(name, &[post]) })) } else { no_match() }
}

/// Whether a mail address or a telephone number follows soon.
fn is_reached(rest: Tokens<'_>) -> bool {
    let near = || rest.slice().iter().take(FARTHEST_ADDRESS);
    let mail = near().any(|token| token.kind == Kind::Web && token.span.of(rest.document.text).contains('@'));
    let digits: usize = near().filter(|token| token.kind == Kind::Number).map(|token| token.span.len()).sum();
    mail || digits >= FEWEST_DIGITS
}

/// How far behind a post its holder's address may be.
const FARTHEST_ADDRESS: usize = 10;
/// Fewest digits of a telephone number.
const FEWEST_DIGITS: usize = 8;
