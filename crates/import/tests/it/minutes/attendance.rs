//! Who was there, as ModernGov's web service says it: its code is the truth, and nothing is read twice.

use super::source;
use waymark_programme::minutes::{Status, read};

const MEETING: &str = r#"<meeting><meetingdate>21/01/2020</meetingdate><meetingtime>2.00 pm</meetingtime>
<attendees>
<attendee name="Joan Ridge" roledescription="Chair" attendance="Present, as expected"/>
<attendee name="Bill Yates" roledescription="Member" attendance="Apologies, sent representative"/>
<attendee name="Ola Finch" roledescription="Substitute Member" attendance="Present, as substitute" representing="Bill Yates"/>
<attendee name="Sal Dow" roledescription="Observer" attendance="In attendance"/>
<attendee name="Cllr Max Tan" roledescription="Green Group" attendance="Absent"/>
<attendee name="Fay Hill" roledescription="Member" attendance="Expected"/>
<attendee><name>Ray Orr</name><role>Member</role><attendancestatus>Present</attendancestatus></attendee>
</attendees>
<agendaitems><agendaitem><agendaitemtitle>Quality</agendaitemtitle><fulldisplaynumberformat>1.</fulldisplaynumberformat>
<agendatext>&lt;p&gt;To receive the report.&lt;/p&gt;</agendatext>
<commentlabel1>Presented By</commentlabel1><commenttext1>Kate Moon</commenttext1>
<minutesnonemptyhtmlbody>&lt;p&gt;Resolved: That the report be noted.&lt;/p&gt;</minutesnonemptyhtmlbody>
<linkeddocuments><linkeddoc><title>QA report</title><url>https://x/mgConvert2PDF.aspx?ID=5</url></linkeddoc>
<linkeddoc><title>Appendix A</title><url>https://x/mgConvert2PDF.aspx?ID=6</url></linkeddoc></linkeddocuments>
</agendaitem></agendaitems></meeting>"#;

#[test]
fn each_person_and_each_document_is_read_once() {
    let source = source("meeting.xml", MEETING.as_bytes());
    let found = read(&source);
    let people: Vec<(&str, &str, Status, Option<&str>)> = found
        .people
        .iter()
        .map(|it| {
            let gone = it.instead_of.as_deref();
            (it.name.as_str(), it.role.as_str(), it.status, gone)
        })
        .collect();
    assert_eq!(
        people,
        [
            ("Joan Ridge", "Chair", Status::Present, None),
            ("Bill Yates", "Member", Status::Apologies, None),
            (
                "Ola Finch",
                "Substitute Member",
                Status::Substitute,
                Some("Bill Yates")
            ),
            ("Sal Dow", "Observer", Status::InAttendance, None),
            ("Cllr Max Tan", "Green Group", Status::Absent, None),
            ("Fay Hill", "Member", Status::Expected, None),
            ("Ray Orr", "Member", Status::Present, None),
        ]
    );
    assert_eq!(found.mismatches, []);
    let item = &found.items[0];
    let documents: Vec<&str> = item.documents.iter().map(|it| it.title.as_str()).collect();
    assert_eq!(documents, ["QA report", "Appendix A"]);
    assert_eq!(item.presenter.as_deref(), Some("Kate Moon"));
    assert_eq!(item.purpose.as_deref(), Some("To receive the report."));
    assert_eq!(item.outcomes.len(), 1);
    let joined: String = found.pieces.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(joined, source.text);
}
