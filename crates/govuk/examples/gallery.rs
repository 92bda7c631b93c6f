//! One page with the components on it, to look at and to hold against an accessibility checker:
//! `cargo run -p waymark-govuk --example gallery > gallery.html`. Its stylesheet and script are at `/assets/`.

use waymark_govuk::{
    Breadcrumbs, Button, Cell, Checkboxes, Choice, Crumb, DateInput, Details, ErrorLink,
    ErrorSummary, FileUpload, Html, Input, InsetText, NavigationItem, NotificationBanner,
    Pagination, PasswordInput, PhaseBanner, Radios, Select, SelectOption, ServiceNavigation,
    SkipLink, Sort, SummaryAction, SummaryList, SummaryRow, Tab, Table, Tabs, Tag, TagColour, Task,
    TaskList, Textarea, WarningText, assets,
};

fn main() {
    let navigation = ServiceNavigation::new([
        NavigationItem::new("Measures", "#measures").active(true),
        NavigationItem::new("Returns", "#returns"),
        NavigationItem::new("Meetings", "#meetings"),
    ]);
    println!(
        r##"<!DOCTYPE html>
<html lang="en-GB" class="govuk-template">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>Components – Waymark</title>
<link rel="icon" href="{icon}" type="image/svg+xml">
<link rel="stylesheet" href="{style}">
<script type="module" src="{script}"></script>
</head>
<body class="govuk-template__body">
{skip}
<header class="wm-header"><div class="govuk-width-container wm-header__container">
<a class="wm-header__service" href="/">Waymark</a><span class="wm-header__council">Wayshire County Council</span>
<span class="wm-header__account">Signed in as an analyst</span>
</div>
{phase}</header>
{navigation}
<div class="govuk-width-container">
{crumbs}
<main class="govuk-main-wrapper" id="content">
<h1 class="govuk-heading-l">Components</h1>
{figures}
{controls}
</main>
</div>
</body>
</html>"##,
        icon = assets::url("favicon.svg"),
        style = assets::url("waymark.css"),
        script = assets::url("waymark.js"),
        skip = SkipLink::new("#content"),
        phase = PhaseBanner::new("Beta", "This is a new service."),
        crumbs = Breadcrumbs::new([
            Crumb::new("Home", "/"),
            Crumb::default().content("Components")
        ]),
        figures = figures(),
        controls = controls(),
    );
}

fn figures() -> Html {
    let months = [
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
    ];
    let mut head = vec![Cell::new("Area").sort(Sort::Ascending)];
    head.extend(months.map(|month| Cell::number(month).sort(Sort::Unsorted)));
    let row =
        |area: &str, first: u32| {
            let mut cells = vec![Cell::new(area)];
            cells.extend((0..7).map(|at| {
                Cell::number(first + at * 190).sort_value((first + at * 190).to_string())
            }));
            cells
        };
    let table = Table::new("Supervisions held by area")
        .caption_classes("govuk-table__caption--m")
        .first_cell_is_header(true)
        .sortable(true)
        .head(head)
        .rows([row("North", 351), row("South and the coast", 402)]);
    let list = SummaryList::new([
        SummaryRow::new("Return", "Children in need census")
            .actions([SummaryAction::new("Change", "#", "return")]),
        SummaryRow::new("As at", "31 March 2018"),
        SummaryRow::new("State", Tag::new("Provisional").colour(TagColour::Yellow)),
    ]);
    let tags = [
        TagColour::Grey,
        TagColour::Green,
        TagColour::Teal,
        TagColour::Blue,
        TagColour::Purple,
    ]
    .into_iter()
    .chain([
        TagColour::Magenta,
        TagColour::Red,
        TagColour::Orange,
        TagColour::Yellow,
    ])
    .map(|colour| format!("<li>{}</li>", Tag::new("Overdue").colour(colour)))
    .collect::<String>();
    Html::new(format!(
        r#"{banner}
<ul class="wm-stats"><li class="wm-stat"><span class="wm-stat__number">60%</span>
<span class="wm-stat__label">supervisions held in the month</span><span class="wm-stat__n">351 of 585</span></li>
<li class="wm-stat"><span class="wm-stat__number">1,204</span><span class="wm-stat__label">children in need</span></li></ul>
{table}{list}<ul class="wm-tags">{tags}</ul>{details}{inset}{warning}{tabs}{tasks}{pages}
<p><button class="govuk-button govuk-button--secondary" type="button" data-print hidden>Print this page</button></p>"#,
        banner = NotificationBanner::new("Data are 8 days old."),
        details = Details::new(
            "What counts as held?",
            "A supervision with a date in the month."
        ),
        inset = InsetText::new("Figures under 5 are not shown."),
        warning = WarningText::new("Deleting an upload deletes its children."),
        tabs = Tabs::new([
            Tab::new("by-area", "By area", "Four areas."),
            Tab::new("by-team", "By team", "Twelve teams."),
        ]),
        tasks = TaskList::new([
            Task::new(
                "Check the return",
                "#",
                Tag::new("To do").colour(TagColour::Grey)
            )
            .hint("42 errors"),
            Task::new("Send the return", "", "Cannot start yet"),
        ]),
        pages = Pagination::pages(6, 20, |page| format!("?page={page}")),
    ))
}

fn controls() -> Html {
    let areas = [("north", "North"), ("south", "South")];
    Html::new(format!(
        r#"<form method="post" enctype="multipart/form-data">
{summary}{input}{password}{date}{radios}{checkboxes}{select}{textarea}{file}{save}</form>"#,
        summary = ErrorSummary::new([ErrorLink::new("Enter your name", "name")]),
        input = Input::new("name", "Your name")
            .error("Enter your name")
            .autocomplete("name"),
        password = PasswordInput::new("password", "Password"),
        date = DateInput::new("due", "When is it due?")
            .hint("For example, 31 3 2018")
            .values("31", "3", "2018"),
        radios = Radios::new(
            "share",
            "May it be shared?",
            [Choice::new("yes", "Yes"), Choice::new("no", "No")]
        )
        .inline(),
        checkboxes = Checkboxes::new(
            "areas",
            "Which areas?",
            areas.map(|(value, name)| Choice::new(value, name)),
        )
        .values(["south".to_owned()]),
        select = Select::new(
            "area",
            "Area",
            areas.map(|(value, name)| SelectOption::new(value, name))
        )
        .value("south"),
        textarea = Textarea::new("why", "Why?"),
        file = FileUpload::new("file", "Choose a return")
            .accept(".xlsx,.csv,.xml")
            .drop_zone(true),
        save = Button::new("Save and continue").prevent_double_click(true),
    ))
}
