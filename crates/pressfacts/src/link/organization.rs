//! Bodies, each once: the long name, its acronym, and every mention of either.
//!
//! Bodies are those that roles and agreements name, those that these are units of, and those that the text introduces
//! with an acronym behind them whose letters are the name’s initials. States and cities are parties of agreements, but
//! no bodies.

mod forms;
mod mentions;
mod reading;
mod terms;

use std::collections::HashMap;

use super::names::words;
use crate::fact::{Agreement, Organization, Person, Role};
use crate::layout::Document;
use forms::Forms;
use reading::{Key, Reading, Unit};

/// Most bodies of one name that are told apart by what they are of.
const MOST_NAMESAKES: usize = 16;

/// The bodies that roles and agreements name, with every mention; tells each role and agreement its own.
pub(crate) fn organizations(
    document: &Document<'_>,
    people: &[Person],
    roles: &mut [Role],
    agreements: &mut [Agreement],
) -> Vec<Organization> {
    let mut bodies = Bodies::new(document, people);
    for (name, acronym) in terms::introductions(document) {
        bodies.add(name, Some(acronym));
    }
    let mut index = |written: &str| bodies.index(written);
    let of_roles: Vec<_> = roles.iter().map(|role| role.organization.as_deref().and_then(&mut index)).collect();
    let of_agreements: Vec<Vec<_>> =
        agreements.iter().map(|agreement| agreement.parties.iter().map(|party| index(party)).collect()).collect();
    let (list, moved) = mentions::mentioned(document, bodies.list, bodies.forms);
    let place = |body: Option<usize>| body.and_then(|body| moved[body]);
    for (role, body) in roles.iter_mut().zip(of_roles) {
        role.organization_index = place(body);
    }
    for (agreement, bodies) in agreements.iter_mut().zip(of_agreements) {
        let indices: Vec<_> = bodies.into_iter().map(place).collect();
        agreement.party_indices = if indices.iter().any(Option::is_some) { indices } else { Vec::new() };
    }
    list
}

/// A body as far as known.
struct Body {
    name: String,
    acronym: Option<String>,
    /// By which `the` names it later.
    heads: Vec<String>,
    /// What it may be called in short, and its initials.
    short_names: Vec<String>,
    initials: Option<String>,
}

impl Body {
    /// Takes the name over where it says more than the one known: more words, or the same ones not all in capitals.
    fn met_as(&mut self, name: &str, reading: &Reading<'_>, unit: &Unit) {
        let capitals = |name: &str| !name.contains(char::is_lowercase);
        let fuller = name.starts_with(&*self.name) && name.len() > self.name.len();
        let plainer = name.len() == self.name.len() && capitals(&self.name) && !capitals(name);
        let shortened = self.short_names.is_empty() && name.contains(&*self.name) && name.len() > self.name.len();
        if fuller || plainer || shortened {
            name.clone_into(&mut self.name);
            self.heads = reading.heads(unit);
            self.short_names = reading.short_names(unit);
            self.initials = reading.initials(unit);
        }
    }
}

/// What a body is a part of.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Whole {
    Unsaid,
    /// ISO 3166 code.
    Country(String),
    Body(usize),
}

/// The bodies as far as known, and what names them.
struct Bodies<'d, 't> {
    document: &'d Document<'t>,
    list: Vec<Body>,
    forms: Forms,
    /// The bodies of each name but for the country or body that it is of.
    namesakes: HashMap<Vec<String>, Vec<(Whole, usize)>>,
    /// What was made of each name as written; a person, who may be a party too, is no body.
    read: HashMap<String, Option<usize>>,
    /// The body that may be called so in short; none where several may.
    stems: HashMap<Vec<String>, Option<usize>>,
}

impl<'d, 't> Bodies<'d, 't> {
    fn new(document: &'d Document<'t>, people: &[Person]) -> Self {
        let names = people.iter().flat_map(|person| person.aliases.iter().chain([&person.name]));
        let last = |name: &str| name.rsplit(' ').next().map(str::to_owned);
        let read = names.flat_map(|name| [Some(name.clone()), last(name)]).flatten().map(|name| (name, None)).collect();
        Self { document, list: Vec::new(), forms: Forms::default(), namesakes: HashMap::new(), read, stems: HashMap::new() }
    }

    /// The body of that name, its acronym in brackets included; none for a state.
    fn index(&mut self, written: &str) -> Option<usize> {
        if let Some(&known) = self.read.get(written) {
            return known;
        }
        let inner = written.strip_suffix(')').and_then(|open| open.rsplit_once(" ("));
        let body = match inner {
            // `ENC (Elbonian Nurses Conference)`
            Some((acronym, name)) if name.contains(' ') => self.add(name, Some(acronym)),
            Some((name, acronym)) => self.add(name, Some(acronym)),
            None => self.add(written, None),
        };
        self.read.insert(written.to_owned(), body);
        body
    }

    /// Takes up the bodies of a name, which may be a chain with the acronym of the last; returns the first.
    fn add(&mut self, name: &str, acronym: Option<&str>) -> Option<usize> {
        let reading = Reading::new(name.trim_start_matches("the "), self.document.lexicon);
        if reading.is_state() {
            return None;
        }
        if let Some(head) = reading.only_head() {
            let mut meant = (0..self.list.len()).filter(|&body| self.list[body].heads.contains(&head));
            if let Some(body) = meant.next() {
                return Some(body).filter(|_| meant.next().is_none());
            }
        }
        let units = reading.units();
        let mut whole = None;
        for (at, unit) in units.iter().enumerate().rev() {
            for owner in reading.owners(unit) {
                self.add_unit(&reading, &owner, &Whole::Unsaid, None);
            }
            let of = whole.filter(|_| !reading.is_company(unit)).map_or(Whole::Unsaid, Whole::Body);
            let own = acronym.filter(|_| at + 1 == units.len());
            let body = self.add_unit(&reading, unit, &of, own)?;
            if let Whole::Body(_) = of {
                let chain = reading.slice(unit, &units[units.len() - 1]);
                self.forms.name(self.words(chain), body);
                if self.list[body].name == reading.text(unit) {
                    chain.clone_into(&mut self.list[body].name);
                }
            }
            whole = Some(body);
        }
        whole
    }

    /// The body that the unit names, by its name or else its acronym, taken up where it is new.
    fn add_unit(&mut self, reading: &Reading<'_>, unit: &Unit, of: &Whole, acronym: Option<&str>) -> Option<usize> {
        let (name, Key { words: key, country }) = (reading.text(unit), reading.key(unit));
        let exact = self.words(name);
        if exact.is_empty() {
            return None;
        }
        let whole = country.map_or_else(|| of.clone(), Whole::Country);
        let by_name = self.forms.named(&exact).filter(|_| *of == Whole::Unsaid).or_else(|| self.namesake(&key, &whole));
        let by_acronym = || self.forms.named(&self.words(acronym?));
        let stems: Vec<_> = reading.stems(unit).into_iter().map(|stem| self.words(&stem)).collect();
        let in_short =
            || self.stems.get(&exact).copied().flatten().or_else(|| stems.iter().find_map(|stem| self.forms.named(stem)));
        let body = by_name.or_else(by_acronym).or_else(in_short).unwrap_or_else(|| {
            self.list.push(Body {
                name: name.to_owned(),
                acronym: None,
                heads: reading.heads(unit),
                short_names: reading.short_names(unit),
                initials: reading.initials(unit),
            });
            self.list.len() - 1
        });
        self.list[body].met_as(name, reading, unit);
        for stem in stems {
            self.stems.entry(stem).and_modify(|known| *known = known.filter(|known| *known == body)).or_insert(Some(body));
        }
        let namesakes = self.namesakes.entry(key).or_default();
        if namesakes.len() < MOST_NAMESAKES && !namesakes.contains(&(whole.clone(), body)) {
            namesakes.push((whole, body));
        }
        if *of == Whole::Unsaid {
            self.forms.name(exact, body);
        } else {
            self.forms.part(exact, body);
        }
        let bare = reading.bare(unit).map(|bare| self.words(bare));
        if let Some(bare) = bare.filter(|bare| bare.len() > 1) {
            self.forms.part(bare, body);
        }
        if let Some(acronym) = acronym.filter(|acronym| *acronym != name) {
            self.set_acronym(body, name, acronym);
        }
        Some(body)
    }

    fn set_acronym(&mut self, body: usize, name: &str, acronym: &str) {
        let words = self.words(acronym);
        self.forms.acronym(words, body);
        let known = &mut self.list[body];
        // First met by its acronym, it has its name now.
        if known.name == acronym {
            name.clone_into(&mut known.name);
        }
        if known.acronym.is_none() {
            known.acronym = Some(acronym.to_owned());
        }
    }

    /// The body of the same words that is of the same whole, or the only one if a whole is told of one of them alone.
    fn namesake(&self, key: &[String], whole: &Whole) -> Option<usize> {
        let namesakes = self.namesakes.get(key)?;
        if let Some(&(_, body)) = namesakes.iter().find(|(of, _)| of == whole) {
            return Some(body);
        }
        let &(_, first) = namesakes.first()?;
        let only = namesakes.iter().all(|(of, body)| *body == first && (*whole == Whole::Unsaid || *of == Whole::Unsaid));
        (key.len() > 1 && only).then_some(first)
    }

    fn words(&self, name: &str) -> Vec<String> {
        words(name, self.document.lexicon)
    }
}

#[cfg(test)]
mod tests;
