//! Files that are no text, by their first bytes or by their control bytes.

/// What the first bytes of kinds of files are, for kinds that people keep beside their copy.
///
/// A signature of printable characters alone could begin an article, so it only counts beside control bytes.
const SIGNATURES: &[(usize, &[u8], &str)] = &[
    (0, b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (0, b"\xff\xd8\xff", "a JPEG image"),
    (0, b"GIF87a", "a GIF image"),
    (0, b"GIF89a", "a GIF image"),
    (0, b"II*\0", "a TIFF image"),
    (0, b"MM\0*", "a TIFF image"),
    (8, b"WEBP", "a WebP image"),
    (0, b"BM", "a BMP image"),
    (4, b"ftypavif", "an AVIF image"),
    (4, b"ftyphei", "a HEIC image"),
    (4, b"ftypM4A", "an MPEG-4 sound file"),
    (4, b"ftyp", "an MPEG-4 film"),
    (0, b"\x1aE\xdf\xa3", "a Matroska or WebM film"),
    (8, b"AVI ", "an AVI film"),
    (8, b"WAVE", "a WAVE sound file"),
    (0, b"ID3", "an MP3 sound file"),
    (0, b"\xff\xfb", "an MP3 sound file"),
    (0, b"\xff\xf3", "an MP3 sound file"),
    (0, b"OggS", "an Ogg sound file"),
    (0, b"fLaC", "a FLAC sound file"),
    (0, b"%PDF-", "a PDF document"),
    (0, b"{\\rtf", "an RTF document"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office document"),
    (0, b"\x1f\x8b", "a gzip archive"),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (0, b"BZh", "a bzip2 archive"),
    (0, b"\xfd7zXZ\0", "an xz archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (257, b"ustar", "a tar archive"),
    (0, b"\x7fELF", "an ELF program"),
    (0, b"MZ", "a Windows program"),
    (0, b"\xfe\xed\xfa\xce", "a macOS program"),
    (0, b"\xfe\xed\xfa\xcf", "a macOS program"),
    (0, b"\xce\xfa\xed\xfe", "a macOS program"),
    (0, b"\xcf\xfa\xed\xfe", "a macOS program"),
    (0, b"\xca\xfe\xba\xbe", "a Java class or a macOS program"),
    (0, b"\0asm", "a WebAssembly program"),
    (0, b"SQLite format 3\0", "an SQLite database"),
    (0, b"\0\x01\0\0", "a TrueType font"),
    (0, b"wOF", "a web font"),
    (0, b"\xff\xfe\0\0", "UTF-32 text, which has to be saved as UTF-8 first"),
    (0, b"\0\0\xfe\xff", "UTF-32 text, which has to be saved as UTF-8 first"),
];

/// Kinds of ZIP archives, by the names of the files inside.
const ARCHIVES: &[(&[u8], &str)] = &[
    (b"application/epub+zip", "an EPUB book (ZIP)"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file (ZIP)"),
    (b"word/", "a Word document (DOCX)"),
    (b"xl/", "an Excel workbook (XLSX)"),
    (b"ppt/", "a PowerPoint presentation (PPTX)"),
    (b"[Content_Types].xml", "a Microsoft Office document (DOCX, XLSX or PPTX)"),
    (b"META-INF/", "a Java archive (JAR)"),
];

/// What the file looks like by its first bytes, where that is no text.
pub(super) fn by_signature(bytes: &[u8]) -> Option<&'static str> {
    let head = &bytes[..bytes.len().min(4096)];
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        let kind = ARCHIVES.iter().find(|(name, _)| memchr::memmem::find(head, name).is_some());
        return Some(kind.map_or("a ZIP archive", |&(_, kind)| kind));
    }
    let &(_, signature, kind) = SIGNATURES
        .iter()
        .find(|(at, signature, _)| head.get(*at..).is_some_and(|from| from.starts_with(signature)))?;
    let says_enough = signature.len() > 4 && signature != b"ustar" && !signature.starts_with(b"GIF");
    let is_printable = signature.iter().all(|byte| (b' '..0x7f).contains(byte));
    let is_certain = !is_printable || says_enough || head.iter().any(|&byte| is_control(byte));
    is_certain.then_some(kind)
}

/// Control bytes that no prose has; tabs, line and page ends and ESC are left out.
const fn is_control(byte: u8) -> bool {
    (byte < 0x20 && !matches!(byte, b'\t'..=b'\r' | 0x1b)) || byte == 0x7f
}

/// Whether there are more control bytes than slips explain.
///
/// One control byte in fifty is too many, and a NUL counts four times; two single ones are granted, so that
/// a stray control character in a short article is a finding and not the refusal of the file.
pub(super) fn has_too_many_controls(bytes: &[u8]) -> bool {
    let suspicion = count(bytes, is_control) + 3 * count(bytes, |byte| byte == 0);
    suspicion.saturating_mul(50) > bytes.len() + 100
}

/// How many bytes satisfy `is_counted`.
fn count(bytes: &[u8], is_counted: impl Fn(u8) -> bool) -> usize {
    // Chunks whose count fits a byte let the compiler count many bytes at once.
    let in_chunk = |chunk: &[u8]| chunk.iter().map(|&byte| u8::from(is_counted(byte))).sum::<u8>();
    bytes.chunks(128).map(|chunk| usize::from(in_chunk(chunk))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn binary_files_are_named() {
        let mut tar = vec![b'a'; 257];
        tar.extend(b"ustar\0");
        for (bytes, kind) in [
            (&b"\x89PNG\r\n\x1a\n\0\0"[..], "a PNG image"),
            (b"%PDF-1.7\n", "a PDF document"),
            (b"PK\x03\x04\x14\0\0\0word/document.xml", "a Word document (DOCX)"),
            (b"PK\x03\x04\x14\0\0\0notes.txt", "a ZIP archive"),
            (b"RIFF\x10\0\0\0WEBPVP8 ", "a WebP image"),
            (b"MZ\x90\0\x03", "a Windows program"),
            (b"ID3\x04\0", "an MP3 sound file"),
            (b"SQLite format 3\0", "an SQLite database"),
            (&tar, "a tar archive"),
        ] {
            assert_eq!(by_signature(bytes), Some(kind), "{bytes:?}");
        }
    }

    #[test]
    fn an_article_may_begin_like_a_signature() {
        for text in ["BM stands for British Museum.", "MZ", "GIF89a is a format.", "ID3 tags", "PK"] {
            assert_eq!(by_signature(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn a_stray_control_character_is_no_binary_file() {
        assert!(!has_too_many_controls(b"He said\x02 no."));
        assert!(!has_too_many_controls(b""));
        assert!(has_too_many_controls(b"\0\x01\x02\x03data"));
        assert!(has_too_many_controls(&[0; 1000]));
        let mut article = b"A line of prose. ".repeat(200);
        article[1000] = 0;
        assert!(!has_too_many_controls(&article));
    }
}
