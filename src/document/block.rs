//! The parts of an article that a rule may treat differently.

use serde::Deserialize;

use crate::span::Span;

/// What a block of text is to the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    /// A headline or a crosshead: no sentence is expected.
    Heading,
    /// Running prose.
    Paragraph,
    /// One entry of a list.
    ListItem,
    /// A block set off as a quotation.
    Quotation,
    /// The line under or over a picture, with its credit.
    Caption,
    /// Who wrote it.
    Byline,
    /// Where and when, alone on its line.
    Dateline,
}

/// One block of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its text, trimmed of white space and of list or quotation markers.
    pub span: Span,
}
