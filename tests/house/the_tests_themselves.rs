//! Each rule is broken in a small house, and the break is found.

use crate::printed_numbers::limits_typed_elsewhere;
use crate::source::{paths_after_crate, small};
use crate::{
    arrows_off_the_map, circles, implemented_elsewhere, too_long, with_unsafe, without_sentence,
    wrong_imports,
};

#[test]
fn an_import_of_a_room_below_is_found() {
    let tree = small(&[
        ("lib.rs", "use crate::plan::goal::Goal;"),
        ("public/error.rs", "use crate::plan::goal::Goal;"),
        (
            "number/decimal.rs",
            "use crate::text::error_text::QuotedText;\nuse crate::standard::Item;",
        ),
        ("reading/mean.rs", "use crate::{number::Decimal, assess::{a, b}, standard::Item};"),
        ("assess/section.rs", "fn f() -> crate::plan::goal::Goal { todo!() }"),
        ("plan/goal.rs", "use crate::assess::section::S;\nuse crate::plan::share::T;"),
    ]);
    assert_eq!(
        wrong_imports(&tree),
        [
            "assess/section.rs uses crate::plan",
            "number/decimal.rs uses crate::standard",
            "reading/mean.rs uses crate::assess",
        ]
    );
}

#[test]
fn detours_around_the_rule_are_found() {
    let tree = small(&[
        ("number/a.rs", "use crate::Class;"),
        ("number/b.rs", "use crate::error::Error;"),
        ("number/c.rs", "use super::super::plan::goal;"),
        ("bits.rs", "use crate::number::decimal;"),
        ("helpers.rs", "//! Things."),
    ]);
    assert_eq!(
        wrong_imports(&tree),
        [
            "bits.rs uses crate::number",
            "helpers.rs stands in no room",
            "number/a.rs uses crate::Class",
            "number/b.rs uses crate::error",
            "number/c.rs climbs by super::super: name the room",
        ]
    );
}

#[test]
fn an_arrow_off_the_map_is_found() {
    let tree = small(&[
        ("assess/mod.rs", ""),
        ("assess/region/state.rs", "use crate::assess::section::class::C;"),
        ("assess/section/class.rs", "use crate::assess::region::state::S;"),
        ("assess/river/a.rs", ""),
        ("standard/item.rs", "use crate::standard::tables::limits::L;"),
        ("standard/tables/limits.rs", "use crate::standard::item::Item;"),
    ]);
    assert_eq!(
        arrows_off_the_map(&tree),
        [
            "assess/river/a.rs stands in a folder that the map does not show",
            "assess/section/class.rs uses assess/region/state.rs",
            "standard/item.rs uses standard/tables/limits.rs",
        ]
    );
}

#[test]
fn a_circle_between_folders_is_found() {
    let tree = small(&[
        ("number/a.rs", "use crate::number::b::B;"),
        ("number/b.rs", "use crate::number::a::A;"),
        ("reading/c.rs", "use crate::reading::time::d::{self, E};"),
        ("reading/time/d.rs", "use crate::reading::mean::e::E;"),
        ("reading/mean/e.rs", "fn f() -> crate::reading::c::C { todo!() }"),
    ]);
    assert_eq!(
        circles(&tree),
        [
            "reading/c.rs and reading/mean/e.rs use each other",
            "reading/c.rs and reading/time/d.rs use each other",
            "reading/mean/e.rs and reading/time/d.rs use each other",
        ]
    );
}

#[test]
fn an_implementation_away_from_its_type_is_found() {
    let tree = small(&[
        ("standard/item.rs", "pub enum Item {}\nimpl Item {}"),
        ("reading/names/a.rs", "impl fmt::Display for Item {}"),
        (
            "assess/section/a.rs",
            "pub struct S<'a>(&'a u8);\nimpl<'a> S<'a> {}\nimpl From<S> for Item {}",
        ),
        ("assess/section/b.rs", "impl<T: Into<u8>> Tool<T> for Item {}"),
        ("assess/section/deep/c.rs", "impl<'a> S<'a> {}"),
        ("assess/section/section.rs", "impl Item {}"),
    ]);
    assert_eq!(
        implemented_elsewhere(&tree, &[("Item", "assess/section/section.rs", "a reason")]),
        ["assess/section/b.rs implements Item", "reading/names/a.rs implements Item"]
    );
}

#[test]
fn words_in_comments_are_no_imports() {
    let tree = small(&[(
        "number/decimal.rs",
        "/// See [`Reading`](crate::reading::Reading).\nlet x = 1; // crate::plan too",
    )]);
    assert!(wrong_imports(&tree).is_empty());
    let paths =
        paths_after_crate("use crate::{\n a::{b, c::D},\n d,\n}; mycrate::e; crate::f::g(x)");
    assert_eq!(paths.into_iter().collect::<Vec<_>>(), ["a::b", "a::c::D", "d", "f::g"]);
}

#[test]
fn a_silent_long_or_unsafe_file_is_found() {
    let long = format!("//! A sentence about it.\n{}", "let x = 1;\n".repeat(500));
    let tree = small(&[
        ("a.rs", "use core::fmt;"),
        ("b.rs", &long),
        ("c.rs", "//! A sentence about it.\nfn f() { unsafe { g() } }"),
        ("d.rs", "//! No unsafe code here.\n#![deny(unsafe_code)]"),
        ("classify/batch/dispatch.rs", "//! It asks the CPU.\nunsafe fn f() {}"),
        ("standard/tables/methods.rs", &long),
    ]);
    assert_eq!(without_sentence(&tree), ["a.rs"]);
    assert_eq!(too_long(&tree), ["b.rs"]);
    assert_eq!(with_unsafe(&tree), ["c.rs"]);
}

#[test]
fn a_limit_typed_twice_is_found() {
    let tree = small(&[
        ("standard/tables/gb3838_2002.rs", "printed(\"0.15\")"),
        ("assess/a.rs", "let ammonia = \"0.15\";"),
        ("assess/b.rs", "let oxygen = 7.50;"),
        ("assess/c.rs", "let x = printed(\"9\");"),
        ("assess/d.rs", "let x = Decimal::new(15, 2);"),
        (
            "assess/e.rs",
            "// 0.15\nlet s = \"such as 0.15\"; let ratio = 1.632; let tuple = pair.0;",
        ),
        ("assess/g.rs", "const A: Decimal = typed(\"9\"); fn b() { c(\"9 mg\"); d.e(\"9\") }"),
        ("assess/h.rs", "const A: [f64; 4] = [2.51, 1.086, 9.436, 1.624];"),
        ("assess/i.rs", "const A: [f64; 5] = [2.51, 1.086, 9.436, 1.0, 0.0]; e(\"x\")"),
        ("assess/f.rs", "fn f() {}\n#[cfg(test)]\nmod tests { const X: &str = \"0.15\"; }"),
    ]);
    assert_eq!(
        limits_typed_elsewhere(&tree),
        [
            "assess/a.rs types 0.15, a limit of Table 1",
            "assess/b.rs types 7.50, a limit of Table 1",
            "assess/c.rs prints a table",
            "assess/d.rs types a decimal in two parts",
            "assess/g.rs prints a table",
            "assess/h.rs prints a table",
        ]
    );
}
