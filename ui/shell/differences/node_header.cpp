// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/differences/node_header.h"

#include "ui/shell/style/look.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace snowmelt {

namespace {

constexpr int flatHeight = 32;
constexpr int roomyColumn = 96;
constexpr int denseColumn = 60;
constexpr int longestSlanted = 112; ///< pixels of one aslant
constexpr double slant = 45;        ///< degrees
const double leaning = std::sqrt(0.5);

QFont headFont(bool marked)
{
    return textFont(TextSize::Small, marked ? QFont::Bold : QFont::DemiBold);
}

} // namespace

NodeHeader::NodeHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent), m_height(flatHeight)
{
    setSectionResizeMode(QHeaderView::Fixed);
    setStretchLastSection(false);
    setSectionsClickable(true);
    setMinimumSectionSize(denseColumn);
}

QString NodeHeader::nameOf(int section) const
{
    return model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
}

void NodeHeader::share(int room, int first)
{
    const QFontMetrics metrics(headFont(true));
    int longest = 0;
    for (int section = first; section < count(); ++section)
        longest = std::max(longest, metrics.horizontalAdvance(nameOf(section)));
    const int columns = count() - first;
    m_aslant = columns * roomyColumn > room || longest > roomyColumn - metric::unit;
    m_column = columns * roomyColumn > room ? denseColumn : roomyColumn;
    const int rise = int(std::ceil(std::min(longest, longestSlanted) * leaning));
    m_height = m_aslant ? rise + 2 * metric::unit : flatHeight;
    // The last name leans over the end of its column.
    const int over = m_aslant ? std::max(0, rise + metric::unit - m_column / 2) : 0;
    for (int section = first; section < count(); ++section)
        resizeSection(section, m_column + (section == count() - 1 ? over : 0));
    viewport()->update();
}

void NodeHeader::setMarked(int section)
{
    if (m_marked == section)
        return;
    m_marked = section;
    viewport()->update();
}

void NodeHeader::paintName(QPainter* painter, int section) const
{
    const Theme& theme = themeOf(this);
    const bool marked = section == m_marked;
    painter->setFont(headFont(marked));
    painter->setPen(marked ? theme.text : theme.sub);
    const int left = sectionViewportPosition(section);
    const int width = m_aslant ? longestSlanted : sectionSize(section) - metric::unit;
    const QString name = painter->fontMetrics().elidedText(nameOf(section), Qt::ElideMiddle, width);
    if (!m_aslant)
        return painter->drawText(QRect(left + metric::unit / 2, 0, width, height()), Qt::AlignCenter, name);
    painter->save();
    painter->translate(left + m_column / 2.0, height() - metric::unit + 2);
    painter->rotate(-slant);
    painter->drawText(QPointF(0, 0), name);
    painter->restore();
}

void NodeHeader::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = themeOf(this);
    painter.fillRect(viewport()->rect(), theme.panel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
    for (int section = 0; section < count(); ++section) {
        const int left = sectionViewportPosition(section);
        // A name that leans in from the left is seen before its column is.
        const bool inSight = left < width() && left + sectionSize(section) + longestSlanted > 0;
        if (!isSectionHidden(section) && inSight)
            paintName(&painter, section);
    }
}

} // namespace snowmelt
