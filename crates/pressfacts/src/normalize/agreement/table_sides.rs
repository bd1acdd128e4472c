//! Sentences over the ways in which press text names the sides of an agreement, and what stands near them and is none.

use crate::testing::check_sides;

/// Text with the mentions in brackets; the sides of each.
const SIDES: &[(&str, &[&str])] = &[
    // Tickers and short forms in parentheses name a side again, and end no clause.
    (
        "Acme Group Inc (NASDAQ: ACMG) through its Peruvian arm has signed a [supply agreement] with Beta Labs.",
        &["Acme Group Inc; Beta Labs"],
    ),
    ("Acme Group (OTC: ACMG) said one of its units, Gamma Inc., has entered into a [lease] with Beta.", &["Gamma Inc.; Beta"]),
    // What explains a name is no name.
    ("Gamma, a venture formed by Acme and a group of farms, and Beta plc signed a [contract].", &["Gamma; Beta plc"]),
    ("Talks were held in Lima, Peru, and a [treaty] was signed.", &[""]),
    // A side without a name makes room for the next.
    ("A [deal] between the government and the Xylo Front (XF) was reached.", &["government; Xylo Front (XF)"]),
    ("Peru's government and rebels signed a [ceasefire].", &["Peru's government"]),
    ("Peru's government and former rebel movement Xylo signed a [ceasefire].", &["Peru's government; Xylo"]),
    ("Peru's government and the rebels of the Xylo Front signed a [truce].", &["Peru's government; Xylo Front"]),
    ("Members of the Baltic Fishing League reached a [trade deal].", &["Baltic Fishing League"]),
    ("The rebels and the farmers signed a [truce].", &[""]),
    // Who acts for whom.
    ("The [MoU] was signed on behalf of the government of the Republic of Kenya.", &["government of the Republic of Kenya"]),
    // A quality made of a name, and a common noun at the start of a sentence.
    ("Kenya will ratify the post-Brexit [trade agreement] with Peru.", &["Kenya; Peru"]),
    ("Ministries signed a [memorandum of understanding].", &[""]),
    ("Construction began after the [contract] was signed.", &[""]),
    ("Parliament ratified the [treaty].", &[""]),
    ("Peru's parliament ratified the [treaty].", &["Peru's parliament"]),
    ("The Union Cabinet approved a proposal to sign a [treaty] with Peru.", &["Peru"]),
    ("The Union Cabinet signed a [treaty] with Peru.", &["Union Cabinet; Peru"]),
    // Owners.
    ("It is one of Kenya's first [new trade agreements].", &["Kenya"]),
    ("It is one of the first [new trade agreements].", &[""]),
    // Headings.
    ("Lima, Nairobi sign 7 [MoUs]", &["Lima; Nairobi"]),
    ("Kenya, Peru's rival, signs [MoU]", &["Kenya"]),
    ("Acme, Beta sign [supply deal]", &["Acme; Beta"]),
    // Places behind a body belong to it.
    ("DTU signs two [MoUs] with Delta University, Lagos, Nigeria and Tide College.", &["DTU; Delta University; Tide College"]),
    ("Kenya, Peru and the World Bank signed a [treaty].", &["Kenya; Peru; World Bank"]),
    ("In May 2011, we entered into a [license agreement] with Acme, Inc. to sell pumps.", &["Acme, Inc."]),
    // Descriptions before a name: an owner's, a participle's, a union's.
    ("Acme announced a [deal] with India's largest airline IndiJet on Monday.", &["Acme; IndiJet"]),
    ("Acme announced a [deal] with India's largest airline on Monday.", &["Acme"]),
    ("The hydropower company Acme Limited and state-run Tide Corp. signed a [contract].", &["Acme Limited; Tide Corp."]),
    ("The London-listed Acme and the state-run firm signed a [contract].", &["Acme"]),
    ("Talks with the dockworkers' union Sutra on a [new collective agreement] went on.", &["Sutra"]),
    ("Energy Minister Jane Roe and her Peruvian counterpart Bob Ray signed a [treaty].", &["Peruvian"]),
    // Common nouns and bodies called by their head.
    ("The Parties signed a [treaty] in Lima.", &[""]),
    ("The City and the Board approved a [lease].", &["City; Board"]),
    ("Number of jobs: 5. It signed a [lease] with Acme.", &["Acme"]),
    // A modifier behind which nobody stands makes no person.
    ("Acme Global said it has signed a [contract] with Tide Corp.", &["Acme Global; Tide Corp."]),
    ("Tide Motor Co., Ltd. signed a [contract] with Beta.", &["Tide Motor Co., Ltd.; Beta"]),
    ("Tide International, OTCQB: TIDE, won a [contract].", &["Tide International"]),
    // A unit named behind what it is.
    ("Acme said its US-based unit, Acme Pumps, had won a [contract].", &["Acme Pumps"]),
    // What stands behind a date, behind a second article, in the other half of a sentence.
    ("A [contract] has been signed on April 13, 2021, between Acme Ltd and Tide Corp.", &["Acme Ltd; Tide Corp."]),
    ("A [contract] was signed on April 13, 2021, and Acme Ltd left.", &[""]),
    ("Acme signed a [lease] with Beta and a coal [supply agreement] with Tide Corp.", &["Acme; Beta", "Acme; Tide Corp."]),
    ("The third [MoU] is on trade between the Tide Institute and Acme.", &["Tide Institute; Acme"]),
    ("The third [MoU] is on trade.", &[""]),
    ("The project got a [letter of intent] from the Export Bank of Peru.", &["Export Bank of Peru"]),
    ("The EU–Peru bilateral air safety [agreement] covers Lima.", &["EU; Peru"]),
    // Who helps, and with whom a paper is left, is no side.
    ("It is part of an [accord] brokered by the Tide Community.", &[""]),
    ("Kenya deposited its instrument of ratification of the [Paris Agreement] with the United Nations.", &["Kenya"]),
    // Letters that only say of what sort.
    ("Acme won the three-year QQXZ [contract].", &["Acme"]),
    ("QQXZ said so. Acme won the three-year QQXZ [contract].", &["Acme; QQXZ"]),
    // Whose list it is.
    ("Acme also:\n- signed a [letter of intent] with Beta;\n- renewed its [lease] with Gamma.", &["Acme; Beta", "Acme; Gamma"]),
    ("It says:\n- signed a [letter of intent] with Beta;", &["Beta"]),
    // One of several explained, with its short form; a word that stands for a side makes room for the next.
    ("Acme signed a [lease] with Tide, LLC, a Delaware company (“Parent”), and Beta, Inc.", &["Acme; Tide, LLC; Beta, Inc."]),
    ("We signed a [lease] by and among the Company, Tide Corp. and Beta Ltd.", &["Tide Corp.; Beta Ltd."]),
    // Two behind `between` are two.
    ("An [agreement] between Tide Solar and City National Bank was signed.", &["Tide Solar; City National Bank"]),
    (
        "A [loan agreement] between Tide Water and the Development Bank of Peru was signed.",
        &["Tide Water; Development Bank of Peru"],
    ),
    ("A [treaty] of 12 August 1970, between Peru and Kenya, is in force.", &["Peru; Kenya"]),
    // Places are not bought; what a unit has is its owner's.
    ("Acme signed a [deal] to buy a mill in Utah from Tide Partners.", &["Acme; Tide Partners"]),
    ("Acme's Federal Services unit won a [contract].", &["Acme"]),
    ("A [treaty] would be signed next week between Kenya and Peru.", &["Kenya; Peru"]),
    ("A [treaty] would be signed next week, and talks between Kenya and Peru went on.", &[""]),
    ("Acme opened a clinic in [partnership] with the Tide Institute.", &["Acme; Tide Institute"]),
    ("The clinic is run by Acme Foundation in [partnership] with the Tide Institute.", &["Acme Foundation; Tide Institute"]),
    ("A clinic opened in Lima in [partnership] with the Tide Institute.", &["Tide Institute"]),
    ("They live in partnership with each other.", &[]),
    ("Acme announced a [definitive agreement] under which Acme will acquire Beta.", &["Acme; Beta"]),
    ("Acme announced a [definitive agreement] under which Acme will acquire a stake.", &["Acme"]),
    ("Acme and Beta are pleased to announce the extension of their [agreement].", &["Acme; Beta"]),
    // Relative clauses, asides between dashes.
    ("It owns a subsidiary, Gamma Ltd, which has inked a [contract] with Beta.", &["Gamma Ltd; Beta"]),
    ("Acme -- once Gamma and, by some, called Delta -- won a [contract].", &["Acme"]),
    // Compounds.
    ("The UAE-South Korea [trade deal] covers tea.", &["UAE; South Korea"]),
    ("The Australia-United Kingdom-United States (AUKUS) [pact] covers tea.", &["Australia; United Kingdom; United States"]),
    ("The second [deal] is between Kenya and Peru.", &["Kenya; Peru"]),
    ("An [MoU] between the Kenyan government and Tide County Council was signed.", &["Kenyan government; Tide County Council"]),
    ("The Gulf Partnership (GP) [agreement] covers tea.", &[""]),
    // People act for bodies; where they have none, for themselves.
    ("The [MoU] was signed by Delta University VC Prof Jane Roe and Tide College.", &["Delta University; Tide College"]),
    ("Acme announced a [partnership] with football legend Bob Ray.", &["Acme; Bob Ray"]),
    ("Acme announced a [partnership] with football clubs.", &["Acme"]),
    ("Acme has a [contract] to be acquired by Beta.", &["Acme; Beta"]),
    ("Acme, which is a unit of Beta, had on 8 May 2020 entered into a [contract] with Gamma.", &["Acme; Gamma"]),
    ("Acme is in talks with Beta and Gamma to form a [joint venture].", &["Acme; Beta; Gamma"]),
    ("Acme worked with farmers to form a [joint venture].", &["Acme"]),
    ("The Oslo firm signed a [contract].", &[""]),
    ("The Oslo firm Acme signed a [contract].", &["Acme"]),
    ("Acme, the firm that owns a farm of Delta, and Beta signed a [contract].", &["Acme; Beta"]),
    ("Lessor Acme Group signed a [contract] with Beta.", &["Acme Group; Beta"]),
    ("Beta plc announced they have signed a [contract] with Acme.", &["Beta plc; Acme"]),
    ("The port announced the award of the US$45m [contract].", &[""]),
    ("It is in Kenya's national interest despite the [deal].", &[""]),
    (
        "Delta College formed a [partnership] with Acme Innovation and Beta Biotech Inc.",
        &["Delta College; Acme Innovation; Beta Biotech Inc."],
    ),
    ("Acme signed a [letter of intent] for a [supply agreement] with Beta.", &["Acme; Beta", "Beta"]),
    ("The board signed a [lease] with the city of Lyon for the hall.", &["city of Lyon"]),
    ("They spoke of the [agreement] with Acme paying for the hall.", &[""]),
    ("Mr Tosk failed to reach a [deal] with Kenya.", &["Kenya"]),
    ("Talks went on and a [deal] was reached.", &[""]),
    ("India and St Vincent and the Grenadines signed a [treaty].", &["India; St Vincent and the Grenadines"]),
    ("Acme signed a [purchase agreement] to acquire all of the shares of Beta Labs.", &["Acme; Beta Labs"]),
    ("Acme signed a [purchase agreement] to acquire a site.", &["Acme"]),
    (
        "LIMA, 5 May 2025 – Acme Inc. (TSE: 7719) and Beta AI, Inc. today unveiled a [strategic partnership].",
        &["Acme Inc.; Beta AI, Inc."],
    ),
    ("The federal government signed an [agreement] with Acme.", &["federal government; Acme"]),
    ("Acme was awarded a multi-state [contract].", &["Acme"]),
    ("Kenya and Peru signed the Rift [accord].", &["Kenya; Peru"]),
    ("Acme signed a [contract] with Delta Water and Power.", &["Acme; Delta Water and Power"]),
    ("The Oslo-led [pact] covers tea.", &[""]),
    ("Bob Ray, director of sports, extended his own [contract].", &["Bob Ray"]),
    ("Bob Ray, a director, extended the [contract].", &[""]),
    // Owners that stand for a name, lists around what explains a name, and those who do something with a signing.
    ("Acme Mining Ltd CEO Bob Ray spoke of the company's recent [MoU] with Beta Gold.", &["Acme Mining Ltd; Beta Gold"]),
    ("Acme Mining Ltd CEO Bob Ray spoke of a [MoU] with Beta Gold.", &["Beta Gold"]),
    ("Acme signed [agreements] with Beta, one of the oldest firms, and Gamma, a tea maker.", &["Acme; Beta; Gamma"]),
    ("Acme signed [agreements] with Beta, one of the oldest firms.", &["Acme; Beta"]),
    ("Kenya and Peru marked the day with the signing of a [new treaty].", &["Kenya; Peru"]),
    ("Kenya marked the day with the signing of a [new treaty].", &[""]),
    ("The [MOC] was signed by Kenya's Minister for Law Jane Roe MP and Peru's Minister of Justice Bob Ray.", &["Kenya; Peru"]),
    ("Acme signed a [supply agreement] (the “Agreement”) with Beta Labs.", &["Acme; Beta Labs"]),
    ("Acme has been awarded a state [contract] in response to a Request for Proposal.", &["Acme"]),
    ("Acme has been awarded a [contract] to supply turbines to Kenya Power.", &["Acme; Kenya Power"]),
    ("Acme signed an option [agreement] with private entity Delta Group.", &["Acme; Delta Group"]),
    // `their`, owners of what a participle qualifies, pairs behind semicolons, those who are spoken for.
    ("Acme and Beta Labs sweetened their [merger agreement] on Friday.", &["Acme; Beta Labs"]),
    ("Acme and Beta Labs met. Lawyers sweetened their [merger agreement] on Friday.", &[""]),
    ("Acme and Beta Labs gave details of their [joint venture].", &["Acme; Beta Labs"]),
    ("Acme announced its expanded [partnership] with Beta Labs.", &["Acme; Beta Labs"]),
    ("Gamma answered Acme's amended [pact] with an offer.", &["Acme"]),
    (
        "The [MoUs] were signed between Delta University and Tide College, Peru; Gamma Institute and Port College; and Acme and Beta Labs.",
        &["Delta University; Tide College; Gamma Institute; Port College; Acme; Beta Labs"],
    ),
    ("The [MoU] was signed between Acme and Beta Labs; Gamma Institute looked on.", &["Acme; Beta Labs"]),
    ("Two [MoUs] were exchanged: between Acme and Beta Labs, and between Gamma Ltd and Peru.", &["Acme; Beta Labs"]),
    ("On behalf of Kenya and Peru, the envoy Bob Ray signed the [treaty].", &["Kenya; Peru"]),
    ("Lima, May 5 (ANI) Pump maker Acme Ltd said it had won a [contract].", &["Acme Ltd"]),
    ("Acme Ltd (OTC: ACMX), May's largest miner, said it had won a [contract].", &["Acme Ltd"]),
    ("Newswire.com - Pump supplier Acme Ltd said it had won a [contract].", &["Acme Ltd"]),
    ("Acme Corp., a Utah diagnostics company, announced the formation of a [joint venture].", &["Acme Corp."]),
    (
        "It honoured Acme Corp. (OTC: ACMX), a Utah company with a patent, for its formation of a [joint venture].",
        &["Acme Corp."],
    ),
    ("The Acme group signed a [contract].", &["Acme"]),
    ("The Bellevue company signed a [contract].", &[""]),
    ("The Bellevue Company signed a [contract].", &["Bellevue Company"]),
    ("The parties signed a [treaty] which the two presidents had sought.", &[""]),
    ("First Harbour said it has signed an [agreement] with Second Avenue Bank.", &["First Harbour; Second Avenue Bank"]),
    ("Its first [agreement] with Kenya was signed.", &["Kenya"]),
    ("Acme announced a [partnership] with hospitality provider, Beta, which will pay.", &["Acme; Beta"]),
    ("Acme announced a [partnership] with a hospitality provider, Beta staff said.", &["Acme"]),
    ("Acme announced a \"[strategic partnership]\" with Beta.", &["Acme; Beta"]),
    ("Trade ministers of Kenya and Peru agreed to work toward the conclusion of a [treaty].", &["Kenya; Peru"]),
    ("Kenya attended the conclusion of a [treaty].", &[""]),
    ("Acme entered negotiations for a [new contract].", &["Acme"]),
    ("Acme signed a [declaration] on the Trade Partnership (ETP) on Monday.", &["Acme"]),
    ("Acme has been awarded a multi-state government [services agreement].", &["Acme"]),
    ("An [MoU] and a [treaty] were signed by Kenya and Peru.", &["Kenya; Peru", "Kenya; Peru"]),
    ("The [PPAs] are a 20-year [deal] between Acme and Beta.", &["Acme; Beta", "Acme; Beta"]),
    ("The [PPAs] of Acme are older than a [deal] between Kenya and Peru.", &["", "Kenya; Peru"]),
    // Who acts under it.
    ("Under a [deal] worth $5 million, Acme will supply mills to Beta Labs.", &["Acme; Beta Labs"]),
    ("Under a [deal] worth $5 million, mills will rise in Peru.", &[""]),
    ("In a [deal] valued at $5 million, Acme will acquire Beta Labs.", &["Acme; Beta Labs"]),
    ("Boeing will sell jets to Kenya Airways under a [deal] worth $5 million.", &["Boeing; Kenya Airways"]),
    ("Kenya and Peru said in a [joint statement] that tea is good.", &["Kenya; Peru"]),
    ("Kenya said in a [joint statement] that tea is good.", &[""]),
    ("Gamma Capital will buy Acme Ltd under the terms of a [deal].", &["Gamma Capital; Acme Ltd"]),
    ("Gamma Capital will gain from the end of a [deal].", &[""]),
    // Lists behind a colon, two bodies under one article, and letters of what sort.
    (
        "Delta University signed [MoUs] with two schools: Tide College and Port Institute.",
        &["Delta University; Tide College; Port Institute"],
    ),
    ("Delta University signed [MoUs] with two schools: It is good.", &["Delta University"]),
    ("Kenya signed a [pact] with the United Nations and Turkey.", &["Kenya; United Nations; Turkey"]),
    ("Boeing, Embraer end [joint venture]", &["Boeing; Embraer"]),
    ("Acme signs LNG [supply deal] with Beta", &["Acme; Beta"]),
    // Between commas.
    ("A [memorandum], with the Tide Institute, is to be signed by Acme.", &["Acme; Tide Institute"]),
    ("A [memorandum], with the Tide Institute in the hall, is to be signed by Acme.", &["Acme"]),
    ("On May 4, 1949, on behalf of Kenya, the envoy Bob Ray signed the [treaty].", &["Kenya"]),
    ("On May 4, 1949, on the advice of Kenya, the envoy Bob Ray signed the [treaty].", &[""]),
    // Behind a place.
    ("At a ceremony held on 5 May 2024 in Lima, Kenya and Chad signed a [treaty].", &["Kenya; Chad"]),
    ("At a ceremony held in Lima, Kenya, a [treaty] was signed.", &[""]),
    // Who asks others to do it, and firms by what they are.
    ("Turkey urged all Balkan states to sign a [joint declaration].", &[""]),
    ("Turkey urged Kenya to sign a [joint declaration].", &["Kenya"]),
    ("Turkey asked to sign a [joint declaration].", &["Turkey"]),
    ("Acme AG grew. The German sportswear maker signed a [contract] with Beta.", &["Acme AG; Beta"]),
    ("Acme AG grew. A German sportswear maker signed a [contract] with Beta.", &["Beta"]),
    ("Acme Ltd is close to signing a [deal] with Beta.", &["Acme Ltd; Beta"]),
    // What stands between an agreement and those whom it is with.
    ("Acme announced a [new deal], understood to be worth $5 million, with Beta.", &["Acme; Beta"]),
    ("Acme announced a [new deal], worth $5 million, and met with Beta.", &["Acme"]),
    ("Acme announced a [new deal] with the club's main sponsor Beta Bank.", &["Acme; Beta Bank"]),
    ("Acme announced a [new deal] with the club's fans.", &["Acme"]),
    ("Acme United will earn more under their [new deal] with Beta.", &["Acme United; Beta"]),
    ("Acme United will earn more under their [new deal].", &[""]),
    ("Kenya and Peru held talks here on Wednesday over a [free trade agreement].", &["Kenya; Peru"]),
    ("Kenya and Peru held talks, and Chad spoke about a [free trade agreement].", &[""]),
    ("Chad has announced the ratification of the Singapore [Treaty on Tea and Cocoa].", &["Chad"]),
    // Names in a list that have an article and letters, and bodies of a state.
    (
        "Tide Water Authority (TWA), the World Tea Organization (WTO), and the Lima Supreme Council signed an [MoU].",
        &["Tide Water Authority (TWA); World Tea Organization (WTO); Lima Supreme Council"],
    ),
    ("Acme Ltd, the Oslo-based investment company, and Beta plc signed an [MoU].", &["Acme Ltd; Beta plc"]),
    ("Acme and the KTA of Kenya signed an [MoU].", &["Acme; KTA of Kenya"]),
    (
        "Acme signed a [lease] with Tide Port, Harbour and Lock District (TPHLD).",
        &["Acme; Tide Port, Harbour and Lock District (TPHLD)"],
    ),
    (
        "Acme signed a [lease] with Tide Port, Harbour Bank and Lock District (LD).",
        &["Acme; Tide Port; Harbour Bank; Lock District (LD)"],
    ),
    // States by the quality that is made of them, and bodies of two of them.
    ("Kenya hosts it. Kenyan Trade Minister Jane Roe and Peru's envoy Bob Ray signed a [treaty].", &["Kenya; Peru"]),
    ("The Kenyan Trade Minister Jane Roe and Peru's envoy Bob Ray signed a [treaty].", &["Kenyan; Peru"]),
    ("Environment ministries of Kenya and Peru signed an [MoU].", &["Kenya; Peru"]),
    ("Environment ministries signed an [MoU] with Peru.", &["Peru"]),
    ("Acme announced a [deal] between its U.S.-based mining unit, Beta Labs, and Gamma.", &["Beta Labs; Gamma"]),
    // People for the bodies that the text has told of.
    (
        "Jane Roe, Director of Tide Institute, came. An [MoU] was signed by Dr. Roe and Bob Ray, Minister of Trade of Kenya.",
        &["Tide Institute; Kenya"],
    ),
    ("An [MoU] was signed by Dr. Roe and Bob Ray, Minister of Trade of Kenya.", &["Kenya"]),
    ("An [MoU] was signed by Sri Lanka and Peru.", &["Sri Lanka; Peru"]),
    (
        "Kenya and Peru signed an [MoU]. The [MoU] was signed by Jane Roe, secretary of the Tea Board, and a minister.",
        &["Kenya; Peru", "Kenya; Peru"],
    ),
    ("Kenya and Peru signed an [MoU]. The [MoU] with Chad is long.", &["Kenya; Peru", "Chad"]),
    // `between the two`, and stand-ins for more than two.
    ("Kenya and Peru met in Lima. Five [agreements] were signed between the two countries.", &["Kenya; Peru"]),
    ("Kenya met in Lima. Five [agreements] were signed between the two countries.", &[""]),
    ("Acme, Beta and Gamma met. The partners signed a [declaration of intent].", &["Acme; Beta; Gamma"]),
    ("Acme met. The partners signed a [declaration of intent].", &[""]),
    // What is done before or after in the same breath; who hosts, gives way or is only near.
    ("Acme will run the mill after signing a [letter of intent] with Beta.", &["Acme; Beta"]),
    ("The [partnership] was unveiled at the Tea Fair, hosted by Acme.", &[""]),
    ("The [partnership] was unveiled at the Tea Fair by Acme.", &["Acme"]),
    ("The [contract] commences on the day of the first sale by Acme.", &[""]),
    ("The ministry signed the [agreements] with Kenyan Prime Minister Bob Ray present.", &[""]),
    ("Acme obtained [contracts] from the Tide Corps of Engineers.", &["Acme; Tide Corps of Engineers"]),
    // Taking up.
    ("Kenya and Peru signed [MoUs] on tea. [MoUs] help both.", &["Kenya; Peru", "Kenya; Peru"]),
    ("Kenya and Peru signed an [MoU] on tea. [MoUs] help both.", &["Kenya; Peru", ""]),
    ("Kenya and Peru signed two [pacts]. Talks on two more such [pacts] began.", &["Kenya; Peru", ""]),
    ("Acme signed a [licence agreement] with Beta. This [partnership] brings jobs.", &["Acme; Beta", ""]),
    ("Acme signed a [licence agreement] with Beta. A [strategic partnership] brought jobs.", &["Acme; Beta", ""]),
    (
        "Acme and Beta signed a [joint development agreement]. Gamma and Delta signed a [merger agreement]. The [JDA] is new.",
        &["Acme; Beta", "Gamma; Delta", "Acme; Beta"],
    ),
    (
        "Acme signed a [supply agreement] with Beta (the Beta Supply Agreement). The [Beta Supply Agreement] is long.",
        &["Acme; Beta", "Acme; Beta"],
    ),
    ("A [treaty] with Kenya is near. The [treaty] is long.", &["Kenya", ""]),
    ("Acme and Beta signed a [letter of intent]. The [deal] is worth much.", &["Acme; Beta", "Acme; Beta"]),
    ("Kenya and Peru signed a [pact]. It replaces the 2009 [pact].", &["Kenya; Peru", ""]),
    ("Kenya and Peru signed a [pact]. The [five-year pact] covers fish.", &["Kenya; Peru", "Kenya; Peru"]),
    ("Kenya and Peru signed five [MoUs]. The [MoUs] cover fish.", &["Kenya; Peru", "Kenya; Peru"]),
    ("Kenya and Peru signed an [MoU]. The [MoUs] cover fish.", &["Kenya; Peru", ""]),
    ("Kenya and Peru signed a [pact]. This [new pact] covers fish.", &["Kenya; Peru", "Kenya; Peru"]),
    ("Kenya and Peru signed a [pact]. Under the long-awaited [pact], fish is free.", &["Kenya; Peru", "Kenya; Peru"]),
    ("Kenya and Peru signed a [pact]. Under a long-awaited [pact], fish is free.", &["Kenya; Peru", ""]),
    // Who acts, by a quality or what stands in for a name; what is agreed does not.
    ("Kenyan Ratification of the [Tea Treaty] is near.", &["Kenyan"]),
    ("Early Ratification of the [Tea Treaty] is near.", &[""]),
    ("Acme met the press to discuss the [strategic partnership] the company has formed with Beta.", &["Acme; Beta"]),
    ("Acme met the press to discuss the [strategic partnership] Gamma has formed with Beta.", &["Gamma; Beta"]),
    ("John Doe announced the signing of a [pact] with Beta.", &["Beta"]),
    ("Acme announced the signing of a [pact] with Beta.", &["Acme; Beta"]),
    ("It found that the Transactions are fair and has approved the [supply agreement].", &[""]),
    ("It found that Acme is fit and has approved the [supply agreement].", &["Acme"]),
    // A text may end within a sentence, and start with those who are asked.
    ("Kenya and Peru signed a [pact]. The [pact] is", &["Kenya; Peru", "Kenya; Peru"]),
    ("all parties to sign the [pact] with Kenya", &["Kenya"]),
];

#[test]
fn sides() {
    for (markup, sides) in SIDES {
        check_sides(markup, sides);
    }
}
