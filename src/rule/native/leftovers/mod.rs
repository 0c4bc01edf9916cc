//! What is left over of the source, its encoding or its page.

pub(super) mod bidi_control;
pub(super) mod bracketed_source;
pub(super) mod control;
pub(super) mod entity;
pub(super) mod fullwidth;
pub(super) mod invalid_bytes;
pub(super) mod mixed_script;
pub(super) mod mojibake;
pub(super) mod source_run;
