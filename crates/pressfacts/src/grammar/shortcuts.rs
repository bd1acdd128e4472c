//! Names, titles and posts are refused by a look at the words ahead, before any of them is read. Whatever the words are, what
//! is refused would not have matched.

use proptest::prelude::*;

use super::name::{additions, may_open, opens_addition, whole_name};
use super::portfolio::{area, opens_strict_area};
use super::post::{self, is_led, lead, local_body, nears_head, post_without_article, whole_post};
use super::title::{leads_to_head, may_specify, single, specified, whole_title};
use crate::testing::people::{at_each_word, like_people};

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_refused_at_a_look_would_not_match(text in like_people()) {
        at_each_word(&text, |input| {
            let here = || format!("at {:?} of {text:?}", input.written());
            assert!(may_open(input) || whole_name(input).is_err(), "a name {}", here());
            assert!(leads_to_head(input) || whole_title(input).is_err(), "a title {}", here());
            assert!(nears_head(input) || whole_post(input).is_err(), "a post {}", here());
            assert!(post::may_open(input) || post_without_article(input).is_err(), "a post without an article {}", here());
            assert!(opens_strict_area(input) || area(input, true).is_err(), "fields {}", here());
            let led = lead(input).is_ok_and(|(rest, ())| rest.position() > input.position()) || local_body(input).is_ok();
            assert!(is_led(input) || !led, "what leads to a body {}", here());
            if let Ok((rest, title)) = single(input) {
                let longer = specified(title, rest).is_ok_and(|(after, _)| after.position() > rest.position());
                assert!(may_specify(rest) || !longer, "what makes a title specific {}", here());
            }
            let added = additions(input).is_ok_and(|(rest, ())| rest.position() > input.position());
            assert!(opens_addition(input) || !added, "an addition {}", here());
        });
    }
}
