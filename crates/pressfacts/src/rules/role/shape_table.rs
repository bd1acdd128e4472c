//! A table of sentences for each shape that ties people to positions, near misses among them.

use crate::testing::check_roles;

/// Each text has these roles, and no other.
#[track_caller]
fn check(rows: &[(&str, &[&str])]) {
    for (text, roles) in rows {
        check_roles(text, roles);
    }
}

/// `Name, Title, Body`.
#[test]
fn name_title_body() {
    check(&[
        ("Anna Frey, Managing Director, Tide Power, opened it.", &["Anna Frey | Managing Director | Tide Power"]),
        (
            "Rado Vlk, Deputy Director, Harbour Bureau, Ministry of Works, opened it.",
            &["Rado Vlk | Deputy Director | Harbour Bureau, Ministry of Works"],
        ),
        (
            "Lim Hui Min, Chief Executive, National Harbour Board, opened it.",
            &["Lim Hui Min | Chief Executive | National Harbour Board"],
        ),
        (
            "Anna Frey, Vice President Sales Europe, Tide Power GmbH, opened it.",
            &["Anna Frey | Vice President Sales Europe | Tide Power GmbH"],
        ),
        ("Anna Frey, CEO Fintana, said so.", &["Anna Frey | CEO | Fintana"]),
        ("Anna Frey, Fintana, Oslo, said so.", &[]),
        ("Anna Frey, CEO Bob Ray and others came.", &["Bob Ray | CEO"]),
    ]);
}

/// `Name, Title of Body`.
#[test]
fn name_title_of_body() {
    check(&[
        (
            "Chen Bo, an associate researcher with the Elbonian Academy of Sciences, came.",
            &["Chen Bo | associate researcher | Elbonian Academy of Sciences"],
        ),
        ("Thabo Nkosi, a partner with law firm Holm & Berg, came.", &["Thabo Nkosi | partner | Holm & Berg"]),
        (
            "Ines Duarte, head of policy at the Danish shipping company Vesterhav, came.",
            &["Ines Duarte | head of policy | Vesterhav"],
        ),
        (
            "Robert Fenn, 45, of Tulsa, a former accountant at Redfield Energy, was charged.",
            &["Robert Fenn | former accountant | Redfield Energy"],
        ),
        ("Anna Frey, director for two years, came.", &["Anna Frey | director"]),
        ("Anna Frey takes over as CEO from Tom Beck.", &["Anna Frey | CEO"]),
    ]);
}

/// `Title Name`.
#[test]
fn title_name() {
    check(&[
        ("Inspector General Tomas Rivera said so.", &["Tomas Rivera | Inspector General"]),
        ("Finance chief Peter Aldridge will leave.", &["Peter Aldridge | Finance chief"]),
        ("Chief of the Naval Staff Admiral Hari Menon came.", &["Hari Menon | Chief of the Naval Staff"]),
        ("Executive Dean Anna Miller came.", &["Anna Miller | Executive Dean"]),
        ("The late President Kofi Asante was a friend.", &["Kofi Asante | President"]),
        ("Cabinet minister under President Karl Hess was he.", &["Karl Hess | President"]),
        ("Nobel laureate Anna Miller came.", &[]),
        ("Entrepreneur of the Year Anna Miller came.", &[]),
        ("Director General Motors came.", &[]),
    ]);
}

/// `Body Title Name`.
#[test]
fn body_title_name() {
    check(&[
        ("Polk County Sheriff Duane Kettle came.", &["Duane Kettle | Sheriff | Polk County"]),
        ("Hill Capital partner Tim Draycott came.", &["Tim Draycott | partner | Hill Capital"]),
        ("World Athletics President Lord Sebastian Crewe came.", &["Sebastian Crewe | President | World Athletics"]),
        ("ATF Harbour Field Division Director Anna Miller came.", &["Anna Miller | Director | ATF Harbour Field Division"]),
        ("European Parliament President Anna Miller came.", &["Anna Miller | President | European Parliament"]),
        ("Lagos State Governor Anna Miller came.", &["Anna Miller | Governor | Lagos State"]),
        ("The UK marketing director Anna Miller came.", &["Anna Miller | marketing director | UK"]),
        (
            "Fintana Taps Former Cloudrise Executive Ravi Menon as CRO",
            &["Ravi Menon | CRO | Fintana", "Ravi Menon | Executive | Cloudrise"],
        ),
        ("It taps former glory and Ravi Menon as ever.", &[]),
    ]);
}

/// `Body's Title, Name`.
#[test]
fn owner_title_name() {
    check(&[
        ("Rwanda's High Commissioner to Kenya, Martin Ngoga, came.", &["Martin Ngoga | High Commissioner to Kenya | Rwanda"]),
        ("Anna Miller, Fintana's CEO for Europe, came.", &["Anna Miller | CEO for Europe | Fintana"]),
        ("Anna Miller was unveiled as Fintana's new CEO.", &["Anna Miller | CEO | Fintana"]),
        ("Attorney General Anna Miller's office said so.", &["Anna Miller | Attorney General"]),
        ("Fintana's Anna Miller came.", &[]),
    ]);
}

/// What stands between the owner and the head, and in parentheses.
#[test]
fn words_between() {
    check(&[
        ("Ski Elbonia's alpine chief Anna Miller came.", &["Anna Miller | alpine chief | Ski Elbonia"]),
        ("Elbonia's chief Anna Miller came.", &["Anna Miller | chief | Elbonia"]),
        ("HWO head of inflation Anna Miller came.", &["Anna Miller | head of inflation | HWO"]),
        ("The head of inflation said so to Anna Miller.", &[]),
        ("Anna Miller (Halifax), head of research at Acme, came.", &["Anna Miller | head of research | Acme"]),
        ("Coaches: Anna Miller (head coach)", &["Anna Miller | head coach"]),
        (
            "Anna Miller, director of Acme, welcomed new board members Bob Ray and Tom Lee.",
            &["Anna Miller | director | Acme", "Bob Ray | board members", "Tom Lee | board members"],
        ),
        ("Co-Harbour, Inc. CEO Anna Miller came.", &["Anna Miller | CEO | Co-Harbour, Inc."]),
    ]);
}

/// `Title of Body Name`.
#[test]
fn title_of_body_name() {
    check(&[
        (
            "Chairman of the Hanoi Harbour Committee Tran Van Thanh came.",
            &["Tran Van Thanh | Chairman | Hanoi Harbour Committee"],
        ),
        ("Governor of the State of São Paulo Tarcísio de Melo came.", &["Tarcísio de Melo | Governor | State of São Paulo"]),
        ("First Minister of Scotland John Miller MSP came.", &["John Miller | First Minister | Scotland"]),
        ("Chief Minister Punjab Anna Miller came.", &["Anna Miller | Chief Minister | Punjab"]),
        ("Mayor of the town Anna Miller grew up in came.", &[]),
    ]);
}

/// `The Title of Body, Name,`.
#[test]
fn title_of_body_comma_name() {
    check(&[
        ("The Executive Secretary of ECOWAS, Dr. Abdou Diallo, came.", &["Abdou Diallo | Executive Secretary | ECOWAS"]),
        (
            "The Group Managing Director/CEO, Access Bank Plc, Rado Vlk, came.",
            &["Rado Vlk | Group Managing Director/CEO | Access Bank Plc"],
        ),
        (
            "The Permanent Representative of Kenya to the United Nations, Dr. Martin Kimathi, came.",
            &["Martin Kimathi | Permanent Representative | Kenya"],
        ),
        ("As chief engineer at Tide Power, Frey led it. Anna Frey was born here.", &["Frey | chief engineer | Tide Power"]),
        ("The rector of the Harbour College, Oslo, came.", &[]),
    ]);
}

/// `Title for`, `to`, `in charge of`.
#[test]
fn title_for_body() {
    check(&[
        (
            "Anna Frey, economic adviser to the Central Bank of Elbonia, came.",
            &["Anna Frey | economic adviser | Central Bank of Elbonia"],
        ),
        ("Anna Frey, spokesperson for the Harbour Authority, came.", &["Anna Frey | spokesperson | Harbour Authority"]),
        ("Anna Frey, deputy governor in charge of operations, came.", &["Anna Frey | deputy governor in charge of operations"]),
        ("Anna Frey, Counsel to the Treasurer, came.", &["Anna Frey | Counsel to the Treasurer"]),
        ("Anna Frey spoke for the Harbour Authority.", &[]),
    ]);
}

/// Rows of a table.
#[test]
fn tables() {
    check(&[
        ("Anna Frey\tCEO\tTide Power\nTom Beck\tMayor\tLindau", &["Anna Frey | CEO | Tide Power", "Tom Beck | Mayor | Lindau"]),
        ("Anna Frey\tDirector\tHarbour Bureau", &["Anna Frey | Director | Harbour Bureau"]),
        ("| Anna Frey | CEO | Tide Power |", &["Anna Frey | CEO | Tide Power"]),
        ("Name\tTitle\tOrganisation", &[]),
    ]);
}

/// Bullets, signatures, contacts, programmes, captions, links on lines of their own.
#[test]
fn lines() {
    check(&[
        (
            "• Anna Frey – CEO, Tide Power\n• Tom Beck – Mayor of Lindau",
            &["Anna Frey | CEO | Tide Power", "Tom Beck | Mayor | Lindau"],
        ),
        ("Sincerely,\nAnna Frey\nChair, Lindau Foundation", &["Anna Frey | Chair | Lindau Foundation"]),
        (
            "Contact:\nHannah Price\nDirector of Communications\nTide Trust\nprice@tide.example",
            &["Hannah Price | Director of Communications | Tide Trust"],
        ),
        ("Joel Kim\nSenior Director, Investor Relations\nir@tide.example", &["Joel Kim | Senior Director, Investor Relations"]),
        ("Publisher: Anna Frey; Editor: Tom Beck", &["Anna Frey | Publisher", "Tom Beck | Editor"]),
        ("Moderator: Anna Frey, Editor of the Harbour Weekly", &["Anna Frey | Editor | Harbour Weekly"]),
        ("Anna Frey (centre), CEO of Tide Power, cuts the ribbon.", &["Anna Frey | CEO | Tide Power"]),
        ("Anna Frey (second from left), CEO of Tide Power, cuts it.", &["Anna Frey | CEO | Tide Power"]),
        (
            "“She led,” said\nDavid Laban\n,\npresident of\nthe Association of Harbours.\n",
            &["David Laban | president | Association of Harbours"],
        ),
        ("Press Release\nAnna Frey\nThe director came.", &[]),
    ]);
}

/// Several titles of one person.
#[test]
fn several_titles() {
    check(&[
        (
            "Anna Frey, MD & CEO of Tide Power and Chairman of the Harbour Forum, came.",
            &["Anna Frey | MD & CEO | Tide Power", "Anna Frey | Chairman | Harbour Forum"],
        ),
        (
            "Anna Frey, EVP, Chief Product Officer & Head of AI at Tide Power, came.",
            &["Anna Frey | EVP, Chief Product Officer & Head of AI | Tide Power"],
        ),
        ("Senator Anna Frey, majority whip, came.", &["Anna Frey | Senator", "Anna Frey | majority whip"]),
        ("Anna Frey, MD, came.", &[]),
    ]);
}

/// `former`, `acting`, `-elect`, who comes and goes.
#[test]
fn former_acting_and_so_on() {
    check(&[
        ("Anna Frey, then CEO of Tide Power, signed.", &["Anna Frey | CEO | Tide Power"]),
        ("Anna Frey, formerly CEO of Tide Power, signed.", &["Anna Frey | CEO | Tide Power"]),
        ("Acting Inspector General Anna Frey signed.", &["Anna Frey | Acting Inspector General"]),
        ("President-elect Anna Frey signed.", &["Anna Frey | President-elect"]),
        ("Anna Frey doubles as treasurer of the Lindau Foundation.", &["Anna Frey | treasurer | Lindau Foundation"]),
        ("Anna Frey takes over from Tom Beck as CEO of Tide Power.", &["Anna Frey | CEO | Tide Power"]),
        ("The former town hall is where Anna Frey lives.", &[]),
    ]);
}

/// Several people with one title.
#[test]
fn people_with_one_title() {
    check(&[
        (
            "Professors Anna Frey and Tom Beck from the University of Oslo wrote it.",
            &["Anna Frey | Professors | University of Oslo", "Tom Beck | Professors | University of Oslo"],
        ),
        ("Special Agents Anna Frey and Tom Beck came.", &["Anna Frey | Special Agents", "Tom Beck | Special Agents"]),
        (
            "Members of Parliament Anna Frey (Lindau) and Tom Beck (Harbour East) came.",
            &["Anna Frey | Members of Parliament", "Tom Beck | Members of Parliament"],
        ),
        (
            "The executive Directors are Mr. Chen Wei and Ms. Zhao Min.",
            &["Chen Wei | executive Directors", "Zhao Min | executive Directors"],
        ),
        (
            "Senators Tom Jones of Texas and Anna Frey of Ohio came.",
            &["Tom Jones | Senators | Texas", "Anna Frey | Senators | Ohio"],
        ),
        ("Senator Tom Jones and Anna Frey came.", &["Tom Jones | Senator"]),
    ]);
}

/// One title for each.
#[test]
fn respectively() {
    check(&[
        (
            "Anna Frey and Tom Beck, CEO and CFO of Tide Power respectively, came.",
            &["Anna Frey | CEO | Tide Power", "Tom Beck | CFO | Tide Power"],
        ),
        (
            "Anna Frey and Tom Beck, who are Head of Sales and Director of Marketing respectively, came.",
            &["Anna Frey | Head of Sales", "Tom Beck | Director of Marketing"],
        ),
        (
            "Anna Frey and Tom Beck, respectively Head of Sales and Mayor, came.",
            &["Anna Frey | Head of Sales", "Tom Beck | Mayor"],
        ),
        ("Anna Frey and Tom Beck came first and last respectively.", &[]),
    ]);
}
