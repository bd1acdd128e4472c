//! Whether what happens to an agreement has happened: tense, modal verbs and negation before the verb.

use super::scope::Scope;
use super::verb::Form;
use crate::fact::{Action, Status};
use crate::lexicon::Classes;
use crate::parse::Run;
use crate::token::Kind;

/// How far to the left of a verb its modality is looked for.
const REACH: usize = 9;
/// How far a negation reaches.
const NEGATION_REACH: usize = 4;

/// The status of the verb.
pub(super) fn of(scope: &Scope<'_>, verb: Run, action: Action, form: Form) -> Status {
    if cue_before(scope, verb.start, NEGATION_REACH, |value, _| value == "negated").is_some() {
        return Status::Negated;
    }
    // `reached no agreement`
    if is_negated_phrase(scope) || matches!(form, Form::Noun | Form::Ing) && fails(scope) {
        return Status::Negated;
    }
    // `will set up`: a verb that looks the same in the past.
    let base = form == Form::Ed
        && scope.lexeme_before(scope.before_adverbs(verb.start), Classes::MODALITY).is_some_and(|cue| cue.value == "planned");
    let planned = match if base { Form::Base } else { form } {
        Form::Base => match cue_before(scope, verb.start, REACH, |value, _| value == "planned") {
            // `Acme can announce`
            Some(can) if scope.is_word(can, "can") && action == Action::Announce => false,
            Some(to) if scope.is_word(to, "to") => {
                !(makes_known(action) && is_delight(scope, to) || is_decided(scope, to) || is_achieved(scope, to))
            }
            cue => cue.is_some(),
        },
        Form::S => false,
        Form::Ed => is_future_passive(scope, verb.start),
        Form::Ing if is_progressive(scope, verb.start) => true,
        Form::Ing | Form::Noun => {
            let cue = cue_before(scope, verb.start, REACH, |value, word| value == "planned" && !is_weak(word));
            // `took a step towards growth by signing`
            let past = |cue: usize| (cue..verb.start).any(|at| scope.is_word(at, "anniversary"));
            let far = |cue: usize| scope.is_any(cue, &["toward", "towards"]) && verb.start > cue + 2;
            // `agreed an extension of the deal`
            let made = |cue: usize| scope.is_any(cue, &["agreed", "agree"]) && scope.is(cue + 1, Classes::DETERMINER);
            cue.is_some_and(|cue| !(past(cue) || far(cue) || made(cue)))
                || form == Form::Ing && heads_block(scope, verb.start)
                || is_to_come(scope, action)
                || comes_about(action) && is_proposed(scope)
        }
    };
    if planned { Status::Planned } else { Status::Done }
}

/// The status of an agreement to which nothing happens: `a proposed treaty`, `without a deal`.
pub(super) fn of_phrase(scope: &Scope<'_>) -> Option<Status> {
    let start = scope.noun_phrase_start();
    // `without a deal`, `rejected the agreement`
    let refused = scope.lexeme_before(start, Classes::MODALITY).is_some_and(|cue| cue.value == "negated");
    if refused || is_negated_phrase(scope) {
        return Some(Status::Negated);
    }
    // `rejected the favourable agreement`
    let far = scope.widest_start();
    let refused = far < start
        && scope.lexeme_before(far, Classes::MODALITY).is_some_and(|cue| cue.value == "negated" && !scope.is_word(far - 1, "no"));
    if refused {
        return Some(Status::Negated);
    }
    // `failed to produce a declaration`
    let verb = far.checked_sub(2).filter(|to| scope.is_word(*to, "to") && scope.is(far, Classes::ARTICLE));
    let cue = verb.filter(|&to| scope.sentence.contains(&to)).and_then(|to| scope.lexeme_before(to, Classes::MODALITY));
    if cue.is_some_and(|cue| cue.value == "negated") {
        return Some(Status::Negated);
    }
    if is_turned_down(scope) {
        return Some(Status::Negated);
    }
    (is_proposed(scope) || is_outlook(scope, far)).then_some(Status::Planned)
}

/// `The deal was narrowly rejected`
fn is_turned_down(scope: &Scope<'_>) -> bool {
    let start = scope.after_parentheses(scope.phrase.end);
    let end = scope.limit.min(start + REACH);
    let goes_on = |at: &usize| {
        scope.kind(*at) == Some(Kind::Word) && !scope.is(*at, Classes::CLAUSE_OPENER) && !scope.is_any(*at, &["and", "but"])
    };
    let refused = |at: usize| {
        let past = scope.is_valued(at, Classes::MODALITY, "negated") && scope.written(at).ends_with("ed");
        let be = scope.before_adverbs(at).checked_sub(1);
        past && be.is_some_and(|be| scope.is_valued(be, Classes::AUXILIARY, "be"))
    };
    !scope.is_governed() && (start..end).take_while(goes_on).any(refused)
}

/// `will lead to a treaty`, `could result in an agreement`: one that there is not yet.
fn is_outlook(scope: &Scope<'_>, start: usize) -> bool {
    let Some(verb) = start.checked_sub(2).filter(|verb| scope.sentence.contains(verb)) else { return false };
    let leads = scope.is_any(verb, &["lead", "result"]) && scope.is_any(verb + 1, &["to", "in"]);
    let cue = || scope.lexeme_before(scope.before_adverbs(verb), Classes::MODALITY);
    leads && scope.is(start, Classes::ARTICLE) && cue().is_some_and(|cue| cue.value == "planned")
}

/// `a proposed treaty`
fn is_proposed(scope: &Scope<'_>) -> bool {
    let planned = |at: usize| scope.lexeme(at, Classes::MODALITY).is_some_and(|cue| cue.value == "planned");
    (scope.noun_phrase_start()..scope.phrase.end).any(|at| planned(at) && scope.written(at).ends_with("ed"))
}

/// What makes an agreement out of a proposal.
fn comes_about(action: Action) -> bool {
    matches!(
        action,
        Action::Sign | Action::Conclude | Action::Ratify | Action::Adopt | Action::EnterIntoForce | Action::Implement
    )
}

/// `no agreement`
fn is_negated_phrase(scope: &Scope<'_>) -> bool {
    scope.phrase.start.checked_sub(1).is_some_and(|before| scope.is_word(before, "no"))
}

/// `talks on an agreement collapsed`
fn fails(scope: &Scope<'_>) -> bool {
    let end = scope.after_parentheses(scope.phrase.end);
    let negated = |at: usize| scope.lexeme(at, Classes::MODALITY).is_some_and(|cue| cue.value == "negated");
    // `will not affect anybody`, but `did not take place`
    let apart = |at: usize| scope.is_any(at, &["instead", "rather", "without"]);
    let fails = |at: usize| !apart(at) && (!scope.is_word(at, "not") || scope.is_any(at + 1, &["take", "happen", "occur"]));
    (end..scope.limit.min(end + 3)).any(|at| negated(at) && fails(at))
}

/// The nearest cue that is wanted, before the verb and in its clause.
fn cue_before(scope: &Scope<'_>, verb: usize, reach: usize, wanted: impl Fn(&str, &str) -> bool) -> Option<usize> {
    let floor = scope.sentence.start.max(verb.saturating_sub(reach));
    for at in (floor..verb).rev() {
        // `is seeking growth after ending the deal`
        let parted = scope.is_any(at, &["after", "since", "following"]);
        if parted || matches!(scope.kind(at), Some(Kind::Semicolon | Kind::Colon | Kind::Comma | Kind::Dash)) {
            return None;
        }
        if let Some(cue) = scope.lexeme(at, Classes::MODALITY)
            && cue.run.end <= verb
            && wanted(cue.value, scope.written(at))
        {
            return Some(at);
        }
    }
    None
}

/// `The implementation of the agreement will be …`: it is itself to come.
fn is_to_come(scope: &Scope<'_>, action: Action) -> bool {
    let end = scope.after_parentheses(scope.phrase.end);
    // `negotiations for an agreement with Kenya are expected`
    let with = scope.is_word(end, "with") || scope.is(end, Classes::MUTUAL);
    let end = Some(end + 1).filter(|_| with).and_then(|from| scope.list_end(from)).unwrap_or(end);
    let planned = |at: usize| scope.is_valued(at, Classes::MODALITY, "planned") && scope.written(at).ends_with("ed");
    // `The signing will take place`, but `The signing will help the two sides`, as what has been done does.
    let made = matches!(action, Action::Sign | Action::Conclude | Action::Ratify | Action::Adopt | Action::Award);
    let is_to = |at: usize| scope.is_any(at, &["is", "are"]) && scope.is_word(at + 1, "to");
    let future = |at: usize| scope.is_valued(at, Classes::AUXILIARY, "future") || is_to(at);
    let begins = |at: usize| (at + 1..at + 3).any(|at| scope.is_any(at, &["be", "take", "begin"]));
    let comes = |at: usize| future(at) && (!made || begins(at));
    (end..scope.limit.min(end + 3)).any(|at| comes(at) || planned(at))
}

/// What one is delighted to do in the act of saying so.
fn makes_known(action: Action) -> bool {
    matches!(action, Action::Sign | Action::Conclude | Action::Announce | Action::Award)
}

/// Whether a feeling stands before `to`: one is delighted to sign what one has signed.
fn is_delight(scope: &Scope<'_>, to: usize) -> bool {
    // `voted 4-1 to award`
    let count = |at: &usize| matches!(scope.kind(*at), Some(Kind::Number | Kind::Hyphen | Kind::Dash));
    let first = scope.sentence.start.max(to.saturating_sub(3));
    let counted = (first..to).rev().take_while(count).count();
    scope.lexeme_before(scope.before_adverbs(to - counted), Classes::MODALITY).is_some_and(|cue| cue.value == "done")
}

/// Longest ballot or majority between `voted` and what was voted for, in tokens.
const LONGEST_VOTE: usize = 8;

/// `voted 12-3 to approve`, `voted in a secret ballot on Sunday to ratify`: the vote itself does it.
fn is_decided(scope: &Scope<'_>, to: usize) -> bool {
    let first = scope.sentence.start.max(to.saturating_sub(LONGEST_VOTE));
    let vote = (first..to).rev().find(|&at| scope.is_valued(at, Classes::MODALITY, "decided"));
    let parted = |at: usize| {
        scope.is(at, Classes::AGREEMENT_VERB | Classes::AUXILIARY | Classes::CLAUSE_OPENER)
            || scope.is_any(at, &["and", "not"])
            || matches!(scope.kind(at), Some(Kind::Comma | Kind::Semicolon))
    };
    vote.is_some_and(|vote| !(vote + 1..to).any(parted) && !scope.is_valued(vote.wrapping_sub(1), Classes::AUXILIARY, "future"))
}

/// `became the tenth country to ratify`: who is counted has done it.
fn is_achieved(scope: &Scope<'_>, to: usize) -> bool {
    let first = scope.sentence.start.max(to.saturating_sub(LONGEST_VOTE));
    let counted = (first..to).rev().find(|&at| scope.is(at, Classes::ORDINAL | Classes::ORDINAL_SUFFIX));
    let became = |at: usize| scope.is_any(at, &["became", "was", "were"]);
    counted.is_some_and(|counted| (first..counted).any(became))
}

/// Words that say of a verb that it is to come, but not of a noun behind them.
fn is_weak(word: &str) -> bool {
    ["to", "about", "due", "can", "must"].iter().any(|weak| word.eq_ignore_ascii_case(weak))
}

/// `will be signed`, `to be signed`, `once signed`.
fn is_future_passive(scope: &Scope<'_>, verb: usize) -> bool {
    let before = scope.before_quote(scope.before_adverbs(verb));
    before.checked_sub(1).is_some_and(|at| scope.is_any(at, &["be", "once", "if"]))
}

/// `is signing`: in news, what is about to be.
fn is_progressive(scope: &Scope<'_>, verb: usize) -> bool {
    // `the result was signing of`, `they were signing`
    let past = |at: usize| scope.is_any(at, &["was", "were", "been"]);
    let before = scope.before_adverbs(verb);
    before.checked_sub(1).is_some_and(|at| scope.is_valued(at, Classes::AUXILIARY, "be") && !past(at))
}

/// `Entering into an agreement on fisheries`: a heading that says what is to be done.
fn heads_block(scope: &Scope<'_>, verb: usize) -> bool {
    let document = scope.document;
    let block = document.sentence_of(verb).map(|sentence| &document.blocks[sentence.block]);
    block.is_some_and(|block| block.tokens.start == verb)
}
