// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/page_flow.h"

#include "models/export/escape.h"

namespace snowmelt {

PageFlow::PageFlow(const QSizeF& page, const Theme& theme) : m_size(page), m_theme(theme)
{
    beginPage();
}

PageFlow::~PageFlow() = default;

void PageFlow::endPage()
{
    if (!m_painter)
        return;
    m_painter->end();
    m_painter.reset();
    m_pages.last() += m_recorder->take();
}

void PageFlow::beginPage()
{
    endPage();
    m_recorder = std::make_unique<ShapeRecorder>(m_size);
    m_painter = std::make_unique<QPainter>(m_recorder.get());
    m_painter->setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    m_pages << QList<Shape>();
    m_y = margin;
}

bool PageFlow::need(double height)
{
    if (height <= room() || m_y <= margin)
        return false;
    beginPage();
    return true;
}

void PageFlow::add(const QList<Shape>& shapes)
{
    m_pages.last() += m_recorder->take();
    m_pages.last() += shapes;
}

QStringList PageFlow::wrapped(const QString& text, double width, const TextPainter::Style& style)
{
    const auto fits = [&](const QString& line) { return m_text.widthOf(m_painter.get(), line, style) <= width; };
    QStringList lines;
    QString line;
    const QStringList words = escape::visible(text).split(u' ');
    for (QString word : words) {
        const QString longer = line.isEmpty() ? word : QString(line + u' ' + word);
        if (fits(longer)) {
            line = longer;
            continue;
        }
        if (!line.isEmpty())
            lines << std::exchange(line, QString());
        while (!fits(word) && word.size() > 1) {
            qsizetype head = word.size() - 1;
            while (head > 1 && !fits(word.left(head)))
                --head;
            if (word[head - 1].isHighSurrogate())
                ++head;
            lines << word.left(head);
            word.remove(0, head);
        }
        line = word;
    }
    if (!line.isEmpty() || lines.isEmpty())
        lines << line;
    return lines;
}

void PageFlow::paragraph(const QString& text, const TextPainter::Style& style, double height)
{
    const QStringList lines = wrapped(text, width(), style);
    for (const QString& line : lines) {
        need(height);
        m_y += height;
        m_text.draw(m_painter.get(), {left(), m_y - height * 0.28}, width() + 1, line, style);
    }
}

QList<Sheet> PageFlow::take(const Sheet& like, const std::function<QString(int, int)>& foot)
{
    endPage();
    QList<Sheet> pages;
    const int count = int(m_pages.size());
    for (int i = 0; i < count; ++i) {
        Sheet page{m_size, like.paper, like.title, like.about, m_pages[i]};
        page.shapes << TextShape{{m_size.width() - margin, m_size.height() - 32},
                                 foot(i + 1, count),
                                 {TextSize::Small, QFont::Normal, m_theme.sub},
                                 Qt::AlignRight};
        pages << page;
    }
    m_pages.clear();
    return pages;
}

} // namespace snowmelt
