//! Files read with care: no folder, pipe or device, nothing without an end, nothing beyond a limit.

use std::fs::{self, File, FileType, Metadata};
use std::io::{self, Read};
use std::path::Path;
use std::str;

use crate::document::{NotText, decode};
use crate::file_error::FileError;

/// The name of the configuration file, which is looked for in the current folder and those above it.
pub const CONFIG_NAME: &str = "mtlint.toml";

/// The largest article, in bytes. A year of a newspaper fits; what is larger is no article.
pub const LARGEST_ARTICLE: u64 = 256 << 20;

/// The largest rule or configuration file, in bytes.
const LARGEST_TOML: u64 = 16 << 20;

/// How much of a large file, in bytes, is looked at before the rest is read.
const HEAD: u64 = 64 << 10;

/// Why a file cannot be read as text.
#[derive(Debug, thiserror::Error)]
pub enum InputError {
    /// Nothing has this path.
    #[error("there is no such file or folder")]
    Missing,
    /// A folder where a file is needed.
    #[error("this is a folder, not a file")]
    Folder,
    /// A pipe, a device or a socket: it may never end.
    #[error(
        "this is {0}, not a file; to check what it gives, use standard input: `mtlint check - < FILE` or `COMMAND | mtlint check -`"
    )]
    Special(&'static str),
    /// More than the limit, in bytes.
    #[error("the file is too large: the limit is {} MB; split it", .0 >> 20)]
    TooLarge(u64),
    /// No text in any encoding.
    #[error(transparent)]
    NotText(#[from] NotText),
    /// Symbolic links that lead to each other.
    #[error("this symbolic link leads back to itself")]
    Loop,
    /// What the system says.
    #[error("cannot read it: {}", system_words(.0))]
    Io(io::Error),
}

impl From<io::Error> for InputError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing,
            io::ErrorKind::IsADirectory => Self::Folder,
            _ if is_link_loop(&error) => Self::Loop,
            _ => Self::Io(error),
        }
    }
}

/// The bytes of an article.
///
/// A binary file is refused by its first bytes, and one that is too large by its size: neither is read to the end.
///
/// # Errors
/// Why it cannot be read, or is no text.
pub fn read_article(path: &Path) -> Result<Vec<u8>, InputError> {
    let metadata = regular_file(path)?;
    let mut file = File::open(path)?;
    let mut bytes = Vec::new();
    if metadata.len() > HEAD {
        file.by_ref().take(HEAD).read_to_end(&mut bytes)?;
        decode(bytes.clone())?;
        refuse_above(LARGEST_ARTICLE, metadata.len())?;
        bytes.reserve_exact(usize::try_from(metadata.len() - HEAD).unwrap_or(0));
    }
    read_rest(file, bytes, LARGEST_ARTICLE)
}

/// The bytes of an article that comes from a stream such as standard input.
///
/// # Errors
/// What the stream says, or that it gives more than [`LARGEST_ARTICLE`].
pub fn read_stream(mut stream: impl Read) -> Result<Vec<u8>, InputError> {
    let mut bytes = Vec::new();
    stream.by_ref().take(HEAD).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == HEAD {
        decode(bytes.clone())?;
    }
    read_rest(stream, bytes, LARGEST_ARTICLE)
}

/// The text of a file that people write: a rule, a configuration.
///
/// # Errors
/// Why it cannot be read; bytes that are no UTF-8, with their place.
pub fn read_toml(path: &Path) -> Result<String, FileError> {
    let bytes = regular_file(path)
        .and_then(|metadata| refuse_above(LARGEST_TOML, metadata.len()))
        .and_then(|()| Ok(File::open(path)?))
        .and_then(|file| read_rest(file, Vec::new(), LARGEST_TOML))
        .map_err(|error| FileError::new(path, error.to_string()))?;
    let mut text = String::from_utf8(bytes).map_err(|error| not_utf8(path, error.as_bytes()))?;
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    Ok(text)
}

/// Reads on behind `bytes`. The limit is kept a second time: a file can grow, and one of `/proc` has no size.
fn read_rest(stream: impl Read, mut bytes: Vec<u8>, limit: u64) -> Result<Vec<u8>, InputError> {
    let most = limit + 1 - bytes.len() as u64;
    stream.take(most).read_to_end(&mut bytes)?;
    refuse_above(limit, bytes.len() as u64)?;
    Ok(bytes)
}

/// What the system knows of the file at `path`, links followed, where it is a file that ends.
fn regular_file(path: &Path) -> Result<Metadata, InputError> {
    let metadata = fs::metadata(path)?;
    let kind = metadata.file_type();
    if kind.is_file() {
        Ok(metadata)
    } else if kind.is_dir() {
        Err(InputError::Folder)
    } else {
        Err(InputError::Special(name_of(kind)))
    }
}

#[cfg(unix)]
fn name_of(kind: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    if kind.is_fifo() {
        "a pipe"
    } else if kind.is_socket() {
        "a socket"
    } else {
        "a device"
    }
}

#[cfg(not(unix))]
fn name_of(_kind: FileType) -> &'static str {
    "a device"
}

/// Whether symbolic links lead in a circle; `io::ErrorKind` has no stable name for it.
fn is_link_loop(error: &io::Error) -> bool {
    format!("{:?}", error.kind()) == "FilesystemLoop"
}

fn refuse_above(limit: u64, size: u64) -> Result<(), InputError> {
    if size > limit {
        return Err(InputError::TooLarge(limit));
    }
    Ok(())
}

fn not_utf8(path: &Path, bytes: &[u8]) -> FileError {
    let valid = str::from_utf8(bytes).err().map_or(0, |error| error.valid_up_to());
    let lossy = String::from_utf8_lossy(bytes);
    let message = format!("the file is not UTF-8: here is the byte 0x{:02X}", bytes[valid]);
    FileError::at(path, &lossy, valid..valid + 1, message).with_help("save it as UTF-8")
}

/// The system's message without the number behind it.
pub(crate) fn system_words(error: &io::Error) -> String {
    let words = error.to_string();
    match words.split_once(" (os error") {
        Some((words, _)) => words.to_lowercase(),
        None => words,
    }
}
