//! The encoding of an input, found from its bytes: UTF-8, GB 18030, or UTF-16.

use std::io::{BufRead, BufReader, Error, ErrorKind, Read};

use encoding_rs::{Decoder, GB18030, UTF_16BE, UTF_16LE};

/// How the bytes of an input are text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// Nothing above ASCII was read yet.
    Ascii,
    Utf8,
    Gb18030,
    Utf16,
}

impl Encoding {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Ascii => "ASCII",
            Self::Utf8 => "UTF-8",
            Self::Gb18030 => "GB 18030",
            Self::Utf16 => "UTF-16",
        }
    }
}

/// Bytes whose encoding and line ends are found in what can be read of them at once.
pub(crate) struct Input<'a> {
    bytes: Bytes<'a>,
    encoding: Encoding,
    /// The byte that ends lines, once anything was read.
    line_end: Option<u8>,
    /// Bytes that were given back, to be read again, and how many of them have been.
    back: (Vec<u8>, usize),
}

enum Bytes<'a> {
    Plain(&'a mut dyn BufRead),
    Utf16(Box<BufReader<FromUtf16<'a>>>),
    /// Only while one of the others is made.
    None,
}

impl std::fmt::Debug for Input<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Input").field("encoding", &self.encoding).finish_non_exhaustive()
    }
}

impl<'a> Input<'a> {
    pub(crate) const fn new(input: &'a mut dyn BufRead) -> Self {
        let encoding = Encoding::Ascii;
        Self { bytes: Bytes::Plain(input), encoding, line_end: None, back: (Vec::new(), 0) }
    }

    pub(crate) const fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// The byte that ends a line: LF, or CR where CR stands and no LF.
    pub(crate) fn line_end(&mut self) -> Result<u8, Error> {
        if let Some(end) = self.line_end {
            return Ok(end);
        }
        let start = self.fill_buf()?;
        if let Some(is_little) = is_utf16(start) {
            let Bytes::Plain(input) = std::mem::replace(&mut self.bytes, Bytes::None) else {
                return Err(Error::other("UTF-16 within UTF-16"));
            };
            let from = FromUtf16::new(input, is_little);
            self.bytes = Bytes::Utf16(Box::new(BufReader::with_capacity(1 << 16, from)));
            self.encoding = Encoding::Utf16;
        } else {
            // A character may be cut at the end of what was read.
            let cut = start.iter().rposition(|byte| matches!(byte, b'\n' | b'\r'));
            self.encoding = encoding_of(&start[..cut.unwrap_or(0)]).unwrap_or(Encoding::Ascii);
        }
        let start = self.fill_buf()?;
        let has = |end| start.contains(&end);
        let end = if has(b'\r') && !has(b'\n') { b'\r' } else { b'\n' };
        self.line_end = Some(end);
        Ok(end)
    }

    /// Takes bytes back: they are read again before any other.
    pub(crate) fn give_back(&mut self, bytes: &[u8]) {
        let (back, given) = &mut self.back;
        back.splice(..*given, bytes.iter().copied());
        *given = 0;
    }

    /// Whether some of them have not been read again yet.
    pub(crate) const fn has_back(&self) -> bool {
        self.back.1 < self.back.0.len()
    }

    /// How many bytes of whole lines are text, as [`decode`](Self::decode) reads them one by one;
    /// and that text in UTF-8, where it is in another encoding.
    pub(crate) fn decode_lines(&mut self, lines: &[u8]) -> (usize, Option<String>) {
        if self.encoding == Encoding::Gb18030 {
            let text = GB18030.decode_without_bom_handling_and_without_replacement(lines);
            return match text {
                Some(text) => (lines.len(), Some(text.into_owned())),
                None => (0, None),
            };
        }
        if lines.is_ascii() {
            return (lines.len(), None);
        }
        let whole = match std::str::from_utf8(lines) {
            Ok(text) => text.len(),
            Err(error) => after_last_line(&lines[..error.valid_up_to()]),
        };
        if self.encoding == Encoding::Ascii && !lines[..whole].is_ascii() {
            self.encoding = Encoding::Utf8;
        }
        (whole, None)
    }

    /// A line as text; the first one above ASCII says in which encoding the others are.
    pub(crate) fn decode(&mut self, line: Vec<u8>) -> Result<String, &'static str> {
        if self.encoding == Encoding::Ascii && !line.is_ascii() {
            self.encoding = encoding_of(&line).ok_or(NEITHER)?;
        }
        if self.encoding == Encoding::Gb18030 {
            let text = GB18030.decode_without_bom_handling_and_without_replacement(&line);
            return text.map(std::borrow::Cow::into_owned).ok_or("the file is not all in GB 18030");
        }
        String::from_utf8(line).map_err(|_| "the file is not all in UTF-8")
    }
}

/// Where the last line feed ends, or 0.
pub(crate) fn after_last_line(bytes: &[u8]) -> usize {
    memchr::memrchr(b'\n', bytes).map_or(0, |end| end + 1)
}

const NEITHER: &str = "the file is neither in UTF-8 nor in GB 18030 nor in UTF-16";

/// Whole lines: in which encoding; `None` where in neither.
fn encoding_of(lines: &[u8]) -> Option<Encoding> {
    if lines.is_ascii() {
        return Some(Encoding::Ascii);
    }
    if std::str::from_utf8(lines).is_ok() {
        return Some(Encoding::Utf8);
    }
    let text = GB18030.decode_without_bom_handling_and_without_replacement(lines);
    text.map(|_| Encoding::Gb18030)
}

/// Whether it is UTF-16 with the low byte first: by its mark, or because text holds no zero
/// bytes but in UTF-16, where the high byte of a digit is zero.
fn is_utf16(start: &[u8]) -> Option<bool> {
    match start {
        [0xff, 0xfe, ..] => return Some(true),
        [0xfe, 0xff, ..] => return Some(false),
        _ => {}
    }
    let zeros = |odd: usize| {
        start.iter().take(1024).skip(odd).step_by(2).filter(|byte| **byte == 0).count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    (even + odd > 0).then_some(odd > even)
}

impl Read for Input<'_> {
    fn read(&mut self, out: &mut [u8]) -> Result<usize, Error> {
        let ready = self.fill_buf()?;
        let count = ready.len().min(out.len());
        out[..count].copy_from_slice(&ready[..count]);
        self.consume(count);
        Ok(count)
    }
}

impl BufRead for Input<'_> {
    fn fill_buf(&mut self) -> Result<&[u8], Error> {
        let (back, given) = &self.back;
        if *given < back.len() {
            return Ok(&back[*given..]);
        }
        match &mut self.bytes {
            Bytes::Plain(input) => input.fill_buf(),
            Bytes::Utf16(input) => input.fill_buf(),
            Bytes::None => Ok(&[]),
        }
    }

    fn consume(&mut self, count: usize) {
        let (back, given) = &mut self.back;
        if *given < back.len() {
            *given += count;
            return;
        }
        match &mut self.bytes {
            Bytes::Plain(input) => input.consume(count),
            Bytes::Utf16(input) => input.consume(count),
            Bytes::None => {}
        }
    }
}

/// UTF-16 as UTF-8, some bytes at a time.
struct FromUtf16<'a> {
    input: &'a mut dyn BufRead,
    decoder: Decoder,
    ready: String,
    given: usize,
    is_done: bool,
}

impl<'a> FromUtf16<'a> {
    fn new(input: &'a mut dyn BufRead, is_little: bool) -> Self {
        let encoding = if is_little { UTF_16LE } else { UTF_16BE };
        let decoder = encoding.new_decoder_with_bom_removal();
        Self { input, decoder, ready: String::new(), given: 0, is_done: false }
    }
}

/// How many bytes are turned at a time.
const AT_ONCE: usize = 1 << 14;

impl Read for FromUtf16<'_> {
    fn read(&mut self, out: &mut [u8]) -> Result<usize, Error> {
        while self.given == self.ready.len() && !self.is_done {
            let bytes = self.input.fill_buf()?;
            let bytes = &bytes[..bytes.len().min(AT_ONCE)];
            self.is_done = bytes.is_empty();
            self.ready.clear();
            self.given = 0;
            let room = self.decoder.max_utf8_buffer_length(bytes.len());
            self.ready.reserve(room.unwrap_or(4 * AT_ONCE));
            let (_, read, is_bad) =
                self.decoder.decode_to_string(bytes, &mut self.ready, self.is_done);
            self.input.consume(read);
            if is_bad {
                return Err(Error::new(ErrorKind::InvalidData, "it is not all in UTF-16"));
            }
        }
        let rest = &self.ready.as_bytes()[self.given..];
        let count = rest.len().min(out.len());
        out[..count].copy_from_slice(&rest[..count]);
        self.given += count;
        Ok(count)
    }
}
