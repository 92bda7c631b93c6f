use super::*;

#[test]
fn the_deciding_verb_is_not_the_first_that_occurs() {
    for (clause, verb) in [
        ("the Report presented be noted", Verb::Noted),
        (
            "The Board noted the update and actions agreed last time",
            Verb::Noted,
        ),
        (
            "the Plan, as agreed by partners, be endorsed for submission",
            Verb::Endorsed,
        ),
        ("authority be delegated to the Director", Verb::Delegated),
        (
            "the Board Requested that the next plan be approved first",
            Verb::Requested,
        ),
        ("the minutes be received and noted", Verb::Noted),
        (
            "the minutes were approved as an accurate record",
            Verb::Approved,
        ),
        ("Councillor Pike be elected Chair", Verb::Elected),
        ("a breakdown would be circulated to the Panel", Verb::Agreed),
        ("the work programme progress noted", Verb::Noted),
        ("officers be asked to report back", Verb::Requested),
        ("the item be deferred", Verb::Deferred),
        ("to note the report", Verb::Noted),
        ("Cabinet be recommended to fund it", Verb::Recommended),
        ("the words 'be noted' be taken out", Verb::Agreed),
        (
            "the plan, called “agreed by all”, be deferred",
            Verb::Deferred,
        ),
        ("\"That the report be noted\"", Verb::Noted),
        ("the children's plan be endorsed", Verb::Endorsed),
        (
            "the Director be authorised to make minor amendments",
            Verb::Delegated,
        ),
        (
            "authorise the Director to sign the contract",
            Verb::Delegated,
        ),
        ("delegated authority be given to the Chair", Verb::Delegated),
        ("the spending be authorised", Verb::Approved),
        ("approval be given to the plan", Verb::Approved),
    ] {
        assert_eq!(of_clause(clause), verb, "{clause}");
    }
}

fn texts(sentence: &str) -> Vec<String> {
    clauses(sentence)
        .into_iter()
        .map(|it| it.0.trim_end_matches([',', ' ']).to_owned())
        .collect()
}

#[test]
fn a_sentence_that_does_two_things_is_two_clauses() {
    assert_eq!(
        texts("The Board noted the report, and approved the approach"),
        [
            "The Board noted the report",
            "The Board approved the approach"
        ]
    );
    assert_eq!(
        texts("the report be received and the work programme progress noted"),
        [
            "the report be received",
            "the work programme progress be noted"
        ]
    );
    assert_eq!(
        texts("the report be received and noted"),
        ["the report be received and noted"]
    );
    assert_eq!(
        texts("The Board noted the update and actions for improvement"),
        ["The Board noted the update and actions for improvement"]
    );
    assert_eq!(
        texts("to endorse the plan and to refer the matter of funding to Cabinet"),
        [
            "to endorse the plan",
            "to refer the matter of funding to Cabinet"
        ]
    );
    assert_eq!(
        texts("The Board agreed to note the report and to support the bid"),
        [
            "The Board agreed to note the report",
            "The Board agreed to support the bid"
        ]
    );
    assert_eq!(
        texts("the plan be endorsed and that officers be asked to publish it"),
        ["the plan be endorsed", "officers be asked to publish it"]
    );
}
