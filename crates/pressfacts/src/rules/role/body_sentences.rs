//! Sentences on where title and body part, and on the names of bodies, with a near miss by each hit.

use crate::testing::check_roles;

#[test]
fn words_of_the_body_before_the_title() {
    check_roles(
        "Elbonia Ministry of Foreign Affairs Director Ann Lee came.",
        &["Ann Lee | Director | Elbonia Ministry of Foreign Affairs"],
    );
    check_roles("Elbonia Ministry of Foreign Trade Affairs Ann Lee came.", &[]);
    check_roles("Elbonia Heavy Industries President Ann Lee came.", &["Ann Lee | President | Elbonia Heavy Industries"]);
    check_roles("Acme Marketing Director Ann Lee came.", &["Ann Lee | Marketing Director | Acme"]);
    check_roles("National Harbour Commission Director Ann Lee came.", &["Ann Lee | Director | National Harbour Commission"]);
    check_roles("Former Harbour Commission Director Ann Lee came.", &["Ann Lee | Director | Harbour Commission"]);
    check_roles(
        "His Highness Emir Omar bin Khalid Al Maktoum of Elbonia came.",
        &["Omar bin Khalid Al Maktoum | Emir | Elbonia"],
    );
}

#[test]
fn fields_that_are_bodies() {
    check_roles("Ann Lee, director of Human Rights Watch, came.", &["Ann Lee | director | Human Rights Watch"]);
    check_roles("Ann Lee, director of human rights, came.", &["Ann Lee | director of human rights"]);
    check_roles("Ann Lee, director of Trade International, came.", &["Ann Lee | director | Trade International"]);
    check_roles("Ann Lee, director of International Trade, came.", &["Ann Lee | director of International Trade"]);
    check_roles("Ann Lee, director of the Port of Oslo, came.", &["Ann Lee | director | Port of Oslo"]);
    check_roles("Ann Lee, director of Marketing of Acme, came.", &["Ann Lee | director of Marketing | Acme"]);
    check_roles("Ann Lee, director of the Prime Minister's Office, came.", &["Ann Lee | director | Prime Minister's Office"]);
    check_roles("Ann Lee, aide of the Prime Minister, came.", &["Ann Lee | aide of the Prime Minister"]);
    check_roles("Ann Lee, Director, Trade Administration, came.", &["Ann Lee | Director | Trade Administration"]);
    check_roles("Ann Lee, Director, Trade, came.", &["Ann Lee | Director, Trade"]);
}

#[test]
fn names_of_bodies() {
    check_roles("Ann Lee, CEO of Lloyd's, came.", &["Ann Lee | CEO | Lloyd's"]);
    check_roles("Ann Lee, CEO of Acme's parent, came.", &["Ann Lee | CEO | Acme"]);
    check_roles("Ann Lee, head of the 3rd Harbour Division, came.", &["Ann Lee | head | 3rd Harbour Division"]);
    check_roles("Ann Lee, head of 3 Harbours, came.", &["Ann Lee | head"]);
    check_roles("Ann Lee, CEO of Miller and Company, came.", &["Ann Lee | CEO | Miller and Company"]);
    check_roles("Ann Lee, CEO of Acme and Bob Ray came.", &["Ann Lee | CEO | Acme"]);
    check_roles("Ann Lee, envoy for COP28, came.", &["Ann Lee | envoy | COP28"]);
    check_roles("Ann Lee, Director, Office of the President, came.", &["Ann Lee | Director | Office of the President"]);
    check_roles("Ann Lee, Director, Goldman Sachs, came.", &["Ann Lee | Director | Goldman Sachs"]);
    check_roles("Ann Lee, Director, Rado Vlk, Dean, came.", &["Ann Lee | Director", "Rado Vlk | Dean"]);
}

#[test]
fn titles_of_several_parts() {
    check_roles("Ann Lee, Non-executive Director of Acme, came.", &["Ann Lee | Non-executive Director | Acme"]);
    check_roles("Ann Lee, non-executive director of Acme, came.", &["Ann Lee | non-executive director | Acme"]);
    check_roles(
        "Ann Lee, Professor of Molecular Weaving at Oslo College, came.",
        &["Ann Lee | Professor of Molecular Weaving | Oslo College"],
    );
    check_roles("Ann Lee, Professor of Oslo College, came.", &["Ann Lee | Professor | Oslo College"]);
    check_roles(
        "The Under-Secretary-General for Humanitarian Affairs and Emergency Relief Coordinator, Ann Lee, came.",
        &["Ann Lee | Under-Secretary-General for Humanitarian Affairs and Emergency Relief Coordinator"],
    );
    check_roles(
        "The Minister for Trade and Emergency Relief, Ann Lee, came.",
        &["Ann Lee | Minister for Trade and Emergency Relief"],
    );
}

#[test]
fn a_comma_is_missing() {
    check_roles("Ann Lee President of the Harbour Council and Bob Ray came.", &["Ann Lee | President | Harbour Council"]);
    check_roles("Ann Lee President and Bob Ray came.", &[]);
    check_roles("On Monday, chaired by the mayor of Oslo, Rado Vlk, it met.", &["Rado Vlk | mayor | Oslo"]);
    check_roles("Ann Lee, the mayor of Oslo, Rado Vlk, and others met.", &["Ann Lee | mayor | Oslo"]);
}

#[test]
fn people_who_held_a_post_before() {
    check_roles("Acme named chairman Bob Ray as chief executive.", &["Bob Ray | chief executive | Acme", "Bob Ray | chairman"]);
    check_roles("Acme named chairman Bob Ray in its report.", &["Bob Ray | chairman"]);
    check_roles(
        "Acme appointed Bob Ray, Head of Sales, as Chief Executive.",
        &["Bob Ray | Chief Executive | Acme", "Bob Ray | Head of Sales"],
    );
    check_roles(
        "Bob Ray, President of Elbonia and current Chair of the Harbour Council, came.",
        &["Bob Ray | President | Elbonia", "Bob Ray | Chair | Harbour Council"],
    );
}

#[test]
fn names_of_kings_and_families() {
    check_roles("Elbonian King Omar VI came.", &["Omar VI | King | Elbonian"]);
    check_roles("Sheikh Nawaf Al Ahmad Al Sabah, Emir of Kuwait, came.", &["Nawaf Al Ahmad Al Sabah | Emir | Kuwait"]);
    check_roles("J.D. Miller, Director of Acme, came.", &["J.D. Miller | Director | Acme"]);
    check_roles("Elizabeth (Liz) Miller, Director of Acme, came.", &["Elizabeth (Liz) Miller | Director | Acme"]);
    check_roles("Elizabeth (Acme) Miller, Director of Beta, came.", &[]);
}
