//! The wordings that name bodies.

use crate::fact::Link;
use crate::link::wording::{ByWording, Wording};

/// Wordings and the bodies that they name.
#[derive(Default)]
pub(crate) struct Forms(ByWording<Form>);

/// What a wording names.
#[derive(Clone, Copy)]
pub(crate) struct Form {
    /// None where it might name several.
    pub(crate) body: Option<usize>,
    pub(crate) link: Link,
    /// Whether it is less than the name: another body may have it too.
    partial: bool,
}

impl Forms {
    /// Lets the wording name the body in full.
    pub(crate) fn name(&mut self, wording: Wording, body: usize) {
        self.add(wording, body, Link::Name, false);
    }

    /// Lets words that are not the whole name stand for it, if they are no other body’s.
    pub(crate) fn part(&mut self, wording: Wording, body: usize) {
        self.add(wording, body, Link::Name, true);
    }

    pub(crate) fn acronym(&mut self, wording: Wording, body: usize) {
        self.add(wording, body, Link::Acronym, false);
    }

    /// Lets the wording stand for the body in short.
    pub(crate) fn short(&mut self, wording: Wording, body: usize, link: Link) {
        self.add(wording, body, link, true);
    }

    fn add(&mut self, wording: Wording, body: usize, link: Link, partial: bool) {
        if wording == Wording::EMPTY {
            return;
        }
        match self.0.entry(wording) {
            Some(known) if known.partial && known.body != Some(body) => {
                // Of two bodies that may be called so it names neither, unless it is one's name in full.
                *known = Form { body: (!partial).then_some(body), link, partial };
            }
            Some(_) => {}
            new => *new = Some(Form { body: Some(body), link, partial }),
        }
    }

    /// What the wording names.
    pub(crate) fn get(&self, wording: Wording) -> Option<Form> {
        self.0.get(wording).copied()
    }

    /// The body whose name in full the wording is.
    pub(crate) fn named(&self, wording: Wording) -> Option<usize> {
        self.get(wording).filter(|form| !form.partial)?.body
    }
}
