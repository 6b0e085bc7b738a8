// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/shape_recorder.h"

#include <QPainter>

#include <memory>

namespace snowmelt {

/// Pages that are filled from top to bottom.
class PageFlow
{
public:
    PageFlow(const QSizeF& page, const Theme& theme);
    ~PageFlow();

    void beginPage();
    /// Begins a page when less than this is left; true: it did.
    bool need(double height);
    void skip(double height) { m_y += height; }
    double y() const { return m_y; }
    double left() const { return margin; }
    double width() const { return m_size.width() - 2 * margin; }
    double room() const { return m_size.height() - footer - m_y; }
    QPainter* painter() const { return m_painter.get(); }
    TextPainter& text() { return m_text; }
    const Theme& theme() const { return m_theme; }
    /// Shapes that were recorded elsewhere, at their place on this page.
    void add(const QList<Shape>& shapes);
    /// As lines no wider than `width`; a word that is wider is parted.
    QStringList wrapped(const QString& text, double width, const TextPainter::Style& style);
    /// Lines of `height` each, from the top of the next one on.
    void paragraph(const QString& text, const TextPainter::Style& style, double height);

    /// What has been filled; `foot` gets the number of a page, from 1, and how many there are.
    QList<Sheet> take(const Sheet& like, const std::function<QString(int, int)>& foot);

private:
    void endPage();

    static constexpr double margin = 48;
    static constexpr double footer = 56;

    QSizeF m_size;
    const Theme& m_theme;
    TextPainter m_text;
    std::unique_ptr<ShapeRecorder> m_recorder;
    std::unique_ptr<QPainter> m_painter;
    QList<QList<Shape>> m_pages;
    double m_y = 0;
};

} // namespace snowmelt
