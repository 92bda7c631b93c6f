use super::*;

fn head(lines: &[&str]) -> Meeting {
    let mut meeting = Meeting::default();
    for line in lines {
        head_line(&mut meeting, line, Kind::MeetingPage);
    }
    meeting
}

#[test]
fn heads_of_pages() {
    let found = head(&[
        "Wayshire Improvement Board",
        "Minutes of the Meeting held on Tuesday, 10th October, 2017 at 2.30 pm in Room 'B' - County Hall",
    ]);
    assert_eq!(
        (
            found.body.as_str(),
            found.date_words.as_str(),
            found.time.as_str(),
            found.place.as_str()
        ),
        (
            "Wayshire Improvement Board",
            "Tuesday, 10th October, 2017",
            "14:30",
            "Room 'B' - County Hall"
        )
    );
    let found = head(&[
        "Scrutiny Panel - Wednesday 6th December 2023 11.00 am",
        "Venue: Church House. View directions",
        "Contact: Dee Gill",
    ]);
    assert_eq!(
        (
            found.body.as_str(),
            found.date.map(|it| it.to_string()).as_deref(),
            found.time.as_str(),
            found.place.as_str()
        ),
        (
            "Scrutiny Panel",
            Some("2023-12-06"),
            "11:00",
            "Church House"
        )
    );
    let found = head(&[
        "MINUTES of a meeting of the Children's Panel held at County Hall on Thursday 3 May 2018 at 10.00am",
    ]);
    assert_eq!(
        (
            found.body.as_str(),
            found.place.as_str(),
            found.time.as_str()
        ),
        ("Children's Panel", "County Hall", "10:00")
    );
    let found = meeting_line("- Meeting of Overview & Scrutiny Committee, Monday, 17th December, 2018 6.30 p.m. (Item 4.1)").expect("a meeting");
    assert_eq!(
        (
            found.body.as_str(),
            found.time.as_str(),
            found.item_number.as_str()
        ),
        ("Overview & Scrutiny Committee", "18:30", "4.1")
    );
}
