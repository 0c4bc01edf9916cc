//! From the paths of the command line to the articles to check, in order.

use std::collections::BTreeSet;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use ignore::{DirEntry, WalkBuilder};

use crate::file_error::did_you_mean;
use crate::input::{self, InputError};

/// The endings of a name that make a file of a folder an article.
const ARTICLE_EXTENSIONS: [&str; 2] = ["txt", "text"];

/// Standard input, as a path of the command line.
const STDIN: &str = "-";

/// One article to check.
#[derive(Debug)]
pub(super) struct Article {
    /// The name in the report.
    pub(super) name: String,
    place: Place,
}

#[derive(Debug)]
enum Place {
    File(PathBuf),
    Stdin,
    /// It was found out already that there is nothing to read, and why.
    Nowhere(String),
}

impl Article {
    /// The bytes, or why there are none.
    pub(super) fn read(&self) -> Result<Vec<u8>, String> {
        match &self.place {
            Place::File(path) => input::read_article(path).map_err(|error| match error {
                InputError::Missing => with_nearest_name(&error, path),
                _ => error.to_string(),
            }),
            Place::Stdin => input::read_stream(io::stdin().lock()).map_err(|error| error.to_string()),
            Place::Nowhere(reason) => Err(reason.clone()),
        }
    }

    /// Whether somebody has to type it.
    pub(super) fn is_typed(&self) -> bool {
        matches!(self.place, Place::Stdin) && io::stdin().is_terminal()
    }

    /// Size in bytes as far as it is known beforehand.
    pub(super) fn size(&self) -> u64 {
        match &self.place {
            Place::File(path) => path.metadata().map_or(0, |metadata| metadata.len()),
            Place::Stdin => input::LARGEST_ARTICLE,
            Place::Nowhere(_) => 0,
        }
    }
}

/// The articles that `paths` lead to, by name, each once; the current folder where there are none.
///
/// A path that leads nowhere is an article too: it is reported in its place among the others.
pub(super) fn articles(paths: &[PathBuf], stdin_filename: Option<&str>) -> Vec<Article> {
    let mut articles = Vec::new();
    if paths.is_empty() && stdin_filename.is_none() {
        walk(Path::new("."), &mut articles);
    } else if paths.is_empty() {
        articles.push(stdin(stdin_filename));
    }
    for path in paths {
        if path.as_os_str() == STDIN {
            articles.push(stdin(stdin_filename));
        } else if path.is_dir() {
            walk(path, &mut articles);
        } else {
            articles.push(file(path.clone()));
        }
    }
    articles.sort_by(|a, b| a.name.cmp(&b.name));
    if paths.len() > 1 {
        remove_repeated(&mut articles);
    }
    articles
}

fn file(path: PathBuf) -> Article {
    Article { name: path.to_string_lossy().into_owned(), place: Place::File(path) }
}

fn stdin(name: Option<&str>) -> Article {
    Article { name: name.unwrap_or("<stdin>").to_owned(), place: Place::Stdin }
}

fn nowhere(path: &Path, reason: String) -> Article {
    Article { name: path.to_string_lossy().into_owned(), place: Place::Nowhere(reason) }
}

/// Adds the articles of a folder; links inside of it are not followed, so that it ends.
fn walk(folder: &Path, articles: &mut Vec<Article>) {
    let before = articles.len();
    // A `.gitignore` says what is no copy, whether or not the folder is a repository.
    for entry in WalkBuilder::new(folder).require_git(false).build() {
        match entry {
            Ok(entry) if is_article(&entry) => {
                let path = entry.path();
                articles.push(file(path.strip_prefix(".").unwrap_or(path).to_owned()));
            }
            Ok(_) => {}
            Err(error) => {
                let (path, reason) = failure(&error, folder);
                articles.push(nowhere(path, reason));
            }
        }
    }
    if articles.len() == before {
        let reason = "there is no text to check in this folder: no *.txt or *.text that is neither hidden nor \
                      git-ignored; name a file to check it whatever its name";
        articles.push(nowhere(folder, reason.to_owned()));
    }
}

fn is_article(entry: &DirEntry) -> bool {
    let extension = entry.path().extension().and_then(|extension| extension.to_str());
    entry.file_type().is_some_and(|kind| kind.is_file())
        && extension.is_some_and(|extension| {
            ARTICLE_EXTENSIONS.iter().any(|known| extension.eq_ignore_ascii_case(known))
        })
}

/// The place and the reason of an error of the walk in `folder`.
fn failure<'e>(error: &'e ignore::Error, folder: &'e Path) -> (&'e Path, String) {
    match error {
        ignore::Error::WithPath { path, err } => (path, failure(err, path).1),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
            failure(err, folder)
        }
        ignore::Error::Io(error) => (folder, format!("cannot read it: {}", input::system_words(error))),
        other => (folder, other.to_string()),
    }
}

/// Keeps the first article of those that are the same file.
fn remove_repeated(articles: &mut Vec<Article>) {
    let mut seen = BTreeSet::new();
    articles.retain(|article| match &article.place {
        Place::File(path) => seen.insert(path.canonicalize().unwrap_or_else(|_| path.clone())),
        Place::Stdin => seen.insert(PathBuf::from(STDIN)),
        Place::Nowhere(_) => seen.insert(PathBuf::from(&article.name)),
    });
}

/// Says that a file is missing, and which name in its folder is nearest to it.
fn with_nearest_name(error: &InputError, path: &Path) -> String {
    match nearest(path) {
        Some(near) => format!("{error}; did you mean `{}`?", near.display()),
        None => error.to_string(),
    }
}

/// The file beside `path` whose name, its ending left out, is most like that of `path`.
///
/// Short names are all like each other, so nothing is guessed from them.
fn nearest(path: &Path) -> Option<PathBuf> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let entries = folder.unwrap_or(Path::new(".")).read_dir().ok()?;
    let mut names: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.file_name().into())).collect();
    names.sort();
    let stems = names.iter().filter_map(|name| name.file_stem()?.to_str());
    let stem = path.file_stem()?.to_str().filter(|stem| stem.len() >= 5)?;
    let near = did_you_mean(stem, stems)?;
    let name = names.iter().find(|name| name.file_stem().is_some_and(|stem| stem == near))?;
    Some(path.with_file_name(name))
}
