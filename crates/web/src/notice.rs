//! What was just done, said once on the next page.

use crate::cookies;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

macro_rules! notices {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $words:literal;)+) => {
        /// What was just done. Fixed sentences only: the browser carries no more than which.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum Notice { $($(#[$doc])* $name),+ }

        impl Notice {
            /// The word in the cookie.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            /// As the banner says it.
            #[must_use]
            pub const fn words(self) -> &'static str {
                match self { $(Self::$name => $words),+ }
            }

            pub(crate) fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$name),)+ _ => None }
            }
        }
    };
}

notices! {
    /// Signed out.
    SignedOut = "signed-out", "You have signed out.";
    /// A new password.
    PasswordChanged = "password-changed", "Your password is changed. You are signed out everywhere else.";
    /// A return was kept.
    Loaded = "loaded", "The return is kept.";
    /// The same return was here.
    AlreadyLoaded = "already-loaded", "These files were loaded before, for the same day. Nothing was kept twice.";
    /// A return was deleted.
    Deleted = "deleted", "The return is deleted, and the children in it with it.";
    /// What was read from minutes was kept.
    MinutesKept = "minutes-kept", "What you confirmed is kept, each with a link to this meeting.";
    /// Interrupted uploads will not be named again.
    Noted = "noted", "The interrupted uploads are taken off the list.";
    /// A finding is answered by a new line of the plan.
    LineMade = "line-made", "The plan line is made, and says which finding it came from. Add its milestones and measures.";
    /// A person's own rating of a plan line stands beside the computed one.
    RatingSaid = "rating-said", "What you say stands beside what is computed, with your name and reason.";
    /// Ofsted's files were kept.
    OfstedLoaded = "ofsted-loaded", "The files are kept. Choose your council to see its inspections.";
    /// An inspection's findings are in the register.
    OfstedTaken = "ofsted-taken", "The inspection is in the register. What needs to improve awaits a line of the plan.";
    /// An account was changed.
    AccountChanged = "account-changed", "The account is changed.";
    /// An account may not sign in any more.
    AccountClosed = "account-closed", "The account is closed and signed out everywhere.";
    /// A paper of Waymark's own was begun.
    PaperBegun = "paper-begun", "The paper is begun. Read it, change what you would say otherwise, then issue it.";
    /// An officer's wording was kept, or taken out.
    WordingKept = "wording-kept", "The wording is kept.";
    /// A reason stands in the paper.
    ReasonKept = "reason-kept", "The reason is kept. It is printed in the paper’s appendix.";
    /// The figures of a later return stand in a paper's annex.
    FiguresAnnexed = "figures-annexed", "The figures of the later return stand in an annex, at the paper’s end.";
    /// A paper has no annex any more.
    AnnexTakenOut = "annex-taken-out", "The annex is taken out.";
    /// A paper is made from a later return.
    MadeFromLater = "made-from-later", "The paper is made from the later return. Read again what was worded otherwise.";
    /// A paper is for anyone now.
    PaperPublished = "paper-published", "The paper is published.";
    /// A paper went to its committee.
    PaperSent = "paper-sent", "The paper is sent. Who has it stands below.";
    /// A paper did not go out.
    PaperNotSent = "paper-not-sent", "No letter went out. Why stands beside each name.";
    /// A self-assessment was begun.
    AssessmentBegun = "assessment-begun", "The working draft is begun. What it claims is read from its claims as they stand.";
    /// A self-assessment went to another state.
    AssessmentMoved = "assessment-moved", "The self-assessment is moved on.";
    /// A comment was written.
    CommentKept = "comment-kept", "Your comment is beside the claim. It will be answered with a reason.";
    /// A comment was answered.
    CommentAnswered = "comment-answered", "The comment is answered.";
    /// A record was made.
    RecordMade = "record-made", "The record is made.";
    /// A record was changed.
    RecordChanged = "record-changed", "Your changes are saved. What was there before is in the history.";
    /// A record went to another state.
    RecordMoved = "record-moved", "The state is changed.";
    /// A link was made.
    RecordLinked = "record-linked", "The link is made. It shows on both ends.";
    /// A link was taken away.
    RecordUnlinked = "record-unlinked", "The link is taken away. The history keeps it.";
    /// A record was deleted.
    RecordDeleted = "record-deleted", "The record is deleted. It is kept with your reason and can be brought back.";
    /// A record was brought back.
    RecordRestored = "record-restored", "The record is back.";
    /// A record was erased.
    RecordErased = "record-erased", "What the record held is erased, everywhere. That it was, when and why stays.";
    /// A file was added.
    FileAdded = "file-added", "The file is added.";
    /// A token was revoked.
    TokenRevoked = "token-revoked", "The token is revoked. Nothing can use it any more.";
    /// An account may sign in again.
    AccountOpened = "account-opened", "The account may sign in again.";
    /// A meeting was made.
    MeetingMade = "meeting-made", "The meeting is made.";
    /// A meeting was cancelled.
    MeetingCancelled = "meeting-cancelled", "The meeting is cancelled.";
    /// The papers went out.
    PapersCirculated = "papers-circulated", "The papers are circulated, and stay as they went out.";
    /// A meeting was held.
    MeetingHeld = "meeting-held", "The meeting is recorded as held. Its minutes are drafted below.";
    /// Who was there was written down.
    PeopleRecorded = "people-recorded", "Who was there is written down.";
    /// An agenda was changed.
    AgendaChanged = "agenda-changed", "The agenda is changed.";
    /// A paper was added.
    PaperAdded = "paper-added", "The paper is on the agenda.";
    /// Something was written down in the room.
    WrittenDown = "written-down", "It is written down.";
    /// The text of minutes was kept.
    MinutesEdited = "minutes-edited", "The minutes are kept as you wrote them.";
    /// A measure's limits were drawn anew.
    LimitsAnew = "limits-anew", "New limits are drawn, here and wherever the measure is read. Your decision is a record that can be withdrawn.";
    /// Minutes are ready for approval.
    MinutesReady = "minutes-ready", "The minutes are ready to be approved at the next meeting.";
    /// Minutes were approved.
    MinutesApproved = "minutes-approved", "The minutes are approved and frozen word for word.";
    /// Minutes were published.
    MinutesPublished = "minutes-published", "The minutes are published: everybody may read them, on the public pages.";
    /// A step of an action was kept.
    ActionKept = "action-kept", "The action is up to date.";
    /// Actions were closed at a meeting.
    ActionsClosed = "actions-closed", "The actions are closed.";
    /// A link was sent to a partner.
    LinkSent = "link-sent", "The link is on its way by e-mail.";
    /// A link was revoked.
    LinkRevoked = "link-revoked", "The link is revoked. Whoever holds it can no longer answer.";
    /// A calendar's address was ended.
    FeedEnded = "feed-ended", "The calendar's address opens nothing any more.";
}

/// To another page of the site after a form was sent, with or without a notice there.
#[derive(Debug)]
pub struct To {
    path: String,
    notice: Option<Notice>,
    cookies: Vec<HeaderValue>,
}

impl To {
    /// To this path of the site.
    pub fn page(path: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            notice: None,
            cookies: Vec::new(),
        }
    }

    /// And say this there.
    #[must_use]
    pub fn saying(mut self, notice: Notice) -> Self {
        self.notice = Some(notice);
        self
    }

    pub(crate) fn cookie(mut self, cookie: HeaderValue) -> Self {
        self.cookies.push(cookie);
        self
    }
}

impl IntoResponse for To {
    fn into_response(self) -> Response {
        let mut response = StatusCode::SEE_OTHER.into_response();
        let headers = response.headers_mut();
        if let Ok(path) = HeaderValue::try_from(self.path) {
            headers.insert(header::LOCATION, path);
        }
        if let Some(notice) = self.notice {
            headers.append(header::SET_COOKIE, cookies::notice(notice.code()));
        }
        for cookie in self.cookies {
            headers.append(header::SET_COOKIE, cookie);
        }
        response
    }
}
