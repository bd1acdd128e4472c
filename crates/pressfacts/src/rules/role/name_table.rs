//! A table of sentences for what names of people and bodies look like, and for where else a person is named, near misses
//! among them.

use crate::testing::check_roles;

/// Each text has these roles, and no other.
#[track_caller]
fn check(rows: &[(&str, &[&str])]) {
    for (text, roles) in rows {
        check_roles(text, roles);
    }
}

/// `Mr.`, `Ms.`, `Prof.`.
#[test]
fn plain_honorifics() {
    check(&[
        ("Mr. Xyz Qwrt, director of Acme, came.", &["Xyz Qwrt | director | Acme"]),
        ("Ms. Shaikha Al-Rumaihi, Governor, Gulf Institute, came.", &["Shaikha Al-Rumaihi | Governor | Gulf Institute"]),
        ("Prof. Dr. Anna Frey, rector of Acme College, came.", &["Anna Frey | rector | Acme College"]),
        ("“Costs fell,” said Aldridge, the CFO. Peter Aldridge joined in 2017.", &["Aldridge | CFO"]),
        ("Mr. Xyz came.", &[]),
    ]);
}

/// `H.E.`, `The Hon`, `Smt.`, `Datuk Seri`.
#[test]
fn honorifics_of_the_world() {
    check(&[
        (
            "H.E. Omar Al Suwaidi, Undersecretary, Ministry of Works, came.",
            &["Omar Al Suwaidi | Undersecretary | Ministry of Works"],
        ),
        (
            "The Hon Mark Brody MP, Minister for Works, and Senator the Hon Jane Ferris, Minister for Finance, came.",
            &["Mark Brody | Minister for Works", "Jane Ferris | Senator", "Jane Ferris | Minister for Finance"],
        ),
        (
            "Smt. Kavita Menon, Joint Secretary, Department of Works, came.",
            &["Kavita Menon | Joint Secretary | Department of Works"],
        ),
        (
            "Datuk Seri Tengku Zafar Aziz, Minister of Trade and Industry, came.",
            &["Tengku Zafar Aziz | Minister of Trade and Industry"],
        ),
        ("His Highness Sheikh Omar came.", &[]),
    ]);
}

/// Degrees, seats and the like behind a name.
#[test]
fn behind_the_name() {
    check(&[
        ("Anna Frey, PhD, CFA, director of Acme, came.", &["Anna Frey | director | Acme"]),
        ("Darragh Byrne TD, Minister for Housing, came.", &["Darragh Byrne | Minister for Housing"]),
        ("Robert Hill, Jr., president of Acme, came.", &["Robert Hill | president | Acme"]),
        ("Rep. Jim Miller, D-S.C., majority whip, came.", &["Jim Miller | Rep.", "Jim Miller | majority whip"]),
        ("Anna Frey, PhD, came.", &[]),
    ]);
}

/// Names with the family in front.
#[test]
fn family_first() {
    check(&[
        ("Ong Teck Soon, Minister for Health, came.", &["Ong Teck Soon | Minister for Health"]),
        ("Nguyen Thi Bich, Deputy Minister of Planning, came.", &["Nguyen Thi Bich | Deputy Minister of Planning"]),
        ("Nagy Zoltán, mayor of Szeged, came.", &["Nagy Zoltán | mayor | Szeged"]),
        ("Lee Kang-in, chairman of Acme, came.", &["Lee Kang-in | chairman | Acme"]),
        ("Soon the chairman came.", &[]),
    ]);
}

/// `bin`, `das`, `van der`.
#[test]
fn particles() {
    check(&[
        ("Maria das Graças Lima, CEO of Petromar, came.", &["Maria das Graças Lima | CEO | Petromar"]),
        ("Rahayu Binte Karim, director of Acme, came.", &["Rahayu Binte Karim | director | Acme"]),
        ("Bodour bint Sultan Al Qasim, chair of Acme, came.", &["Bodour bint Sultan Al Qasim | chair | Acme"]),
        ("Ludwig van der Berg, chair of Acme, came.", &["Ludwig van der Berg | chair | Acme"]),
        ("I Gusti Ayu Bintang, chair of Acme, came.", &["I Gusti Ayu Bintang | chair | Acme"]),
        ("Sri Mulyani Hartono, Minister of Finance, came.", &["Sri Mulyani Hartono | Minister of Finance"]),
        ("I came, director of Acme as ever.", &[]),
    ]);
}

/// Names in capitals.
#[test]
fn capitals() {
    check(&[
        ("TAN WEI LIANG, MINISTER FOR WORKS", &["TAN WEI LIANG | MINISTER FOR WORKS"]),
        ("ANNA MILLER APPOINTED CEO OF FINTANA", &["ANNA MILLER | CEO | FINTANA"]),
        ("KAWANO Taro, Minister for Works of Japan, came.", &["KAWANO Taro | Minister for Works | Japan"]),
        ("FAO Director-General QU Dong came.", &["QU Dong | Director-General | FAO"]),
        ("ANNUAL REPORT OF THE CEO", &[]),
    ]);
}

/// Hyphens, apostrophes, marks on letters.
#[test]
fn marks_in_names() {
    check(&[
        ("Hans-Jürgen Brecht, director of Acme, came.", &["Hans-Jürgen Brecht | director | Acme"]),
        ("Colin O'Shea, director of Acme, came.", &["Colin O'Shea | director | Acme"]),
        (
            "Is-haq Oloye, Registrar of the Joint Admissions and Matriculation Board, came.",
            &["Is-haq Oloye | Registrar | Joint Admissions and Matriculation Board"],
        ),
        ("Daiva Garbalė, Vice-Minister of Energy, came.", &["Daiva Garbalė | Vice-Minister of Energy"]),
        ("O-Ring director of Acme came.", &[]),
    ]);
}

/// Initials.
#[test]
fn initials() {
    check(&[
        ("K.M. Mahinda Silva, Secretary to the Treasury, came.", &["K.M. Mahinda Silva | Secretary | Treasury"]),
        ("J. D. Miller, director of Acme, came.", &["J. D. Miller | director | Acme"]),
        ("DTI Secretary Ma. Cristina Santos came.", &["Ma. Cristina Santos | Secretary | DTI"]),
        (
            "U.S. Attorney Brian P. Hargrove for the Western District of Arkansas came.",
            &["Brian P. Hargrove | U.S. Attorney | Western District of Arkansas"],
        ),
        ("Vitamin D. Director came.", &[]),
    ]);
}

/// `Co., Ltd.`, `plc`, listings.
#[test]
fn legal_forms() {
    check(&[
        ("Anna Frey, director of Acme Co., Ltd., came.", &["Anna Frey | director | Acme Co., Ltd."]),
        ("Anna Frey, director of Acme (Hong Kong) Limited, came.", &["Anna Frey | director | Acme (Hong Kong) Limited"]),
        (
            "OSLO, 3 May 2023 – Vantor plc (LSE: VTR), the builder, today announces the appointment of Anna Frey as Chief Financial Officer.",
            &["Anna Frey | Chief Financial Officer | Vantor plc"],
        ),
        ("Acme Group plc (AIM: ACM) CEO Anna Frey came.", &["Anna Frey | CEO | Acme Group plc"]),
        ("Acme Co., Ltd. grew as Anna Frey came.", &[]),
    ]);
}

/// `&`.
#[test]
fn ampersands() {
    check(&[
        ("Sofia Lind, partner with Holm & Berg LLP, came.", &["Sofia Lind | partner | Holm & Berg LLP"]),
        ("Anna Frey, Director of A&R, came.", &["Anna Frey | Director of A&R"]),
        (
            "President of Harbour Artist & Label Services, Ben Miller, came.",
            &["Ben Miller | President | Harbour Artist & Label Services"],
        ),
        ("Holm & Berg came.", &[]),
    ]);
}

/// Units of bodies.
#[test]
fn bodies_in_bodies() {
    check(&[
        (
            "Wang Hao, a professor at Harbour University's School of Trade, came.",
            &["Wang Hao | professor | Harbour University's School of Trade"],
        ),
        (
            "Anna Frey of the Justice Department's Civil Division, an attorney, came.",
            &["Anna Frey | attorney | Justice Department's Civil Division"],
        ),
        ("The Justice Department's Civil Division and Anna Frey came.", &[]),
        (
            "Special Agent in Charge Darnell Wicks of the FBI's Oslo Field Office came.",
            &["Darnell Wicks | Special Agent in Charge | FBI's Oslo Field Office"],
        ),
        (
            "Anna Frey, President of Acme's Optical Business Product Line, came.",
            &["Anna Frey | President | Acme's Optical Business Product Line"],
        ),
    ]);
}

/// Acronyms behind the long form and alone.
#[test]
fn acronyms() {
    check(&[
        (
            "Anna Frey, Director-General of the Harbour Works Office (HWO), came.",
            &["Anna Frey | Director-General | Harbour Works Office (HWO)"],
        ),
        (
            "Shri Anil Bhatt, Joint Secretary, Department for Promotion of Industry and Internal Trade (DPIIT), came.",
            &["Anil Bhatt | Joint Secretary | Department for Promotion of Industry and Internal Trade (DPIIT)"],
        ),
        ("HWO CEO Anna Frey came.", &["Anna Frey | CEO | HWO"]),
        ("The HWO (Oslo) and Anna Frey came.", &[]),
    ]);
}

/// Commas inside a name.
#[test]
fn commas_in_bodies() {
    check(&[
        (
            "Anna Frey, head of the Ministry of Economy, Trade, and Industry, came.",
            &["Anna Frey | head | Ministry of Economy, Trade, and Industry"],
        ),
        (
            "Minister for Housing, Local Government and Heritage, Anna Frey, came.",
            &["Anna Frey | Minister for Housing, Local Government and Heritage"],
        ),
        (
            "Anna Frey, Minister of Economic Development, Job Creation and Trade, came.",
            &["Anna Frey | Minister of Economic Development, Job Creation and Trade"],
        ),
        ("Anna Frey, head of Acme, Oslo, and Berlin came.", &["Anna Frey | head | Acme"]),
    ]);
}

/// Who is quoted.
#[test]
fn speech() {
    check(&[
        ("“It works,” said Anna Frey, director of Acme.", &["Anna Frey | director | Acme"]),
        ("“It works,” chief executive Anna Frey told reporters.", &["Anna Frey | chief executive"]),
        ("Commented Mark Miller, Chief Executive Officer: “It works.”", &["Mark Miller | Chief Executive Officer"]),
        ("“It works,” added Acme's Anna Frey.", &[]),
    ]);
}

/// People who are named in full elsewhere.
#[test]
fn later_mentions() {
    check(&[
        ("Mr. Frey was Head of Sales at Cloudrise.", &["Frey | Head of Sales | Cloudrise"]),
        ("Anna Frey came. Before that, Frey was Head of Sales at Cloudrise.", &["Frey | Head of Sales | Cloudrise"]),
        ("“Good,” CEO Frey said. Anna Frey came.", &["Frey | CEO"]),
        ("Frey was Head of Sales at Cloudrise.", &[]),
    ]);
}
