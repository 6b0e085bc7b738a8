// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <algorithm>
#include <cmath>

namespace snowmelt {

namespace {

Theme makeLight()
{
    Theme t;
    t.window = QColor(0xF3F4F7), t.panel = QColor(0xFFFFFF), t.canvas = QColor(0xFAFBFD);
    t.group = QColor(0xF1F3F7), t.selection = QColor(0xE7EBF2), t.grid = QColor(0xE4E8EF);
    t.line = QColor(0xDDE2EA), t.control = QColor(0x98A2B3);
    t.text = QColor(0x18212E), t.sub = QColor(0x4F5B6C), t.faint = QColor(0x667085);
    t.ink = QColor(0x1F2937), t.onInk = QColor(0xFFFFFF);
    t.blue = QColor(0x1D4FB8), t.blueTint = QColor(0xEAF0FC);
    t.green = QColor(0x0E7A55), t.greenTint = QColor(0xE3F4EC);
    t.amber = QColor(0x9A4A05), t.amberTint = QColor(0xFDF0DA);
    t.red = QColor(0xB42318), t.redTint = QColor(0xFCE9E7);
    t.drift = QColor(0x6B3FC0), t.driftTint = QColor(0xEFE9FB);
    return t;
}

Theme makeDark()
{
    Theme t;
    t.dark = true;
    t.window = QColor(0x15191F), t.panel = QColor(0x1D222A), t.canvas = QColor(0x181D24);
    t.group = QColor(0x20262F), t.selection = QColor(0x2B3340), t.grid = QColor(0x262D37);
    t.line = QColor(0x323A46), t.control = QColor(0x6B778A);
    t.text = QColor(0xE8EDF4), t.sub = QColor(0xB3BDCB), t.faint = QColor(0x8E9AAC);
    t.ink = QColor(0xE8EDF4), t.onInk = QColor(0x15191F);
    t.blue = QColor(0x86B4FF), t.blueTint = QColor(0x1B2A45);
    t.green = QColor(0x5AD0A0), t.greenTint = QColor(0x15342A);
    t.amber = QColor(0xFFC266), t.amberTint = QColor(0x3A2C14);
    t.red = QColor(0xFF9A8F), t.redTint = QColor(0x42211E);
    t.drift = QColor(0xC3A6FF), t.driftTint = QColor(0x2F2548);
    return t;
}

Theme makeLightContrast()
{
    Theme t = makeLight();
    t.highContrast = true;
    t.window = t.panel = t.canvas = t.group = QColor(Qt::white);
    t.selection = QColor(0xDCE3EE), t.grid = QColor(0xD5DAE2);
    t.line = QColor(0x4B5563), t.control = QColor(Qt::black);
    t.text = t.ink = QColor(Qt::black);
    t.sub = QColor(0x1F2937), t.faint = QColor(0x374151);
    t.blue = QColor(0x123A8C), t.green = QColor(0x07543A), t.amber = QColor(0x6E3200);
    t.red = QColor(0x8C150C), t.drift = QColor(0x4C2299);
    return t;
}

Theme makeDarkContrast()
{
    Theme t = makeDark();
    t.highContrast = true;
    t.window = t.panel = t.canvas = t.group = QColor(Qt::black);
    t.selection = QColor(0x2B3340), t.grid = QColor(0x262D37);
    t.line = QColor(0xA9B4C4), t.control = QColor(Qt::white);
    t.text = t.ink = QColor(Qt::white), t.onInk = QColor(Qt::black);
    t.sub = QColor(0xE8EDF4), t.faint = QColor(0xCBD3DE);
    t.blue = QColor(0xA9CBFF), t.green = QColor(0x7BE3B8), t.amber = QColor(0xFFD28C);
    t.red = QColor(0xFFB3AA), t.drift = QColor(0xD6C2FF);
    return t;
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

const Theme& Theme::light()
{
    static const Theme theme = makeLight();
    return theme;
}

const Theme& Theme::darkTheme()
{
    static const Theme theme = makeDark();
    return theme;
}

const Theme& Theme::of(bool dark, bool highContrast)
{
    static const Theme lightContrast = makeLightContrast();
    static const Theme darkContrast = makeDarkContrast();
    if (highContrast)
        return dark ? darkContrast : lightContrast;
    return dark ? darkTheme() : light();
}

const Theme& Theme::of(const QPalette& palette)
{
    const QColor paper = palette.color(QPalette::Window);
    // Qt's own grey palette has 18.3.
    constexpr double blackAndWhite = 20;
    return of(paper.lightness() < 128, contrastRatio(paper, palette.color(QPalette::WindowText)) >= blackAndWhite);
}

QPalette Theme::palette() const
{
    QPalette p;
    p.setColor(QPalette::Window, window);
    p.setColor(QPalette::WindowText, text);
    p.setColor(QPalette::Base, panel);
    p.setColor(QPalette::AlternateBase, group);
    p.setColor(QPalette::Text, text);
    p.setColor(QPalette::PlaceholderText, faint);
    p.setColor(QPalette::Button, panel);
    p.setColor(QPalette::ButtonText, text);
    p.setColor(QPalette::BrightText, red);
    p.setColor(QPalette::Highlight, ink);
    p.setColor(QPalette::HighlightedText, onInk);
    p.setColor(QPalette::ToolTipBase, ink);
    p.setColor(QPalette::ToolTipText, onInk);
    // Links are ink with an underline: hue is kept for meanings.
    p.setColor(QPalette::Link, text);
    p.setColor(QPalette::LinkVisited, sub);
    p.setColor(QPalette::Light, dark ? line : panel);
    p.setColor(QPalette::Midlight, line);
    p.setColor(QPalette::Mid, control);
    p.setColor(QPalette::Dark, dark ? window : control);
    p.setColor(QPalette::Shadow, dark ? QColor(Qt::black) : control);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, faint);
    p.setColor(QPalette::Disabled, QPalette::Highlight, selection);
    p.setColor(QPalette::Disabled, QPalette::HighlightedText, faint);
    return p;
}

double contrastRatio(const QColor& a, const QColor& b)
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

} // namespace snowmelt
