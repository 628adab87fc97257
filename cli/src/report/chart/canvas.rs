//! A surface for charts: text, boxes and lines in places that were measured before.

use gb3838::{Class, Colour};
use plotters::prelude::{
    BLACK, Circle, Color, DrawingArea, EmptyElement, FontStyle, IntoDrawingArea, IntoFont,
    PathElement, RGBColor, Rectangle, SVGBackend, Text, TextStyle, WHITE,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::report::chart::Chart;
use crate::report::html::escaped;

pub(crate) const INK: RGBColor = RGBColor(0x1d, 0x24, 0x30);
pub(crate) const GREY: RGBColor = RGBColor(0x59, 0x63, 0x70);
pub(crate) const LINE: RGBColor = RGBColor(0xc9, 0xd1, 0xda);
pub(crate) const PALE: RGBColor = RGBColor(0xee, 0xf1, 0xf4);

/// What the height of letters is multiplied by, so that it comes out in pixels: the backend
/// takes sizes as heights of lines.
const POINTS: f64 = 1.24;

/// Where a text stands: left, middle or right of its place.
#[derive(Clone, Copy, Debug)]
pub(crate) enum CutoffSide {
    Left,
    Middle,
    Right,
}

/// What failed in drawing, in words.
pub(crate) type Drawn = Result<(), String>;

/// How wide a text is, in pixels: Chinese characters are as wide as high, others half of it.
pub(crate) fn width(text: &str, size: i32) -> i32 {
    let halves: i32 = text.chars().map(|it| if it.is_ascii() { 11 } else { 20 }).sum();
    halves * size / 20 + 1
}

/// A text with Latin letters for the numerals of classes: some Chinese fonts have no picture of
/// the numerals Ⅰ to Ⅴ, and show nothing at all.
pub(crate) fn latin(text: &str) -> String {
    let mut latin = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            'Ⅰ' => latin.push('I'),
            'Ⅱ' => latin.push_str("II"),
            'Ⅲ' => latin.push_str("III"),
            'Ⅳ' => latin.push_str("IV"),
            'Ⅴ' => latin.push('V'),
            other => latin.push(other),
        }
    }
    latin
}

/// A text cut to a width, with an ellipsis where something is left out.
pub(crate) fn cut(text: &str, size: i32, greatest: i32) -> String {
    if width(text, size) <= greatest {
        return text.to_owned();
    }
    let mut kept = String::new();
    for character in text.chars() {
        if width(&kept, size) + width(&character.to_string(), size) + size > greatest {
            break;
        }
        kept.push(character);
    }
    kept + "…"
}

/// The colour of a class, and ink that is read on it.
pub(crate) fn shade(class: Class) -> (RGBColor, RGBColor) {
    let colour = class.quality().colour();
    let (red, green, blue) = colour.rgb();
    let ink = if colour == Colour::Red { WHITE } else { BLACK };
    (RGBColor(red, green, blue), ink)
}

/// A surface that shapes are drawn on.
pub(crate) struct Canvas<'a> {
    area: DrawingArea<SVGBackend<'a>, plotters::coord::Shift>,
}

/// Draws on a white surface of a size; the description is for those who do not see it.
pub(crate) fn draw(
    (width, height): (i32, i32),
    title: &str,
    description: &str,
    shapes: impl FnOnce(&Canvas<'_>) -> Drawn,
) -> Result<Chart, String> {
    let mut svg = String::new();
    {
        let size = (width.unsigned_abs(), height.unsigned_abs());
        let area = SVGBackend::with_string(&mut svg, size).into_drawing_area();
        area.fill(&WHITE).map_err(|error| error.to_string())?;
        let canvas = Canvas { area };
        shapes(&canvas)?;
        canvas.area.present().map_err(|error| error.to_string())?;
    }
    let words = format!("<title>{}</title><desc>{}</desc>", escaped(title), escaped(description));
    let Some(end) = svg.find('>') else { return Err("expected an SVG".to_owned()) };
    let (head, rest) = svg.split_at(end);
    Ok(Chart { svg: format!("{head} role=\"img\">{words}{}", &rest[1..]), narrow: None })
}

impl Canvas<'_> {
    pub(crate) fn text(
        &self,
        text: &str,
        place: (i32, i32),
        size: i32,
        side: CutoffSide,
        colour: RGBColor,
    ) -> Drawn {
        self.words(text, place, size, side, colour, FontStyle::Normal)
    }

    pub(crate) fn bold(
        &self,
        text: &str,
        place: (i32, i32),
        size: i32,
        side: CutoffSide,
        colour: RGBColor,
    ) -> Drawn {
        self.words(text, place, size, side, colour, FontStyle::Bold)
    }

    fn words(
        &self,
        text: &str,
        place: (i32, i32),
        size: i32,
        side: CutoffSide,
        colour: RGBColor,
        weight: FontStyle,
    ) -> Drawn {
        let side = match side {
            CutoffSide::Left => HPos::Left,
            CutoffSide::Middle => HPos::Center,
            CutoffSide::Right => HPos::Right,
        };
        let style =
            TextStyle::from(("sans-serif", f64::from(size) * POINTS).into_font().style(weight))
                .color(&colour)
                .pos(Pos::new(side, VPos::Center));
        let element = EmptyElement::at(place) + Text::new(latin(text), (0, 0), style);
        self.area.draw(&element).map_err(|error| error.to_string())
    }

    pub(crate) fn fill(&self, from: (i32, i32), to: (i32, i32), colour: RGBColor) -> Drawn {
        let shape = Rectangle::new([from, to], colour.filled());
        self.area.draw(&shape).map_err(|error| error.to_string())
    }

    pub(crate) fn frame(&self, from: (i32, i32), to: (i32, i32), colour: RGBColor) -> Drawn {
        let shape = Rectangle::new([from, to], colour.stroke_width(1));
        self.area.draw(&shape).map_err(|error| error.to_string())
    }

    pub(crate) fn line(&self, points: &[(i32, i32)], colour: RGBColor, width: u32) -> Drawn {
        let shape = PathElement::new(points.to_vec(), colour.stroke_width(width));
        self.area.draw(&shape).map_err(|error| error.to_string())
    }

    pub(crate) fn dashes(&self, from: i32, to: i32, height: i32, colour: RGBColor) -> Drawn {
        let mut left = from;
        while left < to {
            self.line(&[(left, height), ((left + 4).min(to), height)], colour, 1)?;
            left += 7;
        }
        Ok(())
    }

    pub(crate) fn dot(&self, place: (i32, i32), colour: RGBColor) -> Drawn {
        let shape = Circle::new(place, 3, colour.filled());
        self.area.draw(&shape).map_err(|error| error.to_string())
    }
}
