//! Sentences over the ways in which press text names the sides of an agreement, and what stands near them and is none.

use crate::testing::check_sides;

/// Text with the mentions in brackets; the sides of each.
const SIDES: &[(&str, &[&str])] = &[
    // Tickers and short forms in parentheses name a side again, and end no clause.
    (
        "Acme Group Inc (NASDAQ: ACMG) through its Peruvian arm has signed a [supply agreement] with Beta Labs.",
        &["Acme Group Inc; Beta Labs"],
    ),
    ("Acme Group (OTC: ACMG) said one of its units, Gamma Inc., has entered into a [lease] with Beta.", &["Gamma Inc.; Beta"]),
    // What explains a name is no name.
    ("Gamma, a venture formed by Acme and a group of farms, and Beta plc signed a [contract].", &["Gamma; Beta plc"]),
    ("Talks were held in Lima, Peru, and a [treaty] was signed.", &[""]),
    // A side without a name makes room for the next.
    ("A [deal] between the government and the Xylo Front (XF) was reached.", &["government; Xylo Front (XF)"]),
    ("Peru's government and rebels signed a [ceasefire].", &["Peru's government"]),
    ("Peru's government and former rebel movement Xylo signed a [ceasefire].", &["Peru's government; Xylo"]),
    ("Peru's government and the rebels of the Xylo Front signed a [truce].", &["Peru's government; Xylo Front"]),
    ("Members of the Baltic Fishing League reached a [trade deal].", &["Baltic Fishing League"]),
    ("The rebels and the farmers signed a [truce].", &[""]),
    // Who acts for whom.
    ("The [MoU] was signed on behalf of the government of the Republic of Kenya.", &["government of the Republic of Kenya"]),
    // A quality made of a name, and a common noun at the start of a sentence.
    ("Kenya will ratify the post-Brexit [trade agreement] with Peru.", &["Kenya; Peru"]),
    ("Ministries signed a [memorandum of understanding].", &[""]),
    ("Construction began after the [contract] was signed.", &[""]),
    ("Parliament ratified the [treaty].", &["Parliament"]),
    // Owners.
    ("It is one of Kenya's first [new trade agreements].", &["Kenya"]),
    ("It is one of the first [new trade agreements].", &[""]),
    // Headings.
    ("Lima, Nairobi sign 7 [MoUs]", &["Lima; Nairobi"]),
    // Taking up.
    ("Kenya and Peru signed five [MoUs]. The [MoUs] cover fish.", &["Kenya; Peru", "Kenya; Peru"]),
    ("Kenya and Peru signed an [MoU]. The [MoUs] cover fish.", &["Kenya; Peru", ""]),
    ("Kenya and Peru signed a [pact]. This [new pact] covers fish.", &["Kenya; Peru", "Kenya; Peru"]),
    ("Kenya and Peru signed a [pact]. Under the long-awaited [pact], fish is free.", &["Kenya; Peru", "Kenya; Peru"]),
    ("Kenya and Peru signed a [pact]. Under a long-awaited [pact], fish is free.", &["Kenya; Peru", ""]),
];

#[test]
fn sides() {
    for (markup, sides) in SIDES {
        check_sides(markup, sides);
    }
}
