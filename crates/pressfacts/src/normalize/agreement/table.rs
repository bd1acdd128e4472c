//! Sentences with what is read from them, over the ways in which press text speaks of agreements.

use crate::Extractor;
use crate::testing::{check_agreement, check_agreement_rows, check_no_agreement};

/// Sentence with the mention in brackets; kind, action and status; sides.
const READ: &[(&str, &str, &str)] = &[
    (
        "Acme Corp. (NASDAQ: ACME), a leading provider of industrial pumps, today announced that it has entered into a [definitive agreement] to acquire Beta Systems Inc. for approximately $200 million.",
        "agreement conclude done",
        "Acme Corp.; Beta Systems Inc.",
    ),
    (
        "Acme Corp. today announced a [multi-year strategic partnership] with Beta Systems to bring solar power to rural schools.",
        "partnership announce done",
        "Acme Corp.; Beta Systems",
    ),
    ("The [agreement] was unanimously approved by the boards of directors of both companies.", "agreement ratify done", ""),
    (
        "Acme and Beta Systems have agreed to extend their [partnership] through 2027.",
        "partnership extend planned",
        "Acme; Beta Systems",
    ),
    ("Acme Awarded $45 Million [Contract] by U.S. Navy", "contract award done", "Acme; U.S. Navy"),
    (
        "The [contract], awarded by the Department of Defense, is valued at $45 million.",
        "contract award done",
        "Department of Defense",
    ),
    (
        "Acme Energy has been awarded a [five-year contract] to supply turbines to Kenya Power.",
        "contract award done",
        "Acme Energy; Kenya Power",
    ),
    ("Beta Systems wins [contract] from Transport for London", "contract award done", "Beta Systems; Transport for London"),
    (
        "The University of Nairobi and Acme Foundation signed a [memorandum of understanding (MoU)] on Tuesday to promote research.",
        "memorandum sign done",
        "University of Nairobi; Acme Foundation",
    ),
    (
        "The [MoU] was signed by Professor Jane Roe, Vice-Chancellor of the University of Nairobi, and John Doe, CEO of Acme Foundation.",
        "memorandum sign done",
        "University of Nairobi; Acme Foundation",
    ),
    ("The two ministers signed a [joint declaration] on climate change in Oslo on 12 May 2021.", "declaration sign done", ""),
    (
        "The Union Cabinet has approved the signing of a [Memorandum of Understanding] between India and Japan in the field of semiconductors.",
        "memorandum sign planned",
        "India; Japan",
    ),
    ("The Cabinet approved the [Agreement] between India and Kenya on air services.", "agreement ratify done", "India; Kenya"),
    (
        "Kenya deposited its instrument of ratification of the [Marrakesh Treaty] with the Director General on June 1.",
        "treaty ratify done",
        "Kenya",
    ),
    ("Peru joins [Hague Agreement]", "treaty accede done", "Peru"),
    ("Peru has become the 80th contracting party to the [Madrid Protocol].", "treaty accede done", "Peru"),
    ("The [Convention] entered into force on 1 January 2005.", "treaty enter_into_force done", ""),
    ("India and the UK relaunched talks on a [trade deal] last week.", "agreement negotiate done", "India; UK"),
    ("Acme and Beta Systems form [joint venture] to build batteries", "partnership conclude done", "Acme; Beta Systems"),
    ("Acme announced the formation of a [joint venture] with Beta Systems.", "partnership conclude done", "Acme; Beta Systems"),
    ("The ministry refused to sign the [protocol].", "treaty sign negated", ""),
    ("The talks ended without an [agreement].", "agreement negated", ""),
    ("The parties failed to reach an [agreement] on fishing quotas.", "agreement conclude negated", ""),
    ("The company plans to terminate its [contract] with Beta Systems in June.", "contract terminate planned", "Beta Systems"),
    ("Acme will not renew its [sponsorship agreement] with the club.", "agreement renew negated", "Acme"),
    ("Kenya withdrew from the [treaty] in 2016.", "treaty terminate done", "Kenya"),
    ("The [agreement] expires on 31 December 2025.", "agreement terminate planned", ""),
    ("The [agreement] will take effect on July 1, 2026.", "agreement enter_into_force planned", ""),
    (
        "An [agreement] has been reached between the European Commission and Chile on raw materials.",
        "agreement conclude done",
        "European Commission; Chile",
    ),
    (
        "The European Union and Mercosur reached a political [agreement] on a trade partnership in June 2019.",
        "agreement conclude done",
        "European Union; Mercosur",
    ),
    (
        "Ukraine and the IMF have reached a staff-level [agreement] on a $5 billion loan.",
        "agreement conclude done",
        "Ukraine; IMF",
    ),
    (
        "The World Bank signed a $300 million [loan agreement] with the Government of Ghana.",
        "contract sign done",
        "World Bank; Government of Ghana",
    ),
    (
        "The African Development Bank and Ghana today signed a [grant agreement] worth $20 million in Accra.",
        "contract sign done",
        "African Development Bank; Ghana",
    ),
    (
        "Acme announced the signing of an [agreement] with Beta Systems for the supply of lithium.",
        "agreement sign done",
        "Acme; Beta Systems",
    ),
    (
        "The [partnership agreement] between Acme and the City of Lyon was renewed for three years.",
        "agreement renew done",
        "Acme; City of Lyon",
    ),
    ("Acme Bank has extended its [partnership] with UNICEF until 2028.", "partnership extend done", "Acme Bank; UNICEF"),
    ("Acme Pharma grants Beta Bio an [exclusive licence] to its vaccine.", "contract award done", "Acme Pharma; Beta Bio"),
    ("Acme Pharma and Beta Bio enter into [exclusive licensing agreement]", "contract conclude done", "Acme Pharma; Beta Bio"),
    ("Under the [licence agreement], Beta Bio will receive an upfront payment of $10 million.", "contract", ""),
    ("Ministers adopted the [Dublin Declaration on Housing].", "declaration adopt done", ""),
    ("China and France issued a [joint statement] on biodiversity.", "declaration announce done", "China; France"),
    ("The Minister said that the [agreement] reflects the strong ties between the two countries.", "agreement", ""),
    (
        "The Scottish Government and the Welsh Government have signed an [accord] on tourism.",
        "agreement sign done",
        "Scottish Government; Welsh Government",
    ),
    ("The signing ceremony for the [cooperation agreement] took place in Hanoi.", "agreement sign done", ""),
    (
        "A [memorandum of understanding] was inked between Acme University and Beta College on Friday.",
        "memorandum sign done",
        "Acme University; Beta College",
    ),
    ("Acme University inks [MoU] with Beta College", "memorandum sign done", "Acme University; Beta College"),
    (
        "Acme University has inked a [pact] with Beta College for student exchange.",
        "agreement sign done",
        "Acme University; Beta College",
    ),
    (
        "The Philippines and Japan are set to sign a reciprocal access [agreement] next month.",
        "agreement sign planned",
        "Philippines; Japan",
    ),
    (
        "The Philippines hopes to conclude a [free trade agreement] with the EU by 2025.",
        "agreement conclude planned",
        "Philippines; EU",
    ),
    (
        "Israel and the United Arab Emirates signed the [Abraham Accords] in Washington in September 2020.",
        "treaty sign done",
        "Israel; United Arab Emirates",
    ),
    ("The US withdrew from the [Paris Agreement] in 2020.", "treaty terminate done", "US"),
    ("The company has a [long-standing partnership] with the Red Cross.", "partnership", "Red Cross"),
    (
        "The [Memorandum of Understanding], signed on the sidelines of the summit, provides a framework for cooperation in water.",
        "memorandum sign done",
        "",
    ),
    (
        "Jane Roe, Minister of Trade of Kenya, and Bob Ray, Minister of Trade of Peru, signed the [agreement].",
        "agreement sign done",
        "Kenya; Peru",
    ),
    ("Acme Airlines and Beta Air expand [codeshare agreement]", "agreement extend done", "Acme Airlines; Beta Air"),
    ("The two airlines entered into a [codeshare agreement] in 2019.", "agreement conclude done", ""),
    (
        "The Government of Japan and UNDP signed an [exchange of notes] for a grant of $5 million.",
        "agreement sign done",
        "Government of Japan; UNDP",
    ),
    ("The [new contract] with the teachers' union was ratified on Sunday.", "contract ratify done", ""),
    ("Acme Motors has cancelled its [contract] with the supplier.", "contract terminate done", "Acme Motors"),
    ("Acme Corp announces [agreement] in principle to sell its pump division", "agreement announce done", "Acme Corp"),
    ("Kenya and Peru signed a [memorandum of cooperation] on fisheries.", "memorandum sign done", "Kenya; Peru"),
    (
        "The three universities signed [memoranda of understanding] with Acme Foundation.",
        "memorandum sign done",
        "Acme Foundation",
    ),
    ("Acme Ltd and Beta plc reached an [accord] on pensions.", "agreement conclude done", "Acme Ltd; Beta plc"),
    ("The two countries initialled a [pact] on migration.", "agreement sign done", ""),
    ("Kenya initialled a [pact] with Peru.", "agreement sign done", "Kenya; Peru"),
    ("Peru ratified the [convention] in 1999.", "treaty ratify done", "Peru"),
    ("The parliament of Peru ratified the [Convention on Biological Diversity].", "treaty ratify done", "parliament of Peru"),
    ("Peru acceded to the [protocol] in 2011.", "treaty accede done", "Peru"),
    ("China's accession to the [Hague Agreement] took effect on 5 May 2022.", "treaty accede done", "China"),
    ("The ministers adopted the [charter] by consensus.", "treaty adopt done", ""),
    ("Heads of state adopted the [Nairobi Declaration].", "declaration adopt done", ""),
    ("Acme Ltd renewed its [licence agreement] with Beta plc.", "contract renew done", "Acme Ltd; Beta plc"),
    ("Kenya and Peru extended the [agreement] by two years.", "agreement extend done", "Kenya; Peru"),
    ("The amended [agreement] between Kenya and Peru covers tea.", "agreement amend done", "Kenya; Peru"),
    ("Kenya and Peru amended their [tax treaty] in 2020.", "treaty amend done", "Kenya; Peru"),
    ("The implementation of the [agreement] will begin next year.", "agreement implement planned", ""),
    ("Kenya is negotiating a [trade agreement] with Peru.", "agreement negotiate planned", "Kenya; Peru"),
    ("Acme Ltd has terminated the [lease].", "contract terminate done", "Acme Ltd"),
    ("Kenya suspended the [treaty].", "treaty terminate done", "Kenya"),
    ("The [protocol] entered into force in 1997.", "treaty enter_into_force done", ""),
    ("The [treaty] comes into effect on 1 January 2027.", "treaty enter_into_force planned", ""),
    ("The [contract] expired in 2019.", "contract terminate done", ""),
    ("Kenya, Peru and Chile signed a [water treaty].", "treaty sign done", "Kenya; Peru; Chile"),
    ("The [agreement] between Kenya, Peru and Chile was signed in Lima.", "agreement sign done", "Kenya; Peru; Chile"),
    ("The Kenya-Peru [trade agreement] covers coffee.", "agreement", "Kenya; Peru"),
    ("The US–Jordan [pact] covers coffee.", "agreement", "US; Jordan"),
    (
        "Kenya's Ministry of Health and the World Health Organization concluded an [agreement] on vaccines.",
        "agreement conclude done",
        "Kenya's Ministry of Health; World Health Organization",
    ),
    (
        "The University of Oslo entered into a [partnership] with Acme GmbH.",
        "partnership conclude done",
        "University of Oslo; Acme GmbH",
    ),
    ("The [deal] was signed in Geneva on 3 March 2021.", "agreement sign done", ""),
    (
        "Acme Ltd signed a [contract] worth $30 million with the Ministry of Defence.",
        "contract sign done",
        "Acme Ltd; Ministry of Defence",
    ),
    ("Kenya will sign a [treaty] with Peru next month.", "treaty sign planned", "Kenya; Peru"),
    ("Kenya hopes to sign a [treaty] with Peru.", "treaty sign planned", "Kenya; Peru"),
    ("If approved, Kenya would ratify the [treaty].", "treaty ratify planned", "Kenya"),
    ("Kenya did not sign the [treaty].", "treaty sign negated", "Kenya"),
    ("Kenya never ratified the [treaty].", "treaty ratify negated", "Kenya"),
    ("Kenya rejected the [agreement].", "agreement negated", ""),
    ("Kenya refused to renew the [agreement].", "agreement renew negated", "Kenya"),
    ("The two sides met without signing an [agreement].", "agreement sign negated", ""),
    ("No [agreement] was reached between Kenya and Peru.", "agreement conclude negated", "Kenya; Peru"),
    ("Kenya and Peru signed a series of [agreements] on trade.", "agreement sign done", "Kenya; Peru"),
    ("Kenya and Peru signed 12 [MoUs].", "memorandum sign done", "Kenya; Peru"),
    ("The signing ceremony of the [treaty] was held in Lima.", "treaty sign done", ""),
    ("Kenya is a signatory to the [Convention on Cluster Munitions].", "treaty sign done", "Kenya"),
    ("Acme Ltd and Beta plc signed a [term sheet].", "agreement sign done", "Acme Ltd; Beta plc"),
    ("Acme Ltd and Beta plc signed [heads of terms].", "agreement sign done", "Acme Ltd; Beta plc"),
    ("Acme Ltd and Beta plc have signed a [non-disclosure agreement].", "agreement sign done", "Acme Ltd; Beta plc"),
    ("Kenya signed a [framework agreement] with the European Union.", "agreement sign done", "Kenya; European Union"),
    (
        "Kenya and the European Union concluded an [economic partnership agreement].",
        "agreement conclude done",
        "Kenya; European Union",
    ),
    ("Acme Ltd was awarded a [contract] by the City of Lyon.", "contract award done", "Acme Ltd; City of Lyon"),
    ("The City of Lyon awarded Acme Ltd a [contract].", "contract award done", "City of Lyon; Acme Ltd"),
    ("Acme Ltd won a [contract] from the Ministry of Transport.", "contract award done", "Acme Ltd; Ministry of Transport"),
    ("Acme Ltd announced a [joint venture] with Beta plc.", "partnership announce done", "Acme Ltd; Beta plc"),
    ("The [joint venture] between Acme Ltd and Beta plc will build ships.", "partnership", "Acme Ltd; Beta plc"),
    ("Acme Ltd and Beta plc form [strategic alliance]", "partnership conclude done", "Acme Ltd; Beta plc"),
    ("Acme Ltd and Beta plc issued a [joint statement].", "declaration announce done", "Acme Ltd; Beta plc"),
    (
        "The European Commission and Kenya signed a [letter of intent] on minerals.",
        "letter_of_intent sign done",
        "European Commission; Kenya",
    ),
    ("Before signing the [agreement], Kenya held elections.", "agreement sign planned", "Kenya"),
    ("Kenya plans to withdraw from the [treaty].", "treaty terminate planned", "Kenya"),
    ("Kenya withdrew from the [Paris Agreement].", "treaty terminate done", "Kenya"),
    ("The 2015 [Paris Agreement] sets a limit.", "treaty", ""),
    ("Under the [Montreal Protocol], production fell.", "treaty", ""),
    ("The [Patent Cooperation Treaty] has 157 members.", "treaty", ""),
    (
        "Jane Roe, Minister of Trade of Kenya, signed the [agreement] with the European Union.",
        "agreement sign done",
        "Kenya; European Union",
    ),
    (
        "The [agreement] was signed by the Ministry of Finance and the World Bank.",
        "agreement sign done",
        "Ministry of Finance; World Bank",
    ),
    ("The [agreement] was signed on behalf of Kenya.", "agreement sign done", "Kenya"),
    ("Acme Ltd is pleased to announce an [agreement] with Beta plc.", "agreement announce done", "Acme Ltd; Beta plc"),
    ("Acme Ltd has agreed to sign a [supply agreement] with Beta plc.", "agreement sign planned", "Acme Ltd; Beta plc"),
    ("Acme Ltd signed a [supply agreement] with Oslo-based Beta plc.", "agreement sign done", "Acme Ltd; Beta plc"),
    (
        "Acme Ltd, the Oslo-based shipbuilder, and Beta plc signed a [supply agreement].",
        "agreement sign done",
        "Acme Ltd; Beta plc",
    ),
    ("LIMA, 5 May 2025 – Peru and Kenya signed a tourism [agreement].", "agreement sign done", "Peru; Kenya"),
    ("Kenya and Peru are expected to sign a tourism [agreement].", "agreement sign planned", "Kenya; Peru"),
    ("A tourism [agreement] is to be signed by Kenya and Peru.", "agreement sign planned", "Kenya; Peru"),
    ("The tourism [agreement] has not been signed.", "agreement sign negated", ""),
    ("Kenya urged Peru to ratify the [treaty].", "treaty ratify planned", "Peru"),
    ("Acme And Beta Systems Sign [Strategic Partnership Agreement]", "agreement sign done", "Acme; Beta Systems"),
    ("Acme Signs [Strategic Partnership] With Beta Systems", "partnership sign done", "Acme; Beta Systems"),
    ("Acme Announces [Definitive Agreement] to Acquire Beta Systems", "agreement announce done", "Acme; Beta Systems"),
    ("Beta Systems Wins $20 Million [Contract] From U.S. Army", "contract award done", "Beta Systems; U.S. Army"),
    ("India, Japan Sign [MoU on Semiconductors]", "memorandum sign done", "India; Japan"),
    ("Acme and Beta signed a long, exclusive repair and upkeep (MRO) [agreement].", "agreement sign done", "Acme; Beta"),
    ("During the forum Kenya and Peru signed a [treaty].", "treaty sign done", "Kenya; Peru"),
    ("The [supply agreement] with Acme was called off.", "agreement terminate done", "Acme"),
    (
        "The [agreement] was signed by the Transitional Government and the rebels.",
        "agreement sign done",
        "Transitional Government",
    ),
    ("Japan and the Philippines' [defense pact] expired.", "agreement terminate done", "Japan; Philippines"),
    ("Acme has secured a [contract] from Beta plc.", "contract conclude done", "Acme; Beta plc"),
    ("Acme is in advanced talks with Beta on a [supply deal].", "agreement negotiate done", "Acme; Beta"),
    ("UNIVERSITY OF LAGOS SIGNS [MOU] WITH ACME FOUNDATION", "memorandum sign done", "UNIVERSITY OF LAGOS; ACME FOUNDATION"),
    ("The US-Mexico-Canada [Agreement] expired.", "agreement terminate done", "US; Mexico; Canada"),
    ("The [agreement] was never implemented.", "agreement implement negated", ""),
    ("The signing of the [agreement] was postponed.", "agreement sign planned", ""),
    ("Kenya called on Peru to sign the [treaty].", "treaty sign planned", "Peru"),
    ("Kenya and Peru ink [trade pact]", "agreement sign done", "Kenya; Peru"),
    ("Acme and Beta Systems Announce [Joint Venture] in Kenya", "partnership announce done", "Acme; Beta Systems"),
    ("Acme Expands [Partnership] with Beta Systems to Africa", "partnership extend done", "Acme; Beta Systems"),
];

/// Sentences that speak of no agreement.
const NONE: &[&str] = &[
    "They agreed that prices would rise.",
    "The ministers agreed to meet again.",
    "The results are in agreement with the theory.",
    "There was broad agreement among experts.",
    "The convention centre opened in May.",
    "The Oslo Convention Center is full.",
    "A contract researcher at the university wrote it.",
    "Contract workers went home.",
    "She found the license plate.",
    "Read the user agreement before you go on.",
    "He is a partner at a law firm.",
    "The treaty-bound states met.",
    "The North Atlantic Treaty Organization met in Riga.",
    "She heads the Global Alliance for Trade in Services.",
    "The Alliance of Small Island States met.",
    "The new Copyright Law protects designers.",
    "The government issued a regulation on data.",
    "The party held its national convention in Ohio.",
    "They spent a great deal of money.",
    "They have to deal with Kenya.",
    "The Green Deal is a plan.",
    "Use the Internet Protocol.",
    "The security protocol failed.",
    "A charter flight left Oslo.",
    "He teaches at a charter school.",
    "Smart contracts run on chains.",
    "The social contract is broken.",
    "Futures contracts fell.",
    "Her driver's license expired.",
    "Bank loans grew by 5 percent.",
    "Student loans were cut.",
    "Loan-loss reserves rose.",
    "It was a naming convention.",
    "The Declaration of Independence hangs there.",
    "Fill in a customs declaration.",
    "They live in a civil partnership.",
    "By agreement of all, the meeting ended.",
    "The chief of protocol greeted her.",
    "The joint venture partner Acme left.",
    "The dispute settlement body met.",
    "It came with the understanding that they pay.",
    "The Chartered Institute met.",
    "Cooperation is important.",
];

#[test]
fn what_is_read() {
    check_agreement_rows(READ);
}

#[test]
fn what_is_no_agreement() {
    check_no_agreement(NONE);
}

/// A line that says what happened to the papers of the list below it.
#[test]
fn papers_of_a_list() {
    let found = |text: &str| Extractor::default().extract(text).agreements.into_iter().map(|one| one.action).collect::<Vec<_>>();
    let signed = Some(crate::fact::Action::Sign);
    assert_eq!(found("Documents signed during the visit:\n\n- MoU on Tea\n- Agreement on Visas"), [signed, signed]);
    assert_eq!(found("Documents of the visit:\n\n- MoU on Tea\n- Agreement on Visas"), [None, None]);
}

/// Text that repeats itself neither ends the program nor takes more than its length.
#[test]
fn what_repeats_is_read_to_a_bound() {
    for (part, times, count) in [
        ("the signing of ", 3000, 1),
        ("Acme signed an agreement on May 6, 2024, and ", 300, 301),
        ("it signed an agreement with Kenya, ", 300, 301),
    ] {
        let text = part.repeat(times) + "the agreement.";
        assert_eq!(Extractor::default().extract(&text).agreements.len(), count, "{part}");
    }
}

/// A preposition that opens the text, or its second sentence, has nothing before it.
#[test]
fn prepositions_at_the_start() {
    for opening in ["With", "In", "On", "At", "About"] {
        check_agreement(&format!("{opening} the [agreement] signed, they left."), "agreement sign done", "");
        check_agreement(&format!("They met Kenya. {opening} the [agreement] signed, they left."), "agreement sign done", "");
    }
}
