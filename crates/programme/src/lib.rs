//! What people write down, and how it hangs together.
//!
//! A [`Kind`](kind::Kind) says what a record of it holds, in which states it can be and who may move it;
//! [`kinds`] has one file for each. [`Records`](records::Records) is every record and link at one moment: what pages,
//! search and the thread read.

pub mod minutes;
