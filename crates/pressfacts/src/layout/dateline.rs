//! The dateline that opens a report: place, agency, date, and the mark behind them.

use std::ops::Range;

use super::Document;
use crate::lexicon::Classes;
use crate::token::{Case, Kind, Token};

/// Longest dateline, in tokens.
const LONGEST: usize = 30;
/// How many tokens before a colon a parenthesis may have been opened: `(NYSE: ACM)`.
const LISTING: usize = 3;

impl Document<'_> {
    /// The dateline that opens the stretch, its mark included: `LIMA, Peru and OSLO, 5 May 2025 –`.
    pub(crate) fn dateline(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let mark = self.opening_mark(range)?;
        let dated = (range.start..mark).any(|at| self.tokens[at].is(Classes::MONTH));
        dated.then(|| range.start..mark + 1)
    }

    /// The last dash or colon that names alone stand before: what ends a dateline, with a date in it or without.
    pub(crate) fn opening_mark(&self, range: &Range<usize>) -> Option<usize> {
        let mut mark = None;
        for at in range.clone().take(LONGEST) {
            let token = &self.tokens[at];
            // Most tokens here are words of names.
            if token.kind == Kind::Word && token.capitalized() {
                continue;
            }
            if !self.fits_dateline(at) {
                break;
            }
            if matches!(token.kind, Kind::Colon | Kind::Close | Kind::Dash | Kind::Hyphen) && self.ends_dateline(range.start, at)
            {
                mark = Some(at);
            }
        }
        mark
    }

    /// Whether the token may belong to a dateline: no small word, but such as stand inside names, and no end of a sentence.
    pub(crate) fn fits_dateline(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        match token.kind {
            Kind::Word if token.capitalized() => true,
            // `LONDON (dpa-AFX) -`
            Kind::Word if at > 0 && self.tokens[at - 1].kind == Kind::Open => true,
            // `LIMA, 9th May 2025 –`
            Kind::Word if token.is(Classes::ORDINAL_SUFFIX) && token.glued() => true,
            Kind::Word => token.case == Case::Lower && ["of", "the", "and", "de"].iter().any(|word| token.reads(word, self.text)),
            Kind::Semicolon | Kind::Terminal => false,
            _ => true,
        }
    }

    /// Whether the colon stands between an exchange and what a share goes by there: `Acme, NASDAQ: ACM, said`.
    pub(crate) fn is_ticker(&self, colon: usize) -> bool {
        let kind = |at: usize| self.tokens.get(at).map(|token| token.kind);
        let upper = |at: usize| self.tokens.get(at).is_some_and(|token| token.is(Classes::UPPER));
        let (Some(exchange), share) = (colon.checked_sub(1), colon + 1) else { return false };
        let framed = kind(exchange.wrapping_sub(1)) == Some(Kind::Comma) && kind(share + 1) == Some(Kind::Comma);
        upper(exchange) && upper(share) && framed
    }

    fn ends_dateline(&self, start: usize, at: usize) -> bool {
        let listing = |at: usize| (start..at).rev().take(LISTING).any(|at| self.tokens[at].kind == Kind::Open);
        match self.tokens[at].kind {
            Kind::Colon => !listing(at) && !self.is_ticker(at),
            // `LIMA, May 5 (ANI)`
            Kind::Close => matches!(
                &self.tokens[start..at],
                [.., day, open, agency] if day.kind == Kind::Number && open.kind == Kind::Open && agency.is(Classes::UPPER)
            ),
            _ => is_free_dash(&self.tokens[at]),
        }
    }
}

/// A dash, or a hyphen between blanks that stands for one.
pub(crate) fn is_free_dash(token: &Token) -> bool {
    token.kind == Kind::Dash || token.kind == Kind::Hyphen && !token.glued()
}

#[cfg(test)]
mod tests {
    use crate::layout::Document;
    use crate::lexicon::built_in;

    #[track_caller]
    fn check(text: &str, mark: Option<&str>, dateline: Option<&str>) {
        let document = Document::read(text, built_in());
        let whole = 0..document.tokens.len();
        let opening = document.opening_mark(&whole).map(|mark| document.slice(0..mark + 1));
        assert_eq!(opening, mark, "{text}");
        assert_eq!(document.dateline(&whole).map(|line| document.slice(line)), dateline, "{text}");
    }

    #[test]
    fn datelines() {
        let whole = Some("LIMA, Peru and OSLO, 5 May 2025 –");
        check("LIMA, Peru and OSLO, 5 May 2025 – Acme signed it.", whole, whole);
        let whole = Some("GENEVA, Nov. 14 (AP) --");
        check("GENEVA, Nov. 14 (AP) -- The council met.", whole, whole);
        let whole = Some("LIMA, May 5 (ANI)");
        check("LIMA, May 5 (ANI) Acme signed it.", whole, whole);
        let whole = Some("LIMA, 5th May 2025 (ANI) --");
        check("LIMA, 5th May 2025 (ANI) -- Acme signed it.", whole, whole);
        check("LIMA, 5 of them in May 2025 -- Acme signed it.", None, None);
        check("LIMA, Peru - Acme signed it.", Some("LIMA, Peru -"), None);
        check("LIMA (abc-ABC) - Acme signed it.", Some("LIMA (abc-ABC) -"), None);
        check("Acme, NASDAQ: ACM, signed it.", None, None);
        check("GENEVA: WHO signed it.", Some("GENEVA:"), None);
        check("Acme (NYSE: ACM) signed it - in May.", None, None);
        check("Acme signed it on 5 May – in Lima.", None, None);
    }
}
