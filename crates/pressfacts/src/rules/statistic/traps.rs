//! The traps of section 3.1 of the design dossier: what other programs read wrongly, a row each with the right reading.

use crate::testing::{check_statistics, check_statistics_by};

/// What is trapped, the text, and the reading of each claim in it.
const VALUES: &[(&str, &str, &[&str])] = &[
    ("separators", "It made [12,345 cars] at [104.7 km].", &["12345 cars", "104.7 km"]),
    ("blanks between digits", "It had [1 234 567 users] and [816 000 t] of ore.", &["1234567 users", "816000 t"]),
    ("Indian groups", "It covers [1,23,45,678 farmers].", &["12345678 farmers"]),
    ("scale chains", "They lent [Rs 13.41 lakh crore].", &["13410000000000 INR"]),
    (
        "words",
        "It has [one hundred and twenty-five thousand members], [125 thousand] of them new.",
        &["125000 members", "125000 members"],
    ),
    (
        "halves of a scale",
        "[Half a million users] and [one and a half million firms] joined.",
        &["500000 users", "1500000 firms"],
    ),
    ("attached scales", "It cost [$2.5bn], [£300m] and [45k users].", &["2500000000 USD", "300000000 GBP", "45000 users"]),
    (
        "numbers not given",
        "[Dozens of firms] and [hundreds of thousands of people] came.",
        &["12..120 firms", "100000..1000000 people"],
    ),
    ("percent", "It rose [3.4%], [5 percent] and [6 per cent].", &["3.4 percent", "5 percent", "6 percent"]),
    ("percentage points", "It fell [1.2 percentage points], not [1.2 percent].", &["1.2 percentage point", "1.2 percent"]),
    ("basis points", "It cut rates by [25 basis points], then [50 bps].", &["25 basis point", "50 basis point"]),
    ("signs with a country", "It paid [US$ 12 million] and [US$12 million].", &["12000000 USD", "12000000 USD"]),
    ("codes first", "It paid [EUR 40 million] and [RMB 3.2 billion].", &["40000000 EUR", "3200000000 CNY"]),
    ("rupees", "It costs [Rs. 250] or [Rs 300].", &["250 INR", "300 INR"]),
    ("other dollars", "It owes [HK$5], [C$6] and [SDR 7 million].", &["5 HKD", "6 CAD", "7000000 XDR"]),
    ("ranges", "Growth of [5-10%], or [2 to 3 per cent].", &["5..10 percent", "2..3 percent"]),
    ("ranges of money", "A fee between [$40 and $50], or [€3-5 million].", &["40..50 USD", "3000000..5000000 EUR"]),
    (
        "near",
        "It has [about 40 ships], [nearly 50 tugs] and [some 200 boats].",
        &["approximately 40 ships", "nearly 50 tugs", "approximately 200 boats"],
    ),
    (
        "bounds",
        "It has [over 40 ships], [at least 50 tugs], [up to 60 boats] and [fewer than 70 rafts].",
        &["more_than 40 ships", "at_least 50 tugs", "at_most 60 boats", "less_than 70 rafts"],
    ),
    (
        "fractions",
        "[Two-thirds of firms] took [a quarter of the loans]; it weighs [2 1/2 tonnes] or [1½ kg].",
        &["0.666666666666 firms", "0.25 loans", "2.5 tonnes", "1.5 kg"],
    ),
    ("shares in words", "[One in five children] and [three out of four adults] read.", &["0.2 children", "0.75 adults"]),
    (
        "rates",
        "It has [8.18 patents per 10,000 people] and [450 people per km²].",
        &["8.18 patents per 10,000 people", "450 people per km²"],
    ),
    (
        "multiples",
        "Sales [doubled], costs [halved]: a [three-fold] rise to [five times] larger than before.",
        &["2 times", "0.5 times", "3 times", "5 times"],
    ),
    (
        "ranks",
        "It rose to rank [11th] in the list, the [third-largest] port and [No. 1] in the world.",
        &["11 rank", "3 rank", "1 rank"],
    ),
    ("lists that share a scale", "It cost [$3], [$4] and [$5 million].", &["3000000 USD", "4000000 USD", "5000000 USD"]),
    ("counted nouns", "[1,250 peacekeepers] serve there.", &["1250 peacekeepers"]),
    (
        "units",
        "At [90 km/h] it used [5 TWh] at [20 °C] on [300 sq m], [4 tonnes] on [6 hectares].",
        &["90 km/h", "5 TWh", "20 °C", "300 sq m", "4 tonnes", "6 hectares"],
    ),
    ("masses of a gas", "It emits [37 GtCO2e].", &["37 GtCO2e"]),
    ("no quantities", "In 2024 at 10:30, Resolution 2735 (2024) was read for two hours.", &[]),
    ("identifiers", "F-16, COVID-19, CO2, 10.0.0.1, 5G and COP28; one of them called +44 20 7946 0000.", &[]),
    ("addresses", "They live at 12 Mill Lane, Room 404, near Section 427 of Route 66.", &[]),
];

#[test]
fn values_and_units() {
    for (_, text, readings) in VALUES {
        check_statistics(text, readings);
    }
}

#[test]
fn scores_and_votes() {
    check_statistics("The motion passed 52-48, at odds of [3:1].", &["3 "]);
}

#[test]
fn changes_and_levels() {
    let show = |value: Option<crate::Decimal>| value.map_or_else(String::new, |value| value.to_string());
    let reading = |statistic: &crate::Statistic| {
        let change = statistic.change.map_or("=", |change| if change == crate::Change::Increase { "up" } else { "down" });
        format!("{change} {}>{}", show(statistic.from), show(statistic.to))
    };
    check_statistics_by("Sales grew by [5%]; costs were down [3%].", reading, &["up >", "down >"]);
    check_statistics_by("Output rose by [3] to [12 tonnes].", reading, &["up >12", "= >"]);
    check_statistics_by("Imports fell from [120] to [95 tonnes].", reading, &["= >", "= 120>"]);
}

#[test]
fn bases() {
    let basis = |statistic: &crate::Statistic| statistic.basis.clone().unwrap_or_default();
    check_statistics_by("It rose [5%] year-on-year and [2%] q/q.", basis, &["year-on-year", "q/q"]);
    check_statistics_by("It rose [5%] from a year earlier, [9%] since 2017.", basis, &["from a year earlier", "since 2017"]);
}

#[test]
fn each_its_own_subject() {
    let subject = |statistic: &crate::Statistic| statistic.subject.clone().unwrap_or_default();
    check_statistics_by("Exports and imports rose [5%] and [6%], respectively.", subject, &["Exports", "imports"]);
    check_statistics_by("Output of steel surged [5%].", subject, &["Output of steel"]);
}
