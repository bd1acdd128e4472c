//! Where the text names bodies, in full and in short.

use std::ops::Range;

use super::forms::{Form, Forms};
use super::terms::{is_the_word, terms};
use super::{Body, COMPANY};
use crate::fact::{Link, Organization};
use crate::layout::{Document, Sentence};
use crate::lexicon::Classes;
use crate::link::wording::{ByWording, Wording, Wordings, is_name_word};
use crate::span::Span;
use crate::token::{Case, Gap, Kind, Token};

/// How many blocks back the name may stand that `the Ministry` takes up.
const BLOCKS_BACK: usize = 2;
/// In place of a block: the text itself says what the head means.
const DEFINED: usize = usize::MAX;
/// How often most bodies are named.
const MENTIONS: usize = 4;
/// How many words `the` may be followed by to take a name up: `the Copyright Department`.
const LONGEST_HEAD: usize = 4;

/// The bodies with their mentions, in the order of the first, and where each has gone in that order.
pub(crate) fn mentioned(
    wordings: &mut Wordings<'_, '_>,
    bodies: &[Body<'_>],
    mut forms: Forms,
) -> (Vec<Organization>, Vec<Option<usize>>) {
    add_short_forms(bodies, &mut forms);
    let (document, company) = (wordings.document, wordings.of_word(COMPANY));
    let (found, heads) = (Vec::with_capacity(MENTIONS * bodies.len()), ByWording::default());
    let mut scan = Scan { document, wordings, company, bodies, forms, found, heads, headed: false };
    for sentence in &document.sentences {
        scan.read(sentence);
    }
    let mut found = scan.found;
    drop_doubtful(&mut found, bodies.len());
    found.sort_by_key(|mention| mention.body);
    let mut of_bodies: Vec<&[Mention]> = found.chunk_by(|one, next| one.body == next.body).collect();
    of_bodies.sort_by_key(|mentions| mentions[0].span);
    let mut moved = vec![None; bodies.len()];
    let organization = |(place, mentions): (usize, &[Mention])| {
        let body = mentions[0].body;
        moved[body] = Some(place);
        let Body { name, acronym, .. } = &bodies[body];
        let links = mentions.iter().map(|mention| mention.link).collect();
        let mentions = mentions.iter().map(|mention| mention.span).collect();
        Organization { name: (*name).to_owned(), acronym: acronym.map(str::to_owned), mentions, links }
    };
    let organizations = of_bodies.into_iter().enumerate().map(organization).collect();
    (organizations, moved)
}

/// Company names in short, and the initials of names that no acronym was given for.
fn add_short_forms(bodies: &[Body<'_>], forms: &mut Forms) {
    for (index, body) in bodies.iter().enumerate() {
        for &short in &*body.short_names {
            forms.short(short, index, Link::ShortName);
        }
        if let Some(initials) = body.initials.filter(|_| body.acronym.is_none()) {
            forms.short(initials, index, Link::Initials);
        }
    }
}

/// One mention of a body.
#[derive(Clone, Copy)]
struct Mention {
    body: usize,
    span: Span,
    link: Link,
    /// Whether the word may have its capital from where it stands.
    doubtful: bool,
}

/// A short name at a sentence's start counts only where the text has it elsewhere too.
fn drop_doubtful(mentions: &mut Vec<Mention>, bodies: usize) {
    if !mentions.iter().any(|mention| mention.doubtful) {
        return;
    }
    let mut sure = vec![false; bodies];
    for mention in mentions.iter().filter(|mention| mention.link == Link::ShortName && !mention.doubtful) {
        sure[mention.body] = true;
    }
    mentions.retain(|mention| !mention.doubtful || sure[mention.body]);
}

/// The body that a head last named.
struct Latest {
    body: usize,
    block: usize,
    /// Whether it named another one before, within reach.
    several: bool,
}

impl Latest {
    /// Whether the head may take the name up again: a company's anywhere, any other not far from it.
    fn is_near(&self, block: usize, company: bool) -> bool {
        company || block - self.block <= BLOCKS_BACK
    }
}

struct Scan<'w, 'd, 't> {
    document: &'d Document<'t>,
    wordings: &'w mut Wordings<'d, 't>,
    /// The head of every company.
    company: Wording,
    bodies: &'w [Body<'w>],
    forms: Forms,
    found: Vec<Mention>,
    heads: ByWording<Latest>,
    /// Whether there are any.
    headed: bool,
}

impl Scan<'_, '_, '_> {
    fn read(&mut self, sentence: &Sentence) {
        let Sentence { tokens, block, .. } = sentence;
        let (document, mut next) = (self.document, tokens.start);
        let opens = |token: &Token| token.capitalized() || matches!(token.kind, Kind::Web | Kind::Number);
        while let Some(before) = document.tokens[next..tokens.end]
            .iter()
            .position(|token| opens(token) && self.wordings.may_start(token) || self.headed && is_the_word(document, token))
        {
            next += before;
            let opens = opens(&document.tokens[next]);
            let named = if opens { self.form_at(next..tokens.end) } else { None };
            let named = named.filter(|&(form, end)| self.fits(form, tokens.clone(), next, end));
            if let Some((Form { body: Some(body), link, .. }, end)) = named {
                let end = self.with_legal_form(body, end, tokens.end, *block);
                self.note(body, link, next..end, tokens.start, *block);
                for term in terms(document, end, tokens.end) {
                    let defined = self.wordings.of(term.words.tokens());
                    if term.definite {
                        *self.heads.entry(defined) = Some(Latest { body, block: DEFINED, several: false });
                        self.headed = true;
                    } else {
                        self.forms.short(defined, body, Link::Defined);
                    }
                }
                next = end;
            } else if let Some((body, link, end)) = self.definite(next, tokens.end, *block) {
                self.note(body, link, next..end, tokens.start, *block);
                next = end;
            } else {
                next += 1;
            }
        }
    }

    /// The longest form that starts where the tokens do, and where it ends.
    fn form_at(&self, tokens: Range<usize>) -> Option<(Form, usize)> {
        self.wordings.starting(tokens).filter_map(|(wording, end)| Some((self.forms.get(wording)?, end))).last()
    }

    /// Notes that the head names the body now. What the text has defined stays.
    fn take_up(&mut self, head: Wording, body: usize, block: usize) {
        let company = self.company;
        self.headed = true;
        let latest = self.heads.entry(head).get_or_insert(Latest { body, block, several: false });
        if latest.block != DEFINED {
            latest.several = latest.is_near(block, head == company) && (latest.several || latest.body != body);
            latest.body = body;
            latest.block = block;
        }
    }

    fn note(&mut self, body: usize, link: Link, tokens: Range<usize>, start: usize, block: usize) {
        let doubtful =
            link == Link::ShortName && tokens.start == start && tokens.len() == 1 && !self.is_owner_or_subject(tokens.end);
        self.found.push(Mention { body, span: self.document.span(tokens), link, doubtful });
        for &head in &*self.bodies[body].heads {
            self.take_up(head, body, block);
        }
    }

    /// Where the name ends with the legal form behind it, which makes the body a company: `Tide Foods, Inc.`
    fn with_legal_form(&mut self, body: usize, end: usize, limit: usize, block: usize) -> usize {
        let is = |at: usize, fits: &dyn Fn(&Token) -> bool| at < limit && fits(&self.document.tokens[at]);
        let form = end + usize::from(is(end, &|token| token.kind == Kind::Comma));
        if is(form, &|token| token.is(Classes::LEGAL_SUFFIX) && token.gap <= Gap::Space) {
            self.take_up(self.company, body, block);
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
    fn fits(&self, form: Form, sentence: Range<usize>, start: usize, end: usize) -> bool {
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
    fn definite(&mut self, at: usize, end: usize, block: usize) -> Option<(usize, Link, usize)> {
        if !self.headed || !is_the_word(self.document, &self.document.tokens[at]) {
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
        if self.form_at(at + 1..end).is_some_and(|(form, _)| form.link == Link::Name) {
            return None;
        }
        let head = self.wordings.known(at + 1..last)?;
        let latest = self.heads.get(head)?;
        if latest.block == DEFINED {
            return Some((latest.body, Link::Defined, last));
        }
        let meant = latest.is_near(block, head == self.company) && !latest.several;
        meant.then_some((latest.body, Link::Definite, last))
    }

    fn is_name(&self, at: usize, end: usize) -> bool {
        at < end && self.document.tokens[at].capitalized()
    }
}
