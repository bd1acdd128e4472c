//! What a claim measures: a table of clauses, by their shapes.

use crate::testing::check_statistics_by;

#[track_caller]
fn check(markup: &str, subjects: &[&str]) {
    check_statistics_by(markup, |statistic| statistic.subject.clone().unwrap_or_default(), subjects);
}

#[test]
fn the_phrase_before_the_verb() {
    check("The number of ferries in Oslo has surged by [40%] since 2021.", &["The number of ferries in Oslo"]);
    check("She added that milk output grew [3%].", &["milk output"]);
    check("The farm was sold for [$3 million] and the mill was valued at [$2 million].", &["The farm", "the mill"]);
    check("The town, with tourism revenue surging [9%], is busy.", &["tourism revenue"]);
    check("Last year the port grew by [3%].", &["the port"]);
    check("Revenue rose [8%] year on year (real growth [5%]).", &["Revenue", "Revenue"]);
}

#[test]
fn what_changes_is_told_by_its_preposition() {
    check("It saw a [22.5%] year-on-year increase in valid patents.", &["valid patents"]);
    check("Frost would raise heating costs by [30 percent].", &["heating costs"]);
    check("Costs [halved].", &["Costs"]);
}

#[test]
fn a_sentence_without_telling_words_measures_nothing() {
    check("Sales rose. From [5% to 6%].", &[""]);
    check("Sales rose. They were at [5%].", &["Sales"]);
}

#[test]
fn shares_and_sums() {
    check("They have to repay [6%] of the student loans.", &["student loans"]);
    check("Corporate firms (all of them) represent [64%] of total enterprises.", &["Corporate firms (all of them)"]);
    check("The bank made a bid of [over €3 million].", &["bid"]);
    check("It provided [2 billion yuan] in secured loans.", &["secured loans"]);
    check("They signed a memorandum of understanding worth [$5 million].", &["memorandum of understanding"]);
}

#[test]
fn things_of_a_rate() {
    check("There were [8 patents for every 100 people] and [3.2 per 1,000 births].", &["patents", ""]);
}

#[test]
fn a_subject_is_a_noun_phrase_or_nothing() {
    check("Coastal states on Friday cut the catch by [3%].", &["catch"]);
    check("Costs fell and exports rose by [3%].", &["exports"]);
    check("The deal, which must still be approved, limits the catch to [390,000 tons].", &["catch"]);
}

#[test]
fn what_the_number_describes() {
    check("The board approved a [€1.1 billion] heating scheme.", &["heating scheme"]);
    check("A [17-mile] chase; they bought a [35 percent] stake in it.", &["chase", "stake"]);
    check("Crews made [34%] fewer dosing errors.", &["dosing errors"]);
    check("Of the nurses, [60%] live in towns.", &["nurses"]);
}

#[test]
fn labels_and_parentheses() {
    check("Site (floor area: [86,000 m²]) in Oslo", &["floor area"]);
    check("They said: [40%] agreed.", &[""]);
    check("It grew on wheat (up [$39 million]) and barley (down [$2 million]).", &["wheat", "barley"]);
    check("The most common reason was rent ([38%]).", &["The most common reason"]);
    check("The jobless rate, [3.9 percent], fell again.", &["jobless rate"]);
}

#[test]
fn worth_and_price() {
    check("It hopes to sign a supply contract worth [€8 million].", &["supply contract"]);
    check("The fund will acquire a stake in the port for [$7 billion].", &["stake in the port"]);
    check("The mill was sold for [$7 billion].", &["The mill"]);
}

#[test]
fn names_right_before_the_number() {
    check("Bergen grew [8.7%], Trondheim [5.4%] and Stavanger [4.8%].", &["Bergen", "Trondheim", "Stavanger"]);
    check("Errors cost the clinics [$9 million].", &["Errors"]);
    check("The berth cost [$9 million] and handles [4,000 boxes].", &["The berth", "The berth"]);
    check("The largest market was Peru, with [19%] of the total.", &["Peru"]);
}

#[test]
fn what_grows() {
    check("It expects [8%] revenue growth and a [5%] annual increase.", &["revenue", ""]);
    check("It will cut the key interest rate (KIR) by [25 basis points], to [4.75%].", &["key interest rate (KIR)"; 2]);
    check("The firm will [triple] its output from [1.5 GWh] to [4.5 GWh].", &["output", "output", "output"]);
    check("It saw a drop in prevalence from [47 percent] to [19 percent].", &["prevalence", "prevalence"]);
    check("A decrease of [16%] in the death rate; a rise of [2%] in May.", &["death rate", ""]);
    check("Ignis raised its 2024 adjusted forecast to [450 million euros].", &["2024 adjusted forecast"]);
    check("Peru saw filings grow by [4%] and tariffs by [6%].", &["filings", "tariffs"]);
    check("That brings the total to [20.5 million]; traffic came in flat at [5%].", &["total", "traffic"]);
    check("The airport saw traffic rise by [10.7%].", &["traffic"]);
    check("Oil fell to [$73] and gas rose [$2].", &["Oil", "gas"]);
    check("Prices rose again from [3%] to [4%].", &["Prices", "Prices"]);
}

#[test]
fn asides_and_dates() {
    check("Brent crude, a benchmark for oils, lost [$1.68] there.", &["Brent crude"]);
    check("The price of gold, which has surged [27%], fell [$16.60].", &["price of gold", "price of gold"]);
    check("In October 2002 the number of visitors increased by [8.3%].", &["the number of visitors"]);
    check("Total exports for the month of June 2018 were [$5 million].", &["Total exports"]);
    check("Two-year expectations remain at [3%].", &["Two-year expectations"]);
    check("Growing by [2.6 percent], Lima Airport saw a record.", &["Lima Airport"]);
}

#[test]
fn parts_and_comparisons() {
    check("[61 chases] were counted through Oct. 31, down [12%] from 2024.", &["", "chases"]);
    check("Margins were [44.6%], compared to [41.9%] ([+270 bps]).", &["Margins", "Margins", "Margins"]);
    check("Revenue was up [9%] sequentially and [31%] year over year.", &["Revenue", "Revenue"]);
    check("[300 jobs] will be created, and [30 percent] of the value is reserved.", &["", "value"]);
    check("It has [1,200 looms], [at least 40%] of them new.", &["", "looms"]);
}

#[test]
fn codes_and_signs_are_no_subjects() {
    check("It earned [$5 million], compared with [2.15 million] then.", &["", ""]);
    check("They were up [5%] to [40].", &["", ""]);
}

#[test]
fn said_again() {
    check("The number of firms rose by [18,000] ([0.9%]).", &["The number of firms", "The number of firms"]);
    check("The budget for parks is [$7 billion], a [$2 million] increase.", &["The budget for parks", "The budget for parks"]);
}

#[test]
fn respectively() {
    check(
        "Exports to Peru and imports from Chile grew by [5%] and [6%], respectively.",
        &["Exports to Peru", "imports from Chile"],
    );
    check("Peru, Chile and Bolivia grew by [5%], [6%] and [7%] respectively.", &["Peru", "Chile", "Bolivia"]);
}

#[test]
fn nouns_that_look_like_verbs() {
    check("Adjusted operating income, a broad measure, rose by [5%] to [$9 million].", &["Adjusted operating income"; 2]);
    check("An operating margin of [9%] and marginal lending rates of [4%].", &["operating margin", "marginal lending rates"]);
    check("Oslo, opening [20 shops], is busy; it rose, with coal accounting for [9%].", &["Oslo", "coal"]);
}

#[test]
fn what_is_named_before_a_noun_of_change() {
    check("It had net revenue growth of [37%] and a sharp growth of [5%].", &["net revenue", ""]);
    check("Peru saw a spike of arrivals by [4%].", &["arrivals"]);
    check("There were decreases in the repair of boats by [14%].", &["repair of boats"]);
    check("Output rose by [5%] as a series and by [6%] as another.", &["Output", "Output"]);
}

#[test]
fn levels_that_verbs_give() {
    check("The bank decided to hold the policy rate steady at [22%].", &["policy rate"]);
    check("It left its key rate unchanged at [4%], keeping inflation [close to 4%].", &["key rate", "inflation"]);
    check("It seeks to bring inflation down to the target range of [5 to 7%].", &["inflation"]);
    check("The grant has been increased slightly to [$9 million].", &["The grant"]);
    check("Tax items that benefited net earnings by [$2 million] were few.", &["net earnings"]);
    check("Reduce the repo rate under the new facility by [25 basis points].", &["repo rate under the new facility"]);
    check("Sales came in at a peak, exceeding by [5%] the target.", &["target"]);
}

#[test]
fn pronouns() {
    check("[1,200 boats] were sold. This is an increase of [5%].", &["", "boats"]);
    check("The rate was [8%] in May, which was [3 percentage points] higher.", &["The rate", "The rate"]);
    check("In May, milk output grew by [3%] and in June it fell by [2%].", &["milk output", "milk output"]);
    check("It has a fleet. They were [5%] up.", &[""]);
    check("The rate was [6%] in May. It was expected to average [5%].", &["The rate", "The rate"]);
    check("EBITDA on a broad basis amounts to [$2 million].", &["EBITDA on a broad basis"]);
}

#[test]
fn clauses_of_their_own() {
    check("Figures show the port handled [9 tonnes] of fish.", &["fish"]);
    check("The reports say that [70 percent] of voters agree; [60 percent] believe it.", &["voters", ""]);
    check("Costs totaled [$7 million] and reflected gains on cash, having used [$3 million].", &["Costs", "Costs"]);
    check("In the mines the output rose by [5%].", &["the output"]);
    check("The output of May – most of it abroad – was [5 tonnes].", &["The output"]);
    check("In contrast, boxes to and from Bergen, a large port, shrank [4%].", &["boxes to and from Bergen"]);
    check("The rate in June, 2017 over May was [5%].", &["The rate"]);
    check("[300 trips] were made and [12 tonnes] of freight were moved, up [5%].", &["", "freight", "freight"]);
}

#[test]
fn worth_and_stand() {
    check("Police seized [$2 million] worth of drugs.", &["drugs"]);
    check("Imports at [545,000 tonnes] were weaker; at [5 tonnes] it ended.", &["Imports", ""]);
    check("At [9 tonnes], imports of fish were low.", &["imports of fish"]);
    check("It comes amid a [67-per cent] inflation rate.", &["inflation rate"]);
    check("Trade rose with the US ([12%]) and Peru ([9%]).", &["US", "Peru"]);
    check(
        "The supply of heat and water and the mining industry rose by [5%] and [6%], respectively.",
        &["The supply of heat and water", "the mining industry"],
    );
}

#[test]
fn further_shapes() {
    check("It has [7,000 ounces] of gold for the vault, an [11%] increase on May.", &["gold", "gold"]);
    check("It cut costs by [31 percent] versus May, with [62 percent] of them abroad.", &["costs", "costs"]);
    check("Meat prices edged up [0.4%]; diesel cars made up [26%] of sales.", &["Meat prices", "diesel cars"]);
    check("We expect orders to grow by [30%].", &["orders"]);
    check("They had [51%] of the vote, ahead of the ruling party's [39%].", &["vote", "ruling party"]);
    check(
        "It raised assets under management of [$4 billion], outpacing inflation of [3%].",
        &["assets under management", "inflation"],
    );
    check("[Some 2,300 people] were moved and [41 homes] destroyed.", &["", ""]);
}

#[test]
fn levels_of_another_time_and_other_words() {
    check(
        "Sales fell by [11%] to [EUR 45 million] in the north (previous year: [EUR 51 million]).",
        &["Sales", "Sales", "Sales"],
    );
    check("Orders were [EUR 62 million] (2023: [EUR 60 million]; margin: [5%]).", &["Orders", "Orders", "margin"]);
    check("It had a net loss of [$4 million], or [$0.12 per share].", &["net loss", "net loss"]);
    check("It filed [500 charges], or [86 percent].", &["", "charges"]);
}

#[test]
fn what_money_is_for() {
    check("The budget proposes [$3 billion] for school meals.", &["school meals"]);
    check("In forestry, the plan allocates [$7 million].", &["forestry"]);
    // Nothing stands before it.
    check("Of [$5 million] nothing was said.", &[""]);
    check("For local schools, the bill provides [$3 billion].", &["local schools"]);
    check("In May, the firm provided [$3 million].", &["the firm"]);
    check("They will spend [$4 billion] on roads and [$1 billion] on rail.", &["roads", "rail"]);
    check("The ministry set aside [$80 million] to help small firms.", &["small firms"]);
    check("[Over $100,000] was directed to flood relief.", &["flood relief"]);
    check("• [$50 million] for the harbour road in Oslo", &["harbour road"]);
    check("• [$10 million] to improve the harbour road", &["harbour road"]);
    check("[About $50 million] remains undrawn from the new facility.", &["new facility"]);
    check("Mercer invested [$50 million] in the Harbour Credit Plan.", &["Harbour Credit Plan"]);
    check("Mercer spent [$50 million] in the United States.", &["Mercer"]);
    check("Tickets cost [$25] for adults. She paid [$500] to the court.", &["Tickets", ""]);
}

#[test]
fn shares_of_those_asked() {
    check("[Around 74%] of owners say they plan trips, while [12%] plan to sell.", &["owners", "owners"]);
    check("They asked [1,000 adults]. [35%] said they had a boat.", &["", "adults"]);
    check("Additionally, [nearly 9%] of boats sank.", &["boats"]);
    check("The rate rose to [5%]. Of the boats, [60%] sank.", &["The rate", "boats"]);
}

#[test]
fn lines_without_a_verb() {
    check("• Order backlog as of 30 June 2025 at [EUR 5 million]", &["Order backlog"]);
    check("• Sales in the north stable at [EUR 5 million]", &["Sales in the north"]);
    check("This was followed by theft, at a median [12%], and fraud, at [7.1%].", &["theft", "fraud"]);
    check("It reported a profit before tax of [$5 million].", &["profit before tax"]);
}

#[test]
fn verbs_that_cut() {
    check("The device is quick, reducing recovery costs by [50%].", &["recovery costs"]);
    check("The firm will be lowering its fares by [5 percent].", &["fares"]);
    check("It proposed [doubling] its dividend from [one pound] to [two pounds].", &["dividend"; 3]);
    check("Bonds rose, pushing down the yield to [5.9 percent].", &["yield"]);
}

#[test]
fn heads_that_are_verbs_elsewhere() {
    check("It owns [72%] of the firm's common shares.", &["firm's common shares"]);
    check("Frost raised energy costs by [5%]; they cap costs at [$35].", &["energy costs", "costs"]);
    check("More reports ([18%]) were filed.", &["reports"]);
    check("It spent [$5 million] in state funding.", &["state funding"]);
    check("The London-based firm grew by [5%].", &["The London-based firm"]);
}

#[test]
fn wholes_and_objects() {
    check("[69 percent] of those polled agreed; [50%] of the [1,100 pupils] sang.", &["those polled", "pupils", ""]);
    check("It boosted its quarterly dividend [20%] to [three cents].", &["quarterly dividend", "quarterly dividend"]);
    check("It has [$10,000] of card debt, with sales in the range of [$5 million].", &["card debt", "sales"]);
    check("The largest grant ever was announced: [$6 billion] in school funding.", &["school funding"]);
    check("[Over $4 billion] from the fund has gone to schools, including [$1 billion] then.", &["schools", "fund"]);
}

#[test]
fn what_a_share_is_used_of() {
    check("The goal is using [100%] clean power.", &["clean power"]);
    check("Exports rose [5%] year on year; it was [5%] cheaper.", &["Exports"; 2]);
    check("They made [100 pledges], representing [$12 million].", &["", "pledges"]);
    check("It opened, with [$350 million] available for small firms.", &["small firms"]);
    check("It will award [$5 million] to Acme Corp; it issued [$7 million] to quickly cut the cost.", &["", "cost"]);
}

#[test]
fn comparisons_and_titles() {
    check("It had net income of [$56 million] or [$0.83 per share], up from [$36 million].", &["net income"; 3]);
    check("It posted a deficit of [$17 billion], less than the [$23 billion] planned.", &["deficit"; 2]);
    check("Output was [$5 million]. This compares with [$4 million] then.", &["Output"; 2]);
    check("Food prices rose to a 40-year high of [10%].", &["Food prices"]);
    check("Higher rents pushed the index up [3.1 per cent].", &["index"]);
    check("Quarterly Profit Rises [5%] on Exports", &["Quarterly Profit"]);
    check("Acme wins [$5m] deal with Peru.", &["deal"]);
    check("India signed its first loan agreement for [$350 million].", &["loan agreement"]);
    check("It is run by a group of Acme ([40%]) and Beta ([30%]).", &["Acme", "Beta"]);
}

#[test]
fn ranks_and_levels() {
    check("Oslo has the largest number of farms and/or mills, with [17%] of the total.", &["Oslo"]);
    check("This takes us into the world's [second busiest] shipping lane.", &["shipping lane"]);
    check("Well density ranges from [3 to 62 wells per 1,000 people].", &["Well density"]);
    check("The aid is [45%] of costs ([65%] for small firms).", &["The aid", "small firms"]);
}
