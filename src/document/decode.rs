//! Bytes to text: byte-order marks, other encodings, invalid bytes.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::signature;
use crate::span::Span;

/// The UTF-8 form of U+FEFF.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A legacy encoding is told from at most this many bytes, from the first that is not ASCII on; more does
/// not make the guess better.
const DETECTION_WINDOW: usize = 1 << 20;

/// A file that is no text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a text file: it looks like {looks_like}")]
pub struct NotText {
    /// What the file looks like, for example “a PNG image”.
    pub looks_like: &'static str,
}

/// Decoded text and what was learnt on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text. A UTF-8 byte-order mark stays at its start, so that offsets are those of the file; the mark
    /// of UTF-16 is left out, as its file has other offsets anyway.
    pub text: String,
    /// WHATWG name of the encoding.
    pub encoding: &'static str,
    /// Where U+FFFD stands for bytes that the encoding does not allow.
    pub invalid: Vec<Span>,
}

/// Decodes the bytes of a file.
///
/// Valid UTF-8 is taken over without a copy. Bytes that are not valid UTF-8 are read as UTF-8 with errors or
/// as a legacy encoding, see [`is_broken_utf8`].
///
/// # Errors
/// [`NotText`] where the bytes are binary.
pub fn decode(bytes: Vec<u8>) -> Result<Decoded, NotText> {
    if let Some(looks_like) = signature::by_signature(&bytes) {
        return Err(NotText { looks_like });
    }
    if let Some((encoding, mark)) = utf_16(&bytes) {
        return Ok(decode_as(encoding, &bytes[mark..]));
    }
    if signature::has_too_many_controls(&bytes) {
        return Err(NotText { looks_like: "binary data" });
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => {
            return Ok(Decoded { text, encoding: UTF_8.name(), invalid: Vec::new() });
        }
        Err(error) => error.into_bytes(),
    };
    if is_broken_utf8(&bytes) {
        return Ok(decode_broken_utf8(&bytes));
    }
    Ok(decode_as(detect(&bytes), &bytes))
}

/// Which UTF-16 the bytes are, if they are, and the length of its byte-order mark.
///
/// Without a mark, text in Latin letters shows by its high bytes: at least half of the even or of the odd
/// bytes are NUL, and at most one in sixteen of the others.
fn utf_16(bytes: &[u8]) -> Option<(&'static Encoding, usize)> {
    match bytes {
        [0xff, 0xfe, ..] => return Some((UTF_16LE, 2)),
        [0xfe, 0xff, ..] => return Some((UTF_16BE, 2)),
        _ => {}
    }
    if bytes.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let units = bytes[..bytes.len().min(4096)].as_chunks::<2>().0;
    let first = units.iter().filter(|unit| unit[0] == 0).count();
    let second = units.iter().filter(|unit| unit[1] == 0).count();
    let is_high = |nuls: usize, others: usize| nuls * 2 >= units.len() && others * 16 <= units.len();
    let encoding = if is_high(second, first) {
        UTF_16LE
    } else if is_high(first, second) {
        UTF_16BE
    } else {
        return None;
    };
    // Numbers in a binary file have NULs in the same places, and control characters beside them.
    let low = usize::from(encoding == UTF_16BE);
    let of_latin = units.iter().filter(|unit| unit[1 - low] == 0);
    let lows: Vec<u8> = of_latin.map(|unit| unit[low]).collect();
    (!signature::has_too_many_controls(&lows)).then_some((encoding, 0))
}

/// Whether bytes that are not valid UTF-8 are UTF-8 all the same, damaged in some places.
///
/// They are where valid sequences of several bytes are at least as many as the invalid places. Text in a
/// single-byte encoding hardly ever forms such a sequence by chance, East Asian text forms at most two for
/// every five invalid places. Without any sequence to go by, they still are where FE and FF, which no UTF-8 has,
/// are the only bytes beyond ASCII: as letters of a legacy encoding (þ, ÿ) these do not come alone.
fn is_broken_utf8(bytes: &[u8]) -> bool {
    if bytes.starts_with(BYTE_ORDER_MARK) {
        return true;
    }
    let (mut sequences, mut invalid) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        // Every sequence has exactly one byte from C0 on.
        sequences += chunk.valid().bytes().filter(|&byte| byte >= 0xc0).count();
        invalid += usize::from(!chunk.invalid().is_empty());
    }
    sequences >= invalid || bytes.iter().all(|&byte| byte.is_ascii() || byte >= 0xfe)
}

/// UTF-8 with U+FFFD for every maximal piece of an invalid sequence, as WHATWG and Unicode recommend.
fn decode_broken_utf8(bytes: &[u8]) -> Decoded {
    let mut text = String::with_capacity(bytes.len());
    let mut invalid = Vec::new();
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            invalid.push(push_replacement(&mut text));
        }
    }
    Decoded { text, encoding: UTF_8.name(), invalid }
}

/// The legacy encoding that the bytes are most probably in.
fn detect(bytes: &[u8]) -> &'static Encoding {
    let first = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
    // What stands before the first byte beyond ASCII is ASCII: the window may begin anywhere in it.
    let start = first.saturating_sub(64);
    let end = bytes.len().min(start.saturating_add(DETECTION_WINDOW));
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[start..end], end == bytes.len());
    detector.guess(None, Utf8Detection::Deny)
}

/// Decodes bytes without a byte-order mark as `encoding`.
fn decode_as(encoding: &'static Encoding, mut bytes: &[u8]) -> Decoded {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len());
    let mut invalid = Vec::new();
    loop {
        let (result, read) = decoder.decode_to_string_without_replacement(bytes, &mut text, true);
        bytes = &bytes[read..];
        match result {
            DecoderResult::InputEmpty => break,
            DecoderResult::OutputFull => text.reserve(bytes.len().max(64)),
            DecoderResult::Malformed(..) => invalid.push(push_replacement(&mut text)),
        }
    }
    Decoded { text, encoding: encoding.name(), invalid }
}

/// Adds U+FFFD and says where.
fn push_replacement(text: &mut String) -> Span {
    let start = text.len();
    text.push(char::REPLACEMENT_CHARACTER);
    Span::new(start, text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, &'static str, usize) {
        let decoded = decode(bytes.to_vec()).expect("is text");
        for span in &decoded.invalid {
            assert_eq!(span.of(&decoded.text), "\u{fffd}");
        }
        (decoded.text, decoded.encoding, decoded.invalid.len())
    }

    fn utf_16_bytes(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    }

    #[test]
    fn valid_utf_8_is_not_copied() {
        let bytes = "“Déjà vu”".as_bytes().to_vec();
        let address = bytes.as_ptr();
        let decoded = decode(bytes).expect("is text");
        assert_eq!(decoded.text.as_ptr(), address);
        assert_eq!(decoded.encoding, "UTF-8");
    }

    #[test]
    fn a_byte_order_mark_of_utf_8_stays() {
        assert_eq!(read(b"\xef\xbb\xbfHi"), ("\u{feff}Hi".into(), "UTF-8", 0));
        assert_eq!(read(b"\xef\xbb\xbfcaf\xe9"), ("\u{feff}caf\u{fffd}".into(), "UTF-8", 1));
    }

    #[test]
    fn utf_16_is_read_with_and_without_its_mark() {
        let text = "“Déjà vu”, she said. 😀";
        for (mark, to_bytes, name) in [
            ("\u{feff}", u16::to_le_bytes as fn(u16) -> [u8; 2], "UTF-16LE"),
            ("\u{feff}", u16::to_be_bytes, "UTF-16BE"),
            ("", u16::to_le_bytes, "UTF-16LE"),
            ("", u16::to_be_bytes, "UTF-16BE"),
        ] {
            let bytes = utf_16_bytes(&format!("{mark}{text}"), to_bytes);
            assert_eq!(read(&bytes), (text.into(), name, 0));
        }
    }

    #[test]
    fn half_a_surrogate_pair_and_an_odd_byte_are_invalid() {
        assert_eq!(read(b"\xff\xfeA\0\x3d\xd8B\0C"), ("A\u{fffd}B\u{fffd}".into(), "UTF-16LE", 2));
    }

    #[test]
    fn legacy_encodings_are_told_by_their_prose() {
        for (label, text) in [
            ("windows-1252", "He didn’t say “yes”: the café on the Champs-Élysées is closed."),
            ("windows-1252", "The minister’s statement was short."),
            ("windows-1251", "Вчера в Москве состоялась встреча министров иностранных дел."),
            ("windows-1250", "Včera se v Praze sešli ministři zahraničních věcí členských států."),
            ("Shift_JIS", "これは日本語の文章です。昨日、東京で会議が開かれた。"),
            ("GBK", "昨天，外交部发言人在北京举行的记者会上表示，双方将继续保持沟通。"),
            ("EUC-KR", "어제 서울에서 열린 회의에서 새로운 경제 정책을 발표했다고 밝혔다."),
        ] {
            let encoding = Encoding::for_label(label.as_bytes()).expect("a WHATWG label");
            let (bytes, ..) = encoding.encode(text);
            assert_eq!(read(&bytes), (text.into(), label, 0));
        }
    }

    #[test]
    fn utf_8_with_a_few_bad_bytes_stays_utf_8() {
        assert_eq!(
            read(b"caf\xc3\xa9 \xff na\xc3\xafve \xe2\x80"),
            ("café \u{fffd} naïve \u{fffd}".into(), "UTF-8", 2)
        );
        assert_eq!(read(b"plain \xff\xfe text"), ("plain \u{fffd}\u{fffd} text".into(), "UTF-8", 2));
    }

    #[test]
    fn binary_data_is_refused() {
        let error = decode(b"\x01\x02\0\0\x05\x06\0\0some name\0".to_vec()).expect_err("is binary");
        assert_eq!(error.to_string(), "not a text file: it looks like binary data");
        let numbers: Vec<u8> = (0..1000_u16).flat_map(|n| (n % 25).to_le_bytes()).collect();
        assert!(decode(numbers).is_err());
    }
}
