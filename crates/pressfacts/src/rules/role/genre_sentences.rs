//! Sentences of courts, parliaments, ministries, clubs and universities, with a near miss by each hit.

use crate::testing::check_roles;

#[test]
fn police_and_courts() {
    check_roles(
        "Inspector Ann Lee, from Harbour Police's Fraud Directorate, spoke.",
        &["Ann Lee | Inspector | Harbour Police's Fraud Directorate"],
    );
    check_roles("Director Ann Lee, from Oslo, spoke.", &["Ann Lee | Director"]);
    check_roles(
        "Assistant District Attorney Ann Lee, Bureau Chief, spoke.",
        &["Ann Lee | Assistant District Attorney", "Ann Lee | Bureau Chief"],
    );
    check_roles(
        "District Attorney Ann Lee, Police Chief Bob Ray and others spoke.",
        &["Ann Lee | District Attorney", "Bob Ray | Police Chief"],
    );
    check_roles(
        "Inspector in Charge Ann Lee of the Harbour Service spoke.",
        &["Ann Lee | Inspector in Charge | Harbour Service"],
    );
}

#[test]
fn members_of_parliaments() {
    check_roles(
        "Senators Ann Lee (D-WA), Chair of the Harbour Committee, and Bob Ray (R-ME), Vice Chair, spoke.",
        &["Ann Lee | Senators", "Bob Ray | Senators", "Ann Lee | Chair | Harbour Committee", "Bob Ray | Vice Chair"],
    );
    check_roles(
        "Senator Ann Lee (D-WA), Chair of the Harbour Committee, and Bob Ray, Vice Chair of it, spoke.",
        &["Ann Lee | Senator", "Ann Lee | Chair | Harbour Committee", "Bob Ray | Vice Chair"],
    );
    check_roles(
        "Senator the Hon Bob Ray, Minister for Trade and Tourism, spoke.",
        &["Bob Ray | Senator", "Bob Ray | Minister for Trade and Tourism"],
    );
    check_roles(
        "Senator Ann Lee, Shadow Minister for Trade, and the Member for Oslo, Bob Ray MP, spoke.",
        &["Ann Lee | Senator", "Ann Lee | Shadow Minister for Trade", "Bob Ray | Member | Oslo"],
    );
    check_roles(
        "Minister Ann Lee (Minister of Defence of Elbonia) spoke.",
        &["Ann Lee | Minister", "Ann Lee | Minister of Defence | Elbonia"],
    );
    check_roles("Minister Ann Lee (Elbonia) spoke.", &["Ann Lee | Minister"]);
}

#[test]
fn ministries() {
    check_roles(
        "The Minister of Works, Ann Lee, the Deputy Minister of Labour, Bob Ray, and others came.",
        &["Ann Lee | Minister of Works", "Bob Ray | Deputy Minister of Labour"],
    );
    check_roles("Ann Lee, the Deputy Minister of Labour, Bob Ray and others came.", &["Ann Lee | Deputy Minister of Labour"]);
    check_roles(
        "The Minister of Information and Xyzzy Orientation, Hon. Ann Lee, came.",
        &["Ann Lee | Minister of Information and Xyzzy Orientation"],
    );
    check_roles("The Minister of Information and Acme Bank, Hon. Ann Lee, came.", &[]);
    check_roles("Governor Punjab Ann Lee came.", &["Ann Lee | Governor | Punjab"]);
    check_roles("Manager Punjab Ann came.", &[]);
    check_roles("The Governor of Kano State, His Excellency, Engr. Bob Ray, came.", &["Bob Ray | Governor | Kano State"]);
    check_roles(
        "Principal Secretaries Ann Lee and Bob Ray came.",
        &["Ann Lee | Principal Secretaries", "Bob Ray | Principal Secretaries"],
    );
}

#[test]
fn envoys() {
    check_roles("Ambassador of Japan to Kenya Ann Lee came.", &["Ann Lee | Ambassador | Japan"]);
    check_roles("Ambassador of Japan to Kenya came.", &[]);
    check_roles(
        "Special Envoy of the UN Secretary-General for Yemen Bob Ray came.",
        &["Bob Ray | Special Envoy of the UN Secretary-General for Yemen"],
    );
    check_roles(
        "Ann Lee, Assistant-Secretary-General of the Harbour Council, came.",
        &["Ann Lee | Assistant-Secretary-General | Harbour Council"],
    );
    check_roles(
        "Ann Lee, Special Rapporteur on the rights of peasants, Harbour Council, came.",
        &["Ann Lee | Special Rapporteur on the rights of peasants | Harbour Council"],
    );
    check_roles("Ann Lee, Rapporteur on the day, came.", &["Ann Lee | Rapporteur"]);
}

#[test]
fn people_of_bodies() {
    check_roles(
        "Ann Lee, a spokeswoman for the Kenyan health ministry, spoke.",
        &["Ann Lee | spokeswoman | Kenyan health ministry"],
    );
    check_roles("Ann Lee, a spokeswoman for the UN yesterday, spoke.", &["Ann Lee | spokeswoman | UN"]);
    check_roles("Ann Lee, commander, Task Force 70, spoke.", &["Ann Lee | commander | Task Force 70"]);
    check_roles("Ann Lee, director of Harbour Force 70 days ago, spoke.", &["Ann Lee | director | Harbour Force"]);
    check_roles("Prof. Li Na (Oslo University), Chair", &["Li Na | Chair | Oslo University"]);
    check_roles("Prof. Li Na (Oslo University), Bergen", &[]);
    check_roles("Ann Lee ’15, PhD ’20, director of Acme, came.", &["Ann Lee | director | Acme"]);
    check_roles("Ann Lee ’Bout Time, director of Acme, came.", &[]);
    check_roles("Ann Lee (she/her), director of Acme, came.", &["Ann Lee | director | Acme"]);
}

#[test]
fn blocks_of_lines() {
    check_roles(
        "Lee Wei Ling (Ms)\nAssistant Director, Press\nAcme Agency\n",
        &["Lee Wei Ling | Assistant Director, Press | Acme Agency"],
    );
    check_roles(
        "Sincerely,\nSenator Ann Lee\nChair, Harbour Committee\n",
        &["Ann Lee | Senator", "Ann Lee | Chair | Harbour Committee"],
    );
    check_roles("Director\nAnn Lee\n\nVice President\nBob Ray\n", &["Ann Lee | Director", "Bob Ray | Vice President"]);
    check_roles("Ann Lee\nDirector\n\nBob Ray\nVice President\n", &["Ann Lee | Director", "Bob Ray | Vice President"]);
    check_roles(
        "Ann Lee\nSpecial Adviser to the President\n(Media and Publicity)\n",
        &["Ann Lee | Special Adviser to the President\n(Media and Publicity)"],
    );
    check_roles("Ann Lee\nSpecial Adviser\n(Oslo)\n", &["Ann Lee | Special Adviser"]);
    check_roles("Ann Lee\nSpokesperson: Ministry of Works\n", &["Ann Lee | Spokesperson | Ministry of Works"]);
}

#[test]
fn clubs() {
    check_roles(
        "Ann Lee has been named the new head women's tennis coach for the Tides.",
        &["Ann Lee | head women's tennis coach | Tides"],
    );
    check_roles("Ann Lee, head of women's affairs, spoke.", &["Ann Lee | head of women's affairs"]);
    check_roles("Ball State head coach Bob Ray spoke.", &["Bob Ray | head coach | Ball State"]);
    check_roles("Acme State Director Bob Ray spoke.", &["Bob Ray | State Director | Acme"]);
    check_roles("USA Swimming President Bob Ray spoke.", &["Bob Ray | President | USA Swimming"]);
    check_roles("USA Swimming Director Bob Ray spoke.", &["Bob Ray | Swimming Director | USA"]);
    check_roles(
        "Harbour University Director of Athletics Bob Ray announced the promotion of Ann Lee to Deputy Director of Athletics.",
        &["Bob Ray | Director of Athletics | Harbour University", "Ann Lee | Deputy Director of Athletics | Harbour University"],
    );
}

#[test]
fn bodies_that_end_in_a_field() {
    check_roles(
        "Food and Drug Administration Commissioner Ann Lee spoke.",
        &["Ann Lee | Commissioner | Food and Drug Administration"],
    );
    check_roles("Finance and Administration Director Ann Lee spoke.", &["Ann Lee | Finance and Administration Director"]);
    check_roles(
        "ABC network television Senior Correspondent Ann Lee spoke.",
        &["Ann Lee | Senior Correspondent | ABC network television"],
    );
    check_roles("They said on television Senior Correspondent Ann Lee spoke.", &["Ann Lee | Senior Correspondent"]);
    check_roles("Save the Children's Asia director, Ann Lee, spoke.", &["Ann Lee | Asia director | Save the Children"]);
    check_roles("Save the Children, Asia director Ann Lee spoke.", &["Ann Lee | director | Asia"]);
}

#[test]
fn ranks_before_the_name() {
    check_roles(
        "Navy Commander Vice Admiral Ann Lee and Chief of Defence Staff General Bob Ray came.",
        &["Ann Lee | Navy Commander", "Bob Ray | Chief of Defence Staff"],
    );
    check_roles("Magistrate Judge Ann Lee came.", &["Ann Lee | Magistrate Judge"]);
    check_roles("The Minister of Works, Chief Bob Ray, came.", &["Bob Ray | Minister of Works"]);
    check_roles("The Minister of Works Chief came.", &[]);
    check_roles("Chairman of the Harbour Authority Admiral Bob Ray (Retd) came.", &["Bob Ray | Chairman | Harbour Authority"]);
    check_roles(
        "Federal Minister for Planning, Development and Xyzzy Initiatives Ann Lee came.",
        &["Ann Lee | Federal Minister for Planning, Development and Xyzzy Initiatives"],
    );
    check_roles(
        "Elbonia's Permanent Representative to the UN Ambassador Ann Lee came.",
        &["Ann Lee | Permanent Representative to the UN | Elbonia"],
    );
    check_roles(
        "Members of Parliament Ann Lee and Bob Ray came.",
        &["Ann Lee | Members of Parliament", "Bob Ray | Members of Parliament"],
    );
}

#[test]
fn lists_and_captions() {
    check_roles("Ann Lee • Director of Sales • Acme Hotels", &["Ann Lee | Director of Sales | Acme Hotels"]);
    check_roles("• Ann Lee • Bob Ray • Acme Hotels", &[]);
    check_roles(
        "Ann Lee (second from left), Director of Acme, with Bob Ray (right), President of Beta University.",
        &["Ann Lee | Director | Acme", "Bob Ray | President | Beta University"],
    );
    check_roles("Ann Lee (from the left party), Director of Acme, came.", &[]);
    check_roles(
        "Sir Bob Ray (Chair), Professor of Medicine, University of Oslo; Ann Lee, CEO of Acme.",
        &["Bob Ray | Chair", "Bob Ray | Professor of Medicine | University of Oslo", "Ann Lee | CEO | Acme"],
    );
    check_roles("Sir Bob Ray (Chair), Ann Lee, CEO of Acme.", &["Bob Ray | Chair", "Ann Lee | CEO | Acme"]);
    check_roles("Entrepreneur of the Year: Ann Lee", &[]);
    check_roles("Head of the Harbour Council: Ann Lee", &["Ann Lee | Head | Harbour Council"]);
    check_roles("Ann Lee, Office of Sen. Bob Ray", &["Bob Ray | Sen."]);
    check_roles("Ann Lee, Director Investor Relations, Tel: 555", &["Ann Lee | Director Investor Relations"]);
}

#[test]
fn forms() {
    check_roles(
        "Name: Ann Lee\nJob Title: Head of Sales\nCompany: Acme Motors Ltd\n",
        &["Ann Lee | Head of Sales | Acme Motors Ltd"],
    );
    check_roles("Name: Ann Lee\nAddress: Head of Sales\nCompany: Acme Motors Ltd\n", &[]);
}

#[test]
fn clergy_and_others() {
    check_roles("The Pope appointed Fr. Bob Ray of the Diocese of Oslo as bishop of Bergen.", &["Bob Ray | bishop | Bergen"]);
    check_roles("The Pope appointed Fr. Bob Ray of the Diocese of Oslo in May.", &[]);
    check_roles("Bob Ray, O.M.I., director of Acme, came.", &["Bob Ray | director | Acme"]);
    check_roles("Bob Ray, U.S. director of Acme, came.", &["Bob Ray | U.S. director | Acme"]);
    check_roles("Bob Ray, MD & CEO of Acme, came.", &["Bob Ray | MD & CEO | Acme"]);
    check_roles("Bob Ray, MD, CEO of Acme, came.", &["Bob Ray | CEO | Acme"]);
    check_roles("Lithium CEO Bob Ray came.", &["Bob Ray | CEO | Lithium"]);
    check_roles("Lithium Director Bob Ray came.", &["Bob Ray | Lithium Director"]);
    check_roles("Carlos Lee, Gerente General de Acme Norte", &["Carlos Lee | Gerente General | Acme Norte"]);
    check_roles("Mayor de Boer came.", &["de Boer | Mayor"]);
}
