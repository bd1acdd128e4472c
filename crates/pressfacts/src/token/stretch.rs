//! How far what a text starts with goes: words, initials, internet addresses, numbers.

use unicode_segmentation::UnicodeSegmentation;

use super::Token;
use crate::lexicon::{Classes, Lexicon};

/// Longest run looked at to tell an internet address; keeps the lexer linear on text without blanks.
const LONGEST_HOST: usize = 128;

/// How much of a word beyond ASCII is looked at together, in bytes; a longer word is put together of several looks.
const LONGEST_STRETCH: usize = 64;

/// Most digits of a number that is kept with its token.
const LONGEST_INTEGER: usize = 9;

/// Whether a word of letters ends before `behind`, and is no part of an address, of an abbreviation or of a longer word. Of
/// most words that is told by a byte or two; a `false` only means that a closer look is needed.
#[inline]
pub(super) fn ends_plainly(word: &[u8], behind: &[u8], known: Classes) -> bool {
    if matches!(behind, [] | [b' ' | b',', ..]) {
        return true;
    }
    match behind {
        [b'.', after @ ..] => {
            let own = Classes::ABBREVIATION | Classes::NUMBERED_ABBREVIATION;
            let ends = after.first().is_none_or(|byte| byte.is_ascii_whitespace() || matches!(byte, b'"' | b')' | b']'));
            ends && word.len() > 1 && !word.eq_ignore_ascii_case(b"www") && !known.any(own)
        }
        // A straight apostrophe or a curly one.
        [b'\'', after @ ..] | [0xe2, 0x80, 0x99, after @ ..] => match after {
            [b's' | b'S', after @ ..] => after.first().is_none_or(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric()),
            _ => after.first().is_none_or(|byte| byte.is_ascii() && !byte.is_ascii_alphabetic()),
        },
        // `–`, `—`, `“`, `”`, `…`
        [0xe2, 0x80, 0x93 | 0x94 | 0x9c | 0x9d | 0xa6, ..] => true,
        [b'-', after @ ..] => !leads_to_point(after),
        [b':', ..] => !["http", "https", "mailto"].iter().any(|scheme| word.eq_ignore_ascii_case(scheme.as_bytes())),
        [b'@' | b'_' | b'0'..=b'9' | 0x80.., ..] => false,
        _ => true,
    }
}

/// Where the word that `rest` starts with ends. An apostrophe before a letter is part of it, but for a final `'s`.
pub(super) fn word_end(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut end = 0;
    while let Some(&byte) = bytes.get(end) {
        if byte.is_ascii_alphabetic() {
            end += 1;
        } else if byte.is_ascii() {
            match (byte == b'\'').then(|| inner_apostrophe(&rest[end..], 1)).flatten() {
                Some(more) => end += more,
                None => break,
            }
        } else if let Some(more) = rest[end..].strip_prefix('’').and(inner_apostrophe(&rest[end..], '’'.len_utf8())) {
            end += more;
        } else {
            let Some((more, goes_on)) = foreign_part(&rest[end..], end == 0) else { break };
            end += more;
            if !goes_on {
                break;
            }
        }
    }
    end
}

/// Where a word falls into two whose blank was lost, as a title behind a name: `WangHead of Sales`, `ContactAnna Lee`.
/// A capital inside a word is no seam by itself (`McDonald`, `PayPal`): one side must be a title or a name and the other
/// fit it.
pub(super) fn seam(word: &str, lexicon: &Lexicon) -> Option<usize> {
    let bytes = word.as_bytes();
    if !bytes.first()?.is_ascii_uppercase() {
        return None;
    }
    let inner = (1..bytes.len()).rev().find(|&at| bytes[at].is_ascii_uppercase() && bytes[at - 1].is_ascii_lowercase())?;
    let (before, after) = word.split_at_checked(inner)?;
    if inner < 4 || bytes[1..inner].iter().any(u8::is_ascii_uppercase) {
        return None;
    }
    let (left, right) = (lexicon.look_up(before).classes, lexicon.look_up(after).classes);
    let named = right.any(Classes::GIVEN_NAME | Classes::SURNAME) && !left.any(Classes::GIVEN_NAME | Classes::SURNAME);
    // Short titles make trade names: `HeadHunter`, `PageMaker`.
    let label = left.any(Classes::COMMON_WORD) || left.any(Classes::TITLE_HEAD) && inner >= 6;
    let titled = right.any(Classes::TITLE_HEAD) && !label;
    (titled || label && (named || after.len() == 1)).then_some(inner)
}

/// Length of the apostrophe and the letter behind it, where the two belong to the word before them.
fn inner_apostrophe(rest: &str, width: usize) -> Option<usize> {
    let mut after = rest.get(width..)?.chars();
    let letter = after.next().filter(|c| c.is_alphabetic())?;
    let possessive = matches!(letter, 's' | 'S') && !after.next().is_some_and(char::is_alphanumeric);
    (!possessive).then(|| width + letter.len_utf8())
}

/// Length of the stretch beyond ASCII that `rest` starts with and that belongs to a word, by the word borders of
/// UAX #29, and whether the word may go on behind it; cut at the first ASCII character, which the caller judges.
fn foreign_part(rest: &str, at_start: bool) -> Option<(usize, bool)> {
    let first = rest.chars().next()?;
    let joins = first.is_alphanumeric() || first == '\u{ad}' || !at_start && is_mark(rest);
    let near = (0..=LONGEST_STRETCH.min(rest.len())).rev().find(|&at| rest.is_char_boundary(at))?;
    let stretch = &rest[..rest.bytes().take(near).position(|byte| byte.is_ascii()).unwrap_or(near)];
    let word = stretch.split_word_bounds().next().filter(|_| joins)?;
    Some((word.len(), word.len() == stretch.len()))
}

/// Whether `rest` starts with a character that only extends the one before it.
fn is_mark(rest: &str) -> bool {
    let Some(first) = rest.chars().next() else { return false };
    let mut probe = [b'a'; 1 + 4];
    let length = first.encode_utf8(&mut probe[1..]).len();
    std::str::from_utf8(&probe[..=length]).is_ok_and(|probe| probe.graphemes(true).nth(1).is_none())
}

/// Length of a run of single letters with full stops: `U.S.`, `D.C`, `a.m.`, the `J.` before a name.
pub(super) fn dotted(rest: &str) -> Option<usize> {
    let letter = |at: usize| rest.as_bytes().get(at).is_some_and(u8::is_ascii_alphabetic);
    let stop = |at: usize| rest.as_bytes().get(at) == Some(&b'.');
    let mut end = 0;
    let mut letters = 0;
    while letter(end) && stop(end + 1) {
        end += 2;
        letters += 1;
    }
    if letters > 0 && letter(end) && !letter(end + 1) && !rest[end + 1..].starts_with(char::is_alphanumeric) {
        // `U.S` without its last stop.
        return Some(end + 1);
    }
    let initial =
        || rest.starts_with(|c: char| c.is_ascii_uppercase()) && rest[2..].trim_start().starts_with(char::is_alphabetic);
    (letters > 1 || letters == 1 && initial()).then_some(end)
}

/// Length of an address that says so itself: `https://…`, `www.…`.
pub(super) fn web_address(rest: &str) -> Option<usize> {
    let opens = |prefix: &str| rest.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
    ["http://", "https://", "www.", "mailto:"].iter().any(|prefix| opens(prefix)).then(|| address_end(rest, rest.len()))
}

/// Length of an address known by its `@` or by its last label: `press@example.org`, `JD.com`.
pub(super) fn host_or_mailbox(rest: &str, word_end: usize, lexicon: &Lexicon) -> Option<usize> {
    let next = rest[word_end..].chars().next()?;
    if !matches!(next, '.' | '@' | '-' | '_' | '0'..='9') {
        return None;
    }
    // Most such words have no point: that is told before the run is looked at.
    if !leads_to_point(rest.as_bytes()) {
        return None;
    }
    let end = address_end(rest, LONGEST_HOST);
    let run = &rest[..end];
    if !run.as_bytes().contains(&b'.') {
        return None;
    }
    let host = run.split(['/', '?', '#']).next().unwrap_or(run);
    if host.split_once('@').is_some_and(|(name, domain)| !name.is_empty() && domain.contains('.')) {
        return Some(end);
    }
    let (name, label) = host.rsplit_once('.')?;
    let known = lexicon.look_up(label).classes.any(Classes::TLD) && label.bytes().all(|byte| byte.is_ascii_lowercase());
    let plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'));
    (known && plain).then_some(end)
}

/// Where the run of address characters ends, closing punctuation left out.
fn address_end(rest: &str, longest: usize) -> usize {
    let end = rest.bytes().take(longest).take_while(|byte| in_address(*byte)).count();
    rest[..end].trim_end_matches(['.', ',', ':', ';', '!', '?', '\'']).len()
}

/// Whether a run of address characters has a point.
fn leads_to_point(run: &[u8]) -> bool {
    run.iter().take(LONGEST_HOST).find(|byte| **byte == b'.' || !in_address(**byte)) == Some(&b'.')
}

/// Which bytes an address may have: looked up, since texts of nothing but hyphens ask for all that follows each.
const IN_ADDRESS: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        let marks = matches!(byte, b'!' | b'#'..=b'\'' | b'+'..=b'/' | b':' | b';' | b'=' | b'?' | b'@' | b'_' | b'~');
        table[byte as usize] = marks || byte.is_ascii_alphanumeric();
        byte += 1;
    }
    table
};

fn in_address(byte: u8) -> bool {
    IN_ADDRESS[usize::from(byte)]
}

/// What plain digits amount to.
pub(super) fn whole(digits: &str) -> u32 {
    if digits.len() <= LONGEST_INTEGER { digits.parse().unwrap_or(Token::NO_INTEGER) } else { Token::NO_INTEGER }
}

/// Where the number that `rest` starts with ends: digits, points before digits, separators before groups.
pub(super) fn number_end(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digits = |from: usize| bytes[from.min(bytes.len())..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut end = digits(0);
    loop {
        let separator = rest[end..].chars().next().unwrap_or(' ');
        let group = digits(end + separator.len_utf8());
        let next = end + separator.len_utf8() + group;
        let more = match separator {
            '.' => group > 0,
            // Thousands, or the pairs of the Indian system, of which another group follows.
            ',' => group == 3 || group == 2 && bytes.get(next) == Some(&b',') && matches!(digits(next + 1), 2 | 3),
            '\u{a0}' | '\u{2009}' | '\u{202f}' => group == 3 && digits(0) <= 3,
            _ => false,
        };
        if !more {
            return end;
        }
        end = next;
    }
}
