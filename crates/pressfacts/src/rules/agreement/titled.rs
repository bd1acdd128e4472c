//! Agreements called by their whole title.

use nom::Parser;
use nom::combinator::opt;
use nom::sequence::preceded;

use super::AgreementSyntax;
use super::phrase::{noun, qualifiers, title};
use crate::fact::AgreementKind;
use crate::lexicon::Classes;
use crate::parse::{PResult, Run, Tokens, lex, no_match, word};
use crate::token::Token;

/// `Memorandum of Understanding on Intellectual Property Protection`, `Convention on Biological Diversity`.
pub(super) fn titled(input: Tokens<'_>) -> PResult<'_, AgreementSyntax> {
    if !input.first().is_some_and(Token::capitalized) {
        return no_match();
    }
    let (rest, (noun, kind)) = noun(super::NOUN)(input)?;
    if kind == AgreementKind::Partnership {
        return no_match();
    }
    let (rest, matter) = preceded((marker, opt(word("the"))), title).parse(rest)?;
    let first = input.at(matter.start).first();
    // `signed the MoUs for DTU`: for whom, not for what.
    let acts = rest.document.written(matter.start - 1) == "for" && first.is_some_and(|first| first.is(Classes::UPPER));
    if acts || first.is_some_and(|first| first.is(NO_SUBJECT)) {
        return no_match();
    }
    let before = qualifiers(input);
    let kind = if before.contract && kind == AgreementKind::Agreement { AgreementKind::Contract } else { kind };
    let phrase = Run { start: before.start, end: rest.position() };
    Ok((rest, AgreementSyntax { phrase, head: noun.run, kind, name: Some(phrase), loose: false }))
}

/// `on`, `in the field of`, but not `on behalf of`.
fn marker(input: Tokens<'_>) -> PResult<'_, ()> {
    let (rest, marker) = lex(Classes::SUBJECT_MARKER)(input)?;
    if marker.value == "none" { no_match() } else { Ok((rest, ())) }
}

/// What follows those words without being a subject: `Agreement on Monday`, `Agreement for Singapore`.
const NO_SUBJECT: Classes =
    Classes::of(&[Classes::MONTH, Classes::WEEKDAY, Classes::COUNTRY, Classes::DEMONYM, Classes::STARTER]);

#[cfg(test)]
mod tests {
    use crate::testing::check_agreements;

    #[test]
    fn whole_titles() {
        check_agreements("It cites the [Convention on Biological Diversity].", &["treaty"]);
        check_agreements("Under the [Memorandum of Understanding on Trade and Industry], they met.", &["memorandum"]);
    }

    #[test]
    fn a_date_or_a_country_is_no_subject() {
        check_agreements("They signed the [Agreement] on Monday.", &["agreement"]);
        check_agreements("She signed the [MoUs] for DTU College.", &["memorandum"]);
        check_agreements("It is the first [Implementation Agreement] for Kenya.", &["agreement"]);
    }
}
