//! Data that the program carries, so that it has something to show in any folder.

use crate::program::DataFile;

/// The plan of Qinzhou, 2024.
pub(crate) const QINZHOU_PLAN: DataFile = DataFile::Carried {
    name: "qinzhou-2024.json",
    text: include_str!("../../data/qinzhou-2024.json"),
};

/// The readings of its national stations.
pub(crate) const QINZHOU_READINGS: DataFile = DataFile::Carried {
    name: "qinzhou-readings.csv",
    text: include_str!("../../data/qinzhou-readings.csv"),
};
