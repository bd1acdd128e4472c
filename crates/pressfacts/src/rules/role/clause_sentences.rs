//! Sentences on people in several clauses, lists and blocks, with a near miss by each hit.

use crate::testing::check_roles;

#[test]
fn the_next_clause() {
    check_roles(
        "Ann Lee joined from Acme.  Ann Lee was counsel at Acme for ten years and served as dean of Harbour College.",
        &["Ann Lee | counsel | Acme", "Ann Lee | dean | Harbour College"],
    );
    check_roles("Ann Lee was counsel at Acme for ten years and hired a dean of Harbour College.", &["Ann Lee | counsel | Acme"]);
    check_roles(
        "Ann Lee was director of Acme before becoming governor of Elbonia.",
        &["Ann Lee | director | Acme", "Ann Lee | governor | Elbonia"],
    );
    check_roles("Ann Lee will step down as mayor of Oslo.", &["Ann Lee | mayor | Oslo"]);
    check_roles("Ann Lee took the oath of office as governor of Elbonia.", &["Ann Lee | governor | Elbonia"]);
    check_roles("Ann Lee took the oath of office before the governor of Elbonia.", &[]);
    check_roles("Ann Lee has agreed to serve as dean of Harbour College.", &["Ann Lee | dean | Harbour College"]);
    check_roles("Ann Lee was elected by the General Assembly as president of Elbonia.", &["Ann Lee | president | Elbonia"]);
    check_roles(
        "Jane Miller, chair of law at Acme College; chief of staff at Harbour Clinic and dean of Vale School, came.",
        &[
            "Jane Miller | chair of law | Acme College",
            "Jane Miller | chief of staff | Harbour Clinic",
            "Jane Miller | dean | Vale School",
        ],
    );
}

#[test]
fn joining() {
    check_roles(
        "Former governor Ann Lee joined Hill and Vale as the firm's adviser for trade.",
        &["Ann Lee | Former governor", "Ann Lee | adviser for trade | Hill and Vale"],
    );
    check_roles("Former governor Ann Lee joined Hill and Vale.", &["Ann Lee | Former governor"]);
    check_roles("Ann Lee joins Acme in Oslo as director.", &["Ann Lee | director | Acme"]);
}

#[test]
fn appointments() {
    check_roles(
        "Acme announced the appointment of Rado Vlk, as Executive Director, Medical Affairs.",
        &["Rado Vlk | Executive Director, Medical Affairs | Acme"],
    );
    check_roles(
        "Acme named Ann Lee CFO and Rado Vlk senior scientist.",
        &["Ann Lee | CFO | Acme", "Rado Vlk | senior scientist | Acme"],
    );
    check_roles("Acme named Ann Lee CFO and Rado Vlk left.", &["Ann Lee | CFO | Acme"]);
    check_roles(
        "Elbonian President Rado Vlk appointed Ann Lee as a new governor.",
        &["Rado Vlk | President | Elbonian", "Ann Lee | governor"],
    );
    check_roles(
        "Acme announced the appointment of Ann Lee as Senior Robotics Scientist.",
        &["Ann Lee | Senior Robotics Scientist | Acme"],
    );
    check_roles("Senior Robotics Scientist Ann Lee came.", &[]);
}

#[test]
fn several_people() {
    check_roles(
        "The deputy governors are Jane Miller, Bob Carter and Rado Vlk.",
        &["Jane Miller | deputy governors", "Bob Carter | deputy governors", "Rado Vlk | deputy governors"],
    );
    check_roles("The deputy governors are Acme, Beta and Gamma.", &[]);
    check_roles(
        "Ann Lee and Bob Ray have been appointed as directors of Acme.",
        &["Ann Lee | directors | Acme", "Bob Ray | directors | Acme"],
    );
    check_roles("Ann Lee and Bob Ray have been to Acme.", &[]);
    check_roles("Senators Ann Lee, D-Ore., and Bob Ray, R-Ohio, came.", &["Ann Lee | Senators", "Bob Ray | Senators"]);
    check_roles(
        "Ann Lee (FL-21), Bob Ray (MI-14), and Jane Miller (CA-14), co-chairs of the Harbour Caucus, came.",
        &[
            "Ann Lee | co-chairs | Harbour Caucus",
            "Bob Ray | co-chairs | Harbour Caucus",
            "Jane Miller | co-chairs | Harbour Caucus",
        ],
    );
    check_roles(
        "critics Ewan Carter (Leith Review) and Ann Lee (Oslo Institute) came.",
        &["Ewan Carter | critics | Leith Review", "Ann Lee | critics | Oslo Institute"],
    );
    check_roles(
        "It was signed by Senate Democratic Leader Ann Lee, D-N.Y., Assistant Democratic Leader Jane Miller, D-Wash., and others.",
        &["Ann Lee | Democratic Leader | Senate", "Jane Miller | Assistant Democratic Leader"],
    );
}

#[test]
fn blocks() {
    check_roles(
        "Rado Vlk Senior Vice President of Sales 281.660.1815 rado@acme.example\n",
        &["Rado Vlk | Senior Vice President of Sales"],
    );
    check_roles("Rado Vlk Senior Vice President of Sales and others\n", &[]);
    check_roles(
        "Her Excellency Grietje \"Margriet Vonno\" Lander\nAmbassador-designate of Elbonia\n",
        &["Grietje \"Margriet Vonno\" Lander | Ambassador-designate | Elbonia"],
    );
}

#[test]
fn bodies_with_words_in_small_letters() {
    check_roles(
        "Tran Van Anh, Deputy Secretary of the provincial Harbour Committee, Chairman of the provincial People's Council, came.",
        &[
            "Tran Van Anh | Deputy Secretary | provincial Harbour Committee",
            "Tran Van Anh | Chairman | provincial People's Council",
        ],
    );
    check_roles("Igor Lup, speaker of Elbonia's parliament, came.", &["Igor Lup | speaker | Elbonia's parliament"]);
    check_roles("Igor Lup, speaker of Elbonia's great debates, came.", &["Igor Lup | speaker | Elbonia"]);
    check_roles("Ann Lee, head of the committee's Harbour Commission, came.", &["Ann Lee | head | Harbour Commission"]);
    check_roles("Ann Lee, president of the San Diego company, came.", &["Ann Lee | president | San Diego company"]);
    check_roles("Ann Lee, the former U.S. secretary of energy, came.", &["Ann Lee | secretary of energy | U.S."]);
}

#[test]
fn bodies_in_full() {
    check_roles("Ann Lee, head of the Victoria and Carter Museum, came.", &["Ann Lee | head | Victoria and Carter Museum"]);
    check_roles("Ann Lee, head of Victoria, and Carter Museum came.", &["Ann Lee | head | Victoria"]);
    check_roles("Ann Lee, manager, Acme (Thailand) Co., Ltd., came.", &["Ann Lee | manager | Acme (Thailand) Co., Ltd."]);
    check_roles(
        "Ann Lee, dean of the University of Alabama at Birmingham, came.",
        &["Ann Lee | dean | University of Alabama at Birmingham"],
    );
    check_roles(
        "Ann Lee, dean of the School of Law at Harbour University, came.",
        &["Ann Lee | dean | School of Law at Harbour University"],
    );
    check_roles(
        "Special Agent in Charge Rado Vlk, Oslo Field Office, came.",
        &["Rado Vlk | Special Agent in Charge | Oslo Field Office"],
    );
    check_roles("Special Agent in Charge Rado Vlk, Oslo, came.", &["Rado Vlk | Special Agent in Charge"]);
    check_roles(
        "General Director of the Elbonia Oil and Gas Group (Petroelbonia) Nguyen Van Anh came.",
        &["Nguyen Van Anh | General Director | Elbonia Oil and Gas Group (Petroelbonia)"],
    );
    check_roles("Ann Lee, Chair for Program Year 2026, came.", &["Ann Lee | Chair"]);
    check_roles("Acme Therapeutics CEO, Ann Lee, came.", &["Ann Lee | CEO | Acme Therapeutics"]);
    check_roles("New Acme president Ann Lee came.", &["Ann Lee | president | Acme"]);
}

#[test]
fn spells_and_owners() {
    check_roles("Jane Smith served for 10 years as president of Harbour College.", &["Jane Smith | president | Harbour College"]);
    check_roles("Jane Smith served for 10 years with the president of Harbour College.", &[]);
    check_roles("Bob Carter has been hired to lead the team as director of sales.", &["Bob Carter | director of sales"]);
    check_roles("Mr. Li Wei will be posted to Geneva as Consul General.", &["Li Wei | Consul General"]);
    check_roles("Bob Carter, formerly of Beta, joins as CTO.", &["Bob Carter | CTO"]);
    check_roles("Acme has tapped Bob Carter to serve as its first Chief AI Officer.", &["Bob Carter | Chief AI Officer | Acme"]);
    check_roles("Joining Acme as chief scientist is Dr. Jane Smith.", &["Jane Smith | chief scientist | Acme"]);
    check_roles("Acme’s Jane Smith, Vice President of Sales, said so.", &["Jane Smith | Vice President of Sales | Acme"]);
    check_roles("Tinsdale’s UK marketing director, Jane Smith, said so.", &["Jane Smith | UK marketing director | Tinsdale"]);
    check_roles("Tinsdale’s Group Chief Executive, Jane Smith, said so.", &["Jane Smith | Group Chief Executive | Tinsdale"]);
    check_roles(
        "Jane Smith leads it. As the new director of sales, Smith will do so. Jane Smith, dean of Acme.",
        &["Smith | director of sales", "Jane Smith | dean | Acme"],
    );
    check_roles("Rado Vlk, counsel in the arbitration group, came.", &["Rado Vlk | counsel"]);
}

#[test]
fn several_offices() {
    check_roles(
        "Chairman of Acme Steel and Director of Beta Power Rajesh Gupta spoke.",
        &["Rajesh Gupta | Chairman | Acme Steel", "Rajesh Gupta | Director | Beta Power"],
    );
    check_roles(
        "The President of Elbonia Ann Lee and Director of Beta Power Rajesh Gupta spoke.",
        &["Ann Lee | President | Elbonia", "Rajesh Gupta | Director | Beta Power"],
    );
    check_roles("Rajesh Gupta, Managing Director Acme Steel, spoke.", &["Rajesh Gupta | Managing Director | Acme Steel"]);
    check_roles(
        "Dr. Rafia Khatun, Secretary, Ministry of Science and Technology of Pakistan, spoke.",
        &["Rafia Khatun | Secretary | Ministry of Science and Technology of Pakistan"],
    );
    check_roles("former Solicitor General Lord Ashby of Wye came.", &["Lord Ashby of Wye | former Solicitor General"]);
    check_roles("Lord Ashby, chair of Wye, came.", &["Ashby | chair | Wye"]);
    check_roles(
        "For more:\nJane Smith\nAcme Foundation\nDirector of Communications\n",
        &["Jane Smith | Director of Communications | Acme Foundation"],
    );
}
