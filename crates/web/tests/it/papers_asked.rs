//! A paper that was asked for: issued it answers what asked for it, and it goes to its committee as a link.

use crate::board::{action, keep, member, now, person, records, tie};
use crate::figures_site::{site, site_with, with_a_target};
use crate::papers::{begun, issued};
use crate::post_office::{Message, Mood, PostOffice};
use crate::site::{Site, Visitor};
use waymark_programme::{RecordId, Values, kinds, link};
use waymark_store::Role;
use waymark_web::mail::Settings;

/// The committee of this sort, with these members: name and address.
async fn committee(site: &Site, sort: &str, members: &[(&str, &str)]) -> RecordId {
    let values = Values::new()
        .with("name", "Scrutiny Committee")
        .with("sort", sort);
    let body = keep(site, &kinds::BODY, "active", values).await;
    for (name, email) in members {
        let id = member(site, name, "Councillor", "Wayshire", email).await;
        tie(site, id, &link::PART_OF, body).await;
    }
    body
}

const LOWE: (&str, &str) = ("Councillor Lowe", "lowe@wayshire.example");
const TINDALL: (&str, &str) = ("Councillor Tindall", "tindall@wayshire.example");

/// A briefing note for the committee, asked for as these, and its page.
async fn note(director: &mut Visitor, site: &Site, body: RecordId, asked: &[RecordId]) -> String {
    let first = asked.first().map_or_else(String::new, ToString::to_string);
    let paper = director
        .post(
            "/papers/new",
            &[
                ("template", "briefing-note"),
                ("meeting", &body.to_string()),
                ("asked", &first),
                ("as_at", "2018-03-31"),
            ],
        )
        .await
        .is(303)
        .to()
        .to_owned();
    for more in asked.iter().skip(1) {
        tie(site, number(&paper), &link::ANSWERS, *more).await;
    }
    paper
}

fn number(paper: &str) -> RecordId {
    RecordId(paper.rsplit('/').next().unwrap().parse().unwrap())
}

async fn published(director: &mut Visitor, paper: &str) {
    issued(director, paper).await;
    director
        .post(&format!("{paper}/publish"), &[])
        .await
        .is(303);
}

#[tokio::test]
async fn issued_it_is_the_evidence_of_the_action_it_was_asked_as_which_awaits_a_meeting() {
    let site = site().await;
    let body = committee(&site, "scrutiny", &[]).await;
    let asked = action("Write a briefing note every quarter", "Helen Farrow")
        .with("evidence", "The first draft went round in March");
    let asked = keep(&site, &kinds::ACTION, "accepted", asked).await;
    let mut director = site.visitor(Role::Director).await;
    director
        .get(&format!("/actions/{asked}"))
        .await
        .says("Write the paper");
    director
        .get(&format!("/papers/new?asked={asked}"))
        .await
        .is(200)
        .says("Write a briefing note every quarter");
    let paper = note(&mut director, &site, body, &[asked]).await;
    director
        .get(&paper)
        .await
        .says("Asked for as Write a briefing note every quarter Accepted")
        .says("awaits its confirmation at a meeting");
    let before = site.store().history_of(asked).await.unwrap().len();
    issued(&mut director, &paper)
        .await
        .says("Awaiting confirmation");
    let done = now(&site, asked).await;
    let reference = now(&site, number(&paper)).await.reference();
    assert_eq!(
        done.state.word, "evidenced",
        "not closed: a meeting confirms it"
    );
    assert_eq!(
        done.text("evidence"),
        format!(
            "The first draft went round in March\n\n{reference}, Quarterly briefing note on improvement activity and impact, March 2018, issued on 8 April 2018"
        )
    );
    assert!(
        records(&site)
            .await
            .led_here(asked, &link::EVIDENCE_FOR)
            .any(|it| it.id == number(&paper))
    );
    // One change: the paper's and the action's lines of history stand together.
    let action_at = site.store().history_of(asked).await.unwrap();
    let paper_at = site.store().history_of(number(&paper)).await.unwrap();
    assert_eq!(action_at.last().unwrap().at, paper_at.last().unwrap().at);
    assert!(action_at.len() > before);
    // The chair confirms it at a meeting, and not without one.
    let mut chair = site.visitor(Role::Chair).await;
    chair
        .get(&format!("/actions/{asked}"))
        .await
        .says("Answered by")
        .says("Confirm and close");
    let read = now(&site, asked).await.version.to_string();
    chair
        .post(&format!("/actions/{asked}/steps/close"), &[("read", &read)])
        .await
        .is(422);
    assert_eq!(now(&site, asked).await.state.word, "evidenced");
}

#[tokio::test]
async fn a_question_is_answered_a_promised_report_given_a_recommendation_evidenced_and_what_is_closed_stays()
 {
    let site = site().await;
    let body = committee(&site, "scrutiny", &[]).await;
    let made = async |kind, state, values: Values| keep(&site, kind, state, values).await;
    let text = |words: &str| Values::new().with("text", words);
    let owed = text("Briefing note")
        .with_list("owners", ["Helen Farrow"])
        .with("to", "Scrutiny Committee");
    let asked = [
        made(&kinds::QUESTION, "asked", text("What changed?")).await,
        made(&kinds::REPORT_BACK, "owed", owed).await,
        made(&kinds::RECOMMENDATION, "responded", text("Report it")).await,
        made(&kinds::ACTION, "closed", action("Old", "Helen Farrow")).await,
    ];
    let mut director = site.visitor(Role::Director).await;
    let paper = note(&mut director, &site, body, &asked).await;
    issued(&mut director, &paper).await;
    let mut states = Vec::new();
    for id in asked {
        states.push(now(&site, id).await.state.word);
    }
    assert_eq!(states, ["answered", "given", "responded", "closed"]);
    let question = now(&site, asked[0]).await;
    assert!(question.text("answer").contains("issued on 8 April 2018"));
    assert_eq!(question.text("answered_on"), "2018-04-08");
    assert_eq!(now(&site, asked[1]).await.text("date"), "2018-04-08");
    assert!(now(&site, asked[2]).await.has_evidence());
    assert_eq!(now(&site, asked[3]).await.text("evidence"), "");
}

trait Evidence {
    fn has_evidence(&self) -> bool;
}

impl Evidence for waymark_programme::Record {
    fn has_evidence(&self) -> bool {
        self.text("evidence").contains("briefing note")
    }
}

/// A site with a mail server, a committee of three, one of them without an address, and a published note.
async fn mailed(post: Option<&PostOffice>) -> (Site, Visitor, String) {
    let mut options = with_a_target();
    options.address = "https://waymark.wayshire.example".into();
    options.mail = post.map_or_else(Settings::default, PostOffice::settings);
    let site = site_with(options).await;
    let members = [LOWE, TINDALL, ("Councillor Amble", "")];
    let body = committee(&site, "scrutiny", &members).await;
    let question = Values::new()
        .with("text", "What changed this quarter?")
        .with("asked_by", "Councillor Lowe");
    let question = keep(&site, &kinds::QUESTION, "asked", question).await;
    let mut clerk = person(&site, "Marcus Bell", Role::DemocraticServices).await;
    let paper = note(&mut clerk, &site, body, &[question]).await;
    (site, clerk, paper)
}

async fn pressed(clerk: &mut Visitor, site: &Site, paper: &str, how: &str) {
    let read = now(site, number(paper)).await.version.to_string();
    clerk
        .post(&format!("{paper}/send"), &[("how", how), ("read", &read)])
        .await
        .is(303);
}

#[tokio::test]
async fn the_committee_gets_one_letter_each_with_the_link_and_no_figure() {
    let post = PostOffice::open().await;
    let (site, mut clerk, paper) = mailed(Some(&post)).await;
    let sending = format!("{paper}/send");
    clerk.get(&sending).await.is(404);
    issued(&mut clerk, &paper)
        .await
        .says("It was not sent to the committee yet");
    // Before it is published nobody on the committee could open it.
    clerk.get(&sending).await.is(200).says("Publish it first");
    clerk.post(&sending, &[("how", "rest")]).await.is(403);
    clerk.post(&format!("{paper}/publish"), &[]).await.is(303);
    clerk
        .get(&sending)
        .await
        .says("Send it to 2 members")
        .says("Councillor Amble")
        .says("No e-mail address is known");
    let old = now(&site, number(&paper)).await.version.to_string();
    pressed(&mut clerk, &site, &paper, "rest").await;
    let letters: Vec<Message> = post.kept().iter().map(Message::of).collect();
    let mut to: Vec<&str> = letters.iter().map(|it| it.to[0].as_str()).collect();
    to.sort_unstable();
    assert_eq!(to, [LOWE.1, TINDALL.1]);
    let link = format!("https://waymark.wayshire.example/public{paper}");
    for letter in &letters {
        assert_eq!(letter.header("Subject"), "Waymark: a paper for you");
        assert!(letter.text.contains(&link) && letter.html.contains(&link));
        assert!(!letter.text.contains('%') && !letter.html.contains('%'));
    }
    site.nobody().get(&format!("/public{paper}")).await.is(200);
    // Who sent it when to how many is on its record, and in its history.
    let record = now(&site, number(&paper)).await;
    assert_eq!(
        ["sent_on", "sent_by", "sent_to"].map(|it| record.text(it)),
        ["2018-04-08", "Marcus Bell", "2 of 3 members"]
    );
    clerk
        .get(&paper)
        .await
        .says("Sent on 8 April 2018 by Marcus Bell: 2 of 3 members.");
    assert!(site.store().verify().await.unwrap().faults.is_empty());
    // Pressed again on the page as it was, or on the new one, nobody gets it twice.
    clerk
        .post(&sending, &[("how", "rest"), ("read", &old)])
        .await
        .is(303);
    pressed(&mut clerk, &site, &paper, "rest").await;
    assert_eq!(post.kept().len(), 2);
    clerk
        .get(&sending)
        .await
        .says("Everybody who can be sent it has it");
    // Asked for, it goes out once more.
    pressed(&mut clerk, &site, &paper, "all").await;
    assert_eq!(post.kept().len(), 4);
    // Scrutiny's first page shows it as delivered, and the question as answered with it.
    site.visitor(Role::Scrutiny)
        .await
        .get("/")
        .await
        .is(200)
        .says("Papers for us (1)")
        .says("Delivered")
        .says("Sent on 8 April 2018 by Marcus Bell: 2 of 3 members")
        .says("Asked for as What changed this quarter?");
}

#[tokio::test]
async fn pressed_twice_at_once_each_member_gets_one_letter() {
    let post = PostOffice::open().await;
    let (site, mut clerk, paper) = mailed(Some(&post)).await;
    published(&mut clerk, &paper).await;
    let read = now(&site, number(&paper)).await.version.to_string();
    let mut both = Vec::new();
    for _ in 0..4 {
        let (mut clerk, paper, read) = (clerk.clone(), paper.clone(), read.clone());
        both.push(tokio::spawn(async move {
            let fields = [("how", "rest"), ("read", read.as_str())];
            clerk.post(&format!("{paper}/send"), &fields).await.is(303);
        }));
    }
    for one in both {
        one.await.unwrap();
    }
    assert_eq!(post.kept().len(), 2);
}

#[tokio::test]
async fn who_the_mail_server_refused_is_named_and_can_be_sent_it_again() {
    let post = PostOffice::open().await;
    let (site, mut clerk, paper) = mailed(Some(&post)).await;
    published(&mut clerk, &paper).await;
    post.is(Mood::Refusing);
    pressed(&mut clerk, &site, &paper, "rest").await;
    assert_eq!(now(&site, number(&paper)).await.text("sent_on"), "");
    clerk
        .get(&format!("{paper}/send"))
        .await
        .says("Not sent: the mail server refused it")
        .says("Send it to 2 members");
}

#[tokio::test]
async fn without_a_mail_server_the_page_has_the_link_and_the_addresses() {
    let (site, mut clerk, paper) = mailed(None).await;
    published(&mut clerk, &paper).await;
    let page = clerk.get(&format!("{paper}/send")).await;
    page.is(200)
        .says("No mail server is set up")
        .says("lowe@wayshire.example, tindall@wayshire.example");
    let link = format!("https://waymark.wayshire.example/public{paper}");
    assert!(page.body.contains(&link));
    assert!(
        page.body
            .contains("mailto:?bcc=lowe%40wayshire.example,tindall%40wayshire.example&")
            || page
                .body
                .contains("mailto:?bcc=lowe%40wayshire.example,tindall%40wayshire.example&#38;")
    );
    pressed(&mut clerk, &site, &paper, "hand").await;
    clerk
        .get(&paper)
        .await
        .says("Sent on 8 April 2018 by Marcus Bell: 2 members, by hand.");
}

#[tokio::test]
async fn a_paper_with_small_numbers_goes_to_members_with_accounts_alone() {
    let post = PostOffice::open().await;
    let mut options = with_a_target();
    options.address = "https://waymark.wayshire.example".into();
    options.mail = post.settings();
    let site = site_with(options).await;
    let body = committee(&site, "board", &[LOWE, TINDALL]).await;
    site.account(LOWE.0, Role::Member, &[]).await;
    // A scrutiny councillor's account does not open it.
    site.account(TINDALL.0, Role::Scrutiny, &[]).await;
    let mut director = site.visitor(Role::Director).await;
    let paper = begun(&mut director, "monthly-summary", body).await;
    issued(&mut director, &paper).await;
    director
        .get(&format!("{paper}/send"))
        .await
        .says("Send it to 1 member")
        .says("They have no account of the board’s");
    pressed(&mut director, &site, &paper, "rest").await;
    let letter = post.only();
    assert_eq!(letter.to, [LOWE.1]);
    assert!(letter.text.contains("Sign in to read it:"));
    assert!(
        letter
            .text
            .contains(&format!("https://waymark.wayshire.example{paper}"))
    );
}
