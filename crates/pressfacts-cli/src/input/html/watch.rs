//! How long the parser's tokenizer has made nothing of what it was given.

use std::cell::Cell;

use html5ever::tokenizer::{Token, TokenSink, TokenSinkResult};

/// Hands tokens on, and notes that there were any. While there are none, the tokenizer is within a tag or a comment: it
/// compares each attribute of a tag with all before it, and tells of none until the tag ends.
pub(super) struct Watch<Sink> {
    pub(super) sink: Sink,
    made_any: Cell<bool>,
}

impl<Sink> Watch<Sink> {
    pub(super) fn new(sink: Sink) -> Self {
        Self { sink, made_any: Cell::new(false) }
    }

    /// Whether there were tokens since this was last asked.
    pub(super) fn made_any(&self) -> bool {
        self.made_any.take()
    }
}

impl<Sink: TokenSink> TokenSink for Watch<Sink> {
    type Handle = Sink::Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Self::Handle> {
        // Errors are told within a tag too.
        if !matches!(token, Token::ParseError(_)) {
            self.made_any.set(true);
        }
        self.sink.process_token(token, line)
    }

    fn end(&self) {
        self.sink.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.sink.adjusted_current_node_present_but_not_in_html_namespace()
    }
}
