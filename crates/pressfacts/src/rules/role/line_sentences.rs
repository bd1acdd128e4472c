//! Sentences on lines of contact blocks, labels, and short forms of the wires, with a near miss by each hit.

use crate::testing::check_roles;

#[test]
fn contact_blocks() {
    check_roles("Ann Lee\nPress Officer, Acme Inc.\nann@acme.example\n", &["Ann Lee | Press Officer | Acme Inc."]);
    check_roles("Acme Inc.\nAnn Lee\nPress Officer\n+1 555 0100\n", &["Ann Lee | Press Officer | Acme Inc."]);
    check_roles("It was late.\nAnn Lee\nPress Officer\n+1 555 0100\n", &["Ann Lee | Press Officer"]);
    check_roles("Acme Group: Ann Lee, Director", &["Ann Lee | Director | Acme Group"]);
    check_roles("Media Contact: Ann Lee, Director", &["Ann Lee | Director"]);
    check_roles("By: Ann Lee / Staff reporter", &["Ann Lee | Staff reporter"]);
    check_roles("Ann Lee, Acme Inc., Director of Press, came.", &["Ann Lee | Director of Press | Acme Inc."]);
    check_roles("Ann Lee, Acme, Director of Press, came.", &[]);
}

#[test]
fn between_title_and_name() {
    check_roles("Chairman FBR Ann Lee came.", &["Ann Lee | Chairman | FBR"]);
    check_roles("Chairman FBR came.", &[]);
    check_roles("Foreign Minister TANAKA Yoko came.", &["TANAKA Yoko | Foreign Minister"]);
    check_roles("Minister for Finance and Revenue Senator Ann Lee came.", &["Ann Lee | Minister for Finance and Revenue"]);
    check_roles("Acme's new CEO, Ann Lee, came.", &["Ann Lee | CEO | Acme"]);
    check_roles("Acme said new CEO, Ann Lee, came.", &["Ann Lee | CEO"]);
    check_roles("President of harbour operations Ann Lee came.", &["Ann Lee | President of harbour operations"]);
    check_roles("Senator Ann ‘Bo’ Lee came.", &["Ann ‘Bo’ Lee | Senator"]);
    check_roles("Ministers Ann Lee (Trade) and Bob Ray (Justice) came.", &["Ann Lee | Ministers", "Bob Ray | Ministers"]);
}

#[test]
fn behind_the_name() {
    check_roles(
        "Ann Lee, the 8th President General of the Harbour Congress, came.",
        &["Ann Lee | President General | Harbour Congress"],
    );
    check_roles(
        "Ann Lee, professor in the Department of Physics at the University of Oslo, came.",
        &["Ann Lee | professor | Department of Physics at the University of Oslo"],
    );
    check_roles(
        "Ann Lee, director of the Department of Physics at the time, came.",
        &["Ann Lee | director | Department of Physics"],
    );
    check_roles("Ann Lee abruptly stepped down as coach of Acme.", &["Ann Lee | coach | Acme"]);
    check_roles("Acme appoints Ann Lee as new CEO", &["Ann Lee | CEO | Acme"]);
    check_roles("Acme appoints Ann Lee as new", &[]);
    check_roles("Ann Lee, CFO, Midwest O-Ring, came.", &["Ann Lee | CFO | Midwest O-Ring"]);
}
