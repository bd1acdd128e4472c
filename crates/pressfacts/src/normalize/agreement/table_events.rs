//! Sentences over what happens to agreements, and whether it has, where the verb is not right beside them.

use crate::testing::{check_agreement_rows, check_agreements, check_no_agreement};

/// Sentence with the mention in brackets; kind, action and status; sides.
const READ: &[(&str, &str, &str)] = &[
    ("The vote brings the [treaty] into force.", "treaty enter_into_force done", ""),
    ("The vote brings the [treaty] to an end.", "treaty", ""),
    ("The board voted 12-3 to approve the [lease].", "contract ratify done", ""),
    ("Workers voted in a secret ballot on Sunday to ratify the [contract].", "contract ratify done", ""),
    ("Workers will vote on Sunday to ratify the [contract].", "contract ratify planned", ""),
    ("Workers rejected the favourable [interim agreement].", "agreement negated", ""),
    ("Acme is seeking growth after ending its [partnership] with Beta.", "partnership terminate done", "Acme; Beta"),
    ("The signing of the [MoU] will help the two sides.", "memorandum sign done", ""),
    ("The signing of the [MoU] will take place in May.", "memorandum sign planned", ""),
    ("Talks on a [grant agreement] with Peru are to begin in May.", "contract negotiate planned", "Peru"),
    ("They met on concluding the [proposed trade agreement].", "agreement conclude planned", ""),
    ("The [agreement] has been reviewed and approved by the council.", "agreement ratify done", ""),
    ("The [deal] ends the war.", "agreement", ""),
    ("The [deal] ends this month.", "agreement terminate planned", ""),
    ("Kenya is hopeful of signing two more such [pacts].", "agreement sign planned", "Kenya"),
    ("Kenya signed an “immediate ceasefire” [deal] with Peru.", "agreement sign done", "Kenya; Peru"),
    ("Peru acceded to the [Treaty on the Law of Trademarks] on Monday.", "treaty accede done", "Peru"),
    ("This [contract] includes a lease.", "contract", ""),
    ("Acme signed the ninth [addendum] to the concession contract.", "contract sign done", "Acme"),
    ("Peru and Acme signed on Tuesday five [agreements].", "agreement sign done", "Peru; Acme"),
    ("Peru on Tuesday saw five [agreements].", "agreement", ""),
    ("They welcomed the signing by Kenya and Peru of the [interim agreement].", "agreement sign done", "Kenya; Peru"),
    ("The text is an extension of a [bilateral agreement].", "agreement", ""),
    ("Acme and Beta have come to terms on a [power purchase agreement].", "contract conclude done", "Acme; Beta"),
    ("Acme reached financial close under a tolling [agreement].", "agreement", "Acme"),
    ("Acme signed over twenty [agreements].", "agreement sign done", "Acme"),
    ("Firms will share in a $2.5 billion [contract].", "contract", ""),
    ("Acme reached a [settlement] with the Tide Agency.", "agreement conclude done", "Acme; Tide Agency"),
    ("Kenya became the tenth country to ratify the [treaty].", "treaty ratify done", "Kenya"),
    ("Kenya is the tenth country to sign the [treaty].", "treaty sign planned", "Kenya"),
    ("Kenya and Peru are parties to the [treaty].", "treaty accede done", "Kenya; Peru"),
    ("Kenya is a party to the [treaty] signed by Peru.", "treaty sign done", "Peru"),
    // Rows of the dossier's table that had no sentence.
    ("Kenya and Peru issued a [joint communiqué].", "declaration announce done", "Kenya; Peru"),
    ("Kenya signed [BITs] with Peru and Chile.", "treaty sign done", "Kenya; Peru; Chile"),
    ("The Kenya-Peru [FTA] came into force on Monday.", "agreement enter_into_force done", "Kenya; Peru"),
    ("Kenya violated the [ceasefire].", "agreement terminate done", "Kenya"),
    ("Kenya drafted a [treaty] with Peru.", "treaty negotiate done", "Kenya; Peru"),
    ("They are drafting a [protocol].", "treaty negotiate planned", ""),
    ("Acme signed [heads of terms] with Beta.", "agreement sign done", "Acme; Beta"),
    ("The [licence agreement] was revoked.", "contract terminate done", ""),
    ("The [MoU] signing ceremony took place in Lima.", "memorandum sign done", ""),
    ("The “[peace accord]” was effective on Sunday.", "agreement enter_into_force done", ""),
    ("The parliament of Kenya passed a [trade agreement] with Peru.", "agreement ratify done", "parliament of Kenya; Peru"),
    ("Kenya is ready to sign the [economic and trade agreement] with Peru.", "agreement sign planned", "Kenya; Peru"),
    ("Kenya hadn't signed the 2018 [peace deal].", "agreement sign negated", "Kenya"),
    ("Acme inked yet another [deal] with Beta.", "agreement sign done", "Acme; Beta"),
    ("To mark the [treaty], the council, among others, adopted a budget.", "treaty", ""),
    ("The point of the [treaty] is that the war should end.", "treaty", ""),
    ("The ministry announced the award of the [contract].", "contract award done", ""),
    ("Acme will set up a [joint venture] with Beta.", "partnership conclude planned", "Acme; Beta"),
    ("Acme set up a [joint venture] with Beta.", "partnership conclude done", "Acme; Beta"),
    ("They met through the [trilateral pact] and continued close talks.", "agreement", ""),
    ("With 200 endorsement [agreements], Acme leads.", "agreement", ""),
    ("The terms of the [deal] were not disclosed.", "agreement", ""),
    ("Acme announced a “record-breaking” kit [partnership] with Beta.", "partnership announce done", "Acme; Beta"),
    ("Acme will form a 50:50 [joint venture] with Beta.", "partnership conclude planned", "Acme; Beta"),
    ("Acme and Beta were able to reach a [tentative agreement].", "agreement conclude done", "Acme; Beta"),
    ("Acme and Beta hope to reach a [tentative agreement].", "agreement conclude planned", "Acme; Beta"),
    ("Acme signed a two-and-a-half-year [contract] with Beta.", "contract sign done", "Acme; Beta"),
    ("Acme and Beta entered into [Purchase Agreement II].", "contract conclude done", "Acme; Beta"),
    ("The workers approved a [new contract].", "contract ratify done", ""),
    ("Kenya and Peru signed a [trade deal] known as CETA.", "agreement sign done", "Kenya; Peru"),
    (
        "AGSA is in talks with Peru's Cámara del Sello on an [accord].",
        "agreement negotiate done",
        "AGSA; Peru's Cámara del Sello",
    ),
    ("Acme launched a new five-year, [broad collaboration] with Beta.", "partnership conclude done", "Acme; Beta"),
    ("Acme signed an enhanced [memorandum of understanding] with Beta.", "memorandum sign done", "Acme; Beta"),
    ("Kenya has shelved a [treaty] with Peru.", "treaty terminate done", "Kenya; Peru"),
    ("The US pulled out in 2017 of the [Paris Agreement].", "treaty terminate done", "US"),
    ("The process led to the [deal] being put into force.", "agreement enter_into_force done", ""),
    ("The [deal] will be “provisionally applied” in May.", "agreement implement planned", ""),
    ("Kenya approved an array of [treaties] with Peru.", "treaty ratify done", "Kenya; Peru"),
    ("The council gave its nod for signing a [treaty] with Peru.", "treaty sign planned", "Peru"),
    ("Acme can announce a [partnership] with Beta.", "partnership announce done", "Acme; Beta"),
    ("It allows the signing, on behalf of Kenya, of a [treaty].", "treaty sign done", "Kenya"),
    ("The [treaty] will apply provisionally from May.", "treaty implement planned", ""),
    ("No [deal] was reached.", "agreement conclude negated", ""),
    ("Under a current parts [contract] with the navy, Acme has been awarded an order.", "contract", "Acme"),
    ("A current parts [contract] with Beta has been awarded.", "contract award done", "Beta"),
    ("The jobs were made in the former [pact].", "agreement", ""),
    ("Their dispute concerns a [treaty] on borders, which the two presidents signed last May.", "treaty sign done", ""),
    ("Gamma Corp., a [joint venture] of Acme and Beta, extended its offer.", "partnership", ""),
    ("Talks with the union Gamma on a [new agreement] ended.", "agreement negotiate done", "Gamma"),
    ("The union settled a [four-year contract] for its members.", "contract conclude done", ""),
    ("The union settled in a new hall when the [contract] ended.", "contract terminate done", ""),
    ("Kenya and Peru signed at least fourteen [agreements].", "agreement sign done", "Kenya; Peru"),
    ("Kenya and Peru signed five papers, including a [treaty] on tea.", "treaty sign done", "Kenya; Peru"),
    ("Kenya and Peru signed papers and discussed a paper, including a [treaty] on tea.", "treaty negotiate done", "Kenya; Peru"),
    ("At the end of the meeting ten [agreements] lay there.", "agreement", ""),
    ("The [merger agreement] requires that the offer expires in May.", "contract", ""),
    ("It replaces a [contract] that expired in May.", "contract terminate done", ""),
    ("It works through an [agreement] with Kenya, which was last renewed in 2014.", "agreement renew done", "Kenya"),
    ("The result was signing of a [joint statement].", "declaration sign done", ""),
    ("Kenya has been signing [treaties] every week.", "treaty sign done", "Kenya"),
    ("Kenya is signing a [treaty].", "treaty sign planned", "Kenya"),
    ("Negotiations for an [agreement] with Kenya are expected to end.", "agreement negotiate planned", "Kenya"),
    ("Acme granted Beta an [exclusive worldwide license].", "contract award done", "Acme; Beta"),
    ("Acme announced details of a [treaty] with Kenya.", "treaty announce done", "Acme; Kenya"),
    ("The [new agreement] ended.", "agreement terminate done", ""),
    ("The committee voted 4-1 to award a [contract] to Acme.", "contract award done", "Acme"),
    ("The committee plans to award a [contract] to Acme.", "contract award planned", "Acme"),
    ("Acme took a step towards growth by signing a [contract] with Beta.", "contract sign done", "Acme; Beta"),
    ("Acme moves towards signing a [contract] with Beta.", "contract sign planned", "Acme; Beta"),
    ("The termination of the [lease] will not affect jobs.", "contract terminate planned", ""),
    ("The signing of the [lease] did not take place.", "contract sign negated", ""),
    ("Jane Roe revealed that the [MoU] covers tea.", "memorandum", ""),
    ("Jane Roe revealed the [MoU] on tea.", "memorandum announce done", "Jane Roe"),
    ("On May 5 Acme entered into an Amended and [Restated License Agreement] with Beta.", "contract conclude done", "Acme; Beta"),
    ("Acme entered into a Distributor and [License Agreement] with Beta.", "contract conclude done", "Acme; Beta"),
    ("The [MoU], first signed in 2007, covers tea.", "memorandum sign done", ""),
    ("The [MoU], first of its sort, covers tea.", "memorandum", ""),
    ("Acme breached its [contract] with Beta.", "contract terminate done", "Acme; Beta"),
    ("Kenya and Peru signed two [BITs] in May.", "treaty sign done", "Kenya; Peru"),
    ("Kenya is a signatory to the [Geneva Convention].", "treaty sign done", "Kenya"),
    ("Kenya and Peru issued a [joint communiqué] on Friday.", "declaration announce done", "Kenya; Peru"),
    ("They praised the [lease], both signed and sealed.", "contract sign done", ""),
    // What is said of it behind a participle.
    ("The [ceasefire agreement] brokered by Peru took effect on Monday.", "agreement enter_into_force done", ""),
    ("The [ceasefire agreement] brokered by Peru and others holds.", "agreement conclude done", ""),
    ("The [contract] reached in May was ratified on Monday.", "contract ratify done", ""),
    ("The [contract] reached in May, which was signed by hand, holds.", "contract conclude done", ""),
    ("Under a [deal] worth $5 million announced last week, Acme will build.", "agreement announce done", "Acme"),
    ("Under a [deal] worth $5 million Acme announced a road.", "agreement", ""),
    ("They recalled the [agreement], whose renewal they announced.", "agreement renew done", ""),
    ("They recalled the [agreement], whose terms they announced.", "agreement", ""),
    ("The [treaty] was opened for signature in 1971.", "treaty sign done", ""),
    ("The [treaty] was opened by hand in 1971.", "treaty", ""),
    // What is talked of, and what the talks are to bring about.
    ("They discussed the [partnership] with Beta.", "partnership", "Beta"),
    ("They met to discuss the [partnership] the company has formed with Beta.", "partnership conclude done", "Beta"),
    ("They discussed a [partnership] with Beta.", "partnership negotiate done", "Beta"),
    ("Kenya was negotiating with the Tide Agency for a [lease].", "contract negotiate done", "Kenya; Tide Agency"),
    ("Kenya was dining with the Tide Agency for a [new lease].", "contract", ""),
    // Whether it has happened.
    ("Kenya became the 60th country to accede to the [treaty].", "treaty accede done", "Kenya"),
    ("Kenya plans for 60 states to accede to the [treaty].", "treaty accede planned", "Kenya"),
    ("They meet ahead of the first anniversary of the entry into force of the [treaty].", "treaty enter_into_force done", ""),
    ("They meet ahead of the entry into force of the [treaty].", "treaty enter_into_force planned", ""),
    ("The talks will lead to a [treaty].", "treaty planned", ""),
    ("The talks led to a [treaty].", "treaty", ""),
    ("Members voted down the [tentative agreement].", "agreement negated", ""),
    ("They met through the [trilateral partnership] and continued close talks.", "partnership", ""),
    ("The [partnership] continued in May.", "partnership extend done", ""),
    ("The [peace deal] was narrowly rejected by voters.", "agreement negated", ""),
    ("The [peace deal] was narrowly praised by voters.", "agreement", ""),
    ("Under the [peace deal], claims were rejected by voters.", "agreement", ""),
    ("Rebels were set to ink the latest version of a [truce] that would have ended years of war.", "agreement sign planned", ""),
    ("Rebels met in the latest version of a [peace deal].", "agreement", ""),
    ("The [truce] that they signed ended in May.", "agreement sign done", ""),
    ("The 48-hour [ceasefire] between forces first went into effect in May.", "agreement enter_into_force done", ""),
    ("The first [ceasefire] is the first end to the war.", "agreement", ""),
    ("Acme has been awarded a five-year, $50 million [contract] by Beta.", "contract award done", "Acme; Beta"),
    ("Acme has awarded five prizes, a $50 million [contract] and more.", "contract", ""),
    ("The vote for the New Amended [Collective Agreement] was long.", "agreement", ""),
    ("The vote for the newly amended [collective agreement] was long.", "agreement amend done", ""),
    ("The Senate gave its advice and consent to the [treaty].", "treaty ratify done", "Senate"),
    ("The Senate gave its advice to the [treaty] bodies.", "treaty", ""),
    ("Acme has agreed a long extension of its [partnership].", "partnership extend done", "Acme"),
    ("Acme has agreed to an extension of its [partnership].", "partnership extend planned", "Acme"),
    ("Acme left Beta, bringing to an end a long [partnership].", "partnership terminate done", "Acme"),
    ("The fee is due upon execution of the [licence agreement].", "contract sign done", ""),
    ("The fee is due during execution of the [licence agreement].", "contract implement done", ""),
    ("They spoke of a further extension of the grain [deal], instead of its end.", "agreement extend done", ""),
    ("The extension of the grain [deal] fell through.", "agreement extend negated", ""),
    ("Talks failed to produce a [joint declaration].", "declaration negated", ""),
    ("Talks failed to honour the [joint declaration].", "declaration implement negated", ""),
    ("We anticipate signing of the [contract] next week.", "contract sign planned", ""),
    ("The [class action settlement] against Acme was long.", "agreement", ""),
];

#[test]
fn what_is_read() {
    check_agreement_rows(READ);
}

#[test]
fn what_a_dash_names() {
    let kinds = ["treaty"; 3];
    let text = "Kenya is to ratify two [treaties] on tea—the [Tea Leaf Treaty] and the [Tea Cup Treaty].";
    check_agreements(text, &kinds);
    check_events(text, &["ratify", "ratify", "ratify"]);
    check_events("They met at the MoU and treaty signing.", &["sign", "sign"]);
    check_events("Kenya is to ratify a treaty—the Tea Cup Treaty is long.", &["ratify", "-"]);
}

/// What happens to each of the text's agreements.
#[track_caller]
fn check_events(markup: &str, actions: &[&str]) {
    let text = markup.replace(['[', ']'], "");
    let found = crate::Extractor::default().extract(&text).agreements;
    let action = |action| serde_json::to_value(action).expect("a name").as_str().unwrap_or("-").to_owned();
    let read: Vec<String> = found.iter().map(|agreement| action(agreement.action)).collect();
    assert_eq!(read, actions, "{text}");
}

#[test]
fn what_is_no_agreement() {
    check_no_agreement(&[
        "The award went to a dealer.",
        "They must implement action protocols.",
        "The New Deal was a programme of the 1930s.",
        "The firm passed a test.",
        "The vote brings them into force.",
    ]);
}
