//! Every check of a return: tables to findings.
