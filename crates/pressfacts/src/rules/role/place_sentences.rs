//! Sentences on places in titles, on names that could be something else, and on lists, with a near miss by each hit.

use crate::testing::check_roles;

#[test]
fn places_that_are_ruled() {
    check_roles("OHW Regional Director for Europe Ann Lee came.", &["Ann Lee | Regional Director for Europe | OHW"]);
    check_roles("Regional Director for Europe, Ann Lee, came.", &["Ann Lee | Regional Director | Europe"]);
    check_roles(
        "Ann Lee, Acme Bank country director for Kenya, Togo and Ghana, came.",
        &["Ann Lee | country director for Kenya, Togo and Ghana | Acme Bank"],
    );
    check_roles("Ann Lee, Managing Director, Kenya, Acme Bank, came.", &["Ann Lee | Managing Director, Kenya | Acme Bank"]);
    check_roles("Ann Lee, Managing Director, Kenya, said so.", &["Ann Lee | Managing Director | Kenya"]);
    check_roles("The harbour coordinator in Niger, Louise Miller, left.", &["Louise Miller | coordinator"]);
    check_roles("The harbour coordinator in Niger left, Louise Miller said.", &[]);
}

#[test]
fn names_that_are_places_or_ranks() {
    check_roles("Mayor Jason King spoke.", &["Jason King | Mayor"]);
    check_roles("Mayor Jason King Harbour spoke.", &[]);
    check_roles("Mayor Lisa Monaco, who came, spoke.", &["Lisa Monaco | Mayor"]);
    check_roles(
        "Mayor Ann Miller (WA), current Chair of the Harbour Council, spoke.",
        &["Ann Miller | Mayor", "Ann Miller | Chair | Harbour Council"],
    );
    check_roles("The Minister of Trade, the Honourable Ann Lee Jr., today came.", &["Ann Lee | Minister of Trade"]);
    check_roles("The rector of the Harbour College, Rado Vlk had said so.", &["Rado Vlk | rector | Harbour College"]);
    check_roles("The rector of the Harbour College, Rado Vlk Had Said So", &[]);
}

#[test]
fn two_bodies_of_one_person() {
    check_roles(
        "Ann Lee, Elbonian Minister of Trade and Chairman of Acme, came.",
        &["Ann Lee | Elbonian Minister of Trade and Chairman | Acme"],
    );
    check_roles(
        "Ann Lee, Kenyan Minister of Trade and Chairman of Acme, came.",
        &["Ann Lee | Minister of Trade | Kenyan", "Ann Lee | Chairman | Acme"],
    );
    check_roles(
        "Ann Lee, Director of the Harbour Side of the commission and Head of Acme, came.",
        &["Ann Lee | Director | Harbour Side", "Ann Lee | Head | Acme"],
    );
}

#[test]
fn portfolios() {
    check_roles(
        "Minister of Justice and Lighthouse Reforms Mrs Ann Lee came.",
        &["Ann Lee | Minister of Justice and Lighthouse Reforms"],
    );
    check_roles("Minister of Justice and Ann Lee came.", &[]);
    check_roles(
        "Ann Lee, Secretary to the Minister of Public Safety and Trade, came.",
        &["Ann Lee | Secretary to the Minister of Public Safety and Trade"],
    );
    check_roles("Ann Lee is Secretary to Minister Miller.", &["Ann Lee | Secretary to Minister Miller"]);
    check_roles("Minister of State for Cabinet Affairs Ann Lee came.", &["Ann Lee | Minister of State for Cabinet Affairs"]);
}

#[test]
fn lists_and_honorifics() {
    check_roles(
        "Mr. Rado Vlk, Ambassador of Ghana H.E. Ann Lee, Ambassador of Kenya, came.",
        &["Rado Vlk | Ambassador | Ghana", "Ann Lee | Ambassador | Kenya"],
    );
    check_roles("Ambassador of Ghana H.E. Ann Lee came.", &["Ann Lee | Ambassador | Ghana"]);
    check_roles(
        "Ann Lee, mayor of Rome in Georgia, has been named chairman of the Harbour Board.",
        &["Ann Lee | mayor | Rome", "Ann Lee | chairman | Harbour Board"],
    );
    check_roles("Ann Lee has officially stepped into the role of CEO.", &["Ann Lee | CEO"]);
    check_roles("Ann Lee has officially stepped into the room of the CEO.", &[]);
    check_roles("Ann Lee, an Oslo-born curator at the Harbour Museum, came.", &["Ann Lee | curator | Harbour Museum"]);
    check_roles("It met a press officer: Sergeant Ann Lee", &[]);
    check_roles("Press Officer: Sergeant Ann Lee", &["Ann Lee | Press Officer"]);
}
