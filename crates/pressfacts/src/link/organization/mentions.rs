//! Where the text names bodies, in full and in short.

use std::collections::HashMap;

use super::Body;
use super::forms::{Form, Forms};
use super::terms::{is_the, terms};
use crate::fact::{Link, Organization};
use crate::layout::Document;
use crate::lexicon::Classes;
use crate::link::names::{is_name_word, plain, words};
use crate::span::Span;
use crate::token::{Case, Gap, Kind, Token};

/// How many blocks back the name may stand that `the Ministry` takes up.
const BLOCKS_BACK: usize = 2;
/// In place of a block: the text itself says what the head means.
const DEFINED: usize = usize::MAX;
/// The head of every company.
pub(super) const COMPANY: &str = "company";
/// How many words `the` may be followed by to take a name up: `the Copyright Department`.
const LONGEST_HEAD: usize = 4;

/// The bodies with their mentions, in the order of the first, and where each has gone in that order.
pub(crate) fn mentioned(document: &Document<'_>, bodies: Vec<Body>, mut forms: Forms) -> (Vec<Organization>, Vec<Option<usize>>) {
    add_short_forms(document, &bodies, &mut forms);
    let mut scan = Scan { document, bodies: &bodies, forms, found: vec![Vec::new(); bodies.len()], heads: HashMap::new() };
    for (at, sentence) in document.sentences.iter().enumerate() {
        scan.read(at, sentence.tokens.clone());
    }
    let mut found = scan.found;
    for mentions in &mut found {
        drop_doubtful(mentions);
    }
    let mut order: Vec<usize> = (0..bodies.len()).filter(|&body| !found[body].is_empty()).collect();
    order.sort_by_key(|&body| found[body][0].span);
    let mut moved = vec![None; bodies.len()];
    for (place, &body) in order.iter().enumerate() {
        moved[body] = Some(place);
    }
    let mut bodies: Vec<Option<Body>> = bodies.into_iter().map(Some).collect();
    let organization = |body: usize| {
        let Body { name, acronym, .. } = bodies[body].take()?;
        let (mentions, links) = found[body].iter().map(|mention| (mention.span, mention.link)).unzip();
        Some(Organization { name, acronym, mentions, links })
    };
    (order.into_iter().filter_map(organization).collect(), moved)
}

/// Company names in short, and the initials of names that no acronym was given for.
fn add_short_forms(document: &Document<'_>, bodies: &[Body], forms: &mut Forms) {
    for (index, body) in bodies.iter().enumerate() {
        for short in &body.short_names {
            forms.short(words(short, document.lexicon), index, Link::ShortName);
        }
        if let Some(initials) = body.initials.as_ref().filter(|_| body.acronym.is_none()) {
            forms.short(vec![initials.clone()], index, Link::Initials);
        }
    }
}

/// One mention of a body.
#[derive(Clone, Copy)]
struct Mention {
    span: Span,
    link: Link,
    /// Whether the word may have its capital from where it stands.
    doubtful: bool,
}

/// A short name at a sentence's start counts only where the text has it elsewhere too.
fn drop_doubtful(mentions: &mut Vec<Mention>) {
    if !mentions.iter().any(|mention| mention.link == Link::ShortName && !mention.doubtful) {
        mentions.retain(|mention| !mention.doubtful);
    }
}

/// The body that a head last named.
struct Latest {
    body: usize,
    block: usize,
    /// Whether it named another one before, within reach.
    several: bool,
}

/// Notes that the head names the body now. What the text has defined stays.
fn take_up(heads: &mut HashMap<String, Latest>, head: &str, body: usize, block: usize) {
    let Some(latest) = heads.get_mut(head) else {
        heads.insert(head.to_owned(), Latest { body, block, several: false });
        return;
    };
    if latest.block != DEFINED {
        latest.several = is_near(head, latest, block) && (latest.several || latest.body != body);
        latest.body = body;
        latest.block = block;
    }
}

/// Whether the head may take the name up again: a company's anywhere, any other not far from it.
fn is_near(head: &str, latest: &Latest, block: usize) -> bool {
    head == COMPANY || block - latest.block <= BLOCKS_BACK
}

struct Scan<'d, 't> {
    document: &'d Document<'t>,
    bodies: &'d [Body],
    forms: Forms,
    found: Vec<Vec<Mention>>,
    heads: HashMap<String, Latest>,
}

impl Scan<'_, '_> {
    fn read(&mut self, sentence: usize, tokens: std::ops::Range<usize>) {
        let block = self.document.sentences[sentence].block;
        let mut next = tokens.start;
        while next < tokens.end {
            let token = &self.document.tokens[next];
            let opens = token.capitalized() || matches!(token.kind, Kind::Web | Kind::Number);
            let named = if opens { self.forms.longest_at(self.document, next, tokens.end) } else { None };
            let named = named.filter(|&(form, end)| self.fits(form, tokens.clone(), next, end));
            if let Some((Form { body: Some(body), link, .. }, end)) = named {
                let end = self.with_legal_form(body, end, tokens.end, block);
                self.note(body, link, next..end, tokens.start, block);
                for term in terms(self.document, end, tokens.end) {
                    let defined = words(term.words, self.document.lexicon);
                    if term.definite {
                        let latest = Latest { body, block: DEFINED, several: false };
                        self.heads.insert(defined.join(" "), latest);
                    } else {
                        self.forms.short(defined, body, Link::Defined);
                    }
                }
                next = end;
            } else if let Some((body, link, end)) = self.definite(next, tokens.end, block) {
                self.note(body, link, next..end, tokens.start, block);
                next = end;
            } else {
                next += 1;
            }
        }
    }

    fn note(&mut self, body: usize, link: Link, tokens: std::ops::Range<usize>, start: usize, block: usize) {
        let doubtful =
            link == Link::ShortName && tokens.start == start && tokens.len() == 1 && !self.is_owner_or_subject(tokens.end);
        self.found[body].push(Mention { span: self.document.span(tokens), link, doubtful });
        for head in &self.bodies[body].heads {
            take_up(&mut self.heads, head, body, block);
        }
    }

    /// Where the name ends with the legal form behind it, which makes the body a company: `Tide Foods, Inc.`
    fn with_legal_form(&mut self, body: usize, end: usize, limit: usize, block: usize) -> usize {
        let is = |at: usize, fits: &dyn Fn(&Token) -> bool| at < limit && fits(&self.document.tokens[at]);
        let form = end + usize::from(is(end, &|token| token.kind == Kind::Comma));
        if is(form, &|token| token.is(Classes::LEGAL_SUFFIX) && token.gap <= Gap::Space) {
            take_up(&mut self.heads, COMPANY, body, block);
            form + 1
        } else {
            end
        }
    }

    /// Whether what follows shows that a name went before: `’s`, `has`, `announced`.
    fn is_owner_or_subject(&self, at: usize) -> bool {
        self.document.tokens.get(at).is_some_and(|next| {
            let past = next.case == Case::Lower && self.document.written(at).ends_with("ed");
            next.kind == Kind::Possessive || next.is(Classes::AUXILIARY) || past
        })
    }

    /// Whether what stands around the words leaves them a name of their own.
    fn fits(&self, form: Form, sentence: std::ops::Range<usize>, start: usize, end: usize) -> bool {
        let alone = || {
            let before = start.checked_sub(1).filter(|&at| at >= sentence.start).map(|at| &self.document.tokens[at]);
            let after = self.document.tokens.get(end).filter(|_| end < sentence.end);
            let joined = self.document.tokens[start].gap <= Gap::Space;
            let runs_on = after.is_some_and(|token| token.gap <= Gap::Space && is_name_word(token));
            !(runs_on || joined && before.is_some_and(is_name_word))
        };
        match form.link {
            Link::Acronym | Link::Initials => self.document.tokens[start].is(Classes::UPPER),
            Link::ShortName => alone(),
            _ => true,
        }
    }

    /// `the Ministry`, `the Copyright Department`, `the Operator` for a body that was named or defined not far back.
    fn definite(&self, at: usize, end: usize, block: usize) -> Option<(usize, Link, usize)> {
        if !is_the(self.document, at) || self.heads.is_empty() {
            return None;
        }
        let capital = |next: &usize| {
            let token = &self.document.tokens[*next];
            token.kind == Kind::Word && token.capitalized() && token.gap <= Gap::Line
        };
        let last = (at + 1..end.min(at + 1 + LONGEST_HEAD)).take_while(capital).last()? + 1;
        let follows = self.document.tokens.get(last).filter(|_| last < end);
        let goes_on = follows.is_some_and(|token| {
            capital(&last) || token.is(Classes::CONNECTOR) && self.document.written(last) != "and" && self.is_name(last + 1, end)
        });
        if goes_on {
            return None;
        }
        let in_full = self.forms.longest_at(self.document, at + 1, end).is_some_and(|(form, _)| form.link == Link::Name);
        if in_full {
            return None;
        }
        let written: Vec<String> = (at + 1..last).map(|at| plain(self.document.written(at)).collect()).collect();
        let head = written.join(" ");
        let latest = self.heads.get(&head)?;
        if latest.block == DEFINED {
            return Some((latest.body, Link::Defined, last));
        }
        let meant = is_near(&head, latest, block) && !latest.several;
        meant.then_some((latest.body, Link::Definite, last))
    }

    fn is_name(&self, at: usize, end: usize) -> bool {
        at < end && self.document.tokens[at].capitalized()
    }
}
