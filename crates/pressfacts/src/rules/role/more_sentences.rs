//! More sentences: lines of lists, inverted order, bodies behind and before, with a near miss by each hit.

use crate::testing::check_roles;

#[test]
fn lines_of_lists() {
    check_roles("Treasurer: Ann Lee", &["Ann Lee | Treasurer"]);
    check_roles("Treasurer: Ann Lee was late.", &[]);
    check_roles(
        "Second Vice Chair – Ann Lee, VP, Operations, Beta Inc.",
        &["Ann Lee | Second Vice Chair", "Ann Lee | VP, Operations | Beta Inc."],
    );
    check_roles(
        "Ann Lee (Chair of the Jury; Head of Research, Nordic Film Fund) came.",
        &["Ann Lee | Chair | Jury", "Ann Lee | Head of Research | Nordic Film Fund"],
    );
    check_roles("Signed:\nRado Vlk\nHead of Communications\n", &["Rado Vlk | Head of Communications"]);
    check_roles("Signed:\nRado Vlk\nHead of Communications spoke of many things.\n", &[]);
}

#[test]
fn plurals_before_names() {
    check_roles(
        "Acme's deputy chief executives, Ann Lee and Bob Ray, signed.",
        &["Ann Lee | deputy chief executives | Acme", "Bob Ray | deputy chief executives | Acme"],
    );
    check_roles("Acme's deputy chief executives, in Oslo and Rome, signed.", &[]);
    check_roles(
        "Ann Lee and Bob Ray, respectively CEO and CFO of Acme, spoke.",
        &["Ann Lee | CEO | Acme", "Bob Ray | CFO | Acme"],
    );
    check_roles("Ann Lee and Bob Ray, respectively, spoke.", &[]);
}

#[test]
fn inverted() {
    check_roles("The chair of the Acme Council is Ann Lee.", &["Ann Lee | chair | Acme Council"]);
    check_roles("The chair of the Acme Council is late.", &[]);
    check_roles("Two members, whose leader is Rado Vlk, left.", &[]);
    check_roles("The assembly, whose rapporteur is Rado Vlk, voted.", &["Rado Vlk | rapporteur"]);
    check_roles(
        "Dr Rado Vlk of the University of Oslo, lead author, wrote it.",
        &["Rado Vlk | lead author | University of Oslo"],
    );
    check_roles("Dr Rado Vlk of the University of Oslo, in Norway, wrote it.", &[]);
}

#[test]
fn verbs_of_joining() {
    check_roles("Bob Ray succeeds her as chief engineer.", &["Bob Ray | chief engineer"]);
    check_roles("Bob Ray succeeds her as before.", &[]);
    check_roles("Ann Lee, who now heads up Acme Group as Chief Executive, said so.", &["Ann Lee | Chief Executive | Acme Group"]);
    check_roles("Ann Lee, who now heads up Acme Group, said so.", &[]);
    check_roles("It will start with Ms. Ann Lee as Deputy President.", &["Ann Lee | Deputy President"]);
    check_roles("It will start with Ms. Ann Lee as planned.", &[]);
    check_roles(
        "Ann Lee was re-elected as President of the Elbonia Chess Federation.",
        &["Ann Lee | President | Elbonia Chess Federation"],
    );
    check_roles("They confirm the appointment of Ann Lee as the club's new Head Coach.", &["Ann Lee | Head Coach"]);
}

#[test]
fn bodies_and_fields() {
    check_roles("Acme (NYSE: ACM) CEO Ann Lee said so.", &["Ann Lee | CEO | Acme"]);
    check_roles("Acme (a maker) CEO Ann Lee said so.", &["Ann Lee | CEO"]);
    check_roles("Ann Lee, Corporate Secretary (AirNordic), said so.", &["Ann Lee | Corporate Secretary | AirNordic"]);
    check_roles("Ann Lee, Corporate Secretary (Legal), said so.", &["Ann Lee | Corporate Secretary (Legal)"]);
    check_roles(
        "Port Authority of New York and New Jersey Executive Director Ann Lee said so.",
        &["Ann Lee | Executive Director | Port Authority of New York and New Jersey"],
    );
    check_roles("Ann Lee, leader of the Teachers' Union, said so.", &["Ann Lee | leader | Teachers' Union"]);
    check_roles("Ann Lee, Head of Shorts at Acme, said so.", &["Ann Lee | Head of Shorts | Acme"]);
    check_roles("Ann Lee, Head of Acme, said so.", &["Ann Lee | Head | Acme"]);
    check_roles("Ann Lee, VP Investor Relations, Beta Inc.", &["Ann Lee | VP Investor Relations | Beta Inc."]);
    check_roles("Acme Commissioner Andy Lord and others came.", &["Andy Lord | Commissioner | Acme"]);
    check_roles("She wrote on X. Prime Minister Ann Lee did not.", &["Ann Lee | Prime Minister"]);
    check_roles("Ann Lee, Vice President Investor Relations, tel. 55", &["Ann Lee | Vice President Investor Relations"]);
    check_roles("Ann Lee, angel investor, tel. 55", &[]);
    check_roles("Ann Lee, professor of fine weaving at Oslo College", &["Ann Lee | professor of fine weaving | Oslo College"]);
    check_roles("Ann Lee, CEO TALKS TO THE PRESS.", &["Ann Lee | CEO"]);
    check_roles("President Ann Lee at the Harbour Ministry said so.", &["Ann Lee | President"]);
    check_roles(
        "They met Opio Lumu, Minister of State for Energy, the Chinese Ambassador to Uganda, H.E. Fang Li, and others.",
        &["Opio Lumu | Minister of State for Energy", "Fang Li | Ambassador to Uganda | Chinese"],
    );
    check_roles(
        "The Minister of State for Textiles, Smt. Anita Rao, and Eng. Noor Jassim came.",
        &["Anita Rao | Minister of State for Textiles"],
    );
    check_roles("Chairman and majority shareholder Ann Lee said so.", &["Ann Lee | Chairman and majority shareholder"]);
    check_roles("Majority shareholder Ann Lee said so.", &[]);
    check_roles("Deputy speaker Ann Lee said so.", &["Ann Lee | Deputy speaker"]);
    check_roles("Ann Lee (ann@acme.example), head of press, said so.", &["Ann Lee | head of press"]);
    check_roles("Ann Lee, Head of Press, ann@acme.example", &["Ann Lee | Head of Press"]);
}
