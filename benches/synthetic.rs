//! Press text made up by chance: as long as wanted, no two releases alike, the same text every time. About one fact to 120
//! bytes, as press releases have it. It repeats itself more than they do, so a processor learns its turns: it costs less a byte.

/// Sentences with facts. A name in capitals stands for one of [`PARTS`].
const TELLING: &[&str] = &[
    "BODY said on WEEKDAY that NOUN rose NUMBER percent to $SMALL.NUMBER million in the YEAR season.",
    "“We have waited for this since YEAR,” said NAME, TITLE of BODY, at a briefing in CITY.",
    "NAME, the TITLE of BODY, thanked all who took part in the work on the NOUN.",
    "BODY and BODY signed a memorandum of understanding on the NOUN in CITY on SMALL MONTH YEAR.",
    "About NUMBER,000 people took part, NUMBER percent more than a year before.",
    "The NOUN will open on MONTH SMALL, YEAR, and is to serve NUMBER villages around CITY.",
    "TITLE NAME told reporters that BODY had spent €NUMBER million on the NOUN.",
    "An agreement with BODY on the NOUN was signed last MONTH; it runs for SMALL years.",
];

/// Sentences without any.
const PLAIN: &[&str] = &[
    "The NOUN has long been a matter of care for those who live along the coast, and many of them came to see it.",
    "It is hoped that the work will help small firms to find partners and to keep the skills that the region has built.",
    "Visitors could walk through the halls, ask questions and try for themselves what the NOUN is able to do.",
    "Those who spoke stressed that trust grows where people meet, and that plans on paper are only the beginning.",
    "Much remains to be done – roads are poor, and the NOUN still lacks what other places take for granted.",
    "Nobody could say how soon the rest would follow, but the mood in the room was one of quiet confidence.",
    "The organisers’ aim is to make the NOUN easier to reach for schools, clubs and families with little to spend.",
    "Further details are to be found on the site of the organisers, where questions are answered as well.",
];

/// What the names in capitals may be.
const PARTS: &[(&str, &[&str])] = &[
    (
        "BODY",
        &[
            "the Harbour Authority",
            "Tide Foods Ltd.",
            "the Ministry of Transport",
            "Northern Mills Group",
            "the Institute for Coastal Studies",
            "Linden Bank",
            "the University of Westhaven",
            "the Fisheries Council",
            "Orbit Data Systems, Inc.",
            "the Red Lantern Foundation",
        ],
    ),
    (
        "NAME",
        &[
            "Ana Ruiz",
            "Daniel Okafor",
            "Dr. Mei Tanaka",
            "Joseph Lindqvist",
            "Maria da Costa",
            "Peter Novak",
            "Aisha Rahman",
            "Li Wei",
            "José Pérez",
        ],
    ),
    (
        "TITLE",
        &[
            "Director",
            "Chief Executive",
            "Deputy Minister",
            "President",
            "Secretary General",
            "Head of Research",
            "Chairman",
            "Professor",
        ],
    ),
    (
        "NOUN",
        &[
            "harbour",
            "bridge",
            "water network",
            "seed bank",
            "exhibition",
            "museum",
            "rail line",
            "fish market",
            "training centre",
            "archive",
        ],
    ),
    ("CITY", &["Lisbon", "Nairobi", "Osaka", "Lima", "Warsaw", "Accra", "Hanoi", "Toronto"]),
    ("WEEKDAY", &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]),
    ("MONTH", &["January", "March", "April", "June", "July", "September", "October", "December"]),
];

/// Numbers that anyone gets who asks in the same order.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }

    fn one_of<'t>(&mut self, all: &[&'t str]) -> &'t str {
        all[self.below(all.len())]
    }

    /// Appends the sentence, each name in capitals replaced.
    fn write(&mut self, sentence: &str, text: &mut String) {
        let mut rest = sentence;
        while let Some(start) = rest.find(|c: char| c.is_ascii_uppercase()) {
            let (before, behind) = rest.split_at(start);
            let end = behind.find(|c: char| !c.is_ascii_uppercase()).unwrap_or(behind.len());
            let (name, after) = behind.split_at(end);
            text.push_str(before);
            match (name, PARTS.iter().find(|(known, _)| *known == name)) {
                (_, Some((_, all))) => text.push_str(self.one_of(all)),
                ("NUMBER", _) => text.push_str(&(10 + self.below(90)).to_string()),
                ("SMALL", _) => text.push_str(&(2 + self.below(26)).to_string()),
                ("YEAR", _) => text.push_str(&(2005 + self.below(25)).to_string()),
                _ => text.push_str(name),
            }
            rest = after;
        }
        text.push_str(rest);
    }
}

/// So many bytes of releases, or a few more, with a blank line between paragraphs.
pub(crate) fn press(bytes: usize) -> String {
    let (mut chance, mut text) = (Chance(9), String::with_capacity(bytes + 1000));
    while text.len() < bytes {
        for _ in 0..3 + chance.below(4) {
            for _ in 0..2 + chance.below(3) {
                let sentence = if chance.below(5) < 2 { chance.one_of(TELLING) } else { chance.one_of(PLAIN) };
                chance.write(sentence, &mut text);
                text.push(' ');
            }
            text.push_str("\n\n");
        }
    }
    text
}
