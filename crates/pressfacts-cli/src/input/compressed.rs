//! Compressed inputs, known by their first bytes, whatever they are called.

use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};

/// Endings of names that say no more than that the rest of the name is compressed.
pub(super) const ENDINGS: &[&str] = &[".gz", ".zst"];

const GZIP: &[u8] = &[0x1f, 0x8b];
const ZSTANDARD: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];

/// What the reader gives, unpacked where it is packed. Its first bytes come together.
pub(super) fn open(reader: Box<dyn BufRead>) -> io::Result<Box<dyn BufRead>> {
    let mut reader = primed(reader)?;
    let start = reader.fill_buf()?;
    if start.starts_with(GZIP) {
        primed(Box::new(BufReader::new(MultiGzDecoder::new(reader))))
    } else if start.starts_with(ZSTANDARD) {
        primed(Box::new(BufReader::new(Frames::new(reader))))
    } else {
        Ok(reader)
    }
}

/// Bytes that tell what an input is: of a packed file, or a byte order mark.
const TELLING: usize = 4;
/// As many bytes as are asked for.
const START: usize = 8 << 10;

/// The same reader, which gives the telling bytes at once: a pipe may give them one by one.
fn primed(mut reader: Box<dyn BufRead>) -> io::Result<Box<dyn BufRead>> {
    let mut start = vec![0; START];
    let mut length = 0;
    while length < TELLING {
        match reader.read(&mut start[length..]) {
            Ok(0) => break,
            Ok(read) => length += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    start.truncate(length);
    Ok(Box::new(io::Cursor::new(start).chain(reader)))
}

/// A Zstandard file is a row of frames; the decoder reads one.
struct Frames {
    reader: Box<dyn BufRead>,
    decoder: FrameDecoder,
    /// Whether a frame is being read.
    within: bool,
}

impl Frames {
    fn new(reader: Box<dyn BufRead>) -> Self {
        Self { reader, decoder: FrameDecoder::new(), within: false }
    }

    /// Opens the next frame that holds something; false at the end of the file.
    fn open_next(&mut self) -> io::Result<bool> {
        while !self.reader.fill_buf()?.is_empty() {
            match self.decoder.init(&mut self.reader) {
                Ok(()) => return Ok(true),
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame { length, .. })) => {
                    io::copy(&mut self.reader.by_ref().take(length.into()), &mut io::sink())?;
                }
                Err(error) => return Err(broken(error)),
            }
        }
        Ok(false)
    }

    /// Whether the frame, read to its end, is what its maker says it is.
    fn check(&self) -> io::Result<()> {
        match self.decoder.get_checksum_from_data() {
            Some(told) if Some(told) != self.decoder.get_calculated_checksum() => Err(broken("its checksum is wrong")),
            _ => Ok(()),
        }
    }
}

impl Read for Frames {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while !buffer.is_empty() {
            if !self.within {
                self.within = self.open_next()?;
                if !self.within {
                    break;
                }
            }
            while self.decoder.can_collect() == 0 && !self.decoder.is_finished() {
                self.decoder.decode_blocks(&mut self.reader, BlockDecodingStrategy::UptoBlocks(1)).map_err(broken)?;
            }
            match self.decoder.read(buffer)? {
                0 => {
                    self.check()?;
                    self.within = false;
                }
                read => return Ok(read),
            }
        }
        Ok(0)
    }
}

fn broken(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, error)
}

#[cfg(test)]
mod tests {
    use std::io::{self, BufReader, Read};

    use super::open;

    /// A pipe that gives a byte at a time.
    struct Drops(io::Cursor<Vec<u8>>);

    impl Read for Drops {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let most = buffer.len().min(1);
            self.0.read(&mut buffer[..most])
        }
    }

    #[test]
    fn packed_bytes_may_come_one_by_one() {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        io::Write::write_all(&mut encoder, "It opened.".as_bytes()).expect("packed");
        let packed = encoder.finish().expect("packed");
        for bytes in [packed, b"It opened.".to_vec()] {
            let drops = BufReader::with_capacity(1, Drops(io::Cursor::new(bytes)));
            let mut text = String::new();
            open(Box::new(drops)).and_then(|mut reader| reader.read_to_string(&mut text)).expect("text");
            assert_eq!(text, "It opened.");
        }
    }
}
