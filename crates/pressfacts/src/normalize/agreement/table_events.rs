//! Sentences over what happens to agreements, and whether it has, where the verb is not right beside them.

use crate::testing::{check_agreement_rows, check_no_agreement};

/// Sentence with the mention in brackets; kind, action and status; sides.
const READ: &[(&str, &str, &str)] = &[
    ("The vote brings the [treaty] into force.", "treaty enter_into_force done", ""),
    ("The vote brings the [treaty] to an end.", "treaty", ""),
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
    ("Under a current parts [contract] with the navy, Acme has been awarded an order.", "contract", ""),
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
    ("They praised the [lease], both signed and sealed.", "contract sign done", ""),
];

#[test]
fn what_is_read() {
    check_agreement_rows(READ);
}

#[test]
fn what_is_no_agreement() {
    check_no_agreement(&[
        "The award went to a dealer.",
        "The New Deal was a programme of the 1930s.",
        "The firm passed a test.",
        "The vote brings them into force.",
    ]);
}
