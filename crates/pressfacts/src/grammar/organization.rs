//! Names of bodies and states.

use nom::Input;

use crate::lexicon::Classes;
use crate::parse::{PResult, Run, Tokens, no_match};
use crate::token::{Kind, Token};

/// The name of a body or state: capitalised words with `of`, `for`, `and`, `&` between them, a legal form behind a
/// comma, an acronym in parentheses: `Ministry of Commerce`, `Huawei Technologies Co., Ltd.`, `WIPO`,
/// `State Administration for Market Regulation (SAMR)`. Whether it is a body or a person is not asked here.
pub(crate) fn proper_name(input: Tokens<'_>) -> PResult<'_, Run> {
    let tokens = input.slice();
    let mut end = 0;
    let mut next = 0;
    while let Some(token) = tokens.get(next) {
        if is_name_part(token) || token.kind == Kind::Number && next > 0 {
            next += 1;
            end = next;
        } else if end > 0 && joins(input.take_from(next)) {
            next += 1;
        } else if end > 0
            && token.kind == Kind::Comma
            && tokens.get(next + 1).is_some_and(|token| token.is(Classes::LEGAL_SUFFIX))
        {
            next += 2;
            end = next;
        } else {
            break;
        }
    }
    if end == 0 {
        return no_match();
    }
    if let Some([open, acronym, close]) = tokens.get(end..end + 3)
        && (open.kind, close.kind) == (Kind::Open, Kind::Close)
        && acronym.is(Classes::UPPER)
    {
        end += 3;
    }
    let rest = input.take_from(end);
    Ok((rest, input.until(rest)))
}

fn is_name_part(token: &Token) -> bool {
    matches!(token.kind, Kind::Word | Kind::Dotted | Kind::Web) && token.capitalized()
}

/// Whether the next token joins two parts of a name.
fn joins(input: Tokens<'_>) -> bool {
    let joiner = match input.first().map(|token| token.kind) {
        Some(Kind::Ampersand | Kind::Hyphen | Kind::Possessive) => true,
        _ => ["of", "for", "and", "the", "in", "on", "de"].iter().any(|word| input.written() == *word),
    };
    let after = input.slice().get(1);
    joiner
        && after.is_some_and(|token| {
            is_name_part(token) || matches!(token.kind, Kind::Word) && !token.capitalized() && input.written() == "of"
        })
}

#[cfg(test)]
mod tests {
    use super::proper_name;
    use crate::testing::parse_start;

    #[test]
    fn names_of_bodies() {
        for (text, name) in [
            ("Ministry of Commerce said", "Ministry of Commerce"),
            ("Huawei Technologies Co., Ltd., said", "Huawei Technologies Co., Ltd."),
            ("State Administration for Market Regulation (SAMR) signed", "State Administration for Market Regulation (SAMR)"),
            ("Bureau of the Budget and others", "Bureau of the Budget"),
        ] {
            assert_eq!(parse_start(text, proper_name).as_deref(), Some(name), "{text}");
        }
        assert_eq!(parse_start("the ministry", proper_name), None);
    }
}
