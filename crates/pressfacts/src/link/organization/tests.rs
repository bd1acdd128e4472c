//! Which mentions are of which body.

use super::organizations;
use crate::fact::{Link, Organization};
use crate::layout::Document;
use crate::lexicon::built_in;
use crate::link::Wordings;
use crate::normalize::agreement::Clause;
use crate::testing::run_of;

/// The bodies of a text with an agreement of these sides.
fn linked(text: &str, named: &[&str]) -> Vec<Organization> {
    let document = Document::read(text, built_in());
    let sides = named.iter().map(|name| run_of(&document, name)).collect();
    let clauses = [Clause { verb: None, sides, like: None }];
    organizations(&mut Wordings::new(&document), &[], (&mut [], &[]), (&mut [], &clauses))
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
    assert_eq!(acronyms, [("Market Bureau, National Seed Administration", None), ("National Seed Administration", Some("NSA"))]);
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

/// The mentions of each body that the text has, with what ties them to it.
#[track_caller]
fn check(text: &str, named: &[&str], expected: &[&[(&str, Link)]]) {
    let bodies = linked(text, named);
    let found: Vec<Vec<_>> =
        bodies.iter().map(|body| mentions(body, text).into_iter().zip(body.links.iter().copied()).collect()).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_country_s_body_is_one_however_the_country_is_named() {
    let text = "Japan's Ministry of Trade met the Ministry of Trade of Japan. The Japanese Ministry of Trade is old.";
    let named = ["Japan's Ministry of Trade", "Ministry of Trade of Japan", "Japanese Ministry of Trade"];
    check(
        text,
        &named,
        &[&[
            ("Japan's Ministry of Trade", Link::Name),
            ("Ministry of Trade of Japan", Link::Name),
            ("Japanese Ministry of Trade", Link::Name),
        ]],
    );
}

#[test]
fn bodies_of_two_countries_stay_two() {
    let text = "The Ministry of Trade of Japan met the Ministry of Trade of Peru. The Ministry of Trade was pleased.";
    let named = ["Ministry of Trade of Japan", "Ministry of Trade of Peru"];
    check(text, &named, &[&[("Ministry of Trade of Japan", Link::Name)], &[("Ministry of Trade of Peru", Link::Name)]]);
}

#[test]
fn a_unit_is_one_whether_its_parent_is_written_out_or_not() {
    let text = "Bureau of Inspection, National Seed Administration (NSA); Bureau of Inspection, NSA.";
    let named = ["Bureau of Inspection, National Seed Administration (NSA)", "Bureau of Inspection, NSA"];
    check(
        text,
        &named,
        &[
            &[("Bureau of Inspection, National Seed Administration", Link::Name), ("Bureau of Inspection, NSA", Link::Name)],
            &[("NSA", Link::Acronym)],
        ],
    );
}

#[test]
fn whom_a_unit_is_of_is_a_body_too() {
    let text =
        "The Office of Transfer of Arden University opened. Arden University is old. The Office of Trade and Fairs is not.";
    check(
        text,
        &["Office of Transfer of Arden University", "Office of Trade and Fairs"],
        &[
            &[("Office of Transfer of Arden University", Link::Name)],
            &[("Arden University", Link::Name)],
            &[("Office of Trade and Fairs", Link::Name)],
        ],
    );
}

#[test]
fn initials_name_a_body_without_an_introduction() {
    let text = "The Harbour Patent Office met. The HPO is old, the HPX and Hpo are not.";
    check(text, &["Harbour Patent Office"], &[&[("Harbour Patent Office", Link::Name), ("HPO", Link::Initials)]]);
}

#[test]
fn an_acronym_is_in_capitals() {
    let text = "The World Owl Organization (WHO) met. Who came?";
    check(text, &["World Owl Organization (WHO)"], &[&[("World Owl Organization", Link::Name), ("WHO", Link::Acronym)]]);
}

#[test]
fn a_company_is_called_by_what_is_its_own() {
    let text = "Zantel Digital grew. It said Zantel would grow on. Zantel was founded in 2009. Zantel Park is closed.";
    check(
        text,
        &["Zantel Digital"],
        &[&[("Zantel Digital", Link::Name), ("Zantel", Link::ShortName), ("Zantel", Link::ShortName)]],
    );
    let text = "Shenzhen Bytel Technology Co., Ltd. grew, and Bytel Technology and Bytel are loved. Shenzhen is warm.";
    check(
        text,
        &["Shenzhen Bytel Technology Co., Ltd."],
        &[&[
            ("Shenzhen Bytel Technology Co., Ltd.", Link::Name),
            ("Bytel Technology", Link::ShortName),
            ("Bytel", Link::ShortName),
        ]],
    );
}

#[test]
fn a_short_name_that_only_opens_sentences_may_be_any_word() {
    check("Zantel Digital grew. Zantel sales rose.", &["Zantel Digital"], &[&[("Zantel Digital", Link::Name)]]);
}

#[test]
fn an_institution_is_not_called_by_the_word_before_it() {
    check("Arden University met in Arden.", &["Arden University"], &[&[("Arden University", Link::Name)]]);
}

#[test]
fn a_party_named_in_short_is_the_body_named_in_full() {
    let text = "BC Ridge opened a hut. The BC Ridge Ski Association is old.";
    check(
        text,
        &["BC Ridge", "BC Ridge Ski Association"],
        &[&[("BC Ridge", Link::Name), ("BC Ridge Ski Association", Link::Name)]],
    );
}

#[test]
fn what_the_text_says_it_calls_a_body() {
    let text = "Tide Foods Ltd (hereinafter referred to as “Tidy” or the “Operator”) grew. Tidy sold the hut. The Operator left. An Operator came.";
    check(
        text,
        &["Tide Foods Ltd"],
        &[&[("Tide Foods Ltd", Link::Name), ("Tidy", Link::Defined), ("Tidy", Link::Defined), ("The Operator", Link::Defined)]],
    );
}

#[test]
fn the_head_with_an_article_takes_the_name_up() {
    let text = "The Ministry of Trade met. The Ministry is old. The Ministry of Magic is new. A Ministry was founded.";
    check(text, &["Ministry of Trade"], &[&[("Ministry of Trade", Link::Name), ("The Ministry", Link::Definite)]]);
    let text = "The Copyright Department of the City met. The Copyright Department agreed.";
    check(
        text,
        &["Copyright Department of the City"],
        &[&[("Copyright Department of the City", Link::Name), ("The Copyright Department", Link::Definite)]],
    );
}

#[test]
fn a_head_that_may_mean_two_means_neither() {
    let text = "The Ministry of Trade met the Ministry of Health. The Ministry was pleased.";
    check(
        text,
        &["Ministry of Trade", "Ministry of Health"],
        &[&[("Ministry of Trade", Link::Name)], &[("Ministry of Health", Link::Name)]],
    );
}

#[test]
fn a_head_far_from_the_name_means_nobody() {
    let text = "The Ministry of Trade met.\n\nIt rained.\n\nThe roads were wet.\n\nThe Ministry was closed.";
    check(text, &["Ministry of Trade"], &[&[("Ministry of Trade", Link::Name)]]);
}

#[test]
fn a_state_is_no_body() {
    assert_eq!(linked("The President of Slovenia and the Sri Lankan envoy spoke.", &["Slovenia", "Sri Lankan"]), []);
}

#[test]
fn a_head_for_a_name_is_the_only_body_of_that_head() {
    let text = "The Ministry of Trade met the Port Authority. The Ministry agreed with the Authority.";
    let bodies = linked(text, &["Ministry of Trade", "Port Authority", "Ministry"]);
    assert_eq!(bodies.iter().map(|body| body.mentions.len()).collect::<Vec<_>>(), [2, 2]);
}

#[test]
fn an_acronym_may_take_letters_of_small_words_digits_or_another_order() {
    let names = |text: &str| linked(text, &[]).into_iter().map(|body| body.name).collect::<Vec<_>>();
    assert_eq!(names("The Ministry of Education (MOE) met."), ["Ministry of Education"]);
    assert_eq!(names("The Alliance of Small Island States (AOSIS) met."), ["Alliance of Small Island States"]);
    assert_eq!(names("The Council of Northern Harbour Towns (CHTN) met."), ["Council of Northern Harbour Towns"]);
    assert_eq!(names("The Council of Harbour Towns (CTH) met."), [""; 0]);
    assert_eq!(names("The Oslo Fair for Trade in Services (OFTS) opened. The Harbour Import Expo (HIE) closed."), [""; 0]);
    assert_eq!(names("It announced with Zantel Bank, a joint venture (JV), that it grew."), [""; 0]);
    assert_eq!(names("The Ministry of Education (MDE) met. The League of Two (LDT) left."), [""; 0]);
}

#[test]
fn a_government_goes_by_its_country_on_either_side() {
    let text = "The Government of Singapore met. The Singapore Government agreed, and so did the Singapore Zoo.";
    let named = ["Government of Singapore", "Singapore Government"];
    check(text, &named, &[&[("Government of Singapore", Link::Name), ("Singapore Government", Link::Name)]]);
}

#[test]
fn a_legal_form_makes_a_company_that_is_called_so() {
    let text = "Zantel Surgical grew.\n\nIt rained.\n\nAbout Zantel Surgical, Inc.\n\nThe Company was founded. A Company closed.";
    check(
        text,
        &["Zantel Surgical"],
        &[&[("Zantel Surgical", Link::Name), ("Zantel Surgical, Inc.", Link::Name), ("The Company", Link::Definite)]],
    );
}

#[test]
fn a_name_may_be_cut_short_of_what_it_is_of() {
    assert_eq!(linked("The Ministry of Trade of (MT) met the Bank of the.", &["Ministry of Trade of", "Bank of the"]).len(), 2);
}

#[test]
fn a_defined_term_may_have_accents() {
    let text = "Tide Foods Ltd (the “Société”) grew. The Société left.";
    check(text, &["Tide Foods Ltd"], &[&[("Tide Foods Ltd", Link::Name), ("The Société", Link::Defined)]]);
}
