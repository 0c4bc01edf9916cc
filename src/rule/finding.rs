//! What a matcher hands to its rule, before the rule adds its name, category and words.

use crate::diagnostic::{Applicability, Edit, Label};
use crate::span::Span;

/// One place that a matcher found.
#[derive(Debug, Clone, Default)]
pub(crate) struct Finding {
    /// Where, in the document's text.
    pub(crate) span: Span,
    /// Says it better than the rule's own message does.
    pub(crate) message: Option<String>,
    /// Related places.
    pub(crate) labels: Vec<Label>,
    /// Edits that mend it together; none where only a person can.
    pub(crate) edits: Vec<Edit>,
    /// Set where this fix is less sure than the rule's fixes are.
    pub(crate) doubtful: bool,
    /// The id to report under where it is not the rule's own (an entry of a phrase table).
    pub(crate) id: Option<std::sync::Arc<str>>,
}

impl Finding {
    /// A finding at `span` with nothing else.
    pub(crate) fn at(span: Span) -> Self {
        Self { span, ..Self::default() }
    }

    /// A finding at `span` that is mended by writing `text` there.
    pub(crate) fn replace(span: Span, text: impl Into<String>) -> Self {
        Self::at(span).edit(Edit::replace(span, text))
    }

    /// Adds an edit.
    pub(crate) fn edit(mut self, edit: Edit) -> Self {
        self.edits.push(edit);
        self
    }

    /// Adds a related place.
    pub(crate) fn label(mut self, span: Span, message: impl Into<String>) -> Self {
        self.labels.push(Label { span, message: message.into() });
        self
    }

    /// Sets the message.
    pub(crate) fn message(mut self, message: impl Into<String>) -> Self {
        self.message = Some(message.into());
        self
    }

    /// Says that the fix needs a look even where the rule's fixes do not.
    pub(crate) fn doubtful(mut self) -> Self {
        self.doubtful = true;
        self
    }

    /// How sure the fix is, given how sure the rule's fixes are.
    pub(crate) fn applicability(&self, rule: Applicability) -> Applicability {
        if self.doubtful { Applicability::Unsafe } else { rule }
    }
}
