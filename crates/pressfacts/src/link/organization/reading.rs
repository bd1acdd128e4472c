//! A body's name, read: its units, what makes it the same as another form, and the short forms that may stand for it.

use std::ops::Range;

use super::mentions::COMPANY;
use crate::layout::Document;
use crate::lexicon::{Classes, Lexicon};
use crate::link::names::plain;
use crate::token::{Kind, Token};

/// Fewest letters of an acronym that nobody introduced, and of a company's name cut to one word.
const FEWEST_INITIALS: usize = 3;
const SHORTEST_BRAND: usize = 3;
/// Most words of a name that stand for the whole.
const LONGEST_STEM: usize = 4;

/// A name as a document of its own.
pub(crate) struct Reading<'n>(Document<'n>);

/// One body of a chain: `Bureau of Inspection` in `Bureau of Inspection, National Seed Administration`.
pub(crate) struct Unit {
    tokens: Range<usize>,
}

/// What two forms of one name have in common: `Japan's Ministry of Trade`, `Ministry of Trade of Japan`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    pub(crate) words: Vec<String>,
    /// ISO 3166 code of the country that it is said to be of.
    pub(crate) country: Option<String>,
}

impl<'n> Reading<'n> {
    pub(crate) fn new(name: &'n str, lexicon: &'n Lexicon) -> Self {
        Self(Document::read(name, lexicon))
    }

    /// Whether the name is that of a country or city, or the word for what belongs to one.
    pub(crate) fn is_state(&self) -> bool {
        let state = Classes::of(&[Classes::COUNTRY, Classes::DEMONYM, Classes::PLACE]);
        match self.0.tokens.as_slice() {
            [] => false,
            [only] => only.is(state),
            more => self.0.phrases_at(0).iter().any(|found| found.end == more.len() && found.classes.any(state)),
        }
    }

    /// The head that is all there is: `Ministry`, which is no name of its own.
    pub(crate) fn only_head(&self) -> Option<String> {
        let [only] = self.0.tokens.as_slice() else { return None };
        only.is(Classes::ORGANIZATION_HEAD).then(|| plain(self.0.text).collect())
    }

    /// The bodies of the chain, the innermost first. A comma within a name parts nothing: `Ministry of Trade, Work and
    /// Power`, `Tide Co., Ltd.`
    pub(crate) fn units(&self) -> Vec<Unit> {
        let mut units = Vec::new();
        let mut start = 0;
        for comma in (0..self.0.tokens.len()).filter(|&at| self.0.tokens[at].kind == Kind::Comma) {
            if self.may_have_a_parent(start..comma) && self.is_a_parent(comma + 1) {
                units.push(Unit { tokens: start..comma });
                start = comma + 1;
            }
        }
        units.push(Unit { tokens: start..self.0.tokens.len() });
        units
    }

    /// Whether the body is a unit of another or a company, behind whose name another's may stand.
    fn may_have_a_parent(&self, unit: Range<usize>) -> bool {
        self.0.tokens[unit].iter().any(|token| token.is(Classes::of(&[Classes::ORGANIZATION_HEAD, Classes::LEGAL_SUFFIX])))
    }

    /// Whether a body's name goes from there to the next comma.
    fn is_a_parent(&self, start: usize) -> bool {
        let tokens = &self.0.tokens[start..];
        let end = tokens.iter().position(|token| token.kind == Kind::Comma).unwrap_or(tokens.len());
        let parent = &tokens[..end];
        let opens = parent.first().is_some_and(|token| token.capitalized() && !token.is(Classes::LEGAL_SUFFIX));
        let acronym = parent.len() == 1 && parent[0].is(Classes::UPPER);
        opens && (acronym || parent.iter().any(|token| token.is(Classes::ORGANIZATION_HEAD) && token.capitalized()))
    }

    /// The bodies that the unit says it is of: `Tsinghua University` in `Office of Transfer of Tsinghua University`.
    pub(crate) fn owners(&self, unit: &Unit) -> Vec<Unit> {
        let preposition = |&at: &usize| matches!(self.0.written(at), "of" | "at");
        let starts = unit.tokens.clone().filter(preposition).map(|at| at + 1 + usize::from(self.is_word(at + 1, "the")));
        let whole = |start: usize| Unit { tokens: start..unit.tokens.end };
        starts.map(whole).filter(|owner| owner.tokens.len() > 1 && self.ends_in_head(owner)).collect()
    }

    fn ends_in_head(&self, unit: &Unit) -> bool {
        let tokens = &self.0.tokens[unit.tokens.clone()];
        let [first, .., last] = tokens else { return false };
        // `Department of Trade Organizations and Fairs` is of no body `Trade Organizations and Fairs`.
        let several = tokens.iter().any(|token| !token.capitalized() || token.kind == Kind::Comma);
        first.capitalized() && !several && last.is(Classes::ORGANIZATION_HEAD)
    }

    fn is_word(&self, at: usize, word: &str) -> bool {
        self.0.tokens.get(at).is_some_and(|token| token.span.of(self.0.text).eq_ignore_ascii_case(word))
    }

    /// From one unit to another.
    pub(crate) fn slice(&self, first: &Unit, last: &Unit) -> &'n str {
        self.0.slice(first.tokens.start..last.tokens.end)
    }

    pub(crate) fn text(&self, unit: &Unit) -> &'n str {
        self.0.slice(unit.tokens.clone())
    }

    pub(crate) fn is_company(&self, unit: &Unit) -> bool {
        self.0.tokens[unit.tokens.clone()].iter().any(|token| token.is(Classes::LEGAL_SUFFIX))
    }

    /// What the unit's other forms share with it. A country's name before or behind it is no part of that, unless little
    /// is left without it (`Bank of China`).
    pub(crate) fn key(&self, unit: &Unit) -> Key {
        let own = self.without_country(unit);
        let country = own.as_ref().map(|(_, country)| country.clone());
        let tokens = own.map_or(unit.tokens.clone(), |(tokens, _)| tokens);
        Key { words: self.words(tokens), country }
    }

    /// The same without the name of the country: `Ministry of Trade` for `Japan's Ministry of Trade`.
    pub(crate) fn bare(&self, unit: &Unit) -> Option<&'n str> {
        self.without_country(unit).map(|(tokens, _)| self.0.slice(tokens))
    }

    fn without_country(&self, unit: &Unit) -> Option<(Range<usize>, String)> {
        let Range { start, end } = unit.tokens;
        let country = Classes::of(&[Classes::COUNTRY, Classes::DEMONYM]);
        let leading = self.0.lexeme_at(start, end, country).and_then(|(after, code)| {
            let owner = self.0.tokens.get(after).is_some_and(|token| token.kind == Kind::Possessive);
            let adjective = self.0.lexeme_at(start, end, Classes::DEMONYM).is_some();
            // `Singapore Government`
            let state = after + 1 == end && self.0.tokens[after].is(Classes::STATE_BODY);
            (owner || adjective || state).then(|| (after + usize::from(owner)..end, code))
        });
        let trailing = || {
            let of = (start..end).rev().find(|&at| self.is_word(at, "of"))?;
            let name = of + 1 + usize::from(self.is_word(of + 1, "the"));
            let (after, code) = self.0.lexeme_at(name, end, Classes::COUNTRY)?;
            (after == end).then_some((start..of, code))
        };
        let (rest, code) = leading.or_else(trailing)?;
        let only = || self.is_mission(rest.start) || self.0.tokens[rest.start].is(Classes::STATE_BODY);
        let telling = rest.len() > 1 || rest.len() == 1 && only();
        telling.then(|| (rest, code.to_owned()))
    }

    /// Whether the word names a state's house abroad, of which a country has one in a place: `Embassy`.
    fn is_mission(&self, at: usize) -> bool {
        self.0.lexeme_at(at, at + 1, Classes::ORGANIZATION_HEAD).is_some_and(|(_, value)| value == "abroad")
    }

    fn words(&self, tokens: Range<usize>) -> Vec<String> {
        let solid = tokens.filter(|&at| !matches!(self.0.tokens[at].kind, Kind::Hyphen | Kind::Comma));
        solid.map(|at| plain(self.0.written(at)).collect()).collect()
    }

    /// The heads by which `the` names the unit later: `department` and `copyright department` for `Copyright Department of
    /// the City`, `company` for a company.
    pub(crate) fn heads(&self, unit: &Unit) -> Vec<String> {
        let Range { start, end } = unit.tokens;
        let prefix = (start..end).find(|&at| !self.is_word_of_name(at)).unwrap_or(end);
        let mut heads = Vec::new();
        if prefix > start && self.0.tokens[prefix - 1].is(Classes::ORGANIZATION_HEAD) {
            heads.push(self.words(prefix - 1..prefix).join(" "));
            if prefix - 1 > start {
                heads.push(self.words(start..prefix).join(" "));
            }
        }
        if self.is_company(unit) {
            heads.push(COMPANY.to_owned());
        }
        heads
    }

    fn is_word_of_name(&self, at: usize) -> bool {
        let token = &self.0.tokens[at];
        token.kind == Kind::Word && token.capitalized() && !token.is(Classes::LEGAL_SUFFIX)
    }

    /// The first letters of the words with a capital, where they are enough to be known by.
    pub(crate) fn initials(&self, unit: &Unit) -> Option<String> {
        let words = unit.tokens.clone().map(|at| &self.0.tokens[at]).filter(|token| token.kind == Kind::Word);
        let capitals = words.filter(|token| token.capitalized()).filter_map(|token| token.span.of(self.0.text).chars().next());
        let initials: String = capitals.flat_map(char::to_lowercase).collect();
        (initials.chars().count() >= FEWEST_INITIALS).then_some(initials)
    }

    /// What the unit's name starts with that may be all that a text calls it: `BC Ridge` for `BC Ridge Ski Association`. What ends
    /// in a head is a name of its own: `Tide Bank` and `Tide Bank Holdings`.
    pub(crate) fn stems(&self, unit: &Unit) -> Vec<String> {
        let Range { start, end } = unit.tokens;
        let mut stems = self.short_names(unit);
        let plain = (start..end).all(|at| self.is_word_of_name(at) || self.0.tokens[at].is(Classes::LEGAL_SUFFIX));
        let state = Classes::of(&[Classes::COUNTRY, Classes::DEMONYM, Classes::PLACE, Classes::ORGANIZATION_HEAD]);
        if plain {
            let longest = end.min(start + 1 + LONGEST_STEM);
            let ends = (start + 1..longest).filter(|&stop| !self.0.tokens[stop - 1].is(state));
            stems.extend(ends.map(|stop| self.0.slice(start..stop).to_owned()));
        }
        stems
    }

    /// A company's name without its legal form, and the word that tells it from others: `Huawei Technologies`, `Huawei`.
    pub(crate) fn short_names(&self, unit: &Unit) -> Vec<String> {
        let Range { start, end } = unit.tokens;
        let plain = (start..end).all(|at| self.0.tokens[at].capitalized() || !self.0.tokens[at].is(Classes::CONNECTOR));
        let legal = (start..end).find(|&at| self.0.tokens[at].is(Classes::LEGAL_SUFFIX));
        let stem_end = legal.map_or(end, |at| at - usize::from(at > start && self.0.tokens[at - 1].kind == Kind::Comma));
        let mut found = Vec::new();
        if legal.is_some_and(|at| at > start) {
            found.push(self.0.slice(start..stem_end).to_owned());
        }
        // `Shenzhen Bytel Technology Co., Ltd.` is called by what is its own.
        let own = start + usize::from(self.0.tokens[start].is(Classes::PLACE | Classes::COUNTRY));
        if own > start && stem_end > own + 1 && legal.is_some() {
            found.push(self.0.slice(own..stem_end).to_owned());
        }
        let told_by_first = legal.is_some() || stem_end - own == 2 && !self.has_institution(own..stem_end);
        if plain && told_by_first && stem_end > own + 1 && is_brand(&self.0.tokens[own]) {
            found.push(self.0.written(own).to_owned());
        }
        found
    }

    /// Whether a word makes it the name of an institution, which is not called by the word before: `Taihe Institute`.
    fn has_institution(&self, tokens: Range<usize>) -> bool {
        let institution = |at: usize| {
            let head = self.0.lexeme_at(at, at + 1, Classes::ORGANIZATION_HEAD);
            head.is_some_and(|(_, value)| !value.split(' ').any(|part| matches!(part, "company" | "firm")))
        };
        tokens.into_iter().any(institution)
    }
}

/// Whether the word alone can be what a company is called: a name that the lexicon does not know as anything else.
fn is_brand(token: &Token) -> bool {
    token.kind == Kind::Word
        && token.capitalized()
        && token.span.len() >= SHORTEST_BRAND
        && token.classes.within(Classes::WRITTEN)
}
