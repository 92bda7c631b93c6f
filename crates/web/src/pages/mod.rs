//! One folder for each page: route, view, query, template.

pub mod access_log;
pub mod accessibility;
pub mod accounts;
pub mod assets;
pub mod children;
pub mod cookies;
pub mod findings;
pub mod forums;
pub mod health;
pub mod home;
pub mod measure;
pub mod measures;
pub mod meetings;
pub mod minutes_reading;
pub mod ofsted;
pub mod password;
pub mod plan;
pub mod records;
pub mod search;
pub mod sign_in;
pub mod thread;
pub mod today;
pub mod uploads;
pub mod visits;
