// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/table_flow.h"

#include <algorithm>
#include <numeric>

namespace snowmelt {

namespace {

constexpr double lineHeight = 15;
constexpr double rowPadding = 4; ///< above and below a row's lines
constexpr double cellGap = 12;
constexpr double leastColumn = 48;
constexpr double mostWanted = 320; ///< a column that wants more wraps

class TableFlow
{
public:
    TableFlow(PageFlow& flow, const PaperTable& table) : m_flow(flow), m_table(table) { measure(); }
    void run();

private:
    void measure();
    void row(const QStringList& cells, const TextPainter::Style& style);
    double heightOf(const QStringList& cells, const TextPainter::Style& style);
    void head() { row(m_table.heads, m_headStyle); }

    PageFlow& m_flow;
    const PaperTable& m_table;
    QList<double> m_widths;
    TextPainter::Style m_style{TextSize::Small, QFont::Normal, m_flow.theme().text};
    TextPainter::Style m_headStyle{TextSize::Small, QFont::DemiBold, m_flow.theme().sub};
};

/// Every column gets what its widest cell wants; when that is too much, the wide ones give.
void TableFlow::measure()
{
    for (qsizetype i = 0; i < m_table.heads.size(); ++i) {
        double widest = m_flow.text().widthOf(m_flow.painter(), m_table.heads[i], m_headStyle);
        for (const QStringList& cells : m_table.rows)
            widest = std::max(widest, m_flow.text().widthOf(m_flow.painter(), cells.value(i), m_style));
        m_widths << std::clamp(widest + 1, leastColumn, mostWanted);
    }
    const double room = m_flow.width() - cellGap * double(m_widths.size() - 1);
    const double wanted = std::accumulate(m_widths.begin(), m_widths.end(), 0.0);
    if (wanted <= room)
        return;
    const double fair = room / double(m_widths.size());
    double narrow = 0; // columns within their fair share keep it
    for (const double width : m_widths)
        narrow += width <= fair ? width : 0;
    const double wide = wanted - narrow;
    for (double& width : m_widths)
        width = width <= fair ? width : width * (room - narrow) / wide;
}

double TableFlow::heightOf(const QStringList& cells, const TextPainter::Style& style)
{
    qsizetype lines = 1;
    for (qsizetype i = 0; i < m_widths.size(); ++i)
        lines = std::max(lines, m_flow.wrapped(cells.value(i), m_widths[i], style).size());
    return double(lines) * lineHeight + 2 * rowPadding;
}

void TableFlow::row(const QStringList& cells, const TextPainter::Style& style)
{
    double x = m_flow.left();
    for (qsizetype i = 0; i < m_widths.size(); ++i) {
        const bool right = m_table.numbers.value(i);
        double baseline = m_flow.y() + rowPadding + lineHeight * 0.72;
        const QStringList lines = m_flow.wrapped(cells.value(i), m_widths[i], style);
        for (const QString& line : lines) {
            m_flow.text().draw(m_flow.painter(), {right ? x + m_widths[i] : x, baseline}, m_widths[i] + 1, line, style,
                               right ? Qt::AlignRight : Qt::AlignLeft);
            baseline += lineHeight;
        }
        x += m_widths[i] + cellGap;
    }
    m_flow.skip(heightOf(cells, style));
    m_flow.painter()->setPen(QPen(m_flow.theme().line, 0.75));
    m_flow.painter()->drawLine(QPointF(m_flow.left(), m_flow.y()), QPointF(m_flow.left() + m_flow.width(), m_flow.y()));
}

void TableFlow::run()
{
    head();
    for (const QStringList& cells : m_table.rows) {
        if (m_flow.need(heightOf(cells, m_style)))
            head();
        row(cells, m_style);
    }
}

} // namespace

void flowTable(PageFlow& flow, const PaperTable& table)
{
    if (!table.rows.isEmpty())
        TableFlow(flow, table).run();
}

} // namespace snowmelt
