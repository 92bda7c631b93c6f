//! Reminders over a real connection: one letter an owner and period, tried again, nothing of records in the subject.

use crate::board::{action, keep, member, now, owed, site};
use crate::post_office::{Message, Mood, PostOffice};
use crate::site::secret_in;
use waymark_programme::{Changes, Readers, Values, kinds};
use waymark_store::Role;
use waymark_web::mail::{Came, NotSent, remind};

#[tokio::test]
async fn each_owner_gets_one_letter_with_what_they_owe() {
    let post = PostOffice::open().await;
    let site = site(post.settings()).await;
    site.account("Ann Marsh", Role::Director, &[]).await;
    member(
        &site,
        "Ann Marsh",
        "Director of Children's Services",
        "County Council",
        "ann.marsh@wayshire.example",
    )
    .await;
    owed(
        &site,
        "accepted",
        "Bring the heat maps",
        "Ann Marsh",
        "2018-03-12",
    )
    .await;
    owed(
        &site,
        "accepted",
        "Say how vacancies stand",
        "Director of Children's Services",
        "2018-04-15",
    )
    .await;
    owed(&site, "open", "Think about it", "Ann Marsh", "2018-09-01").await;
    owed(&site, "accepted", "Far away", "Ann Marsh", "2018-09-01").await;
    owed(&site, "closed", "Long done", "Ann Marsh", "2018-01-01").await;
    let round = remind(&site.house, true).await.unwrap();
    assert_eq!((round.len(), round[0].came), (1, Came::Looked));
    assert!(post.kept().is_empty(), "looking sends nothing");
    let round = remind(&site.house, false).await.unwrap();
    assert_eq!(
        (round[0].overdue, round[0].soon, round[0].waiting),
        (1, 1, 1)
    );
    assert_eq!(round[0].came, Came::Sent);
    let letter = post.only();
    assert_eq!(letter.to, ["ann.marsh@wayshire.example"]);
    assert_eq!(letter.header("Subject"), "Waymark: what is waiting for you");
    assert_eq!(letter.header("Auto-Submitted"), "auto-generated");
    assert!(letter.header("From").contains("board@wayshire.example"));
    for words in [
        "Overdue",
        "Bring the heat maps",
        "Due 12 March 2018, 27 days over",
        "Due in the next 7 days",
        "Say how vacancies stand",
        "Waiting for you",
        "Think about it",
        "https://waymark.wayshire.example/actions/",
    ] {
        assert!(
            letter.text.contains(words),
            "{words:?} is not in {}",
            letter.text
        );
        assert!(
            letter.html.contains(&words.replace('\'', "&#39;")),
            "{words:?} is not in {}",
            letter.html
        );
    }
    for words in ["Far away", "Long done", "/asked/"] {
        assert!(!letter.text.contains(words), "{words}");
    }
    let again = remind(&site.house, false).await.unwrap();
    assert_eq!(again[0].came, Came::Before);
    assert_eq!(post.kept().len(), 1, "once a week");
}

#[tokio::test]
async fn two_nodes_at_once_write_once() {
    let post = PostOffice::open().await;
    let site = site(post.settings()).await;
    for number in 0..5 {
        let name = format!("Member {number}");
        member(&site, &name, "", "", &format!("m{number}@wayshire.example")).await;
        owed(&site, "open", "Something", &name, "2018-03-12").await;
    }
    let mut nodes = Vec::new();
    for _ in 0..4 {
        let house = site.house.clone();
        nodes.push(tokio::spawn(
            async move { remind(&house, false).await.unwrap() },
        ));
    }
    let mut sent = 0;
    for node in nodes {
        sent += node
            .await
            .unwrap()
            .iter()
            .filter(|it| it.came == Came::Sent)
            .count();
    }
    assert_eq!((sent, post.kept().len()), (5, 5));
}

#[tokio::test]
async fn a_partner_without_an_account_answers_from_the_letter() {
    let post = PostOffice::open().await;
    let site = site(post.settings()).await;
    member(
        &site,
        "Ruth Kell",
        "Superintendent",
        "Wayshire Constabulary",
        "ruth.kell@police.example",
    )
    .await;
    let id = owed(
        &site,
        "open",
        "Review live cases",
        "Wayshire Constabulary",
        "2018-03-31",
    )
    .await;
    remind(&site.house, false).await.unwrap();
    let letter = post.only();
    assert!(letter.text.contains("do not pass this letter on"));
    let address = letter
        .text
        .lines()
        .map(str::trim)
        .find(|it| it.contains("/asked/"))
        .unwrap();
    let link = address
        .strip_prefix("https://waymark.wayshire.example")
        .unwrap();
    let mut ruth = site.nobody();
    let page = ruth.get(link).await;
    page.is(200).says("Review live cases");
    let secret = secret_in(&page.body);
    ruth.post_bare(link, &[("csrf", &secret), ("answer", "accept")])
        .await
        .is(200);
    assert_eq!(now(&site, id).await.by, "Ruth Kell (by link)");
}

#[tokio::test]
async fn what_did_not_go_is_shown_and_tried_again_and_its_links_are_dead() {
    let post = PostOffice::open().await;
    let site = site(post.settings()).await;
    member(&site, "Ruth Kell", "", "Police", "ruth.kell@police.example").await;
    let id = owed(&site, "open", "Review live cases", "Police", "2018-03-31").await;
    post.is(Mood::Later);
    let round = remind(&site.house, false).await.unwrap();
    assert_eq!(round[0].came, Came::Not(NotSent::Later));
    assert!(
        site.store()
            .asks_of(id)
            .await
            .unwrap()
            .iter()
            .all(|it| it.revoked.is_some())
    );
    for role in [Role::Administrator, Role::DemocraticServices] {
        site.visitor(role)
            .await
            .get("/actions/letters")
            .await
            .is(200)
            .says("1 letter did not go out.")
            .says("the mail server asked to try again later")
            .never_says("Review live cases");
    }
    post.is(Mood::Kind);
    assert_eq!(
        remind(&site.house, false).await.unwrap()[0].came,
        Came::Before,
        "not at once"
    );
    // An hour later.
    let letters = site.store().letters(1).await.unwrap();
    assert!(letters[0].failed.is_some());
}

#[tokio::test]
async fn a_refused_address_is_not_tried_again() {
    let post = PostOffice::open().await;
    let site = site(post.settings()).await;
    member(&site, "Ruth Kell", "", "Police", "gone@police.example").await;
    owed(&site, "open", "Review live cases", "Police", "2018-03-31").await;
    post.is(Mood::Refusing);
    assert_eq!(
        remind(&site.house, false).await.unwrap()[0].came,
        Came::Not(NotSent::Refused)
    );
    assert_eq!(
        remind(&site.house, false).await.unwrap()[0].came,
        Came::Before
    );
}

#[tokio::test]
async fn nobody_answering_at_the_mail_server_is_told() {
    let mut settings = PostOffice::open().await.settings();
    // A port that nobody listens on.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    settings.port = listener.local_addr().unwrap().port();
    drop(listener);
    let site = site(settings).await;
    member(&site, "Ruth Kell", "", "Police", "ruth.kell@police.example").await;
    owed(&site, "open", "Review live cases", "Police", "2018-03-31").await;
    let round = remind(&site.house, false).await.unwrap();
    assert_eq!(round[0].came, Came::Not(NotSent::NoAnswer));
}

#[tokio::test]
async fn names_and_titles_begin_no_header_and_no_address() {
    let post = PostOffice::open().await;
    let site = site(post.settings()).await;
    let name = "Ruth\r\nBcc: all@elsewhere.example\r\n\r\n<script>Kell";
    let mut changes = Changes::by(crate::board::clerk());
    // As an import or an older version might have kept it: the form refuses such a name.
    let values = Values::new()
        .with("name", name)
        .with("agency", "Police")
        .with("email", "ruth.kell@police.example");
    changes.make_as(&kinds::MEMBER, "serving", Readers::Board, values);
    let title = "Review\r\nTo: all@elsewhere.example\r\n.\r\nMAIL FROM:<x@y.example> <img src=x>";
    let due = action(title, "Police").with("due", "2018-03-31");
    changes.make_as(&kinds::ACTION, "open", Readers::Board, due);
    let secret = action("A case under legal advice", "Police").with("due", "2018-03-30");
    changes.make_as(&kinds::ACTION, "open", Readers::Restricted, secret);
    site.store().keep(&changes).await.unwrap();
    remind(&site.house, false).await.unwrap();
    let kept = post.kept();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].to, ["ruth.kell@police.example"]);
    let letter = Message::of(&kept[0]);
    assert!(
        letter
            .headers
            .iter()
            .all(|(it, _)| !it.eq_ignore_ascii_case("bcc"))
    );
    let names: Vec<&str> = letter.headers.iter().map(|(it, _)| it.as_str()).collect();
    assert_eq!(
        names
            .iter()
            .filter(|it| it.eq_ignore_ascii_case("to"))
            .count(),
        1
    );
    assert!(!letter.html.contains("<script>") && !letter.html.contains("<img"));
    assert!(letter.text.contains("Review To: all@elsewhere.example"));
    assert!(
        !letter.text.contains("legal advice"),
        "what few may read is named by its reference"
    );
    assert!(!letter.header("Subject").contains("Review"));
}

#[tokio::test]
async fn who_runs_the_board_is_told_what_waits_for_a_decision() {
    let post = PostOffice::open().await;
    let site = site(post.settings()).await;
    site.account("clerk@wayshire.example", Role::DemocraticServices, &[])
        .await;
    keep(
        &site,
        &kinds::ACTION,
        "evidenced",
        action("Tell the schools", "Ann Marsh")
            .with("evidence", "Told")
            .with("due", "2018-01-01"),
    )
    .await;
    keep(
        &site,
        &kinds::ACTION,
        "open",
        action("Review live cases", "Ann Marsh").with("proposed_due", "2018-06-01"),
    )
    .await;
    let closed = site
        .account("left@wayshire.example", Role::Chair, &[])
        .await;
    site.store().set_active(closed.id, false).await.unwrap();
    remind(&site.house, false).await.unwrap();
    let letter = post.only();
    assert_eq!(letter.to, ["clerk@wayshire.example"]);
    assert!(
        letter.text.contains("To be confirmed at a meeting")
            && letter.text.contains("Another date is proposed")
    );
}
