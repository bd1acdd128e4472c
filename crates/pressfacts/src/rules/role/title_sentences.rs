//! Sentences with the title first, with the roles that they have.

use crate::testing::check_roles;

#[test]
fn title_first() {
    check_roles("WIPO Deputy Director General Ms. Wang Bin attended.", &["Wang Bin | Deputy Director General | WIPO"]);
    check_roles("Chinese Premier Li Qiang came.", &["Li Qiang | Premier | Chinese"]);
    check_roles("He followed the directives of President Xi Jinping, using them.", &["Xi Jinping | President"]);
    check_roles("Former Acme CEO Jim Rowan bought it.", &["Jim Rowan | CEO | Acme"]);
    check_roles("The mayor Luca Rossi refused.", &["Luca Rossi | mayor"]);
    check_roles("U.S. Ambassador to China Nicholas Burns gave remarks.", &["Nicholas Burns | Ambassador to China | U.S."]);
    check_roles("Japan's Prime Minister Fumio Kishida said so.", &["Fumio Kishida | Prime Minister | Japan"]);
    check_roles(
        "Minister for the Environment Carol Ng and Solomon Islands Minister of Forests, Tourism and Rural Development Tom Waro signed it.",
        &[
            "Carol Ng | Minister for the Environment",
            "Tom Waro | Minister of Forests, Tourism and Rural Development | Solomon Islands",
        ],
    );
    check_roles(
        "Minister of State for External Affairs Anil Singh visited.",
        &["Anil Singh | Minister of State for External Affairs"],
    );
    check_roles("Chief Justice John Roberts wrote the opinion.", &["John Roberts | Chief Justice"]);
    check_roles("Professor Jane Miller of the University of Oslo wrote it.", &["Jane Miller | Professor | University of Oslo"]);
    check_roles("Bank of England Governor Andrew Bailey said so.", &["Andrew Bailey | Governor | Bank of England"]);
    check_roles("Foreign Minister KAMIKAWA Yoko said so.", &["KAMIKAWA Yoko | Foreign Minister"]);
    check_roles("KIPO Commissioner Lee In-ho said so.", &["Lee In-ho | Commissioner | KIPO"]);
    check_roles("Deputy Prime Minister Professor K. Menon said so.", &["K. Menon | Deputy Prime Minister"]);
    check_roles(
        "Housing, Transport, Energy (HTE) Budget Subcommittee Chairwoman Laura B. Novak closed it.",
        &["Laura B. Novak | Chairwoman | Housing, Transport, Energy (HTE) Budget Subcommittee"],
    );
    check_roles("Washington Post reporter Jane Miller wrote it.", &["Jane Miller | reporter | Washington Post"]);
    check_roles(
        "Acting Assistant Attorney General Jane Miller of the Justice Department's Antitrust Division said so.",
        &["Jane Miller | Acting Assistant Attorney General | Justice Department's Antitrust Division"],
    );
    check_roles(
        "President Lee Wei, in his capacity as the Minister of Defence, signed it.",
        &["Lee Wei | President", "Lee Wei | Minister of Defence"],
    );
    check_roles(
        "Senator Tom Jones (R-Texas), chairman of the Judiciary Committee, wrote it.",
        &["Tom Jones | Senator", "Tom Jones | chairman | Judiciary Committee"],
    );
    check_roles("Siemens AG chairwoman Anna Müller said so.", &["Anna Müller | chairwoman | Siemens AG"]);
    check_roles("Acme's co-founder and CEO Jane Miller said so.", &["Jane Miller | co-founder and CEO | Acme"]);
}

#[test]
fn title_body_name() {
    check_roles(
        "President of the National Council of Croatia Janez Novak came.",
        &["Janez Novak | President | National Council of Croatia"],
    );
    check_roles(
        "Special Representative of the President of the State of Qatar Sheikh Omar bin Khalid Al Maktoum came.",
        &["Omar bin Khalid Al Maktoum | Special Representative of the President | State of Qatar"],
    );
    check_roles(
        "Commissioner of the Korean Patent Office Kim Tae-ho said so.",
        &["Kim Tae-ho | Commissioner | Korean Patent Office"],
    );
    check_roles("Governor of Bank Indonesia Perry Warjiyo said so.", &["Perry Warjiyo | Governor | Bank Indonesia"]);
    check_roles(
        "OHU professor and Academic Director at the Harbour Institute Gina Moretti came.",
        &["Gina Moretti | professor | OHU", "Gina Moretti | Academic Director | Harbour Institute"],
    );
    check_roles(
        "Deputy Minister of Foreign Affairs of the Republic of Elbonia H.E. Mr. Jean Dubois met them.",
        &["Jean Dubois | Deputy Minister of Foreign Affairs | Republic of Elbonia"],
    );
    check_roles("Minister of Education Paola Conti said so.", &["Paola Conti | Minister of Education"]);
}

#[test]
fn title_comma_name() {
    check_roles(
        "The Director General of the Harbour Works Organization (HWO), Dr. Samir Haddad, left.",
        &["Samir Haddad | Director General | Harbour Works Organization (HWO)"],
    );
    check_roles(
        "Charge d’Affaires ad interim of the Chinese Embassy, Qiu Wen, spoke.",
        &["Qiu Wen | Charge d’Affaires ad interim | Chinese Embassy"],
    );
    check_roles("The Prime Minister, Hon. Nimal Perera, came.", &["Nimal Perera | Prime Minister"]);
    check_roles("The president of the Bohemia region, Marco Bianchi, reacted.", &["Marco Bianchi | president | Bohemia region"]);
    check_roles(
        "The secretary general of ENC (Elbonian Nurses Conference), Mario Greco, called it so.",
        &["Mario Greco | secretary general | ENC (Elbonian Nurses Conference)"],
    );
    check_roles("Acme's chief economist, Jane Miller, said growth slowed.", &["Jane Miller | chief economist | Acme"]);
    check_roles("In Belgrade the Yugoslav leader, Slobodan Kovač, refused.", &["Slobodan Kovač | leader | Yugoslav"]);
    check_roles(
        "The Secretary, Department of Commerce, Mr Sunil Barthwal, chaired it.",
        &["Sunil Barthwal | Secretary | Department of Commerce"],
    );
    check_roles(
        "Kenya's Cabinet Secretary for Trade, Moses Kuria, said so.",
        &["Moses Kuria | Cabinet Secretary for Trade | Kenya"],
    );
    check_roles("The president of the company, Jane Miller, came.", &["Jane Miller | president"]);
    check_roles("Minister of Health: Jane Miller", &["Jane Miller | Minister of Health"]);
    check_roles(
        "The acting director of the Office of Policy of the Ministry of Commerce, LI Wei, spoke.",
        &["LI Wei | acting director | Office of Policy of the Ministry of Commerce"],
    );
}
