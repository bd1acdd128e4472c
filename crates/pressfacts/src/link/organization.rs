//! Bodies, each once: the long name, its acronym, and every mention of either.
//!
//! Bodies are those that roles and agreements name, those that these are units of, and those that the text introduces
//! with an acronym behind them whose letters are the name’s initials. States and cities are parties of agreements, but
//! no bodies.

mod forms;
mod mentions;
mod reading;
mod terms;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::wording::{ByWording, Few, Wording, Wordings};
use crate::fact::{Agreement, Organization, Person, Role};
use crate::normalize::agreement::Clause;
use crate::parse::Run;
use crate::rules::role::Tie;
use forms::Forms;
use reading::{Key, MOST_SHORT_NAMES, MOST_STEMS, Reading};

/// Most bodies of one name that are told apart by what they are of.
const MOST_NAMESAKES: usize = 16;
/// How many names there is room for from the start.
const ROOM: usize = 64;
/// The head of every company.
const COMPANY: &str = "company";
/// Most heads of a body: one of its own, the same with the words before it, and that of every company.
const MOST_HEADS: usize = 3;

/// The bodies that roles and agreements name, with every mention; tells each role and agreement its own. The ties are those
/// of the roles, the clauses those of the agreements, one for one.
pub(crate) fn organizations(
    wordings: &mut Wordings<'_, '_>,
    people: &[Person],
    (roles, ties): (&mut [Role], &[Tie]),
    (agreements, clauses): (&mut [Agreement], &[Clause]),
) -> Vec<Organization> {
    let mut bodies = Bodies::new(wordings, people);
    for (name, acronym) in terms::introductions(bodies.wordings.document) {
        bodies.add(name, Some(acronym));
    }
    let of_roles: Vec<_> = ties.iter().map(|tie| tie.organization.and_then(|name| bodies.index(name))).collect();
    let of_agreements: Vec<Vec<_>> =
        clauses.iter().map(|clause| clause.sides.iter().map(|&side| bodies.index(side)).collect()).collect();
    let (list, moved) = mentions::mentioned(bodies.wordings, &bodies.list, bodies.forms);
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
struct Body<'t> {
    name: &'t str,
    acronym: Option<&'t str>,
    /// By which `the` names it later.
    heads: Few<MOST_HEADS>,
    /// What it may be called in short, and its initials.
    short_names: Few<MOST_SHORT_NAMES>,
    initials: Option<Wording>,
}

impl<'t> Body<'t> {
    fn new(reading: &Reading<'_, 't>, unit: Run, wordings: &mut Wordings<'_, 't>) -> Self {
        let company = reading.is_company(unit).then(|| wordings.of_word(COMPANY));
        Self {
            name: reading.text(unit),
            acronym: None,
            heads: reading.heads(unit).map(|head| wordings.of(head.tokens())).chain(company).collect(),
            short_names: reading.short_names(unit).map(|name| wordings.of(name.tokens())).collect(),
            initials: reading.initials(unit).map(|initials| wordings.of_word(&initials)),
        }
    }

    fn set_acronym(&mut self, name: &'t str, acronym: &'t str) {
        // First met by its acronym, it has its name now.
        if self.name == acronym {
            self.name = name;
        }
        self.acronym = self.acronym.or(Some(acronym));
    }

    /// Whether the name says more than the one known: more words, or the same ones not all in capitals.
    fn is_better_known_as(&self, name: &str) -> bool {
        let capitals = |name: &str| !name.contains(char::is_lowercase);
        let fuller = name.starts_with(self.name) && name.len() > self.name.len();
        let plainer = name.len() == self.name.len() && capitals(self.name) && !capitals(name);
        fuller || plainer || self.short_names.is_empty() && name.len() > self.name.len() && name.contains(self.name)
    }
}

/// What a body is a part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whole<'t> {
    Unsaid,
    /// ISO 3166 code.
    Country(&'t str),
    Body(usize),
}

/// The bodies of one name, each with what it is a part of: most often it is one alone.
struct Namesakes<'t> {
    first: (Whole<'t>, usize),
    others: Vec<(Whole<'t>, usize)>,
}

impl<'t> Namesakes<'t> {
    fn all(&self) -> impl Iterator<Item = &(Whole<'t>, usize)> {
        std::iter::once(&self.first).chain(&self.others)
    }

    fn add(&mut self, body: (Whole<'t>, usize)) {
        if self.others.len() + 1 < MOST_NAMESAKES && !self.all().any(|known| *known == body) {
            self.others.push(body);
        }
    }
}

/// The bodies as far as known, and what names them.
struct Bodies<'w, 'd, 't> {
    wordings: &'w mut Wordings<'d, 't>,
    list: Vec<Body<'t>>,
    forms: Forms,
    /// The bodies of each name but for the country or body that it is of.
    namesakes: ByWording<Namesakes<'t>>,
    /// What was made of each name as written; a person, who may be a party too, is no body.
    read: FxHashMap<&'w str, Option<usize>>,
    /// The body that may be called so in short; none where several may.
    stems: ByWording<Option<usize>>,
}

impl<'w, 'd, 't: 'w> Bodies<'w, 'd, 't> {
    fn new(wordings: &'w mut Wordings<'d, 't>, people: &'w [Person]) -> Self {
        let names = people.iter().flat_map(|person| person.aliases.iter().chain([&person.name]));
        let last = |name: &'w str| name.rsplit(' ').next().unwrap_or(name);
        let mut read = FxHashMap::with_capacity_and_hasher(ROOM, FxBuildHasher);
        read.extend(names.flat_map(|name| [(&**name, None), (last(name), None)]));
        let (namesakes, stems) = (ByWording::default(), ByWording::default());
        Self { wordings, list: Vec::new(), forms: Forms::default(), namesakes, read, stems }
    }

    /// The body of that name, its acronym in brackets included; none for a state.
    fn index(&mut self, name: Run) -> Option<usize> {
        let written = self.wordings.document.slice(name.tokens());
        if let Some(&known) = self.read.get(written) {
            return known;
        }
        let body = match self.bracket(name) {
            // `ENC (Elbonian Nurses Conference)`
            Some((acronym, long)) if long.len() > 1 => self.add(long, Some(acronym)),
            Some((long, acronym)) => self.add(long, Some(acronym)),
            None => self.add(name, None),
        };
        self.read.insert(written, body);
        body
    }

    /// What stands before the bracket at the end of the name, and what in it.
    fn bracket(&self, name: Run) -> Option<(Run, Run)> {
        let document = self.wordings.document;
        let close = name.tokens().last().filter(|&last| document.written(last) == ")")?;
        let open = name.tokens().rev().find(|&at| document.written(at) == "(" && !document.tokens[at].glued())?;
        (name.start < open).then_some((Run { end: open, ..name }, Run { start: open + 1, end: close }))
    }

    /// Takes up the bodies of a name, which may be a chain with the acronym of the last; returns the first.
    fn add(&mut self, name: Run, acronym: Option<Run>) -> Option<usize> {
        let reading = Reading::new(self.wordings.document, name);
        if reading.is_state() {
            return None;
        }
        if let Some(head) = reading.only_head() {
            let head = self.wordings.of([head]);
            let mut meant = (0..self.list.len()).filter(|&body| self.list[body].heads.contains(&head));
            if let Some(body) = meant.next() {
                return Some(body).filter(|_| meant.next().is_none());
            }
        }
        // The body that the others are units of is the last of the chain; most often it is the only one.
        let (units, last) = reading.units();
        let mut whole = None;
        for unit in units.iter().copied().chain([last]).rev() {
            for owner in reading.owners(unit) {
                self.add_unit(&reading, owner, Whole::Unsaid, None);
            }
            let of = whole.filter(|_| !reading.is_company(unit)).map_or(Whole::Unsaid, Whole::Body);
            let own = acronym.filter(|_| unit == last);
            let body = self.add_unit(&reading, unit, of, own)?;
            if let Whole::Body(_) = of {
                let chain = unit.cover(last);
                self.forms.name(self.wordings.of(chain.tokens()), body);
                if self.list[body].name == reading.text(unit) {
                    self.list[body].name = reading.text(chain);
                }
            }
            whole = Some(body);
        }
        whole
    }

    /// The body that the unit names, by its name or else its acronym, taken up where it is new.
    fn add_unit(&mut self, reading: &Reading<'d, 't>, unit: Run, of: Whole<'t>, acronym: Option<Run>) -> Option<usize> {
        let exact = self.wordings.of(unit.tokens());
        if exact == Wording::EMPTY {
            return None;
        }
        let (name, key) = (reading.text(unit), reading.key(unit, self.wordings));
        let whole = key.country.map_or(of, Whole::Country);
        let stems: Few<MOST_STEMS> = reading.stems(unit).map(|stem| self.wordings.of(stem.tokens())).collect();
        let acronym = acronym.map(|acronym| (self.wordings.of(acronym.tokens()), reading.text(acronym)));
        let by_name = self.forms.named(exact).filter(|_| of == Whole::Unsaid).or_else(|| self.namesake(&key, whole));
        let by_acronym = || self.forms.named(acronym?.0);
        let in_short =
            || self.stems.get(exact).copied().flatten().or_else(|| stems.iter().find_map(|&stem| self.forms.named(stem)));
        let body = by_name.or_else(by_acronym).or_else(in_short).unwrap_or(self.list.len());
        match self.list.get_mut(body) {
            None => self.list.push(Body::new(reading, unit, self.wordings)),
            Some(known) if known.is_better_known_as(name) => {
                *known = Body { acronym: known.acronym, ..Body::new(reading, unit, self.wordings) };
            }
            Some(_) => {}
        }
        for &stem in &*stems {
            let known = self.stems.entry(stem).get_or_insert(Some(body));
            *known = known.filter(|known| *known == body);
        }
        match self.namesakes.entry(key.wording) {
            Some(namesakes) => namesakes.add((whole, body)),
            new => *new = Some(Namesakes { first: (whole, body), others: Vec::new() }),
        }
        if of == Whole::Unsaid {
            self.forms.name(exact, body);
        } else {
            self.forms.part(exact, body);
        }
        if key.country.is_some() && key.telling {
            self.forms.part(key.wording, body);
        }
        if let Some((wording, written)) = acronym.filter(|(_, written)| *written != name) {
            self.forms.acronym(wording, body);
            self.list[body].set_acronym(name, written);
        }
        Some(body)
    }

    /// The body of the same words that is of the same whole, or the only one if a whole is told of one of them alone.
    fn namesake(&self, key: &Key<'_>, whole: Whole<'_>) -> Option<usize> {
        let namesakes = self.namesakes.get(key.wording)?;
        if let Some(&(_, body)) = namesakes.all().find(|(of, _)| *of == whole) {
            return Some(body);
        }
        let (_, first) = namesakes.first;
        let only = namesakes.all().all(|(of, body)| *body == first && (whole == Whole::Unsaid || *of == Whole::Unsaid));
        (key.telling && only).then_some(first)
    }
}

#[cfg(test)]
mod tests;
