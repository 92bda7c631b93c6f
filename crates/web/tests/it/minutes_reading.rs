//! Reading minutes that exist: nothing is kept before a clerk says so, and then what they said.

use crate::site::{Answer, Site, Visitor};
use axum::body::Body;
use axum::http::{Request, header};
use waymark_programme::kind::Kind;
use waymark_programme::link::{ABOUT, CAME_FROM, PART_OF, PROMISED_FOR};
use waymark_programme::{Readers, Record, Records, kinds};
use waymark_store::Role;

const MINUTES: &str = "Wayshire Improvement Board\n\
Minutes of the Meeting held on Tuesday, 13th March, 2018 at 2.30 pm in Shire Hall, Waytown\n\
Present:\n\t Ann Oates\n\tWayshire Constabulary\n\n\tZoe Quill\n\tWayshire County Council\n\n\t\n\t\n\n\
<AI1>\n\n\t1.  \n\tProgress <script>alert(1)</script>\n\n\n\n\
Members discussed caseloads, which some thought high.\n\n\
Resolved: that the report be noted.\n\n\
Actions:\n\n\u{b7}  Share the audit tool with partners \u{2013} Zoe Quill.\n</AI1>\n\
<AI2>\n\n\t2.  \n\tAny Other Business\n\n\n\nThere was none.\n</AI2>\n";

/// Sends minutes as a browser would: pasted, or as a file of this name.
async fn sends(visitor: &mut Visitor, file: Option<&str>, bytes: &[u8]) -> Answer {
    let part = |name: &str, file: Option<&str>| {
        let file = file.map_or_else(String::new, |it| format!("; filename=\"{it}\""));
        format!("--XX\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n")
    };
    let mut body = part("csrf", None).into_bytes();
    body.extend(visitor.csrf.as_bytes());
    let name = if file.is_some() { "file" } else { "pasted" };
    body.extend(format!("\r\n{}", part(name, file)).as_bytes());
    body.extend(bytes);
    body.extend(b"\r\n--XX--\r\n");
    let request = Request::post("/minutes/read")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=XX");
    visitor.send(request, Body::from(body)).await
}

fn unescaped(text: &str) -> String {
    let pairs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#38;", "&"),
        ("&amp;", "&"),
    ];
    let pairs = pairs.iter();
    pairs.fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// What the form of a page would send, boxes unticked.
fn form(page: &str) -> Vec<(String, String)> {
    let attribute = |tag: &str, name: &str| {
        let (_, after) = tag.split_once(&format!(" {name}=\""))?;
        Some(unescaped(after.split('"').next()?))
    };
    let mut out = Vec::new();
    let main = page
        .split("<form method=\"post\" action=\"/minutes/read/keep\"")
        .nth(1)
        .unwrap();
    for piece in main.split("</form>").next().unwrap().split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        let name = attribute(tag, "name").unwrap_or_default();
        if tag.starts_with("input") && !tag.contains("checkbox") {
            out.push((name, attribute(tag, "value").unwrap_or_default()));
        } else if tag.starts_with("textarea") {
            // A browser leaves out the first line end.
            let text = unescaped(text);
            out.push((name, text.strip_prefix('\n').unwrap_or(&text).to_owned()));
        } else if tag.starts_with("select") {
            out.push((name, String::new()));
        } else if tag.starts_with("option") && tag.contains(" selected") {
            out.last_mut().unwrap().1 = attribute(tag, "value").unwrap_or_default();
        }
    }
    out
}

async fn keeps(
    visitor: &mut Visitor,
    fields: &[(String, String)],
    more: &[(&str, &str)],
) -> Answer {
    let mut all: Vec<(&str, &str)> = fields
        .iter()
        .filter(|(name, _)| name != "csrf")
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    all.extend(more);
    visitor.post("/minutes/read/keep", &all).await
}

fn set(fields: &mut [(String, String)], name: &str, value: &str) {
    let found = fields.iter_mut().find(|(it, _)| it == name);
    found.unwrap_or_else(|| panic!("no field {name}")).1 = value.to_owned();
}

fn one<'r>(records: &'r Records, kind: &'static Kind) -> &'r Record {
    let found: Vec<&Record> = records.of(kind).collect();
    assert_eq!(found.len(), 1, "{}", kind.plural);
    found[0]
}

#[tokio::test]
async fn nothing_is_kept_before_a_clerk_says_so() {
    let site = Site::new().await;
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    let page = sends(&mut clerk, None, MINUTES.as_bytes()).await;
    page.is(200)
        .says("Is this what the minutes say?")
        .says("Members discussed caseloads, which some thought high.")
        .says("Nothing is kept yet")
        .never_says("<script>alert");
    assert!(page.body.contains("id=\"action-0\"") && page.body.contains("href=\"#action-0\""));
    assert_eq!(site.house.records().await.unwrap().all().count(), 0);
}

#[tokio::test]
async fn what_is_certain_is_kept_with_links_and_from_which_minute() {
    let site = Site::new().await;
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    let page = sends(&mut clerk, Some("minutes.txt"), MINUTES.as_bytes()).await;
    let kept = keeps(
        &mut clerk,
        &form(&page.is(200).body),
        &[("accept", "certain")],
    )
    .await;
    kept.is(303);
    let records = site.house.records().await.unwrap();
    let meeting = one(&records, &kinds::MEETING);
    assert_eq!(kept.to(), meeting.path());
    assert_eq!(meeting.title(), "Wayshire Improvement Board, 13 March 2018");
    assert_eq!(
        (meeting.text("starts"), meeting.state.word),
        ("14:30", "drafted")
    );
    assert_eq!(meeting.text("minutes"), MINUTES, "the text stays as it was");
    assert_eq!(records.parts(meeting.id, &kinds::AGENDA_ITEM).count(), 2);
    assert_eq!(records.parts(meeting.id, &kinds::ATTENDANCE).count(), 2);
    let resolution = one(&records, &kinds::RESOLUTION);
    assert_eq!(
        (resolution.text("verb"), resolution.text("date")),
        ("noted", "2018-03-13")
    );
    let item = records.leads_to(resolution.id, &PART_OF).next().unwrap();
    assert!(
        item.text("minute").contains("some thought high"),
        "{}",
        item.text("minute")
    );
    let action = one(&records, &kinds::ACTION);
    assert_eq!(action.owners(), ["Zoe Quill"]);
    assert_eq!(
        records.leads_to(action.id, &CAME_FROM).next().unwrap().id,
        item.id
    );
    let history = site.store().history_of(action.id).await.unwrap();
    let body = history[0].body.as_ref().unwrap();
    assert_eq!(body.minute, Some(meeting.id));
    assert_eq!(body.reason, "Read from minutes that exist");
}

#[tokio::test]
async fn what_the_clerk_typed_over_counts_and_what_they_left_is_not_kept() {
    let site = Site::new().await;
    let mut clerk = site.visitor(Role::Chair).await;
    let page = sends(&mut clerk, None, MINUTES.as_bytes()).await;
    let mut fields = form(&page.body);
    set(&mut fields, "action-0.owners", "Ann Oates\r\nZoe Quill");
    set(&mut fields, "action-0.due", "30 4 2018");
    let ticks = [("accept", "ticked"), ("keep", "action-0")];
    keeps(&mut clerk, &fields, &ticks).await.is(303);
    let records = site.house.records().await.unwrap();
    let action = one(&records, &kinds::ACTION);
    assert_eq!(action.owners(), ["Ann Oates", "Zoe Quill"]);
    assert_eq!(
        (action.text("due"), action.text("first_due")),
        ("2018-04-30", "2018-04-30")
    );
    assert_eq!(records.of(&kinds::RESOLUTION).count(), 0);
    let from = records.leads_to(action.id, &CAME_FROM).next().unwrap();
    assert!(from.is(&kinds::MEETING), "its item was not kept");
}

#[tokio::test]
async fn a_mistake_is_shown_beside_its_answer_and_nothing_is_kept() {
    let site = Site::new().await;
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    let page = sends(&mut clerk, None, MINUTES.as_bytes()).await;
    let mut fields = form(&page.body);
    set(&mut fields, "meeting-0.date", "");
    set(&mut fields, "action-0.due", "31 2 2018");
    let again = keeps(&mut clerk, &fields, &[("accept", "certain")]).await;
    again
        .is(422)
        .says("Meeting 1: Date: this must be filled in")
        .says("write a real day, such as 31 3 2018")
        .says("Members discussed caseloads");
    assert!(again.body.contains("href=\"#meeting-0.date\""));
    assert_eq!(site.house.records().await.unwrap().all().count(), 0);
    // The form that came back can be mended and sent.
    let mut mended = form(&again.body);
    set(&mut mended, "meeting-0.date", "13 3 2018");
    set(&mut mended, "action-0.due", "");
    keeps(&mut clerk, &mended, &[("accept", "certain")])
        .await
        .is(303);
}

#[tokio::test]
async fn minutes_of_a_meeting_that_is_kept_already_are_added_to_it() {
    let site = Site::new().await;
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    let page = sends(&mut clerk, None, MINUTES.as_bytes()).await;
    keeps(&mut clerk, &form(&page.body), &[("accept", "certain")])
        .await
        .is(303);
    let page = sends(&mut clerk, None, MINUTES.as_bytes()).await;
    page.says("has agenda items already")
        .says("Which meeting is it?");
    let ticks = [("accept", "ticked"), ("keep", "action-0")];
    let mut fields = form(&page.body);
    let count = async |kind| site.house.records().await.unwrap().of(kind).count();
    // The action is known by its words; a clerk who says that it is another gets another.
    keeps(&mut clerk, &fields, &ticks).await.is(303);
    assert_eq!(count(&kinds::ACTION).await, 1);
    set(&mut fields, "action-0.which", "");
    keeps(&mut clerk, &fields, &ticks).await.is(303);
    assert_eq!(count(&kinds::ACTION).await, 2);
    assert_eq!(count(&kinds::MEETING).await, 1);
}

#[tokio::test]
async fn what_is_no_minutes_is_refused_beside_the_form() {
    let site = Site::new().await;
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    let pdf = sends(&mut clerk, Some("minutes.pdf"), b"%PDF-1.7 words").await;
    pdf.is(422)
        .says("minutes.pdf is a PDF document")
        .says("paste it");
    let nothing = sends(&mut clerk, None, b" ").await;
    nothing
        .is(422)
        .says("Paste the minutes, or choose their file");
}

#[tokio::test]
async fn an_item_that_is_not_for_the_public_stays_with_few() {
    let xml = "<meeting><meetingdate>13/03/2018</meetingdate><committeetitle>Board</committeetitle><agendaitems>\
        <agendaitem><agendaitemtitle>A placement</agendaitemtitle><agendaitemnumber>1</agendaitemnumber>\
        <minutesnonemptyhtmlbody>&lt;p&gt;Resolved: That it be approved.&lt;/p&gt;</minutesnonemptyhtmlbody>\
        <isrestricted>True</isrestricted></agendaitem></agendaitems></meeting>";
    let site = Site::new().await;
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    let page = sends(&mut clerk, Some("a.xml"), xml.as_bytes()).await;
    page.is(200).says("Not for the public");
    keeps(&mut clerk, &form(&page.body), &[("accept", "certain")])
        .await
        .is(303);
    let records = site.house.records().await.unwrap();
    let item = one(&records, &kinds::AGENDA_ITEM);
    let resolution = one(&records, &kinds::RESOLUTION);
    assert_eq!(
        (item.readers, resolution.readers),
        (Readers::Restricted, Readers::Restricted)
    );
}

#[tokio::test]
async fn a_figure_that_the_board_was_shown_otherwise_is_listed() {
    let site = Site::new().await;
    let mut analyst = site.as_analyst().await;
    analyst
        .load("2018-03-31", &[("1.csv", &crate::returns::contacts(12))])
        .await
        .is(303);
    site.house.reload().await.unwrap();
    let text = "Agenda item\n\nPerformance\n\n- Meeting of Wayshire Board, Tuesday, 10th April, 2018 2.00 pm (Item 4)\n\n\
                Minutes:\n\nThere were 999 contacts in March 2018, and caseloads were lower.\n\nResolved: That it be noted.\n";
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    let page = sends(&mut clerk, None, text.as_bytes()).await;
    page.is(200)
        .says("Figures that the minutes name")
        .says("Differs from what the board was shown");
    keeps(&mut clerk, &form(&page.body), &[("accept", "certain")])
        .await
        .is(303);
    let records = site.house.records().await.unwrap();
    let item = one(&records, &kinds::AGENDA_ITEM);
    let links = records.links_from(item.id);
    assert!(
        links.iter().any(|it| *it.kind == ABOUT),
        "the item leads to its measure"
    );
}

#[tokio::test]
async fn a_due_meeting_is_found_in_the_calendar_and_the_words_are_kept() {
    let site = Site::new().await;
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    let list = "<getmeetings><committee><committeetitle>Wayshire Improvement Board</committeetitle><committeemeetings>\
        <meeting><meetingdate>15/05/2018</meetingdate><meetingtime>2.30 pm</meetingtime></meeting>\
        </committeemeetings></committee></getmeetings>";
    let page = sends(&mut clerk, Some("meetings.xml"), list.as_bytes()).await;
    keeps(&mut clerk, &form(&page.body), &[("accept", "certain")])
        .await
        .is(303);
    let records = site.house.records().await.unwrap();
    let planned = one(&records, &kinds::MEETING);
    assert_eq!(
        (planned.text("date"), planned.state.word),
        ("2018-05-15", "planned")
    );

    let minutes = MINUTES.replace("with partners", "with partners at the May Board meeting");
    let page = sends(&mut clerk, None, minutes.as_bytes()).await;
    page.says("The meeting of 15 May 2018 in the calendar.");
    keeps(&mut clerk, &form(&page.body), &[("accept", "certain")])
        .await
        .is(303);
    let records = site.house.records().await.unwrap();
    let action = one(&records, &kinds::ACTION);
    assert_eq!(action.text("due"), "2018-05-15");
    assert!(action.text("due_words").contains("May Board meeting"));
    let meeting = records.leads_to(action.id, &PROMISED_FOR).next().unwrap();
    assert_eq!(meeting.id, planned.id);
}

#[tokio::test]
async fn an_entry_of_an_action_log_brings_the_action_that_is_kept_up_to_date() {
    use crate::board::{action, keep, now};
    let site = Site::new().await;
    let made =
        async |state, text| keep(&site, &kinds::ACTION, state, action(text, "Ann Hatch")).await;
    let handbook = made("open", "Write the foster carer handbook").await;
    let schools = made("open", "Letter to schools").await;
    let other = made("open", "Bring the heat maps").await;
    let closed = made("closed", "Dental checks").await;
    let log = format!(
        "Wayshire Improvement Board
Minutes of the Meeting held on 13 March 2018 at 2.30 pm

1.

Action log

        Item {closed} – Dental checks – complete, extra clinics ran in October

        Item {handbook} – Foster carer handbook – in progress

        Item 90 – Letter to schools – carried forward to the May meeting

        Item {other} – Dashboard for the localities – the first version is with the teams

        2.

Next steps

Actions:

· Publish the handbook – Ann Hatch
"
    );
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    let page = sends(&mut clerk, None, log.as_bytes()).await;
    page.is(200)
        .says(&format!("It is kept already as ACT-{handbook} (open)."))
        .says(&format!("It is kept already as ACT-{closed} (closed)."))
        .says("The minutes say it is over")
        .says("Which action is it?");
    let fields = form(&page.body);
    let all: Vec<(&str, &str)> = ["action-0", "action-1", "action-2", "action-3"]
        .map(|it| ("keep", it))
        .into();
    // What is certain holds none that is over.
    keeps(&mut clerk, &fields, &[("accept", "certain")])
        .await
        .is(303);
    assert_eq!(now(&site, closed).await.text("progress"), "");
    let before = site
        .house
        .records()
        .await
        .unwrap()
        .of(&kinds::ACTION)
        .count();
    keeps(&mut clerk, &fields, &all[1..]).await.is(303);
    let brought = now(&site, handbook).await;
    assert_eq!(brought.text("progress"), "13 March 2018: in progress");
    assert_eq!(
        (brought.title(), brought.state.word),
        ("Write the foster carer handbook", "open")
    );
    assert!(
        now(&site, schools)
            .await
            .text("progress")
            .contains("carried forward")
    );
    assert_eq!(
        now(&site, other).await.text("progress"),
        "",
        "a number alone is no match"
    );
    let records = site.house.records().await.unwrap();
    let new: Vec<&str> = records
        .of(&kinds::ACTION)
        .skip(before)
        .map(|it| it.title())
        .collect();
    assert_eq!(new, ["Dashboard for the localities"]);
}

#[tokio::test]
async fn the_chair_is_who_the_minutes_say_was_in_it() {
    let site = Site::new().await;
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    let text = "Wayshire Improvement Board\n\
        Minutes of the Meeting held on Tuesday, 13th March, 2018 at 2.30 pm in Shire Hall, Waytown\n\n\
        Present:\nJudith Amble (Chair), Ann Oates (Vice-Chair), Zoe Quill\n\n\
        1. Progress\n\nMembers discussed caseloads.\n\nResolved: that the report be noted.\n";
    let page = sends(&mut clerk, Some("minutes.txt"), text.as_bytes()).await;
    let fields = form(&page.is(200).body);
    keeps(&mut clerk, &fields, &[("accept", "certain")])
        .await
        .is(303);
    let records = site.house.records().await.unwrap();
    assert_eq!(one(&records, &kinds::MEETING).text("chair"), "Judith Amble");
}
