//! What is found across the rules: every class of date that taggers of news are compared by, and what only looks like
//! a date. All texts are read as published on Thursday 14 November 2024.

use crate::extractor::{Extractor, Options, parse_published};
use crate::fact::{Bound, Date, DateModifier};
use crate::testing::check_dates_on;

const PUBLISHED: &str = "2024-11-14";

fn found(text: &str) -> Vec<Date> {
    let day = parse_published(PUBLISHED).expect("a day");
    Extractor::new(Options::default().published(day)).extract(text).dates
}

#[test]
fn every_class_of_date_has_its_value() {
    for (markup, values) in [
        ("On [14 November 2024], on [November 14, 2024], on [the 14th of November 2024].", &["2024-11-14"; 3][..]),
        ("On [Thursday, 14 November 2024] and [Thursday, Nov. 14, 2024].", &["2024-11-14"; 2]),
        ("On [2024-11-14], [14.11.2024] and [14/11/2024].", &["2024-11-14"; 3]),
        ("At [2024-11-14T09:30:00Z] and [2024-11-14T09:30Z] it ended.", &["2024-11-14T09:30"; 2]),
        ("On [14-Nov-24] it ended.", &["2024-11-14"]),
        ("On [the twenty-first of March, two thousand and twenty-four] it ended.", &["2024-03-21"]),
        ("In [September 2024], in [Sept. 2024] and on [6 November].", &["2024-09", "2024-09", "2024-11-06"]),
        ("From [6-9 November 2024] and [6–9 November 2024].", &["2024-11-06/2024-11-09"; 2]),
        ("From [3 to 5 March] they met.", &["2024-03-03/2024-03-05"]),
        ("From [28 October to 1 November 2024] they met.", &["2024-10-28/2024-11-01"]),
        ("On [6] and [7 November 2024] they met.", &["2024-11-06", "2024-11-07"]),
        ("Between [January and March 2024] and in [January-September 2024].", &["2024-01/2024-03", "2024-01/2024-09"]),
        ("In [2021-2027] and [2024-25] they met.", &["2021/2027", "2024/2025"]),
        ("In [the third quarter of 2024], [Q3 2024] and [3Q24].", &["2024-Q3"; 3]),
        ("In [the first half of 2024] and [H1 2024].", &["2024-H1"; 2]),
        ("In [the first nine months of 2024] and [the first three quarters of 2024].", &["2024-01/2024-09"; 2]),
        ("In [spring 2024] and [the winter of 2023].", &["2024-SP", "2023-WI"]),
        ("In [FY2023-24], [FY24] and [financial year 2023/24].", &["FY2024"; 3]),
        ("In [the 1990s] and [the 21st century].", &["199", "20"]),
        ("They met [Tuesday] and [last Tuesday].", &["2024-11-12"; 2]),
        ("It grew [last year] and falls [next month].", &["2023", "2024-12"]),
        ("In [April of this year] and [November last year].", &["2024-04", "2023-11"]),
        ("It grew [last November].", &["2023-11"]),
        ("It grew in [2015] and fell [the following year].", &["2015", "2016"]),
        ("Sales grew in [the third quarter], from less [a year earlier].", &["2024-Q3", "2023-Q3"]),
        ("In [the third quarter] it beat [the same period last year].", &["2024-Q3", "2023-Q3"]),
        ("It took [three days], then [18 months].", &["P3D", "P18M"]),
        ("A [five-year] plan of [two and a half years].", &["P5Y", "P2Y6M"]),
        ("Over [the past five years] it grew.", &["P5Y"]),
        ("Pay within [30 days].", &["P30D"]),
        ("It is held [annually], [every two years] and [every Monday].", &["P1Y", "P2Y", "XXXX-WXX-1"]),
        ("In [early 2023], [mid-2024], [late 2024] and by [the end of 2024].", &["2023", "2024", "2024", "2024"]),
        ("It began at [3 p.m.] and at [10:30 a.m. EST] there.", &["2024-11-14T15:00", "2024-11-14T10:30"]),
        ("It [recently] grew, and is large [now].", &["PAST_REF", "PRESENT_REF"]),
        // Evidence of the document decides the order of day and month.
        ("On [03/04/2024], and on [25/04/2024].", &["2024-04-03", "2024-04-25"]),
        ("On [04/03/2024], and on [04/25/2024].", &["2024-04-03", "2024-04-25"]),
        ("In [2H24], [1H 2025], [2023Q4] and [4Q 2023].", &["2024-H2", "2025-H1", "2023-Q4", "2023-Q4"]),
        ("In [CY2018], [calendar 2019] and [Q1 FY25].", &["2018", "2019", "FY2025-Q1"]),
        ("In [the noughties], [the 2000s], [the '80s] and [the 19th century].", &["200", "200", "198", "18"]),
        ("In [week 23 of 2024], [2024-W23] and [the 3rd week of 2018].", &["2024-W23", "2024-W23", "2018-W03"]),
        ("On [the first Friday in July 2024] and [the last Monday of May 2024].", &["2024-07-05", "2024-05-27"]),
        ("It closed on [Friday the 13th] and [Thursday, October 31].", &["2024-09-13", "2024-10-31"]),
        ("It opens in [12/2025], by [06/2026].", &["2025-12", "2026-06"]),
        ("From [Q1 2017 to Q1 2018] and from [the end of 2019 to May 2021].", &["2017-Q1/2018-Q1", "2019/2021-05"]),
        ("She led it from [March 2019 until now], or [2015 to date].", &["2019-03/2024-11-14", "2015/2024-11-14"]),
        ("Sales rose in [the year to date].", &["2024-01-01/2024-11-14"]),
        ("It shuts for [the rest of the year].", &["2024"]),
        (
            "At [Christmas 2024], [Easter 2025], in [Ramadan 2024] and at [Diwali 2024].",
            &["2024-12-25", "2025-04-20", "2024-03-11/2024-04-09", "2024-10-31"],
        ),
        (
            "On [Thanksgiving], [Black Friday], [Labor Day] and [Chinese New Year 2025].",
            &["2024-11-28", "2024-11-29", "2024-09-02", "2025-01-29"],
        ),
        ("It closed [two days before yesterday], and opens [tomorrow morning].", &["2024-11-11", "2024-11-15TMO"]),
        ("It is held [twice a week] and [each quarter].", &["P1W", "P1Q"]),
        ("It grew [about 2010] and [around 2015].", &["2010", "2015"]),
        ("Resolution 1701 ([2006]) was adopted.", &["2006"]),
    ] {
        check_dates_on(PUBLISHED, markup, values);
    }
}

#[test]
fn what_only_looks_like_a_date_is_none() {
    for text in [
        "You may say so, and they march on.",
        "Mrs. May and April Jones met June Smith.",
        "The Sun and Sat Paul reported it.",
        "See Section 2019, Room 1945 and Article 2005.",
        "Resolution 1701 and No. 2021 were adopted.",
        "Some 2000 people paid $2000 each.",
        "The Boeing 747 and the Model 1995 flew.",
        "They won 52-48, and by 3-2.",
        "A ratio of 3:1 was kept.",
        "Call 2024-5521 or 010-1990-2000.",
        "The 20th anniversary and the 79th session opened.",
        "He came second, in the second group.",
        "It fell on 50/60/2018.",
        "On November 31 boats sailed, or so.",
        "He was the first of 12 to go.",
        "The fall of water is a spring.",
        "A 5G network and COVID-19 spread.",
        "The quarter-final was a third of it.",
        "Three quarters of them agreed.",
        "The F-16 flew at 2,000 feet.",
        "On 31 June 2024 and 30 February nothing was held.",
        "Theresa May may march on.",
        "See Decree 12-2015, No. 3/2016 and Room 2015.",
        "It fell from 2/3 to 3/4 of them.",
        "The data at week 12 and week 52 were good.",
        "The rest of the world came for the balance of power.",
    ] {
        let texts: Vec<String> = found(text).into_iter().map(|date| date.text).collect();
        assert_eq!(texts, Vec::<String>::new(), "{text}");
    }
}

#[test]
fn prepositions_make_bounds() {
    for (text, bound) in [
        ("It ends by 2030.", Some(Bound::By)),
        ("It grew since 2017.", Some(Bound::Since)),
        ("It runs until 6 May 2026.", Some(Bound::Until)),
        ("It counts as of October 2020.", Some(Bound::AsOf)),
        ("It starts with effect from 1 April 2026.", Some(Bound::From)),
        ("It fell before May 2024.", Some(Bound::Before)),
        ("It fell after June 2024.", Some(Bound::After)),
        ("It fell in June 2024.", None),
        ("It ran from 2019 to 2023.", None),
        ("It takes from two to six days.", None),
    ] {
        assert_eq!(found(text).into_iter().map(|date| date.bound).collect::<Vec<_>>(), [bound], "{text}");
    }
}

#[test]
fn modifiers_are_told() {
    for (text, modifier) in [
        ("By the end of 2024 it fell.", Some(DateModifier::End)),
        ("In early 2024 it fell.", Some(DateModifier::Start)),
        ("In mid-2024 it fell.", Some(DateModifier::Mid)),
        ("It took more than five years.", Some(DateModifier::MoreThan)),
        ("It took nearly five years.", Some(DateModifier::LessThan)),
        ("It took about five years.", Some(DateModifier::Approx)),
        ("It takes at least five years.", Some(DateModifier::EqualOrMore)),
        ("It takes up to five years.", Some(DateModifier::EqualOrLess)),
        ("It grew over the past five years.", None),
    ] {
        assert_eq!(found(text).into_iter().map(|date| date.modifier).collect::<Vec<_>>(), [modifier], "{text}");
    }
}
