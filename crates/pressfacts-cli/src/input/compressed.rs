//! Compressed inputs, known by their first bytes, whatever they are called.

use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};

/// Endings of names that say no more than that the rest of the name is compressed.
pub(super) const ENDINGS: &[&str] = &[".gz", ".zst"];

const GZIP: &[u8] = &[0x1f, 0x8b];
const ZSTANDARD: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];

/// What the reader gives, unpacked where it is packed.
pub(super) fn open(mut reader: Box<dyn BufRead>) -> io::Result<Box<dyn BufRead>> {
    let start = reader.fill_buf()?;
    if start.starts_with(GZIP) {
        Ok(Box::new(BufReader::new(MultiGzDecoder::new(reader))))
    } else if start.starts_with(ZSTANDARD) {
        Ok(Box::new(BufReader::new(Frames::new(reader))))
    } else {
        Ok(reader)
    }
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
