//! A body's name, read: its units, what makes it the same as another form, and the short forms that may stand for it.

use crate::layout::Document;
use crate::lexicon::Classes;
use crate::link::wording::{Wording, Wordings};
use crate::parse::Run;
use crate::token::{Kind, Token};

/// Fewest letters of an acronym that nobody introduced, and of a company's name cut to one word.
const FEWEST_INITIALS: usize = 3;
const SHORTEST_BRAND: usize = 3;
/// Most words of a name that stand for the whole.
const LONGEST_STEM: usize = 4;
/// Most short names of one name: without its legal form, without its place as well, and by its brand.
pub(crate) const MOST_SHORT_NAMES: usize = 3;
/// Most stems: the short names, and the words that the name starts with.
pub(crate) const MOST_STEMS: usize = MOST_SHORT_NAMES + LONGEST_STEM;

/// A name where the text has it. A part of it that is one body of a chain is a unit: `Bureau of Inspection` in `Bureau of
/// Inspection, National Seed Administration`.
#[derive(Clone, Copy)]
pub(crate) struct Reading<'d, 't> {
    document: &'d Document<'t>,
    name: Run,
}

/// What two forms of one name have in common: `Japan's Ministry of Trade`, `Ministry of Trade of Japan`.
pub(crate) struct Key<'t> {
    pub(crate) wording: Wording,
    /// Whether it is of several words.
    pub(crate) telling: bool,
    /// ISO 3166 code of the country that it is said to be of.
    pub(crate) country: Option<&'t str>,
}

impl<'d, 't> Reading<'d, 't> {
    pub(crate) fn new(document: &'d Document<'t>, name: Run) -> Self {
        let start = name.tokens().find(|&at| document.written(at) != "the").unwrap_or(name.end);
        Self { document, name: Run { start, ..name } }
    }

    pub(crate) fn text(&self, unit: Run) -> &'t str {
        self.document.slice(unit.tokens())
    }

    fn tokens(&self, unit: Run) -> &'d [Token] {
        &self.document.tokens[unit.tokens()]
    }

    /// Whether the name is that of a country or city, or the word for what belongs to one.
    pub(crate) fn is_state(&self) -> bool {
        let state = Classes::of(&[Classes::COUNTRY, Classes::DEMONYM, Classes::PLACE]);
        match self.tokens(self.name) {
            [] => false,
            [only] => only.is(state),
            _ => {
                let phrases = self.document.phrases_at(self.name.start);
                phrases.iter().any(|found| found.end == self.name.end && found.classes.any(state))
            }
        }
    }

    /// The head that is all there is: `Ministry`, which is no name of its own.
    pub(crate) fn only_head(&self) -> Option<usize> {
        let headed = matches!(self.tokens(self.name), [only] if only.is(Classes::ORGANIZATION_HEAD));
        headed.then_some(self.name.start)
    }

    /// The bodies of the chain, the innermost first, and apart from them the last. A comma within a name parts nothing:
    /// `Ministry of Trade, Work and Power`, `Tide Co., Ltd.`
    pub(crate) fn units(&self) -> (Vec<Run>, Run) {
        let mut units = Vec::new();
        let mut rest = self.name;
        for comma in self.name.tokens().filter(|&at| self.document.tokens[at].kind == Kind::Comma) {
            let unit = Run { end: comma, ..rest };
            if self.may_have_a_parent(unit) && self.is_a_parent(comma + 1) {
                units.push(unit);
                rest.start = comma + 1;
            }
        }
        (units, rest)
    }

    /// Whether the body is a unit of another or a company, behind whose name another's may stand.
    fn may_have_a_parent(&self, unit: Run) -> bool {
        self.tokens(unit).iter().any(|token| token.is(Classes::of(&[Classes::ORGANIZATION_HEAD, Classes::LEGAL_SUFFIX])))
    }

    /// Whether a body's name goes from there to the next comma.
    fn is_a_parent(&self, start: usize) -> bool {
        let tokens = self.tokens(Run { start, ..self.name });
        let end = tokens.iter().position(|token| token.kind == Kind::Comma).unwrap_or(tokens.len());
        let parent = &tokens[..end];
        let opens = parent.first().is_some_and(|token| token.capitalized() && !token.is(Classes::LEGAL_SUFFIX));
        let acronym = parent.len() == 1 && parent[0].is(Classes::UPPER);
        opens && (acronym || parent.iter().any(|token| token.is(Classes::ORGANIZATION_HEAD) && token.capitalized()))
    }

    /// The bodies that the unit says it is of: `Tsinghua University` in `Office of Transfer of Tsinghua University`.
    pub(crate) fn owners(self, unit: Run) -> impl Iterator<Item = Run> {
        let small = move |&at: &usize| !self.document.tokens[at].capitalized();
        let preposition = move |at: &usize| small(at) && (self.is_word(*at, "of") || self.is_word(*at, "at"));
        let starts = unit.tokens().filter(preposition);
        let owners = starts.map(move |at| Run { start: at + 1 + usize::from(self.is_word(at + 1, "the")), ..unit });
        owners.filter(move |owner| owner.start + 1 < owner.end && self.ends_in_head(*owner))
    }

    fn ends_in_head(&self, unit: Run) -> bool {
        let tokens = self.tokens(unit);
        let [first, .., last] = tokens else { return false };
        // `Department of Trade Organizations and Fairs` is of no body `Trade Organizations and Fairs`.
        let several = tokens.iter().any(|token| !token.capitalized() || token.kind == Kind::Comma);
        first.capitalized() && !several && last.is(Classes::ORGANIZATION_HEAD)
    }

    fn is_word(&self, at: usize, word: &str) -> bool {
        at < self.name.end && self.document.tokens[at].reads(word, self.document.text)
    }

    pub(crate) fn is_company(&self, unit: Run) -> bool {
        self.tokens(unit).iter().any(|token| token.is(Classes::LEGAL_SUFFIX))
    }

    /// What the unit's other forms share with it. A country's name before or behind it is no part of that, unless little
    /// is left without it (`Bank of China`); no comma is, either.
    pub(crate) fn key(&self, unit: Run, wordings: &mut Wordings<'d, 't>) -> Key<'t> {
        let own = self.without_country(unit);
        let country = own.map(|(_, country)| country);
        let own = own.map_or(unit, |(own, _)| own);
        let words = || own.tokens().filter(|&at| !matches!(self.document.tokens[at].kind, Kind::Comma | Kind::Hyphen));
        Key { wording: wordings.of(words()), telling: words().nth(1).is_some(), country }
    }

    /// The unit without the name of the country, and that country: `Ministry of Trade` for `Japan's Ministry of Trade`.
    pub(crate) fn without_country(&self, unit: Run) -> Option<(Run, &'t str)> {
        let Run { start, end } = unit;
        let document = self.document;
        let country = Classes::of(&[Classes::COUNTRY, Classes::DEMONYM]);
        let leading = document.lexeme_at(start, end, country).filter(|(after, _)| *after < end).and_then(|(after, code)| {
            let owner = document.tokens[after].kind == Kind::Possessive;
            let adjective = document.lexeme_at(start, end, Classes::DEMONYM).is_some();
            // `Singapore Government`
            let state = after + 1 == end && document.tokens[after].is(Classes::STATE_BODY);
            (owner || adjective || state).then(|| (Run { start: after + usize::from(owner), end }, code))
        });
        let trailing = || {
            let of = unit.tokens().rev().find(|&at| self.is_word(at, "of"))?;
            let name = of + 1 + usize::from(self.is_word(of + 1, "the"));
            let (after, code) = document.lexeme_at(name, end, Classes::COUNTRY)?;
            (after == end).then_some((Run { start, end: of }, code))
        };
        let (rest, code) = leading.or_else(trailing)?;
        let only = || self.is_mission(rest.start) || document.tokens[rest.start].is(Classes::STATE_BODY);
        let telling = rest.len() > 1 || rest.len() == 1 && only();
        telling.then_some((rest, code))
    }

    /// Whether the word names a state's house abroad, of which a country has one in a place: `Embassy`.
    fn is_mission(&self, at: usize) -> bool {
        self.document.lexeme_at(at, at + 1, Classes::ORGANIZATION_HEAD).is_some_and(|(_, value)| value == "abroad")
    }

    /// The heads by which `the` names the unit later: `Department` and `Copyright Department` for `Copyright Department of
    /// the City`. A company has another, which its name need not have.
    pub(crate) fn heads(&self, unit: Run) -> impl Iterator<Item = Run> {
        let end = unit.tokens().find(|&at| !self.is_word_of_name(at)).unwrap_or(unit.end);
        let headed = end > unit.start && self.document.tokens[end - 1].is(Classes::ORGANIZATION_HEAD);
        let head = headed.then(|| Run { start: end - 1, end });
        let longer = head.filter(|head| head.start > unit.start).map(|_| Run { start: unit.start, end });
        head.into_iter().chain(longer)
    }

    fn is_word_of_name(&self, at: usize) -> bool {
        let token = &self.document.tokens[at];
        token.kind == Kind::Word && token.capitalized() && !token.is(Classes::LEGAL_SUFFIX)
    }

    /// The first letters of the words with a capital, where they are enough to be known by.
    pub(crate) fn initials(&self, unit: Run) -> Option<String> {
        let words = unit.tokens().filter(|&at| self.document.tokens[at].kind == Kind::Word);
        let capitals = words.filter(|&at| self.document.tokens[at].capitalized());
        let initials = capitals.filter_map(|at| self.document.written(at).chars().next());
        initials.clone().nth(FEWEST_INITIALS - 1)?;
        Some(initials.collect())
    }

    /// What the unit's name starts with that may be all that a text calls it: `BC Ridge` for `BC Ridge Ski Association`. What ends
    /// in a head is a name of its own: `Tide Bank` and `Tide Bank Holdings`.
    pub(crate) fn stems(&self, unit: Run) -> impl Iterator<Item = Run> {
        let Run { start, end } = unit;
        let plain = unit.tokens().all(|at| self.is_word_of_name(at) || self.document.tokens[at].is(Classes::LEGAL_SUFFIX));
        let longest = if plain { end.min(start + 1 + LONGEST_STEM) } else { start };
        let state = Classes::of(&[Classes::COUNTRY, Classes::DEMONYM, Classes::PLACE, Classes::ORGANIZATION_HEAD]);
        let document = self.document;
        let ends = (start + 1..longest).filter(move |&stop| !document.tokens[stop - 1].is(state));
        self.short_names(unit).chain(ends.map(move |end| Run { start, end }))
    }

    /// A company's name without its legal form, and the word that tells it from others: `Huawei Technologies`, `Huawei`.
    pub(crate) fn short_names(&self, unit: Run) -> impl Iterator<Item = Run> {
        let Run { start, end } = unit;
        let tokens = &self.document.tokens;
        let plain = self.tokens(unit).iter().all(|token| token.capitalized() || !token.is(Classes::CONNECTOR));
        let legal = unit.tokens().find(|&at| tokens[at].is(Classes::LEGAL_SUFFIX));
        let end = legal.map_or(end, |at| at - usize::from(at > start && tokens[at - 1].kind == Kind::Comma));
        let whole = legal.filter(|&at| at > start).map(|_| Run { start, end });
        // `Shenzhen Bytel Technology Co., Ltd.` is called by what is its own.
        let own = Run { start: start + usize::from(tokens[start].is(Classes::PLACE | Classes::COUNTRY)), end };
        let several = own.start + 1 < end;
        let without_place = Some(own).filter(|own| own.start > start && several && legal.is_some());
        let told_by_first = legal.is_some() || own.start + 2 == end && !self.has_institution(own);
        let brand = Run { end: own.start + 1, ..own };
        let brand = Some(brand).filter(|brand| plain && told_by_first && several && is_brand(&tokens[brand.start]));
        whole.into_iter().chain(without_place).chain(brand)
    }

    /// Whether a word makes it the name of an institution, which is not called by the word before: `Taihe Institute`.
    fn has_institution(&self, unit: Run) -> bool {
        let institution = |at: usize| {
            let head = self.document.lexeme_at(at, at + 1, Classes::ORGANIZATION_HEAD);
            head.is_some_and(|(_, value)| !value.split(' ').any(|part| matches!(part, "company" | "firm")))
        };
        unit.tokens().any(institution)
    }
}

/// Whether the word alone can be what a company is called: a name that the lexicon does not know as anything else.
fn is_brand(token: &Token) -> bool {
    token.kind == Kind::Word
        && token.capitalized()
        && token.span.len() >= SHORTEST_BRAND
        && token.classes.within(Classes::WRITTEN)
}
