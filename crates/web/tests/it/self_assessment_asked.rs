//! Partners asked to comment on paragraphs of the self-assessment: through a link without an account, or signed in.

use crate::board::{now, person, records, site};
use crate::post_office::PostOffice;
use crate::self_assessment::{Drafted, drafted};
use crate::site::{Answer, Site, Visitor, secret_in};
use axum::http::header;
use jiff::{SignedDuration, Timestamp};
use waymark_programme::kinds::{CLAIM, SUGGESTION};
use waymark_programme::{Change, Changes, Readers, RecordId, link};
use waymark_store::{NewAccount, Role};
use waymark_web::mail::Settings;

const RUTH: (&str, &str) = ("Ruth Kell", "ruth.kell@police.example");

async fn begun() -> (Site, Drafted) {
    let site = site(Settings::default()).await;
    let drafted = drafted(&site).await;
    (site, drafted)
}

/// A link about these paragraphs that ends in so many hours.
async fn link_for(site: &Site, drafted: &Drafted, parts: &[RecordId], hours: i64) -> String {
    let now = Timestamp::now();
    let ends = now + SignedDuration::from_hours(hours);
    let made = now - SignedDuration::from_hours(100);
    let (_, token) = site
        .store()
        .make_ask_about(drafted.assessment, parts, RUTH, None, made, ends)
        .await
        .unwrap();
    format!("/asked/{}", token.reveal())
}

fn control(claim: RecordId) -> String {
    format!("comment-{claim}")
}

/// Opens a link and comments.
async fn comment(who: &mut Visitor, path: &str, claim: RecordId, text: &str) -> Answer {
    let page = who.get(path).await;
    page.is(200);
    let secret = secret_in(&page.body);
    let fields = [("csrf", secret.as_str()), (&control(claim), text)];
    who.post_bare(path, &fields).await
}

async fn comments(site: &Site, claim: RecordId) -> Vec<(String, String, &'static str)> {
    waymark_programme::self_assessment::comments(&*records(site).await, claim)
        .into_iter()
        .map(|it| {
            (
                it.title().to_owned(),
                it.text("said_by").to_owned(),
                it.state.word,
            )
        })
        .collect()
}

#[tokio::test]
async fn a_partner_without_an_account_sees_the_paragraphs_asked_about_and_nothing_else() {
    let (site, drafted) = begun().await;
    let path = link_for(&site, &drafted, &[drafted.weak], 24).await;
    let mut ruth = site.nobody();
    let page = ruth.get(&path).await;
    page.is(200)
        .says("Wayshire County Council asks Ruth Kell")
        .says("Self-assessment, spring 2018")
        .says("The experiences and progress of children who need help and protection")
        .says("An area for development")
        .says("Plans for children drift")
        .never_says("Assessments are completed in time")
        .never_says("Child in need plans");
    assert!(!page.body.contains("<nav") && !page.body.contains("/sign-out"));
    assert!(!page.headers.contains_key(header::SET_COOKIE), "no cookie");
    assert_eq!(page.headers["x-robots-tag"], "noindex, nofollow");
    assert_eq!(page.headers[header::CACHE_CONTROL], "no-store");
    for path in ["/self-assessment", &drafted.path] {
        ruth.get(path).await.is(303);
    }
}

#[tokio::test]
async fn what_they_write_awaits_an_answer_beside_its_paragraph_and_uses_the_link_up() {
    let (site, drafted) = begun().await;
    let both = [drafted.weak, drafted.strength];
    let path = link_for(&site, &drafted, &both, 24).await;
    let mut ruth = site.nobody();
    comment(
        &mut ruth,
        &path,
        drafted.weak,
        "Two police\r\nreviews <b>say</b> so\u{7}",
    )
    .await
    .is(200)
    .says("Thank you")
    .says("accepted or declined with a reason");
    let kept = (
        "Two police reviews <b>say</b> so".to_owned(),
        RUTH.0.to_owned(),
        "offered",
    );
    assert_eq!(comments(&site, drafted.weak).await, [kept]);
    assert_eq!(comments(&site, drafted.strength).await, []);
    let all = records(&site).await;
    let made = all.of(&SUGGESTION).next().unwrap();
    assert_eq!(
        (made.text("source"), made.by.as_str()),
        ("partner", "Ruth Kell (by link)")
    );
    comment_refused(&mut ruth, &path).await;
    // The director sees it, escaped, and answers with a reason; until then it blocks the sign-off.
    let mut director = site.visitor(Role::Director).await;
    let page = director.get(&drafted.path).await;
    page.says("Two police reviews <b>say</b> so")
        .says("Ruth Kell")
        .says("a comment, awaits an answer");
    assert!(!page.body.contains("<b>say"));
    let answers = [
        ("comment", &*made.id.to_string()),
        ("answer", "decline"),
        ("response", "The reviews were of 2016"),
    ];
    director
        .post(&format!("{}/answers", drafted.path), &answers)
        .await
        .is(303);
    assert_eq!(now(&site, made.id).await.state.word, "declined");
    assert!(site.store().verify().await.unwrap().faults.is_empty());
}

async fn comment_refused(who: &mut Visitor, path: &str) {
    who.get(path).await.is(404).says("This link cannot be used");
    who.post_bare(path, &[("csrf", "forged"), ("comment-1", "x")])
        .await
        .is(404);
}

#[tokio::test]
async fn nothing_typed_too_much_or_beside_another_paragraph_is_kept() {
    let (site, drafted) = begun().await;
    let path = link_for(&site, &drafted, &[drafted.weak], 24).await;
    let mut ruth = site.nobody();
    comment(&mut ruth, &path, drafted.weak, " \r\n ")
        .await
        .is(422)
        .says("Write a comment on at least one paragraph");
    let long = "x".repeat(301);
    comment(&mut ruth, &path, drafted.weak, &long)
        .await
        .is(422)
        .says("300 characters")
        .says(&long);
    // A paragraph they were not asked about, by its number.
    comment(&mut ruth, &path, drafted.strength, "I add this")
        .await
        .is(422);
    assert_eq!(comments(&site, drafted.strength).await, []);
    // What right-to-left writers and pictures bring is kept as it is.
    comment(
        &mut ruth,
        &path,
        drafted.weak,
        "صحيح 👍 {{ csrf }} '; drop table asks; --",
    )
    .await
    .is(200);
    assert_eq!(
        comments(&site, drafted.weak).await[0].0,
        "صحيح 👍 {{ csrf }} '; drop table asks; --"
    );
}

#[tokio::test]
async fn forged_revoked_and_old_links_and_those_of_others_are_refused() {
    let (site, drafted) = begun().await;
    let mut ruth = site.nobody();
    let live = link_for(&site, &drafted, &[drafted.weak], 24).await;
    let other = link_for(&site, &drafted, &[drafted.weak], 24).await;
    let others = secret_in(&ruth.get(&other).await.body);
    let name = control(drafted.weak);
    for forged in ["", "x", live.rsplit('/').next().unwrap(), &others] {
        ruth.post_bare(&live, &[("csrf", forged), (&name, "Forged")])
            .await
            .is(403);
    }
    let old = link_for(&site, &drafted, &[drafted.weak], -1).await;
    comment_refused(&mut ruth, &old).await;
    let forged = format!("/asked/{}", "0123456789abcdef".repeat(4));
    comment_refused(&mut ruth, &forged).await;
    // Revoked by the owner; a member may not.
    let ask = site.store().asks_of(drafted.assessment).await.unwrap();
    let ask = ask
        .iter()
        .find(|it| it.is_live(Timestamp::now()))
        .unwrap()
        .id;
    let revoke = format!("{}/links/{ask}/revoke", drafted.path);
    site.visitor(Role::Member)
        .await
        .post(&revoke, &[])
        .await
        .is(403);
    let mut director = site.visitor(Role::Director).await;
    director
        .get(&format!("{}/ask", drafted.path))
        .await
        .says("Ruth Kell, ruth.kell@police.example")
        .says("Revoke this link");
    director.post(&revoke, &[]).await.is(303);
    comment_refused(&mut ruth, &other).await;
    assert_eq!(comments(&site, drafted.weak).await, []);
    comment(&mut ruth, &live, drafted.weak, "It stands")
        .await
        .is(200);
    assert_eq!(comments(&site, drafted.weak).await.len(), 1);
}

#[tokio::test]
async fn a_paragraph_that_was_withdrawn_or_is_for_a_few_only_is_not_shown() {
    let (site, drafted) = begun().await;
    let both = [drafted.weak, drafted.strength];
    let path = link_for(&site, &drafted, &both, 24).await;
    let mut ruth = site.nobody();
    let mut changes = Changes::by(crate::board::clerk());
    let strength = now(&site, drafted.strength).await;
    changes.list.push(Change::Edit {
        record: strength.id,
        read: strength.version,
        readers: Readers::Restricted,
        values: strength.values.clone(),
    });
    site.store().keep(&changes).await.unwrap();
    ruth.get(&path)
        .await
        .says("Plans for children drift")
        .never_says("Assessments are completed in time");
    site.visitor(Role::Director)
        .await
        .get(&format!("{}/ask", drafted.path))
        .await
        .never_says("Assessments are completed in time");
    let mut changes = Changes::by(crate::board::clerk()).because("Reworded");
    let weak = now(&site, drafted.weak).await;
    assert!(weak.is(&CLAIM));
    changes.list.push(Change::Move {
        record: weak.id,
        read: weak.version,
        to: "withdrawn",
    });
    site.store().keep(&changes).await.unwrap();
    ruth.get(&path).await.is(200).says("Nothing more is needed");
}

#[tokio::test]
async fn the_owner_asks_by_paragraph_or_judgement_and_the_letter_says_nothing_of_them() {
    let post = PostOffice::open().await;
    let site = site(post.settings()).await;
    let drafted = drafted(&site).await;
    let mut director = site.visitor(Role::Director).await;
    let path = format!("{}/ask", drafted.path);
    director
        .get(&drafted.path)
        .await
        .says("Ask a partner to comment");
    director
        .get(&path)
        .await
        .is(200)
        .says("On which paragraphs?")
        .says("All of “The experiences and progress of children who need help and protection”");
    director
        .post(
            &path,
            &[("name", "Ruth Kell"), ("email", "no"), ("days", "91")],
        )
        .await
        .is(422)
        .says("Enter an e-mail address")
        .says("1 to 90")
        .says("Choose at least one paragraph");
    let asked = [
        ("name", RUTH.0),
        ("email", RUTH.1),
        ("days", "14"),
        ("parts", "help-and-protection"),
    ];
    director.post(&path, &asked).await.is(303);
    let letter = post.only();
    assert_eq!(letter.to, [RUTH.1]);
    assert_eq!(letter.header("Subject"), "Waymark: a request to you");
    assert!(
        letter
            .text
            .contains("asks for your comments on 2 paragraphs of its self-assessment")
    );
    assert!(!letter.text.contains("drift"));
    let address = letter.text.lines().find(|it| it.starts_with("https://"));
    let link = address
        .unwrap()
        .strip_prefix("https://waymark.wayshire.example")
        .unwrap();
    let mut ruth = site.nobody();
    let thanks = comment(&mut ruth, link, drafted.strength, "In time, yes").await;
    thanks.is(200).says("Send me another link");
    let secret = secret_in(&thanks.body);
    ruth.post_bare(&format!("{link}/again"), &[("csrf", &secret)])
        .await
        .is(200)
        .says("Another link is on its way");
    assert_eq!(post.kept().len(), 2);
    let asks = site.store().asks_of(drafted.assessment).await.unwrap();
    assert_eq!(asks[0].parts, asks[1].parts, "about the same paragraphs");
    // The clerk's first page says whose answer is waited for.
    site.visitor(Role::DemocraticServices)
        .await
        .get("/")
        .await
        .says("Links sent and not answered (1) Self-assessment, spring 2018 Ruth Kell.");
}

#[tokio::test]
async fn without_a_mail_server_the_link_is_shown_once() {
    let (site, drafted) = begun().await;
    let mut director = site.visitor(Role::Director).await;
    let weak = drafted.weak.to_string();
    let asked = [
        ("name", RUTH.0),
        ("email", RUTH.1),
        ("days", "14"),
        ("parts", weak.as_str()),
    ];
    let path = format!("{}/ask", drafted.path);
    let page = director.post(&path, &asked).await;
    page.is(200)
        .says("It is shown this once")
        .says("Back to the self-assessment");
    assert!(
        page.body
            .contains("https://waymark.wayshire.example/asked/")
    );
}

#[tokio::test]
async fn members_comment_when_signed_in_and_partners_on_what_they_are_asked() {
    let (site, drafted) = begun().await;
    let mut member = person(&site, "Judith Amble", Role::Member).await;
    let weak = drafted.weak.to_string();
    let said = [("claim", weak.as_str()), ("text", "It is so in the North")];
    let path = format!("{}/comments", drafted.path);
    member.post(&path, &said).await.is(303);
    assert_eq!(comments(&site, drafted.weak).await[0].1, "Judith Amble");
    // A partner with an account: nothing before they are asked, then the paragraphs they are asked about.
    let account = site
        .store()
        .create_account(NewAccount {
            sign_in_name: RUTH.1.to_owned(),
            name: RUTH.0.to_owned(),
            role: Role::Partner,
            areas: Vec::new(),
            password_hash: waymark_web::password::hash("a long password"),
        })
        .await
        .unwrap();
    let mut ruth = site.signed_in(&account).await;
    ruth.get("/self-assessment")
        .await
        .is(200)
        .says("You are not asked to comment on anything now")
        .never_says("Plans for children drift");
    ruth.get(&drafted.path).await.is(403);
    ruth.post(&path, &said).await.is(404);
    link_for(&site, &drafted, &[drafted.weak], 24).await;
    ruth.get("/actions")
        .await
        .says("You are asked to comment on the self-assessment");
    ruth.get("/self-assessment")
        .await
        .says("Plans for children drift")
        .never_says("Assessments are completed in time")
        .never_says("It is so in the North");
    let ask = site.store().asks_of(drafted.assessment).await.unwrap()[0]
        .id
        .to_string();
    let name = control(drafted.weak);
    ruth.post(&path, &[("asked", &ask), (&name, " ")])
        .await
        .is(422)
        .says("Write a comment on at least one paragraph");
    // Somebody else's request is not theirs to answer.
    let mut other = person(&site, "Headteacher", Role::Partner).await;
    other
        .post(&path, &[("asked", &ask), (&name, "Not mine")])
        .await
        .is(404);
    ruth.post(&path, &[("asked", &ask), (&name, "We see it too")])
        .await
        .is(303);
    let kept = comments(&site, drafted.weak).await;
    assert_eq!(
        (kept[1].0.as_str(), kept[1].1.as_str(), kept[1].2),
        ("We see it too", "Ruth Kell", "offered")
    );
    let all = records(&site).await;
    let about = |it: &waymark_programme::Record| {
        all.leads_to(it.id, &link::ABOUT)
            .any(|it| it.id == drafted.weak)
    };
    assert_eq!(all.of(&SUGGESTION).filter(|it| about(it)).count(), 2);
    ruth.get("/self-assessment")
        .await
        .says("You are not asked to comment on anything now");
}
