//! From bytes to text, whatever the encoding.

use std::io::{BufRead, BufReader};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use content_inspector::ContentType;
use encoding_rs::{Encoding, UTF_8};
use encoding_rs_io::DecodeReaderBytesBuilder;

use super::fault::Problem;

/// How far a page is searched for what it says of its encoding.
const PAGE_HEAD: usize = 2048;

/// A text, and how it was read.
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) encoding: &'static Encoding,
    /// What could not be read as it should.
    pub(super) doubt: Option<String>,
}

/// The encoding of that name, as the web knows them.
pub(crate) fn named(label: &str) -> Result<&'static Encoding, String> {
    Encoding::for_label(label.as_bytes())
        .ok_or_else(|| "no such encoding: use a name that web pages use, such as utf-8, windows-1252, shift_jis".to_owned())
}

/// The text of a document, without its byte order mark.
pub(super) fn decode(bytes: Vec<u8>, told: Option<&'static Encoding>, is_page: bool) -> Result<Decoded, Problem> {
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        return strictly(encoding, &bytes[mark..], mark);
    }
    if let Some(encoding) = told {
        return strictly(encoding, &bytes, 0);
    }
    refuse_binary(&bytes)?;
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Ok(Decoded { text, encoding: UTF_8, doubt: None }),
        Err(error) => error.into_bytes(),
    };
    match declared(&bytes).filter(|_| is_page) {
        Some(encoding) if encoding != UTF_8 => Ok(loosely(encoding, &bytes)),
        _ if is_damaged_utf8(&bytes) => {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let first = std::str::from_utf8(&bytes).map_or_else(|error| error.valid_up_to(), str::len);
            let doubt = Some(format!("invalid UTF-8 from byte {first} on: what is broken reads as \u{fffd}"));
            Ok(Decoded { text, encoding: UTF_8, doubt })
        }
        _ => Ok(loosely(guessed(&bytes), &bytes)),
    }
}

/// A reader whose lines end in a line feed of one byte, and the encoding that the lines are in, where it is told. What has no
/// such line feeds is turned into UTF-8 on the way.
pub(super) fn lines(
    mut reader: Box<dyn BufRead>,
    told: Option<&'static Encoding>,
) -> Result<(Box<dyn BufRead>, Option<&'static Encoding>), Problem> {
    let start = reader.fill_buf()?;
    let encoding = Encoding::for_bom(start).map(|(encoding, _)| encoding).or(told);
    if encoding.is_none_or(|encoding| encoding == UTF_8) {
        refuse_binary(start)?;
    }
    if encoding.is_none_or(Encoding::is_ascii_compatible) {
        return Ok((reader, encoding));
    }
    let reader = DecodeReaderBytesBuilder::new().encoding(encoding).build(reader);
    Ok((Box::new(BufReader::new(reader)), encoding))
}

/// A line of such a reader.
pub(super) fn line(bytes: &[u8], told: Option<&'static Encoding>) -> Result<Decoded, Problem> {
    let encoding = told.unwrap_or(UTF_8);
    if encoding.is_ascii_compatible() {
        return strictly(encoding, bytes, 0);
    }
    let line = strictly(UTF_8, bytes, 0)?;
    let doubt = line.text.contains('\u{fffd}').then(|| format!("perhaps not valid {}: a \u{fffd} is read", encoding.name()));
    Ok(Decoded { encoding, doubt, ..line })
}

fn refuse_binary(bytes: &[u8]) -> Result<(), Problem> {
    if content_inspector::inspect(bytes) != ContentType::BINARY {
        return Ok(());
    }
    let kind = infer::get(bytes).map(|kind| format!(" ({})", kind.mime_type())).unwrap_or_default();
    Err(Problem::Binary(kind))
}

/// In an encoding that is sure: what does not fit it is an error.
fn strictly(encoding: &'static Encoding, bytes: &[u8], before: usize) -> Result<Decoded, Problem> {
    match encoding.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => Ok(Decoded { text: text.into_owned(), encoding, doubt: None }),
        None if encoding == UTF_8 => Err(Problem::Utf8(before + Encoding::utf8_valid_up_to(bytes))),
        None => Err(Problem::Encoding(encoding.name())),
    }
}

/// In an encoding that is likely.
fn loosely(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    let doubt = broken.then(|| format!("not valid {} throughout: what is broken reads as \u{fffd}", encoding.name()));
    Decoded { text: text.into_owned(), encoding, doubt }
}

/// What a page says of its own encoding: `<meta charset="…">`, `content="text/html; charset=…"`.
fn declared(page: &[u8]) -> Option<&'static Encoding> {
    let head: String = page.iter().take(PAGE_HEAD).map(|&byte| char::from(byte).to_ascii_lowercase()).collect();
    let (_, label) = head.split_once("charset=")?;
    let label = label.trim_start_matches(['"', '\'', ' ']).split(['"', '\'', ' ', ';', '/', '>']).next()?;
    Encoding::for_label(label.as_bytes())
}

/// Whether it is UTF-8 with a few bytes broken, and not another encoding: whole characters of several bytes hardly ever
/// arise by chance.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|character| !character.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > 2 * broken
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use encoding_rs::{SHIFT_JIS, UTF_8, UTF_16LE, WINDOWS_1252};

    use super::{declared, decode, line};

    #[test]
    fn encodings_are_told_apart() {
        let read = |bytes: &[u8]| decode(bytes.to_vec(), None, false).map(|read| (read.text, read.encoding));
        assert_eq!(read("caf\u{e9}".as_bytes()).expect("text"), ("café".to_owned(), UTF_8));
        assert_eq!(read(b"\xef\xbb\xbfcaf\xc3\xa9").expect("text"), ("café".to_owned(), UTF_8));
        assert_eq!(read(b"\xff\xfec\0a\0f\0\xe9\0").expect("text"), ("café".to_owned(), UTF_16LE));
        let latin = read(b"The caf\xe9 on the fa\xe7ade of the ch\xe2teau opened at \x80 5.").expect("text");
        assert_eq!(latin, ("The café on the façade of the château opened at € 5.".to_owned(), WINDOWS_1252));
    }

    #[test]
    fn damaged_utf8_stays_utf8() {
        let damaged = [" café à Paris, déjà vu".as_bytes(), b"\xe2\x80"].concat();
        let read = decode(damaged, None, false).expect("text");
        assert_eq!(read.text, " café à Paris, déjà vu\u{fffd}");
        assert!(read.doubt.expect("a doubt").starts_with("invalid UTF-8 from byte 26 on"));
    }

    #[test]
    fn what_is_told_must_hold() {
        assert!(
            decode(b"caf\xe9".to_vec(), Some(UTF_8), false)
                .is_err_and(|problem| problem.to_string() == "invalid UTF-8 at byte 3")
        );
        assert!(
            decode(b"\x81".to_vec(), Some(SHIFT_JIS), false).is_err_and(|problem| problem.to_string() == "not valid Shift_JIS")
        );
    }

    #[test]
    fn what_is_told_must_hold_for_lines() {
        let problem = |bytes: &[u8], told| line(bytes, told).err().map(|problem| problem.to_string());
        assert_eq!(problem(b"caf\xe9", None).as_deref(), Some("invalid UTF-8 at byte 3"));
        assert_eq!(problem(b"caf\xe9", Some(UTF_8)).as_deref(), Some("invalid UTF-8 at byte 3"));
        assert_eq!(problem(b"\x81", Some(SHIFT_JIS)).as_deref(), Some("not valid Shift_JIS"));
        assert_eq!(line(b"caf\xe9", Some(WINDOWS_1252)).expect("a line").text, "caf\u{e9}");
        assert!(line("\u{fffd}".as_bytes(), Some(UTF_16LE)).expect("a line").doubt.is_some());
    }

    #[test]
    fn binary_files_are_refused_by_kind() {
        let problem = |bytes: &[u8]| decode(bytes.to_vec(), None, false).err().map(|problem| problem.to_string());
        assert_eq!(problem(b"%PDF-1.7\n%\xe2").as_deref(), Some("a binary file (application/pdf), not text"));
        assert_eq!(problem(b"ab\0cd").as_deref(), Some("a binary file, not text"));
    }

    #[test]
    fn pages_declare_their_encoding() {
        assert_eq!(declared(b"<meta charset='Shift_JIS'>"), Some(SHIFT_JIS));
        assert_eq!(declared(b"<META content=\"text/html; charset=iso-8859-1\">"), Some(WINDOWS_1252));
        assert_eq!(declared(b"<p>charset"), None);
    }
}
