//! Lines into blocks.

use crate::lexicon::{Classes, Lexicon};
use crate::span::Span;
use crate::token::{Case, Kind, Token};

/// What a block is by its looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum BlockKind {
    /// A line that names what follows.
    Heading,
    Paragraph,
    /// A line of a table: cells with tabs or bars between them.
    Row,
    /// An item of a list, without its mark.
    Item,
    /// A website's menu, glued into one line.
    Menu,
}

/// Widest line that a text wrapped by hand has.
const WIDEST_WRAPPED: usize = 130;
/// A wrapped line is broken only where it is nearly full.
const NARROWEST_WRAPPED: usize = 55;
/// Longest line that can be a heading.
const LONGEST_HEADING: usize = 160;
/// Longest text of a link that stands on a line of its own.
const LONGEST_LINK: usize = 60;
/// Fewest words of a menu glued into one line.
const SHORTEST_MENU: usize = 30;
/// How many words of a menu there are for each in small letters, at the least.
const WORDS_PER_SMALL: usize = 20;

/// Calls `emit` with each block of the text in order, by its looks. Rules (rows of dashes) and blank lines only part blocks.
pub(crate) fn split(text: &str, lexicon: &Lexicon, emit: &mut dyn FnMut(Looks)) {
    let mut open: Option<Open<'_>> = None;
    let mut lines = Line::all(text).peekable();
    while let Some(line) = lines.next() {
        match open.as_mut() {
            Some(block) if block.takes(&line, lexicon) || block.takes_link(&line, lines.peek()) => block.extend(line),
            _ => {
                if let Some(block) = open.take() {
                    emit(block.looks());
                }
                open = (!line.is_border()).then(|| Open::new(line));
            }
        }
    }
    if let Some(block) = open {
        emit(block.looks());
    }
}

/// What a block looks like before its words are known.
#[derive(Clone, Copy)]
pub(crate) struct Looks {
    pub(crate) span: Span,
    pub(crate) kind: BlockKind,
    /// Whether it is a single line without a mark, which may be a menu.
    pub(crate) alone: bool,
}

/// A line of the text, without blanks around it and without the mark of a list or heading before it.
#[derive(Clone, Copy)]
struct Line<'t> {
    text: &'t str,
    span: Span,
    mark: Mark,
    /// Whether it has cells, with tabs or bars between them.
    row: bool,
}

/// What a line starts with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    None,
    /// `#`, `>`, or brackets around the line.
    Heading,
    /// A bullet or a number.
    Item,
}

/// How long the first line is, its end included, and whether it may have tabs or bars. Eight bytes are looked at in one go.
fn first_line(text: &[u8]) -> (usize, bool) {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ONES;
    // The highest bit of each byte below the limit; behind the first it may be set for others.
    let below = |eight: u64, limit: u8| eight.wrapping_sub(u64::from(limit) * ONES) & !eight & HIGH;
    let places = |eight: u64, byte: u8| below(eight ^ (u64::from(byte) * ONES), 1);
    let (mut length, mut cells) = (0, 0);
    while let Some(eight) = text[length..].first_chunk() {
        let eight = u64::from_le_bytes(*eight);
        // Most have no bars, and no tabs or ends of lines, which come before the blank.
        if below(eight, b' ') | places(eight, b'|') != 0 {
            cells |= places(eight, b'\t') | places(eight, b'|');
            let ends = places(eight, b'\n');
            if ends != 0 {
                return (length + ends.trailing_zeros() as usize / 8 + 1, cells != 0);
            }
        }
        length += size_of_val(&eight);
    }
    let rest = &text[length..];
    let end = rest.iter().position(|byte| *byte == b'\n').map_or(rest.len(), |at| at + 1);
    (length + end, cells != 0 || rest.contains(&b'\t') || rest.contains(&b'|'))
}

/// Whether it is white space, or a byte order mark or zero-width blank left behind by where the text was taken from.
fn is_blank(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{feff}' | '\u{200b}')
}

impl<'t> Line<'t> {
    fn all(text: &'t str) -> impl Iterator<Item = Self> {
        let mut start = 0;
        std::iter::from_fn(move || {
            let (at, rest) = (start, &text[start..]);
            let (length, celled) = first_line(rest.as_bytes());
            start += length;
            Some((at, &rest[..length], celled)).filter(|_| length > 0)
        })
        .filter_map(|(at, raw, celled)| {
            let body = raw.trim_matches(is_blank);
            let indent = raw.len() - raw.trim_start_matches(is_blank).len();
            let (mark, width) = mark(body);
            let body = &body[width..];
            let from = at + indent + width;
            let bytes = body.as_bytes();
            let row = celled && (bytes.contains(&b'\t') || bytes.iter().filter(|byte| **byte == b'|').nth(1).is_some());
            Some(Line { text: body, span: Span::new(from, from + body.len())?, mark, row })
        })
    }

    /// Whether it only parts blocks: blank, or drawn of dashes and bars.
    fn is_border(&self) -> bool {
        !self.text.contains(char::is_alphanumeric)
    }

    fn starts_lower(&self) -> bool {
        self.text.starts_with(char::is_lowercase)
    }

    /// Whether it goes on with what stands before, as what is behind a link does that was put on a line of its own: `, the`.
    fn closes(&self) -> bool {
        self.text.starts_with([',', ';', ')', '.']) && !self.text.starts_with("..")
    }

    /// Whether it cannot end here: after a comma, a hyphen, a preposition.
    fn hangs(&self, lexicon: &Lexicon) -> bool {
        if self.text.ends_with([',', '-', '–', '—', '&', '(']) {
            return true;
        }
        let last = self.text.rsplit(char::is_whitespace).next().unwrap_or_default();
        last.starts_with(char::is_lowercase) && lexicon.look_up(last).classes.any(Classes::CONNECTOR)
    }

    fn ends_sentence(&self) -> bool {
        self.text.trim_end_matches(['"', '”', '’', '\'', ')', ']', '*']).ends_with(['.', '!', '?', ':', ';', '。'])
    }
}

/// The mark that a line starts with, and its width in bytes with the blanks behind it.
fn mark(line: &str) -> (Mark, usize) {
    // Most lines start with a word, whose first letter is no bullet.
    if line.starts_with(|first: char| first.is_ascii_alphabetic() && first != 'o') {
        return (Mark::None, 0);
    }
    let bracketed = |open: char, close: char| {
        line.starts_with(open) && line.find(close).is_some_and(|at| at + close.len_utf8() == line.len())
    };
    if bracketed('【', '】') || bracketed('[', ']') {
        return (Mark::Heading, 0);
    }
    let after = |rest: &str| line.len() - rest.trim_start().len();
    let hashes = line.trim_start_matches('#');
    if hashes.len() < line.len() && hashes.starts_with(char::is_whitespace) {
        return (Mark::Heading, after(hashes));
    }
    let bullet = line.strip_prefix(['-', '*', '•', '·', '●', '▪', '◦', '‣', '–', '—', '○', '■', '➢', '➤', '>', 'o']);
    if let Some(rest) = bullet.filter(|rest| rest.starts_with(char::is_whitespace)) {
        // A letter is a bullet only before a tab.
        if !line.starts_with('o') || rest.starts_with('\t') {
            return (Mark::Item, after(rest));
        }
    }
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let bare = line.strip_prefix('(').unwrap_or(line);
    let number = digits(bare);
    // `(604) 555-0100` is a telephone number, not an item.
    let longest = if bare.len() < line.len() { 2 } else { 3 };
    if (1..=longest).contains(&number) {
        let behind = &bare[number..];
        let closed = behind.strip_prefix(['.', ')', '、']).filter(|rest| rest.starts_with(char::is_whitespace));
        let tabbed = Some(behind).filter(|rest| rest.starts_with('\t'));
        if let Some(rest) = closed.or(tabbed) {
            return (Mark::Item, after(rest));
        }
    }
    (Mark::None, 0)
}

/// A block that may still grow.
struct Open<'t> {
    span: Span,
    first: Line<'t>,
    last: Line<'t>,
    wrapped: bool,
}

impl<'t> Open<'t> {
    fn new(line: Line<'t>) -> Self {
        Self { span: line.span, first: line, last: line, wrapped: false }
    }

    fn extend(&mut self, line: Line<'t>) {
        self.span = self.span.cover(line.span);
        self.last = line;
        self.wrapped = true;
    }

    /// Whether the line goes on with the block's last sentence.
    fn takes(&self, line: &Line<'t>, lexicon: &Lexicon) -> bool {
        if line.closes() && !self.last.ends_sentence() && !self.last.row && self.first.mark != Mark::Heading {
            return true;
        }
        if line.is_border() || line.mark != Mark::None || line.row || self.last.row || self.first.mark == Mark::Heading {
            return false;
        }
        if line.starts_lower() || self.last.hangs(lexicon) {
            return true;
        }
        // A text that is wrapped goes on where its line was full, and only as wide as it began.
        let full = (NARROWEST_WRAPPED..=WIDEST_WRAPPED).contains(&self.last.text.len());
        self.wrapped && full && line.text.len() <= WIDEST_WRAPPED && (!self.last.ends_sentence() || self.is_prose())
    }

    /// Whether the line is a link of the block's last sentence, which goes on behind it: `said` / `Jane Miller` / `, the`.
    fn takes_link(&self, line: &Line<'t>, next: Option<&Line<'t>>) -> bool {
        let plain = |line: &Line<'_>| line.mark == Mark::None && !line.row;
        let short = line.text.len() <= LONGEST_LINK && plain(line) && !line.is_border() && !line.ends_sentence();
        let address = |next: &Line<'_>| next.text.contains('@') || next.text.contains("://") || next.text.starts_with("www.");
        // `eHarbour Ltd.` is a name.
        let small = |next: &Line<'_>| {
            next.starts_lower() && next.text.split(' ').next().is_some_and(|word| !word.contains(char::is_uppercase))
        };
        let goes_on = || next.is_some_and(|next| plain(next) && !address(next) && (small(next) || next.closes()));
        let in_sentence = || self.wrapped || self.last.text.split_whitespace().nth(2).is_some();
        let open = self.first.mark != Mark::Heading && !self.last.row && !self.last.ends_sentence();
        short && open && goes_on() && in_sentence()
    }

    /// Whether a sentence has ended in it: then one may also end with a line.
    fn is_prose(&self) -> bool {
        self.last.text.contains(". ")
    }

    fn looks(&self) -> Looks {
        let Self { span, first, wrapped, .. } = self;
        let kind = match first.mark {
            _ if first.row => BlockKind::Row,
            Mark::Heading => BlockKind::Heading,
            Mark::Item => BlockKind::Item,
            Mark::None if !wrapped && first.text.len() <= LONGEST_HEADING && !first.ends_sentence() => BlockKind::Heading,
            Mark::None => BlockKind::Paragraph,
        };
        Looks { span: *span, kind, alone: first.mark == Mark::None && !first.row && !wrapped }
    }
}

/// Whether a line is a run of menu entries: many words, hardly one of them in lower case, and no sentence.
pub(crate) fn is_menu(line: &str, tokens: &[Token]) -> bool {
    let is_lower = |token: &&Token| {
        let small = token.kind == Kind::Word && !token.capitalized() && token.case != Case::None;
        small && !token.glued() && !token.is(Classes::CONNECTOR)
    };
    let lower = |most: usize| tokens.iter().filter(is_lower).take(most + 1).count();
    // A word and its blank are two bytes at the least. Prose is known by its first few words.
    let most = line.len() / 2 / WORDS_PER_SMALL;
    if line.len() + 1 < 2 * SHORTEST_MENU || line.ends_with('.') || lower(most) > most {
        return false;
    }
    let words = line.split_whitespace().count();
    // Entries have no commas between them; the people of a long heading have.
    let commas = line.matches(", ").count();
    let most = words / WORDS_PER_SMALL;
    words >= SHORTEST_MENU && commas * 12 <= words && lower(most) <= most && line.matches(". ").count() * 40 <= words
}

#[cfg(test)]
mod tests {
    use super::first_line;

    #[test]
    fn lines_are_cut_as_if_byte_by_byte() {
        for length in 0..20 {
            for place in 0..=length {
                let line = "é".repeat(length / 2) + &"a".repeat(length % 2);
                for celled in ["\t", "|", ""] {
                    let text = format!("{}{celled}{}", &line.as_bytes()[..place].escape_ascii(), "b".repeat(length - place));
                    for behind in ["", "\n", "\nnext|\t\n"] {
                        let ends = text.len() + usize::from(!behind.is_empty());
                        let (found, cells) = first_line(format!("{text}{behind}").as_bytes());
                        assert_eq!(found, ends, "{text:?}");
                        assert!(cells || celled.is_empty(), "{text:?}");
                    }
                }
            }
        }
        assert_eq!(first_line(b"nothing of the kind \x0b\x0a"), (22, false));
    }
}
