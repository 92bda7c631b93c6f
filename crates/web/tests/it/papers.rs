//! Waymark's own papers, from beginning to what stands beside them after.

use crate::figures_site::site;
use crate::site::{Answer, Site, Visitor};
use waymark_programme::{Author, Changes, End, RecordId, Values, kinds, link};
use waymark_store::Role;

fn clerk() -> Author {
    Author {
        account: None,
        name: "Marcus Bell".into(),
    }
}

/// The board, which asked for a measure in every report, and its next meeting.
pub(crate) async fn board(site: &Site, wants: &[&str]) -> RecordId {
    let mut changes = Changes::by(clerk());
    let body = changes.make(
        &kinds::BODY,
        Values::new()
            .with("name", "Improvement Board")
            .with("sort", "board"),
    );
    for measure in wants {
        changes.link(
            body,
            &link::MEASURED_BY,
            End::Measure((*measure).to_owned()),
        );
    }
    let meeting = changes.make(
        &kinds::MEETING,
        Values::new()
            .with("title", "Improvement Board, 24 April 2018")
            .with("body", "Improvement Board")
            .with("date", "2018-04-24"),
    );
    changes.link(meeting, &link::PART_OF, body);
    let kept = site.store().keep(&changes).await.unwrap();
    kept.number(meeting)
}

/// Begins a paper; where its page is.
pub(crate) async fn begun(director: &mut Visitor, template: &str, meeting: RecordId) -> String {
    let answer = director
        .post(
            "/papers/new",
            &[
                ("template", template),
                ("meeting", &meeting.to_string()),
                ("as_at", "2018-03-31"),
            ],
        )
        .await;
    answer.is(303).to().to_owned()
}

/// Issues it and waits until it is.
pub(crate) async fn issued(visitor: &mut Visitor, paper: &str) -> Answer {
    visitor.post(&format!("{paper}/issue"), &[]).await.is(303);
    for _ in 0..600 {
        let answer = visitor.get(&format!("{paper}/issue")).await;
        if answer.status == 303 {
            return visitor.get(paper).await;
        }
        answer.is(200).never_says("Something went wrong");
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("it was never issued")
}

#[tokio::test]
async fn a_paper_says_every_figure_with_its_numbers_and_where_it_comes_from() {
    let site = site().await;
    let meeting = board(&site, &["assessment-45"]).await;
    let mut director = site.visitor(Role::Director).await;
    let paper = begun(&mut director, "monthly-summary", meeting).await;
    director
        .get(&paper)
        .await
        .is(200)
        .says("Performance summary, March 2018")
        .says("For board members and officers only")
        .says("80% (40 of 50) in March 2018")
        .says("What the board asked to see in every report")
        .says("What the figures mean")
        .says("Annex A")
        .says("Nothing stops it from being issued");
}

#[tokio::test]
async fn a_measure_that_was_asked_for_and_is_missing_stops_the_paper_until_somebody_says_why() {
    let site = site().await;
    let meeting = board(&site, &["assessment-45", "iha-on-time/20wd"]).await;
    let mut director = site.visitor(Role::Director).await;
    let paper = begun(&mut director, "monthly-summary", meeting).await;
    let page = director.get(&paper).await;
    page.says("What stops it from being issued")
        .never_says("Nothing stops it");
    // Sent all the same, it is not issued.
    director.post(&format!("{paper}/issue"), &[]).await.is(303);
    let mut said = String::new();
    for _ in 0..200 {
        said = director.get(&format!("{paper}/issue")).await.text();
        if said.contains("stands against it") {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    assert!(said.contains("stands against it"), "{said}");
    let about = [
        ("rule", "missing-measure"),
        ("about", "iha-on-time/20wd"),
        (
            "reason",
            "The health provider has not sent its list since January; it is promised for 1 May.",
        ),
    ];
    director
        .post(&format!("{paper}/except"), &about)
        .await
        .is(303);
    director
        .get(&paper)
        .await
        .says("Nothing stops it")
        .says("The health provider has not sent its list");
}

/// The director's update says that it is for a board: begun without a meeting it is for the board there is.
#[tokio::test]
async fn a_paper_for_a_sort_of_body_is_for_the_one_there_is_where_none_is_chosen() {
    let site = site().await;
    board(&site, &["iha-on-time/20wd"]).await;
    let mut director = site.visitor(Role::Director).await;
    let asked = |meeting: &'static str| {
        [
            ("template", "directors-update"),
            ("meeting", meeting),
            ("as_at", "2018-03-31"),
        ]
    };
    for garbage in ["garbage", "99999", "1 OR 1"] {
        director
            .post("/papers/new", &asked(garbage))
            .await
            .is(422)
            .says("Choose a meeting or body from the list");
    }
    let answer = director.post("/papers/new", &asked("")).await;
    let paper = answer.is(303).to().to_owned();
    director
        .get(&paper)
        .await
        .is(200)
        .says("For Improvement Board")
        .says("asked for, and not in this report")
        .says("What stops it from being issued")
        .never_says("This paper is for no committee");
    director
        .get("/papers/new")
        .await
        .never_says("No meeting or body");
}

#[tokio::test]
async fn a_reason_without_words_is_an_error_on_the_same_page() {
    let site = site().await;
    let meeting = board(&site, &["iha-on-time/20wd"]).await;
    let mut director = site.visitor(Role::Director).await;
    let paper = begun(&mut director, "monthly-summary", meeting).await;
    director.get(&paper).await.says("Success");
    for reason in ["", "  "] {
        let about = [
            ("rule", "missing-measure"),
            ("about", "iha-on-time/20wd"),
            ("reason", reason),
        ];
        director
            .post(&format!("{paper}/except"), &about)
            .await
            .is(422)
            .says("There is a problem")
            .says("Write the reason")
            .says("What stops it from being issued")
            .never_says("Success");
    }
}

#[tokio::test]
async fn a_paper_and_its_page_say_the_same_of_chance() {
    let site = site().await;
    let meeting = board(&site, &["assessment-45"]).await;
    let mut director = site.visitor(Role::Director).await;
    let paper = begun(&mut director, "monthly-summary", meeting).await;
    let text = director.get(&paper).await.text();
    let at = "month by month, whether in this paper or not";
    let none = "No measure can be judged month by month yet";
    let said = text.matches(at).count() + text.matches(none).count();
    assert_eq!(said, 2, "{text}");
}

#[tokio::test]
async fn an_officers_sentence_is_marked_as_theirs_and_what_stood_there_is_kept() {
    let site = site().await;
    let meeting = board(&site, &["assessment-45"]).await;
    let mut director = site.visitor(Role::Director).await;
    let paper = begun(&mut director, "monthly-summary", meeting).await;
    let place = "what-the-board-asked-to-see-in-every-report/assessment-45/1";
    let asked = format!("{paper}/words?place={}", place.replace('/', "%2F"));
    director.get(&asked).await.is(200).says("80% (40 of 50)");
    let words =
        "In March 2018, 80% (40 of 50) were in time; two families moved to another council.";
    let sent = [("place", place), ("text", words)];
    director
        .post(&format!("{paper}/words"), &sent)
        .await
        .is(303);
    let page = director.get(&paper).await;
    page.says("two families moved to another council")
        .says("Written by")
        .says("Nothing stops it");
    // What it is about stands in the same form; what names nothing is said, and nothing typed is lost.
    let about = |it: &'static str| [("place", place), ("text", words), ("about", it)];
    let to = format!("{paper}/words");
    director
        .post(&to, &about("nonsense-9"))
        .await
        .is(422)
        .says("“nonsense-9” is neither a record’s reference")
        .says("two families moved");
    director.post(&to, &about("assessment-45")).await.is(303);
    let ends = || async {
        let records = site.house.records().await.unwrap();
        let wording = records.of(&kinds::WORDING).next().unwrap().id;
        let about = records.links_from(wording).iter();
        let about = about.filter(|it| *it.kind == link::ABOUT);
        about.map(|it| it.to.clone()).collect::<Vec<_>>()
    };
    assert_eq!(ends().await, [End::Measure("assessment-45".to_owned())]);
    director.get(&asked).await.says("assessment-45");
    director.post(&to, &about("")).await.is(303);
    assert_eq!(ends().await, []);
    // A vague word is asked about; a number without a figure refuses.
    let vague = [
        ("place", place),
        ("text", "Most were in time, and it improved to 99%."),
    ];
    director
        .post(&format!("{paper}/words"), &vague)
        .await
        .is(303);
    director
        .get(&paper)
        .await
        .says("What stops it from being issued");
    // Taken out, the record's own words stand again.
    director
        .post(
            &format!("{paper}/words"),
            &[("place", place), ("withdraw", "yes")],
        )
        .await
        .is(303);
    director
        .get(&paper)
        .await
        .never_says("Most were in time")
        .says("Nothing stops it");
}

#[tokio::test]
async fn what_was_issued_stays_and_what_changed_since_stands_beside_it() {
    let site = site().await;
    let meeting = board(&site, &["assessment-45"]).await;
    let mut director = site.visitor(Role::Director).await;
    let paper = begun(&mut director, "monthly-summary", meeting).await;
    issued(&mut director, &paper)
        .await
        .says("Issued on")
        .says("Every figure in it still stands")
        .says("80% (40 of 50) in March 2018");
    let html = director.get(&format!("{paper}/files/html")).await;
    html.is(200).says("80% (40 of 50) in March 2018");
    for format in ["docx", "xlsx", "csv"] {
        director
            .get(&format!("{paper}/files/{format}"))
            .await
            .is(200);
    }
    // A correction of the same return says otherwise of the same month.
    let mut analyst = site.as_analyst().await;
    let row = [
        ("Child Unique ID", "X1"),
        ("Continuous Assessment Start Date", "05/03/2018"),
        ("Continuous Assessment Date of Authorisation", "20/03/2018"),
        ("Allocated Team", "Moorland Assessment Team"),
    ];
    let corrected = crate::returns::list(4, &[&row]);
    analyst
        .load("2018-03-31", &[("4.csv", &corrected)])
        .await
        .is(303);
    site.house.reload().await.unwrap();
    director
        .get(&paper)
        .await
        .says("What has changed since")
        .says("published 80% (40 of 50), now 100% (1 of 1)")
        .says("80% (40 of 50) in March 2018");
    let again = director.get(&format!("{paper}/files/html")).await;
    assert_eq!(html.body, again.body, "byte for byte");
    // Nobody changes it any more.
    let sent = [("place", "in-short/charts/1"), ("text", "All is well.")];
    director
        .post(&format!("{paper}/words"), &sent)
        .await
        .is(404);
    // The next paper shows both.
    let next = begun(&mut director, "monthly-summary", meeting).await;
    let compared = format!("{next}/compare?with={}", paper.rsplit('/').next().unwrap());
    director
        .get(&compared)
        .await
        .is(200)
        .says("Two papers compared");
    assert!(site.store().verify().await.unwrap().faults.is_empty());
}

/// The analyst sends the March return again: one assessment was entered late, one authorised in time was not, one was
/// another council's.
#[tokio::test]
async fn why_a_figure_says_something_else_now_is_told_in_rows_and_never_by_child() {
    let site = site().await;
    let meeting = board(&site, &["assessment-45"]).await;
    let mut director = site.visitor(Role::Director).await;
    let paper = begun(&mut director, "directors-update", meeting).await;
    issued(&mut director, &paper).await.says("80% (40 of 50)");
    let mut analyst = site.as_analyst().await;
    let mut rows = Vec::new();
    for (team, late) in [("Moorland", 8), ("Sands", 2)] {
        for number in 0..20 + late {
            let child = format!("{}3{number:03}", &team[..1]);
            let starts = match (child.as_str(), number < late) {
                // Left out: another council's.
                ("M3027", _) => continue,
                (_, true) => "01/08/2017",
                _ => "05/03/2018",
            };
            // Moved to April: it had not ended.
            let ends = if child == "S3021" { "" } else { "20/03/2018" };
            rows.push([
                child,
                starts.into(),
                ends.into(),
                format!("{team} Assessment Team"),
            ]);
        }
    }
    let team = "Sands Assessment Team".to_owned();
    rows.push([
        "NEW1".into(),
        "05/03/2018".into(),
        "21/03/2018".into(),
        team,
    ]);
    let headings = [
        "Child Unique ID",
        "Continuous Assessment Start Date",
        "Continuous Assessment Date of Authorisation",
        "Allocated Team",
    ];
    let rows: Vec<Vec<(&str, String)>> = rows
        .into_iter()
        .map(|it| headings.into_iter().zip(it).collect())
        .collect();
    let corrected = crate::figures_site::csv(4, &rows);
    analyst
        .load("2018-03-31", &[("4.csv", &corrected)])
        .await
        .is(303);
    site.house.reload().await.unwrap();
    let why = "published 80% (40 of 50), now 79.6% (39 of 49): 1 recorded late, 1 corrected, 1 no longer in the return";
    // Asked again it is remembered, and the same.
    for _ in 0..2 {
        director.get(&paper).await.says(why).never_says("M3027");
    }
    // The next paper shows it in its own table, and beside the first.
    let next = begun(&mut director, "directors-update", meeting).await;
    director
        .get(&next)
        .await
        .says("1 recorded late, 1 corrected, 1 no longer in the return");
    let compared = format!("{next}/compare?with={}", paper.rsplit('/').next().unwrap());
    director.get(&compared).await.is(200).says(why);
    // When the return it was made from is gone, only the numbers are left to tell.
    let first = site.store().uploads().await.unwrap();
    let first = first
        .iter()
        .filter(|it| it.as_at.to_string() == "2018-03-31");
    let first = first.min_by_key(|it| it.id).unwrap().id;
    site.store()
        .delete_upload(first, None, "Sent by mistake")
        .await
        .unwrap();
    site.house.reload().await.unwrap();
    director
        .get(&paper)
        .await
        .says("published 80% (40 of 50), now 79.6% (39 of 49)")
        .never_says("recorded late");
}

/// Begins a paper from the return of January, which is 83 days old when the board meets.
async fn begun_in_january(director: &mut Visitor, template: &str, meeting: RecordId) -> String {
    let asked = [
        ("template", template),
        ("meeting", &meeting.to_string()),
        ("as_at", "2018-01-31"),
    ];
    let answer = director.post("/papers/new", &asked).await;
    answer.is(303).to().to_owned()
}

#[tokio::test]
async fn figures_too_old_for_the_meeting_are_annexed_as_a_later_return_tells_them() {
    let site = site().await;
    let meeting = board(&site, &["assessment-45"]).await;
    let mut director = site.visitor(Role::Director).await;
    for (template, format) in [("monthly-summary", "docx"), ("directors-update", "xlsx")] {
        let paper = begun_in_january(&mut director, template, meeting).await;
        director
            .get(&paper)
            .await
            .says("83 days old on 24 April 2018")
            .says("Annex the figures as at 31 March 2018")
            .says("Make the paper from the return as at 31 March 2018");
        // A button of yesterday's page, for a return that is not the latest, does nothing.
        let annex = format!("{paper}/annex");
        for day in ["2018-02-28", "2019-01-31"] {
            let asked = [("with", "annex"), ("day", day)];
            director.post(&annex, &asked).await.is(303);
        }
        director.get(&paper).await.never_says("are annexed, at its");
        let asked = [("with", "annex"), ("day", "2018-03-31")];
        director.post(&annex, &asked).await.is(303);
        director
            .get(&paper)
            .await
            .says("The figures as at 31 March 2018 are annexed")
            .says("Annex: the same figures as at 31 March 2018")
            .says("The limit for this paper is 70 days")
            .says("80% (40 of 50)")
            .never_says("83 days old on 24 April 2018. The limit is")
            .never_says("Annex the figures as at");
        let file = director.get(&format!("{paper}/files/{format}")).await;
        file.is(200);
        director
            .get(&format!("{paper}/files/html"))
            .await
            .says("Annex: the same figures as at 31 March 2018")
            .says("Numerator");
        // Taken out, the paper is too old again; made from the later return, it is not.
        director.post(&annex, &[("with", "nothing")]).await.is(303);
        director
            .get(&paper)
            .await
            .says("Annex the figures as at 31 March 2018")
            .never_says("Annex: the same figures");
        let asked = [("with", "instead"), ("day", "2018-03-31")];
        director.post(&annex, &asked).await.is(303);
        director
            .get(&paper)
            .await
            .never_says("days old on 24 April 2018")
            .says("80% (40 of 50)");
    }
}

#[tokio::test]
async fn a_paper_with_an_annex_is_issued_with_it() {
    let site = site().await;
    let meeting = board(&site, &["assessment-45"]).await;
    let mut director = site.visitor(Role::Director).await;
    let paper = begun_in_january(&mut director, "monthly-summary", meeting).await;
    let asked = [("with", "annex"), ("day", "2018-03-31")];
    director
        .post(&format!("{paper}/annex"), &asked)
        .await
        .is(303);
    director
        .get(&paper)
        .await
        .says("Nothing stops it from being issued");
    issued(&mut director, &paper)
        .await
        .says("Annex: the same figures as at 31 March 2018");
}

#[tokio::test]
async fn a_paper_with_small_numbers_is_not_for_scrutiny_nor_ever_published() {
    let site = site().await;
    let meeting = board(&site, &["assessment-45"]).await;
    let mut director = site.visitor(Role::Director).await;
    let paper = begun(&mut director, "monthly-summary", meeting).await;
    let mut scrutiny = site.visitor(Role::Scrutiny).await;
    scrutiny.get(&paper).await.is(404);
    issued(&mut director, &paper).await;
    director
        .post(&format!("{paper}/publish"), &[])
        .await
        .is(403);
    for at in ["", "/files/html", "/compare"] {
        scrutiny.get(&format!("{paper}{at}")).await.is(404);
    }
}

#[tokio::test]
async fn every_template_that_comes_with_waymark_makes_a_paper() {
    let site = site().await;
    let meeting = board(&site, &["assessment-45"]).await;
    let mut director = site.visitor(Role::Director).await;
    for (name, _) in waymark_report::paper::templates::FILES {
        let paper = begun(&mut director, name, meeting).await;
        let page = director.get(&paper).await;
        page.is(200).never_says("{");
    }
    director.get("/papers").await.is(200).says("Being written");
    director.get("/papers/new").await.is(200);
}
