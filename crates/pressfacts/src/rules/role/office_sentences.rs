//! Sentences on what belongs to a title: what is taught, what it is for, whose name it bears, with a near miss by each hit.

use crate::testing::check_roles;

#[test]
fn what_is_taught() {
    check_roles(
        "Harbour College Professor of Biological Sciences Ann Lee came.",
        &["Ann Lee | Professor of Biological Sciences | Harbour College"],
    );
    check_roles("Ann Lee, associate professor of French, came.", &["Ann Lee | associate professor of French"]);
    check_roles("Ann Lee, associate professor of the French, came.", &["Ann Lee | associate professor | French"]);
    check_roles("Ann Lee, assistant professor of fine arts, came.", &["Ann Lee | assistant professor of fine arts"]);
    check_roles(
        "Ann Lee, vice-chair for discovery of neurology at Harbour University, came.",
        &["Ann Lee | vice-chair for discovery of neurology | Harbour University"],
    );
    check_roles(
        "Jane Miller, the Robert Carter Professor of History at Harbour University, came.",
        &["Jane Miller | Robert Carter Professor of History | Harbour University"],
    );
    check_roles("Jane Miller met the Robert Carter whom she knew.", &[]);
}

#[test]
fn work_in_small_letters() {
    check_roles("Ann Lee, director of programmes and grants, came.", &["Ann Lee | director of programmes and grants"]);
    check_roles("Ann Lee, director for two years, came.", &["Ann Lee | director"]);
    check_roles(
        "Rado Vlk, deputy governor in charge of operations, came.",
        &["Rado Vlk | deputy governor in charge of operations"],
    );
    check_roles("Rado Vlk, deputy governor, in charge of it, came.", &["Rado Vlk | deputy governor"]);
    check_roles(
        "Ann Lee, executive director quality and safety, Harbour Clinic, came.",
        &["Ann Lee | executive director quality and safety | Harbour Clinic"],
    );
}

#[test]
fn what_a_minister_is_for() {
    check_roles(
        "Amal Haddad, Minister of Cabinet Affairs and the Future, came.",
        &["Amal Haddad | Minister of Cabinet Affairs and the Future"],
    );
    check_roles(
        "Amal Haddad, Minister of State for Kindness and Wellbeing, came.",
        &["Amal Haddad | Minister of State for Kindness and Wellbeing"],
    );
    check_roles(
        "Amal Haddad, Minister of Justice and Bank of Elbonia governor, came.",
        &["Amal Haddad | Minister of Justice", "Amal Haddad | governor | Bank of Elbonia"],
    );
    check_roles(
        "Thabo Nkosi, Minister of Local Government and of Chieftainship Affairs, came.",
        &["Thabo Nkosi | Minister of Local Government and of Chieftainship Affairs"],
    );
}

#[test]
fn whom_an_office_serves() {
    check_roles(
        "Special Assistant to Prime Minister on Revenue, Bilal Khan, came.",
        &["Bilal Khan | Special Assistant to Prime Minister on Revenue"],
    );
    check_roles(
        "Coordinator to the Prime Minister on Trade and Energy Bilal Khan came.",
        &["Bilal Khan | Coordinator to the Prime Minister on Trade and Energy"],
    );
    check_roles("Prime Minister's Coordinator Bilal Khan came.", &["Bilal Khan | Coordinator | Prime Minister"]);
    check_roles("He served as minister under President Bilal Khan.", &["Bilal Khan | President"]);
}

#[test]
fn grades_and_marks() {
    check_roles("Ann Lee, Senior Widget Engineer at Acme, came.", &["Ann Lee | Senior Widget Engineer | Acme"]);
    check_roles("Former Widget Engineer Ann Lee of Acme came.", &["Ann Lee | Engineer | Widget"]);
    check_roles(
        "Ann Lee, Senior Manager: Stakeholder Relations, Acme Water, came.",
        &["Ann Lee | Senior Manager: Stakeholder Relations | Acme Water"],
    );
    check_roles("Ann Lee, its executive VP/CFO, came.", &["Ann Lee | executive VP/CFO"]);
    check_roles("Ann Lee, Chairman, CEO, came.", &["Ann Lee | Chairman, CEO"]);
    check_roles("The chairman, CEO Ann Lee, came.", &["Ann Lee | CEO"]);
    check_roles(
        "Ann Lee, Chairman of the Board of Executive Directors of the Harbour Authority, came.",
        &["Ann Lee | Chairman of the Board of Executive Directors | Harbour Authority"],
    );
}

#[test]
fn titles_of_the_south() {
    check_roles("Chairman HBR Bilal Khan came.", &["Bilal Khan | Chairman | HBR"]);
    check_roles("Bilal Khan was appointed CE HBR.", &["Bilal Khan | CE | HBR"]);
    check_roles("Bilal Khan, Director MBA, came.", &["Bilal Khan | Director"]);
    check_roles("Secretary Finance Bilal Khan came.", &["Bilal Khan | Secretary Finance"]);
    check_roles("Director General Harbour Bureau Bilal Khan came.", &["Bilal Khan | Director General | Harbour Bureau"]);
    check_roles("Director General Motors Bilal came.", &[]);
    check_roles("Secretary to the Ministry of Works Nimal Perera came.", &["Nimal Perera | Secretary | Ministry of Works"]);
    check_roles("Sri Lanka Minister of Works Nimal Perera came.", &["Nimal Perera | Minister of Works | Sri Lanka"]);
}
