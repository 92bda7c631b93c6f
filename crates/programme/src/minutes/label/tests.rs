use super::*;

#[track_caller]
fn holds(text: &str, part: Part, rest: &str) {
    let found = read(text);
    assert_eq!(
        found.map(|it| (it.part, it.rest.to_owned())),
        Some((part, rest.to_owned())),
        "{text}"
    );
}

#[test]
fn labels_as_councils_write_them() {
    holds("Minutes:", Part::Minutes, "");
    holds(
        "Resolved:  The minutes were approved.",
        Part::Resolved,
        "The minutes were approved.",
    );
    holds("RESOLVED - That:", Part::Resolved, "That:");
    holds("Resolved: That the;", Part::Resolved, "That the;");
    holds(
        "2. RESOLVED that the report be noted",
        Part::Resolved,
        "that the report be noted",
    );
    holds(
        "RESOLVED, that – the report be noted",
        Part::Resolved,
        "that – the report be noted",
    );
    holds(
        "RESOLVED (unanimously) that it be",
        Part::Resolved,
        "that it be",
    );
    holds("Resolved (i) note", Part::Resolved, "(i) note");
    holds("It was RESOLVED:", Part::Resolved, "");
    holds(
        "Resolved to RECOMMEND:  (to Council)",
        Part::Recommended,
        "(to Council)",
    );
    holds("It was agreed as follows:", Part::Agreed, "");
    holds("It was agreed that: -", Part::Agreed, "");
    holds("The Board agreed:", Part::Agreed, "");
    holds(
        "AGREED: that officers report",
        Part::Agreed,
        "that officers report",
    );
    holds(
        "Action:\u{a0} Partners were asked",
        Part::Actions,
        "Partners were asked",
    );
    holds("Actions:", Part::Actions, "");
    holds("Action Log Updates", Part::ActionLog, "");
    holds(
        "The following actions were agreed within the plan:",
        Part::ActionsAgreed,
        "",
    );
    holds("Supporting documents:", Part::Documents, "");
    holds("Is Key decision?: No", Part::Field, "No");
    holds(
        "Members asked for the following information to be in the report in March:",
        Part::Asked,
        "",
    );
}

#[test]
fn actions_with_numbers_owners_and_brackets() {
    for (text, number, aside, rest) in [
        (
            "Action 1: Carl Green – share data",
            "1",
            "",
            "Carl Green – share data",
        ),
        ("Action 2 – write", "2", "", "write"),
        ("ACTION 3.A: TF to write", "3.A", "", "TF to write"),
        ("Action No. 4: write", "4", "", "write"),
        ("Action point 5: write", "5", "", "write"),
        ("Action 12/19. Write", "12/19", "", "Write"),
        ("AP1: NS to write", "1", "", "NS to write"),
        ("AP 1 - NS to write", "1", "", "NS to write"),
        ("AP2\tKL & TF to review", "2", "", "KL & TF to review"),
        ("A1. NS to write", "1", "", "NS to write"),
        ("A2: NS to write", "2", "", "NS to write"),
        ("Action (PH): circulate", "", "PH", "circulate"),
        ("Action [PH] – circulate", "", "PH", "circulate"),
        ("Action PH: circulate", "", "PH", "circulate"),
        ("Action for the DCS: circulate", "", "the DCS", "circulate"),
        (
            "Action 3 (Owner: Amy White; Due: 30/04/2020): write",
            "3",
            "Owner: Amy White; Due: 30/04/2020",
            "write",
        ),
        ("Action by: Cllr Moss", "", "", "Cllr Moss"),
        ("TO DO: update plan", "", "", "update plan"),
        ("To do – update plan", "", "", "update plan"),
        (
            "(Action: Kate Moon to send it)",
            "",
            "",
            "Kate Moon to send it",
        ),
        ("[ACTION 4: KM]", "4", "", "KM"),
        ("**Action 1:** write", "1", "", "write"),
    ] {
        let found = read(text).unwrap_or_else(|| panic!("{text}: no label"));
        assert_eq!(
            (found.part, found.number, found.aside, found.rest),
            (Part::Actions, number, aside, rest),
            "{text}"
        );
    }
}

#[test]
fn a_resolution_within_a_paragraph() {
    for (text, from) in [
        (
            "Members considered it. It was RESOLVED that the report be noted.",
            Some("It was RESOLVED"),
        ),
        (
            "After debate, RESOLVED – That it be noted.",
            Some("RESOLVED –"),
        ),
        (
            "After discussion it was resolved that it be noted.",
            Some("it was resolved"),
        ),
        (
            "Following debate, the Committee resolved to note it.",
            Some("the Committee resolved"),
        ),
        (
            "It was moved by Cllr A, seconded by Cllr B and RESOLVED that it be noted.",
            Some("RESOLVED that"),
        ),
        (
            "Members considered it. Resolved: that it be noted.",
            Some("Resolved:"),
        ),
        ("In March Council had resolved that it be noted.", None),
        (
            "The Chair said that the Board had RESOLVED that it be noted.",
            None,
        ),
        ("Complaints were heard. Resolved complaints rose.", None),
        (
            "After the visit the issues were resolved to some extent.",
            None,
        ),
    ] {
        assert_eq!(
            resolved_within(text),
            from.and_then(|it| text.find(it)),
            "{text}"
        );
    }
}

#[test]
fn sentences_that_only_use_the_words() {
    for text in [
        "Action 3 of the plan was complete.",
        "A1 roundabout works delayed visits.",
        "A 10 year plan: the next steps",
        "Action (as agreed) was slow.",
        "To do this well, staff need time.",
        "Act 1989 duties were discussed.",
        "(see action 4)",
        "Resolved complaints rose by a tenth.",
        "The plan will resolve the issues.",
        "Action plans to be included in areas of weakness",
        "Decisions about children were taken late.",
        "Minutes of the last meeting",
        "Actions taken since the visit were listed.",
        "The Board had agreed the plan in May.",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}
