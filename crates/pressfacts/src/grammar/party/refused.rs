//! Words in capitals that look like names of sides and are none.

use super::super::organization::is_body;
use crate::lexicon::Classes;
use crate::parse::{Run, Tokens};
use crate::token::{Gap, Kind, Token};

/// `Providing`, at a sentence's start, but not `Boeing has`.
pub(super) fn is_gerund(input: Tokens<'_>, at: usize) -> bool {
    let tokens = &input.document.tokens;
    if !input.document.written(at).ends_with("ing") {
        return false;
    }
    let quoted = at > 0 && matches!(tokens[at - 1].kind, Kind::OpenQuote | Kind::Quote);
    let opens = quoted || input.document.sentence_of(at).is_some_and(|sentence| sentence.tokens.start == at);
    let verb = Classes::of(&[Classes::AUXILIARY, Classes::AGREEMENT_VERB]);
    let common = Classes::of(&[Classes::AGREEMENT_VERB, Classes::FIELD, Classes::COMMON_WORD]);
    let listed =
        tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Comma) && tokens.get(at + 2).is_some_and(Token::capitalized);
    let acts = listed || tokens.get(at + 1).is_some_and(|next| next.is(verb) && !next.capitalized());
    let acts = acts && !tokens[at].is(common);
    opens && !acts && !input.document.classes_at(at).any(Classes::PLACE | Classes::COUNTRY)
}

/// `the Oslo firm`, `the North-East outfit`: where a side without a name is from.
pub(super) fn is_origin(input: Tokens<'_>, name: Run) -> bool {
    let tokens = &input.document.tokens[name.start..name.end];
    let origin = Classes::of(&[Classes::PLACE, Classes::DEMONYM, Classes::COUNTRY, Classes::COMMON_WORD]);
    let all = tokens.iter().all(|token| token.is(origin) || token.kind == Kind::Hyphen);
    // `the Bellevue company`, but `the Acme group`
    let article = name.start.checked_sub(1).is_some_and(|at| input.document.tokens[at].is(Classes::DETERMINER));
    if !all && !article {
        return false;
    }
    let end = input.document.sentence_of(name.start).map_or(name.end, |sentence| sentence.tokens.end);
    let noun =
        name.end < end && input.document.tokens.get(name.end).is_some_and(|next| next.gap == Gap::Space && !next.capitalized());
    // `a Utah diagnostics company`: with a quality or two.
    let quality = |at: &usize| {
        let token = &input.document.tokens[*at];
        token.kind == Kind::Word && !token.capitalized() && !token.is(NO_QUALITY)
    };
    let ends = (name.end..end).take(MOST_QUALITIES + 1).take_while(quality);
    let side = || ends.map(|at| input.document.lexeme_at(at, end.min(at + 3), Classes::PARTY_NOUN)).find_map(|side| side);
    let firm = |value: &str| all && value.is_empty() || (all || article && name.len() <= 2) && value == FIRM;
    noun && side().is_some_and(|(_, value)| firm(value))
}

/// Most words between a place and the noun for who is from there.
const MOST_QUALITIES: usize = 2;
/// The value of a noun for one firm among others, of which a name before it hardly ever is the name.
const FIRM: &str = "firm";
/// Words that no noun phrase goes on with.
const NO_QUALITY: Classes =
    Classes::of(&[Classes::PREPOSITION, Classes::CONNECTOR, Classes::AUXILIARY, Classes::DETERMINER, Classes::AGREEMENT_VERB]);

/// `, Inc.`, `, Jr.`
pub(super) fn is_suffix(input: Tokens<'_>, at: usize) -> bool {
    let tokens = &input.document.tokens;
    let comma = at.checked_sub(1).is_some_and(|comma| tokens[comma].kind == Kind::Comma);
    comma && tokens[at].is(Classes::LEGAL_SUFFIX | Classes::POST_NOMINAL)
}

/// `Construction`, `Ministries`: a common noun, which has its capital from the sentence that it opens; `Number of employees`;
/// `the Parties` wherever they stand.
pub(super) fn is_common(input: Tokens<'_>, at: usize) -> bool {
    let document = input.document;
    let opens = document.sentence_of(at).is_some_and(|sentence| sentence.tokens.start == at);
    let common = Classes::of(&[Classes::FIELD, Classes::ORGANIZATION_HEAD, Classes::PARTY_NOUN, Classes::AGREEMENT_VERB]);
    let named = Classes::of(&[Classes::STATE_BODY, Classes::COUNTRY, Classes::PLACE, Classes::UPPER]);
    let token = &document.tokens[at];
    let of = || document.tokens.get(at + 1).is_some_and(|_| document.written(at + 1) == "of");
    let plural = token.is(Classes::PARTY_NOUN) && document.written(at).ends_with('s');
    (opens && (token.is(common) || of()) || plural) && !token.is(named)
}

/// `the City`, `the Board` in running text: a body that the text goes on to call by its head.
pub(super) fn is_defined(input: Tokens<'_>, name: Run) -> bool {
    let document = input.document;
    let article = name.start.checked_sub(1).filter(|&at| document.written(at).eq_ignore_ascii_case("the"));
    let known = |at: usize| document.lexeme_at(at, at + 2, Classes::STAND_IN).is_some();
    let head = name.len() == 1 && document.tokens[name.start].is(Classes::ORGANIZATION_HEAD);
    head && article.is_some_and(|article| !known(article)) && !super::is_in_heading(input)
}

/// `Chief Executive Jane Roe`, `WIPO Deputy Director`: a position, with or without the person's name behind it.
pub(super) fn is_titled(input: Tokens<'_>, name: Run) -> bool {
    let tokens = &input.document.tokens[name.start..name.end];
    let [first, .., last] = tokens else { return false };
    // `Office of the Development Commissioner` is a body all the same.
    let held = last.is(Classes::TITLE_HEAD) && !tokens.iter().any(|token| token.is(Classes::ORGANIZATION_HEAD));
    // `First Harbour`, but `First Secretary`
    let numbered = first.is(Classes::ORDINAL) && !tokens[1].is(Classes::TITLE_HEAD | Classes::TITLE_MODIFIER);
    held || !numbered && first.is(Classes::TITLE_HEAD | Classes::TITLE_MODIFIER) && !is_body(input, name)
}
