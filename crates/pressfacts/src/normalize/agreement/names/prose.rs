//! Where the prose of a sentence starts: behind its dateline, or the name of whose text it is.

use std::ops::Range;

use crate::layout::Document;
use crate::lexicon::Classes;
use crate::token::{Kind, Token};

/// Longest dateline, in tokens.
const LONGEST_DATELINE: usize = 30;

/// The sentence without the dateline that opens it: `LIMA, Peru and OSLO, 5 May 2025 –`.
pub(super) fn prose(document: &Document<'_>, sentence: Range<usize>) -> Range<usize> {
    let line = |at: &usize| {
        let token = &document.tokens[*at];
        !matches!(token.kind, Kind::Semicolon | Kind::Terminal)
            && (token.kind != Kind::Word || token.capitalized() || document.written(*at) == "and")
    };
    let opening = || sentence.clone().take(LONGEST_DATELINE).take_while(line);
    let mark = |at: &usize| match document.tokens[*at].kind {
        // `(NYSE: ACM)` ends no dateline.
        Kind::Colon => !(sentence.start..*at).rev().take(3).any(|at| document.tokens[at].kind == Kind::Open),
        Kind::Dash => true,
        Kind::Hyphen => !document.tokens[*at].glued(),
        // `LIMA, May 5 (ANI)`
        Kind::Close => matches!(
            &document.tokens[sentence.start..*at],
            [.., day, open, agency] if day.kind == Kind::Number && open.kind == Kind::Open && agency.is(Classes::UPPER)
        ),
        _ => false,
    };
    let dated = |end: usize| (sentence.start..end).any(|at| document.tokens[at].is(Classes::MONTH));
    let end = opening().filter(mark).last().filter(|&end| dated(end) || is_source(document, &sentence, end));
    end.map_or(sentence.clone(), |end| end + 1..sentence.end)
}

/// `Newswire.com - Acme said`: whose text it is, before a dash that stands alone.
fn is_source(document: &Document<'_>, sentence: &Range<usize>, mark: usize) -> bool {
    let dash = |at: usize| {
        let token = &document.tokens[at];
        token.kind == Kind::Dash || token.kind == Kind::Hyphen && !token.glued()
    };
    let block = document.sentence_of(mark).map(|sentence| document.blocks[sentence.block].tokens.start);
    let opens = block == Some(sentence.start) && mark - sentence.start <= LONGEST_SOURCE && dash(mark);
    let goes_on = document.tokens.get(mark + 1).is_some_and(Token::capitalized);
    opens && goes_on && !(mark + 1..sentence.end).take(LONGEST_LINE).any(dash)
}

/// How far a second dash is looked for, in tokens.
const LONGEST_LINE: usize = 60;
/// Longest name of a news service, in tokens.
const LONGEST_SOURCE: usize = 6;
