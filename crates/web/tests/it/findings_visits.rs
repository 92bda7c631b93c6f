//! The register of inspections and visits: what is to come, what was found, and what changed since the visit before.

use crate::findings_register::changes;
use crate::site::Site;
use waymark_programme::kinds::VISIT;
use waymark_programme::{Changes, Values};
use waymark_store::Role;

fn visit(made: &mut Changes, theme: &str, date: &str, sampled: &str, returned: &str) {
    let values = Values::new()
        .with("title", format!("Monitoring visit of {date}"))
        .with("body", "Ofsted")
        .with("sort", "monitoring")
        .with("theme", theme)
        .with("date", date)
        .with("sampled", sampled)
        .with("returned", returned);
    made.make_as(&VISIT, "reported", VISIT.readers, values);
}

#[tokio::test]
async fn the_counts_of_the_parts_add_up_to_the_whole() {
    let site = Site::new().await;
    let mut made = changes();
    visit(&mut made, "Children looked after", "2017-03-07", "", "");
    visit(&mut made, "Children looked after", "2017-07-04", "", "");
    visit(&mut made, "Children in need", "2017-10-10", "", "");
    visit(&mut made, "MASH", "2018-02-27", "", "");
    site.store().keep(&made).await.unwrap();
    let page = site.visitor(Role::Chair).await.get("/visits").await;
    page.is(200)
        .says("4 inspections and visits since 7 March 2017.")
        .says("Children looked after: 2; Children in need: 1; MASH: 1 2 + 1 + 1 = 4");
}

#[tokio::test]
async fn a_visit_stands_beside_the_one_before_it_on_the_same_theme() {
    let site = Site::new().await;
    let mut made = changes();
    visit(&mut made, "Children in need", "2017-03-07", "12", "3");
    visit(&mut made, "MASH", "2017-07-04", "8", "8");
    visit(&mut made, "Children in need", "2017-10-10", "10", "0");
    visit(&mut made, "Care leavers", "2018-01-10", "5", "6");
    site.store().keep(&made).await.unwrap();
    let page = site.visitor(Role::Auditor).await.get("/visits").await;
    page.is(200)
        .says("Cases sent back: 3 of 12 then, 0 of 10 now.")
        .says("These do not agree: 6 cases sent back of 5 looked at.");
}

#[tokio::test]
async fn the_next_visit_comes_first_with_what_the_last_one_said_of_it() {
    let site = Site::new().await;
    let mut made = changes();
    made.make(
        &VISIT,
        Values::new()
            .with("title", "Re-inspection")
            .with("body", "Ofsted")
            .with("sort", "inspection")
            .with("expected", "between May and July 2018"),
    );
    let past = Values::new()
        .with("title", "Final monitoring visit")
        .with("body", "Ofsted")
        .with("sort", "monitoring")
        .with("date", "2018-02-27")
        .with("until", "2018-02-28")
        .with("next_visit", "The same inspection team; up to four weeks");
    made.make_as(&VISIT, "held", VISIT.readers, past);
    site.store().keep(&made).await.unwrap();
    let page = site.visitor(Role::Manager).await.get("/visits").await;
    page.is(200)
        .says("To come Re-inspection Forecast between May and July 2018")
        .says("The same inspection team; up to four weeks As the last visit left it: Final monitoring visit")
        .says("27 February 2018 to 28 February 2018");
}
