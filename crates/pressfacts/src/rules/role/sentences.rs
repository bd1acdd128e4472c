//! Sentences of every shape, with the roles that they have.

use crate::testing::check_roles;

#[test]
fn name_first() {
    check_roles("Xu Min, Director of the Harbour Works Office, opened it.", &["Xu Min | Director | Harbour Works Office"]);
    check_roles(
        "Edward Okoro, Assistant Director General, OHW, stated that it works.",
        &["Edward Okoro | Assistant Director General | OHW"],
    );
    check_roles(
        "Jane Miller, Executive Dean, Oslo College of Fisheries, Elbonia University, moderated.",
        &["Jane Miller | Executive Dean | Oslo College of Fisheries, Elbonia University"],
    );
    check_roles(
        "Dr. Anna-Lena Müller, Chief Patent and Technology Counsel of Acme Group, spoke.",
        &["Anna-Lena Müller | Chief Patent and Technology Counsel | Acme Group"],
    );
    check_roles(
        "Li Wei, Director and Executive Vice President, Acme Digital, explained it.",
        &["Li Wei | Director and Executive Vice President | Acme Digital"],
    );
    check_roles(
        "Zhao Qing, China and Northeast Asia Vice President, SKF, said so.",
        &["Zhao Qing | China and Northeast Asia Vice President | SKF"],
    );
    check_roles("Cao Yin, Elbonia Daily Reporter, wrote it.", &["Cao Yin | Reporter | Elbonia Daily"]);
    check_roles(
        "Peter Fan, Acme's Chief Information Security Officer, said so.",
        &["Peter Fan | Chief Information Security Officer | Acme"],
    );
    check_roles("Mr. Hu Min, the founder and chairman of Acme, said so.", &["Hu Min | founder and chairman | Acme"]);
    check_roles(
        "Sun Wei, Secretary for Housing, Transport and Tourism of the Harbour Region Government (HRG), came.",
        &["Sun Wei | Secretary for Housing, Transport and Tourism | Harbour Region Government (HRG)"],
    );
    check_roles(
        "Abdullah Karim, Minister of Energy and Water Resources of Kuwait, came.",
        &["Abdullah Karim | Minister of Energy and Water Resources | Kuwait"],
    );
    check_roles(
        "Hon. K. Perera, the Minister of Tourism, Regional Social Affairs and Housing, proposed it.",
        &["K. Perera | Minister of Tourism, Regional Social Affairs and Housing"],
    );
    check_roles(
        "Mr Goh Kee-Ch’ong, 48, Deputy Director (Readiness) in the Ministry of Works (MOW), came.",
        &["Goh Kee-Ch’ong | Deputy Director (Readiness) | Ministry of Works (MOW)"],
    );
    check_roles(
        "Jane Miller, Ph.D., Professor of Economics at the University of Oslo, wrote it.",
        &["Jane Miller | Professor of Economics | University of Oslo"],
    );
    check_roles("Jane Miller, MD, Chief Medical Officer of Acme, said so.", &["Jane Miller | Chief Medical Officer | Acme"]);
    check_roles("Bob Ray, Jr., CEO of Acme, said so.", &["Bob Ray | CEO | Acme"]);
    check_roles("Jane Miller, aged 45, governor of Ohio, came.", &["Jane Miller | governor | Ohio"]);
    check_roles(
        "Shen Chang, head of the Elbonia Patent Administration (EPA), told reporters.",
        &["Shen Chang | head | Elbonia Patent Administration (EPA)"],
    );
    check_roles("Guo Wen, an official from the Ministry of Commerce, said so.", &["Guo Wen | official | Ministry of Commerce"]);
    check_roles(
        "Wang Yan, member of the Political Bureau of the Central Committee and Minister of Foreign Affairs, attended.",
        &["Wang Yan | member | Political Bureau of the Central Committee", "Wang Yan | Minister of Foreign Affairs"],
    );
    check_roles(
        "Ruth Salas, Under Secretary of Commerce for Intellectual Property and Director of the Patent Office, said so.",
        &["Ruth Salas | Under Secretary of Commerce for Intellectual Property and Director | Patent Office"],
    );
}

#[test]
fn units_owners_and_names() {
    check_roles(
        "Ms. Lisa Berg, Deputy Director General, Patents and Technology Sector, WIPO, spoke.",
        &["Lisa Berg | Deputy Director General | Patents and Technology Sector, WIPO"],
    );
    check_roles("Ken Ostrow, Acme's campaign manager, said so.", &["Ken Ostrow | campaign manager | Acme"]);
    check_roles(
        "Karl Lind, forensics sciences professor at Oslo University, said so.",
        &["Karl Lind | forensics sciences professor | Oslo University"],
    );
    check_roles("Aaron Feld, the campaign spokesman for Acme, was quiet.", &["Aaron Feld | campaign spokesman | Acme"]);
    check_roles("Nils Holm, the company's chairman, quit.", &["Nils Holm | chairman"]);
    check_roles("Jane Miller, chief executive at London-based Acme, came.", &["Jane Miller | chief executive | Acme"]);
    check_roles(
        "Paolo De Santis, undersecretary to the prime minister, said so.",
        &["Paolo De Santis | undersecretary to the prime minister"],
    );
    check_roles(
        "Jane Miller, Executive Vice President, Chief Legal Officer and Secretary of Acme, spoke.",
        &["Jane Miller | Executive Vice President, Chief Legal Officer and Secretary | Acme"],
    );
    check_roles(
        "Mr. W. A. Perera, Secretary to the Ministry of Finance, attended.",
        &["W. A. Perera | Secretary | Ministry of Finance"],
    );
    check_roles(
        "Her Excellency Jane Miller, Ambassador of France to China, gave remarks.",
        &["Jane Miller | Ambassador | France"],
    );
    check_roles("Jane Miller – Chief Executive Officer, Acme Inc.", &["Jane Miller | Chief Executive Officer | Acme Inc."]);
    check_roles("Jane Miller: Chair of the Acme Foundation", &["Jane Miller | Chair | Acme Foundation"]);
    check_roles("Jane Miller, a partner at Smith & Jones LLP, spoke.", &["Jane Miller | partner | Smith & Jones LLP"]);
    check_roles(
        "Mr. Ahmed bin Rashid Al Maktoum, Minister of Energy and Infrastructure of the United Arab Emirates, spoke.",
        &["Ahmed bin Rashid Al Maktoum | Minister of Energy and Infrastructure | United Arab Emirates"],
    );
    check_roles("Kim Jong-un, Supreme Leader of North Korea, spoke.", &["Kim Jong-un | Supreme Leader | North Korea"]);
    check_roles(
        "Ursula von der Leyen, President of the European Commission, spoke.",
        &["Ursula von der Leyen | President | European Commission"],
    );
    check_roles("Orbán Viktor, Prime Minister of Hungary, spoke.", &["Orbán Viktor | Prime Minister | Hungary"]);
    check_roles(
        "Nguyễn Văn An, Deputy Director of the Hanoi Harbour Department, spoke.",
        &["Nguyễn Văn An | Deputy Director | Hanoi Harbour Department"],
    );
    check_roles(
        "K.L.M.P. Bandara, Senior Grade Officer of the Elbonia Statistics Service, retires.",
        &["K.L.M.P. Bandara | Senior Grade Officer | Elbonia Statistics Service"],
    );
    check_roles(
        "Claire HERVÉ, IP Counselor, Embassy of France in China, noted it.",
        &["Claire HERVÉ | IP Counselor | Embassy of France in China"],
    );
    check_roles("Hasan Karim, WHO Director-General, said so.", &["Hasan Karim | Director-General | WHO"]);
}

#[test]
fn lists() {
    check_roles(
        "Ma Ke, Co-founder and President of Acme, Zhao Lin, Chief Financial Officer of Acme, and Hu Qing, Manager of Beta, came.",
        &["Ma Ke | Co-founder and President | Acme", "Zhao Lin | Chief Financial Officer | Acme", "Hu Qing | Manager | Beta"],
    );
    check_roles(
        "Mr. He Zhen, Vice Chairman of the Elbonia Association of Inventions, Mr. Sun Yue, Vice President and Secretary-General of the Copyright Society of Elbonia, and others came.",
        &[
            "He Zhen | Vice Chairman | Elbonia Association of Inventions",
            "Sun Yue | Vice President and Secretary-General | Copyright Society of Elbonia",
        ],
    );
    check_roles(
        "Georgian Prime Minister Giorgi Beridze, Serbian Prime Minister Milan Petrović, Speaker of the House of Assembly of Ghana Kofi Bello, and Director General of the Harbour Works Organization (HWO) Gerd Huber attended.",
        &[
            "Giorgi Beridze | Prime Minister | Georgian",
            "Milan Petrović | Prime Minister | Serbian",
            "Kofi Bello | Speaker | House of Assembly of Ghana",
            "Gerd Huber | Director General | Harbour Works Organization (HWO)",
        ],
    );
    check_roles(
        "Nestlé CEO Mark Huber, Roche Chairman Severin Maier and Novartis CEO Vas Iyer met.",
        &["Mark Huber | CEO | Nestlé", "Severin Maier | Chairman | Roche", "Vas Iyer | CEO | Novartis"],
    );
    check_roles(
        "Jane Miller, Chair; Bob Ray, Vice-Chair; Tom Lee, Treasurer",
        &["Jane Miller | Chair", "Bob Ray | Vice-Chair", "Tom Lee | Treasurer"],
    );
    check_roles(
        "Jane Miller (CEO, Acme) and Bob Ray (Director of Research, Beta Labs) spoke.",
        &["Jane Miller | CEO | Acme", "Bob Ray | Director of Research | Beta Labs"],
    );
    check_roles(
        "The team is Dr. Markus Huber (CEO), Dr. Stefan Maier (CTO) and Peter Koch (CFO).",
        &["Markus Huber | CEO", "Stefan Maier | CTO", "Peter Koch | CFO"],
    );
    check_roles(
        "Jane Miller and Bob Ray, CEO and CFO of Acme respectively, spoke.",
        &["Jane Miller | CEO | Acme", "Bob Ray | CFO | Acme"],
    );
    check_roles(
        "Jane Miller and Bob Ray, co-founders of Acme, spoke.",
        &["Jane Miller | co-founders | Acme", "Bob Ray | co-founders | Acme"],
    );
    check_roles(
        "Senators Tom Jones of Texas and Ann Day of Ohio wrote it.",
        &["Tom Jones | Senators | Texas", "Ann Day | Senators | Ohio"],
    );
    check_roles("He was joined by co-chairs Jane Miller and Bob Ray.", &["Jane Miller | co-chairs", "Bob Ray | co-chairs"]);
}

#[test]
fn verbs() {
    check_roles(
        "Acme today named Jane Miller as its chief financial officer, effective June 1.",
        &["Jane Miller | chief financial officer | Acme"],
    );
    check_roles("Acme has appointed Jane Miller Chief Financial Officer.", &["Jane Miller | Chief Financial Officer | Acme"]);
    check_roles(
        "The Supervisory Board of Acme GmbH has appointed Katrin Huber as Chief Technology Officer (CTO) and Director of Public Affairs.",
        &["Katrin Huber | Chief Technology Officer (CTO) and Director of Public Affairs | Acme GmbH"],
    );
    check_roles(
        "Jane Miller has been appointed as Chair of the Board of Acme Holdings.",
        &["Jane Miller | Chair of the Board | Acme Holdings"],
    );
    check_roles("Jane Miller, who is the head of research at Acme, said so.", &["Jane Miller | head of research | Acme"]);
    check_roles(
        "Mr. Keller served as President and Chief Executive Officer of Acme Solutions (AS).",
        &["Keller | President and Chief Executive Officer | Acme Solutions (AS)"],
    );
    check_roles("Jane Miller joined Acme as Vice President of Sales in 2020.", &["Jane Miller | Vice President of Sales | Acme"]);
    check_roles("Jane Miller has joined the company as Chief Marketing Officer.", &["Jane Miller | Chief Marketing Officer"]);
    check_roles(
        "Jane Miller, currently Vice President at Acme, will become CEO on May 1.",
        &["Jane Miller | Vice President | Acme", "Jane Miller | CEO"],
    );
    check_roles(
        "Acme announced the appointment of Jane Miller, a veteran of the trade, as Chief Financial Officer.",
        &["Jane Miller | Chief Financial Officer | Acme"],
    );
    check_roles("Jane Miller, a veteran of 20 years, has been appointed as CEO of Acme.", &["Jane Miller | CEO | Acme"]);
    check_roles("Bob Ray succeeds Jane Miller as president of Acme.", &["Bob Ray | president | Acme"]);
    check_roles("Jane Miller Named CEO of Acme", &["Jane Miller | CEO | Acme"]);
    check_roles(
        "Mr Goh will continue to hold the appointment of Deputy Secretary in the Ministry of Works.",
        &["Goh | Deputy Secretary | Ministry of Works"],
    );
    check_roles(
        "Appointment of Mr. R.K. Perera, Senior Grade Officer of the Planning Service, presently serving as the Director General of the Railways Division of the Ministry of Transport, to the Post of Director General of the Department of Works.",
        &[
            "R.K. Perera | Senior Grade Officer | Planning Service",
            "R.K. Perera | Director General | Railways Division of the Ministry of Transport",
            "R.K. Perera | Director General | Department of Works",
        ],
    );
}

#[test]
fn rows_and_labels() {
    check_roles(
        "Jane Miller\tDirector of the Harbour Bureau, State Administration for Works (SAW)",
        &["Jane Miller | Director | Harbour Bureau, State Administration for Works (SAW)"],
    );
    check_roles("Jane Miller | Director | Acme Foundation", &["Jane Miller | Director | Acme Foundation"]);
    check_roles("Jane Miller\tAcme Foundation\tDirector of Research", &["Jane Miller | Director of Research | Acme Foundation"]);
    check_roles("14:00 Keynote: Jane Miller, Director General, Acme", &["Jane Miller | Director General | Acme"]);
    check_roles("1. Jane Miller, Chair, Acme Foundation", &["Jane Miller | Chair | Acme Foundation"]);
    check_roles("By Jane Miller, Staff Writer, Acme Daily", &["Jane Miller | Staff Writer | Acme Daily"]);
    check_roles(
        "Contact: Jane Miller, Media Relations Manager, Acme Inc., +1 555 0100",
        &["Jane Miller | Media Relations Manager | Acme Inc."],
    );
    check_roles("Media Contact: Jane Miller Global Marketing Director", &["Jane Miller | Global Marketing Director"]);
    check_roles("\"We grew,\" said Cameron Holt, CEO of Acme Group. \"It is good.\"", &["Cameron Holt | CEO | Acme Group"]);
}

#[test]
fn near_misses() {
    check_roles("Ms. Liu said that it works.", &[]);
    check_roles("Jane Miller, Geneva, said so.", &[]);
    check_roles("Jane Miller of Acme met Bob Ray of Beta.", &[]);
    check_roles("The Director of the Office of Policy said so.", &[]);
    check_roles("Smith & Jones LLP, a partner of Acme, said so.", &[]);
    check_roles("J.W. Fish & Co, a member of the Acme Group, said so.", &[]);
    check_roles("Oslo Bank, Chairman of the Nordic Council, issued bonds.", &[]);
    check_roles("Hong Kong, Head of the region, said so.", &[]);
    check_roles("He visited General Motors and General Electric.", &[]);
    check_roles("The Secretary General and the Director General met.", &[]);
    check_roles("New York Times, Editor in Chief", &[]);
    check_roles("Market leader Acme Widgets grew.", &[]);
    check_roles("Chancellor Group Ltd. said so.", &[]);
    check_roles("Jane Miller, a lawyer, said so.", &[]);
    check_roles("The Premier League met. The Prime Minister said so.", &[]);
    check_roles("Madam President, Excellencies, ladies and gentlemen", &[]);
    check_roles("The Chief Executive Women programme started.", &[]);
    check_roles("Member States, Director General and the Secretariat met.", &[]);
    check_roles("In March, Director of the Office", &[]);
    check_roles("Officer Training School opened.", &[]);
    check_roles("The team leader Germany won.", &[]);
    check_roles("GM Class E shares fell.", &[]);
    check_roles("The deal was signed by Jane Miller on behalf of Acme.", &[]);
}

#[test]
fn seats_degrees_and_departments() {
    check_roles("Jane Miller CBE, chair of Acme, said so.", &["Jane Miller | chair | Acme"]);
    check_roles("Minister for Trade Jane Miller MP said so.", &["Jane Miller | Minister for Trade"]);
    check_roles("Senator the Hon Penny Wong came.", &["Penny Wong | Senator"]);
    check_roles(
        "Prime Minister Tan Wei Ming and Malaysian Prime Minister Dato' Sri Anwar Ibrahim met.",
        &["Tan Wei Ming | Prime Minister", "Anwar Ibrahim | Prime Minister | Malaysian"],
    );
    check_roles(
        "The Minister for Agriculture, Food and the Marine, Charlie Byrne T.D., today announced it.",
        &["Charlie Byrne | Minister for Agriculture, Food and the Marine"],
    );
    check_roles(
        "U.S. Sens. Tom Jones, R-Va., and Ann Day, D-Calif., wrote it.",
        &["Tom Jones | Sens. | U.S.", "Ann Day | Sens. | U.S."],
    );
    check_roles(
        "Rep. Ann Day, D-Calif., chair of the House Budget Committee, wrote it.",
        &["Ann Day | Rep.", "Ann Day | chair | House Budget Committee"],
    );
    check_roles(
        "Jane Miller, Vice President – Investor Relations, Acme Inc.",
        &["Jane Miller | Vice President – Investor Relations | Acme Inc."],
    );
    check_roles("Jane Miller, VP, Investor Relations at Acme, said so.", &["Jane Miller | VP, Investor Relations | Acme"]);
    check_roles("Jane Miller, the 45-year-old CEO of Acme, said so.", &["Jane Miller | CEO | Acme"]);
    check_roles("Jane Miller, Chief Happiness Officer of Acme, said so.", &["Jane Miller | Chief Happiness Officer | Acme"]);
    check_roles(
        "Special Agent in Charge Jane Miller of the FBI's Boston Division said so.",
        &["Jane Miller | Special Agent in Charge | FBI's Boston Division"],
    );
    check_roles("Jane Miller, University of Oslo, Professor of Law", &["Jane Miller | Professor of Law | University of Oslo"]);
    check_roles("Rector of Oslo University, Professor Jane Miller, said so.", &["Jane Miller | Rector | Oslo University"]);
    check_roles(
        "Jane Miller, chairman and managing director of Acme, and Bob Ray, its chief financial officer, resigned.",
        &["Jane Miller | chairman and managing director | Acme", "Bob Ray | chief financial officer"],
    );
    check_roles("Jane Miller, Chairperson-Designate, Acme Council", &["Jane Miller | Chairperson-Designate | Acme Council"]);
    check_roles("President-elect Jane Miller said so.", &["Jane Miller | President-elect"]);
    check_roles(
        "High Representative/Vice-President Josep Borrell said so.",
        &["Josep Borrell | High Representative/Vice-President"],
    );
}
