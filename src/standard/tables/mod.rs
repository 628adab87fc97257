//! Every printed number: Tables 1 to 6 of GB 3838-2002, ground water, black-odorous water, constants.

pub(crate) mod black_odorous;
pub(crate) mod critical_values;
pub(crate) mod gb3838_2002;
pub(crate) mod gbt14848_2017;
pub(crate) mod methods;
pub(crate) mod oxygen_saturation;
pub(crate) mod trophic;
