//! The word sequences that name bodies.

use crate::fact::Link;
use crate::layout::Document;
use crate::link::names::Names;

/// Word sequences and the bodies that they name.
#[derive(Default)]
pub(crate) struct Forms {
    names: Names,
    list: Vec<Form>,
}

/// What a sequence of words names.
#[derive(Clone, Copy)]
pub(crate) struct Form {
    /// None where it might name several.
    pub(crate) body: Option<usize>,
    pub(crate) link: Link,
    /// Whether it is less than the name: another body may have it too.
    partial: bool,
}

impl Forms {
    /// Lets the words name the body in full.
    pub(crate) fn name(&mut self, words: Vec<String>, body: usize) {
        self.add(words, body, Link::Name, false);
    }

    /// Lets words that are not the whole name stand for it, if they are no other body’s.
    pub(crate) fn part(&mut self, words: Vec<String>, body: usize) {
        self.add(words, body, Link::Name, true);
    }

    pub(crate) fn acronym(&mut self, words: Vec<String>, body: usize) {
        self.add(words, body, Link::Acronym, false);
    }

    /// Lets the words stand for the body in short.
    pub(crate) fn short(&mut self, words: Vec<String>, body: usize, link: Link) {
        self.add(words, body, link, true);
    }

    fn add(&mut self, words: Vec<String>, body: usize, link: Link, partial: bool) {
        let Some(known) = self.names.get(&words) else {
            self.names.add(words, self.list.len());
            self.list.push(Form { body: Some(body), link, partial });
            return;
        };
        let known = &mut self.list[known];
        if known.partial && known.body != Some(body) {
            // Of two bodies that may be called so it names neither, unless it is one's name in full.
            *known = Form { body: (!partial).then_some(body), link, partial };
        }
    }

    /// The body whose name in full the words are.
    pub(crate) fn named(&self, words: &[String]) -> Option<usize> {
        self.names.get(words).map(|form| self.list[form]).filter(|form| !form.partial)?.body
    }

    /// The longest form that starts at the token, and where it ends.
    pub(crate) fn longest_at(&self, document: &Document<'_>, at: usize, end: usize) -> Option<(Form, usize)> {
        self.names.longest_at(document, at, end).map(|(form, end)| (self.list[form], end))
    }
}
