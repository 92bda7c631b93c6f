use super::*;

fn said(sentence: &str) -> Vec<String> {
    of_sentence(sentence, sentence)
        .0
        .into_iter()
        .map(|it| {
            let instead = it
                .instead_of
                .map(|it| format!(" for {it}"))
                .unwrap_or_default();
            let role = if it.role.is_empty() {
                String::new()
            } else {
                format!(" ({})", it.role)
            };
            format!("{:?} {}{role}{instead}", it.status, it.name)
        })
        .collect()
}

#[test]
fn sentences_about_attendance() {
    assert_eq!(
        said(
            "Apologies for absence were received from Councillors Bright, Pimm and A. Dale, and Jane Roe (Parent Governor)."
        ),
        [
            "Apologies Councillor Bright",
            "Apologies Councillor Pimm",
            "Apologies Councillor A. Dale",
            "Apologies Jane Roe (Parent Governor)"
        ]
    );
    assert_eq!(
        said("Cllrs D Fox and E Hare attended as substitutes."),
        ["Substitute Cllr D Fox", "Substitute Cllr E Hare"]
    );
    assert_eq!(
        said("Cllr Clark substituted for Cllr Wells."),
        ["Substitute Cllr Clark for Cllr Wells"]
    );
    assert_eq!(
        said("Jane Roe attended on behalf of John Doe."),
        ["Substitute Jane Roe for John Doe"]
    );
    assert_eq!(
        said(
            "It was noted that County Councillor Ann Dale, Lead Member for Young People, Wayshire County Council was attending the meeting as an Observer."
        ),
        [
            "Observer County Councillor Ann Dale (Lead Member for Young People, Wayshire County Council)"
        ]
    );
    assert_eq!(said("There were no apologies."), Vec::<String>::new());
    assert_eq!(
        said("Replacements were in attendance for Jane Roe (John Doe) and Ann Dale (Tim Moss)."),
        [
            "Substitute John Doe for Jane Roe",
            "Substitute Tim Moss for Ann Dale"
        ]
    );
}

#[test]
fn lines_of_a_list() {
    let named = |line| of_line(line).map(|it| (it.name, it.role));
    assert_eq!(
        named("Councillor A Roe (Chair)"),
        Some(("Councillor A Roe".into(), "Chair".into()))
    );
    assert_eq!(
        named("Jane Roe, Head of Service"),
        Some(("Jane Roe".into(), "Head of Service".into()))
    );
    assert_eq!(
        named("R A Clay OBE JP"),
        Some(("R A Clay OBE JP".into(), String::new()))
    );
    assert_eq!(named("Any other business"), None);
}
