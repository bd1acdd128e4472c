//! Sentences after press releases of the archives: degrees, ranks, companies' names that end in a field, inverted
//! offices, with a near miss by each hit.

use crate::testing::check_roles;

#[test]
fn degrees_and_ranks() {
    check_roles("Ann Lee, M.D., M.Q.S., director of the Harbour Council, came.", &["Ann Lee | director | Harbour Council"]);
    check_roles("Ann Lee, M.Q.S., spoke of the Harbour Council.", &[]);
    check_roles("Ann Lee, III, director of the Harbour Council, came.", &["Ann Lee | director | Harbour Council"]);
    check_roles("Ann Lee, XYZ, of the Harbour Council, came.", &[]);
    check_roles("Minister for Trade RADM (NS) Tan Wei Ming came.", &["Tan Wei Ming | Minister for Trade"]);
    check_roles("The Minister for Trade (NS) came.", &[]);
    check_roles(
        "Ann Lee, M.D., a neurology resident at the Harbour Hospital, said so.",
        &["Ann Lee | neurology resident | Harbour Hospital"],
    );
    check_roles("Ann Lee, a resident of the city, said so.", &[]);
}

#[test]
fn bodies_that_end_in_a_field() {
    check_roles("Novar Sciences CEO Ann Lee joined.", &["Ann Lee | CEO | Novar Sciences"]);
    check_roles("Ann Lee, Novar Energy Solutions CEO, joined.", &["Ann Lee | CEO | Novar Energy Solutions"]);
    check_roles("Ann Lee, Novar Marketing Director, joined.", &["Ann Lee | Marketing Director | Novar"]);
    check_roles("The NovarHead Ann Lee joined.", &[]);
    check_roles(
        "Novar Mining Corporation (AIM:NOV, NYSE-A:NVR) chief executive Ann Lee spoke.",
        &["Ann Lee | chief executive | Novar Mining Corporation"],
    );
}

#[test]
fn coming_and_going() {
    check_roles(
        "Acme announced the addition of Ann Lee to its management as Chief Operating Officer.",
        &["Ann Lee | Chief Operating Officer | Acme"],
    );
    check_roles("Acme announced the addition of a plant to its management.", &[]);
    check_roles(
        "Mr Tan Wei Ming will relinquish his appointment as Minister for Trade and continue as Minister for Finance.",
        &["Tan Wei Ming | Minister for Trade", "Tan Wei Ming | Minister for Finance"],
    );
    check_roles("Mr Tan Wei Ming will relinquish his seat.", &[]);
    check_roles("Ann Lee, who leads Acme's trade team as vice president, came.", &["Ann Lee | vice president | Acme"]);
    check_roles("Ann Lee, who leads Acme's trade team as ever, came.", &[]);
}

#[test]
fn several_offices() {
    check_roles("Partner Ann Lee Named to Top 20 Lawyers List", &["Ann Lee | Partner"]);
    check_roles("On Monday the Majority Leader, Senator Ann Lee, moved the bill.", &["Ann Lee | Majority Leader"]);
    check_roles("On Monday the majority, Senator Ann Lee said, moved the bill.", &["Ann Lee | Senator"]);
    check_roles(
        "Ann Lee is the owner, founder, and attorney at Acme Law, LLC.",
        &["Ann Lee | owner, founder, and attorney | Acme Law, LLC"],
    );
    check_roles(
        "Ann Lee and Bob Ray, who are CEO and CFO of Acme respectively, came.",
        &["Ann Lee | CEO | Acme", "Bob Ray | CFO | Acme"],
    );
    check_roles("Ann Lee and Bob Ray, who are late, came.", &[]);
}
