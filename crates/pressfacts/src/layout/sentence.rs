//! Tokens into sentences, after the sentence borders of UAX #29, mended for what press text is full of: `Mr.`,
//! `Co., Ltd.`, `U.S.`, initials, a missing blank after a full stop, a run of blanks for one.

use crate::lexicon::Classes;
use crate::token::{Gap, Kind, Token};

/// Most quotes and brackets in a row that are looked past.
const MOST_MARKS: usize = 8;

/// The index just past each sentence's last token.
pub(crate) fn ends(tokens: &[Token]) -> impl Iterator<Item = usize> {
    // Most words have a word before them, and a blank between.
    let runs_on = |next: usize| {
        let (before, token) = (&tokens[next - 1], &tokens[next]);
        before.kind == Kind::Word && token.gap != Gap::Wide && !before.has_full_stop()
    };
    (1..=tokens.len()).filter(move |&next| next == tokens.len() || !runs_on(next) && is_border(tokens, next))
}

/// Whether a sentence starts at `next`.
fn is_border(tokens: &[Token], next: usize) -> bool {
    let token = &tokens[next];
    if closes(token, tokens, next) {
        return false;
    }
    // What closes a quotation or parenthesis belongs to the sentence that ends in it.
    let mut last = next - 1;
    let mut closed = false;
    while last > 0 && next - last < MOST_MARKS && closes(&tokens[last], tokens, last) {
        last -= 1;
        closed = true;
    }
    let end = &tokens[last];
    match end.kind {
        Kind::Period | Kind::Terminal if token.glued() => !closed && end.kind == Kind::Period && starts_glued(tokens, last, next),
        Kind::Period | Kind::Terminal => !opens_lower(tokens, next) && !parts_digits(tokens, last),
        Kind::Word | Kind::Dotted if end.has_full_stop() && !token.glued() => {
            token.kind == Kind::Word && token.is(Classes::STARTER) && token.capitalized()
        }
        _ => token.gap == Gap::Wide && !closed && !hangs(end) && !opens_lower(tokens, next),
    }
}

/// Whether the token closes what an earlier one opened.
fn closes(token: &Token, tokens: &[Token], at: usize) -> bool {
    match token.kind {
        Kind::Close | Kind::CloseQuote => true,
        // A straight quote closes where it touches what is before it and not what is behind.
        Kind::Quote | Kind::Apostrophe => {
            token.glued() && !tokens.get(at + 1).is_some_and(|next| next.glued() && next.kind == Kind::Word)
        }
        _ => false,
    }
}

/// Whether the full stop is a decimal point between blanks: `4 . 8 %`.
fn parts_digits(tokens: &[Token], point: usize) -> bool {
    let number = |at: usize| tokens.get(at).is_some_and(|token| token.kind == Kind::Number && !token.glued());
    tokens[point].kind == Kind::Period
        && tokens[point].gap == Gap::Space
        && number(point + 1)
        && point.checked_sub(1).is_some_and(|before| tokens[before].kind == Kind::Number)
}

/// Whether what follows goes on in lower case, behind quotes and brackets too.
fn opens_lower(tokens: &[Token], next: usize) -> bool {
    let marks = |token: &&Token| matches!(token.kind, Kind::OpenQuote | Kind::Quote | Kind::Open | Kind::Apostrophe);
    let word = tokens[next..].iter().take(MOST_MARKS).find(|token| !marks(token));
    word.is_some_and(|token| match token.kind {
        Kind::Word => !token.capitalized() && token.case != crate::token::Case::None,
        Kind::Comma | Kind::Semicolon | Kind::Colon | Kind::Dash | Kind::Hyphen | Kind::Close => true,
        _ => false,
    })
}

/// Whether a capitalised word glued to a full stop starts a sentence: `says Hilmer.Katrin joins`.
fn starts_glued(tokens: &[Token], period: usize, next: usize) -> bool {
    let long = |token: &Token| token.span.len() > 2;
    tokens[next].kind == Kind::Word
        && tokens[next].capitalized()
        && long(&tokens[next])
        && period > 0
        && long(&tokens[period - 1])
}

/// Whether the text cannot end after the token.
fn hangs(token: &Token) -> bool {
    matches!(token.kind, Kind::Comma | Kind::Hyphen | Kind::Dash | Kind::Open | Kind::Ampersand | Kind::Slash | Kind::OpenQuote)
        || token.is(Classes::CONNECTOR) && !token.capitalized()
        || token.is(Classes::ABBREVIATION)
}

#[cfg(test)]
mod tests {
    use unicode_segmentation::UnicodeSegmentation;

    use crate::layout::Document;
    use crate::lexicon::built_in;

    /// On clean prose there is nothing to mend.
    #[test]
    fn clean_prose_parts_as_in_uax_29() {
        for text in [
            "The office opened in May. It serves ten towns! Does it serve more? Not yet.",
            "“We are glad,” she said. “It took years.” The hall was full.",
            "Prices rose by 3.5 percent, to 4.2 euros. The bank (see below) waited. It will act (soon).",
            "Überall wächst der Handel. Élan vital. 中文 text stays one.",
            "He asked: why now? She smiled… then left. Done.",
        ] {
            let document = Document::read(text, built_in());
            let ours: Vec<&str> = document.sentences.iter().map(|sentence| document.slice(sentence.tokens.clone())).collect();
            let theirs: Vec<&str> = text.unicode_sentences().map(str::trim_end).collect();
            assert_eq!(ours, theirs);
        }
    }
}
