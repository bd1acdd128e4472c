//! Bodies, each once: the long name, its acronym, and every mention of either.
//!
//! Bodies are those that roles and agreements name, and those that the text introduces with an acronym behind them whose
//! letters are the name’s initials. States and cities are parties of agreements, but no bodies.

use super::names::{Names, words};
use crate::fact::{Agreement, Organization, Role};
use crate::layout::Document;
use crate::lexicon::Classes;
use crate::token::Kind;

/// How far before an acronym its long name may start, in tokens.
const LONGEST_NAME: usize = 16;

/// The bodies that roles and agreements name, with every mention.
pub(crate) fn organizations(document: &Document<'_>, roles: &[Role], agreements: &[Agreement]) -> Vec<Organization> {
    let mut bodies = Bodies { document, list: Vec::new(), names: Names::default() };
    for (name, acronym) in introductions(document) {
        bodies.add(name, Some(acronym));
    }
    let named = roles.iter().filter_map(|role| role.organization.as_deref());
    let parties = agreements.iter().flat_map(|agreement| &agreement.parties).map(String::as_str);
    for written in named.chain(parties) {
        let (name, acronym) = without_acronym(written);
        // Behind a chain of bodies the acronym is the last one's, which its introduction has told.
        bodies.add(name, acronym.filter(|acronym| !name.contains(", ") || bodies.known(acronym).is_none()));
    }
    bodies.mentioned()
}

/// `World Health Organization (WHO)` as its two names.
fn without_acronym(written: &str) -> (&str, Option<&str>) {
    let inner = written.strip_suffix(')').and_then(|open| open.rsplit_once(" ("));
    inner.map_or((written, None), |(name, acronym)| (name, Some(acronym)))
}

/// The bodies as far as known, and what names them.
struct Bodies<'d, 't> {
    document: &'d Document<'t>,
    list: Vec<Organization>,
    names: Names,
}

impl Bodies<'_, '_> {
    fn add(&mut self, name: &str, acronym: Option<&str>) {
        let name = name.trim_start_matches("the ");
        let long = words(name, self.document.lexicon);
        if long.is_empty() || is_state(self.document, name) {
            return;
        }
        let known = self.names.get(&long).or_else(|| self.known(acronym?));
        let index = known.unwrap_or_else(|| {
            self.list.push(Organization { name: name.to_owned(), acronym: None, mentions: Vec::new() });
            self.list.len() - 1
        });
        let body = &mut self.list[index];
        if let Some(acronym) = acronym.filter(|_| long.len() > 1 && body.acronym.is_none()) {
            body.acronym = Some(acronym.to_owned());
            // First met by its acronym, it has its name now.
            if body.name == acronym {
                name.clone_into(&mut body.name);
            }
        }
        self.names.add(long, index);
        if let Some(acronym) = acronym {
            self.names.add(words(acronym, self.document.lexicon), index);
        }
    }

    fn known(&self, name: &str) -> Option<usize> {
        self.names.get(&words(name, self.document.lexicon))
    }

    /// The bodies with their mentions; the longest name that stands at a place is the one meant.
    fn mentioned(mut self) -> Vec<Organization> {
        for sentence in &self.document.sentences {
            let mut next = sentence.tokens.start;
            while next < sentence.tokens.end {
                let token = &self.document.tokens[next];
                let opens = token.capitalized() || matches!(token.kind, Kind::Web | Kind::Number);
                let named = self.names.longest_at(self.document, next, sentence.tokens.end).filter(|_| opens);
                if let Some((index, end)) = named {
                    self.list[index].mentions.push(self.document.span(next..end));
                }
                next = named.map_or(next + 1, |(_, end)| end);
            }
        }
        self.list.retain(|body| !body.mentions.is_empty());
        self.list.sort_by_key(|body| body.mentions[0]);
        self.list
    }
}

/// Whether the name is that of a country or city, or the word for what belongs to one.
fn is_state(document: &Document<'_>, name: &str) -> bool {
    let read = Document::read(name, document.lexicon);
    let state = Classes::of(&[Classes::COUNTRY, Classes::DEMONYM, Classes::PLACE]);
    match read.tokens.len() {
        0 => false,
        1 => read.tokens[0].is(state),
        count => read.phrases_at(0).iter().any(|found| found.end == count && found.classes.any(state)),
    }
}

/// Every `Long Name (LN)` of the document whose name has a body's head word and whose acronym has the name's initials.
fn introductions<'t>(document: &Document<'t>) -> Vec<(&'t str, &'t str)> {
    let mut found = Vec::new();
    for sentence in &document.sentences {
        for open in sentence.tokens.clone() {
            let acronym = open + 1;
            let in_brackets = document.tokens[open].kind == Kind::Open
                && acronym + 1 < sentence.tokens.end
                && document.tokens[acronym + 1].kind == Kind::Close
                && document.tokens[acronym].is(Classes::UPPER);
            if !in_brackets {
                continue;
            }
            let floor = sentence.tokens.start.max(open.saturating_sub(LONGEST_NAME));
            if let Some(start) = long_name(document, floor, open, document.written(acronym)) {
                found.push((document.slice(start..open), document.written(acronym)));
            }
        }
    }
    found
}

/// Where the name starts that ends before `open` and has the acronym's letters for initials.
fn long_name(document: &Document<'_>, floor: usize, open: usize, acronym: &str) -> Option<usize> {
    let mut letters: Vec<char> = acronym.chars().filter(|c| c.is_alphabetic()).collect();
    let mut headed = false;
    for at in (floor..open).rev() {
        let token = &document.tokens[at];
        let word = matches!(token.kind, Kind::Word | Kind::Dotted);
        if !word && !matches!(token.kind, Kind::Comma | Kind::Hyphen | Kind::Ampersand) {
            return None;
        }
        if !word || !token.capitalized() {
            continue;
        }
        headed |= token.is(Classes::ORGANIZATION_HEAD);
        // `U.S.` gives two of the letters, any other word its first, or none as `Affairs` in MFA may not.
        for initial in initials(document.written(at), token.kind).into_iter().rev() {
            if letters.last() == Some(&initial) {
                letters.pop();
            }
        }
        if letters.is_empty() {
            return headed.then_some(at);
        }
    }
    None
}

fn initials(word: &str, kind: Kind) -> Vec<char> {
    let count = if kind == Kind::Dotted { word.len() } else { 1 };
    word.chars().filter(|c| c.is_alphabetic()).take(count).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::organizations;
    use crate::fact::{Organization, Role};
    use crate::layout::Document;
    use crate::lexicon::built_in;
    use crate::span::Span;

    /// The bodies of a text whose roles have these organizations.
    fn linked(text: &str, named: &[&str]) -> Vec<Organization> {
        let role = |organization: &&str| Role {
            span: Span::default(),
            text: String::new(),
            name: String::new(),
            honorific: None,
            order: None,
            title: String::new(),
            organization: Some((*organization).to_owned()),
            status: None,
            person: 0,
            rule: String::new(),
        };
        let roles: Vec<Role> = named.iter().map(role).collect();
        organizations(&Document::read(text, built_in()), &roles, &[])
    }

    fn mentions<'t>(body: &Organization, text: &'t str) -> Vec<&'t str> {
        body.mentions.iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn a_long_name_and_its_acronym_are_one_body() {
        let text = "The World Seed Organization (WSO) met. WSO is old. The World Seed Organization is large.";
        let bodies = linked(text, &["WSO"]);
        assert_eq!(bodies.len(), 1);
        assert_eq!((&*bodies[0].name, bodies[0].acronym.as_deref()), ("World Seed Organization", Some("WSO")));
        assert_eq!(mentions(&bodies[0], text), ["World Seed Organization", "WSO", "WSO", "World Seed Organization"]);
    }

    #[test]
    fn a_body_met_by_its_acronym_gets_its_name() {
        let bodies = linked("GDX met. Later the Grand Dance Xylo (GDX) met.", &["GDX", "Grand Dance Xylo (GDX)"]);
        assert_eq!((bodies.len(), &*bodies[0].name, bodies[0].acronym.as_deref()), (1, "Grand Dance Xylo", Some("GDX")));
    }

    #[test]
    fn an_acronym_behind_a_chain_is_the_last_body_s() {
        let text = "Ann Lee, Director, Market Bureau, National Seed Administration (NSA), spoke. NSA is new.";
        let bodies = linked(text, &["Market Bureau, National Seed Administration (NSA)"]);
        let acronyms: Vec<_> = bodies.iter().map(|body| (&*body.name, body.acronym.as_deref())).collect();
        assert_eq!(
            acronyms,
            [("Market Bureau, National Seed Administration", None), ("National Seed Administration", Some("NSA"))]
        );
    }

    #[test]
    fn initials_may_come_from_dotted_words_and_pass_over_commas() {
        let text = "The U.S. Patent and Trademark Office (USPTO) and the Ministry of Trade, Work and Power (MTWP) agreed.";
        let names: Vec<String> = linked(text, &[]).into_iter().map(|body| body.name).collect();
        assert_eq!(names, ["U.S. Patent and Trademark Office", "Ministry of Trade, Work and Power"]);
    }

    #[test]
    fn a_foreign_acronym_introduces_nothing() {
        assert_eq!(linked("The Harbour Board of Oslo (IMO) met. Gross domestic product (GDP) fell.", &[]), []);
    }

    #[test]
    fn the_longest_name_at_a_place_is_meant() {
        let text = "Tide Bank and Tide Bank Holdings met.";
        let bodies = linked(text, &["Tide Bank", "Tide Bank Holdings"]);
        assert_eq!(bodies.iter().map(|body| body.mentions.len()).collect::<Vec<_>>(), [1, 1]);
    }

    #[test]
    fn a_state_is_no_body() {
        assert_eq!(linked("The President of Slovenia and the Sri Lankan envoy spoke.", &["Slovenia", "Sri Lankan"]), []);
    }
}
