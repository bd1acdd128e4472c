//! Where the text was written: what its dateline says.

use crate::layout::Document;
use crate::lexicon::Classes;

/// How many blocks hold a dateline or may stand before it: headings, labels.
const HEADINGS: usize = 4;

/// The codes of the countries that the datelines name, one a dateline at most.
pub(super) fn countries<'t>(document: &'t Document<'t>) -> impl Iterator<Item = &'t str> {
    document.blocks.iter().take(HEADINGS).filter_map(|block| {
        let end = document.opening_mark(&block.tokens)?;
        (block.tokens.start..end).find_map(|at| country(document, at))
    })
}

/// The code of the country that the token, or the phrase that starts with it, names.
fn country<'t>(document: &'t Document<'t>, at: usize) -> Option<&'t str> {
    document.lexeme_at(at, document.tokens.len(), Classes::COUNTRY).map(|(_, code)| code)
}
